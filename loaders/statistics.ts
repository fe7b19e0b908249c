import {mean, medianSorted, quantileSorted, sampleWithReplacement} from "simple-statistics";
import {fraction, random} from "./random.ts";

export interface Interval {
  estimate: number;
  low: number;
  high: number;
  /// Confidence level: the one asked for, or less when so few repetitions cannot give it.
  level: number;
  repetitions: number;
}

export interface BootstrapOptions {
  seed: number;
  /// Default 2000.
  resamples?: number;
  /// Default 0.95.
  level?: number;
}

export const RESAMPLES = 2000;
export const LEVEL = 0.95;

export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
export const median = (values: readonly number[]): number => medianSorted(ascending(values));
export const quantile = (values: readonly number[], p: number): number =>
  quantileSorted(ascending(values), p);
export {mean};

/// An estimate over repetitions with its percentile interval (Efron 1979): `statistic` of the repetitions, and of as many
/// drawn from them with replacement, `resamples` times. A repetition may be anything, a number or a whole distribution.
///
/// n values cannot cover their median with more than 1 - 2^(1 - n), not even from the smallest to the largest; where that
/// is less than `level`, it is the level that is returned. Infinite statistics sort to the ends.
/// Throws for no repetitions.
export function bootstrap<T>(
  repetitions: readonly T[],
  statistic: (sample: readonly T[]) => number,
  {seed, resamples = RESAMPLES, level = LEVEL}: BootstrapOptions
): Interval {
  if (repetitions.length === 0) throw new Error("missing repetitions: nothing to draw from");
  const estimate = statistic(repetitions);
  const next = fraction(random(seed));
  const draws: number[] = [];
  for (let i = 0; i < resamples; i++) {
    draws.push(statistic(sampleWithReplacement(repetitions as T[], repetitions.length, next)));
  }
  const sorted = ascending(draws);
  const attainable = Math.min(level, 1 - 2 ** (1 - repetitions.length));
  return {
    estimate,
    low: sorted[Math.floor(((1 - level) / 2) * resamples)],
    high: sorted[Math.ceil(((1 + level) / 2) * resamples) - 1],
    level: attainable,
    repetitions: repetitions.length
  };
}

/// The ratio of two medians, numerator and denominator drawn apart: two arms that were not measured in one process.
export function ratioOfMedians(
  numerators: readonly number[],
  denominators: readonly number[],
  options: BootstrapOptions
): Interval {
  const upper = bootstrapDraws(numerators, options.seed, options.resamples ?? RESAMPLES);
  const lower = bootstrapDraws(denominators, options.seed + 1, options.resamples ?? RESAMPLES);
  const ratios = ascending(upper.map((value, i) => value / lower[i]));
  const level = options.level ?? LEVEL;
  const repetitions = Math.min(numerators.length, denominators.length);
  return {
    estimate: median(numerators) / median(denominators),
    low: ratios[Math.floor(((1 - level) / 2) * ratios.length)],
    high: ratios[Math.ceil(((1 + level) / 2) * ratios.length) - 1],
    level: Math.min(level, 1 - 2 ** (1 - repetitions)),
    repetitions
  };
}

function bootstrapDraws(values: readonly number[], seed: number, resamples: number): number[] {
  if (values.length === 0) throw new Error("missing repetitions: nothing to draw from");
  const next = fraction(random(seed));
  return Array.from({length: resamples}, () =>
    median(sampleWithReplacement(values as number[], values.length, next))
  );
}

/// A value and how often it was seen. Infinity stands for "longer than was waited for".
export interface Weighted {
  value: number;
  weight: number;
}

/// The smallest value that at least the share `p` of the weight does not exceed. NaN for no weight.
export function weightedQuantile(values: readonly Weighted[], p: number): number {
  const sorted = values.filter((v) => v.weight > 0).sort((a, b) => a.value - b.value);
  let rest = p * sorted.reduce((sum, v) => sum + v.weight, 0);
  for (const v of sorted) {
    rest -= v.weight;
    if (rest <= 1e-9) return v.value;
  }
  return Number.NaN;
}

/// The quantile of all values of all processes together, with its bootstrap interval over processes.
export function pooledQuantile(
  processes: readonly Weighted[][],
  p: number,
  options: BootstrapOptions
): Interval {
  // Every process as weights of the same ascending values, so that a draw is a sum of rows and not another sorting.
  const values = ascending([...new Set(processes.flat().map(({value}) => value))]);
  const place = new Map(values.map((value, i) => [value, i]));
  const weights = processes.map((process) => {
    const row = new Float64Array(values.length);
    for (const {value, weight} of process) row[place.get(value)!] += weight;
    return row;
  });
  return bootstrap(weights, (sample) => quantileOfRows(values, sample, p), options);
}

function quantileOfRows(values: readonly number[], rows: readonly Float64Array[], p: number): number {
  const sum = new Float64Array(values.length);
  for (const row of rows) for (let i = 0; i < sum.length; i++) sum[i] += row[i];
  let rest = p * sum.reduce((a, b) => a + b, 0);
  for (let i = 0; i < sum.length; i++) {
    rest -= sum[i];
    if (sum[i] > 0 && rest <= 1e-9) return values[i];
  }
  return Number.NaN;
}

/// Bins of 2 %: the lower edge of the bin that `us` falls into, in microseconds, at least 1.
export function latencyBin(us: number): number {
  const edge = (n: number) => Number((1.02 ** n).toPrecision(6));
  let n = Math.max(0, Math.floor(Math.log(us) / Math.log(1.02)));
  while (edge(n + 1) <= us) n++;
  while (n > 0 && edge(n) > us) n--;
  return edge(n);
}
