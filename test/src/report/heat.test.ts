import {expect, test} from "vitest";
import {levels, renderHeat} from "../../../src/report/heat.ts";

test("the best of a column has level 1, the worst -1, whichever direction is better", () => {
  expect(levels([1, 10, 100, null], "more")).toEqual([-1, 0, 1, null]);
  expect(levels([1, 10, 100, 0], "less")).toEqual([1, -0, -1, 1]);
});

test("what hardly differs has no shade", () => {
  expect(levels([1, 1.05], "more")).toEqual([0, 0]);
  expect(levels([0, 0], "more")).toEqual([0, 0]);
});

test("a table has a name, its words are escaped, and Markdown leaves it alone", () => {
  const html = renderHeat({
    id: "h",
    title: "A < B",
    caption: "What it is",
    columns: ["design", "x"],
    rows: [{name: "tick", colour: "red", cells: [{text: "1 < 2", level: 1, more: "0 to 3"}]}],
    source: "host"
  });
  expect(html).toContain("A &lt; B");
  expect(html).toContain('<td class="number good-3" title="0 to 3">1 &lt; 2</td>');
  expect(html).not.toMatch(/\n\s*\n/);
});
