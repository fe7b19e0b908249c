import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {datapackage} from "./datapackage.ts";
import {
  type Cell,
  drawn,
  type ExperimentDefinition,
  type Plan,
  programPath,
  type Setting,
  type Tables
} from "./experiment.ts";
import {alone, recover, replaceFolder, writableFolder} from "./folders.ts";
import {type Freshness, freshness, sha256} from "./freshness.ts";
import {chooseNatives, findConvoy, findInterpreters, type Interpreter, namedNatives} from "./interpreters.ts";
import {Journal} from "./journal.ts";
import type {Progress} from "./progress.ts";
import {type Circumstances, circumstances} from "./provenance.ts";
import {random, seedFor, shuffled} from "./random.ts";
import {ROOT} from "./root.ts";
import {type Experiment, MACHINES, type Machine, type Run, type SummaryRow, TABLES} from "./schema.ts";
import {findPredicted} from "./simulated.ts";
import {type BootstrapOptions, LEVEL, RESAMPLES} from "./statistics.ts";
import {load1m} from "./system.ts";
import {toCsv, writeTable} from "./tables.ts";

const LEAST_REPETITIONS = 3;
const REAL: readonly Machine[] = ["host", "native"];

export interface MeasureOptions {
  /// Default quick.
  setting?: Setting;
  /// `host`; `native`, the newest CPython with each lock; `native:NAME`, a certain interpreter, or `native:all`.
  /// `simulated`: the interpreters of which data/profiles has a profile. Default host and native; the latter measures nothing
  /// when there is no CPython, and says so.
  machines?: readonly string[];
  /// Where the dataset's folder is made.
  folder: string;
  /// Default 1.
  seed?: number;
  progress: Progress;
  /// What to measure with, and in words what there is none of. Default: what is found on this computer.
  subjects?: Subjects;
  /// Measure even when the dataset there is fresh. Default false.
  force?: boolean;
  /// All repetitions of the setting, however long they take. Default false.
  complete?: boolean;
}

export interface Subjects {
  interpreters: Interpreter[];
  missing: string[];
}

interface Header extends Freshness {
  circumstances: Circumstances;
  /// By the name of the interpreter and its design.
  calibration: Record<string, number>;
  sittings: number;
}

/// Measures an experiment and replaces its dataset when all is done; nothing is replaced before. Repetitions that an
/// interrupted run of the same freshness has finished are kept. Returns false when the dataset was fresh already.
export async function measure(experiment: ExperimentDefinition, options: MeasureOptions): Promise<boolean> {
  const {setting = "quick", machines = REAL, seed = 1, complete = false, progress} = options;
  const kinds = kindsOf(machines);
  const folder = writableFolder(options.folder);
  recover(folder, experiment.name);
  const wanted = freshness(experiment, setting, kinds, ROOT);
  const subjects = options.subjects ?? (await findSubjects(machines));
  if (!options.force && isFresh(experiment, setting, kinds, subjects.interpreters, folder)) return false;
  return alone(folder, async () => {
    for (const text of subjects.missing) progress.say(`not measured: ${text}`);
    const cells = experiment.cells(setting, subjects.interpreters);
    if (cells.length === 0)
      throw new Error(`missing interpreters: nothing to measure ${experiment.name} with`);
    const journal = await openJournal(experiment, subjects, folder, wanted);
    if (journal.resumed)
      progress.say(`${experiment.name}: going on after ${journal.entries.length} repetitions`);
    await measureRounds(experiment, cells, {setting, seed, complete}, journal, progress);
    await writeDataset(experiment, cells, {setting, machines, seed, folder}, subjects, journal);
    journal.remove();
    return true;
  });
}

/// Whether `folder` has a dataset of the experiment that need not be measured again: made by this code, of this setting or
/// of a fuller one, with all of these interpreters.
function isFresh(
  experiment: ExperimentDefinition,
  setting: Setting,
  machines: readonly Machine[],
  interpreters: Interpreter[],
  folder: string
): boolean {
  const file = join(folder, experiment.name, "run.json");
  if (!existsSync(file)) return false;
  const run = JSON.parse(readFileSync(file, "utf8")) as Run;
  const measured = run.interpreters.map(subjectKey);
  if (!interpreters.every((interpreter) => measured.includes(subjectKey(interpreter)))) return false;
  const settings = setting === "quick" ? (["quick", "full"] as const) : (["full"] as const);
  return settings.some((s) => freshness(experiment, s, machines, ROOT).freshness === run.freshness);
}

