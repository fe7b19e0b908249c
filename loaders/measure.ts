import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {type AnyExperiment, type Cell, drawn, type Plan, type Setting, type Subjects} from "./experiment.ts";
import {alone, recover, writableFolder} from "./folders.ts";
import {type Freshness, freshness, hasFreshParts, sha256} from "./freshness.ts";
import type {Interpreter} from "./interpreters.ts";
import {Journal} from "./journal.ts";
import type {Progress} from "./progress.ts";
import {circumstances} from "./provenance.ts";
import {random, seedFor, shuffled} from "./random.ts";
import {type Header, writeDataset} from "./record.ts";
import {ROOT} from "./root.ts";
import {type DatasetName, type Machine, type Run, TABLES} from "./schema.ts";
import {findSubjects, kindsOf, subjectKey} from "./subjects.ts";
import {toCsv} from "./tables.ts";

const LEAST_REPETITIONS = 3;
/// After so many processes of a cell that failed, no other is tried.
const MOST_FAILURES = 2;
const REAL: readonly string[] = ["host", "native"];

export interface MeasureOptions {
  /// Default quick.
  setting?: Setting;
  /// `host`; `native`, the newest CPython with each lock; `native:NAME`, a certain interpreter, `native:newest`, of each minor
  /// version, or `native:all`. `simulated`: the interpreters of which data/profiles has a profile. Default: the
  /// experiment's, host and native for most; the latter measures nothing when there is no CPython, and says so.
  machines?: readonly string[];
  /// Of an experiment with parts, these alone; the rows of others, and of machines that were not asked for, are kept. Default all.
  only?: readonly string[];
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
  /// At most so many process restarts of each cell. Default: the setting's.
  repetitions?: number;
}

/// Measures an experiment and replaces its dataset when all is done; nothing is replaced before. Repetitions that an
/// interrupted run of the same freshness has finished are kept. Returns false when the dataset was fresh already.
export async function measure(experiment: AnyExperiment, options: MeasureOptions): Promise<boolean> {
  const {setting = "quick", seed = 1, complete = false, repetitions, progress, only} = options;
  const machines = options.machines ?? experiment.machines ?? REAL;
  const kinds = kindsOf(machines);
  checkParts(experiment, only);
  const folder = writableFolder(options.folder);
  recover(folder, experiment.name);
  const wanted = freshness(experiment, setting, kinds, ROOT);
  const subjects = options.subjects ?? (await subjectsFor(experiment, machines));
  const added = experiment.parts !== undefined && (only !== undefined || options.machines !== undefined);
  const asked = {setting, kinds, subjects, folder};
  if (!options.force && !added && isFresh(experiment, asked)) return false;
  return alone(folder, async () => {
    for (const text of subjects.missing) progress.say(`not measured: ${text}`);
    const planned = experiment.cells(setting, subjects.interpreters);
    const cells = planned.filter(({part}) => only === undefined || only.includes(part!));
    if (cells.length === 0)
      throw new Error(`missing interpreters: nothing to measure ${experiment.name} with`);
    const journal = await openJournal(experiment, cells, subjects, folder, wanted);
    if (journal.resumed)
      progress.say(`${experiment.name}: going on after ${journal.entries.length} repetitions`);
    await measureRounds(experiment, cells, {setting, seed, complete, repetitions}, journal, progress);
    const command = commandOf(experiment.name, {...options, setting, seed});
    const measured = {cells, subjects, setting, machines, command, seed, folder, added};
    await writeDataset(experiment, measured, journal);
    journal.remove();
    return true;
  });
}

const subjectsFor = (experiment: AnyExperiment, machines: readonly string[]): Promise<Subjects> =>
  experiment.subjects?.(machines) ?? findSubjects(machines, experiment.designs);

/// Throws for a part that the experiment does not have.
function checkParts({name, parts = {}}: AnyExperiment, only: readonly string[] = []): void {
  const unknown = only.find((part) => !Object.hasOwn(parts, part));
  if (unknown === undefined) return;
  const known = Object.keys(parts).join(", ");
  throw new Error(`unknown part of ${name}: ${unknown}; ${known ? `there are ${known}` : "it has no parts"}`);
}

interface Asked {
  setting: Setting;
  kinds: readonly Machine[];
  subjects: Subjects;
  folder: string;
}

