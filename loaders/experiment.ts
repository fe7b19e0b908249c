import {join} from "node:path";
import {designs} from "../runtime/designs/index.ts";
import type {Interpreter} from "./interpreters.ts";
import {random, seedFor, shuffled} from "./random.ts";
import {ROOT} from "./root.ts";
import {Program} from "./runner.ts";
import type {DatasetName, Experiment, Lock, SummaryOf, SummaryRow} from "./schema.ts";
import type {Predicted} from "./simulated.ts";
import {type BootstrapOptions, bootstrap, type Interval, median} from "./statistics.ts";
import {CORES, canPin, load1m, stealMs, type Usage} from "./system.ts";

export const SETTINGS = ["quick", "full", "validity"] as const;
export type Setting = (typeof SETTINGS)[number];

/// What every experiment sets for each setting.
export interface Plan {
  /// Process restarts of each cell.
  repetitions: number;
  /// After three repetitions of every cell no other round begins that would end later than this.
  budget_s: number;
  /// Seeds of each cell on the simulated machine, where they are to be fewer.
  predictions?: number;
}

/// A setting that is measured: one process a repetition goes through all `arms`.
export interface Cell<P = unknown> {
  name: string;
  interpreter: Interpreter;
  cores: number;
  arms: number[];
  parameters: P;
  /// The part of the dataset that it belongs to, where parts may be measured apart.
  part?: string;
  /// Process restarts, where they are to be fewer than the plan's.
  repetitions?: number;
}

export type Row = Record<string, string | number | boolean | null>;
/// Rows by the name of their table.
export type Tables = Record<string, Row[]>;

export interface Repetition {
  repetition: number;
  seed: number;
  /// The cell's arms, in an order drawn from the seed.
  arms: number[];
  setting: Setting;
  /// What `calibrate` gave for this interpreter.
  calibration: number;
  /// What `calibrate` gave for CPython with the old lock; null where there is none.
  reference: number | null;
}

export interface ExperimentDefinition<P = unknown, N extends DatasetName = Experiment> {
  name: N;
  /// A sentence for a list.
  title: string;
  /// File name in loaders/programs. Of an experiment of many parts: of the folder of their programs.
  program: string;
  /// What its code is, beyond the program. Default: loaders/NAME.ts and all that it imports.
  code?: Code;
  /// Parts that may be measured apart, each with its own code.
  parts?: Readonly<Record<string, Code>>;
  /// What is measured with unless something else is asked for. Default host and native.
  machines?: readonly string[];
  /// Those of Convoy's designs that are measured on host. Default: the base experiments' three.
  designs?: readonly Lock[];
  /// How many repetitions may run side by side: more than one only where no clock is read. Default 1.
  parallel?: number;
  /// Finds what to measure with. Default: what `machines` names on this computer.
  subjects?(machines: readonly string[]): Promise<Subjects>;
  plans: Record<Setting, Plan & Record<string, unknown>>;
  /// The cells for these interpreters.
  cells(setting: Setting, interpreters: Interpreter[]): Cell<P>[];
  /// Measures what a repetition needs to know of an interpreter.
  calibrate?(interpreter: Interpreter): Promise<number>;
  /// Runs one repetition of a cell in a process of its own.
  measure(cell: Cell<P>, repetition: Repetition): Promise<Tables>;
  /// Estimates over all repetitions.
  summarize(tables: Tables, bootstrap: BootstrapOptions): SummaryOf<N>[];
}

/// Whatever dataset it makes.
export type AnyExperiment = ExperimentDefinition<unknown, DatasetName>;

/// Files whose contents decide whether a run is older than its code.
export interface Code {
  /// In loaders/, with all that it imports.
  loader: string;
  /// In loaders/programs/.
  programs: readonly string[];
}

/// What to measure with, and in words what there is none of.
export interface Subjects {
  interpreters: Interpreter[];
  missing: string[];
}

export const programPath = (program: string): string => join(ROOT, "loaders", "programs", program);

/// The numbers of cores to compare: one (where a process can be kept there) and all; of an interpreter that is predicted, all
/// that its profile's machine had.
export function coreSettings(interpreter?: Interpreter): number[] {
  const {cores} = (interpreter as Partial<Predicted> | undefined)?.profile ?? {cores: CORES};
  const all = cores ?? CORES;
  return canPin || all === 1 || all !== CORES ? [...new Set([all, 1])] : [all];
}

export const coreName = (cores: number): string => (cores === 1 ? "1-core" : `${cores}-cores`);

/// As in "host/timeout" or "native/cpython-2.7.18": the first part of a cell's name.
export function subjectName({machine, design, name}: Interpreter): string {
  return `${machine}/${machine === "host" ? design : name.replace(" ", "-")}`;
}

