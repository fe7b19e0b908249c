// The code of one block while it is generated: basic blocks of instructions, constants, names.

import {type Code, type Constant, ELLIPSIS, isCode, isFrozenSet} from "./code.ts";
import {isBlockPush, isExit, isJump, RETURN_VALUE} from "./opcodes.ts";
import {mangle, type Scope} from "./scopes.ts";
import type {Source} from "./source.ts";

/** An instruction before assembly. */
export interface Draft {
  op: number;
  arg: number;
  /** Of a jump, where to; of a block push, the handler. */
  target: BasicBlock | null;
  /** 1-based; 0 for the start of a module, -1 while unknown. */
  line: number;
  /** Offsets into the source, -1 for none. */
  start: number;
  end: number;
  /** The block that exceptions raised here go to. */
  handler: BasicBlock | null;
}

/** Instructions that are entered at the first and left after the last, or by an exception. */
export class BasicBlock {
  drafts: Draft[] = [];
  /** The block that follows in the code. */
  next: BasicBlock | null = null;
  /** Whether the end leaves the code object. */
  exits = false;
  /** Whether control never goes on to the next block. */
  stops = false;
  predecessors = 0;
  reached = false;
  /** Depth of the stack at the first instruction, -1 while unknown. */
  depth = -1;
  /** Of a handler: whether the raising instruction's offset lies below the exception. */
  keepsLasti = false;
  /** Index of the first instruction in the code object. */
  index = 0;

  last(): Draft | undefined {
    return this.drafts[this.drafts.length - 1];
  }
}

/** What surrounds a statement, innermost last: what `break`, `continue` and `return` have to undo. */
export type Frame =
  | {kind: "while" | "for"; start: BasicBlock; exit: BasicBlock}
  | {kind: "try" | "exception handler" | "finally end" | "pop value"}
  | {kind: "finally"; emitBody: () => void}
  | {kind: "with"; start: number; end: number}
  | {kind: "handler cleanup"; name: string | null};

/** Constants with equal keys share a slot; what differs in type or sign of zero does not. */
function constantKey(value: Constant, codes: Code[]): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (value === ELLIPSIS) return "...";
  switch (typeof value) {
    case "bigint":
      return `i${value}`;
    case "number":
      return Object.is(value, -0) ? "f-0" : `f${value}`;
    case "string":
      return `s${value.length}:${value}`;
    default:
      break;
  }
  if (value instanceof Uint8Array) return `b${value.join(",")}`;
  if (Array.isArray(value)) return `(${value.map((item) => constantKey(item, codes)).join(";")})`;
  if (isFrozenSet(value)) {
    const keys = new Set(value.frozenset.map((item) => constantKey(item, codes)));
    return `{${[...keys].sort().join(";")}}`;
  }
  if (isCode(value)) {
    let number = codes.findIndex((code) => sameCode(code, value));
    if (number < 0) number = codes.push(value) - 1;
    return `c${number}`;
  }
  throw new TypeError("invalid constant");
}

/** Whether two code objects are copies: the body of a `finally` is compiled more than once. */
function sameCode(a: Code, b: Code): boolean {
  if (a.name !== b.name || a.firstLine !== b.firstLine || a.instructions.length !== b.instructions.length)
    return false;
  const codes: Code[] = [];
  const same = (name: keyof Code) => JSON.stringify(a[name]) === JSON.stringify(b[name]);
  return (
    (["instructions", "exceptions", "names", "varNames", "cellNames", "freeNames", "flags"] as const).every(
      same
    ) && constantKey(a.consts, codes) === constantKey(b.consts, codes)
  );
}

/** A list without repetitions, with the index of each member. */
class Table {
  readonly list: string[] = [];
  private readonly index = new Map<string, number>();

  constructor(initial: readonly string[] = []) {
    for (const name of initial) this.add(name);
  }

  add(name: string): number {
    let index = this.index.get(name);
    if (index === undefined) {
      index = this.list.length;
      this.list.push(name);
      this.index.set(name, index);
    }
    return index;
  }
}

