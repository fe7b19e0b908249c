// Arithmetic on constants while compiling. Whatever would raise, grow large, or not be exact gives undefined and is
// left to the interpreter.

import {type Constant, ELLIPSIS, isCode, isFrozenSet} from "./code.ts";

const MAX_INT_BITS = 128;
const MAX_ITEMS = 256;
const MAX_TEXT = 4096;

type Numeric = bigint | number;

/** The result of an operator with one operand, or undefined. */
export function unary(op: string, value: Constant): Constant | undefined {
  if (op === "not") return !truth(value);
  const number = numeric(value);
  if (number === undefined) return undefined;
  if (op === "-") return typeof number === "bigint" ? -number : -number;
  if (op === "+") return number;
  return typeof number === "bigint" ? ~number : undefined;
}

/** The result of an operator with two operands, or undefined. */
export function binary(op: string, left: Constant, right: Constant): Constant | undefined {
  const a = numeric(left);
  const b = numeric(right);
  if (typeof a === "bigint" && typeof b === "bigint") {
    if (typeof left === "boolean" && typeof right === "boolean" && "&|^".includes(op)) {
      return integer(op, a, b) === 1n;
    }
    return integer(op, a, b);
  }
  if (a !== undefined && b !== undefined) return float(op, a, b);
  if (op === "+") return concatenate(left, right);
  if (op === "*" && typeof b === "bigint") return repeat(left, b);
  if (op === "*" && typeof a === "bigint") return repeat(right, a);
  return undefined;
}

/** The element of a constant at a constant index, or undefined. */
export function element(value: Constant, index: Constant): Constant | undefined {
  const number = numeric(index);
  if (typeof number !== "bigint") return undefined;
  if (typeof value === "string") return at([...value], number);
  if (value instanceof Uint8Array) {
    const byte = at([...value], number);
    return byte === undefined ? undefined : BigInt(byte);
  }
  return Array.isArray(value) ? at(value, number) : undefined;
}

function at<T>(list: T[], index: bigint): T | undefined {
  return index >= -list.length && index < list.length ? list.at(Number(index)) : undefined;
}

/** Whether Python takes a constant for true. */
export function truth(value: Constant): boolean {
  if (value === null) return false;
  if (value === ELLIPSIS) return true;
  switch (typeof value) {
    case "boolean":
      return value;
    case "bigint":
      return value !== 0n;
    case "number":
      return value !== 0;
    case "string":
      return value.length > 0;
    default:
      break;
  }
  if (isCode(value)) return true;
  return (isFrozenSet(value) ? value.frozenset : (value as Constant[])).length > 0;
}

function numeric(value: Constant): Numeric | undefined {
  if (typeof value === "boolean") return value ? 1n : 0n;
  return typeof value === "bigint" || typeof value === "number" ? value : undefined;
}

function bits(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
}

function integer(op: string, a: bigint, b: bigint): Numeric | undefined {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a !== 0n && b !== 0n && bits(a) + bits(b) > MAX_INT_BITS ? undefined : a * b;
    case "/":
      return b === 0n || !exact(a) || !exact(b) ? undefined : Number(a) / Number(b);
    case "//":
      return b === 0n ? undefined : floorDivide(a, b);
    case "%":
      return b === 0n ? undefined : a - floorDivide(a, b) * b;
    case "**":
      return power(a, b);
    case "<<":
      if (b < 0n || (a !== 0n && BigInt(bits(a)) + b > BigInt(MAX_INT_BITS))) return undefined;
      return a === 0n ? 0n : a << b;
    case ">>":
      return b < 0n ? undefined : a >> b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    case "&":
      return a & b;
    default:
      return undefined;
  }
}

function exact(value: bigint): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function power(a: bigint, b: bigint): Numeric | undefined {
  if (b < 0n) return a === 0n || !exact(a) || !exact(b) ? undefined : Number(a) ** Number(b);
  if (a !== 0n && b > 0n && BigInt(bits(a)) > BigInt(MAX_INT_BITS) / b) return undefined;
  return a === 0n && b > 0n ? 0n : a ** b;
}

function float(op: string, left: Numeric, right: Numeric): number | undefined {
  const a = Number(left);
  const b = Number(right);
  if (
    (typeof left === "bigint" && !Number.isFinite(a)) ||
    (typeof right === "bigint" && !Number.isFinite(b))
  ) {
    return undefined;
  }
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? undefined : a / b;
    case "//":
      return b === 0 ? undefined : floorDivideFloats(a, b);
    case "%":
      return b === 0 ? undefined : modulo(a, b);
    case "**": {
      const result = a ** b;
      return Number.isFinite(result) && !(a < 0 && !Number.isInteger(b)) ? result : undefined;
    }
    default:
      return undefined;
  }
}

/** The remainder with the sign of the divisor. */
function modulo(a: number, b: number): number {
  const remainder = a % b;
  if (remainder === 0) return b < 0 ? -0 : 0;
  return remainder < 0 !== b < 0 ? remainder + b : remainder;
}

function floorDivideFloats(a: number, b: number): number {
  const remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && remainder < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function concatenate(left: Constant, right: Constant): Constant | undefined {
  if (typeof left === "string" && typeof right === "string") return left + right;
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Uint8Array.from([...left, ...right]);
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  return undefined;
}

function repeat(value: Constant, count: bigint): Constant | undefined {
  const text = typeof value === "string";
  if (!text && !(value instanceof Uint8Array) && !Array.isArray(value)) return undefined;
  const length = text ? [...value].length : value.length;
  const limit = Array.isArray(value) ? MAX_ITEMS : MAX_TEXT;
  if (length > 0 && (count < 0n || count > BigInt(Math.floor(limit / length)))) return undefined;
  if (length === 0) return value;
  const times = Number(count);
  if (text) return value.repeat(times);
  const items = Array.from({length: times}, () => [...(value as Iterable<Constant>)]).flat();
  return value instanceof Uint8Array ? Uint8Array.from(items as unknown as number[]) : items;
}
