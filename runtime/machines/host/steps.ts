/**
 * The vocabulary of `../steps.ts` performed at once: each step is a function with the step's name. Protocols are
 * compiled against this file by `tools/steps-plugin.mjs`. A sleeping thread costs its waker a system call, so nobody is
 * woken unless somebody is known to wait.
 */
import {type Event, VAIN, WAIT} from "../../trace/events.ts";
import type {Interpreter} from "../interpreter.ts";
import {Region} from "../region.ts";
import * as steps from "../steps.ts";
import {EVERYONE, type Parking} from "./parking.ts";

export const {FOREVER, TIMED_OUT, Cell, ThreadCell} = steps;

/** The same members as a class of the vocabulary, with a function in the place of each step. */
type Performed<T> = {
  [K in keyof T]: T[K] extends steps.Step
    ? () => number
    : T[K] extends (...operands: infer A) => steps.Step
      ? (...operands: Operands<A>) => number
      : T[K];
};
type Operands<A> = {[K in keyof A]: A[K] extends steps.Mutex | undefined ? Performed<steps.Mutex> : A[K]};

/** A region whose words know where this thread sleeps and what it notes. */
export class HostRegion extends Region {
  readonly parking: Parking;
  readonly note: (t: number, event: Event) => void;

  constructor(
    place: {memory: Int32Array; start: number; words: number; initialise: boolean},
    parking: Parking,
    note: (t: number, event: Event) => void
  ) {
    super(place.memory, place.start, place.words, place.initialise);
    this.parking = parking;
    this.note = note;
  }
}

const FREE = 0;
const HELD = 1;
const CONTENDED = 2;

/** Three states, after Drepper, "Futexes are tricky" (2011), mutex 2: unlocking calls the system only if contended. */
export class Mutex implements Performed<steps.Mutex> {
  readonly at: number;
  private readonly memory: Int32Array;
  private readonly parking: Parking;

  constructor(region: HostRegion, name: string) {
    this.at = region.place("mutex", name);
    this.memory = region.memory;
    this.parking = region.parking;
  }
  lock(): number {
    if (Atomics.compareExchange(this.memory, this.at, FREE, HELD) !== FREE) this.lockContended();
    return 0;
  }
  private lockContended(): void {
    while (Atomics.exchange(this.memory, this.at, CONTENDED) !== FREE)
      this.parking.wait(this.at, CONTENDED, FOREVER);
  }
  unlock(): number {
    if (Atomics.exchange(this.memory, this.at, FREE) === CONTENDED) this.parking.wake(this.at, 1);
    return 0;
  }
}

/** Two words: a count that each signal changes, and the number of threads that a signal has not yet been sent to. */
export class Condition implements Performed<steps.Condition> {
  readonly at: number;
  private readonly waiting: number;
  private readonly memory: Int32Array;
  private readonly parking: Parking;

  constructor(region: HostRegion, name: string) {
    this.at = region.place("condition", name);
    this.waiting = this.at + 1;
    this.memory = region.memory;
    this.parking = region.parking;
  }
  wait(mutex: Performed<steps.Mutex>, ns = FOREVER): number {
    const {memory, at} = this;
    Atomics.add(memory, this.waiting, 1);
    const seen = Atomics.load(memory, at);
    mutex.unlock();
    const answer = this.parking.wait(at, seen, ns);
    if (answer === TIMED_OUT) this.claim();
    mutex.lock();
    return answer;
  }
  signal(): number {
    if (!this.claim()) return 0;
    Atomics.add(this.memory, this.at, 1);
    this.parking.wake(this.at, 1);
    return 0;
  }
  broadcast(): number {
    if (Atomics.exchange(this.memory, this.waiting, 0) === 0) return 0;
    Atomics.add(this.memory, this.at, 1);
    this.parking.wake(this.at, EVERYONE);
    return 0;
  }
  /** Counts one waiting thread less, if there is one. */
  private claim(): boolean {
    for (;;) {
      const waiting = Atomics.load(this.memory, this.waiting);
      if (waiting <= 0) return false;
      if (Atomics.compareExchange(this.memory, this.waiting, waiting, waiting - 1) === waiting) return true;
    }
  }
}

/**
 * As glibc's `sem_t` (nptl/sem_waitcommon.c): a count and the number of threads in the slow path of `take`. A woken
 * thread counts as waiting until it runs, so every post meanwhile calls the system.
 */
export class Semaphore implements Performed<steps.Semaphore> {
  readonly at: number;
  private readonly waiting: number;
  private readonly memory: Int32Array;
  private readonly parking: Parking;
  private readonly note: (t: number, event: Event) => void;

  constructor(region: HostRegion, name: string, value: number) {
    this.at = region.place("semaphore", name, value);
    this.waiting = this.at + 1;
    this.memory = region.memory;
    this.parking = region.parking;
    this.note = region.note;
  }
  take(t: number): number {
    if (!this.takeOne()) this.takeLater(t);
    return 0;
  }
  private takeOne(): boolean {
    for (;;) {
      const value = Atomics.load(this.memory, this.at);
      if (value === 0) return false;
      if (Atomics.compareExchange(this.memory, this.at, value, value - 1) === value) return true;
    }
  }
  private takeLater(t: number): void {
    this.note(t, WAIT);
    Atomics.add(this.memory, this.waiting, 1);
    this.parking.wait(this.at, 0, FOREVER);
    while (!this.takeOne()) {
      this.note(t, VAIN);
      this.parking.wait(this.at, 0, FOREVER);
    }
    Atomics.sub(this.memory, this.waiting, 1);
  }
  post(): number {
    Atomics.add(this.memory, this.at, 1);
    if (Atomics.load(this.memory, this.waiting) > 0) this.parking.wake(this.at, 1);
    return 0;
  }
}

export class Word implements Performed<steps.Word> {
  readonly at: number;
  private readonly memory: Int32Array;

  constructor(region: Region, name: string, value = 0, at = region.place("word", name, value)) {
    this.at = at;
    this.memory = region.memory;
  }
  load(): number {
    return Atomics.load(this.memory, this.at);
  }
  store(value: number): number {
    return Atomics.store(this.memory, this.at, value);
  }
  add(value: number): number {
    return Atomics.add(this.memory, this.at, value);
  }
  exchange(value: number): number {
    return Atomics.exchange(this.memory, this.at, value);
  }
  compareExchange(expected: number, value: number): number {
    return Atomics.compareExchange(this.memory, this.at, expected, value);
  }
  or(bits: number): number {
    return Atomics.or(this.memory, this.at, bits);
  }
  and(bits: number): number {
    return Atomics.and(this.memory, this.at, bits);
  }
}

export class Processor implements Pick<Performed<steps.Processor>, "compute" | "block"> {
  private readonly interpreter: Interpreter;

  constructor(interpreter: Interpreter) {
    this.interpreter = interpreter;
  }
  compute(t: number): number {
    return this.interpreter.run(t);
  }
  block(t: number): number {
    return this.interpreter.block(t);
  }
}
