/// data/validity/published: the figures, each seed's values, and what the search tried, with their columns.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableSchema} from "../datapackage.ts";
import {ROOT} from "../root.ts";
import type {Column, RowOf} from "../schema.ts";
import {readTable, toCsv} from "../tables.ts";
import {ROLES} from "./figures/index.ts";
import {MACHINES} from "./machines.ts";

export const FOLDER = join(ROOT, "data", "validity", "published");

const FIGURE = {
  name: "figure",
  type: "string",
  unit: "",
  description: "id of the figure in data/published/figures.csv"
} as const satisfies Column;

export const FIGURE_COLUMNS = [
  FIGURE,
  {
    name: "machine",
    type: "string",
    unit: "",
    values: MACHINES,
    description:
      "Machine of loaders/fit on which it is simulated, and profile of data/profiles where there is one of that name"
  },
  {
    name: "role",
    type: "string",
    unit: "",
    values: ROLES,
    description:
      "fitted: a parameter makes the simulated machine give it; unit: the time by which another figure is measured; predicted: neither"
  },
  {name: "workload", type: "string", unit: "", description: "What ran"},
  {name: "published", type: "number", unit: "", description: "The figure, in the unit of the column unit"},
  {
    name: "published_high",
    type: "number",
    unit: "",
    nullable: true,
    description: "Where a range is published: its end, and published its beginning"
  },
  {name: "unit", type: "string", unit: "", description: "Unit as published"},
  {
    name: "evidence",
    type: "string",
    unit: "",
    values: ["primary", "secondary"],
    description: "primary: the document was read; secondary: somebody's transcription of it"
  },
  {name: "simulated_p50", type: "number", unit: "", description: "Median over seeds, in the same unit"},
  {name: "simulated_min", type: "number", unit: "", description: "Least over seeds"},
  {name: "simulated_max", type: "number", unit: "", description: "Greatest over seeds"},
  {name: "seeds", type: "integer", unit: "runs", description: "Number of seeds"},
  {
    name: "factor",
    type: "number",
    unit: "",
    description: "How far the median is from what is published: the larger over the smaller, 1 within a range"
  },
  {
    name: "directions",
    type: "string",
    unit: "",
    description: "What the figure is above, below or the same as (within a quarter), by what is published"
  },
  {
    name: "direction_holds",
    type: "boolean",
    unit: "",
    nullable: true,
    description: "Whether all of that holds of the simulated medians too; empty where there is no direction"
  },
  {name: "note", type: "string", unit: "", nullable: true, description: "What else to know of it"}
] as const satisfies readonly Column[];

export const ROW_COLUMNS = [
  FIGURE,
  {name: "seed", type: "integer", unit: "", description: "Seed of the run"},
  {name: "simulated", type: "number", unit: "", description: "The figure in this run, in the published unit"}
] as const satisfies readonly Column[];

export const TRIED_COLUMNS = [
  {
    name: "parameter",
    type: "string",
    unit: "",
    description: "What was varied: those whose name ends in _ns in nanoseconds, the others in thousandths"
  },
  {name: "value", type: "integer", unit: "", description: "A value of it"},
  {
    name: "simulated_p50",
    type: "number",
    unit: "",
    description: "The figure that it is fitted to, with this value"
  },
  {
    name: "log_error_squared",
    type: "number",
    unit: "",
    description: "Square of the natural logarithm of simulated over published; the least was taken"
  }
] as const satisfies readonly Column[];

export type FigureRow = RowOf<typeof FIGURE_COLUMNS>;
export type SeedRow = RowOf<typeof ROW_COLUMNS>;
export type TriedRow = RowOf<typeof TRIED_COLUMNS>;

export interface Tables {
  figures: FigureRow[];
  rows: SeedRow[];
  tried: TriedRow[];
}

const COLUMNS: Record<keyof Tables, readonly Column[]> = {
  figures: FIGURE_COLUMNS,
  rows: ROW_COLUMNS,
  tried: TRIED_COLUMNS
};
const NAMES = Object.keys(COLUMNS) as (keyof Tables)[];

/// The dataset's files by name.
export function filesOf(tables: Tables): Record<string, string> {
  const csv = NAMES.map((name) => [`${name}.csv`, toCsv(COLUMNS[name], tables[name])]);
  return {...Object.fromEntries(csv), "datapackage.json": `${JSON.stringify(datapackage(), null, 1)}\n`};
}

export const triedCsv = (tried: readonly TriedRow[]): string => toCsv(TRIED_COLUMNS, tried);

function datapackage(): object {
  return {
    profile: "data-package",
    name: "validity-published",
    title: "Published figures of machines of others, fitted and predicted",
    description: "Made by convoy fit from data/profiles; the same on every computer.",
    licenses: [{name: "MIT", path: "https://opensource.org/license/mit", title: "MIT License"}],
    resources: NAMES.map((name) => ({
      profile: "tabular-data-resource",
      name,
      path: `${name}.csv`,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: tableSchema(COLUMNS[name])
    }))
  };
}

/// A table of the committed dataset.
export const readFitted = async <T extends keyof Tables>(name: T, folder = FOLDER): Promise<Tables[T]> =>
  (await readTable(join(folder, `${name}.csv`), COLUMNS[name])) as unknown as Tables[T];

/// The same, or no rows where it has not been made yet.
export const readFittedOrNone = async <T extends keyof Tables>(name: T): Promise<Tables[T]> =>
  existsSync(join(FOLDER, `${name}.csv`)) ? readFitted(name) : ([] as unknown as Tables[T]);

/// The text of one of the committed dataset's files.
export const fittedText = (name: string): string => readFileSync(join(FOLDER, name), "utf8");
