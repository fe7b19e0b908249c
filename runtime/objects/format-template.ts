/** `template.format(...)`: replacement fields, attributes and items, conversions, nested specifications. */

import {DECREF} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {callPrelude} from "./calls.ts";
import {hasException, newTuple, raise, raiseWith} from "./errors.ts";
import {INDEX_ERROR, KEY_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {formatSimple, formatStr} from "./format.ts";
import {NONE, T_DICT, T_LIST, T_STR, T_TUPLE} from "./kinds.ts";
import {ENTRY_VALUE, LIST_BLOCK, LIST_LENGTH, NULL, TUPLE_ITEMS, TUPLE_LENGTH, TYPE} from "./layout.ts";
import {methods, moduleFunctions} from "./native.ts";
import {newBigInt} from "./numbers.ts";
import {
  ASK_ATTRIBUTE,
  ASK_FORMAT,
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
import {newStr, staticStr, text} from "./text.ts";

const STR_FORMAT = staticStr("_str_format");

methods(T_STR, {
  "format(self, *args, **kwargs)": (a, n) => {
    const result = attempt(H[a], a + 1, n - 1, H[a + n], NULL);
    const question = takeQuestion();
    if (question === NULL) return result;
    DECREF(question);
    const args = newTuple(Array.from(H.subarray(a + 1, a + n)));
    const answer = callPrelude(STR_FORMAT, [H[a], args, H[a + n] === NULL ? NONE : H[a + n]]);
    DECREF(args);
    return answer;
  },
  "format_map(self, mapping, /)": (a) => {
    const result = attempt(H[a], 0, -1, H[a + 1], NULL);
    const question = takeQuestion();
    if (question === NULL) return result;
    DECREF(question);
    return callPrelude(STR_FORMAT, [H[a], NONE, H[a + 1]]);
  }
});

moduleFunctions("_prelude", {
  /** The formatted text, or the next question as a tuple. `args` is None for `format_map`. */
  "_format_try(template, args, kwargs, answers)": (a) => {
    const args = H[a + 1] >> 2;
    const positional = H[a + 1] !== NONE;
    const kwargs = H[a + 2] === NONE ? NULL : H[a + 2];
    const result = positional
      ? attempt(H[a], args + TUPLE_ITEMS, H[args + TUPLE_LENGTH], kwargs, H[a + 3])
      : attempt(H[a], 0, -1, kwargs, H[a + 3]);
    const question = takeQuestion();
    return question === NULL ? result : question;
  }
});

/** One run over the template: its arguments (word index and count, -1 for none allowed) and the field numbering. */
interface Run {
  args: number;
  count: number;
  kwargs: number;
  /** Next automatic number. */
  next: number;
  numbering: "" | "automatic" | "manual";
}

function attempt(template: number, args: number, count: number, kwargs: number, answers: number): number {
  startAsking(answers);
  const result = expand(text(template), {args, count, kwargs, next: 0, numbering: ""}, 2);
  return result === null ? NULL : newStr(result);
}

function failed(message: string): null {
  raise(VALUE_ERROR, message);
  return null;
}

/** The text with all fields replaced, or null: an exception or a question. `depth`: how far fields may nest. */
function expand(template: string, run: Run, depth: number): string | null {
  if (depth === 0) return failed("Max string recursion exceeded");
  let result = "";
  for (let i = 0; i < template.length; ) {
    const brace = /[{}]/g;
    brace.lastIndex = i;
    const at = brace.exec(template)?.index ?? template.length;
    result += template.slice(i, at);
    if (at === template.length) break;
    if (template[at + 1] === template[at]) {
      result += template[at];
      i = at + 2;
      continue;
    }
    if (template[at] === "}") return failed("Single '}' encountered in format string");
    if (at + 1 === template.length) return failed("Single '{' encountered in format string");
    const field = parseField(template, at + 1);
    if (field === null) return null;
    const shown = replacement(field, run, depth);
    if (shown === null) return null;
    result += shown;
    i = field.end;
  }
  return result;
}

interface Field {
  name: string;
  /** "r", "s", "a" or "". */
  conversion: string;
  spec: string;
  /** Position behind the closing brace. */
  end: number;
}

function parseField(template: string, start: number): Field | null {
  let i = start;
  for (let inBrackets = false; i < template.length; i++) {
    const c = template[i];
    if (c === "[") inBrackets = true;
    else if (c === "]") inBrackets = false;
    else if (inBrackets) continue;
    else if (c === "{") return failed("unexpected '{' in field name");
    else if (c === "}" || c === ":" || c === "!") break;
  }
  const name = template.slice(start, i);
  if (i >= template.length) return failed("expected '}' before end of string");
  if (template[i] === "}") return {name, conversion: "", spec: "", end: i + 1};
  let conversion = "";
  if (template[i] === "!") {
    if (i + 1 >= template.length) return failed("end of string while looking for conversion specifier");
    conversion = template[i + 1];
    i += 2;
    if (i < template.length) {
      if (template[i] === "}") return {name, conversion, spec: "", end: i + 1};
      if (template[i] !== ":") return failed("expected ':' after conversion specifier");
    }
  }
  const from = i + 1;
  for (let open = 1, k = from; k < template.length; k++) {
    if (template[k] === "{") open++;
    else if (template[k] === "}" && --open === 0)
      return {name, conversion, spec: template.slice(from, k), end: k + 1};
  }
  return failed("unmatched '{' in format spec");
}

function replacement(field: Field, run: Run, depth: number): string | null {
  const value = fieldValue(field.name, run);
  if (value === NULL) return null;
  let shown: string | null = null;
  if (field.conversion !== "") {
    shown = convert(field.conversion, value);
    if (shown === null) return null;
  }
  const spec =
    field.spec.includes("{") || field.spec.includes("}") ? expand(field.spec, run, depth - 1) : field.spec;
  if (spec === null) return null;
  if (shown !== null) return formatStr(shown, spec);
  return formatSimple(value, spec) ?? askFormat(value, spec);
}

function convert(conversion: string, value: number): string | null {
  if (conversion === "s") return strSimple(value) ?? answerText(ASK_STR, value);
  if (conversion !== "r" && conversion !== "a") {
    const point = conversion.codePointAt(0)!;
    const shown = point > 32 && point < 127 ? conversion : `\\x${point.toString(16)}`;
    return failed(`Unknown conversion specifier ${shown}`);
  }
  const shown = reprSimple(value) ?? answerText(ASK_REPR, value);
  return shown !== null && conversion === "a" ? toAscii(shown) : shown;
}

function answerText(what: number, value: number): string | null {
  if (hasException()) return null;
  const answer = ask(what, value);
  return answer === NULL ? null : text(answer);
}

function askFormat(value: number, spec: string): string | null {
  if (hasException()) return null;
  const ref = newStr(spec);
  const answer = ask(ASK_FORMAT, value, ref);
  DECREF(ref);
  return answer === NULL ? null : text(answer);
}

/** The value that a field name such as `0.real` or `point[x]` means, borrowed; NULL: an exception or a question. */
function fieldValue(name: string, run: Run): number {
  const end = /[.[]/.exec(name)?.index ?? name.length;
  let value = firstValue(name.slice(0, end), run);
  for (let i = end; i < name.length && value !== NULL; ) {
    if (name[i] === ".") {
      const stop = nextPart(name, i + 1);
      if (stop === i + 1) return raise(VALUE_ERROR, "Empty attribute in format string");
      value = askNamed(ASK_ATTRIBUTE, value, name.slice(i + 1, stop));
      i = stop;
    } else if (name[i] === "[") {
      const stop = name.indexOf("]", i);
      if (stop < 0) return raise(VALUE_ERROR, "Missing ']' in format string");
      if (stop === i + 1) return raise(VALUE_ERROR, "Empty attribute in format string");
      value = item(value, name.slice(i + 1, stop));
      i = stop + 1;
    } else return raise(VALUE_ERROR, "Only '.' or '[' may follow ']' in format field specifier");
  }
  return value;
}

function nextPart(name: string, start: number): number {
  let i = start;
  while (i < name.length && name[i] !== "." && name[i] !== "[") i++;
  return i;
}

const DIGITS = /^[0-9]+$/;

function firstValue(name: string, run: Run): number {
  const automatic = name === "";
  if (!automatic && !DIGITS.test(name)) return keywordValue(name, run);
  const numbering = automatic ? "automatic" : "manual";
  if (run.numbering !== "" && run.numbering !== numbering) {
    const kind = (n: string) => (n === "manual" ? "manual field specification" : "automatic field numbering");
    return raise(VALUE_ERROR, `cannot switch from ${kind(run.numbering)} to ${kind(numbering)}`);
  }
  run.numbering = numbering;
  const number = automatic ? run.next++ : Number(name);
  if (number >= 2 ** 63) return raise(VALUE_ERROR, "Too many decimal digits in format string");
  if (run.count < 0) return raise(VALUE_ERROR, "Format string contains positional fields");
  if (number < run.count) return H[run.args + number];
  return raise(INDEX_ERROR, `Replacement index ${number} out of range for positional args tuple`);
}

function keywordValue(name: string, run: Run): number {
  const key = newStr(name);
  let value = NULL;
  if (run.kwargs === NULL) raiseWith(KEY_ERROR, key);
  else if (H[(run.kwargs >> 2) + TYPE] === T_DICT) {
    const entry = lookup(run.kwargs >> 2, key);
    if (entry > 0) value = H[entry + ENTRY_VALUE];
    else if (entry === 0) raiseWith(KEY_ERROR, key);
    else value = ask(ASK_ITEM, run.kwargs, key);
  } else value = ask(ASK_ITEM, run.kwargs, key);
  DECREF(key);
  return value;
}

/** `value[key]`, at once for plain lists, tuples and dicts. */
function item(value: number, name: string): number {
  const type = (value & 1) === 0 ? 0 : H[(value >> 2) + TYPE];
  const o = value >> 2;
  if (DIGITS.test(name)) {
    const at = Number(name);
    if (type === T_LIST && at < H[o + LIST_LENGTH]) return H[H[o + LIST_BLOCK] + at];
    if (type === T_TUPLE && at < H[o + TUPLE_LENGTH]) return H[o + TUPLE_ITEMS + at];
    if (at >= 2 ** 63) return raise(VALUE_ERROR, "Too many decimal digits in format string");
    const key = newBigInt(BigInt(name));
    const answer = ask(ASK_ITEM, value, key);
    DECREF(key);
    return answer;
  }
  if (type === T_DICT) {
    const key = newStr(name);
    const entry = lookup(o, key);
    DECREF(key);
    if (entry > 0) return H[entry + ENTRY_VALUE];
  }
  return askNamed(ASK_ITEM, value, name);
}

function askNamed(what: number, value: number, name: string): number {
  const ref = newStr(name);
  const answer = ask(what, value, ref);
  DECREF(ref);
  return answer;
}
