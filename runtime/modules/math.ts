/** The module math. */

import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {sizeArgument} from "../objects/arguments.ts";
import {builtinNumberOperation, tooLarge, truth} from "../objects/arithmetic.ts";
import {callPrelude} from "../objects/calls.ts";
import {hasException, raise, tupleOf} from "../objects/errors.ts";
import {OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR, ZERO_DIVISION_ERROR} from "../objects/exceptions.ts";
import {copySign, fractionAndExponent, realPower, scaleByPowerOfTwo} from "../objects/float-arithmetic.ts";
import {typeNameOf} from "../objects/inspect.ts";
import {wholePart} from "../objects/int.ts";
import {bitLength} from "../objects/int-arithmetic.ts";
import {collect, dropItems} from "../objects/iterators.ts";
import {K_OBJECT} from "../objects/kinds.ts";
import {NEEDS_PYTHON, NULL} from "../objects/layout.ts";
import {newList} from "../objects/list.ts";
import type {NativeFunction} from "../objects/native.ts";
import {moduleFunctions, moduleValues} from "../objects/native.ts";
import {
  asNumber,
  bigIntValue,
  floatValue,
  isFloat,
  isInt,
  kindOf,
  newBigInt,
  newFloat,
  newInt
} from "../objects/numbers.ts";
import {MULTIPLY} from "../objects/operators.ts";
import {plainValue} from "../objects/subclass.ts";
import {staticStr} from "../objects/text.ts";
import {
  errorComplement,
  errorFunction,
  exactSum,
  exp2,
  gamma,
  ieeeRemainder,
  logGamma,
  nextAfter,
  unitInLastPlace,
  vectorLength
} from "./special-functions.ts";

const MATH_CALL = staticStr("_math_call");
const MATH_ROUND = staticStr("_math_round");
const MATH_ITERABLE = staticStr("_math_iterable");

const domainError = () => raise(VALUE_ERROR, "math domain error");
const rangeError = () => raise(OVERFLOW_ERROR, "math range error");
const isNumber = (ref: number) => isInt(ref) || isFloat(ref);

/** A number as a double; NaN with an exception set when it is none. */
function double(ref: number): number {
  if (!isNumber(ref)) {
    raise(TYPE_ERROR, `must be real number, not ${typeNameOf(ref)}`);
    return Number.NaN;
  }
  const value = asNumber(ref);
  if (isInt(ref) && !Number.isFinite(value)) tooLarge();
  return value;
}

/** A result that is NaN or infinite although the arguments were not is an error. */
function checked(result: number, finite: boolean, isNan: boolean, mayOverflow: boolean): number {
  if (Number.isNaN(result) && !isNan) return domainError();
  if (!Number.isFinite(result) && !Number.isNaN(result) && finite)
    return mayOverflow ? rangeError() : domainError();
  return newFloat(result);
}

/** A function of one double. `mayOverflow`: an infinite result is too large rather than undefined. */
function unary(name: string, compute: (x: number) => number, mayOverflow = false): NativeFunction {
  const ref = staticStr(name);
  return (a) => {
    if (kindOf(H[a]) === K_OBJECT) return callPrelude(MATH_CALL, [ref, H[a]]);
    const x = double(H[a]);
    if (Number.isNaN(x) && hasException()) return NULL;
    return checked(compute(x), Number.isFinite(x), Number.isNaN(x), mayOverflow);
  };
}

function binary(
  name: string,
  compute: (x: number, y: number) => number,
  mayOverflow = false
): NativeFunction {
  const ref = staticStr(name);
  return (a) => {
    if (kindOf(H[a]) === K_OBJECT || kindOf(H[a + 1]) === K_OBJECT)
      return callPrelude(MATH_CALL, [ref, H[a], H[a + 1]]);
    const x = double(H[a]);
    if (Number.isNaN(x) && hasException()) return NULL;
    const y = double(H[a + 1]);
    if (Number.isNaN(y) && hasException()) return NULL;
    const isNan = Number.isNaN(x) || Number.isNaN(y);
    return checked(compute(x, y), Number.isFinite(x) && Number.isFinite(y), isNan, mayOverflow);
  };
}

const test = (name: string, holds: (x: number) => boolean): NativeFunction => {
  const ref = staticStr(name);
  return (a) => {
    if (kindOf(H[a]) === K_OBJECT) return callPrelude(MATH_CALL, [ref, H[a]]);
    const x = double(H[a]);
    return hasException() ? NULL : truth(holds(x));
  };
};

