/// The table of claims: by source, with what was published, what was found by each kind of machine, and the verdict.

import {
  type JudgedClaim,
  KINDS,
  type Kind,
  type Reading,
  type Source,
  VERDICTS,
  type Verdict
} from "../../loaders/claims/index.ts";
import {duration, escapeHtml, estimated, figure} from "./words.ts";

/// What a column shows: simulated and checked figures share one, each with its kind.
const COLUMNS: readonly [title: string, kinds: readonly Kind[]][] = [
  ["Native", ["native"]],
  ["Host", ["host"]],
  ["Simulated, checked", ["simulated", "checked"]]
];

/// Readings of a column that are shown without being asked for.
const SHOWN = 3;

/// Filters, then the table. Both work without scripts. `pages`: those that there are, as in /contention.
export function claimsTable(
  sources: readonly Source[],
  claims: readonly JudgedClaim[],
  pages: ReadonlySet<string>
): string {
  const groups = sources.map((source) => {
    const own = claims.filter((claim) => claim.source === source.key);
    return `<tbody>${heading(source)}${own.map((claim) => row(claim, pages)).join("")}</tbody>`;
  });
  const titles = ["Claim", "Published", ...COLUMNS.map(([title]) => title), "Verdict"];
  return [
    `<div class="claims-view"><style>${filterRules()}</style>`,
    filters(claims),
    '<table class="claims"><caption>Claims, what was published, what was found here, and the verdict</caption>',
    `<thead><tr>${titles.map((title) => `<th scope="col">${title}</th>`).join("")}</tr></thead>`,
    ...groups,
    "</table></div>"
  ].join("\n");
}

const name = (text: string): string => text.replaceAll(" ", "-");
/// Two rows of radio buttons, with the number of claims behind each.
function filters(claims: readonly JudgedClaim[]): string {
  const choice = (group: string, id: string, label: string, checked = false) =>
    `<label><input type="radio" name="claims-${group}" id="show-${id}"${checked ? " checked" : ""}> ${label}</label>`;
  const verdicts = VERDICTS.map((verdict) => {
    const n = claims.filter((claim) => claim.verdict === verdict).length;
    return n === 0 ? "" : choice("verdict", name(verdict), `${verdict} (${n})`);
  });
  const kinds = KINDS.map((kind) => {
    const n = claims.filter(({by_kind}) => by_kind[kind] !== undefined).length;
    return n === 0 ? "" : choice("kind", kind, `${kind} (${n})`);
  });
  return [
    '<div class="claims-filters">',
    `<fieldset><legend>Verdict</legend>${choice("verdict", "any-verdict", `all (${claims.length})`, true)}${verdicts.join("")}</fieldset>`,
    `<fieldset><legend>With figures</legend>${choice("kind", "any-kind", "of any kind", true)}${kinds.join("")}</fieldset>`,
    "</div>"
  ].join("");
}

