// Python's tokens, and every error that Python finds before it parses: strings and brackets left open, bad
// numbers, indentation. @lezer/python is lenient in all of these.

import type {Source} from "./source.ts";

export type TokenType = "name" | "number" | "string" | "op" | "newline" | "indent" | "dedent" | "end";

export interface Token {
  type: TokenType;
  start: number;
  end: number;
  /** The source text of a name or operator; empty for others. */
  text: string;
}

export interface Tokens {
  list: Token[];
  /** Offsets of backslashes that join lines. */
  continuations: number[];
  /** Offset of the innermost bracket that the text leaves open, or -1. */
  unclosed: number;
  /** Offset of the first line that is indented without reason, or -1. */
  unexpectedIndent: number;
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const UNICODE_NAME = /[_\p{XID_Start}]\p{XID_Continue}*/uy;
const OPERATOR =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|\*\*|\/\/|>>|<<|<=|>=|==|!=|->|<>|[-+*/%&|^@:]=|[-+*/%&|^@:=~<>()[\]{},.;]/y;
const STRING_PREFIX = /^(?:[uUbBfF]|[rR][bBfF]?|[bBfF][rR])$/;
/** Words that may follow a number without a space. */
const AFTER_NUMBER = /(?:and|else|for|if|in|is|not|or)/y;
const CLOSING: Record<string, string> = {")": "(", "]": "[", "}": "{"};
const MAX_BRACKETS = 200;
const MAX_INDENTS = 100;

const NEWLINE = 10;
const FORM_FEED = 12;
const SPACE = 32;
const TAB = 9;
const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const BACKSLASH = 92;
const DOT = 46;

/** The tokens of a whole file. */
export function tokenize(source: Source): Tokens {
  return new Tokenizer(source, 0, source.text.length, false).run();
}

/** The tokens of an expression, in which line breaks mean nothing. */
export function tokenizeExpression(source: Source, start: number, end: number): Tokens {
  return new Tokenizer(source, start, end, true).run();
}

class Tokenizer {
  private readonly source: Source;
  private readonly text: string;
  private readonly end: number;
  private readonly inExpression: boolean;
  private at: number;
  private readonly list: Token[] = [];
  private readonly continuations: number[] = [];
  private unexpectedIndent = -1;
  private readonly brackets: {text: string; at: number}[] = [];
  /** Columns of the open indentations, with tabs to multiples of 8, and with tabs as one. */
  private readonly indents: {column: number; alternative: number}[] = [{column: 0, alternative: 0}];

  constructor(source: Source, start: number, end: number, inExpression: boolean) {
    this.source = source;
    this.text = end === source.text.length ? source.text : source.text.slice(0, end);
    this.at = start;
    this.end = end;
    this.inExpression = inExpression;
  }

  run(): Tokens {
    let lineStart = !this.inExpression;
    while (this.at < this.end) {
      if (lineStart) {
        lineStart = false;
        if (this.indentation()) {
          lineStart = true;
          continue;
        }
      }
      lineStart = this.token();
    }
    const open = this.brackets[this.brackets.length - 1];
    if (open === undefined && !this.inExpression) this.finish();
    this.push("end", this.end, this.end);
    const {list, continuations, unexpectedIndent} = this;
    return {list, continuations, unclosed: open?.at ?? -1, unexpectedIndent};
  }

  /** Ends the last line and every indentation. */
  private finish(): void {
    const last = this.list[this.list.length - 1];
    if (last !== undefined && last.type !== "newline" && last.type !== "dedent")
      this.push("newline", this.end, this.end);
    for (let depth = this.indents.length; depth > 1; depth--) this.push("dedent", this.end, this.end);
  }

  private push(type: TokenType, start: number, end: number, text = ""): void {
    this.list.push({type, start, end, text});
  }

  private fail(message: string, start = this.at, end = start + 1): never {
    return this.source.fail(message, start, end);
  }

  /** Reads the space before a line; true if nothing but a comment follows. */
  private indentation(): boolean {
    let column = 0;
    let alternative = 0;
    for (; ; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === SPACE) {
        column++;
        alternative++;
      } else if (code === TAB) {
        column = (Math.floor(column / 8) + 1) * 8;
        alternative++;
      } else if (code === FORM_FEED) {
        column = 0;
        alternative = 0;
      } else if (code === BACKSLASH && this.text.charCodeAt(this.at + 1) === NEWLINE) {
        this.continuations.push(this.at++);
      } else break;
    }
    const code = this.text.charCodeAt(this.at);
    if (this.at >= this.end || code === NEWLINE || code === HASH) {
      this.skipLine();
      return true;
    }
    this.indent(column, alternative);
    return false;
  }

