import {
  checker
} from "./chunk-KUUDK653.js";
import {
  DESIGN_NAME
} from "./chunk-RLYR5DJM.js";
import {
  designs
} from "./chunk-DIABLGBR.js";
import "./chunk-CSHBCXSV.js";
import "./chunk-HG3T4HSK.js";
import "./chunk-PC35SSNN.js";
import {
  UsageError
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/design-file.ts
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename as basename2, dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// tools/positions-plugin.mjs
import { basename } from "node:path";
import ts from "typescript";
var HEADER = "const $at = (step, ...frame) => ({step, frames: [frame]}); function* $within(inner, ...frame) { let result = inner.next(0); while (!result.done) { const {step, frames} = result.value; result = inner.next(yield frames ? {step, frames: [frame, ...frames]} : result.value); } return result.value; } ";
function compilePositions(source, file) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
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
function apply(source, edits) {
  const inOrder = edits.map((edit, i) => ({ ...edit, i }));
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
  const { line, character } = tree.getLineAndCharacterOfPosition(node.getStart());
  return `${basename(tree.fileName)}:${line + 1}:${character + 1}`;
}
function refuse(tree, node, why) {
  throw new Error(`invalid step: ${node.getText()} (${place(tree, node)}); ${why}`);
}
function yieldEdits(tree, node) {
  const { expression } = node;
  if (!expression) refuse(tree, node, "yield a step, such as this.mutex.lock");
  refuseTemporaries(tree, node);
  const names = localsAt(tree, node);
  const frame = [JSON.stringify(place(tree, node)), ...names].join(", ");
  return [
    { at: expression.getStart(), text: node.asteriskToken ? "$within(" : "$at(", close: false },
    { at: expression.end, text: `, ${frame})`, close: true }
  ];
}
var isLoopOverItems = (node) => ts.isForOfStatement(node) || ts.isForInStatement(node);
var itemOf = (node) => `$item${node.pos}`;
function loopEdits(node) {
  const { statement } = node;
  return [
    { at: node.getStart(), text: `{ let ${itemOf(node)} = 0; `, close: false },
    { at: statement.getStart(), text: `{ ${itemOf(node)}++; `, close: false },
    { at: statement.end, text: " }", close: true },
    { at: node.end, text: " }", close: true }
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
var isStatement = (node) => ts.isStatement(node) || ts.isVariableDeclaration(node) || ts.isFunctionLike(node);
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
    const target = parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(parent.left);
    return [target ? parent.left.expression : parent.left];
  }
  const list = ts.isCallExpression(parent) || ts.isNewExpression(parent) ? parent.arguments : parent.elements;
  if (Array.isArray(list) && list.includes(child)) return list.slice(0, list.indexOf(child));
  return ts.isElementAccessExpression(parent) && parent.argumentExpression === child ? [parent.expression] : [];
}
function isSteady(node) {
  if (ts.isLiteralExpression(node) || ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword)
    return true;
  if (ts.isParenthesizedExpression(node)) return isSteady(node.expression);
  return ts.isPropertyAccessExpression(node) && node.name.text !== "value" && isSteady(node.expression);
}
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
      if (isLoopOverItems(scope)) for (const { name } of scope.initializer.declarations) found.push(name);
      else list(scope.initializer.declarations);
    }
  } else if (ts.isFunctionLike(scope)) {
    for (const parameter of scope.parameters) found.push(parameter.name);
  } else if (ts.isCatchClause(scope) && scope.variableDeclaration) found.push(scope.variableDeclaration.name);
  return found;
}
function assigned(node) {
  const { PlusPlusToken, MinusMinusToken, FirstAssignment, LastAssignment } = ts.SyntaxKind;
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    return kind >= FirstAssignment && kind <= LastAssignment && ts.isIdentifier(node.left) ? node.left : null;
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const changes = node.operator === PlusPlusToken || node.operator === MinusMinusToken;
    return changes && ts.isIdentifier(node.operand) ? node.operand : null;
  }
  return null;
}
function isHiddenField(node) {
  const target = ts.isBinaryExpression(node) ? node.left : node.operand;
  if (!target || !ts.isPropertyAccessExpression(target) || !ts.isPrivateIdentifier(target.name)) return false;
  const { PlusPlusToken, MinusMinusToken, FirstAssignment, LastAssignment } = ts.SyntaxKind;
  const kind = ts.isBinaryExpression(node) ? node.operatorToken.kind : node.operator;
  const changes = kind === PlusPlusToken || kind === MinusMinusToken || kind >= FirstAssignment && kind <= LastAssignment;
  for (let scope = node.parent; changes && scope; scope = scope.parent)
    if (ts.isConstructorDeclaration(scope)) return false;
  return changes;
}
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

