/** Lists: a block of items that grows by an eighth, as in CPython's listobject.c. Methods are in list-methods.ts. */

import {DECREF, shared} from "../memory/counts.ts";
import {allocateBlock, H, make, releaseBlock, roomOf} from "../memory/heap.ts";
import {raise} from "./errors.ts";
import {VALUE_ERROR} from "./exceptions.ts";
import {K_SLICE, T_LIST} from "./kinds.ts";
import {
  LIST_BLOCK,
  LIST_CAPACITY,
  LIST_LENGTH,
  LIST_WORDS,
  NEEDS_PYTHON,
  NULL,
  TYPE_SLOT_COUNT
} from "./layout.ts";
import {isInt, kindOf} from "./numbers.ts";
import {badIndex, outOfRange, position, sliceBounds, sliceCount, sliceFrom, sliceStep} from "./slice.ts";

/** An empty list of a class that may be a subclass. Answers its word index. */
export function makeList(type: number): number {
  const words = LIST_WORDS + H[type + TYPE_SLOT_COUNT];
  const o = make(type, words);
  H[o + LIST_LENGTH] = 0;
  H[o + LIST_CAPACITY] = 0;
  H[o + LIST_BLOCK] = 0;
  for (let i = LIST_WORDS - 1; i < words; i++) H[o + i] = NULL;
  return o;
}

/** A list of `count` items whose words the caller fills at `H[H[o + LIST_BLOCK]]` before anything else happens. */
function makeFilledList(count: number): number {
  const block = allocateBlock(roomOf(count));
  const o = makeList(T_LIST);
  H[o + LIST_BLOCK] = block;
  H[o + LIST_CAPACITY] = roomOf(count);
  H[o + LIST_LENGTH] = count;
  return o;
}

/** A new list that takes over the references in `items`. */
export function newList(items: readonly number[]): number {
  const o = makeFilledList(items.length);
  const block = H[o + LIST_BLOCK];
  for (let i = 0; i < items.length; i++) H[block + i] = items[i];
  return (o << 2) | 1;
}

/** A new list with new references to the `count` values at `from`. */
export function listCopyOf(from: number, count: number): number {
  const o = makeFilledList(count);
  const block = H[o + LIST_BLOCK];
  for (let i = 0; i < count; i++) H[block + i] = shared(H[from + i]);
  return (o << 2) | 1;
}

/** Makes room for `length` items. @throws HeapExhausted before anything has changed */
export function reserve(o: number, length: number): void {
  const capacity = H[o + LIST_CAPACITY];
  if (length <= capacity) return;
  const larger = roomOf(length + (length >> 3) + 3);
  const block = allocateBlock(larger);
  const old = H[o + LIST_BLOCK];
  H.copyWithin(block, old, old + H[o + LIST_LENGTH]);
  H[o + LIST_BLOCK] = block;
  H[o + LIST_CAPACITY] = larger;
  releaseBlock(old, capacity);
}

/** Appends `value`, whose reference is taken over. */
export function listPush(o: number, value: number): void {
  const length = H[o + LIST_LENGTH];
  if (length === H[o + LIST_CAPACITY]) reserve(o, length + 1);
  H[H[o + LIST_BLOCK] + length] = value;
  H[o + LIST_LENGTH] = length + 1;
}

/** Appends a new reference to `value`. */
export function listAppend(o: number, value: number): void {
  listPush(o, value);
  if ((value & 1) !== 0) H[value >> 2]++;
}

/** Appends `items`, whose references are taken over. */
export function listExtend(o: number, items: readonly number[]): void {
  const length = H[o + LIST_LENGTH];
  reserve(o, length + items.length);
  const at = H[o + LIST_BLOCK] + length;
  for (let i = 0; i < items.length; i++) H[at + i] = items[i];
  H[o + LIST_LENGTH] = length + items.length;
}

export function listInsert(o: number, at: number, value: number): void {
  const length = H[o + LIST_LENGTH];
  reserve(o, length + 1);
  const block = H[o + LIST_BLOCK];
  H.copyWithin(block + at + 1, block + at, block + length);
  H[block + at] = shared(value);
  H[o + LIST_LENGTH] = length + 1;
}

/** Takes the item at `at` out of the list; its reference goes to the caller. */
export function listTake(o: number, at: number): number {
  const block = H[o + LIST_BLOCK];
  const value = H[block + at];
  H.copyWithin(block + at, block + at + 1, block + H[o + LIST_LENGTH]);
  H[o + LIST_LENGTH]--;
  return value;
}

export function listClear(o: number): void {
  const block = H[o + LIST_BLOCK];
  const length = H[o + LIST_LENGTH];
  const capacity = H[o + LIST_CAPACITY];
  H[o + LIST_LENGTH] = 0;
  H[o + LIST_CAPACITY] = 0;
  H[o + LIST_BLOCK] = 0;
  for (let i = length - 1; i >= 0; i--) DECREF(H[block + i]);
  releaseBlock(block, capacity);
}

/** Puts `items` (references taken over) in the place of the items [start, end). */
export function listSplice(o: number, start: number, end: number, items: readonly number[]): void {
  const length = H[o + LIST_LENGTH];
  const growth = items.length - (end - start);
  if (growth > 0) reserve(o, length + growth);
  const block = H[o + LIST_BLOCK];
  const old = Array.from(H.subarray(block + start, block + end));
  H.copyWithin(block + end + growth, block + end, block + length);
  for (let i = 0; i < items.length; i++) H[block + start + i] = items[i];
  H[o + LIST_LENGTH] = length + growth;
  for (const value of old) DECREF(value);
}

