/**
 * The two faces of a hash: tables keep 32 bits, programs see an int. Numbers hash to themselves (as in CPython, modulo
 * 2**61 - 1); everything else shows its 32 bits above 2**61, where no number's hash can be. So a class whose `__hash__`
 * gives `hash(x)` finds the same place in a table as `x`.
 */
import {H} from "../memory/heap.ts";
import {hashSimple} from "./compare.ts";
import {K_BOOL, K_FLOAT, K_INT} from "./kinds.ts";
import {INT_SIZE} from "./layout.ts";
import {bigIntValue, floatValue, kindOf, newBigInt} from "./numbers.ts";

const MODULUS = 2n ** 61n - 1n;
const BASE = 2n ** 61n;
const proper = (value: bigint) => (value === -1n ? -2n : value);

/** What `hash(ref)` gives, where `hash` is what `hashSimple` answered for it. */
export function valueOfHash(ref: number, hash: number): number {
  const kind = kindOf(ref);
  if (kind === K_INT || kind === K_BOOL) return newBigInt(hashOfInt(bigIntValue(ref)));
  if (kind === K_FLOAT && Number.isInteger(floatValue(ref))) {
    return newBigInt(hashOfInt(BigInt(floatValue(ref))));
  }
  return newBigInt(BASE + BigInt(hash >>> 0));
}

const hashOfInt = (value: bigint) => proper(value < 0n ? -(-value % MODULUS) : value % MODULUS);

/** The 32 bits that tables keep for what `hash()` gave (an int). */
export function tableHash(value: number): number {
  if ((value & 1) !== 0 && H[(value >> 2) + INT_SIZE] === 2) {
    const bits = bigIntValue(value) - BASE;
    if (bits >= 0n && bits < 4294967296n) return Number(bits) | 0;
  }
  return hashSimple(value);
}
