/// The tables of data/checks: what was proved of the locks, and what else was checked. Their data package says what they hold.
import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {ROOT} from "./root.ts";
import type {Column} from "./schema.ts";
import {type Row, readTable, writeDatabase} from "./tables.ts";

export const CHECKS = join(ROOT, "data", "checks");

export interface CheckTable {
  name: string;
  title: string;
  columns: Column[];
}

interface Field {
  name: string;
  type: "string" | "integer" | "number" | "boolean" | "date";
  unit?: string;
  description: string;
  constraints: {required: boolean; enum?: string[]};
}

interface Resource {
  name: string;
  title: string;
  path: string;
  schema: {fields: Field[]};
}

/// Every table that the package describes and that has been made. A date is text, as 2026-11-22.
export function checkTables(folder = CHECKS): CheckTable[] {
  const {resources} = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")) as {
    resources: Resource[];
  };
  return resources
    .filter(({path}) => existsSync(join(folder, path)))
    .map(({name, title, schema}) => ({name, title, columns: schema.fields.map(columnOf)}));
}

function columnOf({name, type, unit = "", description, constraints}: Field): Column {
  return {
    name,
    type: type === "date" ? "string" : type,
    unit,
    description,
    ...(constraints.enum && {values: constraints.enum}),
    ...(!constraints.required && {nullable: true as const})
  };
}

/// All rows of a table of data/checks; null when it has not been made yet.
export async function checkRows(name: string, folder = CHECKS): Promise<Row[] | null> {
  const table = checkTables(folder).find((one) => one.name === name);
  return table === undefined ? null : readTable(join(folder, `${name}.csv`), table.columns);
}

/// The bytes of checks.duckdb: all tables, in a file that the page's DuckDB can attach.
export async function checksDatabase(folder = CHECKS): Promise<Buffer> {
  const temporary = mkdtempSync(join(tmpdir(), "convoy-"));
  try {
    const file = join(temporary, "checks.duckdb");
    const tables = await Promise.all(
      checkTables(folder).map(async ({name, columns}) => {
        const rows = await readTable(join(folder, `${name}.csv`), columns);
        return [name, {columns, rows}] as const;
      })
    );
    await writeDatabase(file, Object.fromEntries(tables));
    return readFileSync(file);
  } finally {
    rmSync(temporary, {recursive: true, force: true});
  }
}
