// Statements: from @lezer/python's tree to abstract syntax.

import type {SyntaxNode, Tree} from "@lezer/common";
import {parser} from "@lezer/python";
import type {Alias, ExceptHandler, Expression, Module, Statement} from "./ast.ts";
import {diagnose} from "./diagnose.ts";
import {type Dialect, dialectOf, dialectOfExpression} from "./dialect.ts";
import {children, ExpressionReader, splitAtCommas} from "./expressions.ts";
import type {Source} from "./source.ts";
import {checkAnnotated, checkAssigned, checkAugmented, checkBound, checkDeleted} from "./targets.ts";

/** Reads a whole file. Throws PythonSyntaxError. */
export function parseModule(source: Source): Module {
  const dialect = dialectOf(source);
  const tree = parse(source, dialect, 0);
  return {body: readerOf(source, dialect, 0).statements(children(tree.topNode))};
}

/** Reads the expression of an f-string's field, at an extent of the source. */
function parseExpression(source: Source, start: number, end: number): Expression {
  const dialect = dialectOfExpression(source, start, end);
  const tree = parse(source, dialect, start - 1);
  const [statement] = children(tree.topNode);
  return readerOf(source, dialect, start - 1).field(children(statement)[0]);
}

function readerOf(source: Source, dialect: Dialect, delta: number): StatementReader {
  return new StatementReader(source, dialect.roles, delta, (start, end) =>
    parseExpression(source, start, end)
  );
}

function parse(source: Source, dialect: Dialect, delta: number): Tree {
  const tree = parser.parse(dialect.text);
  let error = -1;
  tree.iterate({
    enter(node) {
      if (node.type.isError && error < 0) error = node.from;
    }
  });
  const indent = dialect.tokens.unexpectedIndent;
  if (error >= 0 && !(indent >= 0 && indent < error + delta)) diagnose(source, dialect.tokens, error + delta);
  if (indent >= 0) diagnose(source, dialect.tokens, indent);
  return tree;
}

class StatementReader extends ExpressionReader {
  /** The value between the parentheses that surround a field's expression. */
  field(node: SyntaxNode): Expression {
    const inner = children(node).slice(1, -1);
    if (inner[0].name === "*" && inner.length === 2)
      this.fail("cannot use starred expression here", inner[0], inner[1]);
    return node.name === "TupleExpression" ? this.tupleOf(inner) : this.expression(inner[0]);
  }

  statements(nodes: SyntaxNode[]): Statement[] {
    const result: Statement[] = [];
    let decorators: Expression[] = [];
    for (const node of nodes) {
      if (node.name === "StatementGroup") {
        result.push(...this.statements(this.group(node)));
      } else if (this.role(node) === "decorator") {
        decorators.push(this.expression(children(node)[0]));
      } else {
        const decorable = ["FunctionDefinition", "ClassDefinition", "DecoratedStatement"].includes(node.name);
        if (decorators.length > 0 && !decorable) this.fail("invalid syntax", node);
        result.push(this.statement(node, decorators));
        decorators = [];
      }
    }
    if (decorators.length > 0) this.fail("invalid syntax", nodes[nodes.length - 1]);
    return result;
  }

  /** The statements between semicolons. */
  private group(node: SyntaxNode): SyntaxNode[] {
    const parts = children(node);
    parts.forEach((part, index) => {
      if (part.name === ";" && parts[index + 1]?.name === ";") this.fail("invalid syntax", parts[index + 1]);
    });
    return parts.filter((part) => part.name !== ";");
  }

  private statement(node: SyntaxNode, decorators: Expression[]): Statement {
    const result = this.read(node, decorators);
    // The tree counts line breaks and comments after a block to it.
    const block = lastBlock(result);
    if (block !== null) result.end = block[block.length - 1].end;
    return result;
  }

