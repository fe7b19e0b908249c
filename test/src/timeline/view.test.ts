import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {readView} from "../../../src/timeline/range.ts";
import {moveView, within, zoomView} from "../../../src/timeline/view.ts";

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

test("a view zooms around a place", () => {
  expect(zoomView({from_ns: 0, to_ns: 1000}, 0.5, 1000, 0)).toEqual({from_ns: 0, to_ns: 500});
  expect(zoomView({from_ns: 0, to_ns: 1000}, 0.5, 1000, 1)).toEqual({from_ns: 500, to_ns: 1000});
  expect(within(900, 300, 1000)).toEqual({from_ns: 700, to_ns: 1000});
});

test("a stretch of time is read from text", () => {
  expect(readView("3ms..3.5ms")).toEqual({from_ns: 3e6, to_ns: 3.5e6});
  expect(readView("0s..2s")).toEqual({from_ns: 0, to_ns: 2e9});
  for (const wrong of ["3ms", "3..4", "4ms..3ms", "3ms..3ms"])
    expect(() => readView(wrong)).toThrow(`invalid stretch of time: ${wrong}`);
});
