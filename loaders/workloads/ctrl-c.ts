import {type Workload, withoutSignals} from "./workload.ts";

export const ctrlC: Workload = {
  name: "ctrl-c",
  title: "Ctrl-C against join",
  question:
    "Is Ctrl-C heard while the main thread joins another, and how much slower is the rest until it is?",
  source:
    "Beazley, Inside the Python GIL (2009): a main thread that joins hears nothing, and every tick is a check meanwhile; the program sends the signal itself",
  program: "ctrl_c.py",
  variants: [
    {name: "join", title: "join()", lacks: withoutSignals},
    {name: "timed-join", title: "join() with a time-out", lacks: withoutSignals}
  ],
  threadsAre: "threads that count meanwhile",
  threads: {quick: [1, 2], full: [1, 2, 4], predicted: [1, 2]},
  sizeIs: "milliseconds that KeyboardInterrupt is waited for",
  size: {quick: 200, full: 500, predicted: 150},
  metrics: [
    {
      name: "interrupted_share",
      title: "Whether KeyboardInterrupt came in time (1) or not (0)",
      unit: "",
      better: "more"
    },
    {name: "delay_ms", title: "From the signal to KeyboardInterrupt", unit: "ms", better: "less"},
    {
      name: "counts_per_s",
      title: "What the threads count in a second before the signal",
      unit: "counts/s",
      better: "more"
    },
    {
      name: "pending_slowdown_ratio",
      title: "Times slower that they count while the signal is pending, where that lasts 20 ms or more",
      unit: "",
      better: "less"
    }
  ],
  ratios: []
};
