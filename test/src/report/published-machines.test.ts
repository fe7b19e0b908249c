import {describe, expect, test} from "vitest";
import {type FigureRow, readFitted, type TriedRow} from "../../../loaders/fit/dataset.ts";
import {publishedFigures} from "../../../loaders/published.ts";
import {publishedMachineValues} from "../../../src/report/published-machines.ts";

const published = new Map((await publishedFigures()).map((figure) => [figure.id, figure]));
const figures = await readFitted("figures");
const tried = await readFitted("tried");

const row = (change: Partial<FigureRow>): FigureRow => ({...figures[0], ...change});
const call = (value: number, simulated_p50: number): TriedRow => ({
  parameter: "call_ns",
  value,
  simulated_p50,
  log_error_squared: Math.abs(simulated_p50 - 45)
});

describe("the section on the slides' machines", () => {
  test("counts what was fitted and what was predicted, and names the worst", async () => {
    const values = await publishedMachineValues(
      [
        row({role: "fitted", factor: 1}),
        row({role: "predicted", factor: 1.2, direction_holds: true}),
        row({role: "predicted", factor: 1.4, direction_holds: null}),
        row({role: "predicted", factor: 7, direction_holds: true})
      ],
      [],
      published
    );
    expect(values["slides summary"]).toContain(
      "1 published figure is fitted, 0 serve as a unit of time, and 3 are predicted. Of these, 2 are off by a factor of 1.5 or less (67 %); the median is 1.40, the worst 7.00. The direction is right for all 2 that have one."
    );
  });

  test("names a wrong direction", async () => {
    const wrong = row({
      role: "predicted",
      workload: "the walk",
      published: 2,
      simulated_p50: 1,
      direction_holds: false
    });
    const values = await publishedMachineValues(
      [row({role: "predicted", direction_holds: true}), wrong],
      [],
      published
    );
    expect(values["slides summary"]).toContain(
      "The direction is right for 1 of 2; it is wrong for the walk (too little)."
    );
  });

  test("tells of the edge that the search found, or nothing", async () => {
    const edge = async (rows: TriedRow[]) =>
      (await publishedMachineValues(figures, rows, published))["slides edge"];
    expect(await edge([call(5000, 45), call(5250, 46), call(5500, 25)])).toContain(
      "with calls of 5.00 µs the simulated threads need 45.0 s, from 5.50 µs on they fall into step"
    );
    expect(await edge([call(5000, 45), call(5250, 46)])).toBe("");
    expect(await edge(tried)).not.toContain("NaN");
  });

  test("has a row for each figure in the table, and a mark for each but the units", async () => {
    const values = await publishedMachineValues(figures, tried, published);
    for (const {figure} of figures) expect(values.slides).toContain(`<td>${figure}</td>`);
    for (const {figure, role} of figures)
      expect(values.slides.includes(`"figure":"${figure}"`), figure).toBe(role !== "unit");
    expect(values.slides).not.toMatch(/\n\s*\n|NaN|undefined/);
  });

  test("says so when nothing is fitted yet", async () => {
    const values = await publishedMachineValues([], [], published);
    expect(values["slides summary"]).toContain("npx convoy fit");
    expect(values.slides).toBe("");
  });
});
