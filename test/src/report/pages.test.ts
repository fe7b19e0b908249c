import {expect, test} from "vitest";
import {judge} from "../../../loaders/claims.ts";
import {publishedFigures} from "../../../loaders/published.ts";
import {dataValues} from "../../../src/report/data.ts";
import {findingsValues} from "../../../src/report/findings.ts";
import {methodValues} from "../../../src/report/method.ts";

test("without any run, the first page lists all claims as not tested", async () => {
  const figures = await publishedFigures();
  const published = new Map(figures.map((figure) => [figure.id, figure]));
  const values = await findingsValues(judge(figures, {}), [], published);
  expect(values.claims).toContain("not tested");
  expect(values.claims).not.toContain("verdict holds");
  expect(values.convoy).toBe("");
});

test("without any run, data and method say so and do not fail", () => {
  const values = dataValues([], [], []);
  expect(values.question).toContain("<textarea");
  expect(values.compared).toContain("npx convoy validate");
  expect(methodValues([]).runs).toContain("npx convoy data");
});
