/// Values of the section on the slides' machines: which published figures profiles were fitted to, and how far off the others
/// are that they predict.

import type {FigureRow, TriedRow} from "../../loaders/fit/dataset.ts";
import {FIGURES} from "../../loaders/fit/figures/index.ts";
import type {PublishedFigure} from "../../loaders/schema.ts";
import {median} from "../../loaders/statistics.ts";
import {NEAR} from "./agreement.ts";
import {type Figure, renderFigure} from "./figure.ts";
import type {Values} from "./page.ts";
import {fateTable, missesInWords} from "./published-fates.ts";
import {INK, PAPER, QUIET, type Size} from "./theme.ts";
import {count, figure, list} from "./words.ts";

export async function publishedMachineValues(
  figures: readonly FigureRow[],
  tried: readonly TriedRow[],
  published: ReadonlyMap<string, PublishedFigure>
): Promise<Values> {
  return {
    "slides summary": inWords(figures),
    slides: figures.length === 0 ? "" : await renderFigure(factorFigure(figures, published)),
    "slides edge": edgeInWords(tried),
    "slides misses": missesInWords(figures),
    "slides fates": fateTable([...published.values()])
  };
}

const of = (figures: readonly FigureRow[], role: FigureRow["role"]) =>
  figures.filter((row) => row.role === role);

function inWords(figures: readonly FigureRow[]): string {
  if (figures.length === 0) return "Nothing is fitted yet: `npx convoy fit` does it.";
  const [fitted, units, predicted] = [of(figures, "fitted"), of(figures, "unit"), of(figures, "predicted")];
  const factors = predicted.map(({factor}) => factor);
  const near = factors.filter((factor) => factor <= NEAR).length;
  const directed = predicted.filter(({direction_holds}) => direction_holds !== null);
  const wrong = directed.filter(({direction_holds}) => !direction_holds);
  return (
    `${count(fitted.length, "published figure")} ${fitted.length === 1 ? "is" : "are"} fitted, ${units.length} ` +
    `${units.length === 1 ? "serves" : "serve"} as a unit of time, and ${predicted.length} are predicted. Of these, ${near} are off by a ` +
    `factor of ${NEAR} or less (${Math.round((100 * near) / predicted.length)} %); the median is ${figure(median(factors))}, the worst ` +
    `${figure(Math.max(...factors))}. ` +
    (wrong.length === 0
      ? `The direction is right for all ${directed.length} that have one.`
      : `The direction is right for ${directed.length - wrong.length} of ${directed.length}; it is wrong for ${list(wrong.map((row) => `${row.workload} (${row.simulated_p50 > row.published ? "too much" : "too little"})`))}.`)
  );
}

/// Where the search went over an edge: from one call's price to the next, what two threads need fell.
function edgeInWords(tried: readonly TriedRow[]): string {
  const calls = tried.filter(({parameter}) => parameter === "call_ns").sort((a, b) => a.value - b.value);
  const at = calls.findIndex((row, i) => i > 0 && row.simulated_p50 < 0.8 * calls[i - 1].simulated_p50);
  if (at < 0) return "";
  const best = calls.reduce((a, b) => (b.log_error_squared < a.log_error_squared ? b : a));
  return (
    `The fit stands near an edge: with calls of ${figure(best.value / 1000)} µs the simulated threads need ` +
    `${figure(best.simulated_p50)} s, from ${figure(calls[at].value / 1000)} µs on they fall into step, hand the lock over at each ` +
    `check, and need ${figure(calls[at].simulated_p50)} s.`
  );
}

const shown = (row: FigureRow): string =>
  row.published_high === null
    ? `${figure(row.published)} ${row.unit}`.trim()
    : `${figure(row.published)} to ${figure(row.published_high)} ${row.unit}`;

/// Simulated over published; for a range, over its nearest end.
function quotient(value: number, {published, published_high}: FigureRow): number {
  const high = published_high ?? published;
  return value > high ? value / high : value < published ? value / published : 1;
}

const ROLES = {fitted: "fitted", predicted: "predicted"} as const;

/// Room for what ran beside a wide chart, in pixels.
const WORDS_PX = 215;

export const MACHINE_NAMES: Record<FigureRow["machine"], string> = {
  "macbook-2009": "MacBook, 2 cores",
  "mac-pro-2010": "Mac Pro, 4 cores",
  "macbook-pro-2021": "MacBook Pro",
  "ubuntu-2021": "Ubuntu, one core",
  "linux-2021": "Linux of the ccbench run",
  "laptop-2013": "computer of 2013",
  "core-2-duo-2010": "Core 2 Duo",
  "ec2-xl-2011": "EC2 XL",
  "ryzen-2025": "Ryzen 9",
  windows: "Windows",
  unnamed: "not named"
};

/// What ran, as prose has it.
const ran = ({workload}: FigureRow): string => workload.replaceAll("10^8", "10⁸").replaceAll("10^7", "10⁷");

