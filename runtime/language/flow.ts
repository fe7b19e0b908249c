// The control-flow graph of one block of the program, improved as CPython 3.11 improves it: constant conditions,
// chains of jumps, unreachable code, lines. The order of the passes decides the bytecode.

import {truth} from "./arithmetic.ts";
import type {BasicBlock, Draft, Unit} from "./blocks.ts";
import * as op from "./opcodes.ts";

/** The most instructions of an exit that is copied. */
const MAX_COPY = 4;

export function optimize(unit: Unit): void {
  for (const block of following(unit.entry)) normalize(block);
  inlineExits(unit.entry);
  for (const block of following(unit.entry)) {
    new Peephole(unit, block).run();
    removeNops(block);
  }
  inlineExits(unit.entry);
  markReachable(unit.entry);
  for (const block of following(unit.entry)) {
    if (block.predecessors > 0) continue;
    block.drafts = [];
    block.stops = false;
  }
  removeEmpty(unit.entry);
  removeRedundantJumps(unit.entry);
  duplicateExits(unit);
  propagateLines(unit);
}

/** The blocks in the order of the code. */
export function* following(entry: BasicBlock): Generator<BasicBlock, void> {
  for (let block: BasicBlock | null = entry; block !== null; block = block.next) yield block;
}

function samePlace(to: Draft, from: Draft): void {
  to.line = from.line;
  to.start = from.start;
  to.end = from.end;
}

function nop(draft: Draft): void {
  draft.op = op.NOP;
  draft.arg = 0;
  draft.target = null;
}

/** Notes how control leaves a block, and lets its jump pass over empty blocks. */
function normalize(block: BasicBlock): void {
  for (const draft of block.drafts) {
    if (op.isExit(draft.op)) {
      block.exits = true;
      block.stops = true;
    } else if (draft.target !== null) {
      if (draft.op === op.JUMP || draft.op === op.JUMP_NO_INTERRUPT) block.stops = true;
      while (draft.target.drafts.length === 0 && draft.target.next !== null) draft.target = draft.target.next;
    }
  }
}

const TURNED = new Map([
  [op.JUMP_IF_FALSE_OR_POP, op.POP_JUMP_IF_FALSE],
  [op.JUMP_IF_TRUE_OR_POP, op.POP_JUMP_IF_TRUE]
]);

/** Improvements within one block. */
class Peephole {
  private readonly unit: Unit;
  private readonly block: BasicBlock;

  constructor(unit: Unit, block: BasicBlock) {
    this.unit = unit;
    this.block = block;
  }

  run(): void {
    const drafts = this.block.drafts;
    for (let at = 0; at < drafts.length; at++) {
      // A jump that was led further is looked at again.
      while (this.step(at));
    }
  }

  private step(at: number): boolean {
    const draft = this.block.drafts[at];
    switch (draft.op) {
      case op.LOAD_CONST:
        this.constantCondition(at);
        return false;
      case op.BUILD_TUPLE:
        this.tuple(at);
        return false;
      case op.JUMP_IF_FALSE_OR_POP:
      case op.JUMP_IF_TRUE_OR_POP:
        return this.jumpOrPop(draft);
      case op.JUMP:
      case op.POP_JUMP_IF_FALSE:
      case op.POP_JUMP_IF_TRUE:
      case op.POP_JUMP_IF_NONE:
      case op.POP_JUMP_IF_NOT_NONE: {
        const target = firstOf(draft.target!);
        return target?.op === op.JUMP && thread(draft, target, draft.op);
      }
      case op.SWAP:
        if (draft.arg === 1) nop(draft);
        else applySwaps(this.block, this.mergeSwaps(at));
        return false;
      case op.PUSH_NULL: {
        const next = this.block.drafts[at + 1];
        if (next?.op === op.LOAD_GLOBAL && (next.arg & 1) === 0) {
          nop(draft);
          next.arg |= 1;
        }
        return false;
      }
      default:
        return false;
    }
  }

