// Constant expressions are computed on the abstract syntax, before anything else looks at it.

import {binary, element, unary} from "./arithmetic.ts";
import {docstring, type Expression, type Module, type Parameters, type Statement} from "./ast.ts";
import type {Constant} from "./code.ts";

type Compare = Extract<Expression, {kind: "Compare"}>;
type BinOp = Extract<Expression, {kind: "BinOp"}>;

/** Replaces constant expressions by their values, everywhere but in annotations that stay text. */
export function fold(module: Module, stringAnnotations: boolean): void {
  new Folder(stringAnnotations).body(module.body, true);
}

const NEGATED: Record<string, string> = {in: "not in", "not in": "in", is: "is not", "is not": "is"};

class Folder {
  private readonly stringAnnotations: boolean;

  constructor(stringAnnotations: boolean) {
    this.stringAnnotations = stringAnnotations;
  }

  body(body: Statement[], mayHaveDocstring = false): void {
    const doc = mayHaveDocstring ? docstring(body) : null;
    for (const statement of body) this.statement(statement);
    if (!mayHaveDocstring || doc !== null || docstring(body) === null) return;
    // A string that only folding made is no docstring.
    const first = body[0] as Extract<Statement, {kind: "Expr"}>;
    first.value = {kind: "JoinedStr", values: [first.value], start: first.value.start, end: first.value.end};
  }

  private statement(node: Statement): void {
    switch (node.kind) {
      case "FunctionDef":
        this.parameters(node.args);
        this.all(node.decorators);
        if (!this.stringAnnotations) node.returns = this.optional(node.returns);
        this.body(node.body, true);
        return;
      case "ClassDef":
        this.all(node.bases);
        for (const keyword of node.keywords) keyword.value = this.expression(keyword.value);
        this.all(node.decorators);
        this.body(node.body, true);
        return;
      case "Return":
        node.value = this.optional(node.value);
        return;
      case "Delete":
        for (const target of node.targets) this.target(target);
        return;
      case "Assign":
        for (const target of node.targets) this.target(target);
        node.value = this.expression(node.value);
        return;
      case "AugAssign":
        this.target(node.target);
        node.value = this.expression(node.value);
        return;
      case "AnnAssign":
        this.target(node.target);
        if (!this.stringAnnotations) node.annotation = this.expression(node.annotation);
        node.value = this.optional(node.value);
        return;
      case "For":
        this.target(node.target);
        node.iter = iterable(this.expression(node.iter));
        this.body(node.body);
        this.body(node.orelse);
        return;
      case "While":
      case "If":
        node.test = this.expression(node.test);
        this.body(node.body);
        this.body(node.orelse);
        return;
      case "With":
        for (const item of node.items) {
          item.context = this.expression(item.context);
          if (item.target !== null) this.target(item.target);
        }
        this.body(node.body);
        return;
      case "Raise":
        node.exception = this.optional(node.exception);
        node.cause = this.optional(node.cause);
        return;
      case "Try":
        this.body(node.body);
        for (const handler of node.handlers) {
          handler.type = this.optional(handler.type);
          this.body(handler.body);
        }
        this.body(node.orelse);
        this.body(node.finalbody);
        return;
      case "Assert":
        node.test = this.expression(node.test);
        node.message = this.optional(node.message);
        return;
      case "Expr":
        node.value = this.expression(node.value);
        return;
      default:
        return;
    }
  }

  private parameters(args: Parameters): void {
    this.all(args.defaults);
    args.kwDefaults.forEach((value, index) => {
      args.kwDefaults[index] = this.optional(value);
    });
    if (this.stringAnnotations) return;
    for (const parameter of [...args.posOnly, ...args.args, args.varArg, ...args.kwOnly, args.kwArg]) {
      if (parameter !== null) parameter.annotation = this.optional(parameter.annotation);
    }
  }

  private all(nodes: Expression[]): void {
    nodes.forEach((node, index) => {
      nodes[index] = this.expression(node);
    });
  }

  private optional(node: Expression | null): Expression | null {
    return node === null ? null : this.expression(node);
  }

  private target(node: Expression): void {
    switch (node.kind) {
      case "Tuple":
      case "List":
        for (const part of node.elts) this.target(part);
        return;
      case "Starred":
        this.target(node.value);
        return;
      case "Attribute":
        node.value = this.expression(node.value);
        return;
      case "Subscript":
        node.value = this.expression(node.value);
        node.slice = this.expression(node.slice);
        return;
      default:
    }
  }

