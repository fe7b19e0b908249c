import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {shares, stripOf, sumOf} from "../../../src/timeline/strip.ts";
import type {Lane} from "../../../src/timeline/trace.ts";

const HOLDS = 0;
const WAITS = 1;
const BLOCKED = 2;

const lane = (end_ns: number, ...stretches: [from_ns: number, state: number][]): Lane => ({
  thread: 1,
  end_ns,
  from_ns: Float64Array.from(stretches, ([from]) => from),
  state: Uint8Array.from(stretches, ([, state]) => state),
  marks: {
    "woken-in-vain": Float64Array.of(15),
    "drop-request": Float64Array.of(5, 39),
    signal: Float64Array.of(),
    "hand-over": Float64Array.of(10)
  }
});

const rounded = (columns: Float64Array[]) =>
  columns.map((column) => [...column].map((share) => Math.round(share * 100) / 100));

describe("columns of a row", () => {
  const row = lane(40, [0, WAITS], [10, HOLDS], [25, BLOCKED], [30, HOLDS]);

  test("show shares of their time", () => {
    expect(rounded(shares(row, {from_ns: 0, to_ns: 40}, 4))).toEqual([
      [0, 1, 0.5, 1],
      [1, 0, 0, 0],
      [0, 0, 0.5, 0]
    ]);
  });

  test("are those of the view", () => {
    expect(rounded(shares(row, {from_ns: 20, to_ns: 30}, 2))).toEqual([
      [1, 0],
      [0, 0],
      [0, 1]
    ]);
  });

  test("are empty beyond the thread's end", () => {
    expect(rounded(shares(row, {from_ns: 30, to_ns: 50}, 2))[HOLDS]).toEqual([1, 0]);
  });

  test("add up to the time in view, however fine the stretches", () => {
    const steps = fc.uniqueArray(fc.nat(1000), {minLength: 1, maxLength: 200});
    fc.assert(
      fc.property(steps, fc.integer({min: 1, max: 90}), (times, columns) => {
        const begins = times.sort((a, b) => a - b);
        const fine = lane(1001, ...begins.map((at, i): [number, number] => [at, i % 3]));
        const sums = shares(fine, {from_ns: 0, to_ns: 1001}, columns);
        const total = sums.flatMap((column) => [...column]).reduce((sum, share) => sum + share, 0);
        expect((total / columns) * 1001).toBeCloseTo(1001 - begins[0], 6);
      })
    );
  });
});

test("marks are counted column by column", () => {
  const {marks} = stripOf(lane(40, [0, WAITS], [10, HOLDS]), {from_ns: 0, to_ns: 40}, 4);
  expect(marks.map((counts) => [...counts])).toEqual([
    [0, 1, 0, 0],
    [1, 0, 0, 1],
    [0, 0, 0, 0],
    [0, 1, 0, 0]
  ]);
});

test("sums are those of the view", () => {
  const row = lane(40, [0, WAITS], [10, HOLDS], [25, BLOCKED], [30, HOLDS]);
  expect(sumOf(row, {from_ns: 5, to_ns: 35})).toEqual({
    thread: 1,
    states_ns: [20, 5, 5],
    turns: 2,
    marks: [1, 1, 0, 1]
  });
});
