import {beforeAll, describe, expect, it} from "vitest";
import {designs} from "../../../../runtime/designs/index.ts";
import {type Checker, load} from "./load.ts";

let checker: Checker;
beforeAll(async () => {
  ({checker} = await load());
});

/** One spurious wake-up defeats their forced switch. */
const FRAGILE = ["timeout", "timeout-with-priority-requests", "priority", "interactive", "holy"];
const correct = designs.map(({name}) => name).filter((name) => name !== "timeout-without-forced-switching");

describe.each(correct)("%s", (name) => {
  it("is complete with 3 threads, and with 4 within the bound", () => {
    const rows = checker.check(checker.findDesign(name), {threads: [3, 4]});
    for (const {scenario, pass, verdict, complete} of rows) {
      const expected = pass === "spurious" && FRAGILE.includes(name) ? "violated" : "holds";
      expect([scenario, pass, verdict, complete]).toEqual([scenario, pass, expected, true]);
    }
  }, 600_000);

  it("goes round counters after any number with the same starvation", () => {
    const scenario = checker.findScenario("spin-spin-spin");
    const starving = (counters: number) =>
      checker.starvation(
        checker.explore(checker.findDesign(name), scenario, {rules: {counters}, graph: true})
      );
    expect(starving(5)).toEqual(starving(checker.COUNTERS_ENDLESS));
  }, 300_000);
});
