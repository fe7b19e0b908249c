// What the parser is shown instead of the source. @lezer/python's grammar is narrower than Python's in a few
// places and wider in others; tokens that it would stumble over are replaced by others of the same length, so that
// every offset stays, and the tree's readers look the true text up in the source.

import type {Source} from "./source.ts";
import {type Token, type Tokens, tokenize, tokenizeExpression} from "./tokens.ts";

/**
 * What truly stands where the tree shows something else:
 * - `decorator`: the `@` of a decorator that is not a plain (dotted) name or call; the tree shows `~`
 * - `star`: a star before an element, where the grammar has none; the tree shows `~`
 * - `as`: the `as` of a `with` item, which may have any target; the tree shows a comma
 * - `slash`: the end of positional-only parameters; the tree shows a parameter
 * - `bare yield`: a `yield` without value; the tree shows a variable
 */
export type Role = "decorator" | "star" | "as" | "slash" | "bare yield";

export interface Dialect {
  /** The text to parse; as long as the source text it stands for. */
  text: string;
  roles: Map<number, Role>;
  tokens: Tokens;
}

/** Prepares a whole file. Throws PythonSyntaxError for what the tokens alone rule out. */
export function dialectOf(source: Source): Dialect {
  const tokens = tokenize(source);
  const translator = new Translator(source, tokens, false);
  return {text: translator.translate(0, source.text.length), roles: translator.roles, tokens};
}

/** Prepares an expression, which is put into parentheses: offset 0 of the text is `start - 1`. */
export function dialectOfExpression(source: Source, start: number, end: number): Dialect {
  const tokens = tokenizeExpression(source, start, end);
  const translator = new Translator(source, tokens, true);
  return {text: `(${translator.translate(start, end)})`, roles: translator.roles, tokens};
}

const COMPOUND = new Set([
  "if",
  "elif",
  "else",
  "while",
  "for",
  "try",
  "except",
  "finally",
  "with",
  "def",
  "class"
]);
const AUGMENTED = /^(?:\*\*|\/\/|>>|<<|[-+*/%&|^@])=$/;
/** The grammar reads these as keywords at the start of a statement; they are plain names. */
const DISGUISED: Record<string, string> = {print: "prinT", match: "matcH", type: "typE"};
/** Words that are never a name. */
export const KEYWORDS = new Set(
  "and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " "
  )
);

class Translator {
  readonly roles = new Map<number, Role>();
  private readonly source: Source;
  private readonly list: Token[];
  private readonly continuations: number[];
  private readonly inExpression: boolean;
  private readonly replacements: {start: number; end: number; text: string}[] = [];
  /** What each open bracket holds. */
  private readonly brackets: ("subscript" | "parameters" | "other")[] = [];
  /** Depths of brackets at which the parameters of a lambda are open. */
  private readonly lambdas: number[] = [];
  /** Whether the current line is a compound statement's. */
  private compound = false;
  /** Depth of brackets at which the targets of a comprehension's `for` are open, or -1. */
  private targetsDepth = -1;
  /** Whether the iterables of a `for` statement are open. */
  private iterables = false;
  /** The quote of the last string shown. */
  private quote = '"';

  constructor(source: Source, tokens: Tokens, inExpression: boolean) {
    this.source = source;
    this.list = tokens.list;
    this.continuations = tokens.continuations;
    this.inExpression = inExpression;
  }

  translate(start: number, end: number): string {
    for (let at = 0; at < this.list.length; at++) this.token(at);
    for (const at of this.continuations) this.replacements.push({start: at, end: at + 2, text: "  "});
    for (
      let at = this.source.text.indexOf("\f", start);
      at >= 0 && at < end;
      at = this.source.text.indexOf("\f", at + 1)
    ) {
      if (!this.inString(at)) this.replacements.push({start: at, end: at + 1, text: " "});
    }
    this.replacements.sort((a, b) => a.start - b.start);
    const pieces: string[] = [];
    let at = start;
    for (const replacement of this.replacements) {
      pieces.push(this.source.text.slice(at, replacement.start), replacement.text);
      at = replacement.end;
    }
    pieces.push(this.source.text.slice(at, end));
    return pieces.join("");
  }

