import {BESIDE_SPINNERS, slowdown, type Workload} from "./workload.ts";

export const controlLoop: Workload = {
  name: "control-loop",
  title: "A control loop",
  question: "How many of its 600 rounds a second does a control loop keep up beside threads that spin?",
  source: "a robot's loop of 600 Hz (rustypot, pull request 125); the call that it makes is os.stat here",
  program: "control_loop.py",
  variants: [
    {name: "releasing", title: "Its call gives the lock up"},
    {name: "holding", title: "It computes in the call's place"}
  ],
  threadsAre: BESIDE_SPINNERS,
  threads: {quick: [0, 1], full: [0, 1, 2], predicted: [0, 1, 2]},
  sizeIs: "milliseconds that it is watched",
  size: {quick: 300, full: 1000, predicted: 300},
  metrics: [
    {name: "rounds_per_s", title: "Rounds in a second, of 600", unit: "Hz", better: "more"},
    {name: "late_ms_max", title: "How late the latest round began", unit: "ms", better: "less"}
  ],
  ratios: [slowdown("rounds_per_s")]
};
