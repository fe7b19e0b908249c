/** Slices: the type, and the positions that a slice selects from a sequence of a given length. */

import {shared} from "../memory/counts.ts";
import {H, make} from "../memory/heap.ts";
import {callPrelude} from "./calls.ts";
import {raise, tupleOf} from "./errors.ts";
import {INDEX_ERROR, TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {typeNameOf} from "./inspect.ts";
import {K_OBJECT, NONE, T_SLICE} from "./kinds.ts";
import {HEADER, NEEDS_PYTHON, NULL, SLICE_START, SLICE_STEP, SLICE_STOP} from "./layout.ts";
import {constructor, methods, property} from "./native.ts";
import {bigIntValue, intAsNumber, isInt, kindOf, newBigInt, newInt} from "./numbers.ts";
import {staticStr} from "./text.ts";

/** A new slice; takes new references. */
export function newSlice(start: number, stop: number, step: number): number {
  const o = make(T_SLICE, HEADER + 3);
  H[o + SLICE_START] = shared(start);
  H[o + SLICE_STOP] = shared(stop);
  H[o + SLICE_STEP] = shared(step);
  return (o << 2) | 1;
}

/** What `sliceBounds` found last: the first position, the distance between positions, and how many there are. */
export let sliceFrom = 0;
export let sliceStep = 1;
export let sliceCount = 0;
/** The end as Python's `slice.indices` gives it. */
let sliceTo = 0;

/**
 * Works out which positions of a sequence of `length` items a slice (reference) selects.
 * Answers 0 with the result in the variables above, NULL with an exception, or NEEDS_PYTHON for parts with `__index__`.
 */
export function sliceBounds(slice: number, length: number): number {
  const o = slice >> 2;
  for (let i = SLICE_START; i <= SLICE_STEP; i++) {
    const part = H[o + i];
    if (part === NONE || isInt(part)) continue;
    if (kindOf(part) === K_OBJECT) return NEEDS_PYTHON;
    return raise(TYPE_ERROR, "slice indices must be integers or None or have an __index__ method");
  }
  const step = H[o + SLICE_STEP] === NONE ? 1 : intAsNumber(H[o + SLICE_STEP]);
  if (step === 0) return raise(VALUE_ERROR, "slice step cannot be zero");
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? length : length - 1;
  const place = (part: number, absent: number) => {
    if (part === NONE) return absent;
    const at = intAsNumber(part);
    return Math.max(low, Math.min(high, at < 0 ? at + length : at));
  };
  sliceFrom = place(H[o + SLICE_START], step > 0 ? low : high);
  sliceTo = place(H[o + SLICE_STOP], step > 0 ? high : low);
  sliceStep = step;
  sliceCount = Math.max(0, Math.ceil((sliceTo - sliceFrom) / step));
  return 0;
}

/**
 * The position that the int `key` means in a sequence of `length` items, or -1 when it is out of range.
 */
export function position(key: number, length: number): number {
  const at = (key & 1) === 0 ? key >> 1 : intAsNumber(key);
  if (at >= 0) return at < length ? at : -1;
  return at + length >= 0 ? at + length : -1;
}

/** IndexError for an int key that is out of range. */
export function outOfRange(key: number, message: string): number {
  const tooLarge = (key & 1) !== 0 && Math.abs(intAsNumber(key)) >= 2 ** 63;
  return raise(INDEX_ERROR, tooLarge ? "cannot fit 'int' into an index-sized integer" : message);
}

/** The answer for a key that is neither an int nor a slice: an object may have `__index__`, others never. */
export function badIndex(key: number, message: string): number {
  return kindOf(key) === K_OBJECT ? NEEDS_PYTHON : raise(TYPE_ERROR, `${message}, not ${typeNameOf(key)}`);
}

/** The step as an exact int. */
function stepOf(slice: number): number {
  const step = H[(slice >> 2) + SLICE_STEP];
  return step === NONE ? 2 : newBigInt(bigIntValue(step));
}

const SLICE_INDICES = staticStr("_slice_indices");

constructor(T_SLICE, "slice(cls, start, stop=, step=, /)", (a) =>
  H[a + 2] === NULL
    ? newSlice(NONE, H[a + 1], NONE)
    : newSlice(H[a + 1], H[a + 2], H[a + 3] === NULL ? NONE : H[a + 3])
);
property(T_SLICE, "start", (a) => shared(H[(H[a] >> 2) + SLICE_START]));
property(T_SLICE, "stop", (a) => shared(H[(H[a] >> 2) + SLICE_STOP]));
property(T_SLICE, "step", (a) => shared(H[(H[a] >> 2) + SLICE_STEP]));
methods(T_SLICE, {
  "indices(self, length, /)": (a) => {
    if (!isInt(H[a + 1])) return callPrelude(SLICE_INDICES, [H[a], H[a + 1]]);
    const length = intAsNumber(H[a + 1]);
    if (length < 0) return raise(VALUE_ERROR, "length should not be negative");
    const bounds = sliceBounds(H[a], length);
    if (bounds === NEEDS_PYTHON) return callPrelude(SLICE_INDICES, [H[a], H[a + 1]]);
    return bounds === NULL ? NULL : tupleOf(newInt(sliceFrom), newInt(sliceTo), stepOf(H[a]));
  }
});
