/// The slides' programs on the simulated machine.
import {readFileSync} from "node:fs";
import type {Profile} from "../../runtime/machines/simulated/profile.ts";
import {programPath} from "../experiment.ts";
import type {Design} from "../schema.ts";
import {heapFor, type Simulate} from "../simulated.ts";
import {SCHEDULER} from "./machines.ts";

/// Iterations of a count that are simulated, in all its threads together. Times and calls are for the published number: what
/// depends on iterations grows with them alike.
export const ITERATIONS = 4_000_000;

/// A count as on the slides, `k` times `iterations`.
export interface CountArm {
  arm: "series" | "threads";
  k: number;
  /// As published, for each of them.
  iterations: number;
  cores: number;
  /// Default `tick-condition`, which those machines had.
  design?: Design;
  /// Default 100.
  checkInterval?: number;
}

/// What a count was, for all of the published iterations.
export interface Counted {
  time_s: number;
  /// Calls of the kernel by which the lock's threads slept and woke each other.
  lock_calls: number;
  checks_per_switch: number;
}

export interface EchoArm {
  design: Design;
  cores: number;
  spinners: number;
}

/// What figures are computed from: one seed on one machine. What was run once is not run again.
export interface Runner {
  count(arm: CountArm): Counted;
  /// Requests in a second.
  echo(arm: EchoArm): number;
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
  const common = {profile, seed, scheduler: SCHEDULER};
  return {
    count: once((arm: CountArm) => counted(simulate, common, arm)),
    echo: once((arm: EchoArm) => echoed(simulate, common, arm))
  };
}

type Common = Pick<Parameters<Simulate>[0], "profile" | "seed" | "scheduler">;

function counted(simulate: Simulate, common: Common, arm: CountArm): Counted {
  const {k, iterations, cores, design = "tick-condition", checkInterval} = arm;
  const simulated = ITERATIONS / k;
  const scale = iterations / simulated;
  const args = [arm.arm, k, simulated, ...(checkInterval === undefined ? [] : [checkInterval])];
  const {metrics, output} = run(simulate, "slides_count.py", args, {...common, cores, design});
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

function echoed(simulate: Simulate, common: Common, {spinners, ...rest}: EchoArm): number {
  const clients = [{kind: "echo", ask_ms: 2000}] as const;
  const args = ["-", "-", spinners];
  const {metrics} = run(simulate, "io_priority.py", args, {...common, ...rest, clients: [...clients]});
  const [{latencies_ns, duration_ns}] = metrics.clients;
  return (latencies_ns.length / duration_ns) * 1e9;
}

function run(
  simulate: Simulate,
  program: string,
  args: (string | number)[],
  options: Partial<Parameters<Simulate>[0]> & {design: Design}
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
