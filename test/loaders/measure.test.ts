import {type ChildProcess, spawn} from "node:child_process";
import {appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, expect, test} from "vitest";
import {CONTENTION_ROWS} from "../../loaders/schema.ts";
import {readTable} from "../../loaders/tables.ts";

const PROGRAM = fileURLToPath(new URL("measuring.ts", import.meta.url));
const REPETITIONS = 8;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "convoy-test-"));
});
afterEach(() => rmSync(folder, {recursive: true}));

const start = (milliseconds: number, tag: string): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", PROGRAM, folder, `${milliseconds}`, tag], {
    stdio: ["ignore", "pipe", "inherit"]
  });

async function measured(milliseconds: number, tag: string): Promise<{done: boolean; measured: number}> {
  const child = start(milliseconds, tag);
  let said = "";
  child.stdout!.setEncoding("utf8").on("data", (text) => (said += text));
  expect(await ended(child)).toBe(0);
  return JSON.parse(said);
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once("close", resolve));
const journal = () => join(folder, ".contention.journal");
const journaled = () => (existsSync(journal()) ? readFileSync(journal(), "utf8").split("\n").length - 2 : 0);
const interpreterOf = () =>
  JSON.parse(readFileSync(join(folder, "contention", "run.json"), "utf8")).interpreters[0].name;

test("a killed run leaves the last good dataset, and the next one resumes after its last whole repetition", async () => {
  expect(await measured(1, "first")).toEqual({done: true, measured: REPETITIONS});
  expect(await measured(1, "first")).toEqual({done: false, measured: 0});

  const child = start(600, "second");
  await expect.poll(journaled, {timeout: 30_000}).toBeGreaterThanOrEqual(3);
  child.kill("SIGKILL");
  await ended(child);
  const kept = journaled();
  expect(kept).toBeLessThan(REPETITIONS);
  expect(interpreterOf()).toBe("first");
  expect(readdirSync(folder).filter((name) => !name.startsWith("."))).toEqual(["contention"]);

  appendFileSync(journal(), '{"cell":"a","repet');
  expect(await measured(1, "second")).toEqual({done: true, measured: REPETITIONS - kept});
  expect(interpreterOf()).toBe("second");
  const rows = await readTable(join(folder, "contention", "rows.parquet"), CONTENTION_ROWS);
  expect(rows.map((row) => `${row.cell}${row.repetition}`)).toEqual([
    "a1",
    "a2",
    "a3",
    "a4",
    "b1",
    "b2",
    "b3",
    "b4"
  ]);
  expect(JSON.parse(readFileSync(join(folder, "contention", "run.json"), "utf8")).sittings).toBe(2);
  expect(readdirSync(folder)).toEqual(["contention"]);
}, 90_000);

test("repetitions of other interpreters are not gone on with", async () => {
  const child = start(600, "first");
  await expect.poll(journaled, {timeout: 30_000}).toBeGreaterThanOrEqual(2);
  child.kill("SIGKILL");
  await ended(child);
  expect(await measured(1, "second")).toEqual({done: true, measured: REPETITIONS});
  expect(interpreterOf()).toBe("second");
}, 90_000);
