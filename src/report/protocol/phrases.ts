/// Expressions of a design's source in few words: `this.locked.value !== 0` is "locked".

import ts from "typescript";
import {type DesignSource, findMethod, isGenerator} from "./syntax.ts";

/// Where an expression stands, and what it cost to say it.
export interface Scope {
  source: DesignSource;
  /// Microseconds of the switch interval unless a program sets it.
  switchInterval_us: number;
  /// Number of the class in the chain whose method this is.
  owner: number;
  /// What a parameter stands for.
  locals: ReadonlyMap<string, string>;
  /// Numbers of the classes whose methods were looked into.
  looked: Set<number>;
  depth: number;
}

const DEEPEST = 6;
const BITS: Record<string, string> = {
  BREAK_DROP: "drop request",
  BREAK_LOOK: "request to look",
  BREAK_SIGNAL: "signal"
};
const OPERATORS: Record<string, string> = {
  "===": "=",
  "==": "=",
  "!==": "≠",
  "!=": "≠",
  ">=": "≥",
  "<=": "≤",
  "&&": "and",
  "||": "or"
};

/// A method that only answers an expression, such as a condition that variants of a design override.
function answerOf(call: ts.CallExpression, scope: Scope): {answer: ts.Expression; scope: Scope} | null {
  const to = call.expression;
  if (!ts.isPropertyAccessExpression(to) || scope.depth > DEEPEST) return null;
  const fromSuper = to.expression.kind === ts.SyntaxKind.SuperKeyword;
  if (!fromSuper && to.expression.kind !== ts.SyntaxKind.ThisKeyword) return null;
  const found = findMethod(scope.source, to.name.text, fromSuper ? scope.owner + 1 : 0);
  if (found === null || isGenerator(found.method)) return null;
  const statements = (found.method.body?.statements ?? []).filter((one) => !takesApart(one));
  const [only] = statements;
  if (statements.length !== 1 || !ts.isReturnStatement(only) || only.expression === undefined) return null;
  scope.looked.add(found.owner);
  return {answer: only.expression, scope: inside(scope, found, call)};
}

/// `const {priorityOf} = this.place` only makes names shorter.
const takesApart = (statement: ts.Statement): boolean =>
  ts.isVariableStatement(statement) &&
  statement.declarationList.declarations.every(({name}) => ts.isObjectBindingPattern(name));

/// The scope in a method that is called from another.
export function inside(
  scope: Scope,
  {method, owner}: {method: ts.MethodDeclaration; owner: number},
  call: ts.CallExpression
): Scope {
  const locals = new Map(
    method.parameters.flatMap(({name}, i) => {
      const argument = call.arguments[i];
      return argument === undefined ? [] : [[name.getText(), say(argument, scope)] as const];
    })
  );
  return {...scope, owner, locals, depth: scope.depth + 1};
}

/// Whether a condition can only be true or false, or null: it depends.
export function fold(node: ts.Expression, scope: Scope): boolean | null {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isIdentifier(node)) return {true: true, false: false}[scope.locals.get(node.text) ?? ""] ?? null;
  if (ts.isParenthesizedExpression(node)) return fold(node.expression, scope);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = fold(node.operand, scope);
    return inner === null ? null : !inner;
  }
  if (ts.isCallExpression(node)) {
    const found = answerOf(node, scope);
    return found === null ? null : fold(found.answer, found.scope);
  }
  if (!ts.isBinaryExpression(node)) return null;
  const decisive = {[ts.SyntaxKind.AmpersandAmpersandToken]: false, [ts.SyntaxKind.BarBarToken]: true}[
    node.operatorToken.kind as number
  ];
  if (decisive === undefined) return null;
  const parts = [fold(node.left, scope), fold(node.right, scope)];
  if (parts.includes(decisive)) return decisive;
  return parts.includes(null) ? null : !decisive;
}

/// An expression in words.
export function say(node: ts.Node, scope: Scope): string {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isYieldExpression(node)
  )
    return node.expression === undefined ? "" : say(node.expression, scope);
  if (ts.isBinaryExpression(node)) return sayBinary(node, scope);
  if (ts.isCallExpression(node)) return sayCall(node, scope);
  if (ts.isPropertyAccessExpression(node)) return sayProperty(node, scope);
  if (ts.isElementAccessExpression(node))
    return `${say(node.expression, scope)} ${say(node.argumentExpression, scope)}`;
  if (ts.isIdentifier(node)) return sayName(node.text, scope);
  if (ts.isPrefixUnaryExpression(node)) {
    const inner = say(node.operand, scope);
    if (node.operator !== ts.SyntaxKind.ExclamationToken) return `${ts.tokenToString(node.operator)}${inner}`;
    return inner.includes(" ") ? `not (${inner})` : `not ${inner}`;
  }
  if (ts.isConditionalExpression(node))
    return `${say(node.whenTrue, scope)} if ${say(node.condition, scope)}, else ${say(node.whenFalse, scope)}`;
  return node.getText().replace(/\s+/g, " ");
}

