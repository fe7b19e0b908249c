/// The figures of the workloads, whichever there are.

import {dataset} from "../../loaders/datasets.ts";
import {WORKLOAD_DATASETS, type WorkloadSummary} from "../../loaders/schema.ts";

/// What pages read of a figure of a workload.
export type WorkloadFigure = Omit<WorkloadSummary, "level" | "repetitions" | "variant"> & {
  variant: string | null;
};

/// All figures of both datasets; empty when neither was measured.
export const workloadFigures = (): WorkloadFigure[] =>
  WORKLOAD_DATASETS.flatMap((name): WorkloadFigure[] => dataset(name)?.summary ?? []);
