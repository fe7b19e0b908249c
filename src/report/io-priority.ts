/// Figures and values of the page on a server beside spinning threads.

import type {Dataset, IoPriorityLatency, SummaryRow} from "../../loaders/schema.ts";
import {estimateFigure, type PublishedPoint} from "./estimates.ts";
import {type Figure, renderFigure} from "./figure.ts";
import {type Latency, latencyFigure, quantiles, quantilesByLock} from "./latencies.ts";
import type {Values} from "./page.ts";
import {listing} from "./program.ts";
import {NEW, OLD, type Published, publishedFigure, usualInterval, where} from "./select.ts";
import {byLock, each, seriesName, seriesOf} from "./series.ts";
import {figure, list} from "./words.ts";

const PUBLISHED = "CPython 3.9, 2021";

export async function ioPriorityValues(
  dataset: Dataset,
  latencies: IoPriorityLatency[],
  published: Published
): Promise<Values> {
  const usual = dataset.summary.filter(usualInterval);
  const at = (metric: string, spinners: number, designs: readonly string[]) =>
    where(usual, {metric, spinners}).filter((s) => designs.includes(s.design));
  const shown = usualLatencies(latencies);
  const beside = (designs: readonly string[]) =>
    shown.filter((row) => row.panel === panelName(1) && designs.includes(row.design));
  return {
    program: listing("io_priority.py", ["serve", "spin"]),
    "requests alone": each(where(usual, {metric: "requests_per_s", spinners: 0})),
    "old lock, one spinning": each(at("requests_per_s", 1, OLD)),
    "new lock, one spinning": each(at("requests_per_s", 1, NEW)),
    "new lock, times fewer": each(at("slowdown_ratio", 1, NEW)),
    "old lock, times fewer": each(at("slowdown_ratio", 1, OLD)),
    "median latency, new lock": quantiles(beside(NEW), 0.5),
    "median latency, old lock": quantiles(beside(OLD), 0.5),
    "most latencies, new lock": quantiles(beside(NEW), 0.9),
    "shorter interval": each(where(dataset.summary, {metric: "interval_ratio", spinners: 1, interval_ms: 1})),
    "published alone": figure(Number(publishedFigure(published, "tenthousandmeters-17").value)),
    "published, one spinning": figure(Number(publishedFigure(published, "tenthousandmeters-18").value)),
    throughput: await renderFigure(throughput(dataset, published)),
    latencies: await renderFigure(distribution(dataset, shown)),
    "switch intervals": await renderFigure(switchIntervals(dataset, published)),
    "check intervals": await checkIntervals(dataset)
  };
}

/// The picture of the convoy, also for the first page.
export function throughput(dataset: Dataset, published: Published): Figure {
  const shown = where(dataset.summary, {metric: "requests_per_s"}).filter(usualInterval);
  const points: PublishedPoint[] = [0, 1, 2, 4].map((spinners, i) => {
    const from = publishedFigure(published, `tenthousandmeters-${17 + i}`);
    return {value: Number(from.value), x: `${spinners}`, from: [from]};
  });
  return estimateFigure({
    id: "throughput",
    title: convoyTitle(dataset.summary.filter(usualInterval)),
    description:
      "Requests a second that a UDP echo server answers, beside 0, 1, 2 and 4 spinning threads, on a logarithmic axis. " +
      `Series: ${list(seriesOf(shown).map(seriesName))}.`,
    dataset,
    shown,
    x: (s) => `${s.spinners}`,
    xTitle: "spinning threads",
    yTitle: "requests a second",
    yScale: "log",
    published: {name: PUBLISHED, points},
    height: 280
  });
}

function convoyTitle(summary: SummaryRow[]): string {
  const fewer = where(summary, {metric: "slowdown_ratio", spinners: 1});
  return `One spinning thread divides a server's requests by ${byLock(fewer, figure)}`;
}

const panelName = (spinners: number) => (spinners === 0 ? "alone" : `${spinners} spinning`);

function usualLatencies(latencies: IoPriorityLatency[]): Latency[] {
  return latencies.filter(usualInterval).map((row) => ({
    ...row,
    us: row.latency_us,
    weight: row.requests,
    censored: false,
    panel: panelName(row.spinners)
  }));
}

function distribution(dataset: Dataset, shown: Latency[]): Figure {
  return latencyFigure({
    id: "latencies",
    title: `Half of the requests beside one spinning thread take longer than ${quantilesByLock(
      shown.filter((row) => row.panel === panelName(1)),
      0.5
    )}`,
    description:
      "The share of requests that were answered within a time, one panel for each number of spinning threads.",
    dataset,
    latencies: shown,
    panels: [0, 1, 2, 4].map(panelName).filter((panel) => shown.some((row) => row.panel === panel)),
    xTitle: "round trip",
    yTitle: "answered within"
  });
}

const INTERVALS_MS = [100, 10, 5, 1, 0.1, 0.01, 0.001];

function switchIntervals(dataset: Dataset, published: Published): Figure {
  const shown = where(dataset.summary, {metric: "requests_per_s", spinners: 1, design: "timeout"}).sort(
    (a, b) => b.interval_ms! - a.interval_ms!
  );
  const measured = new Set(shown.map((s) => s.interval_ms));
  const points: PublishedPoint[] = INTERVALS_MS.map((ms, i) => {
    const from = publishedFigure(published, `tenthousandmeters-${String(10 + 4 * i).padStart(2, "0")}`);
    return {value: Number(from.value), x: `${ms} ms`, from: [from]};
  }).filter(({x}) => measured.has(Number.parseFloat(x)));
  const gain = where(dataset.summary, {metric: "interval_ratio", spinners: 1, interval_ms: 1});
  return estimateFigure({
    id: "switch-intervals",
    title: `A switch interval of 1 ms in place of 5 ms multiplies the requests by ${byLock(gain, figure)}`,
    description:
      "Requests a second beside one spinning thread under the new lock, by switch interval, on a logarithmic axis.",
    dataset,
    shown,
    x: (s) => `${s.interval_ms} ms`,
    xTitle: "switch interval",
    yTitle: "requests a second",
    yScale: "log",
    published: {name: PUBLISHED, points}
  });
}

/// A figure of one point says nothing: the quick setting sweeps few intervals, and not for every interpreter.
async function checkIntervals(dataset: Dataset): Promise<string> {
  const shown = where(dataset.summary, {metric: "requests_per_s", spinners: 1})
    .filter((s) => OLD.includes(s.design))
    .sort((a, b) => a.check_interval_ticks! - b.check_interval_ticks!);
  const ticks = shown.map((s) => s.check_interval_ticks!);
  const [least, most] = [Math.min(...ticks), Math.max(...ticks)];
  if (new Set(ticks).size < 2)
    return "This run has no sweep of it; `npx convoy data io-priority --full` makes one.";
  const rates = shown.flatMap(({estimate}) => estimate ?? []);
  return renderFigure(
    estimateFigure({
      id: "check-intervals",
      title:
        `From ${least} to ${most.toLocaleString("en-US")} ticks between checks, the old lock's server answers ` +
        `${figure(Math.min(...rates))} to ${figure(Math.max(...rates))} requests a second`,
      description:
        "Requests a second beside one spinning thread under the old lock, by check interval, on a logarithmic axis.",
      dataset,
      shown,
      x: (s) => s.check_interval_ticks!.toLocaleString("en-US"),
      xTitle: "ticks between checks",
      yTitle: "requests a second",
      yScale: "log",
      height: 200
    })
  );
}
