/// Figures and values of the page on signals.

import type {Dataset, SignalLatency, SummaryRow} from "../../loaders/schema.ts";
import {estimateFigure} from "./estimates.ts";
import {type Figure, renderFigure} from "./figure.ts";
import {latencyFigure} from "./latencies.ts";
import type {Values} from "./page.ts";
import {listing} from "./program.ts";
import {NEW, OLD, where} from "./select.ts";
import {byLock, each, seriesName, seriesOf} from "./series.ts";
import {duration, figure, list} from "./words.ts";

const MAINS = ["busy", "sleeping", "joining"] as const;

export async function signalLatencyValues(dataset: Dataset, latencies: SignalLatency[]): Promise<Values> {
  const {summary, run} = dataset;
  const median = (main: (typeof MAINS)[number], spinners: number, designs: readonly string[]) =>
    each(
      where(summary, {metric: "latency_us_p50", main, spinners}).filter((s) => designs.includes(s.design)),
      (row) => (row.estimate === null ? "longer than was waited for" : duration(row.estimate))
    );
  const arrived = (spinners: number, designs: readonly string[]) =>
    each(
      where(summary, {metric: "arrived_share", main: "joining", spinners}).filter((s) =>
        designs.includes(s.design)
      ),
      (row) => `${figure(row.estimate! * 100)} %`
    );
  return {
    program: listing("signal_latency.py", ["handler", "spin"]),
    cap: `${figure(Number(run.parameters.cap_ms))} ms`,
    "sleeping alone": median("sleeping", 0, [...OLD, ...NEW]),
    "sleeping, new lock": median("sleeping", 1, NEW),
    "sleeping, old lock": median("sleeping", 1, OLD),
    "busy, new lock": median("busy", 1, NEW),
    "busy, two, new lock": median("busy", 2, NEW),
    "busy, old lock": median("busy", 1, OLD),
    "joining, old lock": arrived(0, OLD),
    "joining, new lock": arrived(0, NEW),
    medians: await renderFigure(medians(dataset)),
    sleeping: await renderFigure(distribution(dataset, latencies)),
    arrived: await renderFigure(arrivals(dataset))
  };
}

function medians(dataset: Dataset): Figure {
  const shown = where(dataset.summary, {metric: "latency_us_p50"}).sort((a, b) => a.spinners! - b.spinners!);
  const sleeping = where(shown, {main: "sleeping", spinners: 1});
  return estimateFigure({
    id: "medians",
    title: `One spinning thread, a sleeping main thread: the handler begins after ${byLock(sleeping, duration)}`,
    description:
      "Median time from a signal to the first bytecode of its handler, by number of spinning threads, one panel for each " +
      `thing that the main thread does; a logarithmic axis. Series: ${list(seriesOf(shown).map(seriesName))}. ` +
      "Where no mark stands, half or more of the signals were not handled within the time that was waited.",
    dataset,
    shown,
    x: (s) => `${s.spinners}`,
    xTitle: "spinning threads",
    yTitle: "median delay",
    yScale: "log",
    times: true,
    panel: (s) => `main thread ${s.main}`,
    panels: MAINS.map((main) => `main thread ${main}`),
    across: 3,
    height: 230
  });
}

function distribution(dataset: Dataset, latencies: SignalLatency[]): Figure {
  const shown = latencies.filter(({main}) => main === "sleeping");
  const panel = (spinners: number) => (spinners === 0 ? "alone" : `${spinners} spinning`);
  const spinners = [...new Set(shown.map((row) => row.spinners))].sort((a, b) => a - b);
  const two = where(dataset.summary, {metric: "latency_us_p90", main: "sleeping", spinners: 2});
  return latencyFigure({
    id: "sleeping",
    title: `Two spinning threads, a sleeping main thread: one signal in ten waits longer than ${byLock(two, duration)}`,
    description:
      "The share of signals whose handler had begun within a time, one panel for each number of spinning threads.",
    dataset,
    latencies: shown.map((row) => ({...row, us: row.latency_us, weight: 1, panel: panel(row.spinners)})),
    panels: spinners.map(panel),
    xTitle: "signal to handler",
    yTitle: "handled within"
  });
}

function arrivals(dataset: Dataset): Figure {
  const shown: SummaryRow[] = where(dataset.summary, {metric: "arrived_share", main: "joining"}).sort(
    (a, b) => a.spinners! - b.spinners!
  );
  const alone = where(shown, {spinners: 0});
  const share = (estimate: number) => `${figure(estimate * 100)} %`;
  return estimateFigure({
    id: "arrived",
    title: `Signals handled while the main thread joins another: ${byLock(alone, share)}`,
    description:
      "Share of the signals to a joining main thread whose handler began within the time that was waited.",
    dataset,
    shown,
    x: (s) => `${s.spinners}`,
    xTitle: "spinning threads",
    yTitle: "share handled",
    height: 180
  });
}
