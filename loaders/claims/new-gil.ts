/// "Inside the New GIL", 2010, and the message by which the new lock was proposed.
import type {Source} from "./claim.ts";
import {figureIs, isBuilt, isPredicted, isProved, quotientIs, TIMEOUT, workload} from "./measures.ts";
import {above, below, SAME} from "./rules.ts";

const times = (a: number, b: number): string => (a / b).toFixed(2);

export const REWORKING_2009: Source = {
  key: "reworking",
  title: "Reworking the GIL",
  who: "Antoine Pitrou, python-dev",
  when: "25 October 2009",
  read: "secondary",
  note: "The message itself could not be read. What it proposed is known from What's New in Python 3.2, from the source and from quotations.",
  url: "https://mail.python.org/pipermail/python-dev/2009-October/093321.html",
  claims: [
    {
      id: "interval-default",
      statement:
        "The lock is asked for after a time, five milliseconds, and no longer after a number of ticks.",
      page: "/reworking-the-gil",
      published: ["cpython-ceval-gil-01"],
      say: (us) => `${us} µs`,
      measures: [isBuilt("timeout", 5000, "µs", "cpython-ceval-gil-01")]
    },
    {
      id: "less-contention",
      statement: "The new lock costs less where threads compute than the old one does.",
      page: "/contention",
      say: () => "stated without a figure (What's New in Python 3.2)",
      measures: [
        quotientIs(
          {
            over: {
              dataset: "contention",
              metric: "slowdown_ratio",
              designs: ["timeout"],
              oneCore: false,
              where: {threads: 2, work: "fixed"}
            },
            under: {
              dataset: "contention",
              metric: "slowdown_ratio",
              designs: ["tick"],
              oneCore: false,
              where: {threads: 2, work: "fixed"}
            },
            by: ["cores"]
          },
          below(1),
          "slowdown_ratio, 2 threads, fixed work, all cores, under timeout over that under tick"
        )
      ]
    },
    {
      id: "predictable-interval",
      statement:
        "Switching becomes predictable: who waits beside one spinning thread gets the lock after one interval.",
      page: "/signal-latency",
      say: () => "more predictable switching intervals (What's New in Python 3.2)",
      measures: [
        figureIs(
          {
            dataset: "signal-latency",
            metric: "latency_us_p90",
            designs: TIMEOUT,
            where: {main: "sleeping", spinners: 1}
          },
          below(10_000),
          "latency_us_p90 of a signal to a sleeping main thread, 1 spinning thread: below two intervals"
        )
      ],
      why: {
        "does not hold":
          "A tenth of the signals waits longer: a time-out comes late on this machine, or a core was taken away.",
        undecided: "Time-outs that come late on a shared machine put the interval's end beyond the limit."
      }
    },
    {
      id: "forced-switching",
      statement:
        "Forced switching keeps a thread that was asked to let go from taking the lock back at once.",
      page: "/validity",
      say: () => "the reason that the source gives for it",
      evidence: "primary",
      measures: [
        isProved(
          ["timeout"],
          ({pass}) => pass === "steps",
          (proofs) => ({
            text: `a request to let go is honoured in all of ${proofs.length} searches`,
            holds: proofs.every(({violated}) => violated !== "drop")
          }),
          "every interleaving of small programs"
        )
      ]
    },
    {
      id: "without-forced-switching",
      statement:
        "Without forced switching, a thread that was asked to let go can take the lock back at once.",
      page: "/validity",
      say: () => "the reason that the source gives for it",
      evidence: "primary",
      measures: [
        isProved(
          ["timeout-without-forced-switching"],
          ({pass}) => pass === "steps",
          (proofs) => ({
            text: `a request is not honoured in ${proofs.filter(({violated}) => violated === "drop").length} of ${proofs.length} searches`,
            holds: proofs.some(({violated}) => violated === "drop")
          }),
          "every interleaving of small programs"
        )
      ]
    },
    {
      id: "priority-requests",
      statement: "A thread that comes back from I/O may ask at once, and then need not wait for an interval.",
      where: "priority requests, which were not kept",
      page: "/reworking-the-gil",
      published: ["whatsnew-3.2-01"],
      say: () => "priority requests were not kept for inclusion",
      measures: [
        workload(
          "echo-udp",
          "slowdown_ratio",
          ["timeout-with-priority-requests"],
          {variant: "datagrams", threads: 1},
          below(5),
          "slowdown_ratio of the UDP echo, 1 spinning thread"
        )
      ]
    }
  ]
};

