/** `_sys`: the interpreter as programs see it. python/sys.py adds the streams. */
import {environment} from "../environment.ts";
import {shared} from "../memory/counts.ts";
import {H, T} from "../memory/heap.ts";
import {truth} from "../objects/arithmetic.ts";
import {objectWords, ownedBlock, tableWords} from "../objects/children.ts";
import {newException, newTuple, raise, raiseRef, tupleOf} from "../objects/errors.ts";
import {
  OVERFLOW_ERROR,
  RECURSION_ERROR,
  SYSTEM_EXIT,
  TYPE_ERROR,
  VALUE_ERROR
} from "../objects/exceptions.ts";
import {truthSimple, typeNameOf} from "../objects/inspect.ts";
import {K_DICT, K_LIST, K_SET, NONE, T_LIST} from "../objects/kinds.ts";
import {
  CHECK_INTERVAL,
  DEPTH,
  DICT_SIZE,
  EXCEPTION_TRACEBACK,
  HANDLED,
  LIST_CAPACITY,
  MODULES,
  NULL,
  RECURSION_LIMIT,
  SWITCH_INTERVAL_US,
  THREAD_PRIORITY,
  TYPE
} from "../objects/layout.ts";
import {listPush, makeList} from "../objects/list.ts";
import {moduleFunctions} from "../objects/native.ts";
import {asNumber, isFloat, isInt, kindOf, newFloat, newInt} from "../objects/numbers.ts";
import {newStr} from "../objects/text.ts";
import {frameAt} from "./frame.ts";
import {intArgument} from "./system.ts";

function exceptionInfo(): number {
  const handled = H[T + HANDLED];
  if (handled === NULL) return newTuple([NONE, NONE, NONE]);
  const traceback = H[(handled >> 2) + EXCEPTION_TRACEBACK];
  return newTuple([(H[(handled >> 2) + TYPE] << 2) | 1, handled, traceback === NULL ? NONE : traceback]);
}

/** What programs see under a design that has no switch interval, unless they set one. */
const SWITCH_INTERVAL_US_DEFAULT = 5000;

function setSwitchInterval(seconds: number): number {
  if (!isInt(seconds) && !isFloat(seconds))
    return raise(TYPE_ERROR, `must be real number, not ${typeNameOf(seconds)}`);
  const interval = asNumber(seconds);
  if (!(interval > 0)) return raise(VALUE_ERROR, "switch interval must be strictly positive");
  if (interval > 2147) return raise(OVERFLOW_ERROR, "timestamp too large to convert to C _PyTime_t");
  H[SWITCH_INTERVAL_US] = Math.max(1, Math.round(interval * 1e6));
  return shared(NONE);
}

function setCheckInterval(ticks: number): number {
  const value = intArgument(ticks);
  if (Number.isNaN(value)) return NULL;
  H[CHECK_INTERVAL] = Math.max(0, Math.min(0x7fffffff, value));
  return shared(NONE);
}

function setPriority(priority: number): number {
  if (Number.isNaN(priority)) return NULL;
  H[T + THREAD_PRIORITY] = Math.max(-0x40000000, Math.min(0x3fffffff, priority));
  return shared(NONE);
}

function setRecursionLimit(limit: number): number {
  const value = intArgument(limit);
  if (Number.isNaN(value)) return NULL;
  if (value < 1) return raise(VALUE_ERROR, "recursion limit must be greater or equal than 1");
  if (value > 0x7fffffff) return raise(OVERFLOW_ERROR, "Python int too large to convert to C int");
  if (value <= H[T + DEPTH]) {
    return raise(
      RECURSION_ERROR,
      `cannot set the recursion limit to ${value} at the recursion depth ${H[T + DEPTH]}: the limit is too low`
    );
  }
  H[RECURSION_LIMIT] = value;
  return shared(NONE);
}

/** Bytes of an object here, with the block that it owns. */
function sizeOf(value: number): number {
  if ((value & 1) === 0) return 28;
  const o = value >> 2;
  let words = objectWords(o);
  const kind = kindOf(value);
  if (kind === K_LIST) words += H[o + LIST_CAPACITY];
  else if ((kind === K_DICT || kind === K_SET) && ownedBlock(o) !== 0) words += tableWords(H[o + DICT_SIZE]);
  return words * 4;
}

function exit(status: number): number {
  return raiseRef(newException(SYSTEM_EXIT, status === NULL ? tupleOf() : newTuple([status])));
}

function programArguments(): number {
  const list = makeList(T_LIST);
  for (const argument of environment.argv) listPush(list, newStr(argument));
  return (list << 2) | 1;
}

moduleFunctions("_sys", {
  "exit(status=, /)": (a) => exit(H[a]),
  "exc_info()": () => exceptionInfo(),
  "exception()": () => shared(H[T + HANDLED] === NULL ? NONE : H[T + HANDLED]),
  "setswitchinterval(interval, /)": (a) => setSwitchInterval(H[a]),
  "getswitchinterval()": () => newFloat((H[SWITCH_INTERVAL_US] || SWITCH_INTERVAL_US_DEFAULT) / 1e6),
  "setcheckinterval(n, /)": (a) => setCheckInterval(H[a]),
  "getcheckinterval()": () => newInt(H[CHECK_INTERVAL]),
  // Beazley's forks: 2011, "Embracing the GIL", and 2022, HOLY.md.
  "setpriority(priority, /)": (a) => setPriority(intArgument(H[a])),
  "getpriority()": () => newInt(H[T + THREAD_PRIORITY]),
  "setholiness(holy, /)": (a) => setPriority(truthSimple(H[a]) === 1 ? -1 : 0),
  "getholiness()": () => truth(H[T + THREAD_PRIORITY] < 0),
  "setrecursionlimit(limit, /)": (a) => setRecursionLimit(H[a]),
  "getrecursionlimit()": () => newInt(H[RECURSION_LIMIT]),
  "getrefcount(object, /)": (a) => newInt((H[a] & 1) === 0 ? 0x3fffffff : H[H[a] >> 2]),
  "getsizeof(object, default=)": (a) => newInt(sizeOf(H[a])),
  "_getframe(depth=, /)": (a) => {
    const depth = H[a] === NULL ? 0 : intArgument(H[a]);
    if (Number.isNaN(depth)) return NULL;
    const frame = frameAt(T, Math.max(0, depth));
    return frame === NULL ? raise(VALUE_ERROR, "call stack is not deep enough") : frame;
  },
  "_platform()": () => newStr(environment.devices.system),
  "_modules()": () => shared(H[MODULES]),
  "_arguments()": () => programArguments(),
  "_lockcounts()": () => newTuple((environment.devices.lockCounts?.() ?? []).map(newInt))
});
