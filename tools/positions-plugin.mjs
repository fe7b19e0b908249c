/**
 * Prepares protocols that are written as generators of steps for the machine that tries every interleaving. A generator
 * cannot be looked into, and that machine must know when two of them are in the same state; so each `yield X` hands out,
 * beside the step, where it stands and the values of all local variables there, and each `yield* X` adds its own place and
 * variables to what comes from below. Nothing else is changed: the steps and their order are those of the source.
 */
import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import ts from "typescript";

/** What the compiled text calls, on one line, so that lines keep their numbers. */
const HEADER =
  "const $at = (step, ...frame) => ({step, frames: [frame]}); " +
  "function* $within(inner, ...frame) { let result = inner.next(0); " +
  "while (!result.done) { const {step, frames} = result.value; " +
  "result = inner.next(yield frames ? {step, frames: [frame, ...frames]} : result.value); } return result.value; } ";

/**
 * @param {string} source TypeScript or JavaScript text
 * @param {string} file its name, for places and errors
 * @returns {string} the same text, line by line, whose generators tell their positions
 */
export function compilePositions(source, file) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  /** @type {{at: number, text: string, close: boolean}[]} */
  const edits = [];
  const visit = (node) => {
    if (ts.isYieldExpression(node)) edits.push(...yieldEdits(tree, node));
    else if (isLoopOverItems(node) && containsYield(node)) edits.push(...loopEdits(node));
    else if (assigned(node)) refuseOuterVariable(tree, node);
    else if (isHiddenField(node)) refuse(tree, node, "threads share no fields; keep it in a Cell or a Word");
    ts.forEachChild(node, visit);
  };
  visit(tree);
  if (edits.length === 0) return source;
  return HEADER + apply(source, edits);
}

const PROTOCOLS = /runtime[\\/](designs[\\/][^\\/]+|machines[\\/](thread|exhaustive[\\/]arrival))\.ts$/;

/**
 * @param {(path: string) => boolean} [isProtocol] which files to compile; by default those of this project
 * @returns {import("esbuild").Plugin}
 */
export function positionsPlugin(isProtocol = (path) => PROTOCOLS.test(path)) {
  return {
    name: "positions",
    setup(build) {
      build.onLoad({filter: /\.[cm]?[jt]s$/}, async ({path}) =>
        isProtocol(path)
          ? {
              contents: compilePositions(await readFile(path, "utf8"), path),
              loader: /\.[cm]?js$/.test(path) ? "js" : "ts"
            }
          : undefined
      );
    }
  };
}

function apply(source, edits) {
  const inOrder = edits.map((edit, i) => ({...edit, i}));
  // At one place: what closes comes first, the innermost (found last) before the others.
  inOrder.sort(
    (a, b) => a.at - b.at || Number(b.close) - Number(a.close) || (a.close ? b.i - a.i : a.i - b.i)
  );
  let text = "";
  let at = 0;
  for (const edit of inOrder) {
    text += source.slice(at, edit.at) + edit.text;
    at = edit.at;
  }
  return text + source.slice(at);
}

function place(tree, node) {
  const {line, character} = tree.getLineAndCharacterOfPosition(node.getStart());
  return `${basename(tree.fileName)}:${line + 1}:${character + 1}`;
}

function refuse(tree, node, why) {
  throw new Error(`invalid step: ${node.getText()} (${place(tree, node)}); ${why}`);
}

function yieldEdits(tree, node) {
  const {expression} = node;
  if (!expression) refuse(tree, node, "yield a step, such as this.mutex.lock");
  refuseTemporaries(tree, node);
  const names = localsAt(tree, node);
  const frame = [JSON.stringify(place(tree, node)), ...names].join(", ");
  return [
    {at: expression.getStart(), text: node.asteriskToken ? "$within(" : "$at(", close: false},
    {at: expression.end, text: `, ${frame})`, close: true}
  ];
}

const isLoopOverItems = (node) => ts.isForOfStatement(node) || ts.isForInStatement(node);

/** Where a loop over items stands is hidden in its iterator, so that it gets a variable of its own. */
const itemOf = (node) => `$item${node.pos}`;

function loopEdits(node) {
  const {statement} = node;
  return [
    {at: node.getStart(), text: `{ let ${itemOf(node)} = 0; `, close: false},
    {at: statement.getStart(), text: `{ ${itemOf(node)}++; `, close: false},
    {at: statement.end, text: " }", close: true},
    {at: node.end, text: " }", close: true}
  ];
}

