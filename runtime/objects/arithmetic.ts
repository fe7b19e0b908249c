/** Arithmetic operators on numbers of any mix of int, bool and float. */
import {H} from "../memory/heap.ts";
import {raise, tupleOf} from "./errors.ts";
import {OVERFLOW_ERROR, TYPE_ERROR, ZERO_DIVISION_ERROR} from "./exceptions.ts";
import {floatFloorQuotient, floatOperation, floatRemainder} from "./float-arithmetic.ts";
import {
  bigFloorQuotient,
  bigFloorRemainder,
  bigIntegers,
  exactIntegers,
  powerModulo
} from "./int-arithmetic.ts";
import {FALSE, K_BOOL, K_FLOAT, K_INT, TRUE} from "./kinds.ts";
import {NEEDS_PYTHON, SPECIAL_NUMBER, TYPE, TYPE_KIND, TYPE_SPECIAL} from "./layout.ts";
import {bigIntValue, floatValue, intAsNumber, isInt, newBigInt, newFloat, newInt} from "./numbers.ts";
import {AND, IN_PLACE, OR, XOR} from "./operators.ts";

const SAFE = Number.MAX_SAFE_INTEGER;
const kind = (ref: number) => ((ref & 1) === 0 ? K_INT : H[H[(ref >> 2) + TYPE] + TYPE_KIND]);
const isNumber = (k: number) => k === K_INT || k === K_FLOAT || k === K_BOOL;
const special = (ref: number) => ((ref & 1) === 0 ? 0 : H[H[(ref >> 2) + TYPE] + TYPE_SPECIAL]);

/**
 * `a op b`, where `op` is an argument of BINARY_OP.
 * Answers a new reference; NULL with an exception; or NEEDS_PYTHON when an operand is no number, its class overrides
 * arithmetic, or numbers have no such operator.
 */
export function numberOperation(op: number, a: number, b: number): number {
  if (((special(a) | special(b)) & SPECIAL_NUMBER) !== 0) return NEEDS_PYTHON;
  return builtinNumberOperation(op, a, b);
}

/** The same by the built-in types' own rules, whatever a subclass overrides. */
export function builtinNumberOperation(op: number, a: number, b: number): number {
  const code = op < IN_PLACE ? op : op - IN_PLACE;
  if (((a | b) & 1) === 0) return exactIntegers(code, a >> 1, b >> 1);
  const p = kind(a);
  const q = kind(b);
  if (!isNumber(p) || !isNumber(q)) return NEEDS_PYTHON;
  if (p === K_FLOAT || q === K_FLOAT) {
    const x = p === K_FLOAT ? floatValue(a) : intAsNumber(a);
    const y = q === K_FLOAT ? floatValue(b) : intAsNumber(b);
    if ((p !== K_FLOAT && !Number.isFinite(x)) || (q !== K_FLOAT && !Number.isFinite(y))) return tooLarge();
    return floatOperation(code, x, y);
  }
  const x = intAsNumber(a);
  const y = intAsNumber(b);
  if (p === K_BOOL && q === K_BOOL && (code === AND || code === OR || code === XOR)) {
    return (code === AND ? x & y : code === OR ? x | y : x ^ y) === 1 ? truth(true) : truth(false);
  }
  if (x <= SAFE && x >= -SAFE && y <= SAFE && y >= -SAFE) return exactIntegers(code, x, y);
  return bigIntegers(code, bigIntValue(a), bigIntValue(b));
}

/** A new reference to True or False. */
export function truth(value: boolean): number {
  const ref = value ? TRUE : FALSE;
  H[ref >> 2]++;
  return ref;
}

export const tooLarge = () => raise(OVERFLOW_ERROR, "int too large to convert to float");

/** A number as a double. NaN with OverflowError set when an int is too large (test with `hasException`). */
export function toDouble(ref: number): number {
  if (kind(ref) === K_FLOAT) return floatValue(ref);
  const value = intAsNumber(ref);
  if (Number.isFinite(value)) return value;
  tooLarge();
  return Number.NaN;
}

/** Operators of `unaryNumber`. */
export const UNARY_POSITIVE = 0;
export const UNARY_NEGATIVE = 1;
export const UNARY_INVERT = 2;

/** `+a`, `-a` or `~a`. Answers a new reference or NEEDS_PYTHON. */
export function unaryNumber(op: number, a: number): number {
  if ((special(a) & SPECIAL_NUMBER) !== 0) return NEEDS_PYTHON;
  return builtinUnaryNumber(op, a);
}

export function builtinUnaryNumber(op: number, a: number): number {
  const k = kind(a);
  if (k === K_FLOAT) {
    if (op === UNARY_INVERT) return NEEDS_PYTHON;
    return newFloat(op === UNARY_NEGATIVE ? -floatValue(a) : floatValue(a));
  }
  if (!isNumber(k)) return NEEDS_PYTHON;
  const value = intAsNumber(a);
  if (Math.abs(value) < SAFE)
    return newInt(op === UNARY_NEGATIVE ? -value : op === UNARY_INVERT ? -1 - value : value);
  const big = bigIntValue(a);
  return newBigInt(op === UNARY_NEGATIVE ? -big : op === UNARY_INVERT ? ~big : big);
}

/** Whether an int or bool is not zero. */
export const intTruth = (ref: number) => intAsNumber(ref) !== 0;

/** `divmod(a, b)`: a tuple, NULL, or NEEDS_PYTHON. */
export function divideNumbers(a: number, b: number): number {
  const p = kind(a);
  const q = kind(b);
  if (!isNumber(p) || !isNumber(q)) return NEEDS_PYTHON;
  if (p === K_FLOAT || q === K_FLOAT) {
    const x = p === K_FLOAT ? floatValue(a) : intAsNumber(a);
    const y = q === K_FLOAT ? floatValue(b) : intAsNumber(b);
    if ((p !== K_FLOAT && !Number.isFinite(x)) || (q !== K_FLOAT && !Number.isFinite(y))) return tooLarge();
    if (y === 0) return raise(ZERO_DIVISION_ERROR, "float divmod()");
    return tupleOf(newFloat(floatFloorQuotient(x, y)), newFloat(floatRemainder(x, y)));
  }
  const x = bigIntValue(a);
  const y = bigIntValue(b);
  if (y === 0n) return raise(ZERO_DIVISION_ERROR, "integer division or modulo by zero");
  return tupleOf(newBigInt(bigFloorQuotient(x, y)), newBigInt(bigFloorRemainder(x, y)));
}

/** `pow(a, b, modulus)`: a new reference, NULL, or NEEDS_PYTHON when an operand is no number. */
export function powerNumbers(a: number, b: number, modulus: number): number {
  if (!isInt(a) || !isInt(b) || !isInt(modulus)) {
    if (!isNumber(kind(a)) || !isNumber(kind(b)) || !isNumber(kind(modulus))) return NEEDS_PYTHON;
    return raise(TYPE_ERROR, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return powerModulo(bigIntValue(a), bigIntValue(b), bigIntValue(modulus));
}
