/**
 * Who can starve whom in a program without end. A thread starves if there is a cycle of states on which it wants the lock
 * throughout although the cycle is fair: every thread that can move again and again does move, a clock that is read again and
 * again by a thread goes on, and its deadlines pass. That is strong fairness, a Streett condition; the cycles are found as in Emerson and Lei (1987), by taking strongly connected components apart.
 */
import {type Exploration, type Graph, PASSED_DEADLINE, USED_TIME} from "./explore.ts";

/** `victim` can wait for ever while `by` hold the lock again and again; those of `alone` without help by a third. */
export interface Starvation {
  victim: number;
  by: number[];
  alone: number[];
}

/** @returns for each thread that can starve by whom, in order; empty if nobody can */
export function starvation(exploration: Exploration): Starvation[] {
  const {store, graph} = exploration;
  if (graph === null) throw new Error("missing graph: explore with graph set");
  const {threads} = exploration.machine.world;
  const {wants, holder} = waiting(exploration);
  const scratch = new Scratch(store.size);
  const starvedWhile = (victim: number, holds: (thread: number) => boolean): Set<number> => {
    const waits: number[] = [];
    for (let state = 0; state < store.size; state++)
      if ((wants[state] >> victim) & 1 && holds(holder[state])) waits.push(state);
    const by = new Set<number>();
    for (const component of fairComponents(graph, waits, scratch))
      for (const state of component) if (holder[state] >= 0) by.add(holder[state]);
    return by;
  };
  const found: Starvation[] = [];
  for (let victim = 0; victim < threads; victim++) {
    const by = [...starvedWhile(victim, () => true)].sort();
    const canAlone = (one: number) => starvedWhile(victim, (thread) => thread < 0 || thread === one).has(one);
    const alone = by.length === 1 ? by : by.filter(canAlone);
    if (by.length > 0) found.push({victim, by, alone});
  }
  return found;
}

/** Of each state: who wants the lock, as bits, and who holds it, or -1. */
export function waiting({machine, store}: Exploration): {wants: Uint8Array; holder: Int8Array} {
  const {threads} = machine.world;
  const wants = new Uint8Array(store.size);
  const holder = new Int8Array(store.size);
  for (let state = 0; state < store.size; state++) {
    store.copy(state, machine.state);
    holder[state] = machine.holder;
    for (let t = 0; t < threads; t++) if (machine.wants(t)) wants[state] |= 1 << t;
  }
  return {wants, holder};
}

/** The largest sets of states, within `states`, that a fair schedule can go round in for ever. */
export function fairComponents(graph: Graph, states: number[], scratch: Scratch): number[][] {
  const {within} = scratch;
  const fair: number[][] = [];
  const work = components(graph, states, scratch);
  for (let component = work.pop(); component; component = work.pop()) {
    for (const state of component) within[state] = 1;
    const {can, moves} = movers(graph, component, within);
    for (const state of component) within[state] = 0;
    const idle = can & ~moves;
    if (moves === 0) continue;
    if (idle === 0) fair.push(component);
    else {
      const rest = component.filter((state) => (enabled(graph, state) & idle) === 0);
      for (const part of components(graph, rest, scratch)) work.push(part);
    }
  }
  return fair;
}

/** From here on the bits for time that passes as an actor reads the clock, and for deadlines that do. */
const TIMES = 10;
const DEADLINES = 20;

/** What moves with a transition, as bits: an actor, and time. */
export function moving(by: number): number {
  const actor = (by & 255) >> 4;
  const time = (by & USED_TIME) !== 0 ? 1 << (TIMES + actor) : 0;
  return (1 << actor) | time | ((by & PASSED_DEADLINE) !== 0 ? 1 << (DEADLINES + actor) : 0);
}

/** What can move in `state`, as bits. */
export function enabled(graph: Graph, state: number): number {
  let can = 0;
  for (let e = graph.first.get(state); e < graph.first.get(state + 1); e++) can |= moving(graph.by.get(e));
  return can;
}

/** What can move somewhere in the component, and what can without leaving it. */
function movers(graph: Graph, component: number[], inside: Uint8Array): {can: number; moves: number} {
  let can = 0;
  let moves = 0;
  for (const state of component) {
    for (let e = graph.first.get(state); e < graph.first.get(state + 1); e++) {
      const moved = moving(graph.by.get(e));
      can |= moved;
      const to = graph.to.get(e);
      if (to >= 0 && inside[to]) moves |= moved;
    }
  }
  return {can, moves};
}

/** What the search for components notes of each state; 0 again for all of them after each search. */
export class Scratch {
  readonly within: Uint8Array;
  readonly index: Int32Array;
  readonly low: Int32Array;
  readonly open: Uint8Array;

  constructor(size: number) {
    this.within = new Uint8Array(size);
    this.index = new Int32Array(size);
    this.low = new Int32Array(size);
    this.open = new Uint8Array(size);
  }
}

/** Strongly connected components of the graph between `states`: Tarjan's algorithm, with a stack of its own. */
function components(graph: Graph, states: number[], {within, index, low, open}: Scratch): number[][] {
  for (const state of states) within[state] = 1;
  const trail: number[] = [];
  const calls: {state: number; edge: number}[] = [];
  const found: number[][] = [];
  let count = 0;
  const enter = (state: number) => {
    index[state] = low[state] = ++count;
    open[state] = 1;
    trail.push(state);
    calls.push({state, edge: graph.first.get(state)});
  };
  const leave = (state: number) => {
    calls.pop();
    const above = calls.at(-1);
    if (above) low[above.state] = Math.min(low[above.state], low[state]);
    if (low[state] !== index[state]) return;
    const component: number[] = [];
    for (let member = -1; member !== state; ) {
      member = trail.pop()!;
      open[member] = 0;
      component.push(member);
    }
    found.push(component);
  };
  for (const root of states) {
    if (index[root] !== 0) continue;
    enter(root);
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      if (call.edge === graph.first.get(call.state + 1)) leave(call.state);
      else {
        const to = graph.to.get(call.edge++);
        if (to < 0 || !within[to]) continue;
        if (index[to] === 0) enter(to);
        else if (open[to]) low[call.state] = Math.min(low[call.state], index[to]);
      }
    }
  }
  for (const state of states) within[state] = index[state] = 0;
  return found;
}
