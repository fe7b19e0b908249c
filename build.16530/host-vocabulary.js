import {
  ACQUIRE,
  Cell,
  Clock,
  Condition,
  Deadline,
  FOREVER,
  Mutex,
  NO_TICKS,
  RELEASE,
  REQUEST,
  Semaphore,
  TIMED_OUT,
  ThreadCell,
  ThreadCondition,
  VAIN,
  WAIT,
  Word,
  weights
} from "./chunk-CSHBCXSV.js";
import "./chunk-HG3T4HSK.js";
import {
  BREAK_DROP,
  BREAK_LOOK,
  BREAK_SIGNAL
} from "./chunk-PC35SSNN.js";
import "./chunk-PZ5AY32C.js";
export {
  ACQUIRE,
  BREAK_DROP,
  BREAK_LOOK,
  BREAK_SIGNAL,
  Cell,
  Clock,
  Condition,
  Deadline,
  FOREVER,
  Mutex,
  NO_TICKS,
  RELEASE,
  REQUEST,
  Semaphore,
  TIMED_OUT,
  ThreadCell,
  ThreadCondition,
  VAIN,
  WAIT,
  Word,
  weights
};
//# sourceMappingURL=host-vocabulary.js.map