/** One block of the program under compilation: a module, function, class or comprehension. */
export class Unit {
  readonly source: Source;
  readonly scope: Scope;
  readonly parent: Unit | null;
  readonly name: string;
  readonly qualname: string;
  readonly kind: "module" | "class" | "function" | "lambda" | "comprehension";
  readonly firstLine: number;
  argCount = 0;
  posOnlyCount = 0;
  kwOnlyCount = 0;
  varArg = false;
  kwArg = false;

  readonly consts: Constant[] = [];
  private readonly constIndex = new Map<string, number>();
  private readonly codes: Code[] = [];
  readonly names = new Table();
  readonly varNames: Table;
  readonly cellNames: string[];
  readonly freeNames: string[];

  readonly entry = new BasicBlock();
  /** In the order in which they were made. */
  readonly blocks: BasicBlock[] = [this.entry];
  private current = this.entry;
  readonly frames: Frame[] = [];

  // Position of the instructions to come.
  line = -1;
  start = -1;
  end = -1;

  constructor(
    source: Source,
    scope: Scope,
    parent: Unit | null,
    kind: Unit["kind"],
    name: string,
    firstLine: number
  ) {
    this.source = source;
    this.scope = scope;
    this.parent = parent;
    this.kind = kind;
    this.name = name;
    this.firstLine = firstLine;
    this.varNames = new Table(scope.parameters);
    this.cellNames = scope.cellNames();
    this.freeNames = scope.freeNames();
    this.qualname = qualifiedName(parent, name);
  }

  /** Index of a constant, which is added if it is new. */
  constant(value: Constant): number {
    const key = constantKey(value, this.codes);
    let index = this.constIndex.get(key);
    if (index === undefined) {
      index = this.consts.length;
      this.consts.push(value);
      this.constIndex.set(key, index);
    }
    return index;
  }

  newBlock(): BasicBlock {
    const block = new BasicBlock();
    this.blocks.push(block);
    return block;
  }

  /** Goes on with a block, which follows the current one. */
  use(block: BasicBlock): void {
    this.current.next = block;
    this.current = block;
  }

  /** Appends an instruction at the current position. */
  emit(op: number, arg = 0): void {
    this.append(op, arg, null);
  }

  /** Appends a jump or block push at the current position. */
  jump(op: number, target: BasicBlock): void {
    this.append(op, 0, target);
  }

  /** Appends a jump or block push that belongs to no line of its own. */
  artificialJump(op: number, target: BasicBlock): void {
    this.within(null, () => this.append(op, 0, target));
  }

  /** Emits at the position of a node, and goes back to the current one. */
  within(node: {start: number; end: number} | null, emit: () => void): void {
    const {line, start, end} = this;
    if (node === null) this.noPosition();
    else this.at(node);
    emit();
    this.line = line;
    this.start = start;
    this.end = end;
  }

  private append(op: number, arg: number, target: BasicBlock | null): void {
    const last = this.current.last();
    if (last !== undefined && (isJump(last.op) || isBlockPush(last.op) || isExit(last.op)))
      this.use(this.newBlock());
    const {line, start, end} = this;
    this.current.drafts.push({op, arg, target, line, start, end, handler: null});
  }

  /** Whether the code so far ends by returning. */
  returned(): boolean {
    return this.current.last()?.op === RETURN_VALUE;
  }

  /** Sets the position of the instructions to come; a node of negative offsets has none. */
  at(node: {start: number; end: number}): void {
    this.start = node.start;
    this.end = node.end;
    this.line = node.start < 0 ? -1 : this.source.line(node.start);
  }

  /** The instructions to come are at the start of the first line, which for a module is line 0. */
  atStart(): void {
    this.start = this.source.lineStart(this.firstLine);
    this.end = this.start;
    this.line = this.kind === "module" ? 0 : this.firstLine;
  }

  /** The instructions to come belong to the line of what precedes them. */
  noPosition(): void {
    this.line = -1;
    this.start = -1;
    this.end = -1;
  }
}

function qualifiedName(parent: Unit | null, name: string): string {
  if (parent === null || parent.kind === "module") return name;
  if (parent.scope.variables.get(mangle(parent.scope.privateClass, name)) === "global") return name;
  const inFunction = parent.kind === "function" || parent.kind === "lambda";
  return `${parent.qualname}${inFunction ? ".<locals>" : ""}.${name}`;
}
