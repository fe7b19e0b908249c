/// Picking rows of a summary, and points out of what others published.

import type {Lock, PublishedFigure, SummaryRow} from "../../loaders/schema.ts";

export const OLD: readonly Lock[] = ["tick", "tick-condition"];
export const NEW: readonly Lock[] = ["timeout-before-3.9", "timeout"];

type Intervals = Pick<SummaryRow, "interval_ms" | "check_interval_ticks">;

/// Whether a row ran with the intervals that CPython has when nobody sets them: 5 ms, or 100 ticks.
export function usualInterval({interval_ms, check_interval_ticks}: Intervals): boolean {
  return (
    (interval_ms === null || interval_ms === 5) &&
    (check_interval_ticks === null || check_interval_ticks === 100)
  );
}

/// Rows that agree with all columns given.
export function where(rows: readonly SummaryRow[], columns: Partial<SummaryRow>): SummaryRow[] {
  const wanted = Object.entries(columns);
  return rows.filter((row) => wanted.every(([name, value]) => row[name as keyof SummaryRow] === value));
}

export type Published = ReadonlyMap<string, PublishedFigure>;

/// Throws for an id that data/published does not have.
export function publishedFigure(published: Published, id: string): PublishedFigure {
  const found = published.get(id);
  if (found === undefined) throw new Error(`unknown published figure: ${id}`);
  return found;
}

/// One published figure over another, as in a threaded time over a sequential one.
export function quotient(
  published: Published,
  over: string,
  under: string
): {value: number; from: PublishedFigure[]} {
  const from = [over, under].map((id) => publishedFigure(published, id));
  return {value: Number(from[0].value) / Number(from[1].value), from};
}
