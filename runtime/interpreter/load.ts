/** Puts compiled code into the heap: code objects, their constants, and the words that are executed. */

import {
  CO_VARARGS,
  CO_VARKEYWORDS,
  type Code,
  type Constant,
  ELLIPSIS,
  isCode,
  isFrozenSet,
  localsPlus
} from "../language/index.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {H, make} from "../memory/heap.ts";
import {hashSimple} from "../objects/compare.ts";
import {tupleOf} from "../objects/errors.ts";
import {ELLIPSIS_REF, FALSE, NONE, T_CODE, T_FROZENSET, TRUE} from "../objects/kinds.ts";
import {
  CODE,
  CODE_ARGS,
  CODE_CONSTS,
  CODE_FILENAME,
  CODE_FIRST_LINE,
  CODE_FLAGS,
  CODE_FREE_COUNT,
  CODE_HANDLER_COUNT,
  CODE_HANDLERS,
  CODE_HIDDEN,
  CODE_KWONLY,
  CODE_LENGTH,
  CODE_LOCAL_NAMES,
  CODE_LOCALS,
  CODE_NAME,
  CODE_NAMES,
  CODE_POSITION_COUNT,
  CODE_POSITIONS,
  CODE_POSONLY,
  CODE_QUALNAME,
  CODE_SIMPLE,
  CODE_STACK,
  CODE_START,
  CODE_USED,
  CODE_VARNAMES,
  CODE_WORDS,
  CODE_WORDS_OBJECT,
  ENTRY_KEY,
  HANDLER_WORDS,
  INTERNED_NAMES,
  POSITION_WORDS
} from "../objects/layout.ts";
import {newBigInt, newFloat} from "../objects/numbers.ts";
import {findStr, insert, lookup, newTable} from "../objects/table.ts";
import {newBytes, newStr, staticNames, strHash} from "../objects/text.ts";
import {I, wordsOf} from "./instructions.ts";
import {lower, type Weights} from "./lower.ts";

const interned = new Map<string, number>();
/** One str object for each name in code, whichever worker loads it. Borrowed. */
export function intern(name: string): number {
  const known = staticNames().get(name) ?? interned.get(name);
  if (known !== undefined) return known;
  const table = H[INTERNED_NAMES] >> 2;
  const made = newStr(name);
  let entry = findStr(table, made);
  if (entry === 0) {
    insert(table, made, strHash(made), 0);
    entry = findStr(table, made);
  }
  DECREF(made);
  interned.set(name, H[entry + ENTRY_KEY]);
  return H[entry + ENTRY_KEY];
}

const isIdentifier = (value: string) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value);

/** A new reference to a constant. */
function constant(value: Constant, weights: Weights, hidden: boolean): number {
  if (value === null) return shared(NONE);
  if (value === true) return shared(TRUE);
  if (value === false) return shared(FALSE);
  if (value === ELLIPSIS) return shared(ELLIPSIS_REF);
  if (typeof value === "bigint") return newBigInt(value);
  if (typeof value === "number") return newFloat(value);
  if (typeof value === "string") return isIdentifier(value) ? shared(intern(value)) : newStr(value);
  if (value instanceof Uint8Array) return newBytes(value);
  if (Array.isArray(value)) return tupleOf(...value.map((item) => constant(item, weights, hidden)));
  if (isFrozenSet(value)) {
    const set = newTable(T_FROZENSET);
    for (const item of value.frozenset) {
      const key = constant(item, weights, hidden);
      if (lookup(set, key) === 0) insert(set, key, hashSimple(key), 0);
      DECREF(key);
    }
    return (set << 2) | 1;
  }
  if (isCode(value)) return loadCode(value, weights, hidden);
  throw new Error(`unknown constant: ${String(value)}`);
}

/** Room in the code region: a program counter, which is a word index relative to its start. */
function takeCodeWords(count: number): number {
  const at = H[CODE_USED];
  if (H[CODE_USED] + count > CODE_WORDS) throw new Error("program too large: its code does not fit");
  H[CODE_USED] += count;
  return at;
}

