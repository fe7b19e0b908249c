// Operator precedence. @lezer/python gives `not` the wrong place (`not a and b` comes as `not (a and b)`), so
// its nests of operators are flattened and read again, by Python's own table.

import type {SyntaxNode} from "@lezer/common";
import type {Expression} from "./ast.ts";
import type {Source} from "./source.ts";

/** An operator between or before operands; `not in` and `is not` are one. */
export interface Operator {
  op: string;
  from: number;
  to: number;
}

export type Item = Operator | SyntaxNode;

const BINARY: Record<string, number> = {
  or: 1,
  and: 2,
  "|": 5,
  "^": 6,
  "&": 7,
  "<<": 8,
  ">>": 8,
  "+": 9,
  "-": 9,
  "*": 10,
  "@": 10,
  "/": 10,
  "//": 10,
  "%": 10,
  "**": 12
};
const NOT = 3;
const COMPARISON = 4;
const UNARY = 11;
const POWER = 12;
const COMPARISON_OPERATORS = new Set(["<", ">", "==", ">=", "<=", "!=", "in", "not in", "is", "is not"]);

/** Reads a sequence of operands and operators into one expression. */
export class OperatorReader {
  private at = 0;
  private readonly items: Item[];
  private readonly source: Source;
  private readonly operand: (node: SyntaxNode) => Expression;
  private readonly delta: number;

  constructor(items: Item[], source: Source, delta: number, operand: (node: SyntaxNode) => Expression) {
    this.items = items;
    this.source = source;
    this.delta = delta;
    this.operand = operand;
  }

  read(): Expression {
    return this.expression(0);
  }

  private peek(): string | null {
    const item = this.items[this.at];
    return item !== undefined && "op" in item ? item.op : null;
  }

  private expression(minimum: number): Expression {
    const first = this.at;
    let left = this.prefix(minimum);
    for (;;) {
      const op = this.peek();
      if (op === null) return left;
      if (COMPARISON_OPERATORS.has(op)) {
        if (minimum > COMPARISON) return left;
        left = this.comparison(left, first);
        continue;
      }
      const precedence = BINARY[op];
      if (precedence === undefined) this.unexpected();
      if (precedence < minimum) return left;
      this.at++;
      if (op === "or" || op === "and") left = this.chain(left, op, precedence, first);
      else {
        const right = this.expression(precedence === POWER ? UNARY : precedence + 1);
        left = {kind: "BinOp", left, op, right, ...this.extent(first)};
      }
    }
  }

  private prefix(minimum: number): Expression {
    const first = this.at++;
    const item = this.items[first];
    if (!("op" in item)) return this.operand(item);
    const op = item.op;
    if (op === "not") {
      if (minimum > NOT) this.unexpected(item);
      const operand = this.expression(NOT);
      return {kind: "UnaryOp", op, operand, ...this.extent(first)};
    }
    if (op !== "-" && op !== "+" && op !== "~") this.unexpected(item);
    const operand = this.expression(UNARY);
    return {kind: "UnaryOp", op, operand, ...this.extent(first)};
  }

  private comparison(left: Expression, first: number): Expression {
    const ops: string[] = [];
    const comparators: Expression[] = [];
    for (let op = this.peek(); op !== null && COMPARISON_OPERATORS.has(op); op = this.peek()) {
      this.at++;
      ops.push(op);
      comparators.push(this.expression(COMPARISON + 1));
    }
    return {kind: "Compare", left, ops, comparators, ...this.extent(first)};
  }

  private chain(left: Expression, op: "or" | "and", precedence: number, first: number): Expression {
    const values = [left, this.expression(precedence + 1)];
    while (this.peek() === op) {
      this.at++;
      values.push(this.expression(precedence + 1));
    }
    return {kind: "BoolOp", op, values, ...this.extent(first)};
  }

  /** From an item to the last one read: parentheses around operands belong to it. */
  private extent(first: number): {start: number; end: number} {
    return {start: this.items[first].from + this.delta, end: this.items[this.at - 1].to + this.delta};
  }

  private unexpected(item: Item = this.items[this.at]): never {
    this.source.fail("invalid syntax", item.from + this.delta, item.to + this.delta);
  }
}
