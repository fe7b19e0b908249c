/** Breadth first through all states that a scenario can reach, so that a violation comes with one of its shortest schedules. */
import type {Descriptor} from "../../designs/design.ts";
import {type Choice, Machine, RULES, type Rules} from "./machine.ts";
import {properties} from "./properties.ts";
import type {Scenario} from "./script.ts";
import {Column, Store} from "./store.ts";

/** When to give up. */
export interface Limits {
  states: number;
  seconds: number;
  /** States to look at after the first violation, for others. */
  statesAfterViolation: number;
}

export const LIMITS: Limits = {states: 10_000_000, seconds: 300, statesAfterViolation: 10_000_000};

export interface ExploreOptions {
  rules?: Partial<Rules>;
  limits?: Partial<Limits>;
  /** Whether to keep all transitions, for `starvation` and `signature`. */
  graph?: boolean;
  /** Called now and then. */
  progress?: (states: number) => void;
  /** Milliseconds on a clock that does not go back. */
  now?: () => number;
}

/** What one property came to. */
export interface Verdict {
  property: string;
  verdict: "holds" | "violated" | "undecided";
  /** A shortest schedule to the violation, as choices. */
  schedule: Choice[] | null;
}

/** All transitions: of state s, those from `first` of s up to `first` of s + 1. */
export interface Graph {
  first: Column;
  /** State that a transition leads to, or -1 where a violation ended the search. */
  to: Column;
  /** Its choice, and 256 times 1 + the thread that took the lock; with USED_TIME, PASSED_DEADLINE. */
  by: Column;
}
/** Of a transition: a reading of the clock answered the most that it may; a deadline passed with it. */
export const USED_TIME = 1 << 16;
export const PASSED_DEADLINE = 1 << 17;

export interface Exploration {
  states: number;
  transitions: number;
  seconds: number;
  /** Length of the longest of the shortest schedules. */
  depth: number;
  /** Whether every state was reached, and if not, why. */
  complete: boolean;
  stopped: string | null;
  verdicts: Verdict[];
  machine: Machine;
  store: Store;
  graph: Graph | null;
  /** States without a next one. */
  ends: number[];
}

const LOOK_AT_CLOCK = 1024;

/** @throws if the scenario or the design cannot be run */
export function explore(
  descriptor: Descriptor,
  scenario: Scenario,
  {rules, limits, graph = false, progress, now = () => performance.now()}: ExploreOptions = {}
): Exploration {
  const machine = new Machine(descriptor, scenario, {...RULES, ...rules});
  const bounds = {...LIMITS, ...limits};
  const store = new Store(machine.width);
  const edges: Graph | null = graph ? {first: new Column(), to: new Column(), by: new Column()} : null;
  const schedules = new Map<number, Choice[]>();
  const ends: number[] = [];
  const choices: Choice[] = [];
  const {merge} = machine.rules;
  const start_ms = now();
  let transitions = 0;
  let statesMax = bounds.states;
  let stopped: string | null = null;

  const violated = (property: number, state: number, choice: Choice | null) => {
    if (schedules.has(property)) return;
    const path = store.pathTo(state);
    schedules.set(property, choice === null ? path : [...path, choice]);
    statesMax = Math.min(statesMax, state + bounds.statesAfterViolation);
  };

  machine.reset();
  store.add(machine.state, -1, -1);
  let at = 0;
  for (; at < store.size; at++) {
    if (at >= statesMax || store.size > bounds.states) {
      stopped = schedules.size > 0 ? "after a violation" : `more than ${bounds.states} states`;
      break;
    }
    if (at % LOOK_AT_CLOCK === 0) {
      progress?.(store.size);
      if (now() - start_ms > bounds.seconds * 1000) {
        stopped = `more than ${bounds.seconds} seconds`;
        break;
      }
    }
    edges?.first.push(transitions);
    store.copy(at, machine.state);
    const wrong = machine.look(choices);
    if (wrong >= 0) violated(wrong, at, null);
    if (choices.length === 0) ends.push(at);
    for (let i = 0; i < choices.length; i++) {
      if (i > 0) store.copy(at, machine.state);
      const choice = choices[i];
      machine.apply(choice);
      transitions++;
      let to = -1;
      if (machine.violated >= 0) violated(machine.violated, at, choice);
      else to = merge ? store.add(machine.state, at, choice) : store.append(machine.state, at, choice);
      if (edges) {
        edges.to.push(to);
        const time = (machine.usedTime ? USED_TIME : 0) | (machine.passedDeadline ? PASSED_DEADLINE : 0);
        edges.by.push(choice | ((machine.entered + 1) << 8) | time);
      }
    }
  }
  edges?.first.push(transitions);
  const complete = stopped === null;
  return {
    states: store.size,
    transitions,
    seconds: (now() - start_ms) / 1000,
    depth: store.pathTo(store.size - 1).length,
    complete,
    stopped,
    verdicts: properties.map(({name}, property) => ({
      property: name,
      verdict: schedules.has(property) ? "violated" : complete ? "holds" : "undecided",
      schedule: schedules.get(property) ?? null
    })),
    machine,
    store,
    graph: edges,
    ends
  };
}
