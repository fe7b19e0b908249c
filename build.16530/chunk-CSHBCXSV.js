import {
  CHECK_EXC_MATCH,
  COMPARE_OP,
  CONTAINS_OP,
  COPY,
  COPY_FREE_VARS,
  DICT_MERGE,
  EXTENDED_ARG,
  FOR_ITER,
  GET_ITER,
  IS_OP,
  JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT,
  JUMP_FORWARD,
  JUMP_IF_FALSE_OR_POP,
  JUMP_IF_TRUE_OR_POP,
  KW_NAMES,
  LIST_APPEND,
  LIST_EXTEND,
  LIST_TO_TUPLE,
  LOAD_BUILD_CLASS,
  LOAD_CONST,
  LOAD_FAST,
  MAKE_CELL,
  MAP_ADD,
  NOP,
  POP_EXCEPT,
  POP_JUMP_BACKWARD_IF_FALSE,
  POP_JUMP_BACKWARD_IF_TRUE,
  POP_JUMP_FORWARD_IF_FALSE,
  POP_JUMP_FORWARD_IF_NONE,
  POP_JUMP_FORWARD_IF_NOT_NONE,
  POP_JUMP_FORWARD_IF_TRUE,
  POP_TOP,
  PRECALL,
  PUSH_EXC_INFO,
  PUSH_NULL,
  RETURN_GENERATOR,
  RETURN_VALUE,
  SET_ADD,
  SET_UPDATE,
  STORE_FAST,
  SWAP,
  UNPACK_SEQUENCE,
  YIELD_VALUE
} from "./chunk-HG3T4HSK.js";
import {
  BREAK_SIGNAL,
  EVERYONE,
  THREAD_DESIGN,
  THREAD_DESIGN_WORDS,
  steps_exports
} from "./chunk-PC35SSNN.js";

// runtime/trace/events.ts
var ACQUIRE = 0;
var WAIT = 1;
var VAIN = 2;
var RELEASE = 3;
var REQUEST = 4;
var BLOCK = 5;
var UNBLOCK = 6;
var SIGNAL = 7;
var EVENTS = 8;
var eventNames = [
  "acquire",
  "wait",
  "woken-in-vain",
  "release",
  "drop-request",
  "block",
  "unblock",
  "signal"
];

// runtime/machines/region.ts
var LINE = 16;
var Region = class {
  memory;
  placed = [];
  /** Words of which each thread has its own: `at` is relative to a thread's address. */
  placedInThreads = [];
  next;
  nextInThreads = THREAD_DESIGN;
  end;
  initialise;
  /**
   * @param memory the words of the shared memory
   * @param start first word of the region, a multiple of 16
   * @param words its length in words
   * @param initialise true in the one thread that writes first values
   */
  constructor(memory, start, words, initialise) {
    if (start % LINE !== 0) throw new Error(`region does not start on a cache line: word ${start}`);
    this.memory = memory;
    this.next = start;
    this.end = start + words;
    this.initialise = initialise;
  }
  /** Gives the next cache line to `name` and returns its first word's index. */
  place(kind, name, value = 0) {
    const at = this.next;
    if (at + LINE > this.end)
      throw new Error(`region too small for the design's words: no line left for ${name}`);
    this.next = at + LINE;
    this.placed.push({ kind, name, at });
    if (this.initialise) this.memory[at] = value;
    return at;
  }
  /** Gives the next words of every thread's block to `name` and returns the first one's place in a block. */
  placeInThreads(kind, name, words = 1) {
    const at = this.nextInThreads;
    if (at + words > THREAD_DESIGN + THREAD_DESIGN_WORDS)
      throw new Error(`thread blocks too small for the design's words: no room left for ${name}`);
    this.nextInThreads = at + words;
    this.placedInThreads.push({ kind, name, at });
    return at;
  }
};

