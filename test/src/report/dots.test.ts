import {expect, test} from "vitest";
import {type Dot, dotChart, dotRows} from "../../../src/report/dots.ts";
import {familyLegend} from "../../../src/report/families.ts";
import {renderFigure} from "../../../src/report/figure.ts";

const dot = (change: Partial<Dot>): Dot => ({
  row: "timeout",
  design: "timeout",
  kind: "host",
  panel: "echo",
  value: 100,
  low: 90,
  high: 110,
  shown: "100 a second",
  ...change
});

const draw = (dots: Dot[], panels: {name: string; axis: string; scale?: "log"}[], rows: string[]) =>
  renderFigure({
    id: "dots",
    title: "A finding",
    description: "What is on the axes",
    kinds: ["host"],
    dataset: null,
    credit: "",
    rows: dotRows(dots),
    legend: familyLegend(
      dots.map(({design}) => design),
      ["host"]
    ),
    draw: dotChart(dots, panels, rows),
    table: {caption: "all", columns: [{title: "a"}], rows: []}
  });

test("draws a mark for each figure of each panel, in its family's colour", async () => {
  const dots = [dot({}), dot({row: "tick", design: "tick", value: 1000}), dot({panel: "count", value: 1.2})];
  const html = await draw(
    dots,
    [
      {name: "echo", axis: "a second", scale: "log"},
      {name: "count", axis: "times"}
    ],
    ["tick", "timeout"]
  );
  expect(html.match(/fill="var\(--tick\)" stroke="var\(--tick\)"/g)).toHaveLength(2);
  expect(html.match(/fill="var\(--timeout\)" stroke="var\(--timeout\)"/g)).toHaveLength(4);
  expect(html).toContain("time-outs</li>");
});

test("is drawn with nothing in a panel, and with an unknown design", async () => {
  const html = await draw([dot({design: "mine", row: "mine"})], [{name: "other", axis: ""}], ["mine"]);
  expect(html).toContain("<svg");
  expect(html).toContain("other</li>");
});
