/// Estimates over repetitions, and the ratios that the workloads declare.
import {groups, type Row, type Tables} from "../experiment.ts";
import type {WorkloadSummary} from "../schema.ts";
import {type BootstrapOptions, bootstrap, type Interval, median, ratioOfMedians} from "../statistics.ts";
import {metricOf, type Ratio, type Workload} from "./workload.ts";

/// The median of each metric of each arm, then its ratios. Metrics that no repetition has a value of are left out.
export function summarizeWorkloads(
  workloads: readonly Workload[],
  tables: Tables,
  options: BootstrapOptions
): WorkloadSummary[] {
  const arms = groups(tables.rows, ["cell", "threads", "metric"]);
  const byKey = new Map(arms.map((rows) => [keyOf(rows[0], {}), rows]));
  const find = (row: Row, other: Partial<Row>) => byKey.get(keyOf(row, other)) ?? null;
  const byWorkload = new Map(workloads.map((workload) => [workload.name, workload]));
  return groups(tables.rows, ["cell", "threads"]).flatMap((arm) => {
    const workload = byWorkload.get(arm[0].workload as string);
    const metrics = groups(arm, ["metric"]).flatMap((rows) => medianRow(rows, options));
    const ratios = (workload?.ratios ?? []).flatMap((ratio) =>
      ratioRow(workload!, ratio, find(arm[0], {metric: ratio.of}), find, tables.rows, options)
    );
    return [...metrics, ...ratios];
  });
}

type Find = (row: Row, other: Partial<Row>) => Row[] | null;

/// An arm's metric, wherever it was measured: the cell's name but for the variant, which is asked for by its own.
function keyOf(row: Row, other: Partial<Row>): string {
  const of = (name: string) => other[name] ?? row[name];
  const names = ["machine", "design", "interpreter", "cores", "workload", "variant", "threads", "metric"];
  return JSON.stringify(names.map(of));
}

const valuesOf = (rows: readonly Row[]): number[] =>
  rows.map(({value}) => value).filter((value) => value !== null) as number[];

function medianRow(rows: Row[], options: BootstrapOptions): WorkloadSummary[] {
  const values = valuesOf(rows);
  if (values.length === 0) return [];
  const {metric, unit} = rows[0];
  return [summaryRow(rows[0], metric as string, unit as string, bootstrap(values, median, options))];
}

function ratioRow(
  workload: Workload,
  ratio: Ratio,
  rows: Row[] | null,
  find: Find,
  all: Row[],
  options: BootstrapOptions
): WorkloadSummary[] {
  if (rows === null) return [];
  const more = metricOf(workload, ratio.of).better === "more";
  const interval =
    ratio.against === "fewest"
      ? againstFewest(rows, fewest(rows[0], all, find, ratio.of), more, options)
      : againstVariant(rows, find(rows[0], {variant: ratio.against.variant}), more, options);
  return interval === null ? [] : [summaryRow(rows[0], ratio.name, "", interval)];
}

/// The arm of the same cell with the fewest threads; null for that arm itself.
function fewest(row: Row, all: Row[], find: Find, metric: string): Row[] | null {
  const threads = all.filter(({cell}) => cell === row.cell).map((other) => other.threads as number);
  const least = Math.min(...threads);
  return least === row.threads ? null : find(row, {threads: least, metric});
}

function againstFewest(
  rows: Row[],
  base: Row[] | null,
  more: boolean,
  options: BootstrapOptions
): Interval | null {
  if (base === null) return null;
  const ratios = rows.flatMap(({repetition, value}) => {
    const other = base.find((row) => row.repetition === repetition)?.value ?? null;
    return value === null || other === null ? [] : [worse(value as number, other as number, more)];
  });
  return ratios.length === 0 ? null : bootstrap(ratios, median, options);
}

function againstVariant(
  rows: Row[],
  base: Row[] | null,
  more: boolean,
  options: BootstrapOptions
): Interval | null {
  if (base === null || base[0].variant === rows[0].variant) return null;
  const [own, other] = [valuesOf(rows), valuesOf(base)];
  if (own.length === 0 || other.length === 0) return null;
  return more ? ratioOfMedians(other, own, options) : ratioOfMedians(own, other, options);
}

const worse = (value: number, base: number, more: boolean): number => (more ? base / value : value / base);

function summaryRow(row: Row, metric: string, unit: string, interval: Interval): WorkloadSummary {
  const finite = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null);
  return {
    cell: row.cell,
    machine: row.machine,
    design: row.design,
    interpreter: row.interpreter,
    cores: row.cores,
    workload: row.workload,
    variant: row.variant,
    threads: row.threads,
    interval_ms: row.interval_ms,
    check_interval_ticks: row.check_interval_ticks,
    metric,
    unit,
    estimate: finite(interval.estimate),
    low: finite(interval.low),
    high: finite(interval.high),
    level: interval.level,
    repetitions: interval.repetitions
  } as WorkloadSummary;
}
