/// The three drawings of the report. Each returns a Vega-Lite specification for rows that its comment describes.

import type {Drawing} from "./figure.ts";
import {type Measured, seriesDash, seriesEncoding} from "./series.ts";
import {QUIET, type Size} from "./theme.ts";

export interface Axes {
  series: readonly Measured[];
  /// Name of the one series that is not ours.
  published?: string;
  xTitle: string;
  yTitle: string;
  /// Default linear.
  yScale?: "log" | "linear";
  /// A level to compare with, drawn as a line across.
  baseline?: number;
  /// Values of the field `panel`, in order: one small chart each.
  panels?: readonly string[];
  /// Panels in a row, where the page is wide. Default 2.
  across?: number;
  /// Whether values are microseconds, which the axis then names with the unit that suits. Default false.
  times?: boolean;
  /// Height of a panel in CSS pixels. Default 240.
  height?: number;
}

/// What a vertical axis with its title takes from a chart's width, and the space between panels.
const AXIS = 58;
const GAP = 20;

/// Estimates with intervals, beside each other for each x. Rows: series, x (text), estimate, low, high, shown (text for
/// the tooltip), panel.
export function intervalChart(axes: Axes): (size: Size, width: number) => Drawing {
  return (size, width) => {
    const y = {type: "quantitative", scale: valueScale(axes), axis: yAxis(axes)};
    const x = {
      field: "x",
      type: "ordinal",
      sort: null,
      axis: {title: axes.xTitle, labelAngle: 0, labelPadding: 6, ticks: false}
    };
    const {color, shape, fill} = seriesEncoding(axes.series, axes.published);
    const xOffset = {field: "series", sort: (color as {sort: string[]}).sort};
    const layer = [
      ...baselineLayer(axes),
      {
        mark: {type: "rule", strokeWidth: 1.5},
        encoding: {x, xOffset, color, y: {...y, field: "low"}, y2: {field: "high"}}
      },
      {
        mark: {type: "point", size: 55, strokeWidth: 1.5, opacity: 1},
        encoding: {x, xOffset, color, shape, fill, y: {...y, field: "estimate"}, tooltip: TOOLTIP}
      }
    ];
    return inPanels(axes, size, width, {layer});
  };
}

/// A mark for every repetition, a row of them for each series. Rows: series, value, shown, panel.
export function repetitionChart(axes: Axes): (size: Size, width: number) => Drawing {
  return (size, width) => {
    const {color, shape, fill} = seriesEncoding(axes.series);
    const names = (color as {sort: string[]}).sort;
    const x = {
      title: axes.yTitle,
      ...(axes.yScale === "log" ? {values: HALF_DECADES, format: ",~g"} : {tickCount: 5})
    };
    return inPanels({...axes, height: 24 * names.length + 10}, size, width + AXIS - 8, {
      layer: [
        ...baselineLayer(axes, "x"),
        {
          mark: {type: "point", size: 45, strokeWidth: 1.5, opacity: 0.8},
          encoding: {
            x: {field: "value", type: "quantitative", scale: valueScale(axes), axis: x},
            y: {
              field: "series",
              type: "nominal",
              sort: names,
              axis: {title: null, labels: false, domain: false, ticks: false, grid: true}
            },
            color,
            shape,
            fill,
            tooltip: TOOLTIP
          }
        }
      ]
    });
  };
}

/// Cumulative shares on a logarithmic time axis. Rows: series, us (microseconds), share (0 to 1), shown, panel, in order.
export function shareChart(axes: Axes): (size: Size, width: number) => Drawing {
  return (size, width) => {
    const {color} = seriesEncoding(axes.series);
    return inPanels(axes, size, width, {
      mark: {type: "line", interpolate: "step-after", strokeWidth: 1.75, clip: true},
      encoding: {
        x: {
          field: "us",
          type: "quantitative",
          scale: {type: "log", nice: false},
          axis: {title: axes.xTitle, values: POWERS, labelExpr: TIME_LABEL, grid: true}
        },
        y: {
          field: "share",
          type: "quantitative",
          scale: {domain: [0, 1]},
          axis: {title: axes.yTitle, format: ".0%", values: [0, 0.5, 0.9, 1], labelOverlap: false}
        },
        color,
        ...seriesDash(axes.series),
        tooltip: TOOLTIP
      }
    });
  };
}

const TOOLTIP = [
  {field: "series", title: " "},
  {field: "shown", title: "  "}
];

export const HALF_DECADES = [1, 3, 10, 30, 100, 300, 1e3, 3e3, 1e4, 3e4, 1e5, 3e5, 1e6];
export const POWERS = [0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7];
export const TIME_LABEL =
  "datum.value < 1e3 ? datum.value + ' µs' : datum.value < 1e6 ? datum.value / 1e3 + ' ms' : datum.value / 1e6 + ' s'";

function valueScale({yScale = "linear"}: Axes): object {
  return yScale === "log" ? {type: "log"} : {zero: false, nice: true};
}

function yAxis({yTitle, yScale, times = false}: Axes): object {
  if (times) return {title: yTitle, values: POWERS, labelExpr: TIME_LABEL};
  return {title: yTitle, tickCount: 6, ...(yScale === "log" && {values: HALF_DECADES, format: ",~g"})};
}

function baselineLayer({baseline}: Axes, axis: "x" | "y" = "y"): object[] {
  if (baseline === undefined) return [];
  return [{mark: {type: "rule", strokeDash: [2, 3], color: QUIET}, encoding: {[axis]: {datum: baseline}}}];
}

/// Small charts side by side where there is room, else one below the other, with the same axes.
function inPanels(
  {panels = [], height = 240, across = 2}: Axes,
  size: Size,
  width: number,
  chart: Drawing
): Drawing {
  if (panels.length < 2) return {width: width - AXIS, height, ...chart};
  const columns = size === "wide" ? Math.min(across, panels.length) : 1;
  const each = Math.floor((width - AXIS - GAP * (columns - 1)) / columns);
  return {
    facet: {field: "panel", type: "nominal", sort: panels, header: {title: null}},
    columns,
    spacing: {row: 24, column: GAP},
    spec: {width: each, height: size === "wide" ? height : Math.round(height * 0.8), ...chart}
  };
}
