/// Values of the page on predictions that say how the simulated machine itself was checked: that a seed gives the same bytes, and
/// what an event costs.

import {CHECKS, checkRows} from "../../loaders/checks.ts";
import {renderFigure} from "./figure.ts";
import type {Values} from "./page.ts";
import {renderTable} from "./table.ts";
import {count, figure, list} from "./words.ts";

/// A row of data/checks/determinism.csv.
interface SameBytes {
  date: string;
  dataset: string;
  file: string;
  rows: number | null;
  sha256: string;
  runs: number;
  same: boolean;
}

/// A row of data/checks/simulator.csv.
interface Speed {
  date: string;
  what: "steps" | "sleepers" | "resumed" | "counting" | "echo";
  design: string | null;
  threads: number;
  cores: number;
  virtual_s: number;
  steps: number;
  events: number;
  processor_s: number;
  ns_per_event: number;
  rounds: number;
  load_1m: number;
  processor: string;
}

/// @param folder with the tables; default data/checks
export async function simulatorValues(folder = CHECKS): Promise<Values> {
  const same = (await checkRows("determinism", folder)) as SameBytes[] | null;
  const speed = (await checkRows("simulator", folder)) as Speed[] | null;
  const costs = speed?.filter(({what}) => what === "sleepers") ?? [];
  return {
    determinism:
      same === null
        ? "That this is so was not recorded yet: `npm run test:full` does."
        : `${sameInWords(same)}\n\n${sameTable(same)}`,
    simulator:
      costs.length < 2
        ? "What an event costs was not recorded yet: `node bench/simulated.mjs --record` does."
        : await costFigure(costs, speed!),
    "simulator programs": speed === null ? "" : programTable(speed)
  };
}

const days = (rows: readonly {date: string}[]): string =>
  list([...new Set(rows.map(({date}) => date))].sort());
const whole = (n: number): string => n.toLocaleString("en-US");

function sameInWords(rows: readonly SameBytes[]): string {
  const differ = rows.filter(({same}) => !same);
  const datasets = new Set(rows.map(({dataset}) => dataset)).size;
  const compared = `On ${days(rows)}, ${count(rows.length, "file")} of ${count(datasets, "simulated dataset")} were made again`;
  if (differ.length === 0) return `${compared}: each came out the same, byte for byte.`;
  return `${compared}: ${list(differ.map(({dataset, file}) => `${file} of ${dataset}`))} came out different.`;
}

function sameTable(rows: readonly SameBytes[]): string {
  return renderTable({
    caption:
      "Files of simulated datasets that were made more than once, in processes of different surroundings",
    columns: [
      {title: "dataset"},
      {title: "file"},
      {title: "rows", numeric: true},
      {title: "compared", numeric: true},
      {title: "same bytes"},
      {title: "SHA-256 begins with"}
    ],
    rows: rows.map((row) => [
      row.dataset,
      row.file,
      row.rows === null ? "" : whole(row.rows),
      `${row.runs}`,
      row.same ? "yes" : "no",
      row.sha256.slice(0, 12)
    ])
  });
}

const measuredAt = (rows: readonly Speed[]): string =>
  `Measured on ${days(rows)} on ${list([...new Set(rows.map(({processor}) => processor))])}, the best of ${Math.min(...rows.map(({rounds}) => rounds))} rounds in processor time; ` +
  `load ${figure(Math.min(...rows.map(({load_1m}) => load_1m)))} to ${figure(Math.max(...rows.map(({load_1m}) => load_1m)))}.`;

