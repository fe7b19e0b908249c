/// Dot plots of many designs: a line for each, a panel for each thing that was measured, all panels in the same order.

import {HALF_DECADES, POWERS, TIME_LABEL} from "./charts.ts";
import {familyColour, MARKS, type MarkKind} from "./families.ts";
import type {Drawing} from "./figure.ts";
import {INK, PAPER, QUIET, type Size} from "./theme.ts";

/// One figure: where it stands and how it is drawn.
export interface Dot {
  /// What stands on the vertical axis: the design, or a real interpreter.
  row: string;
  design: string;
  kind: MarkKind;
  /// Name of a DotPanel.
  panel: string;
  value: number;
  low: number | null;
  high: number | null;
  /// For the tooltip.
  shown: string;
}

export interface DotPanel {
  name: string;
  /// Title of the panel's axis, with the unit. "" for none.
  axis: string;
  /// Default linear.
  scale?: "log" | "linear";
  /// A level to compare with, drawn as a line.
  baseline?: number;
  /// Whether values are microseconds. Default false.
  times?: boolean;
}

const LINE_PX = 19;
const GAP_PX = 16;
/// Room of a letter of a label, and most room for labels.
const LETTER_PX = 5.5;
const LABELS_PX = {wide: 190, narrow: 150} as const;

/// `rows`: the labels of the vertical axis, from the top down.
export function dotChart(
  dots: readonly Dot[],
  panels: readonly DotPanel[],
  rows: readonly string[]
): (size: Size, width: number) => Drawing {
  return (size, width) => {
    const labels = Math.min(LABELS_PX[size], 14 + LETTER_PX * Math.max(4, ...rows.map((row) => row.length)));
    const across = size === "wide" ? panels.length : 1;
    const each = Math.floor((width - labels - GAP_PX * (across - 1) - 8) / across);
    const drawn = panels.map((panel, i) =>
      dotPanel(panel, rows, {
        size,
        each,
        labels: i === 0 || size === "narrow" ? labels : 0,
        dots,
        titled: panels.length > 1
      })
    );
    if (drawn.length === 1) return drawn[0];
    return {[size === "wide" ? "hconcat" : "vconcat"]: drawn, spacing: size === "wide" ? GAP_PX : 24};
  };
}

/// The rows of a figure with this chart.
export const dotRows = (dots: readonly Dot[]): Record<string, unknown>[] =>
  dots.map((dot) => {
    const {shape, filled} = MARKS[dot.kind];
    const colour = dot.kind === "published" ? QUIET : familyColour(dot.design);
    return {...dot, series: dot.row, shape, colour, fill: filled ? colour : PAPER};
  });

/// What two long names have in common is left out where there is no room.
const SHORT = "replace(datum.label, 'timeout-with', '…with')";

interface Layout {
  size: Size;
  each: number;
  /// Room for labels; 0: none here.
  labels: number;
  dots: readonly Dot[];
  titled: boolean;
}

function dotPanel(
  panel: DotPanel,
  rows: readonly string[],
  {size, each, labels, dots, titled}: Layout
): Drawing {
  const own = dots.filter((dot) => dot.panel === panel.name);
  const x = {type: "quantitative", scale: scaleOf(panel, own), axis: axisOf(panel, own, each)};
  const y = {
    field: "row",
    type: "nominal",
    scale: {domain: rows},
    axis: {
      title: null,
      grid: true,
      ticks: false,
      domain: false,
      labels: labels > 0,
      labelLimit: 0,
      labelFontSize: 11,
      ...(size === "narrow" && {labelExpr: SHORT}),
      ...(labels > 0 && {minExtent: labels, maxExtent: labels})
    }
  };
  const color = {field: "colour", type: "nominal", scale: null};
  const marks = {
    transform: [{filter: {field: "panel", equal: panel.name}}],
    layer: [
      {
        mark: {type: "rule", strokeWidth: 1.5, opacity: 0.6},
        encoding: {y, color, x: {...x, field: "low"}, x2: {field: "high"}}
      },
      {
        mark: {type: "point", size: 48, strokeWidth: 1.5, opacity: 1},
        encoding: {
          y,
          color,
          x: {...x, field: "value"},
          shape: {field: "shape", type: "nominal", scale: null},
          fill: {field: "fill", type: "nominal", scale: null},
          tooltip: TOOLTIP
        }
      }
    ]
  };
  return {
    ...(titled && {
      title: {text: panel.name, color: INK, fontSize: 12, anchor: "start", frame: "group", offset: 6}
    }),
    width: each,
    height: LINE_PX * rows.length,
    layer: [...baselineOf(panel), marks]
  };
}

const TOOLTIP = [
  {field: "row", title: " "},
  {field: "kind", title: "  "},
  {field: "shown", title: "   "}
];

const MARGIN = 1.15;

/// Of no more than what is drawn, so that a point at the edge keeps its mark.
function scaleOf({scale = "linear", baseline}: DotPanel, own: readonly Dot[]): object {
  const ends = own.flatMap(({value, low, high}) => [value, low ?? value, high ?? value]);
  const all = baseline === undefined ? ends : [...ends, baseline];
  if (all.length === 0) return {domain: [1, 10], type: scale};
  if (scale === "log") {
    const positive = all.filter((value) => value > 0);
    return {
      type: "log",
      domain: [Math.min(...positive) / MARGIN, Math.max(...positive) * MARGIN],
      nice: false
    };
  }
  return {zero: false, nice: true, domain: [Math.min(...all), Math.max(...all)]};
}

function axisOf({axis, scale, times}: DotPanel, own: readonly Dot[], each: number): object {
  const common = {title: axis === "" ? null : axis, labelOverlap: "greedy", labelSeparation: 6};
  if (times) return {...common, values: POWERS, labelExpr: TIME_LABEL};
  if (scale !== "log") return {...common, tickCount: Math.max(2, Math.floor(each / 60))};
  const values = own.flatMap(({value}) => (value > 0 ? [value] : []));
  const close = Math.max(...values) / Math.min(...values) < 8;
  return {...common, values: close ? CLOSE : HALF_DECADES, format: ",~g"};
}

/// Values of an axis that spans less than a decade.
const CLOSE = [0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 20, 30];

const baselineOf = ({baseline}: DotPanel): object[] =>
  baseline === undefined
    ? []
    : [
        {
          data: {values: [{at: baseline}]},
          mark: {type: "rule", strokeDash: [2, 3], color: QUIET},
          encoding: {x: {field: "at", type: "quantitative"}}
        }
      ];
