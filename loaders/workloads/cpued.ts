import {slowdown, type Workload} from "./workload.ts";

export const cpued: Workload = {
  name: "cpued",
  title: "Two that compute and one that yields",
  question:
    "Do threads that compute for 1 ms and then yield starve threads that compute without looking interactive?",
  source:
    "Nir Aides's cpued in issue 7946 (2010, msg101612): two computing threads and one that yields; a turn is 1 ms here, where he took 1,500 searches",
  program: "cpued.py",
  variants: [
    {name: "yielding", title: "They call time.sleep(0) after each turn"},
    {name: "computing", title: "They do not: all threads do the same"}
  ],
  threadsAre: "yielding threads beside two that compute",
  threads: {quick: [0, 1], full: [0, 1, 2], predicted: [0, 1]},
  sizeIs: "milliseconds that they are watched",
  size: {quick: 200, full: 600, predicted: 200},
  metrics: [
    {
      name: "turns_per_s",
      title: "Turns of about 1 ms a second, of all threads",
      unit: "turns/s",
      better: "more"
    },
    {name: "yielding_share", title: "A yielding thread's share of all turns", unit: "", better: null},
    {
      name: "least_computing_share",
      title: "The share of the computing thread that got least",
      unit: "",
      better: "more"
    },
    {
      name: "computing_gap_ms_max",
      title: "Longest time in which a computing thread did not finish a turn",
      unit: "ms",
      better: "less"
    }
  ],
  ratios: [slowdown("turns_per_s")]
};
