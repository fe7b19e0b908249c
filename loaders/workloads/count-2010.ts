import {PER_ITERATION} from "./count-2009.ts";
import {SECONDS, slowdown, type Workload} from "./workload.ts";

export const count2010: Workload = {
  name: "count-2010",
  title: "Counting, split",
  question: "How much longer do threads take that share one count than a single thread that does all of it?",
  source: "Beazley, Understanding the Python GIL (2010): COUNT // k in each of k threads",
  program: "count.py",
  variants: [{name: "split", title: "The threads share one count"}],
  threadsAre: "counting threads",
  threads: {quick: [1, 2], full: [1, 2, 4], predicted: [1, 2, 4]},
  sizeIs: "milliseconds that the count takes alone",
  size: {quick: 80, full: 300, predicted: 80},
  oneCore: true,
  metrics: [SECONDS, PER_ITERATION],
  ratios: [slowdown("ns_per_iteration")]
};
