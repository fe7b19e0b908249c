/** Ranges: start, stop, step and length are ints of any size. */

import {shared} from "../memory/counts.ts";
import {H, make} from "../memory/heap.ts";
import {truth} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {hashSimple} from "./compare.ts";
import {equality} from "./comparison.ts";
import {raise} from "./errors.ts";
import {INDEX_ERROR, TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {valueOfHash} from "./hash.ts";
import {typeNameOf} from "./inspect.ts";
import {iterateBuiltin, iterateReversed} from "./iterators.ts";
import {K_OBJECT, K_SLICE, NONE, T_RANGE} from "./kinds.ts";
import {HEADER, NEEDS_PYTHON, NULL, RANGE_LENGTH, RANGE_START, RANGE_STEP, RANGE_STOP} from "./layout.ts";
import {constructor, methods, property} from "./native.ts";
import {bigIntValue, isInt, kindOf, newBigInt, newInt} from "./numbers.ts";
import {builtinRepr, reprSimple} from "./repr.ts";
import {badIndex} from "./slice.ts";
import {newStr, staticStr} from "./text.ts";

const BY_INDEX = staticStr("_range_by_index");
const CONTAINS = staticStr("_contains_by_walking");
const INDEX = staticStr("_range_index");
const COUNT = staticStr("_count_by_walking");
const ITEM = staticStr("_item_by_index");

/** A new range from ints (taken over); the step is not 0. */
function makeRange(start: number, stop: number, step: number): number {
  const length = newRangeLength(start, stop, step);
  const o = make(T_RANGE, HEADER + 4);
  H[o + RANGE_START] = start;
  H[o + RANGE_STOP] = stop;
  H[o + RANGE_STEP] = step;
  H[o + RANGE_LENGTH] = length;
  return (o << 2) | 1;
}

function newRangeLength(start: number, stop: number, step: number): number {
  if (((start | stop | step) & 1) === 0) {
    return newInt(Math.max(0, Math.ceil(((stop >> 1) - (start >> 1)) / (step >> 1))));
  }
  const by = bigIntValue(step);
  const distance = by > 0n ? bigIntValue(stop) - bigIntValue(start) : bigIntValue(start) - bigIntValue(stop);
  const size = by > 0n ? by : -by;
  return newBigInt(distance <= 0n ? 0n : (distance + size - 1n) / size);
}

/** An exact int: True is 1, and an int of a subclass gives up its class. */
const plainInt = (ref: number) => ((ref & 1) === 0 ? ref : newBigInt(bigIntValue(ref)));

constructor(T_RANGE, "range(cls, start, stop=, step=, /)", (a) => {
  const args = [H[a + 1], H[a + 2], H[a + 3]].filter((arg) => arg !== NULL);
  for (const arg of args) {
    if (isInt(arg)) continue;
    if (kindOf(arg) === K_OBJECT) return callPrelude(BY_INDEX, args);
    return raise(TYPE_ERROR, `'${typeNameOf(arg)}' object cannot be interpreted as an integer`);
  }
  if (args.length === 1) return makeRange(0, plainInt(args[0]), 2);
  const step = args.length === 3 ? args[2] : 2;
  if (bigIntValue(step) === 0n) return raise(VALUE_ERROR, "range() arg 3 must not be zero");
  return makeRange(plainInt(args[0]), plainInt(args[1]), plainInt(step));
});

const part = (o: number, word: number) => bigIntValue(H[o + word]);

/** `range[key]`: a new reference, NULL, or NEEDS_PYTHON. */
export function rangeItem(o: number, key: number): number {
  if (isInt(key)) {
    const length = part(o, RANGE_LENGTH);
    let at = bigIntValue(key);
    if (at < 0n) at += length;
    if (at < 0n || at >= length) return raise(INDEX_ERROR, "range object index out of range");
    return newBigInt(part(o, RANGE_START) + at * part(o, RANGE_STEP));
  }
  if (kindOf(key) !== K_SLICE) return badIndex(key, "range indices must be integers or slices");
  return rangeSlice(o, key >> 2);
}

function rangeSlice(o: number, slice: number): number {
  const [start, stop, step] = [H[slice + HEADER], H[slice + HEADER + 1], H[slice + HEADER + 2]];
  for (const bound of [start, stop, step]) {
    if (bound === NONE || isInt(bound)) continue;
    if (kindOf(bound) === K_OBJECT) return NEEDS_PYTHON;
    return raise(TYPE_ERROR, "slice indices must be integers or None or have an __index__ method");
  }
  const by = step === NONE ? 1n : bigIntValue(step);
  if (by === 0n) return raise(VALUE_ERROR, "slice step cannot be zero");
  const length = part(o, RANGE_LENGTH);
  const low = by > 0n ? 0n : -1n;
  const high = by > 0n ? length : length - 1n;
  const place = (bound: number, absent: bigint) => {
    if (bound === NONE) return absent;
    const at = bigIntValue(bound) < 0n ? bigIntValue(bound) + length : bigIntValue(bound);
    return at < low ? low : at > high ? high : at;
  };
  const from = place(start, by > 0n ? low : high);
  const to = place(stop, by > 0n ? high : low);
  const item = (i: bigint) => newBigInt(part(o, RANGE_START) + i * part(o, RANGE_STEP));
  return makeRange(item(from), item(to), newBigInt(part(o, RANGE_STEP) * by));
}

/** Position of an int in a range, or -1n. */
function positionOf(o: number, value: number): bigint {
  const step = part(o, RANGE_STEP);
  const distance = bigIntValue(value) - part(o, RANGE_START);
  if (distance % step !== 0n) return -1n;
  const at = distance / step;
  return at >= 0n && at < part(o, RANGE_LENGTH) ? at : -1n;
}

/** `value in range`: 1, 0, or NEEDS_PYTHON for what is no int. */
export const rangeContains = (o: number, value: number) =>
  isInt(value) ? (positionOf(o, value) >= 0n ? 1 : 0) : NEEDS_PYTHON;

property(T_RANGE, "start", (a) => shared(H[(H[a] >> 2) + RANGE_START]));
property(T_RANGE, "stop", (a) => shared(H[(H[a] >> 2) + RANGE_STOP]));
property(T_RANGE, "step", (a) => shared(H[(H[a] >> 2) + RANGE_STEP]));
methods(T_RANGE, {
  "index(self, value, /)": (a) => {
    if (!isInt(H[a + 1])) return callPrelude(INDEX, [H[a], H[a + 1]]);
    const at = positionOf(H[a] >> 2, H[a + 1]);
    return at < 0n ? raise(VALUE_ERROR, `${reprSimple(H[a + 1])} is not in range`) : newBigInt(at);
  },
  "count(self, value, /)": (a) => {
    const found = rangeContains(H[a] >> 2, H[a + 1]);
    return found === NEEDS_PYTHON ? callPrelude(COUNT, [H[a], H[a + 1]]) : found << 1;
  },
  "__len__(self)": (a) => shared(H[(H[a] >> 2) + RANGE_LENGTH]),
  "__iter__(self)": (a) => iterateBuiltin(H[a]),
  "__reversed__(self)": (a) => iterateReversed(H[a]),
  "__getitem__(self, key, /)": (a) => {
    const item = rangeItem(H[a] >> 2, H[a + 1]);
    return item === NEEDS_PYTHON ? callPrelude(ITEM, [H[a], H[a + 1]]) : item;
  },
  "__contains__(self, value, /)": (a) => {
    const found = rangeContains(H[a] >> 2, H[a + 1]);
    return found === NEEDS_PYTHON ? callPrelude(CONTAINS, [H[a], H[a + 1]]) : truth(found === 1);
  },
  "__bool__(self)": (a) => truth(H[(H[a] >> 2) + RANGE_LENGTH] !== 0),
  "__hash__(self)": (a) => valueOfHash(H[a], hashSimple(H[a])),
  "__repr__(self)": (a) => newStr(builtinRepr(H[a])!)
});
equality(T_RANGE);