/// Throws at a name that is no machine's.
function kindsOf(machines: readonly string[]): Machine[] {
  const kinds = machines.map((machine) => (NATIVE.test(machine) ? "native" : machine));
  const unknown = kinds.find((kind) => !MACHINES.includes(kind as Machine));
  if (unknown === undefined) return [...new Set(kinds)] as Machine[];
  throw new Error(`unknown machine: ${unknown}; there are ${MACHINES.join(", ")} and native:NAME`);
}

const NATIVE = /^native:(?=.)/;

async function findSubjects(machines: readonly string[]): Promise<Subjects> {
  const {version} = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const ours: Interpreter[] = machines.includes("host") ? await findConvoy(version) : [];
  if (machines.includes("simulated")) ours.push(...findPredicted());
  const names = machines
    .filter((machine) => NATIVE.test(machine))
    .map((machine) => machine.replace(NATIVE, ""));
  if (!machines.includes("native") && names.length === 0) return {interpreters: ours, missing: []};
  const found = await findInterpreters();
  const {chosen, missing} = machines.includes("native") ? chooseNatives(found) : {chosen: [], missing: []};
  return {interpreters: [...new Set([...ours, ...chosen, ...namedNatives(names, found)])], missing};
}

const subjectKey = ({machine, design, name}: Pick<Interpreter, "machine" | "design" | "name">): string =>
  `${machine} ${design} ${name}`;

async function openJournal(
  experiment: ExperimentDefinition,
  {interpreters}: Subjects,
  folder: string,
  wanted: Freshness
): Promise<Journal<Header>> {
  // Other interpreters than those of the interrupted run are another run.
  const key = sha256(JSON.stringify([wanted.freshness, interpreters.map(subjectKey)]));
  const file = join(folder, `.${experiment.name}.journal`);
  const journal = await Journal.open<Header>(file, key, async () => {
    const before = circumstances();
    const calibration: Record<string, number> = {};
    for (const interpreter of interpreters) {
      if (experiment.calibrate)
        calibration[subjectKey(interpreter)] = await experiment.calibrate(interpreter);
    }
    return {freshness: key, code: wanted.code, circumstances: before, calibration, sittings: 0};
  });
  journal.header.sittings++;
  journal.save();
  return journal;
}

/// Round after round through all cells, each round in an order of its own, so that what drifts touches all alike.
async function measureRounds(
  experiment: ExperimentDefinition,
  cells: Cell[],
  {setting, seed, complete}: {setting: Setting; seed: number; complete: boolean},
  journal: Journal<Header>,
  progress: Progress
): Promise<void> {
  const planned = experiment.plans[setting];
  const plan = complete ? {...planned, budget_s: Number.POSITIVE_INFINITY} : planned;
  for (let repetition = 1; repetition <= plan.repetitions; repetition++) {
    const begun = cells.some((cell) => journal.has(cell.name, repetition));
    if (!begun && repetition > plannedRounds(plan, cells, journal)) break;
    for (const cell of shuffled(cells, random(seedFor(seed, "round", repetition)))) {
      if (journal.has(cell.name, repetition) || repetition > repetitionsOf(cell, plan)) continue;
      const rounds = Math.max(repetition, plannedRounds(plan, cells, journal));
      const total = cells.reduce((sum, one) => sum + Math.min(rounds, repetitionsOf(one, plan)), 0);
      progress.step(journal.entries.length, total, cell.name);
      const context = {setting, ...calibrationOf(cell.interpreter, journal.header.calibration)};
      const begin = performance.now();
      const tables = await experiment.measure(cell, {...drawn(cell, repetition, seed), ...context});
      for (const [name, columns] of Object.entries(TABLES[experiment.name])) toCsv(columns, tables[name]);
      journal.add({cell: cell.name, repetition, took_s: (performance.now() - begin) / 1000, tables});
    }
  }
  progress.step(journal.entries.length, journal.entries.length, "");
}

const repetitionsOf = ({interpreter}: Cell, {repetitions, predictions = repetitions}: Plan): number =>
  interpreter.machine === "simulated" ? predictions : repetitions;

/// How many rounds fit into the budget at the pace so far: at least three, at most those that are planned.
function plannedRounds({repetitions, budget_s}: Plan, cells: Cell[], {entries}: Journal<Header>): number {
  if (entries.length === 0) return repetitions;
  const round_s = (entries.reduce((sum, entry) => sum + entry.took_s, 0) / entries.length) * cells.length;
  return Math.min(repetitions, Math.max(LEAST_REPETITIONS, Math.floor(budget_s / round_s)));
}

