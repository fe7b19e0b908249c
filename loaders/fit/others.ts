/// Machines of others with interpreters that there is a calibrated profile of: that profile as it is, or scaled by a few
/// parameters, each fitted to one figure.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {CostName} from "../../runtime/machines/simulated/costs.ts";
import type {Cost, Profile} from "../../runtime/machines/simulated/profile.ts";
import {PROFILES} from "../simulated.ts";
import {
  type MachineName,
  multiplied,
  SCHEDULER,
  SCHEDULING,
  SETTINGS,
  type SlidesMachine,
  thousandths,
  withCosts
} from "./machines.ts";

export type OtherMachine = Exclude<MachineName, SlidesMachine>;

/// Fitted of the MacBook Pro: each in thousandths of CPython 3.9.18's profile, but the time-out. Of the Ubuntu: all costs.
export interface OtherParameters {
  pro_bytecode: number;
  pro_sockets: number;
  pro_waking: number;
  pro_calls: number;
  pro_overshoot_ns: number;
  ubuntu_speed: number;
}

/// The figures that each is fitted to.
export const OTHER_FITTED: Record<keyof OtherParameters, string> = {
  pro_bytecode: "tenthousandmeters-01",
  pro_sockets: "tenthousandmeters-17",
  pro_waking: "tenthousandmeters-18",
  pro_calls: "tenthousandmeters-58",
  pro_overshoot_ns: "tenthousandmeters-30",
  ubuntu_speed: "tenthousandmeters-65"
};

interface Machine {
  title: string;
  /// The profile in data/profiles that its costs are taken from.
  base: string;
  /// As its system counts them: two for a core with hyper-threading.
  cores: number;
}

export const OTHERS: Record<OtherMachine, Machine> = {
  "macbook-pro-2021": {
    title: "MacBook Pro with 2 cores and hyper-threading",
    base: "cpython-3.9.18",
    cores: 4
  },
  "ubuntu-2021": {title: "Ubuntu with 2 cores, all on one of them", base: "cpython-3.9.18", cores: 1},
  "linux-2021": {title: "x86-64 Linux of the ccbench run", base: "cpython-3.11.7", cores: 4},
  "laptop-2013": {title: "a computer of 2013 with 2 cores", base: "cpython-2.7.18", cores: 2},
  "core-2-duo-2010": {title: "Core 2 Duo laptop", base: "cpython-3.9.18", cores: 2},
  "ec2-xl-2011": {title: "EC2 XL instance", base: "cpython-3.9.18", cores: 4},
  "ryzen-2025": {title: "Ryzen 9 5950X", base: "cpython-3.13.0", cores: 16},
  windows: {title: "a computer with Windows", base: "cpython-3.11.7", cores: 4},
  unnamed: {title: "a machine that is not named", base: "cpython-3.9.18", cores: 2}
};

/// Those that have a profile of their own.
export const SCALED = [
  "macbook-pro-2021",
  "ubuntu-2021",
  "windows"
] as const satisfies readonly OtherMachine[];

export const readProfile = (name: string): Profile =>
  JSON.parse(readFileSync(join(PROFILES, `${name}.json`), "utf8")) as Profile;

/// The profile of a machine with these parameters, from its base.
export function otherProfile(
  machine: OtherMachine,
  parameters: OtherParameters,
  base = readProfile(OTHERS[machine].base)
): Profile {
  const {title, cores} = OTHERS[machine];
  const named = {...base, name: `${title} (fitted)`, cores};
  if (machine === "macbook-pro-2021") {
    const costs = withCosts(base.costs, (name) => proCost(name, base.costs[name], parameters));
    return {...named, scheduler: SCHEDULER, costs};
  }
  if (machine === "ubuntu-2021") {
    const costs = withCosts(base.costs, (name) =>
      SETTINGS.test(name) || name === "timeout_overshoot_ns"
        ? base.costs[name]
        : scaled(base.costs[name], "ubuntu_speed", parameters)
    );
    return {...named, costs};
  }
  if (machine === "windows")
    return {...named, name: title, costs: {...base.costs, timeout_overshoot_ns: WINDOWS_TIMER}};
  return base;
}

function scaled(cost: Cost, by: keyof OtherParameters, parameters: OtherParameters): Cost {
  const factor = parameters[by];
  return {
    value: multiplied(cost, (value) => thousandths(value, factor)),
    provenance: "fitted",
    where: `CPython 3.9.18's here, times ${factor / 1000}: ${OTHER_FITTED[by]}`
  };
}

function proCost(name: CostName, cost: Cost, parameters: OtherParameters): Cost {
  if (SCHEDULING[name]) return SCHEDULING[name];
  // No host takes its cores away.
  if (name === "away_ns") return {value: 0, provenance: "documented", where: "no virtual machine"};
  if (name === "timeout_overshoot_ns")
    return {
      value: [parameters.pro_overshoot_ns],
      provenance: "fitted",
      where: OTHER_FITTED.pro_overshoot_ns
    };
  if (SETTINGS.test(name)) return cost;
  if (name.startsWith("bytecode_")) return scaled(cost, "pro_bytecode", parameters);
  if (/^(socket|client|pipe|poll|system)/.test(name)) return scaled(cost, "pro_sockets", parameters);
  if (/^(wake|interrupt)/.test(name)) return scaled(cost, "pro_waking", parameters);
  return scaled(cost, "pro_calls", parameters);
}

/// A wait of 5 ms that begins just after a tick of the timer ends at the next one, 15.625 ms after the last.
const WINDOWS_TIMER: Cost = {
  value: [10_600_000],
  provenance: "documented",
  where: "Windows: the default timer resolution is 15.625 ms (64 ticks a second)"
};
