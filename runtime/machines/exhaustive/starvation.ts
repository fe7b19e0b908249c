/**
 * Who can starve whom in a program without end. A thread starves if there is a cycle of states on which it wants the lock
 * throughout although the cycle is fair: every thread that can move again and again does move. That is strong fairness, a
 * Streett condition; the cycles are found as in Emerson and Lei (1987), by taking strongly connected components apart.
 */
import type {Exploration, Graph} from "./explore.ts";

/** `victim` can wait for ever while `by` hold the lock again and again. */
export interface Starvation {
  victim: number;
  by: number[];
}

/** @returns for each thread that can starve by whom, in order; empty if nobody can */
export function starvation({machine, store, graph}: Exploration): Starvation[] {
  if (graph === null) throw new Error("missing graph: explore with graph set");
  const {threads} = machine.world;
  const wants = new Uint8Array(store.size);
  const holder = new Int8Array(store.size);
  for (let state = 0; state < store.size; state++) {
    store.copy(state, machine.state);
    holder[state] = machine.holder;
    for (let t = 0; t < threads; t++) if (machine.wants(t)) wants[state] |= 1 << t;
  }
  const found: Starvation[] = [];
  for (let victim = 0; victim < threads; victim++) {
    const by = new Set<number>();
    const waits: number[] = [];
    for (let state = 0; state < store.size; state++) if ((wants[state] >> victim) & 1) waits.push(state);
    for (const component of fairComponents(graph, waits, store.size))
      for (const state of component) if (holder[state] >= 0) by.add(holder[state]);
    if (by.size > 0) found.push({victim, by: [...by].sort()});
  }
  return found;
}

/** The largest sets of states, within `states`, that a fair schedule can go round in for ever. */
function fairComponents(graph: Graph, states: number[], size: number): number[][] {
  const fair: number[][] = [];
  const work = components(graph, states, size);
  const inside = new Uint8Array(size);
  for (let component = work.pop(); component; component = work.pop()) {
    for (const state of component) inside[state] = 1;
    const {can, moves} = movers(graph, component, inside);
    for (const state of component) inside[state] = 0;
    const idle = can & ~moves;
    if (moves === 0) continue;
    if (idle === 0) fair.push(component);
    else
      work.push(
        ...components(
          graph,
          component.filter((state) => (enabled(graph, state) & idle) === 0),
          size
        )
      );
  }
  return fair;
}

/** Actors, as bits, that can move in `state`. */
function enabled(graph: Graph, state: number): number {
  let can = 0;
  for (let e = graph.first.get(state); e < graph.first.get(state + 1); e++)
    can |= 1 << ((graph.by.get(e) & 255) >> 4);
  return can;
}

/** Actors that can move somewhere in the component, and those that can without leaving it. */
function movers(graph: Graph, component: number[], inside: Uint8Array): {can: number; moves: number} {
  let can = 0;
  let moves = 0;
  for (const state of component) {
    for (let e = graph.first.get(state); e < graph.first.get(state + 1); e++) {
      const actor = 1 << ((graph.by.get(e) & 255) >> 4);
      can |= actor;
      const to = graph.to.get(e);
      if (to >= 0 && inside[to]) moves |= actor;
    }
  }
  return {can, moves};
}

/** Strongly connected components of the graph between `states`: Tarjan's algorithm, with a stack of its own. */
function components(graph: Graph, states: number[], size: number): number[][] {
  const UNSEEN = 0;
  const within = new Uint8Array(size);
  for (const state of states) within[state] = 1;
  const index = new Int32Array(size);
  const low = new Int32Array(size);
  const open = new Uint8Array(size);
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
  for (const root of states) {
    if (index[root] !== UNSEEN) continue;
    enter(root);
    while (calls.length > 0) {
      const call = calls[calls.length - 1];
      const {state} = call;
      if (call.edge < graph.first.get(state + 1)) {
        const to = graph.to.get(call.edge++);
        if (to < 0 || !within[to]) continue;
        if (index[to] === UNSEEN) enter(to);
        else if (open[to]) low[state] = Math.min(low[state], index[to]);
        continue;
      }
      calls.pop();
      if (calls.length > 0) {
        const above = calls[calls.length - 1].state;
        low[above] = Math.min(low[above], low[state]);
      }
      if (low[state] !== index[state]) continue;
      const component: number[] = [];
      for (let member = -1; member !== state; ) {
        member = trail.pop()!;
        open[member] = 0;
        component.push(member);
      }
      found.push(component);
    }
  }
  return found;
}
