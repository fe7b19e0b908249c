/// Distributions of latencies: which share was over after how long.

import type {Dataset} from "../../loaders/schema.ts";
import {shareChart} from "./charts.ts";
import {type Figure, kindsOf} from "./figure.ts";
import {byLock, legend, type Measured, seriesName, seriesOf} from "./series.ts";
import {duration, figure, list} from "./words.ts";

const MOST_POINTS = 90;
const QUANTILES = [0.5, 0.9, 0.99] as const;

/// A latency, how often it was seen, and whether it is only known to be longer.
export interface Latency extends Measured {
  repetition: number;
  us: number;
  weight: number;
  censored: boolean;
  panel: string;
}

export interface LatencyFigure {
  id: string;
  title: string;
  description: string;
  dataset: Dataset;
  latencies: Latency[];
  panels: string[];
  xTitle: string;
  yTitle: string;
}

/// A quantile for each series, as in "5.15 ms in CPython 3.13.0"; "not measured" for none.
export function quantiles(latencies: Latency[], p: number): string {
  const said = seriesOf(latencies).map((one) => {
    const name = seriesName(one);
    return `${quantile(
      latencies.filter((row) => seriesName(row) === name),
      p
    )} in ${name}`;
  });
  return list(said) || "not measured";
}

/// The same as a range under each lock, for titles.
export function quantilesByLock(latencies: Latency[], p: number): string {
  const rows = seriesOf(latencies).map((one) => {
    const name = seriesName(one);
    const us = within(
      latencies.filter((row) => seriesName(row) === name),
      p
    );
    return {...one, estimate: us ?? null, low: null, high: null};
  });
  return byLock(rows, duration);
}

export function latencyFigure({
  id,
  title,
  description,
  dataset,
  latencies,
  panels,
  xTitle,
  yTitle
}: LatencyFigure): Figure {
  const series = seriesOf(latencies);
  const groups = panels.flatMap((panel) =>
    series.map((one) => {
      const name = seriesName(one);
      return {panel, name, rows: latencies.filter((row) => row.panel === panel && seriesName(row) === name)};
    })
  );
  return {
    id,
    title,
    description: `${description} Every restart counts alike, however many it saw. The time axis is logarithmic.`,
    kinds: kindsOf(latencies),
    dataset,
    credit: "",
    legend: legend(series, true),
    rows: groups.flatMap(({panel, name, rows}) =>
      cumulated(rows).map(({us, share}) => ({
        series: name,
        panel,
        us,
        share,
        shown: `${figure(share * 100)} % within ${duration(us)}`
      }))
    ),
    draw: shareChart({series, xTitle, yTitle, panels, height: 150}),
    table: {
      caption: `${xTitle}: quantiles, every restart counting alike`,
      columns: [
        {title: "series"},
        {title: ""},
        ...QUANTILES.map((p) => ({title: `${p * 100} % within`, numeric: true})),
        {title: "seen", numeric: true},
        {title: "longer than the cap", numeric: true}
      ],
      rows: groups
        .filter(({rows}) => rows.length > 0)
        .map(({panel, name, rows}) => {
          const weigh = (some: Latency[]) => some.reduce((sum, {weight}) => sum + weight, 0);
          return [
            name,
            panel,
            ...QUANTILES.map((p) => quantile(rows, p)),
            weigh(rows).toLocaleString("en-US"),
            weigh(rows.filter(({censored}) => censored)).toLocaleString("en-US")
          ];
        })
    }
  };
}

/// The share of all that was over within each time, rising. Censored ones count as all, never as over.
/// Every restart weighs the same, or a restart with quick answers would outvote all slow ones by their number.
function cumulated(rows: Latency[]): {us: number; share: number}[] {
  const totals = new Map<number, number>();
  for (const {repetition, weight} of rows) totals.set(repetition, (totals.get(repetition) ?? 0) + weight);
  const points: {us: number; share: number}[] = [];
  let share = 0;
  for (const {us, weight, repetition, censored} of [...rows].sort((a, b) => a.us - b.us)) {
    if (censored) continue;
    share = Math.min(1, share + weight / totals.get(repetition)! / totals.size);
    if (points.at(-1)?.us === us) points[points.length - 1].share = share;
    else points.push({us, share});
  }
  return thinned(points);
}

const quantile = (rows: Latency[], p: number): string => {
  const us = within(rows, p);
  return us === undefined ? "beyond the cap" : duration(us);
};

/// The time within which the share `p` was over; undefined when that was not seen.
function within(rows: Latency[], p: number): number | undefined {
  return cumulated(rows).find(({share}) => share >= p - 1e-9)?.us;
}

/// Points at even steps of the share, both ends and the quantiles of the table among them.
function thinned(points: {us: number; share: number}[]): {us: number; share: number}[] {
  if (points.length <= MOST_POINTS) return points;
  const steps = [...Array.from({length: MOST_POINTS}, (_, i) => (i + 1) / MOST_POINTS), ...QUANTILES].sort(
    (a, b) => a - b
  );
  const kept = new Set([points[0], points[points.length - 1]]);
  let i = 0;
  for (const step of steps) {
    while (i < points.length - 1 && points[i].share < step) i++;
    kept.add(points[i]);
  }
  return points.filter((point) => kept.has(point));
}
