/// Figures of the years between and after: one machine each, whose time without load is the unit.
import {OTHERS} from "../others.ts";
import type {EchoArm, Runner} from "../run.ts";
import {each, type Figure, shared} from "./figure.ts";

/// A figure that serves as a unit is what is published.
const unit = (
  machine: Figure["machine"],
  id: string,
  label: string,
  workload: string,
  note: string
): Figure => ({
  id,
  label,
  machine,
  role: "unit",
  workload,
  value: (_run, published) => published(id),
  directions: [],
  note
});

const OWN = "its speed is not known; its figure without load is the unit";

const slowdown = (run: Runner, arm: Omit<EchoArm, "spinners">): number =>
  run.echo({...arm, spinners: 0}).requests_per_s / run.echo({...arm, spinners: 1}).requests_per_s;

const GUILLO: Figure[] = [
  unit(
    "laptop-2013",
    "guillo-2013-02",
    "2013, 2 threads, 1 core",
    "count of 10^8 in each of 2 threads, 1 core",
    OWN
  ),
  {
    id: "guillo-2013-01",
    label: "2013, 2 threads, 2 cores",
    machine: "laptop-2013",
    role: "predicted",
    workload: "count of 10^8 in each of 2 threads, 2 cores",
    value: ({count}, published) => {
      const time = (cores: number) => count(each("threads", cores, {design: "tick"})).time_s;
      return (published("guillo-2013-02") * time(2)) / time(1);
    },
    directions: [["above", "guillo-2013-02"]],
    note: "its system is not stated; simulated is the semaphore of Linux"
  }
];

/// 8 kB behind their length, and 1 ms after each.
const SIZED = {design: "timeout", cores: 4, program: "sized", request_bytes: 8192, pause_ms: 1} as const;
const NONBLOCKING = {...SIZED, program: "nonblocking"} as const;
const INFERRED =
  "the pause of 1 ms a message is inferred from a program of 2022; the time without load is the unit";

const EMBRACING: Figure[] = [
  unit("ec2-xl-2011", "beazley-2011-06", "EC2, blocking, alone", "sized echo, blocking sockets", INFERRED),
  {
    id: "beazley-2011-07",
    label: "EC2, blocking, loaded",
    machine: "ec2-xl-2011",
    role: "predicted",
    workload: "sized echo, blocking sockets, 1 spinning thread",
    value: (run, published) => published("beazley-2011-06") * slowdown(run, SIZED),
    directions: [["above", "beazley-2011-06"]],
    note: INFERRED
  },
  {
    id: "beazley-2011-11",
    label: "EC2, blocking, slowdown",
    machine: "ec2-xl-2011",
    role: "predicted",
    workload: "sized echo, blocking sockets: time with 1 spinning thread over time without",
    value: (run) => slowdown(run, SIZED),
    directions: [["above", 1]],
    note: INFERRED
  },
  {
    id: "beazley-2011-12",
    label: "EC2, nonblocking, slowdown",
    machine: "ec2-xl-2011",
    role: "predicted",
    workload: "echo, non-blocking sockets with select: time with 1 spinning thread over time without",
    value: (run) => slowdown(run, NONBLOCKING),
    directions: [["above", 1]],
    note: INFERRED
  },
  {
    id: "beazley-2011-14",
    label: "EC2, old lock, slowdown",
    machine: "ec2-xl-2011",
    role: "predicted",
    workload: "sized echo under the old lock: time with 1 spinning thread over time without",
    range: [1, 2],
    value: (run) => slowdown(run, {...SIZED, design: "tick"}),
    directions: [["below", "beazley-2011-11"]],
    note: "published as a bound: at most 2"
  },
  {
    id: "beazley-2011-13",
    label: "EC2, PyPy, slowdown",
    machine: "ec2-xl-2011",
    role: "predicted",
    workload: "sized echo under PyPy's lock of today: time with 1 spinning thread over time without",
    value: (run) => slowdown(run, {...SIZED, design: "pypy"}),
    directions: [["above", 1]],
    note: "PyPy's lock of 2011 was another, and mended since; simulated is that of today, with CPython's costs"
  }
];

