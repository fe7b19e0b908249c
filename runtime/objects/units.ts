/**
 * What str and bytes share: both are rows of units (code points or bytes) of a fixed width. Searching, splitting and
 * stripping are written once over them.
 */
import {environment} from "../environment.ts";
import {shared} from "../memory/counts.ts";
import {H, HeapExhausted, U8, U16, U32} from "../memory/heap.ts";
import {K_BYTES, T_BYTES, T_STR} from "./kinds.ts";
import {BYTES_DATA, PAGE_WORDS, STR_DATA, STR_KIND, STR_LENGTH, TYPE, TYPE_KIND} from "./layout.ts";
import {bytesAt, codePoint, makeBytes, makeStr, staticStr, substring} from "./text.ts";

/** Whether an object (word index), known to be str or bytes, is bytes. */
export const isBytesObject = (o: number) => H[H[o + TYPE] + TYPE_KIND] === K_BYTES;
/** Units in a str or bytes (their length words are the same). */
export const unitCount = (o: number) => H[o + STR_LENGTH];
/** Byte address of the first unit. */
export const unitsAt = (o: number) => (isBytesObject(o) ? o + BYTES_DATA : o + STR_DATA) << 2;
/** Bytes a unit. */
export const unitWidth = (o: number) => (isBytesObject(o) ? 1 : H[o + STR_KIND] & 7);

/** Unit `i` of data of `width` bytes a unit that start at byte address `at`. */
export function unit(at: number, width: number, i: number): number {
  return width === 1 ? U8[at + i] : width === 2 ? U16[(at >> 1) + i] : U32[(at >> 2) + i];
}

export const EMPTY_STR = staticStr("");
/** The strs of one character up to U+00FF, made once. */
const CHARACTERS = new Int32Array(256);
for (let point = 0; point < 256; point++) CHARACTERS[point] = staticStr(String.fromCharCode(point));

/** A new reference to the str of one code point. */
export function characterStr(point: number): number {
  if (point < 256) return shared(CHARACTERS[point]);
  const o = makeStr(1, point < 65536 ? 2 : 4);
  if (point < 65536) U16[(o + STR_DATA) << 1] = point;
  else U32[o + STR_DATA] = point;
  return (o << 2) | 1;
}

/** Units [start, end) of a str or bytes as an object of its own; the same object when that is all of it. */
export function piece(ref: number, start: number, end: number): number {
  const o = ref >> 2;
  if (start === 0 && end === unitCount(o) && (H[o + TYPE] === T_STR || H[o + TYPE] === T_BYTES))
    return shared(ref);
  if (isBytesObject(o)) {
    const length = Math.max(0, end - start);
    const made = makeBytes(length);
    U8.copyWithin(bytesAt(made), bytesAt(ref) + start, bytesAt(ref) + start + length);
    return made;
  }
  if (end <= start) return shared(EMPTY_STR);
  return end - start === 1 ? characterStr(codePoint(o, start)) : substring(ref, start, end);
}

/** Bytes that the largest text may have. */
const MOST_BYTES = Math.min(environment.pages * PAGE_WORDS * 4, 2 ** 31 - 64);

/** Refuses a size that the heap cannot hold, before it is computed with in 32 bits. @throws HeapExhausted */
export function limitUnits(count: number, width: number): void {
  if (count * width > MOST_BYTES) throw new HeapExhausted(`text of ${count} characters`);
}

/**
 * Position in [start, end] of the first place where the units of `sub` stand in `o` (word indices), or -1. They must end by
 * `end`.
 */
export function findForward(o: number, sub: number, start: number, end: number): number {
  const length = unitCount(sub);
  if (length === 0) return start <= end ? start : -1;
  const width = unitWidth(o);
  const subWidth = unitWidth(sub);
  const at = unitsAt(o);
  const subAt = unitsAt(sub);
  const first = unit(subAt, subWidth, 0);
  if (width === 1 && first > 255) return -1;
  const last = end - length;
  for (let i = start; i <= last; i++) {
    if (unit(at, width, i) !== first) continue;
    if (matches(at, width, i, subAt, subWidth, length)) return i;
  }
  return -1;
}

/** The last such place, or -1. */
export function findBackward(o: number, sub: number, start: number, end: number): number {
  const length = unitCount(sub);
  if (length === 0) return start <= end ? end : -1;
  const width = unitWidth(o);
  const subWidth = unitWidth(sub);
  const at = unitsAt(o);
  const subAt = unitsAt(sub);
  for (let i = end - length; i >= start; i--) if (matches(at, width, i, subAt, subWidth, length)) return i;
  return -1;
}

function matches(
  at: number,
  width: number,
  i: number,
  subAt: number,
  subWidth: number,
  length: number
): boolean {
  for (let k = 0; k < length; k++) if (unit(at, width, i + k) !== unit(subAt, subWidth, k)) return false;
  return true;
}

/** Whether the units of `sub` stand in `o` from position `i` on. */
export function standsAt(o: number, sub: number, i: number): boolean {
  const length = unitCount(sub);
  if (i < 0 || i + length > unitCount(o)) return false;
  return matches(unitsAt(o), unitWidth(o), i, unitsAt(sub), unitWidth(sub), length);
}

/** How often `sub` stands in [start, end) without overlap. */
export function countOf(o: number, sub: number, start: number, end: number): number {
  const length = unitCount(sub);
  if (length === 0) return end >= start ? end - start + 1 : 0;
  let count = 0;
  for (let i = findForward(o, sub, start, end); i >= 0; i = findForward(o, sub, i + length, end)) count++;
  return count;
}