  /** A constant's truth decides the conditional jump after it. */
  private constantCondition(at: number): void {
    const [load, jump, third] = this.block.drafts.slice(at, at + 3);
    if (jump === undefined) return;
    const value = this.unit.consts[load.arg];
    switch (jump.op) {
      case op.POP_JUMP_IF_FALSE:
      case op.POP_JUMP_IF_TRUE:
        nop(load);
        if (truth(value) === (jump.op === op.POP_JUMP_IF_TRUE)) this.always(jump);
        else nop(jump);
        return;
      case op.JUMP_IF_FALSE_OR_POP:
      case op.JUMP_IF_TRUE_OR_POP:
        if (truth(value) === (jump.op === op.JUMP_IF_TRUE_OR_POP)) this.always(jump);
        else {
          nop(load);
          nop(jump);
        }
        return;
      case op.IS_OP:
        if (value !== null) return;
        if (third?.op === op.POP_JUMP_IF_FALSE || third?.op === op.POP_JUMP_IF_TRUE) {
          const jumpsIfNone = (jump.arg === 0) === (third.op === op.POP_JUMP_IF_TRUE);
          nop(load);
          nop(jump);
          third.op = jumpsIfNone ? op.POP_JUMP_IF_NONE : op.POP_JUMP_IF_NOT_NONE;
        }
    }
  }

  private always(jump: Draft): void {
    jump.op = op.JUMP;
    this.block.stops = true;
  }

  /** `a, b = x, y` needs no tuple, and a tuple of constants is a constant. */
  private tuple(at: number): void {
    const build = this.block.drafts[at];
    const next = this.block.drafts[at + 1];
    if (next?.op === op.UNPACK_SEQUENCE && next.arg === build.arg && build.arg >= 1 && build.arg <= 3) {
      if (build.arg === 1) nop(next);
      else next.op = op.SWAP;
      nop(build);
      return;
    }
    if (at < build.arg) return;
    const loads = this.block.drafts.slice(at - build.arg, at);
    if (!loads.every((load) => load.op === op.LOAD_CONST)) return;
    const values = loads.map((load) => this.unit.consts[load.arg]);
    loads.forEach(nop);
    build.op = op.LOAD_CONST;
    build.arg = this.unit.constant(values);
  }

  /** Where the first test implies how the second one at the target ends, jump on. */
  private jumpOrPop(draft: Draft): boolean {
    const target = firstOf(draft.target!);
    if (target === undefined) return false;
    const popping = TURNED.get(draft.op)!;
    if (target.op === popping) return thread(draft, target, popping);
    if (target.op === op.JUMP || target.op === draft.op) return thread(draft, target, draft.op);
    const opposite =
      draft.op === op.JUMP_IF_FALSE_OR_POP
        ? target.op === op.JUMP_IF_TRUE_OR_POP || target.op === op.POP_JUMP_IF_TRUE
        : target.op === op.JUMP_IF_FALSE_OR_POP || target.op === op.POP_JUMP_IF_FALSE;
    if (!opposite || draft.line !== target.line) return false;
    let block = draft.target!;
    while (block.drafts.length === 0) block = block.next!;
    draft.op = popping;
    draft.target = block.next;
    return true;
  }

  /** Replaces a run of swaps by the fewest that have the same effect; returns the index of its last one. */
  private mergeSwaps(at: number): number {
    const drafts = this.block.drafts;
    let depth = drafts[at].arg;
    let end = at;
    let more = false;
    while (end + 1 < drafts.length && (drafts[end + 1].op === op.SWAP || drafts[end + 1].op === op.NOP)) {
      end++;
      if (drafts[end].op !== op.SWAP) continue;
      depth = Math.max(depth, drafts[end].arg);
      more = true;
    }
    if (!more) return at;
    const stack = Array.from({length: depth}, (_, index) => index);
    for (const {op: opcode, arg} of drafts.slice(at, end + 1)) {
      if (opcode === op.SWAP) [stack[0], stack[arg - 1]] = [stack[arg - 1], stack[0]];
    }
    const swaps = cycles(stack);
    let current = end;
    for (const arg of swaps.reverse()) {
      drafts[current].op = op.SWAP;
      drafts[current--].arg = arg;
    }
    while (current >= at) nop(drafts[current--]);
    return end;
  }
}

