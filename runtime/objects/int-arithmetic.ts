/**
 * Arithmetic on ints: on doubles while every operand and result is exact (below 2**53), on BigInt beyond. Quotients
 * round down, and a remainder has the divisor's sign, as in Python.
 */
import {environment} from "../environment.ts";
import {HeapExhausted} from "../memory/heap.ts";
import {raise} from "./errors.ts";
import {OVERFLOW_ERROR, VALUE_ERROR, ZERO_DIVISION_ERROR} from "./exceptions.ts";
import {floatPower, scaleByPowerOfTwo} from "./float-arithmetic.ts";
import {NEEDS_PYTHON, PAGE_WORDS, SMALL_MAX, SMALL_MIN} from "./layout.ts";
import {newBigInt, newFloat, newInt} from "./numbers.ts";
import {
  ADD,
  AND,
  FLOOR_DIVIDE,
  LEFT_SHIFT,
  MULTIPLY,
  OR,
  POWER,
  REMAINDER,
  RIGHT_SHIFT,
  SUBTRACT,
  TRUE_DIVIDE,
  XOR
} from "./operators.ts";

const WORD = 4294967296;
/** Bits of the largest int that is tried: V8's limit, or what the heap has room for. */
const MOST_BITS = Math.min(2 ** 30, environment.pages * PAGE_WORDS * 32);
/** Beyond this, a shift count is an error in CPython too, whatever the memory. */
const LARGEST_SHIFT = 2 ** 63;

/** `x op y` for integers of magnitude below 2**53. Answers a new reference or NULL. */
export function exactIntegers(op: number, x: number, y: number): number {
  switch (op) {
    case ADD:
      return sumOrDifference(x + y, x, y);
    case SUBTRACT:
      return sumOrDifference(x - y, x, -y);
    case MULTIPLY: {
      const product = x * y;
      return Number.isSafeInteger(product) ? newInt(product) : newBigInt(BigInt(x) * BigInt(y));
    }
    case FLOOR_DIVIDE:
      if (y === 0) return raise(ZERO_DIVISION_ERROR, "integer division or modulo by zero");
      return newInt(floorQuotient(x, y));
    case REMAINDER:
      if (y === 0) return raise(ZERO_DIVISION_ERROR, "integer modulo by zero");
      return newInt(floorRemainder(x, y));
    case TRUE_DIVIDE:
      return y === 0 ? raise(ZERO_DIVISION_ERROR, "division by zero") : newFloat(x / y);
    case POWER:
      return exactPower(x, y);
    case LEFT_SHIFT: {
      if (y < 0) return raise(VALUE_ERROR, "negative shift count");
      const shifted = y < 1024 ? x * 2 ** y : x === 0 ? 0 : Number.NaN;
      return Number.isSafeInteger(shifted) ? newInt(shifted) : bigIntegers(op, BigInt(x), BigInt(y));
    }
    case RIGHT_SHIFT:
      if (y < 0) return raise(VALUE_ERROR, "negative shift count");
      return newInt(y < 64 ? Math.floor(x / 2 ** y) : x < 0 ? -1 : 0);
    case AND:
    case OR:
    case XOR:
      return bits(op, x, y);
    default:
      return NEEDS_PYTHON;
  }
}

const sumOrDifference = (sum: number, x: number, y: number) =>
  Number.isSafeInteger(sum) ? newInt(sum) : newBigInt(BigInt(x) + BigInt(y));

export function floorRemainder(x: number, y: number): number {
  const rest = x % y;
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
}

/** Exact, though `x / y` itself may round up to the next integer. */
export function floorQuotient(x: number, y: number): number {
  const rest = x % y;
  const quotient = (x - rest) / y;
  return rest !== 0 && rest < 0 !== y < 0 ? quotient - 1 : quotient;
}

/** Bitwise operations on two's complement, in a high part and the low 32 bits. */
function bits(op: number, x: number, y: number): number {
  if (x >= SMALL_MIN && x <= SMALL_MAX && y >= SMALL_MIN && y <= SMALL_MAX) {
    return (op === AND ? x & y : op === OR ? x | y : x ^ y) << 1;
  }
  const high = combine(op, Math.floor(x / WORD), Math.floor(y / WORD));
  return newInt(high * WORD + (combine(op, x, y) >>> 0));
}
const combine = (op: number, x: number, y: number) => (op === AND ? x & y : op === OR ? x | y : x ^ y);

function exactPower(x: number, y: number): number {
  if (y < 0) return floatPower(x, y);
  if (y === 2) return exactIntegers(MULTIPLY, x, x);
  // Squaring in doubles is exact as long as every product is below 2**53.
  let result = 1;
  let base = x;
  for (let rest = y; ; base *= base) {
    if (rest % 2 === 1) result *= base;
    rest = Math.floor(rest / 2);
    if (!Number.isSafeInteger(result)) break;
    if (rest === 0) return newInt(result);
    if (!Number.isSafeInteger(base * base)) break;
  }
  return bigPower(BigInt(x), BigInt(y));
}

