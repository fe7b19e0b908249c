/// The values of every page.

import {dataset, tableOf} from "../../loaders/datasets.ts";
import {publishedFigures} from "../../loaders/published.ts";
import type {ContentionRow, Dataset} from "../../loaders/schema.ts";
import {contentionValues} from "./contention.ts";
import type {PageValues} from "./page.ts";

export interface Report {
  /// By path, as in "/contention".
  pages: Record<string, PageValues>;
  /// The datasets that there are.
  runs: Dataset[];
}

export async function readReport(): Promise<Report> {
  const published = new Map((await publishedFigures()).map((figure) => [figure.id, figure]));
  const contention = dataset("contention");
  const pages = {
    "/contention":
      contention === null
        ? {missing: "contention" as const}
        : await contentionValues(contention, (await tableOf(contention)) as ContentionRow[], published)
  };
  return {pages, runs: [contention].filter((run) => run !== null)};
}
