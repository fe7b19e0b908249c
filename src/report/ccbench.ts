/// The tables that ccbench prints, for every interpreter and design that ran it, beside a published run.

import type {WorkloadSummary} from "../../loaders/schema.ts";
import {type Published, publishedFigure} from "./select.ts";
import {renderTable} from "./table.ts";
import {figure} from "./words.ts";
import {nameOf, pick, type WorkloadRuns} from "./workload-rows.ts";

const SHOWN = ["tick", "timeout-without-forced-switching", "timeout", "timeout-with-priority-requests"];

/// Real interpreters, then the stages of the new lock.
const rowsOf = (runs: WorkloadRuns, wanted: Parameters<typeof pick>[1]): WorkloadSummary[] =>
  pick(runs, wanted).filter(({machine, design}) => machine === "native" || SHOWN.includes(design));

const PUBLISHED = "CPython 3.11.0a1 (2021)";
const TASKS: readonly [variant: string, title: string, first: number | null][] = [
  ["pidigits", "pi in Python: short bytecodes, the lock is kept", 1],
  ["sorting", "sorting: long bytecodes, the lock is kept", null],
  ["compressing", "compressing: the lock is given up", 9]
];
const THREADS = [1, 2, 4];

const numbered = (n: number): string => `ccbench-2021-${String(n).padStart(2, "0")}`;

interface Line {
  name: string;
  kind: string;
  cells: string[];
}

/// A line for each subject, a column for each number of threads; null for none.
function table(caption: string, threads: readonly number[], lines: readonly Line[]): string | null {
  if (lines.every(({kind}) => kind === "published")) return null;
  return renderTable({
    caption,
    columns: [
      {title: "who"},
      {title: "kind"},
      ...threads.map((k) => ({title: `${k} ${k === 1 ? "thread" : "threads"}`, numeric: true}))
    ],
    rows: lines.map(({name, kind, cells}) => [name, kind, ...cells])
  });
}

/// A line for each subject of a metric: what `say` makes of its rows by number of threads.
function lines(
  runs: WorkloadRuns,
  wanted: Parameters<typeof pick>[1],
  threads: readonly number[],
  say: (own: ReadonlyMap<number, WorkloadSummary>, k: number) => string
): Line[] {
  const all = rowsOf(runs, wanted);
  return [...new Set(all.map(({cell}) => cell))].map((cell) => {
    const rows = all.filter((row) => row.cell === cell);
    const own = new Map(rows.map((row) => [row.threads, row]));
    return {name: nameOf(rows[0]), kind: rows[0].machine, cells: threads.map((k) => say(own, k))};
  });
}

/// Iterations a second, and per cent of those with one thread.
function share(own: ReadonlyMap<number, number>, k: number): string {
  const [one, value] = [own.get(1), own.get(k)];
  if (value === undefined) return "–";
  return k === 1 || !one ? figure(value) : `${figure(value)} (${Math.round((100 * value) / one)} %)`;
}

const estimates = (own: ReadonlyMap<number, WorkloadSummary>): Map<number, number> =>
  new Map([...own].flatMap(([k, {estimate}]) => (estimate === null ? [] : [[k, estimate] as const])));

export function ccbenchThroughput(runs: WorkloadRuns, published: Published): string | null {
  const tables = TASKS.map(([variant, title, first]) => {
    const theirs = (first === null ? [] : [first]).map((n) => {
      const own = new Map(
        THREADS.map((k) => [k, Number(publishedFigure(published, numbered(n + k - 1)).value)])
      );
      return {name: PUBLISHED, kind: "published", cells: THREADS.map((k) => share(own, k))};
    });
    const wanted = {workload: "ccbench-throughput", variant, metric: "iterations_per_s"};
    return table(`Throughput, iterations a second: ${title}`, THREADS, [
      ...theirs,
      ...lines(runs, wanted, THREADS, (own, k) => share(estimates(own), k))
    ]);
  });
  return tables.every((one) => one === null) ? null : tables.filter((one) => one !== null).join("\n");
}

const BESIDE = [0, 1, 2, 4];

export function ccbenchLatency(runs: WorkloadRuns, published: Published): string | null {
  const theirs = BESIDE.map((k) => publishedFigure(published, numbered(13 + k)));
  const deviation = (note: string) => /std dev (\d+) ms/.exec(note)?.[1];
  const wanted = {workload: "ccbench-latency", metric: "latency_us_mean"};
  const deviations = new Map(
    rowsOf(runs, {...wanted, metric: "latency_us_sd"}).map((row) => [
      `${row.cell} ${row.threads}`,
      row.estimate
    ])
  );
  const ms = (us: number | null | undefined) => figure(us === null || us === undefined ? null : us / 1000);
  return table(
    "Latency of a datagram beside threads that compute pi, mean in ms (standard deviation)",
    BESIDE,
    [
      {
        name: PUBLISHED,
        kind: "published",
        cells: theirs.map(({value, note}) =>
          deviation(note) === undefined ? value : `${value} (${deviation(note)})`
        )
      },
      ...lines(runs, wanted, BESIDE, (own, k) => {
        const row = own.get(k);
        return row === undefined ? "–" : `${ms(row.estimate)} (${ms(deviations.get(`${row.cell} ${k}`))})`;
      })
    ]
  );
}

export function ccbenchBandwidth(runs: WorkloadRuns): string | null {
  const wanted = {workload: "ccbench-bandwidth", metric: "requests_per_s"};
  return table(
    "Datagrams there and back in a second beside threads that compute pi",
    BESIDE,
    lines(runs, wanted, BESIDE, (own, k) => {
      const [alone, row] = [own.get(0)?.estimate, own.get(k)];
      if (row?.estimate === null || row?.estimate === undefined) return "–";
      return k === 0 || !alone
        ? figure(row.estimate)
        : `${figure(row.estimate)} (${Math.round((100 * row.estimate) / alone)} %)`;
    })
  );
}
