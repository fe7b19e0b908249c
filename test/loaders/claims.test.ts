import * as fc from "fast-check";
import {describe, expect, test} from "vitest";
import {decide, judge, TESTS, together} from "../../loaders/claims.ts";
import {publishedFigures} from "../../loaders/published.ts";
import type {SummaryRow} from "../../loaders/schema.ts";

const row: SummaryRow = {
  cell: "host/tick/fixed/2-cores",
  machine: "host",
  design: "tick",
  interpreter: "convoy 0",
  cores: 2,
  work: "fixed",
  threads: 2,
  main: null,
  spinners: null,
  interval_ms: null,
  check_interval_ticks: null,
  metric: "slowdown_ratio",
  unit: "",
  estimate: 1.8,
  low: 1.5,
  high: 2,
  level: 0.95,
  repetitions: 9
};

describe("decide", () => {
  test.each([
    [1.1, 2, "holds"],
    [0.9, 2, "undecided"],
    [0.5, 0.9, "does not hold"],
    [0.5, 1, "does not hold"],
    [5, null, "undecided"],
    [null, null, "does not hold"]
  ])("an interval from %s to %s under a rule from 1 to 10: %s", (low, high, verdict) => {
    expect(decide({from: 1, to: 10}, low, high)).toBe(verdict);
  });

  test("never calls one interval both", () => {
    const number = fc.integer({min: -5, max: 5});
    fc.assert(
      fc.property(number, number, number, number, (a, b, c, d) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const [low, high] = [Math.min(c, d), Math.max(c, d)];
        const inside = low > from && high < to;
        const outside = high <= from || low >= to;
        const expected = inside ? "holds" : outside ? "does not hold" : "undecided";
        expect(decide({from, to}, low, high)).toBe(expected);
      })
    );
  });
});

test("together needs figures, and one against is enough", () => {
  expect(together([])).toBe("undecided");
  expect(together(["holds", "holds"])).toBe("holds");
  expect(together(["holds", "undecided"])).toBe("undecided");
  expect(together(["holds", "does not hold", "undecided"])).toBe("does not hold");
});

describe("judge", () => {
  test("puts the figure beside the claim that it tests, and nowhere else", async () => {
    const claims = judge(await publishedFigures(), {contention: [row]});
    const tested = claims.filter((claim) => claim.ours.length > 0);
    expect(tested.map((claim) => claim.id)).toEqual(["two-threads-slower"]);
    expect(tested[0]).toMatchObject({
      verdict: "holds",
      evidence: "secondary",
      published_value: "1.85 times sequential (45.5 s and 24.6 s)",
      ours: [{cell: row.cell, estimate: 1.8, verdict: "holds"}]
    });
  });

  test("is undecided on every claim when nothing was measured", async () => {
    for (const claim of judge(await publishedFigures(), {})) expect(claim.verdict).toBe("undecided");
  });

  test("refuses a figure that is not there", () => {
    expect(() => judge([], {})).toThrow(`unknown published figure: ${TESTS[0].published[0]}`);
  });
});

test("published figures have ids of their own and a label each", async () => {
  const figures = await publishedFigures();
  expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
  expect(figures.length).toBeGreaterThanOrEqual(212);
  for (const figure of figures) {
    expect(["primary", "secondary"]).toContain(figure.evidence);
    expect(figure.source && figure.value).toBeTruthy();
  }
});
