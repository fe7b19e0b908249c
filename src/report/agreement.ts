/// What the figures of agreement share: two sides, with the colours, marks and tables that tell who was measured and what.

import type {Experiment} from "../../loaders/schema.ts";
import {EXPERIMENTS} from "../../loaders/schema.ts";
import type {Comparison} from "../../loaders/validity.ts";
import type {Figure} from "./figure.ts";
import {seriesName} from "./series.ts";
import {designColour, QUIET} from "./theme.ts";
import {duration, escapeHtml, figure, interval} from "./words.ts";

/// A factor that counts as near, as the band of every chart here.
export const NEAR = 1.5;

/// What is held against what was measured.
export interface Side {
  kind: "simulated" | "host";
  /// As in "predicted".
  verb: string;
  /// In the order in which captions name them.
  kinds: Figure["kinds"];
}

export const PREDICTED: Side = {kind: "simulated", verb: "predicted", kinds: ["native", "simulated"]};
export const OWN: Side = {kind: "host", verb: "Convoy's threads", kinds: ["host", "native"]};

/// What a figure is given by the page.
export type Framing = Pick<Figure, "id" | "title" | "origin" | "files">;

export const EXPERIMENT_NAMES: Record<Experiment, string> = {
  contention: "counting threads",
  "io-priority": "server",
  "signal-latency": "signals"
};
const SHAPES: Record<Experiment, string> = {
  contention: "circle",
  "io-priority": "square",
  "signal-latency": "triangle-up"
};
const SPARE_COLOURS = ["var(--pypy)", "var(--free-threaded)", "var(--jython)", "var(--tick-condition)"];

export const nameOf = ({measured}: Comparison): string => seriesName(measured);

/// A figure with the unit that it has.
export const valued = (value: number | null, unit: string): string =>
  unit === "us" ? duration(value) : figure(value);

/// Names of interpreters with their colours: the lock's for the first that has it, spare ones for the others.
export function colours(found: readonly Comparison[]): Map<string, string> {
  const byName = new Map(found.map((one) => [nameOf(one), designColour(one.measured.design)]));
  const spare = [...SPARE_COLOURS];
  const used = new Set<string>();
  return new Map(
    [...byName]
      .sort(([a], [b]) => a.localeCompare(b, "en", {numeric: true}))
      .map(([name, own]) => {
        const colour = used.has(own) ? (spare.shift() ?? QUIET) : own;
        used.add(own);
        return [name, colour];
      })
  );
}

export const TOOLTIP = [
  {field: "interpreter", title: " "},
  {field: "experiment", title: "  "},
  {field: "shown", title: "   "}
];

export const byExperiment = {
  field: "experiment",
  type: "nominal",
  scale: {domain: [...EXPERIMENTS], range: EXPERIMENTS.map((name) => SHAPES[name])}
};

const PATHS: Record<Experiment, string> = {
  contention: "M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0 -8z",
  "io-priority": "M3.5 3.5h7v7h-7z",
  "signal-latency": "M7 2.5l4.5 8h-9z"
};

function symbol(path: string, colour: string): string {
  return `<svg width="14" height="14"><path d="${path}" fill="${colour}"/></svg>`;
}

export function legendOf(found: readonly Comparison[]): string {
  const interpreters = [...colours(found)].map(
    ([name, colour]) =>
      `<li>${symbol("M2 7h10", "none").replace('fill="none"', `stroke="${colour}" stroke-width="5"`)}${escapeHtml(name)}</li>`
  );
  const present = EXPERIMENTS.filter((name) => found.some(({experiment}) => experiment === name));
  const shapes = present.map((name) => `<li>${symbol(PATHS[name], QUIET)}${EXPERIMENT_NAMES[name]}</li>`);
  return `<ul class="legend" aria-hidden="true">${[...interpreters, ...shapes].join("")}</ul>`;
}

/// Every figure, with what was measured and what is held against it.
export function comparisonTable(
  found: readonly Comparison[],
  {verb}: Side,
  caption = `Measured, and ${verb}`
): Figure["table"] {
  return {
    caption: `${caption}; intervals are over repetitions`,
    columns: [
      {title: "interpreter"},
      {title: "experiment"},
      {title: "setting"},
      {title: "measured", numeric: true},
      {title: "interval", numeric: true},
      {title: verb, numeric: true},
      {title: "interval", numeric: true},
      {title: "factor", numeric: true},
      {title: "inside"}
    ],
    rows: found.map((one) => [
      nameOf(one),
      one.experiment,
      one.arm,
      valued(one.measured.estimate, one.unit),
      range(one.measured, one.unit),
      valued(one.predicted.estimate, one.unit),
      range(one.predicted, one.unit),
      figure(one.factor),
      one.inside ? "yes" : "no"
    ])
  };
}

function range({low, high}: {low: number | null; high: number | null}, unit: string): string {
  if (unit !== "us") return interval(low, high);
  const end = (us: number | null) => (us === null ? "beyond the cap" : duration(us));
  return `${end(low)} to ${end(high)}`;
}

/// A share of 1 with its sign, which stays on its line.
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;
