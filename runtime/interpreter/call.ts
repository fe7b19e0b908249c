/** Calls: of functions, built-ins, methods, classes and anything with `__call__`. */

import {DECREF, shared} from "../memory/counts.ts";
import {allocate, H} from "../memory/heap.ts";
import {preludeFunction, tailCallTuple} from "../objects/calls.ts";
import {newTuple, raise, tupleOf} from "../objects/errors.ts";
import {TYPE_ERROR} from "../objects/exceptions.ts";
import {typeNameOf, typeOf} from "../objects/inspect.ts";
import {
  K_DICT,
  K_LIST,
  K_OBJECT,
  K_SET,
  K_TYPE,
  T_FUNCTION,
  T_METHOD,
  T_METHOD_DESCRIPTOR,
  T_NATIVE,
  T_TYPE
} from "../objects/kinds.ts";
import {
  BLOCK,
  BLOCK_FLOOR,
  BLOCK_MODE,
  CODE_NAME,
  CODE_QUALNAME,
  COUNT,
  DICT_FILL,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  FUNCTION_ANNOTATIONS,
  FUNCTION_CLOSURE,
  FUNCTION_CODE,
  FUNCTION_DEFAULTS,
  FUNCTION_DICT,
  FUNCTION_DOC,
  FUNCTION_GLOBALS,
  FUNCTION_KWDEFAULTS,
  FUNCTION_MODULE,
  FUNCTION_NAME,
  FUNCTION_QUALNAME,
  FUNCTION_WORDS,
  METHOD_FUNCTION,
  METHOD_SELF,
  MODE_INIT,
  MODE_PUSH,
  NATIVE_ID,
  NATIVE_NAME,
  NATIVE_OWNER,
  NATIVE_SELF,
  NULL,
  SPECIAL_INIT,
  SPECIAL_NEW,
  STACK_POINTER,
  TAIL_ARGUMENTS,
  TAIL_FUNCTION,
  TAIL_KEYWORDS,
  TAIL_LOCALS,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE,
  TYPE_CONSTRUCTOR,
  TYPE_FLAGS,
  TYPE_HEAP,
  TYPE_KIND,
  TYPE_SPECIAL
} from "../objects/layout.ts";
import {nativeCalls, natives, positionalCounts} from "../objects/native.ts";
import type {Signature} from "../objects/signature.ts";
import {firstEntry, getStr, insert, newDict} from "../objects/table.ts";
import {staticStr, strEqual, strHash, text} from "../objects/text.ts";
import {newInstance, ref, typeLookup, typeName} from "../objects/types.ts";
import {raiseUnsuited, suits} from "./attributes.ts";
import {dropWords, enterBody, enterFunction} from "./frames.ts";

const S_CALL = staticStr("__call__");
const S_INIT = staticStr("__init__");
const S_CONSTRUCT = staticStr("_construct");
const S_NAME = staticStr("__name__");

/** A function object for a code object (borrowed) with the given globals (borrowed). */
export function makeFunction(code: number, globals: number): number {
  const o = allocate(FUNCTION_WORDS);
  H[o + COUNT] = 1;
  H[o + TYPE] = T_FUNCTION;
  H[o + FUNCTION_CODE] = shared(code);
  H[o + FUNCTION_GLOBALS] = shared(globals);
  H[o + FUNCTION_DEFAULTS] = NULL;
  H[o + FUNCTION_KWDEFAULTS] = NULL;
  H[o + FUNCTION_CLOSURE] = NULL;
  H[o + FUNCTION_NAME] = shared(H[(code >> 2) + CODE_NAME]);
  H[o + FUNCTION_QUALNAME] = shared(H[(code >> 2) + CODE_QUALNAME]);
  H[o + FUNCTION_DOC] = NULL;
  H[o + FUNCTION_MODULE] = shared(getStr(globals >> 2, S_NAME));
  H[o + FUNCTION_ANNOTATIONS] = NULL;
  H[o + FUNCTION_DICT] = NULL;
  return ref(o);
}

/**
 * CALL with its operands on the stack below `sp`: a method or NULL, a callable or the method's receiver, then `n`
 * arguments, the last of them named by the tuple `names` (borrowed) or NULL. The thread's registers are saved.
 *
 * Answers a value, NULL or TAIL with the operands gone; ENTER with a new frame; BLOCK with the operands in place.
 * STACK_POINTER tells where the stack ends now.
 */
