// What the compiler hands to the interpreter: code objects in the shape of CPython 3.11's.

/** The value of `...` among constants. */
export const ELLIPSIS: unique symbol = Symbol("Ellipsis");

/** A frozenset among constants: `x in {1, 2}` loads one. */
export interface FrozenSet {
  frozenset: Constant[];
}

/**
 * A constant of a code object: None, bool, int (always a bigint), float (always a number), str, bytes,
 * Ellipsis, a nested code object, a tuple, or a frozenset.
 */
export type Constant =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | typeof ELLIPSIS
  | Code
  | Constant[]
  | FrozenSet;

export interface Instruction {
  /** CPython 3.11's number of the opcode, see `opcodes.ts`. */
  op: number;
  /** CPython's argument in full (no EXTENDED_ARG); of a jump, the index of the target in `instructions`. */
  arg: number;
  /** First line, 1-based; 0 at the start of a module, -1 where CPython records no line. */
  line: number;
  /** First column, 0-based, in UTF-8 bytes as in CPython; -1 where none is recorded. */
  column: number;
  endLine: number;
  endColumn: number;
  /** Byte offset in CPython's layout, where CACHE entries and EXTENDED_ARG take two bytes each. */
  offset: number;
}

/** A range of instructions whose exceptions go to a handler; no entry overlaps another. */
export interface ExceptionEntry {
  /** Index of the first instruction covered. */
  start: number;
  /** Index after the last instruction covered. */
  end: number;
  /** Index of the handler's first instruction. */
  target: number;
  /** To how many values the stack is cut before the handler starts. */
  depth: number;
  /** Whether the offset of the raising instruction is pushed below the exception. */
  lasti: boolean;
}

export interface Code {
  name: string;
  qualname: string;
  filename: string;
  /** Line of the `def`, `class`, or first decorator; 1 for a module. */
  firstLine: number;
  /** Positional parameters, positional-only ones included; neither `*args` nor `**kwargs` count. */
  argCount: number;
  posOnlyCount: number;
  kwOnlyCount: number;
  /** The CO_* bits below. */
  flags: number;
  names: string[];
  /** Local variables: parameters first (positional, keyword-only, `*args`, `**kwargs`). */
  varNames: string[];
  /** Variables that inner functions use; those that are parameters too are in `varNames` as well. */
  cellNames: string[];
  /** Variables of outer functions. */
  freeNames: string[];
  consts: Constant[];
  /** The deepest the stack can get. */
  stackSize: number;
  /** No CACHE and no EXTENDED_ARG. */
  instructions: Instruction[];
  /** By `start`, ascending. */
  exceptions: ExceptionEntry[];
}

export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;

/** Whether a constant is a code object. */
export function isCode(constant: Constant): constant is Code {
  return constant !== null && typeof constant === "object" && "instructions" in constant;
}

/** Whether a constant is a frozenset. */
export function isFrozenSet(constant: Constant): constant is FrozenSet {
  return constant !== null && typeof constant === "object" && "frozenset" in constant;
}

/**
 * Names of the slots that LOAD_FAST, LOAD_DEREF, MAKE_CELL and LOAD_CLOSURE index:
 * local variables, then cells that are not local variables too, then free variables.
 */
export function localsPlus(code: Pick<Code, "varNames" | "cellNames" | "freeNames">): string[] {
  const cells = code.cellNames.filter((name) => !code.varNames.includes(name));
  return [...code.varNames, ...cells, ...code.freeNames];
}
