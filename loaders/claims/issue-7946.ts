/// Issue 7946, the convoy effect, 2010 to 2021.
import type {Source} from "./claim.ts";
import {figureIs, isPredicted, isProved, quotientIs, TICKS, workload} from "./measures.ts";
import {above, below} from "./rules.ts";

const INTERACTIVE = ["interactive"];

export const ISSUE_7946: Source = {
  key: "issue-7946",
  title: "Issue 7946: the convoy effect",
  who: "David Beazley, Antoine Pitrou, Nir Aides, Florent Xicluna and others",
  when: "16 February 2010 to 2 January 2021, won't fix",
  read: "secondary",
  note: "Its first message, one of Aides's and the programs were read; the patches, all timings and the closing message could not be.",
  url: "https://github.com/python/cpython/issues/52194",
  claims: [
    {
      id: "convoy-tcp",
      statement:
        "A TCP echo server beside a thread that computes forms a convoy: it waits for the lock at nearly every call.",
      where: "the opening message, iotest.py",
      page: "/issue-7946",
      say: () => "a highly pronounced convoy effect",
      evidence: "primary",
      measures: [
        workload(
          "echo-tcp",
          "slowdown_ratio",
          ["timeout"],
          {threads: 1},
          above(10),
          "slowdown_ratio of the TCP echo, 1 spinning thread"
        )
      ]
    },
    {
      id: "call-costs-an-interval",
      statement:
        "Beside a spinning thread, a call that lets the lock go costs the server a switch interval, however short it is.",
      where: "Nick Coghlan, python-dev, 16 March 2010",
      page: "/io-priority",
      say: () => "the shortest time any such call can take becomes the switch interval",
      evidence: "primary",
      measures: [
        figureIs(
          {
            dataset: "io-priority",
            metric: "requests_per_s",
            designs: ["timeout"],
            where: {spinners: 1, interval_ms: 5}
          },
          below(200),
          "requests_per_s, 1 spinning thread, interval 5 ms: at least one interval a request"
        )
      ],
      why: {
        undecided:
          "In some restarts of the process the call returns before the spinning thread has woken, and costs nothing.",
        "does not hold":
          "The call often returns before the spinning thread has woken, and then costs nothing.",
        "holds in part":
          "On some interpreters the call often returns before the spinning thread has woken, and then costs nothing."
      }
    },
    {
      id: "one-core-no-convoy",
      statement: "On one core there is no convoy: the same program is hundreds of times faster there.",
      where: "a comment, quoted by others; which is not known",
      page: "/issue-7946",
      published: ["bpo-7946-01", "bpo-7946-02"],
      say: (many, one) => `${Math.round(many / one)} times (${many} s and ${one} s)`,
      measures: [
        isPredicted(
          "tenthousandmeters-66",
          "tenthousandmeters-18",
          above(10),
          "requests a second with 1 spinning thread, one core of one machine over several of another, both simulated"
        )
      ]
    },
    {
      id: "files-too",
      statement: "Buffered writes to a file form the convoy as well, without any socket.",
      where: "Xicluna's writenums()",
      page: "/issue-7946",
      say: () => "stated without a figure",
      measures: [
        workload(
          "writenums",
          "slowdown_ratio",
          ["timeout"],
          {threads: 1, variant: "line"},
          above(10),
          "slowdown_ratio of lines that are written at once, 1 spinning thread"
        )
      ]
    },
    {
      id: "interactive-helps",
      statement: "If who lets go early gets the lock back at once, the server is hardly slowed.",
      where: "Pitrou's patch, as Coghlan describes it",
      page: "/issue-7946",
      say: () => "significantly better than explicit priorities, to Coghlan",
      evidence: "primary",
      measures: [
        workload(
          "echo-udp",
          "slowdown_ratio",
          INTERACTIVE,
          {variant: "datagrams", threads: 1},
          below(5),
          "slowdown_ratio of the UDP echo, 1 spinning thread"
        )
      ]
    },
    {
      id: "cpued-starves",
      statement:
        "Under Pitrou's patch, threads that compute starve beside one that yields every millisecond.",
      where: "Aides's cpued, msg101612",
      page: "/starvation",
      published: ["bpo-7946-bfs-03"],
      say: () => "the other patches starve the pure Python threads",
      measures: [
        workload(
          "cpued",
          "least_computing_share",
          INTERACTIVE,
          {threads: 1, variant: "yielding"},
          below(0.1),
          "least share of turns of a computing thread beside one that yields; a third is fair"
        ),
        isProved(
          INTERACTIVE,
          ({pass, scenario}) => pass === "endless" && scenario === "spin-yield",
          ([{starved}]) => ({
            text:
              starved === "nobody" ? "the computing thread cannot starve" : "the computing thread can starve",
            holds: starved !== "nobody"
          }),
          "a spinning thread beside one that yields, whether one can starve under strong fairness"
        )
      ],
      why: {
        "does not hold":
          "The patch is rebuilt from a description. In runs of it the computing threads get more than a fair share: that they starve takes schedules which the checker finds and a scheduler rarely makes."
      }
    },
    {
      id: "cpued-starves-timeout-too",
      statement:
        "The lock that CPython has can starve a computing thread beside one that yields, as the patches can.",
      where: "not stated: the issue blames the patches",
      page: "/starvation",
      say: () => "not stated",
      measures: [
        isProved(
          ["timeout"],
          ({pass, scenario}) => pass === "endless" && scenario === "spin-yield",
          ([{starved}]) => ({
            text:
              starved === "nobody" ? "the computing thread cannot starve" : "the computing thread can starve",
            holds: starved !== "nobody"
          }),
          "a spinning thread beside one that yields, whether one can starve under strong fairness"
        )
      ]
    },
    {
      id: "bfs-six-times",
      statement:
        "With a scheduler in place of the lock, the UDP server is six times faster than with the other patches.",
      where: "Aides, msg101612",
      page: "/issue-7946",
      published: ["bpo-7946-bfs-01"],
      say: (ratio) => `${ratio} times, on a Core 2 Duo`,
      measures: [
        quotientIs(
          {
            over: {
              dataset: "workloads",
              metric: "requests_per_s",
              designs: ["bfs"],
              oneCore: false,
              where: {workload: "echo-udp", variant: "datagrams", threads: 1}
            },
            under: {
              dataset: "workloads",
              metric: "requests_per_s",
              designs: ["interactive", "priority"],
              oneCore: false,
              where: {workload: "echo-udp", variant: "datagrams", threads: 1}
            },
            by: ["cores", "interpreter"]
          },
          above(2),
          "requests_per_s, 1 spinning thread, bfs over interactive and over priority"
        )
      ]
    },
    {
      id: "bfs-does-not-starve",
      statement: "The scheduler bfs does not starve the threads that compute.",
      where: "Aides, msg101612",
      page: "/starvation",
      published: ["bpo-7946-bfs-03"],
      say: () => "cpued behaves as expected",
      measures: [
        isProved(
          ["bfs"],
          ({pass, scenario}) => pass === "endless" && scenario === "spin-yield",
          ([{starved}]) => ({
            text: starved === "nobody" ? "nobody starves" : "a thread can starve",
            holds: starved === "nobody"
          }),
          "a spinning thread beside one that yields, whether one can starve under strong fairness"
        )
      ]
    },
    {
      id: "keep-when-ready",
      statement: "Keeping the lock over a call that will not block ends the convoy.",
      where: "one of the remedies",
      page: "/issue-7946",
      say: () => "stated without a figure",
      measures: [
        workload(
          "echo-udp",
          "slowdown_ratio",
          ["no-release-when-ready"],
          {variant: "datagrams", threads: 1},
          below(5),
          "slowdown_ratio of the UDP echo, 1 spinning thread"
        )
      ]
    },
    {
      id: "old-lock-suffers-less",
      statement: "The old lock had no convoy of this kind, as a thread grabs it and does not wait its turn.",
      where: "a summary of the discussion",
      page: "/io-priority",
      say: () => "stated without a figure",
      measures: [
        quotientIs(
          {
            over: {
              dataset: "io-priority",
              metric: "slowdown_ratio",
              designs: TICKS,
              where: {spinners: 1, check_interval_ticks: 100}
            },
            under: {
              dataset: "io-priority",
              metric: "slowdown_ratio",
              designs: ["timeout"],
              where: {spinners: 1, interval_ms: 5}
            },
            by: ["cores"]
          },
          below(0.5),
          "slowdown_ratio, 1 spinning thread, the old lock's over the new one's"
        )
      ]
    },
    {
      id: "not-with-real-work",
      statement: "The convoy does not matter with real workloads.",
      where: "Pitrou, msg223110, as quoted by Ramalho",
      page: "/issue-7946",
      say: () => "not significant with real workloads",
      measures: [],
      untested: "What a real workload is was not said; the programs here are those of the discussion."
    }
  ]
};
