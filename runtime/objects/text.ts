/**
 * Strings and bytes: making, reading, hashing, comparing. A string stores one, two or four bytes a code point,
 * whichever its widest needs, as CPython does (PEP 393).
 */
import {environment} from "../environment.ts";
import {allocateStatic, H, make, U8, U16, U32} from "../memory/heap.ts";
import {strDataWords} from "./children.ts";
import {T_BYTES, T_STR} from "./kinds.ts";
import {
  BYTES_DATA,
  BYTES_HASH,
  BYTES_LENGTH,
  COUNT,
  IMMORTAL,
  INTERNED,
  STR_DATA,
  STR_HASH,
  STR_KIND,
  STR_LENGTH,
  TYPE
} from "./layout.ts";

/** Where a string's data start, as a byte address. */
export const strBytes = (o: number) => (o + STR_DATA) << 2;
export const strLength = (ref: number) => H[(ref >> 2) + STR_LENGTH];
/** Bytes a code point: 1, 2 or 4. */
export const strWidth = (ref: number) => H[(ref >> 2) + STR_KIND] & 7;

/** Room for a string; the data are not initialised. Answers the object's word index. */
export function makeStr(length: number, width: number): number {
  const words = STR_DATA + strDataWords(length, width);
  const o = make(T_STR, words);
  H[o + STR_LENGTH] = length;
  H[o + STR_HASH] = 0;
  H[o + STR_KIND] = width;
  return o;
}

/** Code point `i` of a string object (word index). */
export function codePoint(o: number, i: number): number {
  switch (H[o + STR_KIND] & 7) {
    case 1:
      return U8[((o + STR_DATA) << 2) + i];
    case 2:
      return U16[((o + STR_DATA) << 1) + i];
    default:
      return U32[o + STR_DATA + i];
  }
}

export function setCodePoint(o: number, i: number, value: number): void {
  switch (H[o + STR_KIND] & 7) {
    case 1:
      U8[((o + STR_DATA) << 2) + i] = value;
      break;
    case 2:
      U16[((o + STR_DATA) << 1) + i] = value;
      break;
    default:
      U32[o + STR_DATA + i] = value;
  }
}

const widthFor = (largest: number) => (largest < 256 ? 1 : largest < 65536 ? 2 : 4);

/** [code points, widest] of a JavaScript string; a surrogate pair is one code point. */
function measure(text: string): [length: number, largest: number] {
  let length = 0;
  let largest = 0;
  for (let i = 0; i < text.length; i++, length++) {
    const point = text.codePointAt(i)!;
    if (point > largest) largest = point;
    if (point > 0xffff) i++;
  }
  return [length, largest];
}

function fill(o: number, text: string): void {
  if ((H[o + STR_KIND] & 7) === 1) {
    const at = strBytes(o);
    for (let i = 0; i < text.length; i++) U8[at + i] = text.charCodeAt(i);
    return;
  }
  for (let i = 0, k = 0; i < text.length; i++, k++) {
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i++;
    setCodePoint(o, k, point);
  }
}

/** A new str from a JavaScript string. */
export function newStr(text: string): number {
  const [length, largest] = measure(text);
  const o = makeStr(length, widthFor(largest));
  fill(o, text);
  return (o << 2) | 1;
}

/** A str from code points. */
export function strFromPoints(points: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < points.length; i++) if (points[i] > largest) largest = points[i];
  const o = makeStr(points.length, widthFor(largest));
  for (let i = 0; i < points.length; i++) setCodePoint(o, i, points[i]);
  return (o << 2) | 1;
}

/** The JavaScript string of a str. */
export function text(ref: number): string {
  const o = ref >> 2;
  const length = H[o + STR_LENGTH];
  let result = "";
  for (let i = 0; i < length; i += 4096) {
    const chunk: number[] = [];
    for (let k = i; k < length && k < i + 4096; k++) chunk.push(codePoint(o, k));
    result += String.fromCodePoint(...chunk);
  }
  return result;
}

/** Characters [start, end) of a str as a new str of the narrowest width. */
export function substring(ref: number, start: number, end: number): number {
  const o = ref >> 2;
  const length = end > start ? end - start : 0;
  const width = H[o + STR_KIND] & 7;
  let largest = 0;
  if (width > 1) for (let i = start; i < end; i++) largest = Math.max(largest, codePoint(o, i));
  const r = makeStr(length, widthFor(largest));
  if (width === 1) U8.copyWithin(strBytes(r), strBytes(o) + start, strBytes(o) + end);
  else for (let i = 0; i < length; i++) setCodePoint(r, i, codePoint(o, start + i));
  return (r << 2) | 1;
}