export function call(t: number, sp: number, n: number, names: number, mode: number): number {
  const floor = sp - n - 2;
  if (H[floor] === NULL) return callValue(t, H[floor + 1], floor, floor + 2, n, names, mode);
  return callValue(t, H[floor], floor, floor + 1, n + 1, names, mode);
}

function callValue(
  t: number,
  callable: number,
  floor: number,
  start: number,
  n: number,
  names: number,
  mode: number
): number {
  const type = typeOf(callable);
  switch (type) {
    case T_FUNCTION:
      return enterFunction(t, callable, floor, start, n, names, mode, NULL);
    case T_METHOD_DESCRIPTOR:
      if (start === floor + 2 && !acceptsReceiver(callable, start, n, names)) {
        dropOperands(t, floor, start + n);
        return NULL;
      }
      return callNative(t, callable, floor, start, n, names, mode);
    case T_NATIVE:
      if (H[(callable >> 2) + NATIVE_SELF] === NULL)
        return callNative(t, callable, floor, start, n, names, mode);
      return callBound(
        t,
        callable,
        shared(callable),
        H[(callable >> 2) + NATIVE_SELF],
        floor,
        start,
        n,
        names,
        mode
      );
    case T_METHOD: {
      const o = callable >> 2;
      return callBound(
        t,
        callable,
        shared(H[o + METHOD_FUNCTION]),
        H[o + METHOD_SELF],
        floor,
        start,
        n,
        names,
        mode
      );
    }
  }
  if (H[type + TYPE_KIND] === K_TYPE) return callClass(t, callable, floor, start, n, names, mode);
  const hook = typeLookup(type, S_CALL);
  if (hook === NULL) {
    dropOperands(t, floor, start + n);
    return raise(TYPE_ERROR, `'${typeName(type)}' object is not callable`);
  }
  return callBound(t, callable, shared(hook), callable, floor, start, n, names, mode);
}

/** Whether a built-in method that is called through its type gets an instance of that type first. */
function acceptsReceiver(descriptor: number, start: number, n: number, names: number): boolean {
  const owner = H[(descriptor >> 2) + NATIVE_OWNER] >> 2;
  const name = text(H[(descriptor >> 2) + NATIVE_NAME]);
  const given = names === NULL ? n : n - H[(names >> 2) + TUPLE_LENGTH];
  if (given === 0) {
    raise(TYPE_ERROR, `unbound method ${typeName(owner)}.${name}() needs an argument`);
    return false;
  }
  if (suits(descriptor, H[start])) return true;
  raiseUnsuited(descriptor, H[start]);
  return false;
}

function dropOperands(t: number, floor: number, sp: number): void {
  H[t + STACK_POINTER] = floor;
  dropWords(floor, sp);
}

/** Puts `self` (borrowed) before the arguments and calls `function_` (owned) in the place of `callable`. */
function callBound(
  t: number,
  callable: number,
  function_: number,
  self: number,
  floor: number,
  start: number,
  n: number,
  names: number,
  mode: number
): number {
  if (start === floor + 2) {
    H[floor] = function_;
    H[floor + 1] = shared(self);
    DECREF(callable);
    return bound(t, function_, floor, floor + 1, n + 1, names, mode);
  }
  H.copyWithin(start + 1, start, start + n);
  H[start] = shared(self);
  H[floor] = function_;
  DECREF(callable);
  return bound(t, function_, floor, start, n + 1, names, mode);
}

/** A function that needs no further receiver, or something to be called like any value. */
function bound(
  t: number,
  function_: number,
  floor: number,
  start: number,
  n: number,
  names: number,
  mode: number
): number {
  const type = typeOf(function_);
  if (type === T_FUNCTION) return enterFunction(t, function_, floor, start, n, names, mode, NULL);
  if (type === T_NATIVE || type === T_METHOD_DESCRIPTOR)
    return callNative(t, function_, floor, start, n, names, mode);
  return callValue(t, function_, floor, start, n, names, mode);
}

// ---- built-ins ---------------------------------------------------------------------------------------------------------

