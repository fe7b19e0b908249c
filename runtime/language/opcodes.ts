// The opcodes of CPython 3.11 that Python source without async, match and except* compiles to.

export const POP_TOP = 1;
export const PUSH_NULL = 2;
export const NOP = 9;
export const UNARY_POSITIVE = 10;
export const UNARY_NEGATIVE = 11;
export const UNARY_NOT = 12;
export const UNARY_INVERT = 15;
export const BINARY_SUBSCR = 25;
export const PUSH_EXC_INFO = 35;
export const CHECK_EXC_MATCH = 36;
export const WITH_EXCEPT_START = 49;
export const BEFORE_WITH = 53;
export const STORE_SUBSCR = 60;
export const DELETE_SUBSCR = 61;
export const GET_ITER = 68;
export const GET_YIELD_FROM_ITER = 69;
export const LOAD_BUILD_CLASS = 71;
export const LOAD_ASSERTION_ERROR = 74;
export const RETURN_GENERATOR = 75;
export const LIST_TO_TUPLE = 82;
export const RETURN_VALUE = 83;
export const IMPORT_STAR = 84;
export const SETUP_ANNOTATIONS = 85;
export const YIELD_VALUE = 86;
export const POP_EXCEPT = 89;
export const STORE_NAME = 90;
export const DELETE_NAME = 91;
export const UNPACK_SEQUENCE = 92;
export const FOR_ITER = 93;
export const UNPACK_EX = 94;
export const STORE_ATTR = 95;
export const DELETE_ATTR = 96;
export const STORE_GLOBAL = 97;
export const DELETE_GLOBAL = 98;
export const SWAP = 99;
export const LOAD_CONST = 100;
export const LOAD_NAME = 101;
export const BUILD_TUPLE = 102;
export const BUILD_LIST = 103;
export const BUILD_SET = 104;
export const BUILD_MAP = 105;
export const LOAD_ATTR = 106;
export const COMPARE_OP = 107;
export const IMPORT_NAME = 108;
export const IMPORT_FROM = 109;
export const JUMP_FORWARD = 110;
export const JUMP_IF_FALSE_OR_POP = 111;
export const JUMP_IF_TRUE_OR_POP = 112;
export const POP_JUMP_FORWARD_IF_FALSE = 114;
export const POP_JUMP_FORWARD_IF_TRUE = 115;
export const LOAD_GLOBAL = 116;
export const IS_OP = 117;
export const CONTAINS_OP = 118;
export const RERAISE = 119;
export const COPY = 120;
export const BINARY_OP = 122;
export const SEND = 123;
export const LOAD_FAST = 124;
export const STORE_FAST = 125;
export const DELETE_FAST = 126;
export const POP_JUMP_FORWARD_IF_NOT_NONE = 128;
export const POP_JUMP_FORWARD_IF_NONE = 129;
export const RAISE_VARARGS = 130;
export const MAKE_FUNCTION = 132;
export const BUILD_SLICE = 133;
export const JUMP_BACKWARD_NO_INTERRUPT = 134;
export const MAKE_CELL = 135;
export const LOAD_CLOSURE = 136;
export const LOAD_DEREF = 137;
export const STORE_DEREF = 138;
export const DELETE_DEREF = 139;
export const JUMP_BACKWARD = 140;
export const CALL_FUNCTION_EX = 142;
export const EXTENDED_ARG = 144;
export const LIST_APPEND = 145;
export const SET_ADD = 146;
export const MAP_ADD = 147;
export const LOAD_CLASSDEREF = 148;
export const COPY_FREE_VARS = 149;
export const RESUME = 151;
export const FORMAT_VALUE = 155;
export const BUILD_CONST_KEY_MAP = 156;
export const BUILD_STRING = 157;
export const LOAD_METHOD = 160;
export const LIST_EXTEND = 162;
export const SET_UPDATE = 163;
export const DICT_MERGE = 164;
export const DICT_UPDATE = 165;
export const PRECALL = 166;
export const CALL = 171;
export const KW_NAMES = 172;
export const POP_JUMP_BACKWARD_IF_NOT_NONE = 173;
export const POP_JUMP_BACKWARD_IF_NONE = 174;
export const POP_JUMP_BACKWARD_IF_FALSE = 175;
export const POP_JUMP_BACKWARD_IF_TRUE = 176;

