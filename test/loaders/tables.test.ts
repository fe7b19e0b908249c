import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import * as fc from "fast-check";
import {afterAll, describe, expect, test} from "vitest";
import type {Column} from "../../loaders/schema.ts";
import {type Row, readTable, toCsv, writeDatabase, writeTable} from "../../loaders/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "convoy-test-"));
afterAll(() => rmSync(folder, {recursive: true}));

const columns: Column[] = [
  {name: "text", type: "string", unit: "", description: ""},
  {name: "note", type: "string", unit: "", description: "", nullable: true},
  {name: "count", type: "integer", unit: "", description: ""},
  {name: "us", type: "number", unit: "us", description: "", nullable: true},
  {name: "flag", type: "boolean", unit: "", description: ""},
  {name: "at", type: "datetime", unit: "", description: ""}
];

const text = fc
  .string({unit: "grapheme", maxLength: 12})
  .map((s) => s.replaceAll("\0", "").replaceAll("\r", ""));
const row = fc.record({
  text,
  note: fc.option(text),
  count: fc.maxSafeInteger(),
  us: fc.option(fc.double({noNaN: true, noDefaultInfinity: true})),
  flag: fc.boolean(),
  at: fc
    .date({min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true})
    .map((d) => d.toISOString())
});
const zero = (rows: Row[]) => rows.map((r) => ({...r, us: r.us === 0 ? 0 : r.us}));

test("rows come back from CSV and from Parquet as they were", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, {maxLength: 8}), async (rows) => {
      await writeTable(folder, "rows", columns, rows);
      expect(zero(await readTable(join(folder, "rows.csv"), columns))).toEqual(zero(rows));
      expect(zero(await readTable(join(folder, "rows.parquet"), columns))).toEqual(zero(rows));
    }),
    {numRuns: 15}
  );
});

test("the database file has the first storage version and the same rows", async () => {
  const rows: Row[] = [
    {text: "a", note: null, count: 1, us: 2.5, flag: true, at: "2026-01-02T03:04:05.006Z"}
  ];
  await writeTable(folder, "one", columns, rows);
  const file = join(folder, "one.duckdb");
  await writeDatabase(file, {rows: join(folder, "one.parquet"), same: {columns, rows}});
  // Bytes 12 to 19 of a database file: the version of its storage, 64 for DuckDB 0.10 to 1.x.
  expect(readFileSync(file).readBigUInt64LE(12)).toBe(64n);
  const instance = await DuckDBInstance.create(file, {access_mode: "READ_ONLY"});
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll("SELECT count(*) AS n FROM (FROM rows INTERSECT FROM same)");
  expect(reader.getRowObjectsJS()).toEqual([{n: 1n}]);
  connection.closeSync();
  instance.closeSync();
  expect(existsSync(`${file}.wal`)).toBe(false);
});

describe("toCsv", () => {
  const good = {text: "a", note: null, count: 1, us: null, flag: false, at: "2026-01-02T03:04:05.006Z"};
  const bad: [string, Record<string, unknown>][] = [
    ["missing count in row 1", {...good, count: undefined}],
    ["missing text in row 1", {...good, text: null}],
    ["invalid count in row 1: 1.5 is no integer", {...good, count: 1.5}],
    ["invalid us in row 1: Infinity is no number", {...good, us: Number.POSITIVE_INFINITY}],
    ["invalid at in row 1: yesterday is no datetime", {...good, at: "yesterday"}],
    ["unknown column in row 1: more", {...good, more: 1}]
  ];
  test.each(bad)("says: %s", (message, row) => {
    expect(() => toCsv(columns, [row as Row])).toThrow(message);
  });

  test("keeps to a closed set", () => {
    const one: Column[] = [{name: "mode", type: "string", unit: "", description: "", values: ["a", "b"]}];
    expect(() => toCsv(one, [{mode: "c"}])).toThrow("invalid mode in row 1: c");
  });
});
