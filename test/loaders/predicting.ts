/// Makes the simulated datasets of all experiments, for the tests that compare two makings of them:
/// node --import tsx predicting.ts FOLDER small|whole. Small: a cell under each of two designs, with the default profile.
/// Whole: the setting validity, with every profile of data/profiles. On two cores, whatever this computer has.
import {join} from "node:path";
import type {Cell, ExperimentDefinition} from "../../loaders/experiment.ts";
import {experiments} from "../../loaders/experiments.ts";
import {measure} from "../../loaders/measure.ts";
import {ROOT} from "../../loaders/root.ts";
import {EXPERIMENTS} from "../../loaders/schema.ts";
import {findPredicted, type Predicted} from "../../loaders/simulated.ts";
import {defaultProfile} from "../../runtime/machines/simulated/default-profile.ts";

const [folder, extent] = process.argv.slice(2);
const CORES = 2;
const SMALL = {repetitions: 1, predictions: 1, count_ms: 5, ask_ms: 30, warm_ms: 5, signals: 3};

const modelled = (design: Predicted["design"]): Predicted => ({
  machine: "simulated",
  design,
  name: `cpython like-${design}`,
  version: "0",
  profile: defaultProfile,
  command: (cores, seed) => [
    ...[process.execPath, join(ROOT, "bin", "convoy.js"), "run", "--machine", "simulated"],
    ...["--design", design, "--cores", `${cores}`, "--seed", `${seed}`]
  ]
});

const onTwoCores = (cell: Cell): Cell => ({
  ...cell,
  cores: CORES,
  name: cell.name.replace(/\d+-cores?/, `${CORES}-cores`)
});

/// The cells whose number of cores does not depend on this computer; `small`: the first of each interpreter.
function cells(experiment: ExperimentDefinition, interpreters: Predicted[]): Cell[] {
  const made = experiment.cells("validity", interpreters).map((cell) => onTwoCores(cell));
  const unique = [...new Map(made.map((cell) => [cell.name, cell])).values()];
  if (extent !== "small") return unique;
  return interpreters.map((interpreter) => unique.find((cell) => cell.interpreter === interpreter)!);
}

const interpreters = extent === "small" ? [modelled("tick"), modelled("timeout")] : findPredicted();
for (const name of [...EXPERIMENTS, "workloads-simulated"] as const) {
  const experiment = experiments[name] as unknown as ExperimentDefinition;
  if (extent === "small") Object.assign(experiment.plans.validity, SMALL);
  const made = cells(experiment, interpreters);
  await measure(
    {...experiment, cells: () => made},
    {
      setting: "validity",
      machines: ["simulated"],
      subjects: {interpreters, missing: []},
      folder,
      force: true,
      progress: {step() {}, say() {}, end() {}}
    }
  );
}
