/// Verdicts on claims: they follow from the rules and from the intervals of figures, and nothing is typed in after looking.
import type {PublishedFigure} from "../schema.ts";
import {type Claim, type Evidence, type JudgedClaim, KINDS, type Kind, type Source} from "./claim.ts";
import {together, type Verdict} from "./rules.ts";

/// Every claim of the sources with the figures of `evidence` and its verdict.
/// Throws when a claim names a published figure that is not there.
export function judge(sources: readonly Source[], evidence: Evidence): JudgedClaim[] {
  return sources.flatMap((source) => source.claims.map((claim) => judged(source, claim, evidence)));
}

function judged(source: Source, claim: Claim, evidence: Evidence): JudgedClaim {
  const published = (claim.published ?? []).map((id) => find(evidence.published, id));
  const readings = claim.measures.flatMap((measure) => measure.read(evidence));
  const kinds = KINDS.filter((kind) => readings.some((reading) => reading.kind === kind));
  const verdictOf = (kind: Kind) =>
    together(readings.filter((reading) => reading.kind === kind).map(({verdict}) => verdict));
  const [decided_by = null] = kinds;
  const verdict = decided_by === null ? "not tested" : verdictOf(decided_by);
  return {
    id: claim.id,
    source: source.key,
    statement: claim.statement,
    where: claim.where ?? "",
    page: claim.page,
    published: published.map(({id}) => id),
    published_value: claim.say(...published.map(({value}) => numberOf(value))),
    evidence: evidenceOf(source, claim, published),
    rules: claim.measures.map(({words, rule}) => `${words}: holds when the whole interval is ${rule}`),
    readings,
    by_kind: Object.fromEntries(kinds.map((kind) => [kind, verdictOf(kind)])),
    verdict,
    decided_by,
    why: whyOf(claim, verdict)
  };
}

/// The number of a published value, without what marks a bound or an approximation.
export const numberOf = (value: string): number => Number.parseFloat(value.replace(/^[~<>=]+/, ""));

function evidenceOf(source: Source, claim: Claim, published: readonly PublishedFigure[]) {
  if (claim.evidence) return claim.evidence;
  if (published.length === 0) return source.read;
  return published.some(({evidence}) => evidence === "secondary") ? "secondary" : "primary";
}

const NOT_YET = "The data that would test it are not there yet.";
const UNEXPLAINED = "No reason is known yet: the figures contradict it.";
const TOO_WIDE =
  "An interval reaches across the limit, or a real interpreter's figures disagree too much to say.";

function whyOf({why, untested}: Claim, verdict: Verdict): string | null {
  if (verdict === "holds") return null;
  if (verdict === "not tested") return untested ?? NOT_YET;
  return why?.[verdict] ?? (verdict === "undecided" ? TOO_WIDE : UNEXPLAINED);
}

function find(figures: readonly PublishedFigure[], id: string): PublishedFigure {
  const found = figures.find((figure) => figure.id === id);
  if (found) return found;
  throw new Error(`unknown published figure: ${id}`);
}
