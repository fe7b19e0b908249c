/// With what the workloads are measured, and which cells that makes.
import {designs} from "../../runtime/designs/index.ts";
import {type Cell, coreName, intervals, type Setting, type Subjects} from "../experiment.ts";
import {type Interpreter, nativeName} from "../interpreters.ts";
import {ALL_DESIGNS, type Lock} from "../schema.ts";
import {findPredicted, isPredicted, type Predicted} from "../simulated.ts";
import {CORES, canPin} from "../system.ts";
import {type Extent, intervalOf, type Variant, type Workload} from "./workload.ts";

/// What a process of a cell runs.
export interface WorkloadParameters {
  workload: Workload;
  variant: Variant;
  extent: Extent;
  interval_ms: number | null;
  check_interval_ticks: number | null;
  /// Why it is not run, or null.
  lacks: string | null;
}
export type WorkloadCell = Cell<WorkloadParameters>;

/// The costs by which all designs are predicted.
const COSTS = "cpython 3.11.7";
/// Cores of the subjects that are swept; all others are predicted on two, as most readers have.
const PREDICTED_CORES = [1, 2, 4];
const PREDICTED_USUALLY = [2];

/// All designs with the costs of one interpreter, and every interpreter that there is a profile of with the lock that it has.
export function predictedSubjects(): Subjects {
  const profiles = findPredicted();
  const costs = profiles.find(({name}) => name === COSTS);
  if (costs === undefined) return {interpreters: [], missing: [`the profile of ${COSTS}`]};
  const ours = ALL_DESIGNS.map((design): Predicted => ({...costs, design}));
  return {interpreters: [...ours, ...profiles.filter((one) => one !== costs)], missing: []};
}

/// The subjects of sweeps: the two locks that CPython has had, and the oldest and newest CPython and PyPy.
export function isMain({machine, design, name}: Interpreter): boolean {
  if (machine === "host") return design === "tick" || design === "timeout";
  if (machine === "simulated") return name === COSTS && (design === "tick" || design === "timeout");
  return /^cpython (2\.7|3\.13)\.\d+$/.test(name);
}

/// What the cells of a subject begin with. A predicted interpreter with its own lock goes by its name, a design by its own.
export function subjectOf(subject: Interpreter): string {
  const {machine, design, name} = subject;
  if (machine === "host" || (isPredicted(subject) && name === COSTS)) return `${machine}/${design}`;
  return `${machine}/${nativeName(subject)}`;
}

/// The cells of these workloads, in their order.
export function cellsOf(
  workloads: readonly Workload[],
  setting: Setting,
  subjects: readonly Interpreter[]
): WorkloadCell[] {
  const quick = setting !== "full";
  return workloads.flatMap((workload) =>
    subjects
      .filter((subject) => !quick || isQuick(subject))
      .flatMap((subject) =>
        variantsOf(workload, subject).flatMap((variant) =>
          coresOf(workload, subject, quick).map((cores) => cellOf(workload, variant, subject, cores, quick))
        )
      )
  );
}

/// A quick look: the two designs that CPython has had, and the interpreters with their locks.
const isQuick = ({machine, design}: Interpreter) =>
  machine === "native" || design === "tick" || design === "timeout";

function variantsOf({variants}: Workload, subject: Interpreter): Variant[] {
  return variants.filter(({name, mainOnly}) => {
    const interval = intervalOf(name);
    return (
      (!mainOnly || isMain(subject)) && (interval === null || hasInterval(subject.design, interval.unit))
    );
  });
}

function hasInterval(lock: Lock, unit: "ms" | "ticks"): boolean {
  const design = designs.find(({name}) => name === lock);
  if (design === undefined) return false;
  return unit === "ms" ? design.switchInterval_us > 0 : design.ticks > 0;
}

function coresOf({oneCore}: Workload, subject: Interpreter, quick: boolean): number[] {
  if (subject.machine === "simulated") return quick || !isMain(subject) ? PREDICTED_USUALLY : PREDICTED_CORES;
  const both = oneCore && isMain(subject);
  return both && canPin && CORES > 1 ? [CORES, 1] : [CORES];
}

function cellOf(
  workload: Workload,
  variant: Variant,
  interpreter: Interpreter,
  cores: number,
  quick: boolean
): WorkloadCell {
  const extent = interpreter.machine === "simulated" ? "predicted" : quick ? "quick" : "full";
  const set = intervalOf(variant.name);
  const usual = intervals(interpreter.design);
  const lacks = variant.lacks?.(interpreter) ?? null;
  return {
    name: `${subjectOf(interpreter)}/${workload.name}/${variant.name}/${coreName(cores)}`,
    interpreter,
    cores,
    arms: [...(variant.threads ?? workload.threads)[extent]],
    part: workload.name,
    repetitions: lacks === null ? repetitionsOf(interpreter, variant) : 1,
    parameters: {
      workload,
      variant,
      extent,
      interval_ms: set?.unit === "ms" ? set.value : usual.interval_ms,
      check_interval_ticks: set?.unit === "ticks" ? set.value : usual.check_interval_ticks,
      lacks
    }
  };
}

/// Real interpreters vary most from process to process. A sweep on the simulated machine has many cells that agree.
function repetitionsOf(subject: Interpreter, {mainOnly = false}: Variant): number {
  const {machine} = subject;
  if (machine === "simulated") return mainOnly ? 1 : 2;
  return machine === "native" && isMain(subject) ? 5 : 3;
}
