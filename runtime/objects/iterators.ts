/**
 * Iterators of built-in containers, and `enumerate`, `zip`, `map`, `filter`, `reversed` over them. An iterator whose
 * next step is Python code (a generator as source, a function to call) answers PYTHON_NEXT; its `__next__` method then
 * asks the prelude.
 */

import {DECREF, shared} from "../memory/counts.ts";
import {H, make, U8} from "../memory/heap.ts";
import {raise, takeException, tupleOf} from "./errors.ts";
import {RUNTIME_ERROR, TYPE_ERROR} from "./exceptions.ts";
import {typeNameOf} from "./inspect.ts";
import {
  K_BYTES,
  K_DICT,
  K_GENERATOR,
  K_LIST,
  K_RANGE,
  K_RECORD,
  K_SET,
  K_STR,
  K_TUPLE,
  T_BYTES_ITERATOR,
  T_CALLABLE_ITERATOR,
  T_DICT_ITEMS,
  T_DICT_KEYS,
  T_DICT_VALUES,
  T_ITEMS_ITERATOR,
  T_KEYS_ITERATOR,
  T_LIST_ITERATOR,
  T_RANGE_ITERATOR,
  T_REVERSED_ITERATOR,
  T_SEQUENCE_ITERATOR,
  T_SET_ITERATOR,
  T_STR_ITERATOR,
  T_TUPLE_ITERATOR,
  T_VALUES_ITERATOR
} from "./kinds.ts";
import {
  BYTES_DATA,
  BYTES_LENGTH,
  DICT_FILL,
  DICT_USED,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  LIST_BLOCK,
  LIST_LENGTH,
  NEEDS_PYTHON,
  NULL,
  RANGE_LENGTH,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
  RECORD_A,
  RECORD_B,
  RECORD_C,
  RECORD_M,
  RECORD_N,
  RECORD_WORDS,
  SPECIAL_ITER,
  STOP,
  STR_LENGTH,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE,
  TYPE_KIND,
  TYPE_SPECIAL,
  TYPE_WORDS,
  TYPES
} from "./layout.ts";
import {bigIntValue, intAsNumber, newBigInt, newInt} from "./numbers.ts";
import {firstEntry} from "./table.ts";
import {codePoint} from "./text.ts";
import {declareType} from "./types.ts";
import {characterStr} from "./units.ts";

/** Answer of `next`: only the iterator's `__next__` method can tell. Never a reference. */
export const PYTHON_NEXT = 11;

const spare = (slot: number) => TYPES + slot * TYPE_WORDS;
export const T_ENUMERATE = spare(53); // record: source, first number, -, n: steps so far
export const T_ZIP = spare(54); // record: tuple of sources, -, -, n: strict, m: all sources are built in
export const T_MAP = spare(55); // record: function, tuple of sources
export const T_FILTER = spare(56); // record: function or None, source
export const T_REPEAT = spare(57); // record: object, -, -, n: how often still, -1: for ever
declareType("enumerate", T_ENUMERATE, K_RECORD);
declareType("zip", T_ZIP, K_RECORD);
declareType("map", T_MAP, K_RECORD);
declareType("filter", T_FILTER, K_RECORD);
declareType("repeat", T_REPEAT, K_RECORD);

/** A new record; takes the references over. */
export function newRecord(type: number, a: number, b: number, c: number, n: number, m: number): number {
  const o = make(type, RECORD_WORDS);
  H[o + RECORD_A] = a;
  H[o + RECORD_B] = b;
  H[o + RECORD_C] = c;
  H[o + RECORD_N] = n;
  H[o + RECORD_M] = m;
  return (o << 2) | 1;
}

const over = (type: number, ref: number) => newRecord(type, shared(ref), NULL, NULL, 0, 0);
const overTable = (type: number, ref: number) =>
  newRecord(type, shared(ref), NULL, NULL, 0, H[(ref >> 2) + DICT_USED]);

/** Whether values of this type are iterators that `next` knows. */
export const isBuiltinIterator = (type: number) =>
  (type >= T_LIST_ITERATOR && type <= T_SEQUENCE_ITERATOR) || (type >= T_ENUMERATE && type <= T_REPEAT);

/**
 * A new iterator over a value of a built-in kind; iterators and generators answer themselves. NEEDS_PYTHON where the
 * type has an `__iter__` or `__getitem__` of its own; NULL with a TypeError for small integers.
 */
export function iterate(ref: number): number {
  if ((ref & 1) === 0) return raise(TYPE_ERROR, `'${typeNameOf(ref)}' object is not iterable`);
  if ((H[H[(ref >> 2) + TYPE] + TYPE_SPECIAL] & SPECIAL_ITER) !== 0) return NEEDS_PYTHON;
  return iterateBuiltin(ref);
}