  private read(node: SyntaxNode, decorators: Expression[]): Statement {
    const extent = this.extent(node);
    const parts = children(node);
    switch (node.name) {
      case "ExpressionStatement":
        return {kind: "Expr", value: this.tupleOf(parts), ...extent};
      case "YieldStatement":
        return {kind: "Expr", value: this.expression(node), ...extent};
      case "AssignStatement":
        return this.assign(node, parts);
      case "UpdateStatement":
        return this.update(node, parts);
      case "DeleteStatement":
        return this.delete(node, parts);
      case "PassStatement":
        return {kind: "Pass", ...extent};
      case "BreakStatement":
        return {kind: "Break", ...extent};
      case "ContinueStatement":
        return {kind: "Continue", ...extent};
      case "ReturnStatement":
        return {kind: "Return", value: parts.length > 1 ? this.tupleOf(parts.slice(1)) : null, ...extent};
      case "RaiseStatement":
        return this.raise(node, parts);
      case "ImportStatement":
        return this.import(node, parts);
      case "ScopeStatement": {
        this.rejectTrailingComma(parts);
        const names = parts.slice(1).filter((part) => part.name !== ",");
        const kind = parts[0].name === "global" ? "Global" : "Nonlocal";
        return {kind, names: names.map((name) => this.identifier(name)), ...extent};
      }
      case "AssertStatement":
        return this.assert(node, parts);
      case "IfStatement":
        return this.if(parts, node);
      case "WhileStatement": {
        const [, test, body] = parts;
        const orelse = this.suite(parts, "else");
        return {kind: "While", test: this.expression(test), body: this.body(body), orelse, ...extent};
      }
      case "ForStatement":
        return this.for(node, parts);
      case "TryStatement":
        return this.try(node, parts);
      case "WithStatement":
        return this.with(node, parts);
      case "FunctionDefinition":
        return this.function(node, parts, decorators);
      case "ClassDefinition":
        return this.class(node, parts, decorators);
      case "DecoratedStatement": {
        const all = parts.slice(0, -1).map((part) => this.decorator(part));
        return this.statement(parts[parts.length - 1], [...decorators, ...all]);
      }
      default:
        return this.fail("invalid syntax", node);
    }
  }

  /** The statements of a Body node. */
  private body(node: SyntaxNode): Statement[] {
    return this.statements(children(node).slice(1));
  }

  /** The statements after a keyword such as `else`, or none. */
  private suite(parts: SyntaxNode[], keyword: string): Statement[] {
    const at = parts.findIndex((part) => part.name === keyword);
    return at < 0 ? [] : this.body(parts[at + 1]);
  }

  private assign(node: SyntaxNode, parts: SyntaxNode[]): Statement {
    const typeAt = parts.findIndex((part) => part.name === "TypeDef");
    if (typeAt >= 0) return this.annotatedAssign(node, parts, typeAt);
    const groups: SyntaxNode[][] = [[]];
    for (const part of parts) {
      if (part.name === "AssignOp") groups.push([]);
      else groups[groups.length - 1].push(part);
    }
    const values = groups.map((group) => this.tupleOf(group));
    const targets = values.slice(0, -1);
    const surrounded = groups[0].length === 1 && groups[0][0].name === "ParenthesizedExpression";
    for (const target of targets) checkAssigned(this.source, target, surrounded, targets.length === 1);
    return {kind: "Assign", targets, value: values[values.length - 1], ...this.extent(node)};
  }

  private annotatedAssign(node: SyntaxNode, parts: SyntaxNode[], typeAt: number): Statement {
    const target = this.tupleOf(parts.slice(0, typeAt));
    checkAnnotated(this.source, target);
    const valueParts = parts.slice(typeAt + 2);
    const again = valueParts.find((part) => part.name === "AssignOp");
    if (again !== undefined) this.fail("invalid syntax", again);
    return {
      kind: "AnnAssign",
      target,
      annotation: this.expression(children(parts[typeAt])[1]),
      value: valueParts.length > 0 ? this.tupleOf(valueParts) : null,
      simple: parts[0].name === "VariableName",
      ...this.extent(node)
    };
  }

  private update(node: SyntaxNode, parts: SyntaxNode[]): Statement {
    const at = parts.findIndex((part) => part.name === "UpdateOp");
    const target = this.tupleOf(parts.slice(0, at));
    checkAugmented(this.source, target);
    const op = this.text(parts[at]).slice(0, -1);
    return {kind: "AugAssign", target, op, value: this.tupleOf(parts.slice(at + 1)), ...this.extent(node)};
  }

  private delete(node: SyntaxNode, parts: SyntaxNode[]): Statement {
    const targets = this.elements(parts.slice(1));
    for (const target of targets) checkDeleted(this.source, target);
    return {kind: "Delete", targets, ...this.extent(node)};
  }

