// Symbol tables: for each block of a program, which variable each name is. As in CPython, a first walk notes how
// every block uses its names, and a second one resolves them from the outside in, and free variables from the
// inside out.

import type {
  ClassDef,
  Comprehension,
  Expression,
  FunctionDef,
  Lambda,
  Module,
  Name,
  Parameters,
  Statement
} from "./ast.ts";
import type {Source} from "./source.ts";

/** Where a name's value lives, seen from one block. */
export type Variable = "local" | "cell" | "free" | "global" | "implicit global";

/** A node that opens a block. */
export type BlockNode = Module | FunctionDef | ClassDef | Lambda | Comprehension;

interface Uses {
  assigned: boolean;
  parameter: boolean;
  used: boolean;
  annotated: boolean;
  global: boolean;
  nonlocal: boolean;
  imported: boolean;
  /** Target of a comprehension's `for`. */
  iteration: boolean;
  start: number;
  end: number;
}

export class Scope {
  readonly kind: "module" | "class" | "function";
  readonly name: string;
  readonly parent: Scope | null;
  /** Whether it lies in a function, however deep. */
  readonly nested: boolean;
  /** What kind of comprehension the block is, if it is one. */
  readonly comprehension: Comprehension["kind"] | null;
  /** Name of the class whose private names (`__x`) are mangled here. */
  readonly privateClass: string | null;
  readonly children: Scope[] = [];
  readonly uses = new Map<string, Uses>();
  readonly variables = new Map<string, Variable>();
  readonly parameters: string[] = [];
  /** Names of a class that are variables of its own and, for its methods, of an outer function. */
  readonly passedFree = new Set<string>();
  generator = false;
  /** Whether a method of this class uses `__class__` or `super`. */
  needsClassCell = false;
  /** Whether the walk is inside the iterable of a comprehension. */
  inIterable = 0;

  constructor(
    kind: Scope["kind"],
    name: string,
    parent: Scope | null,
    privateClass: string | null,
    comprehension: Comprehension["kind"] | null = null
  ) {
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.privateClass = privateClass;
    this.comprehension = comprehension;
    this.nested = parent !== null && (parent.nested || parent.kind === "function");
    parent?.children.push(this);
  }

  /** The variable that a mangled name is. */
  variable(name: string): Variable {
    return this.variables.get(name) ?? "implicit global";
  }

  /** Own variables that inner functions use, sorted. */
  cellNames(): string[] {
    const names = [...this.variables].filter(([, variable]) => variable === "cell").map(([name]) => name);
    if (this.needsClassCell) names.push("__class__");
    return names.sort(byCodePoint);
  }

  /** Variables of outer functions that this block or blocks inside it use, sorted. */
  freeNames(): string[] {
    const names = [...this.variables].filter(([, variable]) => variable === "free").map(([name]) => name);
    return [...names, ...this.passedFree].sort(byCodePoint);
  }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `__name` inside `class C` is `_C__name`; dunder and dotted names stay. */
export function mangle(privateClass: string | null, name: string): string {
  if (privateClass === null || !name.startsWith("__") || name.endsWith("__") || name.includes("."))
    return name;
  const owner = privateClass.replace(/^_+/, "");
  return owner === "" ? name : `_${owner}${name}`;
}

/** The blocks of a program, by the node that opens each. */
export type Scopes = ReadonlyMap<BlockNode, Scope>;

/**
 * Resolves every name of a module.
 *
 * @param stringAnnotations whether `from __future__ import annotations` is in force: annotations use no names
 */
export function analyze(source: Source, module: Module, stringAnnotations: boolean): Scopes {
  const walker = new Walker(source, stringAnnotations);
  const top = walker.module(module);
  resolve(source, top, null, new Set());
  return walker.scopes;
}

class Walker {
  readonly scopes = new Map<BlockNode, Scope>();
  private readonly source: Source;
  private readonly stringAnnotations: boolean;
  private scope!: Scope;
  private top!: Scope;

  constructor(source: Source, stringAnnotations: boolean) {
    this.source = source;
    this.stringAnnotations = stringAnnotations;
  }

  module(module: Module): Scope {
    this.top = new Scope("module", "top", null, null);
    this.scope = this.top;
    this.scopes.set(module, this.scope);
    this.statements(module.body);
    return this.scope;
  }

  private inside(node: BlockNode, scope: Scope, walk: () => void): void {
    const outer = this.scope;
    this.scopes.set(node, scope);
    this.scope = scope;
    walk();
    this.scope = outer;
  }

