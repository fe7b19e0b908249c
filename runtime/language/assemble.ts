// From basic blocks to a code object: prefix, stack depth, exception table, directions and offsets of jumps.

import type {BasicBlock, Draft, Unit} from "./blocks.ts";
import {
  CO_GENERATOR,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type Code,
  type ExceptionEntry,
  type Instruction
} from "./code.ts";
import {following, optimize, removeNops} from "./flow.ts";
import * as op from "./opcodes.ts";

/** Finishes a block of the program; `addNone` when its end returns None rather than what is on the stack. */
export function assemble(unit: Unit, futureFlags: number, addNone: boolean): Code {
  if (!unit.returned()) {
    unit.noPosition();
    if (addNone) unit.emit(op.LOAD_CONST, unit.constant(null));
    unit.emit(op.RETURN_VALUE);
  }
  const cells = unit.cellNames.filter((name) => !unit.varNames.list.includes(name));
  const slots = [...unit.varNames.list, ...cells, ...unit.freeNames];
  fixCells(unit, slots);
  addPrefix(unit, slots);
  optimize(unit);
  trimConstants(unit);
  const stackSize = measureStack(unit.entry);
  labelHandlers(unit.entry);
  for (const block of following(unit.entry)) {
    for (const draft of block.drafts) {
      if (draft.op !== op.POP_BLOCK && !op.isBlockPush(draft.op)) continue;
      draft.op = op.NOP;
      draft.target = null;
    }
    removeNops(block);
  }
  directJumps(unit.entry);
  return {
    name: unit.name,
    qualname: unit.qualname,
    filename: unit.source.filename,
    firstLine: unit.firstLine,
    argCount: unit.argCount,
    posOnlyCount: unit.posOnlyCount,
    kwOnlyCount: unit.kwOnlyCount,
    flags: flagsOf(unit) | futureFlags,
    names: unit.names.list,
    varNames: unit.varNames.list,
    cellNames: [...unit.varNames.list.filter((name) => unit.cellNames.includes(name)), ...cells],
    freeNames: unit.freeNames,
    consts: unit.consts,
    stackSize,
    ...emit(unit)
  };
}

function flagsOf(unit: Unit): number {
  if (unit.scope.kind !== "function") return 0;
  return (
    CO_NEWLOCALS |
    CO_OPTIMIZED |
    (unit.scope.nested ? CO_NESTED : 0) |
    (unit.scope.generator ? CO_GENERATOR : 0) |
    (unit.varArg ? CO_VARARGS : 0) |
    (unit.kwArg ? CO_VARKEYWORDS : 0)
  );
}

const CELL_OPS = new Set([
  op.LOAD_CLOSURE,
  op.LOAD_DEREF,
  op.STORE_DEREF,
  op.DELETE_DEREF,
  op.LOAD_CLASSDEREF
]);

/** Turns indexes among cells and free variables into slots. */
function fixCells(unit: Unit, slots: string[]): void {
  const names = [...unit.cellNames, ...unit.freeNames];
  const firstFree = slots.length - unit.freeNames.length;
  const toSlot = names.map((name, index) =>
    index < unit.cellNames.length ? slots.indexOf(name) : firstFree + index - unit.cellNames.length
  );
  for (const block of following(unit.entry)) {
    for (const draft of block.drafts) if (CELL_OPS.has(draft.op)) draft.arg = toSlot[draft.arg];
  }
}

function addPrefix(unit: Unit, slots: string[]): void {
  const prefix: Draft[] = [];
  const add = (opcode: number, arg: number, line: number) =>
    prefix.push({op: opcode, arg, target: null, line, start: -1, end: -1, handler: null});
  if (unit.freeNames.length > 0) add(op.COPY_FREE_VARS, unit.freeNames.length, -1);
  const cellSlots = unit.cellNames.map((name) => slots.indexOf(name)).sort((a, b) => a - b);
  for (const slot of cellSlots) add(op.MAKE_CELL, slot, -1);
  if (unit.scope.generator) {
    add(op.RETURN_GENERATOR, 0, unit.firstLine);
    add(op.POP_TOP, 0, unit.firstLine);
  }
  unit.entry.drafts.unshift(...prefix);
}

/** Drops constants after the last one in use; the first stays, since it is the docstring's place. */
function trimConstants(unit: Unit): void {
  let last = 0;
  for (const block of following(unit.entry)) {
    for (const {op: opcode, arg} of block.drafts) {
      if (opcode === op.LOAD_CONST || opcode === op.KW_NAMES) last = Math.max(last, arg);
    }
  }
  unit.consts.length = Math.min(unit.consts.length, last + 1);
}

function endsFlow(opcode: number): boolean {
  return opcode === op.JUMP || opcode === op.JUMP_NO_INTERRUPT || op.isExit(opcode);
}

/** Finds the depth of the stack at the start of each block, and the deepest anywhere. */
function measureStack(entry: BasicBlock): number {
  let deepest = 0;
  const todo: BasicBlock[] = [];
  const arrive = (block: BasicBlock, depth: number) => {
    if (block.depth >= depth) return;
    block.depth = depth;
    todo.push(block);
  };
  arrive(entry, 0);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    let depth = block.depth;
    let next = block.next;
    for (const draft of block.drafts) {
      const after = depth + op.stackEffect(draft.op, draft.arg, false);
      if (draft.target !== null) {
        const taken = depth + op.stackEffect(draft.op, draft.arg, true);
        deepest = Math.max(deepest, taken);
        arrive(draft.target, taken);
      }
      depth = after;
      deepest = Math.max(deepest, depth);
      if (endsFlow(draft.op)) {
        next = null;
        break;
      }
    }
    if (next !== null) arrive(next, depth);
  }
  return deepest;
}

