import {expect, test} from "vitest";
import type {Dataset, Machine, Run, SummaryRow} from "../../../loaders/schema.ts";
import type {Predicted} from "../../../loaders/simulated.ts";
import {defaultProfile} from "../../../runtime/machines/simulated/default-profile.ts";
import {validityValues} from "../../../src/report/validity.ts";

const row = (machine: Machine, change: Partial<SummaryRow>): SummaryRow => ({
  cell: "a cell",
  machine,
  design: "timeout",
  interpreter: machine === "host" ? "convoy 0.1.0" : "cpython 3.13.0",
  cores: 2,
  work: "fixed",
  threads: 2,
  main: null,
  spinners: null,
  interval_ms: 5,
  check_interval_ticks: null,
  metric: "slowdown_ratio",
  unit: "",
  estimate: 2,
  low: 1.8,
  high: 2.2,
  level: 0.95,
  repetitions: 12,
  ...change
});

const delay = (machine: Machine, estimate: number) =>
  row(machine, {
    metric: "latency_us_p50",
    unit: "us",
    estimate,
    low: estimate / 2,
    high: null,
    main: "busy",
    spinners: 1,
    work: null,
    threads: null
  });

const dataset = (name: Dataset["name"], machines: string[], summary: SummaryRow[]) =>
  ({
    name,
    summary,
    status: "fresh",
    origin: "recorded",
    folder: "",
    run: {
      machines,
      commit: "0123456789",
      setting: "validity",
      repetitions: 12,
      cpu: "A processor",
      cores: 2,
      platform: "linux-x64",
      kernel: "6",
      load_before: machines[0] === "simulated" ? 9 : 0.2,
      start: "2026-01-02T03:04:05Z"
    } as Partial<Run> as Run
  }) as Dataset;

const VALIDITY = [
  dataset(
    "contention",
    ["native"],
    [row("native", {}), row("native", {threads: 3, estimate: 3, low: 2.5, high: 3.5})]
  ),
  dataset("contention", ["simulated"], [row("simulated", {}), row("simulated", {threads: 3, estimate: 6})]),
  dataset("signal-latency", ["native"], [delay("native", 5000)]),
  dataset("signal-latency", ["simulated"], [delay("simulated", 4000)])
];
const RUNS = [dataset("contention", ["host", "native"], [row("native", {}), row("host", {estimate: 1})])];
const PROFILE = {name: "cpython 3.13.0", profile: defaultProfile} as Predicted;

test("sums up the errors of predictions, and of Convoy's own threads apart from them", async () => {
  const values = await validityValues(VALIDITY, RUNS, [PROFILE]);
  expect(values.summary).toContain("3 figures of real interpreters, predicted");
  expect(values.summary).toContain("the median is off by a factor of 1.25");
  expect(values.summary).toContain("67\u00a0% are off by a factor of 1.5 or less");
  expect(values.summary).toContain("1 prediction lies within the interval");
  expect(values.summary).toContain("Of 2 ratios that are surely above or below 1, 2 predictions");
  expect(values["host summary"]).toContain("1 figure was measured with both");
  expect(values["host summary"]).toContain("a factor of 2.00");
});

test("draws each figure with its kinds, its run, and a table of every comparison", async () => {
  const {predictions, factors, spread, host} = await validityValues(VALIDITY, RUNS, [PROFILE]);
  for (const figure of [predictions, factors, spread, host]) {
    expect(figure).toContain("<svg");
    expect(figure).toContain("<table>");
    expect(figure).not.toMatch(/\n\s*\n/);
  }
  expect(predictions).toContain(
    '<span class="kind native">native</span> <span class="kind simulated">simulated</span>'
  );
  expect(host).toContain('<span class="kind host">host</span> <span class="kind native">native</span>');
  expect(predictions).toContain(
    "Measured on 2026-01-02 (validity setting, 12 process restarts a cell) on A processor"
  );
  expect(predictions).toContain("Predicted on 2026-01-02 (12 seeds a cell)");
  // The load does not matter to virtual cores.
  expect(predictions).not.toContain("doubt");
  expect(predictions.split("<tbody>")[1].split("</tbody>")[0].match(/<tr>/g)).toHaveLength(3);
  expect(predictions).toContain("main thread busy, 1 spinning, 2 cores");
  expect(predictions).toContain("2.50 ms to beyond the cap");
});

test("names what is furthest off in the title", async () => {
  const {spread} = await validityValues(VALIDITY, RUNS, [PROFILE]);
  expect(spread).toContain(
    "Furthest off: CPython 3.13.0, fixed work, 3 threads, 2 cores, 3.00 measured and 6.00 predicted"
  );
});

test("says which costs of a profile nobody measured", async () => {
  const {profiles} = await validityValues([], [], [PROFILE]);
  expect(profiles).toContain("wake_idle_ns");
  expect(profiles).not.toContain("fair_slice_ns");
});

test("without any prediction or run, says so and draws nothing", async () => {
  const values = await validityValues([], [], []);
  expect(values.summary).toContain("npx convoy validate");
  expect(values["host summary"]).toContain("No run");
  expect(values.profiles).toContain("No profile");
  for (const name of ["predictions", "factors", "spread", "errors", "host", "host errors"])
    expect(values[name]).toBe("");
});
