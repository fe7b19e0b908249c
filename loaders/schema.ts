/// What every dataset holds: its tables, their columns, and the shape of the files that stand beside them.
///
/// A dataset NAME is a folder with
///   rows.csv, rows.parquet            one row for each arm of each repetition
///   latencies.csv, latencies.parquet  the whole distribution (datasets with a `latencies` table)
///   summary.json                      SummaryRow[]: estimates with bootstrap intervals over repetitions
///   run.json                          Run: what made it
///   datapackage.json                  Frictionless description, made from this file
/// and, for the page, NAME.duckdb with the tables `rows`, `latencies` (where there is one) and `summary`.
///
/// Words: a *cell* is a named setting of machine, interpreter and parameters. A *repetition* of a cell is one process,
/// started for it alone. In it the program goes through its *arms* (numbers of threads), in an order drawn from the seed.

/// The base experiments, each with columns of its own; they are measured unless others are named.
export const EXPERIMENTS = ["contention", "io-priority", "signal-latency"] as const;
export type Experiment = (typeof EXPERIMENTS)[number];

/// All workloads on this computer, and on the simulated machine: long tables of one form.
export const WORKLOAD_DATASETS = ["workloads", "workloads-simulated"] as const;
export type WorkloadDataset = (typeof WORKLOAD_DATASETS)[number];

export const DATASETS = [...EXPERIMENTS, ...WORKLOAD_DATASETS] as const;
export type DatasetName = (typeof DATASETS)[number];

/// Where a figure comes from. `host`: Convoy on this machine's threads. `native`: a real interpreter on this machine.
/// `simulated`: Convoy on virtual cores, with the costs that were measured of the interpreter that the row names.
export const MACHINES = ["host", "native", "simulated"] as const;
export type Machine = (typeof MACHINES)[number];

/// The designs of the base experiments: those that CPython has or had.
export const DESIGNS = ["tick", "tick-condition", "timeout"] as const;
export type Design = (typeof DESIGNS)[number];

/// All of runtime/designs, in its order.
export const ALL_DESIGNS = [
  ...DESIGNS,
  "timeout-before-3.9",
  "timeout-without-forced-switching",
  "timeout-with-priority-requests",
  "backport-2.7",
  "priority",
  "interactive",
  "bfs",
  "no-release-when-ready",
  "priority-no-release",
  "interactive-no-release",
  "roundrobin",
  "levels",
  "fair",
  "holy",
  "pypy",
  "turns"
] as const;

/// How an interpreter shares its objects: a design of Convoy, or what a real interpreter has that Convoy does not.
export const LOCKS = [...ALL_DESIGNS, "free-threaded", "jython"] as const;
export type Lock = (typeof LOCKS)[number];

export interface Column {
  name: string;
  type: "string" | "integer" | "number" | "boolean" | "datetime";
  /// SI symbol or a counted noun; "" when the value has no unit.
  unit: string;
  description: string;
  /// The allowed values of a closed set.
  values?: readonly string[];
  /// Whether a value may be missing. An empty CSV field, NULL in Parquet and DuckDB, null here.
  nullable?: true;
}

type Value<T> = T extends "string" | "datetime" ? string : T extends "boolean" ? boolean : number;
type Cell<C extends Column> =
  | (C extends {values: readonly (infer V)[]} ? V : Value<C["type"]>)
  | (C extends {nullable: true} ? null : never);
export type RowOf<T extends readonly Column[]> = {[C in T[number] as C["name"]]: Cell<C>};

const CELL = [
  {name: "cell", type: "string", unit: "", description: "Name of the cell, unique in its dataset"},
  {
    name: "machine",
    type: "string",
    unit: "",
    values: MACHINES,
    description:
      "host: Convoy on real threads; native: a real interpreter found on the same computer; simulated: a prediction of one"
  },
  {
    name: "design",
    type: "string",
    unit: "",
    values: LOCKS,
    description: "The lock: the design that Convoy ran, or what this version of the interpreter has"
  },
  {
    name: "interpreter",
    type: "string",
    unit: "",
    description: "Name and version, as in cpython 3.11.7 or convoy 0.1.0"
  },
  {
    name: "cores",
    type: "integer",
    unit: "cores",
    description: "Processor cores that the process was allowed to use"
  }
] as const satisfies readonly Column[];

const REPETITION = [
  {name: "repetition", type: "integer", unit: "", description: "Number of the process restart, from 1"}
] as const satisfies readonly Column[];