/** Loads a code object and those it contains. Answers a new reference. */
export function loadCode(code: Code, weights: Weights, hidden: boolean): number {
  const consts = code.consts.map((value) => constant(value, weights, hidden));
  const names = code.names.map((name) => shared(intern(name)));
  const small = (value: Constant) => typeof value === "bigint" && value >= -32768n && value < 32768n;
  const lowered = lower(
    code,
    {constant: (i) => consts[i], name: (i) => names[i], isSmall: (i) => small(code.consts[i])},
    weights
  );
  const start = takeCodeWords(lowered.words.length);
  H.set(lowered.words, CODE + start);
  relocate(lowered.words, start);
  const handlers = CODE + takeCodeWords(lowered.handlers.length);
  lowered.handlers.forEach((value, i) => {
    H[handlers + i] = i % HANDLER_WORDS === 3 ? value : value + start;
  });
  const o = make(T_CODE, CODE_WORDS_OBJECT);
  const locals = localsPlus(code);
  H[o + CODE_START] = start;
  H[o + CODE_LENGTH] = lowered.words.length;
  H[o + CODE_ARGS] = code.argCount;
  H[o + CODE_POSONLY] = code.posOnlyCount;
  H[o + CODE_KWONLY] = code.kwOnlyCount;
  H[o + CODE_FLAGS] = code.flags;
  H[o + CODE_LOCALS] = locals.length;
  H[o + CODE_STACK] = code.stackSize + 2;
  H[o + CODE_HANDLERS] = handlers;
  H[o + CODE_HANDLER_COUNT] = lowered.handlers.length / HANDLER_WORDS;
  const plain = (code.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0 && code.kwOnlyCount === 0;
  H[o + CODE_SIMPLE] = plain ? 1 : 0;
  H[o + CODE_NAME] = shared(intern(code.name));
  H[o + CODE_QUALNAME] = shared(intern(code.qualname));
  H[o + CODE_VARNAMES] = tupleOf(...locals.map((name) => shared(intern(name))));
  H[o + CODE_CONSTS] = tupleOf(...consts);
  H[o + CODE_NAMES] = tupleOf(...names);
  H[o + CODE_FILENAME] = shared(intern(code.filename));
  H[o + CODE_LOCAL_NAMES] = code.varNames.length;
  H[o + CODE_FREE_COUNT] = code.freeNames.length;
  const positions = CODE + takeCodeWords(lowered.positions.length * POSITION_WORDS);
  lowered.positions.forEach(({offset, line, column, endLine, endColumn}, i) => {
    const at = positions + i * POSITION_WORDS;
    H[at] = offset + start;
    H[at + 1] = line;
    H[at + 2] = endLine;
    H[at + 3] = (Math.min(column, 0xffff) << 16) | Math.min(endColumn, 0xffff);
  });
  H[o + CODE_POSITIONS] = positions;
  H[o + CODE_POSITION_COUNT] = lowered.positions.length;
  H[o + CODE_HIDDEN] = hidden ? 1 : 0;
  H[o + CODE_FIRST_LINE] = code.firstLine;
  return (o << 2) | 1;
}

const JUMPS = new Set([
  I.JUMP,
  I.JUMP_BACKWARD,
  I.POP_JUMP_IF_FALSE,
  I.POP_JUMP_IF_TRUE,
  I.POP_JUMP_IF_NONE,
  I.POP_JUMP_IF_NOT_NONE,
  I.POP_JUMP_BACKWARD_IF_FALSE,
  I.POP_JUMP_BACKWARD_IF_TRUE,
  I.POP_JUMP_BACKWARD_IF_NONE,
  I.POP_JUMP_BACKWARD_IF_NOT_NONE,
  I.FOR_ITER,
  I.SEND
]);
/** What a fused operation's first component is: its words tell where the next instruction begins. */
const FIRST: Record<number, number> = {
  [I.FAST_CONST_COMPARE_JUMP]: I.LOAD_FAST,
  [I.FAST_FAST_COMPARE_JUMP]: I.LOAD_FAST,
  [I.FAST_CONST_ADD_STORE]: I.LOAD_FAST,
  [I.FAST_CONST_SUB_STORE]: I.LOAD_FAST,
  [I.FAST_FAST_ADD_STORE]: I.LOAD_FAST,
  [I.FAST_FAST]: I.LOAD_FAST,
  [I.FAST_CONST]: I.LOAD_FAST,
  [I.COMPARE_JUMP]: I.COMPARE_OP
};

/** Makes jump targets program counters. */
function relocate(words: Int32Array, start: number): void {
  for (let i = 0; i < words.length; ) {
    const operation = words[i] & 255;
    if (JUMPS.has(operation)) H[CODE + start + i + 1] += start;
    i += wordsOf(FIRST[operation] ?? operation);
  }
}
