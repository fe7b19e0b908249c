/** Splitting, stripping and replacing, once for str and bytes. Pieces are new references. */

import {DECREF} from "../memory/counts.ts";
import {H, U8, U16, U32} from "../memory/heap.ts";
import {isLineBreak, isSpace} from "./characters.ts";
import {tupleOf} from "./errors.ts";
import {STR_KIND} from "./layout.ts";
import {newList} from "./list.ts";
import {makeBytes, makeStr, strWidth} from "./text.ts";
import {
  countOf,
  findBackward,
  findForward,
  isBytesObject,
  limitUnits,
  piece,
  unit,
  unitCount,
  unitsAt,
  unitWidth
} from "./units.ts";

/** Whether units of bytes count as space: ASCII only. */
const isByteSpace = (byte: number) => byte === 32 || (byte >= 9 && byte <= 13);

function spaceAt(o: number, i: number): boolean {
  return isBytesObject(o) ? isByteSpace(unit(unitsAt(o), 1, i)) : isSpace(unit(unitsAt(o), unitWidth(o), i));
}

/** Words between white space, at most `most` splits (from the left). */
export function splitSpaces(ref: number, most: number): number {
  const o = ref >> 2;
  const length = unitCount(o);
  const parts: number[] = [];
  for (let i = 0; ; ) {
    while (i < length && spaceAt(o, i)) i++;
    if (i === length) break;
    if (parts.length === most) {
      parts.push(piece(ref, i, length));
      break;
    }
    const start = i;
    while (i < length && !spaceAt(o, i)) i++;
    parts.push(piece(ref, start, i));
  }
  return newList(parts);
}

/** The same with the splits counted from the right. */
export function splitSpacesRight(ref: number, most: number): number {
  const o = ref >> 2;
  const parts: number[] = [];
  for (let i = unitCount(o); ; ) {
    while (i > 0 && spaceAt(o, i - 1)) i--;
    if (i === 0) break;
    if (parts.length === most) {
      parts.push(piece(ref, 0, i));
      break;
    }
    const end = i;
    while (i > 0 && !spaceAt(o, i - 1)) i--;
    parts.push(piece(ref, i, end));
  }
  return newList(parts.reverse());
}

/** Parts between occurrences of `separator`, at most `most` splits. */
export function splitAt(ref: number, separator: number, most: number): number {
  const o = ref >> 2;
  const sub = separator >> 2;
  const length = unitCount(o);
  const parts: number[] = [];
  let start = 0;
  while (parts.length !== most) {
    const at = findForward(o, sub, start, length);
    if (at < 0) break;
    parts.push(piece(ref, start, at));
    start = at + unitCount(sub);
  }
  parts.push(piece(ref, start, length));
  return newList(parts);
}

export function splitAtRight(ref: number, separator: number, most: number): number {
  const o = ref >> 2;
  const sub = separator >> 2;
  const parts: number[] = [];
  let end = unitCount(o);
  while (parts.length !== most) {
    const at = findBackward(o, sub, 0, end);
    if (at < 0) break;
    parts.push(piece(ref, at + unitCount(sub), end));
    end = at;
  }
  parts.push(piece(ref, 0, end));
  return newList(parts.reverse());
}

/** Lines without their ends, or with them. */
export function splitLines(ref: number, keepEnds: boolean): number {
  const o = ref >> 2;
  const length = unitCount(o);
  const bytes = isBytesObject(o);
  const at = unitsAt(o);
  const width = unitWidth(o);
  const parts: number[] = [];
  for (let i = 0; i < length; ) {
    const start = i;
    while (i < length && !(bytes ? isByteBreak(unit(at, width, i)) : isLineBreak(unit(at, width, i)))) i++;
    const end = i;
    if (i < length) i += unit(at, width, i) === 13 && i + 1 < length && unit(at, width, i + 1) === 10 ? 2 : 1;
    parts.push(piece(ref, start, keepEnds ? i : end));
  }
  return newList(parts);
}
const isByteBreak = (byte: number) => byte === 10 || byte === 13;

/** (before, separator, after); at the first or the last occurrence. */
export function partition(ref: number, separator: number, last: boolean): number {
  const o = ref >> 2;
  const sub = separator >> 2;
  const length = unitCount(o);
  const at = last ? findBackward(o, sub, 0, length) : findForward(o, sub, 0, length);
  const empty = () => piece(ref, 0, 0);
  if (at >= 0) {
    const end = at + unitCount(sub);
    return tupleOf(piece(ref, 0, at), piece(ref, at, end), piece(ref, end, length));
  }
  return last
    ? tupleOf(empty(), empty(), piece(ref, 0, length))
    : tupleOf(piece(ref, 0, length), empty(), empty());
}

/** Without white space, or without the units of `set` (a reference), at the ends asked for. */
export function strip(ref: number, set: number | null, left: boolean, right: boolean): number {
  const o = ref >> 2;
  const at = unitsAt(o);
  const width = unitWidth(o);
  let start = 0;
  let end = unitCount(o);
  const goes = (i: number) => (set === null ? spaceAt(o, i) : contains(set >> 2, unit(at, width, i)));
  if (left) while (start < end && goes(start)) start++;
  if (right) while (end > start && goes(end - 1)) end--;
  return piece(ref, start, end);
}

