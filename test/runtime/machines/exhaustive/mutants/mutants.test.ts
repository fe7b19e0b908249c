import {beforeAll, describe, expect, it} from "vitest";
import {Judge, loadVariants, sourceOf} from "./judge.ts";
import {mutants, repairs} from "./mutants.ts";

/** One of each kind; `mutants.full.test.ts` has them all. */
const chosen = mutants.filter(({design, name}) =>
  [
    "tick/starts-at-2",
    "tick/no-post",
    "tick/restart-outside",
    "tick-condition/if",
    "tick-condition/no-signal",
    "tick-condition/unlocks-twice",
    "tick-condition/silent",
    "timeout/no-forced-switch",
    "timeout/dumb",
    "timeout/never-asks"
  ].includes(`${design}/${name}`)
);

let judge: Judge;
let variants: Awaited<ReturnType<typeof loadVariants>>;
beforeAll(async () => {
  variants = await loadVariants([...chosen, ...repairs]);
  judge = new Judge(variants.checker);
});

describe("wrong versions", () => {
  it("are at least 40, of all designs, and each is one", () => {
    expect(mutants.length).toBeGreaterThanOrEqual(40);
    expect(new Set(mutants.map(({design}) => design)).size).toBe(15);
    expect(new Set(mutants.map(sourceOf)).size).toBe(mutants.length);
  });
  it("that are not found out say why", () => {
    for (const {name, expected, why} of mutants)
      expect([name, why !== undefined]).toEqual([name, expected === "uncovered"]);
  });
  it.each(chosen)("$design/$name: $expected", (mutant) => {
    expect(judge.judge(mutant, variants.descriptorOf(mutant), 2).verdict).toBe(mutant.expected);
  });
});

describe("repairs", () => {
  it.each(repairs)("$design/$name withstands spurious wake-ups", (repair) => {
    const rows = variants.checker.check(variants.descriptorOf(repair), {threads: [2]});
    expect(rows.filter(({verdict}) => verdict !== "holds")).toEqual([]);
  });
});
