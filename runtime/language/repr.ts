// How Python writes a constant.

import {type Code, type Constant, ELLIPSIS, isCode, isFrozenSet} from "./code.ts";

/** The text of Python's `repr()`; `nameCode` writes code objects. */
export function repr(value: Constant, nameCode: (code: Code) => string): string {
  if (value === null) return "None";
  if (value === ELLIPSIS) return "Ellipsis";
  switch (typeof value) {
    case "boolean":
      return value ? "True" : "False";
    case "bigint":
      return String(value);
    case "number":
      return reprFloat(value);
    case "string":
      return reprText(value);
    default:
      break;
  }
  if (value instanceof Uint8Array) return reprBytes(value);
  if (isCode(value)) return nameCode(value);
  if (isFrozenSet(value)) return reprFrozenSet(value.frozenset.map((item) => repr(item, nameCode)));
  const items = (value as Constant[]).map((item) => repr(item, nameCode));
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
}

function reprFrozenSet(items: string[]): string {
  return items.length === 0 ? "frozenset()" : `frozenset({${[...new Set(items)].join(", ")}})`;
}

/** The shortest decimal that reads back as the same float, with an exponent where Python writes one. */
export function reprFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const [mantissa, exponentText] = value.toExponential().split("e");
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const digits = String(Math.abs(exponent)).padStart(2, "0");
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
  }
  const text =
    exponent < 0
      ? value.toFixed(Math.max(0, mantissa.replace(/[-.]/g, "").length - 1 - exponent))
      : String(value);
  return text.includes(".") ? text : `${text}.0`;
}

const NAMED: Record<string, string> = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"};

function quoteFor(text: string): string {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}

function reprText(text: string): string {
  const quote = quoteFor(text);
  let result = "";
  for (const character of text) {
    if (character === quote) result += `\\${quote}`;
    else if (NAMED[character] !== undefined) result += NAMED[character];
    else if (character === " " || !/[\p{C}\p{Z}]/u.test(character)) result += character;
    else result += escapeCodePoint(character.codePointAt(0)!);
  }
  return quote + result + quote;
}

function escapeCodePoint(point: number): string {
  const hex = point.toString(16);
  if (point <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return point <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

function reprBytes(bytes: Uint8Array): string {
  const quote = quoteFor(String.fromCharCode(...bytes));
  let result = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === quote) result += `\\${quote}`;
    else if (NAMED[character] !== undefined) result += NAMED[character];
    else result += byte >= 32 && byte < 127 ? character : escapeCodePoint(byte);
  }
  return `b${quote}${result}${quote}`;
}
