import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {CHECKS, checkTables} from "../../../loaders/checks.ts";
import {simulatorValues} from "../../../src/report/simulator.ts";

const DETERMINISM = `date,dataset,file,rows,sha256,runs,same
2026-01-02,contention,rows.csv,1200,0123456789abcdef,3,true
2026-01-02,contention,summary.json,,fedcba9876543210,3,true
`;
const ROW = (what: string, design: string, threads: number, ns: number) =>
  `2026-01-02,${what},${design},${threads},2,1,1000,2000,0.5,0.6,3,${ns},4.0,A processor,2,20.0.0`;
const SIMULATOR = [
  "date,what,design,threads,cores,virtual_s,steps,events,processor_s,processor_s_median,rounds,ns_per_event,load_1m,processor,processors,node",
  ROW("sleepers", "tick", 10, 100),
  ROW("sleepers", "tick", 1000, 450),
  ROW("resumed", "", 10, 20),
  ROW("echo", "timeout", 1000, 250),
  ""
].join("\n");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "convoy-test-"));
  copyFileSync(join(CHECKS, "datapackage.json"), join(folder, "datapackage.json"));
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

test("without the tables, says how they are made", async () => {
  const values = await simulatorValues(folder);
  expect(values.determinism).toContain("npm run test:full");
  expect(values.simulator).toContain("node bench/simulated.mjs --record");
  expect(values["simulator programs"]).toBe("");
});

test("says whether bytes were the same, and of what", async () => {
  writeFileSync(join(folder, "determinism.csv"), DETERMINISM);
  const {determinism} = await simulatorValues(folder);
  expect(determinism).toContain(
    "On 2026-01-02, 2 files of 1 simulated dataset were made again: each came out the same"
  );
  expect(determinism).toContain('<td class="number">1,200</td>');
  writeFileSync(join(folder, "determinism.csv"), DETERMINISM.replace("3,true", "3,false"));
  expect((await simulatorValues(folder)).determinism).toContain("rows.csv of contention came out different");
});

test("draws what an event costs beside the logarithm, and what programs cost", async () => {
  writeFileSync(join(folder, "simulator.csv"), SIMULATOR);
  expect(checkTables(folder).map(({name}) => name)).toContain("simulator");
  const values = await simulatorValues(folder);
  expect(values.simulator).toContain(
    "From 10 to 1,000 threads an event costs 4.50 times as much; the logarithm grows 3.00 times"
  );
  expect(values.simulator).toContain("the best of 3 rounds in processor time; load 4.00 to 4.00");
  expect(values.simulator).not.toMatch(/\n\s*\n/);
  expect(values["simulator programs"]).toContain("an echo server");
  expect(values["simulator programs"]).not.toContain("sleeping");
});
