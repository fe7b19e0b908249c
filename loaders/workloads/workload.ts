/// What a workload says of itself. Each is a Python program in loaders/programs and a file here that describes it.
import type {EchoClient} from "../../runtime/machines/simulated/clients.ts";
import type {Answers} from "../echo-client.ts";
import type {Interpreter} from "../interpreters.ts";

/// How much is measured. `predicted`: on the simulated machine, where time is virtual and costs real time.
export const EXTENTS = ["quick", "full", "predicted"] as const;
export type Extent = (typeof EXTENTS)[number];
export type ByExtent<T> = Readonly<Record<Extent, T>>;

export interface Metric {
  /// The unit stands last, as in `latency_us_p50`, `cpu_s`.
  name: string;
  /// A sentence for a table's head.
  title: string;
  /// SI symbol or a counted noun; "" for a share or a ratio.
  unit: string;
  /// Which direction is an improvement; null where neither is.
  better: "less" | "more" | null;
}

/// How many times worse an arm is, by one metric: 1 is the same, more is worse, whatever direction is better.
export interface Ratio {
  /// Name of the ratio among the metrics of the summary.
  name: string;
  title: string;
  /// The metric that is compared; its `better` is not null.
  of: string;
  /// fewest: with the arm that has the fewest threads, in the same process. A variant: with its arm of as many threads,
  /// measured in another process.
  against: "fewest" | {variant: string};
}

export interface Variant {
  /// What the program is given. As in `0.1-ms` or `1000-ticks`, it sets this interval; subjects whose lock has no such
  /// interval are not measured.
  name: string;
  title: string;
  /// In place of the workload's.
  threads?: ByExtent<readonly number[]>;
  /// Measured with the subjects alone that `isMain` picks: a sweep. Default false.
  mainOnly?: boolean;
  /// Why a subject cannot run it, in words for the table `missing`; null: it can. Default null.
  lacks?(subject: Interpreter): string | null;
}

/// Of a workload whose program is asked by a client from another process.
export interface Asked {
  /// What the client does in each arm.
  client(variant: string, size: number): EchoClient;
  /// What is made of its answers. Default: `requests_per_s`, `lost`, `latency_us_p50`, `_p90`, `_p99` and `_max`.
  metrics?(answers: Answers, client: EchoClient): Record<string, number | null>;
}

export interface Workload {
  name: string;
  /// A few words for a heading.
  title: string;
  /// The question that it answers, in a sentence.
  question: string;
  /// Where it comes from, and what in it is ours.
  source: string;
  /// File name in loaders/programs. It is run as PROGRAM VARIANT SIZE ARMS, as in `count.py split 300 4,1,2`, and prints a
  /// line of JSON for each arm, in that order: {"variant": ..., "threads": 4, "metrics": {"wall_s": 1.23}}. One that is
  /// `asked` prints {"port": N}, for each arm {"spinners": K} when it may be asked, and after a line on its standard input
  /// {"metrics": {...}}.
  program: string;
  /// Other files in loaders/programs that it imports. Default: arms.py.
  imports?: readonly string[];
  /// In place of VARIANT SIZE ARMS.
  arguments?(variant: string, size: number, arms: readonly number[]): string[];
  variants: readonly Variant[];
  /// What `threads` counts, as in "counting threads" or "spinning threads beside the server".
  threadsAre: string;
  threads: ByExtent<readonly number[]>;
  /// What SIZE is, with its unit.
  sizeIs: string;
  size: ByExtent<number>;
  /// Also on one core, of the subjects that `isMain` picks, where a process can be kept there. Default false.
  oneCore?: boolean;
  asked?: Asked;
  /// What its rows hold. Metrics of USAGE need not be named.
  metrics: readonly Metric[];
  ratios: readonly Ratio[];
  /// Longest time for a process, in seconds, before it counts as failed. Default 60.
  limit_s?: number;
}

/// What a process used in an arm, wherever the machine can tell. Any program may report them.
export const USAGE: readonly Metric[] = [
  {name: "cpu_s", title: "CPU time", unit: "s", better: "less"},
  {
    name: "voluntary_switches",
    title: "Context switches because a thread waited",
    unit: "switches",
    better: "less"
  },
  {
    name: "involuntary_switches",
    title: "Context switches because the system took the core away",
    unit: "switches",
    better: "less"
  },
  {name: "lock_acquisitions", title: "Times that a thread took the lock", unit: "acquisitions", better: null},
  {name: "lock_waits", title: "Times that a thread began to wait for the lock", unit: "waits", better: null},
  {
    name: "woken_in_vain",
    title: "Times that a thread was woken and the lock was gone",
    unit: "wakings",
    better: "less"
  },
  {name: "drop_requests", title: "Requests to the holder to let go", unit: "requests", better: null},
  {
    name: "lock_calls",
    title: "System calls by which threads slept and woke each other at locks (simulated)",
    unit: "calls",
    better: "less"
  }
];

export const SECONDS: Metric = {
  name: "wall_s",
  title: "From the start signal to the end of the last thread",
  unit: "s",
  better: "less"
};

/// What a client that asks one request after the other sees.
export const ANSWERED: readonly Metric[] = [
  {name: "requests_per_s", title: "Requests answered in a second", unit: "requests/s", better: "more"},
  {name: "lost", title: "Requests without an answer in time", unit: "requests", better: "less"},
  {name: "latency_us_p50", title: "Median round trip", unit: "us", better: "less"},
  {name: "latency_us_p90", title: "90th percentile of the round trip", unit: "us", better: "less"},
  {name: "latency_us_p99", title: "99th percentile of the round trip", unit: "us", better: "less"},
  {name: "latency_us_max", title: "Longest round trip", unit: "us", better: "less"}
];

/// Against the arm with the fewest threads: `slowdown_ratio`, or NAME_slowdown_ratio for a further metric.
export const slowdown = (of: string, name = "slowdown_ratio"): Ratio => ({
  name,
  title: "Times worse than with the fewest threads, in the same process",
  of,
  against: "fewest"
});

/// The form of a workload that has only one.
export const ONLY: Variant = {name: "plain", title: "Its only form"};

/// `threadsAre` of workloads that measure what the main thread does.
export const BESIDE_SPINNERS = "spinning threads beside it";

/// Java handles signals in threads of its own.
export const withoutSignals = ({name}: Interpreter): string | null =>
  name.startsWith("jython") ? "Jython's signals do not interrupt its main thread" : null;

/// The interval that a variant sets, from its name, or null.
export function intervalOf(variant: string): {value: number; unit: "ms" | "ticks"} | null {
  const found = /^(\d+(?:\.\d+)?)-(ms|ticks)$/.exec(variant);
  return found && {value: Number(found[1]), unit: found[2] as "ms" | "ticks"};
}

/// The metric of a workload by its name. Throws for one that it does not declare.
export function metricOf({name: workload, metrics}: Workload, name: string): Metric {
  const found = [...metrics, ...USAGE].find((metric) => metric.name === name);
  if (found) return found;
  throw new Error(`unknown metric of ${workload}: ${name}; name it in loaders/workloads/${workload}.ts`);
}
