// Why a text does not parse: from the place where the parser first stumbled, and the tokens around it, to the message
// that CPython 3.11 would give.

import {KEYWORDS} from "./dialect.ts";
import type {Source} from "./source.ts";
import type {Token, Tokens} from "./tokens.ts";

/** How messages call the statement that a keyword opens. */
const BLOCKS: Record<string, string> = {
  if: "'if' statement",
  elif: "'elif' statement",
  else: "'else' statement",
  for: "'for' statement",
  while: "'while' statement",
  with: "'with' statement",
  try: "'try' statement",
  except: "'except' statement",
  finally: "'finally' statement",
  def: "function definition",
  class: "class definition"
};

/** Keywords that can start an expression. */
const PREFIXES = new Set(["not", "lambda", "await", "yield"]);
const OPENING = new Set(["(", "[", "{"]);
const CLOSING = new Set([")", "]", "}"]);
/** Tokens before which a part of an expression that takes no comma starts. */
const DELIMITERS = new Set([
  ",",
  ":",
  "=",
  ":=",
  ";",
  "for",
  "in",
  "if",
  "else",
  "return",
  "assert",
  "del",
  "->"
]);

/** Throws the syntax error for a parser that stumbled at an offset. */
export function diagnose(source: Source, tokens: Tokens, offset: number): never {
  return new Diagnosis(source, tokens, offset).fail();
}

class Diagnosis {
  private readonly source: Source;
  private readonly list: Token[];
  private readonly unclosed: number;
  /** Index of the token that the parser could not take. */
  private readonly at: number;
  /** Indexes of the first token of its line, and of the token that ends the line. */
  private readonly lineStart: number;
  private readonly lineEnd: number;

  constructor(source: Source, tokens: Tokens, offset: number) {
    this.source = source;
    this.list = tokens.list;
    this.unclosed = tokens.unclosed;
    const found = this.list.findIndex((token) => token.end > offset && token.type !== "dedent");
    this.at = found < 0 ? this.list.length - 1 : found;
    let start = this.at;
    while (start > 0 && !["newline", "indent", "dedent"].includes(this.list[start - 1].type)) start--;
    this.lineStart = start;
    let end = this.at;
    while (!["newline", "end"].includes(this.list[end].type)) end++;
    this.lineEnd = end;
  }

  fail(): never {
    const token = this.list[this.at];
    if (token.type !== "indent") {
      this.checkUnclosed(token);
      this.checkBlock();
      this.checkLegacyStatement();
      this.checkParameters();
      this.checkHandler();
      this.checkAssignment();
      this.checkDict();
      this.checkConditional();
      this.checkComma();
      this.failAt("invalid syntax", this.at);
    }
    this.source.fail("unexpected indent", token.start, token.end, "IndentationError");
  }

  private failAt(message: string, from: number, to = from): never {
    const [first, last] = [this.list[from], this.list[to]];
    return this.source.fail(message, first.start, Math.max(first.end, last.end));
  }

  private text(at: number): string {
    return this.list[at]?.text ?? "";
  }

  private checkUnclosed(token: Token): void {
    if (this.unclosed < 0) return;
    if (token.type !== "end" && this.source.line(token.start) <= this.source.line(this.unclosed)) return;
    this.source.fail(
      `'${this.source.text[this.unclosed]}' was never closed`,
      this.unclosed,
      this.unclosed + 1
    );
  }

  /** A compound statement without its colon or its block. */
  private checkBlock(): void {
    this.checkMissingBlock(this.lineStart, this.lineEnd);
    // The parser may stumble over the first token after the line that should have opened a block.
    let end = this.lineStart - 1;
    while (end > 0 && this.list[end].type === "dedent") end--;
    if (this.at === this.lineStart && end > 0 && this.list[end].type === "newline") {
      let start = end;
      while (start > 0 && !["newline", "indent", "dedent"].includes(this.list[start - 1].type)) start--;
      this.checkMissingBlock(start, end);
    }
    const keyword = this.text(this.lineStart);
    if (BLOCKS[keyword] === undefined || this.headerColon(this.lineStart, this.at) >= 0) return;
    const atEnd = this.at === this.lineEnd;
    const bare = ["else", "try", "finally"].includes(keyword) && this.at === this.lineStart + 1;
    const complete = this.at > this.lineStart + 1 || bare;
    if (keyword === "def" && this.at === this.lineStart + 2 && this.list[this.at - 1].type === "name") {
      this.failAt("expected '('", this.at);
    }
    const arrow = keyword === "def" && this.text(this.at - 1) === "->";
    if (arrow) this.failAt("expected ':'", this.at - 1);
    if (bare || (atEnd && complete && this.endsOperand(this.at - 1))) this.failAt("expected ':'", this.at);
  }

