/// A claim in the middle of a page: what was published, what was found of it here, and the verdict.

import type {JudgedClaim, Reading} from "../../loaders/claims/index.ts";
import {badge, valued, whose} from "./claims-table.ts";
import type {Values} from "./page.ts";
import {type Published, publishedFigure} from "./select.ts";
import {escapeHtml, list} from "./words.ts";

/// The blocks of all claims of these sources, as values "claim ID".
export function claimValues(
  claims: readonly JudgedClaim[],
  sources: readonly string[],
  published: Published
): Values {
  const own = claims.filter(({source}) => sources.includes(source));
  return Object.fromEntries(own.map((claim) => [`claim ${claim.id}`, claimBlock(claim, published)]));
}

/// HTML without blank lines.
export function claimBlock(claim: JudgedClaim, published: Published): string {
  const {id, statement, verdict, readings, rules, why} = claim;
  const rows = [publishedRow(claim, published), ...readings.map((reading) => readingRow(reading, claim))];
  const rule = rules.length === 0 ? "No figure here decides on it." : `${rules.join(". ")}.`;
  return [
    `<div class="claim" id="claim-${id}" role="group" aria-label="A claim and its figures">`,
    `<p>${badge(verdict)} ${escapeHtml(statement)}</p>`,
    `<div class="scroll" tabindex="0" role="region" aria-label="Figures of this claim"><table><tbody>${rows.join("")}</tbody></table></div>`,
    ...(why === null ? [] : [`<p class="note">${escapeHtml(why)}</p>`]),
    `<details><summary>Rule</summary><p>${escapeHtml(rule)}</p></details>`,
    "</div>"
  ].join("\n");
}

function row(kind: string, value: string, subject: string): string {
  return `<tr><td><span class="kind ${kind}">${kind}</span></td><td>${value}</td><td>${subject}</td></tr>`;
}

function publishedRow(
  {published_value, published: ids, evidence}: JudgedClaim,
  published: Published
): string {
  const names = new Set(ids.map((id) => publishedFigure(published, id).source));
  return row("published", escapeHtml(published_value), escapeHtml([evidence, ...names].join("; ")));
}

const SLIDES: Record<string, string> = {
  "macbook-2009": "a MacBook as on the slides",
  "mac-pro-2010": "a Mac Pro as on the slides"
};

/// The verdict on one figure is said where it differs from that on its kind.
function readingRow(reading: Reading, {by_kind}: JudgedClaim): string {
  const {kind, interpreter, verdict} = reading;
  const differs = verdict === by_kind[kind] ? "" : ` <em>${verdict}</em>`;
  const subject = SLIDES[interpreter] ?? `${whose(reading)}${ours(reading)}`;
  return row(
    kind === "checked" ? "exhaustive" : kind,
    `${escapeHtml(valued(reading))}${differs}`,
    escapeHtml(subject)
  );
}

/// The design too, where a prediction is of another than the interpreter's own.
const ours = ({kind, design}: Reading): string =>
  kind === "simulated" && design !== "" ? `, ${design}` : "";

/// How claims came out, as in "7 hold, 1 does not and 3 are undecided".
export function tally(claims: readonly JudgedClaim[]): string {
  const words: [JudgedClaim["verdict"], one: string, more: string][] = [
    ["holds", "holds", "hold"],
    ["holds in part", "holds in part", "hold in part"],
    ["does not hold", "does not", "do not"],
    ["undecided", "is undecided", "are undecided"],
    ["not tested", "was not tested", "were not tested"]
  ];
  const parts = words.flatMap(([verdict, one, more]) => {
    const n = claims.filter((claim) => claim.verdict === verdict).length;
    return n === 0 ? [] : [`${n} ${n === 1 ? one : more}`];
  });
  return list(parts);
}
