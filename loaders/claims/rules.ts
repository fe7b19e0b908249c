/// Rules: when a figure's interval agrees with a claim. A rule is fixed before anything is measured.

/// Between `from` and `to`, both excluded. Infinite ends: no limit.
export interface Rule {
  from: number;
  to: number;
}

export const above = (from: number): Rule => ({from, to: Number.POSITIVE_INFINITY});
export const below = (to: number): Rule => ({from: Number.NEGATIVE_INFINITY, to});
export const between = (from: number, to: number): Rule => ({from, to});

/// What counts as about the same: ratios move by tens of percent from run to run on shared machines.
export const SAME = between(0.8, 1.25);
/// No faster than one thread: half of the time is what two threads in parallel would need, and this lies midway.
export const NOT_PARALLEL = above(0.71);
/// As fast as threads side by side: the other half.
export const PARALLEL = below(0.71);

/// Of one figure.
export type FigureVerdict = "holds" | "does not hold" | "undecided";
/// Of figures together.
export const VERDICTS = ["holds", "holds in part", "does not hold", "undecided", "not tested"] as const;
export type Verdict = (typeof VERDICTS)[number];

/// The verdict on one interval. A missing end lies beyond every cap.
export function decide({from, to}: Rule, low: number | null, high: number | null): FigureVerdict {
  const least = low ?? Number.POSITIVE_INFINITY;
  const most = high ?? Number.POSITIVE_INFINITY;
  if (least > from && most < to) return "holds";
  if (most <= from || least >= to) return "does not hold";
  return "undecided";
}

/// The verdict on figures of one kind: what all say; "holds in part" where some hold and others do not.
export function together(verdicts: readonly FigureVerdict[]): Verdict {
  if (verdicts.length === 0) return "not tested";
  const some = (verdict: FigureVerdict) => verdicts.includes(verdict);
  if (some("holds") && some("does not hold")) return "holds in part";
  if (some("undecided")) return "undecided";
  return verdicts[0];
}

/// The rule in words, as in "above 1".
export function describe({from, to}: Rule): string {
  if (to === Number.POSITIVE_INFINITY) return `above ${from}`;
  return from === Number.NEGATIVE_INFINITY ? `below ${to}` : `between ${from} and ${to}`;
}