// runtime/machines/host/steps.ts
var { FOREVER, TIMED_OUT, Cell, ThreadCell, Deadline } = steps_exports;
var HostRegion = class extends Region {
  parking;
  note;
  constructor(place, parking, note) {
    super(place.memory, place.start, place.words, place.initialise);
    this.parking = parking;
    this.note = note;
  }
};
var FREE = 0;
var HELD = 1;
var CONTENDED = 2;
var Mutex = class {
  at;
  memory;
  parking;
  constructor(region, name) {
    this.at = region.place("mutex", name);
    this.memory = region.memory;
    this.parking = region.parking;
  }
  lock() {
    if (Atomics.compareExchange(this.memory, this.at, FREE, HELD) !== FREE) this.lockContended();
    return 0;
  }
  lockContended() {
    while (Atomics.exchange(this.memory, this.at, CONTENDED) !== FREE)
      this.parking.wait(this.at, CONTENDED, FOREVER);
  }
  unlock() {
    if (Atomics.exchange(this.memory, this.at, FREE) === CONTENDED) this.parking.wake(this.at, 1);
    return 0;
  }
};
var WAITING = 1;
function waitOn(memory, parking, at, mutex, ns) {
  Atomics.add(memory, at + WAITING, 1);
  const seen = Atomics.load(memory, at);
  mutex.unlock();
  const answer = parking.wait(at, seen, ns);
  if (answer === TIMED_OUT) claim(memory, at);
  mutex.lock();
  return answer;
}
function signalOne(memory, parking, at) {
  if (!claim(memory, at)) return 0;
  Atomics.add(memory, at, 1);
  parking.wake(at, 1);
  return 0;
}
function claim(memory, at) {
  for (; ; ) {
    const waiting = Atomics.load(memory, at + WAITING);
    if (waiting <= 0) return false;
    if (Atomics.compareExchange(memory, at + WAITING, waiting, waiting - 1) === waiting) return true;
  }
}
var Condition = class {
  at;
  memory;
  parking;
  constructor(region, name) {
    this.at = region.place("condition", name);
    this.memory = region.memory;
    this.parking = region.parking;
  }
  wait(mutex, ns = FOREVER) {
    return waitOn(this.memory, this.parking, this.at, mutex, ns);
  }
  signal() {
    return signalOne(this.memory, this.parking, this.at);
  }
  broadcast() {
    if (Atomics.exchange(this.memory, this.at + WAITING, 0) === 0) return 0;
    Atomics.add(this.memory, this.at, 1);
    this.parking.wake(this.at, EVERYONE);
    return 0;
  }
};
var ThreadCondition = class {
  offset;
  memory;
  parking;
  constructor(region, name) {
    this.offset = region.placeInThreads("condition", name, 2);
    this.memory = region.memory;
    this.parking = region.parking;
  }
  wait(t, mutex, ns = FOREVER) {
    return waitOn(this.memory, this.parking, t + this.offset, mutex, ns);
  }
  signal(t) {
    return signalOne(this.memory, this.parking, t + this.offset);
  }
};
var Semaphore = class {
  at;
  waiting;
  memory;
  parking;
  note;
  constructor(region, name, value) {
    this.at = region.place("semaphore", name, value);
    this.waiting = this.at + 1;
    this.memory = region.memory;
    this.parking = region.parking;
    this.note = region.note;
  }
  take(t) {
    if (!this.takeOne()) this.takeLater(t);
    return 0;
  }
  takeOne() {
    for (; ; ) {
      const value = Atomics.load(this.memory, this.at);
      if (value === 0) return false;
      if (Atomics.compareExchange(this.memory, this.at, value, value - 1) === value) return true;
    }
  }
  takeLater(t) {
    this.note(t, WAIT);
    Atomics.add(this.memory, this.waiting, 1);
    this.parking.wait(this.at, 0, FOREVER);
    while (!this.takeOne()) {
      this.note(t, VAIN);
      this.parking.wait(this.at, 0, FOREVER);
    }
    Atomics.sub(this.memory, this.waiting, 1);
  }
  post() {
    Atomics.add(this.memory, this.at, 1);
    if (Atomics.load(this.memory, this.waiting) > 0) this.parking.wake(this.at, 1);
    return 0;
  }
};
var Word = class {
  at;
  memory;
  constructor(region, name, value = 0, at = region.place("word", name, value)) {
    this.at = at;
    this.memory = region.memory;
  }
  load() {
    return Atomics.load(this.memory, this.at);
  }
  store(value) {
    return Atomics.store(this.memory, this.at, value);
  }
  add(value) {
    return Atomics.add(this.memory, this.at, value);
  }
  exchange(value) {
    return Atomics.exchange(this.memory, this.at, value);
  }
  compareExchange(expected, value) {
    return Atomics.compareExchange(this.memory, this.at, expected, value);
  }
  or(bits) {
    return Atomics.or(this.memory, this.at, bits);
  }
  and(bits) {
    return Atomics.and(this.memory, this.at, bits);
  }
  spin(value, ns) {
    const end_ns = performance.now() * 1e6 + ns;
    for (; ; ) {
      for (let i = 0; i < LOOKS; i++) if (Atomics.load(this.memory, this.at) !== value) break;
      const found = Atomics.load(this.memory, this.at);
      if (found !== value || performance.now() * 1e6 >= end_ns) return found;
    }
  }
};
var LOOKS = 16;
var Clock = class {
  at;
  now;
  memory;
  constructor(region, name) {
    this.at = region.place("clock", name);
    this.now = new Cell(region, `${name}, now`);
    this.memory = region.memory;
  }
  advance(most_us) {
    const read_us = Number(process.hrtime.bigint() / 1000n) | 0;
    const passed_us = Math.min(most_us, Math.max(0, read_us - this.memory[this.at] | 0));
    this.memory[this.at] = read_us;
    this.now.value += passed_us;
    return passed_us;
  }
};
var Processor = class {
  interpreter;
  constructor(interpreter) {
    this.interpreter = interpreter;
  }
  compute(t) {
    return this.interpreter.run(t);
  }
  block(t) {
    return this.interpreter.block(t);
  }
  attempt(t) {
    return this.interpreter.attempt(t);
  }
};

