/** What a design outside of this project imports, as "convoy". */
export {
  Cell,
  Clock,
  Condition,
  Deadline,
  FOREVER,
  Mutex,
  Semaphore,
  type Steps,
  ThreadCell,
  ThreadCondition,
  TIMED_OUT,
  Word
} from "../machines/steps.ts";
export {BREAK_DROP, BREAK_LOOK, BREAK_SIGNAL} from "../objects/layout.ts";
export {ACQUIRE, RELEASE, REQUEST, VAIN, WAIT} from "../trace/events.ts";
export {type Descriptor, type Design, NO_TICKS, type Place} from "./design.ts";
export {weights} from "./ticks.ts";
