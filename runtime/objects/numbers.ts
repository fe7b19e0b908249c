/** Integers of any size and floats: making them and reading them. Arithmetic is in arithmetic.ts. */
import {F, H, make, U32} from "../memory/heap.ts";
import {K_BOOL, K_FLOAT, K_INT, T_FLOAT, T_INT, TRUE} from "./kinds.ts";
import {FLOAT_WORDS, INT_DIGITS, INT_SIZE, NULL, SMALL_MAX, SMALL_MIN, TYPE, TYPE_KIND} from "./layout.ts";

export function newFloat(value: number): number {
  const o = make(T_FLOAT, FLOAT_WORDS);
  F[(o >> 1) + 1] = value;
  return (o << 2) | 1;
}
export const floatValue = (ref: number) => F[(ref >> 3) + 1];

/** An int from a safe JavaScript integer. */
export function newInt(value: number): number {
  if (value >= SMALL_MIN && value <= SMALL_MAX) return value << 1;
  const size = Math.abs(value);
  const high = Math.floor(size / 4294967296);
  const digits = high === 0 ? 1 : 2;
  const o = make(T_INT, INT_DIGITS + digits);
  H[o + INT_SIZE] = value < 0 ? -digits : digits;
  U32[o + INT_DIGITS] = size >>> 0;
  if (high !== 0) U32[o + INT_DIGITS + 1] = high;
  return (o << 2) | 1;
}

/** 64 bits as one BigInt or as two words: what converts between ints of the heap and BigInt fastest. */
const pair = new BigUint64Array(1);
const pairWords = new Uint32Array(pair.buffer);
/** Up to so many digits they are converted by pairs; beyond, as text, whose time grows less than with the square. */
const FEW_DIGITS = 32;

/** An int of any size, normalised: small ones become tagged words. */
export function newBigInt(value: bigint): number {
  if (value >= -9007199254740991n && value <= 9007199254740991n) return newInt(Number(value));
  let size = value < 0n ? -value : value;
  const text = size > 0xffffffffffffffffn ? size.toString(16) : "";
  const digits = text === "" ? 2 : Math.ceil(text.length / 8);
  const o = make(T_INT, INT_DIGITS + digits);
  H[o + INT_SIZE] = value < 0n ? -digits : digits;
  if (digits <= FEW_DIGITS) {
    for (let i = 0; i < digits; i += 2, size >>= 64n) {
      pair[0] = size;
      U32[o + INT_DIGITS + i] = pairWords[0];
      if (i + 1 < digits) U32[o + INT_DIGITS + i + 1] = pairWords[1];
    }
    return (o << 2) | 1;
  }
  for (let i = 0, end = text.length; i < digits; i++, end -= 8) {
    U32[o + INT_DIGITS + i] = Number.parseInt(text.slice(Math.max(0, end - 8), end), 16);
  }
  return (o << 2) | 1;
}

export function bigIntValue(ref: number): bigint {
  if ((ref & 1) === 0) return BigInt(ref >> 1);
  const o = ref >> 2;
  if (H[H[o + TYPE] + TYPE_KIND] === K_BOOL) return ref === TRUE ? 1n : 0n;
  const size = H[o + INT_SIZE];
  const magnitude = magnitudeOf(o + INT_DIGITS, Math.abs(size));
  return size < 0 ? -magnitude : magnitude;
}

function magnitudeOf(at: number, digits: number): bigint {
  if (digits > FEW_DIGITS) {
    let text = "0x0";
    for (let i = digits - 1; i >= 0; i--) text += U32[at + i].toString(16).padStart(8, "0");
    return BigInt(text);
  }
  let value = 0n;
  for (let i = (digits - 1) & ~1; i >= 0; i -= 2) {
    pairWords[0] = U32[at + i];
    pairWords[1] = i + 1 < digits ? U32[at + i + 1] : 0;
    value = value === 0n ? pair[0] : (value << 64n) | pair[0];
  }
  return value;
}

/** The value of an int or bool as a double; exact up to 2**53, Infinity when too large. */
export function intAsNumber(ref: number): number {
  if ((ref & 1) === 0) return ref >> 1;
  const o = ref >> 2;
  if (H[H[o + TYPE] + TYPE_KIND] === K_BOOL) return ref === TRUE ? 1 : 0;
  const size = H[o + INT_SIZE];
  const digits = Math.abs(size);
  if (digits > 2) return Number(bigIntValue(ref));
  const magnitude = U32[o + INT_DIGITS] + (digits > 1 ? U32[o + INT_DIGITS + 1] * 4294967296 : 0);
  return size < 0 ? -magnitude : magnitude;
}

export const kindOf = (ref: number) => ((ref & 1) === 0 ? K_INT : H[H[(ref >> 2) + TYPE] + TYPE_KIND]);
export const isInt = (ref: number) => {
  if ((ref & 1) === 0) return true;
  if (ref === NULL) return false;
  const kind = kindOf(ref);
  return kind === K_INT || kind === K_BOOL;
};
export const isFloat = (ref: number) => (ref & 1) !== 0 && kindOf(ref) === K_FLOAT;
/** An int, bool or float as a double. */
export const asNumber = (ref: number) => (isFloat(ref) ? floatValue(ref) : intAsNumber(ref));
