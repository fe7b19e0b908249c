/// Two measures of many designs against each other, with those that none of the others beats.

import {HALF_DECADES, POWERS, TIME_LABEL} from "./charts.ts";
import {familyColour} from "./families.ts";
import type {Drawing} from "./figure.ts";
import {INK, PAPER, QUIET, type Size} from "./theme.ts";

export interface PlanePoint {
  name: string;
  design: string;
  x: number;
  y: number;
  /// Whether none of the others is better in one measure and no worse in the other.
  front: boolean;
  /// For the tooltip.
  shown: string;
}

export interface PlaneAxis {
  title: string;
  scale: "log" | "linear";
  /// Whether values are microseconds. Default false.
  times?: boolean;
  /// Where the better values are.
  better: "more" | "less";
}

/// Points on the front are filled and named, the others hollow: their names are in the tooltip and the table.
export function planeChart(
  points: readonly PlanePoint[],
  across: PlaneAxis,
  up: PlaneAxis
): (size: Size, width: number) => Drawing {
  return (size, width) => {
    const x = {
      field: "x",
      type: "quantitative",
      ...axisOf(
        across,
        points.map((p) => p.x),
        size
      )
    };
    const y = {
      field: "y",
      type: "quantitative",
      ...axisOf(
        up,
        points.map((p) => p.y),
        size
      )
    };
    const color = {field: "colour", type: "nominal", scale: null};
    return {
      width: width - 66,
      height: size === "wide" ? 340 : 280,
      layer: [
        {
          transform: [{filter: "datum.front"}],
          mark: {type: "line", color: QUIET, strokeDash: [3, 3], strokeWidth: 1},
          encoding: {x, y, order: {field: "x", type: "quantitative"}}
        },
        {
          mark: {type: "point", size: 70, strokeWidth: 1.75, opacity: 1},
          encoding: {x, y, color, fill: {field: "fill", type: "nominal", scale: null}, tooltip: TOOLTIP}
        },
        {
          transform: [{filter: "datum.front"}],
          mark: {
            type: "text",
            fontSize: 11,
            color: INK,
            dy: -11,
            align: {expr: `datum.right ? 'right' : 'left'`},
            dx: {expr: `datum.right ? 4 : -4`}
          },
          encoding: {x, y, text: {field: "name"}}
        }
      ]
    };
  };
}

/// The rows of a figure with this chart.
export function planeRows(points: readonly PlanePoint[]): Record<string, unknown>[] {
  const middle = median(points.map(({x}) => x));
  return points.map((point) => {
    const colour = familyColour(point.design);
    return {
      ...point,
      series: point.name,
      colour,
      fill: point.front ? colour : PAPER,
      right: point.x > middle
    };
  });
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const TOOLTIP = [
  {field: "name", title: " "},
  {field: "shown", title: "  "}
];

const MARGIN = 1.25;
/// Values of an axis that spans less than two decades.
const CLOSE = [0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500];

function axisOf({title, scale, times = false, better}: PlaneAxis, values: number[], size: Size): object {
  const named = `${title} (${better === "more" ? "more is better" : "less is better"})`;
  if (scale === "linear")
    return {scale: {zero: false, nice: true}, axis: {title: named, tickCount: size === "wide" ? 7 : 4}};
  const positive = values.filter((value) => value > 0);
  const domain = [Math.min(...positive) / MARGIN, Math.max(...positive) * MARGIN];
  const ticks = times
    ? {values: POWERS, labelExpr: TIME_LABEL}
    : {values: domain[1] / domain[0] < 100 ? CLOSE : HALF_DECADES, format: ",~g"};
  return {
    scale: {type: "log", domain, nice: false},
    axis: {title: named, labelOverlap: "greedy", labelSeparation: 5, ...ticks}
  };
}
