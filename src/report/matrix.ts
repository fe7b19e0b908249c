/// Designs against what was measured of them: the numbers of tables that are shaded, and of fronts.

import type {WorkloadSummary} from "../../loaders/schema.ts";
import {familyColour} from "./families.ts";
import {type HeatTable, levels, renderHeat} from "./heat.ts";
import {nameOf, pick, plain, sources, valued, type Wanted, type WorkloadRuns} from "./workload-rows.ts";

/// One thing that is measured of each design.
export interface Measure {
  /// Heading of its column.
  title: string;
  wanted: Wanted;
  better: "more" | "less";
  /// What is compared of a figure, where that is not the figure itself: as a share counts up to a fair one.
  score?(value: number): number;
  /// How a figure is written. Default with its unit.
  say?(row: WorkloadSummary): string;
}

/// Figures of designs come from Convoy's threads or from virtual cores; a table holds one of the two.
export type DesignKind = "host" | "simulated";

export interface Matrix {
  kind: DesignKind;
  designs: string[];
  measures: Measure[];
  /// By design, then by measure; undefined where there is none.
  rows: (WorkloadSummary | undefined)[][];
}

/// The figures of one kind. Designs and measures without any figure are left out.
export function matrixOf(
  runs: WorkloadRuns,
  kind: DesignKind,
  measures: readonly Measure[],
  designs?: readonly string[]
): Matrix {
  const columns = measures.map(({wanted}) => {
    const own = pick(runs, wanted).filter((row) => row.machine === kind && nameOf(row) === row.design);
    return new Map(own.map((row) => [row.design as string, row]));
  });
  const used = measures.filter((_, i) => columns[i].size > 0);
  const found = columns.filter(({size}) => size > 0);
  const known = [...new Set(found.flatMap((column) => [...column.keys()]))];
  const wanted = designs === undefined ? known : designs.filter((design) => known.includes(design));
  return {
    kind,
    designs: wanted,
    measures: used,
    rows: wanted.map((design) => found.map((column) => column.get(design)))
  };
}

/// The kind that has more figures; measured ones where both have as many. null where neither has one.
export function fuller(
  runs: WorkloadRuns,
  measures: readonly Measure[],
  designs?: readonly string[]
): Matrix | null {
  const [host, simulated] = (["host", "simulated"] as const).map((kind) =>
    matrixOf(runs, kind, measures, designs)
  );
  const size = ({rows}: Matrix) => rows.flat().filter((row) => row !== undefined).length;
  if (size(host) + size(simulated) === 0) return null;
  return size(host) >= size(simulated) ? host : simulated;
}

/// How good each design is in one measure, as `levels` has it.
export function shadesOf(
  {measures, rows}: Pick<Matrix, "measures" | "rows">,
  column: number
): (number | null)[] {
  const {better, score = (value: number) => value} = measures[column];
  const values = rows.map((row) => row[column]?.estimate ?? null);
  return levels(
    values.map((value) => (value === null ? null : score(value))),
    better
  );
}

/// A shaded table of it.
export function matrixTable(
  {kind, designs, measures, rows}: Matrix,
  runs: WorkloadRuns,
  words: Pick<HeatTable, "id" | "title" | "caption">
): string {
  const shades = measures.map((_, column) => shadesOf({measures, rows}, column));
  const {origin, files} = sources(runs, [kind]);
  return renderHeat({
    ...words,
    columns: ["design", ...measures.map(({title}) => title)],
    rows: designs.map((design, i) => ({
      name: design,
      colour: familyColour(design),
      cells: measures.map(({say = plain}, column) => {
        const row = rows[i][column];
        if (row === undefined) return {text: "–", level: null};
        return {text: say(row), level: shades[column][i], more: valued(row)};
      })
    })),
    source: `<span class="kind ${kind}">${kind}</span> ${origin} ${files}`
  });
}
