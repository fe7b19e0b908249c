/** The rarer instructions, on the registers in the thread's block. Each answers ENTER to go on, or a special answer. */

import {DECREF, shared} from "../memory/counts.ts";
import {H, make} from "../memory/heap.ts";
import {callPrelude, preludeFunction, tailCall} from "../objects/calls.ts";
import {hashSimple} from "../objects/compare.ts";
import {hasException, newTuple, raise} from "../objects/errors.ts";
import {ASSERTION_ERROR, NAME_ERROR, TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {formatSimple} from "../objects/format.ts";
import {typeNameOf, typeOf} from "../objects/inspect.ts";
import {collect} from "../objects/iterators.ts";
import {
  FALSE,
  K_DICT,
  K_LIST,
  K_TUPLE,
  NONE,
  T_CELL,
  T_DICT,
  T_GENERATOR,
  T_SET,
  T_SLICE,
  T_STR,
  TRUE
} from "../objects/kinds.ts";
import {
  BUILTINS,
  CELL_VALUE,
  CODE_LOCALS,
  CODE_VARNAMES,
  DICT_FILL,
  ENTER,
  ENTRY_HASH,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  EXCEPTION_TRACEBACK,
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_LOCALS,
  FUNCTION_ANNOTATIONS,
  FUNCTION_CLOSURE,
  FUNCTION_DEFAULTS,
  FUNCTION_GLOBALS,
  FUNCTION_KWDEFAULTS,
  LIST_BLOCK,
  LIST_LENGTH,
  NULL,
  PROGRAM_COUNTER,
  SETTLE,
  SPECIAL_END,
  STACK_POINTER,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE
} from "../objects/layout.ts";
import {listAppend, listExtend, newList} from "../objects/list.ts";
import {kindOf} from "../objects/numbers.ts";
import {reprSimple, strSimple} from "../objects/repr.ts";
import {
  find,
  findStr,
  firstEntry,
  getStr,
  insert,
  lookup,
  newDict,
  newTable,
  remove,
  replace,
  setStr,
  UNHASHABLE
} from "../objects/table.ts";
import {copyPoints, makeStr, newStr, staticStr, strLength, strWidth, text} from "../objects/text.ts";
import {isSubtype, ref, typeLookup} from "../objects/types.ts";
import {bindSpecial, setAttribute} from "./attributes.ts";
import {makeFunction} from "./call.ts";
import {isExceptionClass, raiseName, unboundFree, unboundLocal} from "./handlers.ts";
import {importFrom, importName, importStar} from "./imports.ts";
import {I} from "./instructions.ts";

const S_BUILD_CLASS = staticStr("__build_class__");
const S_ENTER = staticStr("__enter__");
const S_EXIT = staticStr("__exit__");
const S_ANNOTATIONS = staticStr("__annotations__");
const S_UNPACK = staticStr("_unpack");
const S_LIST_EXTEND = staticStr("_list_extend");
const S_SET_ADD = staticStr("_set_add");
const S_SET_UPDATE = staticStr("_set_update");
const S_DICT_UPDATE = staticStr("_dict_update");
const S_DICT_MERGE = staticStr("_dict_merge");
const S_SET_ITEM = staticStr("_setitem");
const S_BUILD_MAP = staticStr("_build_map");
const S_FORMAT_VALUE = staticStr("_format_value");
const S_ITER = staticStr("_iter");

let discarded = NULL;
/** After SETTLE: the special answer whose value is to be dropped. */
export const pendingAnswer = (_t: number) => discarded;

/** A call for its effect: its value is dropped. */
function forEffect(answer: number): number {
  discarded = answer;
  return SETTLE;
}

let t = 0;
const push = (value: number) => {
  H[H[t + STACK_POINTER]++] = value;
};
const pop = () => H[--H[t + STACK_POINTER]];
const peek = (depth: number) => H[H[t + STACK_POINTER] - depth];
/** Pushes an answer that is a value. */
const result = (answer: number) => {
  if ((answer & 1) !== 0 && answer < SPECIAL_END) return answer;
  push(answer);
  return ENTER;
};

/** Executes instruction `w`, whose further words are in `C` at the thread's program counter. */
export function rare(thread: number, fp: number, w: number, C: Int32Array): number {
  t = thread;
  const argument = w >>> 16;
  const word = () => C[H[t + PROGRAM_COUNTER]++];
  switch (w & 255) {
    case I.DELETE_FAST: {
      const old = H[fp + argument];
      if (old === NULL) return unboundLocal(fp, argument);
      H[fp + argument] = NULL;
      DECREF(old);
      return ENTER;
    }
    case I.LOAD_NAME:
      return loadName(fp, word());
    case I.STORE_NAME: {
      const name = word();
      const value = pop();
      const dict = namespace(fp);
      if (H[dict + TYPE] !== T_DICT)
        return forEffect(callAfter(callPrelude(S_SET_ITEM, [ref(dict), name, value]), value));
      setStr(dict, name, value);
      DECREF(value);
      return ENTER;
    }
    case I.DELETE_NAME:
      return deleteName(namespace(fp), word());
    case I.STORE_GLOBAL: {
      const value = pop();
      setStr(globals(fp), word(), value);
      DECREF(value);
      return ENTER;
    }
    case I.DELETE_GLOBAL:
      return deleteName(globals(fp), word());
    case I.DELETE_ATTR: {
      const owner = pop();
      const done = setAttribute(owner, word(), NULL);
      DECREF(owner);
      return done === 0 ? ENTER : forEffect(done);
    }
    case I.MAKE_FUNCTION:
      return buildFunction(fp, argument);
    case I.MAKE_CELL: {
      const cell = make(T_CELL, 3);
      H[cell + CELL_VALUE] = H[fp + argument];
      H[fp + argument] = ref(cell);
      return ENTER;
    }
    case I.COPY_FREE_VARS: {
      const closure = H[(H[fp + FRAME_FUNCTION] >> 2) + FUNCTION_CLOSURE] >> 2;
      const first = fp + H[H[fp + FRAME_CODE] + CODE_LOCALS] - argument;
      for (let i = 0; i < argument; i++) H[first + i] = shared(H[closure + TUPLE_ITEMS + i]);
      return ENTER;
    }
    case I.DELETE_DEREF: {
      const cell = H[fp + argument] >> 2;
      const old = H[cell + CELL_VALUE];
      if (old === NULL) return unboundFree(fp, argument);
      H[cell + CELL_VALUE] = NULL;
      DECREF(old);
      return ENTER;
    }
    case I.LOAD_CLASSDEREF: {
      const code = H[fp + FRAME_CODE];
      const name = variableName(code, argument);
      const own = getStr(namespace(fp), name);
      if (own !== NULL) return result(shared(own));
      const value = H[(H[fp + argument] >> 2) + CELL_VALUE];
      return value === NULL ? unboundFree(fp, argument) : result(shared(value));
    }
    case I.BUILD_TUPLE:
    case I.BUILD_LIST:
    case I.BUILD_STRING:
      return buildSequence(w & 255, argument);
    case I.BUILD_SET:
      return buildSet(argument);
    case I.BUILD_MAP:
      return buildMap(argument);
    case I.BUILD_CONST_KEY_MAP:
      return buildConstKeyMap(argument);
    case I.BUILD_SLICE: {
      const step = argument === 3 ? pop() : shared(NONE);
      const stop = pop();
      const start = pop();
      const slice = make(T_SLICE, 5);
      H[slice + 2] = start;
      H[slice + 3] = stop;
      H[slice + 4] = step;
      push(ref(slice));
      return ENTER;
    }
    case I.FORMAT_VALUE:
      return formatValue(argument);
    case I.LIST_APPEND: {
      const value = pop();
      listAppend(peek(argument) >> 2, value);
      DECREF(value);
      return ENTER;
    }
    case I.SET_ADD: {
      const value = pop();
      return addToSet(peek(argument), value);
    }
    case I.MAP_ADD: {
      const value = pop();
      const key = pop();
      return addToDict(peek(argument), key, value);
    }
    case I.LIST_EXTEND: {
      const source = pop();
      return extendList(peek(argument), source);
    }
    case I.SET_UPDATE: {
      const source = pop();
      return forEffect(callAfter(callPrelude(S_SET_UPDATE, [peek(argument), source]), source));
    }
    case I.DICT_UPDATE: {
      const source = pop();
      return updateDict(peek(argument), source);
    }
    case I.DICT_MERGE: {
      const source = pop();
      return mergeDict(peek(argument), source, peek(argument + 2));
    }
    case I.LIST_TO_TUPLE: {
      const list = pop();
      const o = list >> 2;
      const items = Array.from({length: H[o + LIST_LENGTH]}, (_, i) => H[H[o + LIST_BLOCK] + i]);
      push(newTuple(items));
      DECREF(list);
      return ENTER;
    }
    case I.UNPACK_SEQUENCE:
      return unpack(argument, 1);
    case I.UNPACK_EX:
      return unpackStarred(argument & 255, argument >> 8);
    case I.CHECK_EXC_MATCH: {
      const wanted = pop();
      const matches = exceptionMatches(peek(1), wanted);
      DECREF(wanted);
      return matches === NULL ? NULL : result(shared(matches === 0 ? FALSE : TRUE));
    }
    case I.BEFORE_WITH:
      return beforeWith();
    case I.WITH_EXCEPT_START: {
      // Stack: exit, last instruction, previously handled exception, exception.
      const exception = peek(1);
      const type = ref(typeOf(exception));
      const traceback = H[(exception >> 2) + EXCEPTION_TRACEBACK];
      return tailCall(peek(4), [type, exception, traceback === NULL ? NONE : traceback]);
    }
    case I.LOAD_BUILD_CLASS:
      return result(shared(preludeFunction(S_BUILD_CLASS)));
    case I.LOAD_ASSERTION_ERROR:
      return result(shared(ref(ASSERTION_ERROR)));
    case I.GET_YIELD_FROM_ITER: {
      if (typeOf(peek(1)) === T_GENERATOR) return ENTER;
      const value = pop();
      return callAfter(callPrelude(S_ITER, [value]), value);
    }
    case I.IMPORT_NAME: {
      const names = pop();
      const level = pop();
      return importName(t, word(), names, level >> 1);
    }
    case I.IMPORT_FROM:
      return importFrom(peek(1), word(), push);
    case I.IMPORT_STAR: {
      const module = pop();
      const answer = importStar(module, namespace(fp));
      DECREF(module);
      return answer;
    }
    case I.SETUP_ANNOTATIONS: {
      const dict = namespace(fp);
      if (findStr(dict, S_ANNOTATIONS) === 0) {
        const annotations = newDict();
        setStr(dict, S_ANNOTATIONS, annotations);
        DECREF(annotations);
      }
      return ENTER;
    }
    default:
      throw new Error(`unknown instruction ${w & 255}`);
  }
}

/** Drops a reference that a special answer's arguments have taken for themselves. */
function callAfter(answer: number, used: number): number {
  DECREF(used);
  return answer;
}

// ---- names ---------------------------------------------------------------------------------------------------------------

const globals = (fp: number) => H[(H[fp + FRAME_FUNCTION] >> 2) + FUNCTION_GLOBALS] >> 2;
const namespace = (fp: number) => (H[fp + FRAME_LOCALS] === NULL ? globals(fp) : H[fp + FRAME_LOCALS] >> 2);
const variableName = (code: number, i: number) => H[(H[code + CODE_VARNAMES] >> 2) + TUPLE_ITEMS + i];

function loadName(fp: number, name: number): number {
  for (const dict of [namespace(fp), globals(fp), H[BUILTINS] >> 2]) {
    const value = getStr(dict, name);
    if (value !== NULL) return result(shared(value));
  }
  return raiseName(name);
}

function deleteName(dict: number, name: number): number {
  const entry = findStr(dict, name);
  if (entry <= 0) return raise(NAME_ERROR, `name '${text(name)}' is not defined`);
  remove(dict, entry);
  return ENTER;
}

// ---- building --------------------------------------------------------------------------------------------------------------

/** Takes the top `count` values off the stack, the deepest first. */
function popItems(count: number): number[] {
  const sp = (H[t + STACK_POINTER] -= count);
  return Array.from({length: count}, (_, i) => H[sp + i]);
}

function dropItems(items: readonly number[]): void {
  for (const item of items) DECREF(item);
}

function buildFunction(fp: number, flags: number): number {
  const code = pop();
  const function_ = makeFunction(code, ref(globals(fp)));
  DECREF(code);
  const o = function_ >> 2;
  if ((flags & 8) !== 0) H[o + FUNCTION_CLOSURE] = pop();
  if ((flags & 4) !== 0) H[o + FUNCTION_ANNOTATIONS] = pop();
  if ((flags & 2) !== 0) H[o + FUNCTION_KWDEFAULTS] = pop();
  if ((flags & 1) !== 0) H[o + FUNCTION_DEFAULTS] = pop();
  return result(function_);
}

function buildSequence(operation: number, count: number): number {
  const items = popItems(count);
  let value: number;
  if (operation === I.BUILD_STRING) {
    let length = 0;
    let width = 1;
    for (const item of items) {
      length += strLength(item);
      width = Math.max(width, strWidth(item));
    }
    const o = makeStr(length, width);
    let at = 0;
    for (const item of items) {
      copyPoints(item >> 2, o, at);
      at += strLength(item);
    }
    dropItems(items);
    value = ref(o);
  } else if (operation === I.BUILD_LIST) value = newList(items);
  else {
    value = newTuple(items);
    dropItems(items);
  }
  return result(value);
}

function addToSet(set: number, value: number): number {
  const entry = lookup(set >> 2, value);
  if (entry === UNHASHABLE || entry < 0)
    return forEffect(callAfter(callPrelude(S_SET_ADD, [set, value]), value));
  if (entry === 0) insert(set >> 2, value, hashSimple(value), 0);
  DECREF(value);
  return ENTER;
}

function buildSet(count: number): number {
  const items = popItems(count);
  const set = newTable(T_SET);
  if (items.every((item) => lookup(set, item) >= 0)) {
    for (const item of items) if (lookup(set, item) === 0) insert(set, item, hashSimple(item), 0);
    dropItems(items);
    push(ref(set));
    return ENTER;
  }
  // Python code compares: the set stands on the stack while the items go in.
  const list = newList(items);
  push(ref(set));
  return forEffect(callAfter(callPrelude(S_SET_UPDATE, [ref(set), list]), list));
}

function addToDict(dict: number, key: number, value: number): number {
  const d = dict >> 2;
  const entry = lookup(d, key);
  if (entry < 0) {
    const answer = callPrelude(S_SET_ITEM, [dict, key, value]);
    DECREF(key);
    return forEffect(callAfter(answer, value));
  }
  if (entry > 0) replace(entry, value);
  else insert(d, key, hashSimple(key), value);
  DECREF(key);
  DECREF(value);
  return ENTER;
}

function buildMap(count: number): number {
  const items = popItems(count * 2);
  const dict = newDict();
  for (let i = 0; i < items.length; i += 2) {
    const entry = lookup(dict >> 2, items[i]);
    if (entry < 0) {
      DECREF(dict);
      const list = newList(items);
      return callAfter(callPrelude(S_BUILD_MAP, [list]), list);
    }
    if (entry > 0) replace(entry, items[i + 1]);
    else insert(dict >> 2, items[i], hashSimple(items[i]), items[i + 1]);
  }
  dropItems(items);
  return result(dict);
}

function buildConstKeyMap(count: number): number {
  const keys = pop();
  const values = popItems(count);
  const dict = newDict();
  values.forEach((value, i) => {
    const key = H[(keys >> 2) + TUPLE_ITEMS + i];
    const entry = lookup(dict >> 2, key);
    if (entry > 0) replace(entry, value);
    else insert(dict >> 2, key, hashSimple(key), value);
  });
  dropItems(values);
  DECREF(keys);
  return result(dict);
}

function extendList(list: number, source: number): number {
  const items = collect(source);
  if (items === null) return forEffect(callAfter(callPrelude(S_LIST_EXTEND, [list, source]), source));
  listExtend(list >> 2, items);
  DECREF(source);
  return ENTER;
}

function updateDict(dict: number, source: number): number {
  if (kindOf(source) !== K_DICT)
    return forEffect(callAfter(callPrelude(S_DICT_UPDATE, [dict, source]), source));
  const from = source >> 2;
  for (let k = 0; k < H[from + DICT_FILL]; k++) {
    const entry = firstEntry(from) + k * ENTRY_WORDS;
    const key = H[entry + ENTRY_KEY];
    if (key === NULL) continue;
    const there = find(dict >> 2, key, H[entry + ENTRY_HASH]);
    if (there < 0) return forEffect(callAfter(callPrelude(S_DICT_UPDATE, [dict, source]), source));
    if (there > 0) replace(there, H[entry + ENTRY_VALUE]);
    else insert(dict >> 2, key, H[entry + ENTRY_HASH], H[entry + ENTRY_VALUE]);
  }
  DECREF(source);
  return ENTER;
}

/** `**mapping` in a call: like an update, but a key that is there already is an error. */
function mergeDict(dict: number, source: number, function_: number): number {
  return forEffect(callAfter(callPrelude(S_DICT_MERGE, [dict, source, function_]), source));
}

// ---- f-strings --------------------------------------------------------------------------------------------------------------

function formatValue(flags: number): number {
  const spec = (flags & 4) !== 0 ? pop() : NULL;
  const value = pop();
  const conversion = flags & 3;
  if (conversion === 0 && spec === NULL && typeOf(value) === T_STR) return result(value);
  const answer = formatted(value, conversion, spec);
  DECREF(value);
  DECREF(spec);
  return result(answer);
}

/** A new str, NULL, or TAIL. */
function formatted(value: number, conversion: number, spec: number): number {
  const plain = spec === NULL || strLength(spec) === 0;
  if (plain && conversion < 3) {
    const simple = conversion === 2 ? reprSimple(value) : strSimple(value);
    if (simple !== null) return newStr(simple);
  } else if (conversion === 0) {
    const simple = formatSimple(value, text(spec));
    if (simple !== null) return newStr(simple);
    if (hasException()) return NULL;
  }
  return callPrelude(S_FORMAT_VALUE, [value, conversion << 1, spec === NULL ? NONE : spec]);
}

// ---- unpacking ---------------------------------------------------------------------------------------------------------------

/** Pushes the items of a tuple or list of exactly `count`; other iterables are made a tuple in Python first. */
function unpack(count: number, words: number): number {
  const value = pop();
  const kind = kindOf(value);
  if (kind !== K_TUPLE && kind !== K_LIST) return unpackAny(value, count, words, 0);
  const o = value >> 2;
  const length = kind === K_TUPLE ? H[o + TUPLE_LENGTH] : H[o + LIST_LENGTH];
  const items = kind === K_TUPLE ? o + TUPLE_ITEMS : H[o + LIST_BLOCK];
  if (length !== count) {
    DECREF(value);
    if (length > count) return raise(VALUE_ERROR, `too many values to unpack (expected ${count})`);
    return raise(VALUE_ERROR, `not enough values to unpack (expected ${count}, got ${length})`);
  }
  for (let i = count - 1; i >= 0; i--) push(shared(H[items + i]));
  DECREF(value);
  return ENTER;
}

/** Asks Python for a tuple of at most one value more than needed, then the instruction is executed again. */
function unpackAny(value: number, count: number, words: number, starred: number): number {
  const items = collect(value);
  H[t + PROGRAM_COUNTER] -= words;
  if (items !== null) {
    push(newTuple(items));
    dropItems(items);
    DECREF(value);
    return ENTER;
  }
  return callAfter(callPrelude(S_UNPACK, [value, count << 1, starred << 1]), value);
}

function unpackStarred(before: number, after: number): number {
  const value = pop();
  const kind = kindOf(value);
  if (kind !== K_TUPLE && kind !== K_LIST) return unpackAny(value, before + after, 1, 1);
  const o = value >> 2;
  const length = kind === K_TUPLE ? H[o + TUPLE_LENGTH] : H[o + LIST_LENGTH];
  const items = kind === K_TUPLE ? o + TUPLE_ITEMS : H[o + LIST_BLOCK];
  if (length < before + after) {
    DECREF(value);
    return raise(
      VALUE_ERROR,
      `not enough values to unpack (expected at least ${before + after}, got ${length})`
    );
  }
  for (let i = length - 1; i >= length - after; i--) push(shared(H[items + i]));
  const middle: number[] = [];
  for (let i = before; i < length - after; i++) middle.push(shared(H[items + i]));
  push(newList(middle));
  for (let i = before - 1; i >= 0; i--) push(shared(H[items + i]));
  DECREF(value);
  return ENTER;
}

// ---- exceptions and with ---------------------------------------------------------------------------------------------------

/** 1, 0, or NULL with TypeError: `wanted` is neither an exception class nor a tuple of them. */
function exceptionMatches(exception: number, wanted: number): number {
  if (kindOf(wanted) === K_TUPLE) {
    const o = wanted >> 2;
    for (let i = 0; i < H[o + TUPLE_LENGTH]; i++) {
      const matches = exceptionMatches(exception, H[o + TUPLE_ITEMS + i]);
      if (matches !== 0) return matches;
    }
    return 0;
  }
  if (!isExceptionClass(wanted)) {
    return raise(TYPE_ERROR, "catching classes that do not inherit from BaseException is not allowed");
  }
  return isSubtype(typeOf(exception), wanted >> 2) ? MATCH : 0;
}
const MATCH = 2;

function beforeWith(): number {
  const manager = pop();
  const type = typeOf(manager);
  const enter = typeLookup(type, S_ENTER);
  const exit = typeLookup(type, S_EXIT);
  if (enter === NULL || exit === NULL) {
    const name = typeNameOf(manager);
    DECREF(manager);
    const missed = enter === NULL ? "" : " (missed __exit__ method)";
    return raise(TYPE_ERROR, `'${name}' object does not support the context manager protocol${missed}`);
  }
  push(bindSpecial(exit, manager));
  return callAfter(tailCall(enter, [manager]), manager);
}
