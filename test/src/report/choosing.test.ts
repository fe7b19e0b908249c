import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import type {WorkloadSummary} from "../../../loaders/schema.ts";
import {choosingValues} from "../../../src/report/choosing.ts";
import {fill} from "../../../src/report/page.ts";
import {invented, inventedRuns} from "./invented-runs.ts";

const source = readFileSync("src/choosing.md", "utf8");

/// A design's figures on each aim.
function design(
  name: string,
  slowdown: number,
  rate: number,
  share: number,
  calls: number
): WorkloadSummary[] {
  const own = {design: name} as Partial<WorkloadSummary>;
  const count = {...own, workload: "count-2009", variant: "whole", threads: 2, unit: ""};
  return [
    invented({...count, metric: "slowdown_ratio", estimate: slowdown}),
    invented({...count, metric: "wall_s", estimate: 1}),
    invented({...count, metric: "voluntary_switches", estimate: calls}),
    invented({...own, estimate: rate}),
    invented({
      ...own,
      workload: "cpued",
      variant: "yielding",
      metric: "least_computing_share",
      unit: "",
      estimate: share
    }),
    invented({
      ...own,
      workload: "cpued",
      variant: "yielding",
      metric: "yielding_share",
      unit: "",
      estimate: 1 - 2 * share
    })
  ];
}

test("without a run, the page says what is missing", async () => {
  const page = fill(source, await choosingValues(inventedRuns([]), []), "/choosing");
  expect(page).toContain("is recorded yet");
  expect(page).not.toContain("{{");
});

test("the front and the rules follow from the figures", async () => {
  const runs = inventedRuns([
    ...design("timeout", 1, 100, 0.3, 400),
    ...design("priority", 1.05, 20_000, 0.05, 500),
    ...design("tick", 2, 6000, 0.05, 50_000)
  ]);
  const values = await choosingValues(runs, []);
  expect(values["front in words"]).toContain(
    "By host figures, `timeout` and `priority` are beaten by nobody, and the other 1 by somebody. Of those that were shipped, beaten are `tick` by `priority`."
  );
  expect(values.rules).toContain("If **response** alone matters: `priority` (20,000), with throughput 1.05");
  expect(values.rules).toContain("If **overhead** alone matters: `timeout` and `priority` (1,000 or less)");
  expect(values.support).toContain("cannot be compared yet");
  expect(fill(source, values, "/choosing")).not.toContain("{{");
});

test("pairs of designs that machines order differently are counted", async () => {
  const host = [...design("timeout", 1, 100, 0.3, 400), ...design("tick", 2, 6000, 0.3, 400)];
  const simulated = host.map((row) =>
    invented({
      ...row,
      machine: "simulated",
      interpreter: "cpython 3.11.7",
      estimate: row.metric === "slowdown_ratio" ? 3 - row.estimate! : row.estimate
    })
  );
  const {support} = await choosingValues(inventedRuns([...host, ...simulated]), []);
  expect(support).toContain(
    "**Throughput**: of the pairs of designs that differ on both, 0 are ordered alike"
  );
  expect(support).toContain("1 the other way round");
  expect(support).toContain("**Response**: of the pairs of designs that differ on both, 1 are ordered alike");
});
