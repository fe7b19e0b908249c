import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, expect, test} from "vitest";
import {checksDatabase} from "../../../loaders/checks.ts";
import {EXPERIMENTS, TABLES} from "../../../loaders/schema.ts";
import {EXAMPLES} from "../../../src/report/examples.ts";
import {writeFixture} from "../../site/fixture.ts";

let folder: string;
let instance: DuckDBInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "convoy-examples-"));
  await writeFixture(folder);
  instance = await DuckDBInstance.create(":memory:");
  const db = await instance.connect();
  for (const name of EXPERIMENTS) {
    await db.run(`CREATE SCHEMA "${name}"`);
    for (const table of Object.keys(TABLES[name])) {
      const file = join(folder, name, `${table}.parquet`);
      await db.run(`CREATE VIEW "${name}"."${table}" AS SELECT * FROM read_parquet('${file}')`);
    }
  }
  const checks = join(folder, "checks.duckdb");
  writeFileSync(checks, await checksDatabase());
  await db.run(`ATTACH '${checks}' AS checks (READ_ONLY)`);
  db.closeSync();
}, 60_000);

afterAll(() => {
  instance?.closeSync();
  if (folder !== undefined) rmSync(folder, {recursive: true, force: true});
});

test.each(EXAMPLES)("$title", async ({sql}) => {
  const db = await instance.connect();
  try {
    expect((await db.runAndReadAll(sql)).currentRowCount).toBeGreaterThan(0);
  } finally {
    db.closeSync();
  }
});
