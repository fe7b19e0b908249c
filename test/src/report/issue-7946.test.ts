import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {publishedFigures} from "../../../loaders/published.ts";
import {proofRows} from "../../../src/report/checks.ts";
import {issue7946Values} from "../../../src/report/issue-7946.ts";
import {fill} from "../../../src/report/page.ts";
import {invented, inventedRuns} from "./invented-runs.ts";

const published = new Map((await publishedFigures()).map((figure) => [figure.id, figure]));
const proofs = await proofRows();
/// Timelines are placed by another module, which reads recorded scenes.
const source = readFileSync("src/issue-7946.md", "utf8").replace(/\{\{timeline [^}]*\}\}/g, "");

test("without a run, the page says what is missing and keeps its words", async () => {
  const page = fill(source, await issue7946Values(inventedRuns([]), proofs, published, []), "/issue-7946");
  expect(page).toContain("No run of `echo-tcp` is recorded yet");
  expect(page).toContain("# Issue 7946");
  expect(page).not.toContain("{{");
});

const simulated = {machine: "simulated", interpreter: "cpython 3.11.7"} as const;
const cpued = {
  workload: "cpued",
  variant: "yielding",
  metric: "least_computing_share",
  unit: ""
};

test("repairs are compared with the lock as it is, kind by kind", async () => {
  const runs = inventedRuns([
    invented({estimate: 100}),
    invented({design: "priority", estimate: 2000}),
    invented({...simulated, estimate: 100}),
    invented({...simulated, design: "priority", estimate: 5000}),
    invented({...cpued, estimate: 0.3}),
    invented({...cpued, design: "priority", estimate: 0.05})
  ]);
  const values = await issue7946Values(runs, proofs, published, []);
  expect(values["repairs in words"]).toContain(
    "Messages of echo-tcp over those under `timeout` (host): 20.0 under `priority`."
  );
  expect(values["repairs in words"]).toContain("(simulated): 50.0 under `priority`.");
  expect(values["repairs in words"]).toContain("5.00 % under `priority` and 30.0 % under `timeout` (host)");
  expect(values.echo).toContain(
    "priority answers 20.0 times as many messages as the lock that CPython has (host)"
  );
  expect(values.repairs).toContain("1 of 1 repairs at least double");
});

test("many versions of an interpreter are told as a range", async () => {
  const native = (version: string, estimate: number) =>
    invented({machine: "native", interpreter: `cpython ${version}`, estimate});
  const runs = inventedRuns([native("3.11.7", 104), native("3.13.0", 94.1), invented({})]);
  const values = await issue7946Values(runs, proofs, published, []);
  expect(values["rate beside one"]).toBe(
    "94.1 to 104 in 2 versions of CPython and 100 in Convoy's `timeout`"
  );
  expect(values["intervals a message"]).toBe(
    "2.13 to 1.92 in 2 versions of CPython and 2.00 in Convoy's `timeout`"
  );
});
