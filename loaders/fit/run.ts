/// The slides' programs on the simulated machine.
import {readFileSync} from "node:fs";
import type {Profile} from "../../runtime/machines/simulated/profile.ts";
import {programPath} from "../experiment.ts";
import {heapFor, type Simulate} from "../simulated.ts";

/// Iterations of a count that are simulated, in all its threads together. Times and calls are for the published number: what
/// depends on iterations grows with them alike.
export const ITERATIONS = 4_000_000;

/// Where threads wait so shortly that they hand the lock over without end.
const SHORT_US = 100;
const iterationsOf = ({interval_us = 5000}: CountArm): number =>
  interval_us <= SHORT_US ? ITERATIONS / 4 : ITERATIONS;

/// A count as on the slides, `k` times `iterations`.
export interface CountArm {
  arm: "series" | "threads";
  k: number;
  /// As published, for each of them.
  iterations: number;
  cores: number;
  /// Default `tick-condition`, which those machines had.
  design?: string;
  /// Default 100.
  checkInterval?: number;
  /// Under `timeout`. Default 5000.
  interval_us?: number;
}

/// What a count was, for all of the published iterations.
export interface Counted {
  time_s: number;
  /// Calls of the kernel by which the lock's threads slept and woke each other.
  lock_calls: number;
  checks_per_switch: number;
}

export interface EchoArm {
  design: string;
  cores: number;
  spinners: number;
  /// udp: io_priority.py. Otherwise what slides_echo.py calls so. Default udp.
  program?: "udp" | "plain" | "sized" | "nonblocking";
  /// Default 5.
  interval_ms?: number;
  /// How long is asked. Default 2000.
  ask_ms?: number;
  /// Default 64.
  request_bytes?: number;
  /// From a reply to the next request. Default 0.
  pause_ms?: number;
}

export interface CallsArm {
  cores: number;
  spinners: number;
  /// Default 5.
  interval_ms?: number;
}

/// What figures are computed from: one seed on one machine. What was run once is not run again.
export interface Runner {
  count(arm: CountArm): Counted;
  echo(arm: EchoArm): Echoed;
  /// Seconds that a call takes longer beside spinning threads than alone which blocks without the lock, under `timeout`.
  call_s(arm: CallsArm): number;
  /// Seconds of hashing that `threads` share, under `timeout`, for no amount in particular.
  hash_s(arm: {threads: number; cores: number}): number;
}

export interface Echoed {
  requests_per_s: number;
  latency_ms_mean: number;
}

export function runner(simulate: Simulate, profile: Profile, seed: number): Runner {
  const known = new Map<string, unknown>();
  const once = <A, R>(run: (arm: A) => R) => {
    return (arm: A): R => {
      const key = JSON.stringify(arm);
      if (!known.has(key)) known.set(key, run(arm));
      return known.get(key) as R;
    };
  };
  const common = {profile, seed};
  return {
    count: once((arm: CountArm) => counted(simulate, common, arm)),
    echo: once((arm: EchoArm) => echoed(simulate, common, arm)),
    call_s: once((arm: CallsArm) => {
      const call_s = (spinners: number) => called(simulate, common, {...arm, spinners});
      return call_s(arm.spinners) - call_s(0);
    }),
    hash_s: once(({threads, cores}: {threads: number; cores: number}) => {
      const options = {...common, cores, design: "timeout"};
      return JSON.parse(run(simulate, "slides_hash.py", [threads, BLOCKS], options).output).wall_s;
    })
  };
}

type Common = Pick<Parameters<Simulate>[0], "profile" | "seed">;

function counted(simulate: Simulate, common: Common, arm: CountArm): Counted {
  const {k, iterations, cores, design = "tick-condition", checkInterval, interval_us} = arm;
  const simulated = Math.round(iterationsOf(arm) / k);
  const scale = iterations / simulated;
  const args = [arm.arm, k, simulated, ...(checkInterval === undefined ? [] : [checkInterval])];
  const {metrics, output} = run(simulate, "slides_count.py", args, {
    ...common,
    cores,
    design,
    ...(interval_us === undefined ? {} : {switchInterval_us: interval_us})
  });
  const threads = metrics.threads.slice(1);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  return {
    time_s: JSON.parse(output).wall_s * scale,
    lock_calls: metrics.lock_calls * scale,
    checks_per_switch:
      sum(threads.map(({acquisitions}) => acquisitions)) /
      sum(threads.map((thread) => thread.voluntary_switches + thread.involuntary_switches))
  };
}

function echoed(simulate: Simulate, common: Common, arm: EchoArm): Echoed {
  const {design, cores, spinners, program = "udp", interval_ms, ask_ms = 2000, ...asking} = arm;
  const interval = interval_ms ?? "-";
  const client = {
    kind: "echo",
    transport: program === "udp" ? "udp" : "tcp",
    prefixed: program === "sized",
    ask_ms,
    timeout_ms: 5000,
    ...asking
  } as const;
  const [file, ...args] =
    program === "udp" ? ["io_priority.py", interval, "-"] : ["slides_echo.py", program, interval];
  const options = {...common, design, cores, clients: [client]};
  const {metrics} = run(simulate, `${file}`, [...args, spinners], options);
  const [{latencies_ns, duration_ns}] = metrics.clients;
  return {
    requests_per_s: (latencies_ns.length / duration_ns) * 1e9,
    latency_ms_mean: latencies_ns.reduce((a, b) => a + b, 0) / latencies_ns.length / 1e6
  };
}

const CALLS = 100;
const BLOCKS = 16;

function called(simulate: Simulate, common: Common, {spinners, interval_ms, cores}: CallsArm): number {
  const args = [CALLS, interval_ms ?? "-", spinners];
  return JSON.parse(run(simulate, "slides_calls.py", args, {...common, cores, design: "timeout"}).output)
    .call_s;
}

function run(
  simulate: Simulate,
  program: string,
  args: (string | number)[],
  options: Partial<Parameters<Simulate>[0]> & {design: string}
) {
  const written: Uint8Array[] = [];
  const {status, failure, metrics} = simulate({
    source: readFileSync(programPath(program), "utf8"),
    filename: program,
    argv: [program, ...args.map(String)],
    heap: heapFor(options.design),
    ...options,
    write: (_fd, bytes) => written.push(bytes.slice())
  });
  const output = Buffer.concat(written).toString();
  if (status !== 0) throw new Error(`${program} fails on the simulated machine: ${failure ?? output}`);
  return {metrics, output};
}