const INTERVALS = [
  {
    name: "interval_ms",
    type: "number",
    unit: "ms",
    nullable: true,
    description: "Switch interval under timeout; empty under the other designs"
  },
  {
    name: "check_interval_ticks",
    type: "integer",
    unit: "ticks",
    nullable: true,
    description: "Check interval under tick and tick-condition; empty under timeout"
  }
] as const satisfies readonly Column[];

const PLACE = [
  {name: "order", type: "integer", unit: "", description: "Place of this arm in its process, from 1"},
  {name: "started_at", type: "datetime", unit: "", description: "When the process was started, UTC"}
] as const satisfies readonly Column[];

const USAGE = [
  {name: "cpu_s", type: "number", unit: "s", nullable: true, description: "User and system CPU time used"},
  {
    name: "voluntary_switches",
    type: "integer",
    unit: "switches",
    nullable: true,
    description: "Context switches because a thread waited"
  },
  {
    name: "involuntary_switches",
    type: "integer",
    unit: "switches",
    nullable: true,
    description: "Context switches because the system took the core away"
  },
  {
    name: "usage_of",
    type: "string",
    unit: "",
    values: ["arm", "process"],
    description: "What cpu_s and the switches cover: this arm, or all arms and the start of its process"
  }
] as const satisfies readonly Column[];

const CIRCUMSTANCES = [
  {
    name: "load_1m",
    type: "number",
    unit: "",
    description: "Load average over one minute when the process was started"
  },
  {
    name: "steal_ms",
    type: "number",
    unit: "ms",
    nullable: true,
    description: "Time that the hypervisor took from all cores together while the process ran"
  },
  {
    name: "seed",
    type: "integer",
    unit: "",
    description: "Seed of this repetition: order of the arms and gaps between signals"
  }
] as const satisfies readonly Column[];

const CONTEXT = [...PLACE, ...USAGE, ...CIRCUMSTANCES] as const satisfies readonly Column[];

const SPINNERS = [
  {
    name: "spinners",
    type: "integer",
    unit: "threads",
    description: "Spinning threads beside the one that is measured"
  }
] as const satisfies readonly Column[];

const MAIN = [
  {
    name: "main",
    type: "string",
    unit: "",
    values: ["busy", "sleeping", "joining"],
    description: "What the main thread does when the signal comes: counts, sleeps, or joins another thread"
  }
] as const satisfies readonly Column[];

export const CONTENTION_ROWS = [
  ...CELL,
  ...INTERVALS,
  {
    name: "work",
    type: "string",
    unit: "",
    values: ["fixed", "split"],
    description:
      "fixed: each thread counts down all of `iterations` (2009); split: the threads share it (2010)"
  },
  {
    name: "mode",
    type: "string",
    unit: "",
    values: ["sequential", "threaded"],
    description: "sequential: the main thread counts alone; threaded: all threads count at once"
  },
  {name: "threads", type: "integer", unit: "threads", description: "Counting threads; 1 when sequential"},
  ...REPETITION,
  {
    name: "iterations",
    type: "integer",
    unit: "iterations",
    description: "Size of the count, calibrated for each interpreter"
  },
  {
    name: "iterations_total",
    type: "integer",
    unit: "iterations",
    description: "Iterations of all counts of this arm together"
  },
  {
    name: "wall_s",
    type: "number",
    unit: "s",
    description: "From the start signal to the end of the last thread"
  },
  {name: "wall_ns_per_iteration", type: "number", unit: "ns", description: "wall_s over iterations_total"},
  {
    name: "slowdown_ratio",
    type: "number",
    unit: "",
    description:
      "wall_ns_per_iteration over that of the sequential arm of the same process; 1 when sequential"
  },
  {
    name: "check_ns",
    type: "number",
    unit: "ns",
    description:
      "Time between two checks of the lock in this process's sequential arm: check interval + 1 ticks under tick, one turn of the loop under timeout"
  },
  {
    name: "start_ms",
    type: "number",
    unit: "ms",
    nullable: true,
    description: "Time to start all of this process's threads, once, before the first arm; not part of wall_s"
  },
  ...CONTEXT
] as const satisfies readonly Column[];
export type ContentionRow = RowOf<typeof CONTENTION_ROWS>;

