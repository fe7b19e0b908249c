/// What this computer's threads cost, whatever interpreter runs on them: atomic operations, sleeping and waking.
import {Worker} from "node:worker_threads";
import type {Sleeper} from "../../runtime/machines/host/parking.ts";
import {type Platform, theLibc, thePlatform} from "../../runtime/machines/host/platform.ts";
import type {ByIdleTime} from "../../runtime/machines/simulated/costs.ts";
import {EchoClient} from "../echo-client.ts";
import {median, quantile} from "../statistics.ts";
import {canPin, onOneCore} from "../system.ts";
import {ANSWER, BYTES, CALLED, type PartnerTask, QUIET, RAN_NS, SLEPT_ON, STOP} from "./words.ts";

/// Costs by their names in a profile; what this computer cannot measure is left out.
export interface MachineCosts {
  atomic_ns: number;
  transfer_ns?: number;
  futex_wait_ns?: number;
  futex_wake_none_ns: number;
  futex_wake_ns?: number;
  context_switch_ns?: number;
  wake_idle_ns?: ByIdleTime;
  wake_busy_ns?: number[];
  interrupt_idle_ns?: ByIdleTime;
  interrupt_busy_ns?: number;
  timeout_overshoot_ns: number[];
  system_call_ns: number;
  poll_ns: number;
}

/// Probabilities of the quantiles in a profile: 0, 1/40, ..., 1; and of those by idle time.
const QUANTILES = 41;
const FEW_QUANTILES = 13;
/// Idle times at which what waking costs is measured: each row of a profile is of those from one to the next.
const IDLE_NS = [
  400, 800, 1200, 1600, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10_000, 15_000, 20_000, 50_000, 100_000,
  200_000, 500_000, 1_000_000, 5_000_000
];
const LONGEST_IDLE_NS = 6_000_000;
/// The part of the wake-ups that is left out as other processes' doing: the slowest.
const DISTURBED = 0.02;
/// Between these idle times a sleeper surely sleeps, and a core may not need to be interrupted yet.
const ASLEEP_NS = [800, 20_000];
/// How long a sleeper beside a busy thread is left asleep: the scheduler then owes it time.
const BUSY_ASLEEP_NS = 300_000;
const INTERVAL_NS = 5_000_000;
/// A longer wake-up beside a busy thread was the end of a time slice, which the scheduler's model has.
const SLICE_NS = 1_000_000;

const now = () => Number(process.hrtime.bigint());

/// Measures all that two threads of Node can. Takes about `seconds`.
export async function measureMachine(seconds: number): Promise<MachineCosts> {
  const platform = thePlatform();
  const buffer = new SharedArrayBuffer(BYTES);
  const words = new Int32Array(buffer);
  const sleeper = platform.sleeper(words);
  const call_ns = foreignCall();
  const atomic_ns = atomic(words);
  const costs: MachineCosts = {
    atomic_ns,
    futex_wake_none_ns: least(() => sleeper.wake(QUIET, 1), 20_000) - call_ns,
    timeout_overshoot_ns: overshoot(sleeper, Math.max(50, Math.round(seconds * 40)), call_ns),
    system_call_ns: emptyCall() - call_ns,
    poll_ns: poll(platform) - call_ns
  };
  const cores = platform.threadCores();
  if (cores.length < 2 || !platform.pinThread(cores.slice(0, 1))) return whole(costs);
  try {
    const [here, there] = [cores.slice(0, 1), cores.slice(1, 2)];
    costs.transfer_ns = Math.max(0, (await transfer(20_000, there)) - atomic_ns);
    Object.assign(costs, await waking(seconds, here, there, call_ns));
  } finally {
    platform.pinThread(cores);
  }
  return whole(costs);
}

