/// Invented datasets in the shape of real ones, so that pages can be tested without measuring. Never published.

import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {datapackage} from "../../loaders/datapackage.ts";
import {
  type Cell,
  cellColumns,
  type ExperimentDefinition,
  intervals,
  type Row,
  type Tables
} from "../../loaders/experiment.ts";
import {experiments} from "../../loaders/experiments.ts";
import type {Interpreter} from "../../loaders/interpreters.ts";
import {fraction, random, seedFor} from "../../loaders/random.ts";
import {DESIGNS, type Design, type Machine, type Run, TABLES} from "../../loaders/schema.ts";
import {latencyBin} from "../../loaders/statistics.ts";
import {writeTable} from "../../loaders/tables.ts";

const REPETITIONS = 5;
const BOOTSTRAP = {method: "percentile", resamples: 200, level: 0.95, seed: 1};

const subject = (machine: Machine, design: Design, name: string): Interpreter => ({
  machine,
  design,
  name,
  version: name.split(" ")[1],
  command: () => ["invented"]
});

const SUBJECTS = [
  ...DESIGNS.map((design) => subject("host", design, "convoy 0.0.0")),
  subject("native", "tick", "cpython 2.7.0"),
  subject("native", "timeout", "cpython 3.11.0")
];

/// Writes invented runs of all experiments into `folder`, which can then be named in CONVOY_DATA.
export async function writeFixture(folder: string): Promise<void> {
  await writeRun(folder, experiments.contention, contentionTables);
  await writeRun(folder, experiments["io-priority"], ioTables);
  await writeRun(folder, experiments["signal-latency"], signalTables);
}

type Invent = (cell: Cell, repetition: number, noise: () => number) => Tables;

async function writeRun(parent: string, experiment: ExperimentDefinition, invent: Invent): Promise<void> {
  const cells = experiment.cells("quick", SUBJECTS);
  const schema = TABLES[experiment.name];
  const tables: Tables = Object.fromEntries(Object.keys(schema).map((name) => [name, [] as Row[]]));
  for (const cell of cells) {
    for (let repetition = 1; repetition <= REPETITIONS; repetition++) {
      const next = fraction(random(seedFor(1, cell.name, repetition)));
      const noise = () => 0.85 + 0.3 * next();
      for (const [name, rows] of Object.entries(invent(cell, repetition, noise))) tables[name].push(...rows);
    }
  }
  const folder = join(parent, experiment.name);
  mkdirSync(folder, {recursive: true});
  for (const [name, columns] of Object.entries(schema)) await writeTable(folder, name, columns, tables[name]);
  const run = runOf(experiment, cells, tables);
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  json("run.json", run);
  json("summary.json", experiment.summarize(tables, BOOTSTRAP));
  json("datapackage.json", datapackage(folder, run, schema));
}

function runOf(experiment: ExperimentDefinition, cells: Cell[], tables: Tables): Run {
  return {
    experiment: experiment.name,
    title: experiment.title,
    setting: "quick",
    freshness: "invented",
    code: "invented",
    command: `npx convoy data ${experiment.name}`,
    program: {path: `loaders/programs/${experiment.program}`, sha256: "0".repeat(64)},
    designs: [...DESIGNS],
    machines: ["host", "native"],
    interpreters: SUBJECTS.map(({name, version, machine, design}) => ({name, version, machine, design})),
    missing: [],
    parameters: {...experiment.plans.quick},
    cells: cells.map((cell) => cell.name),
    repetitions: REPETITIONS,
    seed: 1,
    bootstrap: BOOTSTRAP,
    commit: "0123456789abcdef0123456789abcdef01234567",
    dirty: false,
    lockfile_sha256: "0".repeat(64),
    node: "v20.0.0",
    platform: "linux-x64",
    kernel: "0.0.0",
    cpu: "Invented processor",
    cores: 2,
    memory_gb: 4,
    load_before: 0.1,
    load_after: 0.9,
    clock_resolution_ns: 30,
    steal_ms: 0,
    start: "2026-01-01T00:00:00.000Z",
    end: "2026-01-01T00:01:00.000Z",
    sittings: 1,
    tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]))
  };
}

const round = (value: number): number => Number(value.toPrecision(6));

