import {slowdown, type Workload, withoutSignals} from "./workload.ts";

export const longBytecode: Workload = {
  name: "long-bytecode",
  title: "One long bytecode",
  question: "How long does another thread, or a signal's handler, wait while one bytecode takes long?",
  source:
    "Beazley, Inside the Python GIL (2009): -1 in a long xrange, which Python 3 answers at once; a long itertools.repeat is in its place",
  program: "long_bytecode.py",
  variants: [
    {name: "thread", title: "A thread sleeps for 1 ms at a time beside them"},
    {
      name: "signal",
      title: "The main thread is the first of them; with none it spins",
      lacks: withoutSignals
    }
  ],
  threadsAre: "threads that execute the bytecode again and again",
  threads: {quick: [0, 1], full: [0, 1, 2], predicted: [0, 1, 2]},
  sizeIs: "milliseconds that the bytecode takes",
  size: {quick: 30, full: 60, predicted: 30},
  metrics: [
    {
      name: "latency_ms_p50",
      title: "Median time that the thread or handler is late",
      unit: "ms",
      better: "less"
    },
    {name: "latency_ms_max", title: "Longest time that it is late", unit: "ms", better: "less"}
  ],
  ratios: [slowdown("latency_ms_p50")]
};
