/** Functions of the math module that JavaScript lacks, on doubles. */
import {fractionAndExponent, scaleByPowerOfTwo} from "../objects/float-arithmetic.ts";

const SQRT_PI = 1.7724538509055161;

/** Coefficients for g = 6.0247, 13 terms: Boost.Math, lanczos13m53 (after J. L. Spouge and G. R. Pugh). */
const LANCZOS_G = 6.02468004077673;
const LANCZOS_NUMERATOR = [
  2.5066282746310002, 210.82427775157936, 8071.672002365816, 186056.2653952235, 2876370.6289353725,
  31426415.585400194, 248874557.86205417, 1439720407.3117216, 6039542586.352028, 17921034426.03721,
  35711959237.35567, 42919803642.6491, 23531376880.41076
];
const LANCZOS_DENOMINATOR = [
  1, 66, 1925, 32670, 357423, 2637558, 13339535, 45995730, 105258076, 150917976, 120543840, 39916800, 0
];

/** Both polynomials by Horner's rule; in powers of 1/x for large x, so that neither overflows. */
function lanczosSum(x: number): number {
  let above = 0;
  let below = 0;
  const terms = LANCZOS_NUMERATOR.length;
  for (let i = 0; i < terms; i++) {
    const k = x < 5 ? i : terms - 1 - i;
    const factor = x < 5 ? x : 1 / x;
    above = above * factor + LANCZOS_NUMERATOR[k];
    below = below * factor + LANCZOS_DENOMINATOR[k];
  }
  return above / below;
}

/** sin(pi x), exact at multiples of a half. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const quarter = Math.round(2 * y);
  const rest = Math.PI * (y - quarter / 2);
  const value =
    quarter % 4 === 0
      ? Math.sin(rest)
      : quarter % 4 === 1
        ? Math.cos(rest)
        : quarter % 4 === 2
          ? -Math.sin(rest)
          : -Math.cos(rest);
  return x < 0 ? -value : value;
}

/** The gamma function; NaN at its poles, infinite beyond 171.6. */
export function gamma(x: number): number {
  if (x === 0 || (x < 0 && Number.isInteger(x)) || x === -Infinity) return Number.NaN;
  if (Number.isInteger(x) && x <= 23) {
    let product = 1;
    for (let k = 2; k < x; k++) product *= k;
    return product;
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinPi(x) : Infinity;
  const y = size + LANCZOS_G - 0.5;
  // What the sum that gave y has lost to rounding, carried to first order.
  const lost = size > LANCZOS_G - 0.5 ? y - size - (LANCZOS_G - 0.5) : y - (LANCZOS_G - 0.5) - size;
  const correction = (lost * LANCZOS_G) / y;
  const exponent = x < 0 ? 0.5 - size : size - 0.5;
  let result =
    x < 0
      ? ((-Math.PI / sinPi(size) / size) * Math.exp(y)) / lanczosSum(size)
      : lanczosSum(size) / Math.exp(y);
  result += x < 0 ? -correction * result : correction * result;
  if (size < 140) return result * y ** exponent;
  const root = y ** (exponent / 2);
  return result * root * root;
}

/** Logarithm of the gamma function's magnitude; infinite at its poles. */
export function logGamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Infinity : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -Math.log(size);
  const value =
    Math.log(lanczosSum(size)) - LANCZOS_G + (size - 0.5) * (Math.log(size + LANCZOS_G - 0.5) - 1);
  return x > 0 ? value : Math.log(Math.PI) - Math.log(Math.abs(sinPi(size))) - Math.log(size) - value;
}

/** The error function: its Taylor series near 0, a continued fraction elsewhere (Abramowitz and Stegun, 7.1.6, 7.1.14). */
export function errorFunction(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 1.5) return errorSeries(x);
  const tail = errorTail(Math.abs(x));
  return x > 0 ? 1 - tail : tail - 1;
}

/** 1 - erf(x) without cancellation. */
export function errorComplement(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 1.5) return 1 - errorSeries(x);
  const tail = errorTail(Math.abs(x));
  return x > 0 ? tail : 2 - tail;
}

function errorSeries(x: number): number {
  const square = x * x;
  let sum = 0;
  for (let k = 25.5; k > 1; k--) sum = 2 + (square * sum) / k;
  return (sum * x * Math.exp(-square)) / SQRT_PI;
}

