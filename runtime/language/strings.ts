// String literals: prefixes, escapes, concatenation, bytes, and f-strings as CPython 3.11 reads them.

import type {Expression, FormattedValue} from "./ast.ts";
import {PythonSyntaxError, type Source} from "./source.ts";
import {codePointOf} from "./unicode-names.ts";

export interface Extent {
  start: number;
  end: number;
}

/** Reads the expression between two offsets, in the parser's place. */
export type ReadExpression = (start: number, end: number) => Expression;

interface Literal {
  raw: boolean;
  bytes: boolean;
  format: boolean;
  /** Extent of the whole literal. */
  place: Extent;
  /** Extent of the text between the quotes. */
  start: number;
  end: number;
}

/** One constant or f-string from one literal or several in a row. */
export function readStrings(source: Source, extents: Extent[], readExpression: ReadExpression): Expression {
  const place = {start: extents[0].start, end: extents[extents.length - 1].end};
  const literals = extents.map((extent) => delimit(source.text, extent));
  if (literals.some((literal) => literal.bytes !== literals[0].bytes)) {
    source.fail("cannot mix bytes and nonbytes literals", place.start, place.end);
  }
  if (literals[0].bytes) return {kind: "Constant", value: readBytes(source, literals, place), ...place};
  if (!literals.some((literal) => literal.format)) {
    const value = literals.map((literal) => readText(source, literal, place)).join("");
    return {kind: "Constant", value, ...place};
  }
  const builder = new JoinedBuilder(place, place);
  for (const literal of literals) {
    if (literal.format) new FormatReader(source, literal, place, readExpression).read(builder);
    else builder.text(readText(source, literal, place));
  }
  return builder.finish();
}

function delimit(text: string, {start, end}: Extent): Literal {
  let at = start;
  while (text[at] !== "'" && text[at] !== '"') at++;
  const prefix = text.slice(start, at).toLowerCase();
  const quotes = end - at >= 6 && text[at + 1] === text[at] && text[at + 2] === text[at] ? 3 : 1;
  return {
    raw: prefix.includes("r"),
    bytes: prefix.includes("b"),
    format: prefix.includes("f"),
    place: {start, end},
    start: at + quotes,
    end: end - quotes
  };
}

function readText(source: Source, literal: Literal, place: Extent): string {
  const text = source.text.slice(literal.start, literal.end);
  return literal.raw ? text : decodeEscapes(source, text, place);
}

function readBytes(source: Source, literals: Literal[], place: Extent): Uint8Array {
  const result: number[] = [];
  for (const literal of literals) {
    const text = source.text.slice(literal.start, literal.end);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
    if (!/^[\x00-\x7f]*$/.test(text)) {
      source.fail("bytes can only contain ASCII literal characters", place.start, place.end);
    }
    const decoded = literal.raw ? text : decodeByteEscapes(source, text, place);
    for (let at = 0; at < decoded.length; at++) result.push(decoded.charCodeAt(at) & 0xff);
  }
  return Uint8Array.from(result);
}

const SIMPLE: Record<string, string> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v"
};

const ESCAPE =
  /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{0,2})|u([0-9a-fA-F]{0,4})|U([0-9a-fA-F]{0,8})|N(\{[^}]*\}?)?|([\s\S]))/g;
const DIGITS = {x: 2, u: 4, U: 8};

/** The text that a string's escapes stand for; an unknown escape stays as it is. */
export function decodeEscapes(source: Source, text: string, place: Extent): string {
  if (!text.includes("\\")) return text;
  return text.replace(ESCAPE, (whole, octal, x, u, U, name, other, at) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (other !== undefined) return SIMPLE[other] ?? whole;
    const letter = whole[1] as "x" | "u" | "U" | "N";
    if (letter === "N") return namedCharacter(source, text, whole, at, name, place);
    const hex: string = x ?? u ?? U;
    if (hex.length < DIGITS[letter]) {
      const form = `\\${letter}${"X".repeat(DIGITS[letter])}`;
      return failEscape(source, text, at, whole.length, `truncated ${form} escape`, place);
    }
    const point = Number.parseInt(hex, 16);
    if (point > 0x10ffff)
      return failEscape(source, text, at, whole.length, "illegal Unicode character", place);
    return String.fromCodePoint(point);
  });
}

