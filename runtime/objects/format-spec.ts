/** The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`. */
import {raise} from "./errors.ts";
import {VALUE_ERROR} from "./exceptions.ts";

export interface FormatSpec {
  fill: string;
  /** "<", ">", "^", "=" or "" when none is given. */
  align: string;
  /** A zero before the width: numbers are filled between sign and digits, when no alignment is given. */
  zero: boolean;
  /** "+", "-", " " or "" when none is given. */
  sign: string;
  /** `z`: a result of minus zero loses its sign. */
  plainZero: boolean;
  /** `#`. */
  alternate: boolean;
  /** -1: none. */
  width: number;
  /** ",", "_" or "". */
  grouping: string;
  /** -1: none. */
  precision: number;
  /** One letter, or "". */
  type: string;
}

const SYNTAX = /^(?:(.)?([<>=^]))?([ +-])?(z)?(#)?(0)?(\d+)?(,)?(_)?(?:(\.)(\d+)?)?([\s\S]*)$/su;
const LARGEST = 2 ** 63 - 1;

/** Specifications read lately: programs have few, and use them again and again. */
const known = new Map<string, FormatSpec>();
const KNOWN_MAX = 100;

/** Reads a specification; null with ValueError set when it is none. `typeName` is for messages. */
export function parseFormatSpec(spec: string, typeName: string): FormatSpec | null {
  const key = typeName + spec;
  const found = known.get(key);
  if (found !== undefined) return found;
  const read = readFormatSpec(spec, typeName);
  if (known.size === KNOWN_MAX) known.clear();
  if (read !== null) known.set(key, read);
  return read;
}

function readFormatSpec(spec: string, typeName: string): FormatSpec | null {
  const match = SYNTAX.exec(spec);
  if (match === null) return invalid(spec, typeName);
  const [, fill, align, sign, plainZero, alternate, zero, width, comma, underscore, dot, precision, type] =
    match;
  if (Number(width ?? 0) > LARGEST || Number(precision ?? 0) > LARGEST) {
    return refuse("Too many decimal digits in format string");
  }
  if (underscore !== undefined && (comma !== undefined || type.startsWith(","))) {
    return refuse("Cannot specify both ',' and '_'.");
  }
  if (dot !== undefined && precision === undefined) return refuse("Format specifier missing precision");
  if ([...type].length > 1) return invalid(spec, typeName);
  const grouping = comma ?? underscore ?? "";
  const groups =
    type === ""
      ? typeName !== "str"
      : "defgEG%F".includes(type) || (grouping === "_" && "boxX".includes(type));
  if (grouping !== "" && !groups) {
    return refuse(`Cannot specify '${grouping}' with '${type === "" ? "s" : shownCode(type)}'.`);
  }
  return {
    fill: fill ?? (zero === undefined ? " " : "0"),
    align: align ?? "",
    zero: zero !== undefined,
    sign: sign ?? "",
    plainZero: plainZero !== undefined,
    alternate: alternate !== undefined,
    width: width === undefined ? -1 : Number(width),
    grouping,
    precision: precision === undefined ? -1 : Number(precision),
    type
  };
}

function refuse(message: string): null {
  raise(VALUE_ERROR, message);
  return null;
}
const invalid = (spec: string, typeName: string) =>
  refuse(`Invalid format specifier '${spec}' for object of type '${typeName}'`);

const shownCode = (type: string) => {
  const point = type.codePointAt(0)!;
  return point > 32 && point < 128 ? type : `\\x${point.toString(16)}`;
};
export const unknownCode = (type: string, typeName: string) =>
  refuse(`Unknown format code '${shownCode(type)}' for object of type '${typeName}'`);

/** Puts text of `length` characters into the field's width. `defaultAlign` holds where the specification gives none. */
export function padded(text: string, spec: FormatSpec, defaultAlign: string): string {
  const missing = spec.width - lengthOf(text);
  if (missing <= 0) return text;
  const align = spec.align === "" ? defaultAlign : spec.align;
  const before = align === "<" ? 0 : align === "^" ? missing >> 1 : missing;
  return spec.fill.repeat(before) + text + spec.fill.repeat(missing - before);
}

/** Characters of a JavaScript string, surrogate pairs as one. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (
      unit >= 0xd800 &&
      unit < 0xdc00 &&
      i + 1 < text.length &&
      (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00
    ) {
      length--;
      i++;
    }
  }
  return length;
}

/**
 * A number's text in its field: sign and prefix, then the digits in groups, then the rest (fraction, exponent). With
 * `=` padding goes between prefix and digits, and zeros there are grouped too.
 */
export function numberField(
  sign: string,
  prefix: string,
  digits: string,
  rest: string,
  spec: FormatSpec,
  groupSize: number
): string {
  const lead = sign + prefix;
  const inside = spec.align === "=" || (spec.align === "" && spec.zero);
  const least = inside && spec.fill === "0" ? spec.width - lead.length - rest.length : 0;
  const body = spec.grouping === "" ? digits : grouped(digits, spec.grouping, groupSize, least);
  if (!inside) return padded(lead + body + rest, spec, ">");
  const missing = spec.width - lead.length - body.length - rest.length;
  return lead + spec.fill.repeat(Math.max(0, missing)) + body + rest;
}

/** Separates groups from the right, with leading zeros up to at least `least` characters. */
function grouped(digits: string, separator: string, size: number, least: number): string {
  let text = digits;
  const withSeparators = (n: number) => n + Math.floor((n - 1) / size);
  while (withSeparators(text.length) < least) text = `0${text}`;
  let result = text.slice(-size);
  for (let end = text.length - size; end > 0; end -= size) {
    result = text.slice(Math.max(0, end - size), end) + separator + result;
  }
  return result;
}