/// Hides rows that are not asked for, and groups without any that is.
function filterRules(): string {
  const verdicts = VERDICTS.map(name);
  const when = (...ids: string[]) => `.claims-view${ids.map((id) => `:has(#show-${id}:checked)`).join("")}`;
  const hidden = "{display:none!important}";
  const one = [...verdicts, ...KINDS].flatMap((id) => [
    `${when(id)} tr.claim:not(.${id})${hidden}`,
    `${when(id)} tbody:not(:has(.claim.${id}))${hidden}`
  ]);
  const both = verdicts.flatMap((verdict) =>
    KINDS.map((kind) => `${when(verdict, kind)} tbody:not(:has(.claim.${verdict}.${kind}))${hidden}`)
  );
  return [...one, ...both].join("");
}

function heading({key, title, who, when, note, url, read}: Source): string {
  return (
    `<tr class="group" id="source-${key}"><th colspan="6" scope="colgroup"><a href="${url}">${escapeHtml(title)}</a>` +
    `<small>${escapeHtml(`${who}, ${when}. ${read === "secondary" ? "At second hand: " : ""}${note}`)}</small></th></tr>`
  );
}

function row(claim: JudgedClaim, pages: ReadonlySet<string>): string {
  const {id, statement, where, page, verdict, by_kind} = claim;
  const shows = pages.has(page) ? ` <a href="${page}">shown here</a>` : "";
  const cells = COLUMNS.map(([title, kinds]) => column(title, claim, kinds));
  return [
    `<tr id="claim-${id}" class="claim ${name(verdict)} ${Object.keys(by_kind).join(" ")}">`,
    `<th scope="row" data-label="Claim">${escapeHtml(statement)} <a class="anchor" href="#claim-${id}" aria-label="Link to this claim">#</a>`,
    `<small>${escapeHtml(where)}${where && shows ? ";" : ""}${shows}</small></th>`,
    `<td data-label="Published">${escapeHtml(claim.published_value)}<small>${escapeHtml([claim.evidence, ...claim.published].join("; "))}</small></td>`,
    ...cells,
    `<td data-label="Verdict">${badge(verdict)}${decision(claim)}</td></tr>`
  ].join("");
}

export const badge = (verdict: Verdict): string =>
  `<strong class="verdict ${name(verdict)}">${verdict}</strong>`;

/// Who decided, why not, and by which rule.
function decision({decided_by, by_kind, why, rules}: JudgedClaim): string {
  const others = KINDS.filter(
    (kind) => kind !== decided_by && by_kind[kind] !== undefined && by_kind[kind] !== by_kind[decided_by!]
  ).map((kind) => `${kind}: ${by_kind[kind]}`);
  const by = decided_by === null ? "" : `by ${decided_by} figures`;
  const said = [by, ...others].filter(Boolean).join("; ");
  const rule =
    rules.length === 0 ? "No figure here decides on it, and so no interval." : `${rules.join(". ")}. ${ALL}`;
  return (
    `<small>${escapeHtml(said)}</small>${why === null ? "" : `<p class="why">${escapeHtml(why)}</p>`}` +
    `<details><summary>Rule</summary><p>${escapeHtml(rule)}</p></details>`
  );
}

const ALL =
  "Does not hold when none of the interval is. All figures of a kind together: when each holds; native figures decide, then host, simulated and checked ones.";

function column(title: string, claim: JudgedClaim, kinds: readonly Kind[]): string {
  const own = claim.readings.filter(({kind}) => kinds.includes(kind));
  const items = own.map((reading) => `<li>${shown(reading, claim.by_kind[reading.kind]!)}</li>`);
  const list = (some: string[]) => `<ul>${some.join("")}</ul>`;
  const rest = items.slice(SHOWN);
  const more =
    rest.length === 0 ? "" : `<details><summary>${rest.length} more</summary>${list(rest)}</details>`;
  if (own.length === 0) return `<td data-label="${title}" class="empty">–</td>`;
  return `<td data-label="${title}">${list(items.slice(0, SHOWN))}${more}</td>`;
}

/// The verdict on one figure is said where it differs from that on its kind.
function shown(reading: Reading, overall: Verdict): string {
  const {kind, verdict, from} = reading;
  const differs = verdict === overall ? "" : ` <em>${verdict}</em>`;
  // The column names the others.
  const title = `title="${escapeHtml(from)}"`;
  const badge =
    kind === "simulated" || kind === "checked"
      ? `<span class="kind ${kind === "checked" ? "exhaustive" : kind}" ${title}>${kind}</span> `
      : "";
  return `${badge}<span ${title}>${escapeHtml(whose(reading))}</span>: ${escapeHtml(valued(reading))}${differs}`;
}

export function whose({kind, design, interpreter}: Reading): string {
  if (kind === "checked") return design;
  if (interpreter.startsWith("convoy")) return design;
  return interpreter
    .replace(/^cpython\b/, "CPython")
    .replace(/^pypy\b/, "PyPy")
    .replace(/^jython\b/, "Jython");
}

export function valued(reading: Reading): string {
  const {text, unit} = reading;
  if (text !== null) return text;
  if (unit === "us") {
    const end = (us: number | null) => (us === null ? "beyond the cap" : duration(us));
    return `${end(reading.estimate)} (${end(reading.low)} to ${end(reading.high)})`;
  }
  return `${estimated(reading)}${unit === "" ? "" : ` ${unit}`}`;
}

/// How many claims of each source have which verdict.
export function sourceTally(sources: readonly Source[], claims: readonly JudgedClaim[]): string {
  const cells = (own: readonly JudgedClaim[]) =>
    VERDICTS.map((verdict) => {
      const n = own.filter((claim) => claim.verdict === verdict).length;
      return `<td class="number">${n === 0 ? "–" : figure(n)}</td>`;
    }).join("");
  const rows = sources.map(({key, title, when}) => {
    const own = claims.filter(({source}) => source === key);
    return `<tr><th scope="row"><a href="#source-${key}">${escapeHtml(title)}</a> <small>${escapeHtml(when)}</small></th><td class="number">${own.length}</td>${cells(own)}</tr>`;
  });
  const titles = ["claims", ...VERDICTS]
    .map((title) => `<th scope="col" class="number">${title}</th>`)
    .join("");
  return (
    '<div class="scroll" tabindex="0" role="region" aria-label="Claims by source and verdict"><table>' +
    `<caption>Claims by source and verdict</caption><thead><tr><th scope="col">source</th>${titles}</tr></thead>` +
    `<tbody>${rows.join("")}</tbody></table></div>`
  );
}
