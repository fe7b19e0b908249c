import {existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {Ajv} from "ajv";
import {afterAll, describe, expect, test} from "vitest";
import {databaseOf, dataset, tableOf} from "../../loaders/datasets.ts";
import {RECORDED} from "../../loaders/folders.ts";
import {sha256} from "../../loaders/freshness.ts";
import {type Column, EXPERIMENTS, type Run, SUMMARY, TABLES} from "../../loaders/schema.ts";
import {readTable, toCsv} from "../../loaders/tables.ts";

process.env.CONVOY_RECORDED = "1";
afterAll(() => {
  delete process.env.CONVOY_RECORDED;
});

const JSON_TYPES = {
  string: "string",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  datetime: "string"
};

/// JSON Schema of a row with these columns.
function rowSchema(columns: readonly Column[]): object {
  const property = ({type, values, nullable}: Column) => ({
    type: nullable ? [JSON_TYPES[type], "null"] : JSON_TYPES[type],
    ...(values && {enum: nullable ? [...values, null] : values})
  });
  return {
    type: "object",
    properties: Object.fromEntries(columns.map((column) => [column.name, property(column)])),
    required: columns.map((column) => column.name),
    additionalProperties: false
  };
}

/// What a Frictionless data package must have, in the parts that we use.
const PACKAGE = {
  type: "object",
  required: ["name", "profile", "resources"],
  properties: {
    name: {type: "string", pattern: "^[a-z0-9._-]+$"},
    profile: {const: "data-package"},
    resources: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["name", "path"],
        properties: {
          name: {type: "string", pattern: "^[a-z0-9._-]+$"},
          path: {type: "string", pattern: "^[a-z0-9.-]+$"},
          hash: {type: "string", pattern: "^sha256:[0-9a-f]{64}$"},
          schema: {
            type: "object",
            required: ["fields"],
            properties: {
              fields: {
                type: "array",
                items: {
                  type: "object",
                  required: ["name", "type", "description"],
                  properties: {type: {enum: ["string", "integer", "number", "boolean", "datetime"]}}
                }
              }
            }
          }
        }
      }
    }
  }
};

const ajv = new Ajv({allErrors: true, allowUnionTypes: true});
const read = (...path: string[]) => JSON.parse(readFileSync(join(...path), "utf8"));

function expectValid(schema: object, value: unknown): void {
  const valid = ajv.compile(schema);
  valid(value);
  expect(valid.errors ?? []).toEqual([]);
}

describe.each(EXPERIMENTS)("the recorded run of %s", (name) => {
  const folder = join(RECORDED, name);
  const tables: Record<string, readonly Column[]> = TABLES[name];
  const run: Run = read(folder, "run.json");

  test("has the columns that the schema declares, in CSV and in Parquet alike", async () => {
    for (const [table, columns] of Object.entries(tables)) {
      const rows = await readTable(join(folder, `${table}.csv`), columns);
      expect(rows.length).toBe(run.tables[table]);
      expectValid({type: "array", items: rowSchema(columns)}, rows);
      expect(await tableOf(dataset(name)!, table)).toEqual(rows);
      expect(toCsv(columns, rows)).toBe(readFileSync(join(folder, `${table}.csv`), "utf8"));
    }
  });

  test("has each repetition of each cell, and an estimate of each cell", async () => {
    const rows = await tableOf(dataset(name)!);
    const seen = new Set(rows.map((row) => `${row.cell} ${row.repetition}`));
    expect(seen.size).toBe(run.cells.length * run.repetitions);
    expectValid({type: "array", items: rowSchema(SUMMARY)}, dataset(name)!.summary);
    expect(new Set(dataset(name)!.summary.map((row) => row.cell))).toEqual(new Set(run.cells));
    for (const {estimate, low, high} of dataset(name)!.summary) {
      if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
      if (estimate !== null && low !== null) expect(low).toBeLessThanOrEqual(estimate);
    }
  });

  test("says what made it", () => {
    expect(run.experiment).toBe(name);
    expect(run.bootstrap.method).toBe("percentile");
    expect(Date.parse(run.start)).toBeLessThan(Date.parse(run.end));
    for (const value of [run.commit, run.cpu, run.kernel, run.node, run.command])
      expect(typeof value).toBe("string");
    for (const hash of [run.freshness, run.code, run.lockfile_sha256, run.program.sha256])
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(run.clock_resolution_ns).toBeGreaterThan(0);
    expect(existsSync(join(RECORDED, "..", "..", run.program.path))).toBe(true);
  });

  test("has a data package that describes the files beside it", () => {
    const made = read(folder, "datapackage.json");
    expectValid(PACKAGE, made);
    for (const {path, bytes, hash, name: resource, schema} of made.resources) {
      expect(statSync(join(folder, path)).size).toBe(bytes);
      expect(hash).toBe(`sha256:${sha256(readFileSync(join(folder, path)))}`);
      const fields = schema?.fields.map((field: Column) => [field.name, field.type]);
      if (schema) expect(fields).toEqual(tables[resource].map((column) => [column.name, column.type]));
    }
  });

  test("becomes a database with its tables and its summary", async () => {
    const temporary = mkdtempSync(join(tmpdir(), "convoy-test-"));
    const file = join(temporary, "x.duckdb");
    writeFileSync(file, await databaseOf(dataset(name)!));
    const instance = await DuckDBInstance.create(file, {access_mode: "READ_ONLY"});
    const connection = await instance.connect();
    for (const [table, count] of [
      ...Object.entries(run.tables),
      ["summary", dataset(name)!.summary.length] as const
    ]) {
      const reader = await connection.runAndReadAll(`SELECT count(*)::INTEGER AS n FROM "${table}"`);
      expect(reader.getRowObjectsJS()).toEqual([{n: count}]);
    }
    connection.closeSync();
    instance.closeSync();
    rmSync(temporary, {recursive: true});
  });
});

test("published figures have a data package too", () => {
  const folder = join(RECORDED, "..", "published");
  const made = read(folder, "datapackage.json");
  expectValid(PACKAGE, made);
  const header = readFileSync(join(folder, "figures.csv"), "utf8").split("\n")[0];
  expect(made.resources[0].schema.fields.map((field: {name: string}) => field.name).join(",")).toBe(header);
});

test("an unknown table is named with those that there are", async () => {
  await expect(tableOf(dataset("contention")!, "latencies")).rejects.toThrow(
    "unknown table of contention: latencies; there are rows"
  );
});
