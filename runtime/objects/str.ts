/** The operators of str and bytes as the evaluation loop uses them: `+`, `*`, `%`, subscription and `in`. */

import {shared} from "../memory/counts.ts";
import {H, U8} from "../memory/heap.ts";
import {raise} from "./errors.ts";
import {INDEX_ERROR, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {typeNameOf} from "./inspect.ts";
import {K_BYTES, K_OBJECT, K_SLICE, K_STR} from "./kinds.ts";
import {BYTES_DATA, NEEDS_PYTHON, SPECIAL_NUMBER, TYPE, TYPE_SPECIAL} from "./layout.ts";
import {bigIntValue, intAsNumber, isInt, kindOf} from "./numbers.ts";
import {ADD, IN_PLACE, MULTIPLY, REMAINDER} from "./operators.ts";
import {percentFormat} from "./percent.ts";
import {badIndex, position, sliceBounds, sliceCount, sliceFrom, sliceStep} from "./slice.ts";
import {bytesAt, bytesLength, codePoint, concat, makeBytes, makeStr, setCodePoint} from "./text.ts";
import {
  characterStr,
  EMPTY_STR,
  findForward,
  isBytesObject,
  limitUnits,
  piece,
  unitCount,
  unitsAt,
  unitWidth
} from "./units.ts";

const isText = (ref: number) => {
  const kind = kindOf(ref);
  return kind === K_STR || kind === K_BYTES;
};

/**
 * `a op b` (an argument of BINARY_OP) where str or bytes are concerned: `+` of two of a kind, `*` with an int on either
 * side, `%` with a template on the left. Answers a new reference, NULL, TAIL (a value's text needs Python code), or
 * NEEDS_PYTHON when none of these applies.
 */
export function textOperation(op: number, a: number, b: number): number {
  const code = op < IN_PLACE ? op : op - IN_PLACE;
  if (code === ADD) return add(a, b);
  if (code === MULTIPLY) {
    if (isInt(b)) return isText(a) && !overrides(a) ? repeat(a, b) : NEEDS_PYTHON;
    return isInt(a) && isText(b) && !overrides(b) ? repeat(b, a) : NEEDS_PYTHON;
  }
  return code === REMAINDER && isText(a) && !overrides(a) && !overrides(b)
    ? percentFormat(a, b)
    : NEEDS_PYTHON;
}

const overrides = (ref: number) =>
  (ref & 1) !== 0 && (H[H[(ref >> 2) + TYPE] + TYPE_SPECIAL] & SPECIAL_NUMBER) !== 0;

function add(a: number, b: number): number {
  if ((a & b & 1) === 0) return NEEDS_PYTHON;
  const kind = kindOf(a);
  if (kind !== kindOf(b) || overrides(a) || overrides(b)) return NEEDS_PYTHON;
  return kind === K_STR || kind === K_BYTES ? joinTwo(a, b) : NEEDS_PYTHON;
}

/** Two strs or two bytes in a row. */
export function joinTwo(a: number, b: number): number {
  const n = unitCount(a >> 2);
  const m = unitCount(b >> 2);
  if (m === 0) return piece(a, 0, n);
  if (n === 0) return piece(b, 0, m);
  limitUnits(n + m, Math.max(unitWidth(a >> 2), unitWidth(b >> 2)));
  if (kindOf(a) === K_STR) return concat(a, b);
  const joined = makeBytes(n + m);
  const at = bytesAt(joined);
  U8.copyWithin(at, bytesAt(a), bytesAt(a) + n);
  U8.copyWithin(at + n, bytesAt(b), bytesAt(b) + m);
  return joined;
}

/** `sequence * count` for str or bytes and an int. */
export function repeat(sequence: number, count: number): number {
  const o = sequence >> 2;
  const length = unitCount(o);
  const times = Math.max(0, intAsNumber(count));
  if (times === 1) return piece(sequence, 0, length);
  if (times === 0 || length === 0) return piece(sequence, 0, 0);
  if (times >= 2 ** 63) return raise(OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer");
  const width = unitWidth(o);
  limitUnits(length * times, width);
  const bytes = isBytesObject(o);
  const made = bytes ? makeBytes(length * times) >> 2 : makeStr(length * times, width);
  const at = unitsAt(made);
  const size = length * width;
  const total = size * times;
  U8.copyWithin(at, unitsAt(o), unitsAt(o) + size);
  // Doubling what is there already.
  for (let done = size; done < total; done *= 2)
    U8.copyWithin(at + done, at, at + Math.min(done, total - done));
  return (made << 2) | 1;
}

/** `container[key]` of a str or bytes. Answers a new reference, NULL, or NEEDS_PYTHON for a key with `__index__`. */
export function textItem(container: number, key: number): number {
  const o = container >> 2;
  const length = unitCount(o);
  if (isInt(key)) {
    const at = position(key, length);
    if (at < 0) return outOfRange(o, key);
    return isBytesObject(o) ? U8[((o + BYTES_DATA) << 2) + at] << 1 : characterStr(codePoint(o, at));
  }
  if (kindOf(key) !== K_SLICE) {
    if (isBytesObject(o)) return badIndex(key, "byte indices must be integers or slices");
    if (kindOf(key) === K_OBJECT) return NEEDS_PYTHON;
    return raise(TYPE_ERROR, `string indices must be integers, not '${typeNameOf(key)}'`);
  }
  const bounds = sliceBounds(key, length);
  if (bounds !== 0) return bounds;
  if (sliceCount === 0) return piece(container, 0, 0);
  if (sliceStep === 1) return piece(container, sliceFrom, sliceFrom + sliceCount);
  return everyFew(container, sliceFrom, sliceStep, sliceCount);
}

function outOfRange(o: number, key: number): number {
  if (!Number.isSafeInteger(intAsNumber(key)) && bigIntValue(key) >= 1n << 63n) {
    return raise(INDEX_ERROR, "cannot fit 'int' into an index-sized integer");
  }
  return raise(INDEX_ERROR, isBytesObject(o) ? "index out of range" : "string index out of range");
}

function everyFew(container: number, from: number, step: number, count: number): number {
  const o = container >> 2;
  if (isBytesObject(o)) {
    const made = makeBytes(count);
    for (let i = 0, k = from; i < count; i++, k += step) U8[bytesAt(made) + i] = U8[bytesAt(container) + k];
    return made;
  }
  let largest = 0;
  for (let i = 0, k = from; i < count; i++, k += step) largest = Math.max(largest, codePoint(o, k));
  const made = makeStr(count, largest < 256 ? 1 : largest < 65536 ? 2 : 4);
  for (let i = 0, k = from; i < count; i++, k += step) setCodePoint(made, i, codePoint(o, k));
  return (made << 2) | 1;
}

/** `item in container` of a str or bytes: 1, 0, or -1 with an exception set. */
export function textContains(container: number, item: number): number {
  const o = container >> 2;
  const kind = kindOf(item);
  if (kindOf(container) === K_STR) {
    if (kind === K_STR) return findForward(o, item >> 2, 0, unitCount(o)) >= 0 ? 1 : 0;
    raise(TYPE_ERROR, `'in <string>' requires string as left operand, not ${typeNameOf(item)}`);
    return -1;
  }
  if (kind === K_BYTES) return findForward(o, item >> 2, 0, unitCount(o)) >= 0 ? 1 : 0;
  if (!isInt(item)) {
    raise(TYPE_ERROR, `a bytes-like object is required, not '${typeNameOf(item)}'`);
    return -1;
  }
  const byte = intAsNumber(item);
  if (byte < 0 || byte > 255) {
    raise(VALUE_ERROR, "byte must be in range(0, 256)");
    return -1;
  }
  for (let i = 0; i < bytesLength(container); i++) if (U8[bytesAt(container) + i] === byte) return 1;
  return 0;
}

/** A new reference to the empty str. */
export const emptyStr = () => shared(EMPTY_STR);
