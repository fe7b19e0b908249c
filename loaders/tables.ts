import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import type {Column} from "./schema.ts";

export type Row = Record<string, string | number | boolean | null>;

const SQL_TYPES = {
  string: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  datetime: "TIMESTAMP"
};

/// Rows as RFC 4180 text with a header and line feeds. null is an empty field, and an empty string is "".
/// Throws when a row lacks a column, has one too many, or holds a value of another type.
export function toCsv(columns: readonly Column[], rows: readonly Row[]): string {
  const names = columns.map((column) => column.name);
  const lines = rows.map((row, i) => {
    const extra = Object.keys(row).find((name) => !names.includes(name));
    if (extra !== undefined) throw new Error(`unknown column in row ${i + 1}: ${extra}`);
    return columns.map((column) => field(column, row[column.name], i)).join(",");
  });
  return [names.join(","), ...lines, ""].join("\n");
}

function field(column: Column, value: Row[string] | undefined, i: number): string {
  if (value === null && column.nullable) return "";
  if (value === undefined || value === null) throw new Error(`missing ${column.name} in row ${i + 1}`);
  if (!matches(column, value))
    throw new Error(`invalid ${column.name} in row ${i + 1}: ${value} is no ${column.type}`);
  const text = String(value);
  return text === "" || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function matches({type, values}: Column, value: string | number | boolean): boolean {
  if (values && !values.includes(String(value))) return false;
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "number") return typeof value === "number" && Number.isFinite(value);
  if (type === "boolean") return typeof value === "boolean";
  return typeof value === "string" && (type === "string" || !Number.isNaN(Date.parse(value)));
}

/// Writes NAME.csv and, from it, NAME.parquet into `folder`, which must exist.
export async function writeTable(
  folder: string,
  name: string,
  columns: readonly Column[],
  rows: readonly Row[]
): Promise<void> {
  const csv = join(folder, `${name}.csv`);
  writeFileSync(csv, toCsv(columns, rows));
  await withDuckDB((db) =>
    db.run(`COPY (${selectCsv(csv, columns)}) TO ${quoted(join(folder, `${name}.parquet`))}
    (FORMAT parquet, COMPRESSION zstd)`)
  );
}

function selectCsv(file: string, columns: readonly Column[]): string {
  const types = columns.map((c) => `${quoted(c.name)}: ${quoted(SQL_TYPES[c.type])}`).join(", ");
  return `SELECT * FROM read_csv(${quoted(file)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
    nullstr = '', allow_quoted_nulls = false, columns = {${types}})`;
}

/// All rows of a .csv or .parquet file. Timestamps come back as ISO 8601 in UTC, whole numbers as numbers.
export async function readTable(file: string, columns: readonly Column[]): Promise<Row[]> {
  const select = file.endsWith(".csv")
    ? selectCsv(file, columns)
    : `SELECT * FROM read_parquet(${quoted(file)})`;
  const shown = columns.map(({name, type}) =>
    type === "datetime" ? `strftime("${name}", '%Y-%m-%dT%H:%M:%S.%gZ') AS "${name}"` : `"${name}"`
  );
  return withDuckDB(async (db) => {
    const reader = await db.runAndReadAll(`SELECT ${shown.join(", ")} FROM (${select})`);
    return reader.getRowObjectsJS().map((row) => plain(row as Record<string, unknown>));
  });
}

function plain(row: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value])
  ) as Row;
}

/// Writes a database file that DuckDB 1.0 and later (and so the one in the page) can open. Keys of `tables` are the names in
/// it, values the Parquet files they are made from, or columns with rows. An existing file is an error.
export async function writeDatabase(
  file: string,
  tables: Record<string, string | {columns: readonly Column[]; rows: readonly Row[]}>
): Promise<void> {
  await withDuckDB(async (db) => {
    await db.run(`ATTACH ${quoted(file)} AS made (STORAGE_VERSION 'v1.0.0')`);
    for (const [name, source] of Object.entries(tables)) {
      if (typeof source === "string") {
        await db.run(`CREATE TABLE made."${name}" AS SELECT * FROM read_parquet(${quoted(source)})`);
        continue;
      }
      const csv = `${file}.${name}.csv`;
      writeFileSync(csv, toCsv(source.columns, source.rows));
      await db.run(`CREATE TABLE made."${name}" AS ${selectCsv(csv, source.columns)}`);
    }
    await db.run("DETACH made");
  });
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function withDuckDB<T>(use: (db: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false"
  });
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
