import {type Metric, SECONDS, slowdown, type Workload} from "./workload.ts";

export const PER_ITERATION: Metric = {
  name: "ns_per_iteration",
  title: "Time over the iterations of all threads together",
  unit: "ns",
  better: "less"
};

export const count2009: Workload = {
  name: "count-2009",
  title: "Counting, whole",
  question:
    "How much longer do threads take that each count down the whole number than one that does so in series?",
  source: "Beazley, Inside the Python GIL (2009): the same count, twice in series or in two threads",
  program: "count.py",
  variants: [{name: "whole", title: "Each thread counts the whole number; a single one counts it twice"}],
  threadsAre: "counting threads; 1: one thread counts twice, in series",
  threads: {quick: [1, 2], full: [1, 2, 4], predicted: [1, 2, 4]},
  sizeIs: "milliseconds that one count takes alone",
  size: {quick: 50, full: 150, predicted: 40},
  oneCore: true,
  metrics: [SECONDS, PER_ITERATION],
  ratios: [slowdown("ns_per_iteration")]
};
