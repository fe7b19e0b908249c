/// "Embracing the GIL", PyCodeConf 2011, and the fork of 2022 that carries its idea on.
import type {Source} from "./claim.ts";
import {figureIs, TICKS, workload} from "./measures.ts";
import {above, below} from "./rules.ts";

const times = (a: number, b: number): string => (a / b).toFixed(2);

export const EMBRACING_2011: Source = {
  key: "embracing-2011",
  title: "Embracing the GIL",
  who: "David Beazley, PyCodeConf, Miami",
  when: "October 2011",
  read: "secondary",
  note: "Three listeners' notes were read, which disagree on the number of messages (1,000 or 10,000). That there were 10,000, with a pause of 1 ms after each, is our inference from his program of 2022.",
  url: "https://www.dabeaz.com/talks/EmbraceGIL",
  claims: [
    {
      id: "convoy",
      statement:
        "Under the new lock, one spinning thread makes a server with blocking sockets at least ten times slower.",
      where: "scenario 2",
      page: "/io-priority",
      published: ["beazley-2011-07", "beazley-2011-06"],
      say: (loaded, unloaded) => `${times(loaded, unloaded)} times (${loaded} s and ${unloaded} s)`,
      measures: [
        figureIs(
          {
            dataset: "io-priority",
            metric: "slowdown_ratio",
            designs: ["timeout"],
            where: {spinners: 1, interval_ms: 5}
          },
          above(10),
          "slowdown_ratio, 1 spinning thread, interval 5 ms: requests/s without spinning threads over requests/s with"
        )
      ]
    },
    {
      id: "sized-echo",
      statement:
        "A spinning thread slows a server about ten times with messages of 8 kB behind their size and a pause after each.",
      where: "scenario 2, blocking sockets",
      page: "/choosing",
      published: ["beazley-2011-11"],
      say: (ratio) => `approximately ${ratio} times`,
      measures: [
        workload(
          "echo-sized",
          "slowdown_ratio",
          ["timeout"],
          {threads: 1, variant: "blocking"},
          above(5),
          "slowdown_ratio of the sized echo, blocking sockets, 1 spinning thread"
        )
      ]
    },
    {
      id: "nonblocking-no-better",
      statement: "Non-blocking sockets are slowed as much.",
      where: "scenario 2, nonblocking sockets",
      page: "/choosing",
      published: ["beazley-2011-12"],
      say: (ratio) => `approximately ${ratio} times`,
      measures: [
        workload(
          "echo-sized",
          "slowdown_ratio",
          ["timeout"],
          {threads: 1, variant: "nonblocking"},
          above(5),
          "slowdown_ratio of the sized echo, non-blocking sockets, 1 spinning thread"
        )
      ]
    },
    {
      id: "processes-no-better",
      statement: "A server that uses the library multiprocessing is slowed by about as much.",
      where: "scenario 2, multiprocessing",
      page: "/choosing",
      published: ["beazley-2011-10"],
      say: (ratio) => `${ratio} times`,
      measures: [],
      untested: "What that server did with the library is not known; no program here uses it."
    },
    {
      id: "old-lock-no-convoy",
      statement: "Under the old lock, one spinning thread slows the same kind of server at most by half.",
      where: "commentary",
      page: "/io-priority",
      published: ["beazley-2011-14"],
      say: () => "at most 2 times slower on Python 2.7",
      measures: [
        figureIs(
          {
            dataset: "io-priority",
            metric: "slowdown_ratio",
            designs: TICKS,
            where: {spinners: 1, check_interval_ticks: 100}
          },
          below(2),
          "slowdown_ratio, 1 spinning thread, interval 100 ticks: requests/s without spinning threads over requests/s with"
        )
      ],
      why: {
        undecided:
          "Its interval reaches just beyond 2: from run to run the rates of 2.7 differ by more than that.",
        "does not hold":
          "A server that is asked again at once is slowed more than one that pauses a millisecond a message.",
        "holds in part":
          "A server that is asked again at once is slowed more than one that pauses a millisecond a message."
      }
    },
    {
      id: "pypy-much-slower",
      statement: "PyPy is slowed far more than CPython.",
      where: "commentary",
      page: "/io-priority",
      published: ["beazley-2011-13"],
      say: (ratio) => `${ratio} times in 2011, mended on its trunk since`,
      measures: [
        figureIs(
          {
            dataset: "io-priority",
            metric: "slowdown_ratio",
            designs: ["pypy"],
            where: {spinners: 1}
          },
          above(100),
          "slowdown_ratio of today's PyPy, 1 spinning thread"
        )
      ],
      why: {
        "does not hold":
          "PyPy's lock is another one since: a thread that comes back takes it at once if nobody else did.",
        undecided: "PyPy's lock is another one since: how far it is slowed varies from run to run."
      }
    },
    {
      id: "priorities-as-unloaded",
      statement:
        "With priorities that the program sets, the loaded server is about as fast as the unloaded one.",
      where: "an experimental fork of 3.2",
      page: "/choosing",
      say: () => "performance comparable to no computing thread",
      measures: [
        workload(
          "echo-sized",
          "slowdown_ratio",
          ["holy", "levels"],
          {threads: 1, variant: "blocking"},
          below(1.5),
          "slowdown_ratio of the sized echo, 1 spinning thread"
        )
      ]
    },
    {
      id: "many-threads",
      statement: "Priorities work with 1,400 threads.",
      where: "an experimental fork of 3.2",
      page: "/choosing",
      published: ["beazley-2011-15"],
      say: (threads) => `${threads} threads were tried`,
      measures: [
        workload(
          "threads",
          "slowdown_ratio",
          ["levels"],
          {threads: 1400, variant: "many"},
          below(100),
          "slowdown_ratio of a count that 1,400 threads share: that it ends, and within a hundred times"
        )
      ]
    }
  ]
};

export const HOLY_2022: Source = {
  key: "holy",
  title: "Holy threads, a fork of 2022",
  who: "David Beazley",
  when: "May 2022",
  read: "primary",
  note: "Its commits were read; they give no times.",
  url: "https://github.com/dabeaz-fork/cpython",
  claims: [
    {
      id: "holy-threads",
      statement:
        "Who waits behind a thread that was declared holy waits a microsecond, so that a server keeps its rate.",
      where: "take_gil",
      page: "/designs",
      published: ["holy-threads-2022-01"],
      say: (us) => `a wait of ${us} µs in place of 5,000`,
      measures: [
        workload(
          "echo-udp",
          "slowdown_ratio",
          ["holy"],
          {variant: "datagrams", threads: 1},
          below(5),
          "slowdown_ratio of the UDP echo, 1 spinning thread"
        )
      ]
    }
  ]
};
