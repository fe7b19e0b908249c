import type {Descriptor} from "./design.ts";
import {timeout} from "./timeout.ts";

/** The lock with time-outs, at the time when a pending signal stopped every thread. */
export const timeoutBefore39: Descriptor = {
  ...timeout,
  name: "timeout-before-3.9",
  title: "Time-out before 3.9: a pending signal stops every thread until the main thread has run",
  models: "CPython 3.2 to 3.8",
  source:
    "CPython 3.2: Python/ceval_gil.h (take_gil, drop_gil), Python/ceval.c (eval_breaker, Py_AddPendingCall); python/cpython issue 40010",
  signalsStopAll: true,
  pendingSignals: "every thread stops at each safe point until the main thread has run the handler"
};
