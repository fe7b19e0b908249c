/// tenthousandmeters.com: the largest set of figures from one machine, and a second machine with one core in use.
import {OTHERS} from "../others.ts";
import type {CountArm, Runner} from "../run.ts";
import {type Direction, type Figure, shared} from "./figure.ts";

const CORES = OTHERS["macbook-pro-2021"].cores;
const id = (n: number): string => `tenthousandmeters-${`${n}`.padStart(2, "0")}`;
const PRO = {machine: "macbook-pro-2021", role: "predicted"} as const;

const counted = (run: Runner, threads: number, interval_ms: number): number => {
  const arm: CountArm = {...shared(threads, CORES), design: "timeout", interval_us: interval_ms * 1000};
  return run.count(arm).time_s;
};

const THREADS = [1, 2, 4, 8] as const;

const COUNTDOWN: Figure[] = THREADS.map((threads, i) => ({
  ...PRO,
  role: i === 0 ? "fitted" : "predicted",
  id: id(i + 1),
  label: `Pro, count, ${threads} threads`,
  workload: `count of 10^8 shared by ${threads} threads`,
  value: (run) => counted(run, threads, 5),
  directions: i === 0 ? [] : [["same", id(1)] as const]
}));

/// Two threads that hash fill a core with hyper-threading: these are the cores that count.
const HASHING_CORES = 2;

const HASHING: Figure[] = THREADS.map((threads, i) => ({
  ...PRO,
  role: i === 0 ? "unit" : "predicted",
  id: id(i + 5),
  label: `Pro, SHA-256, ${threads} threads`,
  workload: `SHA-256 of 1 GB shared by ${threads} threads`,
  value: ({hash_s}, published) =>
    (published(id(5)) * hash_s({threads, cores: HASHING_CORES})) / hash_s({threads: 1, cores: HASHING_CORES}),
  directions: i === 0 ? [] : [["below", id(5)] as const],
  note: "simulated with two cores, without hyper-threading; the time in one thread is the unit"
}));

/// Switch intervals in the order of the post's tables.
const INTERVALS_MS = [100, 10, 5, 1, 0.1, 0.01, 0.001] as const;
const SPINNERS = [0, 1, 2, 4] as const;
/// Requests of a long interval are few: so many seconds are asked.
const asked = (interval_ms: number, spinners: number): number =>
  spinners === 0 ? 500 : interval_ms >= 10 ? 200 * interval_ms : 1000;

const echoed = (run: Runner, spinners: number, interval_ms: number): number =>
  run.echo({
    design: "timeout",
    cores: CORES,
    program: "plain",
    spinners,
    interval_ms,
    ask_ms: asked(interval_ms, spinners)
  }).requests_per_s;

const firstEcho = (row: number) => 9 + 4 * row;
const FITTED_ECHOES = [id(17), id(18), id(30)];

/// Beside more threads less is answered; at shorter intervals more.
function echoDirections(row: number, column: number): (readonly [Direction, string])[] {
  const own = firstEcho(row) + column;
  if (column === 0) return [];
  const unloaded = ["below", id(firstEcho(row))] as const;
  return row === 0 || row === 6 ? [unloaded] : [unloaded, ["above", id(own - 4)] as const];
}

const ECHO: Figure[] = INTERVALS_MS.flatMap((interval_ms, row) =>
  SPINNERS.map((spinners, column): Figure => {
    const own = id(firstEcho(row) + column);
    const none = own === id(12);
    return {
      ...PRO,
      role: FITTED_ECHOES.includes(own) ? "fitted" : "predicted",
      id: own,
      label: `Pro, echo, ${interval_ms} ms, ${spinners} spin`,
      workload: `TCP echo beside ${spinners} spinning threads, interval ${interval_ms} ms`,
      value: (run) => echoed(run, spinners, interval_ms),
      directions: echoDirections(row, column),
      ...(none && {
        range: [0, 0.5] as const,
        note: "published as 0, which is taken as less than a half"
      })
    };
  })
);

const COUNT_INTERVALS: Figure[] = INTERVALS_MS.flatMap((interval_ms, row) =>
  THREADS.map((threads, column): Figure => {
    const own = id(37 + 4 * row + column);
    const first = id(37 + 4 * row);
    // From 0.1 ms on threads cost more than a quarter by what is published.
    const direction = interval_ms < 1 ? (["above", first] as const) : (["same", first] as const);
    return {
      ...PRO,
      role: own === id(58) ? "fitted" : "predicted",
      id: own,
      label: `Pro, count, ${interval_ms} ms, ${threads} threads`,
      workload: `count of 10^8 shared by ${threads} threads, interval ${interval_ms} ms`,
      value: (run) => counted(run, threads, interval_ms),
      directions: column === 0 ? [] : [direction]
    };
  })
);

const PINNED = [0, 1, 2, 4, 8] as const;

const ONE_CORE: Figure[] = PINNED.map((spinners, i) => ({
  machine: "ubuntu-2021",
  role: i === 0 ? "fitted" : "predicted",
  id: id(65 + i),
  label: `Ubuntu, one core, ${spinners} spin`,
  workload: `TCP echo and its client on one core, beside ${spinners} spinning threads`,
  value: (run) =>
    run.echo({
      design: "timeout",
      cores: 1,
      program: "plain",
      spinners,
      ask_ms: spinners === 0 ? 500 : spinners < 4 ? 2000 : 10_000
    }).requests_per_s,
  directions: i === 0 ? [] : [["below", id(64 + i)] as const]
}));

export const TENTHOUSANDMETERS: readonly Figure[] = [
  ...COUNTDOWN,
  ...HASHING,
  ...ECHO,
  ...COUNT_INTERVALS,
  ...ONE_CORE
];
