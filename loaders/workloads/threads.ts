import type {Interpreter} from "../interpreters.ts";
import {PER_ITERATION} from "./count-2009.ts";
import {SECONDS, slowdown, type Workload} from "./workload.ts";

const tooMany = ({machine}: Interpreter): string | null =>
  machine === "host" ? "each thread is a worker of 9 MB: at most 64 are started on host" : null;

export const threads: Workload = {
  name: "threads",
  title: "Many threads",
  question: "Does it matter how many threads share one count?",
  source: "Ours; the 1,400 threads are those that Beazley's fork of 2011 was tried with",
  program: "count.py",
  variants: [
    {name: "few", title: "1 to 64 threads, let go one by one"},
    {
      name: "many",
      title: "1 to 1,400 threads, let go one by one",
      mainOnly: true,
      threads: {quick: [1, 200], full: [1, 400, 1400], predicted: [1, 400, 1400]},
      lacks: tooMany
    }
  ],
  threadsAre: "counting threads that share one count",
  threads: {quick: [1, 8], full: [1, 2, 4, 8, 16, 32, 64], predicted: [1, 4, 16, 64]},
  sizeIs: "milliseconds that the count takes alone",
  size: {quick: 80, full: 250, predicted: 60},
  metrics: [SECONDS, PER_ITERATION],
  ratios: [slowdown("ns_per_iteration")]
};
