import {Cell, Condition, Mutex, type Steps, Word} from "../machines/steps.ts";
import {BREAK_SIGNAL} from "../objects/layout.ts";
import {ACQUIRE, RELEASE, VAIN, WAIT} from "../trace/events.ts";
import type {Descriptor, Design, Place} from "./design.ts";
import {Ticker} from "./ticker.ts";
import {weights} from "./ticks.ts";

/** How often the stealer looks whether the lock is free. */
const POLL_NS = 100_000;

const FREE = 0;
const TAKEN = 1;

/**
 * PyPy's interpreter lock: a word that is exchanged. A release tells nobody; of those who wait one, the stealer, looks
 * every 0.1 ms, and the others queue behind it.
 */
class PyPy implements Design {
  private readonly place: Place;
  private readonly ticker: Ticker;
  /** `rpy_fastgil` */
  private readonly fastgil: Word;
  /** `rpy_waiting_threads` */
  private readonly waitingThreads: Word;
  /** `mutex_gil_stealer` */
  private readonly stealer: Mutex;
  /** `mutex_gil`, a `mutex2_t`: a flag with a mutex and a condition. It is given back only by a thread that yields. */
  private readonly mutex: Mutex;
  private readonly cond: Condition;
  private readonly locked: Cell;

  constructor(place: Place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.fastgil = new Word(place.region, "rpy_fastgil", FREE);
    this.waitingThreads = new Word(place.region, "rpy_waiting_threads");
    this.stealer = new Mutex(place.region, "mutex_gil_stealer");
    this.mutex = new Mutex(place.region, "mutex_gil.mutex");
    this.cond = new Condition(place.region, "mutex_gil.cond");
    this.locked = new Cell(place.region, "mutex_gil.locked", 1);
  }

  /** RPyGilAcquire */
  *acquire(t: number): Steps {
    if ((yield this.fastgil.exchange(TAKEN)) !== FREE) yield* this.acquireSlowly(t);
    this.place.note(t, ACQUIRE);
  }

  /** RPyGilAcquireSlowPath */
  *acquireSlowly(t: number): Steps {
    this.place.note(t, WAIT);
    yield this.waitingThreads.add(1);
    yield this.stealer.lock;
    for (;;) {
      yield this.mutex.lock;
      if (this.locked.value !== 0) yield this.cond.wait(this.mutex, POLL_NS);
      const given = this.locked.value === 0;
      this.locked.value = 1;
      yield this.mutex.unlock;
      if (given || (yield this.fastgil.exchange(TAKEN)) === FREE) break;
      this.place.note(t, VAIN);
    }
    yield this.stealer.unlock;
    yield this.waitingThreads.add(-1);
  }

  /** RPyGilRelease: before a call that may block */
  *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.fastgil.store(FREE);
  }

  /** The action that comes due every 10,000 bytecodes: signals, then RPyGilYieldThread */
  *check(t: number): Steps {
    const breaker = yield this.place.breaker.load;
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      yield this.place.breaker.and(~BREAK_SIGNAL);
      this.place.handleSignals(t);
    }
    this.ticker.restart();
    if ((yield this.waitingThreads.load) <= 0) return;
    this.place.note(t, RELEASE);
    yield this.mutex.lock;
    this.locked.value = 0;
    yield this.cond.signal;
    yield this.mutex.unlock;
    yield* this.acquireSlowly(t);
    this.place.note(t, ACQUIRE);
  }

  /** pypysig_getaddr_occurred: a signal makes the ticker negative, so that the main thread looks at once */
  *signalled(): Steps {
    yield this.place.breaker.or(BREAK_SIGNAL);
  }

  ticks(): number {
    return this.ticker.value;
  }

  keep(left: number): void {
    this.ticker.value = left;
  }
}

export const pypy: Descriptor = {
  name: "pypy",
  title: "PyPy: a word that is exchanged, and one stealer that looks every 0.1 ms",
  models: "PyPy 5.9 and later; its ticks are those of CPython 2.7 here, where PyPy counts its own",
  source:
    "PyPy: rpython/translator/c/src/thread_gil.c (RPyGilAcquireSlowPath, RPyGilYieldThread, RPyGilRelease), thread_pthread.c (mutex2_t), signals.c (pypysig_getaddr_occurred)",
  ticks: 10_000,
  switchInterval_us: 0,
  breaks: BREAK_SIGNAL,
  weights,
  interruptibleLocks: true,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  polls: true,
  create: (place) => new PyPy(place)
};
