/// Prices of opcode classes from the times of small loops. How often a loop executes each class is counted by the simulated
/// machine: the same program runs there with one class at a known price and all else free.

import type {CostName} from "../../runtime/machines/simulated/costs.ts";
import type {Profile} from "../../runtime/machines/simulated/profile.ts";
import type {Simulate} from "../simulated.ts";

/// What programs/calibrate.py prints: nanoseconds of an iteration of each loop, and of each kind of call.
export interface Times {
  loops: Record<string, number>;
  calls: Record<"clock" | "pipe" | "process" | "send" | "receive" | "connect" | "start", number>;
}

/// How the program runs on the simulated machine.
export interface Rehearsal {
  simulate: Simulate;
  source: string;
  design: string;
  /// The heap before any program, for that design.
  heap: Uint8Array;
}

const PRICE_PS = 1_000_000;
const ITERATIONS = 200;

/// What the program prints on the simulated machine with these costs. Throws when it fails there.
export function rehearse(
  {simulate, source, design, heap}: Rehearsal,
  profile: Profile,
  iterations = ITERATIONS
): Times {
  const output: Uint8Array[] = [];
  const {status, failure} = simulate({
    source,
    filename: "calibrate.py",
    argv: ["calibrate.py", `${iterations}`, "1"],
    design,
    cores: 2,
    profile,
    heap,
    write: (_fd, bytes) => output.push(bytes.slice())
  });
  const text = Buffer.concat(output).toString();
  if (status !== 0 || failure !== null)
    throw new Error(`the calibration program fails on the simulated machine: ${failure ?? text}`);
  return JSON.parse(text);
}

/// The profile with other values of some costs.
export function priced(profile: Profile, values: Partial<Record<CostName, number>>): Profile {
  const costs = {...profile.costs};
  for (const [name, value] of Object.entries(values) as [CostName, number][])
    costs[name] = {...costs[name], value};
  return {...profile, costs};
}

/// Executions of each class in one iteration of each loop, by loop.
export function countClasses(
  rehearsal: Rehearsal,
  free: Profile,
  classes: readonly CostName[]
): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const [index, name] of classes.entries()) {
    const {loops} = rehearse(rehearsal, priced(free, {[name]: PRICE_PS}));
    for (const [loop, ns] of Object.entries(loops)) {
      const row = counts.get(loop) ?? classes.map(() => 0);
      row[index] = Math.round((ns * 1000) / PRICE_PS);
      counts.set(loop, row);
    }
  }
  return counts;
}

/// How strongly a class that the loops tell apart badly is held to its usual price.
const PULL = 0.02;
/// The loop of the contention experiment counts most.
const WEIGHTS: Record<string, number> = {count: 10};
const SWEEPS = 2000;

/// Prices of the classes, 0 or more, that explain the times with the least sum of squared relative errors; `usual` are
/// prices whose ratios are held to where the times do not decide. Cyclic coordinate descent.
export function fitPrices(
  counts: ReadonlyMap<string, number[]>,
  times: Readonly<Record<string, number>>,
  usual: readonly number[]
): number[] {
  const rows = [...counts].map(([loop, row]) => {
    const weight = Math.sqrt(WEIGHTS[loop] ?? 1) / times[loop];
    return {row: row.map((count) => count * weight), aim: Math.sqrt(WEIGHTS[loop] ?? 1)};
  });
  const ratios = rows.map(({row, aim}) => aim / row.reduce((sum, count, i) => sum + count * usual[i], 0));
  const scale = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  const held = usual.map((price) => price * scale);
  const prices = [...held];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 0; i < prices.length; i++) {
      const pull = PULL / held[i] ** 2;
      let above = pull * held[i];
      let below = pull;
      for (const {row, aim} of rows) {
        const others = row.reduce((sum, count, j) => (j === i ? sum : sum + count * prices[j]), 0);
        above += row[i] * (aim - others);
        below += row[i] ** 2;
      }
      prices[i] = Math.max(0, above / below);
    }
  }
  return prices;
}

/// The largest relative error of the prices over all loops.
export function largestError(
  counts: ReadonlyMap<string, number[]>,
  times: Readonly<Record<string, number>>,
  prices: readonly number[]
): number {
  const errors = [...counts].map(([loop, row]) => {
    const told = row.reduce((sum, count, i) => sum + count * prices[i], 0);
    return Math.abs(told - times[loop]) / times[loop];
  });
  return Math.max(...errors);
}
