import {Semaphore, type Steps} from "../machines/steps.ts";
import {ACQUIRE, RELEASE} from "../trace/events.ts";
import type {Descriptor, Design, Place} from "./design.ts";
import {Ticker} from "./ticker.ts";
import {weights} from "./ticks.ts";

/** CPython's interpreter lock up to 3.1 where a lock is a POSIX semaphore. */
class Tick implements Design {
  private readonly place: Place;
  private readonly ticker: Ticker;
  /** `interpreter_lock` */
  private readonly interpreterLock: Semaphore;

  constructor(place: Place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.interpreterLock = new Semaphore(place.region, "interpreter_lock", 1);
  }

  /** PyThread_acquire_lock: sem_wait */
  *acquire(t: number): Steps {
    yield this.interpreterLock.take(t);
    this.place.note(t, ACQUIRE);
  }

  /** PyThread_release_lock: sem_post */
  *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.interpreterLock.post;
  }

  /** PyEval_EvalFrameEx, where `--_Py_Ticker < 0`: pending calls first, then release and acquire */
  *check(t: number): Steps {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    yield* this.release(t);
    yield* this.acquire(t);
  }

  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  *signalled(): Steps {}

  ticks(): number {
    return this.ticker.value;
  }

  keep(left: number): void {
    this.ticker.value = left;
  }
}

export const tick: Descriptor = {
  name: "tick",
  title: "Tick: a semaphore, offered every 100 ticks",
  models: "CPython up to 2.7, and 3.0 and 3.1, on Linux",
  source:
    "CPython 2.7.5: Python/ceval.c (PyEval_EvalFrameEx, Py_AddPendingCall, Py_MakePendingCalls) and Python/thread_pthread.h (PyThread_acquire_lock, PyThread_release_lock with USE_SEMAPHORES)",
  ticks: 100,
  switchInterval_us: 0,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new Tick(place)
};
