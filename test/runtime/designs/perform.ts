/** Performs the steps of a design one thread at a time and writes each down, for tests. */
import type {Descriptor, Design, Place} from "../../../runtime/designs/index.ts";
import {type Placed, Region} from "../../../runtime/machines/region.ts";
import {Cell, Op, type Step, type Steps, Word} from "../../../runtime/machines/steps.ts";
import {BREAKER, CHECK_INTERVAL, SWITCH_INTERVAL_US} from "../../../runtime/objects/layout.ts";

export const MAIN = 4096;
export const OTHER = 4096 + 256;
export const MEMORY_WORDS = 16384;
const REGION = {start: 1024, words: 3072};
const opNames = Object.keys(Op);

/** What happens while a thread waits: may change the memory; answers whether the wait timed out (1) or not (0). */
export type DuringWait = (memory: Int32Array) => number;

/** A design over a memory of its own, with the steps and notes of what it has done. */
export interface Rig {
  design: Design;
  memory: Int32Array;
  /** Steps as "operation word operands", notes as "note n". */
  log: string[];
  /** The words that the design placed. */
  placed: readonly Placed[];
  placedInThreads: readonly Placed[];
  signals: {pending: boolean};
  /** Performs a piece of protocol. */
  perform(steps: Steps): void;
}

/** Settings that every rig starts from. */
export function settings(memory: Int32Array): void {
  memory[SWITCH_INTERVAL_US] = 5000;
  memory[CHECK_INTERVAL] = 100;
}

/** @param attempted the answer of an attempt at a blocking operation */
export function rig(descriptor: Descriptor, duringWait: DuringWait = () => 0, attempted = 0): Rig {
  const memory = new Int32Array(MEMORY_WORDS);
  settings(memory);
  const region = new Region(memory, REGION.start, REGION.words, true);
  const log: string[] = [];
  const signals = {pending: false};
  const place: Place = {
    region,
    breaker: new Word(region, "breaker", 0, BREAKER),
    switchInterval_us: new Cell(region, "switch_interval", 0, SWITCH_INTERVAL_US),
    checkInterval: new Cell(region, "check_interval", 0, CHECK_INTERVAL),
    signalPending: () => signals.pending,
    isMain: (t) => t === MAIN,
    priorityOf: (t) => (t === MAIN ? 0 : -1),
    handleSignals(t) {
      const handled = signals.pending && t === MAIN;
      if (handled) signals.pending = false;
      return handled;
    },
    note: (_t, event) => log.push(`note ${event}`)
  };
  const design = descriptor.create(place);
  const perform = (steps: Steps) => {
    for (let result = steps.next(0); !result.done; ) {
      log.push(describe(result.value));
      result = steps.next(result.value.op === Op.attempt ? attempted : act(memory, result.value, duringWait));
    }
  };
  return {
    design,
    memory,
    log,
    placed: region.placed,
    placedInThreads: region.placedInThreads,
    signals,
    perform
  };
}

/** A step as text: its operation, word and operands that are not 0. */
export function describe({op, at, a, b, other}: Step): string {
  const operands = [op === Op.wait ? other : a, op === Op.wait ? a : b].filter((operand) => operand !== 0);
  return [opNames[op], at, ...operands].join(" ");
}

function act(memory: Int32Array, {op, at, a, b}: Step, duringWait: DuringWait): number {
  const old = memory[at];
  if (op === Op.wait) return duringWait(memory);
  if (op === Op.take) {
    while (memory[at] === 0) duringWait(memory);
    memory[at]--;
  }
  if (op === Op.post) memory[at]++;
  if (op === Op.store || op === Op.exchange) memory[at] = a;
  if (op === Op.add) memory[at] = old + a;
  if (op === Op.or) memory[at] = old | a;
  if (op === Op.and) memory[at] = old & a;
  if (op === Op.compareExchange && old === a) memory[at] = b;
  return old;
}
