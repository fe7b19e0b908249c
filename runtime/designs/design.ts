import type {Code} from "../language/code.ts";
import type {Region} from "../machines/region.ts";
import type {Cell, Steps, Word} from "../machines/steps.ts";
import {BREAK_SIGNAL} from "../objects/layout.ts";
import type {Event} from "../trace/events.ts";

/**
 * How threads share one interpreter: a lock protocol made of steps. `t` is a thread's address.
 * Its generator functions yield steps only as calls or members of the design's own words (`yield this.gil.post`),
 * so that the same source can be compiled to plain functions.
 */
export interface Design {
  /** Takes the interpreter lock. */
  acquire(t: number): Steps;
  /** Gives the interpreter lock back. */
  release(t: number): Steps;
  /** What thread `t`, which holds the lock, does when its ticks are used up or the breaker is set. */
  check(t: number): Steps;
  /** A signal has arrived and is pending; performed by the machine, without the lock. */
  signalled(): Steps;
  /** The holder's countdown of ticks: its check is due when it falls below 0. NO_TICKS: only the breaker asks. */
  ticks(): number;
  /** The holder stopped with its countdown at `left`. */
  keep(left: number): void;
}

/** A countdown that no run reaches the end of. */
export const NO_TICKS = 2 ** 30;

/** What a machine gives to a design. Only its words are steps; the rest is plain. */
export interface Place {
  /** Where the design's own words go. */
  region: Region;
  /** Not 0: the running thread stops at its next safe point. Bits: BREAK_* of the layout. */
  breaker: Word;
  /** What `sys.setswitchinterval` sets, in microseconds. */
  switchInterval_us: Cell;
  /** What `sys.setcheckinterval` sets, in ticks. */
  checkInterval: Cell;
  /** Whether a signal has arrived that no handler has run for. */
  signalPending(): boolean;
  /** Whether `t` is the main thread, which alone runs signal handlers. */
  isMain(t: number): boolean;
  /** What thread `t` has set with `sys.setpriority`: 0 unless it did. */
  priorityOf(t: number): number;
  /** On the main thread with a signal pending: its handler runs next, and the answer is true. */
  handleSignals(t: number): boolean;
  /** Records what happened to thread `t`. */
  note(t: number, event: Event): void;
}

/** A design by name, with what a reader must know of it. */
export interface Descriptor {
  name: string;
  title: string;
  /** Which interpreters, on which systems, it models. */
  models: string;
  /** Where the protocol comes from: version, file, functions. */
  source: string;
  /** Check interval in ticks unless the program sets another; 0: checks are asked for by time. */
  ticks: number;
  /** Switch interval in microseconds unless the program sets another; 0: the design has none. */
  switchInterval_us: number;
  /** Bits of the breaker, BREAK_* of the layout, by which it asks running threads to check. */
  breaks: number;
  /** Ticks of each instruction of a code object; null: the design does not count. */
  weights: ((code: Code) => Uint8Array) | null;
  /** Whether a signal interrupts the main thread's wait for a Python lock that has no limit. One with a limit it always does. */
  interruptibleLocks: boolean;
  /** Whether a pending signal stops every thread at each safe point, and not the main thread alone. Default false. */
  signalsStopAll?: boolean;
  /** What a signal does to the threads until its handler has run. */
  pendingSignals: string;
  /** Whether it rests on time-outs: who waits looks now and then, and nobody wakes it. Default false. */
  polls?: boolean;
  /**
   * Whether a thread keeps the lock over a call that need not wait: it tries the call first, which costs a system call more
   * where it has to wait after all. Default false.
   */
  keepsLock?: boolean;
  create(place: Place): Design;
}

/** The bits of the breaker at which a thread stops. */
export function heeded({breaks, signalsStopAll = false}: Descriptor, isMain: boolean): number {
  return isMain || signalsStopAll ? breaks : breaks & ~BREAK_SIGNAL;
}