/// The seed of a repetition and its order of arms, the same whenever it is measured.
export function drawn(
  cell: Cell,
  repetition: number,
  seed: number
): Pick<Repetition, "repetition" | "seed" | "arms"> {
  const own = seedFor(seed, cell.name, repetition);
  return {repetition, seed: own, arms: shuffled(cell.arms, random(own))};
}

/// What an arm tells of itself, with the usage that the program could or could not see.
export type Arm = {columns: Row} & {[K in keyof Usage]: number | null};

/// Starts the cell's program, lets `talk` speak with it, and makes a row of each arm that `talk` gives back.
export async function runCell(
  cell: Cell,
  {repetition, seed}: Repetition,
  program: string,
  args: string[],
  limitMs: number,
  talk: (program: Program) => Promise<Arm[]>
): Promise<Row[]> {
  const started_at = new Date().toISOString();
  const load_1m = load1m();
  const steal = stealMs();
  const {interpreter, cores} = cell;
  const command = [...interpreter.command(cores, seed), programPath(program), ...args];
  const oneCore = interpreter.machine === "native" && cores === 1 && CORES > 1;
  const process = new Program(command, {oneCore, limitMs});
  try {
    const arms = await talk(process);
    const used = await process.finish();
    const steal_ms = steal === null ? null : stealMs()! - steal;
    return arms.map((arm, i) => ({
      ...cellColumns(cell),
      repetition,
      ...arm.columns,
      order: i + 1,
      started_at,
      ...usageColumns(arm, used),
      load_1m,
      steal_ms,
      ...(interpreter.machine === "simulated" ? UNDATED : {}),
      seed
    }));
  } finally {
    process.kill();
  }
}

/// What of a row is the same for all simulated runs: they have no date and no load.
export const UNDATED = {started_at: "1970-01-01T00:00:00.000Z", load_1m: 0, steal_ms: null} as const;

export function cellColumns({name, interpreter, cores}: Cell): Row {
  return {
    cell: name,
    machine: interpreter.machine,
    design: interpreter.design,
    interpreter: interpreter.name,
    cores
  };
}

function usageColumns({cpu_s, voluntary_switches, involuntary_switches}: Arm, whole: Usage | null): Row {
  if (cpu_s === null) {
    const unknown = {cpu_s: null, voluntary_switches: null, involuntary_switches: null};
    return {...(whole ?? unknown), usage_of: "process"};
  }
  return {cpu_s, voluntary_switches, involuntary_switches, usage_of: "arm"};
}

/// The switch and check intervals that a cell runs with, as columns: those of the design where `value` is left out,
/// null where the lock has no such interval.
export function intervals(
  design: string,
  value?: number
): {interval_ms: number | null; check_interval_ticks: number | null} {
  const found = designs.find(({name}) => name === design);
  const {ticks = 0, switchInterval_us = 0} = found ?? {};
  return {
    interval_ms: switchInterval_us > 0 ? (value ?? switchInterval_us / 1000) : null,
    check_interval_ticks: ticks > 0 ? (value ?? ticks) : null
  };
}

/// Whether a row is of the intervals that its lock has by itself.
export function atUsualInterval({design, interval_ms, check_interval_ticks}: Row): boolean {
  const usual = intervals(design as string);
  return interval_ms === usual.interval_ms && check_interval_ticks === usual.check_interval_ticks;
}

/// Rows that agree in `keys`, group by group, in the order of their first row.
export function groups(rows: Row[], keys: string[]): Row[][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(keys.map((k) => row[k]));
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()];
}

/// A summary row of the arm that `row` belongs to. Infinite ends, those beyond a cap, become null.
export function summaryRow(row: Row, metric: string, unit: string, interval: Interval): SummaryRow {
  const finite = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null);
  const parameter = (name: string) => (row[name] ?? null) as never;
  return {
    cell: row.cell as string,
    machine: row.machine as SummaryRow["machine"],
    design: row.design as SummaryRow["design"],
    interpreter: row.interpreter as string,
    cores: row.cores as number,
    work: parameter("work"),
    threads: parameter("threads"),
    main: parameter("main"),
    spinners: parameter("spinners"),
    interval_ms: parameter("interval_ms"),
    check_interval_ticks: parameter("check_interval_ticks"),
    metric,
    unit,
    estimate: finite(interval.estimate),
    low: finite(interval.low),
    high: finite(interval.high),
    level: interval.level,
    repetitions: interval.repetitions
  };
}

/// The median of a column over the repetitions of one arm.
export function medianOf(rows: Row[], column: string, unit: string, options: BootstrapOptions): SummaryRow {
  const values = rows.map((row) => row[column] as number);
  return summaryRow(rows[0], column, unit, bootstrap(values, median, options));
}