  private note(
    name: string,
    use: Partial<Uses>,
    node: {start: number; end: number},
    scope = this.scope
  ): Uses {
    const mangled = mangle(scope.privateClass, name);
    let uses = scope.uses.get(mangled);
    if (uses === undefined) {
      uses = {
        assigned: false,
        parameter: false,
        used: false,
        annotated: false,
        global: false,
        nonlocal: false,
        imported: false,
        iteration: false,
        start: node.start,
        end: node.end
      };
      scope.uses.set(mangled, uses);
    }
    if (use.parameter && uses.parameter) {
      this.fail(`duplicate argument '${name}' in function definition`, node);
    }
    return Object.assign(uses, use);
  }

  private fail(message: string, node: {start: number; end: number}): never {
    return this.source.fail(message, node.start, node.end);
  }

  private statements(body: Statement[]): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(node: Statement): void {
    switch (node.kind) {
      case "FunctionDef":
        this.function(node);
        return;
      case "ClassDef":
        this.class(node);
        return;
      case "Return":
        this.optional(node.value);
        return;
      case "Delete":
        for (const target of node.targets) this.target(target, "delete");
        return;
      case "Assign":
        this.expression(node.value);
        for (const target of node.targets) this.target(target);
        return;
      case "AugAssign":
        this.target(node.target);
        if (node.target.kind === "Name") this.use(node.target);
        this.expression(node.value);
        return;
      case "AnnAssign":
        this.annotatedAssign(node);
        return;
      case "For":
        this.expression(node.iter);
        this.target(node.target);
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case "While":
      case "If":
        this.expression(node.test);
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case "With":
        for (const item of node.items) {
          this.expression(item.context);
          if (item.target !== null) this.target(item.target);
        }
        this.statements(node.body);
        return;
      case "Raise":
        this.optional(node.exception);
        this.optional(node.cause);
        return;
      case "Try":
        this.statements(node.body);
        for (const handler of node.handlers) {
          this.optional(handler.type);
          if (handler.name !== null) this.note(handler.name, {assigned: true}, handler);
          this.statements(handler.body);
        }
        this.statements(node.orelse);
        this.statements(node.finalbody);
        return;
      case "Assert":
        this.expression(node.test);
        this.optional(node.message);
        return;
      case "Import":
        for (const alias of node.names) {
          this.note(alias.asName ?? alias.name.split(".")[0], {assigned: true, imported: true}, alias);
        }
        return;
      case "ImportFrom":
        this.importFrom(node);
        return;
      case "Global":
      case "Nonlocal":
        this.declare(node);
        return;
      case "Expr":
        this.expression(node.value);
        return;
      default:
        return;
    }
  }

  private importFrom(node: Extract<Statement, {kind: "ImportFrom"}>): void {
    for (const alias of node.names) {
      if (alias.name !== "*") this.note(alias.asName ?? alias.name, {assigned: true, imported: true}, alias);
      else if (this.scope.kind !== "module") this.fail("import * only allowed at module level", node);
    }
  }

  private declare(node: Extract<Statement, {kind: "Global" | "Nonlocal"}>): void {
    const word = node.kind === "Global" ? "global" : "nonlocal";
    if (word === "nonlocal" && this.scope.kind === "module") {
      this.fail("nonlocal declaration not allowed at module level", node);
    }
    for (const name of node.names) {
      const before = this.scope.uses.get(mangle(this.scope.privateClass, name));
      if (before?.parameter) this.fail(`name '${name}' is parameter and ${word}`, node);
      if (before?.annotated) this.fail(`annotated name '${name}' can't be ${word}`, node);
      if (before?.used) this.fail(`name '${name}' is used prior to ${word} declaration`, node);
      if (before?.assigned) this.fail(`name '${name}' is assigned to before ${word} declaration`, node);
      if ((word === "global" ? before?.nonlocal : before?.global) === true) {
        this.fail(`name '${name}' is nonlocal and global`, node);
      }
      this.note(name, {[word]: true}, node);
      // The module's own accesses become global ones too.
      if (word === "global") this.note(mangle(this.scope.privateClass, name), {global: true}, node, this.top);
      const uses = this.scope.uses.get(mangle(this.scope.privateClass, name))!;
      uses.start = node.start;
      uses.end = node.end;
    }
  }

  private annotatedAssign(node: Extract<Statement, {kind: "AnnAssign"}>): void {
    const target = node.target;
    if (target.kind === "Name") {
      const before = this.scope.uses.get(mangle(this.scope.privateClass, target.id));
      if (node.simple && (before?.global || before?.nonlocal) && this.scope.kind !== "module") {
        this.fail(`annotated name '${target.id}' can't be ${before.global ? "global" : "nonlocal"}`, node);
      }
      if (node.simple) this.note(target.id, {assigned: true, annotated: true}, target);
      else if (node.value !== null) this.note(target.id, {assigned: true}, target);
    } else this.target(target);
    if (!this.stringAnnotations) this.expression(node.annotation);
    this.optional(node.value);
  }