function calibrationOf(interpreter: Interpreter, known: Record<string, number>) {
  const old = Object.keys(known).find((key) => key.startsWith("native tick "));
  return {calibration: known[subjectKey(interpreter)] ?? 0, reference: old === undefined ? null : known[old]};
}

interface Written {
  setting: Setting;
  machines: readonly string[];
  seed: number;
  folder: string;
}

async function writeDataset(
  experiment: ExperimentDefinition,
  cells: Cell[],
  {setting, machines, seed, folder}: Written,
  subjects: Subjects,
  journal: Journal<Header>
): Promise<void> {
  const bootstrap: Required<BootstrapOptions> = {
    seed: seedFor(seed, "bootstrap"),
    resamples: RESAMPLES,
    level: LEVEL
  };
  const schema = TABLES[experiment.name];
  const tables = collect(Object.keys(schema), cells, journal);
  const summary = inOrder(experiment.summarize(tables, bootstrap), cells);
  const {header} = journal;
  const steal = journal.entries.map((entry) => entry.tables.rows[0].steal_ms as number | null);
  const run: Run = {
    experiment: experiment.name,
    title: experiment.title,
    setting,
    freshness: freshness(experiment, setting, kindsOf(machines), ROOT).freshness,
    code: header.code,
    command: commandOf(experiment.name, setting, machines, seed),
    program: {
      path: `loaders/programs/${experiment.program}`,
      sha256: sha256(readFileSync(programPath(experiment.program)))
    },
    designs: [...new Set(subjects.interpreters.map((i) => i.design))],
    machines: [...new Set(subjects.interpreters.map((i) => i.machine))],
    interpreters: subjects.interpreters.map(({name, version, machine, design}) => ({
      name,
      version,
      machine,
      design
    })),
    missing: subjects.missing,
    parameters: {...experiment.plans[setting], calibrated_ns: header.calibration},
    cells: cells.map((cell) => cell.name),
    repetitions: Math.max(...journal.entries.map((entry) => entry.repetition)),
    seed,
    bootstrap: {method: "percentile", ...bootstrap},
    ...header.circumstances,
    load_after: load1m(),
    steal_ms: steal.includes(null) ? null : steal.reduce<number>((sum, ms) => sum + ms!, 0),
    end: new Date().toISOString(),
    sittings: header.sittings,
    tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]))
  };
  await replaceFolder(folder, experiment.name, async (made) => {
    for (const [name, columns] of Object.entries(schema)) await writeTable(made, name, columns, tables[name]);
    const json = (name: string, value: unknown) =>
      writeFileSync(join(made, name), `${JSON.stringify(value, null, 1)}\n`);
    json("summary.json", summary);
    json("run.json", run);
    json("datapackage.json", datapackage(made, run, schema));
  });
}

/// The journal's tables in the order of cells and repetitions, whatever the order in which they were measured.
function collect(names: string[], cells: Cell[], journal: Journal<Header>): Tables {
  const place = new Map(cells.map((cell, i) => [cell.name, i]));
  const entries = [...journal.entries].sort(
    (a, b) => place.get(a.cell)! - place.get(b.cell)! || a.repetition - b.repetition
  );
  return Object.fromEntries(names.map((name) => [name, entries.flatMap((entry) => entry.tables[name])]));
}

/// By cell, then by number of threads; metrics as the experiment lists them.
function inOrder(summary: SummaryRow[], cells: Cell[]): SummaryRow[] {
  const place = new Map(cells.map((cell, i) => [cell.name, i]));
  const threads = (row: SummaryRow) => row.threads ?? row.spinners ?? 0;
  return summary.sort((a, b) => place.get(a.cell)! - place.get(b.cell)! || threads(a) - threads(b));
}

function commandOf(name: Experiment, setting: Setting, machines: readonly string[], seed: number): string {
  if (setting === "validity")
    return `npx convoy validate --only ${machines.includes("simulated") ? "predict" : "measure"} ${name}`;
  const parts = ["npx convoy data", name];
  if (setting === "full") parts.push("--full");
  if (machines !== REAL) parts.push(...machines.map((machine) => `--machine ${machine}`));
  if (seed !== 1) parts.push(`--seed ${seed}`);
  return parts.join(" ");
}
