import {expect, test} from "vitest";
import {fill} from "../../../src/report/page.ts";

test("fills in every value, spaces or not", () => {
  expect(fill("{{ratio}} and {{ on one core }}", {ratio: "1.85", "on one core": "1.1"}, "/x")).toBe(
    "1.85 and 1.1"
  );
});

test("does not read a value as a pattern", () => {
  expect(fill("{{a}}", {a: "$& {{b}}"}, "/x")).toBe("$& {{b}}");
});

test("names a value that there is none of, the page, and the known ones", () => {
  expect(() => fill("{{ration}}", {ratio: "1"}, "/x")).toThrow(
    "unknown value in /x.md: ration; known: ratio"
  );
});

test("without a run, keeps the heading and says how to make one", () => {
  const page = fill(
    "# Counting\n\nIt takes {{ratio}} times as long.\n",
    {missing: "contention"},
    "/contention"
  );
  expect(page).toContain("# Counting");
  expect(page).toContain("No run recorded yet: run `npx convoy data contention`");
  expect(page).not.toContain("{{");
});
