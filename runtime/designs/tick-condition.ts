import {Cell, Condition, Mutex, type Steps} from "../machines/steps.ts";
import {ACQUIRE, RELEASE, VAIN, WAIT} from "../trace/events.ts";
import type {Descriptor, Design, Place} from "./design.ts";
import {Ticker} from "./ticker.ts";
import {weights} from "./ticks.ts";

/** CPython's interpreter lock up to 3.1 where a lock is a flag with a mutex and a condition. */
class TickCondition implements Design {
  private readonly place: Place;
  private readonly ticker: Ticker;
  /** `pthread_lock.mut` */
  private readonly mut: Mutex;
  /** `pthread_lock.lock_released` */
  private readonly lockReleased: Condition;
  /** `pthread_lock.locked` */
  private readonly locked: Cell;

  constructor(place: Place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.mut = new Mutex(place.region, "mut");
    this.lockReleased = new Condition(place.region, "lock_released");
    this.locked = new Cell(place.region, "locked");
  }

  /** PyThread_acquire_lock: pthread_cond_wait while the flag is set */
  *acquire(t: number): Steps {
    yield this.mut.lock;
    if (this.locked.value !== 0) {
      this.place.note(t, WAIT);
      yield this.lockReleased.wait(this.mut);
      while (this.locked.value !== 0) {
        this.place.note(t, VAIN);
        yield this.lockReleased.wait(this.mut);
      }
    }
    this.locked.value = 1;
    yield this.mut.unlock;
    this.place.note(t, ACQUIRE);
  }

  /** PyThread_release_lock: the signal is sent after the mutex is unlocked (issue 38106) */
  *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.mut.lock;
    this.locked.value = 0;
    yield this.mut.unlock;
    yield this.lockReleased.signal;
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

export const tickCondition: Descriptor = {
  name: "tick-condition",
  title: "Tick with a condition: a flag, a mutex and a condition, offered every 100 ticks",
  models: "CPython up to 2.7, and 3.0 and 3.1, on macOS",
  source:
    "CPython 2.7.5: Python/ceval.c (PyEval_EvalFrameEx, Py_AddPendingCall, Py_MakePendingCalls) and Python/thread_pthread.h (pthread_lock, PyThread_acquire_lock, PyThread_release_lock); python/cpython issue 38106",
  ticks: 100,
  switchInterval_us: 0,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new TickCondition(place)
};
