/** What lists and tuples share: looking for an item, arguments that are positions or counts. */
import {H} from "../memory/heap.ts";
import {equalSimple} from "./compare.ts";
import {raise} from "./errors.ts";
import {TYPE_ERROR} from "./exceptions.ts";
import {typeNameOf} from "./inspect.ts";
import {K_OBJECT, K_TUPLE} from "./kinds.ts";
import {LIST_BLOCK, LIST_LENGTH, NEEDS_PYTHON, NULL, TUPLE_ITEMS, TUPLE_LENGTH} from "./layout.ts";
import {intAsNumber, isInt, kindOf} from "./numbers.ts";

/** Word index of the first item of a list or tuple. */
export const itemsAt = (ref: number) =>
  kindOf(ref) === K_TUPLE ? (ref >> 2) + TUPLE_ITEMS : H[(ref >> 2) + LIST_BLOCK];
/** Number of items of a list or tuple. */
export const itemCount = (ref: number) =>
  H[(ref >> 2) + (kindOf(ref) === K_TUPLE ? TUPLE_LENGTH : LIST_LENGTH)];

const NOT_FOUND = -1;
export const ASK = -2;

/** First position in [start, stop) of an item that is `value` or equals it; NOT_FOUND, or ASK for Python's `==`. */
export function findItem(sequence: number, value: number, start: number, stop: number): number {
  const items = itemsAt(sequence);
  for (let i = start; i < stop; i++) {
    if (H[items + i] === value) return i;
    const same = equalSimple(H[items + i], value);
    if (same === 1) return i;
    if (same === NEEDS_PYTHON) return ASK;
  }
  return NOT_FOUND;
}

/** How many items are `value` or equal it, or ASK. */
export function countItem(sequence: number, value: number): number {
  const items = itemsAt(sequence);
  let count = 0;
  for (let i = itemCount(sequence) - 1; i >= 0; i--) {
    const same = H[items + i] === value ? 1 : equalSimple(H[items + i], value);
    if (same === NEEDS_PYTHON) return ASK;
    count += same;
  }
  return count;
}

/** 1, 0 or NEEDS_PYTHON: `value in sequence`. */
export function containsItem(sequence: number, value: number): number {
  const at = findItem(sequence, value, 0, itemCount(sequence));
  return at === ASK ? NEEDS_PYTHON : at >= 0 ? 1 : 0;
}

/** A start or stop argument as a position in [0, length]; absent: `otherwise`. -1 with an exception set. */
export function clampArgument(ref: number, length: number, otherwise: number): number {
  if (ref === NULL) return otherwise;
  if (!isInt(ref)) {
    raise(TYPE_ERROR, "slice indices must be integers or have an __index__ method");
    return -1;
  }
  const at = intAsNumber(ref);
  return Math.max(0, Math.min(length, at < 0 ? at + length : at));
}

/**
 * The number that a sequence is to be multiplied by: 0 or more, -1 (NEEDS_PYTHON: it has or may have `__index__`), or
 * -2 with TypeError set.
 */
export function repeatCount(ref: number): number {
  if (isInt(ref)) return Math.max(0, intAsNumber(ref));
  if (kindOf(ref) === K_OBJECT) return -1;
  raise(TYPE_ERROR, `can't multiply sequence by non-int of type '${typeNameOf(ref)}'`);
  return -2;
}
