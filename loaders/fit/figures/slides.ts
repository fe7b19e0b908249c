/// The slides' own machines, and two others that ran the same count.
import {CORES} from "../machines.ts";
import type {CountArm, Runner} from "../run.ts";
import {each, type Figure, shared} from "./figure.ts";

const TWO = CORES["macbook-2009"];
const FOUR = CORES["mac-pro-2010"];

const MACBOOK: Figure[] = [
  {
    id: "beazley-2009-01",
    label: "MacBook, in series",
    machine: "macbook-2009",
    role: "fitted",
    workload: "count of 10^8 twice in series",
    value: ({count}) => count(each("series", TWO)).time_s,
    directions: []
  },
  {
    id: "beazley-2009-02",
    label: "MacBook, 2 threads, 2 cores",
    machine: "macbook-2009",
    role: "fitted",
    workload: "count of 10^8 in each of 2 threads, 2 cores",
    value: ({count}) => count(each("threads", TWO)).time_s,
    directions: [["above", "beazley-2009-01"]]
  },
  {
    id: "beazley-2009-03",
    label: "MacBook, 2 threads, 1 core",
    machine: "macbook-2009",
    role: "fitted",
    workload: "count of 10^8 in each of 2 threads, 1 core",
    value: ({count}) => count(each("threads", 1)).time_s,
    directions: [
      ["above", "beazley-2009-01"],
      ["below", "beazley-2009-02"]
    ]
  },
  {
    id: "beazley-2009-07",
    label: "MacBook, kernel calls, 1 core",
    machine: "macbook-2009",
    role: "predicted",
    workload: "the same, 1 core: calls of the kernel",
    value: ({count}) => count(each("threads", 1)).lock_calls,
    directions: [["below", "beazley-2009-09"]],
    note: "all Mach calls are published, the lock's are simulated"
  },
  {
    id: "beazley-2009-09",
    label: "MacBook, kernel calls, 2 cores",
    machine: "macbook-2009",
    role: "predicted",
    workload: "the same, 2 cores: calls of the kernel",
    value: ({count}) => count(each("threads", TWO)).lock_calls,
    directions: [["above", "beazley-2009-07"]],
    note: "all Mach calls are published, the lock's are simulated"
  }
];

const LAPTOP = "another laptop with 2 cores, its system not stated; its time in series is the unit";
const often = {iterations: 1e7};
const seldom = {iterations: 1e7, checkInterval: 10_000};
const inUnits = (run: Runner, unit: number, more: Partial<CountArm>) =>
  (unit * run.count(each("threads", TWO, more)).time_s) / run.count(each("series", TWO, more)).time_s;

const OTHER_LAPTOP: Figure[] = [
  {
    id: "seunosewa-2009-01",
    label: "laptop, in series",
    machine: "macbook-2009",
    role: "unit",
    workload: "count of 10^7 twice in series",
    value: (_run, published) => published("seunosewa-2009-01"),
    directions: [],
    note: LAPTOP
  },
  {
    id: "seunosewa-2009-02",
    label: "laptop, 2 threads, 2 cores",
    machine: "macbook-2009",
    role: "predicted",
    workload: "count of 10^7 in each of 2 threads, 2 cores",
    value: (run, published) => inUnits(run, published("seunosewa-2009-01"), often),
    directions: [["above", "seunosewa-2009-01"]],
    note: LAPTOP
  },
  {
    id: "seunosewa-2009-03",
    label: "laptop, in series, rare checks",
    machine: "macbook-2009",
    role: "unit",
    workload: "count of 10^7 twice in series, a check every 10,000 ticks",
    value: (_run, published) => published("seunosewa-2009-03"),
    directions: [],
    note: LAPTOP
  },
  {
    id: "seunosewa-2009-04",
    label: "laptop, 2 threads, rare checks",
    machine: "macbook-2009",
    role: "predicted",
    workload: "count of 10^7 in each of 2 threads, 2 cores, a check every 10,000 ticks",
    value: (run, published) => inUnits(run, published("seunosewa-2009-03"), seldom),
    directions: [
      ["same", "seunosewa-2009-03"],
      ["below", "seunosewa-2009-02"]
    ],
    note: LAPTOP
  }
];