/** The arguments of the swaps that bring a stack, whose top is at 0, into the order given. */
function cycles(stack: number[]): number[] {
  const visited = -1;
  const swaps: number[] = [];
  for (let index = 0; index < stack.length; index++) {
    if (stack[index] === visited || stack[index] === index) continue;
    let at = index;
    for (;;) {
      if (at !== 0) swaps.unshift(at + 1);
      if (stack[at] === visited) break;
      const next = stack[at];
      stack[at] = visited;
      at = next;
    }
  }
  return swaps;
}

function swappable(draft: Draft): boolean {
  return draft.op === op.STORE_FAST || draft.op === op.POP_TOP;
}

/** The next store or pop after an index, if nothing but NOPs lies between and, for a `line`, it is of that line. */
function nextSwappable(drafts: Draft[], at: number, line: number): number {
  while (++at < drafts.length) {
    if (line >= 0 && drafts[at].line !== line) return -1;
    if (drafts[at].op === op.NOP) continue;
    return swappable(drafts[at]) ? at : -1;
  }
  return -1;
}

/** Instead of swapping two values that are stored next, swaps the stores. */
function applySwaps(block: BasicBlock, at: number): void {
  const drafts = block.drafts;
  for (; at >= 0; at--) {
    const swap = drafts[at];
    if (swap.op !== op.SWAP) {
      if (swap.op === op.NOP || swappable(swap)) continue;
      return;
    }
    const first = nextSwappable(drafts, at, -1);
    if (first < 0) return;
    const line = drafts[first].line;
    let second = first;
    for (let count = swap.arg - 1; count > 0; count--) {
      second = nextSwappable(drafts, second, line);
      if (second < 0) return;
    }
    if (storesCollide(drafts.slice(first, second + 1))) return;
    nop(swap);
    [drafts[first], drafts[second]] = [drafts[second], drafts[first]];
  }
}

/** Whether exchanging the first and the last of some stores would change what a variable ends up with. */
function storesCollide(drafts: Draft[]): boolean {
  const stored = (draft: Draft) => (draft.op === op.STORE_FAST ? draft.arg : -1);
  const first = stored(drafts[0]);
  const last = stored(drafts[drafts.length - 1]);
  if (first < 0 && last < 0) return false;
  if (first === last) return true;
  return drafts.slice(1, -1).some((draft) => {
    const between = stored(draft);
    return between >= 0 && (between === first || between === last);
  });
}

function firstOf(block: BasicBlock): Draft | undefined {
  let at: BasicBlock | null = block;
  while (at !== null && at.drafts.length === 0) at = at.next;
  return at?.drafts[0];
}

/** Leads a jump to where the jump at its target leads, unless a line would be lost for tracing. */
function thread(draft: Draft, target: Draft, opcode: number): boolean {
  if (draft.line !== target.line || draft.target === target.target) return false;
  draft.target = target.target;
  draft.op = opcode;
  return true;
}

/** Removes NOPs, except those that give a line its only instruction. */
export function removeNops(block: BasicBlock): void {
  const drafts = block.drafts;
  const kept: Draft[] = [];
  let previous = -1;
  drafts.forEach((draft, at) => {
    const line = draft.line;
    if (draft.op === op.NOP) {
      if (line < 0 || line === previous) return;
      const next = drafts[at + 1];
      if (next !== undefined) {
        if (next.line < 0) samePlace(next, draft);
        if (next.line === line) return;
      } else {
        const after = block.next === null ? undefined : firstOf(block.next);
        if (after !== undefined && after.line === line) return;
      }
    }
    kept.push(draft);
    previous = line;
  });
  block.drafts = kept;
}

