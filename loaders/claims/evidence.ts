/// What claims are judged by, as it is found here: the runs that the report shows, real interpreters and predictions of
/// data/validity beside them, the workloads, what was proved, and the machines of others.
import {checkRows} from "../checks.ts";
import {dataset, validity} from "../datasets.ts";
import {readFittedOrNone} from "../fit/dataset.ts";
import {publishedFigures} from "../published.ts";
import {EXPERIMENTS, WORKLOAD_DATASETS} from "../schema.ts";
import type {Estimate, Evidence, Proof} from "./claim.ts";

export async function evidence(): Promise<Evidence> {
  return {
    published: await publishedFigures(),
    estimates: [...EXPERIMENTS.flatMap(experiment), ...workloads()],
    proofs: ((await checkRows("rows")) ?? []) as unknown as Proof[],
    fitted: await readFittedOrNone("figures")
  };
}

/// The run that the report shows; of data/validity the interpreters that it has not, and the predictions.
function experiment(name: (typeof EXPERIMENTS)[number]): Estimate[] {
  const shown = dataset(name)?.summary ?? [];
  const known = new Set(shown.map(({interpreter}) => interpreter));
  const more = (validity(name, "native")?.summary ?? []).filter(({interpreter}) => !known.has(interpreter));
  const predicted = validity(name, "simulated")?.summary ?? [];
  return [...shown, ...more, ...predicted].map((row) => ({...row, dataset: name}));
}

/// Simulated workloads ran on several numbers of cores: of those with more than one, these are compared.
const SIMULATED_CORES = 2;

function workloads(): Estimate[] {
  const summaries = WORKLOAD_DATASETS.flatMap((name) => dataset(name)?.summary ?? []);
  return summaries
    .filter(({machine, cores}) => machine !== "simulated" || cores === 1 || cores === SIMULATED_CORES)
    .map((row) => ({...row, dataset: "workloads"}));
}