const FUNCTIONS: Record<string, (x: number) => number> = {
  acos: Math.acos,
  acosh: Math.acosh,
  asin: Math.asin,
  asinh: Math.asinh,
  atan: Math.atan,
  atanh: Math.atanh,
  cbrt: Math.cbrt,
  cos: Math.cos,
  degrees: (x) => x * (180 / Math.PI),
  erf: errorFunction,
  erfc: errorComplement,
  fabs: Math.abs,
  log1p: Math.log1p,
  radians: (x) => x * (Math.PI / 180),
  sin: Math.sin,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
  ulp: unitInLastPlace
};
const OVERFLOWING: Record<string, (x: number) => number> = {
  cosh: Math.cosh,
  exp: Math.exp,
  exp2,
  expm1: Math.expm1,
  sinh: Math.sinh
};

const table: Record<string, NativeFunction> = {};
for (const [name, compute] of Object.entries(FUNCTIONS)) table[`${name}(x, /)`] = unary(name, compute);
for (const [name, compute] of Object.entries(OVERFLOWING))
  table[`${name}(x, /)`] = unary(name, compute, true);
moduleFunctions("math", table);

moduleFunctions("math", {
  "gamma(x, /)": unary("gamma", gamma, true),
  "lgamma(x, /)": unary("lgamma", logGamma),
  "atan2(y, x, /)": binary("atan2", Math.atan2),
  "copysign(x, y, /)": binary("copysign", copySign),
  "fmod(x, y, /)": binary("fmod", (x, y) =>
    Number.isFinite(x) && !Number.isFinite(y) && !Number.isNaN(y) ? x : x % y
  ),
  "nextafter(x, y, /)": (a) => nextAfterAll(a),
  "pow(x, y, /)": (a) => power(a),
  "remainder(x, y, /)": binary("remainder", (x, y) =>
    y === 0 || !Number.isFinite(x) ? (Number.isNaN(y) ? y : Number.NaN) : ieeeRemainder(x, y)
  ),
  "isfinite(x, /)": test("isfinite", Number.isFinite),
  "isinf(x, /)": test("isinf", (x) => Math.abs(x) === Infinity),
  "isnan(x, /)": test("isnan", Number.isNaN),
  "floor(x, /)": (a) => rounded(H[a], FLOOR),
  "ceil(x, /)": (a) => rounded(H[a], CEIL),
  "trunc(x, /)": (a) => rounded(H[a], TRUNC),
  "frexp(x, /)": (a) => {
    const x = double(H[a]);
    if (hasException()) return NULL;
    const [fraction, exponent] = fractionAndExponent(x);
    return tupleOf(newFloat(fraction), newInt(exponent));
  },
  "ldexp(x, i, /)": (a) => loadExponent(H[a], H[a + 1]),
  "modf(x, /)": (a) => {
    const x = double(H[a]);
    if (hasException()) return NULL;
    const fraction = Number.isFinite(x) ? x % 1 : Number.isNaN(x) ? x : 0;
    return tupleOf(newFloat(copySign(fraction, x)), newFloat(Math.trunc(x)));
  },
  "log(x, base=, /)": (a) => {
    const numerator = logarithm(H[a], Math.log, Math.LN2);
    if (numerator === null) return NULL;
    if (H[a + 1] === NULL) return newFloat(numerator);
    const base = logarithm(H[a + 1], Math.log, Math.LN2);
    if (base === null) return NULL;
    return base === 0 ? raise(ZERO_DIVISION_ERROR, "float division by zero") : newFloat(numerator / base);
  },
  "log2(x, /)": (a) => {
    const value = logarithm(H[a], log2, 1);
    return value === null ? NULL : newFloat(value);
  },
  "log10(x, /)": (a) => {
    const value = logarithm(H[a], Math.log10, Math.LOG10E * Math.LN2);
    return value === null ? NULL : newFloat(value);
  },
  "isclose(a, b, *, rel_tol=, abs_tol=)": (a) => isClose(a)
});

const FLOOR = staticStr("floor");
const CEIL = staticStr("ceil");
const TRUNC = staticStr("trunc");

function rounded(value: number, name: number): number {
  if (isInt(value)) return plainValue(value);
  if (!isFloat(value)) return callPrelude(MATH_ROUND, [name, value]);
  const x = floatValue(value);
  return wholePart(name === FLOOR ? Math.floor(x) : name === CEIL ? Math.ceil(x) : x);
}

function nextAfterAll(a: number): number {
  const x = double(H[a]);
  const y = hasException() ? Number.NaN : double(H[a + 1]);
  return hasException() ? NULL : newFloat(nextAfter(x, y));
}

function power(a: number): number {
  const x = double(H[a]);
  const y = hasException() ? Number.NaN : double(H[a + 1]);
  if (hasException()) return NULL;
  const result = realPower(x, y);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return newFloat(result);
  if (Number.isNaN(result)) return domainError();
  return Number.isFinite(result) ? newFloat(result) : x === 0 ? domainError() : rangeError();
}

