/// "Understanding the Python GIL", PyCon 2010.
import type {Source} from "./claim.ts";
import {figureIs, isPredicted, quotientIs, TICKS, workload} from "./measures.ts";
import {above, below, SAME} from "./rules.ts";

const times = (a: number, b: number): string => (a / b).toFixed(2);

export const UNDERSTANDING_2010: Source = {
  key: "understanding-2010",
  title: "Understanding the Python GIL",
  who: "David Beazley, PyCon, Atlanta",
  when: "20 February 2010",
  read: "secondary",
  note: "The slides could not be read but for one; two transcriptions agree on the times.",
  url: "https://www.dabeaz.com/python/UnderstandingGIL.pdf",
  claims: [
    {
      id: "split-work-slower",
      statement:
        "Under the old lock, one count that two threads share takes longer than the same count in one thread.",
      where: "an experiment",
      page: "/contention",
      published: ["beazley-2010-02", "beazley-2010-01"],
      say: (two, one) => `${times(two, one)} times sequential (${two} s and ${one} s)`,
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "slowdown_ratio",
            designs: TICKS,
            oneCore: false,
            where: {threads: 2, work: "split"}
          },
          above(1),
          "slowdown_ratio, 2 threads, split work, all cores"
        ),
        isPredicted("beazley-2010-02", "beazley-2010-01", above(1), "the same on his Mac Pro, simulated")
      ]
    },
    {
      id: "four-threads-like-two",
      statement: "Under the old lock, four threads that share a count need about as long as two.",
      where: "an experiment",
      page: "/contention",
      published: ["beazley-2010-03", "beazley-2010-02"],
      say: (four, two) => `${times(four, two)} times two threads (${four} s and ${two} s)`,
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "two_threads_ratio",
            designs: TICKS,
            oneCore: false,
            where: {threads: 4, work: "split"}
          },
          SAME,
          "two_threads_ratio, 4 threads, split work, all cores: time over that of 2 threads in the same process"
        ),
        isPredicted("beazley-2010-03", "beazley-2010-02", SAME, "the same on his Mac Pro, simulated")
      ],
      why: {
        "does not hold": "On two cores four threads crowd each other; his machine had a core for each.",
        undecided:
          "On two cores four threads crowd each other, in some runs and not in others; his machine had a core for each."
      }
    },
    {
      id: "a-third-faster-on-one-core",
      statement: "With one core in place of four, the two threads need about a third less time.",
      where: "an experiment",
      page: "/validity",
      published: ["beazley-2010-04", "beazley-2010-02"],
      say: (one, four) => `${times(one, four)} of the time (${one} s and ${four} s), called 35 % faster`,
      measures: [
        isPredicted("beazley-2010-04", "beazley-2010-02", below(0.85), "the same on his Mac Pro, simulated"),
        figureIs(
          {
            dataset: "contention",
            metric: "one_core_ratio",
            designs: TICKS,
            where: {threads: 2, work: "fixed"}
          },
          below(0.85),
          "one_core_ratio, 2 threads, fixed work: time on one core over time on all"
        )
      ]
    },
    {
      id: "rare-switches-on-one-core",
      statement: "On one core, hundreds to thousands of checks pass before another thread runs.",
      where: "single-core threading",
      page: "/validity",
      published: ["beazley-2010-06"],
      say: () => "hundreds to thousands of checks",
      measures: [
        isPredicted(
          "beazley-2010-06",
          null,
          above(100),
          "checks before a context switch, 2 threads, Mac Pro simulated"
        )
      ]
    },
    {
      id: "io-thrashes",
      statement:
        "Most I/O calls do not block, yet the lock is let go at each: under the new lock each is a chance to lose it.",
      where: "behaviour of I/O",
      page: "/io-priority",
      say: () => "stated without a figure",
      measures: [
        figureIs(
          {
            dataset: "io-priority",
            metric: "requests_per_s",
            designs: ["timeout"],
            where: {spinners: 1, interval_ms: 5}
          },
          below(400),
          "requests_per_s, 1 spinning thread, interval 5 ms; below 400, as a request that lost the lock at least every second time"
        )
      ],
      why: {
        undecided: "In some restarts of the process the server wins the lock back more often than in others."
      }
    },
    {
      id: "twenty-times-slower",
      statement:
        "Beside a spinning thread, a server under the new lock takes many times as long as under the old one.",
      where: "slide 54",
      page: "/io-priority",
      published: ["fluent-python-01"],
      say: (ratio) => `about ${ratio} times, as read by Ramalho`,
      measures: [
        quotientIs(
          {
            over: {
              dataset: "io-priority",
              metric: "requests_per_s",
              designs: TICKS,
              where: {spinners: 1, check_interval_ticks: 100}
            },
            under: {
              dataset: "io-priority",
              metric: "requests_per_s",
              designs: ["timeout"],
              where: {spinners: 1, interval_ms: 5}
            },
            by: ["cores"]
          },
          above(5),
          "requests_per_s, 1 spinning thread, the old lock's over the new one's"
        ),
        isPredicted("fluent-python-01", null, above(5), "the same, Mac Pro simulated")
      ]
    },
    {
      id: "priorities-help",
      statement: "If who is preempted is lowered and who lets go early is raised, the server is not slowed.",
      where: "a possible solution",
      page: "/understanding-the-gil",
      say: () => "stated without a figure",
      measures: [
        workload(
          "echo-udp",
          "slowdown_ratio",
          ["priority"],
          {variant: "datagrams", threads: 1},
          below(2),
          "slowdown_ratio of the UDP echo, 1 spinning thread"
        )
      ]
    }
  ]
};
