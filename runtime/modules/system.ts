/** What the modules that reach the system share: its failures as exceptions, durations, calls that signals interrupt. */
import {environment} from "../environment.ts";
import {DECREF} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {callPrelude, preludeFunction} from "../objects/calls.ts";
import {newException, raise, raiseRef, tupleOf} from "../objects/errors.ts";
import {errnoClass} from "../objects/exception-types.ts";
import {OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {typeNameOf, typeOf} from "../objects/inspect.ts";
import {K_BYTES, K_FUNCTION, K_METHOD, K_NATIVE, K_STR, K_TYPE, NONE} from "../objects/kinds.ts";
import {NULL, TYPE_FLAGS, TYPE_HEAP, TYPE_KIND} from "../objects/layout.ts";
import {asNumber, intAsNumber, isFloat, isInt, kindOf, newInt} from "../objects/numbers.ts";
import {newDict, setStr} from "../objects/table.ts";
import {newStr, staticStr} from "../objects/text.ts";
import {typeLookup} from "../objects/types.ts";

export const isStr = (value: number) => (value & 1) !== 0 && value !== NULL && kindOf(value) === K_STR;
export const isBytes = (value: number) => (value & 1) !== 0 && value !== NULL && kindOf(value) === K_BYTES;
export const isNone = (value: number) => value === NONE || value === NULL;

/** Raises the OSError for an error number of the system (positive). */
export function raiseSystemError(error: number): number {
  const args = tupleOf(newInt(error), newStr(environment.devices.errorText(error)));
  return raiseRef(newException(errnoClass(error), args));
}

/** A new int for a result of 0 or more; OSError for the negative of an error number. */
export function intResult(result: number): number {
  return result < 0 ? raiseSystemError(-result) : newInt(result);
}

/** A new reference to None, or OSError. */
export function noneResult(result: number): number {
  if (result < 0) return raiseSystemError(-result);
  H[NONE >> 2]++;
  return NONE;
}

const S_AFTER_SIGNALS = staticStr("_after_signals");

/**
 * For a blocking operation that a signal has interrupted: runs the handlers that are due, then calls `retry`, a function
 * of the module `_prelude` registered for this purpose. Takes the references in `args` over.
 */
export function afterSignals(retry: number, args: readonly number[]): number {
  const answer = callPrelude(S_AFTER_SIGNALS, [preludeFunction(retry), ...args]);
  for (const ref of args) DECREF(ref);
  return answer;
}

/** The value of an int argument, or NaN with an exception set. */
export function intArgument(value: number): number {
  if (isInt(value)) return intAsNumber(value);
  raise(TYPE_ERROR, `'${typeNameOf(value)}' object cannot be interpreted as an integer`);
  return Number.NaN;
}

const SECONDS_MAX = 9223372036;

/** A duration in seconds (int or float) as nanoseconds, or NaN with an exception set. */
export function secondsArgument(value: number): number {
  if (!isInt(value) && !isFloat(value)) {
    raise(TYPE_ERROR, `'${typeNameOf(value)}' object cannot be interpreted as an integer`);
    return Number.NaN;
  }
  const seconds = asNumber(value);
  if (Number.isNaN(seconds)) raise(VALUE_ERROR, "Invalid value NaN (not a number)");
  else if (Math.abs(seconds) > SECONDS_MAX) {
    raise(OVERFLOW_ERROR, "timestamp too large to convert to C _PyTime_t");
    return Number.NaN;
  }
  return seconds * 1e9;
}

/** A new dict of names and ints. */
export function dictOfInts(values: Record<string, number>): number {
  const dict = newDict();
  for (const [name, value] of Object.entries(values)) {
    const key = newStr(name);
    setStr(dict >> 2, key, newInt(value));
    DECREF(key);
  }
  return dict;
}

const S_CALL = staticStr("__call__");

/** As `callable(value)`. */
export function isCallable(value: number): boolean {
  if ((value & 1) === 0) return false;
  const type = typeOf(value);
  switch (H[type + TYPE_KIND]) {
    case K_FUNCTION:
    case K_NATIVE:
    case K_METHOD:
    case K_TYPE:
      return true;
    default:
      return (H[type + TYPE_FLAGS] & TYPE_HEAP) !== 0 && typeLookup(type, S_CALL) !== NULL;
  }
}
