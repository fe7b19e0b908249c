/// Values of the first page: every claim beside what was published and what was found here.

import {type JudgedClaim, SOURCES, type Verdict} from "../../loaders/claims/index.ts";
import type {Dataset} from "../../loaders/schema.ts";
import {claimsTable, sourceTally} from "./claims-table.ts";
import {renderFigure} from "./figure.ts";
import {throughput} from "./io-priority.ts";
import type {Values} from "./page.ts";
import type {Published} from "./select.ts";
import {count, list} from "./words.ts";

/// @param pages that the report has, as in /contention
export async function findingsValues(
  claims: readonly JudgedClaim[],
  datasets: readonly Dataset[],
  published: Published,
  pages: ReadonlySet<string>
): Promise<Values> {
  const io = datasets.find(({name}) => name === "io-priority");
  return {
    machine: machine(datasets),
    tally: tally(claims),
    "tally by source": sourceTally(SOURCES, claims),
    claims: claimsTable(SOURCES, claims, pages),
    convoy: io === undefined ? "" : await renderFigure(throughput(io, published))
  };
}

function machine([first]: readonly Dataset[]): string {
  if (first === undefined) return "no machine yet";
  const {cpu, cores, platform, kernel} = first.run;
  return `${cpu}, ${count(cores, "core")}, ${platform} ${kernel}`;
}

function tally(claims: readonly JudgedClaim[]): string {
  const of = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
  const second = claims.filter(({evidence}) => evidence === "secondary").length;
  const parts = [
    `${of("holds")} of ${claims.length} claims hold`,
    ...(of("holds in part") > 0 ? [`${of("holds in part")} hold in part`] : []),
    `${of("does not hold")} do not`,
    `${of("undecided")} are undecided`,
    ...(of("not tested") > 0 ? [`${of("not tested")} were not tested`] : [])
  ];
  return `${list(parts)}; ${second} are known at second hand only`;
}
