import {Cell, Condition, Mutex, type Steps, TIMED_OUT, Word} from "../machines/steps.ts";
import {BREAK_DROP, BREAK_SIGNAL} from "../objects/layout.ts";
import {ACQUIRE, RELEASE, REQUEST, VAIN, WAIT} from "../trace/events.ts";
import {type Descriptor, type Design, NO_TICKS, type Place} from "./design.ts";

/**
 * CPython's interpreter lock since 3.2, with forced switching. `gil_drop_request` is a bit of the breaker, as since 3.13;
 * before, it was a word of its own that the breaker was computed from. What was proposed to change in it changes
 * `patience_ns`, `asksAtOnce`, `taking` or `giveWay`.
 */
export class Timeout implements Design {
  protected readonly place: Place;
  /** `gil->mutex` */
  protected readonly mutex: Mutex;
  /** `gil->cond` */
  protected readonly cond: Condition;
  /** `gil->switch_mutex` */
  private readonly switchMutex: Mutex;
  /** `gil->switch_cond` */
  private readonly switchCond: Condition;
  /** `gil->locked` */
  protected readonly locked: Cell;
  /** `gil->switch_number` */
  private readonly switchNumber: Cell;
  /** `gil->last_holder` */
  protected readonly lastHolder: Word;

  constructor(place: Place) {
    this.place = place;
    this.mutex = new Mutex(place.region, "mutex");
    this.cond = new Condition(place.region, "cond");
    this.switchMutex = new Mutex(place.region, "switch_mutex");
    this.switchCond = new Condition(place.region, "switch_cond");
    this.locked = new Cell(place.region, "locked");
    this.switchNumber = new Cell(place.region, "switch_number");
    this.lastHolder = new Word(place.region, "last_holder");
  }

  /** take_gil */
  *acquire(t: number): Steps {
    yield this.mutex.lock;
    if (this.locked.value !== 0) yield* this.waitForRelease(t);
    yield this.switchMutex.lock;
    this.locked.value = 1;
    this.taking(t);
    if ((yield this.lastHolder.load) !== t) {
      yield this.lastHolder.store(t);
      this.switchNumber.value = (this.switchNumber.value + 1) | 0;
    }
    yield this.switchCond.signal;
    yield this.switchMutex.unlock;
    if (((yield this.place.breaker.load) & BREAK_DROP) !== 0) yield this.place.breaker.and(~BREAK_DROP);
    yield this.mutex.unlock;
    this.place.note(t, ACQUIRE);
  }

  /** take_gil, its timed wait: an interval without any switch, and the holder is asked to drop the lock */
  *waitForRelease(t: number): Steps {
    this.place.note(t, WAIT);
    for (;;) {
      const saved = this.switchNumber.value;
      if (this.asksAtOnce(t)) yield* this.ask(t);
      const answer = yield this.cond.wait(this.mutex, this.patience_ns(t));
      if (this.locked.value === 0) return;
      if (answer !== TIMED_OUT) this.place.note(t, VAIN);
      else if (this.switchNumber.value === saved) yield* this.ask(t);
    }
  }

  *ask(t: number): Steps {
    this.place.note(t, REQUEST);
    yield this.place.breaker.or(BREAK_DROP);
  }

  /** With the mutex held: how long `t` waits before it asks the holder to drop the lock. */
  protected patience_ns(_t: number): number {
    return Math.max(1, this.place.switchInterval_us.value) * 1000;
  }

  /** With the mutex held: whether `t` asks the holder to drop the lock before it waits at all. */
  protected asksAtOnce(_t: number): boolean {
    return false;
  }

  /** With the mutex held: `t` has the lock from now on. */
  protected taking(_t: number): void {}

  /** drop_gil: a thread that was asked to drop the lock waits until another has taken it */
  *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.mutex.lock;
    yield this.lastHolder.store(t);
    this.locked.value = 0;
    yield this.cond.signal;
    yield this.mutex.unlock;
    if (((yield this.place.breaker.load) & BREAK_DROP) === 0) return;
    yield this.switchMutex.lock;
    if ((yield this.lastHolder.load) === t) {
      yield this.place.breaker.and(~BREAK_DROP);
      yield this.switchCond.wait(this.switchMutex);
    }
    yield this.switchMutex.unlock;
  }

  /** eval_frame_handle_pending: signals first, then the request to drop the lock */
  *check(t: number): Steps {
    const breaker = yield this.place.breaker.load;
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      yield this.place.breaker.and(~BREAK_SIGNAL);
      this.place.handleSignals(t);
    }
    if ((breaker & BREAK_DROP) !== 0) yield* this.giveWay(t);
  }

  /** `t` was asked to drop the lock. */
  *giveWay(t: number): Steps {
    yield* this.release(t);
    yield* this.acquire(t);
  }

  /** _PyEval_SignalReceived: a bit that only the main thread heeds */
  *signalled(): Steps {
    yield this.place.breaker.or(BREAK_SIGNAL);
  }

  ticks(): number {
    return NO_TICKS;
  }

  keep(_left: number): void {}
}

export const timeout: Descriptor = {
  name: "timeout",
  title: "Time-out: a waiter asks for the lock after 5 ms, and the holder waits until it is taken",
  models: "CPython 3.2 and later",
  source:
    "CPython 3.2: Python/ceval_gil.h (take_gil, drop_gil with FORCE_SWITCHING); signals as since 3.9: Python/ceval.c (eval_frame_handle_pending, _PyEval_SignalReceived); python/cpython issues 7946, 40010, 42296",
  ticks: 0,
  switchInterval_us: 5000,
  breaks: BREAK_DROP | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new Timeout(place)
};
