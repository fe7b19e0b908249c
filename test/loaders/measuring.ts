/// Measures a made-up experiment of two cells and four repetitions into a folder, for the tests that interrupt it:
/// node --import tsx measuring.ts FOLDER MILLISECONDS TAG. Prints the number of repetitions that it measured itself.
import {cellColumns, type ExperimentDefinition, type Row} from "../../loaders/experiment.ts";
import {experiments} from "../../loaders/experiments.ts";
import type {Interpreter} from "../../loaders/interpreters.ts";
import {measure} from "../../loaders/measure.ts";

const [folder, milliseconds, tag] = process.argv.slice(2);
let measured = 0;

const interpreter: Interpreter = {
  machine: "native",
  design: "tick",
  name: tag,
  version: "1",
  command: () => ["false"]
};
const rest: Row = {
  interval_ms: null,
  check_interval_ticks: 100,
  work: "fixed",
  mode: "sequential",
  threads: 1,
  iterations: 1,
  iterations_total: 1,
  wall_s: 1,
  wall_ns_per_iteration: 1,
  slowdown_ratio: 1,
  check_ns: 1,
  start_ms: 1,
  order: 1,
  started_at: "2026-01-02T03:04:05.006Z",
  cpu_s: null,
  voluntary_switches: null,
  involuntary_switches: null,
  usage_of: "process",
  load_1m: 0,
  steal_ms: 0
};

const madeUp: ExperimentDefinition = {
  ...experiments.contention,
  plans: {
    quick: {repetitions: 4, budget_s: 60},
    full: {repetitions: 4, budget_s: 60},
    validity: {repetitions: 4, budget_s: 60}
  },
  cells: () => ["a", "b"].map((name) => ({name, interpreter, cores: 1, arms: [1], parameters: null})),
  calibrate: undefined,
  async measure(cell, {repetition, seed}) {
    await new Promise((resolve) => setTimeout(resolve, Number(milliseconds)));
    measured++;
    return {rows: [{...cellColumns(cell), ...rest, repetition, seed}]};
  }
};

const done = await measure(madeUp, {
  machines: ["native"],
  folder,
  subjects: {interpreters: [interpreter], missing: []},
  progress: {step() {}, say() {}, end() {}}
});
console.log(JSON.stringify({done, measured}));
