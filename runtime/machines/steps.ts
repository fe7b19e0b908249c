/**
 * The vocabulary of steps: all that a thread can do to another thread. A protocol is a generator function that
 * yields steps; the machine performs each and answers with a number. Nothing here performs anything: the machine
 * `host` links the same protocols against `host/steps.ts`, where every step is a function that acts at once.
 */
import type {Interpreter} from "./interpreter.ts";
import type {Region} from "./region.ts";

/** What a step does; `a` and `b` are its operands, `other` a second word. */
export const Op = {
  lock: 0,
  unlock: 1,
  wait: 2,
  signal: 3,
  broadcast: 4,
  post: 5,
  take: 6,
  load: 7,
  store: 8,
  add: 9,
  exchange: 10,
  compareExchange: 11,
  or: 12,
  and: 13,
  clock: 14,
  sleep: 15,
  compute: 16,
  block: 17,
  spin: 18,
  attempt: 19
} as const;
export type Op = (typeof Op)[keyof typeof Op];

/** One step, to be performed on the word `at` (-1: none). */
export class Step {
  readonly op: Op;
  readonly at: number;
  readonly a: number;
  readonly b: number;
  readonly other: number;

  constructor(op: Op, at: number, a = 0, b = 0, other = -1) {
    this.op = op;
    this.at = at;
    this.a = a;
    this.b = b;
    this.other = other;
  }
}

/** A piece of a thread: yields steps, is answered by numbers, and returns `R`. */
export type Steps<R = void> = Generator<Step, R, number>;

/** The time-out of a wait without one. */
export const FOREVER = Number.POSITIVE_INFINITY;
/** The answer of a wait whose time-out has passed; otherwise it is 0. */
export const TIMED_OUT = 1;

/** A lock that its holder gives back: `pthread_mutex_t`. */
export class Mutex {
  readonly at: number;
  readonly lock: Step;
  readonly unlock: Step;

  constructor(region: Region, name: string) {
    this.at = region.place("mutex", name);
    this.lock = new Step(Op.lock, this.at);
    this.unlock = new Step(Op.unlock, this.at);
  }
}

/** `pthread_cond_t`: a wait may end without a signal. */
export class Condition {
  readonly at: number;
  readonly signal: Step;
  readonly broadcast: Step;

  constructor(region: Region, name: string) {
    this.at = region.place("condition", name);
    this.signal = new Step(Op.signal, this.at);
    this.broadcast = new Step(Op.broadcast, this.at);
  }

  /** Gives `mutex` back, sleeps until a signal or for `ns` nanoseconds, locks it again. Answers TIMED_OUT or 0. */
  wait(mutex: Mutex, ns = FOREVER): Step {
    return new Step(Op.wait, this.at, ns, 0, mutex.at);
  }
}

/** A condition of which each thread has its own, to wake one thread and no other. */
export class ThreadCondition {
  private readonly offset: number;

  constructor(region: Region, name: string) {
    this.offset = region.placeInThreads("condition", name, 2);
  }
  /** As `Condition.wait`, on the condition of thread `t`. */
  wait(t: number, mutex: Mutex, ns = FOREVER): Step {
    return new Step(Op.wait, t + this.offset, ns, 0, mutex.at);
  }
  /** Wakes thread `t` if it waits. */
  signal(t: number): Step {
    return new Step(Op.signal, t + this.offset);
  }
}

/** `sem_t`. Only the machine sees a thread fall asleep and wake in vain inside `take`, so it notes that itself. */
export class Semaphore {
  readonly at: number;
  readonly post: Step;

  constructor(region: Region, name: string, value: number) {
    this.at = region.place("semaphore", name, value);
    this.post = new Step(Op.post, this.at);
  }

  /** Waits on behalf of thread `t` until the count is above 0 and takes one. */
  take(t: number): Step {
    return new Step(Op.take, this.at, t);
  }
}

/** A shared word that is only touched atomically: each access is a step and answers the word's old value. */
export class Word {
  readonly at: number;
  readonly load: Step;

