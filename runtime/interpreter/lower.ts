/**
 * From the compiler's CPython 3.11 bytecode to the words that are executed: operands resolved, no-ops dropped (their
 * cost goes to the next instruction), frequent sequences fused in place.
 */
import {type Code, type Instruction, opcodes as O} from "../language/index.ts";
import {I, wordsOf} from "./instructions.ts";

/** What each instruction of a code object costs: the ticks of a tick design; null: one each. */
export type Weights = ((code: Code) => Uint8Array) | null;

export interface Lowered {
  words: Int32Array;
  /** Start, end (exclusive), target as offsets into `words`, depth << 1 | lasti. */
  handlers: number[];
  /** Offset of each instruction and where in the source it comes from, ascending. */
  positions: (Pick<Instruction, "line" | "column" | "endLine" | "endColumn"> & {offset: number})[];
}

/** How constants and names become words. */
export interface Resolver {
  constant(index: number): number;
  name(index: number): number;
  /** Whether constant `index` is a small integer. */
  isSmall(index: number): boolean;
}

/** Executed instruction for a bytecode, where the name is not the same. */
const RENAMED: Record<string, string> = {
  JUMP_FORWARD: "JUMP",
  JUMP_BACKWARD_NO_INTERRUPT: "JUMP",
  LOAD_CLOSURE: "LOAD_FAST",
  POP_JUMP_FORWARD_IF_FALSE: "POP_JUMP_IF_FALSE",
  POP_JUMP_FORWARD_IF_TRUE: "POP_JUMP_IF_TRUE",
  POP_JUMP_FORWARD_IF_NONE: "POP_JUMP_IF_NONE",
  POP_JUMP_FORWARD_IF_NOT_NONE: "POP_JUMP_IF_NOT_NONE"
};
const DROPPED = new Set([O.RESUME, O.PRECALL, O.KW_NAMES, O.NOP]);
const BY_NAME = new Set([
  O.LOAD_NAME,
  O.STORE_NAME,
  O.DELETE_NAME,
  O.STORE_GLOBAL,
  O.DELETE_GLOBAL,
  O.LOAD_ATTR,
  O.STORE_ATTR,
  O.DELETE_ATTR,
  O.LOAD_METHOD,
  O.IMPORT_NAME,
  O.IMPORT_FROM
]);

interface Item {
  operation: number;
  argument: number;
  operand: number;
  cost: number;
  /** Index of the bytecode. */
  from: number;
  /** Index of the bytecode it jumps to, or -1. */
  target: number;
  /** Word offset, once placed. */
  at: number;
}

/** Lowers one code object. @throws Error when an argument does not fit (a function with over 65,535 locals) */
export function lower(code: Code, resolve: Resolver, weights: Weights): Lowered {
  const items = translate(code, resolve, weights);
  const offsetOf = place(code, items);
  const words = encode(items, offsetOf);
  fuse(code, items, words, resolve);
  const handlers: number[] = [];
  for (const {start, end, target, depth, lasti} of code.exceptions) {
    handlers.push(offsetOf[start], offsetOf[end], offsetOf[target], (depth << 1) | (lasti ? 1 : 0));
  }
  const positions = items.map(({at, from}) => ({...code.instructions[from], offset: at}));
  return {words, handlers, positions};
}

function translate(code: Code, resolve: Resolver, weights: Weights): Item[] {
  const items: Item[] = [];
  const costs = weights === null ? null : weights(code);
  let carried = 0;
  let keywords = -1;
  code.instructions.forEach(({op, arg}, from) => {
    carried += costs === null ? 1 : costs[from];
    if (op === O.KW_NAMES) keywords = arg;
    if (DROPPED.has(op)) return;
    let name = O.OPCODE_NAMES[op];
    let argument = arg;
    let operand = 0;
    let target = -1;
    if (op === O.CALL && keywords >= 0) {
      name = "CALL_KW";
      operand = resolve.constant(keywords);
      keywords = -1;
    } else if (op === O.LOAD_CONST) {
      operand = resolve.constant(arg);
      argument = 0;
    } else if (op === O.LOAD_GLOBAL) {
      operand = resolve.name(arg >> 1);
      argument = arg & 1;
    } else if (BY_NAME.has(op)) {
      operand = resolve.name(arg);
      argument = 0;
    } else if (O.isJump(op)) {
      target = arg;
      argument = 0;
    }
    if (op === O.JUMP_IF_FALSE_OR_POP || op === O.JUMP_IF_TRUE_OR_POP) {
      // In three steps, so that a truth that Python code decides needs no way of its own.
      const jump = op === O.JUMP_IF_FALSE_OR_POP ? I.POP_JUMP_IF_FALSE : I.POP_JUMP_IF_TRUE;
      const step = {operand: 0, from, at: 0};
      items.push({...step, operation: I.COPY, argument: 1, cost: Math.min(carried, 255), target: -1});
      items.push({...step, operation: jump, argument: 0, cost: 0, target});
      items.push({...step, operation: I.POP_TOP, argument: 0, cost: 0, target: -1});
      carried = 0;
      return;
    }
    const operation = I[RENAMED[name] ?? name];
    if (operation === undefined) throw new Error(`no instruction for ${name}`);
    if (argument > 0xffff) throw new Error(`argument too large: ${name} ${argument}`);
    items.push({operation, argument, operand, cost: Math.min(carried, 255), from, target, at: 0});
    carried = 0;
  });
  return items;
}

