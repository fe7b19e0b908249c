import {PER_ITERATION} from "./count-2009.ts";
import {SECONDS, slowdown, type Variant, type Workload} from "./workload.ts";

/// Variants that set a switch interval, or a check interval; each subject is measured at those that its lock has.
export const switchIntervals = (...ms: number[]): Variant[] =>
  ms.map((value) => ({name: `${value}-ms`, title: `Switch interval ${value} ms`, mainOnly: true}));
export const checkIntervals = (...ticks: number[]): Variant[] =>
  ticks.map((value) => ({name: `${value}-ticks`, title: `Check interval ${value}`, mainOnly: true}));

export const countIntervals: Workload = {
  name: "count-intervals",
  title: "Counting, by interval",
  question:
    "What does it cost counting threads to be switched more often, and what is gained by switching less?",
  source:
    "tenthousandmeters, Python behind the scenes 13 (2021), for switch intervals; check intervals are ours",
  program: "count.py",
  variants: [
    ...switchIntervals(100, 10, 5, 1, 0.1, 0.01, 0.001),
    ...checkIntervals(1, 10, 100, 1000, 10_000, 100_000)
  ],
  threadsAre: "counting threads that share one count",
  threads: {quick: [1, 2], full: [1, 2, 4, 8], predicted: [1, 2, 4, 8]},
  sizeIs: "milliseconds that the count takes alone",
  size: {quick: 50, full: 200, predicted: 60},
  metrics: [SECONDS, PER_ITERATION],
  ratios: [slowdown("ns_per_iteration")]
};
