/// A method of a design as a graph of its steps. Methods that it calls are drawn in place, conditions that a variant overrides
/// as that variant has them; `acquire`, `release` and `check` have graphs of their own and are named.

import ts from "typescript";
import {type Edge, ELSE, type Graph, type Kind, type Node, simplify} from "./graph.ts";
import {fold, inside, type Scope, say, sayStep} from "./phrases.ts";
import {type DesignSource, findMethod, isGenerator} from "./syntax.ts";

/// The methods that every design has and that are drawn.
export const METHODS = ["acquire", "release", "check"] as const;
export type Method = (typeof METHODS)[number];

const OVER: Record<Method, string> = {
  acquire: "has the lock",
  release: "has given it back",
  check: "goes on with the lock"
};

const EVENTS: Record<string, string> = {
  ACQUIRE: "has the lock",
  RELEASE: "gives the lock back",
  WAIT: "must wait",
  VAIN: "woken in vain",
  REQUEST: "asks for the lock"
};

const DEEPEST = 6;

/// A way out of what has been drawn so far.
interface Exit {
  from: number;
  label: string;
  own: boolean;
}

/// Where `return`, `break` and `continue` lead.
interface Ways {
  method: string;
  returns: Exit[];
  breaks: Exit[];
  continues: Exit[];
}

/// @param switchInterval_us that of the design's descriptor
export function flowOf(source: DesignSource, method: Method, switchInterval_us: number): Graph {
  const flow = new Flow();
  const start = flow.node("start", method, [], false);
  const found = findMethod(source, method);
  if (found === null) throw new Error(`unknown method of ${source.name}: ${method}`);
  const scope: Scope = {
    source,
    switchInterval_us,
    owner: found.owner,
    locals: new Map(),
    looked: new Set(),
    depth: 0
  };
  const exits = flow.body(found.method, start, scope);
  flow.node("end", OVER[method], exits, false);
  return simplify({nodes: flow.nodes, edges: flow.edges});
}

class Flow {
  readonly nodes: Node[] = [];
  readonly edges: Edge[] = [];

  node(kind: Kind, text: string, exits: readonly Exit[], own: boolean): Exit[] {
    const id = this.nodes.length;
    this.nodes.push({id, kind, lines: text === "" ? [] : [text], note: "", own});
    this.lead(exits, id);
    return [{from: id, label: "", own: false}];
  }

  private lead(exits: readonly Exit[], to: number): void {
    for (const {from, label, own} of exits) this.edges.push({from, to, label, own});
  }

  /// All of a method. Answers the ways out of it.
  body(method: ts.MethodDeclaration, exits: Exit[], scope: Scope): Exit[] {
    const ways: Ways = {method: method.name.getText(), returns: [], breaks: [], continues: []};
    const last = this.all(method.body?.statements ?? [], exits, scope, ways);
    return [...last, ...ways.returns];
  }

  private all(statements: readonly ts.Statement[], exits: Exit[], scope: Scope, ways: Ways): Exit[] {
    return statements.reduce((open, statement) => this.statement(statement, open, scope, ways), exits);
  }

  private statement(node: ts.Statement, exits: Exit[], around: Scope, ways: Ways): Exit[] {
    if (exits.length === 0 || ts.isEmptyStatement(node)) return exits;
    const scope = afresh(around);
    if (ts.isBlock(node)) return this.all(node.statements, exits, scope, ways);
    if (ts.isExpressionStatement(node)) return this.effect(node.expression, exits, scope, ways);
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.reduce(
        (open, one) => this.declaration(one, open, scope, ways),
        exits
      );
    if (ts.isIfStatement(node)) {
      const {yes, no} = this.condition(node.expression, exits, scope, ways);
      const then = this.statement(node.thenStatement, yes, scope, ways);
      const other = node.elseStatement ? this.statement(node.elseStatement, no, scope, ways) : no;
      return [...then, ...other];
    }
    if (ts.isIterationStatement(node, false)) return this.loop(node, exits, scope, ways);
    if (ts.isReturnStatement(node)) {
      const open = node.expression ? this.steps(node.expression, exits, scope, ways) : exits;
      ways.returns.push(...open);
      return [];
    }
    if (ts.isBreakStatement(node)) {
      ways.breaks.push(...exits);
      return [];
    }
    if (ts.isContinueStatement(node)) {
      ways.continues.push(...exits);
      return [];
    }
    return this.node("plain", short(node.getText()), this.steps(node, exits, scope, ways), isOwn(scope));
  }

