import {Cell, Condition, Mutex, type Steps} from "../machines/steps.ts";
import {ACQUIRE, RELEASE, VAIN, WAIT} from "../trace/events.ts";
import type {Descriptor, Design, Place} from "./design.ts";
import {roundRobin} from "./roundrobin.ts";
import {Ticker} from "./ticker.ts";

/** Priorities below 0, 0, and above: each a level. */
const LEVELS = 3;

/** Round robin on each level: nobody jumps the queue of his own level, or of one above. */
class Levels implements Design {
  private readonly place: Place;
  private readonly ticker: Ticker;
  private readonly mutex: Mutex;
  private readonly locked: Cell;
  /** By level, the lowest first: who waits, and how many. */
  private readonly released: readonly Condition[];
  private readonly waiting: readonly Cell[];

  constructor(place: Place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.mutex = new Mutex(place.region, "mutex");
    this.locked = new Cell(place.region, "locked");
    const levels = Array.from({length: LEVELS}, (_, level) => level);
    this.released = levels.map((level) => new Condition(place.region, `released ${level}`));
    this.waiting = levels.map((level) => new Cell(place.region, `waiting ${level}`));
  }

  *acquire(t: number): Steps {
    const level = 1 + Math.sign(this.place.priorityOf(t));
    yield this.mutex.lock;
    if (this.locked.value !== 0 || this.highest() >= level) yield* this.waitForRelease(t, level);
    this.locked.value = 1;
    yield this.mutex.unlock;
    this.place.note(t, ACQUIRE);
  }

  /** With the mutex held: the highest level on which somebody waits, or -1. */
  private highest(): number {
    for (let level = LEVELS - 1; level >= 0; level--) if (this.waiting[level].value > 0) return level;
    return -1;
  }

  *waitForRelease(t: number, level: number): Steps {
    this.place.note(t, WAIT);
    this.waiting[level].value++;
    yield this.released[level].wait(this.mutex);
    while (this.locked.value !== 0 || this.highest() > level) {
      this.place.note(t, VAIN);
      yield this.released[level].wait(this.mutex);
    }
    this.waiting[level].value--;
  }

  *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.mutex.lock;
    this.locked.value = 0;
    const level = this.highest();
    if (level >= 0) yield this.released[level].signal;
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

export const levels: Descriptor = {
  ...roundRobin,
  name: "levels",
  title: "Levels: round robin on each of three levels of priority, which programs set",
  models: "CPython 2.7 with the third lock of issue 8299's patch, April 2010; it was not applied",
  source:
    "python/cpython issue 8299 (Jonsson): gil.patch as its first message describes it; what else it could do with priorities could not be read",
  create: (place) => new Levels(place)
};