// tools/steps-plugin.mjs
import ts2 from "typescript";
function compileSteps(source, file) {
  const tree = ts2.createSourceFile(file, source, ts2.ScriptTarget.ES2022, true);
  const edits = [];
  const visit = (node) => {
    if (node.asteriskToken && ts2.isFunctionLike(node))
      edits.push({ start: node.asteriskToken.getStart(), end: node.asteriskToken.end, text: " " });
    if (ts2.isYieldExpression(node)) compileYield(node);
    ts2.forEachChild(node, visit);
  };
  const compileYield = (node) => {
    const { expression } = node;
    const call = expression !== void 0 && ts2.isCallExpression(expression);
    if (!call && (node.asteriskToken || !expression || !ts2.isPropertyAccessExpression(expression))) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      throw new Error(
        `invalid step: ${node.getText()} (${file}:${line + 1}); yield a member or a call, such as this.mutex.lock`
      );
    }
    edits.push({ start: node.getStart(), end: expression.getStart(), text: "" });
    if (!call) edits.push({ start: expression.end, end: expression.end, text: "()" });
  };
  visit(tree);
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  let text = "";
  let at = 0;
  for (const edit of edits) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at);
}

// tools/cli/design-file.ts
var MACHINES = {
  host: { text: compileSteps, vocabulary: "./host-vocabulary.js" },
  simulated: { text: (source) => source, vocabulary: "./simulated.js" },
  exhaustive: { text: compilePositions, vocabulary: "./vocabulary.js" }
};
async function readDesign(file, machine) {
  if (!existsSync(file)) throw new UsageError(`cannot read the design ${file}: there is no such file`);
  if (statSync(file).isDirectory()) throw new UsageError(`cannot read the design ${file}: it is a folder`);
  const folder = mkdtempSync(join(tmpdir(), "convoy-design-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.on("exit", remove);
  const outfile = join(folder, `${basename2(file)}.mjs`);
  await compile(file, machine, outfile);
  const module = pathToFileURL(outfile).href;
  process.setSourceMapsEnabled(true);
  try {
    return { descriptor: validated(file, (await import(module)).default), module, remove };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read the design ${file}: ${error.message}`);
  }
}
function protocol(file, machine) {
  const { text, vocabulary } = MACHINES[machine];
  const folder = dirname(resolve(file));
  return {
    name: "protocol",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^convoy$/ }, () => ({
        path: new URL(vocabulary, import.meta.url).href,
        external: true
      }));
      onLoad(
        { filter: /\.[cm]?[jt]s$/ },
        async ({ path }) => relative(folder, path).includes("node_modules") ? void 0 : {
          contents: text(await readFile(path, "utf8"), basename2(path)),
          loader: /\.[cm]?js$/.test(path) ? "js" : "ts"
        }
      );
    }
  };
}
async function compile(file, machine, outfile) {
  const { build } = await import("esbuild");
  try {
    await build({
      entryPoints: [resolve(file)],
      outfile,
      bundle: true,
      platform: "neutral",
      target: "es2022",
      format: "esm",
      logLevel: "silent",
      sourcemap: "inline",
      plugins: [protocol(file, machine)]
    });
  } catch (error) {
    const first = error.errors?.[0];
    if (!first) throw error;
    const where = first.location && !first.pluginName ? ` (${basename2(first.location.file)}:${first.location.line})` : "";
    throw new UsageError(`cannot read the design ${file}: ${first.text}${where}`);
  }
}
var FIELDS = {
  name: "string",
  title: "string",
  ticks: "number",
  switchInterval_us: "number",
  breaks: "number",
  interruptibleLocks: "boolean",
  create: "function"
};
function validated(file, value) {
  if (typeof value !== "object" || value === null)
    throw new UsageError(`missing default export: ${file}; see convoy new design for what to export`);
  const descriptor = value;
  const fault = (field, wanted) => new UsageError(`invalid design: ${file}, ${field} is ${String(descriptor[field])}; give a ${wanted}`);
  for (const [field, type] of Object.entries(FIELDS))
    if (typeof descriptor[field] !== type) throw fault(field, type);
  if (descriptor.weights !== null && typeof descriptor.weights !== "function")
    throw fault("weights", "function, or null");
  const name = descriptor.name;
  if (!DESIGN_NAME.test(name))
    throw new UsageError(`invalid name: ${name} (${file}); use small letters, digits and hyphens`);
  if (designs.some((design) => design.name === name))
    throw new UsageError(`ambiguous name: ${name} (${file}); Convoy has a design of this name, take another`);
  return value;
}
var GLANCE = { states: 2e4, seconds: 2 };
async function readDesignToRun(file, machine, say) {
  const { checkPass, plan } = await checker();
  const { descriptor, remove } = await readDesign(file, "exhaustive");
  remove();
  try {
    const verdicts = plan({ threads: [2] }).filter(({ pass }) => pass === "steps").flatMap(({ scenario, pass }) => checkPass(descriptor, scenario, pass, { limits: GLANCE }).verdicts);
    const broken = verdicts.filter(({ verdict }) => verdict === "violated").map(({ property }) => property);
    if (broken.length > 0)
      say(`the design ${file} breaks ${[...new Set(broken)].join(", ")}; convoy check ${file} shows how`);
  } catch (error) {
    throw cannotPerform(file, error);
  }
  return readDesign(file, machine);
}
function cannotPerform(file, { message, stack = "" }) {
  const line = stack.split(`${basename2(file)}:`)[1]?.match(/^\d+/)?.[0];
  const where = line === void 0 || message.includes(basename2(file)) ? "" : ` (${basename2(file)}:${line})`;
  return new UsageError(`cannot perform the design ${file}: ${message}${where}`);
}
export {
  cannotPerform,
  readDesign,
  readDesignToRun
};
//# sourceMappingURL=design-file-EKTEUKER.js.map
