import {expect, test} from "vitest";
import {judge, SOURCES} from "../../../loaders/claims/index.ts";
import {publishedFigures} from "../../../loaders/published.ts";
import {dataValues} from "../../../src/report/data.ts";
import {findingsValues} from "../../../src/report/findings.ts";
import {methodValues} from "../../../src/report/method.ts";

test("without any run, the first page lists all claims as not tested", async () => {
  const figures = await publishedFigures();
  const published = new Map(figures.map((figure) => [figure.id, figure]));
  const claims = judge(SOURCES, {published: figures, estimates: [], proofs: [], fitted: []});
  const values = await findingsValues(claims, [], published, new Set(["/contention"]));
  expect(values.claims).toContain("not tested");
  expect(values.claims.match(/verdict holds"/g)).toHaveLength(2);
  expect(values.claims).toContain('<a href="/contention">shown here</a>');
  expect(values.claims).not.toContain('href="/issue-7946"');
  expect(values.convoy).toBe("");
});

test("without any run, data and method say so and do not fail", () => {
  const values = dataValues([], [], []);
  expect(values.question).toContain("<textarea");
  expect(values.compared).toContain("npx convoy validate");
  expect(methodValues([]).runs).toContain("npx convoy data");
});
