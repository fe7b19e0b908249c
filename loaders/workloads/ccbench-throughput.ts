import {SOURCE} from "./ccbench.ts";
import {slowdown, type Workload} from "./workload.ts";

export const ccbenchThroughput: Workload = {
  name: "ccbench-throughput",
  title: "ccbench: throughput",
  question: "How much do threads get done together, where they hold the lock and where they give it up?",
  source: `${SOURCE}; sorting is in the place of regular expressions, and a turn that begins in time is finished`,
  program: "ccbench.py",
  arguments: (variant, size, arms) => ["throughput", variant, `${size}`, arms.join(",")],
  variants: [
    {name: "pidigits", title: "Digits of pi: the lock is held, bytecodes are short"},
    {name: "sorting", title: "Sorting a list: the lock is held, bytecodes are long"},
    {name: "compressing", title: "Compressing 100 KB with zlib: the lock is given up"}
  ],
  threadsAre: "threads that work",
  threads: {quick: [1, 2], full: [1, 2, 3, 4], predicted: [1, 2, 4]},
  sizeIs: "milliseconds that each thread works",
  size: {quick: 200, full: 600, predicted: 60},
  oneCore: true,
  metrics: [
    {
      name: "iterations_per_s",
      title: "Iterations of all threads in a second",
      unit: "iterations/s",
      better: "more"
    }
  ],
  ratios: [slowdown("iterations_per_s")]
};
