/// What others measured and reported since.
import type {Source} from "./claim.ts";
import {figureIs, isPredicted, quotientIs, TIMEOUT, workload} from "./measures.ts";
import {above, below, SAME} from "./rules.ts";

export const SINCE: Source = {
  key: "since",
  title: "Reports since",
  who: "Jim Crist-Harif and dask, bpo-40010, bpo-46046, a ccbench run by Sam Gross, users' reports",
  when: "2020 to 2025",
  read: "primary",
  note: "Pull requests, issues, commits and a recorded run, all read.",
  url: "https://github.com/python/cpython/issues/89977",
  claims: [
    {
      id: "dask-cap",
      statement:
        "Beside a computing thread a server that sends and receives answers at most 100 requests a second.",
      where: "dask/distributed, pull request 5450",
      page: "/io-priority",
      published: ["dask-2021-01", "dask-2021-02"],
      say: (releases, rate) => `${releases} releases/s, so at most ${rate} requests/s`,
      measures: [
        figureIs(
          {
            dataset: "io-priority",
            metric: "requests_per_s",
            designs: ["timeout"],
            where: {spinners: 1, interval_ms: 5}
          },
          below(110),
          "requests_per_s of a UDP echo, 1 spinning thread, interval 5 ms; a tenth above 100"
        )
      ],
      why: {
        "does not hold":
          "Here a request costs about one interval and not two: the call that sends returns before the spinning thread has woken, so that the lock is lost at the other call only.",
        "holds in part":
          "On some a request costs two intervals and on others one: whether the call that sends returns before the spinning thread has woken is a matter of microseconds.",
        undecided: "In some restarts of the process a request costs two intervals and in others one or none."
      }
    },
    {
      id: "nonblocking-release",
      statement:
        "A non-blocking socket call is many times slower beside a computing thread because it lets go of the lock.",
      where: "GH 89977",
      page: "/issue-7946",
      say: () => "might take ten times longer",
      measures: [
        quotientIs(
          {
            over: {
              dataset: "workloads",
              metric: "requests_per_s",
              designs: ["no-release-when-ready"],
              oneCore: false,
              where: {workload: "echo-udp", variant: "datagrams", threads: 1}
            },
            under: {
              dataset: "workloads",
              metric: "requests_per_s",
              designs: ["timeout"],
              oneCore: false,
              where: {workload: "echo-udp", variant: "datagrams", threads: 1}
            },
            by: ["cores", "interpreter"]
          },
          above(5),
          "requests_per_s, 1 spinning thread, with the lock kept over calls that do not block over the usual"
        )
      ]
    },
    {
      id: "pending-signal",
      statement:
        "Until 3.8 a pending signal made every thread stop at each bytecode; since 3.9 only the main thread does.",
      where: "bpo-40010",
      page: "/signal-latency",
      say: () => "stated in the change",
      measures: [],
      untested:
        "Under the new lock a pending signal is handled within an interval, too soon for the time that it costs to be measured; the design before 3.9 differs from that since in this alone."
    },
    {
      id: "ccbench-throughput",
      statement: "Four threads that compute under the lock do as much as one.",
      where: "ccbench, 3.11.0a1+",
      page: "/contention",
      published: ["ccbench-2021-04", "ccbench-2021-01"],
      say: (four, one) => `${Math.round((100 * four) / one)} % (${four} and ${one} iterations/s)`,
      measures: [
        isPredicted("ccbench-2021-04", "ccbench-2021-01", SAME, "4 threads over one, simulated"),
        workload(
          "ccbench-throughput",
          "slowdown_ratio",
          TIMEOUT,
          {threads: 4, variant: "pidigits"},
          SAME,
          "digits of pi: iterations/s of one thread over those of 4"
        )
      ]
    },
    {
      id: "ccbench-released",
      statement: "Four threads that compress, which lets go of the lock, do four times as much as one.",
      where: "ccbench, 3.11.0a1+",
      page: "/choosing",
      published: ["ccbench-2021-12", "ccbench-2021-09"],
      say: (four, one) => `${Math.round((100 * four) / one)} %`,
      measures: [
        workload(
          "ccbench-throughput",
          "slowdown_ratio",
          TIMEOUT,
          {threads: 4, variant: "compressing"},
          below(0.4),
          "compressing: iterations/s of one thread over those of 4; it takes four cores"
        )
      ]
    },
    {
      id: "ccbench-latency",
      statement: "Beside two computing threads a packet waits not two intervals but many.",
      where: "ccbench, 3.11.0a1+",
      page: "/io-priority",
      published: ["ccbench-2021-15", "ccbench-2021-14"],
      say: (two, one) => `${two} ms, where one thread costs ${one} ms`,
      measures: [
        workload(
          "ccbench-latency",
          "latency_us_mean",
          TIMEOUT,
          {threads: 2},
          above(20_000),
          "latency_us_mean of a ping, 2 computing threads: above four intervals"
        )
      ]
    },
    {
      id: "control-loop",
      statement: "A control loop is slowed less by a call that keeps the lock than by one that lets it go.",
      where: "rustypot, pull request 125",
      page: "/choosing",
      published: ["rustypot-02", "rustypot-03"],
      say: (held, released) => `${held} Hz holding it, ${released} Hz letting it go`,
      measures: [
        quotientIs(
          {
            over: {
              dataset: "workloads",
              metric: "rounds_per_s",
              designs: TIMEOUT,
              oneCore: false,
              where: {workload: "control-loop", variant: "holding", threads: 1}
            },
            under: {
              dataset: "workloads",
              metric: "rounds_per_s",
              designs: TIMEOUT,
              oneCore: false,
              where: {workload: "control-loop", variant: "releasing", threads: 1}
            }
          },
          above(1.25),
          "rounds_per_s beside 1 spinning thread, keeping the lock over letting it go"
        ),
        isPredicted(
          "rustypot-02",
          "rustypot-03",
          above(1.25),
          "rate holding the lock over rate letting it go, simulated"
        )
      ],
      why: {
        "holds in part":
          "It follows from one wait a round; but the loop that was run here loses about half of its rounds either way, as each costs it an interval, whether it lets the lock go at its call or is asked to.",
        "does not hold":
          "Here the loop loses about half of its rounds either way: each costs it an interval, whether it lets the lock go at its call or is asked to."
      }
    },
    {
      id: "windows-stat",
      statement:
        "On Windows, 1,167 calls of stat beside a busy thread take hundreds of times as long as alone.",
      where: "a note on a stat loop",
      page: "/choosing",
      published: ["windows-stat-02", "windows-stat-01"],
      say: (busy, idle) => `${Math.round(busy / idle)} times (${busy} ms and ${idle} ms)`,
      measures: [
        isPredicted(
          "windows-stat-02",
          "windows-stat-01",
          above(100),
          "busy over idle, with Windows's timer, simulated"
        )
      ]
    },
    {
      id: "ui-interval",
      statement:
        "A shorter switch interval makes a user interface beside a busy thread nearly as quick as alone.",
      where: "Electron Cash on Android",
      page: "/choosing",
      published: ["electron-cash-03", "electron-cash-02", "electron-cash-01"],
      say: (short, usual, alone) => `${short} ms at 1 ms, ${usual} ms at 5 ms, ${alone} ms alone`,
      measures: [
        isPredicted(
          "electron-cash-03",
          "electron-cash-02",
          below(0.8),
          "a call at 1 ms over one at 5 ms, simulated"
        )
      ]
    }
  ]
};