const BAD_INDEX = "list indices must be integers or slices";

/** `list[key]`: a new reference, NULL, or NEEDS_PYTHON. */
export function listItem(o: number, key: number): number {
  if ((key & 1) === 0 || isInt(key)) {
    const at = position(key, H[o + LIST_LENGTH]);
    return at < 0 ? outOfRange(key, "list index out of range") : shared(H[H[o + LIST_BLOCK] + at]);
  }
  if (kindOf(key) !== K_SLICE) return badIndex(key, BAD_INDEX);
  const bounds = sliceBounds(key, H[o + LIST_LENGTH]);
  if (bounds !== 0) return bounds;
  if (sliceStep === 1) return listCopyOf(H[o + LIST_BLOCK] + sliceFrom, sliceCount);
  const r = makeFilledList(sliceCount);
  const from = H[o + LIST_BLOCK] + sliceFrom;
  for (let i = 0; i < sliceCount; i++) H[H[r + LIST_BLOCK] + i] = shared(H[from + i * sliceStep]);
  return (r << 2) | 1;
}

/** `list[at] = value` for an int key: 0, NULL. */
export function listSetItem(o: number, key: number, value: number): number {
  if ((key & 1) !== 0 && !isInt(key)) return badIndex(key, BAD_INDEX);
  const at = position(key, H[o + LIST_LENGTH]);
  if (at < 0) return outOfRange(key, "list assignment index out of range");
  const word = H[o + LIST_BLOCK] + at;
  const old = H[word];
  H[word] = shared(value);
  DECREF(old);
  return 0;
}

/** `list[slice] = items`; takes the items over: 0, NULL (the items are dropped), NEEDS_PYTHON (they are not). */
export function listSetSlice(o: number, slice: number, items: readonly number[]): number {
  const bounds = sliceBounds(slice, H[o + LIST_LENGTH]);
  if (bounds === NEEDS_PYTHON) return bounds;
  if (bounds === 0 && sliceStep === 1) {
    listSplice(o, sliceFrom, sliceFrom + sliceCount, items);
    return 0;
  }
  if (bounds === NULL || items.length !== sliceCount) {
    for (const item of items) DECREF(item);
    if (bounds === NULL) return NULL;
    const message = `attempt to assign sequence of size ${items.length} to extended slice of size ${sliceCount}`;
    return raise(VALUE_ERROR, message);
  }
  const from = H[o + LIST_BLOCK] + sliceFrom;
  const old = items.map((_, i) => H[from + i * sliceStep]);
  for (let i = 0; i < items.length; i++) H[from + i * sliceStep] = items[i];
  for (const value of old) DECREF(value);
  return 0;
}

/** `del list[key]`: 0, NULL, NEEDS_PYTHON. */
export function listDeleteItem(o: number, key: number): number {
  if ((key & 1) === 0 || isInt(key)) {
    const at = position(key, H[o + LIST_LENGTH]);
    if (at < 0) return outOfRange(key, "list assignment index out of range");
    DECREF(listTake(o, at));
    return 0;
  }
  if (kindOf(key) !== K_SLICE) return badIndex(key, BAD_INDEX);
  const bounds = sliceBounds(key, H[o + LIST_LENGTH]);
  if (bounds !== 0) return bounds;
  if (sliceStep === 1) listSplice(o, sliceFrom, sliceFrom + sliceCount, []);
  else deleteStepped(o, sliceFrom, sliceStep, sliceCount);
  return 0;
}

function deleteStepped(o: number, from: number, step: number, count: number): void {
  if (step < 0) {
    from += (count - 1) * step;
    step = -step;
  }
  const block = H[o + LIST_BLOCK];
  const length = H[o + LIST_LENGTH];
  const old: number[] = [];
  let to = from;
  for (let i = from; i < length; i++) {
    const gone = old.length < count && (i - from) % step === 0;
    if (gone) old.push(H[block + i]);
    else H[block + to++] = H[block + i];
  }
  H[o + LIST_LENGTH] = count === 0 ? length : to;
  for (const value of old) DECREF(value);
}

/** A new list of the items of two. */
export function listConcat(a: number, b: number): number {
  const n = H[a + LIST_LENGTH];
  const m = H[b + LIST_LENGTH];
  const o = makeFilledList(n + m);
  const block = H[o + LIST_BLOCK];
  for (let i = 0; i < n; i++) H[block + i] = shared(H[H[a + LIST_BLOCK] + i]);
  for (let i = 0; i < m; i++) H[block + n + i] = shared(H[H[b + LIST_BLOCK] + i]);
  return (o << 2) | 1;
}

/** A new list that repeats the items `times` times (0 or more). */
export function listRepeat(a: number, times: number): number {
  const n = H[a + LIST_LENGTH];
  const o = makeFilledList(n * times);
  fillRepeated(H[o + LIST_BLOCK], H[a + LIST_BLOCK], n, times);
  return (o << 2) | 1;
}

/** Writes `count` values `times` times, with new references. */
export function fillRepeated(to: number, from: number, count: number, times: number): void {
  for (let k = 0; k < count; k++) {
    const value = H[from + k];
    if ((value & 1) !== 0) H[value >> 2] += times;
    for (let i = 0; i < times; i++) H[to + i * count + k] = value;
  }
}

/** `list *= times`. */
export function listRepeatInPlace(o: number, times: number): void {
  const n = H[o + LIST_LENGTH];
  if (times <= 0) {
    listClear(o);
    return;
  }
  reserve(o, n * times);
  const block = H[o + LIST_BLOCK];
  fillRepeated(block + n, block, n, times - 1);
  H[o + LIST_LENGTH] = n * times;
}
