/**
 * How a thread starves: a schedule that leads to a cycle, and the cycle, which can be gone round for ever. It is fair: who
 * can move somewhere on it does move on it.
 */
import type {Descriptor} from "../../designs/design.ts";
import {COUNTERS_ENDLESS} from "./check.ts";
import {type Exploration, explore, type Graph} from "./explore.ts";
import {type Choice, Machine, RULES} from "./machine.ts";
import type {Scenario} from "./script.ts";
import {enabled, fairComponents, moving, Scratch, type Starvation, waiting} from "./starvation.ts";

export interface Lasso {
  victim: number;
  /** Who holds the lock on the cycle. */
  by: number[];
  stem: Choice[];
  loop: Choice[];
}

/** Counters that go round sooner make shorter cycles; whether such a cycle needs that is seen by trying it without. */
const COUNTERS = [2, 3, COUNTERS_ENDLESS];
/** States of a cycle that are tried as its first, those that are reached soonest before others. */
const STARTS = 24;
const ROUNDS = 3;

/** A short cycle for each thread that can starve: by one other thread where that is enough. */
export function lassos(
  descriptor: Descriptor,
  scenario: Scenario,
  starvation: readonly Starvation[]
): Lasso[] {
  const open = new Map(
    starvation.map(({victim, by, alone}) => [victim, alone.length > 0 ? [alone[0]] : by] as const)
  );
  const found: Lasso[] = [];
  for (const counters of COUNTERS) {
    if (open.size === 0) break;
    const explored = explore(descriptor, scenario, {rules: {counters}, graph: true});
    for (const [victim, by] of open) {
      const lasso = shortest(explored, victim, by);
      if (lasso === null || !goesRound(descriptor, scenario, lasso)) continue;
      found.push(lasso);
      open.delete(victim);
    }
  }
  return found.sort((a, b) => a.victim - b.victim);
}

/** Whether the cycle can be gone round again and again, however far counters count. */
function goesRound(descriptor: Descriptor, scenario: Scenario, {victim, stem, loop}: Lasso): boolean {
  const machine = new Machine(descriptor, scenario, RULES);
  const possible: Choice[] = [];
  machine.reset();
  const perform = (choice: Choice): boolean => {
    machine.look(possible);
    if (!possible.includes(choice)) return false;
    machine.apply(choice);
    return machine.violated < 0;
  };
  if (!stem.every(perform)) return false;
  const round = () =>
    loop.map((choice) => {
      const {place} = machine.local(choice >> 4);
      const done = perform(choice) && machine.wants(victim);
      return done ? `${place} ${machine.holder}` : null;
    });
  const first = round();
  if (first.includes(null)) return false;
  return Array.from({length: ROUNDS}, round).every((next) => next.every((text, i) => text === first[i]));
}

/** The shortest lasso that is found from some states of the cycles on which `victim` waits while `by` hold the lock. */
function shortest(exploration: Exploration, victim: number, by: readonly number[]): Lasso | null {
  const {store} = exploration;
  const graph = exploration.graph!;
  const {wants, holder} = waiting(exploration);
  const waits: number[] = [];
  for (let state = 0; state < store.size; state++)
    if ((wants[state] >> victim) & 1 && (holder[state] < 0 || by.includes(holder[state]))) waits.push(state);
  let best: Lasso | null = null;
  for (const component of fairComponents(graph, waits, new Scratch(store.size))) {
    const holders = new Set(component.map((state) => holder[state]).filter((thread) => thread >= 0));
    if (holders.size < Math.min(2, by.length)) continue;
    const inside = new Set(component);
    for (const start of component.sort((a, b) => a - b).slice(0, STARTS)) {
      const loop = cycle(graph, inside, start, [...holders]);
      const stem = store.pathTo(start);
      const length = loop.length + stem.length / 4;
      if (best === null || length < best.loop.length + best.stem.length / 4)
        best = {victim, by: [...holders].sort(), stem, loop};
    }
  }
  return best;
}

interface Taken {
  state: number;
  edge: number;
}

/** Choices that lead from `start` back to it, such that each of `holders` takes the lock and all move that can. */
function cycle(
  graph: Graph,
  inside: ReadonlySet<number>,
  start: number,
  holders: readonly number[]
): Choice[] {
  const enters = (edge: number) => ((graph.by.get(edge) >> 8) & 255) - 1;
  const taking = new Set<number>();
  for (const state of inside)
    for (const edge of edgesWithin(graph, inside, state))
      if (holders.includes(enters(edge))) taking.add(enters(edge));
  const path: Taken[] = [];
  let can = enabled(graph, start);
  let moved = 0;
  let at = start;
  const go = (wanted: (edge: number) => boolean): void => {
    for (const step of way(graph, inside, at, wanted)) {
      path.push(step);
      moved |= moving(graph.by.get(step.edge));
      taking.delete(enters(step.edge));
      at = graph.to.get(step.edge);
      can |= enabled(graph, at);
    }
  };
  do {
    while ((can & ~moved) !== 0 || taking.size > 0)
      go((edge) => taking.has(enters(edge)) || (can & ~moved & moving(graph.by.get(edge))) !== 0);
    if (at !== start || path.length === 0) go((edge) => graph.to.get(edge) === start);
  } while ((can & ~moved) !== 0);
  return path.map(({edge}) => graph.by.get(edge) & 255);
}

function* edgesWithin(graph: Graph, inside: ReadonlySet<number>, state: number): Iterable<number> {
  for (let edge = graph.first.get(state); edge < graph.first.get(state + 1); edge++)
    if (inside.has(graph.to.get(edge))) yield edge;
}

/** The shortest way inside that ends with an edge that is wanted. */
function way(
  graph: Graph,
  inside: ReadonlySet<number>,
  from: number,
  wanted: (edge: number) => boolean
): Taken[] {
  const before = new Map<number, Taken | null>([[from, null]]);
  for (const state of before.keys()) {
    for (const edge of edgesWithin(graph, inside, state)) {
      if (wanted(edge)) {
        const steps: Taken[] = [{state, edge}];
        for (let last = before.get(state); last; last = before.get(last.state)) steps.unshift(last);
        return steps;
      }
      const to = graph.to.get(edge);
      if (!before.has(to)) before.set(to, {state, edge});
    }
  }
  throw new Error("no fair cycle: a component that is not strongly connected");
}