  /** @param at an address fixed elsewhere; without it the region gives one */
  constructor(region: Region, name: string, value = 0, at = region.place("word", name, value)) {
    this.at = at;
    this.load = new Step(Op.load, at);
  }
  store(value: number): Step {
    return new Step(Op.store, this.at, value);
  }
  add(value: number): Step {
    return new Step(Op.add, this.at, value);
  }
  exchange(value: number): Step {
    return new Step(Op.exchange, this.at, value);
  }
  compareExchange(expected: number, value: number): Step {
    return new Step(Op.compareExchange, this.at, expected, value);
  }
  or(bits: number): Step {
    return new Step(Op.or, this.at, bits);
  }
  and(bits: number): Step {
    return new Step(Op.and, this.at, bits);
  }
  /** Reads again and again as long as it is `value`, for `ns` nanoseconds at most, without leaving the processor. */
  spin(value: number, ns: number): Step {
    return new Step(Op.spin, this.at, value, ns);
  }
}

/** A shared word that a mutex (or the lock under study) guards: plain access, no step. */
export class Cell {
  readonly at: number;
  private readonly memory: Int32Array;

  /** @param at an address fixed elsewhere; without it the region gives one */
  constructor(region: Region, name: string, value = 0, at = region.place("cell", name, value)) {
    this.at = at;
    this.memory = region.memory;
  }
  get value(): number {
    return this.memory[this.at];
  }
  set value(value: number) {
    this.memory[this.at] = value;
  }
}

/** A number of which each thread has its own, guarded as a `Cell` is. It is 0 when the thread starts. */
export class ThreadCell {
  readonly offset: number;
  private readonly memory: Int32Array;

  constructor(region: Region, name: string) {
    this.offset = region.placeInThreads("cell", name);
    this.memory = region.memory;
  }
  of(t: number): number {
    return this.memory[t + this.offset];
  }
  set(t: number, value: number): void {
    this.memory[t + this.offset] = value;
  }
}

/**
 * A clock that stands unless a design moves it on, in whole microseconds, so that it can leave out what shall not count.
 * Guarded as a `Cell` is.
 */
export class Clock {
  readonly at: number;
  /** What it shows; it goes round after 2^32. */
  readonly now: Cell;

  constructor(region: Region, name: string) {
    this.at = region.place("clock", name);
    this.now = new Cell(region, `${name}, now`);
  }
  /** Moves it on by the time since the last call of anybody's, `most_us` at most, and answers that. */
  advance(most_us: number): Step {
    return new Step(Op.clock, this.at, most_us, 0, this.now.at);
  }
}

/** For each thread a moment on a clock, `us` microseconds after it was set. */
export class Deadline {
  private readonly offset: number;
  private readonly us: number;
  private readonly clock: Clock;
  private readonly memory: Int32Array;

  constructor(region: Region, name: string, clock: Clock, us: number) {
    this.offset = region.placeInThreads("deadline", name);
    this.clock = clock;
    this.us = us;
    this.memory = region.memory;
  }
  set(t: number): void {
    this.memory[t + this.offset] = (this.clock.now.value + this.us) | 0;
  }
  /**
   * Microseconds until the moment of thread `t`, or -1 when it has passed. A design may ask whether it has passed, and
   * which of two comes first; more a machine need not know.
   */
  left(t: number): number {
    const left_us = (this.memory[t + this.offset] - this.clock.now.value) | 0;
    return left_us > this.us ? -1 : Math.max(-1, left_us);
  }
}

/** What a thread does that is no lock: run Python, block, sleep. */
export class Processor {
  // biome-ignore lint/complexity/noUselessConstructor: on the machine `host` it performs what these steps say
  constructor(_interpreter: Interpreter) {}
  /** Runs thread `t`'s bytecodes until it stops. Answers why: STOP_* of the layout. */
  compute(t: number): Step {
    return new Step(Op.compute, -1, t);
  }
  /** Performs the blocking operation that thread `t` has pending. Answers its result. */
  block(t: number): Step {
    return new Step(Op.block, -1, t);
  }
  /** Performs that operation if it need not wait. Answers its result, or NOT_READY. */
  attempt(t: number): Step {
    return new Step(Op.attempt, -1, t);
  }
  sleep(ns: number): Step {
    return new Step(Op.sleep, -1, ns);
  }
}