  private loop(node: ts.IterationStatement, exits: Exit[], scope: Scope, ways: Ways): Exit[] {
    const inner: Ways = {...ways, breaks: [], continues: []};
    let open = exits;
    if (ts.isForStatement(node) && node.initializer)
      open = this.node("plain", short(node.initializer.getText()), open, isOwn(scope));
    const [head] = this.node("join", "", open, false);
    const test = ts.isForStatement(node)
      ? node.condition
      : ts.isWhileStatement(node) || ts.isDoStatement(node)
        ? node.expression
        : undefined;
    const each = ts.isForOfStatement(node) || ts.isForInStatement(node);
    if (ts.isDoStatement(node)) {
      const done = [...this.statement(node.statement, [head], scope, inner), ...inner.continues];
      const {yes, no} = this.condition(node.expression, done, scope, inner);
      this.lead(yes, head.from);
      return [...no, ...inner.breaks];
    }
    const {yes, no} = each
      ? {
          yes: [{...head, label: `the next of ${say((node as ts.ForOfStatement).expression, scope)}`}],
          no: [{...head, label: ELSE}]
        }
      : test === undefined
        ? {yes: [head], no: []}
        : this.condition(test, [head], scope, inner);
    let done = [...this.statement(node.statement, yes, scope, inner), ...inner.continues];
    if (ts.isForStatement(node) && node.incrementor) done = this.effect(node.incrementor, done, scope, inner);
    this.lead(done, head.from);
    return [...no, ...inner.breaks];
  }

  private declaration(
    {name, initializer}: ts.VariableDeclaration,
    exits: Exit[],
    scope: Scope,
    ways: Ways
  ): Exit[] {
    if (initializer === undefined || !ts.isIdentifier(name)) return exits;
    const open = this.steps(initializer, exits, scope, ways);
    if (ts.isYieldExpression(initializer)) return open;
    if (isHandling(initializer)) return this.node("plain", "handle signals", open, isOwn(scope));
    return this.node("plain", `${name.text} ← ${say(initializer, scope)}`, open, isOwn(scope));
  }

