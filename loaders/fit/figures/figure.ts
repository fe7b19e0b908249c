/// What a published figure is that a machine here is asked for: how it is computed on the simulated machine, and what it is
/// compared with for its direction.
import type {MachineName} from "../machines.ts";
import type {CountArm, Runner} from "../run.ts";

/// fitted: a parameter makes the simulated machine give this figure. unit: the time by which the author's other figures are
/// measured, where his machine is not one of ours. predicted: nothing was adjusted to it.
export const ROLES = ["fitted", "unit", "predicted"] as const;
export type Role = (typeof ROLES)[number];

/// above, below: the figure is larger or smaller than the other one; same: within a quarter of it, where the author says that
/// they are about the same.
export type Direction = "above" | "below" | "same";

export interface Figure {
  /// Of data/published.
  id: string;
  /// Short, for a chart.
  label: string;
  machine: MachineName;
  role: Role;
  /// What runs, in words.
  workload: string;
  /// A range where the publication gives one.
  range?: readonly [number, number];
  /// What is compared in place of the published value, and its unit. Default: that value as it is.
  compared?: {unit: string; of(published: number): number};
  /// In the unit that is compared. `published` gives other figures' values.
  value(run: Runner, published: (id: string) => number): number;
  /// The direction to other figures, by id, or to a number.
  directions: readonly (readonly [Direction, string | number])[];
  /// What a reader has to know of it.
  note?: string;
}

/// A factor up to which two figures are about the same, as for the claims.
export const SAME = 1.25;

// ---- counts of the slides

/// 10^8 iterations in each of two, as in 2009.
export const each = (arm: CountArm["arm"], cores: number, more: Partial<CountArm> = {}): CountArm => ({
  arm,
  k: 2,
  iterations: 1e8,
  cores,
  ...more
});

/// 10^8 iterations that `k` threads share, as in 2010.
export const shared = (k: number, cores: number): CountArm => ({
  arm: k === 1 ? "series" : "threads",
  k,
  iterations: 1e8 / k,
  cores
});