const TWO = {cores: 2, spinners: 1} as const;

const AIDES: Figure[] = [
  {
    id: "bpo-7946-bfs-01",
    label: "Core 2 Duo, bfs over others",
    machine: "core-2-duo-2010",
    role: "predicted",
    workload: "UDP echo beside 1 spinning thread: requests under bfs over those under the other patches",
    value: ({echo}) => {
      const rate = (design: string) => echo({...TWO, design}).requests_per_s;
      return rate("bfs") / Math.max(rate("interactive"), rate("priority"));
    },
    directions: [["above", 1]],
    note: "which patches is not said; simulated are interactive and priority, the better of the two"
  }
];

const CCBENCH_LATENCY = [
  "ccbench-2021-13",
  "ccbench-2021-14",
  "ccbench-2021-15",
  "ccbench-2021-16",
  "ccbench-2021-17"
];
const LINUX = OTHERS["linux-2021"].cores;

const CCBENCH: Figure[] = [
  unit("linux-2021", "ccbench-2021-01", "ccbench, Pi, 1 thread", "ccbench, Pi in Python, 1 thread", OWN),
  ...[2, 3, 4].map(
    (threads): Figure => ({
      id: `ccbench-2021-0${threads}`,
      label: `ccbench, Pi, ${threads} threads`,
      machine: "linux-2021",
      role: "predicted",
      workload: `ccbench, Pi in Python, ${threads} threads`,
      value: ({count}, published) => {
        const time = (k: number) => count({...shared(k, LINUX), design: "timeout"}).time_s;
        return (published("ccbench-2021-01") * time(1)) / time(threads);
      },
      directions: [["same", "ccbench-2021-01"]],
      note: "the count stands for Pi"
    })
  ),
  unit("linux-2021", "ccbench-2021-09", "ccbench, bz2, 1 thread", "ccbench, bz2, 1 thread", OWN),
  ...[2, 3, 4].map(
    (threads): Figure => ({
      id: `ccbench-2021-${8 + threads}`,
      label: `ccbench, bz2, ${threads} threads`,
      machine: "linux-2021",
      role: "predicted",
      workload: `ccbench, bz2, which lets the lock go, ${threads} threads`,
      value: ({hash_s}, published) =>
        (published("ccbench-2021-09") * hash_s({threads: 1, cores: LINUX})) / hash_s({threads, cores: LINUX}),
      directions: [["above", "ccbench-2021-09"]],
      note: "hashing stands for compressing"
    })
  ),
  ...CCBENCH_LATENCY.map(
    (id, spinners): Figure => ({
      id,
      label: `ccbench, ping, ${spinners} threads`,
      machine: "linux-2021",
      role: "predicted",
      workload: `UDP ping every 100 ms beside ${spinners} computing threads: mean latency`,
      ...(spinners === 0 && {range: [0, 0.5] as const}),
      value: ({echo}) =>
        echo({design: "timeout", cores: LINUX, spinners, pause_ms: 100, ask_ms: 4000}).latency_ms_mean,
      directions: spinners === 0 ? [] : [["above", CCBENCH_LATENCY[0]]],
      note: "spinning threads stand for Pi; published to the millisecond"
    })
  )
];

const RYZEN: Figure[] = [
  unit("ryzen-2025", "loremipsumpy-01", "Ryzen, in series", "computing in one thread, 3.14 with a lock", OWN),
  {
    id: "loremipsumpy-02",
    label: "Ryzen, 4 threads",
    machine: "ryzen-2025",
    role: "predicted",
    workload: "the same shared by 4 threads",
    value: ({count}, published) => {
      const time = (k: number) => count({...shared(k, 16), design: "timeout"}).time_s;
      return (published("loremipsumpy-01") * time(4)) / time(1);
    },
    directions: [["same", "loremipsumpy-01"]],
    note: "the count stands for its computation"
  }
];