  private expression(node: Expression): Expression {
    switch (node.kind) {
      case "Constant":
        return node;
      case "Name":
        return node.id === "__debug__" ? constant(true, node) : node;
      case "JoinedStr":
      case "BoolOp":
        this.all(node.values);
        return node;
      case "FormattedValue":
        node.value = this.expression(node.value);
        node.formatSpec = this.optional(node.formatSpec);
        return node;
      case "NamedExpr":
      case "YieldFrom":
      case "Attribute":
      case "Starred":
        node.value = this.expression(node.value);
        return node;
      case "Yield":
        node.value = this.optional(node.value);
        return node;
      case "BinOp":
        return this.binary(node);
      case "UnaryOp":
        node.operand = this.expression(node.operand);
        return foldUnary(node);
      case "Lambda":
        this.parameters(node.args);
        node.body = this.expression(node.body);
        return node;
      case "IfExp":
        node.test = this.expression(node.test);
        node.body = this.expression(node.body);
        node.orelse = this.expression(node.orelse);
        return node;
      case "Dict":
        node.keys.forEach((key, index) => {
          node.keys[index] = this.optional(key);
        });
        this.all(node.values);
        return node;
      case "Set":
      case "List":
        this.all(node.elts);
        return node;
      case "Tuple":
        this.all(node.elts);
        return constantTuple(node, node.elts) ?? node;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        return this.comprehension(node);
      case "Compare":
        return this.compare(node);
      case "Call":
        node.func = this.expression(node.func);
        this.all(node.args);
        for (const keyword of node.keywords) keyword.value = this.expression(keyword.value);
        return node;
      case "Subscript": {
        node.value = this.expression(node.value);
        node.slice = this.expression(node.slice);
        if (node.value.kind !== "Constant" || node.slice.kind !== "Constant") return node;
        return constant(element(node.value.value, node.slice.value), node);
      }
      case "Slice":
        node.lower = this.optional(node.lower);
        node.upper = this.optional(node.upper);
        node.step = this.optional(node.step);
        return node;
    }
  }

  private comprehension(
    node: Extract<Expression, {kind: "ListComp" | "SetComp" | "DictComp" | "GeneratorExp"}>
  ): Expression {
    node.element = this.expression(node.element);
    node.value = this.optional(node.value);
    for (const generator of node.generators) {
      this.target(generator.target);
      generator.iter = iterable(this.expression(generator.iter));
      this.all(generator.ifs);
    }
    return node;
  }

  private compare(node: Compare): Expression {
    node.left = this.expression(node.left);
    this.all(node.comparators);
    const last = node.ops.length - 1;
    if (node.ops[last] === "in" || node.ops[last] === "not in") {
      node.comparators[last] = iterable(node.comparators[last]);
    }
    return node;
  }

  private binary(node: BinOp): Expression {
    node.left = this.expression(node.left);
    node.right = this.expression(node.right);
    const {left, right} = node;
    if (left.kind !== "Constant") return node;
    if (node.op === "%" && typeof left.value === "string") return formatted(node, left.value) ?? node;
    if (right.kind !== "Constant") return node;
    return constant(binary(node.op, left.value, right.value), node);
  }
}

/** A Constant in the place of a node; the node itself when there is no value. */
function constant(value: Constant | undefined, node: Expression): Expression {
  return value === undefined ? node : {kind: "Constant", value, start: node.start, end: node.end};
}

function constants(elts: Expression[]): Constant[] | null {
  const values: Constant[] = [];
  for (const element of elts) {
    if (element.kind !== "Constant") return null;
    values.push(element.value);
  }
  return values;
}

function constantTuple(node: Expression, elts: Expression[]): Expression | null {
  const values = constants(elts);
  return values === null ? null : constant(values, node);
}

/** What is only iterated over, or searched, can be a tuple instead of a list, and a frozenset instead of a set. */
function iterable(node: Expression): Expression {
  if (node.kind === "List") {
    if (node.elts.some((part) => part.kind === "Starred")) return node;
    return (
      constantTuple(node, node.elts) ?? {kind: "Tuple", elts: node.elts, start: node.start, end: node.end}
    );
  }
  if (node.kind !== "Set") return node;
  const values = constants(node.elts);
  return values === null ? node : constant({frozenset: values}, node);
}

function foldUnary(node: Extract<Expression, {kind: "UnaryOp"}>): Expression {
  const {op, operand} = node;
  if (operand.kind === "Constant") return constant(unary(op, operand.value), node);
  if (
    op === "not" &&
    operand.kind === "Compare" &&
    operand.ops.length === 1 &&
    NEGATED[operand.ops[0]] !== undefined
  ) {
    operand.ops[0] = NEGATED[operand.ops[0]];
    return operand;
  }
  return node;
}

/** CPython records no position for the text of a format. */
const NOWHERE = {start: -1, end: -1};

const CONVERSION = /%%|%([-+ #0]*)(\d{0,2})(?:\.(\d{0,2}))?([sra])|%|[^%]+/gy;

/** `"..." % (a, b)` as an f-string, where the text has no conversions but %s, %r and %a; else null. */
function formatted(node: BinOp, text: string): Expression | null {
  if (node.right.kind !== "Tuple") return null;
  const args = node.right.elts;
  if (args.some((arg) => arg.kind === "Starred")) return null;
  const values: Expression[] = [];
  let literal = "";
  const flush = () => {
    if (literal !== "") values.push({kind: "Constant", value: literal, ...NOWHERE});
    literal = "";
  };
  let used = 0;
  for (const [whole, flags, width, precision, conversion] of text.matchAll(CONVERSION)) {
    if (whole === "%") return null;
    if (conversion === undefined) {
      literal += whole === "%%" ? "%" : whole;
      continue;
    }
    const value = args[used++];
    if (value === undefined) return null;
    flush();
    const align = width !== "" && Number(width) > 0 && !flags.includes("-") ? ">" : "";
    const spec = `${align}${width === "" ? "" : Number(width)}${precision === undefined ? "" : `.${Number(precision)}`}`;
    const formatSpec: Expression | null = spec === "" ? null : {kind: "Constant", value: spec, ...NOWHERE};
    const {start, end} = value;
    values.push({
      kind: "FormattedValue",
      value,
      conversion: conversion as "s" | "r" | "a",
      formatSpec,
      start,
      end
    });
  }
  if (used !== args.length) return null;
  flush();
  return {kind: "JoinedStr", values, start: node.start, end: node.end};
}
