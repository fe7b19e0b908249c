/** `_signal`: handlers, and signals that wait for the main thread. Handlers are in the prelude's `_signal_handlers`. */
import {environment} from "../environment.ts";
import {
  DISPOSITION_DEFAULT,
  DISPOSITION_IGNORE,
  DISPOSITION_PENDING,
  INTERRUPTED
} from "../machines/devices.ts";
import {shared} from "../memory/counts.ts";
import {H, T} from "../memory/heap.ts";
import {blockOn, preludeFunction} from "../objects/calls.ts";
import {hashSimple} from "../objects/compare.ts";
import {newException, raise, raiseRef, tupleOf} from "../objects/errors.ts";
import {KEYBOARD_INTERRUPT, TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {NONE} from "../objects/kinds.ts";
import {ENTRY_VALUE, NULL, SIGNALS_HIGH, SIGNALS_LOW, THREAD_ID} from "../objects/layout.ts";
import {moduleFunctions, moduleValues} from "../objects/native.ts";
import {asNumber, intAsNumber, isFloat, isInt, newFloat} from "../objects/numbers.ts";
import {insert, lookup, newDict, replace} from "../objects/table.ts";
import {staticStr} from "../objects/text.ts";
import {afterSignals, dictOfInts, intArgument, isCallable, raiseSystemError} from "./system.ts";

const SIG_DFL = 0 << 1;
const SIG_IGN = 1 << 1;
const SIGNALS_MAX = 64;
const S_HANDLERS = staticStr("_signal_handlers");
const S_INT_HANDLER = staticStr("_default_int_handler");

/** Makes SIGINT raise KeyboardInterrupt; by the booting instance, once. */
export function bootSignals(): void {
  environment.devices.disposeSignal(environment.devices.signals.SIGINT, DISPOSITION_PENDING);
}

/** The handler of a signal, borrowed: a callable, or NULL where there is none (default action, ignored). */
export function signalHandler(number: number): number {
  const handler = currentHandler(number);
  return (handler & 1) === 0 ? NULL : handler;
}

/** As `signal.getsignal`, borrowed. */
function currentHandler(number: number): number {
  const entry = lookup(preludeFunction(S_HANDLERS) >> 2, number << 1);
  if (entry > 0) return H[entry + ENTRY_VALUE];
  return number === environment.devices.signals.SIGINT ? preludeFunction(S_INT_HANDLER) : SIG_DFL;
}

/** Takes the lowest pending signal's number out of the pending set; 0: none is pending. */
export function takeSignal(): number {
  for (const [word, first] of [
    [SIGNALS_LOW, 0],
    [SIGNALS_HIGH, 32]
  ]) {
    const bits = Atomics.load(H, word);
    if (bits === 0) continue;
    const bit = 31 - Math.clz32(bits & -bits);
    Atomics.and(H, word, ~(1 << bit));
    return first + bit;
  }
  return 0;
}

/** As if the signal had arrived, where it has a handler. False: there is no such signal. */
export function markSignal(number: number): boolean {
  if (!(number > 0 && number <= SIGNALS_MAX)) return false;
  if (signalHandler(number) === NULL) return true;
  return environment.devices.kill(environment.devices.processId(), number) >= 0;
}

function setHandler(number: number, handler: number): number {
  if (H[T + THREAD_ID] !== 0) {
    return raise(VALUE_ERROR, "signal only works in main thread of the main interpreter");
  }
  if (Number.isNaN(number)) return NULL;
  if (!(number > 0 && number <= SIGNALS_MAX)) return raise(VALUE_ERROR, "signal number out of range");
  const value = isInt(handler) ? intAsNumber(handler) << 1 : handler;
  if (value !== SIG_DFL && value !== SIG_IGN && !isCallable(value)) {
    return raise(TYPE_ERROR, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  }
  const disposition =
    value === SIG_DFL ? DISPOSITION_DEFAULT : value === SIG_IGN ? DISPOSITION_IGNORE : DISPOSITION_PENDING;
  const answer = environment.devices.disposeSignal(number, disposition);
  if (answer < 0) return raiseSystemError(-answer);
  const old = shared(currentHandler(number));
  const table = preludeFunction(S_HANDLERS) >> 2;
  const entry = lookup(table, number << 1);
  if (entry > 0) replace(entry, value);
  else insert(table, number << 1, hashSimple(number << 1), value);
  return old;
}

/** Blocks until a signal has arrived; its handler runs before the call returns. */
function pause(): number {
  const HOUR_NS = 3600e9;
  return blockOn(
    () => environment.devices.sleep(HOUR_NS),
    (result) => (result === INTERRUPTED ? afterSignals(S_NOTHING, []) : pause())
  );
}
const S_NOTHING = staticStr("_nothing");

function seconds(value: number): number {
  return isInt(value) || isFloat(value) ? asNumber(value) : Number.NaN;
}

moduleFunctions("_prelude", {
  "_default_int_handler(signalnum, frame, /)": () => raiseRef(newException(KEYBOARD_INTERRUPT, tupleOf())),
  /** The number of a pending signal and its handler, for the main thread; None: nothing to do. */
  "_take_signal()": () => {
    for (;;) {
      const number = H[T + THREAD_ID] === 0 ? takeSignal() : 0;
      if (number === 0) return shared(NONE);
      const handler = signalHandler(number);
      if (handler !== NULL) return tupleOf(number << 1, shared(handler));
    }
  },
  "_nothing()": () => shared(NONE)
});
moduleValues("_prelude", {_signal_handlers: () => newDict()});

moduleFunctions("_signal", {
  "signal(signalnum, handler, /)": (a) => setHandler(intArgument(H[a]), H[a + 1]),
  "getsignal(signalnum, /)": (a) => {
    const number = intArgument(H[a]);
    if (Number.isNaN(number)) return NULL;
    if (!(number > 0 && number <= SIGNALS_MAX)) return raise(VALUE_ERROR, "signal number out of range");
    return shared(currentHandler(number));
  },
  "kill(pid, signalnum, /)": (a) => {
    const process = intArgument(H[a]);
    const number = intArgument(H[a + 1]);
    if (Number.isNaN(process + number)) return NULL;
    const answer = environment.devices.kill(process, number);
    return answer < 0 ? raiseSystemError(-answer) : shared(NONE);
  },
  "alarm(seconds, interval=, /)": (a) => {
    const first = seconds(H[a]);
    const interval = H[a + 1] === NULL ? 0 : seconds(H[a + 1]);
    if (Number.isNaN(first + interval)) return raise(TYPE_ERROR, "'seconds' must be a number");
    return newFloat(environment.devices.alarm(first, interval));
  },
  "pause()": () => pause(),
  "_default_int_handler()": () => shared(preludeFunction(S_INT_HANDLER)),
  /** The signals of this system by name. */
  "_names()": () => dictOfInts(environment.devices.signals)
});
