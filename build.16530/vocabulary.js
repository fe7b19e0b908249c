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

// runtime/objects/layout.ts
var SMALL_MIN = -(2 ** 30);
var SMALL_MAX = 2 ** 30 - 1;
var BREAK_DROP = 1;
var BREAK_SIGNAL = 2;
var BREAK_LOOK = 8;
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
var THREADS = 4096;
var THREAD_WORDS = 256;
var THREADS_MAX = 2048;
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

// runtime/trace/events.ts
var ACQUIRE = 0;
var WAIT = 1;
var VAIN = 2;
var RELEASE = 3;
var REQUEST = 4;

// runtime/designs/design.ts
var NO_TICKS = 2 ** 30;

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
export {
  ACQUIRE,
  BREAK_DROP,
  BREAK_LOOK,
  BREAK_SIGNAL,
  Cell,
  Clock,
  Condition,
  Deadline,
  FOREVER,
  Mutex,
  NO_TICKS,
  RELEASE,
  REQUEST,
  Semaphore,
  TIMED_OUT,
  ThreadCell,
  ThreadCondition,
  VAIN,
  WAIT,
  Word,
  weights
};
//# sourceMappingURL=vocabulary.js.map
