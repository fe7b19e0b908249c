/// `convoy calibrate`: what things cost on this computer with one interpreter, as a profile for the simulated machine.
import {readFileSync} from "node:fs";
import {platform, release} from "node:os";
import {COSTS, type CostName, type Costs} from "../../runtime/machines/simulated/costs.ts";
import {defaultProfile} from "../../runtime/machines/simulated/default-profile.ts";
import {type Cost, costsOf, type Profile} from "../../runtime/machines/simulated/profile.ts";
import {coreSettings, programPath} from "../experiment.ts";
import {experiments} from "../experiments.ts";
import type {Interpreter} from "../interpreters.ts";
import {Program} from "../runner.ts";
import {DESIGNS, type Design} from "../schema.ts";
import {heapFor, theSimulator} from "../simulated.ts";
import {CORES, cpuModel, load1m, stealMs} from "../system.ts";
import {
  countClasses,
  fitPrices,
  largestError,
  priced,
  type Rehearsal,
  rehearse,
  type Times
} from "./bytecode.ts";
import {measureMachine, quantiles, roundTrip} from "./machine.ts";

const PROGRAM = "calibrate.py";
const CLASSES = (Object.keys(COSTS) as CostName[]).filter((name) => name.startsWith("bytecode_"));

export interface CalibrateOptions {
  interpreter: Interpreter;
  /// About how long to measure, in seconds. Default 10.
  seconds?: number;
  /// Is told what is measured next.
  say?(text: string): void;
}

/// Measures this computer's costs and those of an interpreter on it. Rejects when the interpreter cannot run the program.
export async function calibrate(options: CalibrateOptions): Promise<Profile> {
  const {interpreter, seconds = 10, say = () => {}} = options;
  const where = provenance(interpreter);
  say("threads");
  const machine = await measureMachine(seconds / 3);
  say("bytecodes and calls");
  const times = await measureProgram(interpreter, seconds / 3);
  say("signals");
  const signals = await measureSignals(interpreter);
  const measured: Partial<Record<CostName, Cost>> = {};
  const note = (name: CostName, value: Cost["value"], how = "") => {
    measured[name] = {value, provenance: "measured", where: how === "" ? where : `${where}; ${how}`};
  };
  for (const [name, value] of Object.entries(machine)) note(name as CostName, value);
  if (signals !== null) note("signal_ns", signals);
  say("datagrams");
  const round_ns = await roundTrip(Math.round(seconds * 50));
  say("prices");
  const rehearsal = await prepare(interpreter);
  const {prices, error} = priceBytecodes(rehearsal, times);
  const fitted = `fitted to ${Object.keys(times.loops).length} loops, largest error ${Math.round(error * 100)} %`;
  for (const [name, value] of Object.entries(prices)) note(name as CostName, value, fitted);
  const soFar = {...defaultProfile, costs: {...defaultProfile.costs, ...measured}};
  const calls = priceCalls(rehearsal, soFar, times);
  for (const [name, value] of Object.entries(calls)) note(name as CostName, value);
  note("client_ns", clientCost(round_ns, calls, costsOf(soFar)));
  Object.assign(measured, eevdfSlice(), awayTime());
  return {
    ...defaultProfile,
    name: `${interpreter.name} on ${cpuModel()}, ${CORES} cores`,
    cores: CORES,
    scheduler: schedulerOf(platform(), release()),
    costs: {...defaultProfile.costs, ...measured}
  };
}

/// A profile as the text of a file: JSON, each distribution on a line.
export function profileText(profile: Profile): string {
  const text = JSON.stringify(profile, null, 1);
  return `${text.replace(/\[[\d,\s]+\]/g, (numbers) => numbers.replace(/\s+/g, " "))}\n`;
}

function provenance({name}: Interpreter): string {
  const day = new Date().toISOString().slice(0, 10);
  return `${name} on ${cpuModel()}, ${CORES} cores, load ${load1m().toFixed(2)}, ${day}`;
}

/// Iterations of a loop that take about 2 ms each in CPython.
const ITERATIONS = 20_000;

async function measureProgram(interpreter: Interpreter, seconds: number): Promise<Times> {
  const rounds = Math.max(3, Math.round(seconds * 15));
  const limitMs = 60_000 + seconds * 20_000;
  const command = [...interpreter.command(CORES, 1), programPath(PROGRAM), `${ITERATIONS}`, `${rounds}`];
  const program = new Program(command, {limitMs});
  try {
    const times = await program.record<Times>(limitMs);
    await program.finish();
    return times;
  } finally {
    program.kill();
  }
}

