/** Arithmetic on doubles with Python's rules for division, remainders and powers. */
import {newException, raise, raiseRef, tupleOf} from "./errors.ts";
import {OVERFLOW_ERROR, VALUE_ERROR, ZERO_DIVISION_ERROR} from "./exceptions.ts";
import {NEEDS_PYTHON} from "./layout.ts";
import {newFloat} from "./numbers.ts";
import {ADD, FLOOR_DIVIDE, MULTIPLY, POWER, REMAINDER, SUBTRACT, TRUE_DIVIDE} from "./operators.ts";
import {newStr} from "./text.ts";

/** `x op y`. Answers a new reference, NULL, or NEEDS_PYTHON where floats have no such operator. */
export function floatOperation(op: number, x: number, y: number): number {
  switch (op) {
    case ADD:
      return newFloat(x + y);
    case SUBTRACT:
      return newFloat(x - y);
    case MULTIPLY:
      return newFloat(x * y);
    case TRUE_DIVIDE:
      return y === 0 ? raise(ZERO_DIVISION_ERROR, "float division by zero") : newFloat(x / y);
    case FLOOR_DIVIDE:
      if (y === 0) return raise(ZERO_DIVISION_ERROR, "float floor division by zero");
      return newFloat(floatFloorQuotient(x, y));
    case REMAINDER:
      return y === 0 ? raise(ZERO_DIVISION_ERROR, "float modulo") : newFloat(floatRemainder(x, y));
    case POWER:
      return floatPower(x, y);
    default:
      return NEEDS_PYTHON;
  }
}

const isNegative = (x: number) => x < 0 || Object.is(x, -0);
export const copySign = (size: number, sign: number) =>
  isNegative(size) === isNegative(sign) ? size : -size;

/** The remainder with the divisor's sign; a zero too. */
export function floatRemainder(x: number, y: number): number {
  const rest = x % y;
  if (rest === 0) return copySign(0, y);
  return rest < 0 !== y < 0 ? rest + y : rest;
}

export function floatFloorQuotient(x: number, y: number): number {
  let rest = x % y;
  let quotient = (x - rest) / y;
  if (rest !== 0 && rest < 0 !== y < 0) {
    rest += y;
    quotient -= 1;
  }
  if (quotient === 0) return copySign(0, x / y);
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** C's pow: JavaScript differs where the base is 1 or -1. */
export function realPower(x: number, y: number): number {
  if (x === 1 || (x === -1 && !Number.isFinite(y) && !Number.isNaN(y))) return 1;
  return x ** y;
}

/** Python's `x ** y` for floats. There are no complex numbers here: a negative base with a fraction is an error. */
export function floatPower(x: number, y: number): number {
  if (x === 0 && y < 0) return raise(ZERO_DIVISION_ERROR, "0.0 cannot be raised to a negative power");
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) {
    return raise(VALUE_ERROR, "negative number cannot be raised to a fractional power");
  }
  const result = realPower(x, y);
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)) return outOfRange();
  return newFloat(result);
}

/** OverflowError as the C library's errno gives it. */
export function outOfRange(): number {
  return raiseRef(newException(OVERFLOW_ERROR, tupleOf(34 << 1, newStr("Numerical result out of range"))));
}

/** `value * 2**exponent` with one rounding. */
export function scaleByPowerOfTwo(value: number, exponent: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  if (exponent > 2200) return value * Infinity;
  let result = value;
  let rest = exponent;
  for (; rest > 1000; rest -= 1000) result *= 2 ** 1000;
  if (rest >= -1074) return result * 2 ** rest;
  // The first factor leaves a normal number, and so loses nothing, unless the whole rounds to zero.
  return rest < -2148 ? result * 0 : result * 2 ** (rest + 1074) * Number.MIN_VALUE;
}

const view = new DataView(new ArrayBuffer(8));

/** C's frexp: a fraction of magnitude in [0.5, 1) and a power of two. */
export function fractionAndExponent(value: number): [fraction: number, exponent: number] {
  if (value === 0 || !Number.isFinite(value)) return [value, 0];
  view.setFloat64(0, value);
  let exponent = (view.getUint32(0) >>> 20) & 0x7ff;
  if (exponent === 0) {
    const [fraction, scaled] = fractionAndExponent(value * 2 ** 64);
    return [fraction, scaled - 64];
  }
  exponent -= 1022;
  view.setUint32(0, (view.getUint32(0) & 0x800fffff) | (1022 << 20));
  return [view.getFloat64(0), exponent];
}

/** A finite double as an exact fraction in lowest terms. */
export function asRatio(value: number): [numerator: bigint, denominator: bigint] {
  const [fraction, exponent] = fractionAndExponent(value);
  let numerator = BigInt(fraction * 2 ** 53);
  let power = exponent - 53;
  if (numerator === 0n) return [0n, 1n];
  while ((numerator & 1n) === 0n && power < 0) {
    numerator >>= 1n;
    power++;
  }
  return power >= 0 ? [numerator << BigInt(power), 1n] : [numerator, 1n << BigInt(-power)];
}