/** Notes for every instruction where its exceptions go. */
function labelHandlers(entry: BasicBlock): void {
  const todo: {block: BasicBlock; handlers: BasicBlock[]}[] = [];
  const arrive = (block: BasicBlock, handlers: BasicBlock[]) => {
    if (block.reached) return;
    block.reached = true;
    todo.push({block, handlers: [...handlers]});
  };
  arrive(entry, []);
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const {block, handlers} = next;
    for (const draft of block.drafts) {
      if (op.isBlockPush(draft.op)) {
        const handler = draft.target!;
        arrive(handler, handlers);
        if (draft.op !== op.SETUP_FINALLY) handler.keepsLasti = true;
        handlers.push(handler);
      } else if (draft.op === op.POP_BLOCK) handlers.pop();
      else {
        draft.handler = handlers[handlers.length - 1] ?? null;
        if (draft.target !== null) arrive(draft.target, handlers);
      }
    }
    if (!block.stops && block.next !== null) arrive(block.next, handlers);
  }
}

const FORWARD = new Map([
  [op.JUMP, op.JUMP_FORWARD],
  [op.JUMP_NO_INTERRUPT, op.JUMP_FORWARD],
  [op.POP_JUMP_IF_FALSE, op.POP_JUMP_FORWARD_IF_FALSE],
  [op.POP_JUMP_IF_TRUE, op.POP_JUMP_FORWARD_IF_TRUE],
  [op.POP_JUMP_IF_NONE, op.POP_JUMP_FORWARD_IF_NONE],
  [op.POP_JUMP_IF_NOT_NONE, op.POP_JUMP_FORWARD_IF_NOT_NONE]
]);

const BACKWARD = new Map([
  [op.JUMP, op.JUMP_BACKWARD],
  [op.JUMP_NO_INTERRUPT, op.JUMP_BACKWARD_NO_INTERRUPT],
  [op.POP_JUMP_IF_FALSE, op.POP_JUMP_BACKWARD_IF_FALSE],
  [op.POP_JUMP_IF_TRUE, op.POP_JUMP_BACKWARD_IF_TRUE],
  [op.POP_JUMP_IF_NONE, op.POP_JUMP_BACKWARD_IF_NONE],
  [op.POP_JUMP_IF_NOT_NONE, op.POP_JUMP_BACKWARD_IF_NOT_NONE]
]);

function directJumps(entry: BasicBlock): void {
  const passed = new Set<BasicBlock>();
  for (const block of following(entry)) {
    passed.add(block);
    const last = block.last();
    if (last === undefined || last.target === null) continue;
    last.op = (passed.has(last.target) ? BACKWARD : FORWARD).get(last.op) ?? last.op;
  }
}

function emit(unit: Unit): {instructions: Instruction[]; exceptions: ExceptionEntry[]} {
  let index = 0;
  for (const block of following(unit.entry)) {
    block.index = index;
    index += block.drafts.length;
  }
  const instructions: Instruction[] = [];
  const drafts: Draft[] = [];
  const source = unit.source;
  for (const block of following(unit.entry)) {
    for (const draft of block.drafts) {
      const placed = draft.start >= 0;
      instructions.push({
        op: draft.op,
        arg: draft.target === null ? draft.arg : draft.target.index,
        line: draft.line,
        column: placed ? source.byteColumn(draft.start) : -1,
        endLine: placed ? source.line(draft.end) : draft.line,
        endColumn: placed ? source.byteColumn(draft.end) : -1,
        offset: 0
      });
      drafts.push(draft);
    }
  }
  placeInstructions(instructions);
  return {instructions, exceptions: exceptionTable(drafts)};
}

/** How many EXTENDED_ARG entries an argument takes. */
function extendedArgs(arg: number): number {
  return arg > 0xffffff ? 3 : arg > 0xffff ? 2 : arg > 0xff ? 1 : 0;
}

/** Byte offsets in CPython's layout: a longer jump makes itself longer, so that this goes on until nothing moves. */
function placeInstructions(instructions: Instruction[]): void {
  const sizes = instructions.map(
    ({op: opcode, arg}) => 1 + op.cacheEntries(opcode) + (op.isJump(opcode) ? 0 : extendedArgs(arg))
  );
  const starts = new Int32Array(instructions.length + 1);
  const extended = new Uint8Array(instructions.length);
  for (let moved = true; moved; ) {
    moved = false;
    for (let at = 0; at < sizes.length; at++) starts[at + 1] = starts[at] + sizes[at] + extended[at];
    instructions.forEach((instruction, at) => {
      if (!op.isJump(instruction.op)) return;
      const need = extendedArgs(Math.abs(starts[instruction.arg] - starts[at + 1]));
      if (need === extended[at]) return;
      extended[at] = need;
      moved = true;
    });
  }
  instructions.forEach((instruction, at) => {
    const prefix = extended[at] + (op.isJump(instruction.op) ? 0 : extendedArgs(instruction.arg));
    instruction.offset = 2 * (starts[at] + prefix);
  });
}

function exceptionTable(drafts: Draft[]): ExceptionEntry[] {
  const entries: ExceptionEntry[] = [];
  let handler: BasicBlock | null = null;
  let start = 0;
  for (let at = 0; at <= drafts.length; at++) {
    const next = drafts[at]?.handler ?? null;
    if (at < drafts.length && next === handler) continue;
    if (handler !== null && at > start) {
      const lasti = handler.keepsLasti;
      entries.push({start, end: at, target: handler.index, depth: handler.depth - (lasti ? 2 : 1), lasti});
    }
    start = at;
    handler = next;
  }
  return entries;
}
