/** What `convoy new design` writes: NAME is the design's name, TYPE that of its class. */
export const template = `/**
 * An interpreter lock. Try every interleaving of it: convoy check ./NAME.ts
 * Run a program under it: convoy run --design ./NAME.ts count.py (with --machine simulated on virtual cores).
 *
 * A design says what threads do to each other, as steps: yield one, and the machine performs it and answers with a
 * number. Between two steps a thread does plain work that nobody can come between, and that nobody else may watch.
 *
 * - Mutex: lock, unlock. Condition: wait(mutex, ns), signal, broadcast. Semaphore: post, take(t).
 * - Word: a shared number; each access is a step of its own: load, store, add, exchange, compareExchange, or, and.
 * - Cell: a shared number that a mutex, or the interpreter lock itself, guards: plain value, no step.
 *
 * All that changes is kept in these, never in a field of the class: each thread has its own copy of that.
 */
import {
  ACQUIRE,
  BREAK_DROP,
  BREAK_SIGNAL,
  Cell,
  Condition,
  type Descriptor,
  type Design,
  Mutex,
  NO_TICKS,
  type Place,
  RELEASE,
  REQUEST,
  type Steps,
  VAIN,
  WAIT
} from "convoy";

/** Threads draw a number and are served in order; who waits asks the holder to let go at its next safe point. */
class TYPE implements Design {
  private readonly place: Place;
  /** Guards the two numbers. */
  private readonly mutex: Mutex;
  /** Somebody else is served now. */
  private readonly turn: Condition;
  /** The next number to draw, and the number that holds the lock or may take it. */
  private readonly drawn: Cell;
  private readonly served: Cell;
  /** How many threads wait; while there are any, the holder is asked to let go. */
  private readonly waiting: Cell;

  constructor(place: Place) {
    this.place = place;
    this.mutex = new Mutex(place.region, "mutex");
    this.turn = new Condition(place.region, "turn");
    this.drawn = new Cell(place.region, "drawn");
    this.served = new Cell(place.region, "served");
    this.waiting = new Cell(place.region, "waiting");
  }

  /** Takes the interpreter lock. Notes tell reports, and the checker, what happened: ACQUIRE comes last. */
  *acquire(t: number): Steps {
    yield this.mutex.lock;
    const mine = this.drawn.value;
    this.drawn.value = (mine + 1) | 0;
    if (this.served.value !== mine) yield* this.waitFor(t, mine);
    yield this.mutex.unlock;
    this.place.note(t, ACQUIRE);
  }

  /** A wait on a condition may end without a signal, and a signal may be for somebody else: hence the loop. */
  *waitFor(t: number, mine: number): Steps {
    this.place.note(t, WAIT);
    this.waiting.value++;
    this.place.note(t, REQUEST);
    yield this.place.breaker.or(BREAK_DROP);
    yield this.turn.wait(this.mutex);
    while (this.served.value !== mine) {
      this.place.note(t, VAIN);
      yield this.turn.wait(this.mutex);
    }
    this.waiting.value--;
    if (this.waiting.value === 0) yield this.place.breaker.and(~BREAK_DROP);
  }

  /** Gives it back: it is the next number's turn. RELEASE comes first. */
  *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.mutex.lock;
    this.served.value = (this.served.value + 1) | 0;
    yield this.turn.broadcast;
    yield this.mutex.unlock;
  }

  /** At a safe point, with a bit of the breaker set: signals first, then the request to let go. */
  *check(t: number): Steps {
    const breaker = yield this.place.breaker.load;
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      yield this.place.breaker.and(~BREAK_SIGNAL);
      this.place.handleSignals(t);
    }
    if ((breaker & BREAK_DROP) === 0) return;
    yield* this.release(t);
    yield* this.acquire(t);
  }

  /** A signal has arrived and is pending; the main thread is to look. */
  *signalled(): Steps {
    yield this.place.breaker.or(BREAK_SIGNAL);
  }

  /** This design does not count ticks. */
  ticks(): number {
    return NO_TICKS;
  }
  keep(_left: number): void {}
}

const descriptor: Descriptor = {
  name: "NAME",
  title: "NAME: in order of arrival",
  models: "no interpreter yet",
  source: "an idea",
  ticks: 0,
  switchInterval_us: 0,
  breaks: BREAK_DROP | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new TYPE(place)
};

export default descriptor;
`;