function errorTail(x: number): number {
  if (x >= 30) return 0;
  const square = x * x;
  let [p, pBefore, q, qBefore] = [1, 0, square + 0.5, 1];
  let a = 0;
  let step = 0.5;
  for (let k = 0; k < 50; k++) {
    a += step;
    step += 2;
    const b = step + square;
    [p, pBefore] = [b * p - a * pBefore, p];
    [q, qBefore] = [b * q - a * qBefore, q];
  }
  return ((p / q) * x * Math.exp(-square)) / SQRT_PI;
}

/** IEEE 754 remainder: the quotient goes to the nearest integer, to the even one in the middle. */
export function ieeeRemainder(x: number, y: number): number {
  if (!Number.isFinite(y)) return Number.isNaN(y) ? y : x;
  const size = Math.abs(y);
  const rest = Math.abs(x) % size;
  const other = size - rest;
  let result = rest;
  if (rest > other) result = -other;
  else if (rest === other) result = rest - 2 * ((0.5 * (Math.abs(x) - rest)) % size);
  return x < 0 || Object.is(x, -0) ? -result : result;
}

const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/** The next double after x on the way to y. */
export function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  double[0] = x;
  bits[0] += x < y === x > 0 ? 1n : -1n;
  return double[0];
}

/** Value of the least significant bit. */
export function unitInLastPlace(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(size)) return size;
  const next = nextAfter(size, Infinity);
  return next === Infinity ? size - nextAfter(size, 0) : next - size;
}

/** 2**x, where the fraction alone is left to the engine's power. */
export function exp2(x: number): number {
  return Number.isInteger(x) && Math.abs(x) < 1100 ? scaleByPowerOfTwo(1, x) : 2 ** x;
}

/**
 * Euclidean length: scaled by a power of two so that no square overflows, with the squares' and sums' rounding errors
 * carried along (Dekker 1971, Neumaier 1974).
 */
export function vectorLength(values: readonly number[]): number {
  let largest = 0;
  let hasNan = false;
  for (const value of values) {
    if (Number.isNaN(value)) hasNan = true;
    else largest = Math.max(largest, Math.abs(value));
  }
  if (largest === Infinity) return Infinity;
  if (hasNan) return Number.NaN;
  if (largest === 0) return 0;
  const [, exponent] = fractionAndExponent(largest);
  let sum = 0;
  let error = 0;
  for (const value of values) {
    const x = scaleByPowerOfTwo(Math.abs(value), -exponent);
    const [square, low] = exactSquare(x);
    const next = sum + square;
    error += (sum >= square ? sum - next + square : square - next + sum) + low;
    sum = next;
  }
  let root = Math.sqrt(sum + error);
  const [square, low] = exactSquare(root);
  root += (sum - square + (error - low)) / (2 * root);
  return scaleByPowerOfTwo(root, exponent);
}

/** The square as the sum of two doubles. */
function exactSquare(x: number): [high: number, low: number] {
  const split = 134217729 * x;
  const high = split - (split - x);
  const low = x - high;
  const square = x * x;
  return [square, high * high - square + 2 * high * low + low * low];
}

/**
 * The correctly rounded sum (J. R. Shewchuk, "Adaptive precision floating-point arithmetic", 1997).
 * "undefined" when infinities of both signs are among the values, "overflow" when a partial sum is too large.
 */
export function exactSum(values: readonly number[]): number | "overflow" | "undefined" {
  const partials: number[] = [];
  let special = 0;
  let infinities = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) {
      special += value;
      if (!Number.isNaN(value)) infinities += value;
      continue;
    }
    let x = value;
    let kept = 0;
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    if (!Number.isFinite(x)) return "overflow";
    partials.length = kept;
    partials.push(x);
  }
  if (Number.isNaN(infinities)) return "undefined";
  return special !== 0 ? special : sumOfPartials(partials);
}

/** The partial sums do not overlap: the largest ones decide, the next one's sign settles a middle. */
function sumOfPartials(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n];
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n];
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
    const twice = low * 2;
    const rounded = high + twice;
    if (rounded - high === twice) return rounded;
  }
  return high;
}