/** The same by the rules of the built-in type, whatever a subclass overrides. */
export function iterateBuiltin(ref: number): number {
  const o = ref >> 2;
  const type = H[o + TYPE];
  switch (H[type + TYPE_KIND]) {
    case K_LIST:
      return over(T_LIST_ITERATOR, ref);
    case K_TUPLE:
      return over(T_TUPLE_ITERATOR, ref);
    case K_RANGE:
      return iterateRange(o);
    case K_DICT:
      return overTable(T_KEYS_ITERATOR, ref);
    case K_SET:
      return overTable(T_SET_ITERATOR, ref);
    case K_STR:
      return over(T_STR_ITERATOR, ref);
    case K_BYTES:
      return over(T_BYTES_ITERATOR, ref);
    case K_GENERATOR:
      return shared(ref);
    case K_RECORD:
      if (isBuiltinIterator(type)) return shared(ref);
      if (type === T_DICT_KEYS) return overTable(T_KEYS_ITERATOR, H[o + RECORD_A]);
      if (type === T_DICT_VALUES) return overTable(T_VALUES_ITERATOR, H[o + RECORD_A]);
      if (type === T_DICT_ITEMS) return overTable(T_ITEMS_ITERATOR, H[o + RECORD_A]);
      return NEEDS_PYTHON;
    default:
      return NEEDS_PYTHON;
  }
}

/**
 * Range iterators: small ones keep the next value in N, the end in M and the step in A. Others keep the next value in
 * B, the step in A and in C how many are left.
 */
function iterateRange(o: number): number {
  const start = H[o + RANGE_START];
  const stop = H[o + RANGE_STOP];
  const step = H[o + RANGE_STEP];
  if (((start | stop | step) & 1) === 0) {
    const limit = (H[o + RANGE_LENGTH] >> 1) * (step >> 1) + (start >> 1);
    if (limit === (limit | 0)) return newRecord(T_RANGE_ITERATOR, step, NULL, NULL, start >> 1, limit);
  }
  return newRecord(T_RANGE_ITERATOR, shared(step), shared(start), shared(H[o + RANGE_LENGTH]), 0, 0);
}

/** The next value of a built-in iterator: a new reference, STOP, NULL with an exception, or PYTHON_NEXT. */
export function next(it: number): number {
  const o = it >> 2;
  switch (H[o + TYPE]) {
    case T_RANGE_ITERATOR: {
      if (H[o + RECORD_B] !== NULL) return nextBig(o);
      const value = H[o + RECORD_N];
      if (value === H[o + RECORD_M]) return STOP;
      H[o + RECORD_N] = value + (H[o + RECORD_A] >> 1);
      return value === (value << 1) >> 1 ? value << 1 : newInt(value);
    }
    case T_LIST_ITERATOR: {
      if (H[o + RECORD_A] === NULL) return STOP;
      const list = H[o + RECORD_A] >> 2;
      const i = H[o + RECORD_N];
      if (i >= H[list + LIST_LENGTH]) return exhaust(o);
      H[o + RECORD_N] = i + 1;
      return shared(H[H[list + LIST_BLOCK] + i]);
    }
    case T_TUPLE_ITERATOR: {
      if (H[o + RECORD_A] === NULL) return STOP;
      const tuple = H[o + RECORD_A] >> 2;
      const i = H[o + RECORD_N];
      if (i >= H[tuple + TUPLE_LENGTH]) return exhaust(o);
      H[o + RECORD_N] = i + 1;
      return shared(H[tuple + TUPLE_ITEMS + i]);
    }
    case T_KEYS_ITERATOR:
    case T_VALUES_ITERATOR:
    case T_ITEMS_ITERATOR:
    case T_SET_ITERATOR:
      return nextEntry(o);
    case T_STR_ITERATOR: {
      if (H[o + RECORD_A] === NULL) return STOP;
      const i = H[o + RECORD_N];
      if (i >= H[(H[o + RECORD_A] >> 2) + STR_LENGTH]) return exhaust(o);
      H[o + RECORD_N] = i + 1;
      return characterStr(codePoint(H[o + RECORD_A] >> 2, i));
    }
    case T_BYTES_ITERATOR: {
      if (H[o + RECORD_A] === NULL) return STOP;
      const bytes = H[o + RECORD_A] >> 2;
      const i = H[o + RECORD_N];
      if (i >= H[bytes + BYTES_LENGTH]) return exhaust(o);
      H[o + RECORD_N] = i + 1;
      return U8[((bytes + BYTES_DATA) << 2) + i] << 1;
    }
    case T_REVERSED_ITERATOR:
      return nextReversed(o);
    case T_ENUMERATE:
      return nextNumbered(o);
    case T_REPEAT: {
      const left = H[o + RECORD_N];
      if (left === 0) return STOP;
      if (left > 0) H[o + RECORD_N] = left - 1;
      return shared(H[o + RECORD_A]);
    }
    case T_ZIP:
      return H[o + RECORD_M] === 0 ? PYTHON_NEXT : nextZipped(o);
    default:
      return PYTHON_NEXT;
  }
}

