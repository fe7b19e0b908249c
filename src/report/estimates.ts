/// Figures of estimates with intervals: the shape that most figures of the report have.

import type {Dataset, PublishedFigure, SummaryRow} from "../../loaders/schema.ts";
import {intervalChart} from "./charts.ts";
import {type Figure, kindsOf} from "./figure.ts";
import {legend, seriesName, seriesOf} from "./series.ts";
import {escapeHtml, estimated, figure} from "./words.ts";

/// A point that somebody else measured, computed from rows of data/published/figures.csv.
export interface PublishedPoint {
  value: number;
  x: string;
  panel?: string;
  from: PublishedFigure[];
}

export interface EstimateFigure {
  id: string;
  title: string;
  description: string;
  dataset: Dataset;
  /// What is shown, in the order of the horizontal axis.
  shown: SummaryRow[];
  x(row: SummaryRow): string;
  xTitle: string;
  yTitle: string;
  yScale?: "log" | "linear";
  baseline?: number;
  panel?(row: SummaryRow): string;
  panels?: string[];
  across?: number;
  /// Whether estimates are microseconds.
  times?: boolean;
  published?: {name: string; points: PublishedPoint[]};
  credit?: string;
  height?: number;
}

export function estimateFigure(options: EstimateFigure): Figure {
  const {dataset, shown, published, x, panel = () => ""} = options;
  const points = published?.points ?? [];
  const rows = shown.map((s) => ({
    series: seriesName(s),
    x: x(s),
    panel: panel(s),
    estimate: s.estimate,
    low: s.low,
    high: s.high,
    restarts: `${s.repetitions}`
  }));
  const theirs = points.map((p) => ({
    series: published!.name,
    x: p.x,
    panel: p.panel ?? "",
    estimate: p.value,
    low: null,
    high: null,
    restarts: ""
  }));
  const all = [...rows, ...theirs];
  return {
    id: options.id,
    title: options.title,
    description: `${options.description} ${levelOf(shown)}`,
    kinds: kindsOf(shown, points.length > 0),
    dataset,
    credit: [options.credit ?? "", ...new Set(points.flatMap((p) => p.from).map(source))]
      .filter(Boolean)
      .join(" "),
    rows: all.map((row) => ({...row, shown: [row.panel, row.x, tip(row)].filter(Boolean).join(", ")})),
    legend: legend(seriesOf(shown), false, points.length > 0 ? published!.name : undefined),
    draw: intervalChart({
      ...options,
      series: seriesOf(shown),
      published: points.length > 0 ? published!.name : undefined
    }),
    table: {
      caption: `${options.yTitle}: median over process restarts with its interval`,
      columns: [
        {title: "series"},
        ...(options.panels === undefined ? [] : [{title: ""}]),
        {title: options.xTitle || "arm", numeric: true},
        {title: options.yTitle, numeric: true},
        {title: "low", numeric: true},
        {title: "high", numeric: true},
        {title: "restarts", numeric: true}
      ],
      rows: all.map((row) => [
        row.series,
        ...(options.panels === undefined ? [] : [row.panel]),
        row.x,
        row.estimate === null ? "beyond the cap" : figure(row.estimate),
        row.restarts === "" ? "" : figure(row.low),
        row.restarts === "" ? "" : figure(row.high),
        row.restarts
      ])
    }
  };
}

function tip(row: {
  estimate: number | null;
  low: number | null;
  high: number | null;
  restarts: string;
}): string {
  return row.restarts === "" ? figure(row.estimate) : estimated(row);
}

/// Five repetitions cannot give 95 %: a figure says what it has.
function levelOf(shown: SummaryRow[]): string {
  if (shown.length === 0) return "";
  const level = Math.min(...shown.map((s) => s.level));
  return `Bars are ${figure(level * 100)} % bootstrap intervals over process restarts.`;
}

function source({source, evidence, machine_os}: PublishedFigure): string {
  const how = evidence === "secondary" ? ", as transcribed by others" : "";
  return escapeHtml(`Published: ${source}${how}${machine_os === "" ? "" : `; ${machine_os}`}.`);
}