/// Nanoseconds from a signal to its handler on a busy main thread that no other thread disturbs; null where that fails.
async function measureSignals(interpreter: Interpreter): Promise<number[] | null> {
  const experiment = experiments["signal-latency"];
  const cell = experiment
    .cells("quick", [interpreter])
    .find(({parameters}) => (parameters as {main: string}).main === "busy");
  if (cell === undefined) return null;
  const late: number[] = [];
  for (let repetition = 1; repetition <= 5; repetition++) {
    const arms = [0, 0, 0, 0];
    const {latencies} = await experiment.measure(
      {...cell, arms, cores: coreSettings()[0]},
      {repetition, seed: repetition, arms, setting: "quick", calibration: 0, reference: null}
    );
    // In the first arm the handler's code is cold.
    const warm = latencies.slice(latencies.length / arms.length);
    for (const {latency_us} of warm) if (latency_us !== null) late.push((latency_us as number) * 1000);
  }
  return late.length === 0 ? null : quantiles(late).map((ns) => Math.max(1, Math.round(ns)));
}

/// The same program on the simulated machine, under the design that the interpreter's lock is.
async function prepare(interpreter: Interpreter): Promise<Rehearsal> {
  const design = DESIGNS.includes(interpreter.design as Design) ? interpreter.design : "timeout";
  const source = readFileSync(programPath(PROGRAM), "utf8");
  return {simulate: await theSimulator(), source, design, heap: heapFor(design)};
}

function priceBytecodes(rehearsal: Rehearsal, times: Times) {
  const nothing = Object.fromEntries(CLASSES.map((name) => [name, 0]));
  const free = priced(defaultProfile, {...nothing, clock_ns: 0, atomic_ns: 0});
  const counts = countClasses(rehearsal, free, CLASSES);
  const usual = CLASSES.map((name) => (defaultProfile.costs[name].value as number) / 1000);
  const ns = fitPrices(counts, times.loops, usual);
  const prices = Object.fromEntries(CLASSES.map((name, i) => [name, Math.round(ns[i] * 1000)]));
  return {prices, error: largestError(counts, times.loops, ns)};
}

/// What the client does in a round on one core beyond what it and the echoing thread both do: send, wake, receive, sleep, and
/// give the core to the other.
function clientCost(round_ns: number, calls: ReturnType<typeof priceCalls>, costs: Costs): number {
  const {futex_wake_ns, futex_wait_ns, context_switch_ns} = costs;
  const both =
    calls.socket_send_ns + calls.socket_receive_ns + futex_wake_ns + futex_wait_ns + context_switch_ns;
  return Math.max(1, Math.round(round_ns - 2 * both));
}

/// The scheduler by which a system shares its cores: Linux has EEVDF since 6.6.
export function schedulerOf(platform: string, release: string): string {
  if (platform !== "linux") return "decay";
  const [major, minor] = release.split(".").map(Number);
  return major > 6 || (major === 6 && minor >= 6) ? "eevdf" : "fair";
}

/// sysctl_sched_base_slice: 0.7 ms, times 1 + log2 of the cores, of which 8 count at most.
function eevdfSlice(): Partial<Record<CostName, Cost>> {
  const factor = 1 + Math.floor(Math.log2(Math.min(CORES, 8)));
  const where = `Linux 6.18, kernel/sched/fair.c, sysctl_sched_base_slice, ${CORES} cores`;
  return {eevdf_slice_ns: {value: 700_000 * factor, provenance: "documented", where}};
}

/// Where the kernel is told of stolen time it is also told of cores that the host has taken away, which happens soon after they
/// have nothing to do: the time is where wake-ups become slow.
function awayTime(): Partial<Record<CostName, Cost>> {
  if ((stealMs() ?? 0) === 0) return {};
  const where = "Linux, arch/x86/kernel/kvm.c, __kvm_vcpu_is_preempted; wake_idle_ns is flat from 10 us on";
  return {away_ns: {value: 10_000, provenance: "documented", where}};
}

/// What the calls take beyond the bytecodes and lock operations around them.
function priceCalls(rehearsal: Rehearsal, profile: Profile, {calls}: Times) {
  const zero = {
    clock_ns: 0,
    pipe_ns: 0,
    socket_send_ns: 0,
    socket_receive_ns: 0,
    socket_connect_ns: 0,
    thread_start_ns: 0
  };
  const around = rehearse(rehearsal, priced(profile, zero), 4000).calls;
  const beyond = (name: keyof Times["calls"], times = 1) =>
    Math.max(1, Math.round((calls[name] - around[name]) / times));
  return {
    clock_ns: beyond("clock"),
    pipe_ns: beyond("pipe", 2),
    socket_send_ns: beyond("send"),
    socket_receive_ns: beyond("receive"),
    socket_connect_ns: beyond("connect", 2),
    thread_start_ns: beyond("start")
  };
}