export const IO_PRIORITY_ROWS = [
  ...CELL,
  ...INTERVALS,
  ...SPINNERS,
  ...REPETITION,
  {name: "duration_s", type: "number", unit: "s", description: "Time during which the client asked"},
  {name: "requests", type: "integer", unit: "requests", description: "Requests that were answered"},
  {
    name: "lost",
    type: "integer",
    unit: "requests",
    description: "Requests without an answer within timeout_ms"
  },
  {name: "timeout_ms", type: "number", unit: "ms", description: "How long the client waits for one answer"},
  {name: "requests_per_s", type: "number", unit: "requests/s", description: "requests over duration_s"},
  {
    name: "latency_us_p50",
    type: "number",
    unit: "us",
    nullable: true,
    description: "Median round trip of answered requests"
  },
  {
    name: "latency_us_p90",
    type: "number",
    unit: "us",
    nullable: true,
    description: "90th percentile of the round trip"
  },
  {
    name: "latency_us_p99",
    type: "number",
    unit: "us",
    nullable: true,
    description: "99th percentile of the round trip"
  },
  {
    name: "latency_us_max",
    type: "number",
    unit: "us",
    nullable: true,
    description: "Longest round trip of an answered request"
  },
  ...CONTEXT
] as const satisfies readonly Column[];
export type IoPriorityRow = RowOf<typeof IO_PRIORITY_ROWS>;

export const IO_PRIORITY_LATENCIES = [
  ...CELL,
  ...INTERVALS,
  ...SPINNERS,
  ...REPETITION,
  {
    name: "latency_us",
    type: "number",
    unit: "us",
    description: "Round trip seen by the client, lower edge of a bin 2 % wide"
  },
  {
    name: "requests",
    type: "integer",
    unit: "requests",
    description: "Answered requests in this bin: the weight of the row"
  }
] as const satisfies readonly Column[];
export type IoPriorityLatency = RowOf<typeof IO_PRIORITY_LATENCIES>;

export const SIGNAL_LATENCY_ROWS = [
  ...CELL,
  ...INTERVALS,
  ...MAIN,
  ...SPINNERS,
  ...REPETITION,
  {
    name: "signals",
    type: "integer",
    unit: "signals",
    description: "Signals sent; an arm ends at the first that does not arrive"
  },
  {
    name: "censored",
    type: "integer",
    unit: "signals",
    description: "Signals whose handler had not run after cap_ms"
  },
  {name: "cap_ms", type: "number", unit: "ms", description: "How long a handler was waited for"},
  {
    name: "latency_us_p50",
    type: "number",
    unit: "us",
    nullable: true,
    description: "Median delay; empty when half or more of the signals are censored"
  },
  {
    name: "latency_us_p90",
    type: "number",
    unit: "us",
    nullable: true,
    description: "90th percentile of the delay; empty when a tenth or more of the signals are censored"
  },
  {
    name: "latency_us_max",
    type: "number",
    unit: "us",
    nullable: true,
    description: "Longest delay of a signal that arrived"
  },
  {
    name: "method",
    type: "string",
    unit: "",
    values: ["monotonic", "realtime"],
    description:
      "Clock that the handler read: the sender's own monotonic clock, or the time of day mapped onto it"
  },
  {
    name: "clock_error_us",
    type: "number",
    unit: "us",
    description: "Largest disagreement of the two clocks that was seen in this process; 0 for monotonic"
  },
  ...CONTEXT
] as const satisfies readonly Column[];
export type SignalLatencyRow = RowOf<typeof SIGNAL_LATENCY_ROWS>;

export const SIGNAL_LATENCY_LATENCIES = [
  ...CELL,
  ...INTERVALS,
  ...MAIN,
  ...SPINNERS,
  ...REPETITION,
  {name: "signal", type: "integer", unit: "", description: "Number of the signal in its arm, from 1"},
  {
    name: "latency_us",
    type: "number",
    unit: "us",
    description:
      "From just before kill() in the sender to the first bytecode of the handler; cap when censored"
  },
  {
    name: "censored",
    type: "boolean",
    unit: "",
    description: "True when the handler had not run after latency_us"
  }
] as const satisfies readonly Column[];
export type SignalLatency = RowOf<typeof SIGNAL_LATENCY_LATENCIES>;

const WORKLOAD = [
  {name: "workload", type: "string", unit: "", description: "Name of the workload, as in loaders/workloads"},
  {
    name: "variant",
    type: "string",
    unit: "",
    description: "Which form of the workload; loaders/workloads says what each does"
  }
] as const satisfies readonly Column[];

