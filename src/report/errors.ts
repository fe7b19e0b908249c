/// How far off: errors of comparisons as distributions, in figures and in a table.

import {EXPERIMENTS} from "../../loaders/schema.ts";
import {type Comparison, type Errors, errorsOf} from "../../loaders/validity.ts";
import {
  byExperiment,
  colours,
  comparisonTable,
  EXPERIMENT_NAMES,
  type Framing,
  legendOf,
  NEAR,
  nameOf,
  percent,
  type Side,
  TOOLTIP
} from "./agreement.ts";
import type {Figure} from "./figure.ts";
import {renderTable} from "./table.ts";
import {PAPER, QUIET} from "./theme.ts";
import {figure} from "./words.ts";

/// Which share of all figures is off by at most a factor, a line for each side.
export function factorFigure(
  sides: readonly {side: Side; found: readonly Comparison[]}[],
  framing: Framing
): Figure {
  const known = sides.filter(({found}) => found.length > 0);
  const rows = known.flatMap(({side, found}) => cumulative(found).map((row) => ({side: side.kind, ...row})));
  const domain = known.map(({side}) => side.kind);
  const colour = {simulated: "var(--timeout)", host: "var(--tick)"};
  const dash = {simulated: [1, 0], host: [5, 3]};
  const scale = (range: unknown[]) => ({field: "side", type: "nominal", scale: {domain, range}});
  return {
    ...framing,
    description:
      "The share of figures that are off by at most a factor, on a logarithmic axis, for predictions and for Convoy's own " +
      `threads under the same lock. The broken line stands at a factor of ${NEAR}.`,
    kinds: [...new Set<Figure["kinds"][number]>(["native", ...domain])],
    dataset: null,
    credit: "",
    rows,
    legend: `<ul class="legend" aria-hidden="true">${domain
      .map(
        (kind) =>
          `<li><svg width="26" height="14"><path d="M1 7h24" stroke="${colour[kind]}" stroke-width="2"${kind === "host" ? ' stroke-dasharray="5 3"' : ""}/></svg>${LEGEND[kind]}</li>`
      )
      .join("")}</ul>`,
    draw: (_, width) => ({
      width: width - 58,
      height: 220,
      layer: [
        {
          data: {values: [{at: NEAR}]},
          mark: {type: "rule", strokeDash: [2, 3], color: QUIET},
          encoding: {x: {field: "at", type: "quantitative"}}
        },
        {
          mark: {type: "line", interpolate: "step-after", strokeWidth: 1.75},
          encoding: {
            x: {
              field: "factor",
              type: "quantitative",
              scale: {type: "log", nice: false},
              axis: {title: "off by at most a factor of", values: FACTORS, format: ",~g"}
            },
            y: {
              field: "share",
              type: "quantitative",
              scale: {domain: [0, 1]},
              axis: {title: "share of figures", format: ".0%", values: [0, 0.5, 0.9, 1]}
            },
            color: scale(domain.map((kind) => colour[kind])),
            strokeDash: scale(domain.map((kind) => dash[kind])),
            tooltip: [
              {field: "side", title: " "},
              {field: "shown", title: "  "}
            ]
          }
        }
      ]
    }),
    table: {
      caption: "Share of figures that are off by at most a factor",
      columns: [
        {title: "factor", numeric: true},
        ...known.map(({side}) => ({title: side.kind, numeric: true}))
      ],
      rows: FACTORS.slice(1).map((factor) => [
        `${factor}`,
        ...known.map(({found}) => percent(found.filter((one) => one.factor <= factor).length / found.length))
      ])
    }
  };
}

const FACTORS = [1, 1.2, 1.5, 2, 3, 5, 10, 30, 100, 300, 1000];
const LEGEND = {simulated: "predictions (simulated)", host: "Convoy's own threads (host)"};

/// From a factor of 1 on, the share that is off by at most as much.
function cumulative(found: readonly Comparison[]): {factor: number; share: number; shown: string}[] {
  const sorted = found.map(({factor}) => factor).sort((a, b) => a - b);
  const steps = sorted.map((factor, i) => ({factor, share: (i + 1) / sorted.length}));
  return [{factor: 1, share: 0}, ...steps].map(({factor, share}) => ({
    factor,
    share,
    shown: `${percent(share)} within a factor of ${figure(factor)}`
  }));
}

