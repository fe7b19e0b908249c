/// "Inside the Python GIL", 2009.
import type {Source} from "./claim.ts";
import {figureIs, isBuilt, isPredicted, isProved, TICKS, workload} from "./measures.ts";
import {above, below} from "./rules.ts";

const times = (a: number, b: number): string => (a / b).toFixed(2);
const SLIDES =
  "The slides could not be read: what is said here is from two transcriptions, which agree, and from quotations.";

export const INSIDE_2009: Source = {
  key: "inside-2009",
  title: "Inside the Python GIL",
  who: "David Beazley",
  when: "June 2009",
  read: "secondary",
  note: SLIDES,
  url: "https://www.dabeaz.com/python/GIL.pdf",
  claims: [
    {
      id: "two-threads-slower",
      statement: "Under the old lock, counting in two threads takes longer than counting twice in series.",
      where: "the opening experiment",
      page: "/contention",
      published: ["beazley-2009-02", "beazley-2009-01"],
      say: (two, one) => `${times(two, one)} times sequential (${two} s and ${one} s)`,
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "slowdown_ratio",
            designs: TICKS,
            oneCore: false,
            where: {threads: 2, work: "fixed"}
          },
          above(1),
          "slowdown_ratio, 2 threads, fixed work, all cores"
        ),
        isPredicted("beazley-2009-02", "beazley-2009-01", above(1), "the same on his MacBook, simulated")
      ]
    },
    {
      id: "one-core-faster-than-two",
      statement: "Under the old lock, two threads finish sooner when all cores but one are switched off.",
      where: "the opening experiment",
      page: "/contention",
      published: ["beazley-2009-03", "beazley-2009-02"],
      say: (one, two) => `${times(one, two)} times as long (${one} s and ${two} s)`,
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "one_core_ratio",
            designs: TICKS,
            where: {threads: 2, work: "fixed"}
          },
          below(1),
          "one_core_ratio, 2 threads, fixed work: time on one core over time on all"
        ),
        isPredicted("beazley-2009-03", "beazley-2009-02", below(1), "the same on his MacBook, simulated")
      ]
    },
    {
      id: "one-core-slower-than-sequential",
      statement:
        "With the lock of mutex and condition that macOS had, two threads are slower than one even on one core.",
      where: "the opening experiment",
      page: "/contention",
      published: ["beazley-2009-03", "beazley-2009-01"],
      say: (two, one) => `${times(two, one)} times sequential (${two} s and ${one} s)`,
      measures: [
        figureIs(
          {
            dataset: "contention",
            metric: "slowdown_ratio",
            designs: ["tick-condition"],
            oneCore: true,
            where: {threads: 2, work: "fixed"}
          },
          above(1),
          "slowdown_ratio, 2 threads, fixed work, one core"
        ),
        isPredicted("beazley-2009-03", "beazley-2009-01", above(1), "the same on his MacBook, simulated")
      ],
      why: {
        "does not hold":
          "A signal to a condition costs little here while the woken thread has no core to run on; Mach's went through the kernel."
      }
    },
    {
      id: "three-times-the-calls",
      statement: "On two cores the two threads make about three times as many kernel calls as on one.",
      where: "interesting system calls",
      page: "/validity",
      published: ["beazley-2009-09", "beazley-2009-07"],
      say: (two, one) => `${times(two, one)} times (about ${two / 1e6} and ${one / 1e6} million Mach calls)`,
      measures: [
        isPredicted(
          "beazley-2009-09",
          "beazley-2009-07",
          above(2),
          "the lock's kernel calls of two counting threads on his MacBook, two cores over one"
        )
      ]
    },
    {
      id: "hundred-ticks",
      statement: "A thread that computes offers the lock every 100 ticks.",
      where: "the periodic check",
      page: "/contention",
      published: ["beazley-2009-10"],
      say: (ticks) => `every ${ticks} ticks`,
      measures: [isBuilt("tick", 100, "ticks", "cpython-ceval-01")]
    },
    {
      id: "long-tick",
      statement: "One tick can last arbitrarily long, and nothing interrupts it, not even Ctrl-C.",
      where: "what a tick is",
      page: "/inside-the-gil",
      published: ["guillo-2013-03"],
      say: (seconds) => `about ${seconds} s for one tick, when others repeated it in 2013`,
      measures: [
        workload(
          "long-bytecode",
          "latency_ms_p50",
          TICKS,
          {threads: 1, variant: "signal"},
          above(10),
          "latency_ms_p50 of a signal to a main thread in one bytecode of 30 ms or more"
        )
      ]
    },
    {
      id: "joining-main-hears-nothing",
      statement:
        "Under the old lock, a signal to a main thread that joins another is not handled while it joins.",
      where: "why Ctrl-C does not work",
      page: "/signal-latency",
      say: () => "stated without a figure: Ctrl-C does not work",
      measures: [
        figureIs(
          {
            dataset: "signal-latency",
            metric: "arrived_share",
            designs: TICKS,
            where: {main: "joining", spinners: 0}
          },
          below(0.001),
          "arrived_share, main thread joining, no spinning threads"
        )
      ]
    },
    {
      id: "pending-signal-slows",
      statement: "While such a signal is pending, every tick is a check, and the program runs slowly.",
      where: "why Ctrl-C does not work",
      page: "/inside-the-gil",
      say: () => "it runs slow as hell",
      measures: [
        workload(
          "ctrl-c",
          "pending_slowdown_ratio",
          TICKS,
          {threads: 2, variant: "join"},
          above(1.25),
          "times slower that two threads count while a signal to a joining main thread is pending"
        )
      ]
    },
    {
      id: "old-lock-signal-prompt",
      statement:
        "Under the old lock, a signal to a sleeping main thread beside one spinning thread waits less than a switch interval of today.",
      where: "signals",
      page: "/signal-latency",
      published: ["beazley-2009-10"],
      say: (ticks) => `a spinning thread offers the lock every ${ticks} ticks`,
      measures: [
        figureIs(
          {
            dataset: "signal-latency",
            metric: "latency_us_p50",
            designs: TICKS,
            where: {main: "sleeping", spinners: 1}
          },
          below(5000),
          "latency_us_p50, main thread sleeping, 1 spinning thread"
        )
      ]
    },
    {
      id: "nobody-schedules",
      statement:
        "The lock does not say who comes next: a thread may get it back for ever while another waits.",
      where: "no scheduler, no priorities",
      page: "/validity",
      say: () => "stated without a figure",
      measures: [
        isProved(
          ["tick-condition"],
          ({pass, scenario}) => pass === "endless" && scenario === "spin-spin",
          ([{starved}]) => ({
            text:
              starved === "nobody" ? "neither of two threads starves" : "either of two threads can starve",
            holds: starved !== "nobody"
          }),
          "two spinning threads, whether one can starve under strong fairness"
        )
      ]
    },
    {
      id: "io-inverted",
      statement:
        "Beside a thread that computes on another core, a thread that comes back from I/O fails to get the lock.",
      where: "priority inversion",
      page: "/io-priority",
      say: () => "stated without a figure: only on several cores",
      measures: [
        figureIs(
          {
            dataset: "io-priority",
            metric: "slowdown_ratio",
            designs: TICKS,
            where: {spinners: 1, check_interval_ticks: 100}
          },
          above(1.25),
          "slowdown_ratio, 1 spinning thread: requests/s without spinning threads over requests/s with"
        )
      ],
      why: {
        "does not hold":
          "On Linux the old lock is a semaphore: the spinning thread must wait in the kernel as well, and the server, awake anyway, is as likely to get it.",
        "holds in part":
          "It depends on how the lock is built and on how fast a woken thread starts: with a semaphore the server often wins.",
        undecided:
          "With a semaphore, as on Linux, the server wins about as often as it loses; from run to run the ratio lies to either side of the limit."
      }
    }
  ]
};
