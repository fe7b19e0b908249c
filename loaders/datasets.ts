import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {AnyExperiment} from "./experiment.ts";
import {experiments} from "./experiments.ts";
import {lastGood, localFolder, RECORDED, type Side, validityFolder} from "./folders.ts";
import {freshness, hasFreshParts} from "./freshness.ts";
import {ROOT} from "./root.ts";
import {
  type Dataset,
  type DatasetName,
  type Experiment,
  type Run,
  type SummaryOf,
  summaryColumns,
  TABLES
} from "./schema.ts";
import {type Row, readTable, writeDatabase} from "./tables.ts";

/// The run of an experiment that the report shows: the one of this computer, otherwise the recorded one. With CONVOY_RECORDED
/// set, always the recorded one. null when there is none.
export function dataset<N extends DatasetName>(name: N): Dataset<N> | null {
  const local = process.env.CONVOY_RECORDED ? null : readDataset(localFolder(), name, "local");
  return local ?? readDataset(RECORDED, name, "recorded");
}

/// The run of an experiment that predictions are compared with, or the one of predictions. null when there is none.
export const validity = (name: Experiment, side: Side): Dataset | null =>
  readDataset(validityFolder(side), name, "recorded");

function readDataset<N extends DatasetName>(
  parent: string,
  name: N,
  origin: Dataset["origin"]
): Dataset<N> | null {
  const folder = lastGood(parent, name);
  if (folder === null) return null;
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const run = read("run.json") as Run;
  const summary = read("summary.json") as SummaryOf<N>[];
  return {name, run, summary, status: isOfThisCode(run) ? "fresh" : "stale", origin, folder};
}

/// Whether a run was made by the code that is here; of a dataset of parts, each of them.
function isOfThisCode(run: Run): boolean {
  const experiment: AnyExperiment = experiments[run.experiment];
  if (experiment.parts) return hasFreshParts(experiment, run, ROOT);
  return freshness(experiment, run.setting, run.machines, ROOT).code === run.code;
}

/// All rows of a table of a dataset. Throws for an unknown table.
export async function tableOf({name, folder}: Dataset<DatasetName>, table = "rows"): Promise<Row[]> {
  const columns = (TABLES[name] as Record<string, (typeof TABLES)["contention"]["rows"]>)[table];
  if (!columns)
    throw new Error(`unknown table of ${name}: ${table}; there are ${Object.keys(TABLES[name]).join(", ")}`);
  return readTable(join(folder, `${table}.parquet`), columns);
}

/// The bytes of NAME.duckdb: the dataset's tables and `summary`, in a file that the page's DuckDB can attach.
export async function databaseOf({name, folder, summary}: Dataset<DatasetName>): Promise<Buffer> {
  const temporary = mkdtempSync(join(tmpdir(), "convoy-"));
  try {
    const file = join(temporary, `${name}.duckdb`);
    const tables = Object.keys(TABLES[name]).map((table) => [table, join(folder, `${table}.parquet`)]);
    await writeDatabase(file, {
      ...Object.fromEntries(tables),
      summary: {columns: summaryColumns(name), rows: summary}
    });
    return readFileSync(file);
  } finally {
    rmSync(temporary, {recursive: true, force: true});
  }
}
