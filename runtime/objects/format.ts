/** `format(value, spec)` for built-in values. */
import {HeapExhausted} from "../memory/heap.ts";
import {tooLarge} from "./arithmetic.ts";
import {raise} from "./errors.ts";
import {OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {exponentText, fixedText, floatText, generalText, withoutTrailingZeros} from "./float-text.ts";
import type {FormatSpec} from "./format-spec.ts";
import {numberField, padded, parseFormatSpec, unknownCode} from "./format-spec.ts";
import {specialOf, typeNameOf} from "./inspect.ts";
import {K_BOOL, K_FLOAT, K_INT, K_STR} from "./kinds.ts";
import {SPECIAL_FORMAT} from "./layout.ts";
import {floatValue, intAsNumber, kindOf} from "./numbers.ts";
import {magnitudeText} from "./parse-number.ts";
import {strSimple} from "./repr.ts";
import {text} from "./text.ts";

/** Widest field and most decimals that are tried. */
const LARGEST_FIELD = 2 ** 28;

/**
 * `format(value, spec)`, or null: with an exception set, or because Python code is needed (`hasException` tells).
 */
export function formatSimple(value: number, spec: string): string | null {
  if ((specialOf(value) & SPECIAL_FORMAT) !== 0) return null;
  return builtinFormat(value, spec);
}

/** The same by the built-in type's own rules, whatever a subclass overrides. */
export function builtinFormat(value: number, spec: string): string | null {
  if (spec === "") return strSimple(value);
  const kind = kindOf(value);
  if (kind === K_STR) return formatStr(text(value), spec);
  if (kind !== K_INT && kind !== K_BOOL && kind !== K_FLOAT) {
    raise(TYPE_ERROR, `unsupported format string passed to ${typeNameOf(value)}.__format__`);
    return null;
  }
  const parsed = parseFormatSpec(spec, typeNameOf(value));
  if (parsed === null) return null;
  limitField(parsed);
  return kind === K_FLOAT ? formatDouble(floatValue(value), parsed, "float") : formatInt(value, parsed);
}

function refuse(message: string): null {
  raise(VALUE_ERROR, message);
  return null;
}

function limitField(spec: FormatSpec): void {
  if (spec.width > LARGEST_FIELD || spec.precision > LARGEST_FIELD)
    throw new HeapExhausted("a field that wide");
}

/** `format` of text; null with ValueError set. */
export function formatStr(value: string, spec: string): string | null {
  if (spec === "") return value;
  const parsed = parseFormatSpec(spec, "str");
  if (parsed === null) return null;
  limitField(parsed);
  return formatText(value, parsed);
}

function formatText(value: string, spec: FormatSpec): string | null {
  if (spec.type !== "" && spec.type !== "s") return unknownCode(spec.type, "str");
  if (spec.sign === " ") return refuse("Space not allowed in string format specifier");
  if (spec.sign !== "") return refuse("Sign not allowed in string format specifier");
  if (spec.plainZero) return refuse("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return refuse("Alternate form (#) not allowed in string format specifier");
  if (spec.grouping !== "") return refuse(`Cannot specify '${spec.grouping}' with 's'.`);
  if (spec.align === "=") return refuse("'=' alignment not allowed in string format specifier");
  const shown = spec.precision >= 0 ? [...value].slice(0, spec.precision).join("") : value;
  return padded(shown, spec, "<");
}

const RADIX: Record<string, number> = {b: 2, o: 8, x: 16, X: 16, d: 10, n: 10, "": 10};

function formatInt(value: number, spec: FormatSpec): string | null {
  if (spec.type !== "" && "eEfFgG%".includes(spec.type)) {
    const double = intAsNumber(value);
    if (Number.isFinite(double)) return formatDouble(double, spec, "int");
    tooLarge();
    return null;
  }
  if (spec.type !== "c" && RADIX[spec.type] === undefined) return unknownCode(spec.type, typeNameOf(value));
  if (spec.precision >= 0) return refuse("Precision not allowed in integer format specifier");
  if (spec.plainZero) return refuse("Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type === "c") return formatCharacter(value, spec);
  const radix = RADIX[spec.type];
  const digits = magnitudeText(value, radix);
  if (digits === null) return null;
  const upper = spec.type === "X";
  const prefix = spec.alternate && radix !== 10 ? `0${spec.type}` : "";
  const sign = intAsNumber(value) < 0 ? "-" : spec.sign === "-" ? "" : spec.sign;
  return numberField(sign, prefix, upper ? digits.toUpperCase() : digits, "", spec, radix === 10 ? 3 : 4);
}

function formatCharacter(value: number, spec: FormatSpec): string | null {
  if (spec.sign !== "") return refuse("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return refuse("Alternate form (#) not allowed with integer format specifier 'c'");
  const point = intAsNumber(value);
  if (Math.abs(point) >= 2 ** 63) {
    raise(OVERFLOW_ERROR, "Python int too large to convert to C long");
    return null;
  }
  if (!(point >= 0 && point < 0x110000)) {
    raise(OVERFLOW_ERROR, "%c arg not in range(0x110000)");
    return null;
  }
  return padded(String.fromCodePoint(point), spec, ">");
}

function formatDouble(value: number, spec: FormatSpec, name: string): string | null {
  if (spec.type !== "" && !"eEfFgGn%".includes(spec.type)) return unknownCode(spec.type, name);
  let body = doubleDigits(value, spec);
  let negative = value < 0 || Object.is(value, -0);
  if (spec.plainZero && /^[0.]+(?:e.*)?%?$/.test(body)) negative = false;
  const sign = negative ? "-" : spec.sign === "-" ? "" : spec.sign;
  if (spec.type === "E" || spec.type === "F" || spec.type === "G") body = body.toUpperCase();
  const whole = /^[0-9]*/.exec(body)![0];
  // Infinities and NaN are never grouped.
  if (whole === "") return numberField(sign, "", body, "", {...spec, grouping: ""}, 3);
  return numberField(sign, "", whole, body.slice(whole.length), spec, 3);
}

/** Digits of the magnitude in the notation that the type letter asks for. */
function doubleDigits(value: number, spec: FormatSpec): string {
  if (!Number.isFinite(value)) return (Number.isNaN(value) ? "nan" : "inf") + (spec.type === "%" ? "%" : "");
  const size = Math.abs(value);
  const precision = spec.precision < 0 ? 6 : spec.precision;
  switch (spec.type.toLowerCase()) {
    case "e":
      return withPoint(exponentText(size, precision), spec.alternate);
    case "f":
      return withPoint(fixedText(size, precision), spec.alternate);
    case "%": {
      const hundredfold = size * 100;
      const text = Number.isFinite(hundredfold) ? fixedText(hundredfold, precision) : "inf";
      return `${withPoint(text, spec.alternate)}%`;
    }
    case "":
      return spec.precision < 0
        ? plainDigits(size, spec.alternate)
        : shortDigits(size, precision, spec.alternate);
    default: {
      const text = generalText(size, Math.max(1, precision));
      return spec.alternate ? withPoint(text, true) : withoutTrailingZeros(text);
    }
  }
}

/** `#` keeps a point that has no digits behind it. */
const withPoint = (text: string, keep: boolean) =>
  !keep || text.includes(".") ? text : text.replace(/^\d+/, "$&.");

const plainDigits = (size: number, alternate: boolean) => withPoint(floatText(size), alternate);

/** No type letter but a precision: like `g`, with at least one digit behind the point. */
function shortDigits(size: number, precision: number, alternate: boolean): string {
  const digits = Math.max(1, precision);
  const scientific = exponentText(size, digits - 1);
  const exponent = size === 0 ? 0 : Number(scientific.slice(scientific.indexOf("e") + 1));
  // One digit behind the point takes a place: exponent form begins one digit earlier than with `g`.
  const text = exponent < -4 || exponent >= digits - 1 ? scientific : fixedText(size, digits - 1 - exponent);
  if (alternate) return withPoint(text, true);
  const short = withoutTrailingZeros(text);
  return short.includes("e") || short.includes(".") ? short : `${short}.0`;
}

/** For code that formats a double by a letter with flags that it handles itself (`%`-formatting). */
export function doubleText(value: number, type: string, precision: number, alternate: boolean): string {
  const spec = {type, precision, alternate} as FormatSpec;
  const body = doubleDigits(value, spec);
  return type === "E" || type === "F" || type === "G" ? body.toUpperCase() : body;
}
