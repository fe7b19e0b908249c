/** The machine that tries every interleaving: what the command line, tests and pages use of it. */
export {designs, findDesign} from "../../designs/index.ts";
export {
  type CheckOptions,
  type CheckRow,
  COUNTERS_ENDLESS,
  check,
  checkPass,
  type Pass,
  plan
} from "./check.ts";
export {
  type Exploration,
  type ExploreOptions,
  explore,
  LIMITS,
  type Limits,
  type Verdict
} from "./explore.ts";
export {type Lasso, lassos} from "./lasso.ts";
export {RULES, type Rules} from "./machine.ts";
export {type Property, properties} from "./properties.ts";
export {endless, findScenario, scenarios} from "./scenarios.ts";
export {decodeSchedule, encodeSchedule, type Schedule} from "./schedule.ts";
export type {Action, Scenario} from "./script.ts";
export {signature} from "./signature.ts";
export {type Starvation, starvation} from "./starvation.ts";
export {formatTimeline, type Row, type Timeline, timeline} from "./timeline.ts";
