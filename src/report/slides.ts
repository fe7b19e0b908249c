/// Figures of a talk beside what a simulated machine like the one on its slides makes of them.

import type {FigureRow} from "../../loaders/fit/dataset.ts";
import {MACHINE_NAMES} from "./published-machines.ts";
import {renderTable} from "./table.ts";
import {figure} from "./words.ts";

/// Every figure whose id begins with one of `prefixes`; a sentence where there is none.
export function slideTable(
  figures: readonly FigureRow[],
  prefixes: readonly string[],
  caption: string
): string {
  const own = figures.filter(({figure: id}) => prefixes.some((prefix) => id.startsWith(prefix)));
  if (own.length === 0) return "_The machines of the slides are not fitted yet: `npx convoy fit` does it._";
  return renderTable({
    caption,
    columns: [
      {title: "what ran"},
      {title: "machine"},
      {title: "published", numeric: true},
      {title: "simulated", numeric: true},
      {title: "factor", numeric: true},
      {title: "used"},
      {title: "evidence"}
    ],
    rows: own.map((row) => [
      row.workload.replaceAll("10^8", "10⁸").replaceAll("10^7", "10⁷"),
      MACHINE_NAMES[row.machine],
      row.published_high === null
        ? `${figure(row.published)} ${row.unit}`.trim()
        : `${figure(row.published)} to ${figure(row.published_high)} ${row.unit}`,
      `${figure(row.simulated_p50)} (${figure(row.simulated_min)} to ${figure(row.simulated_max)})`,
      row.role === "unit" ? "–" : figure(row.factor),
      row.role === "fitted" ? "to fit the machine" : row.role === "unit" ? "as the unit" : "as a prediction",
      row.evidence
    ])
  });
}

/// One figure over another, as published and as simulated; undefined where one is not there.
export function slideRatio(
  figures: readonly FigureRow[],
  over: string,
  under: string
): {published: number; value: number; low: number; high: number} | undefined {
  const [a, b] = [over, under].map((id) => figures.find(({figure: own}) => own === id));
  if (a === undefined || b === undefined) return undefined;
  return {
    published: a.published / b.published,
    value: a.simulated_p50 / b.simulated_p50,
    low: a.simulated_min / b.simulated_max,
    high: a.simulated_max / b.simulated_min
  };
}
