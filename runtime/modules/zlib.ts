/** `_zlib`: compression by the machine's zlib, without the GIL, and checksums. */
import {environment} from "../environment.ts";
import type {Inflated} from "../machines/devices.ts";
import {shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {truth} from "../objects/arithmetic.ts";
import {blockOn} from "../objects/calls.ts";
import {tupleOf} from "../objects/errors.ts";
import {NONE} from "../objects/kinds.ts";
import {NULL} from "../objects/layout.ts";
import {moduleFunctions} from "../objects/native.ts";
import {bigIntValue, isInt, newInt} from "../objects/numbers.ts";
import {bytesLength, newBytes} from "../objects/text.ts";
import {bytesView, requireBytes} from "./os.ts";
import {intArgument} from "./system.ts";

/** From so many bytes on, CPython's checksums give the GIL up. */
const LARGE = 5 * 1024;

const CRC = Int32Array.from({length: 256}, (_, byte) => {
  let c = byte;
  for (let k = 0; k < 8; k++) c = (c & 1) !== 0 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

/** CRC-32 (ISO 3309) of what gave `start`, continued. */
export function crc32(bytes: Uint8Array, start: number): number {
  let c = ~start;
  for (let i = 0; i < bytes.length; i++) c = CRC[(c ^ bytes[i]) & 255] ^ (c >>> 8);
  return ~c >>> 0;
}

/** Adler-32 (RFC 1950) of what gave `start`, continued. */
export function adler32(bytes: Uint8Array, start: number): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  for (let i = 0; i < bytes.length; i++) {
    a = (a + bytes[i]) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

function checksum(
  data: number,
  start: number,
  first: number,
  sum: (bytes: Uint8Array, start: number) => number
): number {
  if (!requireBytes(data)) return NULL;
  if (start !== NULL && !isInt(start)) {
    intArgument(start);
    return NULL;
  }
  const from = start === NULL ? first : Number(BigInt.asUintN(32, bigIntValue(start)));
  const view = bytesView(data);
  if (bytesLength(data) < LARGE) return newInt(sum(view, from));
  return blockOn(() => sum(view, from), newInt);
}

function compress(data: number, level: number): number {
  const value = intArgument(level);
  if (Number.isNaN(value) || !requireBytes(data)) return NULL;
  if (!(value >= -1 && value <= 9)) return shared(NONE);
  const view = bytesView(data);
  let result = new Uint8Array(0);
  return blockOn(
    () => {
      result = Uint8Array.from(environment.devices.deflate(view.slice(), value));
      environment.devices.work("deflate", view.length);
      return 0;
    },
    () => newBytes(result)
  );
}

/** (bytes, length of the stream, whether it is whole), or None for what is no zlib stream. */
function decompress(data: number): number {
  if (!requireBytes(data)) return NULL;
  const view = bytesView(data);
  let result: Inflated | null = null;
  return blockOn(
    () => {
      result = environment.devices.inflate(view.slice());
      return 0;
    },
    () =>
      result === null
        ? shared(NONE)
        : tupleOf(newBytes(result.bytes), newInt(result.used), truth(result.complete))
  );
}

moduleFunctions("_zlib", {
  "crc32(data, value=, /)": (a) => checksum(H[a], H[a + 1], 0, crc32),
  "adler32(data, value=, /)": (a) => checksum(H[a], H[a + 1], 1, adler32),
  /** None: no such level. */
  "compress(data, level, /)": (a) => compress(H[a], H[a + 1]),
  "decompress(data, /)": (a) => decompress(H[a])
});
