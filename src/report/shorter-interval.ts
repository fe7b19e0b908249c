/// What a shorter switch interval gives a server, and what it takes from threads that compute.

import type {PublishedFigure} from "../../loaders/schema.ts";
import type {Figure} from "./figure.ts";
import {type Published, publishedFigure} from "./select.ts";
import {type SweepPoint, sweepFigure} from "./sweep.ts";
import {figure, list} from "./words.ts";
import type {WorkloadRuns} from "./workload-rows.ts";

/// Of the published sweep, in milliseconds: rows of data/published/figures.csv stand in this order.
const INTERVALS_MS = [100, 10, 5, 1, 0.1, 0.01, 0.001];
const ECHO = "echo, one spinning";
const COUNT = "count, two threads";

const numbered = (n: number): string => `tenthousandmeters-${String(n).padStart(2, "0")}`;

export function intervalFigure(runs: WorkloadRuns, published: Published): Figure | null {
  const of = (id: string): PublishedFigure => publishedFigure(published, id);
  const points = (say: (i: number) => {from: PublishedFigure; value: number}) =>
    INTERVALS_MS.map((interval, i) => ({interval, ...say(i)}));
  const number = (id: string) => ({from: of(id), value: Number(of(id).value)});
  return sweepFigure(runs, {
    id: "shorter-interval",
    title: sweepTitle,
    description:
      "Messages a second of an echo server beside one spinning thread, and the time of a count that two threads share over that of one, by switch interval, on logarithmic axes.",
    interval: "interval_ms",
    axis: "switch interval, ms",
    filter: ({design}) => design === "timeout",
    panels: [
      {
        name: ECHO,
        axis: "messages a second",
        scale: "log",
        wanted: {workload: "echo-udp", metric: "requests_per_s", threads: 1},
        published: points((i) => number(numbered(10 + 4 * i)))
      },
      {
        name: COUNT,
        axis: "times one thread",
        scale: "log",
        wanted: {workload: "count-intervals", metric: "slowdown_ratio", threads: 2},
        published: points((i) => {
          const [one, two] = [number(numbered(37 + 4 * i)), number(numbered(38 + 4 * i))];
          return {from: two.from, value: two.value / one.value};
        })
      }
    ]
  });
}

/// The gain and the price of the shortest interval that each series has, over the usual one.
function extremes(
  points: readonly SweepPoint[],
  panel: string
): {series: string; interval: number; ratio: number}[] {
  const own = points.filter((point) => point.panel === panel && point.kind !== "published");
  return [...new Set(own.map(({series}) => series))].flatMap((series) => {
    const line = own.filter((point) => point.series === series);
    const usual = line.find(({interval}) => interval === 5);
    const least = line.reduce((a, b) => (b.interval < a.interval ? b : a));
    if (usual === undefined || least.interval === 5) return [];
    return [{series, interval: least.interval, ratio: least.value / usual.value}];
  });
}

function range(ratios: readonly number[]): string {
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map(figure);
  return least === most ? most : `${least} to ${most}`;
}

function sweepTitle(points: readonly SweepPoint[]): string {
  const [gains, prices] = [extremes(points, ECHO), extremes(points, COUNT)];
  const parts = [
    ...(gains.length === 0 ? [] : [`answers ${range(gains.map(({ratio}) => ratio))} times as often`]),
    ...(prices.length === 0 ? [] : [`counts in ${range(prices.map(({ratio}) => ratio))} times the time`])
  ];
  const shortest = Math.min(...[...gains, ...prices].map(({interval}) => interval));
  return parts.length === 0
    ? "A shorter switch interval"
    : `With ${shortest} ms in place of 5 ms, a process ${list(parts)}`;
}