function callNative(
  t: number,
  callable: number,
  floor: number,
  start: number,
  n: number,
  names: number,
  mode: number
): number {
  return runNative(t, H[(callable >> 2) + NATIVE_ID], floor, start, n, names, mode);
}

/** Binds arguments to a built-in's parameters in place, calls it, and drops the operands unless it blocks. */
function runNative(
  t: number,
  id: number,
  floor: number,
  start: number,
  n: number,
  names: number,
  mode: number
): number {
  const {signature} = natives[id];
  let end = start + n;
  let count = n;
  if (signature.simple && names === NULL) {
    if (n < signature.required || n > signature.positional.length) {
      dropOperands(t, floor, end);
      return raiseCount(signature, n);
    }
    for (; count < signature.positional.length; count++) H[end++] = NULL;
  } else {
    const bound = bindNative(signature, start, n, names);
    if (bound < 0) {
      dropOperands(t, floor, end);
      return NULL;
    }
    end = bound;
    count = signature.variadic
      ? end - start - signature.keywordOnly.length - (signature.keywords ? 1 : 0)
      : end - start;
  }
  return runBound(t, id, floor, start, end, count, mode);
}

/** Whether a built-in takes `n` arguments by position without more ado than adding those that are absent. */
export function takesInPlace(id: number, n: number): boolean {
  const {simple, required, positional} = natives[id].signature;
  return simple && n >= required && n <= positional.length;
}

/** Calls a built-in with `n` arguments for which `takesInPlace` holds. Answers as `call`. */
export function runInPlace(t: number, id: number, floor: number, start: number, n: number): number {
  const count = positionalCounts[id];
  const end = start + count;
  for (let i = start + n; i < end; i++) H[i] = NULL;
  return runBound(t, id, floor, start, end, count, MODE_PUSH);
}

/** Calls a built-in whose `count` arguments stand at `start`, and drops the operands up to `end` unless it blocks. */
function runBound(
  t: number,
  id: number,
  floor: number,
  start: number,
  end: number,
  count: number,
  mode: number
): number {
  H[t + STACK_POINTER] = end;
  const result = nativeCalls[id](start, count);
  if (result === BLOCK) {
    H[t + BLOCK_FLOOR] = floor;
    H[t + BLOCK_MODE] = mode;
    return BLOCK;
  }
  H[t + STACK_POINTER] = floor;
  for (let i = floor; i < end; i++) {
    const value = H[i];
    if ((value & 1) !== 0 && value !== NULL) DECREF(value);
  }
  return result;
}

/** Lays out arguments as the signature asks. Answers where they end, or -1 with TypeError set. */
function bindNative(signature: Signature, start: number, n: number, names: number): number {
  const {positional, keywordOnly, variadic, keywords, refs} = signature;
  const named = names === NULL ? 0 : H[(names >> 2) + TUPLE_LENGTH];
  const given = n - named;
  const values = Array.from({length: named}, (_, i) => H[start + given + i]);
  if (!variadic && given > positional.length) return countError(signature, given);
  const room = Math.max(given, positional.length);
  const end = start + room + keywordOnly.length + (keywords ? 1 : 0);
  for (let i = start + given; i < end; i++) H[i] = NULL;
  const collected = keywords && named > 0 ? newDict() : NULL;
  if (keywords) H[end - 1] = collected;
  let failed = "";
  for (let k = 0; k < named; k++) {
    const name = H[(names >> 2) + TUPLE_ITEMS + k];
    const parameter = refs.findIndex((r) => r === name || strEqual(r, name));
    const at =
      parameter < 0
        ? -1
        : parameter < positional.length
          ? start + parameter
          : start + room + parameter - positional.length;
    if (at >= 0 && !(parameter < positional.length && parameter < signature.positionalOnly) && H[at] === NULL)
      H[at] = values[k];
    else if (collected !== NULL && at < 0) {
      insert(collected >> 2, name, strHash(name), values[k]);
      DECREF(values[k]);
    } else {
      DECREF(values[k]);
      failed ||=
        at >= 0 && H[at] !== NULL
          ? `argument for ${signature.name}() given by name ('${text(name)}') and position (${parameter + 1})`
          : `${signature.name}() got an unexpected keyword argument '${text(name)}'`;
    }
  }
  for (let i = 0; i < signature.required && failed === ""; i++) {
    if (H[start + i] === NULL)
      failed = `${signature.name}() missing required argument '${positional[i]}' (pos ${i + 1})`;
  }
  if (failed === "") return end;
  for (let i = start + given; i < end; i++) {
    DECREF(H[i]);
    H[i] = NULL;
  }
  for (let i = start + given; i < start + n; i++) H[i] = NULL;
  raise(TYPE_ERROR, failed);
  return -1;
}

