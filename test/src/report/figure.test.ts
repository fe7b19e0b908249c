import {expect, test} from "vitest";
import type {Dataset, SummaryRow} from "../../../loaders/schema.ts";
import {estimateFigure} from "../../../src/report/estimates.ts";
import {renderFigure} from "../../../src/report/figure.ts";

const row: SummaryRow = {
  cell: "native/cpython-2.7.0/fixed/2-cores",
  machine: "native",
  design: "tick",
  interpreter: "cpython 2.7.0",
  cores: 2,
  work: "fixed",
  threads: 2,
  main: null,
  spinners: null,
  interval_ms: null,
  check_interval_ticks: 100,
  metric: "slowdown_ratio",
  unit: "",
  estimate: 1.9,
  low: 1.7,
  high: 2.1,
  level: 0.9375,
  repetitions: 5
};

const dataset = {
  name: "contention",
  summary: [row],
  status: "stale",
  origin: "recorded",
  folder: "",
  run: {
    commit: "0123456789",
    dirty: true,
    setting: "quick",
    repetitions: 5,
    cpu: "A <processor>",
    cores: 2,
    platform: "linux-x64",
    kernel: "6",
    load_before: 3.2,
    start: "2026-01-02T03:04:05Z",
    tables: {rows: 1}
  }
} as unknown as Dataset;

const figure = (shown: SummaryRow[]) =>
  estimateFigure({
    id: "f",
    title: "Two < three",
    description: "A chart.",
    dataset,
    shown,
    x: (s) => `${s.threads}`,
    xTitle: "threads",
    yTitle: "times",
    panel: () => "all cores",
    panels: ["all cores"]
  });

test("is the same each time, without blank lines", async () => {
  const html = await renderFigure(figure([row]));
  expect(html).toBe(await renderFigure(figure([row])));
  expect(html).not.toMatch(/\n\s*\n/);
  expect(html.match(/class="marks"/g)).toHaveLength(2);
});

test("says its kind, machine, run, age and level", async () => {
  const html = await renderFigure(figure([row]));
  expect(html).toContain('<span class="kind native">native</span>');
  expect(html).toContain(
    "Recorded on 2026-01-02 (commit 01234567 with changes; quick setting, 5 process restarts a cell)"
  );
  expect(html).toContain("A &lt;processor&gt;");
  expect(html).toContain("The code has changed since.");
  expect(html).toContain("The machine was busy with other work when the run began (load 3.2)");
  expect(html).toContain("93.8 %");
  expect(html).toContain("Two &lt; three");
});

test("is drawn even when nothing was measured", async () => {
  expect(await renderFigure(figure([]))).toContain("<svg");
});

test("an estimate beyond the cap is in the table in words", async () => {
  expect(await renderFigure(figure([{...row, estimate: null, high: null}]))).toContain("beyond the cap");
});
