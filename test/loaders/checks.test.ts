import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, test} from "vitest";
import {CHECKS, checkRows, checksDatabase, checkTables} from "../../loaders/checks.ts";
import {toCsv} from "../../loaders/tables.ts";

const tables = checkTables();

test("every table that is there is described", () => {
  const files = readdirSync(CHECKS).filter((file) => file.endsWith(".csv"));
  expect(tables.map(({name}) => `${name}.csv`).sort()).toEqual(files.sort());
});

describe.each(tables.map((table) => [table.name, table] as const))("%s", (name, {columns}) => {
  const header = readFileSync(join(CHECKS, `${name}.csv`), "utf8").split("\n")[0];

  test("has the columns that its description says", () => {
    expect(columns.map((column) => column.name).join(",")).toBe(header);
    for (const {description} of columns) expect(description.length).toBeGreaterThan(3);
  });

  test("has rows, and each value is of its column's kind", async () => {
    const rows = (await checkRows(name))!;
    expect(rows.length).toBeGreaterThan(0);
    // Written again, every value is checked.
    expect(toCsv(columns, rows).split("\n")[0]).toBe(header);
  });
});

test("become a database", async () => {
  const temporary = mkdtempSync(join(tmpdir(), "convoy-test-"));
  const file = join(temporary, "checks.duckdb");
  writeFileSync(file, await checksDatabase());
  const instance = await DuckDBInstance.create(file, {access_mode: "READ_ONLY"});
  const db = await instance.connect();
  const reader = await db.runAndReadAll(
    "SELECT count(*)::INTEGER AS n FROM mutants WHERE verdict = 'equivalent'"
  );
  const text = readFileSync(join(CHECKS, "mutants.csv"), "utf8");
  expect(reader.getRowObjectsJS()).toEqual([{n: text.match(/,equivalent,/g)!.length}]);
  db.closeSync();
  instance.closeSync();
  rmSync(temporary, {recursive: true});
});

test("a table that was not made has no rows, and is not listed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "convoy-test-"));
  writeFileSync(join(folder, "datapackage.json"), readFileSync(join(CHECKS, "datapackage.json")));
  expect(checkTables(folder)).toEqual([]);
  expect(await checkRows("rows", folder)).toBeNull();
  rmSync(folder, {recursive: true});
});
