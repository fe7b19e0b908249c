// Code generation for statements.

import type {Expression, Module, Statement} from "./ast.ts";
import type {Frame} from "./blocks.ts";
import {CO_FUTURE_ANNOTATIONS, type Code} from "./code.ts";
import {atAttribute, checkAssignable, expression, jumpIf, store} from "./compile-expressions.ts";
import {annotationValue, classDef, functionDef, moduleOrClassBody} from "./compile-functions.ts";
import {tryStatement, unwind, unwindLoop, withStatement} from "./compile-try.ts";
import {Compiler, isConstant} from "./compiler.ts";
import {fold} from "./fold.ts";
import {futureFlags} from "./future.ts";
import * as op from "./opcodes.ts";
import {analyze} from "./scopes.ts";
import type {Source} from "./source.ts";
import {parseModule} from "./tree.ts";

/** Compiles a whole file. Throws PythonSyntaxError. */
export function compileModule(source: Source): Code {
  const module: Module = parseModule(source);
  const flags = futureFlags(source, module);
  fold(module, (flags & CO_FUTURE_ANNOTATIONS) !== 0);
  const scopes = analyze(source, module, (flags & CO_FUTURE_ANNOTATIONS) !== 0);
  const compiler = new Compiler(source, scopes, scopes.get(module)!, flags);
  return compiler.inside(module, "module", "<module>", 1, () => moduleOrClassBody(compiler, module.body));
}

export function statements(c: Compiler, body: Statement[]): void {
  for (const node of body) statement(c, node);
}

function statement(c: Compiler, node: Statement): void {
  c.unit.at(node);
  switch (node.kind) {
    case "FunctionDef":
      functionDef(c, node);
      return;
    case "ClassDef":
      classDef(c, node);
      return;
    case "Return":
      returnStatement(c, node);
      return;
    case "Delete":
      for (const target of node.targets) remove(c, target);
      return;
    case "Assign":
      expression(c, node.value);
      node.targets.forEach((target, index) => {
        if (index < node.targets.length - 1) c.emit(op.COPY, 1);
        store(c, target);
      });
      return;
    case "AugAssign":
      augmentedAssign(c, node);
      return;
    case "AnnAssign":
      annotatedAssign(c, node);
      return;
    case "For":
      forStatement(c, node);
      return;
    case "While":
      whileStatement(c, node);
      return;
    case "If":
      ifStatement(c, node);
      return;
    case "With":
      withStatement(c, node);
      return;
    case "Raise":
      if (node.exception !== null) expression(c, node.exception);
      if (node.cause !== null) expression(c, node.cause);
      c.emit(op.RAISE_VARARGS, node.cause !== null ? 2 : node.exception !== null ? 1 : 0);
      return;
    case "Try":
      tryStatement(c, node);
      return;
    case "Assert":
      assertStatement(c, node);
      return;
    case "Import":
      importStatement(c, node);
      return;
    case "ImportFrom":
      importFrom(c, node);
      return;
    case "Global":
    case "Nonlocal":
      return;
    case "Expr":
      expressionStatement(c, node.value);
      return;
    case "Pass":
      c.emit(op.NOP);
      return;
    case "Break":
    case "Continue":
      leaveLoop(c, node);
      return;
  }
}

function expressionStatement(c: Compiler, value: Expression): void {
  if (isConstant(value)) {
    c.emit(op.NOP);
    return;
  }
  expression(c, value);
  c.unit.noPosition();
  c.emit(op.POP_TOP);
}

function returnStatement(c: Compiler, node: Extract<Statement, {kind: "Return"}>): void {
  const unit = c.unit;
  const value = node.value;
  if (unit.scope.kind !== "function") c.fail("'return' outside function", node);
  const computed = value !== null && !isConstant(value);
  if (computed) expression(c, value);
  else if (value !== null) {
    unit.at(value);
    c.emit(op.NOP);
  }
  const sameLine =
    value !== null && value.start >= 0 && c.source.line(value.start) === c.source.line(node.start);
  if (!sameLine) {
    unit.at(node);
    c.emit(op.NOP);
  }
  unwind(c, computed);
  if (value === null) c.constant(null);
  else if (isConstant(value)) c.constant((value as Extract<Expression, {kind: "Constant"}>).value);
  c.emit(op.RETURN_VALUE);
}

