/** `template % arguments` for str and bytes. */

import {DECREF} from "../memory/counts.ts";
import {H, HeapExhausted} from "../memory/heap.ts";
import {tooLarge} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {hasException, raise, raiseWith} from "./errors.ts";
import {KEY_ERROR, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {notFinite} from "./float-text.ts";
import {doubleText} from "./format.ts";
import {lengthOf} from "./format-spec.ts";
import {specialOf, typeNameOf, typeOf} from "./inspect.ts";
import {
  K_BYTES,
  K_DICT,
  K_FLOAT,
  K_LIST,
  K_OBJECT,
  K_RANGE,
  K_STR,
  K_TUPLE,
  T_MAPPINGPROXY
} from "./kinds.ts";
import {ENTRY_VALUE, NULL, SPECIAL_ITEM, SPECIAL_NUMBER, TUPLE_ITEMS, TUPLE_LENGTH} from "./layout.ts";
import {moduleFunctions} from "./native.ts";
import {asNumber, floatValue, intAsNumber, isFloat, isInt, kindOf} from "./numbers.ts";
import {magnitudeText} from "./parse-number.ts";
import {
  ASK_BYTES,
  ASK_FLOAT,
  ASK_INDEX,
  ASK_INTEGER,
  ASK_ITEM,
  ASK_REPR,
  ASK_STR,
  ask,
  startAsking,
  takeQuestion
} from "./questions.ts";
import {reprSimple, strSimple} from "./repr.ts";
import {toAscii} from "./str-repr.ts";
import {lookup} from "./table.ts";
import {bytesValue, newBytes, newStr, staticStr, text} from "./text.ts";

const PERCENT = staticStr("_percent");
/** Widest field that is tried. */
const LARGEST_FIELD = 2 ** 28;

/** `template % args`: a new str or bytes, NULL, or TAIL when Python code must convert a value. */
export function percentFormat(template: number, args: number): number {
  const result = attempt(template, args, NULL);
  const question = takeQuestion();
  if (question === NULL) return result;
  DECREF(question);
  return callPrelude(PERCENT, [template, args]);
}

moduleFunctions("_prelude", {
  /** The formatted text, or the next question as a tuple. */
  "_percent_try(template, args, answers)": (a) => {
    const result = attempt(H[a], H[a + 1], H[a + 2]);
    const question = takeQuestion();
    return question === NULL ? result : question;
  }
});

/** One run over the template, with the state that the directives share. */
interface Run {
  bytes: boolean;
  args: number;
  /** Next of a tuple's items; for a single value 0, then 1. */
  next: number;
  count: number;
  single: boolean;
  mapping: boolean;
}

interface Directive {
  left: boolean;
  sign: string;
  alternate: boolean;
  zero: boolean;
  width: number;
  precision: number;
}

function attempt(template: number, args: number, answers: number): number {
  startAsking(answers);
  const bytes = kindOf(template) === K_BYTES;
  const single = kindOf(args) !== K_TUPLE;
  const count = single ? 1 : H[(args >> 2) + TUPLE_LENGTH];
  const run: Run = {bytes, args, next: 0, count, single, mapping: isMapping(args)};
  const result = expand(bytes ? latinText(template) : text(template), run);
  if (result === null) return NULL;
  if (run.next < run.count && !run.mapping) {
    const what = bytes ? "bytes" : "string";
    return raise(TYPE_ERROR, `not all arguments converted during ${what} formatting`);
  }
  return bytes ? newBytes(Uint8Array.from(result, (c) => c.charCodeAt(0))) : newStr(result);
}

function latinText(bytes: number): string {
  let result = "";
  for (const byte of bytesValue(bytes)) result += String.fromCharCode(byte);
  return result;
}

/** What a template may ask for keys: anything with items but tuples and text. */
function isMapping(args: number): boolean {
  const kind = kindOf(args);
  if (kind === K_OBJECT) return (specialOf(args) & SPECIAL_ITEM) !== 0;
  return (
    kind === K_DICT ||
    kind === K_LIST ||
    kind === K_RANGE ||
    kind === K_BYTES ||
    typeOf(args) === T_MAPPINGPROXY
  );
}

/** The whole template, or null: an exception or a question. */
function expand(template: string, run: Run): string | null {
  let result = "";
  for (let i = 0; ; ) {
    const at = template.indexOf("%", i);
    if (at < 0) return result + template.slice(i);
    result += template.slice(i, at);
    if (template[at + 1] === "%") {
      result += "%";
      i = at + 2;
      continue;
    }
    const field = directive(template, at + 1, run);
    if (field === null) return null;
    result += field.text;
    i = field.end;
  }
}

function failed(type: number, message: string): null {
  raise(type, message);
  return null;
}

/** Reads the directive behind a `%` at `start` and formats its value. */
function directive(template: string, start: number, run: Run): {text: string; end: number} | null {
  const flags: Directive = {left: false, sign: "", alternate: false, zero: false, width: -1, precision: -1};
  let i = start;
  let value = NULL;
  if (template[i] === "(") {
    const end = keyEnd(template, i);
    if (end < 0)
      return run.mapping
        ? failed(VALUE_ERROR, "incomplete format key")
        : failed(TYPE_ERROR, "format requires a mapping");
    if (!run.mapping) return failed(TYPE_ERROR, "format requires a mapping");
    value = itemForKey(run, template.slice(i + 1, end));
    if (value === NULL) return null;
    i = end + 1;
  }
  for (; "-+ #0".includes(template[i] ?? "x"); i++) setFlag(flags, template[i]);
  const width = measure(template, i, run);
  if (width === null) return null;
  i = width.end;
  flags.width = Math.abs(width.value);
  if (width.value < 0 && width.given) flags.left = true;
  if (!width.given) flags.width = -1;
  if (template[i] === ".") {
    const precision = measure(template, i + 1, run);
    if (precision === null) return null;
    i = precision.end;
    flags.precision = Math.max(0, precision.value);
  }
  if (flags.precision > 2147483647) return failed(VALUE_ERROR, "precision too big");
  if (flags.width > LARGEST_FIELD || flags.precision > LARGEST_FIELD)
    throw new HeapExhausted("a field that wide");
  if ("hlL".includes(template[i] ?? "x")) i++;
  if (i >= template.length) return failed(VALUE_ERROR, "incomplete format");
  const code = String.fromCodePoint(template.codePointAt(i)!);
  if (value === NULL) value = nextValue(run);
  if (value === NULL) return null;
  const index = lengthOf(template.slice(0, i));
  const body = converted(code, value, flags, run, index);
  return body === null ? null : {text: body, end: i + code.length};
}

/** Position of the `)` that closes the key's `(`, -1 for none. */
function keyEnd(template: string, start: number): number {
  let depth = 0;
  for (let i = start; i < template.length; i++) {
    if (template[i] === "(") depth++;
    else if (template[i] === ")" && --depth === 0) return i;
  }
  return -1;
}

function setFlag(flags: Directive, flag: string): void {
  if (flag === "-") flags.left = true;
  else if (flag === "+") flags.sign = "+";
  else if (flag === " ") flags.sign = flags.sign === "+" ? "+" : " ";
  else if (flag === "#") flags.alternate = true;
  else flags.zero = true;
}

/** A width or precision: digits, or `*` for the next argument. */
function measure(
  template: string,
  start: number,
  run: Run
): {value: number; end: number; given: boolean} | null {
  if (template[start] === "*") {
    const value = nextValue(run);
    if (value === NULL) return null;
    if (!isInt(value)) return failed(TYPE_ERROR, "* wants int");
    return {value: intAsNumber(value), end: start + 1, given: true};
  }
  let end = start;
  while (template[end] >= "0" && template[end] <= "9") end++;
  const value = Number(template.slice(start, end));
  if (value >= 2 ** 63) return failed(VALUE_ERROR, "width too big");
  return {value, end, given: end > start};
}

/** The next of the arguments, borrowed, or NULL with TypeError. */
function nextValue(run: Run): number {
  if (run.next >= run.count) return raise(TYPE_ERROR, "not enough arguments for format string");
  const at = run.next++;
  return run.single ? run.args : H[(run.args >> 2) + TUPLE_ITEMS + at];
}

/** The mapping's value for a key, borrowed. NULL: KeyError or a question. */
function itemForKey(run: Run, name: string): number {
  run.next = run.count;
  const key = run.bytes ? newBytes(Uint8Array.from(name, (c) => c.charCodeAt(0))) : newStr(name);
  let value = NULL;
  if (kindOf(run.args) === K_DICT && (specialOf(run.args) & SPECIAL_ITEM) === 0) {
    const entry = lookup(run.args >> 2, key);
    if (entry > 0) value = H[entry + ENTRY_VALUE];
    else if (entry === 0) raiseWith(KEY_ERROR, key);
    else value = ask(ASK_ITEM, run.args, key);
  } else value = ask(ASK_ITEM, run.args, key);
  DECREF(key);
  return value;
}

/** The text of one value; `index` is where its code stands in the template. */
function converted(code: string, value: number, flags: Directive, run: Run, index: number): string | null {
  switch (code) {
    case "b":
      if (run.bytes) return bytesField(value, flags);
      break;
    case "s":
      return run.bytes ? bytesField(value, flags) : textField(strOf(value), flags);
    case "r": {
      const shown = reprOf(value);
      return textField(shown !== null && run.bytes ? toAscii(shown) : shown, flags);
    }
    case "a": {
      const shown = reprOf(value);
      return textField(shown === null ? null : toAscii(shown), flags);
    }
    case "c":
      return textField(character(value, run.bytes), {...flags, precision: -1});
    case "d":
    case "i":
    case "u":
      return wholeField(value, run.bytes && code === "i" ? "d" : code, flags);
    case "x":
    case "X":
    case "o":
      return radixField(value, code, flags);
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
      return floatField(value, code, flags, run.bytes);
  }
  const point = code.codePointAt(0)!;
  const shown = point > 31 && point < 128 ? code : "?";
  return failed(
    VALUE_ERROR,
    `unsupported format character '${shown}' (0x${point.toString(16)}) at index ${index}`
  );
}

const strOf = (value: number) => strSimple(value) ?? answerText(ASK_STR, value);
const reprOf = (value: number) => reprSimple(value) ?? answerText(ASK_REPR, value);

/** Text that Python code has to make. */
function answerText(what: number, value: number): string | null {
  if (hasException()) return null;
  const answer = ask(what, value);
  return answer === NULL ? null : text(answer);
}

function textField(shown: string | null, flags: Directive): string | null {
  if (shown === null) return null;
  return inWidth(flags.precision >= 0 ? [...shown].slice(0, flags.precision).join("") : shown, flags);
}

function inWidth(shown: string, flags: Directive): string {
  const missing = flags.width - lengthOf(shown);
  if (missing <= 0) return shown;
  return flags.left ? shown + " ".repeat(missing) : " ".repeat(missing) + shown;
}

function bytesField(value: number, flags: Directive): string | null {
  let data = value;
  if (kindOf(value) !== K_BYTES) {
    if (kindOf(value) !== K_OBJECT) {
      const wanted = "%b requires a bytes-like object, or an object that implements __bytes__";
      return failed(TYPE_ERROR, `${wanted}, not '${typeNameOf(value)}'`);
    }
    data = ask(ASK_BYTES, value);
    if (data === NULL) return null;
  }
  return textField(latinText(data), flags);
}

/** `%c`: one character, given by itself or by its number. */
function character(value: number, bytes: boolean): string | null {
  const limit = bytes ? 256 : 0x110000;
  if (isInt(value)) {
    const point = intAsNumber(value);
    if (point >= 0 && point < limit) return String.fromCodePoint(point);
    return failed(OVERFLOW_ERROR, `%c arg not in range(${bytes ? "256" : "0x110000"})`);
  }
  if (!bytes && kindOf(value) === K_STR && lengthOf(text(value)) === 1) return text(value);
  if (bytes && kindOf(value) === K_BYTES && bytesValue(value).length === 1) return latinText(value);
  if (kindOf(value) === K_OBJECT) {
    const index = ask(ASK_INDEX, value, CHARACTER);
    return index === NULL ? null : character(index, bytes);
  }
  const wanted = bytes ? "%c requires an integer in range(256) or a single byte" : "%c requires int or char";
  return failed(TYPE_ERROR, wanted);
}
const CHARACTER = staticStr("c");

const hasOwnNumber = (value: number) =>
  kindOf(value) === K_OBJECT || (specialOf(value) & SPECIAL_NUMBER) !== 0;

function wholeField(value: number, code: string, flags: Directive): string | null {
  let whole = value;
  if (isFloat(value)) {
    const double = floatValue(value);
    if (Number.isNaN(double)) return failed(VALUE_ERROR, "cannot convert float NaN to integer");
    if (!Number.isFinite(double)) return failed(OVERFLOW_ERROR, "cannot convert float infinity to integer");
    return signedField(double <= -1 ? "-" : "", BigInt(Math.trunc(Math.abs(double))).toString(), "", flags);
  }
  if (!isInt(value)) {
    if (!hasOwnNumber(value)) {
      return failed(TYPE_ERROR, `%${code} format: a real number is required, not ${typeNameOf(value)}`);
    }
    whole = ask(ASK_INTEGER, value, DECIMAL);
    if (whole === NULL) return null;
  }
  return intField(whole, "", 10, flags);
}
const DECIMAL = staticStr("d");

function radixField(value: number, code: string, flags: Directive): string | null {
  let whole = value;
  if (!isInt(value)) {
    if (kindOf(value) === K_FLOAT || !hasOwnNumber(value)) {
      return failed(TYPE_ERROR, `%${code} format: an integer is required, not ${typeNameOf(value)}`);
    }
    whole = ask(ASK_INDEX, value, HEXADECIMAL);
    if (whole === NULL) return null;
  }
  const shown = intField(
    whole,
    flags.alternate ? `0${code.toLowerCase()}` : "",
    code === "o" ? 8 : 16,
    flags
  );
  return code === "X" && shown !== null ? shown.toUpperCase() : shown;
}
const HEXADECIMAL = staticStr("x");

function intField(ref: number, prefix: string, radix: number, flags: Directive): string | null {
  const digits = magnitudeText(ref, radix);
  return digits === null ? null : signedField(intAsNumber(ref) < 0 ? "-" : "", digits, prefix, flags);
}

function signedField(minus: string, digits: string, prefix: string, flags: Directive): string {
  return numberText(minus === "" ? flags.sign : minus, prefix, digits.padStart(flags.precision, "0"), flags);
}

/** Sign and prefix, zeros up to the width if asked for, and the digits. */
function numberText(sign: string, prefix: string, digits: string, flags: Directive): string {
  const lead = sign + prefix;
  const body = flags.zero && !flags.left ? digits.padStart(flags.width - lead.length, "0") : digits;
  return inWidth(lead + body, flags);
}

function floatField(value: number, code: string, flags: Directive, bytes: boolean): string | null {
  let number = value;
  if (!isFloat(value) && !isInt(value)) {
    const wanted = bytes ? "float argument required" : "must be real number";
    if (!hasOwnNumber(value)) return failed(TYPE_ERROR, `${wanted}, not ${typeNameOf(value)}`);
    number = ask(ASK_FLOAT, value);
    if (number === NULL) return null;
  }
  const double = asNumber(number);
  if (isInt(number) && !Number.isFinite(double)) {
    tooLarge();
    return null;
  }
  const negative = double < 0 || Object.is(double, -0);
  const precision = flags.precision < 0 ? 6 : flags.precision;
  const body = Number.isFinite(double)
    ? doubleText(double, code, precision, flags.alternate)
    : notFinite(Math.abs(double));
  return numberText(negative ? "-" : flags.sign, "", code < "a" ? body.toUpperCase() : body, flags);
}
