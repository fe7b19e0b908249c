/// Values of the first page: every claim beside what was published and what was measured here.

import type {Claim, ClaimFigure, Dataset, PublishedFigure, Verdict} from "../../loaders/schema.ts";
import {renderFigure} from "./figure.ts";
import {throughput} from "./io-priority.ts";
import type {Values} from "./page.ts";
import {type Published, publishedFigure} from "./select.ts";
import {seriesName} from "./series.ts";
import {count, duration, escapeHtml, estimated, list} from "./words.ts";

export async function findingsValues(
  claims: readonly Claim[],
  datasets: readonly Dataset[],
  published: Published
): Promise<Values> {
  const io = datasets.find(({name}) => name === "io-priority");
  return {
    machine: machine(datasets),
    tally: tally(claims),
    claims: claimsTable(claims, published),
    convoy: io === undefined ? "" : await renderFigure(throughput(io, published))
  };
}

function machine([first]: readonly Dataset[]): string {
  if (first === undefined) return "no machine yet";
  const {cpu, cores, platform, kernel} = first.run;
  return `${cpu}, ${count(cores, "core")}, ${platform} ${kernel}`;
}

function tally(claims: readonly Claim[]): string {
  const of = (verdict: Verdict) =>
    claims.filter((claim) => claim.ours.length > 0 && claim.verdict === verdict).length;
  const untested = claims.filter((claim) => claim.ours.length === 0).length;
  const parts = [
    `${of("holds")} of ${claims.length} hold`,
    `${of("does not hold")} do not`,
    `${of("undecided")} are undecided`,
    ...(untested > 0 ? [`${untested} were not tested`] : [])
  ];
  return list(parts);
}

const PAGE_NAMES = {
  contention: "Counting threads",
  "io-priority": "A server beside spinning threads",
  "signal-latency": "Signals"
};

function claimsTable(claims: readonly Claim[], published: Published): string {
  const groups = Object.entries(PAGE_NAMES).map(([experiment, name]) => {
    const rows = claims
      .filter((claim) => claim.experiment === experiment)
      .map((claim) => claimRow(claim, published));
    const heading = `<tr class="group"><th colspan="4" scope="colgroup"><a href="/${experiment}">${name}</a></th></tr>`;
    return `<tbody>${heading}${rows.join("")}</tbody>`;
  });
  return [
    '<table class="claims"><caption>Claims, what was published, what this machine measured, and the verdict</caption>',
    '<thead><tr><th scope="col">Claim</th><th scope="col">Published</th><th scope="col">This machine</th><th scope="col">Verdict</th></tr></thead>',
    ...groups,
    "</table>"
  ].join("\n");
}

function claimRow(claim: Claim, published: Published): string {
  const ours = claim.ours.map((figure) => ourFigure(figure, claim.verdict));
  return [
    `<tr id="claim-${claim.id}"><th scope="row" data-label="Claim">${escapeHtml(claim.statement)}</th>`,
    `<td data-label="Published">${escapeHtml(claim.published_value)}<br>${sources(claim, published)}</td>`,
    `<td data-label="This machine">${ours.length === 0 ? "not measured" : `<ul>${ours.join("")}</ul>`}</td>`,
    `<td data-label="Verdict">${badge(claim.ours.length === 0 ? "not tested" : claim.verdict)}`,
    `<details><summary>Rule</summary><p>${escapeHtml(`${claim.measure}. A claim ${claim.rule}; all figures of a claim together: when each holds.`)}</p></details></td></tr>`
  ].join("");
}

/// The verdict on one figure is said where it differs from that on the claim.
function ourFigure(figure: ClaimFigure, overall: Verdict): string {
  const kind = `<span class="kind ${figure.machine}">${figure.machine}</span>`;
  const verdict = figure.verdict === overall ? "" : ` <em>${figure.verdict}</em>`;
  return `<li>${kind} ${escapeHtml(seriesName(figure))}: ${escapeHtml(valued(figure))}${verdict}</li>`;
}

function valued(figure: ClaimFigure): string {
  if (figure.unit === "us") {
    const end = (us: number | null) => (us === null ? "beyond the cap" : duration(us));
    return `${end(figure.estimate)} (${end(figure.low)} to ${end(figure.high)})`;
  }
  return `${estimated(figure)}${figure.unit === "" ? "" : ` ${figure.unit}`}`;
}

function badge(verdict: Verdict | "not tested"): string {
  return `<strong class="verdict ${verdict.replaceAll(" ", "-")}">${verdict}</strong>`;
}

function sources(claim: Claim, published: Published): string {
  const figures = claim.published.map((id) => publishedFigure(published, id));
  const names = [...new Set(figures.map(({source}: PublishedFigure) => source))];
  return `<small>${escapeHtml([claim.evidence, ...names].join("; "))}</small>`;
}