/// What waking and sleeping cost. On one core the three parts of a round sum up to what it takes.
async function waking(seconds: number, here: number[], there: number[], call_ns: number) {
  const rows: {from_ns: number; latency: number[]; call: number[]}[] = [];
  for (const [i, idle_ns] of IDLE_NS.entries()) {
    const until_ns = IDLE_NS[i + 1] ?? LONGEST_IDLE_NS;
    const rounds = Math.round(Math.min(400, Math.max(40, (seconds * 4e7) / (idle_ns + 30_000))));
    const {latency, call} = await wakeUps(rounds, there, [idle_ns, until_ns], call_ns);
    rows.push({from_ns: i === 0 ? 0 : Math.max(1, idle_ns - call_ns), latency, call});
  }
  const asleep = rows.filter((_, i) => IDLE_NS[i] >= ASLEEP_NS[0] && IDLE_NS[i] < ASLEEP_NS[1]);
  const futex_wake_ns = Math.min(...asleep.map(({call}) => quantile(call, 0.02)));
  const context_switch_ns = (await yields(here)) - yieldCall();
  const round_ns = (await samePlace(Math.round(seconds * 1500), here)) - 2 * call_ns;
  const table = (values: (row: (typeof rows)[number]) => number[]): ByIdleTime =>
    rows.map((row) => [
      Math.round(row.from_ns),
      quantiles(undisturbed(values(row)), FEW_QUANTILES).map(wholeNs)
    ]);
  const busy = await wakeUpsOfBusy(Math.max(50, Math.round(seconds * 30)), there, call_ns);
  return {
    futex_wake_ns,
    context_switch_ns,
    futex_wait_ns: round_ns - futex_wake_ns - context_switch_ns,
    wake_idle_ns: table(({latency}) => latency),
    interrupt_idle_ns: table(({call}) => call.map((ns) => Math.max(0, ns - futex_wake_ns))),
    ...(busy === null
      ? {}
      : {
          wake_busy_ns: quantiles(undisturbed(busy.latency)),
          interrupt_busy_ns: Math.max(0, median(busy.call) - futex_wake_ns)
        })
  };
}

const wholeNs = (ns: number) => Math.max(0, Math.round(ns));

/// Without the slowest.
function undisturbed(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.slice(0, Math.max(1, Math.ceil(sorted.length * (1 - DISTURBED))));
}

/// Whole numbers of at least 1, as profiles have them.
function whole(costs: MachineCosts): MachineCosts {
  const one = (value: number) => Math.max(1, Math.round(value));
  const entries = Object.entries(costs).map(([name, value]) => [
    name,
    !Array.isArray(value) ? one(value) : Array.isArray(value[0]) ? value : value.map(one)
  ]);
  return Object.fromEntries(entries);
}

/// Nanoseconds of one call of `action`, the least of nine rounds.
function least(action: () => void, calls: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 9; round++) {
    const begin = now();
    for (let i = 0; i < calls; i++) action();
    best = Math.min(best, (now() - begin) / calls);
  }
  return best;
}

/// What calling C from JavaScript costs: it is taken off all that is measured through it.
function foreignCall(): number {
  const abs = theLibc().library.func("int abs(int value)");
  return least(() => abs(1), 20_000);
}

function emptyCall(): number {
  const getppid = theLibc().library.func("int getppid()");
  return least(() => getppid(), 20_000);
}

function poll(platform: Platform): number {
  const fds = new Int32Array(2);
  platform.pipe(fds);
  const entries = Int32Array.of(fds[1], 4, fds[1], 4);
  const ns = least(() => platform.poll(entries, 2, 0), 5_000);
  for (const fd of fds) theLibc().close(fd);
  return ns;
}

function atomic(words: Int32Array): number {
  let sum = 0;
  const loop = least(() => (sum += words[QUIET]), 200_000);
  const added = least(() => (sum += Atomics.add(words, QUIET, 1)), 200_000);
  return sum === 0 ? 0 : added - loop;
}

function overshoot(sleeper: Sleeper, rounds: number, call_ns: number): number[] {
  const late: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const begin = now();
    sleeper.wait(SLEPT_ON, 0, INTERVAL_NS);
    late.push(now() - begin - INTERVAL_NS - call_ns);
  }
  return quantiles(late);
}

/// Evenly spaced quantiles, from the least to the greatest.
export function quantiles(values: number[], count = QUANTILES): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (i: number) => sorted[Math.round((i / (count - 1)) * (sorted.length - 1))];
  return Array.from({length: count}, (_, i) => Math.max(0, at(i)));
}

class Partner {
  readonly worker: Worker;
  readonly words: Int32Array;

  private constructor(task: PartnerTask) {
    this.worker = new Worker(new URL("./partner.js", import.meta.url), {workerData: task});
    this.words = new Int32Array(task.buffer);
  }

  static async start(role: PartnerTask["role"], cores: number[], rounds: number): Promise<Partner> {
    const partner = new Partner({buffer: new SharedArrayBuffer(BYTES), role, cores, rounds});
    await partner.message();
    return partner;
  }

  message(): Promise<void> {
    return new Promise((settle, fail) => {
      const timer = setTimeout(() => fail(new Error("no answer from a calibrating thread in 30 s")), 30_000);
      this.worker.once("message", () => settle());
      this.worker.once("error", fail);
      this.worker.once("message", () => clearTimeout(timer));
    });
  }
}

interface WakeUps {
  /// From the call to the sleeper running.
  latency: number[];
  /// What the call costs the waker.
  call: number[];
}