  private checkMissingBlock(start: number, end: number): void {
    const keyword = this.text(start);
    const block = BLOCKS[keyword];
    if (block === undefined || this.text(end - 1) !== ":" || this.headerColon(start, end) !== end - 1) return;
    const next = this.list[end + 1];
    if (next === undefined || next.type === "indent") return;
    const line = this.source.line(this.list[start].start);
    const bad = this.list.find((token, index) => index > end && token.type !== "dedent")!;
    this.source.fail(
      `expected an indented block after ${block} on line ${line}`,
      bad.start,
      bad.start + 1,
      "IndentationError"
    );
  }

  /** Index of the colon that ends a compound statement's header, or -1. */
  private headerColon(start: number, end: number): number {
    let depth = 0;
    let lambdas = 0;
    for (let at = start; at < end; at++) {
      const text = this.text(at);
      if (OPENING.has(text)) depth++;
      else if (CLOSING.has(text)) depth--;
      else if (depth === 0 && text === "lambda") lambdas++;
      else if (depth === 0 && text === ":" && lambdas-- === 0) return at;
    }
    return -1;
  }

  private endsOperand(at: number): boolean {
    const token = this.list[at];
    if (token === undefined) return false;
    if (token.type === "name") return !KEYWORDS.has(token.text) || BLOCKS[token.text] !== undefined;
    return (
      token.type === "string" || token.type === "number" || CLOSING.has(token.text) || token.text === "..."
    );
  }

  private startsOperand(at: number): boolean {
    const token = this.list[at];
    if (token.type === "name") return !KEYWORDS.has(token.text) || PREFIXES.has(token.text);
    return (
      token.type === "string" || token.type === "number" || OPENING.has(token.text) || token.text === "~"
    );
  }

  /** `print x` and `exec x`, as Python 2 has them. */
  private checkLegacyStatement(): void {
    for (let at = this.at - 1; at >= this.at - 2 && at >= this.lineStart; at--) {
      const name = this.text(at);
      if ((name !== "print" && name !== "exec") || this.text(at - 1) === ".") continue;
      if (!this.startsOperand(at + 1) || OPENING.has(this.text(at + 1))) continue;
      this.failAt(
        `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`,
        at,
        this.lineEnd - 1
      );
    }
  }

  /** Index of the bracket that the token at an index stands in, or -1. */
  private bracketBefore(at: number): number {
    let depth = 0;
    for (let before = at - 1; before >= this.lineStart; before--) {
      const text = this.text(before);
      if (CLOSING.has(text)) depth++;
      else if (OPENING.has(text) && depth-- === 0) return before;
    }
    return -1;
  }

  /** Index of the first token of the part of an expression that ends before an index. */
  private partStart(at: number): number {
    let depth = 0;
    let start = at;
    for (let before = at - 1; before >= this.lineStart; before--) {
      const text = this.text(before);
      if (CLOSING.has(text)) depth++;
      else if (OPENING.has(text) && depth-- === 0) break;
      if (depth === 0 && DELIMITERS.has(text)) break;
      start = before;
    }
    return start;
  }

  private checkParameters(): void {
    const open = this.bracketBefore(this.at);
    if (open < 0 || this.text(open - 2) !== "def") return;
    const text = this.text(this.at);
    if (text === "=" && this.list[this.at - 1].type === "name") {
      if (this.text(this.at - 2) === "*")
        this.failAt("var-positional argument cannot have default value", this.at);
      if (this.text(this.at - 2) === "**")
        this.failAt("var-keyword argument cannot have default value", this.at);
    }
    if (this.text(this.at - 1) === "=" && [",", ")"].includes(text)) {
      this.failAt("expected default value expression", this.at - 1);
    }
    if (text === "(" && (this.at === open + 1 || this.text(this.at - 1) === ",")) {
      let end = this.at + 1;
      while (end < this.lineEnd && this.text(end) !== ")") end++;
      this.failAt("Function parameters cannot be parenthesized", this.at, end);
    }
  }

