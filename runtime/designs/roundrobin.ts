import {Cell, Condition, Mutex, type Steps} from "../machines/steps.ts";
import {ACQUIRE, RELEASE, VAIN, WAIT} from "../trace/events.ts";
import type {Descriptor, Design, Place} from "./design.ts";
import {Ticker} from "./ticker.ts";
import {weights} from "./ticks.ts";

/** Nobody jumps the queue: who comes while others wait goes to sleep at least once, so that a releaser cannot win. */
export class RoundRobin implements Design {
  protected readonly place: Place;
  private readonly ticker: Ticker;
  protected readonly mutex: Mutex;
  protected readonly released: Condition;
  protected readonly locked: Cell;
  /** How many threads wait. */
  protected readonly waiting: Cell;

  constructor(place: Place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.mutex = new Mutex(place.region, "mutex");
    this.released = new Condition(place.region, "released");
    this.locked = new Cell(place.region, "locked");
    this.waiting = new Cell(place.region, "waiting");
  }

  *acquire(t: number): Steps {
    yield this.mutex.lock;
    if (this.mustWait(t)) yield* this.waitForRelease(t);
    this.locked.value = 1;
    this.taking(t);
    yield this.mutex.unlock;
    this.place.note(t, ACQUIRE);
  }

  /** With the mutex held: whether `t` has to wait at least once. */
  protected mustWait(_t: number): boolean {
    return this.locked.value !== 0 || this.waiting.value > 0;
  }

  /** With the mutex held: `t` has the lock from now on. */
  protected taking(_t: number): void {}

  *waitForRelease(t: number): Steps {
    this.place.note(t, WAIT);
    this.waiting.value++;
    yield this.released.wait(this.mutex);
    while (this.locked.value !== 0) {
      this.place.note(t, VAIN);
      yield this.released.wait(this.mutex);
    }
    this.waiting.value--;
  }

  *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.mutex.lock;
    this.locked.value = 0;
    yield this.released.signal;
    yield this.mutex.unlock;
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

export const roundRobin: Descriptor = {
  name: "roundrobin",
  title: "Round robin: who comes while others wait sleeps at least once",
  models: "CPython 2.7 with the patch of issue 8299, April 2010; it was not applied",
  source:
    "python/cpython issue 8299 (Jonsson): gil.patch as its first message describes it, and the acquisition as it stands in the discussion",
  ticks: 100,
  switchInterval_us: 0,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new RoundRobin(place)
};
