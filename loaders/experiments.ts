import {contention} from "./contention.ts";
import type {AnyExperiment, ExperimentDefinition} from "./experiment.ts";
import {ioPriority} from "./io-priority.ts";
import {DATASETS, type DatasetName, EXPERIMENTS, type Experiment, type WorkloadDataset} from "./schema.ts";
import {signalLatency} from "./signal-latency.ts";
import {workloadsHere, workloadsSimulated} from "./workloads/index.ts";

/// Every experiment by the name of its dataset.
export const experiments = {
  contention,
  "io-priority": ioPriority,
  "signal-latency": signalLatency,
  workloads: workloadsHere,
  "workloads-simulated": workloadsSimulated
} as unknown as Record<Experiment, ExperimentDefinition> & Record<WorkloadDataset, AnyExperiment>;

/// The experiments of these names; the base experiments for none. Throws for a name that is not among `known`.
export function experimentsNamed<N extends DatasetName = DatasetName>(
  names: readonly string[],
  known: readonly N[] = DATASETS as readonly DatasetName[] as readonly N[]
): ExperimentDefinition<unknown, N>[] {
  const unknown = names.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`unknown experiment: ${unknown}; there are ${known.join(", ")}`);
  const chosen = names.length > 0 ? names : EXPERIMENTS;
  return (chosen as readonly N[]).map(
    (name) => experiments[name] as unknown as ExperimentDefinition<unknown, N>
  );
}
