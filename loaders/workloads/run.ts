/// One repetition of a cell: a process, or a simulated run, that goes through all arms.

import {type Answers, EchoClient} from "../echo-client.ts";
import {type Arm, cellColumns, type Repetition, type Row, runCell, type Tables} from "../experiment.ts";
import {type Program, ProgramError} from "../runner.ts";
import {isPredicted, predict} from "../simulated.ts";
import {quantile} from "../statistics.ts";
import type {WorkloadCell} from "./subjects.ts";
import {metricOf} from "./workload.ts";

type Metrics = Record<string, number | null>;

/// Beyond what the arms may take.
const LIMIT_S = 60;

/// Measures one repetition. A process that fails becomes a row of `missing` with the reason.
export async function measureWorkload(cell: WorkloadCell, repetition: Repetition): Promise<Tables> {
  const {lacks} = cell.parameters;
  if (lacks !== null) return missing(cell, repetition, lacks);
  try {
    const arms = isPredicted(cell.interpreter)
      ? await predictedArms(cell, repetition)
      : await realArms(cell, repetition);
    return {rows: arms.flatMap((arm) => longRows(cell, arm)), missing: []};
  } catch (error) {
    if (error instanceof ProgramError) return missing(cell, repetition, reasonOf(error));
    throw error;
  }
}

function missing(cell: WorkloadCell, {repetition}: Repetition, reason: string): Tables {
  return {rows: [], missing: [{...identity(cell), repetition, reason}]};
}

/// What went wrong, and the last thing that the program said.
function reasonOf({message}: ProgramError): string {
  const [what, ...said] = message.split("\n");
  const last = said.filter((line) => line.trim() !== "").at(-1);
  return [what.split(": ")[0], ...(last === undefined ? [] : [last.trim()])].join(": ").slice(0, 300);
}

function identity(cell: WorkloadCell): Row {
  const {workload, variant} = cell.parameters;
  return {...cellColumns(cell), workload: workload.name, variant: variant.name};
}

/// A row of an arm, with its metrics as columns, as one row for each metric.
function longRows(cell: WorkloadCell, {row, metrics}: {row: Row; metrics: Metrics}): Row[] {
  const {workload, interval_ms, check_interval_ticks} = cell.parameters;
  const {repetition, threads, order, started_at, load_1m, steal_ms, seed} = row;
  return Object.entries(metrics).map(([metric, value]) => ({
    ...identity(cell),
    threads,
    interval_ms,
    check_interval_ticks,
    repetition,
    metric,
    unit: metricOf(workload, metric).unit,
    value: value === null ? null : Number(value.toPrecision(7)),
    order,
    started_at,
    load_1m,
    steal_ms,
    seed
  }));
}

function argumentsOf({parameters: {workload, variant, extent}}: WorkloadCell, arms: number[]): string[] {
  const size = workload.size[extent];
  return workload.arguments?.(variant.name, size, arms) ?? [variant.name, `${size}`, arms.join(",")];
}

// ---- real processes

interface Measured {
  row: Row;
  metrics: Metrics;
}

async function realArms(cell: WorkloadCell, repetition: Repetition): Promise<Measured[]> {
  const {workload} = cell.parameters;
  const limitMs = (workload.limit_s ?? LIMIT_S) * 1000;
  const found: Metrics[] = [];
  const client = workload.asked ? await EchoClient.start() : null;
  try {
    const args = argumentsOf(cell, repetition.arms);
    const rows = await runCell(cell, repetition, workload.program, args, limitMs, async (program) => {
      const {port} = client ? await program.record<{port: number}>(limitMs) : {port: 0};
      for (const threads of repetition.arms)
        found.push(
          client ? await asked(cell, program, client, port, limitMs) : await spoken(program, threads, limitMs)
        );
      return repetition.arms.map(armOf);
    });
    return rows.map((row, i) => ({row, metrics: found[i]}));
  } finally {
    client?.close();
  }
}

/// The usage that `runCell` asks for is among the metrics.
const armOf = (threads: number): Arm => ({
  columns: {threads},
  cpu_s: null,
  voluntary_switches: null,
  involuntary_switches: null
});

async function spoken(program: Program, wanted: number, limitMs: number): Promise<Metrics> {
  const {threads, metrics} = await program.record<{threads: number; metrics: Metrics}>(limitMs);
  if (threads !== wanted)
    throw new ProgramError(`the arm of ${threads} threads instead of ${wanted}: ${program.command}`);
  return metrics;
}

/// One arm of a program with a client: waits until it may be asked, lets the client ask, ends the arm.
async function asked(
  {parameters: {workload, variant, extent}}: WorkloadCell,
  program: Program,
  client: EchoClient,
  port: number,
  limitMs: number
): Promise<Metrics> {
  await program.record(limitMs);
  const asking = workload.asked!.client(variant.name, workload.size[extent]);
  const answers = await client.ask({...asking, port});
  program.send("\n");
  const {at_ns: _, ...line} = await program.record<{metrics?: Metrics} & Metrics>(limitMs);
  const metrics = line.metrics ?? (line as Metrics);
  return {...(workload.asked!.metrics ?? answeredMetrics)(answers, asking), ...known(metrics)};
}

/// Programs that speak as io_priority.py does say null where the system does not tell.
const known = (metrics: Metrics): Metrics =>
  Object.fromEntries(Object.entries(metrics).filter(([, value]) => value !== null));

export function answeredMetrics({latencies_us: us, lost, duration_s}: Answers): Metrics {
  const of = (p: number) => (us.length === 0 ? null : quantile(us, p));
  return {
    requests_per_s: us.length / duration_s,
    lost,
    latency_us_p50: of(0.5),
    latency_us_p90: of(0.9),
    latency_us_p99: of(0.99),
    latency_us_max: of(1)
  };
}

// ---- the simulated machine

async function predictedArms(cell: WorkloadCell, repetition: Repetition): Promise<Measured[]> {
  const {workload, variant, extent} = cell.parameters;
  const client = workload.asked?.client(variant.name, workload.size[extent]) ?? null;
  const args = argumentsOf(cell, repetition.arms);
  const {common, reports, lines} = await predict(cell, repetition, workload.program, args, client);
  const told = lines.filter((line) => "metrics" in line || "cpu_s" in line);
  return repetition.arms.map((threads, i) => {
    const own = told[i] as {metrics?: Metrics} & Metrics;
    const metrics = known(own.metrics ?? own);
    if (client === null) return {row: {...common, threads, order: i + 1}, metrics};
    const {latencies_ns, lost, duration_ns} = reports[i];
    const answers = {latencies_us: latencies_ns.map((ns) => ns / 1000), lost, duration_s: duration_ns / 1e9};
    const seen = (workload.asked!.metrics ?? answeredMetrics)(answers, client);
    return {row: {...common, threads, order: i + 1}, metrics: {...seen, ...metrics}};
  });
}