function factorFigure(
  figures: readonly FigureRow[],
  published: ReadonlyMap<string, PublishedFigure>
): Figure {
  const rows = figures
    .filter(({role}) => role !== "unit")
    .map((row) => ({
      figure: row.figure,
      name: FIGURES.find(({id}) => id === row.figure)?.label ?? row.figure,
      role: row.role,
      quotient: quotient(row.simulated_p50, row),
      low: quotient(row.simulated_min, row),
      high: quotient(row.simulated_max, row),
      shown: `${ran(row)}: ${shown(row)} published, ${figure(row.simulated_p50)} simulated`
    }));
  const predicted = of(figures, "predicted");
  const near = predicted.filter(({factor}) => factor <= NEAR).length;
  const domain = [0.5, 1 / NEAR, NEAR, 2, ...rows.flatMap(({low, high}) => [low / 1.1, high * 1.1])];
  const scale = {type: "log", domain: [Math.min(...domain), Math.max(...domain)], nice: false};
  const x = (field: string) => ({field, type: "quantitative", scale});
  const y = (size: Size) => ({
    field: size === "wide" ? "name" : "figure",
    type: "nominal",
    sort: null,
    axis: {title: null, labelLimit: 0, grid: true}
  });
  return {
    id: "slides",
    title: `Machines of others: ${near} of ${predicted.length} figures that were not used are predicted within a factor of ${NEAR}`,
    description:
      "A line for each published figure: simulated over published on a logarithmic axis, hollow for figures that a parameter was " +
      `fitted to and filled for predicted ones; bars span the seeds. The band is a factor of ${NEAR} to either side of 1.`,
    kinds: ["simulated", "published"],
    dataset: null,
    origin: `Simulated with ${count(Math.max(...figures.map(({seeds}) => seeds)), "seed")} a figure; the same on every computer.`,
    credit: "",
    files: `<span class="downloads">Download ${["figures", "rows", "tried"]
      .map(
        (name) =>
          `<a href="/data/validity-published/${name}.csv" download="validity-published-${name}.csv">${name}.csv</a>`
      )
      .join(", ")}.</span>`,
    rows,
    legend: `<ul class="legend" aria-hidden="true">${[
      ["fitted", PAPER],
      ["predicted", INK]
    ]
      .map(
        ([role, fill]) =>
          `<li><svg width="14" height="14"><circle cx="7" cy="7" r="4" fill="${fill}" stroke="${INK}" stroke-width="1.5"/></svg>${role}</li>`
      )
      .join("")}</ul>`,
    draw: (size, width) => ({
      width: width - (size === "wide" ? WORDS_PX + 20 : 150),
      height: (rows.length > 40 ? 13 : 20) * rows.length,
      layer: [
        {
          data: {values: [{from: 1 / NEAR, to: NEAR}]},
          mark: {type: "rect", color: QUIET, opacity: 0.13},
          encoding: {x: x("from"), x2: {field: "to"}}
        },
        {
          data: {values: [{at: 1}]},
          mark: {type: "rule", color: QUIET},
          encoding: {x: x("at")}
        },
        {
          mark: {type: "rule", color: INK, opacity: 0.55},
          encoding: {y: y(size), x: x("low"), x2: {field: "high"}}
        },
        {
          mark: {type: "point", size: 52, filled: true, opacity: 1, stroke: INK, strokeWidth: 1.5},
          encoding: {
            y: y(size),
            x: {
              ...x("quotient"),
              axis: {
                title: "simulated over published",
                values: [0.001, 0.01, 0.1, 0.3, 1, 3, 10, 30],
                format: ",~g"
              }
            },
            fill: {
              field: "role",
              type: "nominal",
              scale: {domain: Object.values(ROLES), range: [PAPER, INK]}
            },
            tooltip: [
              {field: "figure", title: " "},
              {field: "role", title: "  "},
              {field: "shown", title: "   "}
            ]
          }
        }
      ]
    }),
    table: figureTable(figures, published)
  };
}

const HOLDS = (holds: boolean | null): string => (holds === null ? "–" : holds ? "right" : "wrong");

function figureTable(
  figures: readonly FigureRow[],
  published: ReadonlyMap<string, PublishedFigure>
): Figure["table"] {
  return {
    caption:
      "Every published figure of these machines that a program here has, with what the simulated machine makes of it",
    columns: [
      {title: "what ran"},
      {title: "machine"},
      {title: "role"},
      {title: "published", numeric: true},
      {title: "simulated", numeric: true},
      {title: "over the seeds", numeric: true},
      {title: "factor", numeric: true},
      {title: "direction"},
      {title: "source"},
      {title: "evidence"},
      {title: "figure"},
      {title: "note"}
    ],
    rows: figures.map((row) => [
      ran(row),
      MACHINE_NAMES[row.machine],
      row.role,
      shown(row),
      figure(row.simulated_p50),
      `${figure(row.simulated_min)} to ${figure(row.simulated_max)}`,
      row.role === "unit" ? "–" : figure(row.factor),
      HOLDS(row.direction_holds),
      published.get(row.figure)?.source ?? "",
      row.evidence,
      row.figure,
      row.note ?? ""
    ])
  };
}