/// A constant: a small one by its name, which says more; another by its value.
function sayName(name: string, {locals, source}: Scope): string {
  const constant = source.constants.get(name);
  if (constant !== undefined) return constant > 1 ? constant.toLocaleString("en-US") : name.toLowerCase();
  return locals.get(name) ?? BITS[name] ?? name;
}

function sayProperty(node: ts.PropertyAccessExpression, scope: Scope): string {
  const name = node.name.text;
  if (node.expression.kind === ts.SyntaxKind.ThisKeyword)
    return scope.source.chain.find(({fields}) => fields.has(name))?.fields.get(name) ?? name;
  if (["value", "load"].includes(name)) return say(node.expression, scope);
  if (node.expression.getText() === "this.place")
    return name.replace(/_us$/, "").replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${say(node.expression, scope)}.${name}`;
}

const isZero = (node: ts.Node): boolean => ts.isNumericLiteral(node) && node.text === "0";

function sayBinary(node: ts.BinaryExpression, scope: Scope): string {
  const operator = node.operatorToken.getText();
  if (["&&", "||"].includes(operator)) return sayBoth(node, operator, scope);
  const isNot = ["!==", "!="].includes(operator);
  const isEqual = ["===", "=="].includes(operator);
  if (isZero(node.right) && (isNot || isEqual)) {
    const bit = tested(node.left);
    if (bit !== null) return isNot ? bit : `no ${bit}`;
    const flag = say(node.left, scope);
    if (/(^|\.)locked$/.test(flag)) return isNot ? flag : `not ${flag}`;
  }
  if (node.right.getText() === "TIMED_OUT" && (isNot || isEqual)) return isNot ? "woken" : "timed out";
  if (operator === "|" && isZero(node.right)) return say(node.left, scope);
  const [left, right] = [node.left, node.right].map((part) => {
    const text = say(part, scope);
    return / (or|and|if) /.test(text) ? `(${text})` : text;
  });
  return `${left} ${OPERATORS[operator] ?? operator} ${right}`;
}

/// Parts that are known to make no difference are left out.
function sayBoth(node: ts.BinaryExpression, operator: string, scope: Scope): string {
  const parts = [node.left, node.right].filter((part) => fold(part, scope) === null);
  const said = parts.map((part) => {
    const text = say(part, scope);
    const mixed = operator === "&&" ? / or /.test(text) : / and /.test(text);
    return mixed && parts.length > 1 ? `(${text})` : text;
  });
  return said.join(` ${OPERATORS[operator]} `);
}

/// The bit of the breaker that an expression such as `breaker & BREAK_DROP` looks at.
function tested(node: ts.Expression): string | null {
  if (ts.isParenthesizedExpression(node)) return tested(node.expression);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.AmpersandToken) return null;
  const bits =
    node.right
      .getText()
      .match(/\w+/g)
      ?.map((name) => BITS[name]) ?? [];
  return bits.length === 0 || bits.includes(undefined as never) ? null : bits.join(" or ");
}

function sayCall(node: ts.CallExpression, scope: Scope): string {
  const found = answerOf(node, scope);
  if (found !== null) return say(found.answer, found.scope);
  const to = node.expression;
  const given = node.arguments.map((argument) => say(argument, scope));
  const name = ts.isPropertyAccessExpression(to) ? to.name.text : to.getText();
  if (name === "isMain") return `${given[0]} is the main thread`;
  if (name === "priorityOf") return `priority of ${given[0]}`;
  if (name === "signalPending") return "a signal is pending";
  if (name === "handleSignals") return "a handler runs";
  if (!ts.isPropertyAccessExpression(to)) return `${name}(${given.join(", ")})`;
  const object = to.expression;
  if (name === "of") return `${say(object, scope)} of ${given[0]}`;
  if (object.kind === ts.SyntaxKind.ThisKeyword || object.getText() === "Math")
    return `${name}(${given.join(", ")})`;
  if (["exchange", "add", "compareExchange", "or", "and", "store"].includes(name)) return say(object, scope);
  return `${say(object, scope)}.${name}(${given.join(", ")})`;
}

/// A number that is known without running the design; null: it is not.
function valueOf(node: ts.Expression, scope: Scope): number | null {
  if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll("_", ""));
  if (ts.isParenthesizedExpression(node)) return valueOf(node.expression, scope);
  if (ts.isIdentifier(node)) return scope.source.constants.get(node.text) ?? null;
  if (node.getText() === "this.place.switchInterval_us.value") return scope.switchInterval_us;
  if (ts.isCallExpression(node)) {
    const found = answerOf(node, scope);
    if (found !== null) return valueOf(found.answer, found.scope);
    const given = node.arguments.map((argument) => valueOf(argument, scope));
    const known = given.every((value) => value !== null);
    return known && node.expression.getText() === "Math.max" ? Math.max(...(given as number[])) : null;
  }
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.AsteriskToken) return null;
  const [left, right] = [valueOf(node.left, scope), valueOf(node.right, scope)];
  return left === null || right === null ? null : left * right;
}

/// A time in nanoseconds, such as "5 ms", or "1 µs if ..., else 5 ms".
export function sayDuration(node: ts.Expression, scope: Scope): string {
  if (ts.isParenthesizedExpression(node)) return sayDuration(node.expression, scope);
  if (ts.isConditionalExpression(node))
    return `${sayDuration(node.whenTrue, scope)} if ${say(node.condition, scope)}, else ${sayDuration(node.whenFalse, scope)}`;
  const ns = valueOf(node, scope);
  if (ns !== null) return ns >= 1e6 ? `${ns / 1e6} ms` : ns >= 1e5 ? `${ns / 1e6} ms` : `${ns / 1000} µs`;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskToken)
    return `${say(node.left, scope)} × ${sayDuration(node.right, scope)}`;
  const found = ts.isCallExpression(node) ? answerOf(node, scope) : null;
  return found === null ? say(node, scope) : sayDuration(found.answer, found.scope);
}

export interface SaidStep {
  kind: "hold" | "wait" | "wake" | "word";
  text: string;
}

/// A step, such as `this.cond.wait(this.mutex, ns)`: "wait on cond, 5 ms".
export function sayStep(node: ts.Expression, scope: Scope): SaidStep {
  const call = ts.isCallExpression(node) ? node : null;
  const access = call?.expression ?? node;
  if (!ts.isPropertyAccessExpression(access)) return {kind: "word", text: say(node, scope)};
  const field = ts.isPropertyAccessExpression(access.expression) ? access.expression.name.text : "";
  const ofOne = scope.source.chain.some(({perThread}) => perThread.has(field));
  const all = call?.arguments ?? [];
  const given = ofOne ? all.slice(1) : all;
  const whose = ofOne && all[0] !== undefined ? ` of ${say(all[0], scope)}` : "";
  const object = `${say(access.expression, scope)}${whose}`;
  const a = given[0] === undefined ? "" : say(given[0], scope);
  switch (access.name.text) {
    case "lock":
    case "unlock":
      return {kind: "hold", text: `${access.name.text} ${object}`};
    case "wait": {
      const limit = given[1] === undefined ? "" : `, ${sayDuration(given[1], scope)}`;
      return {kind: "wait", text: `wait on ${object}${limit}`};
    }
    case "take":
      return {kind: "wait", text: `wait for ${object}, take it`};
    case "sleep":
      return {kind: "wait", text: `sleep ${given[0] === undefined ? "" : sayDuration(given[0], scope)}`};
    case "signal":
      return {kind: "wake", text: `signal ${object}`};
    case "broadcast":
      return {kind: "wake", text: `wake all of ${object}`};
    case "post":
      return {kind: "wake", text: `post ${object}`};
    case "load":
      return {kind: "word", text: `read ${object}`};
    case "store":
      return {kind: "word", text: `${object} ← ${a}`};
    case "add":
      return {
        kind: "word",
        text: a.startsWith("-") ? `${object} ${a.replace("-", "− ")}` : `${object} + ${a}`
      };
    case "exchange":
      return {kind: "word", text: `exchange ${object} for ${a}`};
    case "compareExchange":
      return {kind: "word", text: `${object} ← ${say(given[1], scope)} if it is ${a}`};
    case "or":
      return {kind: "word", text: `set ${a}`};
    case "and":
      return {kind: "word", text: `clear ${a.replace(/^~/, "").replaceAll(" | ", " and ")}`};
    case "spin":
      return {
        kind: "wait",
        text: `spin while ${object} = ${a}${given[1] === undefined ? "" : `, ${sayDuration(given[1], scope)} at most`}`
      };
    case "advance":
      return {kind: "word", text: `move ${object} on`};
    default:
      return {kind: "word", text: say(node, scope)};
  }
}
