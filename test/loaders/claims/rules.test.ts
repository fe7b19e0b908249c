import * as fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  above,
  below,
  between,
  decide,
  type FigureVerdict,
  describe as inWords,
  together
} from "../../../loaders/claims/rules.ts";

describe("decide", () => {
  test.each([
    [1.1, 2, "holds"],
    [0.9, 2, "undecided"],
    [0.5, 0.9, "does not hold"],
    [0.5, 1, "does not hold"],
    [5, null, "undecided"],
    [null, null, "does not hold"]
  ])("an interval from %s to %s under a rule from 1 to 10: %s", (low, high, verdict) => {
    expect(decide(between(1, 10), low, high)).toBe(verdict);
  });

  const number = fc.integer({min: -5, max: 5});

  test("never calls one interval both", () => {
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

  test("what holds of an interval holds of every interval within", () => {
    const three = fc.array(number, {minLength: 4, maxLength: 4}).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(three, number, fc.constantFrom(above, below), ([a, b, c, d], limit, rule) => {
        const outer = decide(rule(limit), a, d);
        if (outer !== "undecided") expect(decide(rule(limit), b, c)).toBe(outer);
      })
    );
  });
});

describe("together", () => {
  test.each<[FigureVerdict[], string]>([
    [[], "not tested"],
    [["holds", "holds"], "holds"],
    [["does not hold"], "does not hold"],
    [["holds", "undecided"], "undecided"],
    [["undecided", "does not hold"], "undecided"],
    [["holds", "does not hold", "undecided"], "holds in part"]
  ])("%j: %s", (verdicts, verdict) => {
    expect(together(verdicts)).toBe(verdict);
  });

  test("does not depend on the order", () => {
    const verdicts = fc.array(fc.constantFrom<FigureVerdict>("holds", "does not hold", "undecided"));
    fc.assert(
      fc.property(verdicts, (list) => {
        expect(together([...list].reverse())).toBe(together(list));
      })
    );
  });
});

test("rules in words", () => {
  expect([above(1), below(2), between(0.8, 1.25)].map(inWords)).toEqual([
    "above 1",
    "below 2",
    "between 0.8 and 1.25"
  ]);
});
