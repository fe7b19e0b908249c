/**
 * Sleeping and waking through V8's Atomics and through futex(2): what a call costs and how long a woken thread takes to
 * run, alone and beside another pair of threads that does the same.
 *
 *     node bench/wake.mjs
 */

import {isMainThread, parentPort, Worker, workerData} from "node:worker_threads";
import {build} from "esbuild";

const root = new URL("..", import.meta.url);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3000);
const QUIET_NS = 100_000;
const CALLS = 200_000;
const WAITING = 0;
const ANSWER = 16;
const PAIR_WORDS = 64;
const EVERYTHING = 256;

const bundled = new URL("node_modules/.convoy-bench/wake.mjs", root);

async function bundle() {
  await build({
    stdin: {
      contents: `export {thePlatform} from "./runtime/machines/host/platform.ts"; export {AtomicsSleeper} from "./runtime/machines/host/parking.ts";`,
      resolveDir: root.pathname,
      loader: "ts"
    },
    bundle: true,
    outfile: bundled.pathname,
    format: "esm",
    platform: "node",
    packages: "external"
  });
}

const now = () => Number(process.hrtime.bigint());
const quantile = (sorted, q) => sorted[Math.floor((sorted.length - 1) * q)];

async function sleeperOf({kind, buffer}) {
  const {thePlatform, AtomicsSleeper} = await import(bundled.href);
  const words = new Int32Array(buffer);
  return {words, sleeper: kind === "futex" ? thePlatform().sleeper(words) : new AtomicsSleeper(words)};
}

/** Sleeps on its pair's word and writes down when it ran. */
async function sleepAgainAndAgain() {
  const {words, sleeper} = await sleeperOf(workerData);
  const times = new BigInt64Array(workerData.buffer);
  const at = workerData.pair * PAIR_WORDS;
  parentPort.postMessage("ready");
  for (let seen = 0; seen < ROUNDS; seen++) {
    while (Atomics.load(words, at + WAITING) === seen)
      sleeper.wait(at + WAITING, seen, Number.POSITIVE_INFINITY);
    times[(at + 32) / 2] = process.hrtime.bigint();
    Atomics.store(words, at + ANSWER, seen + 1);
  }
}

/** Wakes the sleeper of its pair when it has slept for a while. Answers latencies and call costs in nanoseconds. */
function wakeAgainAndAgain(words, sleeper, pair) {
  const times = new BigInt64Array(words.buffer);
  const at = pair * PAIR_WORDS;
  const latency = [];
  const call = [];
  for (let round = 1; round <= ROUNDS; round++) {
    for (const until = now() + QUIET_NS; now() < until; );
    const before = now();
    Atomics.store(words, at + WAITING, round);
    sleeper.wake(at + WAITING, 1);
    call.push(now() - before);
    while (Atomics.load(words, at + ANSWER) !== round);
    latency.push(Number(times[(at + 32) / 2]) - before);
  }
  latency.sort((a, b) => a - b);
  call.sort((a, b) => a - b);
  return {latency, call};
}

/** Median cost of a wake-up call on a word where nobody sleeps, in nanoseconds. */
function costOfNothing(sleeper, at) {
  const costs = [];
  for (let k = 0; k < 9; k++) {
    const before = now();
    for (let i = 0; i < CALLS / 10; i++) sleeper.wake(at, 1);
    costs.push((now() - before) / (CALLS / 10));
  }
  return quantile(
    costs.sort((a, b) => a - b),
    0.5
  );
}

async function noise() {
  const {words, sleeper} = await sleeperOf(workerData);
  parentPort.postMessage("ready");
  while (Atomics.load(words, EVERYTHING) === 0)
    for (let i = 0; i < 1000; i++) sleeper.wake(EVERYTHING + 64, 1);
}

async function start(data) {
  const worker = new Worker(new URL(import.meta.url), {workerData: data});
  await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  return worker;
}

async function measure(kind) {
  const buffer = new SharedArrayBuffer(65536);
  const {words, sleeper} = await sleeperOf({kind, buffer});
  const alone_ns = costOfNothing(sleeper, 128);
  const other = await start({role: "noise", kind, buffer});
  const beside_ns = costOfNothing(sleeper, 128);
  Atomics.store(words, EVERYTHING, 1);
  const partner = await start({role: "sleep", kind, buffer, pair: 0});
  const {latency, call} = wakeAgainAndAgain(words, sleeper, 0);
  await Promise.all([other.terminate(), partner.terminate()]);
  return {
    by: kind,
    wake_nobody_ns: Math.round(alone_ns),
    wake_nobody_beside_another_ns: Math.round(beside_ns),
    wake_one_ns_p50: quantile(call, 0.5),
    latency_us_p50: quantile(latency, 0.5) / 1000,
    latency_us_p95: quantile(latency, 0.95) / 1000
  };
}

if (!isMainThread) await (workerData.role === "sleep" ? sleepAgainAndAgain() : noise());
else {
  await bundle();
  console.table([await measure("atomics"), await measure("futex")]);
}