function contains(set: number, value: number): boolean {
  const at = unitsAt(set);
  const width = unitWidth(set);
  for (let i = 0; i < unitCount(set); i++) if (unit(at, width, i) === value) return true;
  return false;
}

/** A new object of the same sort with uninitialised units. Answers its word index. @throws HeapExhausted */
export function makeLike(o: number, length: number, width: number): number {
  limitUnits(length, width);
  return isBytesObject(o) ? makeBytes(length) >> 2 : makeStr(length, width);
}

/** Copies units [start, end) of `from` to position `at` of `to`, which is at least as wide. */
export function copyUnits(from: number, start: number, end: number, to: number, at: number): void {
  const width = unitWidth(from);
  const wide = unitWidth(to);
  const source = unitsAt(from);
  const target = unitsAt(to);
  if (width === wide) {
    U8.copyWithin(target + at * width, source + start * width, source + end * width);
    return;
  }
  for (let i = start; i < end; i++, at++) {
    const value = unit(source, width, i);
    if (wide === 2) U16[(target >> 1) + at] = value;
    else U32[(target >> 2) + at] = value;
  }
}

/** With the first `most` occurrences of `old` replaced (-1: all). */
export function replaceAll(ref: number, old: number, by: number, most: number): number {
  const o = ref >> 2;
  const sub = old >> 2;
  const length = unitCount(o);
  let times = countOf(o, sub, 0, length);
  if (most >= 0 && most < times) times = most;
  if (times === 0) return piece(ref, 0, length);
  const width = isBytesObject(o) ? 1 : Math.max(strWidth(ref), strWidth(by));
  const total = length + times * (unitCount(by >> 2) - unitCount(sub));
  const made = makeLike(o, total, width);
  let from = 0;
  let to = 0;
  for (let k = 0; k < times; k++) {
    const at = unitCount(sub) === 0 ? k : findForward(o, sub, from, length);
    copyUnits(o, from, at, made, to);
    to += at - from;
    copyUnits(by >> 2, 0, unitCount(by >> 2), made, to);
    to += unitCount(by >> 2);
    from = at + unitCount(sub);
  }
  copyUnits(o, from, length, made, to);
  return narrowed((made << 2) | 1);
}

/** A str in the narrowest width: the one given if it is, else a copy (and the one given is dropped). */
export function narrowed(ref: number): number {
  const o = ref >> 2;
  if (isBytesObject(o)) return ref;
  const width = H[o + STR_KIND] & 7;
  if (width === 1) return ref;
  const at = unitsAt(o);
  let largest = 0;
  for (let i = 0; i < unitCount(o); i++) largest |= unit(at, width, i);
  if ((largest < 256 ? 1 : largest < 65536 ? 2 : 4) === width) return ref;
  const made = makeStr(unitCount(o), largest < 256 ? 1 : 2);
  const target = unitsAt(made);
  for (let i = 0; i < unitCount(o); i++) {
    if (largest < 256) U8[target + i] = unit(at, width, i);
    else U16[(target >> 1) + i] = unit(at, width, i);
  }
  DECREF(ref);
  return (made << 2) | 1;
}

/** With `before` and `after` copies of the unit `fill` around it. */
export function surrounded(ref: number, before: number, after: number, fill: number): number {
  const o = ref >> 2;
  const length = unitCount(o);
  if (before <= 0 && after <= 0) return piece(ref, 0, length);
  const needed = fill < 256 ? 1 : fill < 65536 ? 2 : 4;
  const width = isBytesObject(o) ? 1 : Math.max(unitWidth(o), needed);
  const made = makeLike(o, length + before + after, width);
  fillUnits(made, 0, before, fill);
  copyUnits(o, 0, length, made, before);
  fillUnits(made, before + length, before + length + after, fill);
  return (made << 2) | 1;
}

function fillUnits(o: number, start: number, end: number, value: number): void {
  const at = unitsAt(o);
  switch (unitWidth(o)) {
    case 1:
      U8.fill(value, at + start, at + end);
      break;
    case 2:
      U16.fill(value, (at >> 1) + start, (at >> 1) + end);
      break;
    default:
      U32.fill(value, (at >> 2) + start, (at >> 2) + end);
  }
}

/** Columns filled with spaces up to the next multiple of `size` in the place of tabs. */
export function expandTabs(ref: number, size: number): number {
  const o = ref >> 2;
  const at = unitsAt(o);
  const width = unitWidth(o);
  const length = unitCount(o);
  let total = 0;
  let column = 0;
  const walk = (place: (position: number, value: number, count: number) => void) => {
    total = 0;
    column = 0;
    for (let i = 0; i < length; i++) {
      const value = unit(at, width, i);
      const tab = value === 9;
      const count = tab ? (size > 0 ? size - (column % size) : 0) : 1;
      place(total, tab ? 32 : value, count);
      total += count;
      column = value === 10 || value === 13 ? 0 : column + count;
    }
  };
  walk(() => {});
  const made = makeLike(o, total, width);
  walk((position, value, count) => fillUnits(made, position, position + count, value));
  return (made << 2) | 1;
}