  private skipLine(): void {
    const next = this.text.indexOf("\n", this.at);
    this.at = next < 0 ? this.end : next + 1;
  }

  private indent(column: number, alternative: number): void {
    const indents = this.indents;
    const current = indents[indents.length - 1];
    if (column === current.column) {
      if (alternative !== current.alternative) this.tabError();
    } else if (column > current.column) {
      if (alternative <= current.alternative) this.tabError();
      if (indents.length >= MAX_INDENTS) {
        this.source.fail("too many levels of indentation", this.at, this.at, "IndentationError");
      }
      indents.push({column, alternative});
      const opener = this.list[this.list.length - 2];
      if (opener?.text !== ":" && this.unexpectedIndent < 0) this.unexpectedIndent = this.at - 1;
      this.push("indent", this.at - 1, this.at);
    } else {
      while (indents[indents.length - 1].column > column) {
        indents.pop();
        this.push("dedent", this.at, this.at);
      }
      const outer = indents[indents.length - 1];
      if (outer.column !== column) {
        const lineEnd = this.lineEnd();
        this.source.fail(
          "unindent does not match any outer indentation level",
          lineEnd,
          lineEnd,
          "IndentationError"
        );
      }
      if (outer.alternative !== alternative) this.tabError();
    }
  }

  private lineEnd(): number {
    const next = this.text.indexOf("\n", this.at);
    return next < 0 ? this.end : next;
  }

  private tabError(): never {
    const lineEnd = this.lineEnd();
    return this.source.fail(
      "inconsistent use of tabs and spaces in indentation",
      lineEnd,
      lineEnd,
      "TabError"
    );
  }

  /** Reads one token or what lies between tokens; true if a new line of the program starts after it. */
  private token(): boolean {
    const code = this.text.charCodeAt(this.at);
    if (code === SPACE || code === TAB || code === FORM_FEED) this.at++;
    else if (code === NEWLINE) return this.newline();
    else if (code === HASH) this.at = this.lineEnd();
    else if (code === BACKSLASH) this.continuation();
    else if (isDigit(code) || (code === DOT && isDigit(this.text.charCodeAt(this.at + 1)))) this.number();
    else if (code === QUOTE || code === DOUBLE_QUOTE) this.string(this.at);
    else if (!this.name()) this.operator();
    return false;
  }

  private newline(): boolean {
    this.at++;
    if (this.brackets.length > 0 || this.inExpression) return false;
    this.push("newline", this.at - 1, this.at);
    return true;
  }

  private continuation(): void {
    if (this.text.charCodeAt(this.at + 1) !== NEWLINE) {
      if (this.at + 1 >= this.end) this.fail("unexpected EOF while parsing");
      this.fail("unexpected character after line continuation character", this.at + 1);
    }
    this.continuations.push(this.at);
    this.at += 2;
    if (this.at >= this.end) this.fail("unexpected EOF while parsing", this.at - 2);
  }

  private name(): boolean {
    const start = this.at;
    NAME.lastIndex = start;
    const ascii = NAME.exec(this.text);
    let end = ascii === null ? start : NAME.lastIndex;
    if (this.text.charCodeAt(end) > 127) {
      UNICODE_NAME.lastIndex = start;
      if (UNICODE_NAME.exec(this.text) === null) this.badCharacter(start);
      end = UNICODE_NAME.lastIndex;
      if (this.text.charCodeAt(end) > 127) this.badCharacter(end);
    }
    if (end === start) return false;
    const text = this.text.slice(start, end);
    const quote = this.text.charCodeAt(end);
    this.at = end;
    if ((quote === QUOTE || quote === DOUBLE_QUOTE) && text.length <= 2 && STRING_PREFIX.test(text))
      this.string(start);
    else this.push("name", start, end, text);
    return true;
  }

  private badCharacter(at: number): never {
    const point = this.text.codePointAt(at)!;
    const character = String.fromCodePoint(point);
    const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
    const printable = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(character);
    return this.fail(
      printable ? `invalid character '${character}' (${code})` : `invalid non-printable character ${code}`,
      at,
      at + character.length
    );
  }

  private operator(): void {
    const start = this.at;
    OPERATOR.lastIndex = start;
    const match = OPERATOR.exec(this.text);
    if (match === null) {
      const code = this.text.charCodeAt(start);
      if (code < SPACE || code === 127) this.badCharacter(start);
      this.fail("invalid syntax");
    }
    const text = match[0];
    this.at += text.length;
    if (text === "(" || text === "[" || text === "{") {
      if (this.brackets.length >= MAX_BRACKETS) this.fail("too many nested parentheses", start);
      this.brackets.push({text, at: start});
    } else if (CLOSING[text] !== undefined) this.close(text, start);
    this.push("op", start, this.at, text);
  }