export const NEW_GIL: Source = {
  key: "new-gil",
  title: "Inside the New GIL",
  who: "David Beazley",
  when: "January 2010",
  read: "secondary",
  note: "The slides could not be read; one transcription was.",
  url: "https://www.dabeaz.com/python/NewGIL.pdf",
  claims: [
    {
      id: "new-lock-no-slowdown",
      statement:
        "Under the new lock, counting in two threads takes about as long as counting twice in series.",
      where: "does it work?",
      page: "/contention",
      published: ["beazley-2010-new-02", "beazley-2010-new-01"],
      say: (two, one) => `${times(two, one)} times sequential (${two} s and ${one} s)`,
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "slowdown_ratio",
            designs: TIMEOUT,
            oneCore: false,
            where: {threads: 2, work: "fixed"}
          },
          SAME,
          "slowdown_ratio, 2 threads, fixed work, all cores"
        ),
        isPredicted("beazley-2010-new-02", "beazley-2010-new-01", SAME, "the same on his Mac Pro, simulated")
      ],
      why: {
        undecided:
          "The two threads are not slower; from run to run the count in series is up to a third slower than they are, as it may meet a slower core."
      }
    },
    {
      id: "signal-waits-an-interval",
      statement:
        "Under the new lock, a signal to a sleeping main thread beside one spinning thread waits a switch interval.",
      where: "effects",
      page: "/signal-latency",
      published: ["beazley-2010-new-03"],
      say: (ms) => `a spinning thread keeps the lock for ${ms} ms`,
      measures: [
        figureIs(
          {
            dataset: "signal-latency",
            metric: "latency_us_p50",
            designs: TIMEOUT,
            where: {main: "sleeping", spinners: 1}
          },
          above(5000),
          "latency_us_p50, main thread sleeping, 1 spinning thread"
        )
      ]
    },
    {
      id: "several-intervals",
      statement: "With more threads that compute, one that waits is passed over for several intervals.",
      where: "a second thread takes it in between",
      page: "/signal-latency",
      say: () => "stated without a figure",
      measures: [
        quotientIs(
          {
            over: {
              dataset: "signal-latency",
              metric: "latency_us_p90",
              designs: TIMEOUT,
              where: {main: "sleeping", spinners: 2}
            },
            under: {
              dataset: "signal-latency",
              metric: "latency_us_p90",
              designs: TIMEOUT,
              where: {main: "sleeping", spinners: 1}
            }
          },
          above(1),
          "latency_us_p90, main thread sleeping, 2 spinning threads over 1"
        ),
        isProved(
          ["timeout"],
          ({pass, scenario}) => pass === "endless" && scenario === "spin-spin-spin",
          ([{starved}]) => ({
            text:
              starved === "nobody"
                ? "nobody starves beside two others"
                : "one of three threads can be passed over for ever",
            holds: starved !== "nobody"
          }),
          "three spinning threads, whether one can starve under strong fairness"
        )
      ]
    },
    {
      id: "long-call-blocks",
      statement: "A long call in C that keeps the lock delays every switch until it returns.",
      where: "effects",
      page: "/understanding-the-gil",
      say: () => "stated without a figure",
      measures: [
        workload(
          "long-bytecode",
          "latency_ms_p50",
          TIMEOUT,
          {threads: 1, variant: "thread"},
          above(10),
          "latency_ms_p50 of a thread beside one in a bytecode of 30 ms or more: above two intervals"
        )
      ]
    }
  ]
};
