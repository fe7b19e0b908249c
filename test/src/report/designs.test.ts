import {expect, test} from "vitest";
import {publishedFigures} from "../../../loaders/published.ts";
import {type DesignFigure, figureOf, sayFigure} from "../../../src/report/design-figures.ts";
import {designValues} from "../../../src/report/designs.ts";
import {issue7753Values, issue8299Values} from "../../../src/report/issues.ts";
import {readSchedules} from "../../../src/report/schedule.ts";
import {starvationValues} from "../../../src/report/starvation.ts";
import type {WorkloadFigure} from "../../../src/report/workloads.ts";

const checker = await readSchedules();
const {designs} = checker;
const published = new Map((await publishedFigures()).map((figure) => [figure.id, figure]));

const row = (other: Partial<WorkloadFigure>): WorkloadFigure => ({
  cell: "",
  machine: "host",
  design: "tick",
  interpreter: "convoy 0.1.0",
  cores: 2,
  workload: "echo-udp",
  variant: "plain",
  threads: 1,
  interval_ms: null,
  check_interval_ticks: 100,
  metric: "requests_per_s",
  unit: "requests/s",
  estimate: 1234,
  low: 1200,
  high: 1300,
  ...other
});
const echo: DesignFigure = {id: "", title: "", workload: "echo-udp", metric: "requests_per_s", threads: 1};

test("every design has a card with its protocol, and a row of the index, without any run", async () => {
  const values = await designValues(designs, []);
  expect(values.cards.match(/<section class="card"/g)).toHaveLength(designs.length);
  for (const {name} of designs) {
    expect(values.cards).toContain(`<h2 id="${name}">`);
    expect(values.index).toContain(`<a href="#${name}">${name}</a>`);
  }
  expect(values.cards.match(/<svg [^>]*class="graph"/g)).toHaveLength(3 * designs.length);
  expect(values.cards).toContain("not measured");
  expect(values.cards).toMatch(/all of them, in [\d.]+ s: holds/);
  expect(values.cards).not.toMatch(/\n\s*\n|undefined|NaN/);
});

test("a figure is the simulated one where there is one, and says which it is", () => {
  const simulated = row({machine: "simulated", interpreter: "cpython 3.11.7", estimate: 99});
  expect(sayFigure(figureOf([row({}), simulated], "tick", echo))).toBe("99.0 (1,200 to 1,300), simulated");
  expect(sayFigure(figureOf([row({})], "tick", echo))).toBe("1,230 (1,200 to 1,300), host");
  expect(sayFigure(figureOf([row({check_interval_ticks: 1000})], "tick", echo))).toBe("not measured");
  expect(sayFigure(figureOf([row({})], "fair", echo))).toBe("not measured");
});

test("every thread that can starve has a cycle, which can be performed", async () => {
  const values = await starvationValues(checker);
  expect(values["one call"]).toBe("0 by 1");
  expect(values["one call cycle"]).toContain('<rect class="asleep"');
  expect(values["one call cycle"]).toContain('<path class="vain"');
  expect(values["one call step by step"]).toContain("from here on for ever:");
  for (const {name} of designs) expect(values.cells).toContain(`<h3 id="${name}">`);
  expect(Object.values(values).join("")).not.toMatch(/undefined|NaN/);
});

test("the pages on issues show the rule from the source, and published figures as such", async () => {
  const evidence = {designs, figures: [], published};
  const backport = await issue7753Values(evidence);
  expect(backport.rule).toContain("this.ticker.restart();");
  expect(backport["backport-2.7 checked"]).toContain("holds");
  const robin = await issue8299Values(evidence);
  expect(robin["round robin"]).toContain("this.waiting.value > 0");
  expect(robin.fastcond).toContain("15.2");
  expect(robin.fastcond).toContain("5789");
  expect(robin.figures).toContain('<a href="/designs#levels">');
  expect(robin.switches).toContain("not measured");
});
