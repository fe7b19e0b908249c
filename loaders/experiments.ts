import {contention} from "./contention.ts";
import type {ExperimentDefinition} from "./experiment.ts";
import {ioPriority} from "./io-priority.ts";
import {EXPERIMENTS, type Experiment} from "./schema.ts";
import {signalLatency} from "./signal-latency.ts";

/// Every experiment by its name.
export const experiments = {
  contention,
  "io-priority": ioPriority,
  "signal-latency": signalLatency
} as unknown as Record<Experiment, ExperimentDefinition>;

/// The experiments of these names; all for none. Throws for a name that there is not.
export function experimentsNamed(names: readonly string[]): ExperimentDefinition[] {
  const unknown = names.find((name) => !(EXPERIMENTS as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new Error(`unknown experiment: ${unknown}; there are ${EXPERIMENTS.join(", ")}`);
  return (names.length > 0 ? (names as Experiment[]) : EXPERIMENTS).map((name) => experiments[name]);
}
