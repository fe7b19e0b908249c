import {expect, test} from "vitest";
import {claims, evidence, judge, SOURCES} from "../../../loaders/claims/index.ts";
import {findFigure} from "../../../loaders/fit/predict.ts";
import {publishedFigures} from "../../../loaders/published.ts";

const published = await publishedFigures();
const all = SOURCES.flatMap((source) => source.claims);

test("there are at least fifty claims, each with an anchor of its own", () => {
  expect(all.length).toBeGreaterThanOrEqual(50);
  expect(new Set(all.map(({id}) => id)).size).toBe(all.length);
  for (const {id} of all) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(new Set(SOURCES.map(({key}) => key)).size).toBe(SOURCES.length);
});

test("every claim is a sentence, and its figures are published", () => {
  for (const {statement, published: ids = []} of all) {
    expect(statement).toMatch(/^[A-Z].*\.$/);
    for (const id of ids) expect(findFigure(published, id).id).toBe(id);
  }
});

test("what is said of published figures has numbers", () => {
  for (const {published_value} of judge(SOURCES, {published, estimates: [], proofs: [], fitted: []}))
    expect(published_value).not.toMatch(/NaN|undefined|Infinity/);
});

test("without any data no claim is tested, but for the constants of the runtime", () => {
  const judged = judge(SOURCES, {published, estimates: [], proofs: [], fitted: []});
  const tested = judged.filter(({verdict}) => verdict !== "not tested");
  expect(tested.map(({id, verdict}) => `${id} ${verdict}`)).toEqual([
    "hundred-ticks holds",
    "interval-default holds"
  ]);
});

test("a claim without a way to test it says why there is none", () => {
  for (const {id, measures, untested} of all) if (measures.length === 0) expect(untested, id).toBeTruthy();
});

test("on the recorded data, a claim that does not hold, or only in part, has a reason of its own", async () => {
  for (const judged of await claims()) {
    const {why = {}} = all.find(({id}) => id === judged.id)!;
    if (judged.verdict === "does not hold" || judged.verdict === "holds in part")
      expect(why[judged.verdict], judged.id).toBeTruthy();
    if (judged.verdict !== "holds") expect(judged.why, judged.id).toBeTruthy();
  }
});

test("the evidence has interpreters once, and the host's figures of the run that the report shows", async () => {
  const {estimates} = await evidence();
  const natives = estimates.filter(
    ({machine, dataset, metric, threads, work, cores}) =>
      machine === "native" &&
      dataset === "contention" &&
      metric === "slowdown_ratio" &&
      threads === 2 &&
      work === "fixed" &&
      cores === 2
  );
  const names = natives.map(({interpreter}) => interpreter);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(1);
});
