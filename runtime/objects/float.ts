/** The type float: constructor and methods. Its operators as methods are in int.ts, with those of int. */
import {H} from "../memory/heap.ts";
import {sizeArgument} from "./arguments.ts";
import {tooLarge, truth} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {raise, tupleOf} from "./errors.ts";
import {OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {asRatio} from "./float-arithmetic.ts";
import {hexText, roundToDigits} from "./float-text.ts";
import {typeNameOf} from "./inspect.ts";
import {hasOwnConversion, wholePart} from "./int.ts";
import {K_BYTES, K_FLOAT, K_OBJECT, K_STR, NONE, T_FLOAT} from "./kinds.ts";
import {NULL} from "./layout.ts";
import type {NativeFunction} from "./native.ts";
import {classMethods, constructor, methods, property} from "./native.ts";
import {floatValue, intAsNumber, isInt, kindOf, newBigInt, newFloat} from "./numbers.ts";
import {parseFloatText, parseHexFloat} from "./parse-number.ts";
import {reprBytes, reprText} from "./str-repr.ts";
import {asInstance, plainValue} from "./subclass.ts";
import {bytesValue, newStr, staticStr, text} from "./text.ts";

const FLOAT_FROM = staticStr("_float_from");

constructor(T_FLOAT, "float(cls, x=, /)", (a) => {
  const [cls, value] = [H[a], H[a + 1]];
  if (value === NULL) return asInstance(cls, newFloat(0));
  const kind = kindOf(value);
  if (kind === K_OBJECT || hasOwnConversion(value, kind)) return callPrelude(FLOAT_FROM, [cls, value]);
  if (kind === K_FLOAT) return asInstance(cls, plainValue(value));
  if (isInt(value)) {
    const double = intAsNumber(value);
    return Number.isFinite(double) ? asInstance(cls, newFloat(double)) : tooLarge();
  }
  if (kind === K_STR) return parsed(cls, text(value), reprText(text(value)));
  if (kind === K_BYTES)
    return parsed(cls, String.fromCharCode(...bytesValue(value)), reprBytes(bytesValue(value)));
  return raise(TYPE_ERROR, `float() argument must be a string or a real number, not '${typeNameOf(value)}'`);
});

function parsed(cls: number, source: string, shown: string): number {
  const value = parseFloatText(source);
  if (value === null) return raise(VALUE_ERROR, `could not convert string to float: ${shown}`);
  return asInstance(cls, newFloat(value));
}

const self: NativeFunction = (a) => plainValue(H[a]);
const valueAt = (a: number) => floatValue(H[a]);

methods(T_FLOAT, {
  "__bool__(self)": (a) => truth(valueAt(a) !== 0),
  "__abs__(self)": (a) => newFloat(Math.abs(valueAt(a))),
  "__float__(self)": self,
  "conjugate(self)": self,
  "__int__(self)": (a) => wholePart(valueAt(a)),
  "__trunc__(self)": (a) => wholePart(valueAt(a)),
  "__floor__(self)": (a) => wholePart(Math.floor(valueAt(a))),
  "__ceil__(self)": (a) => wholePart(Math.ceil(valueAt(a))),
  "__round__(self, ndigits=, /)": (a) => roundFloat(valueAt(a), H[a + 1]),
  "is_integer(self)": (a) => truth(Number.isInteger(valueAt(a))),
  "as_integer_ratio(self)": (a) => ratio(valueAt(a)),
  "hex(self)": (a) => newStr(hexText(valueAt(a)))
});
property(T_FLOAT, "real", self);
property(T_FLOAT, "imag", () => newFloat(0));

classMethods(T_FLOAT, {
  "fromhex(cls, string, /)": (a) => {
    if (kindOf(H[a + 1]) !== K_STR) return raise(TYPE_ERROR, "bad argument type for built-in operation");
    const result = parseHexFloat(text(H[a + 1]));
    if (result === null) return raise(VALUE_ERROR, "invalid hexadecimal floating-point string");
    if (result.overflow) return raise(OVERFLOW_ERROR, "hexadecimal value too large to represent as a float");
    return asInstance(H[a], newFloat(result.value));
  }
});

/** `round(value)` is an int, `round(value, digits)` a float; halves go to the even neighbour. */
function roundFloat(value: number, digits: number): number {
  if (digits === NULL || digits === NONE) {
    if (!Number.isFinite(value)) return wholePart(value);
    const floor = Math.floor(value);
    const rest = value - floor;
    return wholePart(rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor);
  }
  const places = sizeArgument(digits, 0);
  if (Number.isNaN(places)) return NULL;
  const rounded = roundToDigits(value, places);
  if (!Number.isFinite(rounded) && Number.isFinite(value)) {
    return raise(OVERFLOW_ERROR, "rounded value too large to represent");
  }
  return newFloat(rounded);
}

function ratio(value: number): number {
  if (Number.isNaN(value)) return raise(VALUE_ERROR, "cannot convert NaN to integer ratio");
  if (!Number.isFinite(value)) return raise(OVERFLOW_ERROR, "cannot convert Infinity to integer ratio");
  const [numerator, denominator] = asRatio(value);
  return tupleOf(newBigInt(numerator), newBigInt(denominator));
}
