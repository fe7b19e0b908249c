/// Ways to decide on a claim: one figure against a limit, two figures against each other, what the checker found, what the
/// simulated machines of others give.
import type {FigureRow} from "../fit/dataset.ts";
import type {Estimate, Kind, Measure, Proof, Reading} from "./claim.ts";
import {decide, describe, type Rule} from "./rules.ts";

/// Which rows: the values that columns must have, besides the designs.
export interface Rows {
  dataset: string;
  metric: string;
  /// Default: all.
  designs?: readonly string[];
  /// Default: all.
  interpreters?: RegExp;
  /// Whether all rows are of one core, or none is. Default: either.
  oneCore?: boolean;
  where?: Partial<Omit<Estimate, "design" | "metric" | "dataset">>;
}

/// Old locks that count ticks, and the new one that goes by time.
export const TICKS: readonly string[] = ["tick", "tick-condition"];
export const TIMEOUT: readonly string[] = ["timeout"];

interface Interval {
  estimate: number | null;
  low: number | null;
  high: number | null;
}

export function select(estimates: readonly Estimate[], rows: Rows): Estimate[] {
  const {dataset, metric, designs, interpreters, oneCore, where = {}} = rows;
  const columns = Object.entries(where);
  return estimates.filter(
    (row) =>
      row.dataset === dataset &&
      row.metric === metric &&
      !row.cell.endsWith("/paced") &&
      (designs === undefined || designs.includes(row.design)) &&
      (interpreters === undefined || interpreters.test(row.interpreter)) &&
      (oneCore === undefined || oneCore === (row.cores === 1)) &&
      columns.every(([name, value]) => row[name as keyof Estimate] === value)
  );
}

/// Each figure of these rows against a limit.
export function figureIs(rows: Rows, rule: Rule, words: string): Measure {
  return {
    words: named(words, rows),
    rule: describe(rule),
    read: ({estimates}) =>
      select(estimates, rows).map((row) => reading(row, row, row.unit, `${row.dataset}, ${row.cell}`, rule))
  };
}

export interface Quotient {
  over: Rows;
  under: Rows;
  /// What the two have in common, besides kind. Default: design, interpreter and cores.
  by?: readonly (keyof Estimate)[];
}

const SUBJECT: readonly (keyof Estimate)[] = ["design", "interpreter", "cores"];

/// One figure over another of the same kind against a limit. Their intervals are taken at the ends that are furthest apart.
export function quotientIs({over, under, by = SUBJECT}: Quotient, rule: Rule, words: string): Measure {
  return {
    words: named(words, over),
    rule: describe(rule),
    read: ({estimates}) => {
      const below = select(estimates, under);
      return select(estimates, over).flatMap((a) => {
        const partners = below.filter(
          (b) => b.machine === a.machine && by.every((column) => b[column] === a[column])
        );
        return partners.map((b) => {
          const other = by === SUBJECT ? "" : `, over ${b.dataset}, ${b.cell}`;
          return reading(a, divided(a, b), "", `${a.dataset}, ${a.cell}${other}`, rule);
        });
      });
    }
  };
}

/// A missing figure or end lies beyond every cap.
export function divided(a: Interval, b: Interval): Interval {
  const over = (x: number | null, y: number | null) =>
    x === null || (y !== null && y <= 0) ? null : y === null ? 0 : x / y;
  return {estimate: over(a.estimate, b.estimate), low: over(a.low, b.high), high: over(a.high, b.low)};
}

const named = (words: string, {designs}: Rows): string =>
  designs === undefined ? words : `${words}; ${designs.join(", ")}`;

function reading(
  {machine, design, interpreter}: Estimate,
  {estimate, low, high}: Interval,
  unit: string,
  from: string,
  rule: Rule
): Reading {
  const verdict = decide(rule, low, high);
  return {kind: machine, design, interpreter, text: null, estimate, low, high, unit, from, verdict};
}

/// What the checker proved of designs. `found` says in words what a row shows, and whether that is as claimed.
export function isProved(
  designs: readonly string[],
  rows: (proof: Proof) => boolean,
  found: (proofs: Proof[]) => {text: string; holds: boolean},
  words: string
): Measure {
  return {
    words: `${words}; ${designs.join(", ")}`,
    rule: "as stated, for every order of steps",
    read: ({proofs}) =>
      designs.flatMap((design) => {
        const own = proofs.filter((proof) => proof.design === design && rows(proof));
        if (own.length === 0) return [];
        const {text, holds} = found(own);
        return [fact("checked", design, text, "data/checks/rows.csv", holds)];
      })
  };
}

function fact(kind: Kind, design: string, text: string, from: string, holds: boolean): Reading {
  const verdict = holds ? ("holds" as const) : ("does not hold" as const);
  const none = {estimate: null, low: null, high: null, unit: ""};
  return {kind, design, interpreter: `${design}, checked`, text, ...none, from, verdict};
}

/// What the runtime itself is built with.
export function isBuilt(design: string, value: number, unit: string, published: string): Measure {
  return {
    words: "the constant that the runtime is built with",
    rule: "what is published",
    read: (evidence) => {
      const theirs = evidence.published.find(({id}) => id === published)?.value ?? "";
      return [fact("checked", design, `${value} ${unit}`, "runtime", value === Number.parseFloat(theirs))];
    }
  };
}

/// A figure of one of the simulated machines of others, over another of the same machine where one is named.
export function isPredicted(figure: string, over: string | null, rule: Rule, words: string): Measure {
  return {
    words,
    rule: describe(rule),
    read: ({fitted}) => {
      const row = fitted.find((one) => one.figure === figure);
      const other = over === null ? null : fitted.find((one) => one.figure === over);
      if (row === undefined || other === undefined) return [];
      const interval = other === null ? seeds(row) : divided(seeds(row), seeds(other));
      const from = `data/validity/published, ${figure}${over === null ? "" : ` over ${over}`}`;
      const whose = {machine: "simulated", design: "", interpreter: row.machine} as Estimate;
      return [reading(whose, interval, other === null ? row.unit : "", from, rule)];
    }
  };
}

const seeds = (row: FigureRow): Interval => ({
  estimate: row.simulated_p50,
  low: row.simulated_min,
  high: row.simulated_max
});

/// A figure of a workload, in both of its datasets, against a limit. Simulated rows are those of `SIMULATED_CORES`.
export function workload(
  name: string,
  metric: string,
  designs: readonly string[],
  where: Rows["where"],
  rule: Rule,
  words: string
): Measure {
  const columns = {...where, workload: name};
  return figureIs({dataset: "workloads", metric, designs, oneCore: false, where: columns}, rule, words);
}
