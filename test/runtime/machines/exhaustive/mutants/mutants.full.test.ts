import {beforeAll, expect, it} from "vitest";
import {Judge, loadVariants} from "./judge.ts";
import {mutants} from "./mutants.ts";

let judge: Judge;
let variants: Awaited<ReturnType<typeof loadVariants>>;
beforeAll(async () => {
  variants = await loadVariants(mutants);
  judge = new Judge(variants.checker);
});

it.each(mutants)(
  "$design/$name: $expected",
  (mutant) => {
    expect(judge.judge(mutant, variants.descriptorOf(mutant), 3).verdict).toBe(mutant.expected);
  },
  300_000
);