// runtime/designs/ticks.ts
var quiet = /* @__PURE__ */ new Map([
  [NOP, "NOP: fast_next_opcode"],
  [LOAD_FAST, "LOAD_FAST: fast_next_opcode"],
  [LOAD_CONST, "LOAD_CONST: fast_next_opcode"],
  [STORE_FAST, "STORE_FAST: fast_next_opcode"],
  [POP_TOP, "POP_TOP: fast_next_opcode"],
  [COPY, "DUP_TOP, DUP_TOPX: fast_next_opcode"],
  [SWAP, "ROT_TWO, ROT_THREE, ROT_FOUR: fast_next_opcode"],
  [JUMP_FORWARD, "JUMP_FORWARD: fast_next_opcode"],
  [
    POP_JUMP_FORWARD_IF_FALSE,
    "POP_JUMP_IF_FALSE: fast_next_opcode if the operand is a bool, as it mostly is"
  ],
  [POP_JUMP_FORWARD_IF_TRUE, "POP_JUMP_IF_TRUE: the same"],
  [JUMP_IF_FALSE_OR_POP, "JUMP_IF_FALSE_OR_POP: the same"],
  [JUMP_IF_TRUE_OR_POP, "JUMP_IF_TRUE_OR_POP: the same"],
  [POP_JUMP_FORWARD_IF_NONE, "COMPARE_OP is, predicted POP_JUMP_IF_TRUE"],
  [POP_JUMP_FORWARD_IF_NOT_NONE, "COMPARE_OP is, predicted POP_JUMP_IF_FALSE"],
  [RETURN_VALUE, "RETURN_VALUE left the loop; the caller's CALL_FUNCTION ticks"],
  [YIELD_VALUE, "YIELD_VALUE left the loop"],
  [RETURN_GENERATOR, "the call made the generator without entering the loop"],
  [CHECK_EXC_MATCH, "COMPARE_OP exception match, predicted POP_JUMP_IF_FALSE"],
  [PUSH_EXC_INFO, "nothing: unwinding did it"],
  [POP_EXCEPT, "nothing"],
  [PUSH_NULL, "nothing"],
  [PRECALL, "nothing: CALL_FUNCTION is CALL"],
  [KW_NAMES, "nothing: CALL_FUNCTION is CALL"],
  [MAKE_CELL, "nothing: entering the function did it"],
  [COPY_FREE_VARS, "nothing: entering the function did it"],
  [LIST_EXTEND, "nothing: BUILD_LIST took the items"],
  [SET_UPDATE, "nothing: BUILD_SET took the items"],
  [LIST_TO_TUPLE, "nothing: CALL_FUNCTION_VAR did it"],
  [DICT_MERGE, "nothing: CALL_FUNCTION_KW did it"],
  [LOAD_BUILD_CLASS, "nothing: BUILD_CLASS is CALL"],
  [EXTENDED_ARG, "EXTENDED_ARG: dispatched at once"],
  [JUMP_BACKWARD_NO_INTERRUPT, "nothing: 2.7 had no yield from"]
]);
var conditional = /* @__PURE__ */ new Set([
  POP_JUMP_FORWARD_IF_FALSE,
  POP_JUMP_FORWARD_IF_TRUE,
  POP_JUMP_BACKWARD_IF_FALSE,
  POP_JUMP_BACKWARD_IF_TRUE
]);
var predicted = /* @__PURE__ */ new Map([
  [COMPARE_OP, conditional],
  [IS_OP, conditional],
  [CONTAINS_OP, conditional],
  [GET_ITER, /* @__PURE__ */ new Set([FOR_ITER])],
  [FOR_ITER, /* @__PURE__ */ new Set([STORE_FAST, UNPACK_SEQUENCE])],
  [LIST_APPEND, /* @__PURE__ */ new Set([JUMP_BACKWARD])],
  [SET_ADD, /* @__PURE__ */ new Set([JUMP_BACKWARD])],
  [MAP_ADD, /* @__PURE__ */ new Set([JUMP_BACKWARD])]
]);
function ticks(instruction, next) {
  if (quiet.has(instruction.op)) return 0;
  return next !== void 0 && predicted.get(instruction.op)?.has(next.op) ? 0 : 1;
}
function weights(code) {
  const { instructions } = code;
  return Uint8Array.from(instructions, (instruction, i) => ticks(instruction, instructions[i + 1]));
}

// runtime/designs/design.ts
var NO_TICKS = 2 ** 30;
function heeded({ breaks, signalsStopAll = false }, isMain) {
  return isMain || signalsStopAll ? breaks : breaks & ~BREAK_SIGNAL;
}

export {
  ACQUIRE,
  WAIT,
  VAIN,
  RELEASE,
  REQUEST,
  BLOCK,
  UNBLOCK,
  SIGNAL,
  EVENTS,
  eventNames,
  FOREVER,
  TIMED_OUT,
  Cell,
  ThreadCell,
  Deadline,
  HostRegion,
  Mutex,
  Condition,
  ThreadCondition,
  Semaphore,
  Word,
  Clock,
  Processor,
  weights,
  NO_TICKS,
  heeded
};
//# sourceMappingURL=chunk-CSHBCXSV.js.map
