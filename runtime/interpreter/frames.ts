/** Frames of Python functions and generators on a thread's stack. */

import {CO_VARARGS, CO_VARKEYWORDS} from "../language/index.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {allocateBlock, H, make, releaseBlock} from "../memory/heap.ts";
import {raise, tupleOf} from "../objects/errors.ts";
import {RECURSION_ERROR, TYPE_ERROR} from "../objects/exceptions.ts";
import {NONE, T_GENERATOR} from "../objects/kinds.ts";
import {
  CODE_ARGS,
  CODE_FLAGS,
  CODE_KWONLY,
  CODE_LOCALS,
  CODE_POSONLY,
  CODE_STACK,
  CODE_START,
  CODE_VARNAMES,
  DEPTH,
  ENTER,
  FRAME_BACK,
  FRAME_CODE,
  FRAME_EXTRA,
  FRAME_FUNCTION,
  FRAME_LOCALS,
  FRAME_MODE,
  FRAME_PC,
  FRAME_POINTER,
  FRAME_SP,
  FRAME_WORDS,
  FUNCTION_CODE,
  FUNCTION_DEFAULTS,
  FUNCTION_KWDEFAULTS,
  FUNCTION_QUALNAME,
  GENERATOR_BLOCK,
  GENERATOR_FUNCTION,
  GENERATOR_HANDLED,
  GENERATOR_PC,
  GENERATOR_RUNNING,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_WORDS,
  GENERATOR_WORDS_SAVED,
  HANDLED,
  NULL,
  PROGRAM_COUNTER,
  RECURSION_LIMIT,
  STACK_LIMIT,
  STACK_POINTER,
  TUPLE_ITEMS,
  TUPLE_LENGTH
} from "../objects/layout.ts";
import {ABSENT, findStr, getStr, insert, newDict} from "../objects/table.ts";
import {strEqual, strHash, text} from "../objects/text.ts";

/** Drops the values in [from, to). */
export function dropWords(from: number, to: number): void {
  for (let i = to - 1; i >= from; i--) DECREF(H[i]);
}

/** Is there room for one more frame? Otherwise RecursionError is set. */
export function checkDepth(t: number, top: number): boolean {
  if (H[t + DEPTH] < H[RECURSION_LIMIT] && top < H[t + STACK_LIMIT]) return true;
  raise(RECURSION_ERROR, "maximum recursion depth exceeded");
  return false;
}

/**
 * Pushes the frame of a Python function and makes it the running one; its parameters are the `n` words at `start`,
 * the last of them named by the tuple `names` (or NULL). They move into the frame with the reference to the function;
 * other operands above `floor` must have been dropped. Answers ENTER, or NULL with an exception, the operands dropped.
 * `extra` is taken over.
 */
export function enterFunction(
  t: number,
  function_: number,
  floor: number,
  start: number,
  n: number,
  names: number,
  mode: number,
  extra: number
): number {
  const f = function_ >> 2;
  const code = H[f + FUNCTION_CODE] >> 2;
  const locals = H[code + CODE_LOCALS];
  const frame = start + n + FRAME_WORDS;
  if (!checkDepth(t, frame + locals + H[code + CODE_STACK]))
    return abandon(t, function_, floor, start, n, extra);
  for (let i = 0; i < locals; i++) H[frame + i] = NULL;
  if (!bindParameters(f, code, start, n, names, frame)) {
    dropWords(frame, frame + locals);
    return abandon(t, function_, floor, start, n, extra);
  }
  H[frame + FRAME_CODE] = code;
  H[frame + FRAME_FUNCTION] = function_;
  H[frame + FRAME_BACK] = H[t + FRAME_POINTER];
  H[frame + FRAME_PC] = H[t + PROGRAM_COUNTER];
  H[frame + FRAME_SP] = floor;
  H[frame + FRAME_MODE] = mode;
  H[frame + FRAME_EXTRA] = extra;
  H[frame + FRAME_LOCALS] = NULL;
  H[t + FRAME_POINTER] = frame;
  H[t + PROGRAM_COUNTER] = H[code + CODE_START];
  H[t + STACK_POINTER] = frame + locals;
  H[t + DEPTH]++;
  return ENTER;
}

