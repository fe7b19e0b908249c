// runtime/objects/layout.ts
var SMALL_MIN = -(2 ** 30);
var SMALL_MAX = 2 ** 30 - 1;
var BREAKER = 32;
var BREAK_DROP = 1;
var BREAK_SIGNAL = 2;
var BREAK_LOOK = 8;
var SWITCH_INTERVAL_US = 48;
var CHECK_INTERVAL = 49;
var SIGNALS_LOW = 64;
var PROCESS = 80;
var THREADS_ALIVE = PROCESS + 1;
var NON_DAEMON_ALIVE = PROCESS + 2;
var NEXT_THREAD = PROCESS + 3;
var TYPE_VERSION_NEXT = PROCESS + 4;
var KEYS_VERSION_NEXT = PROCESS + 5;
var RECURSION_LIMIT = PROCESS + 6;
var MODULES = PROCESS + 7;
var BUILTINS = PROCESS + 8;
var FREE_THREADS = PROCESS + 9;
var CODE_USED = PROCESS + 10;
var PRELUDE = PROCESS + 11;
var INTERNED_NAMES = PROCESS + 13;
var LIBRARY = PROCESS + 14;
var SOURCES = PROCESS + 12;
var PAGES = 96;
var PAGES_USED = PAGES + 1;
var PAGES_PEAK = PAGES + 2;
var PAGE_HINT = PAGES + 3;
var PAGE_COUNT = PAGES + 4;
var DESIGN = 1024;
var DESIGN_WORDS = 3072;
var THREADS = 4096;
var THREAD_WORDS = 256;
var THREADS_MAX = 2048;
var TICKS_LEFT = 13;
var THREAD_DESIGN = 192;
var THREAD_DESIGN_WORDS = 64;
var STATICS = THREADS + THREADS_MAX * THREAD_WORDS;
var TYPE_SLOTS = 160;
var TYPE_WORDS = 32;
var TYPES = STATICS;
var SINGLETONS = TYPES + TYPE_SLOTS * TYPE_WORDS;
var STRINGS = SINGLETONS + 64;
var STRINGS_END = STRINGS + 65536;
var CODE = STRINGS_END;
var CODE_WORDS = 1 << 20;
var PAGE_TABLE = CODE + CODE_WORDS;
var PAGES_MAX = 131072;
var ARENA = PAGE_TABLE + PAGES_MAX;
var HEADER = 2;
var IMMORTAL = 1 << 29;
var INT_DIGITS = HEADER + 1;
var FLOAT_WORDS = HEADER + 2;
var STR_HASH = HEADER + 1;
var STR_KIND = HEADER + 2;
var STR_DATA = HEADER + 3;
var BYTES_HASH = HEADER + 1;
var BYTES_DATA = HEADER + 2;
var TUPLE_ITEMS = HEADER + 1;
var LIST_CAPACITY = HEADER + 1;
var LIST_BLOCK = HEADER + 2;
var LIST_WORDS = HEADER + 4;
var DICT_FILL = HEADER + 1;
var DICT_SIZE = HEADER + 2;
var DICT_BLOCK = HEADER + 3;
var DICT_VERSION = HEADER + 4;
var DICT_WORDS = HEADER + 6;
var RANGE_STOP = HEADER + 1;
var RANGE_STEP = HEADER + 2;
var RANGE_LENGTH = HEADER + 3;
var SLICE_STOP = HEADER + 1;
var SLICE_STEP = HEADER + 2;
var FUNCTION_GLOBALS = HEADER + 1;
var FUNCTION_DEFAULTS = HEADER + 2;
var FUNCTION_KWDEFAULTS = HEADER + 3;
var FUNCTION_CLOSURE = HEADER + 4;
var FUNCTION_NAME = HEADER + 5;
var FUNCTION_QUALNAME = HEADER + 6;
var FUNCTION_DOC = HEADER + 7;
var FUNCTION_MODULE = HEADER + 8;
var FUNCTION_ANNOTATIONS = HEADER + 9;
var FUNCTION_DICT = HEADER + 10;
var FUNCTION_WORDS = HEADER + 11;
var CODE_START = HEADER + 1;
var CODE_LENGTH = HEADER + 2;
var CODE_ARGS = HEADER + 3;
var CODE_POSONLY = HEADER + 4;
var CODE_KWONLY = HEADER + 5;
var CODE_FLAGS = HEADER + 6;
var CODE_LOCALS = HEADER + 7;
var CODE_STACK = HEADER + 8;
var CODE_HANDLERS = HEADER + 9;
var CODE_HANDLER_COUNT = HEADER + 10;
var CODE_SIMPLE = HEADER + 11;
var CODE_NAME = HEADER + 12;
var CODE_QUALNAME = HEADER + 13;
var CODE_VARNAMES = HEADER + 14;
var CODE_CONSTS = HEADER + 15;
var CODE_NAMES = HEADER + 16;
var CODE_FILENAME = HEADER + 17;
var CODE_FREE_COUNT = HEADER + 18;
var CODE_POSITION_COUNT = HEADER + 19;
var CODE_HIDDEN = HEADER + 20;
var CODE_FIRST_LINE = HEADER + 21;
var CODE_LOCAL_NAMES = HEADER + 22;
var CODE_WORDS_OBJECT = HEADER + 23;
var NATIVE_NAME = HEADER + 1;
var NATIVE_SELF = HEADER + 2;
var NATIVE_OWNER = HEADER + 3;
var NATIVE_WORDS = HEADER + 4;
var METHOD_SELF = HEADER + 1;
var TYPE_BASES = HEADER + 1;
var TYPE_MRO = HEADER + 2;
var TYPE_DICT = HEADER + 3;
var TYPE_SUBCLASSES = HEADER + 4;
var TYPE_QUALNAME = HEADER + 5;
var TYPE_BASE = HEADER + 6;
var TYPE_VERSION = HEADER + 7;
var TYPE_KIND = HEADER + 8;
var TYPE_FLAGS = HEADER + 9;
var TYPE_DICT_OFFSET = HEADER + 10;
var TYPE_SIZE = HEADER + 11;
var TYPE_CONSTRUCTOR = HEADER + 12;
var TYPE_SPECIAL = HEADER + 13;
var TYPE_SLOT_COUNT = HEADER + 14;
var INSTANCE_FLAGS = HEADER + 1;
var INSTANCE_WORDS = HEADER + 2;
var EXCEPTION_CAUSE = HEADER + 1;
var EXCEPTION_CONTEXT = HEADER + 2;
var EXCEPTION_TRACEBACK = HEADER + 3;
var EXCEPTION_SUPPRESS = HEADER + 4;
var EXCEPTION_DICT = HEADER + 5;
var EXCEPTION_WORDS = HEADER + 6;
var TRACEBACK_CODE = HEADER + 1;
var TRACEBACK_LOCALS = HEADER + 2;
var TRACEBACK_PC = HEADER + 3;
var GENERATOR_WORDS_SAVED = HEADER + 1;
var GENERATOR_BLOCK = HEADER + 2;
var GENERATOR_PC = HEADER + 3;
var GENERATOR_FUNCTION = HEADER + 4;
var GENERATOR_HANDLED = HEADER + 5;
var GENERATOR_WORDS = HEADER + 6;
var MODULE_NAME = HEADER + 1;
var RECORD_B = HEADER + 1;
var RECORD_C = HEADER + 2;
var RECORD_N = HEADER + 3;
var RECORD_M = HEADER + 4;
var RECORD_WORDS = HEADER + 5;
var LOCK_WAITERS = HEADER + 1;
var LOCK_OWNER = HEADER + 2;
var LOCK_DEPTH = HEADER + 3;
var LOCK_WORDS = HEADER + 4;
var STOP_FUEL = 1;
var STOP_BREAKER = 2;
var STOP_BLOCK = 3;
var STOP_END = 4;

// runtime/machines/steps.ts
var Op = {
  lock: 0,
  unlock: 1,
  wait: 2,
  signal: 3,
  broadcast: 4,
  post: 5,
  take: 6,
  load: 7,
  store: 8,
  add: 9,
  exchange: 10,
  compareExchange: 11,
  or: 12,
  and: 13,
  clock: 14,
  sleep: 15,
  compute: 16,
  block: 17,
  spin: 18,
  attempt: 19
};
var Step = class {
  op;
  at;
  a;
  b;
  other;
  constructor(op, at, a = 0, b = 0, other = -1) {
    this.op = op;
    this.at = at;
    this.a = a;
    this.b = b;
    this.other = other;
  }
};
var FOREVER = Number.POSITIVE_INFINITY;
var TIMED_OUT = 1;
var Mutex = class {
  at;
  lock;
  unlock;
  constructor(region, name) {
    this.at = region.place("mutex", name);
    this.lock = new Step(Op.lock, this.at);
    this.unlock = new Step(Op.unlock, this.at);
  }
};
var Condition = class {
  at;
  signal;
  broadcast;
  constructor(region, name) {
    this.at = region.place("condition", name);
    this.signal = new Step(Op.signal, this.at);
    this.broadcast = new Step(Op.broadcast, this.at);
  }
  /** Gives `mutex` back, sleeps until a signal or for `ns` nanoseconds, locks it again. Answers TIMED_OUT or 0. */
  wait(mutex, ns = FOREVER) {
    return new Step(Op.wait, this.at, ns, 0, mutex.at);
  }
};
var ThreadCondition = class {
  offset;
  constructor(region, name) {
    this.offset = region.placeInThreads("condition", name, 2);
  }
  /** As `Condition.wait`, on the condition of thread `t`. */
  wait(t, mutex, ns = FOREVER) {
    return new Step(Op.wait, t + this.offset, ns, 0, mutex.at);
  }
  /** Wakes thread `t` if it waits. */
  signal(t) {
    return new Step(Op.signal, t + this.offset);
  }
};
var Semaphore = class {
  at;
  post;
  constructor(region, name, value) {
    this.at = region.place("semaphore", name, value);
    this.post = new Step(Op.post, this.at);
  }
  /** Waits on behalf of thread `t` until the count is above 0 and takes one. */
  take(t) {
    return new Step(Op.take, this.at, t);
  }
};
var Word = class {
  at;
  load;
  /** @param at an address fixed elsewhere; without it the region gives one */
  constructor(region, name, value = 0, at = region.place("word", name, value)) {
    this.at = at;
    this.load = new Step(Op.load, at);
  }
  store(value) {
    return new Step(Op.store, this.at, value);
  }
  add(value) {
    return new Step(Op.add, this.at, value);
  }
  exchange(value) {
    return new Step(Op.exchange, this.at, value);
  }
  compareExchange(expected, value) {
    return new Step(Op.compareExchange, this.at, expected, value);
  }
  or(bits) {
    return new Step(Op.or, this.at, bits);
  }
  and(bits) {
    return new Step(Op.and, this.at, bits);
  }
  /** Reads again and again as long as it is `value`, for `ns` nanoseconds at most, without leaving the processor. */
  spin(value, ns) {
    return new Step(Op.spin, this.at, value, ns);
  }
};
var Cell = class {
  at;
  memory;
  /** @param at an address fixed elsewhere; without it the region gives one */
  constructor(region, name, value = 0, at = region.place("cell", name, value)) {
    this.at = at;
    this.memory = region.memory;
  }
  get value() {
    return this.memory[this.at];
  }
  set value(value) {
    this.memory[this.at] = value;
  }
};
var ThreadCell = class {
  offset;
  memory;
  constructor(region, name) {
    this.offset = region.placeInThreads("cell", name);
    this.memory = region.memory;
  }
  of(t) {
    return this.memory[t + this.offset];
  }
  set(t, value) {
    this.memory[t + this.offset] = value;
  }
};
var Clock = class {
  at;
  /** What it shows; it goes round after 2^32. */
  now;
  constructor(region, name) {
    this.at = region.place("clock", name);
    this.now = new Cell(region, `${name}, now`);
  }
  /** Moves it on by the time since the last call of anybody's, `most_us` at most, and answers that. */
  advance(most_us) {
    return new Step(Op.clock, this.at, most_us, 0, this.now.at);
  }
};
var Deadline = class {
  offset;
  us;
  clock;
  memory;
  constructor(region, name, clock, us) {
    this.offset = region.placeInThreads("deadline", name);
    this.clock = clock;
    this.us = us;
    this.memory = region.memory;
  }
  set(t) {
    this.memory[t + this.offset] = this.clock.now.value + this.us | 0;
  }
  /**
   * Microseconds until the moment of thread `t`, or -1 when it has passed. A design may ask whether it has passed, and
   * which of two comes first; more a machine need not know.
   */
  left(t) {
    const left_us = this.memory[t + this.offset] - this.clock.now.value | 0;
    return left_us > this.us ? -1 : Math.max(-1, left_us);
  }
};
var Processor = class {
  // biome-ignore lint/complexity/noUselessConstructor: on the machine `host` it performs what these steps say
  constructor(_interpreter) {
  }
  /** Runs thread `t`'s bytecodes until it stops. Answers why: STOP_* of the layout. */
  compute(t) {
    return new Step(Op.compute, -1, t);
  }
  /** Performs the blocking operation that thread `t` has pending. Answers its result. */
  block(t) {
    return new Step(Op.block, -1, t);
  }
  /** Performs that operation if it need not wait. Answers its result, or NOT_READY. */
  attempt(t) {
    return new Step(Op.attempt, -1, t);
  }
  sleep(ns) {
    return new Step(Op.sleep, -1, ns);
  }
};

// runtime/designs/ticker.ts
var Ticker = class {
  place;
  left;
  constructor(place) {
    this.place = place;
    this.left = new Cell(place.region, "_Py_Ticker", place.checkInterval.value);
  }
  get value() {
    return this.left.value;
  }
  set value(left) {
    this.left.value = left;
  }
  /** Starts the next countdown: the check interval, or 0 while a signal waits for the main thread. */
  restart() {
    this.left.value = this.place.signalPending() ? 0 : this.place.checkInterval.value;
  }
};