  private close(text: string, start: number): void {
    const open = this.brackets.pop();
    if (open === undefined) this.fail(`unmatched '${text}'`, start);
    if (open.text === CLOSING[text]) return;
    const line = this.source.line(open.at);
    const where = line === this.source.line(start) ? "" : ` on line ${line}`;
    this.fail(
      `closing parenthesis '${text}' does not match opening parenthesis '${open.text}'${where}`,
      start
    );
  }

  /** Reads a string, whose prefix starts at `start` and whose quote is at the current offset. */
  private string(start: number): void {
    const quote = this.text[this.at];
    const triple = this.text.startsWith(quote.repeat(3), this.at);
    const mark = triple ? quote.repeat(3) : quote;
    let at = this.at + mark.length;
    for (;;) {
      if (at >= this.end) this.unterminated(triple, start, this.end);
      const code = this.text.charCodeAt(at);
      if (code === BACKSLASH) at += 2;
      else if (code === NEWLINE && !triple) this.unterminated(false, start, at);
      else if (this.text[at] === quote && (!triple || this.text.startsWith(mark, at))) break;
      else at++;
    }
    this.at = at + mark.length;
    this.push("string", start, this.at);
  }

  private unterminated(triple: boolean, start: number, end: number): never {
    const lines = this.source.line(Math.max(start, triple && this.text[end - 1] === "\n" ? end - 1 : end));
    return this.fail(
      `unterminated ${triple ? "triple-quoted " : ""}string literal (detected at line ${lines})`,
      start
    );
  }

  private number(): void {
    const start = this.at;
    const radix = this.text[start] === "0" ? this.text[start + 1]?.toLowerCase() : "";
    if (radix === "x") this.digits(/[0-9a-fA-F]/, "hexadecimal");
    else if (radix === "o") this.digits(/[0-7]/, "octal");
    else if (radix === "b") this.digits(/[01]/, "binary");
    else this.decimal();
    this.push("number", start, this.at);
  }

  /** Reads the digits of a number with a prefix such as `0x`. */
  private digits(digit: RegExp, name: string): void {
    this.at += 2;
    do {
      if (this.text[this.at] === "_") this.at++;
      if (!digit.test(this.text[this.at] ?? "")) {
        if (isDigit(this.text.charCodeAt(this.at)))
          this.fail(`invalid digit '${this.text[this.at]}' in ${name} literal`);
        this.fail(`invalid ${name} literal`, this.at - 1);
      }
      while (digit.test(this.text[this.at] ?? "")) this.at++;
    } while (this.text[this.at] === "_");
    if (isDigit(this.text.charCodeAt(this.at)))
      this.fail(`invalid digit '${this.text[this.at]}' in ${name} literal`);
    this.endOfNumber(name);
  }

  private decimal(): void {
    const start = this.at;
    let float = false;
    if (this.text.charCodeAt(this.at) !== DOT) this.decimalDigits();
    const integer = this.text.slice(start, this.at);
    if (this.text.charCodeAt(this.at) === DOT) {
      float = true;
      this.at++;
      if (isDigit(this.text.charCodeAt(this.at))) this.decimalDigits();
    }
    if (/^[eE][-+]?[0-9]/.test(this.text.slice(this.at, this.at + 3))) {
      float = true;
      this.at += /[-+]/.test(this.text[this.at + 1]) ? 2 : 1;
      this.decimalDigits();
    }
    if (/^[jJ]/.test(this.text[this.at] ?? "")) {
      this.at++;
      this.endOfNumber("imaginary");
      this.fail("complex numbers are not supported by Convoy", start, this.at);
    }
    if (!float && /^0[0_]*[1-9]/.test(integer)) {
      this.fail(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        start,
        start + /^0[0_]*/.exec(integer)![0].length
      );
    }
    this.endOfNumber("decimal");
  }

  private decimalDigits(): void {
    for (;;) {
      while (isDigit(this.text.charCodeAt(this.at))) this.at++;
      if (this.text[this.at] !== "_") return;
      this.at++;
      if (!isDigit(this.text.charCodeAt(this.at))) this.fail("invalid decimal literal", this.at - 1);
    }
  }

  /** Rejects a letter right after a number, unless a keyword starts there. */
  private endOfNumber(name: string): void {
    const code = this.text.charCodeAt(this.at);
    if (!(code === 95 || ((code | 32) - 97) >>> 0 < 26 || code > 127)) return;
    AFTER_NUMBER.lastIndex = this.at;
    if (AFTER_NUMBER.test(this.text)) return;
    this.fail(`invalid ${name} literal`, this.at - 1);
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
