import {describe, expect, test} from "vitest";
import {type Cell, drawn, type ExperimentDefinition, type Tables} from "../../loaders/experiment.ts";
import {experiments, experimentsNamed} from "../../loaders/experiments.ts";
import {chooseNatives, findInterpreters, type Interpreter} from "../../loaders/interpreters.ts";
import {type Column, DESIGNS, EXPERIMENTS, TABLES} from "../../loaders/schema.ts";
import {toCsv} from "../../loaders/tables.ts";

const {chosen: pythons, missing} = chooseNatives(await findInterpreters());

const stub = (machine: "host" | "native", design: (typeof DESIGNS)[number], name: string): Interpreter => ({
  machine,
  design,
  name,
  version: "1",
  command: () => ["false"]
});
const everything = [
  ...DESIGNS.map((design) => stub("host", design, "convoy 1")),
  stub("native", "tick", "cpython 2.7.18"),
  stub("native", "timeout", "cpython 3.13.0")
];

describe("the plans", () => {
  test("quick has at most 40 cells, each with a name of its own", () => {
    const cells = EXPERIMENTS.flatMap((name) =>
      experiments[name].cells("quick", everything).map((cell) => `${name} ${cell.name}`)
    );
    expect(cells.length).toBeLessThanOrEqual(40);
    expect(new Set(cells).size).toBe(cells.length);
  });

  test("quick ends within five minutes, by its budgets", () => {
    const budgets = EXPERIMENTS.map((name) => experiments[name].plans.quick.budget_s);
    expect(budgets.reduce((a, b) => a + b)).toBeLessThanOrEqual(270);
  });

  test.each(EXPERIMENTS)("every machine and design is in %s", (name) => {
    const cells = experiments[name].cells("quick", everything);
    const subjects = cells.map(({interpreter}) => `${interpreter.machine} ${interpreter.design}`);
    for (const machine of ["host", "native"]) {
      for (const design of DESIGNS) {
        if (machine === "host" || design !== "tick-condition")
          expect(subjects).toContain(`${machine} ${design}`);
      }
    }
  });

  test("full has what quick has", () => {
    for (const name of EXPERIMENTS) {
      const full = experiments[name].cells("full", everything).map((cell) => cell.name);
      for (const cell of experiments[name].cells("quick", everything)) expect(full).toContain(cell.name);
    }
  });
});

test("a repetition has the same order and seed whenever it is measured", () => {
  const [cell] = experiments.contention.cells("quick", everything);
  const first = drawn(cell, 3, 1);
  expect(drawn(cell, 3, 1)).toEqual(first);
  expect([...first.arms].sort()).toEqual(cell.arms);
  expect(drawn(cell, 4, 1).seed).not.toBe(first.seed);
});

test("an unknown experiment is named with those that there are", () => {
  expect(() => experimentsNamed(["convoys"])).toThrow(
    "unknown experiment: convoys; there are contention, io-priority, signal-latency, workloads, workloads-simulated"
  );
});

if (pythons.length === 0)
  console.log(`the programs were not run on real interpreters: ${missing.join("; ")}`);

describe.skipIf(pythons.length === 0).each(pythons.map((python) => [python.name, python] as const))(
  "on %s",
  (_name, python) => {
    test("contention counts in each number of threads", async () => {
      const {rows} = await once(experiments.contention, python, (cell) => cell.name.includes("split"));
      expect(rows.map((row) => row.threads).sort()).toEqual([1, 2, 3, 4]);
      for (const row of rows) {
        expect(row.wall_s).toBeGreaterThan(0);
        expect(row.usage_of).toBe("arm");
        if (row.threads === 1) expect(row.slowdown_ratio).toBe(1);
      }
    });

    test("io-priority answers beside spinning threads", async () => {
      const {rows, latencies} = await once(experiments["io-priority"], python, () => true);
      expect(rows.map((row) => row.spinners).sort()).toEqual([0, 1, 2, 4]);
      for (const row of rows) {
        const own = latencies.filter((bin) => bin.spinners === row.spinners);
        expect(own.reduce((sum, bin) => sum + (bin.requests as number), 0)).toBe(row.requests);
      }
      expect(rows.find((row) => row.spinners === 0)!.requests).toBeGreaterThan(0);
    });

    test("signal-latency reaches a busy and a sleeping main thread", async () => {
      for (const main of ["busy", "sleeping"]) {
        const {rows, latencies} = await once(experiments["signal-latency"], python, (cell) =>
          cell.name.includes(main)
        );
        const alone = rows.find((row) => row.spinners === 0)!;
        expect(alone.latency_us_max).not.toBeNull();
        expect(alone.method).toBe(python.design === "timeout" ? "monotonic" : "realtime");
        expect(latencies.length).toBe(rows.reduce((sum, row) => sum + (row.signals as number), 0));
        for (const {latency_us} of latencies) expect(latency_us).toBeGreaterThan(-100);
      }
    });

    test("signal-latency reaches a joining main thread only under the new lock", async () => {
      const {rows} = await once(experiments["signal-latency"], python, (cell) =>
        cell.name.includes("joining")
      );
      const alone = rows.find((row) => row.spinners === 0)!;
      expect(alone.latency_us_max !== null).toBe(python.design === "timeout");
    });
  }
);

/// One repetition of the first fitting cell, its rows held against the schema.
async function once(
  experiment: ExperimentDefinition,
  python: Interpreter,
  fits: (cell: Cell) => boolean
): Promise<Tables> {
  const cell = experiment.cells("quick", [python]).find(fits)!;
  const tables = await experiment.measure(cell, {
    ...drawn(cell, 1, 1),
    setting: "quick",
    calibration: 50,
    reference: null
  });
  const schema: Record<string, readonly Column[]> = TABLES[experiment.name];
  for (const [table, columns] of Object.entries(schema)) toCsv(columns, tables[table]);
  return tables;
}