  private raise(node: SyntaxNode, parts: SyntaxNode[]): Statement {
    const comma = parts.find((part) => part.name === ",");
    if (comma !== undefined) this.fail("invalid syntax", comma);
    return {
      kind: "Raise",
      exception: parts.length > 1 ? this.expression(parts[1]) : null,
      cause: parts.length > 3 ? this.expression(parts[3]) : null,
      ...this.extent(node)
    };
  }

  private assert(node: SyntaxNode, parts: SyntaxNode[]): Statement {
    const groups = splitAtCommas(parts.slice(1));
    if (groups.length > 2) this.fail("invalid syntax", groups[2][0]);
    return {
      kind: "Assert",
      test: this.expression(groups[0][0]),
      message: groups.length > 1 ? this.expression(groups[1][0]) : null,
      ...this.extent(node)
    };
  }

  private import(node: SyntaxNode, parts: SyntaxNode[]): Statement {
    if (parts[0].name === "import") {
      this.rejectTrailingComma(parts);
      return {kind: "Import", names: this.aliases(parts.slice(1)), ...this.extent(node)};
    }
    const importAt = parts.findIndex((part) => part.name === "import");
    const from = parts.slice(1, importAt).map((part) => this.text(part));
    const dots = /^\.*/.exec(from.join(""))![0];
    const module = from.join("").slice(dots.length).normalize("NFKC");
    const names = parts.slice(importAt + 1).filter((part) => part.name !== "(" && part.name !== ")");
    const last = parts[parts.length - 1];
    if (last.name === ",") {
      this.fail("trailing comma not allowed without surrounding parentheses", last);
    }
    return {kind: "ImportFrom", module, names: this.aliases(names), level: dots.length, ...this.extent(node)};
  }

  private rejectTrailingComma(parts: SyntaxNode[]): void {
    const last = parts[parts.length - 1];
    if (last.name === ",") this.source.fail("invalid syntax", last.to + this.delta);
  }

  private aliases(parts: SyntaxNode[]): Alias[] {
    return splitAtCommas(parts).map((group) => {
      const asAt = group.findIndex((part) => part.name === "as");
      const name = (asAt < 0 ? group : group.slice(0, asAt)).map((part) => this.text(part)).join("");
      const asName = asAt < 0 ? null : this.identifier(group[asAt + 1]);
      return {name: name.normalize("NFKC"), asName, ...this.extent(group[0], group[group.length - 1])};
    });
  }

  private if(parts: SyntaxNode[], node: SyntaxNode): Statement {
    const [keyword, test, body, ...rest] = parts;
    if (test.name === "Body") this.fail("invalid syntax", children(test)[0]);
    let orelse: Statement[] = [];
    if (rest[0]?.name === "else") orelse = this.body(rest[1]);
    else if (rest[0]?.name === "elif") orelse = [this.if(rest, node)];
    const statements = this.body(body);
    const last = orelse.length > 0 ? orelse : statements;
    const {start} = this.extent(keyword);
    return {
      kind: "If",
      test: this.expression(test),
      body: statements,
      orelse,
      start,
      end: last[last.length - 1].end
    };
  }

  private for(node: SyntaxNode, parts: SyntaxNode[]): Statement {
    const inAt = parts.findIndex((part) => part.name === "in");
    const bodyAt = parts.findIndex((part) => part.name === "Body");
    const target = this.tupleOf(parts.slice(1, inAt));
    checkBound(this.source, target);
    return {
      kind: "For",
      target,
      iter: this.tupleOf(parts.slice(inAt + 1, bodyAt)),
      body: this.body(parts[bodyAt]),
      orelse: this.suite(parts, "else"),
      ...this.extent(node)
    };
  }

  private try(node: SyntaxNode, parts: SyntaxNode[]): Statement {
    const handlers: ExceptHandler[] = [];
    for (let at = 2; at < parts.length; at++) {
      if (parts[at].name !== "except") continue;
      const bodyAt = parts.findIndex((part, index) => index > at && part.name === "Body");
      handlers.push(this.handler(parts.slice(at, bodyAt + 1)));
    }
    const finalbody = this.suite(parts, "finally");
    if (handlers.length === 0 && finalbody.length === 0) {
      const orelse = parts.find((part) => part.name === "else");
      this.source.fail("expected 'except' or 'finally' block", (orelse?.from ?? node.to) + this.delta);
    }
    return {
      kind: "Try",
      body: this.body(parts[1]),
      handlers,
      orelse: this.suite(parts, "else"),
      finalbody,
      ...this.extent(node)
    };
  }