  private inString(at: number): boolean {
    return this.replacements.some((replacement) => replacement.start <= at && at < replacement.end);
  }

  private replace(token: Token, text: string, role?: Role): void {
    this.replacements.push({start: token.start, end: token.end, text});
    if (role !== undefined) this.roles.set(token.start, role);
  }

  private token(at: number): void {
    const token = this.list[at];
    switch (token.type) {
      case "string":
        this.string(at);
        return;
      case "number":
        this.number(token);
        return;
      case "newline":
        this.compound = false;
        this.iterables = false;
        this.lambdas.length = 0;
        return;
      case "name":
        this.name(at);
        return;
      case "op":
        this.operator(at);
        return;
      default:
    }
  }

  /** Shows a string as one of the same length without prefix, escapes and fields. */
  private string(at: number): void {
    const token = this.list[at];
    const before = this.list[at - 1];
    // Quotes side by side are told apart, lest two strings look like the start of a triple-quoted one.
    const touching = before?.type === "string" && before.end === token.start;
    this.quote = touching && this.quote === '"' ? "'" : '"';
    this.replace(token, `${this.quote}${"x".repeat(token.end - token.start - 2)}${this.quote}`);
  }

  /** Shows a number as digits, or, after a dot at the start, as a dot and digits. */
  private number(token: Token): void {
    const text = this.source.text.slice(token.start, token.end);
    if (!/^\.?[0-9]+$/.test(text))
      this.replace(token, (text[0] === "." ? "." : "1") + "1".repeat(text.length - 1));
  }

  private text(at: number): string {
    return this.list[at]?.text ?? "";
  }

  private startsStatement(at: number): boolean {
    if (this.inExpression || this.brackets.length > 0) return false;
    const previous = this.list[at - 1];
    if (previous === undefined || ["newline", "indent", "dedent"].includes(previous.type)) return true;
    return previous.text === ";" || (previous.text === ":" && this.compound);
  }

  private name(at: number): void {
    const token = this.list[at];
    if (COMPOUND.has(token.text) && this.startsStatement(at)) {
      this.compound = true;
      if (token.text === "with") this.withItems(at);
      if (token.text === "except" && this.text(at + 1) === "*") this.unsupported("except* is", at);
    }
    switch (token.text) {
      case "print":
      case "match":
      case "type":
        this.rejectNewer(at);
        this.replace(token, DISGUISED[token.text]);
        return;
      case "async":
      case "await":
        this.unsupported(
          token.text === "async" ? "async functions and statements are" : "await expressions are",
          at
        );
        return;
      case "lambda":
        this.lambdas.push(this.brackets.length);
        return;
      case "for":
        if (this.brackets.length > 0 || this.inExpression) this.targetsDepth = this.brackets.length;
        return;
      case "in":
        if (this.targetsDepth === this.brackets.length) this.targetsDepth = -1;
        else if (this.brackets.length === 0 && this.compound) this.iterables = true;
        return;
      case "yield":
        if (this.isBareYield(at)) this.replace(token, "yielD", "bare yield");
    }
  }

  private unsupported(what: string, at: number): never {
    const token = this.list[at];
    return this.source.fail(`${what} not supported by Convoy`, token.start, token.end);
  }

  /** Statements of Python 3.10 and later that start with a soft keyword. */
  private rejectNewer(at: number): void {
    if (!this.startsStatement(at)) return;
    const token = this.list[at];
    if (token.text === "type" && this.list[at + 1].type === "name" && !KEYWORDS.has(this.text(at + 1))) {
      if (this.text(at + 2) === "=" || this.text(at + 2) === "[") this.unsupported("type statements are", at);
    }
    if (token.text !== "match") return;
    let end = at;
    while (this.list[end].type !== "newline" && this.list[end].type !== "end") end++;
    if (
      this.text(end - 1) === ":" &&
      this.list[end + 1]?.type === "indent" &&
      this.text(end + 2) === "case"
    ) {
      this.unsupported("match statements are", at);
    }
  }