/// Wakes a thread, again and again, each time when it has slept for a time between these two.
async function wakeUps(
  rounds: number,
  cores: number[],
  idle_ns: readonly [number, number],
  call_ns: number
): Promise<WakeUps> {
  const partner = await Partner.start("sleep", cores, rounds);
  const found = wakeAgain(partner.words, rounds, idle_ns, call_ns);
  await partner.message();
  await partner.worker.terminate();
  return found;
}

function wakeAgain(
  words: Int32Array,
  rounds: number,
  [from_ns, to_ns]: readonly [number, number],
  call_ns: number
): WakeUps {
  const sleeper = thePlatform().sleeper(words);
  const times = new BigInt64Array(words.buffer);
  const latency: number[] = [];
  const call: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    // Evenly spread over the range, in an order without a pattern: the golden ratio's multiples.
    const pause_ns = from_ns + ((round * 0.618034) % 1) * (to_ns - from_ns);
    for (const until = now() + pause_ns; now() < until; );
    Atomics.store(words, CALLED, round);
    const before = now();
    sleeper.wake(CALLED, 1);
    call.push(now() - before - call_ns);
    while (Atomics.load(words, ANSWER) !== round);
    latency.push(Number(times[RAN_NS / 2]) - before - call_ns);
  }
  return {latency, call};
}

/// The same where a third thread keeps the sleeper's core busy; null where it hardly ever gives way.
async function wakeUpsOfBusy(rounds: number, cores: number[], call_ns: number): Promise<WakeUps | null> {
  const spinner = await Partner.start("spin", cores, 1);
  const partner = await Partner.start("sleep", cores, rounds);
  const pause = [BUSY_ASLEEP_NS, BUSY_ASLEEP_NS] as const;
  const {latency, call} = wakeAgain(partner.words, rounds, pause, call_ns);
  Atomics.store(spinner.words, STOP, 1);
  await Promise.all([spinner.worker.terminate(), partner.worker.terminate()]);
  const quick = latency.map((ns) => ns < SLICE_NS);
  if (quick.filter(Boolean).length < rounds / 10) return null;
  return {latency: latency.filter((_, i) => quick[i]), call: call.filter((_, i) => quick[i])};
}

const yieldCall = (): number => {
  const schedYield = theLibc().library.func("int sched_yield()");
  return least(() => schedYield(), 20_000);
};

/// Nanoseconds from one call of sched_yield to the other thread's return from its own, both on one core: the least of several.
async function yields(cores: number[]): Promise<number> {
  const schedYield = theLibc().library.func("int sched_yield()");
  const partner = await Partner.start("yield", cores, 1);
  const took = least(() => schedYield(), 5000) / 2;
  Atomics.store(partner.words, STOP, 1);
  await partner.worker.terminate();
  return took;
}

/// Nanoseconds from one thread to the other on one core: wake, sleep, switch.
async function samePlace(rounds: number, cores: number[]): Promise<number> {
  const partner = await Partner.start("play", cores, rounds);
  const {words} = partner;
  const sleeper = thePlatform().sleeper(words);
  const taken: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const begin = now();
    Atomics.store(words, CALLED, round);
    sleeper.wake(CALLED, 1);
    while (Atomics.load(words, ANSWER) !== round) sleeper.wait(ANSWER, round - 1, Number.POSITIVE_INFINITY);
    taken.push((now() - begin) / 2);
  }
  await partner.worker.terminate();
  return median(taken);
}

/// Nanoseconds of a round between the client of io-priority and a thread that only echoes, on one core where that is possible:
/// then nobody waits for a core to wake.
export async function roundTrip(ms: number): Promise<number> {
  const cores = thePlatform().threadCores().slice(0, 1);
  const partner = await Partner.start("echo", cores, 0);
  const client = await (canPin ? onOneCore(() => EchoClient.start()) : EchoClient.start());
  try {
    const port = Atomics.load(partner.words, ANSWER);
    const {latencies_us, duration_s} = await client.ask({kind: "echo", port, ask_ms: ms, warm_ms: ms});
    Atomics.store(partner.words, STOP, 1);
    // One more datagram, which ends it.
    await client.ask({kind: "echo", port, ask_ms: 1, warm_ms: 0, timeout_ms: 100});
    return (duration_s * 1e9) / latencies_us.length;
  } finally {
    client.close();
    await partner.worker.terminate();
  }
}

/// Nanoseconds from one core's change of a word to the other's answer, half of the way there and back.
async function transfer(rounds: number, cores: number[]): Promise<number> {
  const partner = await Partner.start("bounce", cores, rounds);
  const {words} = partner;
  const begin = now();
  for (let round = 1; round <= rounds; round++) {
    Atomics.store(words, CALLED, 2 * round - 1);
    while (Atomics.load(words, CALLED) !== 2 * round);
  }
  const ns = (now() - begin) / rounds / 2;
  await partner.worker.terminate();
  return ns;
}