function context(order: number): Row {
  return {
    order,
    started_at: "2026-01-01T00:00:00.000Z",
    cpu_s: 0.1,
    voluntary_switches: 1000 * order,
    involuntary_switches: 10 * order,
    usage_of: "arm",
    load_1m: 0.5,
    steal_ms: 0,
    seed: 1
  };
}

function contentionTables(cell: Cell, repetition: number, noise: () => number): Tables {
  const {work} = cell.parameters as {work: "fixed" | "split"};
  const {design} = cell.interpreter;
  const slow = design === "timeout" ? 0.04 : cell.cores === 1 ? 0.1 : 0.5;
  const rows = cell.arms.map((threads, i) => {
    const ratio = threads === 1 ? 1 : round((1 + slow * Math.sqrt(threads - 1)) * noise());
    const total = work === "fixed" ? 1_000_000 * Math.max(2, threads) : 1_000_000;
    return {
      ...cellColumns(cell),
      ...intervals(design),
      work,
      mode: threads === 1 ? "sequential" : "threaded",
      threads,
      repetition,
      iterations: 1_000_000,
      iterations_total: total,
      wall_s: round(total * 40e-9 * ratio),
      wall_ns_per_iteration: round(40 * ratio),
      slowdown_ratio: ratio,
      check_ns: design === "timeout" ? 40 : 1333,
      start_ms: 1,
      ...context(i + 1)
    };
  });
  return {rows};
}

function ioTables(cell: Cell, repetition: number, noise: () => number): Tables {
  const {design} = cell.interpreter;
  const {interval_ms, check_interval_ticks} = cell.parameters as ReturnType<typeof intervals>;
  const common = {...cellColumns(cell), interval_ms, check_interval_ticks};
  const rows: Row[] = [];
  const latencies: Row[] = [];
  cell.arms.forEach((spinners, i) => {
    const quantum_us = design === "timeout" ? 2000 * (interval_ms ?? 5) * spinners : 40 * spinners;
    const us = (70 + quantum_us) * noise();
    rows.push({
      ...common,
      spinners,
      repetition,
      duration_s: 0.3,
      requests: Math.round(3e5 / us),
      lost: 0,
      timeout_ms: 1000,
      requests_per_s: round(1e6 / us),
      latency_us_p50: round(us),
      latency_us_p90: round(us * 1.5),
      latency_us_p99: round(us * 2),
      latency_us_max: round(us * 3),
      ...context(i + 1)
    });
    for (const [factor, requests] of [
      [0.8, 5],
      [1, 50],
      [1.2, 30],
      [1.6, 14],
      [2.5, 1]
    ]) {
      latencies.push({...common, spinners, repetition, latency_us: latencyBin(us * factor), requests});
    }
  });
  return {rows, latencies};
}

const SIGNALS = 6;

function signalTables(cell: Cell, repetition: number, noise: () => number): Tables {
  const {main} = cell.parameters as {main: "busy" | "sleeping" | "joining"};
  const {design} = cell.interpreter;
  const common = {...cellColumns(cell), ...intervals(design), main};
  const rows: Row[] = [];
  const latencies: Row[] = [];
  cell.arms.forEach((spinners, i) => {
    const lost = design !== "timeout" && main === "joining";
    const wait_us = design === "timeout" && spinners > 0 ? 3000 * spinners : 90;
    const sent = lost ? 1 : SIGNALS;
    const delays = Array.from({length: sent}, () => round(lost ? 250_000 : wait_us * noise()));
    const sorted = [...delays].sort((a, b) => a - b);
    rows.push({
      ...common,
      spinners,
      repetition,
      signals: sent,
      censored: lost ? 1 : 0,
      cap_ms: 250,
      latency_us_p50: lost ? null : sorted[Math.floor(sent / 2)],
      latency_us_p90: lost ? null : sorted[sent - 1],
      latency_us_max: lost ? null : sorted[sent - 1],
      method: design === "tick" ? "realtime" : "monotonic",
      clock_error_us: 0,
      ...context(i + 1)
    });
    delays.forEach((latency_us, n) => {
      latencies.push({...common, spinners, repetition, signal: n + 1, latency_us, censored: lost});
    });
  });
  return {rows, latencies};
}
