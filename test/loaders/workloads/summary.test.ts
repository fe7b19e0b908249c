import {describe, expect, test} from "vitest";
import type {Row} from "../../../loaders/experiment.ts";
import {summarizeWorkloads} from "../../../loaders/workloads/summary.ts";
import {ANSWERED, slowdown, type Workload} from "../../../loaders/workloads/workload.ts";

const workload: Workload = {
  name: "w",
  title: "",
  question: "",
  source: "",
  program: "count.py",
  variants: [],
  threadsAre: "",
  threads: {quick: [], full: [], predicted: []},
  sizeIs: "",
  size: {quick: 1, full: 1, predicted: 1},
  metrics: ANSWERED,
  ratios: [
    slowdown("requests_per_s"),
    {name: "interval_ratio", title: "", of: "requests_per_s", against: {variant: "usual"}}
  ]
};

const row = (variant: string, threads: number, repetition: number, value: number | null): Row => ({
  cell: `native/x/w/${variant}/2-cores`,
  machine: "native",
  design: "timeout",
  interpreter: "x",
  cores: 2,
  workload: "w",
  variant,
  threads,
  interval_ms: 5,
  check_interval_ticks: null,
  repetition,
  metric: "requests_per_s",
  unit: "requests/s",
  value
});

const rows = [1, 2, 3].flatMap((repetition) => [
  row("usual", 0, repetition, 1000 * repetition),
  row("usual", 2, repetition, 100 * repetition),
  row("other", 0, repetition, 4000),
  row("other", 2, repetition, null)
]);
const summary = summarizeWorkloads([workload], {rows, missing: []}, {seed: 1, resamples: 100});
const find = (variant: string, threads: number, metric: string) =>
  summary.find((one) => one.variant === variant && one.threads === threads && one.metric === metric);

describe("the summary of workloads", () => {
  test("has medians over repetitions", () => {
    expect(find("usual", 0, "requests_per_s")).toMatchObject({estimate: 2000, repetitions: 3});
  });
  test("compares with the fewest threads in the same process, more being worse", () => {
    expect(find("usual", 2, "slowdown_ratio")).toMatchObject({estimate: 10, low: 10, high: 10, unit: ""});
    expect(find("usual", 0, "slowdown_ratio")).toBeUndefined();
  });
  test("compares with another variant", () => {
    expect(find("other", 0, "interval_ratio")).toMatchObject({estimate: 0.5});
    expect(find("usual", 0, "interval_ratio")).toBeUndefined();
  });
  test("leaves out what nothing was measured of", () => {
    expect(find("other", 2, "requests_per_s")).toBeUndefined();
    expect(find("other", 2, "slowdown_ratio")).toBeUndefined();
  });
});
