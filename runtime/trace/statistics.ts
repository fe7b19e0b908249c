/** Counters of one thread, in its block of the shared memory, and their reading after the run. */
import {
  BYTECODES_HIGH,
  BYTECODES_LOW,
  STATS,
  THREAD_ID,
  THREAD_WORDS,
  THREADS,
  THREADS_MAX
} from "../objects/layout.ts";
import {ACQUIRE, EVENTS, type Event, RELEASE, REQUEST, VAIN, WAIT} from "./events.ts";
import type {Ring} from "./ring.ts";

/** Words of a thread's block that hold its statistics. */
export const STATS_WORDS = 32;

/** Doubles of the statistics after the event counters, relative to the thread's block in 8-byte units. */
const slot = (n: number) => (STATS + EVENTS) / 2 + n;
export const USER_US = slot(0);
export const SYSTEM_US = slot(1);
export const VOLUNTARY = slot(2);
export const INVOLUNTARY = slot(3);
export const BLOCKED_NS = slot(4);
export const STARTED_NS = slot(5);
export const ENDED_NS = slot(6);

/** What one thread did in a run. */
export interface ThreadMetrics {
  thread: number;
  bytecodes: number;
  acquisitions: number;
  waits: number;
  woken_in_vain: number;
  releases: number;
  drop_requests_sent: number;
  user_us: number;
  system_us: number;
  voluntary_switches: number;
  involuntary_switches: number;
  blocked_ns: number;
  started_ns: number;
  ended_ns: number;
}

/** Counts the events of the thread that it is attached to, and records them when that thread is traced. */
export class Notes {
  private readonly memory: Int32Array;
  ring: Ring | null = null;

  constructor(memory: Int32Array) {
    this.memory = memory;
  }
  readonly note = (t: number, event: Event): void => {
    this.memory[t + STATS + event]++;
    if (this.ring !== null) this.ring.record(event);
  };
}

/** Reads what thread `t` did. */
export function threadMetrics(memory: Int32Array, t: number): ThreadMetrics {
  const doubles = new Float64Array(memory.buffer);
  const count = (event: Event) => memory[t + STATS + event] >>> 0;
  const double = (at: number) => doubles[t / 2 + at];
  return {
    thread: memory[t + THREAD_ID],
    bytecodes: (memory[t + BYTECODES_LOW] >>> 0) + memory[t + BYTECODES_HIGH] * 2 ** 32,
    acquisitions: count(ACQUIRE),
    waits: count(WAIT),
    woken_in_vain: count(VAIN),
    releases: count(RELEASE),
    drop_requests_sent: count(REQUEST),
    user_us: double(USER_US),
    system_us: double(SYSTEM_US),
    voluntary_switches: double(VOLUNTARY),
    involuntary_switches: double(INVOLUNTARY),
    blocked_ns: double(BLOCKED_NS),
    started_ns: double(STARTED_NS),
    ended_ns: double(ENDED_NS)
  };
}

/** Acquisitions, waits, wakings in vain and drop requests of all threads together, but for ended ones whose place was taken. */
export function lockCounts(memory: Int32Array): number[] {
  return [ACQUIRE, WAIT, VAIN, REQUEST].map((event) => {
    let sum = 0;
    for (let id = 0; id < THREADS_MAX; id++) sum += memory[THREADS + id * THREAD_WORDS + STATS + event] >>> 0;
    return sum;
  });
}
