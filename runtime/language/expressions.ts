// Expressions: from nodes of @lezer/python's tree to abstract syntax.

import type {SyntaxNode} from "@lezer/common";
import type {
  Comprehension,
  ComprehensionFor,
  Expression,
  Keyword,
  Name,
  Parameter,
  Parameters
} from "./ast.ts";
import {ELLIPSIS} from "./code.ts";
import {KEYWORDS, type Role} from "./dialect.ts";
import {decodeNumber} from "./numbers.ts";
import {type Item, OperatorReader} from "./operators.ts";
import type {Source} from "./source.ts";
import {type ReadExpression, readStrings} from "./strings.ts";
import {checkBound, describe} from "./targets.ts";

/** The children of a node, without comments. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const result: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== "Comment") result.push(child);
  }
  return result;
}

/** Reads the expressions of one syntax tree. */
export class ExpressionReader {
  readonly source: Source;
  /** What stands in the source at the offsets where the parser was shown something else. */
  protected readonly roles: ReadonlyMap<number, Role>;
  /** From an offset in the tree to one in the source. */
  protected readonly delta: number;

  /** Reads the expression of an f-string's field. */
  private readonly readField: ReadExpression;

  constructor(source: Source, roles: ReadonlyMap<number, Role>, delta: number, readField: ReadExpression) {
    this.source = source;
    this.roles = roles;
    this.delta = delta;
    this.readField = readField;
  }

  /** The source text of a node. */
  text(node: SyntaxNode): string {
    return this.source.text.slice(node.from + this.delta, node.to + this.delta);
  }

  protected extent(node: SyntaxNode, last: SyntaxNode = node): {start: number; end: number} {
    return {start: node.from + this.delta, end: last.to + this.delta};
  }

  protected role(node: SyntaxNode): Role | undefined {
    return this.roles.get(node.from + this.delta);
  }

  protected fail(message: string, node: SyntaxNode, last: SyntaxNode = node): never {
    this.source.fail(message, node.from + this.delta, last.to + this.delta);
  }

  expression(node: SyntaxNode): Expression {
    switch (node.name) {
      case "VariableName":
        return this.variable(node);
      case "Number":
        return {kind: "Constant", value: this.number(node), ...this.extent(node)};
      case "String":
        return readStrings(this.source, [this.extent(node)], this.readField);
      case "ContinuedString":
        return readStrings(
          this.source,
          children(node).map((part) => this.extent(part)),
          this.readField
        );
      case "None":
        return {kind: "Constant", value: null, ...this.extent(node)};
      case "Boolean":
        return {kind: "Constant", value: this.text(node) === "True", ...this.extent(node)};
      case "Ellipsis":
        return {kind: "Constant", value: ELLIPSIS, ...this.extent(node)};
      case "BinaryExpression":
      case "UnaryExpression":
        return this.operators(node);
      case "ParenthesizedExpression":
        return this.parenthesized(node);
      case "TupleExpression":
        return {kind: "Tuple", elts: this.elements(children(node).slice(1, -1)), ...this.extent(node)};
      case "ArrayExpression":
        return {kind: "List", elts: this.elements(children(node).slice(1, -1)), ...this.extent(node)};
      case "SetExpression":
        return {kind: "Set", elts: this.elements(children(node).slice(1, -1)), ...this.extent(node)};
      case "DictionaryExpression":
        return this.dict(node);
      case "ComprehensionExpression":
        return this.comprehension(node, "GeneratorExp");
      case "ArrayComprehensionExpression":
        return this.comprehension(node, "ListComp");
      case "SetComprehensionExpression":
        return this.comprehension(node, "SetComp");
      case "DictionaryComprehensionExpression":
        return this.comprehension(node, "DictComp");
      case "CallExpression":
        return this.call(node);
      case "MemberExpression":
        return this.member(node);
      case "ConditionalExpression": {
        const [body, , test, , orelse] = children(node);
        return {
          kind: "IfExp",
          test: this.expression(test),
          body: this.expression(body),
          orelse: this.expression(orelse),
          ...this.extent(node)
        };
      }
      case "LambdaExpression":
        return this.lambda(node);
      case "NamedExpression": {
        const [target, , value] = children(node);
        return this.named(target, value);
      }
      case "YieldExpression":
      case "YieldStatement":
        return this.yield(node);
      default:
        return this.fail("invalid syntax", node);
    }
  }

  private variable(node: SyntaxNode): Expression {
    if (this.role(node) === "bare yield") return {kind: "Yield", value: null, ...this.extent(node)};
    return this.nameOf(node);
  }

  protected nameOf(node: SyntaxNode): Name {
    return {kind: "Name", id: this.identifier(node), ...this.extent(node)};
  }

  /** The identifier as Python compares it. */
  identifier(node: SyntaxNode): string {
    return this.text(node).normalize("NFKC");
  }

