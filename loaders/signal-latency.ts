import {
  type Arm,
  type Cell,
  cellColumns,
  coreName,
  coreSettings,
  type ExperimentDefinition,
  groups,
  intervals,
  type Plan,
  type Repetition,
  type Row,
  runCell,
  type Setting,
  subjectName,
  summaryRow,
  type Tables
} from "./experiment.ts";
import type {Interpreter} from "./interpreters.ts";
import {below, type Random, random} from "./random.ts";
import {type Program, ProgramError} from "./runner.ts";
import type {SummaryRow} from "./schema.ts";
import {isPredicted, predict} from "./simulated.ts";
import {type BootstrapOptions, bootstrap, mean, pooledQuantile, weightedQuantile} from "./statistics.ts";

const PROGRAM = "signal_latency.py";
const MAINS = ["busy", "sleeping", "joining"] as const;

interface Parameters {
  main: (typeof MAINS)[number];
}

interface SignalPlan extends Plan {
  /// In each arm.
  signals: number;
  cap_ms: number;
  /// Longest pause between a handler's line and the next signal, drawn evenly from 1 ms on.
  gap_ms: number;
  /// Added for each spinning thread: writing its line, the main thread gave up the lock, and must be back at its work.
  gap_per_spinner_ms: number;
  [setting: string]: unknown;
}

const plans: Record<Setting, SignalPlan> = {
  quick: {repetitions: 5, budget_s: 70, signals: 5, cap_ms: 250, gap_ms: 8, gap_per_spinner_ms: 10},
  validity: {
    repetitions: 12,
    predictions: 3,
    budget_s: 3600,
    signals: 6,
    cap_ms: 250,
    gap_ms: 8,
    gap_per_spinner_ms: 10
  },
  full: {repetitions: 30, budget_s: 7200, signals: 50, cap_ms: 2000, gap_ms: 20, gap_per_spinner_ms: 20}
};

/// Signals to a main thread that counts, sleeps or joins.
export const signalLatency: ExperimentDefinition<Parameters> = {
  name: "signal-latency",
  title: "From a signal to the first bytecode of its handler: main thread busy, sleeping or joining",
  program: PROGRAM,
  plans,
  cells,
  measure,
  summarize
};

function cells(_setting: Setting, interpreters: Interpreter[]): Cell<Parameters>[] {
  // A Java virtual machine keeps SIGUSR1 to itself.
  const able = interpreters.filter(({design}) => design !== "jython");
  return able.flatMap((interpreter) => {
    const cores = coreSettings(interpreter)[0];
    return MAINS.map((main) => ({
      name: `${subjectName(interpreter)}/${main}/${coreName(cores)}`,
      interpreter,
      cores,
      arms: [0, 1, 2, 4],
      parameters: {main}
    }));
  });
}

/// A reading of both of the program's clocks, and of ours when its line came.
interface Stamp {
  monotonic_s: number;
  realtime_s: number;
  at_ns: bigint;
}

interface Sent {
  sent_ns: bigint;
  /// null when the handler had not run after cap_ms.
  stamp: Stamp | null;
}

type SpokenArm = {spinners: number; sent: Sent[]} & Omit<Arm, "columns">;

/// A repetition on the simulated machine, where the sender of the signals is a part of the model.
async function predicted(cell: Cell<Parameters>, repetition: Repetition): Promise<Tables> {
  const {signals, cap_ms, gap_ms, gap_per_spinner_ms} = plans[repetition.setting];
  const {main} = cell.parameters;
  const client = {kind: "signals", signals, cap_ms, gap_ms, gap_per_spinner_ms} as const;
  const args = [main, repetition.arms.join(",")];
  const {common: every, reports} = await predict(cell, repetition, PROGRAM, args, client);
  const common = {...intervals(cell.interpreter.design), main};
  const told = reports.map((report, i) => {
    const delays = [...report.latencies_ns.map((ns) => ns / 1000), ...Array(report.lost).fill(null)];
    const row = {...every, order: i + 1, ...common, spinners: report.spinners};
    const columns = {...row, ...columnsOf(delays, cap_ms)};
    const own = {
      ...cellColumns(cell),
      ...common,
      spinners: report.spinners,
      repetition: repetition.repetition
    };
    return {
      row: {...columns, method: "monotonic", clock_error_us: 0},
      latencies: latencyRows(own, delays, cap_ms)
    };
  });
  return {rows: told.map(({row}) => row), latencies: told.flatMap(({latencies}) => latencies)};
}

/// One row a signal; null stands for one that did not arrive.
function latencyRows(own: Row, delays: (number | null)[], cap_ms: number): Row[] {
  return delays.map((us, signal) => ({
    ...own,
    signal: signal + 1,
    latency_us: us ?? cap_ms * 1000,
    censored: us === null
  }));
}

