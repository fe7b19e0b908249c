import {
  type Arm,
  atUsualInterval,
  type Cell,
  coreName,
  coreSettings,
  type ExperimentDefinition,
  groups,
  intervals,
  medianOf,
  programPath,
  type Repetition,
  type Row,
  runCell,
  type Setting,
  subjectName,
  summaryRow,
  type Tables
} from "./experiment.ts";
import type {Interpreter} from "./interpreters.ts";
import {Program} from "./runner.ts";
import type {SummaryRow} from "./schema.ts";
import {type BootstrapOptions, bootstrap, median, ratioOfMedians} from "./statistics.ts";

const PROGRAM = "contention.py";
/// Ticks in one turn of the count loop. INPLACE_SUBTRACT and JUMP_ABSOLUTE tick; COMPARE_OP only where the jump after it is
/// not predicted, as in builds of 2.7 with computed gotos, which is what one finds today. Convoy models those without.
const TICKS_PER_ITERATION = {host: 2, native: 3, simulated: 2};

/// Time between checks of CPython 2.7 on the machine of the recorded run, for computers that have none.
const USUAL_CHECK_NS = 460;

interface Parameters {
  work: "fixed" | "split";
  /// Whether the check interval is set so that checks come as often as CPython's, which is faster or slower than Convoy.
  paced: boolean;
}

interface SpokenArm {
  threads: number;
  iterations_total: number;
  wall_s: number;
  cpu_s: number | null;
  voluntary_switches: number | null;
  involuntary_switches: number | null;
}

/// Beazley's count: the same loop alone and in 2, 3 and 4 threads.
export const contention: ExperimentDefinition<Parameters> = {
  name: "contention",
  title: "Counting down alone against counting in 2, 3 and 4 threads, on one core and on all",
  program: PROGRAM,
  plans: {
    quick: {repetitions: 5, budget_s: 70, count_ms: 30},
    full: {repetitions: 30, budget_s: 3600, count_ms: 500},
    validity: {repetitions: 12, predictions: 3, budget_s: 3600, count_ms: 50}
  },
  cells,
  calibrate,
  measure,
  summarize
};

function cells(setting: Setting, interpreters: Interpreter[]): Cell<Parameters>[] {
  return interpreters.flatMap((interpreter) => {
    const settings = coreSettings(interpreter);
    const all = settings[0];
    const cell = (work: Parameters["work"], cores: number, paced = false): Cell<Parameters> => ({
      name: `${subjectName(interpreter)}/${work}/${coreName(cores)}${paced ? "/paced" : ""}`,
      interpreter,
      cores,
      arms: [1, 2, 3, 4],
      parameters: {work, paced}
    });
    const made = settings.map((cores) => cell("fixed", cores));
    // The old lock's second form has its figure of split work in the full setting only.
    if (setting === "full") made.push(...settings.map((cores) => cell("split", cores)));
    else if (interpreter.machine !== "host" || interpreter.design !== "tick-condition")
      made.push(cell("split", all));
    if (interpreter.machine === "host" && interpreter.design === "tick") made.push(cell("fixed", all, true));
    return made;
  });
}

/// The check interval that puts as much time between Convoy's checks as CPython 2.7 has between its own.
function pacedInterval(ns: number, reference: number | null): number {
  const aim = reference === null ? USUAL_CHECK_NS : (101 / TICKS_PER_ITERATION.native) * reference;
  return Math.max(1, Math.round((aim / ns) * TICKS_PER_ITERATION.host) - 1);
}

/// Nanoseconds for one iteration of the loop, alone.
async function calibrate(interpreter: Interpreter): Promise<number> {
  const command = [
    ...interpreter.command(coreSettings(interpreter)[0], 1),
    programPath(PROGRAM),
    "calibrate",
    "0.3"
  ];
  const program = new Program(command, {limitMs: 20_000});
  const {ns_per_iteration} = await program.record<{ns_per_iteration: number}>(20_000);
  await program.finish();
  return ns_per_iteration;
}