// runtime/language/opcodes.ts
var POP_TOP = 1;
var PUSH_NULL = 2;
var NOP = 9;
var UNARY_POSITIVE = 10;
var UNARY_NEGATIVE = 11;
var UNARY_NOT = 12;
var UNARY_INVERT = 15;
var BINARY_SUBSCR = 25;
var PUSH_EXC_INFO = 35;
var CHECK_EXC_MATCH = 36;
var WITH_EXCEPT_START = 49;
var BEFORE_WITH = 53;
var STORE_SUBSCR = 60;
var DELETE_SUBSCR = 61;
var GET_ITER = 68;
var GET_YIELD_FROM_ITER = 69;
var LOAD_BUILD_CLASS = 71;
var LOAD_ASSERTION_ERROR = 74;
var RETURN_GENERATOR = 75;
var LIST_TO_TUPLE = 82;
var RETURN_VALUE = 83;
var IMPORT_STAR = 84;
var SETUP_ANNOTATIONS = 85;
var YIELD_VALUE = 86;
var POP_EXCEPT = 89;
var STORE_NAME = 90;
var DELETE_NAME = 91;
var UNPACK_SEQUENCE = 92;
var FOR_ITER = 93;
var UNPACK_EX = 94;
var STORE_ATTR = 95;
var DELETE_ATTR = 96;
var STORE_GLOBAL = 97;
var DELETE_GLOBAL = 98;
var SWAP = 99;
var LOAD_CONST = 100;
var LOAD_NAME = 101;
var BUILD_TUPLE = 102;
var BUILD_LIST = 103;
var BUILD_SET = 104;
var BUILD_MAP = 105;
var LOAD_ATTR = 106;
var COMPARE_OP = 107;
var IMPORT_NAME = 108;
var IMPORT_FROM = 109;
var JUMP_FORWARD = 110;
var JUMP_IF_FALSE_OR_POP = 111;
var JUMP_IF_TRUE_OR_POP = 112;
var POP_JUMP_FORWARD_IF_FALSE = 114;
var POP_JUMP_FORWARD_IF_TRUE = 115;
var LOAD_GLOBAL = 116;
var IS_OP = 117;
var CONTAINS_OP = 118;
var RERAISE = 119;
var COPY = 120;
var BINARY_OP = 122;
var SEND = 123;
var LOAD_FAST = 124;
var STORE_FAST = 125;
var DELETE_FAST = 126;
var POP_JUMP_FORWARD_IF_NOT_NONE = 128;
var POP_JUMP_FORWARD_IF_NONE = 129;
var RAISE_VARARGS = 130;
var MAKE_FUNCTION = 132;
var BUILD_SLICE = 133;
var JUMP_BACKWARD_NO_INTERRUPT = 134;
var MAKE_CELL = 135;
var LOAD_CLOSURE = 136;
var LOAD_DEREF = 137;
var STORE_DEREF = 138;
var DELETE_DEREF = 139;
var JUMP_BACKWARD = 140;
var CALL_FUNCTION_EX = 142;
var EXTENDED_ARG = 144;
var LIST_APPEND = 145;
var SET_ADD = 146;
var MAP_ADD = 147;
var LOAD_CLASSDEREF = 148;
var COPY_FREE_VARS = 149;
var RESUME = 151;
var FORMAT_VALUE = 155;
var BUILD_CONST_KEY_MAP = 156;
var BUILD_STRING = 157;
var LOAD_METHOD = 160;
var LIST_EXTEND = 162;
var SET_UPDATE = 163;
var DICT_MERGE = 164;
var DICT_UPDATE = 165;
var PRECALL = 166;
var CALL = 171;
var KW_NAMES = 172;
var POP_JUMP_BACKWARD_IF_NOT_NONE = 173;
var POP_JUMP_BACKWARD_IF_NONE = 174;
var POP_JUMP_BACKWARD_IF_FALSE = 175;
var POP_JUMP_BACKWARD_IF_TRUE = 176;
var BINARY_OPERATORS = ["+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^"];
var INPLACE = BINARY_OPERATORS.length;
var OPCODE_NAMES = names({
  POP_TOP,
  PUSH_NULL,
  NOP,
  UNARY_POSITIVE,
  UNARY_NEGATIVE,
  UNARY_NOT,
  UNARY_INVERT,
  BINARY_SUBSCR,
  PUSH_EXC_INFO,
  CHECK_EXC_MATCH,
  WITH_EXCEPT_START,
  BEFORE_WITH,
  STORE_SUBSCR,
  DELETE_SUBSCR,
  GET_ITER,
  GET_YIELD_FROM_ITER,
  LOAD_BUILD_CLASS,
  LOAD_ASSERTION_ERROR,
  RETURN_GENERATOR,
  LIST_TO_TUPLE,
  RETURN_VALUE,
  IMPORT_STAR,
  SETUP_ANNOTATIONS,
  YIELD_VALUE,
  POP_EXCEPT,
  STORE_NAME,
  DELETE_NAME,
  UNPACK_SEQUENCE,
  FOR_ITER,
  UNPACK_EX,
  STORE_ATTR,
  DELETE_ATTR,
  STORE_GLOBAL,
  DELETE_GLOBAL,
  SWAP,
  LOAD_CONST,
  LOAD_NAME,
  BUILD_TUPLE,
  BUILD_LIST,
  BUILD_SET,
  BUILD_MAP,
  LOAD_ATTR,
  COMPARE_OP,
  IMPORT_NAME,
  IMPORT_FROM,
  JUMP_FORWARD,
  JUMP_IF_FALSE_OR_POP,
  JUMP_IF_TRUE_OR_POP,
  POP_JUMP_FORWARD_IF_FALSE,
  POP_JUMP_FORWARD_IF_TRUE,
  LOAD_GLOBAL,
  IS_OP,
  CONTAINS_OP,
  RERAISE,
  COPY,
  BINARY_OP,
  SEND,
  LOAD_FAST,
  STORE_FAST,
  DELETE_FAST,
  POP_JUMP_FORWARD_IF_NOT_NONE,
  POP_JUMP_FORWARD_IF_NONE,
  RAISE_VARARGS,
  MAKE_FUNCTION,
  BUILD_SLICE,
  JUMP_BACKWARD_NO_INTERRUPT,
  MAKE_CELL,
  LOAD_CLOSURE,
  LOAD_DEREF,
  STORE_DEREF,
  DELETE_DEREF,
  JUMP_BACKWARD,
  CALL_FUNCTION_EX,
  EXTENDED_ARG,
  LIST_APPEND,
  SET_ADD,
  MAP_ADD,
  LOAD_CLASSDEREF,
  COPY_FREE_VARS,
  RESUME,
  FORMAT_VALUE,
  BUILD_CONST_KEY_MAP,
  BUILD_STRING,
  LOAD_METHOD,
  LIST_EXTEND,
  SET_UPDATE,
  DICT_MERGE,
  DICT_UPDATE,
  PRECALL,
  CALL,
  KW_NAMES,
  POP_JUMP_BACKWARD_IF_NOT_NONE,
  POP_JUMP_BACKWARD_IF_NONE,
  POP_JUMP_BACKWARD_IF_FALSE,
  POP_JUMP_BACKWARD_IF_TRUE
});
function names(table) {
  const result = [];
  for (const [name, op] of Object.entries(table)) result[op] = name;
  return result;
}

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

// runtime/trace/events.ts
var ACQUIRE = 0;
var WAIT = 1;
var VAIN = 2;
var RELEASE = 3;
var REQUEST = 4;
var BLOCK = 5;
var UNBLOCK = 6;
var SIGNAL = 7;

// runtime/designs/design.ts
var NO_TICKS = 2 ** 30;
function heeded({ breaks, signalsStopAll = false }, isMain) {
  return isMain || signalsStopAll ? breaks : breaks & ~BREAK_SIGNAL;
}

// runtime/designs/timeout.ts
var $at = (step, ...frame) => ({ step, frames: [frame] });
function* $within(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var Timeout = class {
  place;
  /** `gil->mutex` */
  mutex;
  /** `gil->cond` */
  cond;
  /** `gil->switch_mutex` */
  switchMutex;
  /** `gil->switch_cond` */
  switchCond;
  /** `gil->locked` */
  locked;
  /** `gil->switch_number` */
  switchNumber;
  /** `gil->last_holder` */
  lastHolder;
  constructor(place) {
    this.place = place;
    this.mutex = new Mutex(place.region, "mutex");
    this.cond = new Condition(place.region, "cond");
    this.switchMutex = new Mutex(place.region, "switch_mutex");
    this.switchCond = new Condition(place.region, "switch_cond");
    this.locked = new Cell(place.region, "locked");
    this.switchNumber = new Cell(place.region, "switch_number");
    this.lastHolder = new Word(place.region, "last_holder");
  }
  /** take_gil */
  *acquire(t) {
    yield $at(this.mutex.lock, "timeout.ts:41:5", t);
    if (this.locked.value !== 0) yield* $within(this.waitForRelease(t), "timeout.ts:42:34", t);
    yield $at(this.switchMutex.lock, "timeout.ts:43:5", t);
    this.locked.value = 1;
    this.taking(t);
    if ((yield $at(this.lastHolder.load, "timeout.ts:46:10", t)) !== t) {
      yield $at(this.lastHolder.store(t), "timeout.ts:47:7", t);
      this.switchNumber.value = this.switchNumber.value + 1 | 0;
    }
    yield $at(this.switchCond.signal, "timeout.ts:50:5", t);
    yield $at(this.switchMutex.unlock, "timeout.ts:51:5", t);
    if (((yield $at(this.place.breaker.load, "timeout.ts:52:11", t)) & BREAK_DROP) !== 0) yield $at(this.place.breaker.and(~BREAK_DROP), "timeout.ts:52:63", t);
    yield $at(this.mutex.unlock, "timeout.ts:53:5", t);
    this.place.note(t, ACQUIRE);
  }
  /** take_gil, its timed wait: an interval without any switch, and the holder is asked to drop the lock */
  *waitForRelease(t) {
    this.place.note(t, WAIT);
    for (; ; ) {
      const saved = this.switchNumber.value;
      if (this.asksAtOnce(t)) yield* $within(this.ask(t), "timeout.ts:62:31", t, saved);
      const answer = yield $at(this.cond.wait(this.mutex, this.patience_ns(t)), "timeout.ts:63:22", t, saved);
      if (this.locked.value === 0) return;
      if (answer !== TIMED_OUT) this.place.note(t, VAIN);
      else if (this.switchNumber.value === saved) yield* $within(this.ask(t), "timeout.ts:66:51", t, answer, saved);
    }
  }
  *ask(t) {
    this.place.note(t, REQUEST);
    yield $at(this.place.breaker.or(BREAK_DROP), "timeout.ts:72:5", t);
  }
  /** With the mutex held: how long `t` waits before it asks the holder to drop the lock. */
  patience_ns(_t) {
    return Math.max(1, this.place.switchInterval_us.value) * 1e3;
  }
  /** With the mutex held: whether `t` asks the holder to drop the lock before it waits at all. */
  asksAtOnce(_t) {
    return false;
  }
  /** With the mutex held: `t` has the lock from now on. */
  taking(_t) {
  }
  /** drop_gil: a thread that was asked to drop the lock waits until another has taken it */
  *release(t) {
    this.place.note(t, RELEASE);
    yield $at(this.mutex.lock, "timeout.ts:91:5", t);
    yield $at(this.lastHolder.store(t), "timeout.ts:92:5", t);
    this.locked.value = 0;
    yield $at(this.cond.signal, "timeout.ts:94:5", t);
    yield $at(this.mutex.unlock, "timeout.ts:95:5", t);
    if (((yield $at(this.place.breaker.load, "timeout.ts:96:11", t)) & BREAK_DROP) === 0) return;
    yield $at(this.switchMutex.lock, "timeout.ts:97:5", t);
    if ((yield $at(this.lastHolder.load, "timeout.ts:98:10", t)) === t) {
      yield $at(this.place.breaker.and(~BREAK_DROP), "timeout.ts:99:7", t);
      yield $at(this.switchCond.wait(this.switchMutex), "timeout.ts:100:7", t);
    }
    yield $at(this.switchMutex.unlock, "timeout.ts:102:5", t);
  }
  /** eval_frame_handle_pending: signals first, then the request to drop the lock */
  *check(t) {
    const breaker = yield $at(this.place.breaker.load, "timeout.ts:107:21", t);
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      yield $at(this.place.breaker.and(~BREAK_SIGNAL), "timeout.ts:109:7", t, breaker);
      this.place.handleSignals(t);
    }
    if ((breaker & BREAK_DROP) !== 0) yield* $within(this.giveWay(t), "timeout.ts:112:39", t, breaker);
  }
  /** `t` was asked to drop the lock. */
  *giveWay(t) {
    yield* $within(this.release(t), "timeout.ts:117:5", t);
    yield* $within(this.acquire(t), "timeout.ts:118:5", t);
  }
  /** _PyEval_SignalReceived: a bit that only the main thread heeds */
  *signalled() {
    yield $at(this.place.breaker.or(BREAK_SIGNAL), "timeout.ts:123:5");
  }
  ticks() {
    return NO_TICKS;
  }
  keep(_left) {
  }
};
var timeout = {
  name: "timeout",
  title: "Time-out: a waiter asks for the lock after 5 ms, and the holder waits until it is taken",
  models: "CPython 3.2 and later",
  source: "CPython 3.2: Python/ceval_gil.h (take_gil, drop_gil with FORCE_SWITCHING); signals as since 3.9: Python/ceval.c (eval_frame_handle_pending, _PyEval_SignalReceived); python/cpython issues 7946, 40010, 42296",
  ticks: 0,
  switchInterval_us: 5e3,
  breaks: BREAK_DROP | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new Timeout(place)
};

