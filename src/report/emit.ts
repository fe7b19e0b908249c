/// What data loaders print. Framework gives what stands in brackets in a loader's name as an argument.

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {CHECKS, checksDatabase} from "../../loaders/checks.ts";
import {databaseOf, dataset} from "../../loaders/datasets.ts";
import {FOLDER as FITTED} from "../../loaders/fit/dataset.ts";
import {type Dataset, EXPERIMENTS} from "../../loaders/schema.ts";

/// Beside the datasets of experiments: the tables of data/checks.
const CHECKED = "checks";

/// Folders that are no experiment's dataset, by what the site calls them.
const FOLDERS: Record<string, string> = {[CHECKED]: CHECKS, "validity-published": FITTED};

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

function find(name: string | undefined): Dataset {
  const known = EXPERIMENTS.find((experiment) => experiment === name);
  if (known === undefined)
    throw new Error(
      `unknown dataset: ${name}; there are ${[...EXPERIMENTS, ...Object.keys(FOLDERS)].join(", ")}`
    );
  const found = dataset(known);
  if (found === null) throw new Error(`missing dataset ${known}: run npx convoy data ${known}`);
  return found;
}