function leaveLoop(c: Compiler, node: Extract<Statement, {kind: "Break" | "Continue" | "Pass"}>): void {
  c.emit(op.NOP);
  const loop = unwindLoop(c, node.kind === "Break");
  if (loop === null) {
    c.fail(node.kind === "Break" ? "'break' outside loop" : "'continue' not properly in loop", node);
  }
  c.unit.jump(op.JUMP, node.kind === "Break" ? loop.exit : loop.start);
}

function remove(c: Compiler, target: Expression): void {
  c.unit.within(target, () => removeValue(c, target));
}

function removeValue(c: Compiler, target: Expression): void {
  switch (target.kind) {
    case "Name":
      checkDeletable(c, target.id, target);
      c.variable(target.id, "delete");
      break;
    case "Attribute":
      checkDeletable(c, target.attr, target);
      expression(c, target.value);
      atAttribute(c, target);
      c.named(op.DELETE_ATTR, target.attr);
      break;
    case "Subscript":
      expression(c, target.value);
      expression(c, target.slice);
      c.emit(op.DELETE_SUBSCR);
      break;
    case "Tuple":
    case "List":
      for (const element of target.elts) remove(c, element);
      break;
    default:
      throw new TypeError(`invalid target ${target.kind}`);
  }
}

function checkDeletable(c: Compiler, name: string, node: {start: number; end: number}): void {
  if (name === "__debug__") c.fail("cannot delete __debug__", node);
}

function augmentedAssign(c: Compiler, node: Extract<Statement, {kind: "AugAssign"}>): void {
  const target = node.target;
  const unit = c.unit;
  unit.at(target);
  switch (target.kind) {
    case "Name":
      c.variable(target.id, "load");
      break;
    case "Attribute":
      expression(c, target.value);
      c.emit(op.COPY, 1);
      atAttribute(c, target);
      c.named(op.LOAD_ATTR, target.attr);
      break;
    case "Subscript":
      expression(c, target.value);
      expression(c, target.slice);
      c.emit(op.COPY, 2);
      c.emit(op.COPY, 2);
      c.emit(op.BINARY_SUBSCR);
      break;
    default:
      throw new TypeError(`invalid target ${target.kind}`);
  }
  unit.at(node);
  expression(c, node.value);
  c.emit(op.BINARY_OP, op.BINARY_OPERATORS.indexOf(node.op) + op.INPLACE);
  unit.at(target);
  if (target.kind === "Name") {
    c.variable(target.id, "store");
    return;
  }
  if (target.kind === "Attribute") {
    checkAssignable(c, target.attr, target);
    atAttribute(c, target);
    c.emit(op.SWAP, 2);
    c.named(op.STORE_ATTR, target.attr);
    return;
  }
  c.emit(op.SWAP, 3);
  c.emit(op.SWAP, 2);
  c.emit(op.STORE_SUBSCR);
}

function annotatedAssign(c: Compiler, node: Extract<Statement, {kind: "AnnAssign"}>): void {
  const {target, annotation, value} = node;
  const evaluated = c.unit.kind === "module" || c.unit.kind === "class";
  const discard = (part: Expression) => {
    expression(c, part);
    c.emit(op.POP_TOP);
  };
  if (value !== null) {
    expression(c, value);
    store(c, target);
  }
  if (target.kind === "Name") {
    if (node.simple && evaluated) {
      annotationValue(c, annotation);
      c.named(op.LOAD_NAME, "__annotations__");
      c.constant(c.mangled(target.id));
      c.emit(op.STORE_SUBSCR);
    }
  } else if (value === null) {
    const parts =
      target.kind === "Subscript" ? [target.value, target.slice] : [(target as {value: Expression}).value];
    parts.forEach(discard);
  }
  if (!node.simple && evaluated && (c.futureFlags & CO_FUTURE_ANNOTATIONS) === 0) discard(annotation);
}

