/** Encodings of text: UTF-8, ASCII and Latin-1, with the error handlers that need no registry. */

import {shared} from "../memory/counts.ts";
import {H, U8} from "../memory/heap.ts";
import {newException, raise, raiseRef, tupleOf} from "./errors.ts";
import {exceptionClass, UNICODE_DECODE_ERROR, UNICODE_ENCODE_ERROR} from "./exceptions.ts";
import {NULL, STR_LENGTH} from "./layout.ts";
import {newInt} from "./numbers.ts";
import {escapeSequence} from "./str-repr.ts";
import {
  bytesAt,
  bytesLength,
  codePoint,
  makeBytes,
  newBytes,
  newStr,
  strBytes,
  strFromPoints,
  strWidth
} from "./text.ts";

const LOOKUP_ERROR = exceptionClass("LookupError");

export type Codec = "utf-8" | "ascii" | "latin-1";
const ALIASES: Record<string, Codec> = {
  utf_8: "utf-8",
  utf8: "utf-8",
  u8: "utf-8",
  utf: "utf-8",
  cp65001: "utf-8",
  ascii: "ascii",
  us_ascii: "ascii",
  "646": "ascii",
  latin_1: "latin-1",
  latin1: "latin-1",
  latin: "latin-1",
  iso_8859_1: "latin-1",
  iso8859_1: "latin-1",
  "8859": "latin-1",
  l1: "latin-1"
};

/** The codec of a name, or null with LookupError set. */
export function findCodec(name: string): Codec | null {
  const codec = ALIASES[name.toLowerCase().replace(/[-\s]/g, "_")];
  if (codec !== undefined) return codec;
  raise(LOOKUP_ERROR, `unknown encoding: ${name}`);
  return null;
}

const unknownHandler = (errors: string) => raise(LOOKUP_ERROR, `unknown error handler name '${errors}'`);

// ---- encoding -----------------------------------------------------------------------------------------------------

/** `text.encode(codec, errors)`: new bytes or NULL. */
export function encode(ref: number, codec: Codec, errors: string): number {
  const o = ref >> 2;
  const length = H[o + STR_LENGTH];
  if (strWidth(ref) === 1 && (codec === "latin-1" || isAscii(strBytes(o), length))) {
    const made = makeBytes(length);
    U8.copyWithin(bytesAt(made), strBytes(o), strBytes(o) + length);
    return made;
  }
  const limit = codec === "ascii" ? 128 : 256;
  const bytes: number[] = [];
  for (let i = 0; i < length; i++) {
    const point = codePoint(o, i);
    const fits = codec === "utf-8" ? point < 0xd800 || point > 0xdfff : point < limit;
    if (!fits) {
      let end = i + 1;
      while (end < length && !fitsIn(codec, codePoint(o, end))) end++;
      if (!replaceUnencodable(ref, codec, errors, i, end, bytes)) return NULL;
      i = end - 1;
    } else if (codec === "utf-8") pushUtf8(bytes, point);
    else bytes.push(point);
  }
  return newBytes(Uint8Array.from(bytes));
}

function isAscii(at: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (U8[at + i] > 127) return false;
  return true;
}

const fitsIn = (codec: Codec, point: number) =>
  codec === "utf-8" ? point < 0xd800 || point > 0xdfff : point < (codec === "ascii" ? 128 : 256);

function pushUtf8(bytes: number[], point: number): void {
  if (point < 0x80) bytes.push(point);
  else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
  else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  else
    bytes.push(
      0xf0 | (point >> 18),
      0x80 | ((point >> 12) & 63),
      0x80 | ((point >> 6) & 63),
      0x80 | (point & 63)
    );
}

/** What stands for characters [start, end) that the codec has no code for. False with an exception set. */
function replaceUnencodable(
  ref: number,
  codec: Codec,
  errors: string,
  start: number,
  end: number,
  bytes: number[]
): boolean {
  for (let i = start; i < end; i++) {
    const point = codePoint(ref >> 2, i);
    switch (errors) {
      case "strict":
        encodeError(ref, codec, start, end);
        return false;
      case "ignore":
        break;
      case "replace":
        bytes.push(63);
        break;
      case "backslashreplace":
        for (const c of escapeSequence(point)) bytes.push(c.charCodeAt(0));
        break;
      case "xmlcharrefreplace":
        for (const c of `&#${point};`) bytes.push(c.charCodeAt(0));
        break;
      case "surrogateescape":
        if (point < 0xdc80 || point > 0xdcff) {
          encodeError(ref, codec, i, i + 1);
          return false;
        }
        bytes.push(point - 0xdc00);
        break;
      case "surrogatepass":
        if (codec !== "utf-8") {
          encodeError(ref, codec, start, end);
          return false;
        }
        pushUtf8(bytes, point);
        break;
      default:
        unknownHandler(errors);
        return false;
    }
  }
  return true;
}

