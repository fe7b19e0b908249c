// What the parts of code generation share: the current block of the program, names, constants.

import {assemble} from "./assemble.ts";
import type {Expression} from "./ast.ts";
import {Unit} from "./blocks.ts";
import type {Code, Constant} from "./code.ts";
import * as op from "./opcodes.ts";
import {type BlockNode, mangle, type Scope, type Scopes} from "./scopes.ts";
import type {Source} from "./source.ts";

/** CPython keeps the stack below this where it has a way to: larger displays are built element by element. */
export const STACK_GUIDELINE = 30;

export type Access = "load" | "store" | "delete";

export class Compiler {
  readonly source: Source;
  readonly scopes: Scopes;
  /** CO_FUTURE_* bits of the module's `from __future__` statements. */
  readonly futureFlags: number;
  unit!: Unit;
  private readonly top: Scope;

  constructor(source: Source, scopes: Scopes, top: Scope, futureFlags: number) {
    this.source = source;
    this.scopes = scopes;
    this.top = top;
    this.futureFlags = futureFlags;
  }

  /** Compiles the inside of a block; `body` emits its instructions. */
  inside(
    node: BlockNode,
    kind: Unit["kind"],
    name: string,
    firstLine: number,
    body: (unit: Unit) => void,
    addNone = true
  ): Code {
    const outer = this.unit;
    const unit = new Unit(this.source, this.scopes.get(node)!, outer ?? null, kind, name, firstLine);
    this.unit = unit;
    unit.atStart();
    unit.emit(op.RESUME, 0);
    body(unit);
    const code = assemble(unit, this.futureFlags, addNone);
    this.unit = outer;
    return code;
  }

  fail(message: string, node: {start: number; end: number}): never {
    return this.source.fail(message, node.start, node.end);
  }

  emit(op: number, arg = 0): void {
    this.unit.emit(op, arg);
  }

  constant(value: Constant): void {
    this.unit.emit(op.LOAD_CONST, this.unit.constant(value));
  }

  mangled(name: string): string {
    return mangle(this.unit.scope.privateClass, name);
  }

  /** Emits an instruction whose argument is an index into `names`. */
  named(op: number, name: string): void {
    this.unit.emit(op, this.unit.names.add(this.mangled(name)));
  }

  /** Loads, stores or deletes a variable. */
  variable(name: string, access: Access): void {
    const unit = this.unit;
    const mangled = this.mangled(name);
    const variable = unit.scope.variable(mangled);
    if (variable === "cell" || variable === "free") {
      unit.emit(this.derefOp(access), derefIndex(unit, mangled));
    } else if (variable === "local" && unit.scope.kind === "function") {
      unit.emit(pick(access, op.LOAD_FAST, op.STORE_FAST, op.DELETE_FAST), unit.varNames.add(mangled));
    } else if (variable === "global" || (variable === "implicit global" && unit.scope.kind === "function")) {
      const global = pick(access, op.LOAD_GLOBAL, op.STORE_GLOBAL, op.DELETE_GLOBAL);
      const index = unit.names.add(mangled);
      unit.emit(global, access === "load" ? index << 1 : index);
    } else {
      unit.emit(pick(access, op.LOAD_NAME, op.STORE_NAME, op.DELETE_NAME), unit.names.add(mangled));
    }
  }

  private derefOp(access: Access): number {
    const load = this.unit.scope.kind === "class" ? op.LOAD_CLASSDEREF : op.LOAD_DEREF;
    return pick(access, load, op.STORE_DEREF, op.DELETE_DEREF);
  }

  /** Makes a function from code and, below it on the stack, what `flags` announce. */
  makeFunction(code: Code, flags: number): void {
    const unit = this.unit;
    if (code.freeNames.length > 0) {
      for (const name of code.freeNames) unit.emit(op.LOAD_CLOSURE, closureIndex(unit, name));
      unit.emit(op.BUILD_TUPLE, code.freeNames.length);
      flags |= 8;
    }
    this.constant(code);
    unit.emit(op.MAKE_FUNCTION, flags);
  }

  /** Whether a name is bound by an import at the top of the module. */
  isImported(name: string): boolean {
    return this.top.uses.get(name)?.imported ?? false;
  }

  call(count: number): void {
    this.emit(op.PRECALL, count);
    this.emit(op.CALL, count);
  }
}

/** Index among cells, then free variables; assembly turns it into a slot. */
function derefIndex(unit: Unit, name: string): number {
  if (unit.scope.variable(name) === "cell") return unit.cellNames.indexOf(name);
  return unit.cellNames.length + unit.freeNames.indexOf(name);
}

/** The same for a variable that an inner function uses: `__class__` of a class is the class's own cell. */
function closureIndex(unit: Unit, name: string): number {
  const own = unit.kind === "class" && name === "__class__";
  return own ? unit.cellNames.indexOf(name) : derefIndex(unit, name);
}

function pick(access: Access, load: number, store: number, del: number): number {
  return access === "load" ? load : access === "store" ? store : del;
}

export function isConstant(node: Expression): boolean {
  return node.kind === "Constant";
}
