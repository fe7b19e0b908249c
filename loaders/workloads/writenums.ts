import {BESIDE_SPINNERS, SECONDS, slowdown, type Workload} from "./workload.ts";

export const writenums: Workload = {
  name: "writenums",
  title: "Many small writes",
  question: "How much longer do small writes to one file take beside threads that spin?",
  source:
    "Florent Xicluna's test in issue 7946 (2010); how many numbers he wrote could not be read, and lines that are written at once are ours",
  program: "writenums.py",
  variants: [
    {
      name: "buffered",
      title: "The file gathers what is written in its buffer; under Python 2 each write lets the lock go"
    },
    {name: "line", title: "Each line is written at once: a system call each; a hundredth of the lines"}
  ],
  threadsAre: BESIDE_SPINNERS,
  threads: {quick: [0, 1], full: [0, 1, 2], predicted: [0, 1, 2]},
  sizeIs: "numbers",
  size: {quick: 10_000, full: 40_000, predicted: 20_000},
  metrics: [
    SECONDS,
    {name: "us_per_write", title: "Time over the number of writes", unit: "us", better: "less"}
  ],
  ratios: [slowdown("us_per_write")]
};
