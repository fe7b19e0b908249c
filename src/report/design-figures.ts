/// The figures by which pages compare designs: the same workloads for each of them.

import type {Dataset, SummaryRow} from "../../loaders/schema.ts";
import {usualInterval} from "./select.ts";
import {renderTable} from "./table.ts";
import {figure, interval} from "./words.ts";
import type {WorkloadFigure} from "./workloads.ts";

export interface DesignFigure {
  id: string;
  /// For the head of a table.
  title: string;
  workload: string;
  variant?: string;
  metric: string;
  threads: number;
}

/// Costs and cores with which designs are compared on the simulated machine.
export const COMPARED = {interpreter: "cpython 3.11.7", cores: 2};

export const DESIGN_FIGURES: readonly DesignFigure[] = [
  {
    id: "echo",
    title: "UDP echo beside one spinning thread, requests/s",
    workload: "echo-udp",
    metric: "requests_per_s",
    threads: 1
  },
  {
    id: "count",
    title: "two counting threads, times the time of one",
    workload: "count-2010",
    metric: "slowdown_ratio",
    threads: 2
  },
  {
    id: "cpued",
    title: "cpued: what the two honest threads get of the CPU, share",
    workload: "cpued",
    metric: "honest_share",
    threads: 2
  }
];

/// What there is of a figure: the simulated one, which there is for all designs alike, or that of this computer.
export function figureOf(
  figures: readonly WorkloadFigure[],
  design: string,
  {workload, variant, metric, threads}: DesignFigure
): WorkloadFigure | null {
  const fitting = figures.filter(
    (row) =>
      row.design === design &&
      row.workload === workload &&
      row.metric === metric &&
      row.threads === threads &&
      row.estimate !== null &&
      (variant === undefined || row.variant === variant) &&
      usualInterval(row)
  );
  const simulated = fitting.find(
    (row) =>
      row.machine === "simulated" && row.interpreter === COMPARED.interpreter && row.cores === COMPARED.cores
  );
  return simulated ?? fitting.find(({machine, cores}) => machine === "host" && cores !== 1) ?? null;
}

export const NOT_MEASURED = "not measured";

/// As in "1,230 (1,200 to 1,260), simulated".
export function sayFigure(row: WorkloadFigure | null): string {
  if (row === null) return NOT_MEASURED;
  const range = row.low === row.high ? "" : ` (${interval(row.low, row.high)})`;
  return `${figure(row.estimate)}${range}, ${row.machine}`;
}

/// A row for each design, a column for each figure. `links`: where the designs' names lead.
export function figureTable(
  figures: readonly WorkloadFigure[],
  designs: readonly string[],
  caption: string,
  columns: readonly DesignFigure[] = DESIGN_FIGURES
): string {
  return renderTable({
    caption,
    columns: [{title: "design"}, ...columns.map(({title}) => ({title, numeric: true}))],
    rows: designs.map((design) => [
      design,
      ...columns.map((column) => sayFigure(figureOf(figures, design, column)))
    ]),
    links: designs.map((design) => `/designs#${design}`)
  });
}

/// What the base experiments measured on this computer, in the form of the workloads': their programs are of the same kind.
export function baseFigures(runs: readonly Dataset[]): WorkloadFigure[] {
  const rowsOf = (name: string) => runs.find((run) => run.name === name)?.summary ?? [];
  const as = (row: SummaryRow, workload: string, threads: number | null): WorkloadFigure[] =>
    threads === null ? [] : [{...row, workload, variant: null, threads}];
  return [
    ...rowsOf("io-priority").flatMap((row) => as(row, "echo-udp", row.spinners)),
    ...rowsOf("contention")
      .filter(({work}) => work === "split")
      .flatMap((row) => as(row, "count-2010", row.threads))
  ];
}
