import {
  Cell,
  Clock,
  Deadline,
  Mutex,
  type Steps,
  ThreadCell,
  ThreadCondition,
  TIMED_OUT,
  Word
} from "../machines/steps.ts";
import {BREAK_DROP, BREAK_LOOK, BREAK_SIGNAL} from "../objects/layout.ts";
import {ACQUIRE, RELEASE, REQUEST, VAIN, WAIT} from "../trace/events.ts";
import {type Descriptor, type Design, NO_TICKS, type Place} from "./design.ts";
import {Queue} from "./queue.ts";

/** `rr_interval`: how long a thread runs before it gets a new deadline, and how far off that is, by `DEADLINE_FACTOR`. */
const SLICE_US = 10_000;
const DEADLINE_US = 8 * SLICE_US;
/** A waiter wakes after so much for each that waits, in case the runner is in a long bytecode. */
const PATIENCE_NS = 5_500_000;
/** `SWITCH_BACK_TIMEOUT`: how long who is named lets a more urgent thread come back. */
const SWITCH_BACK_NS = 12_000;

const NOBODY = 0;

/** A scheduler in the place of a lock: who gives it back names who is next, the earliest deadline first. */
class Bfs implements Design {
  private readonly place: Place;
  /** `bfs_mutex`: guards all that follows. */
  private readonly mutex: Mutex;
  /** `bfs_cond` of a thread */
  private readonly cond: ThreadCondition;
  /** `bfs_rq`: who waits, in order of arrival */
  private readonly waiting: Queue;
  /** `bfs_thread`: who runs, or is named to */
  private readonly thread: Cell;
  /** `bfs_thread_prev`: who named `thread`, until that takes over */
  private readonly previous: Cell;
  /** `bfs_thread_switch`: who waits until `thread` takes over */
  private readonly switching: Cell;
  /** 1: who was named and lets another come back has lost its turn to it. In the source that looks at `bfs_thread`. */
  private readonly snatched: Word;
  /** `bfs_python_time`, `bfs_slice` and `bfs_deadline` of a thread */
  private readonly clock: Clock;
  private readonly slice: ThreadCell;
  private readonly deadline: Deadline;

  constructor(place: Place) {
    this.place = place;
    const {region} = place;
    this.mutex = new Mutex(region, "bfs_mutex");
    this.cond = new ThreadCondition(region, "bfs_cond");
    this.waiting = new Queue(region, "bfs_rq");
    this.thread = new Cell(region, "bfs_thread", NOBODY);
    this.previous = new Cell(region, "bfs_thread_prev", NOBODY);
    this.switching = new Cell(region, "bfs_thread_switch", NOBODY);
    this.snatched = new Word(region, "snatched");
    this.clock = new Clock(region, "bfs_python_time");
    this.slice = new ThreadCell(region, "bfs_slice");
    this.deadline = new Deadline(region, "bfs_deadline", this.clock, DEADLINE_US);
  }

  /** bfs_schedule */
  *acquire(t: number): Steps {
    yield this.mutex.lock;
    yield* this.schedule(t);
    yield this.mutex.unlock;
    this.place.note(t, ACQUIRE);
  }

  /** bfs_schedule, with the mutex held */
  *schedule(t: number): Steps {
    if (this.slice.of(t) <= 0) {
      this.slice.set(t, SLICE_US);
      this.deadline.set(t);
    }
    const other = this.thread.value;
    if (other !== NOBODY) {
      const urgent = this.isUrgent(t, other);
      // Who is named and has not yet taken over goes on waiting.
      if (urgent && this.previous.value !== NOBODY) yield this.snatched.store(1);
      else yield* this.wait(t, urgent);
    }
    this.thread.value = t;
    this.previous.value = NOBODY;
    const switching = this.switching.value;
    if (switching !== NOBODY) {
      this.switching.value = NOBODY;
      yield this.cond.signal(switching);
    }
    yield this.clock.advance(0);
  }

  /** Whether `t` comes before `other`; when the deadline of `other` has passed, first come is first served. */
  private isUrgent(t: number, other: number): boolean {
    const left_us = this.deadline.left(other);
    return left_us >= 0 && this.deadline.left(t) <= left_us;
  }

