/// What data loaders print. Framework gives what stands in brackets in a loader's name as an argument.

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {CHECKS, checksDatabase} from "../../loaders/checks.ts";
import {databaseOf, dataset, validity} from "../../loaders/datasets.ts";
import {FOLDER as FITTED} from "../../loaders/fit/dataset.ts";
import {SIDES, type Side} from "../../loaders/folders.ts";
import {
  DATASETS,
  type Dataset,
  type DatasetName,
  EXPERIMENTS,
  type Experiment
} from "../../loaders/schema.ts";

/// Beside the datasets of experiments: the tables of data/checks.
const CHECKED = "checks";

/// Folders that are no experiment's dataset, by what the site calls them.
const FOLDERS: Record<string, string> = {[CHECKED]: CHECKS, "validity-published": FITTED};

/// What the site calls a dataset of data/validity.
export const validityName = (side: Side, experiment: Experiment): string => `validity-${side}-${experiment}`;

/// Prints the file FILE.EXTENSION of the dataset named in --dataset, as it was recorded.
export function emitFile(extension: "csv" | "parquet" | "json"): void {
  const {values} = parseArgs({options: {dataset: {type: "string"}, file: {type: "string"}}});
  const folder = FOLDERS[values.dataset ?? ""] ?? find(values.dataset).folder;
  process.stdout.write(readFileSync(join(folder, `${values.file}.${extension}`)));
}

/// Prints the database of the dataset named in --dataset.
export async function emitDatabase(): Promise<void> {
  const {values} = parseArgs({options: {dataset: {type: "string"}}});
  const made = values.dataset === CHECKED ? checksDatabase() : databaseOf(find(values.dataset));
  process.stdout.write(await made);
}

/// Every dataset that can be asked for, by name, as a function that reads it.
const READERS: ReadonlyMap<string, () => Dataset<DatasetName> | null> = new Map<
  string,
  () => Dataset<DatasetName> | null
>([
  ...DATASETS.map((name) => [name, () => dataset(name)] as const),
  ...SIDES.flatMap((side) =>
    EXPERIMENTS.map((name) => [validityName(side, name), () => validity(name, side)] as const)
  )
]);

function find(name = ""): Dataset<DatasetName> {
  const read = READERS.get(name);
  if (read === undefined)
    throw new Error(
      `unknown dataset: ${name}; there are ${[...READERS.keys(), ...Object.keys(FOLDERS)].join(", ")}`
    );
  const found = read();
  if (found === null) throw new Error(`missing dataset ${name}: run npx convoy data or npx convoy validate`);
  return found;
}