/// What an event costs with more and more threads, beside the logarithm, and beside what memory alone costs.
async function costFigure(costs: readonly Speed[], speed: readonly Speed[]): Promise<string> {
  const sorted = [...costs].sort((a, b) => a.threads - b.threads);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const logarithm = (threads: number) => (first.ns_per_event * Math.log(threads)) / Math.log(first.threads);
  const alone = new Map(
    speed.filter(({what}) => what === "resumed").map((row) => [row.threads, row.ns_per_event])
  );
  const grown = figure(last.ns_per_event / first.ns_per_event);
  const allowed = figure(logarithm(last.threads) / first.ns_per_event);
  const points = (line: string, of: (row: Speed) => number | undefined) =>
    sorted.flatMap((row) => {
      const ns = of(row);
      return ns === undefined
        ? []
        : [{line, threads: row.threads, ns, shown: `${whole(row.threads)} threads: ${figure(ns)} ns`}];
    });
  return renderFigure({
    id: "simulator",
    title: `From ${whole(first.threads)} to ${whole(last.threads)} threads an event costs ${grown} times as much; the logarithm grows ${allowed} times`,
    description:
      "Nanoseconds of processor time for each event of the simulated machine, by the number of simulated threads that sleep and " +
      "wake, both on logarithmic axes; beside it a line that grows as the logarithm does, and what resuming the threads' " +
      "generators costs without a machine.",
    kinds: ["host"],
    dataset: null,
    origin: measuredAt(sorted),
    files:
      '<span class="downloads">Download <a href="/data/checks/simulator.csv" download="checks-simulator.csv">simulator.csv</a>.</span>',
    credit: "",
    rows: [
      ...points(LINES[0], ({ns_per_event}) => ns_per_event),
      ...points(LINES[1], ({threads}) => logarithm(threads)),
      ...points(LINES[2], ({threads}) => alone.get(threads))
    ],
    legend: `<ul class="legend" aria-hidden="true">${LINES.map((line, i) => `<li><svg width="26" height="14"><path d="M1 7h24" stroke="${COLOURS[i]}" stroke-width="2" stroke-dasharray="${DASHES[i]}"/></svg>${line}</li>`).join("")}</ul>`,
    draw: (_, width) => ({
      width: width - 58,
      height: 220,
      mark: {type: "line", strokeWidth: 1.75, point: {size: 28}},
      encoding: {
        x: {
          field: "threads",
          type: "quantitative",
          scale: {type: "log", nice: false, padding: 10},
          axis: {title: "threads", values: DECADES, format: ",~d"}
        },
        y: {
          field: "ns",
          type: "quantitative",
          scale: {type: "log", nice: false, padding: 10},
          axis: {title: "ns an event", values: STEPS_NS, format: ",~d"}
        },
        color: {field: "line", type: "nominal", scale: {domain: LINES, range: COLOURS}},
        strokeDash: {
          field: "line",
          type: "nominal",
          scale: {domain: LINES, range: DASHES.map((d) => d.split(" ").map(Number))}
        },
        tooltip: [
          {field: "line", title: " "},
          {field: "shown", title: "  "}
        ]
      }
    }),
    table: {
      caption: "Nanoseconds of processor time for each event",
      columns: [
        {title: "threads", numeric: true},
        {title: "ns an event", numeric: true},
        {title: "as the logarithm grows", numeric: true},
        {title: "resumed without a machine", numeric: true}
      ],
      rows: sorted.map(({threads, ns_per_event}) => [
        whole(threads),
        figure(ns_per_event),
        figure(logarithm(threads)),
        figure(alone.get(threads))
      ])
    }
  });
}

const LINES = ["the simulated machine", "as the logarithm grows", "resuming alone, without a machine"];
const COLOURS = ["var(--timeout)", "var(--quiet)", "var(--tick)"];
const DASHES = ["1 0", "2 3", "5 3"];
const DECADES = [10, 100, 1000, 10_000, 100_000];
const STEPS_NS = [10, 20, 50, 100, 200, 500, 1000, 2000];

/// Whole programs, and the machine alone: what a virtual second costs.
function programTable(speed: readonly Speed[]): string {
  const shown = speed.filter(({what}) => what === "steps" || what === "counting" || what === "echo");
  if (shown.length === 0) return "";
  return renderTable({
    caption: "Processor seconds for one virtual second, and steps a second",
    columns: [
      {title: "what"},
      {title: "design"},
      {title: "threads", numeric: true},
      {title: "cores", numeric: true},
      {title: "s by virtual s", numeric: true},
      {title: "million steps/s", numeric: true}
    ],
    rows: shown.map((row) => [
      NAMES[row.what],
      row.design ?? "",
      whole(row.threads),
      whole(row.cores),
      figure(row.processor_s / row.virtual_s),
      figure(row.steps / row.processor_s / 1e6)
    ])
  });
}

const NAMES: Record<Speed["what"], string> = {
  steps: "the machine alone",
  sleepers: "sleeping threads",
  resumed: "generators alone",
  counting: "counting",
  echo: "an echo server"
};