function abandon(
  t: number,
  function_: number,
  floor: number,
  start: number,
  n: number,
  extra: number
): number {
  dropWords(start, start + n);
  H[t + STACK_POINTER] = floor;
  DECREF(function_);
  DECREF(extra);
  return NULL;
}

/** Moves arguments into a frame's locals: positional, defaults, `*args`, keywords, `**kwargs`. */
function bindParameters(
  f: number,
  code: number,
  start: number,
  n: number,
  names: number,
  frame: number
): boolean {
  const positional = H[code + CODE_ARGS];
  const keywordOnly = H[code + CODE_KWONLY];
  const flags = H[code + CODE_FLAGS];
  const named = names === NULL ? 0 : H[(names >> 2) + TUPLE_LENGTH];
  const given = n - named;
  const direct = given < positional ? given : positional;
  for (let i = 0; i < direct; i++) {
    H[frame + i] = H[start + i];
    H[start + i] = NULL;
  }
  let next = positional + keywordOnly;
  if ((flags & CO_VARARGS) !== 0) {
    const rest: number[] = [];
    for (let i = direct; i < given; i++) {
      rest.push(H[start + i]);
      H[start + i] = NULL;
    }
    H[frame + next++] = tupleOf(...rest);
  } else if (given > positional)
    return tooManyPositional(f, code, given, frame, keywordOnlyGiven(code, names));
  let collected = 0;
  if ((flags & CO_VARKEYWORDS) !== 0) {
    H[frame + next] = newDict();
    collected = H[frame + next] >> 2;
  }
  for (let k = 0; k < named; k++) {
    const at = start + given + k;
    if (!bindKeyword(f, code, names, k, at, frame, collected)) return false;
  }
  return fillDefaults(f, code, given, frame);
}

function bindKeyword(
  f: number,
  code: number,
  names: number,
  k: number,
  at: number,
  frame: number,
  collected: number
): boolean {
  const name = H[(names >> 2) + TUPLE_ITEMS + k];
  const varnames = H[code + CODE_VARNAMES] >> 2;
  const count = H[code + CODE_ARGS] + H[code + CODE_KWONLY];
  for (let i = H[code + CODE_POSONLY]; i < count; i++) {
    const parameter = H[varnames + TUPLE_ITEMS + i];
    if (parameter !== name && !strEqual(parameter, name)) continue;
    if (H[frame + i] !== NULL) {
      raise(TYPE_ERROR, `${qualname(f)}() got multiple values for argument '${text(name)}'`);
      return false;
    }
    H[frame + i] = H[at];
    H[at] = NULL;
    return true;
  }
  if (collected === 0) {
    const wrong = positionalOnlyGiven(code, names);
    raise(
      TYPE_ERROR,
      wrong.length > 0
        ? `${qualname(f)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(", ")}'`
        : `${qualname(f)}() got an unexpected keyword argument '${text(name)}'`
    );
    return false;
  }
  if (findStr(collected, name) !== ABSENT) {
    raise(TYPE_ERROR, `${qualname(f)}() got multiple values for keyword argument '${text(name)}'`);
    return false;
  }
  insert(collected, name, strHash(name), H[at]);
  DECREF(H[at]);
  H[at] = NULL;
  return true;
}

function fillDefaults(f: number, code: number, given: number, frame: number): boolean {
  const positional = H[code + CODE_ARGS];
  const varnames = H[code + CODE_VARNAMES] >> 2;
  const missing: string[] = [];
  const defaults = H[f + FUNCTION_DEFAULTS];
  const have = defaults === NULL ? 0 : H[(defaults >> 2) + TUPLE_LENGTH];
  for (let i = given; i < positional; i++) {
    if (H[frame + i] !== NULL) continue;
    const d = i - (positional - have);
    if (d >= 0) H[frame + i] = shared(H[(defaults >> 2) + TUPLE_ITEMS + d]);
    else missing.push(text(H[varnames + TUPLE_ITEMS + i]));
  }
  if (missing.length > 0) return missingArguments(f, missing, "positional");
  const keywordDefaults = H[f + FUNCTION_KWDEFAULTS];
  for (let i = positional; i < positional + H[code + CODE_KWONLY]; i++) {
    if (H[frame + i] !== NULL) continue;
    const name = H[varnames + TUPLE_ITEMS + i];
    const value = keywordDefaults === NULL ? NULL : getStr(keywordDefaults >> 2, name);
    if (value !== NULL) H[frame + i] = shared(value);
    else missing.push(text(name));
  }
  return missing.length === 0 || missingArguments(f, missing, "keyword-only");
}