export function concat(a: number, b: number): number {
  const x = a >> 2;
  const y = b >> 2;
  const n = H[x + STR_LENGTH];
  const m = H[y + STR_LENGTH];
  const width = Math.max(H[x + STR_KIND] & 7, H[y + STR_KIND] & 7);
  const o = makeStr(n + m, width);
  copyPoints(x, o, 0);
  copyPoints(y, o, n);
  return (o << 2) | 1;
}

/** Copies all of string object `from` into `to`, starting at code point `at`; `to` is at least as wide. */
export function copyPoints(from: number, to: number, at: number): void {
  const width = H[from + STR_KIND] & 7;
  const length = H[from + STR_LENGTH];
  if (width === (H[to + STR_KIND] & 7)) {
    U8.copyWithin(strBytes(to) + at * width, strBytes(from), strBytes(from) + length * width);
    return;
  }
  for (let i = 0; i < length; i++) setCodePoint(to, at + i, codePoint(from, i));
}

/** Hash of a str, never 0 (FNV-1a over its code points, so that equal strings of any width agree). */
export function strHash(ref: number): number {
  const o = ref >> 2;
  let h = H[o + STR_HASH];
  if (h !== 0) return h;
  h = -2128831035;
  const length = H[o + STR_LENGTH];
  for (let i = 0; i < length; i++) h = Math.imul(h ^ codePoint(o, i), 16777619);
  h ^= h >>> 15;
  if (h === 0 || h === -1) h = 1;
  H[o + STR_HASH] = h;
  return h;
}

export function strEqual(a: number, b: number): boolean {
  if (a === b) return true;
  const x = a >> 2;
  const y = b >> 2;
  const length = H[x + STR_LENGTH];
  if (length !== H[y + STR_LENGTH] || (H[x + STR_KIND] & 7) !== (H[y + STR_KIND] & 7)) return false;
  if (H[x + STR_HASH] !== 0 && H[y + STR_HASH] !== 0 && H[x + STR_HASH] !== H[y + STR_HASH]) return false;
  const words = strDataWords(length, H[x + STR_KIND] & 7);
  const bytes = length * (H[x + STR_KIND] & 7);
  const whole = bytes >> 2;
  for (let i = 0; i < whole; i++) if (H[x + STR_DATA + i] !== H[y + STR_DATA + i]) return false;
  if (whole === words) return true;
  for (let i = whole << 2; i < bytes; i++) if (U8[strBytes(x) + i] !== U8[strBytes(y) + i]) return false;
  return true;
}

/** Negative, zero or positive, by code points. */
export function strCompare(a: number, b: number): number {
  const x = a >> 2;
  const y = b >> 2;
  const n = H[x + STR_LENGTH];
  const m = H[y + STR_LENGTH];
  for (let i = 0; i < n && i < m; i++) {
    const d = codePoint(x, i) - codePoint(y, i);
    if (d !== 0) return d;
  }
  return n - m;
}

// ---- names known to the runtime: at the same address in every instance ------------------------------------------
const names = new Map<string, number>();

/** The interned str of a name that the runtime itself uses. Call at module level only. */
export function staticStr(name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  const [length, largest] = measure(name);
  const width = widthFor(largest);
  const o = allocateStatic(STR_DATA + strDataWords(length, width));
  if (environment.boot) {
    H[o + COUNT] = IMMORTAL;
    H[o + TYPE] = T_STR;
    H[o + STR_LENGTH] = length;
    H[o + STR_HASH] = 0;
    H[o + STR_KIND] = width | INTERNED;
    fill(o, name);
  }
  const ref = (o << 2) | 1;
  names.set(name, ref);
  if (environment.boot) strHash(ref);
  return ref;
}
/** The static strings, for the table of interned strings. */
export const staticNames = (): ReadonlyMap<string, number> => names;

// ---- bytes ---------------------------------------------------------------------------------------------------------
export const bytesLength = (ref: number) => H[(ref >> 2) + BYTES_LENGTH];
/** Where the data start, as a byte address. */
export const bytesAt = (ref: number) => ((ref >> 2) + BYTES_DATA) << 2;

/** Room for bytes; the data are not initialised. Answers a reference. */
export function makeBytes(length: number): number {
  const o = make(T_BYTES, BYTES_DATA + ((length + 3) >> 2));
  H[o + BYTES_LENGTH] = length;
  H[o + BYTES_HASH] = 0;
  return (o << 2) | 1;
}

export function newBytes(data: Uint8Array): number {
  const ref = makeBytes(data.length);
  U8.set(data, bytesAt(ref));
  return ref;
}

/** A copy of the data (never a view: the heap is shared). */
export const bytesValue = (ref: number): Uint8Array =>
  U8.slice(bytesAt(ref), bytesAt(ref) + bytesLength(ref));
