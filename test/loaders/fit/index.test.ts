import {expect, test} from "vitest";
import {readFitted} from "../../../loaders/fit/dataset.ts";
import {fates} from "../../../loaders/fit/fates.ts";
import {FIGURES} from "../../../loaders/fit/figures/index.ts";
import {fittedProfiles} from "../../../loaders/fit/index.ts";
import {FITTED, profileOf, SLIDES_MACHINES} from "../../../loaders/fit/machines.ts";
import {OTHER_FITTED, SCALED} from "../../../loaders/fit/others.ts";
import {
  factorOf,
  figureRows,
  findFigure,
  holds,
  publishedValue,
  seedRows
} from "../../../loaders/fit/predict.ts";
import {CALLS_NS, parametersOf, STEPS_NS, search} from "../../../loaders/fit/search.ts";
import {publishedFigures} from "../../../loaders/published.ts";
import {findPredicted, theSimulator} from "../../../loaders/simulated.ts";
import type {SimulateOptions, SimulateResult} from "../../../runtime/machines/simulated/index.ts";
import {checkProfile} from "../../../runtime/machines/simulated/profile.ts";

const published = await publishedFigures();
const rows = await readFitted("rows");
const tried = await readFitted("tried");

test("a factor is the larger over the smaller, and 1 within a range", () => {
  expect(factorOf(30, 20, 20)).toBe(1.5);
  expect(factorOf(10, 20, 20)).toBe(2);
  expect(factorOf(500, 100, 1000)).toBe(1);
  expect(factorOf(50, 100, 1000)).toBe(2);
});

test("a direction is above, below, or within a quarter", () => {
  expect([holds("above", 2, 1), holds("above", 1, 1), holds("below", 1, 2)]).toEqual([true, false, true]);
  expect([holds("same", 1.25, 1), holds("same", 1, 1.25), holds("same", 1.26, 1)]).toEqual([
    true,
    true,
    false
  ]);
});

test("a published figure that is not there, or is no number, is named", () => {
  expect(() => publishedValue(published, "nobody-01")).toThrow("unknown published figure: nobody-01");
  expect(() => publishedValue(published, "bpo-7946-bfs-03")).toThrow("bpo-7946-bfs-03 is no number");
  expect(publishedValue(published, "hastings-2016-01")).toBe(4);
});

test("what is published of each figure is true to its direction, and most are predicted", () => {
  const value = (of: string | number) => (typeof of === "number" ? of : publishedValue(published, of));
  for (const {id, directions, range, compared} of FIGURES) {
    const own = range?.[1] ?? (compared?.of ?? Number)(publishedValue(published, id));
    for (const [direction, than] of directions)
      expect(holds(direction, own, value(than)), `${id} ${direction} ${than}`).toBe(true);
    expect(["primary", "secondary"]).toContain(findFigure(published, id).evidence);
  }
  const ids = (role: string) => FIGURES.filter((figure) => figure.role === role).map(({id}) => id);
  expect(ids("fitted").sort()).toEqual([...Object.values(FITTED), ...Object.values(OTHER_FITTED)].sort());
  expect(ids("predicted").length).toBeGreaterThan(FIGURES.length / 2);
  expect(new Set(FIGURES.map(({id}) => id)).size).toBe(FIGURES.length);
});

/** A machine whose times are known: counting, and calls of the kernel where threads share more than one core. */
function stub({argv, cores = 1, profile, write}: SimulateOptions): SimulateResult {
  const [, arm, k, n] = argv!;
  const {costs} = profile!;
  const cost = (name: "bytecode_arithmetic_ps" | "futex_wake_none_ns" | "decay_step_ns") =>
    costs[name].value as number;
  const checks = (2 * Number(k) * Number(n)) / 101;
  const call_ns = cores > 1 ? cost("futex_wake_none_ns") : cost("decay_step_ns") / 700;
  const counting_s = Number(k) * Number(n) * cost("bytecode_arithmetic_ps") * 3.5e-12;
  const wall_s = counting_s + (arm === "series" ? 0 : checks * call_ns * 1e-9);
  write(1, new TextEncoder().encode(JSON.stringify({wall_s})));
  const metrics = {threads: [], lock_calls: 0} as unknown as SimulateResult["metrics"];
  return {status: 0, failure: null, signal: null, trace: null, metrics};
}

test("the search takes the parameters with the least error, and keeps all that it tried", () => {
  const {parameters, tried: all} = search({simulate: stub, published, seeds: [1]});
  // 24.6 s for 2 x 10^8 iterations of 3.5 units each, by default 12 ns.
  expect(parameters.bytecode).toBe(Math.round((24.6 / (2e8 * 12e-9 * 3.5)) * 1000));
  // What 3,960,396 checks have to cost to need 45.5 s, and 38 s.
  const wanted = (seconds: number) => ((seconds - 24.6) * 1e9) / ((4e8 * 1) / 101);
  const nearest = (values: readonly number[], to: number) =>
    values.reduce((a, b) => (Math.abs(b - to) < Math.abs(a - to) ? b : a));
  expect(parameters.call_ns).toBe(nearest(CALLS_NS, wanted(45.5)));
  expect(parameters.step_ns).toBe(nearest(STEPS_NS, wanted(38) * 700));
  expect(parameters.speed).toBe(634);
  expect(all.filter(({parameter}) => parameter === "call_ns").map(({value}) => value)).toEqual([...CALLS_NS]);
  expect(parametersOf(all)).toEqual(parameters);
});

test("the committed profiles are those of the parameters that the search chose, whole, and no interpreter's", () => {
  const profiles = fittedProfiles();
  for (const machine of SLIDES_MACHINES) {
    expect(checkProfile(profiles[machine], machine)).toEqual(profileOf(machine, parametersOf(tried)));
    const fitted = Object.values(profiles[machine].costs).filter(({provenance}) => provenance === "fitted");
    expect(fitted.length).toBeGreaterThan(0);
    for (const {where} of fitted) expect(where).toMatch(/beazley-20\d\d-0\d/);
  }
  for (const machine of SCALED) {
    const {costs} = checkProfile(profiles[machine], machine);
    for (const {provenance, where} of Object.values(costs))
      if (provenance === "fitted") expect(Object.values(OTHER_FITTED)).toContain(where.split(": ").at(-1));
  }
  expect(findPredicted().map(({name}) => name)).not.toContainEqual(expect.stringMatching(/mac/));
});

test("the committed figures follow from the committed runs", async () => {
  expect(await readFitted("figures")).toEqual(figureRows(rows, published));
});

test("some runs of the committed profiles give the committed values", async () => {
  const figures = FIGURES.filter(({id}) => ["beazley-2009-01", "beazley-2010-04"].includes(id));
  const simulate = await theSimulator();
  const made = seedRows({simulate, profiles: fittedProfiles(), published, figures, seeds: [2]});
  expect(made).toHaveLength(2);
  for (const row of made) expect(rows).toContainEqual(row);
});

test("every published row is run, or has one reason why not", () => {
  const all = fates(published);
  expect(all).toHaveLength(published.length);
  expect(all.filter(({fate}) => ["fitted", "unit", "predicted"].includes(fate))).toHaveLength(FIGURES.length);
  const unheard = {...published[0], id: "nobody-01"};
  expect(() => fates([unheard])).toThrow("ambiguous published row: nobody-01 is nothing");
});
