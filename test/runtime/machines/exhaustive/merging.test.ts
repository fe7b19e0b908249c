/**
 * Merging loses nothing: on small programs, a search that takes no two states for the same, and tells threads' states apart
 * by their whole histories, comes to the same verdicts and the same end states.
 */
import {beforeAll, describe, expect, it} from "vitest";
import type {Descriptor} from "../../../../runtime/designs/index.ts";
import type {Action, Exploration, Rules, Scenario} from "../../../../runtime/machines/exhaustive/index.ts";
import type {Checker} from "./load.ts";
import {loadVariants} from "./mutants/judge.ts";
import {mutants} from "./mutants/mutants.ts";

const compared = mutants.filter(({name}) =>
  ["if", "looks-outside", "signal-first", "clears-unlocked", "starts-at-2", "deaf"].includes(name)
);
let checker: Checker;
let mutantOf: (mutant: (typeof mutants)[number]) => Descriptor;
beforeAll(async () => {
  ({checker, descriptorOf: mutantOf} = await loadVariants(compared));
});

const scenario = (name: string, threads: Action[][], signal = false): Scenario => ({
  name,
  title: "",
  threads,
  signal
});
const small: Scenario[] = [
  scenario("compute", [["compute"], []]),
  scenario("yield", [["yield"], []]),
  scenario("start", [["start 1"], ["block"]]),
  scenario("signal", [["compute"]], true)
];

/** Verdicts, and what the words hold in each end state. */
function outcome({machine, store, ends, verdicts}: Exploration) {
  const words = new Set<string>();
  for (const end of ends) {
    store.copy(end, machine.state);
    words.add(machine.world.words.map((_, slot) => machine.word(slot)).join(" "));
  }
  return {
    verdicts: verdicts.map(({property, verdict, schedule}) => [property, verdict, schedule?.length]),
    words: [...words].sort()
  };
}

function compare(descriptor: Descriptor, program: Scenario, rules: Partial<Rules>): [number, number] {
  const limits = {states: 400_000, seconds: 60};
  const merged = checker.explore(descriptor, program, {rules, limits});
  const apart = checker.explore(descriptor, program, {rules: {...rules, merge: false}, limits});
  expect([merged.complete, apart.complete]).toEqual([true, true]);
  expect(outcome(merged)).toEqual(outcome(apart));
  return [merged.states, apart.states];
}

describe.each(["tick", "tick-condition", "timeout"])("%s", (name) => {
  it.each(small)("$name", (program) => {
    // Without a bound there are too many schedules to tell apart.
    const bound = name === "timeout" && program.name === "yield" ? {preemptions: 2} : {};
    const [merged, apart] = compare(checker.findDesign(name), program, {timeouts: 0, ...bound});
    expect(apart).toBeGreaterThanOrEqual(merged);
  });
  it("with a time-out", () => {
    compare(checker.findDesign(name), scenario("alone", [["compute"], []]), {timeouts: 1, preemptions: 2});
  });
});

describe("wrong versions", () => {
  it.each(compared)("$design/$name", (mutant) => {
    compare(mutantOf(mutant), small[0], {timeouts: 0});
  });
});
