/** Reading ints and floats from text, as `int()` and `float()` do. */

import {environment} from "../environment.ts";
import {allocateStatic, H} from "../memory/heap.ts";
import {raise} from "./errors.ts";
import {VALUE_ERROR} from "./exceptions.ts";
import {scaleByPowerOfTwo} from "./float-arithmetic.ts";
import {nearestQuotient} from "./int-arithmetic.ts";
import {bigIntValue, intAsNumber} from "./numbers.ts";
import {reprText} from "./str-repr.ts";

/** Digits that an int may have when it is read from or written as decimal text; 0: no limit. Shared by all threads. */
const LIMIT = allocateStatic(2);
export const INT_TEXT_DIGITS = 4300;
export const INT_TEXT_DIGITS_LEAST = 640;
if (environment.boot) H[LIMIT] = INT_TEXT_DIGITS;
export const intTextLimit = () => H[LIMIT];
export function setIntTextLimit(digits: number): void {
  H[LIMIT] = digits;
}

const ADVICE = "use sys.set_int_max_str_digits() to increase the limit";

/** No limit may be so low that it forbids ints below this. */
const ALWAYS_ALLOWED = 10n ** BigInt(INT_TEXT_DIGITS_LEAST);

/** Decimal text of an int of any size, or null with ValueError set when it would exceed the limit. */
export function bigIntText(value: bigint): string | null {
  const limit = H[LIMIT];
  if (limit > 0 && (value >= ALWAYS_ALLOWED || value <= -ALWAYS_ALLOWED)) {
    const bound = 10n ** BigInt(limit);
    if (value >= bound || value <= -bound) {
      raise(VALUE_ERROR, `Exceeds the limit (${limit} digits) for integer string conversion; ${ADVICE}`);
      return null;
    }
  }
  return value.toString();
}

/** Digits of an int's magnitude; null with ValueError set when decimal text would exceed the limit. */
export function magnitudeText(ref: number, radix: number): string | null {
  const size = Math.abs(intAsNumber(ref));
  if (size <= Number.MAX_SAFE_INTEGER) return size.toString(radix);
  const value = bigIntValue(ref);
  const magnitude = value < 0n ? -value : value;
  return radix === 10 ? bigIntText(magnitude) : magnitude.toString(radix);
}

const SPACES = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const AROUND = new RegExp(`^${SPACES}|${SPACES}$`, "g");
/** Decimal digits of any script as ASCII, white space of any kind trimmed. */
function asciiDigits(text: string): string {
  const trimmed = text.replace(AROUND, "");
  if (/^[\x20-\x7e]*$/.test(trimmed)) return trimmed;
  return trimmed.replace(/\p{Nd}/gu, (c) => String(decimalValue(c.codePointAt(0)!)));
}

