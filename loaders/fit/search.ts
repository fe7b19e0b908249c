/// The search for the parameters: one after the other, each against the one figure that it is fitted to, by the least squared
/// error of the logarithm.
import type {PublishedFigure} from "../schema.ts";
import type {Simulate} from "../simulated.ts";
import {median} from "../statistics.ts";
import type {TriedRow} from "./dataset.ts";
import {FIGURES} from "./figures/index.ts";
import {FITTED, type Parameters, profileOf} from "./machines.ts";
import {publishedValue, seedRows} from "./predict.ts";

/// Calls of the kernel that are tried, from a fast machine's to what alone would cost more than is published.
export const CALLS_NS: readonly number[] = Array.from({length: 11}, (_, i) => 3000 + 250 * i);

/// Steps of priority as xnu has them: 2^23 ns with up to one ready thread a processor, half as much with each doubling.
export const STEPS_NS: readonly number[] = [23, 22, 21, 20].map((shift) => 2 ** shift);

/// The figures near the edge of the search differ between seeds.
const SEARCH_SEEDS: readonly number[] = [1, 2, 3, 4, 5];

export interface SearchOptions {
  simulate: Simulate;
  published: readonly PublishedFigure[];
  seeds?: readonly number[];
  say?(text: string): void;
}

export interface Fit {
  parameters: Parameters;
  tried: TriedRow[];
}

/// Of each parameter the value with the least error, the first of equals; 0 where none was tried.
export function parametersOf(tried: readonly TriedRow[]): Parameters {
  const best = (name: keyof Parameters): number => {
    const rows = tried.filter(({parameter}) => parameter === name);
    if (rows.length === 0) return 0;
    return rows.reduce((a, b) => (b.log_error_squared < a.log_error_squared ? b : a)).value;
  };
  const names = Object.keys(FITTED) as (keyof Parameters)[];
  return Object.fromEntries(names.map((name) => [name, best(name)])) as unknown as Parameters;
}

/// The parameters by which the simulated machines give the figures of FITTED, and all that was tried.
export function search({simulate, published, seeds = SEARCH_SEEDS, say}: SearchOptions): Fit {
  const parameters: Parameters = {bytecode: 1000, call_ns: CALLS_NS[0], step_ns: STEPS_NS[0], speed: 1000};
  const tried: TriedRow[] = [];
  const attempt = (name: keyof Parameters, value: number): TriedRow => {
    parameters[name] = value;
    const figures = FIGURES.filter(({id}) => id === FITTED[name]);
    const profiles = {
      "macbook-2009": profileOf("macbook-2009", parameters),
      "mac-pro-2010": profileOf("mac-pro-2010", parameters)
    };
    const rows = seedRows({simulate, profiles, published, figures, seeds});
    const simulated = median(rows.map((row) => row.simulated));
    const error = Math.log(simulated / publishedValue(published, FITTED[name])) ** 2;
    const row = {
      parameter: name,
      value,
      simulated_p50: simulated,
      log_error_squared: Number(error.toPrecision(4))
    };
    tried.push(row);
    say?.(`${name} ${value}: ${simulated} for ${FITTED[name]}`);
    return row;
  };
  const keepBest = (name: keyof Parameters) => {
    parameters[name] = parametersOf(tried)[name];
  };
  const proportionally = (name: "bytecode" | "speed") => {
    let value = 1000;
    for (let i = 0; i < 3; i++) {
      const {simulated_p50} = attempt(name, value);
      value = Math.round((value * publishedValue(published, FITTED[name])) / simulated_p50);
    }
    keepBest(name);
  };
  proportionally("bytecode");
  for (const value of CALLS_NS) attempt("call_ns", value);
  keepBest("call_ns");
  for (const value of STEPS_NS) attempt("step_ns", value);
  keepBest("step_ns");
  proportionally("speed");
  return {parameters, tried};
}
