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

export const {FOREVER, TIMED_OUT, Cell, ThreadCell, Deadline} = steps;

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

// A condition has two words: a count that each signal changes, and the number of threads that no signal was sent to yet.
const WAITING = 1;

function waitOn(
  memory: Int32Array,
  parking: Parking,
  at: number,
  mutex: Performed<steps.Mutex>,
  ns: number
): number {
  Atomics.add(memory, at + WAITING, 1);
  const seen = Atomics.load(memory, at);
  mutex.unlock();
  const answer = parking.wait(at, seen, ns);
  if (answer === TIMED_OUT) claim(memory, at);
  mutex.lock();
  return answer;
}

function signalOne(memory: Int32Array, parking: Parking, at: number): number {
  if (!claim(memory, at)) return 0;
  Atomics.add(memory, at, 1);
  parking.wake(at, 1);
  return 0;
}

/** Counts one waiting thread less, if there is one. */
function claim(memory: Int32Array, at: number): boolean {
  for (;;) {
    const waiting = Atomics.load(memory, at + WAITING);
    if (waiting <= 0) return false;
    if (Atomics.compareExchange(memory, at + WAITING, waiting, waiting - 1) === waiting) return true;
  }
}

export class Condition implements Performed<steps.Condition> {
  readonly at: number;
  private readonly memory: Int32Array;
  private readonly parking: Parking;

  constructor(region: HostRegion, name: string) {
    this.at = region.place("condition", name);
    this.memory = region.memory;
    this.parking = region.parking;
  }
  wait(mutex: Performed<steps.Mutex>, ns = FOREVER): number {
    return waitOn(this.memory, this.parking, this.at, mutex, ns);
  }
  signal(): number {
    return signalOne(this.memory, this.parking, this.at);
  }
  broadcast(): number {
    if (Atomics.exchange(this.memory, this.at + WAITING, 0) === 0) return 0;
    Atomics.add(this.memory, this.at, 1);
    this.parking.wake(this.at, EVERYONE);
    return 0;
  }
}

/** One condition for each thread: `Condition` with an address that depends on the thread. */
export class ThreadCondition implements Performed<steps.ThreadCondition> {
  private readonly offset: number;
  private readonly memory: Int32Array;
  private readonly parking: Parking;

  constructor(region: HostRegion, name: string) {
    this.offset = region.placeInThreads("condition", name, 2);
    this.memory = region.memory;
    this.parking = region.parking;
  }
  wait(t: number, mutex: Performed<steps.Mutex>, ns = FOREVER): number {
    return waitOn(this.memory, this.parking, t + this.offset, mutex, ns);
  }
  signal(t: number): number {
    return signalOne(this.memory, this.parking, t + this.offset);
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
  spin(value: number, ns: number): number {
    const end_ns = performance.now() * 1e6 + ns;
    for (;;) {
      for (let i = 0; i < LOOKS; i++) if (Atomics.load(this.memory, this.at) !== value) break;
      const found = Atomics.load(this.memory, this.at);
      if (found !== value || performance.now() * 1e6 >= end_ns) return found;
    }
  }
}

/** How often a spinning thread looks at the word before it looks at the clock. */
const LOOKS = 16;

/** The clock of all threads: the system's monotonic one. */
export class Clock implements Performed<steps.Clock> {
  readonly at: number;
  readonly now: steps.Cell;
  private readonly memory: Int32Array;

  constructor(region: Region, name: string) {
    this.at = region.place("clock", name);
    this.now = new Cell(region, `${name}, now`);
    this.memory = region.memory;
  }
  advance(most_us: number): number {
    const read_us = Number(process.hrtime.bigint() / 1000n) | 0;
    const passed_us = Math.min(most_us, Math.max(0, (read_us - this.memory[this.at]) | 0));
    this.memory[this.at] = read_us;
    this.now.value += passed_us;
    return passed_us;
  }
}

export class Processor implements Pick<Performed<steps.Processor>, "compute" | "block" | "attempt"> {
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
  attempt(t: number): number {
    return this.interpreter.attempt(t);
  }
}
