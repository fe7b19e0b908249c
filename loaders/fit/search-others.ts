/// The search for the parameters of machines whose interpreter has a calibrated profile: one after the other, each against the
/// one figure that it is fitted to.
import type {PublishedFigure} from "../schema.ts";
import type {Simulate} from "../simulated.ts";
import {median} from "../statistics.ts";
import type {TriedRow} from "./dataset.ts";
import {FIGURES} from "./figures/index.ts";
import {OTHER_FITTED, type OtherParameters, otherProfile} from "./others.ts";
import {publishedValue, seedRows} from "./predict.ts";

/// What waking a thread costs on the MacBook Pro, in thousandths of here, that is tried.
export const WAKING: readonly number[] = [1000, 500, 350, 250, 175, 125];
/// What system calls for waiting and waking cost there.
export const CALLS: readonly number[] = [1000, 2000, 3000, 4000, 6000];
/// How late its time-outs come: a system that groups its timers makes it tens of microseconds.
export const OVERSHOOT_NS: readonly number[] = [2000, 5000, 10_000, 20_000, 40_000];

export interface OthersOptions {
  simulate: Simulate;
  published: readonly PublishedFigure[];
  seeds?: readonly number[];
  say?(text: string): void;
}

/// The parameters by which the machines give the figures of OTHER_FITTED, and all that was tried.
export function searchOthers(options: OthersOptions): {parameters: OtherParameters; tried: TriedRow[]} {
  const {simulate, published, seeds = [1], say} = options;
  const parameters: OtherParameters = {
    pro_bytecode: 1000,
    pro_sockets: 1000,
    pro_waking: WAKING[0],
    pro_calls: CALLS[0],
    pro_overshoot_ns: OVERSHOOT_NS[3],
    ubuntu_speed: 1000
  };
  const tried: TriedRow[] = [];
  const wanted = (name: keyof OtherParameters) => publishedValue(published, OTHER_FITTED[name]);
  const simulatedWith = (name: keyof OtherParameters): number => {
    const figures = FIGURES.filter(({id}) => id === OTHER_FITTED[name]);
    const {machine} = figures[0];
    const profiles = {[machine]: otherProfile(machine as "ubuntu-2021", parameters)};
    return median(seedRows({simulate, profiles, published, figures, seeds}).map((row) => row.simulated));
  };
  const attempt = (name: keyof OtherParameters, value: number): number => {
    parameters[name] = value;
    const simulated = simulatedWith(name);
    const error = Math.log(simulated / wanted(name)) ** 2;
    tried.push({
      parameter: name,
      value,
      simulated_p50: simulated,
      log_error_squared: Number(error.toPrecision(4))
    });
    say?.(`${name} ${value}: ${simulated} for ${OTHER_FITTED[name]}`);
    return error;
  };
  /// Time is proportional to what it consists of, a rate to the inverse.
  const inProportion = (name: keyof OtherParameters, isRate: boolean, times = 3) => {
    for (let i = 0; i < times; i++) {
      attempt(name, parameters[name]);
      const quotient = wanted(name) / tried[tried.length - 1].simulated_p50;
      parameters[name] = Math.max(10, Math.round(parameters[name] * (isRate ? 1 / quotient : quotient)));
    }
    keepBest(name, tried.slice(-times));
  };
  const keepBest = (name: keyof OtherParameters, rows: readonly TriedRow[]) => {
    const own = rows.filter(({parameter}) => parameter === name);
    parameters[name] = own.reduce((a, b) => (b.log_error_squared < a.log_error_squared ? b : a)).value;
  };
  inProportion("pro_bytecode", false);
  // A socket's price depends on what waking costs, as both make up a request's time.
  const settings = WAKING.map((waking) => {
    parameters.pro_waking = waking;
    inProportion("pro_sockets", true, 4);
    const error = attempt("pro_waking", waking);
    return {error, waking, sockets: parameters.pro_sockets};
  });
  const best = settings.reduce((a, b) => (b.error < a.error ? b : a));
  parameters.pro_waking = best.waking;
  parameters.pro_sockets = best.sockets;
  // Both decide on short intervals: the pair with the least error in both figures together.
  const pairs = CALLS.flatMap((calls) =>
    OVERSHOOT_NS.map((overshoot) => {
      parameters.pro_overshoot_ns = overshoot;
      const error = attempt("pro_calls", calls) + attempt("pro_overshoot_ns", overshoot);
      return {error, calls, overshoot};
    })
  );
  const pair = pairs.reduce((a, b) => (b.error < a.error ? b : a));
  parameters.pro_calls = pair.calls;
  parameters.pro_overshoot_ns = pair.overshoot;
  inProportion("ubuntu_speed", true, 4);
  return {parameters, tried};
}
