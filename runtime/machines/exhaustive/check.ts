/** All of the check of one design: every scenario in every pass, as rows of a table. */
import type {Descriptor} from "../../designs/design.ts";
import {type Exploration, explore, type Limits, type Verdict} from "./explore.ts";
import type {Rules} from "./machine.ts";
import {endless, scenarios} from "./scenarios.ts";
import {encodeSchedule} from "./schedule.ts";
import type {Scenario} from "./script.ts";
import {type Starvation, starvation} from "./starvation.ts";

/** What may happen: steps and time-outs; spurious wake-ups as well; programs without end, for starvation. */
export type Pass = "steps" | "spurious" | "endless";

export interface CheckOptions {
  /** Numbers of threads to check with. Default: 2. */
  threads?: readonly number[];
  /** Only the scenario of this name. */
  scenario?: string;
  limits?: Partial<Limits>;
  /** With 4 threads and more: how often a thread is interrupted that could go on. Default 2. */
  preemptions?: number;
  /** Called when a pass begins and now and then during it. */
  progress?: (scenario: Scenario, pass: Pass, states: number) => void;
  now?: () => number;
}

/** One scenario in one pass. */
export interface CheckRow {
  design: string;
  scenario: string;
  threads: number;
  pass: Pass;
  states: number;
  transitions: number;
  /** Length of the longest of the shortest schedules. */
  depth: number;
  seconds: number;
  /** Most preemptions in a schedule, or null: any number. */
  preemptions: number | null;
  /** Whether all states within the bound were reached, and if not, why. */
  complete: boolean;
  stopped: string | null;
  verdict: "holds" | "violated" | "undecided";
  verdicts: (Omit<Verdict, "schedule"> & {schedule: string | null; steps: number | null})[];
  /** In the pass `endless`: who can starve, and by whom. */
  starvation: Starvation[] | null;
}

/** From so many threads on, preemptions are bounded. */
const BOUNDED_FROM = 4;
const PREEMPTIONS = 2;
/** Counters go round after so many in programs without end. */
export const COUNTERS_ENDLESS = 8;

/** What is run with `threads` threads: each scenario with each pass it is made for. */
export function plan({threads = [2], scenario}: CheckOptions): {scenario: Scenario; pass: Pass}[] {
  const wanted = (one: Scenario) =>
    scenario === undefined ? threads.includes(one.threads.length) : one.name === scenario;
  return [
    ...scenarios.filter(wanted).map((one) => ({scenario: one, pass: "steps" as const})),
    ...scenarios.filter(wanted).map((one) => ({scenario: one, pass: "spurious" as const})),
    ...endless.filter(wanted).map((one) => ({scenario: one, pass: "endless" as const}))
  ];
}

/** @throws what the design throws, or if it cannot be run on this machine */
export function check(descriptor: Descriptor, options: CheckOptions = {}): CheckRow[] {
  return plan(options).map(({scenario, pass}) => checkPass(descriptor, scenario, pass, options));
}

/** One scenario in one pass. */
export function checkPass(
  descriptor: Descriptor,
  scenario: Scenario,
  pass: Pass,
  {limits, preemptions = PREEMPTIONS, progress, now}: CheckOptions = {}
): CheckRow {
  const bounded = scenario.threads.length >= BOUNDED_FROM;
  const rules: Partial<Rules> = {spurious: pass === "spurious"};
  if (bounded) rules.preemptions = preemptions;
  if (pass === "endless") rules.counters = COUNTERS_ENDLESS;
  const found = explore(descriptor, scenario, {
    rules,
    limits,
    graph: pass === "endless",
    progress: progress && ((states) => progress(scenario, pass, states)),
    now
  });
  const {states, transitions, depth, seconds, complete, stopped} = found;
  return {
    design: descriptor.name,
    scenario: scenario.name,
    threads: scenario.threads.length,
    pass,
    states,
    transitions,
    depth,
    seconds,
    preemptions: bounded ? preemptions : null,
    complete,
    stopped,
    verdict: overall(found),
    verdicts: found.verdicts.filter(asked(descriptor)).map(({schedule, ...verdict}) => ({
      ...verdict,
      schedule:
        schedule &&
        encodeSchedule({
          design: descriptor.name,
          scenario: scenario.name,
          spurious: pass === "spurious",
          choices: schedule
        }),
      steps: schedule?.length ?? null
    })),
    starvation: pass === "endless" && complete ? starvation(found) : null
  };
}

/** A design that polls rests on time-outs, so that nobody asks whether it stalls without them. */
const asked =
  ({polls}: Descriptor) =>
  ({property}: Verdict) =>
    !polls || property !== "stall";

function overall({verdicts, complete}: Exploration): CheckRow["verdict"] {
  if (verdicts.some(({verdict}) => verdict === "violated")) return "violated";
  return complete ? "holds" : "undecided";
}
