/// What a claim is: whose, where, beside which published figures, and how ours decide on it.
import type {FigureRow} from "../fit/dataset.ts";
import type {Lock, PublishedFigure, SummaryRow, WorkloadSummary} from "../schema.ts";
import type {FigureVerdict, Verdict} from "./rules.ts";

/// Where a figure that decides on a claim comes from, in the order in which they count: the first of them that was tested
/// gives the verdict. native: real interpreters. host: Convoy on real threads. simulated: on virtual cores. checked: in every
/// order of steps, or by the runtime's own constants.
export const KINDS = ["native", "host", "simulated", "checked"] as const;
export type Kind = (typeof KINDS)[number];

/// A row of any dataset's summary: a column that a dataset does not have is absent or null.
export type Estimate = Omit<WorkloadSummary, "design" | "workload" | "variant" | "threads"> &
  Partial<Pick<WorkloadSummary, "workload" | "variant">> &
  Partial<Pick<SummaryRow, "work" | "main" | "spinners">> & {
    /// Of the three experiments, or workloads, for both datasets of workloads.
    dataset: string;
    design: string;
    threads: number | null;
  };

/// What the checker found of a design: a row of data/checks/rows.csv.
export interface Proof {
  design: string;
  scenario: string;
  pass: "steps" | "spurious" | "endless";
  complete: boolean;
  verdict: string;
  violated: string | null;
  starved: string | null;
  starved_by_one: string | null;
}

/// All that claims are judged by.
export interface Evidence {
  published: readonly PublishedFigure[];
  estimates: readonly Estimate[];
  proofs: readonly Proof[];
  fitted: readonly FigureRow[];
}

/// One figure of ours beside a claim.
export interface Reading {
  kind: Kind;
  design: Lock | string;
  /// Who was measured, as in cpython 2.7.18, convoy 0.1.0, or the design that was checked.
  interpreter: string;
  /// In place of the numbers, where it has none: what was found, in words.
  text: string | null;
  estimate: number | null;
  low: number | null;
  high: number | null;
  unit: string;
  /// Where it is from: dataset and cell, or file.
  from: string;
  verdict: FigureVerdict;
}

/// A way to decide on a claim.
export interface Measure {
  /// What is measured, in words.
  words: string;
  /// When it agrees, in words.
  rule: string;
  /// Names of a workload or dataset that has to be there.
  read(evidence: Evidence): Reading[];
}

export interface Claim {
  /// The anchor of its row is claim-ID.
  id: string;
  /// The claim, in one sentence of ours.
  statement: string;
  /// Where in the source, in words. Default: the source as a whole.
  where?: string;
  /// Page of the report that shows it, as in /contention.
  page: string;
  /// Ids of published figures; none for a claim that was made without one.
  published?: readonly string[];
  /// What they say, from their values in that order; or what was said without a figure.
  say(...values: number[]): string;
  /// Of what `say` tells, where there is no published figure that has a label. Default: the source's.
  evidence?: Read;
  measures: readonly Measure[];
  /// Why nothing here tests it.
  untested?: string;
  /// Why it does not hold here, or not everywhere: bound to the verdict, shown with it alone.
  why?: Partial<Record<Exclude<Verdict, "holds" | "not tested">, string>>;
}

export type Read = "primary" | "secondary";

/// A document, or a discussion, with its claims.
export interface Source {
  /// Short, unique; the anchor of its group is source-KEY.
  key: string;
  /// As a heading.
  title: string;
  who: string;
  when: string;
  /// primary: the document was read. secondary: others' transcriptions or quotations of it.
  read: Read;
  /// What of it was read and what could not be.
  note: string;
  url: string;
  claims: readonly Claim[];
}

export interface JudgedClaim {
  id: string;
  source: string;
  statement: string;
  where: string;
  page: string;
  published: string[];
  published_value: string;
  evidence: Read;
  /// What is measured and when it agrees, one sentence each.
  rules: string[];
  readings: Reading[];
  /// Of each kind that was tested.
  by_kind: Partial<Record<Kind, Verdict>>;
  verdict: Verdict;
  /// Of what kind the verdict is; null when nothing was tested.
  decided_by: Kind | null;
  /// Why, where it does not hold, holds in part, is undecided, or was not tested; else null.
  why: string | null;
}