/** `x op y` for integers of any size. Answers a new reference or NULL. @throws HeapExhausted */
export function bigIntegers(op: number, x: bigint, y: bigint): number {
  switch (op) {
    case ADD:
      return newBigInt(x + y);
    case SUBTRACT:
      return newBigInt(x - y);
    case MULTIPLY:
      limitBits(bitLength(x) + bitLength(y));
      return newBigInt(x * y);
    case FLOOR_DIVIDE:
      if (y === 0n) return raise(ZERO_DIVISION_ERROR, "integer division or modulo by zero");
      return newBigInt(bigFloorQuotient(x, y));
    case REMAINDER:
      if (y === 0n) return raise(ZERO_DIVISION_ERROR, "integer modulo by zero");
      return newBigInt(bigFloorRemainder(x, y));
    case TRUE_DIVIDE:
      return bigTrueQuotient(x, y);
    case POWER:
      return bigPower(x, y);
    case LEFT_SHIFT:
      if (y < 0n) return raise(VALUE_ERROR, "negative shift count");
      if (x === 0n) return 0;
      if (y >= LARGEST_SHIFT) return raise(OVERFLOW_ERROR, "too many digits in integer");
      limitBits(bitLength(x) + Number(y));
      return newBigInt(x << y);
    case RIGHT_SHIFT:
      if (y < 0n) return raise(VALUE_ERROR, "negative shift count");
      return y > MOST_BITS ? newInt(x < 0n ? -1 : 0) : newBigInt(x >> y);
    case AND:
      return newBigInt(x & y);
    case OR:
      return newBigInt(x | y);
    case XOR:
      return newBigInt(x ^ y);
    default:
      return NEEDS_PYTHON;
  }
}

function limitBits(bits: number): void {
  if (bits > MOST_BITS) throw new HeapExhausted(`an int of ${bits} bits`);
}

/** Bits of the magnitude; 0 for 0. */
export function bitLength(x: bigint): number {
  const digits = (x < 0n ? -x : x).toString(16);
  return digits === "0" ? 0 : digits.length * 4 - Math.clz32(Number.parseInt(digits[0], 16)) + 28;
}

export function bigFloorRemainder(x: bigint, y: bigint): bigint {
  const rest = x % y;
  return rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest;
}

export function bigFloorQuotient(x: bigint, y: bigint): bigint {
  const quotient = x / y;
  return x < 0n !== y < 0n && quotient * y !== x ? quotient - 1n : quotient;
}

/**
 * The double nearest to x / y. The quotient is taken to 55 bits or to the last place of a subnormal, with a sticky
 * bit for what is left, so that the one rounding to 53 bits is right.
 */
function bigTrueQuotient(x: bigint, y: bigint): number {
  if (y === 0n) return raise(ZERO_DIVISION_ERROR, "division by zero");
  const value = nearestQuotient(x, y);
  if (!Number.isFinite(value)) return raise(OVERFLOW_ERROR, "integer division result too large for a float");
  return newFloat(value);
}

/** Infinity when too large for a double. */
export function nearestQuotient(x: bigint, y: bigint): number {
  const a = x < 0n ? -x : x;
  const b = y < 0n ? -y : y;
  const shift = Math.max(bitLength(a) - bitLength(b) - 55, -1076);
  const numerator = shift < 0 ? a << BigInt(-shift) : a;
  const denominator = shift > 0 ? b << BigInt(shift) : b;
  let quotient = numerator / denominator;
  if (quotient * denominator !== numerator) quotient |= 1n;
  let exponent = shift;
  if (shift === -1076) {
    quotient = (quotient + 1n + ((quotient >> 2n) & 1n)) >> 2n;
    exponent = -1074;
  }
  const magnitude = scaleByPowerOfTwo(Number(quotient), exponent);
  return x < 0n === y < 0n ? magnitude : -magnitude;
}

function bigPower(x: bigint, y: bigint): number {
  if (y < 0n) return floatPowerOfBig(x, y);
  if (y === 0n) return newInt(1);
  if (x === 0n || x === 1n) return newBigInt(x);
  if (x === -1n) return newInt(y % 2n === 0n ? 1 : -1);
  limitBits((bitLength(x) - 1) * Number(y));
  return newBigInt(x ** y);
}

function floatPowerOfBig(x: bigint, y: bigint): number {
  const base = Number(x);
  const exponent = Number(y);
  if (Number.isFinite(base) && Number.isFinite(exponent)) return floatPower(base, exponent);
  return raise(OVERFLOW_ERROR, "int too large to convert to float");
}

/** `pow(x, y, modulus)`. Answers a new reference or NULL. */
export function powerModulo(x: bigint, y: bigint, modulus: bigint): number {
  if (modulus === 0n) return raise(VALUE_ERROR, "pow() 3rd argument cannot be 0");
  const size = modulus < 0n ? -modulus : modulus;
  let base = bigFloorRemainder(x, size);
  let rest = y;
  if (y < 0n) {
    const inverse = modularInverse(base, size);
    if (inverse === null) return raise(VALUE_ERROR, "base is not invertible for the given modulus");
    base = inverse;
    rest = -y;
  }
  let result = 1n % size;
  for (const bit of rest.toString(2)) {
    result = (result * result) % size;
    if (bit === "1") result = (result * base) % size;
  }
  return newBigInt(bigFloorRemainder(result, modulus));
}

/** By Euclid's extended algorithm. */
function modularInverse(x: bigint, modulus: bigint): bigint | null {
  let [a, b] = [x, modulus];
  let [p, q] = [1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [p, q] = [q, p - quotient * q];
  }
  return a === 1n ? bigFloorRemainder(p, modulus) : null;
}
