import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {programPath} from "../../../loaders/experiment.ts";
import type {Interpreter} from "../../../loaders/interpreters.ts";
import {ALL_DESIGNS, type Lock, type Machine} from "../../../loaders/schema.ts";
import {
  workloadNamed,
  workloads,
  workloadsHere,
  workloadsSimulated
} from "../../../loaders/workloads/index.ts";
import {predictedSubjects} from "../../../loaders/workloads/subjects.ts";
import {EXTENTS, intervalOf, metricOf} from "../../../loaders/workloads/workload.ts";
import {designs} from "../../../runtime/designs/index.ts";

const subject = (machine: Machine, design: Lock, name: string): Interpreter => ({
  machine,
  design,
  name,
  version: "1",
  command: () => ["false"]
});
const here = [
  ...ALL_DESIGNS.map((design) => subject("host", design, "convoy 1")),
  subject("native", "tick", "cpython 2.7.18"),
  subject("native", "timeout", "cpython 3.11.7"),
  subject("native", "timeout", "cpython 3.13.0"),
  subject("native", "pypy", "pypy 7.3.11")
];

test("the designs of the schema are those of the runtime", () => {
  expect([...ALL_DESIGNS]).toEqual(designs.map(({name}) => name));
});

describe.each(workloads.map((workload) => [workload.name, workload] as const))("%s", (name, workload) => {
  test("has its program, and what that imports of ours", () => {
    for (const file of [workload.program, ...(workload.imports ?? ["arms.py"])])
      expect(existsSync(programPath(file)), file).toBe(true);
    const text = readFileSync(programPath(workload.program), "utf8");
    for (const [, module] of text.matchAll(/^from (arms|served) import/gm))
      expect(workload.imports ?? ["arms.py"]).toContain(`${module}.py`);
  });

  test("names its metrics with their units, and compares such as have a better direction", () => {
    for (const {of} of workload.ratios) expect(metricOf(workload, of).better).not.toBeNull();
    expect(new Set(workload.metrics.map((metric) => metric.name)).size).toBe(workload.metrics.length);
    const ratios = workload.ratios.map((ratio) => ratio.name);
    expect(new Set(ratios).size).toBe(ratios.length);
  });

  test("has threads and a size for each extent", () => {
    for (const extent of EXTENTS) {
      expect(workload.size[extent]).toBeGreaterThan(0);
      for (const {threads = workload.threads} of workload.variants)
        expect([...threads[extent]]).toEqual([...new Set(threads[extent])].sort((a, b) => a - b));
    }
  });

  test("is measured with every subject", () => {
    const cells = workloadsHere.cells("full", here).filter((cell) => cell.part === name);
    const measured = new Set(cells.map(({interpreter}) => interpreter));
    const sweep = workload.variants.every(({mainOnly}) => mainOnly);
    if (!sweep) for (const one of here) expect(measured).toContain(one);
    else expect(measured.size).toBeGreaterThan(0);
  });
});

test("cells have names of their own, and full has what quick has", () => {
  const names = (setting: "quick" | "full") => workloadsHere.cells(setting, here).map((cell) => cell.name);
  expect(new Set(names("full")).size).toBe(names("full").length);
  for (const name of names("quick")) expect(names("full")).toContain(name);
});

test("a sweep holds the intervals that the lock has", () => {
  for (const cell of workloadsHere.cells("full", here)) {
    const {variant, interval_ms, check_interval_ticks} = cell.parameters;
    const set = intervalOf(variant.name);
    if (set) expect(set.unit === "ms" ? interval_ms : check_interval_ticks).toBe(set.value);
  }
});

test("every design is predicted on 2 cores, CPython's two on 1 and 4 too, others with the locks that they have", () => {
  const {interpreters, missing} = predictedSubjects();
  expect(missing).toEqual([]);
  const cells = workloadsSimulated.cells("full", interpreters).filter(({part}) => part === "count-2010");
  for (const design of ALL_DESIGNS)
    for (const cores of ["1-core", "2-cores", "4-cores"])
      expect(cells.some(({name}) => name === `simulated/${design}/count-2010/split/${cores}`)).toBe(
        cores === "2-cores" || design === "tick" || design === "timeout"
      );
  expect(cells.map(({name}) => name)).toContain("simulated/cpython-2.7.18/count-2010/split/2-cores");
  expect(new Set(cells.map(({name}) => name)).size).toBe(cells.length);
});

test("an unknown workload is named with those that there are", () => {
  expect(() => workloadNamed("counts")).toThrow(
    /^unknown workload: counts; there are count-2009, count-2010, /
  );
});