  /// What an expression that stands alone does.
  private effect(node: ts.Expression, exits: Exit[], scope: Scope, ways: Ways): Exit[] {
    const open = this.steps(node, exits, scope, ways);
    if (ts.isYieldExpression(node)) return open;
    const own = isOwn(scope);
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.getText();
      const [to, value] = [say(node.left, scope), say(node.right, scope)];
      const grown = value.startsWith(`${to} `) ? value.slice(to.length + 1) : null;
      if (operator === "=" && grown !== null) return this.node("plain", `${to} ${grown}`, open, own);
      if (operator === "=") return this.node("plain", `${to} ← ${value}`, open, own);
      return this.node("plain", `${to} ${operator.replace("=", "").replace("-", "−")} ${value}`, open, own);
    }
    if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
      const sign = node.operator === ts.SyntaxKind.PlusPlusToken ? "+" : "−";
      return this.node("plain", `${say(node.operand, scope)} ${sign} 1`, open, own);
    }
    return ts.isCallExpression(node) ? this.call(node, open, scope) : open;
  }

  /// A call that is no step.
  private call(node: ts.CallExpression, exits: Exit[], scope: Scope): Exit[] {
    const to = node.expression;
    const own = isOwn(scope);
    if (!ts.isPropertyAccessExpression(to)) return this.node("plain", say(node, scope), exits, own);
    const name = to.name.text;
    if (name === "note") {
      const event = node.arguments[1]?.getText() ?? "";
      return this.node("event", EVENTS[event] ?? event.toLowerCase(), exits, own);
    }
    if (name === "handleSignals") return this.node("plain", "handle signals", exits, own);
    if (name === "restart") return this.node("plain", "count ticks afresh", exits, own);
    if (name === "set") {
      const [thread, value] = node.arguments.map((argument) => say(argument, scope));
      if (value === undefined)
        return this.node("plain", `set ${say(to.expression, scope)} of ${thread}`, exits, own);
      return this.node("plain", `${say(to.expression, scope)} of ${thread} ← ${value}`, exits, own);
    }
    const found = this.found(to, scope);
    if (found === null || isGenerator(found.method) || scope.depth > DEEPEST)
      return this.node("plain", say(node, scope), exits, own);
    return this.body(found.method, exits, inside(scope, found, node));
  }

  private found(to: ts.PropertyAccessExpression, scope: Scope): ReturnType<typeof findMethod> {
    if (to.expression.kind === ts.SyntaxKind.SuperKeyword)
      return findMethod(scope.source, to.name.text, scope.owner + 1);
    return to.expression.kind === ts.SyntaxKind.ThisKeyword ? findMethod(scope.source, to.name.text) : null;
  }

  /// The steps in a piece of source, in the order in which they are taken.
  private steps(node: ts.Node, exits: Exit[], scope: Scope, ways: Ways): Exit[] {
    if (ts.isFunctionLike(node)) return exits;
    let open = exits;
    ts.forEachChild(node, (child) => {
      open = this.steps(child, open, scope, ways);
    });
    if (!ts.isYieldExpression(node) || node.expression === undefined) return open;
    if (node.asteriskToken) return this.delegated(node.expression, open, scope, ways);
    const looking = afresh(scope);
    const {kind, text} = sayStep(node.expression, looking);
    return this.node(kind, text, open, isOwn(looking));
  }

  /// `yield* this.ask(t)` is drawn in place; `yield* this.release(t)` in `check` is named.
  private delegated(node: ts.Expression, exits: Exit[], scope: Scope, ways: Ways): Exit[] {
    const to = ts.isCallExpression(node) ? node.expression : node;
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(to))
      return this.node("call", say(node, scope), exits, isOwn(scope));
    const name = to.name.text;
    const bySuper = to.expression.kind === ts.SyntaxKind.SuperKeyword;
    const drawnElsewhere =
      (METHODS as readonly string[]).includes(name) && !(bySuper && name === ways.method);
    const found = this.found(to, scope);
    if (found !== null && !drawnElsewhere && scope.depth <= DEEPEST)
      return this.body(found.method, exits, inside(scope, found, node));
    const of = bySuper && found !== null ? `, as ${scope.source.chain[found.owner].name} has it` : "";
    const object = found === null ? `${say(to.expression, scope)}: ` : "";
    return this.node("call", `${object}${name}${of}`, exits, isOwn(scope));
  }

  private condition(node: ts.Expression, exits: Exit[], scope: Scope, ways: Ways): {yes: Exit[]; no: Exit[]} {
    if (exits.length === 0) return {yes: [], no: []};
    if (ts.isParenthesizedExpression(node)) return this.condition(node.expression, exits, scope, ways);
    const known = fold(node, afresh(scope));
    if (known !== null) return known ? {yes: exits, no: []} : {yes: [], no: exits};
    if (ts.isBinaryExpression(node) && containsStep(node.right)) {
      const operator = node.operatorToken.kind;
      const first = () => this.condition(node.left, exits, scope, ways);
      if (operator === ts.SyntaxKind.BarBarToken) {
        const left = first();
        const right = this.condition(node.right, left.no, scope, ways);
        return {yes: [...left.yes, ...right.yes], no: right.no};
      }
      if (operator === ts.SyntaxKind.AmpersandAmpersandToken) {
        const left = first();
        const right = this.condition(node.right, left.yes, scope, ways);
        return {yes: right.yes, no: [...left.no, ...right.no]};
      }
    }
    const open = this.steps(node, exits, scope, ways);
    const looking = afresh(scope);
    const label = node.getText() === "handling" ? "a handler runs" : say(node, looking);
    const [parting] = this.node("join", "", open, false);
    const own = isOwn(looking);
    return {yes: [{...parting, label, own}], no: [{...parting, label: opposite(label), own: false}]};
  }
}

const afresh = (scope: Scope): Scope => ({...scope, looked: new Set()});

const OPPOSITES: Record<string, string> = {
  woken: "timed out",
  "timed out": "woken",
  "drop request": "no drop request",
  "no drop request": "drop request"
};

/// What holds if a condition does not, where that is as short.
function opposite(label: string): string {
  if (/^(\S+\.)?locked$/.test(label)) return `not ${label}`;
  if (/^not (\S+\.)?locked$/.test(label)) return label.slice(4);
  return OPPOSITES[label] ?? ELSE;
}

const isHandling = (node: ts.Expression): boolean =>
  ts.isCallExpression(node) && node.expression.getText().endsWith(".handleSignals");

function containsStep(node: ts.Node): boolean {
  if (ts.isYieldExpression(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, (child) => containsStep(child) || undefined) ?? false;
}

/// Whether what was just said stands in the design's own class, although the design extends another.
const isOwn = ({source, owner, looked}: Scope): boolean =>
  source.chain.length > 1 && (owner === 0 || looked.has(0));

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
