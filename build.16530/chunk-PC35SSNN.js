import {
  __export
} from "./chunk-PZ5AY32C.js";

// runtime/objects/layout.ts
var SMALL_MIN = -(2 ** 30);
var SMALL_MAX = 2 ** 30 - 1;
var BREAKER = 32;
var BREAK_DROP = 1;
var BREAK_SIGNAL = 2;
var BREAK_EXIT = 4;
var BREAK_LOOK = 8;
var SWITCH_INTERVAL_US = 48;
var CHECK_INTERVAL = 49;
var SIGNALS_LOW = 64;
var SIGNALS_HIGH = 65;
var PROCESS = 80;
var EXIT_STATUS = PROCESS;
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
var THREAD_ID = 0;
var TICKS_LEFT = 13;
var BYTECODES_LOW = 14;
var BYTECODES_HIGH = 15;
var WAKE = 19;
var WAITING_ON = 20;
var BREAKER_MASK = 28;
var THREAD_PRIORITY = 25;
var STATS = 32;
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
var PAGE_WORDS = 4096;
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
var LOCK_STATE = HEADER;
var LOCK_WAITERS = HEADER + 1;
var LOCK_OWNER = HEADER + 2;
var LOCK_DEPTH = HEADER + 3;
var LOCK_WORDS = HEADER + 4;
var STOP_BLOCK = 3;
var STOP_END = 4;

// runtime/machines/host/parking.ts
var EVERYONE = 2147483647;
var Leave = class extends Error {
};
var Parking = class {
  memory;
  sleeper;
  thread = 0;
  constructor(memory, sleeper) {
    this.memory = memory;
    this.sleeper = sleeper;
  }
  /** The thread that sleeps here from now on. */
  attach(t) {
    this.thread = t;
  }
  /** As `Sleeper.wait`. @throws Leave when the run is over */
  wait(at, expected, ns) {
    Atomics.store(this.memory, this.thread + WAITING_ON, at);
    if (this.over()) throw new Leave();
    const answer = this.sleeper.wait(at, expected, ns);
    Atomics.store(this.memory, this.thread + WAITING_ON, 0);
    if (this.over()) throw new Leave();
    return answer;
  }
  wake(at, count) {
    this.sleeper.wake(at, count);
  }
  /** Whether the run is over. */
  over() {
    return (Atomics.load(this.memory, BREAKER) & BREAK_EXIT) !== 0;
  }
};
var AtomicsSleeper = class {
  memory;
  constructor(memory) {
    this.memory = memory;
  }
  wait(at, expected, ns) {
    return Atomics.wait(this.memory, at, expected, ns / 1e6) === "timed-out" ? 1 : 0;
  }
  wake(at, count) {
    Atomics.notify(this.memory, at, count);
  }
};

// runtime/machines/steps.ts
var steps_exports = {};
__export(steps_exports, {
  Cell: () => Cell,
  Clock: () => Clock,
  Condition: () => Condition,
  Deadline: () => Deadline,
  FOREVER: () => FOREVER,
  Mutex: () => Mutex,
  Op: () => Op,
  Processor: () => Processor,
  Semaphore: () => Semaphore,
  Step: () => Step,
  TIMED_OUT: () => TIMED_OUT,
  ThreadCell: () => ThreadCell,
  ThreadCondition: () => ThreadCondition,
  Word: () => Word
});
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

export {
  BREAKER,
  BREAK_DROP,
  BREAK_SIGNAL,
  BREAK_EXIT,
  BREAK_LOOK,
  SWITCH_INTERVAL_US,
  CHECK_INTERVAL,
  SIGNALS_LOW,
  SIGNALS_HIGH,
  EXIT_STATUS,
  PAGES_PEAK,
  PAGE_COUNT,
  DESIGN,
  DESIGN_WORDS,
  THREADS,
  THREAD_WORDS,
  THREADS_MAX,
  THREAD_ID,
  TICKS_LEFT,
  BYTECODES_LOW,
  BYTECODES_HIGH,
  WAKE,
  WAITING_ON,
  BREAKER_MASK,
  THREAD_PRIORITY,
  STATS,
  THREAD_DESIGN,
  THREAD_DESIGN_WORDS,
  PAGE_WORDS,
  ARENA,
  LOCK_STATE,
  LOCK_WAITERS,
  STOP_BLOCK,
  STOP_END,
  FOREVER,
  TIMED_OUT,
  steps_exports,
  EVERYONE,
  Leave,
  Parking,
  AtomicsSleeper
};
//# sourceMappingURL=chunk-PC35SSNN.js.map
