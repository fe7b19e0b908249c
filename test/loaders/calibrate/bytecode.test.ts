import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {countClasses, fitPrices, largestError, priced} from "../../../loaders/calibrate/bytecode.ts";
import {quantiles} from "../../../loaders/calibrate/machine.ts";
import {programPath} from "../../../loaders/experiment.ts";
import {heapFor, theSimulator} from "../../../loaders/simulated.ts";
import {COSTS, type CostName} from "../../../runtime/machines/simulated/costs.ts";
import {defaultProfile} from "../../../runtime/machines/simulated/default-profile.ts";

const CLASSES = (Object.keys(COSTS) as CostName[]).filter((name) => name.startsWith("bytecode_"));

describe("fitPrices", () => {
  const counts = new Map([
    ["a", [4, 1, 0]],
    ["b", [1, 5, 1]],
    ["c", [2, 0, 6]],
    ["d", [1, 1, 1]]
  ]);
  const timesOf = (prices: number[]) =>
    Object.fromEntries(
      [...counts].map(([loop, row]) => [loop, row.reduce((sum, count, i) => sum + count * prices[i], 0)])
    );

  test("finds the prices that explain the times", () => {
    const price = fc.integer({min: 2, max: 40});
    fc.assert(
      fc.property(price, price, price, (...prices) => {
        const times = timesOf(prices);
        const found = fitPrices(counts, times, [10, 10, 10]);
        expect(largestError(counts, times, found)).toBeLessThan(0.2);
        for (const value of found) expect(value).toBeGreaterThanOrEqual(0);
      })
    );
  });

  test("keeps usual ratios where the times do not tell classes apart", () => {
    const alike = new Map([["a", [1, 1]]]);
    const [x, y] = fitPrices(alike, {a: 30}, [1, 2]);
    expect(x).toBeCloseTo(10, 3);
    expect(y).toBeCloseTo(20, 3);
  });
});

test("counts what the loops execute", async () => {
  const simulate = await theSimulator();
  const source = readFileSync(programPath("calibrate.py"), "utf8");
  const heap = heapFor("timeout");
  const nothing = Object.fromEntries(CLASSES.map((name) => [name, 0]));
  const free = priced(defaultProfile, {...nothing, clock_ns: 0, atomic_ns: 0});
  const counts = countClasses({simulate, source, design: "timeout", heap}, free, CLASSES);
  const [count, call] = ["count", "call"].map((loop) =>
    Object.fromEntries(CLASSES.map((name, i) => [name, counts.get(loop)![i]]))
  );
  // LOAD_FAST, LOAD_CONST, STORE_FAST; LOAD_FAST, LOAD_CONST, COMPARE_OP, POP_JUMP; BINARY_OP
  expect(count).toMatchObject({
    bytecode_move_ps: 5,
    bytecode_compare_ps: 1,
    bytecode_jump_ps: 1,
    bytecode_arithmetic_ps: 1,
    bytecode_call_ps: 0
  });
  expect(call).toMatchObject({bytecode_call_ps: 3, bytecode_return_ps: 3});
}, 60_000);

test("quantiles run from the least to the greatest, in order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 1e9}), {minLength: 1}), (values) => {
      const found = quantiles(values);
      expect(found).toHaveLength(41);
      expect(found[0]).toBe(Math.min(...values));
      expect(found[40]).toBe(Math.max(...values));
      for (let i = 1; i < found.length; i++) expect(found[i]).toBeGreaterThanOrEqual(found[i - 1]);
    })
  );
});
