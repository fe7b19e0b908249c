/// Predictions of the simulated machine beside what real interpreters did: pairs of summary rows, and how far apart they are.
import {validity} from "./datasets.ts";
import {SIDES} from "./folders.ts";
import {type Dataset, EXPERIMENTS, type Experiment, type SummaryRow} from "./schema.ts";
import {median, quantile} from "./statistics.ts";

/// What is compared: ratios, and delays of signals. None of them was used to calibrate.
const METRICS: Record<Experiment, readonly string[]> = {
  contention: ["slowdown_ratio"],
  "io-priority": ["slowdown_ratio"],
  "signal-latency": ["latency_us_p50"]
};

/// One figure of one interpreter, measured and predicted.
export interface Comparison {
  experiment: Experiment;
  interpreter: string;
  /// The setting, as in "fixed work, 2 threads, 2 cores".
  arm: string;
  unit: string;
  measured: SummaryRow;
  predicted: SummaryRow;
  /// The larger over the smaller, at least 1.
  factor: number;
  /// Whether the prediction lies in the interval of what was measured.
  inside: boolean;
  /// Of ratios whose interval excludes 1: whether both are on the same side of it. null where that is not asked.
  sameDirection: boolean | null;
}

/// What has to be the same in the two: the interpreter that was predicted, or the design that Convoy's own threads ran.
const SUBJECT = {simulated: "interpreter", host: "design"} as const;

/// All that was both measured and predicted, from datasets of either side in any order: the rows say which machine they are
/// of. Settings where half of the signals or more never arrived have no figure. With `beside` host, what stands in for the
/// prediction is what Convoy did on real threads under the same lock: no prediction, but a measurement of another
/// implementation.
export function comparisons(
  datasets: readonly Dataset[],
  beside: keyof typeof SUBJECT = "simulated"
): Comparison[] {
  const subject = SUBJECT[beside];
  return EXPERIMENTS.flatMap((name) => {
    const summary = datasets.filter((one) => one.name === name).flatMap((one) => one.summary);
    const shown = summary.filter(({metric}) => METRICS[name].includes(metric));
    const natives = shown.filter(({machine}) => machine === "native");
    return natives.flatMap((measured) => {
      const predicted = shown.find(
        (row) => row.machine === beside && row[subject] === measured[subject] && sameSetting(row, measured)
      );
      return predicted === undefined ? [] : compare(name, measured, predicted);
    });
  });
}

const SETTING = [
  "metric",
  "cores",
  "work",
  "threads",
  "main",
  "spinners",
  "interval_ms",
  "check_interval_ticks"
] as const;

const sameSetting = (a: SummaryRow, b: SummaryRow): boolean => SETTING.every((name) => a[name] === b[name]);

function compare(experiment: Experiment, measured: SummaryRow, predicted: SummaryRow): Comparison[] {
  const {estimate, low, high, metric} = measured;
  const told = predicted.estimate;
  // A signal to a busy thread that is alone was measured for the profile.
  if (measured.main === "busy" && measured.spinners === 0) return [];
  // The single count is what the ratios are to.
  if (estimate === null || told === null || measured.threads === 1) return [];
  const decided = metric.endsWith("_ratio") && low !== null && high !== null && (low > 1 || high < 1);
  return [
    {
      experiment,
      interpreter: measured.interpreter,
      arm: armOf(measured),
      unit: measured.unit,
      measured,
      predicted,
      factor: Math.max(told / estimate, estimate / told),
      inside: low !== null && high !== null && told >= low && told <= high,
      sameDirection: decided ? told > 1 === estimate > 1 : null
    }
  ];
}

function armOf({work, threads, cores, main, spinners, interval_ms}: SummaryRow): string {
  const parts = [
    work === null ? null : `${work} work`,
    threads === null ? null : `${threads} threads`,
    main === null ? null : `main thread ${main}`,
    spinners === null ? null : `${spinners} spinning`,
    interval_ms === null || interval_ms === 5 ? null : `interval ${interval_ms} ms`,
    cores === 1 ? "1 core" : `${cores} cores`
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/// The errors of many comparisons as a distribution.
export interface Errors {
  compared: number;
  factor_p50: number;
  factor_p90: number;
  factor_max: number;
  /// Comparisons with a factor of at most 1.5.
  within: number;
  inside: number;
  /// Of those with a direction: how many agree.
  directions: number;
  sameDirection: number;
}

/// null for none.
export function errorsOf(found: readonly Comparison[]): Errors | null {
  if (found.length === 0) return null;
  const factors = found.map(({factor}) => factor);
  const directed = found.filter(({sameDirection}) => sameDirection !== null);
  return {
    compared: found.length,
    factor_p50: median(factors),
    factor_p90: quantile(factors, 0.9),
    factor_max: Math.max(...factors),
    within: factors.filter((factor) => factor <= 1.5).length,
    inside: found.filter(({inside}) => inside).length,
    directions: directed.length,
    sameDirection: directed.filter(({sameDirection}) => sameDirection).length
  };
}

/// The datasets of data/validity: of each experiment first what was measured (data/validity/native), then what was predicted
/// (data/validity/simulated), each where it exists. `run.machines` says which side one is of.
export const validityDatasets = (): Dataset[] =>
  EXPERIMENTS.flatMap((name) => SIDES.map((side) => validity(name, side))).filter((one) => one !== null);
