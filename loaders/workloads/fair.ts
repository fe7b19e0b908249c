import {ONLY, slowdown, type Workload} from "./workload.ts";

export const fairShares: Workload = {
  name: "fair",
  title: "Fair shares",
  question: "How evenly do threads that all compute share the processor?",
  source: "after Beazley's fair.py in issue 8299 (2010), which could not be read: what is counted is ours",
  program: "fair.py",
  variants: [ONLY],
  threadsAre: "computing threads",
  threads: {quick: [2, 4], full: [1, 2, 3, 4, 8], predicted: [1, 2, 4, 8]},
  sizeIs: "milliseconds that they are watched",
  size: {quick: 200, full: 600, predicted: 150},
  oneCore: true,
  metrics: [
    {
      name: "blocks_per_s",
      title: "Blocks of 100 steps in a second, of all threads",
      unit: "blocks/s",
      better: "more"
    },
    {
      name: "variation_ratio",
      title: "Standard deviation of what each thread did over its mean",
      unit: "",
      better: "less"
    },
    {name: "least_share", title: "Share of the thread that did least", unit: "", better: "more"},
    {name: "greatest_share", title: "Share of the thread that did most", unit: "", better: null},
    {
      name: "gap_ms_max",
      title: "Longest time in which a thread did not finish a block",
      unit: "ms",
      better: "less"
    }
  ],
  ratios: [slowdown("blocks_per_s")]
};