/// Which way each figure is off: told over measured, a row of marks for each interpreter, a panel for each experiment.
export function spreadFigure(found: readonly Comparison[], side: Side, framing: Framing): Figure {
  const rows = found.map((one) => ({
    interpreter: nameOf(one),
    experiment: one.experiment,
    panel: EXPERIMENT_NAMES[one.experiment],
    quotient: one.predicted.estimate! / one.measured.estimate!,
    shown: `${one.arm}: ${figure(one.predicted.estimate! / one.measured.estimate!)} times as measured`
  }));
  const byInterpreter = colours(found);
  const names = [...byInterpreter.keys()];
  const panels = EXPERIMENTS.map((name) => EXPERIMENT_NAMES[name]).filter((panel) =>
    rows.some((row) => row.panel === panel)
  );
  return {
    ...framing,
    description: `Each mark is one figure: ${side.verb} over measured, on a logarithmic axis; the band is a factor of ${NEAR} to either side.`,
    kinds: side.kinds,
    dataset: null,
    credit: "",
    rows,
    legend: legendOf(found),
    draw: (_, width) => ({
      facet: {field: "panel", type: "nominal", sort: panels, header: {title: null}},
      columns: 1,
      spacing: 14,
      spec: {
        width: width - 16,
        height: 20 * names.length + 6,
        layer: [
          {
            data: {values: [{low: 1 / NEAR, high: NEAR}]},
            mark: {type: "rect", color: QUIET, opacity: 0.13},
            encoding: {x: {field: "low", type: "quantitative"}, x2: {field: "high"}}
          },
          {
            data: {values: [{at: 1}]},
            mark: {type: "rule", color: QUIET},
            encoding: {x: {field: "at", type: "quantitative"}}
          },
          {
            mark: {type: "point", size: 44, filled: true, opacity: 0.75, stroke: PAPER, strokeWidth: 0.75},
            encoding: {
              x: {
                field: "quotient",
                type: "quantitative",
                scale: {type: "log", nice: false, padding: 8},
                axis: {title: `${side.verb} / measured`, values: QUOTIENTS, format: ",~g"}
              },
              y: {
                field: "interpreter",
                type: "nominal",
                sort: names,
                axis: {title: null, labels: false, ticks: false, domain: false, grid: true}
              },
              color: {
                field: "interpreter",
                type: "nominal",
                scale: {domain: names, range: [...byInterpreter.values()]}
              },
              shape: byExperiment,
              tooltip: TOOLTIP
            }
          }
        ]
      }
    }),
    table: comparisonTable(
      [...found].sort((a, b) => b.factor - a.factor).slice(0, WORST),
      side,
      `The ${Math.min(WORST, found.length)} figures that are furthest off`
    )
  };
}

const QUOTIENTS = [0.001, 0.01, 0.1, 0.2, 0.5, 1, 2, 5, 10, 100, 1000];
const WORST = 10;

/// The errors of each experiment of each interpreter.
export function errorTable(found: readonly Comparison[], {verb}: Side): string {
  if (found.length === 0) return "";
  const names = [...new Set(found.map(nameOf))];
  const parts = names.flatMap((name) =>
    EXPERIMENTS.map((experiment) => ({
      row: [name, experiment],
      some: found.filter((one) => nameOf(one) === name && one.experiment === experiment)
    }))
  );
  return renderTable({
    caption: `Errors: the factor between measured and ${verb}, the larger over the smaller`,
    columns: [
      {title: "interpreter"},
      {title: "experiment"},
      {title: "figures", numeric: true},
      {title: "median", numeric: true},
      {title: "9\u00a0in\u00a010", numeric: true},
      {title: "worst", numeric: true},
      {title: `within\u00a0${NEAR}`, numeric: true},
      {title: "in interval", numeric: true},
      {title: "direction", numeric: true}
    ],
    rows: [...parts, {row: ["all", "all"], some: found}].flatMap(({row, some}) => {
      const errors = errorsOf(some);
      return errors === null ? [] : [[...row, ...errorCells(errors)]];
    })
  });
}

const errorCells = (errors: Errors): string[] => [
  `${errors.compared}`,
  figure(errors.factor_p50),
  figure(errors.factor_p90),
  figure(errors.factor_max),
  percent(errors.within / errors.compared),
  percent(errors.inside / errors.compared),
  errors.directions === 0 ? "–" : `${errors.sameDirection} of ${errors.directions}`
];