function namedCharacter(
  source: Source,
  text: string,
  whole: string,
  at: number,
  name: string | undefined,
  place: Extent
): string {
  if (!name?.endsWith("}") || name === "{}") {
    return failEscape(source, text, at, whole.length, "malformed \\N character escape", place);
  }
  const point = codePointOf(name.slice(1, -1));
  if (point !== null) return String.fromCodePoint(point);
  return source.fail(
    `the character name in ${whole} is not supported by Convoy: write \\uXXXX or \\UXXXXXXXX`,
    place.start,
    place.end
  );
}

function failEscape(
  source: Source,
  text: string,
  at: number,
  length: number,
  reason: string,
  place: Extent
): never {
  const from = new TextEncoder().encode(text.slice(0, at)).length;
  const to = from + length - 1;
  const where = to === from ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to}`;
  return source.fail(
    `(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`,
    place.start,
    place.end
  );
}

function decodeByteEscapes(source: Source, text: string, place: Extent): string {
  return text.replace(/\\(?:([0-7]{1,3})|x([0-9a-fA-F]{0,2})|([\s\S]))/g, (whole, octal, hex, other, at) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (other !== undefined) return SIMPLE[other] ?? whole;
    if (hex.length < 2)
      source.fail(`(value error) invalid \\x escape at position ${at}`, place.start, place.end);
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
}

/** Gathers the parts of an f-string; neighbouring texts become one. */
class JoinedBuilder {
  private readonly values: Expression[] = [];
  /** Where the parts are said to be, but for a text at the end. */
  private readonly partPlace: Extent;
  private readonly place: Extent;
  private pending = "";

  constructor(partPlace: Extent, place: Extent) {
    this.partPlace = partPlace;
    this.place = place;
  }

  text(text: string): void {
    this.pending += text;
  }

  value(value: FormattedValue): void {
    this.flush(this.partPlace);
    this.values.push(value);
  }

  finish(): Expression {
    this.flush(this.place);
    return {kind: "JoinedStr", values: this.values, ...this.place};
  }

  private flush(place: Extent): void {
    if (this.pending !== "") this.values.push({kind: "Constant", value: this.pending, ...place});
    this.pending = "";
  }
}

const OPENING: Record<string, string> = {")": "(", "]": "[", "}": "{"};

/** Reads the text of one f-string. */
class FormatReader {
  private readonly source: Source;
  private readonly text: string;
  private readonly literal: Literal;
  private readonly place: Extent;
  private readonly readExpression: ReadExpression;
  private at: number;

  constructor(source: Source, literal: Literal, place: Extent, readExpression: ReadExpression) {
    this.source = source;
    this.text = source.text;
    this.literal = literal;
    this.place = place;
    this.readExpression = readExpression;
    this.at = literal.start;
  }

  read(builder: JoinedBuilder): void {
    this.parts(builder, 0);
    if (this.at < this.literal.end) this.fail("f-string: single '}' is not allowed");
  }

  private fail(message: string): never {
    return this.source.fail(message, this.place.start, this.place.end);
  }

  /** Reads texts and fields up to the end, or, of a format specification, up to the brace that ends its field. */
  private parts(builder: JoinedBuilder, depth: number): void {
    while (this.at < this.literal.end) {
      const start = this.at;
      this.plain(depth);
      const text = this.text.slice(start, this.at);
      builder.text(this.literal.raw ? text : decodeEscapes(this.source, text, this.place));
      if (this.at >= this.literal.end) return;
      const brace = this.text[this.at];
      if (depth === 0 && this.text[this.at + 1] === brace && this.at + 1 < this.literal.end) {
        builder.text(brace);
        this.at += 2;
      } else if (brace === "{") this.field(builder, depth);
      else return;
    }
  }

  /** Passes over text without braces. */
  private plain(depth: number): void {
    while (this.at < this.literal.end) {
      const character = this.text[this.at];
      if (character === "{" || character === "}") return;
      if (character === "\\" && !this.literal.raw) {
        // The braces of a name escape start no field; nor does a backslash hide a brace.
        if (this.text.startsWith("N{", this.at + 1) && depth === 0)
          this.at = this.text.indexOf("}", this.at) + 1;
        else this.at += "{}".includes(this.text[this.at + 1]) ? 1 : 2;
        if (this.at <= 0 || this.at > this.literal.end) this.at = this.literal.end;
      } else this.at++;
    }
  }

  private field(builder: JoinedBuilder, depth: number): void {
    if (depth >= 2) this.fail("f-string: expressions nested too deeply");
    const start = ++this.at;
    this.passExpression();
    const end = this.at;
    if (this.at >= this.literal.end) this.fail("f-string: expecting '}'");
    const value = this.expression(start, end);
    let documented = false;
    if (this.text[this.at] === "=") {
      this.at++;
      while (/\s/.test(this.text[this.at])) this.at++;
      builder.text(this.text.slice(start, this.at));
      documented = true;
    }
    let conversion = this.conversion();
    let formatSpec: Expression | null = null;
    if (this.text[this.at] === ":" && this.at < this.literal.end) {
      this.at++;
      const inner = new JoinedBuilder(this.place, this.literal.place);
      this.parts(inner, depth + 1);
      formatSpec = inner.finish();
    }
    if (this.at >= this.literal.end || this.text[this.at] !== "}") this.fail("f-string: expecting '}'");
    this.at++;
    if (documented && formatSpec === null && conversion === "") conversion = "r";
    builder.value({kind: "FormattedValue", value, conversion, formatSpec, ...this.place});
  }

  private conversion(): FormattedValue["conversion"] {
    if (this.text[this.at] !== "!") return "";
    this.at++;
    if (this.at >= this.literal.end) this.fail("f-string: expecting '}'");
    const letter = this.text[this.at++];
    if (letter === "s" || letter === "r" || letter === "a") return letter;
    return this.fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
  }

  private expression(start: number, end: number): Expression {
    if (this.text.slice(start, end).trim() === "") this.fail("f-string: empty expression not allowed");
    try {
      return this.readExpression(start, end);
    } catch (error) {
      if (!(error instanceof PythonSyntaxError) || error.message.startsWith("f-string")) throw error;
      throw new PythonSyntaxError(error.kind, `f-string: ${error.message}`, error);
    }
  }

  /** Passes over an expression, to the character that ends it. */
  private passExpression(): void {
    const open: string[] = [];
    let quote = "";
    for (; this.at < this.literal.end; this.at++) {
      const character = this.text[this.at];
      if (character === "\\") this.fail("f-string expression part cannot include a backslash");
      if (quote !== "") {
        if (!this.text.startsWith(quote, this.at)) continue;
        this.at += quote.length - 1;
        quote = "";
      } else if (character === "'" || character === '"') {
        quote = this.text.startsWith(character.repeat(3), this.at) ? character.repeat(3) : character;
        this.at += quote.length - 1;
      } else if (character === "#") this.fail("f-string expression part cannot include '#'");
      else if ("([{".includes(character)) open.push(character);
      else if (open.length === 0 && "!:}=<>".includes(character)) {
        const pair = this.text[this.at + 1] === "=" && this.at + 1 < this.literal.end;
        if (pair && "!=<>".includes(character)) this.at++;
        else if (character !== "<" && character !== ">") return;
      } else if (")]}".includes(character)) this.closeBracket(open, character);
    }
    if (quote !== "") this.fail("f-string: unterminated string");
    if (open.length > 0) this.fail(`f-string: unmatched '${open[open.length - 1]}'`);
  }

  private closeBracket(open: string[], character: string): void {
    const last = open.pop();
    if (last === undefined) this.fail(`f-string: unmatched '${character}'`);
    if (last !== OPENING[character]) {
      this.fail(`f-string: closing parenthesis '${character}' does not match opening parenthesis '${last}'`);
    }
  }
}
