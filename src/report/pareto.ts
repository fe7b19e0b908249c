/// Which of many are beaten by none: the front of Pareto.

/// What counts, in which direction, and from which factor on a difference counts.
export interface Criterion {
  name: string;
  better: "more" | "less";
  /// Values nearer than this factor are the same.
  same: number;
}

/// One candidate with a value for each criterion, in their order; null where it was not measured.
export interface Candidate {
  name: string;
  values: readonly (number | null)[];
}

export interface Standing {
  name: string;
  /// Who is at least as good in everything and better in something.
  beatenBy: string[];
}

/// -1: `a` is worse, 0: about the same, 1: better. Ratios decide; from a value of 0 every other differs.
export function compared(a: number, b: number, {better, same}: Criterion): -1 | 0 | 1 {
  if (a === b || (Math.max(a, b) <= same * Math.min(a, b) && Math.min(a, b) > 0)) return 0;
  return a > b === (better === "more") ? 1 : -1;
}

/// Where every candidate stands that has all values. The others are left out: nothing is known to beat them.
export function standings(candidates: readonly Candidate[], criteria: readonly Criterion[]): Standing[] {
  const complete = candidates.filter(({values}) => values.every((value) => value !== null));
  const beats = (a: Candidate, b: Candidate): boolean => {
    const verdicts = criteria.map((criterion, i) => compared(a.values[i]!, b.values[i]!, criterion));
    return verdicts.every((verdict) => verdict >= 0) && verdicts.includes(1);
  };
  return complete.map((one) => ({
    name: one.name,
    beatenBy: complete.filter((other) => other !== one && beats(other, one)).map(({name}) => name)
  }));
}
