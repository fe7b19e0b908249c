/// Values of the page on predictions that say how the simulated machine itself was checked: that a seed gives the same bytes, and
/// what an event costs.

import {checkRows} from "../../loaders/checks.ts";
import {renderFigure} from "./figure.ts";
import type {Values} from "./page.ts";
import {renderTable} from "./table.ts";
import {count, figure, list} from "./words.ts";

/// A row of data/checks/determinism.csv.
interface SameBytes {
  date: string;
  dataset: string;
  rows: number;
  sha256: string;
  runs: number;
}

/// A row of data/checks/simulator.csv.
interface EventCost {
  date: string;
  threads: number;
  ns_per_event: number;
  load_1m: number;
}

export async function simulatorValues(): Promise<Values> {
  const same = (await checkRows("determinism")) as SameBytes[] | null;
  const costs = (await checkRows("simulator")) as EventCost[] | null;
  return {
    determinism:
      same === null ? "That this is so was not recorded yet: `npm run test:full` does." : sameBytes(same),
    simulator:
      costs === null
        ? "What an event costs was not recorded yet: `node bench/simulated.mjs` does."
        : await costFigure(costs)
  };
}

function sameBytes(rows: readonly SameBytes[]): string {
  const days = list([...new Set(rows.map(({date}) => date))].sort());
  return [
    `On ${days}, ${count(rows.length, "dataset")} came out byte for byte the same.`,
    "",
    renderTable({
      caption: "Simulated datasets that were made more than once, in processes of different surroundings",
      columns: [
        {title: "dataset"},
        {title: "rows", numeric: true},
        {title: "runs compared", numeric: true},
        {title: "SHA-256 of all of them"}
      ],
      rows: rows.map((row) => [
        row.dataset,
        row.rows.toLocaleString("en-US"),
        `${row.runs}`,
        row.sha256.slice(0, 16)
      ])
    })
  ].join("\n");
}

async function costFigure(costs: readonly EventCost[]): Promise<string> {
  const sorted = [...costs].sort((a, b) => a.threads - b.threads);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const logarithm = (threads: number) =>
    (first.ns_per_event * Math.log2(threads)) / Math.log2(Math.max(2, first.threads));
  const grown = figure(last.ns_per_event / first.ns_per_event);
  const allowed = figure(logarithm(last.threads) / first.ns_per_event);
  const rows = sorted.map((row) => ({
    ...row,
    logarithm: logarithm(row.threads),
    shown: `${row.threads.toLocaleString("en-US")} threads: ${figure(row.ns_per_event)} ns`
  }));
  const y = (field: string) => ({
    field,
    type: "quantitative",
    scale: {zero: true},
    axis: {title: "ns an event", tickCount: 5}
  });
  const x = {
    field: "threads",
    type: "quantitative",
    scale: {type: "log", nice: false, padding: 10},
    axis: {title: "threads", values: sorted.map(({threads}) => threads), format: ",~d"}
  };
  return renderFigure({
    id: "simulator",
    title: `From ${first.threads.toLocaleString("en-US")} to ${last.threads.toLocaleString("en-US")} threads an event costs ${grown} times as much; the logarithm grows ${allowed} times`,
    description:
      "Real nanoseconds for each event of the simulated machine, by the number of simulated threads on a logarithmic axis; the " +
      "broken line grows as the logarithm does.",
    kinds: ["host"],
    dataset: null,
    origin: `Measured on ${list([...new Set(sorted.map(({date}) => date))])} by bench/simulated.mjs, load ${list([...new Set(sorted.map(({load_1m}) => `${load_1m}`))])}.`,
    files:
      '<span class="downloads">Download <a href="/data/checks/simulator.csv" download="checks-simulator.csv">simulator.csv</a>.</span>',
    credit: "",
    rows,
    draw: (_, width) => ({
      width: width - 58,
      height: 180,
      layer: [
        {
          mark: {type: "line", strokeDash: [5, 3], color: "var(--quiet)"},
          encoding: {x, y: y("logarithm")}
        },
        {
          mark: {type: "line", point: {size: 50}, color: "var(--ink)"},
          encoding: {x, y: y("ns_per_event"), tooltip: {field: "shown"}}
        }
      ]
    }),
    table: {
      caption: "Real nanoseconds for each event",
      columns: [
        {title: "threads", numeric: true},
        {title: "ns an event", numeric: true},
        {title: "as the logarithm grows", numeric: true}
      ],
      rows: rows.map((row) => [
        row.threads.toLocaleString("en-US"),
        figure(row.ns_per_event),
        figure(row.logarithm)
      ])
    }
  });
}