// Pseudo-instructions: they live between code generation and assembly only. A jump gets its direction, and a
// block push or pop becomes a range of the exception table, once the order of blocks is known.
export const JUMP = 256;
export const JUMP_NO_INTERRUPT = 257;
export const POP_JUMP_IF_FALSE = 258;
export const POP_JUMP_IF_TRUE = 259;
export const POP_JUMP_IF_NONE = 260;
export const POP_JUMP_IF_NOT_NONE = 261;
export const SETUP_FINALLY = 262;
export const SETUP_CLEANUP = 263;
export const SETUP_WITH = 264;
export const POP_BLOCK = 265;

/** Opcodes from here on take an argument. */
export const HAVE_ARGUMENT = 90;

/** Comparison operators by the argument of COMPARE_OP. */
export const COMPARISONS = ["<", "<=", "==", "!=", ">", ">="];

/** Operators by the argument of BINARY_OP; the in-place form of each is 13 further on. */
export const BINARY_OPERATORS = ["+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^"];
export const INPLACE = BINARY_OPERATORS.length;

/** The text that `dis` shows for an argument of BINARY_OP. */
export function binaryOperatorText(arg: number): string {
  return arg < INPLACE ? BINARY_OPERATORS[arg] : `${BINARY_OPERATORS[arg - INPLACE]}=`;
}