/** Word offset of each bytecode; a dropped one is where the next executed one is. */
function place(code: Code, items: readonly Item[]): number[] {
  const offsetOf: number[] = new Array(code.instructions.length + 1);
  let offset = 0;
  let next = 0;
  for (const item of items) {
    while (next <= item.from) offsetOf[next++] = offset;
    item.at = offset;
    offset += wordsOf(item.operation);
  }
  while (next <= code.instructions.length) offsetOf[next++] = offset;
  return offsetOf;
}

function encode(items: readonly Item[], offsetOf: readonly number[]): Int32Array {
  const words = new Int32Array(offsetOf[offsetOf.length - 1]);
  for (const {operation, argument, operand, cost, at, target} of items) {
    words[at] = operation | (cost << 8) | (argument << 16);
    if (wordsOf(operation) > 1) words[at + 1] = target >= 0 ? offsetOf[target] : operand;
  }
  return words;
}

/** Bytecodes that control can reach other than from the one before. */
function entries(code: Code, items: readonly Item[]): Set<number> {
  const result = new Set<number>();
  for (const {target} of items) if (target >= 0) result.add(target);
  for (const {start, end, target} of code.exceptions) result.add(start).add(end).add(target);
  return result;
}

const isCompareJump = (operation: number) =>
  operation === I.POP_JUMP_IF_FALSE ||
  operation === I.POP_JUMP_IF_TRUE ||
  operation === I.POP_JUMP_BACKWARD_IF_FALSE ||
  operation === I.POP_JUMP_BACKWARD_IF_TRUE;
const isAdd = (item: Item) => item.operation === I.BINARY_OP && (item.argument === 0 || item.argument === 13);
const isSubtract = (item: Item) =>
  item.operation === I.BINARY_OP && (item.argument === 10 || item.argument === 23);

/**
 * Replaces the first operation of each frequent sequence by one that does all of it. Where a sequence of four begins with
 * two loads, the rest of it, with which the slow path goes on, may be fused too.
 */
function fuse(code: Code, items: readonly Item[], words: Int32Array, resolve: Resolver): void {
  const reachable = entries(code, items);
  const small = (item: Item) =>
    item.operation === I.LOAD_CONST && resolve.isSmall(code.instructions[item.from].arg);
  for (let i = 0; i < items.length; ) {
    const length = fusible(items, i, small);
    let inside = false;
    for (let k = 1; k < Math.abs(length.count); k++) {
      for (let from = items[i + k - 1].from + 1; from <= items[i + k].from; from++)
        inside ||= reachable.has(from);
    }
    if (length.count < 2 || inside) {
      i++;
      continue;
    }
    let cost = 0;
    for (let k = 0; k < length.count; k++) cost += items[i + k].cost;
    const {at} = items[i];
    words[at] = (words[at] & ~0xffff) | length.operation | (Math.min(cost, 255) << 8);
    i += length.operation === I.FAST_FAST ? 1 : Math.min(length.count, 2);
  }
}

function fusible(
  items: readonly Item[],
  i: number,
  small: (item: Item) => boolean
): {operation: number; count: number} {
  const [a, b, c, d] = [items[i], items[i + 1], items[i + 2], items[i + 3]];
  const fast = (item: Item | undefined) => item !== undefined && item.operation === I.LOAD_FAST;
  if (fast(a) && b !== undefined && c !== undefined && d !== undefined) {
    if (c.operation === I.COMPARE_OP && isCompareJump(d.operation)) {
      if (small(b)) return {operation: I.FAST_CONST_COMPARE_JUMP, count: 4};
      if (fast(b)) return {operation: I.FAST_FAST_COMPARE_JUMP, count: 4};
    }
    if (d.operation === I.STORE_FAST) {
      if (small(b) && isAdd(c)) return {operation: I.FAST_CONST_ADD_STORE, count: 4};
      if (small(b) && isSubtract(c)) return {operation: I.FAST_CONST_SUB_STORE, count: 4};
      if (fast(b) && isAdd(c)) return {operation: I.FAST_FAST_ADD_STORE, count: 4};
    }
  }
  if (a.operation === I.COMPARE_OP && b !== undefined && isCompareJump(b.operation)) {
    return {operation: I.COMPARE_JUMP, count: 2};
  }
  if (fast(a) && fast(b)) return {operation: I.FAST_FAST, count: 2};
  if (fast(a) && b?.operation === I.LOAD_CONST) return {operation: I.FAST_CONST, count: 2};
  return {operation: 0, count: 0};
}