function containsYield(node) {
  let found = false;
  const visit = (child) => {
    if (ts.isYieldExpression(child)) found = true;
    else if (!ts.isFunctionLike(child)) ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

const isStatement = (node) =>
  ts.isStatement(node) || ts.isVariableDeclaration(node) || ts.isFunctionLike(node);

/** Values that wait inside an expression for a yield beside them are in no variable. */
function refuseTemporaries(tree, node) {
  for (let child = node; !isStatement(child); child = child.parent) {
    for (const earlier of operandsBefore(child.parent, child)) {
      if (!isSteady(earlier))
        refuse(
          tree,
          node,
          `the value of ${earlier.getText()} waits beside it; keep that in a variable first`
        );
    }
  }
}

/** Operands of `parent` that are evaluated before `child` and needed after it. */
function operandsBefore(parent, child) {
  if (ts.isBinaryExpression(parent)) {
    const dropped = [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.CommaToken
    ];
    const keeps = parent.right === child && !dropped.includes(parent.operatorToken.kind);
    if (!keeps) return [];
    const target =
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(parent.left);
    return [target ? parent.left.expression : parent.left];
  }
  const list = ts.isCallExpression(parent) || ts.isNewExpression(parent) ? parent.arguments : parent.elements;
  if (Array.isArray(list) && list.includes(child)) return list.slice(0, list.indexOf(child));
  return ts.isElementAccessExpression(parent) && parent.argumentExpression === child
    ? [parent.expression]
    : [];
}

/** Literals, names and members that are no cell's value. */
function isSteady(node) {
  if (ts.isLiteralExpression(node) || ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword)
    return true;
  if (ts.isParenthesizedExpression(node)) return isSteady(node.expression);
  return ts.isPropertyAccessExpression(node) && node.name.text !== "value" && isSteady(node.expression);
}

/** Names of the variables in scope at `node` that are declared before it in its generator function. */
function localsAt(tree, node) {
  const names = [];
  const add = (name, declared) => {
    if (!ts.isIdentifier(name)) {
      for (const element of name.elements) if (!ts.isOmittedExpression(element)) add(element.name, declared);
    } else if (names.includes(name.text))
      refuse(tree, declared, `ambiguous name: ${name.text}; call one of the two otherwise`);
    else names.push(name.text);
  };
  for (let scope = node.parent; scope; scope = scope.parent) {
    for (const name of declaredIn(scope, node)) add(name, name);
    if (isLoopOverItems(scope)) names.push(itemOf(scope));
    if (ts.isFunctionLike(scope)) break;
  }
  return names.reverse();
}

/** Binding names that belong to `scope` itself and are initialised when `node` is reached. */
function declaredIn(scope, node) {
  const found = [];
  const before = (declaration) => declaration.end <= node.getStart();
  const list = (declarations) => {
    for (const declaration of declarations) if (before(declaration)) found.push(declaration.name);
  };
  if (ts.isBlock(scope) || ts.isCaseClause(scope) || ts.isDefaultClause(scope)) {
    for (const statement of scope.statements)
      if (ts.isVariableStatement(statement)) list(statement.declarationList.declarations);
  } else if (ts.isForStatement(scope) || isLoopOverItems(scope)) {
    if (scope.initializer && ts.isVariableDeclarationList(scope.initializer)) {
      if (isLoopOverItems(scope)) for (const {name} of scope.initializer.declarations) found.push(name);
      else list(scope.initializer.declarations);
    }
  } else if (ts.isFunctionLike(scope)) {
    for (const parameter of scope.parameters) found.push(parameter.name);
  } else if (ts.isCatchClause(scope) && scope.variableDeclaration) found.push(scope.variableDeclaration.name);
  return found;
}

/** The name that an expression assigns to, if it is a plain one. */
function assigned(node) {
  const {PlusPlusToken, MinusMinusToken, FirstAssignment, LastAssignment} = ts.SyntaxKind;
  if (ts.isBinaryExpression(node)) {
    const {kind} = node.operatorToken;
    return kind >= FirstAssignment && kind <= LastAssignment && ts.isIdentifier(node.left) ? node.left : null;
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const changes = node.operator === PlusPlusToken || node.operator === MinusMinusToken;
    return changes && ts.isIdentifier(node.operand) ? node.operand : null;
  }
  return null;
}

/** Whether a #field is assigned to outside of the constructor: no freezing stops that. */
function isHiddenField(node) {
  const target = ts.isBinaryExpression(node) ? node.left : node.operand;
  if (!target || !ts.isPropertyAccessExpression(target) || !ts.isPrivateIdentifier(target.name)) return false;
  const {PlusPlusToken, MinusMinusToken, FirstAssignment, LastAssignment} = ts.SyntaxKind;
  const kind = ts.isBinaryExpression(node) ? node.operatorToken.kind : node.operator;
  const changes =
    kind === PlusPlusToken || kind === MinusMinusToken || (kind >= FirstAssignment && kind <= LastAssignment);
  for (let scope = node.parent; changes && scope; scope = scope.parent)
    if (ts.isConstructorDeclaration(scope)) return false;
  return changes;
}

/** Variables outside of functions are shared by threads here and by none on real threads. */
function refuseOuterVariable(tree, node) {
  const name = assigned(node);
  for (let scope = node.parent; scope; scope = scope.parent) {
    if (allDeclaredIn(scope).some((declared) => declared === name.text)) return;
    if (ts.isFunctionLike(scope))
      refuse(
        tree,
        node,
        `${name.text} is not a variable of this function; keep what threads share in a Cell or a Word`
      );
  }
}

function allDeclaredIn(scope) {
  const names = [];
  const add = (name) => {
    if (ts.isIdentifier(name)) names.push(name.text);
    else for (const element of name.elements) if (!ts.isOmittedExpression(element)) add(element.name);
  };
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) add(node.name);
    if (node === scope || !ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  visit(scope);
  return names;
}
