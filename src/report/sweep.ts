/// Figures of sweeps: what an interval that programs can set gives and takes, a panel for each measure.

import type {PublishedFigure, WorkloadSummary} from "../../loaders/schema.ts";
import {HALF_DECADES} from "./charts.ts";
import {credit} from "./compare.ts";
import {familyColour, familyLegend, MARKS, type MarkKind} from "./families.ts";
import type {Drawing, Figure} from "./figure.ts";
import {INK, PAPER, QUIET, type Size} from "./theme.ts";
import {figure} from "./words.ts";
import {nameOf, pick, sources, valued, type Wanted, type WorkloadRuns} from "./workload-rows.ts";

export interface SweepPanel {
  name: string;
  /// Title of the vertical axis, with the unit.
  axis: string;
  scale: "log" | "linear";
  /// Without variant and intervals: all rows of the sweep are taken.
  wanted: Omit<Wanted, "variant" | "intervals">;
  /// What others published.
  published?: readonly {interval: number; value: number; from: PublishedFigure}[];
}

export interface Sweep {
  id: string;
  title(points: readonly SweepPoint[]): string;
  description: string;
  /// Which interval is swept.
  interval: "interval_ms" | "check_interval_ticks";
  /// Title of the horizontal axis, with the unit.
  axis: string;
  panels: readonly SweepPanel[];
  filter(row: WorkloadSummary): boolean;
}

export interface SweepPoint {
  panel: string;
  series: string;
  design: string;
  kind: MarkKind;
  interval: number;
  value: number;
  low: number | null;
  high: number | null;
  shown: string;
}

/// null where no panel has two intervals: a figure of one point says nothing.
export function sweepFigure(runs: WorkloadRuns, sweep: Sweep): Figure | null {
  const points = sweep.panels.flatMap((panel) => [...ours(runs, sweep, panel), ...theirs(panel)]);
  const swept = ({name}: SweepPanel) =>
    new Set(points.filter((p) => p.panel === name && p.kind !== "published").map((p) => p.interval)).size > 1;
  const panels = sweep.panels.filter(swept);
  if (panels.length === 0) return null;
  const shown = points.filter((point) => panels.some(({name}) => name === point.panel));
  const kinds = (["host", "native", "simulated", "published"] as const).filter((kind) =>
    shown.some((point) => point.kind === kind)
  );
  const from = panels.flatMap(({published = []}) => published.map((point) => point.from));
  return {
    id: sweep.id,
    title: sweep.title(shown),
    description: sweep.description,
    kinds,
    ...sources(runs, kinds),
    credit: [...new Set(from.map(credit))].join(" "),
    rows: rowsOf(shown),
    legend: familyLegend(
      [...new Set(shown.filter((p) => p.kind !== "published").map((p) => p.design))],
      kinds
    ),
    draw: drawSweep(panels, sweep),
    table: {
      caption: "Medians with their bootstrap intervals",
      columns: [
        {title: ""},
        {title: "series"},
        {title: "kind"},
        {title: sweep.axis, numeric: true},
        {title: "figure", numeric: true}
      ],
      rows: shown.map((p) => [p.panel, p.series, p.kind, `${p.interval}`, p.shown])
    }
  };
}

function ours(runs: WorkloadRuns, {interval, filter}: Sweep, {name, wanted}: SweepPanel): SweepPoint[] {
  return pick(runs, {...wanted, intervals: "all"})
    .filter((row) => filter(row) && row[interval] !== null && row.estimate !== null)
    .map((row) => ({
      panel: name,
      series: `${nameOf(row)} (${row.machine})`,
      design: row.design,
      kind: row.machine,
      interval: row[interval]!,
      value: row.estimate!,
      low: row.low,
      high: row.high,
      shown: valued(row)
    }))
    .sort((a, b) => a.series.localeCompare(b.series) || b.interval - a.interval);
}

const theirs = ({name, published = []}: SweepPanel): SweepPoint[] =>
  published.map(({interval, value, from}) => ({
    panel: name,
    series: from.source,
    design: "",
    kind: "published" as const,
    interval,
    value,
    low: null,
    high: null,
    shown: figure(value)
  }));

const rowsOf = (points: readonly SweepPoint[]): Record<string, unknown>[] =>
  points.map((point) => {
    const colour = point.kind === "published" ? QUIET : familyColour(point.design);
    const {shape, filled} = MARKS[point.kind];
    const dash = point.kind === "host" ? [1, 0] : point.kind === "native" ? [5, 3] : [2, 2];
    return {...point, colour, shape, fill: filled ? colour : PAPER, dash};
  });

const AXIS_PX = 62;

function drawSweep(panels: readonly SweepPanel[], {axis}: Sweep): (size: Size, width: number) => Drawing {
  return (size, width) => {
    const across = size === "wide" ? panels.length : 1;
    const each = Math.floor(width / across) - AXIS_PX;
    const drawn = panels.map((panel) => drawPanel(panel, axis, each, panels.length > 1));
    return {[size === "wide" ? "hconcat" : "vconcat"]: drawn, spacing: 18};
  };
}

function drawPanel(panel: SweepPanel, axis: string, each: number, titled: boolean): Drawing {
  const x = {
    field: "interval",
    type: "quantitative",
    scale: {type: "log", reverse: true},
    axis: {title: axis, format: ",~g", labelOverlap: "greedy", labelSeparation: 5, values: INTERVALS}
  };
  const y = {
    type: "quantitative",
    scale: panel.scale === "log" ? {type: "log"} : {zero: false},
    axis: {
      title: panel.axis,
      ...(panel.scale === "log" ? {values: HALF_DECADES, format: ",~g"} : {tickCount: 6})
    }
  };
  const color = {field: "colour", type: "nominal", scale: null};
  const detail = {field: "series", type: "nominal"};
  return {
    ...(titled && {
      title: {text: panel.name, color: INK, fontSize: 12, anchor: "start", frame: "group", offset: 6}
    }),
    width: each,
    height: 230,
    transform: [{filter: {field: "panel", equal: panel.name}}],
    layer: [
      {
        mark: {type: "line", strokeWidth: 1.5, opacity: 0.8},
        encoding: {
          x,
          y: {...y, field: "value"},
          color,
          detail,
          strokeDash: {field: "dash", type: "nominal", scale: null}
        }
      },
      {
        mark: {type: "rule", strokeWidth: 1.5, opacity: 0.6},
        encoding: {x, y: {...y, field: "low"}, y2: {field: "high"}, color}
      },
      {
        mark: {type: "point", size: 48, strokeWidth: 1.5, opacity: 1},
        encoding: {
          x,
          y: {...y, field: "value"},
          color,
          shape: {field: "shape", type: "nominal", scale: null},
          fill: {field: "fill", type: "nominal", scale: null},
          tooltip: [
            {field: "series", title: " "},
            {field: "interval", title: "  "},
            {field: "shown", title: "   "}
          ]
        }
      }
    ]
  };
}

const INTERVALS = [0.001, 0.01, 0.1, 1, 5, 10, 100, 1000, 10_000, 100_000];