  private checkHandler(): void {
    if (this.text(this.lineStart) !== "except" || this.bracketBefore(this.at) >= 0) return;
    const comma = this.list.findIndex((token, index) => index > this.lineStart && token.text === ",");
    if (comma < 0 || comma > this.at || this.headerColon(this.lineStart, this.at) >= 0) return;
    const as = this.list.findIndex(
      (token, index) => index > comma && (token.text === "as" || token.text === ":")
    );
    if (as < 0 || as > this.lineEnd) return;
    this.failAt("multiple exception types must be parenthesized", this.lineStart + 1, as - 1);
  }

  /** `=` where a condition or an argument stands. */
  private checkAssignment(): void {
    if (this.text(this.at) !== "=") return;
    const open = this.bracketBefore(this.at);
    const inCall = open >= 0 && this.text(open) === "(" && this.endsOperand(open - 1);
    const previous = this.text(this.at - 1);
    const start = this.partStart(this.at);
    if (inCall) {
      if (["True", "False", "None"].includes(previous) && start === this.at - 1) {
        this.failAt(`cannot assign to ${previous}`, start, this.at);
      }
      this.failAt('expression cannot contain assignment, perhaps you meant "=="?', start, this.at);
    }
    const inCondition = ["if", "elif", "while"].includes(this.text(this.lineStart));
    if (open < 0 && !inCondition) return;
    if (start === this.at - 1 && this.list[start].type === "name" && this.startsOperand(this.at + 1)) {
      this.failAt("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", start, this.at + 1);
    }
    if (this.list[this.at - 1].type === "number" || this.list[this.at - 1].type === "string") {
      this.failAt("cannot assign to literal here. Maybe you meant '==' instead of '='?", start, this.at - 1);
    }
    if (this.text(this.at - 1) === "]" || this.list[this.at - 2]?.text === ".") {
      const what = this.text(this.at - 1) === "]" ? "subscript" : "attribute";
      this.failAt(`cannot assign to ${what} here. Maybe you meant '==' instead of '='?`, start, this.at - 1);
    }
  }

  private checkDict(): void {
    const open = this.bracketBefore(this.at);
    if (open < 0 || this.text(open) !== "{") return;
    const ends = [",", "}"].includes(this.text(this.at));
    if (ends && this.text(this.at - 1) === ":") {
      this.failAt("expression expected after dictionary key and ':'", this.at - 1);
    }
    if (!ends && !(this.endsOperand(this.at - 1) && this.startsOperand(this.at))) return;
    const start = this.partStart(this.at);
    const first = this.partStart(start - 1);
    if (this.text(start - 1) === "," && first > open && this.text(first - 1) === ":") {
      this.failAt("':' expected after dictionary key", this.at - 1);
    }
  }

  /** `a if b` without `else`. */
  private checkConditional(): void {
    const condition = this.partStart(this.at);
    if (this.text(condition - 1) !== "if" || condition - 1 === this.lineStart || condition >= this.at) return;
    if (["else", ":"].includes(this.text(this.at)) || !this.endsOperand(this.at - 1)) return;
    const start = this.partStart(condition - 1);
    if (start >= condition - 1 || ["in", "if"].includes(this.text(start - 1))) return;
    this.failAt("expected 'else' after 'if' expression", start, this.at - 1);
  }

  /** Two operands side by side in brackets; the expression of an f-string's field counts as bracketed. */
  private checkComma(): void {
    if (this.bracketBefore(this.at) < 0 && !this.inField()) return;
    if (!this.endsOperand(this.at - 1) || !this.startsOperand(this.at)) return;
    if (this.list[this.at - 1].type === "name" && this.list[this.at].type === "string") return;
    this.failAt("invalid syntax. Perhaps you forgot a comma?", this.partStart(this.at), this.at);
  }

  /** Whether the tokens are those of an f-string's field rather than of a file. */
  private inField(): boolean {
    return !this.list.some((token) => token.type === "newline");
  }
}
