/// Figures that compare all designs, and all interpreters, in one or several things that workloads measure.

import type {PublishedFigure, WorkloadSummary} from "../../loaders/schema.ts";
import {type Dot, type DotPanel, dotChart, dotRows} from "./dots.ts";
import {familyLegend, type MarkKind} from "./families.ts";
import type {Figure} from "./figure.ts";
import {escapeHtml, estimated, figure} from "./words.ts";
import {dotsOf, pick, ranked, sources, type Wanted, type WorkloadRuns} from "./workload-rows.ts";

export interface ComparedPanel extends DotPanel {
  /// What to pick of the workloads; or rows of another dataset, already picked.
  wanted: Wanted | readonly WorkloadSummary[];
  better: "more" | "less";
  /// What is not in the datasets of workloads: published figures, and predictions of the machines that they are from.
  others?: readonly Other[];
}

export interface Other {
  row: string;
  design: string;
  kind: "published" | "simulated";
  value: number;
  /// Of a prediction, over its seeds.
  low?: number;
  high?: number;
  /// The published figures that it is made of; none of a prediction.
  from: readonly PublishedFigure[];
}

export interface Comparison {
  id: string;
  /// The finding, from what is shown. `rows` are the labels from the best of the first panel down.
  title(dots: readonly Dot[], rows: readonly string[]): string;
  description: string;
  panels: readonly ComparedPanel[];
  /// Which rows are shown. Default all.
  filter?(row: WorkloadSummary): boolean;
  credit?: string;
  /// Where the rows are from. Default: both datasets of workloads.
  from?: Pick<Figure, "dataset" | "origin" | "files">;
}

/// null where nothing was measured. Panels without a figure are left out; labels stand in the order of the first panel.
export function comparedFigure(runs: WorkloadRuns, comparison: Comparison): Figure | null {
  const {panels, filter = () => true} = comparison;
  const dots = panels.flatMap((panel) => [
    ...dotsOf(rowsOf(runs, panel).filter(filter), panel.name, panel.scale ?? "linear"),
    ...otherDots(panel)
  ]);
  const shown = panels.filter(({name}) => dots.some((dot) => dot.panel === name && dot.kind !== "published"));
  if (shown.length === 0) return null;
  const own = dots.filter(({panel}) => shown.some(({name}) => name === panel));
  const rows = labels(own, shown);
  const kinds = KINDS.filter((kind) => own.some((dot) => dot.kind === kind));
  return {
    id: comparison.id,
    title: comparison.title(own, rows),
    description: `${comparison.description} A line for each design and interpreter, the best first; bars are bootstrap intervals over restarts or seeds.`,
    kinds: [...kinds],
    ...(comparison.from ?? sources(runs, kinds)),
    credit: [comparison.credit ?? "", ...credits(shown)].filter(Boolean).join(" "),
    rows: dotRows(own),
    legend: familyLegend([...new Set(own.map(({design}) => design))], kinds),
    draw: dotChart(own, shown, rows),
    table: tableOf(own, shown, rows, kinds)
  };
}

const KINDS: readonly MarkKind[] = ["host", "native", "simulated", "published"];

const isPicked = (wanted: ComparedPanel["wanted"]): wanted is readonly WorkloadSummary[] =>
  Array.isArray(wanted);

const rowsOf = (runs: WorkloadRuns, {wanted}: ComparedPanel): readonly WorkloadSummary[] =>
  isPicked(wanted) ? wanted : pick(runs, wanted);

function otherDots({name, others = []}: ComparedPanel): Dot[] {
  return others.map(({row, design, kind, value, low, high}) => ({
    row,
    design,
    kind,
    panel: name,
    value,
    low: low ?? null,
    high: high ?? null,
    shown: low === undefined ? figure(value) : estimated({estimate: value, low, high: high ?? null})
  }));
}

function labels(dots: readonly Dot[], panels: readonly ComparedPanel[]): string[] {
  const order = panels.flatMap(({name, better}) =>
    ranked(
      dots.filter(({panel}) => panel === name),
      better
    )
  );
  return [...new Set([...order, ...dots.map(({row}) => row)])];
}

function credits(panels: readonly ComparedPanel[]): string[] {
  const from = panels.flatMap(({others = []}) => others.flatMap((point) => point.from));
  return [...new Set(from.map(credit))];
}

/// Where a published figure is from, and how sure that is.
export function credit({source, evidence, machine_os}: PublishedFigure): string {
  const how = evidence === "secondary" ? ", as transcribed by others" : "";
  return escapeHtml(`Published: ${source}${how}${machine_os === "" ? "" : `; ${machine_os}`}.`);
}

function tableOf(
  dots: readonly Dot[],
  panels: readonly ComparedPanel[],
  rows: readonly string[],
  kinds: readonly MarkKind[]
): Figure["table"] {
  const lines = rows.flatMap((row) =>
    kinds.flatMap((kind) => {
      const own = dots.filter((dot) => dot.row === row && dot.kind === kind);
      if (own.length === 0) return [];
      return [[row, kind, ...panels.map(({name}) => own.find(({panel}) => panel === name)?.shown ?? "")]];
    })
  );
  return {
    caption: "Medians with their bootstrap intervals",
    columns: [
      {title: "design or interpreter"},
      {title: "kind"},
      ...panels.map(({name, axis}) => ({
        title: panels.length > 1 ? `${name}: ${axis}` : axis || name,
        numeric: true
      }))
    ],
    rows: lines
  };
}
