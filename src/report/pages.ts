/// The values of every page.

import {claims} from "../../loaders/claims/index.ts";
import {dataset, tableOf} from "../../loaders/datasets.ts";
import {readFittedOrNone} from "../../loaders/fit/dataset.ts";
import {publishedFigures} from "../../loaders/published.ts";
import {
  type ContentionRow,
  type Dataset,
  EXPERIMENTS,
  type Experiment,
  type IoPriorityLatency,
  type SignalLatency
} from "../../loaders/schema.ts";
import {findPredicted} from "../../loaders/simulated.ts";
import {validityDatasets} from "../../loaders/validity.ts";
import {timelinePageValues, timelineValues} from "../timeline/values.ts";
import {tryItValues} from "../try-it/values.ts";
import {checkValues, proofRows} from "./checks.ts";
import {choosingValues} from "./choosing.ts";
import {contentionValues} from "./contention.ts";
import {dataValues} from "./data.ts";
import {baseFigures} from "./design-figures.ts";
import {designValues} from "./designs.ts";
import {findingsValues} from "./findings.ts";
import {insideTheGilValues} from "./inside-the-gil.ts";
import {ioPriorityValues} from "./io-priority.ts";
import {issue7946Values} from "./issue-7946.ts";
import {issue7753Values, issue8299Values} from "./issues.ts";
import {methodValues} from "./method.ts";
import type {PageValues, Values} from "./page.ts";
import {publishedMachineValues} from "./published-machines.ts";
import {reworkingTheGilValues} from "./reworking-the-gil.ts";
import {readSchedules} from "./schedule.ts";
import {signalLatencyValues} from "./signal-latency.ts";
import {simulatorValues} from "./simulator.ts";
import {starvationValues} from "./starvation.ts";
import {understandingTheGilValues} from "./understanding-the-gil.ts";
import {validityValues} from "./validity.ts";
import {workloadFigures} from "./workloads.ts";

export interface Report {
  /// By path, as in "/contention".
  pages: Record<string, PageValues>;
  /// The datasets that there are.
  runs: Dataset[];
}

export async function readReport(): Promise<Report> {
  const published = new Map((await publishedFigures()).map((figure) => [figure.id, figure]));
  const runs = EXPERIMENTS.map((name) => dataset(name)).filter((run) => run !== null);

  async function essay(name: Experiment, values: (run: Dataset) => Promise<Values>): Promise<PageValues> {
    const run = runs.find((candidate) => candidate.name === name);
    return run === undefined ? {missing: name} : values(run);
  }

  const checker = await readSchedules();
  const figures = [...workloadFigures(), ...baseFigures(runs)];
  const evidence = {designs: checker.designs, figures, published};
  const judged = await claims();
  const proofs = await proofRows();
  const workloads = {measured: dataset("workloads"), simulated: dataset("workloads-simulated")};
  const fitted = await readFittedOrNone("figures");
  const talks = {claims: judged, fitted, published, bases: runs, runs: workloads};
  const others = {
    "/contention": await essay("contention", async (run) =>
      contentionValues(run, (await tableOf(run)) as ContentionRow[], published)
    ),
    "/io-priority": await essay("io-priority", async (run) =>
      ioPriorityValues(run, (await tableOf(run, "latencies")) as IoPriorityLatency[], published)
    ),
    "/signal-latency": await essay("signal-latency", async (run) =>
      signalLatencyValues(run, (await tableOf(run, "latencies")) as SignalLatency[])
    ),
    "/validity": {
      ...(await validityValues(validityDatasets(), runs, findPredicted())),
      ...(await publishedMachineValues(fitted, await readFittedOrNone("tried"), published)),
      ...(await simulatorValues()),
      ...(await checkValues(checker))
    },
    "/designs": await designValues(checker.designs, figures),
    "/starvation": await starvationValues(checker),
    "/issue-7753": await issue7753Values(evidence),
    "/inside-the-gil": await insideTheGilValues(talks),
    "/understanding-the-gil": await understandingTheGilValues(talks),
    "/reworking-the-gil": await reworkingTheGilValues(talks),
    "/issue-7946": await issue7946Values(workloads, proofs, published, judged),
    "/choosing": await choosingValues(workloads, proofs),
    "/issue-8299": await issue8299Values(evidence),
    "/timeline": await timelinePageValues(),
    "/try-it": await tryItValues(),
    "/data": dataValues(runs),
    "/method": methodValues(runs)
  };
  const names = new Set(Object.keys(others));
  const pages = {"/index": await findingsValues(judged, runs, published, names), ...others};
  for (const [path, values] of Object.entries(pages))
    if (!("missing" in values)) Object.assign(values, await timelineValues(path));
  return {pages, runs};
}
