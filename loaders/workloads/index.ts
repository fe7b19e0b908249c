/// The workloads, and the two datasets that they make.
import type {ExperimentDefinition, Plan, Setting} from "../experiment.ts";
import {ALL_DESIGNS, type WorkloadDataset} from "../schema.ts";
import {CORES} from "../system.ts";
import {bulk} from "./bulk.ts";
import {ccbenchBandwidth} from "./ccbench-bandwidth.ts";
import {ccbenchLatency} from "./ccbench-latency.ts";
import {ccbenchThroughput} from "./ccbench-throughput.ts";
import {controlLoop} from "./control-loop.ts";
import {count2009} from "./count-2009.ts";
import {count2010} from "./count-2010.ts";
import {countIntervals} from "./count-intervals.ts";
import {cpued} from "./cpued.ts";
import {ctrlC} from "./ctrl-c.ts";
import {echoSized} from "./echo-sized.ts";
import {echoTcp} from "./echo-tcp.ts";
import {echoUdp} from "./echo-udp.ts";
import {fairShares} from "./fair.ts";
import {gilBattle} from "./gil-battle.ts";
import {longBytecode} from "./long-bytecode.ts";
import {measureWorkload} from "./run.ts";
import {statCalls} from "./stat.ts";
import {cellsOf, predictedSubjects, type WorkloadParameters} from "./subjects.ts";
import {summarizeWorkloads} from "./summary.ts";
import {threads} from "./threads.ts";
import type {Workload} from "./workload.ts";
import {writenums} from "./writenums.ts";

export * from "./workload.ts";

/// In the order of the pages.
export const workloads: readonly Workload[] = [
  count2009,
  count2010,
  countIntervals,
  threads,
  echoTcp,
  echoUdp,
  echoSized,
  bulk,
  writenums,
  cpued,
  longBytecode,
  ctrlC,
  statCalls,
  controlLoop,
  gilBattle,
  fairShares,
  ccbenchThroughput,
  ccbenchLatency,
  ccbenchBandwidth
];

/// Throws for a name that there is not.
export function workloadNamed(name: string): Workload {
  const found = workloads.find((workload) => workload.name === name);
  if (found) return found;
  throw new Error(`unknown workload: ${name}; there are ${workloads.map((one) => one.name).join(", ")}`);
}

const programsOf = ({program, imports = ["arms.py"]}: Workload): string[] => [program, ...imports];

type Definition = ExperimentDefinition<WorkloadParameters, WorkloadDataset>;

const common = {
  program: "",
  code: {loader: "workloads/index.ts", programs: [...new Set(workloads.flatMap(programsOf))]},
  parts: Object.fromEntries(
    workloads.map((workload) => [
      workload.name,
      {loader: `workloads/${workload.name}.ts`, programs: programsOf(workload)}
    ])
  ),
  cells: (setting, interpreters) => cellsOf(workloads, setting, interpreters),
  measure: measureWorkload,
  summarize: (tables, options) => summarizeWorkloads(workloads, tables, options)
} satisfies Partial<Definition>;

const plans = (full: Plan, quick: Plan): Definition["plans"] => {
  const all: Record<Setting, Plan> = {quick, full, validity: quick};
  return all as Definition["plans"];
};

/// Every workload on this computer: Convoy under every design, and the newest of each minor version of the real interpreters.
export const workloadsHere: Definition = {
  ...common,
  name: "workloads",
  title: "Every workload under every design on this computer, and on the real interpreters found there",
  machines: ["host", "native:newest"],
  designs: ALL_DESIGNS,
  plans: plans({repetitions: 5, budget_s: 3600}, {repetitions: 2, budget_s: 600})
};

/// The same on the simulated machine.
export const workloadsSimulated: Definition = {
  ...common,
  name: "workloads-simulated",
  title:
    "Every workload under every design on two virtual cores, the two of CPython on 1, 2 and 4, with the costs of CPython 3.11.7, and as other interpreters are predicted",
  machines: ["simulated"],
  subjects: async () => predictedSubjects(),
  parallel: CORES,
  plans: plans(
    {repetitions: 1, predictions: 1, budget_s: 3600},
    {repetitions: 1, predictions: 1, budget_s: 600}
  )
};