function ifStatement(c: Compiler, node: Extract<Statement, {kind: "If"}>): void {
  const unit = c.unit;
  const end = unit.newBlock();
  const otherwise = node.orelse.length > 0 ? unit.newBlock() : end;
  jumpIf(c, node.test, otherwise, false);
  statements(c, node.body);
  if (node.orelse.length > 0) {
    unit.artificialJump(op.JUMP, end);
    unit.use(otherwise);
    statements(c, node.orelse);
  }
  unit.use(end);
}

function whileStatement(c: Compiler, node: Extract<Statement, {kind: "While"}>): void {
  const unit = c.unit;
  const start = unit.newBlock();
  const body = unit.newBlock();
  const otherwise = unit.newBlock();
  const end = unit.newBlock();
  unit.use(start);
  unit.frames.push({kind: "while", start, exit: end});
  jumpIf(c, node.test, otherwise, false);
  unit.use(body);
  statements(c, node.body);
  unit.at(node);
  jumpIf(c, node.test, body, true);
  unit.frames.pop();
  unit.use(otherwise);
  statements(c, node.orelse);
  unit.use(end);
}

function forStatement(c: Compiler, node: Extract<Statement, {kind: "For"}>): void {
  const unit = c.unit;
  const start = unit.newBlock();
  const body = unit.newBlock();
  const cleanup = unit.newBlock();
  const end = unit.newBlock();
  const frame: Frame = {kind: "for", start, exit: end};
  unit.frames.push(frame);
  expression(c, node.iter);
  c.emit(op.GET_ITER);
  unit.use(start);
  unit.jump(op.FOR_ITER, cleanup);
  unit.use(body);
  store(c, node.target);
  statements(c, node.body);
  unit.noPosition();
  unit.jump(op.JUMP, start);
  unit.use(cleanup);
  unit.frames.pop();
  statements(c, node.orelse);
  unit.use(end);
}

function assertStatement(c: Compiler, node: Extract<Statement, {kind: "Assert"}>): void {
  const end = c.unit.newBlock();
  jumpIf(c, node.test, end, true);
  c.emit(op.LOAD_ASSERTION_ERROR);
  if (node.message !== null) {
    expression(c, node.message);
    c.call(0);
  }
  c.emit(op.RAISE_VARARGS, 1);
  c.unit.use(end);
}

function importStatement(c: Compiler, node: Extract<Statement, {kind: "Import"}>): void {
  for (const {name, asName} of node.names) {
    c.constant(0n);
    c.constant(null);
    c.named(op.IMPORT_NAME, name);
    const [top, ...parts] = name.split(".");
    if (asName === null) c.variable(top, "store");
    else {
      parts.forEach((part, index) => {
        c.named(op.IMPORT_FROM, part);
        if (index === parts.length - 1) return;
        c.emit(op.SWAP, 2);
        c.emit(op.POP_TOP);
      });
      c.variable(asName, "store");
      if (parts.length > 0) c.emit(op.POP_TOP);
    }
  }
}

function importFrom(c: Compiler, node: Extract<Statement, {kind: "ImportFrom"}>): void {
  c.constant(BigInt(node.level));
  c.constant(node.names.map((alias) => alias.name));
  c.named(op.IMPORT_NAME, node.module);
  for (const {name, asName} of node.names) {
    if (name === "*") {
      c.emit(op.IMPORT_STAR);
      return;
    }
    c.named(op.IMPORT_FROM, name);
    c.variable(asName ?? name, "store");
  }
  c.emit(op.POP_TOP);
}

/** Whether a body, nested statements included but not functions and classes, annotates a variable. */
export function hasAnnotations(body: Statement[]): boolean {
  return body.some((node) => {
    switch (node.kind) {
      case "AnnAssign":
        return true;
      case "For":
      case "While":
      case "If":
        return hasAnnotations(node.body) || hasAnnotations(node.orelse);
      case "With":
        return hasAnnotations(node.body);
      case "Try":
        return (
          [node.body, node.orelse, node.finalbody].some(hasAnnotations) ||
          node.handlers.some((handler) => hasAnnotations(handler.body))
        );
      default:
        return false;
    }
  });
}