function countError(signature: Signature, n: number): number {
  raiseCount(signature, n);
  return -1;
}

function raiseCount({name, title, owner, positional, required}: Signature, n: number): number {
  const full = owner === 0 ? title : `${typeName(owner)}.${name}`;
  const self = positional[0] === "self" || positional[0] === "cls" ? 1 : 0;
  const [least, most, given] = [required - self, positional.length - self, n - self];
  const s = (count: number) => (count === 1 ? "" : "s");
  if (most === 0) return raise(TYPE_ERROR, `${full}() takes no arguments (${given} given)`);
  if (least === most && most === 1)
    return raise(TYPE_ERROR, `${full}() takes exactly one argument (${given} given)`);
  if (least === most) return raise(TYPE_ERROR, `${name} expected ${most} arguments, got ${given}`);
  if (given < least)
    return raise(TYPE_ERROR, `${name} expected at least ${least} argument${s(least)}, got ${given}`);
  return raise(TYPE_ERROR, `${name} expected at most ${most} argument${s(most)}, got ${given}`);
}

// ---- classes -----------------------------------------------------------------------------------------------------------

const KEEPS_ARGUMENTS_FOR_INIT = new Set([K_LIST, K_DICT, K_SET]);

function callClass(
  t: number,
  callable: number,
  floor: number,
  start: number,
  n: number,
  names: number,
  mode: number
): number {
  const cls = callable >> 2;
  const meta = H[cls + TYPE];
  if (start !== floor + 2) {
    // A class as a method: give it the shape of a plain call.
    H.copyWithin(start + 1, start, start + n);
    H[floor + 1] = H[floor];
    H[floor] = NULL;
    return callClass(t, callable, floor, floor + 2, n, names, mode);
  }
  if ((H[meta + TYPE_FLAGS] & TYPE_HEAP) !== 0) {
    const hook = typeLookup(meta, S_CALL);
    if (typeOf(hook) !== T_METHOD_DESCRIPTOR)
      return callBound(t, callable, shared(hook), callable, floor, start, n, names, mode);
  }
  const special = H[cls + TYPE_SPECIAL];
  if ((special & SPECIAL_NEW) !== 0 || (meta !== T_TYPE && H[cls + TYPE_KIND] === K_TYPE)) {
    return construct(t, callable, floor, start, n, names);
  }
  const init = (special & SPECIAL_INIT) === 0 ? NULL : typeLookup(cls, S_INIT);
  if (init !== NULL && (typeOf(init) !== T_FUNCTION || mode !== MODE_PUSH))
    return construct(t, callable, floor, start, n, names);
  const constructor = H[cls + TYPE_CONSTRUCTOR];
  if (constructor !== 0 && init === NULL)
    return runNative(t, constructor - 1, floor, start - 1, n + 1, names, mode);
  let instance: number;
  if (H[cls + TYPE_KIND] === K_OBJECT) {
    if (init === NULL && n > 0) {
      dropOperands(t, floor, start + n);
      return raise(TYPE_ERROR, `${typeName(cls)}() takes no arguments`);
    }
    instance = newInstance(cls);
  } else {
    instance = emptyInstance(t, cls, constructor, start, n);
    if (instance === NULL) {
      dropOperands(t, floor, start + n);
      return NULL;
    }
  }
  if (init === NULL) {
    dropOperands(t, floor, start + n);
    return instance;
  }
  H[floor] = shared(init);
  H[floor + 1] = instance;
  DECREF(callable);
  return enterFunction(t, init, floor, floor + 1, n + 1, names, MODE_INIT, shared(instance));
}

