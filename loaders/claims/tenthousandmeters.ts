/// The post of tenthousandmeters.com on the GIL, the largest set of published figures on the new lock.
import type {Source} from "./claim.ts";
import {figureIs, isPredicted, TIMEOUT, workload} from "./measures.ts";
import {above, below, between, PARALLEL, SAME} from "./rules.ts";

const TTM = (n: number) => `tenthousandmeters-${`${n}`.padStart(2, "0")}`;

export const TENTHOUSANDMETERS: Source = {
  key: "tenthousandmeters",
  title: "Python behind the scenes 13: the GIL and its effects on multithreading",
  who: "Victor Skvortsov, tenthousandmeters.com",
  when: "2021, CPython 3.9",
  read: "primary",
  note: "The post was read with all of its tables.",
  url: "https://tenthousandmeters.com/blog/python-behind-the-scenes-13-the-gil-and-its-effects-on-python-multithreading/",
  claims: [
    {
      id: "eight-threads-as-one",
      statement: "A count that eight threads share takes as long as in one.",
      page: "/contention",
      published: [TTM(4), TTM(1)],
      say: (eight, one) => `${(eight / one).toFixed(2)} times (${eight} s and ${one} s)`,
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "slowdown_ratio",
            designs: ["timeout"],
            oneCore: false,
            where: {threads: 4, work: "split"}
          },
          SAME,
          "slowdown_ratio, 4 threads, split work, all cores"
        ),
        isPredicted(TTM(4), TTM(1), SAME, "8 threads over one, on his MacBook Pro, simulated")
      ],
      why: {
        undecided:
          "The threads are not slower; from run to run the count in series is up to a third slower than they are, as it may meet a slower core."
      }
    },
    {
      id: "three-hundred-times",
      statement: "One computing thread brings an echo server from 30,000 requests a second to 100.",
      page: "/io-priority",
      published: [TTM(17), TTM(18)],
      say: (free, spun) => `${free} to ${spun} requests/s, ${Math.round(free / spun)} times`,
      measures: [
        figureIs(
          {
            dataset: "io-priority",
            metric: "slowdown_ratio",
            designs: ["timeout"],
            where: {spinners: 1, interval_ms: 5}
          },
          between(100, 900),
          "slowdown_ratio, 1 spinning thread, interval 5 ms; three times to either side of 300"
        ),
        isPredicted(TTM(17), TTM(18), between(100, 900), "the same on his MacBook Pro, simulated")
      ],
      why: {
        undecided:
          "Whether the server loses the lock once, twice or not at all a request differs between runs and interpreters.",
        "does not hold":
          "Here the server keeps the lock over most of its calls, which are shorter than waking a thread takes.",
        "holds in part":
          "Some of these interpreters' servers keep the lock over most of their calls, which are shorter than waking a thread takes."
      }
    },
    {
      id: "shorter-interval-more-requests",
      statement:
        "Under the new lock, a switch interval of 1 ms in place of 5 ms lets the server answer more often.",
      page: "/io-priority",
      published: [TTM(22), TTM(18)],
      say: (short, usual) => `${(short / usual).toFixed(2)} times the requests (${short}/s and ${usual}/s)`,
      measures: [
        figureIs(
          {
            dataset: "io-priority",
            metric: "interval_ratio",
            designs: ["timeout"],
            where: {spinners: 1, interval_ms: 1}
          },
          above(1),
          "interval_ratio, 1 spinning thread, interval 1 ms: requests/s over requests/s at 5 ms"
        ),
        isPredicted(TTM(22), TTM(18), above(1), "the same on his MacBook Pro, simulated")
      ],
      why: {
        undecided: "In some restarts of the process the server does not lose the lock at 5 ms either."
      }
    },
    {
      id: "shorter-interval-slower-count",
      statement: "A switch interval of 0.01 ms makes threads that compute slower by half and more.",
      page: "/validity",
      published: [TTM(58), TTM(57)],
      say: (two, one) => `${(two / one).toFixed(2)} times (${two} s in two threads, ${one} s in one)`,
      measures: [
        isPredicted(
          TTM(58),
          TTM(57),
          above(1.1),
          "2 threads over one, interval 0.01 ms, his MacBook Pro simulated"
        )
      ]
    },
    {
      id: "one-core-mild",
      statement: "On one core one computing thread costs a server half of its requests, and no more.",
      page: "/validity",
      published: [TTM(66), TTM(65)],
      say: (spun, free) => `${(spun / free).toFixed(2)} of the requests (${spun}/s and ${free}/s)`,
      measures: [
        isPredicted(
          TTM(66),
          TTM(65),
          between(0.25, 1),
          "1 spinning thread over none, one core, his Ubuntu simulated"
        )
      ]
    },
    {
      id: "one-core-not-always",
      statement: "With four computing threads the server collapses on one core too.",
      page: "/validity",
      published: [TTM(68), TTM(65)],
      say: (spun, free) => `${spun} of ${free} requests/s are left`,
      measures: [
        isPredicted(
          TTM(68),
          TTM(65),
          below(0.02),
          "4 spinning threads over none, one core, his Ubuntu simulated"
        )
      ]
    },
    {
      id: "hashing-scales",
      statement: "Hashing, which lets go of the lock, takes half the time with two threads.",
      page: "/choosing",
      published: [TTM(6), TTM(5)],
      say: (two, one) => `${(two / one).toFixed(2)} of the time (${two} s and ${one} s)`,
      measures: [
        workload(
          "ccbench-throughput",
          "slowdown_ratio",
          TIMEOUT,
          {threads: 2, variant: "compressing"},
          PARALLEL,
          "compressing, which lets go as hashing does: iterations/s of one thread over those of 2; 0.5 in parallel"
        )
      ]
    }
  ]
};
