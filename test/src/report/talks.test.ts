import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, test} from "vitest";
import {evidence, judge, SOURCES} from "../../../loaders/claims/index.ts";
import {readFittedOrNone} from "../../../loaders/fit/dataset.ts";
import {publishedFigures} from "../../../loaders/published.ts";
import {insideTheGilValues, type TalkEvidence} from "../../../src/report/inside-the-gil.ts";
import {fill, type Values} from "../../../src/report/page.ts";
import {reworkingTheGilValues} from "../../../src/report/reworking-the-gil.ts";
import {understandingTheGilValues} from "../../../src/report/understanding-the-gil.ts";
import {invented, inventedRuns} from "./invented-runs.ts";

let talk: TalkEvidence;

beforeAll(async () => {
  const published = new Map((await publishedFigures()).map((figure) => [figure.id, figure]));
  const claims = judge(SOURCES, {...(await evidence()), estimates: []});
  talk = {claims, fitted: await readFittedOrNone("figures"), published, bases: [], runs: inventedRuns([])};
});

/// Timelines are placed by another module, which reads recorded scenes.
const page = (path: string, values: Values) =>
  fill(readFileSync(`src${path}.md`, "utf8").replace(/\{\{timeline [^}]*\}\}/g, ""), values, path);

describe.each([
  ["/inside-the-gil", insideTheGilValues],
  ["/understanding-the-gil", understandingTheGilValues],
  ["/reworking-the-gil", reworkingTheGilValues]
] as const)("%s", (path, values) => {
  test("without any run, keeps its words, its published figures and its claims", async () => {
    const text = page(path, await values(talk));
    expect(text).toContain("is recorded yet");
    expect(text).toMatch(/class="claim" id="claim-/);
    expect(text).not.toContain("{{");
  });
});

test("a claim says what was published, by whom it was measured, and what a machine of the slides gives", async () => {
  const text = (await insideTheGilValues(talk))["claim two-threads-slower"];
  expect(text).toContain("1.85 times sequential (45.5 s and 24.6 s)");
  expect(text).toContain("secondary; Beazley GIL.pdf 2009");
  expect(text).toContain("a MacBook as on the slides");
});

test("ccbench's tables stand beside the published run", async () => {
  const row = (threads: number, estimate: number) =>
    invented({
      workload: "ccbench-throughput",
      variant: "pidigits",
      metric: "iterations_per_s",
      threads,
      estimate
    });
  const {throughput} = await reworkingTheGilValues({...talk, runs: inventedRuns([row(1, 200), row(2, 190)])});
  expect(throughput).toContain("1,580");
  expect(throughput).toContain("1,550 (98 %)");
  expect(throughput).toContain("190 (95 %)");
});
