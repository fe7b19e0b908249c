import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {drawTimeline, LANES_MOST, moveView, shares} from "../../../src/try-it/timeline.ts";
import type {Lane} from "../../../src/try-it/trace.ts";

const HOLDS = 0;
const WAITS = 1;
const BLOCKED = 2;

const lane = (end_ns: number, ...stretches: [from_ns: number, state: number][]): Lane => ({
  thread: 1,
  end_ns,
  from_ns: Float64Array.from(stretches, ([from]) => from),
  state: Uint8Array.from(stretches, ([, state]) => state),
  vain_ns: Float64Array.of(15)
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

describe("a picture", () => {
  const view = {from_ns: 0, to_ns: 40};

  test("has a row for each thread, up to a number", () => {
    const lanes = Array.from({length: LANES_MOST + 3}, (_, thread) => ({...lane(40, [0, HOLDS]), thread}));
    const svg = drawTimeline([{design: "tick", lanes}], view, "wide");
    expect(svg.match(/>(main|thread \d+)</g)).toHaveLength(LANES_MOST);
    expect(svg).toContain("and 3 more, in the table");
  });

  test("is one line of sound markup", () => {
    const svg = drawTimeline([{design: "tick", lanes: [lane(40, [0, WAITS], [10, HOLDS])]}], view, "narrow");
    expect(svg).not.toMatch(/\n|NaN|undefined/);
    expect(svg).toContain('stroke="var(--bad)"');
  });

  test("of a run that took no time is drawn all the same", () => {
    const svg = drawTimeline(
      [{design: "tick", lanes: [lane(0, [0, WAITS])]}],
      {from_ns: 0, to_ns: 1},
      "wide"
    );
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});

describe("a view", () => {
  const whole = {from_ns: 0, to_ns: 1e6};

  test("comes closer around its middle, and back", () => {
    const close = moveView(whole, "in", 1e6);
    expect(close).toEqual({from_ns: 250_000, to_ns: 750_000});
    expect(moveView(close, "out", 1e6)).toEqual(whole);
    expect(moveView(close, "later", 1e6)).toEqual({from_ns: 375_000, to_ns: 875_000});
    expect(moveView(close, "whole", 1e6)).toEqual(whole);
  });

  test("stays in the run, and longer than nothing", () => {
    const moves = fc.array(fc.constantFrom("in", "out", "earlier", "later"));
    fc.assert(
      fc.property(moves, fc.integer({min: 1, max: 1e9}), (list, end_ns) => {
        let view = {from_ns: 0, to_ns: end_ns};
        for (const move of list) {
          view = moveView(view, move as "in", end_ns);
          expect(view.from_ns).toBeGreaterThanOrEqual(0);
          expect(view.to_ns).toBeLessThanOrEqual(end_ns);
          expect(view.to_ns).toBeGreaterThan(view.from_ns);
        }
      })
    );
  });
});