/// A round number of iterations that takes about `count_ms`.
function iterationsFor(setting: Setting, ns: number): number {
  const count_ms = contention.plans[setting].count_ms as number;
  return Number(((count_ms * 1e6) / ns).toPrecision(2));
}

async function measure(cell: Cell<Parameters>, repetition: Repetition): Promise<Tables> {
  const {calibration, reference, setting} = repetition;
  const {work, paced} = cell.parameters;
  const {design} = cell.interpreter;
  const iterations = iterationsFor(setting, calibration);
  const swept = intervals(design, paced ? pacedInterval(calibration, reference) : undefined);
  const args = [work, `${iterations}`, repetition.arms.join(",")];
  if (paced) args.push(`${swept.check_interval_ticks}`);
  const rows = await runCell(cell, repetition, PROGRAM, args, 120_000, async (program) => {
    const {start_s, arms} = await program.record<{start_s: number; arms: SpokenArm[]}>(120_000);
    const start_ms = round(start_s * 1000);
    const alone = perIteration(arms.find((arm) => arm.threads === 1)!);
    const check_ns = round(alone * iterationsPerCheck(cell.interpreter, swept.check_interval_ticks));
    return arms.map((arm) => armOf(arm, alone, {...swept, work, iterations, check_ns, start_ms}));
  });
  return {rows};
}

/// Turns of the loop from one check to the next: `--_Py_Ticker < 0` counts one tick more than the check interval.
function iterationsPerCheck({machine}: Interpreter, check_interval_ticks: number | null): number {
  return check_interval_ticks === null ? 1 : (check_interval_ticks + 1) / TICKS_PER_ITERATION[machine];
}

const perIteration = ({wall_s, iterations_total}: SpokenArm): number => (wall_s / iterations_total) * 1e9;

function armOf(arm: SpokenArm, alone: number, common: Row): Arm {
  const {threads, iterations_total, wall_s, ...used} = arm;
  const columns: Row = {
    ...common,
    mode: threads === 1 ? "sequential" : "threaded",
    threads,
    iterations_total,
    wall_s,
    wall_ns_per_iteration: round(perIteration(arm)),
    slowdown_ratio: round(perIteration(arm) / alone)
  };
  return {columns, ...used};
}

const round = (value: number): number => Number(value.toPrecision(6));

function summarize(tables: Tables, options: BootstrapOptions): SummaryRow[] {
  const arms = groups(tables.rows, ["cell", "threads"]);
  return arms.flatMap((rows) => {
    const summary = [
      medianOf(rows, "slowdown_ratio", "", options),
      medianOf(rows, "wall_ns_per_iteration", "ns", options),
      medianOf(rows, "check_ns", "ns", options)
    ];
    const {cores, threads, work, machine, design, interpreter} = rows[0];
    if (threads !== 1) summary.push(overTwoThreads(rows, tables.rows, options));
    const onAll = arms.find(([row]) => {
      const same = row.machine === machine && row.design === design && row.interpreter === interpreter;
      return same && row.work === work && row.threads === threads && row.cores !== 1 && atUsualInterval(row);
    });
    if (cores === 1 && onAll) {
      const times = [rows, onAll].map((arm) => arm.map((row) => row.wall_ns_per_iteration as number));
      summary.push(summaryRow(rows[0], "one_core_ratio", "", ratioOfMedians(times[0], times[1], options)));
    }
    return summary;
  });
}

/// The time over that of two threads in the same process.
function overTwoThreads(rows: Row[], all: Row[], options: BootstrapOptions): SummaryRow {
  const ratios = rows.map((row) => {
    const two = all.find((r) => r.cell === row.cell && r.repetition === row.repetition && r.threads === 2)!;
    return (row.wall_ns_per_iteration as number) / (two.wall_ns_per_iteration as number);
  });
  return summaryRow(rows[0], "two_threads_ratio", "", bootstrap(ratios, median, options));
}
