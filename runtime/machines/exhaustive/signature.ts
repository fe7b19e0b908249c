import type {Exploration} from "./explore.ts";

/**
 * A number that two explorations of one scenario share if their graphs are the same: states are numbered in the order of a
 * search that takes choices in order, so that equal graphs have equal numbers. What counts of a transition is its choice,
 * where it leads and who takes the lock. @throws if the graph was not kept
 */
export function signature({graph, states}: Exploration): string {
  if (graph === null) throw new Error("missing graph: explore with graph set");
  let high = 0x9dc5;
  let low = states | 0;
  const mix = (value: number) => {
    high = Math.imul(high ^ value, 0x01000193) ^ (low >>> 13);
    low = Math.imul(low + value, 0x85ebca6b) ^ (high >>> 15);
  };
  for (let state = 0; state < graph.first.length - 1; state++) {
    mix(-1);
    for (let e = graph.first.get(state); e < graph.first.get(state + 1); e++) {
      mix(graph.by.get(e));
      mix(graph.to.get(e));
    }
  }
  const text = (half: number) => (half >>> 0).toString(16).padStart(8, "0");
  return text(high) + text(low);
}
