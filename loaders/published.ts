import {join} from "node:path";
import {ROOT} from "./root.ts";
import type {Column, PublishedFigure} from "./schema.ts";
import {readTable} from "./tables.ts";

const FILE = join(ROOT, "data", "published", "figures.csv");
const NAMES = [
  "id",
  "source",
  "slide_or_comment",
  "experiment",
  "gil",
  "cores",
  "threads",
  "metric",
  "value",
  "unit",
  "machine_os",
  "evidence",
  "note"
] as const satisfies readonly (keyof PublishedFigure)[];

export const PUBLISHED = NAMES.map(
  (name): Column => ({name, type: "string", unit: "", description: "", nullable: true})
);

/// All rows of data/published/figures.csv. An empty field is "".
export async function publishedFigures(): Promise<PublishedFigure[]> {
  const rows = await readTable(FILE, PUBLISHED);
  return rows.map(
    (row) => Object.fromEntries(NAMES.map((name) => [name, row[name] ?? ""])) as unknown as PublishedFigure
  );
}