// runtime/designs/backport-2.7.ts
var $at2 = (step, ...frame) => ({ step, frames: [frame] });
function* $within2(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var Backport = class extends Timeout {
  ticker;
  constructor(place) {
    super(place);
    this.ticker = new Ticker(place);
  }
  /** PyEval_EvalFrameEx of 2.7, where `--_Py_Ticker < 0`: pending calls first, then a request to drop the lock */
  *check(t) {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    if (((yield $at2(this.place.breaker.load, "backport-2.7.ts:22:11", t, handling)) & BREAK_DROP) !== 0) yield* $within2(this.giveWay(t), "backport-2.7.ts:22:63", t, handling);
  }
  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  *signalled() {
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var backport27 = {
  ...timeout,
  name: "backport-2.7",
  title: "Backport to 2.7: the lock with time-outs, looked at every 100 ticks",
  models: "CPython 2.7 with the patch of issue 7753, January 2010; it was rejected",
  source: "python/cpython issue 7753 (newgil-2.7.diff), whose text could not be read: CPython 3.2's take_gil and drop_gil under the rules of CPython 2.7's PyEval_EvalFrameEx",
  ticks: 100,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new Backport(place)
};

// runtime/designs/queue.ts
var Queue = class {
  head;
  next;
  constructor(region, name) {
    this.head = new Cell(region, name);
    this.next = new ThreadCell(region, `${name}, next`);
  }
  get first() {
    return this.head.value;
  }
  after(t) {
    return this.next.of(t);
  }
  get length() {
    let length = 0;
    for (let t = this.first; t !== 0; t = this.after(t)) length++;
    return length;
  }
  append(t) {
    let last = 0;
    for (let other = this.first; other !== 0; other = this.after(other)) last = other;
    this.link(last, t);
    this.next.set(t, 0);
  }
  prepend(t) {
    this.next.set(t, this.first);
    this.head.value = t;
  }
  remove(t) {
    let before = 0;
    for (let other = this.first; other !== t; other = this.after(other)) before = other;
    this.link(before, this.after(t));
    this.next.set(t, 0);
  }
  link(before, t) {
    if (before === 0) this.head.value = t;
    else this.next.set(before, t);
  }
};

// runtime/designs/bfs.ts
var $at3 = (step, ...frame) => ({ step, frames: [frame] });
function* $within3(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var SLICE_US = 1e4;
var DEADLINE_US = 8 * SLICE_US;
var PATIENCE_NS = 55e5;
var SWITCH_BACK_NS = 12e3;
var NOBODY = 0;
var Bfs = class {
  place;
  /** `bfs_mutex`: guards all that follows. */
  mutex;
  /** `bfs_cond` of a thread */
  cond;
  /** `bfs_rq`: who waits, in order of arrival */
  waiting;
  /** `bfs_thread`: who runs, or is named to */
  thread;
  /** `bfs_thread_prev`: who named `thread`, until that takes over */
  previous;
  /** `bfs_thread_switch`: who waits until `thread` takes over */
  switching;
  /** 1: who was named and lets another come back has lost its turn to it. In the source that looks at `bfs_thread`. */
  snatched;
  /** `bfs_python_time`, `bfs_slice` and `bfs_deadline` of a thread */
  clock;
  slice;
  deadline;
  constructor(place) {
    this.place = place;
    const { region } = place;
    this.mutex = new Mutex(region, "bfs_mutex");
    this.cond = new ThreadCondition(region, "bfs_cond");
    this.waiting = new Queue(region, "bfs_rq");
    this.thread = new Cell(region, "bfs_thread", NOBODY);
    this.previous = new Cell(region, "bfs_thread_prev", NOBODY);
    this.switching = new Cell(region, "bfs_thread_switch", NOBODY);
    this.snatched = new Word(region, "snatched");
    this.clock = new Clock(region, "bfs_python_time");
    this.slice = new ThreadCell(region, "bfs_slice");
    this.deadline = new Deadline(region, "bfs_deadline", this.clock, DEADLINE_US);
  }
  /** bfs_schedule */
  *acquire(t) {
    yield $at3(this.mutex.lock, "bfs.ts:66:5", t);
    yield* $within3(this.schedule(t), "bfs.ts:67:5", t);
    yield $at3(this.mutex.unlock, "bfs.ts:68:5", t);
    this.place.note(t, ACQUIRE);
  }
  /** bfs_schedule, with the mutex held */
  *schedule(t) {
    if (this.slice.of(t) <= 0) {
      this.slice.set(t, SLICE_US);
      this.deadline.set(t);
    }
    const other = this.thread.value;
    if (other !== NOBODY) {
      const urgent = this.isUrgent(t, other);
      if (urgent && this.previous.value !== NOBODY) yield $at3(this.snatched.store(1), "bfs.ts:82:53", t, other, urgent);
      else yield* $within3(this.wait(t, urgent), "bfs.ts:83:12", t, other, urgent);
    }
    this.thread.value = t;
    this.previous.value = NOBODY;
    const switching = this.switching.value;
    if (switching !== NOBODY) {
      this.switching.value = NOBODY;
      yield $at3(this.cond.signal(switching), "bfs.ts:90:7", t, switching, other);
    }
    yield $at3(this.clock.advance(0), "bfs.ts:92:5", t, switching, other);
  }
  /** Whether `t` comes before `other`; when the deadline of `other` has passed, first come is first served. */
  isUrgent(t, other) {
    const left_us = this.deadline.left(other);
    return left_us >= 0 && this.deadline.left(t) <= left_us;
  }
  /** _bfs_timed_wait, until `t` is named */
  *wait(t, urgent) {
    this.place.note(t, WAIT);
    if (urgent) this.place.note(t, REQUEST);
    yield $at3(this.place.breaker.or(urgent ? BREAK_DROP : BREAK_LOOK), "bfs.ts:105:5", urgent, t);
    this.waiting.append(t);
    while (this.thread.value !== t) {
      const answer = yield $at3(this.cond.wait(t, this.mutex, this.waiting.length * PATIENCE_NS), "bfs.ts:108:22", urgent, t);
      if (answer === TIMED_OUT) yield $at3(this.place.breaker.or(BREAK_LOOK), "bfs.ts:109:33", urgent, t, answer);
      if (this.thread.value !== t) this.place.note(t, VAIN);
      else if (this.letsBack(t)) yield* $within3(this.letBack(), "bfs.ts:111:34", urgent, t, answer);
    }
    this.waiting.remove(t);
  }
  /** Whether who named `t` is more urgent, and did so by itself. */
  letsBack(t) {
    const { value: previous } = this.previous;
    if (previous === NOBODY) return false;
    const left_us = this.deadline.left(t);
    return left_us >= 0 && this.deadline.left(previous) < left_us;
  }
  *letBack() {
    yield $at3(this.snatched.store(0), "bfs.ts:125:5");
    yield $at3(this.mutex.unlock, "bfs.ts:126:5");
    yield $at3(this.snatched.spin(0, SWITCH_BACK_NS), "bfs.ts:127:5");
    yield $at3(this.mutex.lock, "bfs.ts:128:5");
  }
  /** bfs_yield, before a call that may block; here its book-keeping is guarded as well */
  *release(t) {
    this.place.note(t, RELEASE);
    yield $at3(this.mutex.lock, "bfs.ts:134:5", t);
    yield* $within3(this.charge(t), "bfs.ts:135:5", t);
    this.previous.value = t;
    yield* $within3(this.nameNext(t), "bfs.ts:137:5", t);
    yield $at3(this.mutex.unlock, "bfs.ts:138:5", t);
  }
  *charge(t) {
    const used_us = yield $at3(this.clock.advance(SLICE_US), "bfs.ts:142:21", t);
    this.slice.set(t, Math.max(0, this.slice.of(t) - used_us));
  }
  /** _bfs_yield, with the mutex held */
  *nameNext(t) {
    yield $at3(this.place.breaker.and(~(BREAK_DROP | BREAK_LOOK)), "bfs.ts:148:5", t);
    const next = this.findTask();
    this.thread.value = next;
    if (next === NOBODY) return;
    yield $at3(this.cond.signal(next), "bfs.ts:152:5", t, next);
    if (this.switching.value !== NOBODY || !this.mustSwitch(t, next)) return;
    this.switching.value = t;
    while (this.switching.value === t) yield $at3(this.cond.wait(t, this.mutex), "bfs.ts:155:40", t, next);
  }
  /** bfs_find_task: the earliest deadline, or the first that has passed */
  findTask() {
    const { waiting: waiting2, deadline } = this;
    let task = waiting2.first;
    for (let t = task; t !== NOBODY && deadline.left(task) >= 0; t = waiting2.after(t))
      if (deadline.left(t) < deadline.left(task)) task = t;
    return task;
  }
  mustSwitch(t, next) {
    const left_us = this.deadline.left(next);
    return this.slice.of(t) <= 0 || left_us < 0 || this.deadline.left(t) >= left_us;
  }
  /** bfs_checkpoint, after signals */
  *check(t) {
    const breaker = yield $at3(this.place.breaker.load, "bfs.ts:174:21", t);
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      yield $at3(this.place.breaker.and(~BREAK_SIGNAL), "bfs.ts:176:7", t, breaker);
      this.place.handleSignals(t);
    }
    if ((breaker & (BREAK_DROP | BREAK_LOOK)) === 0) return;
    yield $at3(this.mutex.lock, "bfs.ts:180:5", t, breaker);
    yield $at3(this.place.breaker.and(~BREAK_LOOK), "bfs.ts:181:5", t, breaker);
    yield* $within3(this.charge(t), "bfs.ts:182:5", t, breaker);
    if ((breaker & BREAK_DROP) !== 0 || this.slice.of(t) <= 0) {
      this.place.note(t, RELEASE);
      yield* $within3(this.nameNext(t), "bfs.ts:185:7", t, breaker);
      yield* $within3(this.schedule(t), "bfs.ts:186:7", t, breaker);
      this.place.note(t, ACQUIRE);
    }
    yield $at3(this.mutex.unlock, "bfs.ts:189:5", t, breaker);
  }
  /** _PyEval_SignalReceived: a bit that only the main thread heeds */
  *signalled() {
    yield $at3(this.place.breaker.or(BREAK_SIGNAL), "bfs.ts:194:5");
  }
  ticks() {
    return NO_TICKS;
  }
  keep(_left) {
  }
};
var bfs = {
  name: "bfs",
  title: "BFS: a scheduler in the place of a lock; the earliest deadline is next",
  models: "Aides's patch in issue 7946, March and May 2010, as ported to CPython 3.9; it was not applied",
  source: "JuliaPoo/cpython: Python/bfs.c (Aides 2010: bfs_schedule, _bfs_yield, bfs_find_task, bfs_checkpoint); there the runner also looks at the clock every 5,000 ticks, here when a waiter asks it to",
  ticks: 0,
  switchInterval_us: 0,
  breaks: BREAK_DROP | BREAK_LOOK | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new Bfs(place)
};

// runtime/designs/roundrobin.ts
var $at4 = (step, ...frame) => ({ step, frames: [frame] });
function* $within4(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var RoundRobin = class {
  place;
  ticker;
  mutex;
  released;
  locked;
  /** How many threads wait. */
  waiting;
  constructor(place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.mutex = new Mutex(place.region, "mutex");
    this.released = new Condition(place.region, "released");
    this.locked = new Cell(place.region, "locked");
    this.waiting = new Cell(place.region, "waiting");
  }
  *acquire(t) {
    yield $at4(this.mutex.lock, "roundrobin.ts:27:5", t);
    if (this.mustWait(t)) yield* $within4(this.waitForRelease(t), "roundrobin.ts:28:27", t);
    this.locked.value = 1;
    this.taking(t);
    yield $at4(this.mutex.unlock, "roundrobin.ts:31:5", t);
    this.place.note(t, ACQUIRE);
  }
  /** With the mutex held: whether `t` has to wait at least once. */
  mustWait(_t) {
    return this.locked.value !== 0 || this.waiting.value > 0;
  }
  /** With the mutex held: `t` has the lock from now on. */
  taking(_t) {
  }
  *waitForRelease(t) {
    this.place.note(t, WAIT);
    this.waiting.value++;
    yield $at4(this.released.wait(this.mutex), "roundrobin.ts:46:5", t);
    while (this.locked.value !== 0) {
      this.place.note(t, VAIN);
      yield $at4(this.released.wait(this.mutex), "roundrobin.ts:49:7", t);
    }
    this.waiting.value--;
  }
  *release(t) {
    this.place.note(t, RELEASE);
    yield $at4(this.mutex.lock, "roundrobin.ts:56:5", t);
    this.locked.value = 0;
    yield $at4(this.released.signal, "roundrobin.ts:58:5", t);
    yield $at4(this.mutex.unlock, "roundrobin.ts:59:5", t);
  }
  /** PyEval_EvalFrameEx, where `--_Py_Ticker < 0`: pending calls first, then release and acquire */
  *check(t) {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    yield* $within4(this.release(t), "roundrobin.ts:67:5", t, handling);
    yield* $within4(this.acquire(t), "roundrobin.ts:68:5", t, handling);
  }
  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  *signalled() {
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var roundRobin = {
  name: "roundrobin",
  title: "Round robin: who comes while others wait sleeps at least once",
  models: "CPython 2.7 with the patch of issue 8299, April 2010; it was not applied",
  source: "python/cpython issue 8299 (Jonsson): gil.patch as its first message describes it, and the acquisition as it stands in the discussion",
  ticks: 100,
  switchInterval_us: 0,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new RoundRobin(place)
};

// runtime/designs/fair.ts
var Fair = class extends RoundRobin {
  /** The thread that had the lock last. Guarded by the mutex. */
  lastOwner;
  constructor(place) {
    super(place);
    this.lastOwner = new Cell(place.region, "last_owner");
  }
  mustWait(t) {
    return this.locked.value !== 0 || this.waiting.value > 0 && this.lastOwner.value === t;
  }
  taking(t) {
    this.lastOwner.value = t;
  }
};
var fair = {
  ...roundRobin,
  name: "fair",
  title: "Fair: who had the lock last stands back for those who wait",
  models: "Jonsson's later rule, as a lock by itself (fastcond, 2017 to 2025), under 2.7's ticks",
  source: "kristjanvalur/fastcond: fastcond/gil.c",
  create: (place) => new Fair(place)
};

// runtime/designs/holy.ts
var PATIENCE_NS2 = 1e3;
var Holy = class extends Timeout {
  /** The thread that holds the lock. Guarded by the mutex. */
  holder;
  constructor(place) {
    super(place);
    this.holder = new Cell(place.region, "holder");
  }
  patience_ns(t) {
    const { priorityOf } = this.place;
    return priorityOf(t) >= 0 && priorityOf(this.holder.value) < 0 ? PATIENCE_NS2 : super.patience_ns(t);
  }
  taking(t) {
    this.holder.value = t;
  }
};
var holy = {
  ...timeout,
  name: "holy",
  title: "Holy: behind a thread that declared itself holy, the others wait for 1 us only",
  models: "Beazley's fork of CPython 3.12, May 2022, and the idea of sys.setpriority(-1) of 2011",
  source: "dabeaz-fork/cpython, commits 091dfeab2d, ddd9a9f210, 347e2f32fe: take_gil, HOLY.md",
  create: (place) => new Holy(place)
};

// runtime/designs/interactive.ts
function* $within5(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var TRUSTED = 2;
var Interactive = class extends Timeout {
  /** How many of its last holds the thread ended by itself, TRUSTED at most. Its own, and read by itself alone. */
  early;
  constructor(place) {
    super(place);
    this.early = new ThreadCell(place.region, "early");
  }
  asksAtOnce(t) {
    return this.early.of(t) >= TRUSTED;
  }
  *release(t) {
    this.early.set(t, Math.min(TRUSTED, this.early.of(t) + 1));
    yield* $within5(super.release(t), "interactive.ts:24:5", t);
  }
  *giveWay(t) {
    yield* $within5(super.release(t), "interactive.ts:28:5", t);
    this.early.set(t, 0);
    yield* $within5(this.acquire(t), "interactive.ts:30:5", t);
  }
};
var interactive = {
  ...timeout,
  name: "interactive",
  title: "Interactive: who regularly gives the lock up early gets it back at once",
  models: "Pitrou's patch in issue 7946, March 2010; it was not applied",
  source: "Coghlan, python-dev, 16 March 2010, who describes the patch (gilinter); the patch itself could not be read, so that the number of early releases is ours; python/cpython issue 7946",
  create: (place) => new Interactive(place)
};

// runtime/designs/levels.ts
var $at5 = (step, ...frame) => ({ step, frames: [frame] });
function* $within6(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var LEVELS = 3;
var Levels = class {
  place;
  ticker;
  mutex;
  locked;
  /** By level, the lowest first: who waits, and how many. */
  released;
  waiting;
  constructor(place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.mutex = new Mutex(place.region, "mutex");
    this.locked = new Cell(place.region, "locked");
    const levels2 = Array.from({ length: LEVELS }, (_, level) => level);
    this.released = levels2.map((level) => new Condition(place.region, `released ${level}`));
    this.waiting = levels2.map((level) => new Cell(place.region, `waiting ${level}`));
  }
  *acquire(t) {
    const level = 1 + Math.sign(this.place.priorityOf(t));
    yield $at5(this.mutex.lock, "levels.ts:32:5", t, level);
    if (this.locked.value !== 0 || this.highest() >= level) yield* $within6(this.waitForRelease(t, level), "levels.ts:33:61", t, level);
    this.locked.value = 1;
    yield $at5(this.mutex.unlock, "levels.ts:35:5", t, level);
    this.place.note(t, ACQUIRE);
  }
  /** With the mutex held: the highest level on which somebody waits, or -1. */
  highest() {
    for (let level = LEVELS - 1; level >= 0; level--) if (this.waiting[level].value > 0) return level;
    return -1;
  }
  *waitForRelease(t, level) {
    this.place.note(t, WAIT);
    this.waiting[level].value++;
    yield $at5(this.released[level].wait(this.mutex), "levels.ts:48:5", level, t);
    while (this.locked.value !== 0 || this.highest() > level) {
      this.place.note(t, VAIN);
      yield $at5(this.released[level].wait(this.mutex), "levels.ts:51:7", level, t);
    }
    this.waiting[level].value--;
  }
  *release(t) {
    this.place.note(t, RELEASE);
    yield $at5(this.mutex.lock, "levels.ts:58:5", t);
    this.locked.value = 0;
    const level = this.highest();
    if (level >= 0) yield $at5(this.released[level].signal, "levels.ts:61:21", t, level);
    yield $at5(this.mutex.unlock, "levels.ts:62:5", t, level);
  }
  /** PyEval_EvalFrameEx, where `--_Py_Ticker < 0`: pending calls first, then release and acquire */
  *check(t) {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    yield* $within6(this.release(t), "levels.ts:70:5", t, handling);
    yield* $within6(this.acquire(t), "levels.ts:71:5", t, handling);
  }
  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  *signalled() {
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var levels = {
  ...roundRobin,
  name: "levels",
  title: "Levels: round robin on each of three levels of priority, which programs set",
  models: "CPython 2.7 with the third lock of issue 8299's patch, April 2010; it was not applied",
  source: "python/cpython issue 8299 (Jonsson): gil.patch as its first message describes it; what else it could do with priorities could not be read",
  create: (place) => new Levels(place)
};

// runtime/designs/priority.ts
function* $within7(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var Priority = class extends Timeout {
  /** 1: the thread was made to give the lock up, and has not given it up by itself since. Its own, and read by itself alone. */
  sunk;
  /** The same of the thread that holds the lock. Guarded by the mutex. */
  holderSunk;
  constructor(place) {
    super(place);
    this.sunk = new ThreadCell(place.region, "sunk");
    this.holderSunk = new Cell(place.region, "holder_sunk");
  }
  asksAtOnce(t) {
    return this.sunk.of(t) === 0 && this.holderSunk.value !== 0;
  }
  taking(t) {
    this.holderSunk.value = this.sunk.of(t);
  }
  *release(t) {
    this.sunk.set(t, 0);
    yield* $within7(super.release(t), "priority.ts:28:5", t);
  }
  *giveWay(t) {
    yield* $within7(super.release(t), "priority.ts:32:5", t);
    this.sunk.set(t, 1);
    yield* $within7(this.acquire(t), "priority.ts:34:5", t);
  }
};
var priority = {
  ...timeout,
  name: "priority",
  title: "Priority: who is preempted sinks, who suspends early rises, and the higher preempts at once",
  models: "Beazley's proposal of February 2010 (Understanding the Python GIL); it was not applied",
  source: "Beazley, Understanding the Python GIL, 2010, 'A possible solution', and his blog of February 2010, both as transcribed by third parties; python/cpython issue 7946",
  create: (place) => new Priority(place)
};

// runtime/designs/no-release-when-ready.ts
var source = "python/cpython issue 7946, as summed up by third parties (calls that return at once shall not release the lock); the same was done for one call in issue 75834 (bpo-31653, a semaphore that is free) and proposed in issue 89977";
var keeping = (design, name, title) => ({
  ...design,
  name,
  title,
  models: `${design.name}, for whom no call that is ready gives the lock up; it was not applied`,
  source,
  keepsLock: true
});
var noReleaseWhenReady = keeping(
  timeout,
  "no-release-when-ready",
  "No release when ready: a call that need not wait keeps the lock"
);
var priorityNoRelease = keeping(
  priority,
  "priority-no-release",
  "Priority, and a call that need not wait keeps the lock"
);
var interactiveNoRelease = keeping(
  interactive,
  "interactive-no-release",
  "Interactive, and a call that need not wait keeps the lock"
);

// runtime/designs/pypy.ts
var $at6 = (step, ...frame) => ({ step, frames: [frame] });
function* $within8(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var POLL_NS = 1e5;
var FREE = 0;
var TAKEN = 1;
var PyPy = class {
  place;
  ticker;
  /** `rpy_fastgil` */
  fastgil;
  /** `rpy_waiting_threads` */
  waitingThreads;
  /** `mutex_gil_stealer` */
  stealer;
  /** `mutex_gil`, a `mutex2_t`: a flag with a mutex and a condition. It is given back only by a thread that yields. */
  mutex;
  cond;
  locked;
  constructor(place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.fastgil = new Word(place.region, "rpy_fastgil", FREE);
    this.waitingThreads = new Word(place.region, "rpy_waiting_threads");
    this.stealer = new Mutex(place.region, "mutex_gil_stealer");
    this.mutex = new Mutex(place.region, "mutex_gil.mutex");
    this.cond = new Condition(place.region, "mutex_gil.cond");
    this.locked = new Cell(place.region, "mutex_gil.locked", 1);
  }
  /** RPyGilAcquire */
  *acquire(t) {
    if ((yield $at6(this.fastgil.exchange(TAKEN), "pypy.ts:45:10", t)) !== FREE) yield* $within8(this.acquireSlowly(t), "pypy.ts:45:56", t);
    this.place.note(t, ACQUIRE);
  }
  /** RPyGilAcquireSlowPath */
  *acquireSlowly(t) {
    this.place.note(t, WAIT);
    yield $at6(this.waitingThreads.add(1), "pypy.ts:52:5", t);
    yield $at6(this.stealer.lock, "pypy.ts:53:5", t);
    for (; ; ) {
      yield $at6(this.mutex.lock, "pypy.ts:55:7", t);
      if (this.locked.value !== 0) yield $at6(this.cond.wait(this.mutex, POLL_NS), "pypy.ts:56:36", t);
      const given = this.locked.value === 0;
      this.locked.value = 1;
      yield $at6(this.mutex.unlock, "pypy.ts:59:7", t, given);
      if (given || (yield $at6(this.fastgil.exchange(TAKEN), "pypy.ts:60:21", t, given)) === FREE) break;
      this.place.note(t, VAIN);
    }
    yield $at6(this.stealer.unlock, "pypy.ts:63:5", t);
    yield $at6(this.waitingThreads.add(-1), "pypy.ts:64:5", t);
  }
  /** RPyGilRelease: before a call that may block */
  *release(t) {
    this.place.note(t, RELEASE);
    yield $at6(this.fastgil.store(FREE), "pypy.ts:70:5", t);
  }
  /** The action that comes due every 10,000 bytecodes: signals, then RPyGilYieldThread */
  *check(t) {
    const breaker = yield $at6(this.place.breaker.load, "pypy.ts:75:21", t);
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      yield $at6(this.place.breaker.and(~BREAK_SIGNAL), "pypy.ts:77:7", t, breaker);
      this.place.handleSignals(t);
    }
    this.ticker.restart();
    if ((yield $at6(this.waitingThreads.load, "pypy.ts:81:10", t, breaker)) <= 0) return;
    this.place.note(t, RELEASE);
    yield $at6(this.mutex.lock, "pypy.ts:83:5", t, breaker);
    this.locked.value = 0;
    yield $at6(this.cond.signal, "pypy.ts:85:5", t, breaker);
    yield $at6(this.mutex.unlock, "pypy.ts:86:5", t, breaker);
    yield* $within8(this.acquireSlowly(t), "pypy.ts:87:5", t, breaker);
    this.place.note(t, ACQUIRE);
  }
  /** pypysig_getaddr_occurred: a signal makes the ticker negative, so that the main thread looks at once */
  *signalled() {
    yield $at6(this.place.breaker.or(BREAK_SIGNAL), "pypy.ts:93:5");
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var pypy = {
  name: "pypy",
  title: "PyPy: a word that is exchanged, and one stealer that looks every 0.1 ms",
  models: "PyPy 5.9 and later; its ticks are those of CPython 2.7 here, where PyPy counts its own",
  source: "PyPy: rpython/translator/c/src/thread_gil.c (RPyGilAcquireSlowPath, RPyGilYieldThread, RPyGilRelease), thread_pthread.c (mutex2_t), signals.c (pypysig_getaddr_occurred)",
  ticks: 1e4,
  switchInterval_us: 0,
  breaks: BREAK_SIGNAL,
  weights,
  interruptibleLocks: true,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  polls: true,
  create: (place) => new PyPy(place)
};

// runtime/designs/tick.ts
var $at7 = (step, ...frame) => ({ step, frames: [frame] });
function* $within9(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var Tick = class {
  place;
  ticker;
  /** `interpreter_lock` */
  interpreterLock;
  constructor(place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.interpreterLock = new Semaphore(place.region, "interpreter_lock", 1);
  }
  /** PyThread_acquire_lock: sem_wait */
  *acquire(t) {
    yield $at7(this.interpreterLock.take(t), "tick.ts:22:5", t);
    this.place.note(t, ACQUIRE);
  }
  /** PyThread_release_lock: sem_post */
  *release(t) {
    this.place.note(t, RELEASE);
    yield $at7(this.interpreterLock.post, "tick.ts:29:5", t);
  }
  /** PyEval_EvalFrameEx, where `--_Py_Ticker < 0`: pending calls first, then release and acquire */
  *check(t) {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    yield* $within9(this.release(t), "tick.ts:37:5", t, handling);
    yield* $within9(this.acquire(t), "tick.ts:38:5", t, handling);
  }
  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  *signalled() {
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var tick = {
  name: "tick",
  title: "Tick: a semaphore, offered every 100 ticks",
  models: "CPython up to 2.7, and 3.0 and 3.1, on Linux",
  source: "CPython 2.7.5: Python/ceval.c (PyEval_EvalFrameEx, Py_AddPendingCall, Py_MakePendingCalls) and Python/thread_pthread.h (PyThread_acquire_lock, PyThread_release_lock with USE_SEMAPHORES)",
  ticks: 100,
  switchInterval_us: 0,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new Tick(place)
};

// runtime/designs/tick-condition.ts
var $at8 = (step, ...frame) => ({ step, frames: [frame] });
function* $within10(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var TickCondition = class {
  place;
  ticker;
  /** `pthread_lock.mut` */
  mut;
  /** `pthread_lock.lock_released` */
  lockReleased;
  /** `pthread_lock.locked` */
  locked;
  constructor(place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.mut = new Mutex(place.region, "mut");
    this.lockReleased = new Condition(place.region, "lock_released");
    this.locked = new Cell(place.region, "locked");
  }
  /** PyThread_acquire_lock: pthread_cond_wait while the flag is set */
  *acquire(t) {
    yield $at8(this.mut.lock, "tick-condition.ts:28:5", t);
    if (this.locked.value !== 0) {
      this.place.note(t, WAIT);
      yield $at8(this.lockReleased.wait(this.mut), "tick-condition.ts:31:7", t);
      while (this.locked.value !== 0) {
        this.place.note(t, VAIN);
        yield $at8(this.lockReleased.wait(this.mut), "tick-condition.ts:34:9", t);
      }
    }
    this.locked.value = 1;
    yield $at8(this.mut.unlock, "tick-condition.ts:38:5", t);
    this.place.note(t, ACQUIRE);
  }
  /** PyThread_release_lock: the signal is sent after the mutex is unlocked (issue 38106) */
  *release(t) {
    this.place.note(t, RELEASE);
    yield $at8(this.mut.lock, "tick-condition.ts:45:5", t);
    this.locked.value = 0;
    yield $at8(this.mut.unlock, "tick-condition.ts:47:5", t);
    yield $at8(this.lockReleased.signal, "tick-condition.ts:48:5", t);
  }
  /** PyEval_EvalFrameEx, where `--_Py_Ticker < 0`: pending calls first, then release and acquire */
  *check(t) {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    yield* $within10(this.release(t), "tick-condition.ts:56:5", t, handling);
    yield* $within10(this.acquire(t), "tick-condition.ts:57:5", t, handling);
  }
  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  *signalled() {
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var tickCondition = {
  name: "tick-condition",
  title: "Tick with a condition: a flag, a mutex and a condition, offered every 100 ticks",
  models: "CPython up to 2.7, and 3.0 and 3.1, on macOS",
  source: "CPython 2.7.5: Python/ceval.c (PyEval_EvalFrameEx, Py_AddPendingCall, Py_MakePendingCalls) and Python/thread_pthread.h (pthread_lock, PyThread_acquire_lock, PyThread_release_lock); python/cpython issue 38106",
  ticks: 100,
  switchInterval_us: 0,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new TickCondition(place)
};

// runtime/designs/timeout-before-3.9.ts
var timeoutBefore39 = {
  ...timeout,
  name: "timeout-before-3.9",
  title: "Time-out before 3.9: a pending signal stops every thread until the main thread has run",
  models: "CPython 3.2 to 3.8",
  source: "CPython 3.2: Python/ceval_gil.h (take_gil, drop_gil), Python/ceval.c (eval_breaker, Py_AddPendingCall); python/cpython issue 40010",
  signalsStopAll: true,
  pendingSignals: "every thread stops at each safe point until the main thread has run the handler"
};

// runtime/designs/timeout-with-priority-requests.ts
function* $within11(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var PriorityRequests = class extends Timeout {
  /** 1: the thread gave the lock up because it was asked to. Its own, and read by itself alone. */
  gaveWay;
  constructor(place) {
    super(place);
    this.gaveWay = new ThreadCell(place.region, "gave_way");
  }
  asksAtOnce(t) {
    return this.gaveWay.of(t) === 0;
  }
  *giveWay(t) {
    this.gaveWay.set(t, 1);
    yield* $within11(super.giveWay(t), "timeout-with-priority-requests.ts:21:5", t);
    this.gaveWay.set(t, 0);
  }
};
var timeoutWithPriorityRequests = {
  ...timeout,
  name: "timeout-with-priority-requests",
  title: "Time-out with priority requests: a thread that comes back from a blocking call asks at once",
  models: "the new lock as it was proposed in October 2009; priority requests were not kept for 3.2",
  source: "Pitrou, python-dev, 25 October 2009, as told in CPython's Doc/whatsnew/3.2.rst and in the log of sandbox/newgil (r76006, PRIO_REQUESTS); the message and the code could not be read, so that the rule is our reading",
  create: (place) => new PriorityRequests(place)
};

// runtime/designs/timeout-without-forced-switching.ts
var $at9 = (step, ...frame) => ({ step, frames: [frame] });
var WithoutForcedSwitching = class extends Timeout {
  /** drop_gil without FORCE_SWITCHING */
  *release(t) {
    this.place.note(t, RELEASE);
    yield $at9(this.mutex.lock, "timeout-without-forced-switching.ts:11:5", t);
    yield $at9(this.lastHolder.store(t), "timeout-without-forced-switching.ts:12:5", t);
    this.locked.value = 0;
    yield $at9(this.cond.signal, "timeout-without-forced-switching.ts:14:5", t);
    yield $at9(this.mutex.unlock, "timeout-without-forced-switching.ts:15:5", t);
  }
};
var timeoutWithoutForcedSwitching = {
  ...timeout,
  name: "timeout-without-forced-switching",
  title: "Time-out without forced switching: who was asked to drop the lock may take it again at once",
  models: "CPython 3.2 and later, compiled without FORCE_SWITCHING, as nobody ships it",
  source: "CPython 3.2: Python/ceval_gil.h (take_gil, drop_gil without FORCE_SWITCHING)",
  create: (place) => new WithoutForcedSwitching(place)
};

// runtime/designs/turns.ts
var $at10 = (step, ...frame) => ({ step, frames: [frame] });
function* $within12(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var SPIN_NS = 5e3;
var Turns = class {
  place;
  /** Guards all that follows. */
  mutex;
  cond;
  locked;
  holder;
  /** Who has come back within its turn and asked for the lock, and who waits for it behind them. */
  asking;
  waiting;
  /** What is left of a thread's turn, in microseconds, as of when it took the lock. */
  left;
  clock;
  constructor(place) {
    this.place = place;
    const { region } = place;
    this.mutex = new Mutex(region, "mutex");
    this.cond = new ThreadCondition(region, "cond");
    this.locked = new Cell(region, "locked");
    this.holder = new Cell(region, "holder");
    this.asking = new Queue(region, "asking");
    this.waiting = new Queue(region, "waiting");
    this.left = new ThreadCell(region, "left");
    this.clock = new Clock(region, "clock");
  }
  get interval_us() {
    return Math.max(1, this.place.switchInterval_us.value);
  }
  /** Who has the lock next. */
  first() {
    return this.asking.first || this.waiting.first;
  }
  *acquire(t) {
    yield $at10(this.mutex.lock, "turns.ts:51:5", t);
    const asks = this.left.of(t) > 0;
    if (this.mustWait(asks)) {
      if (asks) this.asking.append(t);
      else this.waiting.append(t);
      yield* $within12(this.wait(t, asks), "turns.ts:56:7", t, asks);
    }
    yield* $within12(this.take(t), "turns.ts:58:5", t, asks);
    yield $at10(this.mutex.unlock, "turns.ts:59:5", t, asks);
    this.place.note(t, ACQUIRE);
  }
  /** Within a turn a thread takes a free lock before those who do not ask, as they may still be on their way to it. */
  mustWait(asks) {
    return this.locked.value !== 0 || (asks ? this.asking.first : this.first()) !== 0;
  }
  /** With the mutex held, in a queue: until the lock is free and it is the turn of `t`. Who does not ask waits for the end of turns. */
  *wait(t, asks) {
    this.place.note(t, WAIT);
    while (this.locked.value !== 0 || this.first() !== t) {
      if (asks && this.locked.value !== 0) yield* $within12(this.ask(t), "turns.ts:72:44", asks, t);
      if (this.locked.value === 0 && this.first() === t) break;
      const answer = yield $at10(this.cond.wait(t, this.mutex, this.patience_ns()), "turns.ts:74:22", asks, t);
      if (answer !== TIMED_OUT) this.place.note(t, VAIN);
      else if (this.locked.value !== 0) yield $at10(this.place.breaker.or(BREAK_LOOK), "turns.ts:76:41", asks, t, answer);
    }
    if (asks) this.asking.remove(t);
    else this.waiting.remove(t);
  }
  patience_ns() {
    return Math.max(1, this.left.of(this.holder.value)) * 1e3;
  }
  /** Asks the holder to drop the lock, and stays awake for a while, without the mutex. */
  *ask(t) {
    this.place.note(t, REQUEST);
    const breaker = yield $at10(this.place.breaker.or(BREAK_DROP), "turns.ts:89:21", t);
    yield $at10(this.mutex.unlock, "turns.ts:90:5", t, breaker);
    yield $at10(this.place.breaker.spin(breaker | BREAK_DROP, SPIN_NS), "turns.ts:91:5", t, breaker);
    yield $at10(this.mutex.lock, "turns.ts:92:5", t, breaker);
  }
  *take(t) {
    this.locked.value = 1;
    this.holder.value = t;
    if (this.left.of(t) <= 0) this.left.set(t, this.interval_us);
    yield $at10(this.clock.advance(0), "turns.ts:99:5", t);
  }
  *release(t) {
    this.place.note(t, RELEASE);
    yield $at10(this.mutex.lock, "turns.ts:104:5", t);
    yield* $within12(this.charge(t), "turns.ts:105:5", t);
    yield* $within12(this.drop(), "turns.ts:106:5", t);
    yield $at10(this.mutex.unlock, "turns.ts:107:5", t);
  }
  *charge(t) {
    const used_us = yield $at10(this.clock.advance(this.interval_us), "turns.ts:111:21", t);
    this.left.set(t, Math.max(0, this.left.of(t) - used_us));
  }
  *drop() {
    this.locked.value = 0;
    const first = this.first();
    if (first === 0) return;
    yield $at10(this.cond.signal(first), "turns.ts:119:5", first);
    yield $at10(this.place.breaker.and(~(BREAK_DROP | BREAK_LOOK)), "turns.ts:120:5", first);
  }
  /** Signals first; then who is asked to drop the lock does, and who is asked to look does when its turn is over. */
  *check(t) {
    const breaker = yield $at10(this.place.breaker.load, "turns.ts:125:21", t);
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      yield $at10(this.place.breaker.and(~BREAK_SIGNAL), "turns.ts:127:7", t, breaker);
      this.place.handleSignals(t);
    }
    if ((breaker & (BREAK_DROP | BREAK_LOOK)) === 0) return;
    yield $at10(this.mutex.lock, "turns.ts:131:5", t, breaker);
    yield* $within12(this.charge(t), "turns.ts:132:5", t, breaker);
    if ((breaker & BREAK_DROP) !== 0 || this.left.of(t) <= 0) yield* $within12(this.giveWay(t), "turns.ts:133:63", t, breaker);
    else yield $at10(this.place.breaker.and(~BREAK_LOOK), "turns.ts:134:10", t, breaker);
    yield $at10(this.mutex.unlock, "turns.ts:135:5", t, breaker);
  }
  /** Who is interrupted in its turn goes on with it next. */
  *giveWay(t) {
    this.place.note(t, RELEASE);
    if (this.left.of(t) > 0) this.waiting.prepend(t);
    else this.waiting.append(t);
    yield* $within12(this.drop(), "turns.ts:143:5", t);
    yield* $within12(this.wait(t, false), "turns.ts:144:5", t);
    yield* $within12(this.take(t), "turns.ts:145:5", t);
    this.place.note(t, ACQUIRE);
  }
  *signalled() {
    yield $at10(this.place.breaker.or(BREAK_SIGNAL), "turns.ts:150:5");
  }
  ticks() {
    return NO_TICKS;
  }
  keep(_left) {
  }
};
var turns = {
  name: "turns",
  title: "Turns: a turn goes on after a blocking call, and who comes back within it gets the lock at once",
  models: "no interpreter; Convoy's own, after what the other designs showed",
  source: "Convoy: runtime/designs/turns.ts",
  ticks: 0,
  switchInterval_us: 5e3,
  breaks: BREAK_DROP | BREAK_LOOK | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new Turns(place)
};

// runtime/designs/index.ts
var designs = [
  tick,
  tickCondition,
  timeout,
  timeoutBefore39,
  timeoutWithoutForcedSwitching,
  timeoutWithPriorityRequests,
  backport27,
  priority,
  interactive,
  bfs,
  noReleaseWhenReady,
  priorityNoRelease,
  interactiveNoRelease,
  roundRobin,
  levels,
  fair,
  holy,
  pypy,
  turns
];
function findDesign(name) {
  const found = designs.find((design) => design.name === name);
  if (found) return found;
  throw new Error(
    `unknown design: ${name}; known designs: ${designs.map((design) => design.name).join(", ")}`
  );
}

// runtime/machines/devices.ts
var NOT_READY = -(2 ** 29);

// runtime/machines/exhaustive/properties.ts
var EXCLUSION = 0;
var DEADLOCK = 1;
var STALL = 2;
var DROP = 3;
var RACE = 4;
var MUTEXES = 5;
var SIGNALS = 6;
var CLEAN = 7;
var properties = [
  { name: "exclusion", title: "one thread at a time holds the interpreter lock, and only it runs Python" },
  { name: "deadlock", title: "while a thread has not ended, one can run" },
  { name: "stall", title: "nobody depends on a time-out or a device to go on: no wake-up is lost" },
  { name: "drop", title: "a thread that is asked to drop the lock does so, and another has it next" },
  { name: "race", title: "no two threads touch a cell at once, one of them writing" },
  { name: "mutexes", title: "a mutex is unlocked, and given to a wait, by the thread that locked it" },
  { name: "signals", title: "the main thread runs a signal's handler at its next check" },
  {
    name: "clean",
    title: "when all have ended nothing is locked, asked for or waited on, and a new thread gets the lock"
  }
];

// runtime/machines/exhaustive/script.ts
var THREADS_MAX2 = 7;
var ACTIONS_MAX = 31;
var COMPUTE = 0;
var YIELD = 1;
var BLOCK2 = 2;
var START = 3;
var AGAIN = 4;
var KINDS = ["compute", "yield", "block", "start", "again"];
function compileScripts({ name, threads }) {
  const refuse = (what, advice) => {
    throw new Error(`invalid scenario: ${name}, ${what}; ${advice}`);
  };
  if (threads.length < 1 || threads.length > THREADS_MAX2)
    refuse(`${threads.length} threads`, `give 1 to ${THREADS_MAX2}`);
  const compile = (action, i, script) => {
    const [kind, thread] = action.split(" ");
    const code = { what: KINDS.indexOf(kind), thread: Number(thread ?? -1) };
    if (code.what < 0) refuse(`unknown action ${action}`, `known actions: ${KINDS.join(", ")}`);
    if (code.what === START && !(Number.isInteger(code.thread) && code.thread > 0 && code.thread < threads.length))
      refuse(action, `give a thread from 1 to ${threads.length - 1}`);
    if (code.what === AGAIN && (i !== script.length - 1 || i === 0))
      refuse(action, "put it at the end of a script that does something");
    return code;
  };
  return threads.map((script) => {
    if (script.length > ACTIONS_MAX)
      refuse(`a script of ${script.length} actions`, `give at most ${ACTIONS_MAX}`);
    return script.map(compile);
  });
}
function runsAtOnce(scripts) {
  const started = new Set(
    scripts.flat().filter(({ what }) => what === START).map(({ thread }) => thread)
  );
  return scripts.map((_, t) => !started.has(t));
}

// runtime/machines/exhaustive/time.ts
var MOMENTS_MAX = 5;
var A_MOMENT = 12;
var THE_MOST = 13;
function* readings(most_us, moments, moved) {
  if (moments > MOMENTS_MAX) throw new Error(`too many deadlines: ${moments}; give fewer threads`);
  yield 0;
  if (most_us <= 0) return;
  yield THE_MOST;
  if (moments > 0 && !moved) yield A_MOMENT;
  for (let passed = 1; passed <= moments; passed++) {
    yield passed;
    yield MOMENTS_MAX + passed;
  }
}
function reading(number) {
  if (number === 0) return { most: false, moved: false, passed: 0 };
  if (number === A_MOMENT || number === THE_MOST) return { most: number === THE_MOST, moved: true, passed: 0 };
  const most = number > MOMENTS_MAX;
  return { most, moved: true, passed: most ? number - MOMENTS_MAX : number };
}
var Deadlines = class {
  slots;
  constructor(slots) {
    this.slots = slots;
  }
  /** At how many moments there are deadlines to come. */
  moments(state) {
    let last = 0;
    for (const slot of this.slots) last = Math.max(last, state[slot]);
    return last;
  }
  /** Lets those at the first `count` moments pass. */
  pass(state, count) {
    for (const slot of this.slots)
      if (state[slot] > 0) state[slot] = state[slot] <= count ? -1 : state[slot] - count;
  }
  /** Sets one to the last moment there is, or to one after it. */
  set(state, slot, later) {
    this.clear(state, slot);
    state[slot] = Math.max(1, this.moments(state) + (later ? 1 : 0));
  }
  /** Takes one away, and closes the gap that it leaves. */
  clear(state, slot) {
    const moment = state[slot];
    state[slot] = 0;
    if (moment <= 0 || this.slots.some((other) => state[other] === moment)) return;
    for (const other of this.slots) if (state[other] > moment) state[other]--;
  }
};

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

// runtime/machines/thread.ts
var $at11 = (step, ...frame) => ({ step, frames: [frame] });
function* $within13(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
var Thread = class {
  bench;
  processor;
  constructor(bench) {
    this.bench = bench;
    this.processor = new Processor(bench.interpreter);
  }
  /** Runs thread `t` from its first bytecode to its end. */
  *live(t) {
    const { design, memory } = this.bench;
    yield* $within13(design.acquire(t), "thread.ts:31:5", t, memory, design);
    for (; ; ) {
      memory[t + TICKS_LEFT] = design.ticks();
      const stop = yield $at11(this.processor.compute(t), "thread.ts:34:20", t, memory, design);
      if (stop === STOP_END) break;
      if (stop === STOP_BLOCK) {
        design.keep(memory[t + TICKS_LEFT]);
        yield* $within13(this.blocked(t), "thread.ts:38:9", t, memory, design, stop);
      } else yield* $within13(design.check(t), "thread.ts:39:14", t, memory, design, stop);
    }
    design.keep(memory[t + TICKS_LEFT]);
    yield* $within13(design.release(t), "thread.ts:42:5", t, memory, design);
  }
  /** Py_BEGIN_ALLOW_THREADS, the operation, Py_END_ALLOW_THREADS */
  *blocked(t) {
    const { design, interpreter, note } = this.bench;
    if (this.bench.keepsLock) {
      const result2 = yield $at11(this.processor.attempt(t), "thread.ts:49:22", t, note, interpreter, design);
      if (result2 !== NOT_READY) {
        interpreter.finishBlock(t, result2);
        return;
      }
    }
    yield* $within13(design.release(t), "thread.ts:55:5", t, note, interpreter, design);
    note(t, BLOCK);
    const result = yield $at11(this.processor.block(t), "thread.ts:57:20", t, note, interpreter, design);
    note(t, UNBLOCK);
    yield* $within13(design.acquire(t), "thread.ts:59:5", t, result, note, interpreter, design);
    interpreter.finishBlock(t, result);
  }
};

// runtime/machines/exhaustive/arrival.ts
function* $within14(inner, ...frame) {
  let result = inner.next(0);
  while (!result.done) {
    const { step, frames } = result.value;
    result = inner.next(yield frames ? { step, frames: [frame, ...frames] } : result.value);
  }
  return result.value;
}
function* arrival(design, pending) {
  pending.value = 1;
  yield* $within14(design.signalled(), "arrival.ts:7:3", pending, design);
}

// runtime/machines/exhaustive/positions.ts
function positioned(value) {
  const { step, frames } = value ?? {};
  if (frames === void 0)
    throw new Error("missing positions: the protocol was not compiled by tools/positions-plugin.mjs");
  if (typeof step?.op !== "number")
    throw new Error(
      `invalid step: ${String(step)} (${frames.at(-1)?.[0]}); yield a step, such as this.mutex.lock`
    );
  return { step, frames };
}
var Encoder = class {
  known = /* @__PURE__ */ new Map();
  /** Objects that never change: they count as what they are and not by what is in them. Freezes them. */
  constant(name, value) {
    if (typeof value !== "object" && typeof value !== "function") return;
    if (value === null || this.known.has(value)) return;
    this.known.set(value, `<${name}>`);
    if (typeof value === "function" || ArrayBuffer.isView(value)) return;
    Object.freeze(value);
    for (const [key, member] of Object.entries(value)) this.constant(`${name}.${key}`, member);
  }
  /** Names an object that changes by the machine's doing alone. */
  opaque(name, value) {
    this.known.set(value, `<${name}>`);
  }
  frames(frames) {
    return frames.map((frame) => frame.map((value) => this.value(value, frame[0])).join(" ")).join(" / ");
  }
  step({ op, at, a, b, other }) {
    return `${op} ${at} ${a} ${b} ${other}`;
  }
  value(value, place) {
    if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
    if (typeof value === "string") return JSON.stringify(value);
    if (value === null || typeof value !== "object") {
      if (typeof value !== "function") return String(value);
      const name2 = this.known.get(value);
      if (name2 === void 0)
        throw new Error(`invalid local variable at ${place}: a function; make it a method`);
      return name2;
    }
    const name = this.known.get(value);
    if (name !== void 0) return name;
    if (value instanceof Map || value instanceof Set) return this.value([...value], place);
    const members = Object.entries(value).map(([key, member]) => `${key}:${this.value(member, place)}`);
    return `{${members.join(",")}}`;
  }
};

// runtime/machines/exhaustive/automaton.ts
var READ = 0;
var WRITE = 1;
var NOTE = 2;
var ARRIVE = 3;
var LOCALS_MAX = 2e5;
var Automaton = class {
  locals = [];
  options;
  ids = /* @__PURE__ */ new Map();
  world = this;
  /** Values read since the last step. */
  inputs = [];
  reads = /* @__PURE__ */ new Set();
  writes = /* @__PURE__ */ new Set();
  /** How many effects to repeat without effect, and the values that readings then find. */
  repeat = 0;
  values = [];
  found = 0;
  /** Where the graph is being walked or extended. */
  here = null;
  attach = () => {
  };
  constructor(options) {
    this.options = options;
    this.intern("", null, "", { from: null, answer: 0, inputs: [] });
  }
  /** Performs what follows when `local`'s step is answered. Answers the state before the next step. */
  resume(local, answer, world) {
    this.values.length = 0;
    let effects = 0;
    let effect = local.next.get(answer);
    while (effect) {
      effects++;
      if (effect.kind === ARRIVE) return effect.local;
      if (effect.kind === READ) {
        const value = world.read(effect.slot);
        this.values.push(value);
        effect = effect.by.get(value);
      } else {
        if (effect.kind === WRITE) world.write(effect.slot, effect.value);
        else world.note(effect.value);
        effect = effect.next;
      }
    }
    return this.extend(local, answer, world, effects);
  }
  /** The generator's course after its first `known` effects is taken from the generator itself. */
  extend(local, answer, world, known) {
    const values = [...this.values];
    const generator = this.lead(local);
    this.begin(values, known);
    this.here = local.next.get(answer) ?? null;
    this.attach = (effect) => local.next.set(answer, effect);
    this.world = world;
    const result = this.goOn(generator, answer, local.place);
    const arrived = this.arrive(result, { from: local, answer, inputs: this.inputs });
    this.attach({ kind: ARRIVE, slot: -1, value: 0, by: null, next: null, local: arrived });
    return arrived;
  }
  /** A fresh generator that stands at `local`. */
  lead(local) {
    const course = [];
    for (let at = local; at.from; at = at.from) course.push(at);
    const generator = this.options.spawn();
    for (const stage of course.reverse()) {
      this.begin([...stage.inputs], Number.POSITIVE_INFINITY);
      const result = generator.next(stage.answer);
      if (this.options.merge && this.keyOf(result) !== this.keys[stage.id])
        throw new Error(
          `invalid design: it does not do the same twice (${stage.place}); keep what changes in a Cell or a Word`
        );
    }
    return generator;
  }
  goOn(generator, answer, place) {
    try {
      return generator.next(answer);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new Error(
        `invalid design: ${error.message} (after ${place || "its beginning"}); keep what changes in a Cell or a Word`
      );
    }
  }
  begin(values, repeat) {
    this.values.length = 0;
    this.values.push(...values);
    this.found = 0;
    this.repeat = repeat;
    this.inputs = [];
    this.reads = /* @__PURE__ */ new Set();
    this.writes = /* @__PURE__ */ new Set();
  }
  keys = [];
  keyOf(result) {
    const touched = `${[...this.reads].sort()} ${[...this.writes].sort()}`;
    if (result.done) return `end ${touched}`;
    const { step, frames } = positioned(result.value);
    return `${this.options.encoder.frames(frames)} ${this.options.encoder.step(step)} ${touched}`;
  }
  arrive(result, how) {
    const key = this.options.merge ? this.keyOf(result) : `${this.locals.length}`;
    const known = this.ids.get(key);
    if (known) return known;
    if (result.done) return this.intern(key, null, "end", how);
    const { step, frames } = positioned(result.value);
    const place = frames.at(-1)[0].split(":").slice(0, 2).join(":");
    return this.intern(key, step, place, how);
  }
  intern(key, step, place, how) {
    const id = this.locals.length;
    if (id >= LOCALS_MAX)
      throw new Error(
        `too many states of one thread: ${LOCALS_MAX}; a local variable of the design counts without end (${place})`
      );
    const local = {
      id,
      step,
      at: step && step.at >= 0 ? this.options.slotOf(step.at) : -1,
      other: step && step.op === Op.wait ? this.options.slotOf(step.other) : -1,
      place,
      reads: [...this.reads],
      writes: [...this.writes],
      ...how,
      next: /* @__PURE__ */ new Map()
    };
    this.locals.push(local);
    this.ids.set(key, local);
    this.keys.push(key);
    return local;
  }
  // ---- the generator's own accesses, while it is led or looked at
  read(slot) {
    if (this.options.isCell(slot)) this.reads.add(slot);
    const again = this.repeat > 0;
    const value = again ? this.values[this.found++] : this.world.read(slot);
    this.inputs.push(value);
    this.did(again, { kind: READ, slot, value: 0, by: /* @__PURE__ */ new Map(), next: null, local: null }, value);
    return value;
  }
  write(slot, value) {
    if (this.options.isCell(slot)) this.writes.add(slot);
    const again = this.repeat > 0;
    if (!again) this.world.write(slot, value);
    this.did(again, { kind: WRITE, slot, value, by: null, next: null, local: null }, 0);
  }
  note(event) {
    const again = this.repeat > 0;
    if (!again) this.world.note(event);
    this.did(again, { kind: NOTE, slot: -1, value: event, by: null, next: null, local: null }, 0);
  }
  /** Moves on in the graph by one effect, or adds it. */
  did(again, fresh, value) {
    if (again) this.repeat--;
    if (this.repeat === Number.POSITIVE_INFINITY) return;
    const effect = again ? this.here : fresh;
    if (!again) this.attach(effect);
    const { by } = effect;
    this.here = (by ? by.get(value) : effect.next) ?? null;
    this.attach = by ? (next) => by.set(value, next) : (next) => {
      effect.next = next;
    };
  }
};

// runtime/machines/exhaustive/world.ts
var addressOf = (thread) => THREADS + thread * THREAD_WORDS;
function view(access) {
  const addressed = (key) => {
    const address = typeof key === "string" ? Number(key) : Number.NaN;
    if (!Number.isInteger(address))
      throw new Error(`invalid access to the memory: ${String(key)}; use Cell and Word`);
    return address;
  };
  return new Proxy({}, {
    get: (_, key) => access.read(addressed(key)),
    set(_, key, value) {
      access.write(addressed(key), value | 0);
      return true;
    }
  });
}
var Slots = class {
  words = [];
  byAddress = /* @__PURE__ */ new Map();
  settings;
  constructor(settings) {
    this.settings = settings;
  }
  add(kind, name, address, first) {
    const slot = this.words.length;
    this.words.push({ name, kind, first });
    this.byAddress.set(address, slot);
    return slot;
  }
  /** A value that no thread of a scenario changes, or nothing. */
  setting(address) {
    return this.settings.get(address);
  }
  of(address) {
    const slot = this.byAddress.get(address);
    if (slot === void 0) throw new Error(`unknown word: ${address}; place it in the design's constructor`);
    return slot;
  }
};
var pendingCell = (region) => new Cell(region, "signals", 0, SIGNALS_LOW);
function placeFor(region, isMain, party) {
  const pending = pendingCell(region);
  return {
    region,
    breaker: new Word(region, "breaker", 0, BREAKER),
    switchInterval_us: new Cell(region, "switch_interval", 0, SWITCH_INTERVAL_US),
    checkInterval: new Cell(region, "check_interval", 0, CHECK_INTERVAL),
    signalPending: () => pending.value !== 0,
    isMain,
    // No program runs here: the main thread keeps the usual priority, the others have asked for a lower one.
    priorityOf: (t) => isMain(t) ? 0 : -1,
    handleSignals(t) {
      if (!isMain(t) || pending.value === 0) return false;
      pending.value = 0;
      party.note(SIGNAL);
      return true;
    },
    note: (_t, event) => party.note(event)
  };
}
var scripted = {
  run: () => 0,
  block: () => 0,
  attempt: () => 0,
  finishBlock() {
  },
  handleSignals: () => false
};
function buildWorld(descriptor, threads, merge) {
  const slots = new Slots(
    /* @__PURE__ */ new Map([
      [SWITCH_INTERVAL_US, descriptor.switchInterval_us || 5e3],
      [CHECK_INTERVAL, descriptor.ticks || 100]
    ])
  );
  const breaker = slots.add("word", "breaker", BREAKER, 0);
  const pending = slots.add("signal", "signals", SIGNALS_LOW, 0);
  const signal = threads;
  const visitor = threads + 1;
  const ticks2 = [...Array(threads), 0].map((_, i) => {
    const thread = i < threads ? i : visitor;
    return slots.add("ticks", `ticks of ${thread}`, addressOf(thread) + TICKS_LEFT, 0);
  });
  let placed = null;
  const automata = [];
  for (let index = 0; index <= visitor; index++) {
    const actor = buildActor({ descriptor, slots, merge, index, signal });
    if (placed === null) {
      placed = actor.placed;
      for (const { kind, name, at } of placed) slots.add(kind, name, at, actor.first.get(at) ?? 0);
      for (const { kind, name, at } of actor.placedInThreads)
        for (let thread = 0; thread <= visitor; thread++)
          slots.add(kind, `${name} of ${thread}`, addressOf(thread) + at, 0);
    } else if (JSON.stringify(placed) !== JSON.stringify(actor.placed))
      throw new Error(
        "invalid design: it places other words for each thread; place the same in the same order"
      );
    automata.push(actor.automaton);
  }
  ticks2[visitor] = ticks2[threads];
  const { words } = slots;
  const ofKind = (wanted) => words.flatMap(({ kind }, slot) => kind === wanted ? [slot] : []);
  const [clock = -1, second] = ofKind("clock");
  if (second !== void 0) throw new Error("invalid design: it has two clocks; one is enough");
  const deadlines = ofKind("deadline");
  return { threads, signal, visitor, automata, words, breaker, pending, ticks: ticks2, clock, deadlines };
}
function buildActor({ descriptor, slots, merge, index, signal }) {
  const first = /* @__PURE__ */ new Map();
  const party = {
    access: {
      read: (address) => first.get(address) ?? slots.setting(address) ?? 0,
      write: (address, value) => first.set(address, value)
    },
    note() {
    }
  };
  const memory = view({
    read: (address) => party.access.read(address),
    write: (address, value) => party.access.write(address, value)
  });
  const region = new Region(memory, DESIGN, DESIGN_WORDS, true);
  const place = placeFor(region, (t) => t === addressOf(0), party);
  const design = descriptor.create(place);
  const encoder = new Encoder();
  encoder.opaque("memory", memory);
  encoder.opaque("region", region);
  encoder.constant("place", place);
  encoder.constant("design", design);
  encoder.constant("interpreter", scripted);
  const note = (_t, event) => party.note(event);
  encoder.constant("note", note);
  const thread = new Thread({
    design,
    keepsLock: descriptor.keepsLock ?? false,
    interpreter: scripted,
    memory,
    note
  });
  const spawn = () => index === signal ? arrival(design, pendingCell(region)) : thread.live(addressOf(index));
  const automaton = new Automaton({
    spawn,
    encoder,
    slotOf: (address) => slots.of(address),
    isCell: (slot) => slots.words[slot].kind === "cell",
    merge
  });
  party.access = {
    read: (address) => slots.setting(address) ?? automaton.read(slots.of(address)),
    write(address, value) {
      if (slots.setting(address) !== void 0)
        throw new Error(`invalid write to a setting: word ${address}; only programs change settings`);
      automaton.write(slots.of(address), value);
    }
  };
  party.note = (event) => automaton.note(event);
  return { automaton, placed: [...region.placed], placedInThreads: [...region.placedInThreads], first };
}

// runtime/machines/exhaustive/machine.ts
var RULES = {
  spurious: false,
  timeouts: Number.POSITIVE_INFINITY,
  preemptions: Number.POSITIVE_INFINITY,
  counters: Number.POSITIVE_INFINITY,
  merge: true
};
var READY_AT_ONCE = 11;
var SPURIOUS = 14;
var TIMEOUT = 15;
var STATUS = 7;
var NEW = 0;
var ABSENT = 1;
var READY = 2;
var ASLEEP = 3;
var WOKEN = 4;
var LATE = 5;
var ENDED = 6;
var SCRIPT_SHIFT = 3;
var SCRIPT_MASK = 31 << SCRIPT_SHIFT;
var WAITED = 1 << 8;
var ASKED = 1 << 9;
var SIGNALLED = 1 << 10;
var DEVICE = 1 << 11;
var WENT_ON = 1 << 12;
var HOLDER = 0;
var HONOUR = 1;
var TIMEOUTS = 2;
var PREEMPTIONS = 3;
var LAST = 4;
var REMEMBERED = 5;
var VISIT_STEPS_MAX = 1e4;
var Machine = class {
  world;
  scripts;
  rules;
  /** Numbers in a state. */
  width;
  /** The state that is acted on. */
  state;
  /** The property that the last choice violated, or -1. */
  violated = -1;
  /** The actor that took the lock with the last choice, or -1. */
  entered = -1;
  /** Whether the last choice used up all the time that a reading may say, and whether a deadline passed. */
  usedTime = false;
  passedDeadline = false;
  /** Hears each event of the last choice. */
  onNote = null;
  actors;
  remembered;
  firstWord;
  atOnce;
  ticking;
  breaks;
  /** Bits of the breaker that the main thread heeds, and the others. */
  heeded;
  polls;
  deadlines;
  actor = 0;
  /** @throws if the scenario or the design cannot be run */
  constructor(descriptor, scenario, rules) {
    this.rules = rules;
    this.scripts = compileScripts(scenario);
    this.atOnce = runsAtOnce(this.scripts);
    this.world = buildWorld(descriptor, this.scripts.length, rules.merge);
    this.ticking = descriptor.ticks > 0;
    this.breaks = descriptor.breaks;
    this.heeded = [heeded(descriptor, true), heeded(descriptor, false)];
    this.polls = descriptor.polls ?? false;
    this.actors = this.world.automata.length;
    this.remembered = 2 * this.actors;
    this.firstWord = this.remembered + REMEMBERED;
    this.width = this.firstWord + this.world.words.length;
    this.deadlines = new Deadlines(this.world.deadlines.map((slot) => this.firstWord + slot));
    this.state = new Int32Array(this.width);
    this.scripts.push([], []);
    this.atOnce.push(scenario.signal ?? false, false);
  }
  /** Makes `state` the first one. */
  reset() {
    this.state.fill(0);
    for (let a = 0; a < this.actors; a++) this.state[this.actors + a] = this.atOnce[a] ? NEW : ABSENT;
    this.world.words.forEach(({ first }, slot) => {
      this.state[this.firstWord + slot] = first;
    });
  }
  // ---- looking
  automaton(actor) {
    return this.world.automata[actor];
  }
  local(actor) {
    return this.world.automata[actor].locals[this.state[actor]];
  }
  status(actor) {
    return this.state[this.actors + actor] & STATUS;
  }
  word(slot) {
    return this.state[this.firstWord + slot];
  }
  /** The thread that holds the lock, or -1. */
  get holder() {
    return this.state[this.remembered + HOLDER] - 1;
  }
  /** What thread `actor` does next in its script, or null at its end. */
  action(actor) {
    return this.scripts[actor][(this.state[this.actors + actor] & SCRIPT_MASK) >> SCRIPT_SHIFT] ?? null;
  }
  /** Whether `actor` has begun, has not ended, does not hold the lock and is not away in a blocking call. */
  wants(actor) {
    const status = this.status(actor);
    if (status === ABSENT || status === NEW || status === ENDED || this.holder === actor) return false;
    return this.local(actor).step?.op !== Op.block;
  }
  /** Whether `actor` can perform its step now, neither by a time-out nor by chance. */
  isEnabled(actor) {
    const status = this.status(actor);
    if (status === NEW) return true;
    if (status === WOKEN || status === LATE) return this.word(this.local(actor).other) === 0;
    if (status !== READY) return false;
    const { step, at } = this.local(actor);
    if (step.op === Op.lock) return this.word(at) === 0;
    return step.op !== Op.take || this.word(at) > 0;
  }
  /** Whether what `actor` can do now happens by itself: neither a device nor the world outside must act first. */
  isOwn(actor) {
    if (actor === this.world.signal && this.status(actor) === NEW) return false;
    if (this.status(actor) !== READY) return true;
    const { op } = this.local(actor).step;
    if (op === Op.sleep) return false;
    return op !== Op.block || (this.state[this.actors + actor] & DEVICE) === 0;
  }
  /** Fills `choices` with all that may happen next. Answers the property that this state violates, or -1. */
  look(choices) {
    choices.length = 0;
    const last = this.state[this.remembered + LAST] - 1;
    const bound = last >= 0 && this.state[this.remembered + PREEMPTIONS] >= this.rules.preemptions;
    const forced = bound && this.isEnabled(last) && this.isOwn(last);
    let own = false;
    for (let actor = 0; actor < this.actors; actor++) {
      if (!this.isEnabled(actor)) continue;
      own ||= this.isOwn(actor);
      if (!forced || actor === last) this.addChoices(actor, choices);
    }
    if (!forced) this.addWakings(choices);
    return own ? -1 : this.quiescent(choices.length);
  }
  addChoices(actor, choices) {
    if (this.status(actor) === READY) {
      const { step, at } = this.local(actor);
      if (step.op === Op.signal && this.addWoken(actor, this.word(at), choices)) return;
      if (step.op === Op.clock) {
        for (const how of readings(step.a, this.deadlines.moments(this.state), this.word(at) !== 0))
          choices.push(actor * 16 + how);
        return;
      }
      if (step.op === Op.attempt) choices.push(actor * 16 + READY_AT_ONCE);
    }
    choices.push(actor * 16);
  }
  /** A signal to several sleepers may wake any one of them. */
  addWoken(actor, sleepers, choices) {
    if ((sleepers & sleepers - 1) === 0) return false;
    for (let other = 0; other < this.actors; other++)
      if (sleepers >> other & 1) choices.push(actor * 16 + 1 + other);
    return true;
  }
  addWakings(choices) {
    for (let actor = 0; actor < this.actors; actor++) {
      if (this.status(actor) !== ASLEEP) continue;
      const timed = this.local(actor).step.a !== Number.POSITIVE_INFINITY;
      if (timed && this.state[this.remembered + TIMEOUTS] < this.rules.timeouts)
        choices.push(actor * 16 + TIMEOUT);
      if (this.rules.spurious) choices.push(actor * 16 + SPURIOUS);
    }
  }
  /** No thread can go on by itself: they have ended, or are away, or something is wrong. */
  quiescent(others) {
    let stuck = false;
    let ended = true;
    for (let actor = 0; actor < this.world.visitor; actor++) {
      const status = this.status(actor);
      if (status === ENDED || actor === this.world.signal && status !== READY) continue;
      ended = false;
      const away = status === READY && !this.isOwn(actor);
      if (!away && status !== ABSENT) stuck = true;
    }
    if (ended) return this.violationAtEnd();
    if (!stuck) return -1;
    if (others === 0) return DEADLOCK;
    return this.polls ? -1 : STALL;
  }
  /** All have ended: nothing may be left over, and a new thread must get the lock. Leaves the state as it was. */
  violationAtEnd() {
    if (this.status(this.world.visitor) !== ABSENT) return -1;
    if (this.holder >= 0) return CLEAN;
    for (const [slot, { kind, first }] of this.world.words.entries()) {
      const value = this.word(slot);
      if ((kind === "mutex" || kind === "condition") && value !== 0) return CLEAN;
      if (kind === "semaphore" && value !== first) return CLEAN;
    }
    if ((this.word(this.world.breaker) & BREAK_DROP) !== 0) return CLEAN;
    return this.canVisit() ? -1 : CLEAN;
  }
  /** Whether a new thread can take the lock, run and end, all by itself. */
  canVisit() {
    const { state, onNote } = this;
    const { visitor } = this.world;
    const before = state.slice();
    this.onNote = null;
    this.violated = -1;
    state[this.actors + visitor] = NEW;
    for (let steps = 0; steps < VISIT_STEPS_MAX && this.isEnabled(visitor) && this.violated < 0; steps++)
      this.apply(visitor * 16);
    const ended = this.status(visitor) === ENDED && this.violated < 0;
    state.set(before);
    this.violated = -1;
    this.onNote = onNote;
    return ended;
  }
  // ---- acting
  /** Lets `choice` happen. It must be one that `look` gave for this state. */
  apply(choice) {
    const actor = choice >> 4;
    const how = choice & 15;
    this.violated = -1;
    this.entered = -1;
    this.usedTime = this.passedDeadline = false;
    this.actor = actor;
    if (this.rules.preemptions !== Number.POSITIVE_INFINITY) this.countPreemption(actor);
    switch (this.status(actor)) {
      case NEW:
        this.resume(actor, 0);
        break;
      case ASLEEP:
        this.wake(actor, how === TIMEOUT ? LATE : WOKEN);
        if (how === TIMEOUT && this.rules.timeouts !== Number.POSITIVE_INFINITY)
          this.state[this.remembered + TIMEOUTS]++;
        break;
      case WOKEN:
        this.setWord(this.local(actor).other, actor + 1);
        this.resume(actor, 0);
        break;
      case LATE:
        this.setWord(this.local(actor).other, actor + 1);
        this.resume(actor, TIMED_OUT);
        break;
      default:
        this.perform(actor, how);
    }
  }
  countPreemption(actor) {
    const at = this.remembered;
    const last = this.state[at + LAST] - 1;
    if (last >= 0 && last !== actor && this.isEnabled(last) && this.isOwn(last))
      this.state[at + PREEMPTIONS]++;
    this.state[at + LAST] = actor + 1;
  }
  setStatus(actor, status) {
    const at = this.actors + actor;
    this.state[at] = this.state[at] & ~STATUS | status;
  }
  setWord(slot, value) {
    this.state[this.firstWord + slot] = value;
  }
  /** Ends the sleep of `actor`. */
  wake(actor, status) {
    const { at } = this.local(actor);
    this.setWord(at, this.word(at) & ~(1 << actor));
    this.setStatus(actor, status);
  }
  resume(actor, answer) {
    const local = this.automaton(actor).resume(this.local(actor), answer, this);
    this.state[actor] = local.id;
    this.setStatus(actor, local.step === null ? ENDED : READY);
    if (local.step === null) this.ended(actor);
    if (local.step?.op === Op.take && this.word(local.at) === 0) this.state[this.actors + actor] |= WAITED;
    if (local.reads.length + local.writes.length > 0) this.checkRaces(actor, local);
  }
  ended(actor) {
    if (this.holder === actor) this.violate(EXCLUSION);
    const { deadlines } = this.world;
    for (let i = actor; i < deadlines.length; i += this.actors)
      this.deadlines.clear(this.state, this.firstWord + deadlines[i]);
  }
  violate(property) {
    if (this.violated < 0) this.violated = property;
  }
  /** Performs the step that `actor` stands before. */
  perform(actor, how) {
    const { op } = this.local(actor).step;
    if (op === Op.wait) this.sleep(actor);
    else if (op === Op.compute) this.compute(actor);
    else this.resume(actor, this.answer(actor, how));
  }
  /** Performs a step that is over at once. Answers its answer. */
  answer(actor, how) {
    const { step, at } = this.local(actor);
    const value = at >= 0 ? this.word(at) : 0;
    switch (step.op) {
      case Op.unlock:
        if (value !== actor + 1) this.violate(MUTEXES);
        this.setWord(at, 0);
        return 0;
      case Op.lock:
        this.setWord(at, actor + 1);
        return 0;
      case Op.signal:
        if (value !== 0) this.wake(how > 0 ? how - 1 : 31 - Math.clz32(value), WOKEN);
        return 0;
      case Op.broadcast:
        for (let other = 0; other < this.actors; other++) if (value >> other & 1) this.wake(other, WOKEN);
        return 0;
      case Op.block:
        this.state[this.actors + actor] &= ~DEVICE;
        return 0;
      case Op.sleep:
        return 0;
      case Op.attempt:
        if (this.holder !== actor) this.violate(EXCLUSION);
        if (how !== READY_AT_ONCE) return NOT_READY;
        this.state[this.actors + actor] = this.state[this.actors + actor] & ~DEVICE | WENT_ON;
        return 0;
      case Op.clock:
        return this.readClock(reading(how), step.a);
      default:
        this.setWord(at, this.changed(step, value));
        return value;
    }
  }
  readClock({ most, moved, passed }, most_us) {
    if (moved) this.setWord(this.world.clock, 1);
    this.deadlines.pass(this.state, passed);
    this.usedTime = most;
    this.passedDeadline = passed > 0;
    return most ? most_us : 0;
  }
  /** What becomes of a word or semaphore that holds `old`. */
  changed({ op, a, b }, old) {
    switch (op) {
      case Op.post:
        return old + 1;
      case Op.take:
        return old - 1;
      case Op.store:
      case Op.exchange:
        return a | 0;
      case Op.add:
        return this.counted(old, old + a | 0);
      case Op.or:
        return old | a;
      case Op.and:
        return old & a;
      case Op.compareExchange:
        return old === a ? b | 0 : old;
      default:
        return old;
    }
  }
  /** A counter goes round, where the rules want it. */
  counted(old, value) {
    return value === old + 1 && value >= this.rules.counters ? 0 : value;
  }
  sleep(actor) {
    const { at, other } = this.local(actor);
    if (this.word(other) !== actor + 1) this.violate(MUTEXES);
    this.setWord(other, 0);
    this.setWord(at, this.word(at) | 1 << actor);
    this.setStatus(actor, ASLEEP);
  }
  /** The scripted interpreter: Python runs to where it must stop, or to the next action. */
  compute(actor) {
    if (this.holder !== actor) this.violate(EXCLUSION);
    const mode = this.actors + actor;
    if ((this.state[mode] & ASKED) !== 0) this.violate(DROP);
    if ((this.state[mode] & SIGNALLED) !== 0) this.violate(SIGNALS);
    if ((this.state[mode] & WENT_ON) !== 0) {
      this.state[mode] &= ~WENT_ON;
      this.reachSafePoint(actor);
      return;
    }
    const action = this.action(actor);
    if (action === null) this.resume(actor, STOP_END);
    else this.act(actor, action);
  }
  act(actor, action) {
    const mode = this.actors + actor;
    const next = action.what === AGAIN ? 0 : this.state[mode] + (1 << SCRIPT_SHIFT);
    this.state[mode] = this.state[mode] & ~SCRIPT_MASK | next & SCRIPT_MASK;
    if (action.what === COMPUTE) this.reachSafePoint(actor);
    else if (action.what === START) this.setStatus(action.thread, NEW);
    else if (action.what === YIELD || action.what === BLOCK2) {
      if (action.what === BLOCK2) this.state[mode] |= DEVICE;
      this.resume(actor, STOP_BLOCK);
    }
  }
  reachSafePoint(actor) {
    const breaker = this.word(this.world.breaker) & this.heeded[actor === 0 ? 0 : 1];
    if ((breaker & BREAK_DROP) !== 0) this.state[this.actors + actor] |= ASKED;
    const told2 = this.status(this.world.signal) === ENDED && this.word(this.world.pending) !== 0;
    if (actor === 0 && told2) this.state[this.actors] |= SIGNALLED;
    if (breaker !== 0) this.resume(actor, STOP_BREAKER);
    else if (this.ticking) {
      this.setWord(this.world.ticks[actor], -1);
      this.resume(actor, STOP_FUEL);
    }
  }
  /**
   * Two threads touch a cell at once if one does so while the other, having touched it, has not performed a step since:
   * any order between the two needs such a step. As every interleaving is tried, no race is missed.
   */
  checkRaces(actor, { reads, writes }) {
    for (let other = 0; other < this.actors; other++) {
      const status = this.status(other);
      if (other === actor || status !== READY && status !== ENDED) continue;
      const theirs = this.local(other);
      if (meet(writes, theirs.writes) || meet(writes, theirs.reads) || meet(reads, theirs.writes))
        this.violate(RACE);
    }
  }
  // ---- what the acting thread does between two steps
  read(slot) {
    return this.state[this.firstWord + slot];
  }
  write(slot, value) {
    const at = this.firstWord + slot;
    if (this.world.words[slot].kind === "deadline") {
      this.deadlines.set(this.state, at, this.word(this.world.clock) !== 0);
      this.setWord(this.world.clock, 0);
    } else this.state[at] = this.counted(this.state[at], value);
  }
  note(event) {
    const { actor } = this;
    const mode = this.actors + actor;
    if (event === ACQUIRE) this.enter(actor);
    else if (event === RELEASE) this.leave(actor);
    else if (event === WAIT) this.state[mode] |= WAITED;
    else if (event === SIGNAL) this.state[mode] &= ~SIGNALLED;
    this.onNote?.(actor, event);
  }
  enter(actor) {
    const at = this.remembered;
    if (this.state[at + HOLDER] !== 0) this.violate(EXCLUSION);
    if (this.state[at + HONOUR] === actor + 1) this.violate(DROP);
    this.state[at + HOLDER] = actor + 1;
    this.state[at + HONOUR] = 0;
    this.state[this.actors + actor] &= ~WAITED;
    this.entered = actor;
  }
  leave(actor) {
    const at = this.remembered;
    if (this.state[at + HOLDER] !== actor + 1) this.violate(EXCLUSION);
    this.state[at + HOLDER] = 0;
    this.state[this.actors + actor] &= ~ASKED;
    if ((this.breaks & BREAK_DROP & this.word(this.world.breaker)) === 0) return;
    for (let other = 0; other < this.actors; other++)
      if (other !== actor && (this.state[this.actors + other] & WAITED) !== 0)
        this.state[at + HONOUR] = actor + 1;
  }
};
function meet(some, others) {
  for (const slot of some) if (others.includes(slot)) return true;
  return false;
}

// runtime/machines/exhaustive/store.ts
var BLOCK_BITS = 14;
var BLOCK3 = 1 << BLOCK_BITS;
var Column = class {
  length = 0;
  blocks = [];
  push(value) {
    const at = this.length++;
    if ((at & BLOCK3 - 1) === 0) this.blocks.push(new Int32Array(BLOCK3));
    this.blocks[at >> BLOCK_BITS][at & BLOCK3 - 1] = value;
  }
  get(at) {
    return this.blocks[at >> BLOCK_BITS][at & BLOCK3 - 1];
  }
};
var Store = class {
  /** Number of states. */
  size = 0;
  /** By state: the one before it and the choice that led here; -1 for the first. */
  before = new Column();
  by = new Column();
  width;
  blocks = [];
  /** 1 + the number of a state, at the place that its hash gives or behind it. */
  table = new Int32Array(1 << 12);
  /** @param width numbers in a state */
  constructor(width) {
    this.width = width;
  }
  /** Bytes that the states take. */
  get bytes() {
    return 4 * (this.blocks.length * BLOCK3 * this.width + this.table.length + 2 * this.size);
  }
  /** Copies state `number` into `state`. */
  copy(number, state) {
    const block = this.blocks[number >> BLOCK_BITS];
    const from = (number & BLOCK3 - 1) * this.width;
    for (let i = 0; i < this.width; i++) state[i] = block[from + i];
  }
  /** The number of `state`. A new one gets the next number, which is then `size - 1`. */
  add(state, before, by) {
    if (this.size * 2 >= this.table.length) this.grow();
    const { table } = this;
    const mask = table.length - 1;
    for (let place = hash(state, 0, this.width) & mask; ; place = place + 1 & mask) {
      const known = table[place] - 1;
      if (known < 0) {
        table[place] = this.size + 1;
        return this.append(state, before, by);
      }
      if (this.equals(known, state)) return known;
    }
  }
  /** A state that is not compared with those there are: for searches that do not merge. */
  append(state, before, by) {
    const number = this.size++;
    if ((number & BLOCK3 - 1) === 0) this.blocks.push(new Int32Array(BLOCK3 * this.width));
    this.blocks[number >> BLOCK_BITS].set(state, (number & BLOCK3 - 1) * this.width);
    this.before.push(before);
    this.by.push(by);
    return number;
  }
  /** The choices that first led to state `number`. */
  pathTo(number) {
    const path = [];
    for (let at = number; this.before.get(at) >= 0; at = this.before.get(at)) path.push(this.by.get(at));
    return path.reverse();
  }
  equals(number, state) {
    const block = this.blocks[number >> BLOCK_BITS];
    const from = (number & BLOCK3 - 1) * this.width;
    for (let i = 0; i < this.width; i++) if (block[from + i] !== state[i]) return false;
    return true;
  }
  grow() {
    const table = new Int32Array(this.table.length * 4);
    const mask = table.length - 1;
    for (let number = 0; number < this.size; number++) {
      const block = this.blocks[number >> BLOCK_BITS];
      let place = hash(block, (number & BLOCK3 - 1) * this.width, this.width) & mask;
      while (table[place] !== 0) place = place + 1 & mask;
      table[place] = number + 1;
    }
    this.table = table;
  }
};
function hash(words, from, count) {
  let h = 2166136261 | 0;
  for (let i = 0; i < count; i++) {
    h = Math.imul(h ^ words[from + i], 16777619);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ h >>> 16, 2246822507);
  h = Math.imul(h ^ h >>> 13, 3266489909);
  return h ^ h >>> 16;
}

// runtime/machines/exhaustive/explore.ts
var LIMITS = { states: 1e7, seconds: 300, statesAfterViolation: 1e7 };
var USED_TIME = 1 << 16;
var PASSED_DEADLINE = 1 << 17;
var LOOK_AT_CLOCK = 1024;
function explore(descriptor, scenario, { rules, limits, graph = false, progress, now = () => performance.now() } = {}) {
  const machine = new Machine(descriptor, scenario, { ...RULES, ...rules });
  const bounds = { ...LIMITS, ...limits };
  const store = new Store(machine.width);
  const edges = graph ? { first: new Column(), to: new Column(), by: new Column() } : null;
  const schedules = /* @__PURE__ */ new Map();
  const ends = [];
  const choices = [];
  const { merge } = machine.rules;
  const start_ms = now();
  let transitions = 0;
  let statesMax = bounds.states;
  let stopped = null;
  const violated = (property, state, choice) => {
    if (schedules.has(property)) return;
    const path = store.pathTo(state);
    schedules.set(property, choice === null ? path : [...path, choice]);
    statesMax = Math.min(statesMax, state + bounds.statesAfterViolation);
  };
  machine.reset();
  store.add(machine.state, -1, -1);
  let at = 0;
  for (; at < store.size; at++) {
    if (at >= statesMax || store.size > bounds.states) {
      stopped = schedules.size > 0 ? "after a violation" : `more than ${bounds.states} states`;
      break;
    }
    if (at % LOOK_AT_CLOCK === 0) {
      progress?.(store.size);
      if (now() - start_ms > bounds.seconds * 1e3) {
        stopped = `more than ${bounds.seconds} seconds`;
        break;
      }
    }
    edges?.first.push(transitions);
    store.copy(at, machine.state);
    const wrong = machine.look(choices);
    if (wrong >= 0) violated(wrong, at, null);
    if (choices.length === 0) ends.push(at);
    for (let i = 0; i < choices.length; i++) {
      if (i > 0) store.copy(at, machine.state);
      const choice = choices[i];
      machine.apply(choice);
      transitions++;
      let to = -1;
      if (machine.violated >= 0) violated(machine.violated, at, choice);
      else to = merge ? store.add(machine.state, at, choice) : store.append(machine.state, at, choice);
      if (edges) {
        edges.to.push(to);
        const time = (machine.usedTime ? USED_TIME : 0) | (machine.passedDeadline ? PASSED_DEADLINE : 0);
        edges.by.push(choice | machine.entered + 1 << 8 | time);
      }
    }
  }
  edges?.first.push(transitions);
  const complete = stopped === null;
  return {
    states: store.size,
    transitions,
    seconds: (now() - start_ms) / 1e3,
    depth: store.pathTo(store.size - 1).length,
    complete,
    stopped,
    verdicts: properties.map(({ name }, property) => ({
      property: name,
      verdict: schedules.has(property) ? "violated" : complete ? "holds" : "undecided",
      schedule: schedules.get(property) ?? null
    })),
    machine,
    store,
    graph: edges,
    ends
  };
}

// runtime/machines/exhaustive/scenarios.ts
var scenarios = [
  {
    name: "share-2",
    title: "a spinning thread and one that blocks",
    threads: [
      ["compute", "block", "compute"],
      ["compute", "compute"]
    ]
  },
  {
    name: "yield-2",
    title: "short blocking calls beside a spinning thread that ends first",
    threads: [["yield", "compute", "yield"], ["compute"]]
  },
  {
    name: "start-2",
    title: "the main thread starts another and ends while that waits",
    threads: [
      ["compute", "start 1", "compute"],
      ["compute", "block"]
    ]
  },
  {
    name: "signal-2",
    title: "a signal arrives at any moment",
    threads: [
      ["compute", "compute", "compute"],
      ["compute", "yield"]
    ],
    signal: true
  },
  {
    name: "share-3",
    title: "two spinning threads and one that begins by blocking",
    threads: [
      ["compute", "compute"],
      ["compute", "compute"],
      ["block", "compute"]
    ]
  },
  {
    name: "yield-3",
    title: "short and long blocking calls beside a spinning thread",
    threads: [
      ["compute", "yield"],
      ["compute", "compute"],
      ["compute", "block"]
    ]
  },
  {
    name: "start-3",
    title: "threads start one another and end; a signal arrives",
    threads: [["compute", "start 1", "compute"], ["start 2", "compute"], ["compute"]],
    signal: true
  },
  {
    name: "signal-3",
    title: "three spinning threads; a signal arrives at any moment",
    threads: [["compute"], ["compute"], ["compute"]],
    signal: true
  },
  {
    name: "spin-4",
    title: "four spinning threads",
    threads: [["compute"], ["compute"], ["compute"], ["compute"]]
  }
];
var endless = [
  {
    name: "spin-spin",
    title: "two spinning threads",
    threads: [
      ["compute", "again"],
      ["compute", "again"]
    ]
  },
  {
    name: "spin-yield",
    title: "a spinning thread, and one that makes short blocking calls",
    threads: [
      ["compute", "again"],
      ["yield", "again"]
    ]
  },
  {
    name: "spin-spin-spin",
    title: "three spinning threads",
    threads: [
      ["compute", "again"],
      ["compute", "again"],
      ["compute", "again"]
    ]
  },
  {
    name: "spin-spin-yield",
    title: "two spinning threads, and one that makes short blocking calls",
    threads: [
      ["compute", "again"],
      ["compute", "again"],
      ["yield", "again"]
    ]
  }
];
function findScenario(name) {
  const all = [...scenarios, ...endless];
  const found = all.find((scenario) => scenario.name === name);
  if (found) return found;
  throw new Error(
    `unknown scenario: ${name}; known scenarios: ${all.map((scenario) => scenario.name).join(", ")}`
  );
}

// runtime/machines/exhaustive/schedule.ts
var LETTERS = { t: TIMEOUT, w: SPURIOUS, r: READY_AT_ONCE, l: THE_MOST, m: A_MOMENT };
var A = "A".charCodeAt(0);
function encodeChoice(choice) {
  const how = choice & 15;
  const letter = Object.keys(LETTERS).find((key) => LETTERS[key] === how);
  return `${choice >> 4}${letter ?? (how === 0 ? "" : String.fromCharCode(A + how - 1))}`;
}
function encodeSchedule({ design, scenario, spurious, choices }) {
  return `${design}:${scenario}${spurious ? "+spurious" : ""}:${choices.map(encodeChoice).join("")}`;
}
function decodeSchedule(text) {
  const match = /^([^:]+):([^:+]+)(\+spurious)?:((?:\d[twrlmA-J]?)*)$/.exec(text.trim());
  if (!match)
    throw new Error(`invalid schedule: ${text}; give DESIGN:SCENARIO:CHOICES, as convoy check prints it`);
  const [, design, scenario, spurious, choices] = match;
  return {
    design,
    scenario,
    spurious: spurious !== void 0,
    choices: (choices.match(/\d[twrlmA-J]?/g) ?? []).map((choice) => {
      const letter = choice[1];
      const how = letter === void 0 ? 0 : LETTERS[letter] ?? letter.charCodeAt(0) - A + 1;
      return Number(choice[0]) * 16 + how;
    })
  };
}

// runtime/machines/exhaustive/starvation.ts
function starvation({ machine, store, graph }) {
  if (graph === null) throw new Error("missing graph: explore with graph set");
  const { threads } = machine.world;
  const wants = new Uint8Array(store.size);
  const holder = new Int8Array(store.size);
  for (let state = 0; state < store.size; state++) {
    store.copy(state, machine.state);
    holder[state] = machine.holder;
    for (let t = 0; t < threads; t++) if (machine.wants(t)) wants[state] |= 1 << t;
  }
  const scratch = new Scratch(store.size);
  const starvedWhile = (victim, holds) => {
    const waits = [];
    for (let state = 0; state < store.size; state++)
      if (wants[state] >> victim & 1 && holds(holder[state])) waits.push(state);
    const by = /* @__PURE__ */ new Set();
    for (const component of fairComponents(graph, waits, scratch))
      for (const state of component) if (holder[state] >= 0) by.add(holder[state]);
    return by;
  };
  const found = [];
  for (let victim = 0; victim < threads; victim++) {
    const by = [...starvedWhile(victim, () => true)].sort();
    const canAlone = (one) => starvedWhile(victim, (thread) => thread < 0 || thread === one).has(one);
    const alone = by.length === 1 ? by : by.filter(canAlone);
    if (by.length > 0) found.push({ victim, by, alone });
  }
  return found;
}
function fairComponents(graph, states, scratch) {
  const { within } = scratch;
  const fair2 = [];
  const work = components(graph, states, scratch);
  for (let component = work.pop(); component; component = work.pop()) {
    for (const state of component) within[state] = 1;
    const { can, moves } = movers(graph, component, within);
    for (const state of component) within[state] = 0;
    const idle = can & ~moves;
    if (moves === 0) continue;
    if (idle === 0) fair2.push(component);
    else {
      const rest = component.filter((state) => (enabled(graph, state) & idle) === 0);
      for (const part of components(graph, rest, scratch)) work.push(part);
    }
  }
  return fair2;
}
var TIMES = 10;
var DEADLINES = 20;
function moving(by) {
  const actor = (by & 255) >> 4;
  const time = (by & USED_TIME) !== 0 ? 1 << TIMES + actor : 0;
  return 1 << actor | time | ((by & PASSED_DEADLINE) !== 0 ? 1 << DEADLINES + actor : 0);
}
function enabled(graph, state) {
  let can = 0;
  for (let e = graph.first.get(state); e < graph.first.get(state + 1); e++) can |= moving(graph.by.get(e));
  return can;
}
function movers(graph, component, inside) {
  let can = 0;
  let moves = 0;
  for (const state of component) {
    for (let e = graph.first.get(state); e < graph.first.get(state + 1); e++) {
      const moved = moving(graph.by.get(e));
      can |= moved;
      const to = graph.to.get(e);
      if (to >= 0 && inside[to]) moves |= moved;
    }
  }
  return { can, moves };
}
var Scratch = class {
  within;
  index;
  low;
  open;
  constructor(size) {
    this.within = new Uint8Array(size);
    this.index = new Int32Array(size);
    this.low = new Int32Array(size);
    this.open = new Uint8Array(size);
  }
};
function components(graph, states, { within, index, low, open }) {
  for (const state of states) within[state] = 1;
  const trail = [];
  const calls = [];
  const found = [];
  let count = 0;
  const enter = (state) => {
    index[state] = low[state] = ++count;
    open[state] = 1;
    trail.push(state);
    calls.push({ state, edge: graph.first.get(state) });
  };
  const leave = (state) => {
    calls.pop();
    const above = calls.at(-1);
    if (above) low[above.state] = Math.min(low[above.state], low[state]);
    if (low[state] !== index[state]) return;
    const component = [];
    for (let member = -1; member !== state; ) {
      member = trail.pop();
      open[member] = 0;
      component.push(member);
    }
    found.push(component);
  };
  for (const root of states) {
    if (index[root] !== 0) continue;
    enter(root);
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      if (call.edge === graph.first.get(call.state + 1)) leave(call.state);
      else {
        const to = graph.to.get(call.edge++);
        if (to < 0 || !within[to]) continue;
        if (index[to] === 0) enter(to);
        else if (open[to]) low[call.state] = Math.min(low[call.state], index[to]);
      }
    }
  }
  for (const state of states) within[state] = index[state] = 0;
  return found;
}

// runtime/machines/exhaustive/check.ts
var BOUNDED_FROM = 4;
var PREEMPTIONS2 = 2;
var COUNTERS_ENDLESS = 8;
function plan({ threads = [2], scenario }) {
  const wanted = (one) => scenario === void 0 ? threads.includes(one.threads.length) : one.name === scenario;
  return [
    ...scenarios.filter(wanted).map((one) => ({ scenario: one, pass: "steps" })),
    ...scenarios.filter(wanted).map((one) => ({ scenario: one, pass: "spurious" })),
    ...endless.filter(wanted).map((one) => ({ scenario: one, pass: "endless" }))
  ];
}
function check(descriptor, options = {}) {
  return plan(options).map(({ scenario, pass }) => checkPass(descriptor, scenario, pass, options));
}
function checkPass(descriptor, scenario, pass, { limits, preemptions = PREEMPTIONS2, progress, now } = {}) {
  const bounded = scenario.threads.length >= BOUNDED_FROM;
  const rules = { spurious: pass === "spurious" };
  if (bounded) rules.preemptions = preemptions;
  if (pass === "endless") rules.counters = COUNTERS_ENDLESS;
  const found = explore(descriptor, scenario, {
    rules,
    limits,
    graph: pass === "endless",
    progress: progress && ((states2) => progress(scenario, pass, states2)),
    now
  });
  const { states, transitions, depth, seconds, complete, stopped } = found;
  return {
    design: descriptor.name,
    scenario: scenario.name,
    threads: scenario.threads.length,
    pass,
    states,
    transitions,
    depth,
    seconds,
    preemptions: bounded ? preemptions : null,
    complete,
    stopped,
    verdict: overall(found),
    verdicts: found.verdicts.filter(asked(descriptor)).map(({ schedule, ...verdict }) => ({
      ...verdict,
      schedule: schedule && encodeSchedule({
        design: descriptor.name,
        scenario: scenario.name,
        spurious: pass === "spurious",
        choices: schedule
      }),
      steps: schedule?.length ?? null
    })),
    starvation: pass === "endless" && complete ? starvation(found) : null
  };
}
var asked = ({ polls }) => ({ property }) => !polls || property !== "stall";
function overall({ verdicts, complete }) {
  if (verdicts.some(({ verdict }) => verdict === "violated")) return "violated";
  return complete ? "holds" : "undecided";
}

// runtime/machines/exhaustive/signature.ts
function signature({ graph, states }) {
  if (graph === null) throw new Error("missing graph: explore with graph set");
  let high = 40389;
  let low = states | 0;
  const mix = (value) => {
    high = Math.imul(high ^ value, 16777619) ^ low >>> 13;
    low = Math.imul(low + value, 2246822507) ^ high >>> 15;
  };
  for (let state = 0; state < graph.first.length - 1; state++) {
    mix(-1);
    for (let e = graph.first.get(state); e < graph.first.get(state + 1); e++) {
      mix(graph.by.get(e));
      mix(graph.to.get(e));
    }
  }
  const text = (half) => (half >>> 0).toString(16).padStart(8, "0");
  return text(high) + text(low);
}

// runtime/machines/exhaustive/timeline.ts
var EVENTS = {
  [ACQUIRE]: "has the lock",
  [RELEASE]: "gives the lock back",
  [WAIT]: "must wait for the lock",
  [VAIN]: "woken in vain",
  [REQUEST]: "asks for the lock",
  [BLOCK]: "blocks",
  [UNBLOCK]: "is back",
  [SIGNAL]: "runs the signal's handler"
};
var VERBS = {
  [Op.lock]: "locks",
  [Op.unlock]: "unlocks",
  [Op.wait]: "waits on",
  [Op.signal]: "signals",
  [Op.broadcast]: "wakes all of",
  [Op.post]: "posts",
  [Op.take]: "takes",
  [Op.load]: "reads",
  [Op.store]: "sets",
  [Op.add]: "adds to",
  [Op.exchange]: "exchanges",
  [Op.compareExchange]: "compares and exchanges",
  [Op.or]: "sets bits of",
  [Op.and]: "clears bits of",
  [Op.clock]: "reads",
  [Op.spin]: "spins on",
  [Op.attempt]: "tries its blocking call",
  [Op.sleep]: "sleeps",
  [Op.block]: "ends its blocking call"
};
function timeline(descriptor, scenario, { choices, spurious }, counters = RULES.counters) {
  const machine = new Machine(descriptor, scenario, { ...RULES, spurious, counters });
  const rows = [];
  const possible = [];
  let events = [];
  machine.onNote = (_actor, event) => {
    const text = EVENTS[event];
    if (text !== void 0) events.push(text);
  };
  machine.reset();
  let violated = machine.look(possible);
  for (const choice of choices) {
    if (!possible.includes(choice)) {
      const known = possible.map(encodeChoice).join(", ") || "none";
      throw new Error(
        `invalid schedule: choice ${rows.length + 1}, ${encodeChoice(choice)}, is not possible there; possible: ${known}`
      );
    }
    const actor = choice >> 4;
    const { place } = machine.local(actor);
    const text = describe(machine, choice);
    events = [];
    machine.apply(choice);
    if (machine.status(actor) === ENDED && actor < machine.world.threads) events.push("ends");
    rows.push({ actor, text, place, events, holder: machine.holder, choice: encodeChoice(choice) });
    violated = machine.violated;
    if (violated >= 0) break;
    violated = machine.look(possible);
  }
  return {
    threads: machine.world.threads,
    signal: scenario.signal ?? false,
    rows,
    violated: violated < 0 ? null : properties[violated].name,
    waiting: waiting(machine)
  };
}
function describe(machine, choice) {
  const actor = choice >> 4;
  const how = choice & 15;
  const { step, at, other } = machine.local(actor);
  const name = (slot) => machine.world.words[slot].name;
  switch (machine.status(actor)) {
    case NEW:
      return actor === machine.world.signal ? "arrives" : "begins";
    case ASLEEP:
      return `${how === TIMEOUT ? "time-out" : "wakes by itself"} on ${name(at)}`;
    case WOKEN:
    case LATE:
      return `locks ${name(other)} again`;
    default: {
      const { op, a } = step;
      const object = at >= 0 ? ` ${name(at)}` : "";
      if (op === Op.compute) return runs(machine.action(actor));
      const value = op === Op.store || op === Op.exchange ? ` to ${named(a, machine.world.threads)}` : "";
      const woken = op === Op.signal && how > 0 ? `, wakes ${how - 1}` : "";
      const passed = op === Op.clock ? told(reading(how)) : "";
      const tried = op === Op.attempt ? how === READY_AT_ONCE ? ", which need not wait" : " in vain" : "";
      return `${VERBS[op]}${object}${value}${woken}${passed}${tried}`;
    }
  }
}
function told({ most, moved, passed }) {
  const time = most ? "its time is used up" : moved ? "some time has passed" : "no time has passed";
  return `: ${time}${passed > 0 ? `, and ${passed === 1 ? "a deadline" : `${passed} deadlines`}` : ""}`;
}
function runs(action) {
  if (action === null) return "runs to its end";
  if (action.what === AGAIN) return "runs, and begins again";
  if (action.what === START) return `starts thread ${action.thread}`;
  return action.what === COMPUTE ? "runs to a safe point" : "runs into a blocking call";
}
function named(value, threads) {
  for (let t = 0; t < threads; t++) if (value === addressOf(t)) return `thread ${t}`;
  return `${value}`;
}
function waiting(machine) {
  const found = [];
  for (let t = 0; t < machine.world.threads; t++) {
    const status = machine.status(t);
    const { at, other, place } = machine.local(t);
    const name = (slot) => slot >= 0 ? machine.world.words[slot].name : "nothing";
    if (status === ENDED || status === NEW || machine.isEnabled(t)) continue;
    if (status === ASLEEP) found.push(`thread ${t} waits on ${name(at)} (${place})`);
    else if (status === WOKEN || status === LATE)
      found.push(`thread ${t} waits for ${name(other)} (${place})`);
    else
      found.push(at < 0 ? `thread ${t} was never started` : `thread ${t} waits for ${name(at)} (${place})`);
  }
  return found;
}
function formatTimeline({ threads, signal, rows, violated, waiting: waiting2 }) {
  const heads = Array.from({ length: threads }, (_, t) => t === 0 ? "thread 0, main" : `thread ${t}`);
  if (signal) heads.push("signal");
  const cells = rows.map(({ text, events }) => [text, ...events].join("; "));
  const widths = heads.map(
    (head, actor) => Math.max(head.length, ...rows.map((row, i) => row.actor === actor ? cells[i].length : 0))
  );
  const line = (number, columns, place) => `${number.padStart(4)}  ${columns.map((text, i) => text.padEnd(widths[i])).join("  ")}  ${place}`.trimEnd();
  const lines = [line("", heads, "")];
  rows.forEach(({ actor, place }, i) => {
    lines.push(
      line(
        `${i + 1}`,
        heads.map((_, t) => t === actor ? cells[i] : ""),
        place
      )
    );
  });
  for (const text of waiting2) lines.push(`      ${text}`);
  const property = properties.find(({ name }) => name === violated);
  if (property) lines.push(`      violated: ${property.name} (${property.title})`);
  return `${lines.join("\n")}
`;
}
export {
  COUNTERS_ENDLESS,
  LIMITS,
  RULES,
  check,
  checkPass,
  decodeSchedule,
  designs,
  encodeSchedule,
  endless,
  explore,
  findDesign,
  findScenario,
  formatTimeline,
  plan,
  properties,
  scenarios,
  signature,
  starvation,
  timeline
};
//# sourceMappingURL=checker.js.map
