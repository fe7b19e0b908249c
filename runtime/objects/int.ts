/** The type int: constructor, methods, operators as methods. */

import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {sizeArgument} from "./arguments.ts";
import {
  builtinNumberOperation,
  builtinUnaryNumber,
  divideNumbers,
  intTruth,
  powerNumbers,
  toDouble,
  truth,
  UNARY_INVERT,
  UNARY_NEGATIVE,
  UNARY_POSITIVE
} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {compareNumbers, hashSimple} from "./compare.ts";
import {COMPARISONS, holds} from "./comparison.ts";
import {hasException, raise, tupleOf} from "./errors.ts";
import {OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {builtinFormat} from "./format.ts";
import {valueOfHash} from "./hash.ts";
import {specialOf, truthSimple, typeNameOf} from "./inspect.ts";
import {bigFloorRemainder, bitLength} from "./int-arithmetic.ts";
import {collect, dropItems} from "./iterators.ts";
import {K_BYTES, K_FLOAT, K_OBJECT, K_STR, NONE, NOT_IMPLEMENTED, T_FLOAT, T_INT} from "./kinds.ts";
import {NEEDS_PYTHON, NULL, SPECIAL_NUMBER} from "./layout.ts";
import type {NativeFunction} from "./native.ts";
import {classMethods, constructor, methods, moduleFunctions, property} from "./native.ts";
import {bigIntValue, floatValue, intAsNumber, isInt, kindOf, newBigInt, newFloat, newInt} from "./numbers.ts";
import {POWER} from "./operators.ts";
import {INT_TEXT_DIGITS_LEAST, intTextLimit, parseInteger, setIntTextLimit} from "./parse-number.ts";
import {builtinRepr} from "./repr.ts";
import {reprBytes} from "./str-repr.ts";
import {asInstance, plainValue} from "./subclass.ts";
import {bytesValue, newBytes, newStr, staticStr, text} from "./text.ts";

const INT_FROM = staticStr("_int_from");

constructor(T_INT, "int(cls, x=, /, base=)", (a) => {
  const [cls, value, base] = [H[a], H[a + 1], H[a + 2]];
  if (base !== NULL) return withBase(cls, value, base);
  if (value === NULL) return asInstance(cls, 0);
  const kind = kindOf(value);
  if (kind === K_OBJECT || hasOwnConversion(value, kind)) return callPrelude(INT_FROM, [cls, value]);
  if (isInt(value)) return asInstance(cls, plainValue(value));
  if (kind === K_FLOAT) return asInstance(cls, wholePart(floatValue(value)));
  if (kind === K_STR || kind === K_BYTES) return parsed(cls, value, 10);
  const wanted = "int() argument must be a string, a bytes-like object or a real number";
  return raise(TYPE_ERROR, `${wanted}, not '${typeNameOf(value)}'`);
});

/** Whether a number's class may define `__int__` or `__float__` itself. */
export const hasOwnConversion = (value: number, kind: number) =>
  kind !== K_STR && kind !== K_BYTES && (specialOf(value) & SPECIAL_NUMBER) !== 0;

function withBase(cls: number, value: number, base: number): number {
  if (value === NULL) return raise(TYPE_ERROR, "int() missing string argument");
  const number = sizeArgument(base, 10);
  if (Number.isNaN(number)) return NULL;
  if (number !== 0 && (number < 2 || number > 36))
    return raise(VALUE_ERROR, "int() base must be >= 2 and <= 36, or 0");
  const kind = kindOf(value);
  if (kind === K_STR || kind === K_BYTES) return parsed(cls, value, number);
  return raise(TYPE_ERROR, "int() can't convert non-string with explicit base");
}

function parsed(cls: number, value: number, base: number): number {
  const bytes = kindOf(value) === K_BYTES;
  const data = bytes ? bytesValue(value) : null;
  const source = data === null ? text(value) : String.fromCharCode(...data);
  const number = parseInteger(source, base, data === null ? undefined : reprBytes(data));
  return number === null ? NULL : asInstance(cls, newBigInt(number));
}

/** An int from a double, rounded towards zero. */
export function wholePart(value: number): number {
  if (Number.isNaN(value)) return raise(VALUE_ERROR, "cannot convert float NaN to integer");
  if (!Number.isFinite(value)) return raise(OVERFLOW_ERROR, "cannot convert float infinity to integer");
  const whole = Math.trunc(value);
  return Number.isSafeInteger(whole) ? newInt(whole) : newBigInt(BigInt(whole));
}

// ---- operators as methods of int and float ---------------------------------------------------------------------------

const OPERATIONS = "add and floordiv lshift matmul mul mod or pow rshift sub truediv xor".split(" ");
const OF_FLOATS = new Set(["add", "sub", "mul", "truediv", "floordiv", "mod"]);
const notImplemented = () => shared(NOT_IMPLEMENTED);

/** `__add__`, `__radd__` and so on, by the built-in rules. */
function operatorMethods(type: number): void {
  const table: Record<string, NativeFunction> = {};
  OPERATIONS.forEach((name, op) => {
    if (name === "matmul" || name === "pow" || (type === T_FLOAT && !OF_FLOATS.has(name))) return;
    table[`__${name}__(self, value, /)`] = (a) => operate(type, op, H[a], H[a + 1], H[a + 1]);
    table[`__r${name}__(self, value, /)`] = (a) => operate(type, op, H[a + 1], H[a], H[a + 1]);
  });
  table["__pow__(self, value, mod=, /)"] = (a) =>
    H[a + 2] === NULL || H[a + 2] === NONE
      ? operate(type, POWER, H[a], H[a + 1], H[a + 1])
      : power(H[a], H[a + 1], H[a + 2]);
  table["__rpow__(self, value, mod=, /)"] = (a) => operate(type, POWER, H[a + 1], H[a], H[a + 1]);
  table["__divmod__(self, value, /)"] = (a) =>
    accepts(type, H[a + 1]) ? divideNumbers(H[a], H[a + 1]) : notImplemented();
  table["__rdivmod__(self, value, /)"] = (a) =>
    accepts(type, H[a + 1]) ? divideNumbers(H[a + 1], H[a]) : notImplemented();
  table["__neg__(self)"] = (a) => builtinUnaryNumber(UNARY_NEGATIVE, H[a]);
  table["__pos__(self)"] = (a) => builtinUnaryNumber(UNARY_POSITIVE, H[a]);
  methods(type, table);
}

/** Whether a method of `type` works with this operand: int's with ints only, float's with both. */
const accepts = (type: number, other: number) =>
  isInt(other) || (type === T_FLOAT && kindOf(other) === K_FLOAT);

function operate(type: number, op: number, left: number, right: number, other: number): number {
  if (!accepts(type, other)) return notImplemented();
  const answer = builtinNumberOperation(op, left, right);
  return answer === NEEDS_PYTHON ? notImplemented() : answer;
}

function power(a: number, b: number, modulus: number): number {
  const answer = powerNumbers(a, b, modulus);
  return answer === NEEDS_PYTHON ? notImplemented() : answer;
}

/** `__lt__` and so on, `__hash__`, `__bool__`, texts. */
function commonMethods(type: number): void {
  const table: Record<string, NativeFunction> = {};
  COMPARISONS.forEach((name, op) => {
    table[`${name}(self, value, /)`] = (a) =>
      accepts(type, H[a + 1]) ? truth(holds(op, compareNumbers(H[a], H[a + 1]))) : notImplemented();
  });
  table["__hash__(self)"] = (a) => hashOf(H[a]);
  table["__repr__(self)"] = (a) => textOf(builtinRepr(H[a]));
  table["__format__(self, format_spec, /)"] = (a) => formatted(H[a], H[a + 1]);
  table["__getnewargs__(self)"] = (a) => tupleOf(plainValue(H[a]));
  methods(type, table);
}

const textOf = (shown: string | null) => (shown === null ? NULL : newStr(shown));

/** By the value, whatever a subclass overrides. */
function hashOf(ref: number): number {
  const plain = plainValue(ref);
  const hash = valueOfHash(plain, hashSimple(plain));
  DECREF(plain);
  return hash;
}

const FORMAT_PLAIN = staticStr("_str");

/** `__format__` of a number; one without a specification is `str(self)`. */
export function formatted(self: number, spec: number): number {
  if (kindOf(spec) !== K_STR) {
    return raise(TYPE_ERROR, `__format__() argument must be str, not ${typeNameOf(spec)}`);
  }
  const shown = builtinFormat(self, text(spec));
  if (shown !== null) return newStr(shown);
  return hasException() ? NULL : callPrelude(FORMAT_PLAIN, [self]);
}

for (const type of [T_INT, T_FLOAT]) {
  operatorMethods(type);
  commonMethods(type);
}

// ---- methods of int ---------------------------------------------------------------------------------------------------

const self: NativeFunction = (a) => plainValue(H[a]);

methods(T_INT, {
  "__bool__(self)": (a) => truth(intTruth(H[a])),
  "__invert__(self)": (a) => builtinUnaryNumber(UNARY_INVERT, H[a]),
  "__abs__(self)": (a) =>
    compareNumbers(H[a], 0) < 0 ? builtinUnaryNumber(UNARY_NEGATIVE, H[a]) : plainValue(H[a]),
  "__int__(self)": self,
  "__index__(self)": self,
  "__trunc__(self)": self,
  "__floor__(self)": self,
  "__ceil__(self)": self,
  "conjugate(self)": self,
  "__float__(self)": (a) => {
    const value = toDouble(H[a]);
    return hasException() ? NULL : newFloat(value);
  },
  "__round__(self, ndigits=, /)": (a) => roundInt(H[a], H[a + 1]),
  "bit_length(self)": (a) => newInt(bitLength(bigIntValue(H[a]))),
  "bit_count(self)": (a) => newInt(bitCount(bigIntValue(H[a]))),
  "as_integer_ratio(self)": (a) => tupleOf(plainValue(H[a]), 1 << 1),
  "to_bytes(self, length=, byteorder=, *, signed=)": (a) => toBytes(H[a], H[a + 1], H[a + 2], H[a + 3])
});

property(T_INT, "real", self);
property(T_INT, "numerator", self);
property(T_INT, "imag", () => 0);
property(T_INT, "denominator", () => 1 << 1);

function bitCount(value: bigint): number {
  let count = 0;
  for (const bit of (value < 0n ? -value : value).toString(2)) if (bit === "1") count++;
  return count;
}

/** `round(int, digits)`: to a multiple of a power of ten, halves to the even one. */
function roundInt(ref: number, digits: number): number {
  if (digits === NULL) return plainValue(ref);
  const places = sizeArgument(digits, 0);
  if (Number.isNaN(places)) return NULL;
  if (places >= 0) return plainValue(ref);
  const value = bigIntValue(ref);
  if (-places > bitLength(value)) return 0;
  const unit = 10n ** BigInt(-places);
  const rest = bigFloorRemainder(value, unit);
  const down = value - rest;
  const up = rest * 2n > unit || (rest * 2n === unit && (down / unit) % 2n !== 0n);
  return newBigInt(up ? down + unit : down);
}

/** "big" or "little" as a truth value (big by default); null with an exception set. */
function isBigEndian(order: number): boolean | null {
  if (order === NULL) return true;
  if (kindOf(order) !== K_STR) {
    raise(TYPE_ERROR, `argument 'byteorder' must be str, not ${typeNameOf(order)}`);
    return null;
  }
  const name = text(order);
  if (name === "big" || name === "little") return name === "big";
  raise(VALUE_ERROR, "byteorder must be either 'little' or 'big'");
  return null;
}

const flag = (ref: number) => ref !== NULL && truthSimple(ref) === 1;

function toBytes(ref: number, size: number, order: number, signed: number): number {
  const length = sizeArgument(size, 1);
  if (Number.isNaN(length)) return NULL;
  const big = isBigEndian(order);
  if (big === null) return NULL;
  if (length < 0) return raise(VALUE_ERROR, "length argument must be non-negative");
  let value = bigIntValue(ref);
  if (value < 0n && !flag(signed)) return raise(OVERFLOW_ERROR, "can't convert negative int to unsigned");
  const bits = bitLength(value < 0n ? -value - 1n : value) + (flag(signed) ? 1 : 0);
  const empty = length === 0 && (value === 0n || value === -1n);
  if (bits > length * 8 && !empty) return raise(OVERFLOW_ERROR, "int too big to convert");
  if (value < 0n) value += 1n << BigInt(length * 8);
  const digits = length === 0 ? "" : value.toString(16).padStart(length * 2, "0");
  const data = Uint8Array.from({length}, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16));
  return newBytes(big ? data : data.reverse());
}