/** Ends an iterator for good: it lets go of what it walked over. */
function exhaust(o: number): number {
  const source = H[o + RECORD_A];
  H[o + RECORD_A] = NULL;
  DECREF(source);
  return STOP;
}

function nextBig(o: number): number {
  const left = intAsNumber(H[o + RECORD_C]);
  if (left === 0) return STOP;
  const value = H[o + RECORD_B];
  const following = newBigInt(bigIntValue(value) + bigIntValue(H[o + RECORD_A]));
  const fewer = newBigInt(bigIntValue(H[o + RECORD_C]) - 1n);
  DECREF(H[o + RECORD_C]);
  H[o + RECORD_B] = following;
  H[o + RECORD_C] = fewer;
  return value;
}

function nextEntry(o: number): number {
  if (H[o + RECORD_A] === NULL) return STOP;
  const type = H[o + TYPE];
  const table = H[o + RECORD_A] >> 2;
  if (H[table + DICT_USED] !== H[o + RECORD_M]) {
    H[o + RECORD_M] = -1;
    const what = type === T_SET_ITERATOR ? "Set" : "dictionary";
    return raise(RUNTIME_ERROR, `${what} changed size during iteration`);
  }
  const entries = firstEntry(table);
  const fill = H[table + DICT_FILL];
  let i = H[o + RECORD_N];
  while (i < fill && H[entries + i * ENTRY_WORDS + ENTRY_KEY] === NULL) i++;
  if (i >= fill) return exhaust(o);
  H[o + RECORD_N] = i + 1;
  const entry = entries + i * ENTRY_WORDS;
  if (type === T_VALUES_ITERATOR) return shared(H[entry + ENTRY_VALUE]);
  if (type === T_ITEMS_ITERATOR) return tupleOf(shared(H[entry + ENTRY_KEY]), shared(H[entry + ENTRY_VALUE]));
  return shared(H[entry + ENTRY_KEY]);
}

/** Backwards over a list, tuple, str, or the keys, values or items of a dict (told by B); N is the next index. */
function nextReversed(o: number): number {
  const source = H[o + RECORD_A];
  if (source === NULL) return STOP;
  const s = source >> 2;
  let i = H[o + RECORD_N];
  switch (H[H[s + TYPE] + TYPE_KIND]) {
    case K_LIST:
      if (i < 0 || i >= H[s + LIST_LENGTH]) return exhaust(o);
      H[o + RECORD_N] = i - 1;
      return shared(H[H[s + LIST_BLOCK] + i]);
    case K_TUPLE:
      if (i < 0) return exhaust(o);
      H[o + RECORD_N] = i - 1;
      return shared(H[s + TUPLE_ITEMS + i]);
    case K_STR:
      if (i < 0) return exhaust(o);
      H[o + RECORD_N] = i - 1;
      return characterStr(codePoint(s, i));
    case K_DICT: {
      if (H[s + DICT_USED] !== H[o + RECORD_M]) {
        return raise(RUNTIME_ERROR, "dictionary changed size during iteration");
      }
      const entries = firstEntry(s);
      while (i >= 0 && H[entries + i * ENTRY_WORDS + ENTRY_KEY] === NULL) i--;
      if (i < 0) return exhaust(o);
      H[o + RECORD_N] = i - 1;
      const entry = entries + i * ENTRY_WORDS;
      const key = shared(H[entry + ENTRY_KEY]);
      if (H[o + RECORD_B] === 0) return key;
      const value = shared(H[entry + ENTRY_VALUE]);
      if (H[o + RECORD_B] === 4) return tupleOf(key, value);
      DECREF(key);
      return value;
    }
    default:
      return PYTHON_NEXT;
  }
}

