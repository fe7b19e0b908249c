import {BREAK_EXIT, BREAKER, WAITING_ON} from "../../objects/layout.ts";

/** To wake all that sleep on a word. */
export const EVERYONE = 0x7fffffff;

/** How a thread sleeps on a word of the shared memory and is woken. */
export interface Sleeper {
  /** Sleeps while the word at `at` is `expected`, for at most `ns`. Answers TIMED_OUT, or 0 when woken (perhaps in vain). */
  wait(at: number, expected: number, ns: number): number;
  /** Wakes at most `count` threads that sleep on the word at `at`. */
  wake(at: number, count: number): void;
}

/** Thrown on a thread that must leave because the run is over. No Python code sees it. */
export class Leave extends Error {}

/**
 * Where the thread of this worker sleeps. It says on which word, so that whoever ends the run or brings a signal can wake it,
 * again and again until it answers.
 */
export class Parking {
  private readonly memory: Int32Array;
  private readonly sleeper: Sleeper;
  private thread = 0;

  constructor(memory: Int32Array, sleeper: Sleeper) {
    this.memory = memory;
    this.sleeper = sleeper;
  }

  /** The thread that sleeps here from now on. */
  attach(t: number): void {
    this.thread = t;
  }

  /** As `Sleeper.wait`. @throws Leave when the run is over */
  wait(at: number, expected: number, ns: number): number {
    Atomics.store(this.memory, this.thread + WAITING_ON, at);
    if (this.over()) throw new Leave();
    const answer = this.sleeper.wait(at, expected, ns);
    Atomics.store(this.memory, this.thread + WAITING_ON, 0);
    if (this.over()) throw new Leave();
    return answer;
  }

  wake(at: number, count: number): void {
    this.sleeper.wake(at, count);
  }

  /** Whether the run is over. */
  over(): boolean {
    return (Atomics.load(this.memory, BREAKER) & BREAK_EXIT) !== 0;
  }
}

/** Sleeping by `Atomics.wait`, which works everywhere. V8 serialises its calls for the whole process. */
export class AtomicsSleeper implements Sleeper {
  private readonly memory: Int32Array;

  constructor(memory: Int32Array) {
    this.memory = memory;
  }
  wait(at: number, expected: number, ns: number): number {
    return Atomics.wait(this.memory, at, expected, ns / 1e6) === "timed-out" ? 1 : 0;
  }
  wake(at: number, count: number): void {
    Atomics.notify(this.memory, at, count);
  }
}
