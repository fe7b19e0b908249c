import {BESIDE_SPINNERS, ONLY, SECONDS, slowdown, type Workload} from "./workload.ts";

export const statCalls: Workload = {
  name: "stat",
  title: "Calls of stat",
  question: "How much longer do system calls take that are over at once, beside threads that spin?",
  source: "a loop over 1,167 files on Windows: 78 ms alone, 18,325 ms beside a busy thread; one file here",
  program: "stat_calls.py",
  variants: [ONLY],
  threadsAre: BESIDE_SPINNERS,
  threads: {quick: [0, 1], full: [0, 1], predicted: [0, 1]},
  sizeIs: "calls",
  size: {quick: 100, full: 1000, predicted: 200},
  metrics: [
    SECONDS,
    {name: "us_per_call", title: "Time over the number of calls", unit: "us", better: "less"}
  ],
  ratios: [slowdown("us_per_call")]
};