function exitsWithoutLine(block: BasicBlock): boolean {
  return block.exits && block.drafts.every((draft) => draft.line < 0);
}

/** Replaces jumps to short exits that have no line by the exits themselves, which may make an exit of the block. */
function inlineExits(entry: BasicBlock): void {
  for (const block of following(entry)) {
    const last = block.last();
    if (last?.op !== op.JUMP) continue;
    const target = last.target!;
    if (!exitsWithoutLine(target) || target.drafts.length > MAX_COPY) continue;
    const copies = target.drafts.map((draft) => ({...draft}));
    nop(last);
    block.drafts.push(...copies);
    block.exits = true;
  }
}

function markReachable(entry: BasicBlock): void {
  for (const block of following(entry)) block.predecessors = 0;
  const todo = [entry];
  entry.predecessors = 1;
  const arrive = (block: BasicBlock) => {
    if (block.predecessors++ === 0) todo.push(block);
  };
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    if (block.next !== null && !block.stops) arrive(block.next);
    for (const draft of block.drafts) if (draft.target !== null) arrive(draft.target);
  }
}

/** Takes blocks without instructions out of the order and out of jumps. */
function removeEmpty(entry: BasicBlock): void {
  const skip = (block: BasicBlock | null) => {
    while (block !== null && block.drafts.length === 0) block = block.next;
    return block;
  };
  for (const block of following(entry)) block.next = skip(block.next);
  for (const block of following(entry)) {
    for (const draft of block.drafts) if (draft.target !== null) draft.target = skip(draft.target)!;
  }
}

function removeRedundantJumps(entry: BasicBlock): void {
  let emptied = false;
  for (const block of following(entry)) {
    const last = block.last();
    if (last === undefined || (last.op !== op.JUMP && last.op !== op.JUMP_NO_INTERRUPT)) continue;
    if (last.target !== block.next) continue;
    block.stops = false;
    nop(last);
    removeNops(block);
    emptied = true;
  }
  if (emptied) removeEmpty(entry);
}

/** Gives each jump to an exit without a line an exit of its own, which takes the line of the jump. */
function duplicateExits(unit: Unit): void {
  for (const block of [...unit.blocks].reverse()) {
    const last = block.last();
    if (last === undefined || !op.isJump(last.op)) continue;
    const target = last.target!;
    if (!exitsWithoutLine(target) || target.predecessors <= 1) continue;
    const copy: BasicBlock = Object.assign(Object.create(Object.getPrototypeOf(target)), target);
    copy.drafts = target.drafts.map((draft) => ({...draft}));
    samePlace(copy.drafts[0], last);
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    target.next = copy;
  }
  for (const block of following(unit.entry)) {
    const last = block.last();
    if (block.stops || block.next === null || last === undefined) continue;
    if (exitsWithoutLine(block.next)) samePlace(block.next.drafts[0], last);
  }
}

/** Gives instructions without a line that of the ones before. */
function propagateLines(unit: Unit): void {
  for (const block of following(unit.entry)) {
    if (block.drafts.length === 0) continue;
    let previous: Draft | null = null;
    for (const draft of block.drafts) {
      if (draft.line >= 0) previous = draft;
      else if (previous !== null) samePlace(draft, previous);
    }
    if (previous === null) continue;
    const next = block.next?.drafts[0];
    if (!block.stops && next !== undefined && block.next!.predecessors === 1 && next.line < 0)
      samePlace(next, previous);
    const last = block.last()!;
    if (op.isJump(last.op) && last.target!.predecessors === 1 && last.target!.drafts[0].line < 0) {
      samePlace(last.target!.drafts[0], previous);
    }
  }
  for (const block of following(unit.entry)) {
    const last = block.last();
    if (last?.op !== op.RETURN_VALUE || last.line >= 0) continue;
    for (const draft of block.drafts) draft.line = unit.firstLine;
  }
}