/** Value 0..9 of a decimal digit of any script, or -1. Digits of a script are ten in a row. */
export function decimalValue(point: number): number {
  if (point < 128) return point >= 48 && point <= 57 ? point - 48 : -1;
  if (!/\p{Nd}/u.test(String.fromCodePoint(point))) return -1;
  if (point >= 0x1d7ce && point <= 0x1d7ff) return (point - 0x1d7ce) % 10;
  let zero = point;
  while (zero > point - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return point - zero;
}

const PREFIXES: Record<number, string> = {2: "bB", 8: "oO", 16: "xX"};
const DIGIT = (base: number) => (base <= 10 ? `[0-${base - 1}]` : `[0-9a-${String.fromCharCode(86 + base)}]`);
const syntaxes = new Map<number, RegExp>();
function syntax(base: number): RegExp {
  let known = syntaxes.get(base);
  if (known === undefined) {
    const digit = DIGIT(base);
    const prefix = PREFIXES[base] === undefined ? "" : `(?:0[${PREFIXES[base]}]_?)?`;
    syntaxes.set(base, (known = new RegExp(`^([+-]?)${prefix}(${digit}(?:_?${digit})*)$`, "i")));
  }
  return known;
}

/**
 * `int(text, base)` with a base of 2..36, or 0 to go by the prefix.
 * @param shown how the value is written in an error, default the text's repr
 * @returns null with ValueError set when the text is no int
 */
export function parseInteger(text: string, base: number, shown?: string): bigint | null {
  const trimmed = asciiDigits(text);
  if (base === 10 && /^[+-]?[0-9]{1,15}$/.test(trimmed)) return BigInt(trimmed.replace("+", ""));
  let actual = base;
  if (base === 0) {
    const prefix = /^[+-]?0([xXoObB])/.exec(trimmed)?.[1].toLowerCase();
    actual = prefix === "x" ? 16 : prefix === "o" ? 8 : prefix === "b" ? 2 : 10;
  }
  const match = syntax(actual).exec(trimmed);
  if (match === null || (base === 0 && actual === 10 && /^0[0_]*[1-9]/.test(match[2]))) {
    raise(
      VALUE_ERROR,
      `invalid literal for int() with base ${base}: ${(shown ?? reprText(text)).slice(0, 200)}`
    );
    return null;
  }
  const digits = match[2].replaceAll("_", "").toLowerCase();
  const limit = H[LIMIT];
  if (limit > 0 && digits.length > limit && (actual & (actual - 1)) !== 0) {
    const what = `value has ${digits.length} digits`;
    raise(
      VALUE_ERROR,
      `Exceeds the limit (${limit} digits) for integer string conversion: ${what}; ${ADVICE}`
    );
    return null;
  }
  const magnitude = integerOf(digits, actual);
  return match[1] === "-" ? -magnitude : magnitude;
}

function integerOf(digits: string, base: number): bigint {
  if (base === 10) return BigInt(digits);
  if (base === 16) return BigInt(`0x${digits}`);
  if (base === 8) return BigInt(`0o${digits}`);
  if (base === 2) return BigInt(`0b${digits}`);
  const chunk = Math.floor(53 / Math.log2(base));
  let result = 0n;
  for (let i = 0; i < digits.length; i += chunk) {
    const part = digits.slice(i, i + chunk);
    result = result * BigInt(base) ** BigInt(part.length) + BigInt(Number.parseInt(part, base));
  }
  return result;
}

const FLOAT_SYNTAX = /^[+-]?(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?$/;

/** `float(text)`: null when the text is no float. */
export function parseFloatText(text: string): number | null {
  const trimmed = asciiDigits(text);
  if (FLOAT_SYNTAX.test(trimmed))
    return Number(trimmed.includes("_") ? trimmed.replaceAll("_", "") : trimmed);
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(trimmed);
  if (special === null) return null;
  const value = special[2].toLowerCase() === "nan" ? Number.NaN : Infinity;
  return special[1] === "-" ? -value : value;
}

const HEX_SYNTAX = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

/** `float.fromhex(text)`: null when the text is no hexadecimal float; Infinity also for a value too large. */
export function parseHexFloat(text: string): {value: number; overflow: boolean} | null {
  const trimmed = text.trim();
  const special = /^[+-]?(inf|infinity|nan)$/i.test(trimmed) ? parseFloatText(trimmed) : null;
  if (special !== null) return {value: special, overflow: false};
  const match = HEX_SYNTAX.exec(trimmed);
  const digits = match === null ? "" : match[2] + (match[3] ?? "");
  if (match === null || digits === "") return null;
  const exponent = Math.max(-1e9, Math.min(1e9, Number(match[4] ?? "0"))) - 4 * (match[3] ?? "").length;
  const size = hexMagnitude(BigInt(`0x${digits}`), exponent);
  return {value: match[1] === "-" ? -size : size, overflow: size === Infinity};
}

/** `mantissa * 2**exponent` with one rounding. */
function hexMagnitude(mantissa: bigint, exponent: number): number {
  const bits = mantissa.toString(2).length;
  if (mantissa === 0n || bits + exponent < -1100) return 0;
  if (bits + exponent > 1030) return Infinity;
  if (bits <= 53) return scaleByPowerOfTwo(Number(mantissa), exponent);
  return exponent >= 0
    ? Number(mantissa << BigInt(exponent))
    : nearestQuotient(mantissa, 1n << BigInt(-exponent));
}
