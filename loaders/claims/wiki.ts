/// What the Python wiki's page on the GIL says.
import type {Source} from "./claim.ts";
import {figureIs, isPredicted, isProved, TICKS, TIMEOUT, workload} from "./measures.ts";
import {above, below, NOT_PARALLEL, PARALLEL} from "./rules.ts";

const said = (words: string) => () => words;
const GIL = ["tick", "tick-condition", "timeout"];

export const WIKI: Source = {
  key: "wiki",
  title: "The wiki page on the GIL",
  who: "Python Wiki, GlobalInterpreterLock",
  when: "undated",
  read: "secondary",
  note: "The page itself could not be read; its statements are as others quote them. It summarises the talks below and gives no figures of its own.",
  url: "https://wiki.python.org/moin/GlobalInterpreterLock",
  claims: [
    {
      id: "one-at-a-time",
      statement: "One thread at a time executes bytecode: threads that compute do not run in parallel.",
      page: "/contention",
      say: said("stated without a figure"),
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "slowdown_ratio",
            designs: GIL,
            oneCore: false,
            where: {threads: 2, work: "fixed"}
          },
          NOT_PARALLEL,
          "slowdown_ratio, 2 threads, fixed work, all cores; in parallel it would be 0.5"
        )
      ]
    },
    {
      id: "one-holder",
      statement: "The lock lets one thread in at a time, whatever the order in which threads run.",
      page: "/validity",
      say: said("stated without a figure"),
      measures: [
        isProved(
          GIL,
          ({pass}) => pass !== "endless",
          (proofs) => ({
            text: `${proofs.length} searches, ${proofs.filter(({violated}) => violated === "holder").length} with two holders`,
            holds: proofs.every(({violated, complete}) => violated !== "holder" && complete)
          }),
          "every interleaving of small programs"
        )
      ]
    },
    {
      id: "counts-need-it",
      statement:
        "The lock is there because reference counts are not safe to change from two threads at once.",
      page: "/method",
      say: said("stated without a figure"),
      measures: [],
      untested:
        "No lock here lets two threads change a count at once, so that what would go wrong without one cannot be shown."
    },
    {
      id: "system-calls",
      statement: "Handing the lock over takes many system calls, and more of them with more cores.",
      page: "/validity",
      published: ["beazley-2009-09", "beazley-2009-07"],
      say: (two, one) => `${(two / one).toFixed(1)} times as many on two cores as on one`,
      measures: [
        isPredicted(
          "beazley-2009-09",
          "beazley-2009-07",
          above(1),
          "the lock's kernel calls of two counting threads, two cores over one"
        )
      ]
    },
    {
      id: "twice-as-long",
      statement: "Two threads that call a function can take twice as long as one thread that calls it twice.",
      page: "/contention",
      published: ["beazley-2009-02", "beazley-2009-01"],
      say: (two, one) => `${(two / one).toFixed(2)} times in 2009`,
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "slowdown_ratio",
            designs: TICKS,
            oneCore: false,
            where: {threads: 2, work: "fixed"}
          },
          above(1.5),
          "slowdown_ratio, 2 threads, fixed work, all cores"
        )
      ],
      why: {
        "holds in part":
          "How much it costs depends on how long a woken thread needs to start: where that is quick, the two threads fall into step and lose less."
      }
    },
    {
      id: "signals-lost",
      statement: "The lock can keep signals from being handled.",
      page: "/signal-latency",
      say: said("stated without a figure"),
      measures: [
        figureIs(
          {
            dataset: "signal-latency",
            metric: "arrived_share",
            designs: TICKS,
            where: {main: "joining", spinners: 0}
          },
          below(1),
          "arrived_share under the old lock, main thread joining another"
        )
      ]
    },
    {
      id: "signals-lost-today",
      statement: "The lock keeps signals from being handled in today's interpreters too.",
      page: "/signal-latency",
      say: said("stated in the present tense"),
      measures: [
        figureIs(
          {
            dataset: "signal-latency",
            metric: "arrived_share",
            designs: ["timeout"],
            where: {main: "joining", spinners: 0}
          },
          below(1),
          "arrived_share under the new lock, main thread joining another"
        )
      ],
      why: {
        "does not hold":
          "Since 3.2 a signal interrupts waiting for a lock: the handler runs, and the wait goes on. What is left is the delay of a switch interval."
      }
    },
    {
      id: "io-favoured",
      statement: "The lock can let threads that wait for I/O run ahead of threads that compute.",
      page: "/io-priority",
      say: said("stated without a figure"),
      measures: [
        figureIs(
          {
            dataset: "io-priority",
            metric: "slowdown_ratio",
            designs: TICKS,
            where: {spinners: 1, check_interval_ticks: 100}
          },
          below(1.25),
          "slowdown_ratio of an echo server beside one spinning thread, old lock; about 1 where it runs ahead"
        ),
        figureIs(
          {
            dataset: "io-priority",
            metric: "slowdown_ratio",
            designs: TIMEOUT,
            where: {spinners: 1, interval_ms: 5}
          },
          below(1.25),
          "the same, new lock"
        )
      ],
      why: {
        "holds in part":
          "The old lock does so, as whoever comes back first gets it; the new one does the contrary, as who computes keeps it for an interval.",
        undecided:
          "The new lock does the contrary: who computes keeps it for an interval. Of the old one it is true in some restarts of the process and not in others.",
        "does not hold": "The new lock does the contrary: who computes keeps it for an interval."
      }
    },
    {
      id: "released-in-c",
      statement: "Long work outside of the interpreter, such as hashing or compressing, runs in parallel.",
      page: "/choosing",
      published: ["tenthousandmeters-06", "tenthousandmeters-05"],
      say: (two, one) => `${(two / one).toFixed(2)} of the time with two threads`,
      measures: [
        workload(
          "ccbench-throughput",
          "slowdown_ratio",
          GIL,
          {threads: 2, variant: "compressing"},
          PARALLEL,
          "compressing: iterations/s of one thread over those of 2; 0.5 in parallel"
        )
      ]
    },
    {
      id: "jython-has-none",
      statement: "Jython has no such lock and uses all cores.",
      page: "/contention",
      say: said("stated without a figure"),
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "slowdown_ratio",
            designs: ["jython"],
            oneCore: false,
            where: {threads: 2, work: "fixed"}
          },
          PARALLEL,
          "slowdown_ratio, 2 threads, fixed work, all cores"
        )
      ]
    },
    {
      id: "pypy-has-one",
      statement: "PyPy has a lock as CPython does.",
      page: "/contention",
      say: said("stated without a figure"),
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "slowdown_ratio",
            designs: ["pypy"],
            oneCore: false,
            where: {threads: 2, work: "fixed"}
          },
          NOT_PARALLEL,
          "slowdown_ratio, 2 threads, fixed work, all cores"
        )
      ]
    },
    {
      id: "cython-nogil",
      statement: "Cython code can let go of the lock for a while.",
      page: "/contention",
      say: said("stated without a figure"),
      measures: [],
      untested: "Nothing here measures compiled extensions."
    },
    {
      id: "single-thread-speed",
      statement: "Patches that removed the lock made programs of one thread slower.",
      page: "/method",
      published: ["python-faq-01", "pep-703-01", "howto-free-threading-01"],
      say: (first, biased, built) =>
        `${first} % or more in 1999, ${biased} % in PEP 703, about ${built} % in 3.13`,
      measures: [],
      untested:
        "No free-threaded interpreter is on the machine that measured, and no design here is without a lock."
    }
  ]
};