classMethods(T_INT, {
  "from_bytes(cls, bytes, byteorder=, *, signed=)": (a) => fromBytes(H[a], H[a + 1], H[a + 2], H[a + 3])
});

function fromBytes(cls: number, source: number, order: number, signed: number): number {
  const big = isBigEndian(order);
  if (big === null) return NULL;
  const data = byteValues(source);
  if (data === null) return NULL;
  if (!big) data.reverse();
  let digits = "0x0";
  for (const byte of data) digits += byte.toString(16).padStart(2, "0");
  let value = BigInt(digits);
  if (flag(signed) && data.length > 0 && data[0] > 127) value -= 1n << BigInt(data.length * 8);
  return asInstance(cls, newBigInt(value));
}

/** The bytes of bytes or of a built-in iterable of ints; null with an exception set. */
export function byteValues(source: number): Uint8Array | null {
  const kind = kindOf(source);
  if (kind === K_BYTES) return bytesValue(source);
  const items = kind === K_STR || isInt(source) ? null : collect(source);
  if (items === null) {
    raise(TYPE_ERROR, `cannot convert '${typeNameOf(source)}' object to bytes`);
    return null;
  }
  const data = bytesFromItems(items);
  dropItems(items);
  return data;
}

/** null with TypeError or ValueError set. Items stay the caller's. */
export function bytesFromItems(items: readonly number[]): Uint8Array | null {
  const data = new Uint8Array(items.length);
  for (let i = 0; i < items.length; i++) {
    if (!isInt(items[i])) {
      raise(TYPE_ERROR, `'${typeNameOf(items[i])}' object cannot be interpreted as an integer`);
      return null;
    }
    const value = intAsNumber(items[i]);
    if (value < 0 || value > 255) {
      raise(VALUE_ERROR, "bytes must be in range(0, 256)");
      return null;
    }
    data[i] = value;
  }
  return data;
}

moduleFunctions("sys", {
  "get_int_max_str_digits()": () => newInt(intTextLimit()),
  "set_int_max_str_digits(maxdigits)": (a) => {
    const digits = sizeArgument(H[a], 0);
    if (Number.isNaN(digits)) return NULL;
    if (digits !== 0 && digits < INT_TEXT_DIGITS_LEAST) {
      return raise(VALUE_ERROR, `maxdigits must be 0 or larger than ${INT_TEXT_DIGITS_LEAST}`);
    }
    setIntTextLimit(Math.min(digits, 2147483647));
    return shared(NONE);
  }
});
