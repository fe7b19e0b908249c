/// A figure: a chart with its finding, description, kind, machine, run, credit, table and downloads.

import * as vega from "vega";
import {compile, type TopLevelSpec} from "vega-lite";
import {type Dataset, MACHINES, type Machine} from "../../loaders/schema.ts";
import {renderTable, type Table} from "./table.ts";
import {CONFIG, type Size, WIDTHS} from "./theme.ts";
import {count, day, escapeHtml} from "./words.ts";

/// Where numbers come from. host: Convoy on this machine's threads. native: a real interpreter on this machine.
/// simulated: Convoy on a virtual machine. exhaustive: Convoy in every order of steps. published: somebody else's measurement.
export type Kind = "host" | "native" | "simulated" | "exhaustive" | "published";

/// The kinds of rows, in the order in which pages name them.
export function kindsOf(rows: readonly {machine: Machine}[], published = false): Kind[] {
  const machines = MACHINES.filter((machine) => rows.some((row) => row.machine === machine));
  return published ? [...machines, "published"] : machines;
}

/// A Vega-Lite specification without data, sizes and settings, which the figure gives. Its data is named "rows".
export type Drawing = Record<string, unknown>;

export interface Figure {
  /// Unique in its page; the anchor of a link.
  id: string;
  /// The finding, computed where it depends on data.
  title: string;
  /// For those who do not see it: what is on the axes, and what stands out.
  description: string;
  kinds: Kind[];
  /// The dataset of the host and native figures; null where `origin` says all.
  dataset: Dataset | null;
  /// What made the figures, as text. Default: what the dataset's run says.
  origin?: string;
  /// Sources of published figures, or whom the idea of the chart is owed to.
  credit: string;
  rows: Record<string, unknown>[];
  /// Links to files. Default: the dataset's tables, or none without one.
  files?: string;
  /// HTML above the chart: which mark is whose. Default none.
  legend?: string;
  draw(size: Size, width: number): Drawing;
  table: Table;
}

/// HTML without blank lines, so that Markdown leaves it alone.
export async function renderFigure(figure: Figure): Promise<string> {
  const {id, title, description, kinds, dataset, table} = figure;
  const origin = figure.origin ?? (dataset === null ? "" : provenance(dataset));
  const files = figure.files ?? (dataset === null ? "" : downloads(dataset));
  const wide = specification(figure, "wide");
  const narrow = specification(figure, "narrow");
  const [wideSvg, narrowSvg] = await Promise.all([toSvg(wide), toSvg(narrow)]);
  // Both sizes draw the same rows, which are written once.
  const live = {rows: figure.rows, wide: without(wide, "datasets"), narrow: without(narrow, "datasets")};
  const badges = kinds.map((kind) => `<span class="kind ${kind}">${kind}</span>`).join(" ");
  return [
    `<figure id="${id}" class="figure" aria-labelledby="${id}-title">`,
    `<div class="title" id="${id}-title">${escapeHtml(title)}</div>`,
    figure.legend ?? "",
    `<div class="chart" role="img" aria-label="${escapeHtml(description)}">`,
    `<div class="wide">${wideSvg}</div><div class="narrow">${narrowSvg}</div></div>`,
    `<script type="application/json">${JSON.stringify(live).replace(/</g, "\\u003c")}</script>`,
    `<details><summary>Table</summary>${renderTable(table)}</details>`,
    `<figcaption>${badges} ${escapeHtml(origin)} ${figure.credit} ${files}</figcaption>`,
    "</figure>"
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function specification({draw, rows}: Figure, size: Size): TopLevelSpec {
  const drawing = draw(size, WIDTHS[size]);
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    config: CONFIG,
    data: {name: "rows"},
    datasets: {rows},
    ...drawing
  } as unknown as TopLevelSpec;
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

/// Draws a chart without a browser. The same specification gives the same bytes.
async function toSvg(specification: TopLevelSpec): Promise<string> {
  const view = new vega.View(vega.parse(compile(specification).spec), {renderer: "none"});
  try {
    const svg = await view.toSVG();
    return svg.replace(/\s*\n\s*/g, " ");
  } finally {
    view.finalize();
  }
}

/// Load average for each core from which a machine counts as busy with other work when a run begins.
const BUSY_LOAD = 0.5;

/// What is said of a run, whichever dataset it made.
type Made = Pick<Dataset, "run" | "status" | "origin">;

/// What the run was: machine, day, code, size, and what speaks against it.
export function provenance(dataset: Made): string {
  const {run, origin} = dataset;
  const code =
    run.commit === null ? "no commit" : `commit ${run.commit.slice(0, 8)}${run.dirty ? " with changes" : ""}`;
  const where = origin === "recorded" ? "Recorded" : "Measured on this computer";
  const made =
    `${where} on ${day(run.start)} (${code}; ${run.setting} setting, ${count(run.repetitions, "process restart")} a cell) ` +
    `on ${run.cpu}, ${count(run.cores, "core")}, ${run.platform} ${run.kernel}.`;
  return [made, ...doubts(dataset)].join(" ");
}

/// Whether a run began while its machine did other work.
export const isBusy = ({run}: Pick<Dataset, "run">): boolean => run.load_before / run.cores > BUSY_LOAD;

/// What speaks against a run, in sentences.
function doubts(dataset: Made): string[] {
  const {run, status} = dataset;
  const found = [
    status === "stale" && "The code has changed since.",
    isBusy(dataset) &&
      `The machine was busy with other work when the run began (load ${run.load_before}): doubt its figures.`
  ];
  return found.filter((doubt) => doubt !== false);
}

function downloads({name, run}: Dataset): string {
  const links = Object.keys(run.tables).flatMap((table) =>
    ["parquet", "csv"].map(
      (format) =>
        `<a href="/data/${name}/${table}.${format}" download="${name}-${table}.${format}">${table}.${format}</a>`
    )
  );
  return `<span class="downloads">Download ${links.join(", ")}.</span>`;
}
