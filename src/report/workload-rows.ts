/// Picking rows of the datasets of workloads, and saying whose they are.

import type {Dataset, SummaryRow, WorkloadSummary} from "../../loaders/schema.ts";
import type {Dot} from "./dots.ts";
import type {MarkKind} from "./families.ts";
import {type Figure, provenance, renderFigure} from "./figure.ts";
import {usualInterval} from "./select.ts";
import {count, day, duration, type Estimated, figure, interval, list} from "./words.ts";

/// Both datasets of workloads; null where there is none.
export interface WorkloadRuns {
  /// host: every design; native: every interpreter found.
  measured: Dataset<"workloads"> | null;
  /// Every design with the costs of one interpreter, and each interpreter that has a profile with its own lock.
  simulated: Dataset<"workloads-simulated"> | null;
}

/// The interpreter whose costs every design is simulated with.
const COSTS = "cpython 3.11.7";
/// Cores of the simulated machine, where a page does not say.
const CORES = 2;

/// What to pick. Without `intervals`, only rows with the intervals that nobody set.
export interface Wanted extends Partial<Pick<WorkloadSummary, "variant" | "threads" | "design" | "cores">> {
  workload: string;
  metric: string;
  /// Default: those that hold unless a program sets others.
  intervals?: "usual" | "all";
}

/// Rows of both datasets: of the simulated ones, those with the usual number of cores; of measured ones, those on all cores.
export function pick({measured, simulated}: WorkloadRuns, wanted: Wanted): WorkloadSummary[] {
  return [...picked(measured, wanted, measured?.run.cores ?? 0), ...picked(simulated, wanted, CORES)].sort(
    (a, b) => KINDS.indexOf(a.machine) - KINDS.indexOf(b.machine)
  );
}

const KINDS: readonly MarkKind[] = ["native", "host", "simulated"];

function picked(
  dataset: {summary: WorkloadSummary[]} | null,
  {intervals = "usual", ...columns}: Wanted,
  cores: number
): WorkloadSummary[] {
  const wanted = Object.entries({cores, ...columns}).filter(([, value]) => value !== undefined);
  return (dataset?.summary ?? []).filter(
    (row) =>
      wanted.every(([name, value]) => row[name as keyof WorkloadSummary] === value) &&
      (intervals === "all" || hasUsualIntervals(row))
  );
}

/// A design may have another check interval than CPython's 100 ticks by itself.
const hasUsualIntervals = (row: WorkloadSummary): boolean =>
  usualInterval({...row, check_interval_ticks: row.design === "pypy" ? null : row.check_interval_ticks});

/// Whether a simulated row is of the sweep of all designs with the same costs.
const isSweep = ({interpreter}: WorkloadSummary): boolean => interpreter === COSTS;

/// The label of a row in a chart: a design for ours, name and version for a real interpreter or its prediction.
export function nameOf(row: WorkloadSummary): string {
  if (row.machine === "host" || (row.machine === "simulated" && isSweep(row))) return row.design;
  return interpreterName(row.interpreter);
}

export const interpreterName = (interpreter: string): string =>
  interpreter
    .replace(/^cpython\b/, "CPython")
    .replace(/^pypy\b/, "PyPy")
    .replace(/^jython\b/, "Jython");

/// Whose figure it is, in prose.
export function whose(row: WorkloadSummary): string {
  if (row.machine === "native") return interpreterName(row.interpreter);
  const what =
    isSweep(row) || row.machine === "host" ? `\`${row.design}\`` : interpreterName(row.interpreter);
  return row.machine === "host" ? `Convoy's ${what}` : `the simulated ${what}`;
}

/// Every figure with its interval and whose it is; "not measured yet" for none.
export function told(
  rows: readonly WorkloadSummary[],
  say: (row: WorkloadSummary) => string = valued
): string {
  return list(rows.map((row) => `${say(row)} in ${whose(row)}`)) || "not measured yet";
}