const DASK: Figure[] = [
  {
    id: "dask-2021-01",
    label: "dask, releases",
    machine: "unnamed",
    role: "predicted",
    workload: "waits for the lock beside 1 spinning thread, in a second",
    value: ({call_s}) => 1 / call_s(TWO),
    directions: [],
    note: "no machine is named; simulated is the one of the profile of CPython 3.9.18"
  },
  {
    id: "dask-2021-02",
    label: "dask, requests",
    machine: "unnamed",
    role: "predicted",
    workload: "TCP echo beside 1 spinning thread: requests in a second",
    value: ({echo}) => echo({...TWO, design: "timeout", program: "plain"}).requests_per_s,
    directions: [["below", "dask-2021-01"]],
    note: "no machine is named; the publication reckons with two waits a request"
  }
];

const LOOP: Figure[] = [
  unit(
    "unnamed",
    "rustypot-01",
    "control loop, alone",
    "control loop, alone",
    "no machine is named; its rate alone is the unit"
  ),
  {
    id: "rustypot-02",
    label: "control loop, keeping the lock",
    machine: "unnamed",
    role: "predicted",
    workload: "control loop that keeps the lock, beside 1 spinning thread",
    value: ({count}, published) => {
      const time = (arm: "series" | "threads", k: number) =>
        count({arm, k, iterations: 1e8, cores: 2, design: "timeout"}).time_s;
      return (published("rustypot-01") * time("series", 1)) / time("threads", 2);
    },
    directions: [["below", "rustypot-01"]],
    note: "the loop is taken to compute all the time"
  },
  {
    id: "rustypot-03",
    label: "control loop, letting it go",
    machine: "unnamed",
    role: "predicted",
    workload: "control loop with one call a turn that lets the lock go, beside 1 spinning thread",
    value: ({call_s}, published) => 1 / (1 / published("rustypot-01") + call_s(TWO)),
    directions: [
      ["below", "rustypot-01"],
      ["below", "rustypot-02"]
    ]
  }
];

/// How many times a call of the user interface waits for the lock follows from its time at 5 ms.
const ELECTRON: Figure[] = [
  unit(
    "unnamed",
    "electron-cash-01",
    "interface, alone",
    "a call of a user interface, alone",
    "Android; its time alone is a unit"
  ),
  unit(
    "unnamed",
    "electron-cash-02",
    "interface, 5 ms",
    "the same beside a busy thread, interval 5 ms",
    "how often it waits for the lock is taken from this figure"
  ),
  {
    id: "electron-cash-03",
    label: "interface, 1 ms",
    machine: "unnamed",
    role: "predicted",
    workload: "the same beside a busy thread, interval 1 ms",
    value: ({call_s}, published) => {
      const [alone, usual] = [published("electron-cash-01"), published("electron-cash-02")];
      const more = (interval_ms: number) => call_s({...TWO, interval_ms});
      return alone + ((usual - alone) * more(1)) / more(5);
    },
    directions: [
      ["above", "electron-cash-01"],
      ["below", "electron-cash-02"]
    ]
  }
];

const WINDOWS: Figure[] = [
  unit("windows", "windows-stat-01", "Windows, stat, alone", "1,167 calls of stat", OWN),
  {
    id: "windows-stat-02",
    label: "Windows, stat, loaded",
    machine: "windows",
    role: "predicted",
    workload: "1,167 calls of stat beside 1 busy thread",
    value: ({call_s}, published) => {
      const cores = OTHERS.windows.cores;
      return published("windows-stat-01") + 1167 * call_s({cores, spinners: 1}) * 1000;
    },
    directions: [["above", "windows-stat-01"]],
    note: "Windows's timer, which ends waits at ticks 15.6 ms apart, is the only thing of Windows that is modelled"
  }
];

export const OTHERS_FIGURES: readonly Figure[] = [
  ...GUILLO,
  ...EMBRACING,
  ...AIDES,
  ...CCBENCH,
  ...RYZEN,
  ...DASK,
  ...LOOP,
  ...ELECTRON,
  ...WINDOWS
];
