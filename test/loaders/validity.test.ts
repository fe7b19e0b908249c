import {describe, expect, test} from "vitest";
import type {Dataset, SummaryRow} from "../../loaders/schema.ts";
import {comparisons, errorsOf} from "../../loaders/validity.ts";

const row = (machine: SummaryRow["machine"], change: Partial<SummaryRow>): SummaryRow => ({
  cell: "a cell",
  machine,
  design: "tick",
  interpreter: "cpython 2.7.18",
  cores: 2,
  work: "fixed",
  threads: 2,
  main: null,
  spinners: null,
  interval_ms: null,
  check_interval_ticks: 100,
  metric: "slowdown_ratio",
  unit: "",
  estimate: 1.5,
  low: 1.2,
  high: 1.8,
  level: 0.95,
  repetitions: 12,
  ...change
});

/// The two sides as datasets, of which only names and summaries matter here.
const sides = (native: Partial<SummaryRow>[], simulated: Partial<SummaryRow>[]): Dataset[] => {
  const of = (machine: "native" | "simulated", changes: Partial<SummaryRow>[]) =>
    ({name: "contention", summary: changes.map((change) => row(machine, change))}) as Dataset;
  return [of("native", native), of("simulated", simulated)];
};

describe("comparisons", () => {
  test("are of rows of the same setting, from whichever side comes first", () => {
    const datasets = sides([{threads: 2}, {threads: 3}], [{threads: 3, estimate: 3}, {threads: 4}]);
    for (const order of [datasets, [...datasets].reverse()]) {
      const found = comparisons(order);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({
        factor: 2,
        inside: false,
        sameDirection: true,
        arm: "fixed work, 3 threads, 2 cores"
      });
    }
  });

  test("are of other interpreters, cores or metrics none", () => {
    for (const other of [
      {interpreter: "cpython 3.13.0"},
      {cores: 1},
      {metric: "check_ns"},
      {work: "split" as const}
    ])
      expect(comparisons(sides([{}], [other]))).toEqual([]);
  });

  test("ask for a direction only where the interval excludes 1", () => {
    const direction = (low: number, estimate: number) =>
      comparisons(sides([{low, high: 1.8}], [{estimate}]))[0].sameDirection;
    expect(direction(1.2, 1.1)).toBe(true);
    expect(direction(1.2, 0.9)).toBe(false);
    expect(direction(0.9, 0.9)).toBe(null);
  });

  test("with Convoy's own threads are of the same lock, whatever the interpreter is called", () => {
    const own = (change: Partial<SummaryRow>) =>
      ({
        name: "contention",
        summary: [
          row("native", {}),
          row("simulated", {}),
          row("host", {interpreter: "convoy 0.1.0", ...change})
        ]
      }) as Dataset;
    const found = comparisons([own({estimate: 3})], "host");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({interpreter: "cpython 2.7.18", factor: 2, predicted: {machine: "host"}});
    expect(comparisons([own({design: "timeout"})], "host")).toEqual([]);
  });

  test("leave out what has no figure and the single count, to which the ratios are", () => {
    expect(comparisons(sides([{estimate: null}], [{}]))).toEqual([]);
    expect(comparisons(sides([{threads: 1}], [{threads: 1}]))).toEqual([]);
  });
});

test("errors are counted and ranked", () => {
  const found = comparisons(
    sides(
      [2, 3, 4].map((threads) => ({threads})),
      [1.5, 3, 0.75].map((estimate, i) => ({threads: 2 + i, estimate}))
    )
  );
  expect(errorsOf(found)).toMatchObject({
    compared: 3,
    factor_p50: 2,
    factor_max: 2,
    within: 1,
    inside: 1,
    directions: 3,
    sameDirection: 2
  });
  expect(errorsOf([])).toBe(null);
});