/** The names of a call's keyword arguments that can only be given by position. */
function positionalOnlyGiven(code: number, names: number): string[] {
  const varnames = H[code + CODE_VARNAMES] >> 2;
  const only = Array.from({length: H[code + CODE_POSONLY]}, (_, i) => text(H[varnames + TUPLE_ITEMS + i]));
  const given = Array.from({length: H[(names >> 2) + TUPLE_LENGTH]}, (_, i) =>
    text(H[(names >> 2) + TUPLE_ITEMS + i])
  );
  return only.filter((name) => given.includes(name));
}

/** How many of the names of a call's keyword arguments are keyword-only parameters. */
function keywordOnlyGiven(code: number, names: number): number {
  if (names === NULL) return 0;
  const varnames = H[code + CODE_VARNAMES] >> 2;
  let count = 0;
  for (let k = 0; k < H[(names >> 2) + TUPLE_LENGTH]; k++) {
    for (let i = H[code + CODE_ARGS]; i < H[code + CODE_ARGS] + H[code + CODE_KWONLY]; i++) {
      if (strEqual(H[varnames + TUPLE_ITEMS + i], H[(names >> 2) + TUPLE_ITEMS + k])) count++;
    }
  }
  return count;
}

const qualname = (f: number) => text(H[f + FUNCTION_QUALNAME]);

function missingArguments(f: number, names: string[], what: string): boolean {
  const quoted = names.map((name) => `'${name}'`);
  const list =
    quoted.length < 3
      ? quoted.join(" and ")
      : `${quoted.slice(0, -1).join(", ")}, and ${quoted[quoted.length - 1]}`;
  const s = names.length === 1 ? "" : "s";
  raise(TYPE_ERROR, `${qualname(f)}() missing ${names.length} required ${what} argument${s}: ${list}`);
  return false;
}

function tooManyPositional(f: number, code: number, given: number, frame: number, named: number): boolean {
  const positional = H[code + CODE_ARGS];
  const defaults = H[f + FUNCTION_DEFAULTS] === NULL ? 0 : H[(H[f + FUNCTION_DEFAULTS] >> 2) + TUPLE_LENGTH];
  const takes = defaults > 0 ? `from ${positional - defaults} to ${positional}` : `${positional}`;
  const s = positional === 1 && defaults === 0 ? "" : "s";
  const were = given === 1 ? "was" : "were";
  const gave =
    named === 0
      ? `${given}`
      : `${given} positional argument${given === 1 ? "" : "s"} (and ${named} keyword-only argument${named === 1 ? "" : "s"})`;
  raise(
    TYPE_ERROR,
    `${qualname(f)}() takes ${takes} positional argument${s} but ${gave} ${named === 0 ? were : "were"} given`
  );
  for (let i = 0; i < positional; i++) {
    DECREF(H[frame + i]);
    H[frame + i] = NULL;
  }
  return false;
}

/** A code object run with a dict as its locals (module and class bodies, exec). `globals`' function is made by caller. */
export function enterBody(
  t: number,
  function_: number,
  namespace: number,
  mode: number,
  extra: number
): number {
  const sp = H[t + STACK_POINTER];
  const result = enterFunction(t, function_, sp, sp, 0, NULL, mode, extra);
  if (result === ENTER) H[H[t + FRAME_POINTER] + FRAME_LOCALS] = namespace;
  else DECREF(namespace);
  return result;
}

// ---- generators -------------------------------------------------------------------------------------------------------