const THREADS = [
  {
    name: "threads",
    type: "integer",
    unit: "threads",
    description: "The number that is swept: computing threads, or threads beside the one that is measured"
  }
] as const satisfies readonly Column[];

const METRIC = [
  {name: "metric", type: "string", unit: "", description: "What was measured, its unit last in the name"},
  {name: "unit", type: "string", unit: "", description: "Unit of the value"}
] as const satisfies readonly Column[];

/// One row for each metric of an arm of a repetition.
export const WORKLOAD_ROWS = [
  ...CELL,
  ...WORKLOAD,
  ...THREADS,
  ...INTERVALS,
  ...REPETITION,
  ...METRIC,
  {
    name: "value",
    type: "number",
    unit: "",
    nullable: true,
    description:
      "Empty where there was nothing to measure, as the latency of requests that were never answered"
  },
  ...PLACE,
  ...CIRCUMSTANCES
] as const satisfies readonly Column[];
export type WorkloadRow = RowOf<typeof WORKLOAD_ROWS>;

/// One row for each cell that could not be measured.
export const WORKLOAD_MISSING = [
  ...CELL,
  ...WORKLOAD,
  ...REPETITION,
  {
    name: "reason",
    type: "string",
    unit: "",
    description: "Why: what the interpreter lacks, or how its process failed"
  }
] as const satisfies readonly Column[];
export type WorkloadMissing = RowOf<typeof WORKLOAD_MISSING>;

const WORKLOAD_TABLES = {rows: WORKLOAD_ROWS, missing: WORKLOAD_MISSING} as const;

/// The tables of each dataset, by name: the first is always `rows`.
export const TABLES = {
  contention: {rows: CONTENTION_ROWS},
  "io-priority": {rows: IO_PRIORITY_ROWS, latencies: IO_PRIORITY_LATENCIES},
  "signal-latency": {rows: SIGNAL_LATENCY_ROWS, latencies: SIGNAL_LATENCY_LATENCIES},
  workloads: WORKLOAD_TABLES,
  "workloads-simulated": WORKLOAD_TABLES
} as const satisfies Record<DatasetName, Record<string, readonly Column[]>>;

const ESTIMATE = [
  {
    name: "estimate",
    type: "number",
    unit: "",
    nullable: true,
    description:
      "Median over repetitions; of a latency or arrived_share, over all repetitions together; null beyond the cap"
  },
  {name: "low", type: "number", unit: "", nullable: true, description: "Lower end of the interval"},
  {
    name: "high",
    type: "number",
    unit: "",
    nullable: true,
    description: "Upper end of the interval; null when it lies beyond the cap"
  },
  {
    name: "level",
    type: "number",
    unit: "",
    description: "Confidence level of the interval: 0.95, or less when the repetitions are too few for it"
  },
  {name: "repetitions", type: "integer", unit: "", description: "Process restarts behind the estimate"}
] as const satisfies readonly Column[];

/// One estimate over the repetitions of one arm of one cell, with its interval. Parameters that an experiment does not
/// have are null. Metrics:
///   contention      slowdown_ratio (1 = sequential), wall_ns_per_iteration, check_ns,
///                   two_threads_ratio (time over that of two threads), one_core_ratio (time on one core over that on all)
///   io-priority     requests_per_s, latency_us_p50, latency_us_p99,
///                   slowdown_ratio (requests a second without spinning threads over those with),
///                   interval_ratio (requests a second over those at the usual interval, for swept cells)
///   signal-latency  latency_us_p50, latency_us_p90, arrived_share (signals that were handled within the cap)
export const SUMMARY = [
  ...CELL,
  {
    name: "work",
    type: "string",
    unit: "",
    nullable: true,
    values: ["fixed", "split"],
    description: "As in contention"
  },
  {
    name: "threads",
    type: "integer",
    unit: "threads",
    nullable: true,
    description: "Counting threads; 1 is the sequential arm"
  },
  {
    name: "main",
    type: "string",
    unit: "",
    nullable: true,
    values: ["busy", "sleeping", "joining"],
    description: "As in signal-latency"
  },
  {
    name: "spinners",
    type: "integer",
    unit: "threads",
    nullable: true,
    description: "As in io-priority and signal-latency"
  },
  ...INTERVALS,
  {
    name: "metric",
    type: "string",
    unit: "",
    description: "What is estimated; the metrics of each dataset are listed in loaders/schema.ts"
  },
  {name: "unit", type: "string", unit: "", description: "Unit of estimate, low and high"},
  ...ESTIMATE
] as const satisfies readonly Column[];
export type SummaryRow = RowOf<typeof SUMMARY>;

