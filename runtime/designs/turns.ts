import {Cell, Clock, Mutex, type Steps, ThreadCell, ThreadCondition, TIMED_OUT} from "../machines/steps.ts";
import {BREAK_DROP, BREAK_LOOK, BREAK_SIGNAL} from "../objects/layout.ts";
import {ACQUIRE, RELEASE, REQUEST, VAIN, WAIT} from "../trace/events.ts";
import {type Descriptor, type Design, NO_TICKS, type Place} from "./design.ts";
import {Queue} from "./queue.ts";

/** How long who has asked for the lock stays on its processor for it: a holder between two safe points is faster. */
const SPIN_NS = 5000;

/**
 * Threads take turns of one switch interval, counted in time that they hold the lock, and a turn goes on after a blocking
 * call: who comes back within its turn gets the lock at once. Whose turn is over waits for the turns of all others.
 */
class Turns implements Design {
  private readonly place: Place;
  /** Guards all that follows. */
  private readonly mutex: Mutex;
  private readonly cond: ThreadCondition;
  private readonly locked: Cell;
  private readonly holder: Cell;
  /** Who has come back within its turn and asked for the lock, and who waits for it behind them. */
  private readonly asking: Queue;
  private readonly waiting: Queue;
  /** What is left of a thread's turn, in microseconds, as of when it took the lock. */
  private readonly left: ThreadCell;
  private readonly clock: Clock;

  constructor(place: Place) {
    this.place = place;
    const {region} = place;
    this.mutex = new Mutex(region, "mutex");
    this.cond = new ThreadCondition(region, "cond");
    this.locked = new Cell(region, "locked");
    this.holder = new Cell(region, "holder");
    this.asking = new Queue(region, "asking");
    this.waiting = new Queue(region, "waiting");
    this.left = new ThreadCell(region, "left");
    this.clock = new Clock(region, "clock");
  }

  private get interval_us(): number {
    return Math.max(1, this.place.switchInterval_us.value);
  }

  /** Who has the lock next. */
  private first(): number {
    return this.asking.first || this.waiting.first;
  }

  *acquire(t: number): Steps {
    yield this.mutex.lock;
    const asks = this.left.of(t) > 0;
    if (this.mustWait(asks)) {
      if (asks) this.asking.append(t);
      else this.waiting.append(t);
      yield* this.wait(t, asks);
    }
    yield* this.take(t);
    yield this.mutex.unlock;
    this.place.note(t, ACQUIRE);
  }

  /** Within a turn a thread takes a free lock before those who do not ask, as they may still be on their way to it. */
  private mustWait(asks: boolean): boolean {
    return this.locked.value !== 0 || (asks ? this.asking.first : this.first()) !== 0;
  }

  /** With the mutex held, in a queue: until the lock is free and it is the turn of `t`. Who does not ask waits for the end of turns. */
  *wait(t: number, asks: boolean): Steps {
    this.place.note(t, WAIT);
    while (this.locked.value !== 0 || this.first() !== t) {
      if (asks && this.locked.value !== 0) yield* this.ask(t);
      if (this.locked.value === 0 && this.first() === t) break;
      const answer = yield this.cond.wait(t, this.mutex, this.patience_ns());
      if (answer !== TIMED_OUT) this.place.note(t, VAIN);
      else if (this.locked.value !== 0) yield this.place.breaker.or(BREAK_LOOK);
    }
    if (asks) this.asking.remove(t);
    else this.waiting.remove(t);
  }

  private patience_ns(): number {
    return Math.max(1, this.left.of(this.holder.value)) * 1000;
  }

  /** Asks the holder to drop the lock, and stays awake for a while, without the mutex. */
  *ask(t: number): Steps {
    this.place.note(t, REQUEST);
    const breaker = yield this.place.breaker.or(BREAK_DROP);
    yield this.mutex.unlock;
    yield this.place.breaker.spin(breaker | BREAK_DROP, SPIN_NS);
    yield this.mutex.lock;
  }

  *take(t: number): Steps {
    this.locked.value = 1;
    this.holder.value = t;
    if (this.left.of(t) <= 0) this.left.set(t, this.interval_us);
    yield this.clock.advance(0);
  }

  *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.mutex.lock;
    yield* this.charge(t);
    yield* this.drop();
    yield this.mutex.unlock;
  }

  *charge(t: number): Steps {
    const used_us = yield this.clock.advance(this.interval_us);
    this.left.set(t, Math.max(0, this.left.of(t) - used_us));
  }

  *drop(): Steps {
    this.locked.value = 0;
    const first = this.first();
    if (first === 0) return;
    yield this.cond.signal(first);
    yield this.place.breaker.and(~(BREAK_DROP | BREAK_LOOK));
  }

  /** Signals first; then who is asked to drop the lock does, and who is asked to look does when its turn is over. */
  *check(t: number): Steps {
    const breaker = yield this.place.breaker.load;
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      yield this.place.breaker.and(~BREAK_SIGNAL);
      this.place.handleSignals(t);
    }
    if ((breaker & (BREAK_DROP | BREAK_LOOK)) === 0) return;
    yield this.mutex.lock;
    yield* this.charge(t);
    if ((breaker & BREAK_DROP) !== 0 || this.left.of(t) <= 0) yield* this.giveWay(t);
    else yield this.place.breaker.and(~BREAK_LOOK);
    yield this.mutex.unlock;
  }

  /** Who is interrupted in its turn goes on with it next. */
  *giveWay(t: number): Steps {
    this.place.note(t, RELEASE);
    if (this.left.of(t) > 0) this.waiting.prepend(t);
    else this.waiting.append(t);
    yield* this.drop();
    yield* this.wait(t, false);
    yield* this.take(t);
    this.place.note(t, ACQUIRE);
  }

  *signalled(): Steps {
    yield this.place.breaker.or(BREAK_SIGNAL);
  }

  ticks(): number {
    return NO_TICKS;
  }

  keep(_left: number): void {}
}

export const turns: Descriptor = {
  name: "turns",
  title: "Turns: a turn goes on after a blocking call, and who comes back within it gets the lock at once",
  models: "no interpreter; Convoy's own, after what the other designs showed",
  source: "Convoy: runtime/designs/turns.ts",
  ticks: 0,
  switchInterval_us: 5000,
  breaks: BREAK_DROP | BREAK_LOOK | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new Turns(place)
};