async function measure(cell: Cell<Parameters>, repetition: Repetition): Promise<Tables> {
  if (isPredicted(cell.interpreter)) return predicted(cell, repetition);
  const plan = plans[repetition.setting];
  const {main} = cell.parameters;
  const common = {...intervals(cell.interpreter.design), main};
  const latencies: Row[] = [];
  const limitMs =
    30_000 +
    cell.arms.length * (plan.signals * (plan.cap_ms + plan.gap_ms + 4 * plan.gap_per_spinner_ms) + 5_000);
  const talk = async (program: Program): Promise<Arm[]> => {
    const clock = new Clock();
    const {pid} = await program.record<{pid: number}>(20_000);
    const next = random(repetition.seed);
    const spoken: SpokenArm[] = [];
    for (let i = 0; i < repetition.arms.length; i++)
      spoken.push(await speak(program, pid, main, plan, next, clock));
    const {method, clock_error_us} = clock.settle();
    return spoken.map(({spinners, sent, ...used}) => {
      const delays = sent.map((one) => (one.stamp ? round(clock.delayUs(one.sent_ns, one.stamp)) : null));
      const own = {...cellColumns(cell), ...common, spinners, repetition: repetition.repetition};
      latencies.push(...latencyRows(own, delays, plan.cap_ms));
      const columns = {...common, spinners, ...columnsOf(delays, plan.cap_ms), method, clock_error_us};
      return {columns, ...used};
    });
  };
  const rows = await runCell(cell, repetition, PROGRAM, [main, repetition.arms.join(",")], limitMs, talk);
  return {rows, latencies};
}

/// One arm. It ends at the first signal that does not arrive: its handler could be taken for that of the next one.
async function speak(
  program: Program,
  pid: number,
  main: string,
  plan: SignalPlan,
  next: Random,
  clock: Clock
): Promise<SpokenArm> {
  const ready = await recordWith<Stamp & {spinners: number}>(program, "spinners");
  clock.see(ready);
  const sent: Sent[] = [];
  while (sent.length < plan.signals && sent.every((one) => one.stamp !== null)) {
    await pause(1 + below(next, plan.gap_ms) + ready.spinners * plan.gap_per_spinner_ms);
    program.forget();
    const sent_ns = process.hrtime.bigint();
    process.kill(pid, "SIGUSR1");
    const stamp = await program.line(plan.cap_ms);
    sent.push({sent_ns, stamp: stamp === "late" ? null : (stamp as Stamp)});
  }
  program.send("\n");
  if (main === "sleeping") {
    await recordWith(program, "over");
    process.kill(pid, "SIGUSR1");
  }
  const {cpu_s, voluntary_switches, involuntary_switches} = await recordWith<Arm>(program, "cpu_s");
  return {spinners: ready.spinners, sent, cpu_s, voluntary_switches, involuntary_switches};
}

/// The next line that has `field`. Stamps of handlers that came too late are passed over.
async function recordWith<T>(program: Program, field: string): Promise<T> {
  for (let i = 0; i < 10; i++) {
    const line = await program.record<Record<string, unknown>>(20_000);
    if (field in line) return line as T;
  }
  throw new ProgramError(`no line with ${field}: ${program.command}`);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/// Puts the handler's time on our clock. Where the program's monotonic clock is ours (the same zero, on Linux the start of
/// the machine), it is taken as it is; otherwise its time of day is mapped onto our clock by the offset between the two.
class Clock {
  private readonly offsetBefore = offsetNs();
  private offset = 0;
  private monotonic = true;

  /// A line that was written just after its clocks were read.
  see({monotonic_s, at_ns}: Stamp): void {
    if (Math.abs(monotonic_s - Number(at_ns) / 1e9) > 1) this.monotonic = false;
  }

  /// To be called once, after the last signal.
  settle(): {method: "monotonic" | "realtime"; clock_error_us: number} {
    if (this.monotonic) return {method: "monotonic", clock_error_us: 0};
    const after = offsetNs();
    this.offset = (this.offsetBefore + after) / 2;
    return {method: "realtime", clock_error_us: round(Math.abs(after - this.offsetBefore) / 1000)};
  }

  delayUs(sent_ns: bigint, {monotonic_s, realtime_s}: Stamp): number {
    const at_ns = this.monotonic ? monotonic_s * 1e9 : realtime_s * 1e9 - this.offset;
    return (at_ns - Number(sent_ns)) / 1000;
  }
}

/// Time of day less monotonic time. The time of day has milliseconds here, so we look for where it steps: the reading just
/// after a step is late by chance, never early, and the largest of five offsets is the best.
function offsetNs(): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const before = Date.now();
    let now = before;
    while (now === before) now = Date.now();
    best = Math.max(best, now * 1e6 - Number(process.hrtime.bigint()));
  }
  return best;
}

function columnsOf(delays: (number | null)[], cap_ms: number): Row {
  const weighted = delays.map((us) => ({value: us ?? Number.POSITIVE_INFINITY, weight: 1}));
  const of = (p: number) => {
    const value = weightedQuantile(weighted, p);
    return Number.isFinite(value) ? value : null;
  };
  const arrived = delays.filter((us) => us !== null);
  return {
    signals: delays.length,
    censored: delays.length - arrived.length,
    cap_ms,
    latency_us_p50: of(0.5),
    latency_us_p90: of(0.9),
    latency_us_max: arrived.length > 0 ? Math.max(...arrived) : null
  };
}

const round = (value: number): number => Number(value.toPrecision(6));

function summarize(tables: Tables, options: BootstrapOptions): SummaryRow[] {
  return groups(tables.latencies, ["cell", "spinners"]).flatMap((rows) => {
    const processes = groups(rows, ["repetition"]).map((signals) =>
      signals.map((s) => ({
        value: s.censored ? Number.POSITIVE_INFINITY : (s.latency_us as number),
        weight: 1
      }))
    );
    const quantiles = [0.5, 0.9].map((p) => {
      return summaryRow(rows[0], `latency_us_p${p * 100}`, "us", pooledQuantile(processes, p, options));
    });
    const arrived = bootstrap(
      processes,
      (sample) => mean(sample.flat().map((s) => (Number.isFinite(s.value) ? 1 : 0))),
      options
    );
    return [...quantiles, summaryRow(rows[0], "arrived_share", "", arrived)];
  });
}