/// The range of figures for each lock and kind of interpreter, as in "94.1 to 104 in 7 versions of CPython and 98.0 in
/// Convoy's `timeout`"; "not measured yet" for none. `say` turns an estimate into words.
export function spread(
  rows: readonly WorkloadSummary[],
  say: (row: WorkloadSummary) => string = plain
): string {
  const groups = new Map<string, WorkloadSummary[]>();
  for (const row of rows.filter(({estimate}) => estimate !== null)) {
    const implementation = interpreterName(row.interpreter).split(" ")[0];
    const key = row.machine === "native" ? `${implementation} ${row.design}` : whose(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const said = [...groups.values()].map((group) => {
    const sorted = [...group].sort((a, b) => a.estimate! - b.estimate!);
    const [least, most] = [say(sorted[0]), say(sorted[sorted.length - 1])];
    const [implementation] = interpreterName(sorted[0].interpreter).split(" ");
    const subject = sorted.length === 1 ? whose(sorted[0]) : `${sorted.length} versions of ${implementation}`;
    return `${least === most ? most : `${least} to ${most}`} in ${subject}`;
  });
  return list(said) || "not measured yet";
}

/// A figure of one row, with its unit and no interval.
export function plain({estimate, unit}: WorkloadSummary): string {
  if (unit === "us" || unit === "µs") return duration(estimate);
  const known = UNITS[unit] ?? (unit === "" ? "" : ` ${unit}`);
  return estimate === null ? "beyond the cap" : `${figure(estimate)}${known}`;
}

const UNITS: Record<string, string> = {"requests/s": " a second", ratio: "", share: ""};

/// The same with its interval.
export function valued(row: WorkloadSummary & Estimated): string {
  const {low, high, unit} = row;
  if (unit === "us" || unit === "µs") return `${plain(row)} (${ends(low)} to ${ends(high)})`;
  return `${plain(row)} (${interval(low, high)})`;
}

const ends = (us: number | null): string => (us === null ? "beyond the cap" : duration(us));

/// Dots of a panel. Rows without a value are left out.
export function dotsOf(rows: readonly WorkloadSummary[], panel: string, scale: "log" | "linear"): Dot[] {
  return rows.flatMap((row) => {
    const {estimate, low, high} = row;
    if (estimate === null || (scale === "log" && estimate <= 0)) return [];
    const least = scale === "log" && low !== null && low <= 0 ? estimate : low;
    return [
      {
        row: nameOf(row),
        design: row.design,
        kind: row.machine,
        panel,
        value: estimate,
        low: least ?? estimate,
        high: high ?? estimate,
        shown: valued(row)
      }
    ];
  });
}

/// Labels from the best down, by the first kind of figure that each has: measured before simulated.
export function ranked(dots: readonly Dot[], better: "more" | "less"): string[] {
  const best = new Map<string, number>();
  for (const kind of ["native", "host", "simulated"])
    for (const dot of dots) if (dot.kind === kind && !best.has(dot.row)) best.set(dot.row, dot.value);
  const sign = better === "more" ? -1 : 1;
  return [...best].sort(([, a], [, b]) => sign * (a - b)).map(([name]) => name);
}

/// What a figure of both datasets says of where it comes from.
export function sources(
  runs: WorkloadRuns,
  kinds: readonly MarkKind[]
): Pick<Figure, "dataset" | "origin" | "files"> {
  const measured = kinds.includes("host") || kinds.includes("native") ? runs.measured : null;
  const simulated = kinds.includes("simulated") ? runs.simulated : null;
  return {
    dataset: null,
    origin: [
      ...(measured === null ? [] : [provenance(measured)]),
      ...(simulated === null ? [] : [simulatedOrigin(simulated)])
    ].join(" "),
    files: downloads([measured, simulated].flatMap((run) => (run === null ? [] : [run.name])))
  };
}

function simulatedOrigin({run, status}: Dataset<"workloads-simulated">): string {
  const commit = run.commit === null ? "no commit" : `commit ${run.commit.slice(0, 8)}`;
  const stale = status === "stale" ? " The code has changed since." : "";
  return (
    `Simulated on ${day(run.start)} (${commit}; ${count(run.repetitions, "seed")} a cell) with the costs of ${interpreterName(COSTS)}; ` +
    `the same on every computer.${stale}`
  );
}

function downloads(names: readonly string[]): string {
  const links = names.flatMap((name) =>
    ["parquet", "csv"].map(
      (format) =>
        `<a href="/data/${name}/rows.${format}" download="${name}-rows.${format}">${name}/rows.${format}</a>`
    )
  );
  return links.length === 0 ? "" : `<span class="downloads">Download ${links.join(", ")}.</span>`;
}

/// Rows of a base experiment's summary, for charts of workloads.
export const fromBase = ({name, summary}: Dataset): (WorkloadSummary & SummaryRow)[] =>
  summary.map((row) => ({...row, workload: name, variant: ""}) as WorkloadSummary & SummaryRow);

/// The same as `sources`, of a base experiment.
export const originOf = (base: Dataset): Pick<Figure, "dataset" | "origin" | "files"> => ({dataset: base});

/// What a page says in place of a figure that nothing was measured for.
export function missing(workloads: readonly string[], {measured, simulated}: WorkloadRuns): string {
  const names = list(workloads.map((name) => `\`${name}\``));
  if (measured === null && simulated === null)
    return `_No run of ${names} is recorded yet: \`npx convoy data workloads workloads-simulated\` makes them._`;
  return `_The recorded runs have no figures of ${names}._`;
}

/// The figure, or what is missing when it would be empty.
export const figureOr = (figure: Figure | null, otherwise: string): Promise<string> =>
  figure === null ? Promise.resolve(otherwise) : renderFigure(figure);
