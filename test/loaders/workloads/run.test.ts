import {describe, expect, test} from "vitest";
import type {Tables} from "../../../loaders/experiment.ts";
import {
  chooseNatives,
  findConvoy,
  findInterpreters,
  type Interpreter
} from "../../../loaders/interpreters.ts";
import {type Column, TABLES} from "../../../loaders/schema.ts";
import {toCsv} from "../../../loaders/tables.ts";
import {workloads} from "../../../loaders/workloads/index.ts";
import {measureWorkload} from "../../../loaders/workloads/run.ts";
import {cellsOf, predictedSubjects, type WorkloadCell} from "../../../loaders/workloads/subjects.ts";

const LIMIT_MS = 120_000;
const OURS = [
  "count-2009",
  "count-2010",
  "count-intervals",
  "threads",
  "echo-tcp",
  "echo-udp",
  "echo-sized",
  "bulk"
];
const mine = workloads.filter(({name}) => OURS.includes(name));
const [host] = await findConvoy("0", ["tick"]);
const predicted = predictedSubjects().interpreters.find(({design}) => design === "timeout")!;
const [native] = chooseNatives(await findInterpreters()).chosen;

/// The first cell of each form that a workload has for the subject, with as few threads as it has.
const cellsFor = (subject: Interpreter): WorkloadCell[] => {
  const seen = new Set<string>();
  return cellsOf(mine, "quick", [subject]).filter(({part}) => !seen.has(part!) && seen.add(part!));
};

async function once(cell: WorkloadCell): Promise<Tables> {
  const arms = [...cell.arms].reverse();
  const repetition = {
    repetition: 1,
    seed: 7,
    arms,
    setting: "quick",
    calibration: 0,
    reference: null
  } as const;
  const tables = await measureWorkload(cell, repetition);
  const schema: Record<string, readonly Column[]> = TABLES.workloads;
  for (const [table, columns] of Object.entries(schema)) toCsv(columns, tables[table]);
  return tables;
}

function expectArms({parameters: {workload}, arms}: WorkloadCell, {rows, missing}: Tables): void {
  expect(missing).toEqual([]);
  const told = [...new Set(rows.map((row) => row.threads))];
  expect(told).toEqual([...arms].reverse());
  for (const threads of told) {
    const own = rows.filter((row) => row.threads === threads);
    for (const {name} of workload.metrics) expect(own.map((row) => row.metric)).toContain(name);
    expect(new Set(own.map((row) => row.order))).toEqual(new Set([told.indexOf(threads) + 1]));
  }
}

describe.each([
  ["host", host],
  ["simulated", predicted],
  ["native", native]
] as const)("on %s", (_machine, subject) => {
  if (subject === undefined) {
    console.log("the workloads were not run on a real interpreter: there is none");
    return;
  }
  test.each(cellsFor(subject).map((cell) => [cell.name, cell] as const))(
    "%s",
    async (_name, cell) => {
      expectArms(cell, await once(cell));
    },
    LIMIT_MS
  );
});

test(
  "a simulated repetition is the same again",
  async () => {
    const cell = cellsFor(predicted).find(({part}) => part === "echo-tcp")!;
    expect(await once(cell)).toEqual(await once(cell));
  },
  LIMIT_MS
);

test(
  "Convoy counts what its lock does in an arm",
  async () => {
    const cell = cellsFor(predicted).find(({part}) => part === "count-2010")!;
    const {rows} = await once(cell);
    const of = (threads: number, metric: string) =>
      rows.find((row) => row.threads === threads && row.metric === metric)!.value;
    expect(of(2, "lock_acquisitions")).toBeGreaterThan(of(1, "lock_acquisitions") as number);
    expect(of(2, "lock_calls")).toBeGreaterThan(0);
  },
  LIMIT_MS
);

test("what a subject lacks, and a program that fails, are rows with their reasons", async () => {
  const cells = cellsOf(mine, "quick", [host]);
  const lacking = cells.find(({part, parameters}) => part === "echo-sized" && parameters.lacks !== null)!;
  expect((await once(lacking)).missing).toMatchObject([{workload: "echo-sized", variant: "processes"}]);
  const broken = {...cells[0], interpreter: {...host, command: () => ["false"]}};
  const {rows, missing} = await once(broken);
  expect(rows).toEqual([]);
  expect(missing).toMatchObject([{cell: broken.name, repetition: 1, reason: "exit status 1"}]);
});