  private number(node: SyntaxNode): bigint | number {
    const text = this.text(node);
    const value = decodeNumber(text);
    return value ?? this.fail("invalid decimal literal", node);
  }

  /** Operators with their operands, whatever nesting the tree gives them. */
  private operators(node: SyntaxNode): Expression {
    const items: Item[] = [];
    this.flatten(node, items);
    const first = items[0];
    if ("op" in first && this.roles.get(first.from + this.delta) === "star") {
      const value = this.readOperators(items.slice(1));
      return {kind: "Starred", value, ...this.extent(node)};
    }
    if ("op" in first && this.roles.get(first.from + this.delta) === "decorator") {
      return this.readOperators(items.slice(1));
    }
    return this.readOperators(items);
  }

  private readOperators(items: Item[]): Expression {
    return new OperatorReader(items, this.source, this.delta, (operand) => this.expression(operand)).read();
  }

  private flatten(node: SyntaxNode, items: Item[]): void {
    const parts = children(node);
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at];
      const next = parts[at + 1];
      switch (part.name) {
        case "BinaryExpression":
        case "UnaryExpression":
          this.flatten(part, items);
          break;
        case "not":
          if (node.name === "UnaryExpression") items.push({op: "not", from: part.from, to: part.to});
          else items.push({op: "not in", from: part.from, to: parts[++at].to});
          break;
        case "is":
          if (next.name === "not") items.push({op: "is not", from: part.from, to: parts[++at].to});
          else items.push({op: "is", from: part.from, to: part.to});
          break;
        case "and":
        case "or":
        case "in":
        case "CompareOp":
        case "ArithOp":
        case "BitOp":
          items.push({op: this.treeText(part), from: part.from, to: part.to});
          break;
        default:
          items.push(part);
      }
    }
  }

  /** The text that the parser saw: `~` where the source has a star or a decorator's `@`. */
  private treeText(node: SyntaxNode): string {
    return this.role(node) === undefined ? this.text(node) : "~";
  }

  private parenthesized(node: SyntaxNode): Expression {
    const parts = children(node).slice(1, -1);
    if (parts[0].name === "*") this.fail("cannot use starred expression here", parts[0], parts[1]);
    return this.expression(parts[0]);
  }

  /** Elements between commas; an element is an expression, a star and one, or `name := value`. */
  protected elements(parts: SyntaxNode[]): Expression[] {
    const result: Expression[] = [];
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at];
      if (part.name === ",") continue;
      if (part.name === "*") result.push(this.starred(part, parts[++at]));
      else result.push(this.expression(part));
    }
    return result;
  }

  protected starred(star: SyntaxNode, value: SyntaxNode): Expression {
    return {kind: "Starred", value: this.expression(value), ...this.extent(star, value)};
  }

  /** One expression, or the tuple that several between commas make. */
  protected tupleOf(parts: SyntaxNode[]): Expression {
    const elts = this.elements(parts);
    if (elts.length === 1 && parts[parts.length - 1].name !== ",") return elts[0];
    return {kind: "Tuple", elts, ...this.extent(parts[0], parts[parts.length - 1])};
  }

  private dict(node: SyntaxNode): Expression {
    const parts = children(node).slice(1, -1);
    const keys: (Expression | null)[] = [];
    const values: Expression[] = [];
    for (let at = 0; at < parts.length; at++) {
      if (parts[at].name === ",") continue;
      if (parts[at].name === "**") {
        keys.push(null);
        values.push(this.expression(parts[++at]));
      } else {
        keys.push(this.expression(parts[at]));
        values.push(this.expression(parts[at + 2]));
        at += 2;
      }
    }
    return {kind: "Dict", keys, values, ...this.extent(node)};
  }

  private comprehension(node: SyntaxNode, kind: Comprehension["kind"]): Expression {
    const parts = children(node).slice(1, -1);
    const forAt = parts.findIndex((part) => part.name === "for" || part.name === "async");
    const head = parts.slice(0, forAt);
    if (head[0].name === "*")
      this.fail("iterable unpacking cannot be used in comprehension", head[0], head[1]);
    if (head[0].name === "**")
      this.fail("dict unpacking cannot be used in dict comprehension", head[0], head[1]);
    return {
      kind,
      element: this.expression(head[0]),
      value: kind === "DictComp" ? this.expression(head[2]) : null,
      generators: this.generators(parts.slice(forAt)),
      ...this.extent(node)
    };
  }

  private generators(parts: SyntaxNode[]): ComprehensionFor[] {
    const result: ComprehensionFor[] = [];
    let at = 0;
    while (at < parts.length) {
      if (parts[at].name === "async")
        this.fail("asynchronous comprehensions are not supported by Convoy", parts[at]);
      const inAt = parts.findIndex((part, index) => index > at && part.name === "in");
      const target = this.tupleOf(parts.slice(at + 1, inAt));
      checkBound(this.source, target);
      const iter = this.expression(parts[inAt + 1]);
      const ifs: Expression[] = [];
      at = inAt + 2;
      while (parts[at]?.name === "if") {
        ifs.push(this.expression(parts[at + 1]));
        at += 2;
      }
      result.push({target, iter, ifs});
    }
    return result;
  }

  private call(node: SyntaxNode): Expression {
    const [func, list] = children(node);
    return {kind: "Call", func: this.expression(func), ...this.argumentsOf(list), ...this.extent(node)};
  }

  protected argumentsOf(list: SyntaxNode): {args: Expression[]; keywords: Keyword[]} {
    const args: Expression[] = [];
    const keywords: Keyword[] = [];
    const parts = children(list).slice(1, -1);
    const groups = splitAtCommas(parts);
    const only = groups.length === 1 && parts[parts.length - 1].name !== ",";
    for (const group of groups) this.argument(group, list, only, args, keywords);
    return {args, keywords};
  }

  private argument(
    group: SyntaxNode[],
    list: SyntaxNode,
    only: boolean,
    args: Expression[],
    keywords: Keyword[]
  ): void {
    const [first, second, third] = group;
    const last = group[group.length - 1];
    const extent = this.extent(first, last);
    if (first.name === "**") {
      keywords.push({name: null, value: this.expression(second), ...extent});
      return;
    }
    if (second?.name === "AssignOp" && this.text(second) === "=") {
      if (group.length > 3)
        this.fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", first, second);
      keywords.push({
        name: this.keywordName(first, second, keywords),
        value: this.expression(third),
        ...extent
      });
      return;
    }
    if (first.name === "*") {
      if (keywords.some((keyword) => keyword.name === null)) {
        this.fail("iterable argument unpacking follows keyword argument unpacking", list);
      }
      args.push(this.starred(first, second));
      return;
    }
    if (keywords.length > 0) this.positionalAfterKeyword(keywords, list);
    const valueEnd = second?.name === "AssignOp" ? 3 : 1;
    const value = valueEnd === 3 ? this.named(first, third) : this.expression(first);
    if (group.length === valueEnd) {
      args.push(value);
      return;
    }
    if (!only) this.fail("Generator expression must be parenthesized", first, last);
    // Python counts the call's own parentheses to the generator expression.
    const generators = this.generators(group.slice(valueEnd));
    args.push({kind: "GeneratorExp", element: value, value: null, generators, ...this.extent(list)});
  }

  private keywordName(node: SyntaxNode, assign: SyntaxNode, keywords: Keyword[]): string {
    if (node.name === "Boolean" || node.name === "None") {
      this.fail(`cannot assign to ${this.text(node)}`, node, assign);
    }
    if (node.name !== "VariableName") {
      this.fail('expression cannot contain assignment, perhaps you meant "=="?', node, assign);
    }
    const name = this.identifier(node);
    if (name === "__debug__") this.fail("cannot assign to __debug__", node, assign);
    if (keywords.some((keyword) => keyword.name === name))
      this.fail(`keyword argument repeated: ${name}`, node, assign);
    return name;
  }

  private positionalAfterKeyword(keywords: Keyword[], list: SyntaxNode): never {
    const unpacking = keywords.some((keyword) => keyword.name === null);
    const message = `positional argument follows keyword argument${unpacking ? " unpacking" : ""}`;
    const parts = children(list);
    return this.fail(message, parts[parts.length - 1]);
  }

  protected named(target: SyntaxNode, value: SyntaxNode): Expression {
    const name = this.expression(target);
    if (name.kind !== "Name") {
      return this.fail(`cannot use assignment expressions with ${describe(name)}`, target);
    }
    return {kind: "NamedExpr", target: name, value: this.expression(value), ...this.extent(target, value)};
  }

  private member(node: SyntaxNode): Expression {
    const [value, punctuation, ...rest] = children(node);
    if (punctuation.name === ".") {
      const attr = this.identifier(rest[0]);
      if (KEYWORDS.has(attr) || ["None", "True", "False"].includes(attr))
        this.fail("invalid syntax", rest[0]);
      return {kind: "Attribute", value: this.expression(value), attr, ...this.extent(node)};
    }
    return {
      kind: "Subscript",
      value: this.expression(value),
      slice: this.subscript(rest.slice(0, -1)),
      ...this.extent(node)
    };
  }

  private subscript(parts: SyntaxNode[]): Expression {
    const groups = splitAtCommas(parts);
    const trailing = parts[parts.length - 1].name === ",";
    const elts = groups.map((group) =>
      group.some((part) => part.name === ":") ? this.slice(group) : this.expression(group[0])
    );
    if (elts.length === 1 && !trailing && elts[0].kind !== "Starred") return elts[0];
    return {kind: "Tuple", elts, ...this.extent(parts[0], parts[parts.length - 1])};
  }

  private slice(group: SyntaxNode[]): Expression {
    const bounds: (Expression | null)[] = [null, null, null];
    let bound = 0;
    for (const part of group) {
      if (part.name === "NamedExpression") this.fail("invalid syntax", part);
      if (part.name === ":") bound++;
      else bounds[bound] = this.expression(part);
    }
    const [lower, upper, step] = bounds;
    return {kind: "Slice", lower, upper, step, ...this.extent(group[0], group[group.length - 1])};
  }

  private yield(node: SyntaxNode): Expression {
    const [, ...parts] = children(node);
    if (parts.length === 0) return {kind: "Yield", value: null, ...this.extent(node)};
    if (parts[0].name === "from")
      return {kind: "YieldFrom", value: this.expression(parts[1]), ...this.extent(node)};
    return {kind: "Yield", value: this.tupleOf(parts), ...this.extent(node)};
  }

  private lambda(node: SyntaxNode): Expression {
    const parts = children(node);
    return {
      kind: "Lambda",
      args: this.parameters(children(parts[1]), "lambda"),
      body: this.expression(parts[parts.length - 1]),
      ...this.extent(node)
    };
  }

  /** The parameters between (not including) the parentheses of a `def`, or of a lambda. */
  protected parameters(parts: SyntaxNode[], of: "function" | "lambda"): Parameters {
    const result: Parameters = {
      posOnly: [],
      args: [],
      defaults: [],
      varArg: null,
      kwOnly: [],
      kwDefaults: [],
      kwArg: null
    };
    const groups = splitAtCommas(parts);
    let bareStar: SyntaxNode | null = null;
    let slash = false;
    for (const group of groups) {
      const [first, second] = group;
      if (result.kwArg !== null) this.fail("arguments cannot follow var-keyword argument", first);
      if (this.role(first) === "slash") {
        if (slash) this.fail("/ may appear only once", first);
        if (result.varArg !== null || bareStar !== null) this.fail("/ must be ahead of *", first);
        if (result.args.length === 0) this.fail("invalid syntax", first);
        slash = true;
        result.posOnly = result.args;
        result.args = [];
      } else if (first.name === "**") {
        if (group.some((part) => part.name === "AssignOp")) {
          this.fail(
            "var-keyword argument cannot have default value",
            group.find((part) => part.name === "AssignOp")!
          );
        }
        if (bareStar !== null && result.kwOnly.length === 0)
          this.fail("named arguments must follow bare *", bareStar);
        result.kwArg = this.parameter(second, group[2]);
      } else if (first.name === "*") {
        if (result.varArg !== null || bareStar !== null) this.fail("* argument may appear only once", first);
        const assign = group.find((part) => part.name === "AssignOp");
        if (assign !== undefined) this.fail("var-positional argument cannot have default value", assign);
        if (second === undefined) bareStar = first;
        else result.varArg = this.parameter(second, group[2]);
      } else this.plainParameter(group, result, bareStar !== null, of);
    }
    if (bareStar !== null && result.kwOnly.length === 0)
      this.fail("named arguments must follow bare *", bareStar);
    return result;
  }

  private plainParameter(
    group: SyntaxNode[],
    result: Parameters,
    bareStar: boolean,
    of: "function" | "lambda"
  ): void {
    const assignAt = group.findIndex((part) => part.name === "AssignOp");
    const value = assignAt < 0 ? null : this.expression(group[assignAt + 1]);
    const parameter = this.parameter(group[0], assignAt === 1 ? undefined : group[1]);
    if (bareStar || result.varArg !== null) {
      result.kwOnly.push(parameter);
      result.kwDefaults.push(value);
      return;
    }
    if (value !== null) result.defaults.push(value);
    else if (result.defaults.length > 0) this.fail("non-default argument follows default argument", group[0]);
    result.args.push(parameter);
    if (group[0].name !== "VariableName")
      this.fail(`${of === "lambda" ? "Lambda" : "Function"} parameters cannot be parenthesized`, group[0]);
  }

  private parameter(name: SyntaxNode, typeDef: SyntaxNode | undefined): Parameter {
    const annotation = typeDef?.name === "TypeDef" ? this.expression(children(typeDef)[1]) : null;
    return {name: this.identifier(name), annotation, ...this.extent(name, typeDef ?? name)};
  }
}

/** Groups of nodes between commas; those among the targets of a `for` count not, and a trailing one opens no group. */
export function splitAtCommas(parts: SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [];
  let group: SyntaxNode[] = [];
  let targets = false;
  for (const part of parts) {
    if (part.name === "for") targets = true;
    else if (part.name === "in") targets = false;
    if (part.name === "," && !targets) {
      groups.push(group);
      group = [];
    } else group.push(part);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