  private isBareYield(at: number): boolean {
    const next = this.list[at + 1];
    if (!["newline", "end"].includes(next.type) && ![")", ";", "="].includes(next.text)) return false;
    if (this.startsStatement(at)) return true;
    const previous = this.list[at - 1];
    if (previous === undefined) return this.inExpression;
    if (previous.text === "(") return !this.isOperandEnd(at - 2);
    return previous.text === "=" || AUGMENTED.test(previous.text);
  }

  private isOperandEnd(at: number): boolean {
    const token = this.list[at];
    if (token === undefined) return false;
    if (token.type === "name") return !KEYWORDS.has(token.text);
    return token.type === "string" || token.type === "number" || [")", "]", "}"].includes(token.text);
  }

  /** Shows each `as` between `with` and its colon as a comma. */
  private withItems(at: number): void {
    const surrounded = this.text(at + 1) === "(" && this.text(this.matching(at + 1) + 1) === ":";
    let depth = 0;
    for (let next = at + 1; next < this.list.length; next++) {
      const {text, type} = this.list[next];
      if (type === "newline" || (text === ":" && depth === 0)) return;
      if (text === "(" || text === "[" || text === "{") depth++;
      else if (text === ")" || text === "]" || text === "}") depth--;
      else if (text === "as" && depth === (surrounded ? 1 : 0)) this.replace(this.list[next], ", ", "as");
    }
  }

  /** Index of the token that closes a bracket. */
  private matching(at: number): number {
    let depth = 0;
    for (let next = at; next < this.list.length; next++) {
      const {text} = this.list[next];
      if (text === "(" || text === "[" || text === "{") depth++;
      else if ((text === ")" || text === "]" || text === "}") && --depth === 0) return next;
    }
    return this.list.length;
  }

  private operator(at: number): void {
    const token = this.list[at];
    switch (token.text) {
      case "(":
        this.brackets.push(this.text(at - 2) === "def" ? "parameters" : "other");
        return;
      case "{":
        this.brackets.push("other");
        return;
      case "[":
        this.brackets.push(this.isOperandEnd(at - 1) ? "subscript" : "other");
        return;
      case ")":
      case "]":
      case "}":
        this.brackets.pop();
        return;
      case ":":
        if (this.lambdas[this.lambdas.length - 1] === this.brackets.length) this.lambdas.pop();
        else if (this.brackets.length === 0) this.iterables = false;
        return;
      case "/":
        if (this.inParameters() && ["(", ",", "lambda"].includes(this.text(at - 1)))
          this.replace(token, "_", "slash");
        return;
      case "*":
        if (this.needsStar(at)) this.replace(token, "~", "star");
        return;
      case "@":
        if (this.startsStatement(at) && !this.isPlainDecorator(at)) this.replace(token, "~", "decorator");
    }
  }

  private inParameters(): boolean {
    const depth = this.brackets.length;
    return this.lambdas[this.lambdas.length - 1] === depth || this.brackets[depth - 1] === "parameters";
  }

  /** Whether a star is one before an element, where the grammar has none. */
  private needsStar(at: number): boolean {
    const previous = this.text(at - 1);
    const depth = this.brackets.length;
    if (previous === "in") return this.iterables && depth === 0;
    if (previous === "for") return this.targetsDepth === depth;
    if (previous === "[") return this.brackets[depth - 1] === "subscript";
    if (previous !== "," || this.lambdas[this.lambdas.length - 1] === depth) return false;
    if (depth === 0) return this.iterables;
    return this.targetsDepth === depth || this.brackets[depth - 1] === "subscript";
  }

  private isPlainDecorator(at: number): boolean {
    let next = at + 1;
    if (this.list[next].type !== "name") return false;
    next++;
    while (this.text(next) === "." && this.list[next + 1].type === "name") next += 2;
    if (this.text(next) === "(") next = this.matching(next) + 1;
    return this.list[next]?.type === "newline";
  }
}
