import {type Answers, EchoClient} from "./echo-client.ts";
import {
  type Arm,
  atUsualInterval,
  type Cell,
  cellColumns,
  coreName,
  coreSettings,
  type ExperimentDefinition,
  groups,
  intervals,
  medianOf,
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
import type {Program} from "./runner.ts";
import type {SummaryRow} from "./schema.ts";
import {isPredicted, predict} from "./simulated.ts";
import {
  type BootstrapOptions,
  bootstrap,
  latencyBin,
  median,
  pooledQuantile,
  quantile,
  ratioOfMedians
} from "./statistics.ts";

const PROGRAM = "io_priority.py";

interface Parameters {
  interval_ms: number | null;
  check_interval_ticks: number | null;
  /// Whether the intervals differ from the interpreter's own.
  swept: boolean;
}

interface IoPlan extends Plan {
  /// How long the client asks in each arm.
  ask_ms: number;
  warm_ms: number;
  timeout_ms: number;
  [setting: string]: unknown;
}

const plans: Record<Setting, IoPlan> = {
  quick: {repetitions: 5, budget_s: 70, ask_ms: 200, warm_ms: 50, timeout_ms: 1000},
  full: {repetitions: 30, budget_s: 7200, ask_ms: 2000, warm_ms: 200, timeout_ms: 5000},
  validity: {repetitions: 12, predictions: 3, budget_s: 3600, ask_ms: 250, warm_ms: 50, timeout_ms: 1000}
};

/// An echo server beside spinning threads.
export const ioPriority: ExperimentDefinition<Parameters> = {
  name: "io-priority",
  title: "A UDP echo server beside 0, 1, 2 and 4 spinning threads: requests a second and every latency",
  program: PROGRAM,
  plans,
  cells,
  measure,
  summarize
};

/// Other intervals than the interpreter's own. Quick: around them, with one and two spinning threads.
function sweep(setting: Setting, {machine, design}: Interpreter): number[] {
  if (setting === "full") return design.startsWith("timeout") ? [100, 10, 1, 0.1, 0.01] : [10, 1000, 10_000];
  if (design.startsWith("timeout")) return machine === "host" ? [1, 0.1] : [1];
  return design === "tick" && machine === "host" ? [1000] : [];
}

function cells(setting: Setting, interpreters: Interpreter[]): Cell<Parameters>[] {
  return interpreters.flatMap((interpreter) =>
    [undefined, ...sweep(setting, interpreter)].map((value) => {
      const parameters = {...intervals(interpreter.design, value), swept: value !== undefined};
      return {
        name: `${subjectName(interpreter)}/${intervalName(parameters)}/${coreName(coreSettings(interpreter)[0])}`,
        interpreter,
        cores: coreSettings(interpreter)[0],
        arms: parameters.swept && setting === "quick" ? [1, 2] : [0, 1, 2, 4],
        parameters
      };
    })
  );
}

function intervalName({interval_ms, check_interval_ticks}: Parameters): string {
  return interval_ms === null ? `${check_interval_ticks}-ticks` : `${interval_ms}-ms`;
}

function argumentsOf({interval_ms, check_interval_ticks, swept}: Parameters, arms: number[]): string[] {
  const own = [interval_ms, check_interval_ticks].map((value) =>
    swept && value !== null ? `${value}` : "-"
  );
  return [...own, arms.join(",")];
}

/// The columns that a row of latencies begins with.
function latencyColumns(cell: Cell<Parameters>, spinners: number, repetition: number): Row {
  const {interval_ms, check_interval_ticks} = cell.parameters;
  return {...cellColumns(cell), interval_ms, check_interval_ticks, spinners, repetition};
}

/// A repetition on the simulated machine, where the client is a part of the model.
async function predicted(cell: Cell<Parameters>, repetition: Repetition): Promise<Tables> {
  const {ask_ms, warm_ms, timeout_ms} = plans[repetition.setting];
  const {interval_ms, check_interval_ticks} = cell.parameters;
  const args = argumentsOf(cell.parameters, repetition.arms);
  const client = {kind: "echo", ask_ms, warm_ms, timeout_ms} as const;
  const {common, reports} = await predict(cell, repetition, PROGRAM, args, client);
  const rows = reports.map(({latencies_ns, lost, duration_ns, spinners}, i) => {
    const us = latencies_ns.map((ns) => ns / 1000);
    const answers = {latencies_us: us, lost, duration_s: duration_ns / 1e9};
    return {
      ...common,
      order: i + 1,
      interval_ms,
      check_interval_ticks,
      ...columnsOf(spinners, answers, timeout_ms)
    };
  });
  const latencies = reports.flatMap(({latencies_ns, spinners}) =>
    binned(latencies_ns.map((ns) => ns / 1000)).map((bin) => ({
      ...latencyColumns(cell, spinners, repetition.repetition),
      ...bin
    }))
  );
  return {rows, latencies};
}

async function measure(cell: Cell<Parameters>, repetition: Repetition): Promise<Tables> {
  if (isPredicted(cell.interpreter)) return predicted(cell, repetition);
  const {interval_ms, check_interval_ticks} = cell.parameters;
  const plan = plans[repetition.setting];
  const limitMs = 30_000 + cell.arms.length * (plan.ask_ms + plan.warm_ms + 2 * plan.timeout_ms + 5_000);
  const latencies: Row[] = [];
  const client = await EchoClient.start();
  try {
    const talk = async (program: Program) => {
      const {port} = await program.record<{port: number}>(20_000);
      const arms: Arm[] = [];
      for (const spinners of repetition.arms) {
        const {arm, bins} = await ask(program, client, port, spinners, plan);
        arm.columns = {interval_ms, check_interval_ticks, ...arm.columns};
        arms.push(arm);
        const common = latencyColumns(cell, spinners, repetition.repetition);
        latencies.push(...bins.map((bin) => ({...common, ...bin})));
      }
      return arms;
    };
    const rows = await runCell(
      cell,
      repetition,
      PROGRAM,
      argumentsOf(cell.parameters, repetition.arms),
      limitMs,
      talk
    );
    return {rows, latencies};
  } finally {
    client.close();
  }
}

/// One arm: waits for the spinning threads, lets the client ask, ends them.
async function ask(program: Program, client: EchoClient, port: number, spinners: number, plan: IoPlan) {
  await program.record(20_000);
  const {ask_ms, warm_ms, timeout_ms} = plan;
  const answers = await client.ask({kind: "echo", port, ask_ms, warm_ms, timeout_ms});
  program.send("\n");
  const used = await program.record<Omit<Arm, "columns">>(20_000);
  const {cpu_s, voluntary_switches, involuntary_switches} = used;
  const columns = columnsOf(spinners, answers, timeout_ms);
  return {
    arm: {columns, cpu_s, voluntary_switches, involuntary_switches} as Arm,
    bins: binned(answers.latencies_us)
  };
}

function columnsOf(spinners: number, {latencies_us: us, lost, duration_s}: Answers, timeout_ms: number): Row {
  const of = (p: number) => (us.length === 0 ? null : round(quantile(us, p)));
  return {
    spinners,
    duration_s: round(duration_s),
    requests: us.length,
    lost,
    timeout_ms,
    requests_per_s: round(us.length / duration_s),
    latency_us_p50: of(0.5),
    latency_us_p90: of(0.9),
    latency_us_p99: of(0.99),
    latency_us_max: of(1)
  };
}

function binned(us: number[]): {latency_us: number; requests: number}[] {
  const counts = new Map<number, number>();
  for (const value of us) {
    const bin = latencyBin(value);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => a[0] - b[0]).map(([latency_us, requests]) => ({latency_us, requests}));
}

const round = (value: number): number => Number(value.toPrecision(6));

function summarize(tables: Tables, options: BootstrapOptions): SummaryRow[] {
  const arms = groups(tables.rows, ["cell", "spinners"]);
  const throughput = arms.flatMap((rows) => {
    const summary = [medianOf(rows, "requests_per_s", "requests/s", options)];
    const slowdown = overUnloaded(rows, tables.rows, options);
    if (slowdown) summary.push(slowdown);
    const usual = arms.find(
      ([row]) => atUsualInterval(row) && sameSubject(row, rows[0]) && row.spinners === rows[0].spinners
    );
    if (usual && usual !== rows) {
      const rates = [rows, usual].map((arm) => arm.map((row) => row.requests_per_s as number));
      summary.push(summaryRow(rows[0], "interval_ratio", "", ratioOfMedians(rates[0], rates[1], options)));
    }
    return summary;
  });
  const latency = groups(tables.latencies, ["cell", "spinners"]).flatMap((rows) => {
    const processes = groups(rows, ["repetition"]).map((bins) =>
      bins.map((bin) => ({value: bin.latency_us as number, weight: bin.requests as number}))
    );
    return [0.5, 0.99].map((p) => {
      return summaryRow(rows[0], `latency_us_p${p * 100}`, "us", pooledQuantile(processes, p, options));
    });
  });
  return [...throughput, ...latency];
}

const sameSubject = (a: Row, b: Row): boolean =>
  (["machine", "design", "interpreter", "cores"] as const).every((name) => a[name] === b[name]);

/// Requests a second without spinning threads over those with, in the same process; null where a cell has no such arm or
/// nothing was answered.
function overUnloaded(rows: Row[], all: Row[], options: BootstrapOptions): SummaryRow | null {
  if (rows[0].spinners === 0) return null;
  const ratios = rows.map((row) => {
    const free = all.find((r) => r.cell === row.cell && r.repetition === row.repetition && r.spinners === 0);
    return free ? (free.requests_per_s as number) / (row.requests_per_s as number) : Number.NaN;
  });
  if (ratios.some(Number.isNaN)) return null;
  return summaryRow(rows[0], "slowdown_ratio", "", bootstrap(ratios, median, options));
}