/// The same of the datasets of workloads. Metrics are those of the rows and, for each, the ratios that loaders/workloads
/// declares, as `slowdown_ratio` or, of a metric NAME, `NAME_slowdown_ratio`.
export const WORKLOAD_SUMMARY = [
  ...CELL,
  ...WORKLOAD,
  ...THREADS,
  ...INTERVALS,
  {
    name: "metric",
    type: "string",
    unit: "",
    description: "What is estimated: a metric of the rows, or a ratio"
  },
  {name: "unit", type: "string", unit: "", description: "Unit of estimate, low and high"},
  ...ESTIMATE
] as const satisfies readonly Column[];
export type WorkloadSummary = RowOf<typeof WORKLOAD_SUMMARY>;

export type SummaryOf<N extends DatasetName> = N extends WorkloadDataset ? WorkloadSummary : SummaryRow;

/// The columns of summary.json and of the table `summary`.
export const summaryColumns = (name: DatasetName): readonly Column[] =>
  (WORKLOAD_DATASETS as readonly string[]).includes(name) ? WORKLOAD_SUMMARY : SUMMARY;

/// run.json: what made a dataset. Everything in it was read when the run began, except `load_after`, `end`, `steal_ms`.
export interface Run {
  experiment: DatasetName;
  title: string;
  /// quick: the cells of a first look; full: the repetitions that a publication needs; validity: those of the comparison of
  /// predicted and measured figures.
  setting: "quick" | "full" | "validity";
  /// Content hash of the program, the loader and all that it imports, parameters, lockfile and Node version.
  freshness: string;
  /// The same of the program, the loader, what it imports and the runtime alone: a run is stale when this has changed.
  code: string;
  /// The command that makes such a run again.
  command: string;
  program: {path: string; sha256: string};
  designs: Lock[];
  machines: Machine[];
  interpreters: {name: string; version: string; machine: Machine; design: Lock}[];
  /// Kinds of interpreters that the plan asked for and that this computer does not have, in words.
  missing: string[];
  /// The experiment's settings: repetitions, durations, caps, calibrated iterations, ...
  parameters: Record<string, unknown>;
  cells: string[];
  repetitions: number;
  seed: number;
  bootstrap: {method: string; resamples: number; level: number; seed: number};
  commit: string | null;
  /// Whether tracked files differed from the commit.
  dirty: boolean | null;
  lockfile_sha256: string;
  node: string;
  platform: string;
  kernel: string;
  cpu: string;
  cores: number;
  memory_gb: number;
  /// Load average over one minute.
  load_before: number;
  load_after: number;
  clock_resolution_ns: number;
  /// null where the system does not count it.
  steal_ms: number | null;
  start: string;
  end: string;
  /// How many sittings the run took: 1 unless it was interrupted and resumed.
  sittings: number;
  /// Table name to its number of rows.
  tables: Record<string, number>;
  /// Of a dataset whose parts may be measured apart.
  parts?: Part[];
}

/// When a part of a dataset, as a workload, was measured last, and with what.
export interface Part {
  name: string;
  /// As `Run.code`, of the part alone.
  code: string;
  commit: string | null;
  command: string;
  start: string;
  end: string;
}

/// A dataset as the report reads it.
export interface Dataset<N extends DatasetName = Experiment> {
  name: N;
  run: Run;
  summary: SummaryOf<N>[];
  /// fresh: its code is the code here. stale: made by older code; still shown, and marked.
  status: "fresh" | "stale";
  /// recorded: committed in data/runs. local: measured on this computer (data/local), and preferred.
  origin: "recorded" | "local";
  /// Absolute folder of the files.
  folder: string;
}

/// One row of data/published/figures.csv.
export interface PublishedFigure {
  /// Stable name, as in beazley-2009-02: source, year, number. Never used twice.
  id: string;
  source: string;
  slide_or_comment: string;
  experiment: string;
  gil: string;
  cores: string;
  threads: string;
  metric: string;
  /// As published: mostly a number, sometimes a range or a bound.
  value: string;
  unit: string;
  machine_os: string;
  evidence: "primary" | "secondary";
  note: string;
}