const MAC_PRO: Figure[] = [
  {
    id: "beazley-2010-01",
    label: "Mac Pro, in series",
    machine: "mac-pro-2010",
    role: "fitted",
    workload: "count of 10^8 in series",
    value: ({count}) => count(shared(1, FOUR)).time_s,
    directions: []
  },
  {
    id: "beazley-2010-02",
    label: "Mac Pro, 2 threads, 4 cores",
    machine: "mac-pro-2010",
    role: "predicted",
    workload: "count of 10^8 shared by 2 threads, 4 cores",
    value: ({count}) => count(shared(2, FOUR)).time_s,
    directions: [["above", "beazley-2010-01"]]
  },
  {
    id: "beazley-2010-03",
    label: "Mac Pro, 4 threads, 4 cores",
    machine: "mac-pro-2010",
    role: "predicted",
    workload: "count of 10^8 shared by 4 threads, 4 cores",
    value: ({count}) => count(shared(4, FOUR)).time_s,
    directions: [
      ["above", "beazley-2010-01"],
      ["same", "beazley-2010-02"]
    ]
  },
  {
    id: "beazley-2010-04",
    label: "Mac Pro, 2 threads, 1 core",
    machine: "mac-pro-2010",
    role: "predicted",
    workload: "count of 10^8 shared by 2 threads, 1 core",
    value: ({count}) => count(shared(2, 1)).time_s,
    directions: [
      ["above", "beazley-2010-01"],
      ["below", "beazley-2010-02"]
    ]
  },
  {
    id: "beazley-2010-05",
    label: "Mac Pro, 4 threads, 1 core",
    machine: "mac-pro-2010",
    role: "predicted",
    workload: "count of 10^8 shared by 4 threads, 1 core",
    value: ({count}) => count(shared(4, 1)).time_s,
    directions: [
      ["above", "beazley-2010-01"],
      ["below", "beazley-2010-03"]
    ]
  },
  {
    id: "beazley-2010-06",
    label: "Mac Pro, checks a switch, 1 core",
    machine: "mac-pro-2010",
    role: "predicted",
    workload: "the same with 2 threads, 1 core: checks before a context switch",
    range: [100, 10_000],
    value: ({count}) => count(shared(2, 1)).checks_per_switch,
    directions: [["above", 100]],
    note: "published in words: hundreds to thousands"
  },
  {
    id: "beazley-2010-new-01",
    label: "Mac Pro, in series, new lock",
    machine: "mac-pro-2010",
    role: "unit",
    workload: "count in series, new lock",
    value: (_run, published) => published("beazley-2010-new-01"),
    directions: [],
    note: "another version of Python; its time in series is the unit"
  },
  {
    id: "beazley-2010-new-02",
    label: "Mac Pro, 2 threads, new lock",
    machine: "mac-pro-2010",
    role: "predicted",
    workload: "count in each of 2 threads, 4 cores, new lock",
    value: ({count}, published) => {
      const timeout = {design: "timeout"} as const;
      const slower =
        count(each("threads", FOUR, timeout)).time_s / count(each("series", FOUR, timeout)).time_s;
      return published("beazley-2010-new-01") * slower;
    },
    directions: [["same", "beazley-2010-new-01"]],
    note: "the time in series is the unit"
  },
  {
    id: "fluent-python-01",
    label: "a server, new lock over old",
    machine: "mac-pro-2010",
    role: "predicted",
    workload: "a server's time beside one spinning thread, new lock over old",
    value: ({echo}) =>
      echo({design: "tick-condition", cores: FOUR, spinners: 1}).requests_per_s /
      echo({design: "timeout", cores: FOUR, spinners: 1}).requests_per_s,
    directions: [["above", 1]],
    note: "the slide's benchmark is not known in detail; simulated is the echo of io_priority.py"
  },
  {
    id: "szakmeister-2009-01",
    label: "condition over semaphore, 4 cores",
    machine: "mac-pro-2010",
    role: "predicted",
    workload: "count in 2 threads: time with mutex and condition over that with a semaphore, 4 cores",
    value: ({count}) => {
      const time = (design: "tick-condition" | "tick") => count(each("threads", FOUR, {design})).time_s;
      return time("tick-condition") / time("tick");
    },
    compared: {unit: "x (from 13 %)", of: (percent) => 1 + percent / 100},
    directions: [["above", 1]],
    note: "another machine with 4 cores; simulated is the semaphore as glibc has it, at the price of Mach's calls"
  }
];

export const SLIDES: readonly Figure[] = [...MACBOOK, ...OTHER_LAPTOP, ...MAC_PRO];
