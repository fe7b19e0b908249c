// Code generation for functions, lambdas and classes.

import {type ClassDef, docstring, type FunctionDef, type Lambda, type Parameters} from "./ast.ts";
import type {Unit} from "./blocks.ts";
import {CO_FUTURE_ANNOTATIONS} from "./code.ts";
import {hasAnnotations, statements} from "./compile.ts";
import {callArguments, expression, expressions} from "./compile-expressions.ts";
import type {Compiler} from "./compiler.ts";
import * as op from "./opcodes.ts";
import {unparse} from "./unparse.ts";

const DEFAULTS = 1;
const KEYWORD_DEFAULTS = 2;
const ANNOTATIONS = 4;

export function functionDef(c: Compiler, node: FunctionDef): void {
  expressions(c, node.decorators);
  const firstLine = c.source.line(node.decorators[0]?.start ?? node.start);
  const flags = defaults(c, node.args) | annotations(c, node);
  const code = c.inside(node, "function", node.name, firstLine, (unit) => {
    const doc = docstring(node.body);
    unit.constant(doc);
    parameterCounts(unit, node.args);
    statements(c, doc === null ? node.body : node.body.slice(1));
  });
  c.makeFunction(code, flags);
  decorate(c, node);
  c.variable(node.name, "store");
}

export function lambda(c: Compiler, node: Lambda): void {
  const flags = defaults(c, node.args);
  const generator = c.scopes.get(node)!.generator;
  const code = c.inside(
    node,
    "lambda",
    "<lambda>",
    c.source.line(node.start),
    (unit) => {
      // No string can be the first constant, where a docstring would be.
      unit.constant(null);
      parameterCounts(unit, node.args);
      expression(c, node.body);
      unit.atStart();
      if (!generator) unit.emit(op.RETURN_VALUE);
    },
    !generator
  );
  c.makeFunction(code, flags);
}

function parameterCounts(unit: Unit, args: Parameters): void {
  unit.argCount = args.posOnly.length + args.args.length;
  unit.posOnlyCount = args.posOnly.length;
  unit.kwOnlyCount = args.kwOnly.length;
  unit.varArg = args.varArg !== null;
  unit.kwArg = args.kwArg !== null;
}

function defaults(c: Compiler, args: Parameters): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    expressions(c, args.defaults);
    c.emit(op.BUILD_TUPLE, args.defaults.length);
    flags |= DEFAULTS;
  }
  const names: string[] = [];
  args.kwOnly.forEach((parameter, index) => {
    const value = args.kwDefaults[index];
    if (value === null) return;
    names.push(c.mangled(parameter.name));
    expression(c, value);
  });
  if (names.length > 0) {
    c.constant(names);
    c.emit(op.BUILD_CONST_KEY_MAP, names.length);
    flags |= KEYWORD_DEFAULTS;
  }
  return flags;
}

function annotations(c: Compiler, node: FunctionDef): number {
  const {posOnly, args, varArg, kwOnly, kwArg} = node.args;
  const parameters = [...posOnly, ...args];
  if (varArg !== null) parameters.push(varArg);
  parameters.push(...kwOnly);
  if (kwArg !== null) parameters.push(kwArg);
  let count = 0;
  const annotate = (name: string, annotation: typeof node.returns) => {
    if (annotation === null) return;
    c.constant(c.mangled(name));
    annotationValue(c, annotation);
    count += 2;
  };
  for (const parameter of parameters) annotate(parameter.name, parameter.annotation);
  annotate("return", node.returns);
  if (count === 0) return 0;
  c.emit(op.BUILD_TUPLE, count);
  return ANNOTATIONS;
}

/** Leaves an annotation on the stack; its text under `from __future__ import annotations`. */
export function annotationValue(c: Compiler, annotation: NonNullable<FunctionDef["returns"]>): void {
  if ((c.futureFlags & CO_FUTURE_ANNOTATIONS) === 0) {
    if (annotation.kind === "Starred") {
      expression(c, annotation.value);
      c.emit(op.UNPACK_SEQUENCE, 1);
    } else expression(c, annotation);
  } else c.constant(unparse(annotation));
}

function decorate(c: Compiler, node: FunctionDef | ClassDef): void {
  for (const decorator of [...node.decorators].reverse()) c.unit.within(decorator, () => c.call(0));
}

export function classDef(c: Compiler, node: ClassDef): void {
  expressions(c, node.decorators);
  const firstLine = c.source.line(node.decorators[0]?.start ?? node.start);
  const code = c.inside(node, "class", node.name, firstLine, (unit) => {
    c.variable("__name__", "load");
    c.variable("__module__", "store");
    c.constant(unit.qualname);
    c.variable("__qualname__", "store");
    classBody(c, node);
  });
  c.emit(op.PUSH_NULL);
  c.emit(op.LOAD_BUILD_CLASS);
  c.makeFunction(code, 0);
  c.constant(node.name);
  callArguments(c, 2, node.bases, node.keywords);
  decorate(c, node);
  c.variable(node.name, "store");
}

function classBody(c: Compiler, node: ClassDef): void {
  const unit = c.unit;
  moduleOrClassBody(c, node.body);
  unit.noPosition();
  if (unit.scope.needsClassCell) {
    unit.emit(op.LOAD_CLOSURE, unit.cellNames.indexOf("__class__"));
    unit.emit(op.COPY, 1);
    c.variable("__classcell__", "store");
  } else c.constant(null);
  unit.emit(op.RETURN_VALUE);
}

/** The statements of a module or class, with what they need for docstring and annotations. */
export function moduleOrClassBody(c: Compiler, body: ClassDef["body"]): void {
  if (c.unit.kind === "module" && body.length > 0) c.unit.at(body[0]);
  if (hasAnnotations(body)) c.emit(op.SETUP_ANNOTATIONS);
  const doc = docstring(body);
  if (doc !== null) {
    expression(c, (body[0] as Extract<(typeof body)[0], {kind: "Expr"}>).value);
    c.unit.noPosition();
    c.variable("__doc__", "store");
  }
  statements(c, doc === null ? body : body.slice(1));
}