function loadExponent(value: number, exponent: number): number {
  const x = double(value);
  if (hasException()) return NULL;
  if (!isInt(exponent)) return raise(TYPE_ERROR, "Expected an int as second argument to ldexp.");
  const power = asNumber(exponent);
  const result = scaleByPowerOfTwo(x, Math.max(-1e6, Math.min(1e6, power)));
  return Number.isFinite(x) && !Number.isFinite(result) ? rangeError() : newFloat(result);
}

/** Exact at powers of two, which the engine's own function is not everywhere. */
function log2(x: number): number {
  const [fraction, exponent] = fractionAndExponent(x);
  return fraction === 0.5 ? exponent - 1 : Math.log2(x);
}

/** A logarithm of a number of any size; null with an exception set. `two` is the logarithm of 2. */
function logarithm(ref: number, log: (x: number) => number, two: number): number | null {
  if (!isNumber(ref)) {
    raise(TYPE_ERROR, `must be real number, not ${typeNameOf(ref)}`);
    return null;
  }
  const x = asNumber(ref);
  if (x <= 0) {
    domainError();
    return null;
  }
  if (Number.isFinite(x) || isFloat(ref)) return log(x);
  const value = bigIntValue(ref);
  const shift = bitLength(value) - 60;
  return log(Number(value >> BigInt(shift))) + shift * two;
}

function isClose(a: number): number {
  const x = double(H[a]);
  const y = hasException() ? Number.NaN : double(H[a + 1]);
  const relative = hasException() || H[a + 2] === NULL ? 1e-9 : double(H[a + 2]);
  const absolute = hasException() || H[a + 3] === NULL ? 0 : double(H[a + 3]);
  if (hasException()) return NULL;
  if (relative < 0 || absolute < 0) return raise(VALUE_ERROR, "tolerances must be non-negative");
  if (x === y) return truth(true);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return truth(false);
  const difference = Math.abs(x - y);
  return truth(
    difference <= Math.abs(relative * y) || difference <= Math.abs(relative * x) || difference <= absolute
  );
}

// ---- whole numbers -----------------------------------------------------------------------------------------------------

/** An int of any size; null with TypeError set. */
function whole(ref: number): bigint | null {
  if (isInt(ref)) return bigIntValue(ref);
  raise(TYPE_ERROR, `'${typeNameOf(ref)}' object cannot be interpreted as an integer`);
  return null;
}

function greatestCommonDivisor(x: bigint, y: bigint): bigint {
  let [a, b] = [x < 0n ? -x : x, y < 0n ? -y : y];
  while (b > 9007199254740991n) [a, b] = [b, a % b];
  if (b === 0n) return a;
  let [p, q] = [Number(b), Number(a % b)];
  while (q !== 0) [p, q] = [q, p % q];
  return BigInt(p);
}

/** Product of the integers in [low, high], by halves, so that the factors are of like size. */
function product(low: number, high: number): bigint {
  if (high - low > 16) {
    const middle = (low + high) >>> 1;
    return product(low, middle) * product(middle + 1, high);
  }
  let result = 1n;
  for (let k = low; k <= high; k++) result *= BigInt(k);
  return result;
}