/** An iterator from the end of a list, tuple, str, range, dict or view; NEEDS_PYTHON for anything else. */
export function iterateReversed(ref: number): number {
  if ((ref & 1) === 0) return NEEDS_PYTHON;
  const o = ref >> 2;
  const type = H[o + TYPE];
  const from = (source: number, what: number, last: number, size: number) =>
    newRecord(T_REVERSED_ITERATOR, shared(source), what << 1, NULL, last, size);
  switch (H[type + TYPE_KIND]) {
    case K_LIST:
      return from(ref, 0, H[o + LIST_LENGTH] - 1, 0);
    case K_TUPLE:
      return from(ref, 0, H[o + TUPLE_LENGTH] - 1, 0);
    case K_STR:
      return from(ref, 0, H[o + STR_LENGTH] - 1, 0);
    case K_RANGE: {
      const length = bigIntValue(H[o + RANGE_LENGTH]);
      const step = bigIntValue(H[o + RANGE_STEP]);
      const last = bigIntValue(H[o + RANGE_START]) + (length - 1n) * step;
      return newRecord(T_RANGE_ITERATOR, newBigInt(-step), newBigInt(last), newBigInt(length), 0, 0);
    }
    case K_DICT:
      return from(ref, 0, H[o + DICT_FILL] - 1, H[o + DICT_USED]);
    case K_RECORD: {
      const what = [T_DICT_KEYS, T_DICT_VALUES, T_DICT_ITEMS].indexOf(type);
      if (what < 0) return NEEDS_PYTHON;
      const dict = H[o + RECORD_A] >> 2;
      return from(H[o + RECORD_A], what, H[dict + DICT_FILL] - 1, H[dict + DICT_USED]);
    }
    default:
      return NEEDS_PYTHON;
  }
}

/** The number that `enumerate` gives next, as a value; counts on. */
export function nextNumber(o: number): number {
  const first = H[o + RECORD_B];
  const steps = H[o + RECORD_N]++;
  return (first & 1) === 0 ? newInt((first >> 1) + steps) : newBigInt(bigIntValue(first) + BigInt(steps));
}

function nextNumbered(o: number): number {
  if (!isBuiltinIterator(H[(H[o + RECORD_A] >> 2) + TYPE])) return PYTHON_NEXT;
  const value = next(H[o + RECORD_A]);
  if (value === STOP || value === NULL || value === PYTHON_NEXT) return value;
  return tupleOf(nextNumber(o), value);
}

function nextZipped(o: number): number {
  const sources = H[o + RECORD_A] >> 2;
  const count = H[sources + TUPLE_LENGTH];
  if (count === 0) return STOP;
  const items: number[] = [];
  for (let i = 0; i < count; i++) {
    const value = next(H[sources + TUPLE_ITEMS + i]);
    if (value !== STOP && value !== NULL) {
      items.push(value);
      continue;
    }
    for (const item of items) DECREF(item);
    return value;
  }
  return tupleOf(...items);
}

/** Whether `next` can never answer PYTHON_NEXT for this value. */
export function walksAlone(ref: number): boolean {
  const type = H[(ref >> 2) + TYPE];
  if (type === T_ENUMERATE) return walksAlone(H[(ref >> 2) + RECORD_A]);
  if (type === T_ZIP) return H[(ref >> 2) + RECORD_M] !== 0;
  if (type === T_REVERSED_ITERATOR) return iterateKnown(H[(ref >> 2) + RECORD_A]);
  if (type === T_REPEAT) return true;
  return type >= T_LIST_ITERATOR && type < T_CALLABLE_ITERATOR;
}
const iterateKnown = (ref: number) => {
  if (ref === NULL) return true;
  const kind = H[H[(ref >> 2) + TYPE] + TYPE_KIND];
  return kind === K_LIST || kind === K_TUPLE || kind === K_STR || kind === K_DICT;
};

/**
 * All items of a value that can be walked without Python code, as new references: the caller stores or drops each.
 * Iterators are used up. null: the caller must ask the prelude (which also raises what is to be raised).
 */
export function collect(ref: number): number[] | null {
  if ((ref & 1) === 0) return null;
  const o = ref >> 2;
  const type = H[o + TYPE];
  if ((H[type + TYPE_SPECIAL] & SPECIAL_ITER) !== 0) return null;
  const kind = H[type + TYPE_KIND];
  if (kind === K_LIST) return copyWords(H[o + LIST_BLOCK], H[o + LIST_LENGTH]);
  if (kind === K_TUPLE) return copyWords(o + TUPLE_ITEMS, H[o + TUPLE_LENGTH]);
  if (kind === K_GENERATOR || (isBuiltinIterator(type) && !walksAlone(ref))) return null;
  const it = iterate(ref);
  if (it === NEEDS_PYTHON) return null;
  const items: number[] = [];
  let value = next(it);
  for (; value !== STOP && value !== NULL; value = next(it)) items.push(value);
  DECREF(it);
  if (value === STOP) return items;
  DECREF(takeException());
  dropItems(items);
  return null;
}

function copyWords(at: number, count: number): number[] {
  const items = Array<number>(count);
  for (let i = 0; i < count; i++) items[i] = shared(H[at + i]);
  return items;
}

/** Drops items that `collect` gave. */
export function dropItems(items: readonly number[]): void {
  for (const item of items) DECREF(item);
}
