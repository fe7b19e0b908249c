import {expect, test} from "vitest";
import {type FigureRow, readFitted} from "../../../loaders/fit/dataset.ts";
import {publishedFigures} from "../../../loaders/published.ts";
import {fateTable, missesInWords} from "../../../src/report/published-fates.ts";

const figures = await readFitted("figures");
const row = (change: Partial<FigureRow>): FigureRow => ({...figures[0], role: "predicted", ...change});

test("misses have their factors and reasons, and none is no paragraph", () => {
  const missed = [row({figure: "guillo-2013-01", factor: 2}), row({figure: "nobody-01", factor: 3})];
  const text = missesInWords([...missed, row({factor: 1.4}), row({role: "fitted", factor: 9})]);
  expect(text).toContain("guillo-2013-01: 2.00");
  expect(text).toContain("no reason is known (nobody-01: 3.00)");
  expect(text.match(/<li>/g)).toHaveLength(2);
  expect(missesInWords([row({factor: 1.5})])).toBe("");
});

test("every published row is counted once", async () => {
  const published = await publishedFigures();
  const table = fateTable(published);
  const numbers = [...table.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, n]) => Number(n));
  expect(numbers.reduce((a, b) => a + b)).toBe(published.length);
  expect(table.indexOf("run: fitted")).toBeLessThan(table.indexOf("not run:"));
  expect(fateTable([])).toBe("");
});
