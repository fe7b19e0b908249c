/// The machines of the slides as profiles: a few parameters are fitted, the rest is documented, or the default that nobody
/// measured.
import {type ByIdleTime, COSTS, type CostName} from "../../runtime/machines/simulated/costs.ts";
import {defaultProfile} from "../../runtime/machines/simulated/default-profile.ts";
import type {Cost, Profile} from "../../runtime/machines/simulated/profile.ts";

/// The slides' machines, whose costs are the default's but for what is fitted.
export const SLIDES_MACHINES = ["macbook-2009", "mac-pro-2010"] as const;
export type SlidesMachine = (typeof SLIDES_MACHINES)[number];

/// All, with those of `others.ts`.
export const MACHINES = [
  ...SLIDES_MACHINES,
  "macbook-pro-2021",
  "ubuntu-2021",
  "linux-2021",
  "laptop-2013",
  "core-2-duo-2010",
  "ec2-xl-2011",
  "ryzen-2025",
  "windows",
  "unnamed"
] as const;
export type MachineName = (typeof MACHINES)[number];

/// All that is fitted of the slides' machines.
export interface Parameters {
  /// What the MacBook's bytecodes cost, in thousandths of the default.
  bytecode: number;
  /// What a call of the MacBook's kernel costs that signals a condition, in nanoseconds.
  call_ns: number;
  /// Use that makes a thread's priority worse by one level, in nanoseconds: xnu takes one of four by the system's load.
  step_ns: number;
  /// What anything costs on the Mac Pro, in thousandths of what it costs on the MacBook.
  speed: number;
}

/// The figures that each parameter is fitted to.
export const FITTED: Record<keyof Parameters, string> = {
  bytecode: "beazley-2009-01",
  call_ns: "beazley-2009-02",
  step_ns: "beazley-2009-03",
  speed: "beazley-2010-01"
};

export const SCHEDULER = "decay";
export const CORES: Record<SlidesMachine, number> = {"macbook-2009": 2, "mac-pro-2010": 4};

const TITLES: Record<SlidesMachine, string> = {
  "macbook-2009": "MacBook with 2 cores, 2009 (fitted)",
  "mac-pro-2010": "Mac Pro with 4 cores, 2010 (fitted)"
};

/// Settings of the system, which are as fast on any machine.
export const SETTINGS = /^(tick|hot|eevdf|fair|decay|round)/;
const documented = (value: number, where: string): Cost => ({value, provenance: "documented", where});

/// Of xnu 1228 to 1456, as its sources say.
export const SCHEDULING: Partial<Record<CostName, Cost>> = {
  decay_slice_ns: documented(10_000_000, "xnu, osfmk/kern/sched_prim.c: DEFAULT_PREEMPTION_RATE"),
  decay_half_ns: documented(184_000_000, "xnu, osfmk/kern/priority.c: 5/8 of it is left after each 125 ms")
};

/// Whatever the shape of a cost.
export function multiplied({value}: Cost, by: (value: number) => number): Cost["value"] {
  if (typeof value === "number") return by(value);
  return (value as readonly (number | ByIdleTime[number])[]).map((item) =>
    typeof item === "number" ? by(item) : ([item[0], item[1].map(by)] as const)
  ) as Cost["value"];
}

function macbook({bytecode, call_ns, step_ns}: Parameters): Profile["costs"] {
  const base = defaultProfile.costs;
  const toCall = `a call of the kernel, fitted to ${FITTED.call_ns}`;
  const fitted = (name: CostName): Cost | undefined => {
    if (COSTS[name].shape === "number" && name.startsWith("bytecode_"))
      return {
        value: multiplied(base[name], (value) => thousandths(value, bytecode)),
        provenance: "fitted",
        where: `the default's, times ${bytecode / 1000}: ${FITTED.bytecode}`
      };
    if (name === "futex_wake_none_ns") return {value: call_ns, provenance: "fitted", where: toCall};
    const more = (by: number) => multiplied(base[name], (value) => value + by);
    if (name === "futex_wake_ns") {
      const woken = call_ns - (base.futex_wake_none_ns.value as number);
      return {value: more(woken), provenance: "fitted", where: `${toCall}, and what waking adds by default`};
    }
    if (name === "decay_step_ns")
      return {
        value: step_ns,
        provenance: "fitted",
        where: `xnu, osfmk/kern/sched_prim.c, sched_timebase_init and load_shift_init; which of them: ${FITTED.step_ns}`
      };
    if (name === "wake_idle_ns")
      return {value: more(call_ns), provenance: "default", where: `the default's, after ${toCall}`};
    return undefined;
  };
  return withCosts(base, (name) => fitted(name) ?? SCHEDULING[name] ?? base[name]);
}

function macPro(parameters: Parameters): Profile["costs"] {
  const {speed} = parameters;
  const costs = macbook(parameters);
  return withCosts(costs, (name) => {
    if (SETTINGS.test(name)) return costs[name];
    return {
      value: multiplied(costs[name], (value) => thousandths(value, speed)),
      provenance: "fitted",
      where: `the MacBook's, times ${speed / 1000}: ${FITTED.speed}`
    };
  });
}

export function withCosts(costs: Profile["costs"], change: (name: CostName) => Cost): Profile["costs"] {
  const names = Object.keys(costs) as CostName[];
  return Object.fromEntries(names.map((name) => [name, change(name)])) as Profile["costs"];
}

export const thousandths = (value: number, by: number): number => Math.round((value * by) / 1000);

/// The profile of a machine with these parameters.
export function profileOf(machine: SlidesMachine, parameters: Parameters): Profile {
  return {
    format: defaultProfile.format,
    name: TITLES[machine],
    cores: CORES[machine],
    scheduler: SCHEDULER,
    // SYNC_POLICY_FIFO, and a count of waiters: OSF Mach, libpthreads/pthread_cond.c
    order: "first",
    conditions: "counted",
    costs: machine === "macbook-2009" ? macbook(parameters) : macPro(parameters)
  };
}