/** The integer square root, by Newton's iteration from above. */
function squareRoot(n: bigint): bigint {
  if (n < 4503599627370496n) return BigInt(Math.floor(Math.sqrt(Number(n))));
  let x = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** Two arguments that must not be negative, for `comb` and `perm`; null with an exception set. */
function choices(a: number): [n: bigint, k: bigint] | null {
  const n = whole(H[a]);
  const k = n === null ? null : H[a + 1] === NULL ? n : whole(H[a + 1]);
  if (n === null || k === null) return null;
  if (n >= 0n && k >= 0n) return [n, k];
  raise(VALUE_ERROR, `${n < 0n ? "n" : "k"} must be a non-negative integer`);
  return null;
}

/** n * (n - 1) * ... of k factors. */
function falling(n: bigint, k: bigint): bigint {
  let result = 1n;
  for (let i = 0n; i < k; i++) result *= n - i;
  return result;
}

moduleFunctions("math", {
  "gcd(*integers)": (a, n) => {
    let result = 0n;
    for (let i = 0; i < n; i++) {
      const value = whole(H[a + i]);
      if (value === null) return NULL;
      result = greatestCommonDivisor(result, value);
    }
    return newBigInt(result);
  },
  "lcm(*integers)": (a, n) => {
    let result = 1n;
    for (let i = 0; i < n; i++) {
      const value = whole(H[a + i]);
      if (value === null) return NULL;
      result = value === 0n ? 0n : (result / greatestCommonDivisor(result, value)) * value;
      if (result < 0n) result = -result;
    }
    return newBigInt(result);
  },
  "factorial(n, /)": (a) => {
    const n = sizeArgument(H[a], 0);
    if (Number.isNaN(n)) return NULL;
    if (n < 0) return raise(VALUE_ERROR, "factorial() not defined for negative values");
    if (n > 2 ** 31) return raise(OVERFLOW_ERROR, "factorial() argument should not exceed 2147483647");
    return newBigInt(product(1, n));
  },
  "comb(n, k, /)": (a) => {
    const given = choices(a);
    if (given === null) return NULL;
    const [n, k] = given;
    if (k > n) return 0;
    const few = k * 2n > n ? n - k : k;
    return newBigInt(falling(n, few) / product(1, Number(few)));
  },
  "perm(n, k=, /)": (a) => {
    const given = choices(a);
    return given === null ? NULL : newBigInt(given[1] > given[0] ? 0n : falling(given[0], given[1]));
  },
  "isqrt(n, /)": (a) => {
    const n = whole(H[a]);
    if (n === null) return NULL;
    return n < 0n ? raise(VALUE_ERROR, "isqrt() argument must be nonnegative") : newBigInt(squareRoot(n));
  }
});

// ---- many numbers -------------------------------------------------------------------------------------------------------

/** All items as doubles; null with an exception set. */
function doubles(items: readonly number[]): number[] | null {
  const result: number[] = [];
  for (const item of items) {
    result.push(double(item));
    if (hasException()) return null;
  }
  return result;
}

/** Applies `compute` to the items of an iterable; one that only Python code can walk comes back as a list. */
function overItems(name: number, args: readonly number[], compute: (items: number[]) => number): number {
  const items = collect(args[0]);
  if (items === null) return callPrelude(MATH_ITERABLE, [name, ...args]);
  if (items.some((item) => !isNumber(item) && kindOf(item) === K_OBJECT)) {
    return inPython(name, newList(items), args.slice(1));
  }
  const result = compute(items);
  dropItems(items);
  return result;
}

/** Leaves the work to the prelude; the list of items is taken over. */
function inPython(name: number, list: number, rest: readonly number[]): number {
  const answer = callPrelude(MATH_ITERABLE, [name, list, ...rest]);
  DECREF(list);
  return answer;
}

const FSUM = staticStr("fsum");
const PROD = staticStr("prod");

moduleFunctions("math", {
  "hypot(*coordinates)": (a, n) => {
    const values = doubles(Array.from(H.subarray(a, a + n)));
    return values === null ? NULL : newLength(values);
  },
  "dist(p, q, /)": (a) => distance(H[a], H[a + 1]),
  "fsum(seq, /)": (a) =>
    overItems(FSUM, [H[a]], (items) => {
      const values = doubles(items);
      if (values === null) return NULL;
      const sum = exactSum(values);
      if (sum === "overflow") return raise(OVERFLOW_ERROR, "intermediate overflow in fsum");
      if (sum === "undefined") return raise(VALUE_ERROR, "-inf + inf in fsum");
      return newFloat(sum);
    }),
  "prod(iterable, /, *, start=)": (a) =>
    overItems(PROD, H[a + 1] === NULL ? [H[a]] : [H[a], H[a + 1]], (items) => multiplied(items, H[a + 1]))
});

function newLength(values: readonly number[]): number {
  const length = vectorLength(values);
  return Number.isFinite(length) || !values.every(Number.isFinite) ? newFloat(length) : rangeError();
}

function distance(p: number, q: number): number {
  const from = collect(p);
  const to = from === null ? null : collect(q);
  if (from === null || to === null) {
    if (from !== null) dropItems(from);
    return raise(TYPE_ERROR, "both points must be sequences of numbers");
  }
  const [x, y] = [doubles(from), hasException() ? null : doubles(to)];
  dropItems(from);
  dropItems(to);
  if (x === null || y === null) return NULL;
  if (x.length !== y.length) return raise(VALUE_ERROR, "both points must have the same number of dimensions");
  return newLength(x.map((value, i) => value - y[i]));
}

/** The product, as far as it is of numbers; else the prelude multiplies. */
function multiplied(items: readonly number[], start: number): number {
  let result = start === NULL ? 1 << 1 : shared(start);
  for (const item of items) {
    const next = builtinNumberOperation(MULTIPLY, result, item);
    DECREF(result);
    if (next === NEEDS_PYTHON)
      return inPython(PROD, newList(items.map(shared)), start === NULL ? [] : [start]);
    if (next === NULL) return NULL;
    result = next;
  }
  return result;
}

moduleValues("math", {
  pi: () => newFloat(Math.PI),
  e: () => newFloat(Math.E),
  tau: () => newFloat(2 * Math.PI),
  inf: () => newFloat(Infinity),
  nan: () => newFloat(Number.NaN)
});
