/// Figures and values of the page on predictions.

import type {Dataset} from "../../loaders/schema.ts";
import {type Comparison, comparisons, type Errors, errorsOf} from "../../loaders/validity.ts";
import {type Drawing, type Figure, provenance, renderFigure} from "./figure.ts";
import type {Values} from "./page.ts";
import {renderTable} from "./table.ts";
import {INK, PAPER, QUIET, type Size} from "./theme.ts";
import {count, escapeHtml, figure, interval} from "./words.ts";

export async function validityValues(datasets: readonly Dataset[]): Promise<Values> {
  const found = comparisons(datasets);
  const all = errorsOf(found);
  const subjects = [...new Set(found.map(({interpreter}) => interpreter))];
  const split = subjects.flatMap((interpreter) =>
    [...new Set(datasets.map(({name}) => name))].map((name) => ({
      name: `${interpreter}, ${name}`,
      errors: errorsOf(found.filter((one) => one.interpreter === interpreter && one.experiment === name))
    }))
  );
  return {
    summary: all === null ? "Nothing has been compared yet." : inWords(all),
    figure: all === null ? "" : await renderFigure(scatter(found, datasets)),
    errors: errorTable([...split, {name: "all", errors: all}]),
    comparisons: comparisonTable(found),
    provenance: escapeHtml(datasets.map((one) => `${one.name}: ${provenance(one)}`).join(" "))
  };
}

function inWords(errors: Errors): string {
  return (
    `${count(errors.compared, "figure")} of real interpreters, predicted: the median is off by a factor of ` +
    `${figure(errors.factor_p50)}, nine in ten by at most ${figure(errors.factor_p90)}, the worst by ` +
    `${figure(errors.factor_max)}. ${errors.inside} predictions lie within the interval of what was measured. Where ` +
    `a measured ratio is surely above or below 1 (${errors.directions}), ${errors.sameDirection} predictions are on ` +
    "the same side."
  );
}

function scatter(found: Comparison[], datasets: readonly Dataset[]): Figure {
  const rows = found.map((one) => ({
    experiment: one.experiment,
    measured: one.measured.estimate,
    predicted: one.predicted.estimate,
    panel: one.unit === "us" ? "delays of signals, us" : "ratios",
    shown: `${one.interpreter}, ${one.arm}: ${figure(one.measured.estimate)} measured, ${figure(one.predicted.estimate)} predicted`
  }));
  return {
    id: "predictions",
    title: "What was measured, and what was predicted",
    description:
      "Each mark is one figure of one interpreter: measured on the horizontal axis, predicted on the vertical one, both " +
      "logarithmic. A perfect prediction lies on the line.",
    kinds: ["native", "simulated"],
    dataset: datasets[0],
    credit: "",
    kept: true,
    rows,
    draw: (size, width) => draw(size, width, rows),
    table: {
      caption: "Measured and predicted",
      columns: [
        {title: "experiment"},
        {title: "setting"},
        {title: "measured", numeric: true},
        {title: "predicted", numeric: true}
      ],
      rows: found.map((one) => [
        one.experiment,
        `${one.interpreter}, ${one.arm}`,
        figure(one.measured.estimate),
        figure(one.predicted.estimate)
      ])
    }
  };
}

const SHAPES = ["circle", "square", "triangle-up"];

function draw(
  size: Size,
  width: number,
  rows: {panel: string; measured: number | null; predicted: number | null}[]
): Drawing {
  const panels = [...new Set(rows.map(({panel}) => panel))];
  const side = size === "wide" ? Math.floor(width / panels.length) - 70 : width - 60;
  const panel = (name: string) => {
    const own = rows.filter((row) => row.panel === name).flatMap((row) => [row.measured, row.predicted]);
    const values = own.filter((value) => value !== null && value > 0) as number[];
    const domain = [Math.min(...values) * 0.8, Math.max(...values) * 1.25];
    const axis = (field: string) => ({
      field,
      type: "quantitative",
      scale: {type: "log", domain, nice: false},
      axis: {title: `${field}: ${name}`, tickCount: 5}
    });
    return {
      width: side,
      height: side,
      transform: [{filter: {field: "panel", equal: name}}],
      layer: [
        {
          data: {values: domain.map((value) => ({value}))},
          transform: [],
          mark: {type: "line", color: QUIET, strokeWidth: 1},
          encoding: {
            x: {field: "value", type: "quantitative", scale: {type: "log", domain, nice: false}},
            y: {field: "value", type: "quantitative", scale: {type: "log", domain, nice: false}}
          }
        },
        {
          mark: {type: "point", size: 50, filled: true, opacity: 0.8, stroke: PAPER, fill: INK},
          encoding: {
            x: axis("measured"),
            y: axis("predicted"),
            shape: {
              field: "experiment",
              type: "nominal",
              scale: {domain: ["contention", "io-priority", "signal-latency"], range: SHAPES},
              legend: {orient: "bottom", title: null}
            },
            tooltip: {field: "shown", type: "nominal"}
          }
        }
      ]
    };
  };
  return {[size === "wide" ? "hconcat" : "vconcat"]: panels.map(panel)};
}

function errorTable(rows: {name: string; errors: Errors | null}[]): string {
  return renderTable({
    caption: "Errors of predictions, as the factor between the larger and the smaller of the two figures",
    columns: [
      {title: "interpreter, experiment"},
      {title: "figures", numeric: true},
      {title: "median", numeric: true},
      {title: "nine in ten", numeric: true},
      {title: "worst", numeric: true},
      {title: "within 1.5", numeric: true},
      {title: "in the interval", numeric: true},
      {title: "direction right", numeric: true}
    ],
    rows: rows.flatMap(({name, errors}) =>
      errors === null
        ? []
        : [
            [
              name,
              `${errors.compared}`,
              figure(errors.factor_p50),
              figure(errors.factor_p90),
              figure(errors.factor_max),
              `${errors.within}`,
              `${errors.inside}`,
              `${errors.sameDirection} of ${errors.directions}`
            ]
          ]
    )
  });
}

function comparisonTable(found: readonly Comparison[]): string {
  return renderTable({
    caption: "Every figure, measured (with its interval over process restarts) and predicted (over seeds)",
    columns: [
      {title: "interpreter"},
      {title: "experiment"},
      {title: "setting"},
      {title: "measured", numeric: true},
      {title: "interval", numeric: true},
      {title: "predicted", numeric: true},
      {title: "factor", numeric: true}
    ],
    rows: found.map((one) => [
      one.interpreter,
      one.experiment,
      one.arm,
      `${figure(one.measured.estimate)}${one.unit === "" ? "" : ` ${one.unit}`}`,
      interval(one.measured.low, one.measured.high),
      figure(one.predicted.estimate),
      figure(one.factor)
    ])
  });
}
