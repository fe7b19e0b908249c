/// What this computer's threads cost, whatever interpreter runs on them: atomic operations, sleeping and waking.
import {Worker} from "node:worker_threads";
import type {Sleeper} from "../../runtime/machines/host/parking.ts";
import {type Platform, theLibc, thePlatform} from "../../runtime/machines/host/platform.ts";
import {EchoClient} from "../echo-client.ts";
import {median} from "../statistics.ts";
import {CORES} from "../system.ts";
import {ANSWER, BYTES, CALLED, CPU_NS, type PartnerTask, QUIET, RAN_NS, SLEPT_ON, STOP} from "./words.ts";

/// Costs by their names in a profile; what this computer cannot measure is left out.
export interface MachineCosts {
  atomic_ns: number;
  transfer_ns?: number;
  futex_wait_ns: number;
  futex_wake_none_ns: number;
  futex_wake_ns: number;
  context_switch_ns?: number;
  wake_idle_ns?: number[];
  wake_busy_ns?: number[];
  timeout_overshoot_ns: number[];
  system_call_ns: number;
  poll_ns: number;
}

/// Probabilities of the quantiles in a profile: 0, 1/40, ..., 1.
const QUANTILES = 41;
/// How long a sleeper is left to fall asleep before it is woken.
const ASLEEP_NS = 20_000;
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
  const rounds = Math.max(200, Math.round(seconds * 1500));
  const cores = platform.threadCores();
  const pinned = cores.length > 1 && platform.pinThread(cores.slice(0, 1));
  const [here, there] = pinned ? [cores.slice(0, 1), cores.slice(1, 2)] : [[], []];
  const idle = await wakeUps(rounds, there, call_ns);
  const costs: MachineCosts = {
    atomic_ns,
    futex_wake_none_ns: least(() => sleeper.wake(QUIET, 1), 20_000) - call_ns,
    futex_wake_ns: idle.wake_ns,
    futex_wait_ns: idle.sleep_ns,
    timeout_overshoot_ns: overshoot(sleeper, Math.max(50, Math.round(seconds * 40)), call_ns),
    system_call_ns: emptyCall() - call_ns,
    poll_ns: poll(platform) - call_ns
  };
  if (CORES > 1) {
    costs.transfer_ns = Math.max(0, (await transfer(rounds * 20, there)) - atomic_ns);
    costs.wake_idle_ns = idle.latency_ns;
  }
  if (pinned) {
    const busy = await wakeUpsOfBusy(rounds, there, call_ns);
    if (busy !== null) costs.wake_busy_ns = busy;
    costs.context_switch_ns =
      (await samePlace(rounds, here)) - costs.futex_wake_ns - costs.futex_wait_ns - 2 * call_ns;
  }
  if (pinned) platform.pinThread(cores);
  return whole(costs);
}

/// Whole numbers of at least 1, as profiles have them.
function whole(costs: MachineCosts): MachineCosts {
  const one = (value: number) => Math.max(1, Math.round(value));
  const entries = Object.entries(costs).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(one) : one(value)
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
export function quantiles(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (i: number) => sorted[Math.round((i / (QUANTILES - 1)) * (sorted.length - 1))];
  return Array.from({length: QUANTILES}, (_, i) => Math.max(0, at(i)));
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
  latency_ns: number[];
  /// What the call costs the waker.
  wake_ns: number;
  /// Processor time that the sleeper needs to fall asleep.
  sleep_ns: number;
}

/// Wakes a thread, again and again, each time when it has slept for a while.
async function wakeUps(rounds: number, cores: number[], call_ns: number): Promise<WakeUps> {
  const partner = await Partner.start("sleep", cores, rounds);
  const {latency, call} = wakeAgain(partner.words, rounds);
  await partner.message();
  const cpu_ns = Number(new BigInt64Array(partner.words.buffer)[CPU_NS / 2]);
  await partner.worker.terminate();
  return {
    latency_ns: quantiles(latency.map((ns) => ns - call_ns)),
    wake_ns: median(call) - call_ns,
    // One half of the sleeper's time is the way out of the system.
    sleep_ns: (cpu_ns - call_ns) / 2
  };
}

function wakeAgain(words: Int32Array, rounds: number): {latency: number[]; call: number[]} {
  const sleeper = thePlatform().sleeper(words);
  const times = new BigInt64Array(words.buffer);
  const latency: number[] = [];
  const call: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const until = now() + ASLEEP_NS; now() < until; );
    Atomics.store(words, CALLED, round);
    const before = now();
    sleeper.wake(CALLED, 1);
    call.push(now() - before);
    while (Atomics.load(words, ANSWER) !== round);
    latency.push(Number(times[RAN_NS / 2]) - before);
  }
  return {latency, call};
}

/// The same where a third thread keeps the sleeper's core busy; null where it hardly ever gives way.
async function wakeUpsOfBusy(rounds: number, cores: number[], call_ns: number): Promise<number[] | null> {
  const spinner = await Partner.start("spin", cores, 1);
  const few = Math.max(50, Math.round(rounds / 10));
  const partner = await Partner.start("sleep", cores, few);
  const {latency} = wakeAgain(partner.words, few);
  Atomics.store(spinner.words, STOP, 1);
  await Promise.all([spinner.worker.terminate(), partner.worker.terminate()]);
  const quick = latency.map((ns) => ns - call_ns).filter((ns) => ns < SLICE_NS);
  return quick.length < few / 10 ? null : quantiles(quick);
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

/// Median of a request's round trip between the client of io-priority and a thread that only echoes, in nanoseconds.
export async function roundTrip(ms: number): Promise<number> {
  const partner = await Partner.start("echo", [], 0);
  const client = await EchoClient.start();
  try {
    const port = Atomics.load(partner.words, ANSWER);
    const {latencies_us} = await client.ask({port, durationMs: ms, warmMs: ms, timeoutMs: 1000});
    Atomics.store(partner.words, STOP, 1);
    // One more datagram, which ends it.
    await client.ask({port, durationMs: 1, warmMs: 0, timeoutMs: 100});
    return median(latencies_us) * 1000;
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