  /** _bfs_timed_wait, until `t` is named */
  *wait(t: number, urgent: boolean): Steps {
    this.place.note(t, WAIT);
    if (urgent) this.place.note(t, REQUEST);
    yield this.place.breaker.or(urgent ? BREAK_DROP : BREAK_LOOK);
    this.waiting.append(t);
    while (this.thread.value !== t) {
      const answer = yield this.cond.wait(t, this.mutex, this.waiting.length * PATIENCE_NS);
      if (answer === TIMED_OUT) yield this.place.breaker.or(BREAK_LOOK);
      if (this.thread.value !== t) this.place.note(t, VAIN);
      else if (this.letsBack(t)) yield* this.letBack();
    }
    this.waiting.remove(t);
  }

  /** Whether who named `t` is more urgent, and did so by itself. */
  private letsBack(t: number): boolean {
    const {value: previous} = this.previous;
    if (previous === NOBODY) return false;
    const left_us = this.deadline.left(t);
    return left_us >= 0 && this.deadline.left(previous) < left_us;
  }

  *letBack(): Steps {
    yield this.snatched.store(0);
    yield this.mutex.unlock;
    yield this.snatched.spin(0, SWITCH_BACK_NS);
    yield this.mutex.lock;
  }

  /** bfs_yield, before a call that may block; here its book-keeping is guarded as well */
  *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.mutex.lock;
    yield* this.charge(t);
    this.previous.value = t;
    yield* this.nameNext(t);
    yield this.mutex.unlock;
  }

  *charge(t: number): Steps {
    const used_us = yield this.clock.advance(SLICE_US);
    this.slice.set(t, Math.max(0, this.slice.of(t) - used_us));
  }

  /** _bfs_yield, with the mutex held */
  *nameNext(t: number): Steps {
    yield this.place.breaker.and(~(BREAK_DROP | BREAK_LOOK));
    const next = this.findTask();
    this.thread.value = next;
    if (next === NOBODY) return;
    yield this.cond.signal(next);
    if (this.switching.value !== NOBODY || !this.mustSwitch(t, next)) return;
    this.switching.value = t;
    while (this.switching.value === t) yield this.cond.wait(t, this.mutex);
  }

  /** bfs_find_task: the earliest deadline, or the first that has passed */
  private findTask(): number {
    const {waiting, deadline} = this;
    let task = waiting.first;
    for (let t = task; t !== NOBODY && deadline.left(task) >= 0; t = waiting.after(t))
      if (deadline.left(t) < deadline.left(task)) task = t;
    return task;
  }

  private mustSwitch(t: number, next: number): boolean {
    const left_us = this.deadline.left(next);
    return this.slice.of(t) <= 0 || left_us < 0 || this.deadline.left(t) >= left_us;
  }

  /** bfs_checkpoint, after signals */
  *check(t: number): Steps {
    const breaker = yield this.place.breaker.load;
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      yield this.place.breaker.and(~BREAK_SIGNAL);
      this.place.handleSignals(t);
    }
    if ((breaker & (BREAK_DROP | BREAK_LOOK)) === 0) return;
    yield this.mutex.lock;
    yield this.place.breaker.and(~BREAK_LOOK);
    yield* this.charge(t);
    if ((breaker & BREAK_DROP) !== 0 || this.slice.of(t) <= 0) {
      this.place.note(t, RELEASE);
      yield* this.nameNext(t);
      yield* this.schedule(t);
      this.place.note(t, ACQUIRE);
    }
    yield this.mutex.unlock;
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

export const bfs: Descriptor = {
  name: "bfs",
  title: "BFS: a scheduler in the place of a lock; the earliest deadline is next",
  models: "Aides's patch in issue 7946, March and May 2010, as ported to CPython 3.9; it was not applied",
  source:
    "JuliaPoo/cpython: Python/bfs.c (Aides 2010: bfs_schedule, _bfs_yield, bfs_find_task, bfs_checkpoint); there the runner also looks at the clock every 5,000 ticks, here when a waiter asks it to",
  ticks: 0,
  switchInterval_us: 0,
  breaks: BREAK_DROP | BREAK_LOOK | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new Bfs(place)
};