function encodeError(ref: number, codec: Codec, start: number, end: number): number {
  const reason =
    codec === "utf-8" ? "surrogates not allowed" : `ordinal not in range(${codec === "ascii" ? 128 : 256})`;
  const args = tupleOf(newStr(codec), shared(ref), newInt(start), newInt(end), newStr(reason));
  return raiseRef(newException(UNICODE_ENCODE_ERROR, args));
}

// ---- decoding -----------------------------------------------------------------------------------------------------

/** `data.decode(codec, errors)`: a new str or NULL. */
export function decode(ref: number, codec: Codec, errors: string): number {
  const at = bytesAt(ref);
  const length = bytesLength(ref);
  const points: number[] = [];
  for (let i = 0; i < length; ) {
    const byte = U8[at + i];
    if (byte < 128 || codec === "latin-1") {
      points.push(byte);
      i++;
      continue;
    }
    const size = codec === "ascii" ? -1 : utf8Length(at + i, length - i);
    if (size > 0) {
      points.push(utf8Point(at + i, size));
      i += size;
      continue;
    }
    const next = replaceUndecodable(ref, codec, errors, i, i - size, points);
    if (next < 0) return NULL;
    i = next;
  }
  return strFromPoints(points);
}

/**
 * Bytes of the well-formed sequence at `at`, or the negated number of bytes that are wrong together there: the longest
 * beginning of a sequence (Unicode 15, 3.9, "maximal subpart").
 */
function utf8Length(at: number, rest: number): number {
  const lead = U8[at];
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let i = 1; i < size; i++) {
    if (i >= rest) return -i;
    const byte = U8[at + i];
    const low = i > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = i > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return -i;
  }
  return size;
}

function utf8Point(at: number, size: number): number {
  let point = U8[at] & (size === 2 ? 31 : size === 3 ? 15 : 7);
  for (let i = 1; i < size; i++) point = (point << 6) | (U8[at + i] & 63);
  return point;
}

/** Handles bytes [start, end) that mean nothing. Answers where to go on, or -1 with an exception set. */
function replaceUndecodable(
  ref: number,
  codec: Codec,
  errors: string,
  start: number,
  end: number,
  points: number[]
): number {
  switch (errors) {
    case "strict":
      decodeError(ref, codec, start, end);
      return -1;
    case "ignore":
      return end;
    case "replace":
      points.push(0xfffd);
      return end;
    case "backslashreplace":
      for (let i = start; i < end; i++) {
        for (const c of escapeSequence(U8[bytesAt(ref) + i])) points.push(c.charCodeAt(0));
      }
      return end;
    case "surrogateescape":
      for (let i = start; i < end; i++) points.push(0xdc00 + U8[bytesAt(ref) + i]);
      return end;
    case "surrogatepass": {
      const at = bytesAt(ref) + start;
      const surrogate =
        U8[at] === 0xed &&
        start + 2 < bytesLength(ref) &&
        (U8[at + 1] & 0xe0) === 0xa0 &&
        (U8[at + 2] & 0xc0) === 0x80;
      if (codec !== "utf-8" || !surrogate) {
        decodeError(ref, codec, start, end);
        return -1;
      }
      points.push(utf8Point(at, 3));
      return start + 3;
    }
    default:
      unknownHandler(errors);
      return -1;
  }
}

function decodeError(ref: number, codec: Codec, start: number, end: number): number {
  const args = tupleOf(
    newStr(codec),
    shared(ref),
    newInt(start),
    newInt(end),
    newStr(decodeReason(ref, codec, start, end))
  );
  return raiseRef(newException(UNICODE_DECODE_ERROR, args));
}

function decodeReason(ref: number, codec: Codec, start: number, end: number): string {
  if (codec === "ascii") return "ordinal not in range(128)";
  const lead = U8[bytesAt(ref) + start];
  if (lead < 0xc2 || lead > 0xf4) return "invalid start byte";
  return end === bytesLength(ref) ? "unexpected end of data" : "invalid continuation byte";
}