  private function(node: FunctionDef): void {
    this.note(node.name, {assigned: true}, node);
    this.defaults(node.args);
    if (!this.stringAnnotations) {
      for (const parameter of allParameters(node.args)) this.optional(parameter.annotation);
      this.optional(node.returns);
    }
    for (const decorator of node.decorators) this.expression(decorator);
    this.inside(node, new Scope("function", node.name, this.scope, this.scope.privateClass), () => {
      this.parameters(node.args);
      this.statements(node.body);
    });
  }

  private class(node: ClassDef): void {
    this.note(node.name, {assigned: true}, node);
    for (const base of node.bases) this.expression(base);
    for (const keyword of node.keywords) this.expression(keyword.value);
    for (const decorator of node.decorators) this.expression(decorator);
    this.inside(node, new Scope("class", node.name, this.scope, node.name), () => this.statements(node.body));
  }

  private defaults(args: Parameters): void {
    for (const value of args.defaults) this.expression(value);
    for (const value of args.kwDefaults) this.optional(value);
  }

  private parameters(args: Parameters): void {
    for (const parameter of allParameters(args)) {
      this.checkName(parameter.name, "assign to", parameter);
      this.note(parameter.name, {parameter: true}, parameter);
      this.scope.parameters.push(mangle(this.scope.privateClass, parameter.name));
    }
  }

  private optional(node: Expression | null): void {
    if (node !== null) this.expression(node);
  }

  private all(nodes: readonly (Expression | null)[]): void {
    for (const node of nodes) if (node !== null) this.expression(node);
  }

  private use(node: Name): void {
    this.note(node.id, {used: true}, node);
    if (node.id === "super" && this.scope.kind === "function") this.note("__class__", {used: true}, node);
  }

  private target(node: Expression, access: "assign to" | "delete" = "assign to"): void {
    switch (node.kind) {
      case "Name":
        this.checkName(node.id, access, node);
        this.note(node.id, {assigned: true}, node);
        return;
      case "Starred":
        this.target(node.value);
        return;
      case "Tuple":
      case "List":
        for (const element of node.elts) this.target(element, access);
        return;
      default:
        this.expression(node);
        return;
    }
  }

  private checkName(name: string, access: "assign to" | "delete", node: {start: number; end: number}): void {
    if (name === "__debug__") this.fail(`cannot ${access} __debug__`, node);
  }

  private expression(node: Expression): void {
    switch (node.kind) {
      case "Constant":
        return;
      case "Name":
        this.use(node);
        return;
      case "JoinedStr":
      case "BoolOp":
        this.all(node.values);
        return;
      case "FormattedValue":
        this.expression(node.value);
        this.optional(node.formatSpec);
        return;
      case "NamedExpr":
        this.named(node);
        return;
      case "BinOp":
        this.expression(node.left);
        this.expression(node.right);
        return;
      case "UnaryOp":
        this.expression(node.operand);
        return;
      case "Lambda":
        this.defaults(node.args);
        this.inside(node, new Scope("function", "lambda", this.scope, this.scope.privateClass), () => {
          this.parameters(node.args);
          this.expression(node.body);
        });
        return;
      case "IfExp":
        this.all([node.test, node.body, node.orelse]);
        return;
      case "Dict":
        this.all(node.keys);
        this.all(node.values);
        return;
      case "Set":
      case "List":
      case "Tuple":
        this.all(node.elts);
        return;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        this.comprehension(node);
        return;
      case "Yield":
      case "YieldFrom":
        this.yield(node);
        return;
      case "Compare":
        this.expression(node.left);
        this.all(node.comparators);
        return;
      case "Call":
        this.expression(node.func);
        this.all(node.args);
        for (const keyword of node.keywords) this.expression(keyword.value);
        return;
      case "Attribute":
      case "Starred":
        this.expression(node.value);
        return;
      case "Subscript":
        this.expression(node.value);
        this.expression(node.slice);
        return;
      case "Slice":
        this.all([node.lower, node.upper, node.step]);
        return;
    }
  }

  private yield(node: Extract<Expression, {kind: "Yield" | "YieldFrom"}>): void {
    this.optional(node.value);
    if (this.scope.comprehension !== null) {
      const where = {
        ListComp: "list comprehension",
        SetComp: "set comprehension",
        DictComp: "dict comprehension",
        GeneratorExp: "generator expression"
      }[this.scope.comprehension];
      this.fail(`'yield' inside ${where}`, node);
    }
    if (this.scope.kind !== "function") this.fail("'yield' outside function", node);
    this.scope.generator = true;
  }