/** Opcode number to name, for opcodes that end up in a code object. */
export const OPCODE_NAMES: readonly string[] = names({
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

function names(table: Record<string, number>): string[] {
  const result: string[] = [];
  for (const [name, op] of Object.entries(table)) result[op] = name;
  return result;
}

const CACHES = new Map<number, number>([
  [BINARY_SUBSCR, 4],
  [STORE_SUBSCR, 1],
  [UNPACK_SEQUENCE, 1],
  [STORE_ATTR, 4],
  [LOAD_ATTR, 4],
  [COMPARE_OP, 2],
  [LOAD_GLOBAL, 5],
  [BINARY_OP, 1],
  [LOAD_METHOD, 10],
  [PRECALL, 1],
  [CALL, 4]
]);

/** How many CACHE entries follow an opcode in CPython's layout. */
export function cacheEntries(op: number): number {
  return CACHES.get(op) ?? 0;
}

const JUMPS = new Set([
  FOR_ITER,
  JUMP_FORWARD,
  JUMP_IF_FALSE_OR_POP,
  JUMP_IF_TRUE_OR_POP,
  POP_JUMP_FORWARD_IF_FALSE,
  POP_JUMP_FORWARD_IF_TRUE,
  POP_JUMP_FORWARD_IF_NOT_NONE,
  POP_JUMP_FORWARD_IF_NONE,
  SEND,
  JUMP_BACKWARD_NO_INTERRUPT,
  JUMP_BACKWARD,
  POP_JUMP_BACKWARD_IF_NOT_NONE,
  POP_JUMP_BACKWARD_IF_NONE,
  POP_JUMP_BACKWARD_IF_FALSE,
  POP_JUMP_BACKWARD_IF_TRUE,
  JUMP,
  JUMP_NO_INTERRUPT,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_TRUE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE
]);

const BACKWARD_JUMPS = new Set([
  JUMP_BACKWARD_NO_INTERRUPT,
  JUMP_BACKWARD,
  POP_JUMP_BACKWARD_IF_NOT_NONE,
  POP_JUMP_BACKWARD_IF_NONE,
  POP_JUMP_BACKWARD_IF_FALSE,
  POP_JUMP_BACKWARD_IF_TRUE
]);

/** Whether the argument of an opcode (pseudo-instructions included) is the target of a jump. */
export function isJump(op: number): boolean {
  return JUMPS.has(op);
}

/** Whether a jump goes backward. */
export function isBackwardJump(op: number): boolean {
  return BACKWARD_JUMPS.has(op);
}

/** Whether an opcode starts a range whose exceptions go to the block that it names. */
export function isBlockPush(op: number): boolean {
  return op === SETUP_FINALLY || op === SETUP_CLEANUP || op === SETUP_WITH;
}

/** Whether control never goes on to the next instruction, because the code object is left. */
export function isExit(op: number): boolean {
  return op === RETURN_VALUE || op === RAISE_VARARGS || op === RERAISE;
}

const EFFECTS = new Map<number, number>([
  [POP_TOP, -1],
  [PUSH_NULL, 1],
  [BINARY_SUBSCR, -1],
  [PUSH_EXC_INFO, 1],
  [WITH_EXCEPT_START, 1],
  [BEFORE_WITH, 1],
  [STORE_SUBSCR, -3],
  [DELETE_SUBSCR, -2],
  [LOAD_BUILD_CLASS, 1],
  [LOAD_ASSERTION_ERROR, 1],
  [RETURN_VALUE, -1],
  [IMPORT_STAR, -1],
  [POP_EXCEPT, -1],
  [STORE_NAME, -1],
  [STORE_ATTR, -2],
  [DELETE_ATTR, -1],
  [STORE_GLOBAL, -1],
  [LOAD_CONST, 1],
  [LOAD_NAME, 1],
  [COMPARE_OP, -1],
  [IMPORT_NAME, -1],
  [IMPORT_FROM, 1],
  [IS_OP, -1],
  [CONTAINS_OP, -1],
  [RERAISE, -1],
  [COPY, 1],
  [BINARY_OP, -1],
  [LOAD_FAST, 1],
  [STORE_FAST, -1],
  [RETURN_GENERATOR, 1],
  [LOAD_CLOSURE, 1],
  [LOAD_DEREF, 1],
  [LOAD_CLASSDEREF, 1],
  [STORE_DEREF, -1],
  [LIST_APPEND, -1],
  [SET_ADD, -1],
  [MAP_ADD, -2],
  [LIST_EXTEND, -1],
  [SET_UPDATE, -1],
  [DICT_MERGE, -1],
  [DICT_UPDATE, -1],
  [LOAD_METHOD, 1],
  [POP_JUMP_IF_FALSE, -1],
  [POP_JUMP_IF_TRUE, -1],
  [POP_JUMP_IF_NONE, -1],
  [POP_JUMP_IF_NOT_NONE, -1]
]);

/**
 * By how much an instruction changes the depth of the stack.
 *
 * @param taken whether it jumps, or, of a block push, whether control arrives at the handler
 */
export function stackEffect(op: number, arg: number, taken: boolean): number {
  switch (op) {
    case FOR_ITER:
      return taken ? -1 : 1;
    case SEND:
      return taken ? -1 : 0;
    case JUMP_IF_FALSE_OR_POP:
    case JUMP_IF_TRUE_OR_POP:
      return taken ? 0 : -1;
    case SETUP_FINALLY:
    case SETUP_WITH:
      // The exception; for `with`, the stack is first cut below the value that __enter__ gave.
      return taken ? 1 : 0;
    case SETUP_CLEANUP:
      return taken ? 2 : 0;
    case UNPACK_SEQUENCE:
      return arg - 1;
    case UNPACK_EX:
      return (arg & 0xff) + (arg >> 8);
    case BUILD_TUPLE:
    case BUILD_LIST:
    case BUILD_SET:
    case BUILD_STRING:
      return 1 - arg;
    case BUILD_MAP:
      return 1 - 2 * arg;
    case BUILD_CONST_KEY_MAP:
      return -arg;
    case BUILD_SLICE:
      return arg === 3 ? -2 : -1;
    case LOAD_GLOBAL:
      return (arg & 1) + 1;
    case RAISE_VARARGS:
      return -arg;
    case MAKE_FUNCTION:
      return -((arg & 1) + ((arg >> 1) & 1) + ((arg >> 2) & 1) + ((arg >> 3) & 1));
    case PRECALL:
      return -arg;
    case CALL:
      return -1;
    case CALL_FUNCTION_EX:
      return -2 - (arg & 1);
    case FORMAT_VALUE:
      return (arg & 4) !== 0 ? -1 : 0;
    default:
      return EFFECTS.get(op) ?? 0;
  }
}