/// Whether `folder` has a dataset of the experiment that need not be measured again: made by this code, of this setting or
/// of a fuller one, with all of these interpreters.
function isFresh(experiment: AnyExperiment, {setting, kinds, subjects, folder}: Asked): boolean {
  const file = join(folder, experiment.name, "run.json");
  if (!existsSync(file)) return false;
  const run = JSON.parse(readFileSync(file, "utf8")) as Run;
  const measured = run.interpreters.map(subjectKey);
  if (!subjects.interpreters.every((interpreter) => measured.includes(subjectKey(interpreter)))) return false;
  if (!hasFreshParts(experiment, run, ROOT)) return false;
  const settings = setting === "quick" ? (["quick", "full"] as const) : (["full"] as const);
  return settings.some((s) => freshness(experiment, s, kinds, ROOT).freshness === run.freshness);
}

async function openJournal(
  experiment: AnyExperiment,
  cells: Cell[],
  {interpreters}: Subjects,
  folder: string,
  wanted: Freshness
): Promise<Journal<Header>> {
  // Other interpreters or parts than those of the interrupted run are another run.
  const parts = experiment.parts ? [[...new Set(cells.map(({part}) => part))]] : [];
  const key = sha256(JSON.stringify([wanted.freshness, interpreters.map(subjectKey), ...parts]));
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

interface Rounds {
  setting: Setting;
  seed: number;
  complete: boolean;
  repetitions?: number;
}

/// Round after round through all cells, each round in an order of its own, so that what drifts touches all alike.
async function measureRounds(
  experiment: AnyExperiment,
  cells: Cell[],
  {setting, seed, complete, repetitions: most = Number.POSITIVE_INFINITY}: Rounds,
  journal: Journal<Header>,
  progress: Progress
): Promise<void> {
  const planned = experiment.plans[setting];
  const plan = {
    ...planned,
    repetitions: Math.min(planned.repetitions, most),
    ...(complete && {budget_s: Number.POSITIVE_INFINITY})
  };
  for (let repetition = 1; repetition <= plan.repetitions; repetition++) {
    const begun = cells.some((cell) => journal.has(cell.name, repetition));
    if (!begun && repetition > plannedRounds(plan, cells, journal)) break;
    const round = shuffled(cells, random(seedFor(seed, "round", repetition))).filter(
      (cell) => !journal.has(cell.name, repetition) && repetition <= repetitionsOf(cell, plan)
    );
    await each(round, experiment.parallel ?? 1, async (cell) => {
      if (failures(journal, cell) >= MOST_FAILURES) return;
      const rounds = Math.max(repetition, plannedRounds(plan, cells, journal));
      const total = cells.reduce((sum, one) => sum + Math.min(rounds, repetitionsOf(one, plan)), 0);
      progress.step(journal.entries.length, total, cell.name);
      const context = {setting, ...calibrationOf(cell.interpreter, journal.header.calibration)};
      const begin = performance.now();
      const tables = await experiment.measure(cell, {...drawn(cell, repetition, seed), ...context});
      for (const [name, columns] of Object.entries(TABLES[experiment.name])) toCsv(columns, tables[name]);
      journal.add({cell: cell.name, repetition, took_s: (performance.now() - begin) / 1000, tables});
    });
  }
  progress.step(journal.entries.length, journal.entries.length, "");
}

/// `use` for each of `items`, in their order, so many at a time.
async function each<T>(items: readonly T[], atOnce: number, use: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const line = async () => {
    for (const item of rest) await use(item);
  };
  await Promise.all(Array.from({length: atOnce}, line));
}

/// Processes of a cell that ended with a reason instead of figures.
const failures = ({entries}: Journal<Header>, {name}: Cell): number =>
  entries.filter(({cell, tables}) => cell === name && (tables.missing ?? []).length > 0).length;

function repetitionsOf(cell: Cell, {repetitions, predictions = repetitions}: Plan): number {
  const most = cell.interpreter.machine === "simulated" ? Math.min(predictions, repetitions) : repetitions;
  return Math.min(most, cell.repetitions ?? most);
}

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

function commandOf(
  name: DatasetName,
  {setting, machines, only = [], repetitions, seed}: Omit<MeasureOptions, "folder" | "progress">
): string {
  if (setting === "validity")
    return `npx convoy validate --only ${machines?.includes("simulated") ? "predict" : "measure"} ${name}`;
  const parts = ["npx convoy data", name];
  if (setting === "full") parts.push("--full");
  parts.push(...only.map((part) => `--only ${part}`));
  parts.push(...(machines ?? []).map((machine) => `--machine ${machine}`));
  if (repetitions !== undefined) parts.push(`--repetitions ${repetitions}`);
  if (seed !== 1) parts.push(`--seed ${seed}`);
  return parts.join(" ");
}
