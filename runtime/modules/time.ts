/** `_time`: clocks and sleeping. The calendar is in python/time.py. */
import {environment} from "../environment.ts";
import {INTERRUPTED} from "../machines/devices.ts";
import {shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {blockOn} from "../objects/calls.ts";
import {raise, tupleOf} from "../objects/errors.ts";
import {OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {typeNameOf} from "../objects/inspect.ts";
import {NONE} from "../objects/kinds.ts";
import {NULL} from "../objects/layout.ts";
import {moduleFunctions} from "../objects/native.ts";
import {asNumber, floatValue, isFloat, isInt, newBigInt, newFloat} from "../objects/numbers.ts";
import {newStr, staticStr} from "../objects/text.ts";
import {afterSignals, secondsArgument} from "./system.ts";

const S_SLEEP_UNTIL = staticStr("_sleep_until");

/** Sleeps until `end_ns` of the monotonic clock, however often signals interrupt (PEP 475). */
function sleepUntil(end_ns: number): number {
  const {devices} = environment;
  return blockOn(
    () => devices.sleep(Math.max(0, end_ns - devices.monotonic_ns())),
    (result) => (result === INTERRUPTED ? afterSignals(S_SLEEP_UNTIL, [newFloat(end_ns)]) : shared(NONE))
  );
}
moduleFunctions("_prelude", {"_sleep_until(end_ns)": (a) => sleepUntil(floatValue(H[a]))});

function sleep(seconds: number): number {
  const ns = secondsArgument(seconds);
  if (Number.isNaN(ns)) return NULL;
  if (ns < 0) return raise(VALUE_ERROR, "sleep length must be non-negative");
  return sleepUntil(environment.devices.monotonic_ns() + ns);
}

const nanoseconds = (value: number) => newBigInt(BigInt(Math.round(value)));
const SECONDS_MAX = 8.64e12;

/** Seconds since 1970 of an argument that may be absent or None, or NaN with an exception set. */
function momentArgument(value: number): number {
  if (value === NULL || value === NONE) return Math.floor(environment.devices.realtime_s());
  if (!isInt(value) && !isFloat(value)) {
    raise(TYPE_ERROR, `'${typeNameOf(value)}' object cannot be interpreted as an integer`);
    return Number.NaN;
  }
  const seconds = Math.floor(asNumber(value));
  if (Math.abs(seconds) <= SECONDS_MAX) return seconds;
  raise(OVERFLOW_ERROR, "timestamp out of range for platform time_t");
  return Number.NaN;
}

const DAY_MS = 86400000;
const pad = (n: number) => String(Math.abs(n)).padStart(2, "0");

/** The nine fields of `struct_time`, then name and distance in seconds from Greenwich of the time zone. */
function calendar(seconds: number, local: boolean): number {
  const moment = new Date(seconds * 1000);
  const offset_min = local ? -moment.getTimezoneOffset() : 0;
  const shown = new Date(seconds * 1000 + offset_min * 60000);
  const year = shown.getUTCFullYear();
  const day =
    Math.floor((Date.UTC(year, shown.getUTCMonth(), shown.getUTCDate()) - Date.UTC(year, 0, 1)) / DAY_MS) + 1;
  const winter = Math.min(
    -new Date(year, 0, 1).getTimezoneOffset(),
    -new Date(year, 6, 1).getTimezoneOffset()
  );
  const fields = [
    year,
    shown.getUTCMonth() + 1,
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
    shown.getUTCSeconds(),
    (shown.getUTCDay() + 6) % 7,
    day,
    local && offset_min > winter ? 1 : 0
  ];
  const sign = offset_min < 0 ? "-" : "+";
  const hours = Math.trunc(offset_min / 60);
  const name =
    offset_min === 0
      ? local
        ? "UTC"
        : "GMT"
      : sign + pad(hours) + (offset_min % 60 ? pad(offset_min % 60) : "");
  return tupleOf(...fields.map((field) => field << 1), newStr(name), (offset_min * 60) << 1);
}

moduleFunctions("_time", {
  "time()": () => newFloat(environment.devices.realtime_s()),
  "time_ns()": () => nanoseconds(environment.devices.realtime_s() * 1e9),
  "monotonic()": () => newFloat(environment.devices.monotonic_ns() / 1e9),
  "monotonic_ns()": () => nanoseconds(environment.devices.monotonic_ns()),
  "perf_counter()": () => newFloat(environment.devices.monotonic_ns() / 1e9),
  "perf_counter_ns()": () => nanoseconds(environment.devices.monotonic_ns()),
  "process_time()": () => newFloat(environment.devices.processTime_ns() / 1e9),
  "process_time_ns()": () => nanoseconds(environment.devices.processTime_ns()),
  "thread_time()": () => newFloat(environment.devices.threadTime_ns() / 1e9),
  "thread_time_ns()": () => nanoseconds(environment.devices.threadTime_ns()),
  "sleep(seconds, /)": (a) => sleep(H[a]),
  "_calendar(seconds, local, /)": (a) => {
    const seconds = momentArgument(H[a]);
    return Number.isNaN(seconds) ? NULL : calendar(seconds, H[a + 1] !== 0);
  },
  /** Seconds since 1970 of local year, month, day, hour, minute, second. */
  "_from_local(year, month, day, hour, minute, second, /)": (a) => {
    const [year, month, day, hour, minute, second] = [0, 1, 2, 3, 4, 5].map((i) => asNumber(H[a + i]));
    return newFloat(new Date(year, month - 1, day, hour, minute, second).getTime() / 1000);
  }
});