/** An instance of a subclass of a built-in type whose `__init__` is Python code: what `__new__` would have made. */
function emptyInstance(t: number, cls: number, constructor: number, start: number, n: number): number {
  if (constructor === 0) return raise(TYPE_ERROR, `cannot create '${typeName(cls)}' instances`);
  const {signature} = natives[constructor - 1];
  const scratch = start + n;
  H[scratch] = ref(cls);
  let end = scratch + 1;
  if (!KEEPS_ARGUMENTS_FOR_INIT.has(H[cls + TYPE_KIND])) for (let i = 0; i < n; i++) H[end++] = H[start + i];
  const count = end - scratch;
  while (end - scratch < signature.positional.length) H[end++] = NULL;
  for (let i = 0; i < signature.keywordOnly.length + (signature.keywords ? 1 : 0); i++) H[end++] = NULL;
  H[t + STACK_POINTER] = end;
  return nativeCalls[constructor - 1](
    scratch,
    signature.variadic ? count : Math.max(count, signature.positional.length)
  );
}

/** The general way, in Python: `_construct(cls, args, kwargs)` calls `__new__`, then `__init__`. */
function construct(
  t: number,
  callable: number,
  floor: number,
  start: number,
  n: number,
  names: number
): number {
  const named = names === NULL ? 0 : H[(names >> 2) + TUPLE_LENGTH];
  const args = newTuple(Array.from({length: n - named}, (_, i) => H[start + i]));
  const keywords = newDict();
  for (let k = 0; k < named; k++) {
    const name = H[(names >> 2) + TUPLE_ITEMS + k];
    insert(keywords >> 2, name, strHash(name), H[start + n - named + k]);
  }
  const result = tailCallTuple(preludeFunction(S_CONSTRUCT), tupleOf(shared(callable), args, keywords));
  dropOperands(t, floor, start + n);
  return result;
}

// ---- calls that built-ins ask for -------------------------------------------------------------------------------------

/** Performs the call that a built-in asked for with TAIL. Answers as `call` does. */
export function performTail(t: number, mode: number): number {
  const floor = H[t + STACK_POINTER];
  const args = H[t + TAIL_ARGUMENTS];
  const keywords = H[t + TAIL_KEYWORDS];
  if (H[t + TAIL_LOCALS] !== NULL) {
    const namespace = H[t + TAIL_LOCALS];
    H[t + TAIL_LOCALS] = NULL;
    return enterBody(t, H[t + TAIL_FUNCTION], namespace, mode, NULL);
  }
  H[floor] = NULL;
  H[floor + 1] = H[t + TAIL_FUNCTION];
  H[t + TAIL_FUNCTION] = NULL;
  H[t + TAIL_ARGUMENTS] = NULL;
  H[t + TAIL_KEYWORDS] = NULL;
  return callSpread(t, floor, args, keywords, mode);
}

/**
 * CALL_FUNCTION_EX: NULL and a callable stand at `floor`; `args` is a tuple, `keywords` a dict or NULL; both are
 * taken over.
 */
export function callSpread(t: number, floor: number, args: number, keywords: number, mode: number): number {
  const a = args >> 2;
  const count = H[a + TUPLE_LENGTH];
  let sp = floor + 2;
  for (let i = 0; i < count; i++) H[sp++] = shared(H[a + TUPLE_ITEMS + i]);
  let names = NULL;
  let n = count;
  if (keywords !== NULL) {
    const d = keywords >> 2;
    const keys: number[] = [];
    for (let k = 0; k < H[d + DICT_FILL]; k++) {
      const entry = firstEntry(d) + k * ENTRY_WORDS;
      if (H[entry + ENTRY_KEY] === NULL) continue;
      keys.push(H[entry + ENTRY_KEY]);
      H[sp++] = shared(H[entry + ENTRY_VALUE]);
    }
    if (keys.length > 0) names = newTuple(keys);
    n += keys.length;
  }
  DECREF(args);
  DECREF(keywords);
  const result = call(t, sp, n, names, mode);
  DECREF(names);
  return result;
}

/** Whether a dict has only str keys; for `**mapping`. */
export function hasStringKeys(dict: number): boolean {
  for (let k = 0; k < H[dict + DICT_FILL]; k++) {
    const key = H[firstEntry(dict) + k * ENTRY_WORDS + ENTRY_KEY];
    if (key !== NULL && typeNameOf(key) !== "str") return false;
  }
  return true;
}