  private comprehension(node: Comprehension): void {
    const name = {ListComp: "listcomp", SetComp: "setcomp", DictComp: "dictcomp", GeneratorExp: "genexpr"}[
      node.kind
    ];
    const [first, ...others] = node.generators;
    this.iterable(first.iter);
    const scope = new Scope("function", name, this.scope, this.scope.privateClass, node.kind);
    scope.generator = node.kind === "GeneratorExp";
    this.inside(node, scope, () => {
      this.note(".0", {parameter: true}, first.iter);
      scope.parameters.push(".0");
      this.iteration(first.target);
      this.all(first.ifs);
      for (const other of others) {
        this.iteration(other.target);
        this.iterable(other.iter);
        this.all(other.ifs);
      }
      this.optional(node.value);
      this.expression(node.element);
    });
  }

  private iterable(node: Expression): void {
    this.scope.inIterable++;
    this.expression(node);
    this.scope.inIterable--;
  }

  /** The target of a comprehension's `for`. */
  private iteration(node: Expression): void {
    const names: Name[] = [];
    this.target(node);
    collectNames(node, names);
    for (const name of names) {
      const uses = this.note(name.id, {iteration: true}, name);
      if (uses.nonlocal || uses.global) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name.id}'`, name);
      }
    }
  }

  /** `name := value` in a comprehension binds a variable of the block around it. */
  private named(node: Extract<Expression, {kind: "NamedExpr"}>): void {
    if (this.scope.inIterable > 0) {
      this.fail("assignment expression cannot be used in a comprehension iterable expression", node);
    }
    if (this.scope.comprehension !== null) this.bindAround(node.target);
    this.expression(node.value);
    this.target(node.target);
  }

  private bindAround(target: Name): void {
    for (let scope: Scope | null = this.scope; scope !== null; scope = scope.parent) {
      const uses = scope.uses.get(mangle(scope.privateClass, target.id));
      if (scope.comprehension !== null) {
        if (uses?.iteration) {
          this.fail(
            `assignment expression cannot rebind comprehension iteration variable '${target.id}'`,
            target
          );
        }
      } else if (scope.kind === "function") {
        this.note(target.id, uses?.global ? {global: true} : {nonlocal: true}, target);
        this.note(target.id, {assigned: true}, target, scope);
        return;
      } else if (scope.kind === "module") {
        this.note(target.id, {global: true}, target);
        this.note(target.id, {global: true}, target, scope);
        return;
      } else {
        this.fail("assignment expression within a comprehension cannot be used in a class body", target);
      }
    }
  }
}

function collectNames(node: Expression, names: Name[]): void {
  if (node.kind === "Name") names.push(node);
  else if (node.kind === "Starred") collectNames(node.value, names);
  else if (node.kind === "Tuple" || node.kind === "List")
    for (const element of node.elts) collectNames(element, names);
}

/** Parameters in the order of a code object's variables. */
export function allParameters(args: Parameters): Parameters["args"] {
  const result = [...args.posOnly, ...args.args, ...args.kwOnly];
  if (args.varArg !== null) result.push(args.varArg);
  if (args.kwArg !== null) result.push(args.kwArg);
  return result;
}

/**
 * Says what each name of a block and of the blocks in it is.
 *
 * @param bound variables of outer functions; null outside of any
 * @param free receives the names whose variable belongs to an outer block
 */
function resolve(source: Source, scope: Scope, bound: ReadonlySet<string> | null, free: Set<string>): void {
  const visible = new Set(bound ?? []);
  for (const [name, uses] of scope.uses) {
    const variable = classify(source, name, uses, bound);
    scope.variables.set(name, variable);
    if (variable === "free") free.add(name);
    if (scope.kind !== "function") continue;
    if (variable === "local") visible.add(name);
    if (variable === "global") visible.delete(name);
  }
  if (scope.kind === "class") visible.add("__class__");

  const needed = new Set<string>();
  for (const child of scope.children) {
    resolve(source, child, scope.kind === "module" ? null : visible, needed);
  }
  for (const name of needed) {
    const variable = scope.variables.get(name);
    if (scope.kind === "function" && variable === "local") scope.variables.set(name, "cell");
    else if (scope.kind === "class" && name === "__class__") scope.needsClassCell = true;
    else {
      if (variable === undefined) scope.variables.set(name, "free");
      else if (scope.kind === "class" && variable !== "free") scope.passedFree.add(name);
      free.add(name);
    }
  }
}

function classify(source: Source, name: string, uses: Uses, bound: ReadonlySet<string> | null): Variable {
  if (uses.global) return "global";
  if (uses.nonlocal) {
    if (!bound?.has(name)) source.fail(`no binding for nonlocal '${name}' found`, uses.start, uses.end);
    return "free";
  }
  if (uses.assigned || uses.parameter) return "local";
  return bound?.has(name) ? "free" : "implicit global";
}
