/// Writes what was measured as a dataset, alone or into the one that is there.
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {datapackage} from "./datapackage.ts";
import {
  type AnyExperiment,
  type Cell,
  programPath,
  type Setting,
  type Subjects,
  type Tables
} from "./experiment.ts";
import {replaceFolder} from "./folders.ts";
import {codeHash, freshness, sha256} from "./freshness.ts";
import type {Journal} from "./journal.ts";
import type {Circumstances} from "./provenance.ts";
import {seedFor} from "./random.ts";
import {ROOT} from "./root.ts";
import {type Column, type Part, type Run, TABLES} from "./schema.ts";
import {type BootstrapOptions, LEVEL, RESAMPLES} from "./statistics.ts";
import {kindsOf, subjectKey} from "./subjects.ts";
import {load1m} from "./system.ts";
import {readTable, writeTable} from "./tables.ts";

/// What an unfinished run begins with.
export interface Header {
  freshness: string;
  code: string;
  circumstances: Circumstances;
  /// By the name of the interpreter and its design.
  calibration: Record<string, number>;
  sittings: number;
}

/// What was measured, and how it was asked for.
export interface Measured {
  cells: Cell[];
  subjects: Subjects;
  setting: Setting;
  machines: readonly string[];
  /// The command line that makes it again.
  command: string;
  seed: number;
  folder: string;
  /// Whether the rows of other cells, which are in the dataset already, are kept.
  added: boolean;
}

/// The dataset as it was.
interface Before {
  run: Run;
  tables: Tables;
}

export async function writeDataset(
  experiment: AnyExperiment,
  measured: Measured,
  journal: Journal<Header>
): Promise<void> {
  const {setting, seed, folder} = measured;
  const bootstrap: Required<BootstrapOptions> = {
    seed: seedFor(seed, "bootstrap"),
    resamples: RESAMPLES,
    level: LEVEL
  };
  const schema: Record<string, readonly Column[]> = TABLES[experiment.name];
  const before = measured.added ? await readBefore(experiment, measured) : null;
  const cells = [...new Set([...(before?.run.cells ?? []), ...measured.cells.map((cell) => cell.name)])];
  const tables = collect(schema, cells, journal, before);
  const summary = inOrder(experiment.summarize(tables, bootstrap), cells);
  const run: Run = {
    experiment: experiment.name,
    title: experiment.title,
    setting,
    ...identityOf(experiment, measured, journal.header),
    ...subjectsOf(measured.subjects, before?.run),
    parameters: {...experiment.plans[setting], calibrated_ns: journal.header.calibration},
    cells,
    repetitions: Math.max(before?.run.repetitions ?? 0, ...journal.entries.map((entry) => entry.repetition)),
    seed,
    bootstrap: {method: "percentile", ...bootstrap},
    ...journal.header.circumstances,
    load_after: load1m(),
    steal_ms: stolen(journal),
    end: new Date().toISOString(),
    sittings: journal.header.sittings,
    tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]))
  };
  if (experiment.parts) run.parts = partsOf(experiment, measured, run, before?.run.parts ?? []);
  await replaceFolder(folder, experiment.name, async (made) => {
    for (const [name, columns] of Object.entries(schema)) await writeTable(made, name, columns, tables[name]);
    const json = (name: string, value: unknown) =>
      writeFileSync(join(made, name), `${JSON.stringify(value, null, 1)}\n`);
    json("summary.json", summary);
    json("run.json", run);
    json("datapackage.json", datapackage(made, run, schema));
  });
}

/// The dataset in the folder, without the rows of cells that have been measured anew; null where there is none.
async function readBefore(experiment: AnyExperiment, {cells, folder}: Measured): Promise<Before | null> {
  const own = join(folder, experiment.name);
  if (!existsSync(join(own, "run.json"))) return null;
  const run = JSON.parse(readFileSync(join(own, "run.json"), "utf8")) as Run;
  const anew = new Set(cells.map((cell) => cell.name));
  const tables: Tables = {};
  for (const [name, columns] of Object.entries(TABLES[experiment.name])) {
    const rows = await readTable(join(own, `${name}.parquet`), columns);
    tables[name] = rows.filter((row) => !anew.has(row.cell as string));
  }
  return {run, tables};
}

function identityOf(
  experiment: AnyExperiment,
  {setting, machines, command}: Measured,
  header: Header
): Pick<Run, "freshness" | "code" | "command" | "program"> {
  const {programs} = experiment.code ?? {programs: [experiment.program]};
  const texts = programs.map((program) => readFileSync(programPath(program)));
  return {
    freshness: freshness(experiment, setting, kindsOf(machines), ROOT).freshness,
    code: header.code,
    command,
    program: {
      path: join("loaders/programs", experiment.program),
      sha256: sha256(texts.length === 1 ? texts[0] : texts.map(sha256).join())
    }
  };
}

/// With what was measured now or before.
function subjectsOf(
  {interpreters, missing}: Subjects,
  before: Run | undefined
): Pick<Run, "designs" | "machines" | "interpreters" | "missing"> {
  const now = interpreters.map(({name, version, machine, design}) => ({name, version, machine, design}));
  const all = new Map([...(before?.interpreters ?? []), ...now].map((one) => [subjectKey(one), one]));
  return {
    designs: [...new Set([...all.values()].map((one) => one.design))],
    machines: [...new Set([...all.values()].map((one) => one.machine))],
    interpreters: [...all.values()],
    missing
  };
}

function stolen({entries}: Journal<Header>): number | null {
  const steal = entries.flatMap(({tables}) =>
    tables.rows.slice(0, 1).map((row) => row.steal_ms as number | null)
  );
  return steal.includes(null) ? null : steal.reduce<number>((sum, ms) => sum + ms!, 0);
}

/// When and with what each part was measured last.
function partsOf(experiment: AnyExperiment, {cells}: Measured, run: Run, before: readonly Part[]): Part[] {
  const {commit, command, start, end, machines} = run;
  return Object.entries(experiment.parts!).flatMap(([name, code]) => {
    if (!cells.some((cell) => cell.part === name)) return before.filter((part) => part.name === name);
    return [{name, code: codeHash(code, machines, ROOT), commit, command, start, end}];
  });
}

/// Tables in the order of cells and repetitions, whatever the order in which they were measured.
function collect(
  schema: Record<string, unknown>,
  cells: string[],
  journal: Journal<Header>,
  before: Before | null
): Tables {
  const place = new Map(cells.map((cell, i) => [cell, i]));
  const entries = [...journal.entries].sort((a, b) => a.repetition - b.repetition);
  return Object.fromEntries(
    Object.keys(schema).map((name) => {
      const rows = [...(before?.tables[name] ?? []), ...entries.flatMap((entry) => entry.tables[name])];
      return [name, rows.sort((a, b) => place.get(a.cell as string)! - place.get(b.cell as string)!)];
    })
  );
}

/// By cell, then by number of threads; metrics as the experiment lists them.
function inOrder<R extends {cell: string; threads: number | null}>(summary: R[], cells: string[]): R[] {
  const place = new Map(cells.map((cell, i) => [cell, i]));
  const threads = (row: R) => row.threads ?? (row as {spinners?: number | null}).spinners ?? 0;
  return summary.sort((a, b) => place.get(a.cell)! - place.get(b.cell)! || threads(a) - threads(b));
}
