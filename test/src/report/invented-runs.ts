/// Invented datasets of workloads, for tests of pages. Never published.

import type {Dataset, Run, WorkloadSummary} from "../../../loaders/schema.ts";
import type {WorkloadRuns} from "../../../src/report/workload-rows.ts";

const run = {
  commit: "0123456789",
  dirty: false,
  setting: "quick",
  repetitions: 3,
  cpu: "Invented processor",
  cores: 2,
  platform: "linux-x64",
  kernel: "6",
  load_before: 0.1,
  start: "2026-01-02T03:04:05Z",
  tables: {rows: 1, missing: 0}
} as unknown as Run;

/// A row of a summary; what is not given is that of a design on this computer.
export function invented(change: Partial<WorkloadSummary>): WorkloadSummary {
  const row = {
    machine: "host",
    design: "timeout",
    interpreter: "convoy 0.0.0",
    cores: 2,
    workload: "echo-tcp",
    variant: "stream",
    threads: 1,
    interval_ms: null,
    check_interval_ticks: null,
    metric: "requests_per_s",
    unit: "requests/s",
    estimate: 100,
    low: 90,
    high: 110,
    level: 0.95,
    repetitions: 5,
    ...change
  } as WorkloadSummary;
  return {...row, cell: `${row.machine}/${row.design}/${row.interpreter}/${row.workload}/${row.variant}`};
}

const dataset = <N extends "workloads" | "workloads-simulated">(
  name: N,
  summary: WorkloadSummary[]
): Dataset<N> | null =>
  summary.length === 0
    ? null
    : ({name, run, summary, status: "fresh", origin: "recorded", folder: ""} as unknown as Dataset<N>);

/// Both datasets, from the rows of all machines; null where there are none.
export function inventedRuns(rows: readonly WorkloadSummary[]): WorkloadRuns {
  const simulated = (row: WorkloadSummary) => row.machine === "simulated";
  return {
    measured: dataset(
      "workloads",
      rows.filter((row) => !simulated(row))
    ),
    simulated: dataset("workloads-simulated", rows.filter(simulated))
  };
}
