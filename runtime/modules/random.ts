/**
 * The generator behind the module random: Mersenne Twister MT19937 (M. Matsumoto and T. Nishimura, "Mersenne Twister",
 * ACM TOMACS 8, 1998) with the authors' seeding by arrays. Its 624 words and the position of the next one lie in a
 * bytes object that nobody else sees, so that all threads share a generator as they share any object.
 */
import {environment} from "../environment.ts";
import {shared} from "../memory/counts.ts";
import {H, U32} from "../memory/heap.ts";
import {sizeArgument} from "../objects/arguments.ts";
import {raise, tupleOf} from "../objects/errors.ts";
import {TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {NONE} from "../objects/kinds.ts";
import {BYTES_DATA, NULL, TUPLE_ITEMS, TUPLE_LENGTH} from "../objects/layout.ts";
import {moduleFunctions} from "../objects/native.ts";
import {bigIntValue, intAsNumber, isInt, newBigInt, newFloat, newInt} from "../objects/numbers.ts";
import {makeBytes, newBytes} from "../objects/text.ts";

const WORDS = 624;
const MIDDLE = 397;
/** Word index of the generator's first word; the position follows the last one. */
const words = (state: number) => (state >> 2) + BYTES_DATA;

function seedByNumber(at: number, seed: number): void {
  U32[at] = seed;
  for (let i = 1; i < WORDS; i++) {
    const before = U32[at + i - 1];
    U32[at + i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
  }
  H[at + WORDS] = WORDS;
}

function seedByArray(at: number, key: readonly number[]): void {
  seedByNumber(at, 19650218);
  let i = 1;
  const step = (factor: number, add: number) => {
    const before = U32[at + i - 1];
    const mixed = U32[at + i] ^ Math.imul(before ^ (before >>> 30), factor);
    U32[at + i] = mixed + add;
    if (++i >= WORDS) {
      U32[at] = U32[at + WORDS - 1];
      i = 1;
    }
  };
  for (let k = 0; k < Math.max(WORDS, key.length); k++) {
    const j = k % key.length;
    step(1664525, key[j] + j);
  }
  for (let k = 1; k < WORDS; k++) step(1566083941, -i);
  U32[at] = 0x80000000;
}

/** Makes the next 624 words. */
function regenerate(at: number): void {
  for (let k = 0; k < WORDS; k++) {
    const joined = (U32[at + k] & 0x80000000) | (U32[at + ((k + 1) % WORDS)] & 0x7fffffff);
    const twisted = U32[at + ((k + MIDDLE) % WORDS)] ^ (joined >>> 1);
    U32[at + k] = (joined & 1) === 0 ? twisted : twisted ^ 0x9908b0df;
  }
  H[at + WORDS] = 0;
}

/** The next 32 random bits. */
function next(at: number): number {
  if (H[at + WORDS] >= WORDS) regenerate(at);
  let y = U32[at + H[at + WORDS]++];
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return (y ^ (y >>> 18)) >>> 0;
}

function randomBits(at: number, count: number): number {
  if (count <= 32) return newInt(count === 0 ? 0 : next(at) >>> (32 - count));
  let digits = "";
  for (let left = count; left > 0; left -= 32) {
    const word = left < 32 ? next(at) >>> (32 - left) : next(at);
    digits = word.toString(16).padStart(8, "0") + digits;
  }
  return newBigInt(BigInt(`0x${digits}`));
}

/** A number in [0, limit), without favour: bits are drawn until they are below it. */
function below(at: number, limit: number): number {
  const count = 32 - Math.clz32(limit);
  let drawn = next(at) >>> (32 - count);
  while (drawn >= limit) drawn = next(at) >>> (32 - count);
  return newInt(drawn);
}

moduleFunctions("_random", {
  /** A generator's state, not yet seeded. */
  "create()": () => makeBytes((WORDS + 1) * 4),
  "seed(state, number)": (a) => {
    if (!isInt(H[a + 1])) return raise(TYPE_ERROR, "a seed must be an int");
    const value = bigIntValue(H[a + 1]);
    const key: number[] = [];
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 32n)
      key.push(Number(rest & 0xffffffffn));
    seedByArray(words(H[a]), key.length === 0 ? [0] : key);
    return shared(NONE);
  },
  "random(state)": (a) => {
    const at = words(H[a]);
    const high = next(at) >>> 5;
    const low = next(at) >>> 6;
    return newFloat((high * 67108864 + low) / 9007199254740992);
  },
  "getrandbits(state, k)": (a) => {
    const count = sizeArgument(H[a + 1], 0);
    if (Number.isNaN(count)) return NULL;
    if (count < 0) return raise(VALUE_ERROR, "number of bits must be non-negative");
    return randomBits(words(H[a]), count);
  },
  /** For limits up to 2**31; a larger one is drawn in Python. */
  "below(state, limit)": (a) => below(words(H[a]), intAsNumber(H[a + 1])),
  "getstate(state)": (a) => {
    const at = words(H[a]);
    return tupleOf(...Array.from({length: WORDS + 1}, (_, i) => newInt(U32[at + i])));
  },
  "setstate(state, values)": (a) => {
    const tuple = H[a + 1] >> 2;
    if (H[tuple + TUPLE_LENGTH] !== WORDS + 1) return raise(VALUE_ERROR, "state vector is the wrong size");
    const at = words(H[a]);
    for (let i = 0; i <= WORDS; i++) {
      if (!isInt(H[tuple + TUPLE_ITEMS + i]))
        return raise(TYPE_ERROR, "state vector must be a tuple of integers");
    }
    for (let i = 0; i <= WORDS; i++) U32[at + i] = intAsNumber(H[tuple + TUPLE_ITEMS + i]);
    H[at + WORDS] = Math.max(0, Math.min(WORDS, H[at + WORDS]));
    return shared(NONE);
  },
  /** Bytes from the system's source of randomness. */
  "entropy(count)": (a) => {
    const count = sizeArgument(H[a], 0);
    if (Number.isNaN(count)) return NULL;
    const bytes = new Uint8Array(count);
    environment.devices.randomBytes(bytes);
    return newBytes(bytes);
  }
});