  private handler(parts: SyntaxNode[]): ExceptHandler {
    const body = parts[parts.length - 1];
    const comma = parts.find((part) => part.name === ",");
    if (comma !== undefined) {
      this.fail("multiple exception types must be parenthesized", parts[1], parts[parts.length - 2]);
    }
    const statements = this.body(body);
    return {
      type: parts.length > 2 ? this.expression(parts[1]) : null,
      name: parts.length > 3 ? this.identifier(parts[3]) : null,
      body: statements,
      start: this.extent(parts[0]).start,
      end: statements[statements.length - 1].end
    };
  }

  private with(node: SyntaxNode, parts: SyntaxNode[]): Statement {
    let inner = parts.slice(1, -1);
    const [only] = inner;
    const surrounded =
      inner.length === 1 && (only.name === "TupleExpression" || only.name === "ParenthesizedExpression");
    const last = inner[inner.length - 1];
    if (last.name === ",") this.fail("invalid syntax", last);
    if (surrounded && this.holdsItems(only)) inner = children(only).slice(1, -1);
    const items: {context: Expression; target: Expression | null}[] = [];
    for (let at = 0; at < inner.length; at++) {
      const part = inner[at];
      if (this.role(part) === "as") {
        if (inner[at + 1] === undefined) this.fail("invalid syntax", part);
        const target = this.expression(inner[++at]);
        checkBound(this.source, target);
        items[items.length - 1].target = target;
      } else if (part.name !== ",") items.push({context: this.expression(part), target: null});
    }
    return {kind: "With", items, body: this.body(parts[parts.length - 1]), ...this.extent(node)};
  }

  /** Whether parentheses after `with` hold items rather than one tuple: not if an element has a star or `:=`. */
  private holdsItems(node: SyntaxNode): boolean {
    return (
      !children(node).some((part) => part.name === "*" || part.name === "NamedExpression") &&
      children(node).length > 2
    );
  }

  private decorator(node: SyntaxNode): Expression {
    const parts = children(node).slice(1);
    let value: Expression = this.nameOf(parts[0]);
    for (const part of parts.slice(1)) {
      if (part.name === "VariableName") {
        value = {kind: "Attribute", value, attr: this.identifier(part), ...this.extent(parts[0], part)};
      } else if (part.name === "ArgList") {
        value = {kind: "Call", func: value, ...this.argumentsOf(part), ...this.extent(parts[0], part)};
      }
    }
    return value;
  }

  private function(node: SyntaxNode, parts: SyntaxNode[], decorators: Expression[]): Statement {
    const name = parts.find((part) => part.name === "VariableName")!;
    const list = parts.find((part) => part.name === "ParamList")!;
    const returns = parts.find((part) => part.name === "TypeDef");
    return {
      kind: "FunctionDef",
      name: this.identifier(name),
      args: this.parameters(children(list).slice(1, -1), "function"),
      body: this.body(parts[parts.length - 1]),
      decorators,
      returns:
        returns === undefined ? null : this.expression(children(returns)[children(returns).length - 1]),
      ...this.extent(node)
    };
  }

  private class(node: SyntaxNode, parts: SyntaxNode[], decorators: Expression[]): Statement {
    const list = parts.find((part) => part.name === "ArgList");
    const {args, keywords} = list === undefined ? {args: [], keywords: []} : this.argumentsOf(list);
    const generator = list === undefined ? undefined : children(list).find((part) => part.name === "for");
    if (generator !== undefined) this.fail("invalid syntax", generator);
    return {
      kind: "ClassDef",
      name: this.identifier(parts[1]),
      bases: args,
      keywords,
      body: this.body(parts[parts.length - 1]),
      decorators,
      ...this.extent(node)
    };
  }
}

/** The last of the blocks that a compound statement holds, or null. */
function lastBlock(node: Statement): Statement[] | null {
  switch (node.kind) {
    case "FunctionDef":
    case "ClassDef":
    case "With":
      return node.body;
    case "If":
    case "While":
    case "For":
      return node.orelse.length > 0 ? node.orelse : node.body;
    case "Try": {
      const handler = node.handlers[node.handlers.length - 1];
      const blocks = [node.finalbody, node.orelse, handler?.body ?? [], node.body];
      return blocks.find((block) => block.length > 0)!;
    }
    default:
      return null;
  }
}
