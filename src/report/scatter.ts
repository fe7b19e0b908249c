/// Measured against something else, figure by figure.

import {EXPERIMENTS, type Experiment} from "../../loaders/schema.ts";
import type {Comparison} from "../../loaders/validity.ts";
import {
  byExperiment,
  colours,
  comparisonTable,
  EXPERIMENT_NAMES,
  type Framing,
  legendOf,
  NEAR,
  nameOf,
  type Side,
  TOOLTIP,
  valued
} from "./agreement.ts";
import {HALF_DECADES, POWERS, TIME_LABEL} from "./charts.ts";
import type {Drawing, Figure} from "./figure.ts";
import {INK, PAPER, QUIET, type Size} from "./theme.ts";

/// How each figure compares: measured across, the other side up, both logarithmic.
export function scatterFigure(found: readonly Comparison[], side: Side, framing: Framing): Figure {
  const rows = found.map((one) => ({
    interpreter: nameOf(one),
    experiment: one.experiment,
    measured: one.measured.estimate,
    low: one.measured.low,
    high: one.measured.high,
    told: one.predicted.estimate,
    told_low: one.predicted.low,
    told_high: one.predicted.high,
    shown: `${one.arm}: ${valued(one.measured.estimate, one.unit)} measured, ${valued(one.predicted.estimate, one.unit)} ${side.verb}`
  }));
  return {
    ...framing,
    description:
      `Each mark is one figure of one interpreter: measured across, ${side.verb} up, both on logarithmic axes; bars are ` +
      `intervals over repetitions. What agrees lies on the line; the band is a factor of ${NEAR} to either side.`,
    kinds: side.kinds,
    dataset: null,
    credit: "",
    rows,
    legend: legendOf(found),
    draw: (size, width) => drawScatter(found, rows, side, size, width),
    table: comparisonTable(found, side)
  };
}

const MARGIN = 1.2;
/// Values of an axis that spans less than a decade.
const CLOSE = [0.5, 0.7, 1, 1.5, 2, 3, 5, 7];

type ScatterRow = {
  experiment: Experiment;
  measured: number | null;
  told: number | null;
};

function drawScatter(
  found: readonly Comparison[],
  rows: readonly ScatterRow[],
  side: Side,
  size: Size,
  width: number
): Drawing {
  const panels = EXPERIMENTS.filter((name) => rows.some((row) => row.experiment === name));
  const each = size === "wide" ? Math.floor((width - 30) / 3) - 46 : width - 70;
  const drawn = panels.map((name, i) =>
    scatterPanel(found, rows, {side, experiment: name, each, first: i === 0})
  );
  return {[size === "wide" ? "hconcat" : "vconcat"]: drawn, spacing: 14};
}

interface Panel {
  side: Side;
  experiment: Experiment;
  /// Width and height.
  each: number;
  /// Whether it is the first, which names the vertical axis for all.
  first: boolean;
}

const WHAT: Record<Experiment, string> = {
  contention: "times sequential",
  "io-priority": "times fewer requests",
  "signal-latency": "delay"
};

function scatterPanel(
  found: readonly Comparison[],
  rows: readonly ScatterRow[],
  {side, experiment, each, first}: Panel
): Drawing {
  const own = rows
    .filter((row) => row.experiment === experiment)
    .flatMap(({measured, told}) => [measured, told]);
  const values = own.filter((value): value is number => value !== null && value > 0);
  const domain = [Math.min(...values) / MARGIN, Math.max(...values) * MARGIN];
  const scale = {type: "log", domain, nice: false};
  const shown =
    experiment === "signal-latency"
      ? {values: POWERS, labelExpr: TIME_LABEL}
      : {values: domain[1] / domain[0] < 10 ? CLOSE : HALF_DECADES, format: ",~g"};
  const axis = (title: string | null) => ({
    type: "quantitative",
    scale,
    axis: {title, labelOverlap: "greedy", labelSeparation: 5, ...shown}
  });
  const across = {field: "measured", ...axis(`measured, ${WHAT[experiment]}`)};
  const up = {field: "told", ...axis(first || each > 200 ? side.verb : null)};
  const edge = {type: "quantitative", scale};
  const byInterpreter = colours(found);
  const color = {
    field: "interpreter",
    type: "nominal",
    scale: {domain: [...byInterpreter.keys()], range: [...byInterpreter.values()]}
  };
  return {
    title: {
      text: EXPERIMENT_NAMES[experiment],
      fontSize: 12,
      color: INK,
      anchor: "start",
      frame: "group",
      offset: 6
    },
    width: each,
    height: each,
    layer: [
      band(domain, scale),
      {
        transform: [{filter: {field: "experiment", equal: experiment}}],
        layer: [
          {
            mark: {type: "rule", opacity: 0.55, clip: true},
            encoding: {x: {...edge, field: "low"}, x2: {field: "high"}, y: up, color}
          },
          {
            mark: {type: "rule", opacity: 0.55, clip: true},
            encoding: {x: across, y: {...edge, field: "told_low"}, y2: {field: "told_high"}, color}
          },
          {
            mark: {type: "point", size: 48, filled: true, opacity: 0.9, stroke: PAPER, strokeWidth: 0.75},
            encoding: {x: across, y: up, color, shape: byExperiment, tooltip: TOOLTIP}
          }
        ]
      }
    ]
  };
}

/// The line of agreement, and what lies within the factor that counts as near.
function band([low, high]: number[], scale: object): Drawing {
  const values = [low, high].map((at) => ({at, under: at / NEAR, over: at * NEAR}));
  const quantitative = (field: string) => ({field, type: "quantitative", scale});
  return {
    data: {values},
    layer: [
      {
        mark: {type: "area", color: QUIET, opacity: 0.13, clip: true},
        encoding: {x: quantitative("at"), y: quantitative("under"), y2: {field: "over"}}
      },
      {
        mark: {type: "line", color: QUIET, strokeWidth: 1, clip: true},
        encoding: {x: quantitative("at"), y: quantitative("at")}
      }
    ]
  };
}
