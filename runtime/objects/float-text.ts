/**
 * Decimal text of doubles. Digits come from JavaScript's own exact conversions; what differs in Python is the notation
 * and that a value exactly in the middle rounds to the even digit.
 */
import {asRatio} from "./float-arithmetic.ts";

/** Python's `repr`: the shortest digits that give the same double, in exponent form below 1e-4 and from 1e16 on. */
export function floatText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return Object.is(value, -0) ? "-0.0" : `${value}.0`;
  if (!Number.isFinite(value)) return notFinite(value);
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e16) return String(value);
  return pythonExponent(value.toExponential());
}

export const notFinite = (value: number) => (Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf");

/** `1e+7` of JavaScript as Python writes it, with at least two digits: `1e+07`. */
const pythonExponent = (text: string) => text.replace(/e([+-])(\d)$/, "e$10$2");

/** `digits` decimals after the point, of a finite non-negative value. */
export function fixedText(value: number, digits: number): string {
  if (digits > 100 || value >= 1e21) return exactFixed(value, digits);
  const text = value.toFixed(digits);
  const doubled = value * 2 ** (digits + 1);
  return isOdd(doubled) ? toEven(text) : text;
}

/** One digit before and `digits` after the point, then the exponent, of a finite non-negative value. */
export function exponentText(value: number, digits: number): string {
  if (value === 0) return `0${digits > 0 ? `.${"0".repeat(digits)}` : ""}e+00`;
  if (digits > 100) return exactExponent(value, digits);
  const text = value.toExponential(digits);
  if (!isMiddle(value, digits)) return pythonExponent(text);
  // The text may have been rounded up to the next power of ten; then it ends in 0 and is even.
  const [mantissa, exponent] = text.split("e");
  return pythonExponent(`${toEven(mantissa)}e${exponent}`);
}

const isOdd = (value: number) => Number.isInteger(value) && value % 2 !== 0;

/** Whether the value lies exactly between two texts of `digits` decimals in exponent form. */
function isMiddle(value: number, digits: number): boolean {
  const exponent = Number(value.toExponential().split("e")[1]);
  const decimals = digits - exponent;
  if (decimals >= 0) return isOdd(value * 2 ** (decimals + 1));
  if (!Number.isInteger(value)) return false;
  const unit = 10n ** BigInt(-decimals);
  return (BigInt(value) % unit) * 2n === unit;
}

/** JavaScript rounds a middle value up: one less if that digit is odd. */
function toEven(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last % 2 === 0 ? text : text.slice(0, -1) + String.fromCharCode(last - 1);
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  return twice > denominator || (twice === denominator && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

function exactFixed(value: number, digits: number): string {
  const [numerator, denominator] = asRatio(value);
  const text = roundedQuotient(numerator * 10n ** BigInt(digits), denominator)
    .toString()
    .padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function exactExponent(value: number, digits: number): string {
  const [numerator, denominator] = asRatio(value);
  const exponent = Number(value.toExponential().split("e")[1]);
  const decimals = digits - exponent;
  const whole =
    decimals >= 0
      ? roundedQuotient(numerator * 10n ** BigInt(decimals), denominator)
      : roundedQuotient(numerator, denominator * 10n ** BigInt(-decimals));
  const text = whole.toString();
  return pythonExponent(`${text[0]}.${text.slice(1)}e${exponent < 0 ? "" : "+"}${exponent}`);
}

/**
 * C's `%g` without its removal of trailing zeros: `digits` significant digits, in exponent form when the exponent is
 * below -4 or at least `digits`. Of a finite non-negative value; `digits` at least 1.
 */
export function generalText(value: number, digits: number): string {
  const text = exponentText(value, digits - 1);
  const exponent = Number(text.slice(text.indexOf("e") + 1));
  return exponent < -4 || exponent >= digits ? text : fixedText(value, digits - 1 - exponent);
}

/** Takes the zeros after the point away, and the point if nothing is left behind it. */
export function withoutTrailingZeros(text: string): string {
  const at = text.indexOf("e");
  const mantissa = at < 0 ? text : text.slice(0, at);
  if (!mantissa.includes(".")) return text;
  return mantissa.replace(/\.?0+$/, "") + (at < 0 ? "" : text.slice(at));
}

/** `float.hex()`. */
export function hexText(value: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const size = Math.abs(value);
  if (size === 0) return `${sign}0x0.0p+0`;
  let exponent = Math.max(Math.floor(Math.log2(size)), -1022);
  if (size / 2 ** exponent >= 2) exponent++;
  if (exponent > -1022 && size / 2 ** exponent < 1) exponent--;
  const [numerator, denominator] = asRatio(size);
  const shift = BigInt(52 - exponent);
  const bits = shift >= 0n ? (numerator << shift) / denominator : numerator >> -shift;
  const lead = bits >> 52n;
  const fraction = (bits & 0xfffffffffffffn).toString(16).padStart(13, "0");
  return `${sign}0x${lead}.${fraction}p${exponent < 0 ? "" : "+"}${exponent}`;
}

/** round(value, digits) for a float: to even, by the exact decimal value. May be infinite. */
export function roundToDigits(value: number, digits: number): number {
  if (!Number.isFinite(value) || value === 0 || digits > 323) return value;
  if (digits < -308) return value < 0 ? -0 : 0;
  const size = Math.abs(value);
  const rounded = digits >= 0 ? Number(fixedText(size, digits)) : roundToTens(size, -digits);
  return value < 0 ? -rounded : rounded;
}

function roundToTens(size: number, zeros: number): number {
  const [numerator, denominator] = asRatio(size);
  const unit = 10n ** BigInt(zeros);
  return Number(roundedQuotient(numerator, denominator * unit) * unit);
}