/** RETURN_GENERATOR: the running frame becomes a generator, which is its caller's value. Answers a new reference. */
export function makeGenerator(t: number, fp: number, pc: number, sp: number): number {
  const g = make(T_GENERATOR, GENERATOR_WORDS);
  H[g + GENERATOR_STATE] = 0;
  H[g + GENERATOR_FUNCTION] = shared(H[fp + FRAME_FUNCTION]);
  H[g + GENERATOR_HANDLED] = NULL;
  H[g + GENERATOR_BLOCK] = 0;
  H[g + GENERATOR_WORDS_SAVED] = 0;
  saveFrame(g, fp, pc, sp);
  H[t + STACK_POINTER] = fp;
  return (g << 2) | 1;
}

/** Moves locals and temporaries of a frame into its generator. */
export function saveFrame(g: number, fp: number, pc: number, sp: number): void {
  const words = sp - fp;
  const block = allocateBlock(words);
  H.copyWithin(block, fp, sp);
  H[g + GENERATOR_BLOCK] = block;
  H[g + GENERATOR_WORDS_SAVED] = words;
  H[g + GENERATOR_PC] = pc;
}

/**
 * Continues a generator on the running thread's stack; its value or end goes to the caller by `mode`. `generator` is
 * taken over (it lives in FRAME_EXTRA), `value` too unless it is NULL (first start). Answers ENTER or NULL.
 */
export function resumeGenerator(
  t: number,
  generator: number,
  value: number,
  floor: number,
  mode: number
): number {
  const g = generator >> 2;
  const code = H[(H[g + GENERATOR_FUNCTION] >> 2) + FUNCTION_CODE] >> 2;
  const words = H[g + GENERATOR_WORDS_SAVED];
  const frame = floor + FRAME_WORDS;
  if (!checkDepth(t, frame + H[code + CODE_LOCALS] + H[code + CODE_STACK])) {
    DECREF(generator);
    DECREF(value);
    return NULL;
  }
  const block = H[g + GENERATOR_BLOCK];
  H.copyWithin(frame, block, block + words);
  releaseBlock(block, words);
  H[g + GENERATOR_BLOCK] = 0;
  H[g + GENERATOR_WORDS_SAVED] = 0;
  H[frame + FRAME_CODE] = code;
  H[frame + FRAME_FUNCTION] = shared(H[g + GENERATOR_FUNCTION]);
  H[frame + FRAME_BACK] = H[t + FRAME_POINTER];
  H[frame + FRAME_PC] = H[t + PROGRAM_COUNTER];
  H[frame + FRAME_SP] = floor;
  H[frame + FRAME_MODE] = mode;
  H[frame + FRAME_EXTRA] = generator;
  H[frame + FRAME_LOCALS] = NULL;
  let sp = frame + words;
  if (H[g + GENERATOR_STATE] === GENERATOR_SUSPENDED) H[sp++] = value === NULL ? shared(NONE) : value;
  else {
    // The first value of a generator that has not started goes nowhere: its code begins with POP_TOP.
    DECREF(value);
    H[sp++] = shared(NONE);
  }
  H[g + GENERATOR_STATE] = GENERATOR_RUNNING;
  swapHandled(t, g);
  H[t + FRAME_POINTER] = frame;
  H[t + PROGRAM_COUNTER] = H[g + GENERATOR_PC];
  H[t + STACK_POINTER] = sp;
  H[t + DEPTH]++;
  return ENTER;
}

/** A generator has its own "exception being handled"; where it has none, its caller's. */
function swapHandled(t: number, g: number): void {
  const own = H[g + GENERATOR_HANDLED];
  H[g + GENERATOR_HANDLED] = H[t + HANDLED];
  H[t + HANDLED] = own === NULL ? shared(H[t + HANDLED]) : own;
}

/** Gives the caller's handled exception back when a generator yields (`ended` false) or ends. */
export function restoreHandled(t: number, g: number, ended: boolean): void {
  const own = H[t + HANDLED];
  const callers = H[g + GENERATOR_HANDLED];
  H[t + HANDLED] = callers;
  H[g + GENERATOR_HANDLED] = NULL;
  if (ended || own === callers) DECREF(own);
  else H[g + GENERATOR_HANDLED] = own;
}
