import {
  LOCK_STATE,
  LOCK_WAITERS,
  SIGNALS_HIGH,
  SIGNALS_LOW,
  THREAD_ID,
  WAITING_ON,
  WAKE
} from "../../objects/layout.ts";
import type {Clock} from "../../trace/clock.ts";
import {INTERRUPTED, POLL_IN} from "../devices.ts";
import {FOREVER} from "../steps.ts";
import {Leave, type Parking, type Sleeper} from "./parking.ts";
import {type Platform, theLibc} from "./platform.ts";

/** Words of a Python lock, relative to its state. */
const WAITERS = LOCK_WAITERS - LOCK_STATE;

/** What a thread's waits need. */
export interface Waiter {
  memory: Int32Array;
  parking: Parking;
  sleeper: Sleeper;
  platform: Platform;
  clock: Clock;
  /** Reading end of a pipe that becomes readable when the run is over. */
  overFd: number;
  /** Reading end of a pipe that gets a byte with each signal. */
  signalFd: number;
  /** Whether signals interrupt a wait for a lock that has no limit. Those with a limit they always do. */
  interruptibleLocks: boolean;
}

/**
 * The waits of one thread outside the interpreter lock. On the main thread a signal ends them; on every thread the end of
 * the run does. Whoever brings a signal sets its bit first and then wakes the word that the thread says it sleeps on,
 * until the thread has answered; so the bits are looked at after saying so.
 */
export class Waiting {
  private readonly on: Waiter;
  private thread = 0;
  private main = false;

  constructor(waiter: Waiter) {
    this.on = waiter;
  }

  /** The thread that waits from now on. */
  attach(t: number): void {
    this.thread = t;
    this.main = this.on.memory[t + THREAD_ID] === 0;
  }

  /** Whether this is the main thread and a signal is pending. */
  private signalled(): boolean {
    const {memory} = this.on;
    return this.main && (Atomics.load(memory, SIGNALS_LOW) | Atomics.load(memory, SIGNALS_HIGH)) !== 0;
  }

  /** Sleeps on a word as `Sleeper.wait`, or answers INTERRUPTED. @throws Leave when the run is over */
  private doze(at: number, expected: number, ns: number): number {
    const {memory, sleeper, parking} = this.on;
    const {thread} = this;
    Atomics.store(memory, thread + WAITING_ON, -at);
    let answer = INTERRUPTED;
    if (!this.signalled() && !parking.over()) answer = sleeper.wait(at, expected, ns);
    Atomics.store(memory, thread + WAITING_ON, 0);
    if (parking.over()) throw new Leave();
    return this.signalled() ? INTERRUPTED : answer;
  }

  /** Sleeps for `ns`. Answers 0, or INTERRUPTED. */
  sleep(ns: number): number {
    const {memory, clock} = this.on;
    const end_ns = clock() + ns;
    for (let left = ns; left > 0; left = end_ns - clock()) {
      const seen = Atomics.load(memory, this.thread + WAKE);
      if (this.doze(this.thread + WAKE, seen, left) === INTERRUPTED) return INTERRUPTED;
    }
    return 0;
  }

  /** Takes the Python lock at `word` within `ns`. Answers 1, 0 when the time has passed, or INTERRUPTED. */
  lock(word: number, ns: number): number {
    const {memory} = this.on;
    Atomics.add(memory, word + WAITERS, 1);
    const answer = this.waitForLock(word, ns);
    Atomics.sub(memory, word + WAITERS, 1);
    if (answer !== 1) this.passOn(word);
    return answer;
  }

  private waitForLock(word: number, ns: number): number {
    const {memory, clock, parking, interruptibleLocks} = this.on;
    const end_ns = clock() + ns;
    // Before locks had time-outs, Python polled with sleeps where one was asked for, and ran handlers between them.
    const interruptible = interruptibleLocks || ns !== FOREVER;
    while (Atomics.compareExchange(memory, word, 0, 1) !== 0) {
      const left = ns === FOREVER ? FOREVER : end_ns - clock();
      if (left <= 0) return 0;
      const answer = interruptible ? this.doze(word, 1, left) : parking.wait(word, 1, left);
      if (answer === INTERRUPTED) return INTERRUPTED;
    }
    return 1;
  }

  /** A thread that was woken for the lock but leaves without it wakes another. */
  private passOn(word: number): void {
    const {memory, sleeper} = this.on;
    if (Atomics.load(memory, word) === 0 && Atomics.load(memory, word + WAITERS) > 0) sleeper.wake(word, 1);
  }

  tryLock(word: number): number {
    return Atomics.compareExchange(this.on.memory, word, 0, 1) === 0 ? 1 : 0;
  }

  unlock(word: number): void {
    const {memory, sleeper} = this.on;
    Atomics.store(memory, word, 0);
    if (Atomics.load(memory, word + WAITERS) > 0) sleeper.wake(word, 1);
  }

  /**
   * Waits for descriptors. `pollfds` has room for two more entries after `count`. Answers as poll(2), or INTERRUPTED.
   */
  poll(pollfds: Int32Array, count: number, ns: number): number {
    const {platform, parking, clock, overFd, signalFd} = this.on;
    const end_ns = clock() + ns;
    pollfds[count * 2] = overFd;
    pollfds[count * 2 + 2] = signalFd;
    const extra = this.main ? 2 : 1;
    for (let left = ns; ; left = Math.max(0, end_ns - clock())) {
      if (this.signalled()) return INTERRUPTED;
      for (let i = 0; i < extra; i++) pollfds[(count + i) * 2 + 1] = POLL_IN;
      const ready = platform.poll(pollfds, count + extra, left);
      if (parking.over()) throw new Leave();
      if (ready === 0) return 0;
      if (ready < 0 && ready !== INTERRUPTED) return ready;
      const woken = this.main && ready > 0 && pollfds[(count + 1) * 2 + 1] >>> 16 !== 0 ? this.drain() : 0;
      if (ready > woken) return this.signalled() ? INTERRUPTED : ready - woken;
    }
  }

  /** Takes the bytes out of the signal pipe. Answers 1, the number of descriptors that this was. */
  private drain(): number {
    theLibc().read(this.on.signalFd, new Uint8Array(64), 64);
    return 1;
  }
}

/** Waits until one descriptor is ready. Answers its `revents`, 0 when the time has passed, or INTERRUPTED. */
export function oneReady(waiting: Waiting): (fd: number, events: number, ns: number) => number {
  const pollfds = new Int32Array(6);
  return (fd, events, ns) => {
    pollfds[0] = fd;
    pollfds[1] = events;
    return waiting.poll(pollfds, 1, ns);
  };
}
