/**
 * Trace records in shared memory: one ring a thread, written by that thread alone, the oldest record overwritten when
 * it is full. Words of the buffer: a header line (rings taken, records a ring), then for each ring a header line
 * (thread id, records ever written) and its records of four words (event, nanoseconds low and high, operand).
 */
import type {Clock} from "./clock.ts";
import {type Event, eventNames} from "./events.ts";

const LINE = 16;
const RECORD_WORDS = 4;
const TAKEN = 0;
const CAPACITY = 1;
const THREAD = 0;
const COUNT = 1;

/** One event of a trace. `time_ns` counts from the start of the run. */
export interface TraceRow {
  time_ns: number;
  thread: number;
  event: string;
}

/** A trace after the run: its rows by time, and how many older ones were overwritten. */
export interface Trace {
  rows: TraceRow[];
  overwritten: number;
}

const ringWords = (capacity: number) => LINE + capacity * RECORD_WORDS;

/**
 * Memory for the traces of a run.
 * @param rings most threads traced; threads that start later are not
 * @param capacity records kept of each, a power of two
 */
export function createTraceBuffer(rings = 64, capacity = 1 << 16): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer((LINE + rings * ringWords(capacity)) * 4);
  new Int32Array(buffer)[CAPACITY] = capacity;
  return buffer;
}

/** The ring of one thread, for writing. */
export class Ring {
  private readonly words: Int32Array;
  private readonly clock: Clock;
  private readonly start: number;
  private readonly mask: number;

  private constructor(words: Int32Array, start: number, capacity: number, clock: Clock) {
    this.words = words;
    this.start = start;
    this.mask = capacity - 1;
    this.clock = clock;
  }

  /** Takes a ring for the thread with this id; null when all are taken. */
  static take(buffer: SharedArrayBuffer, thread: number, clock: Clock): Ring | null {
    const words = new Int32Array(buffer);
    const capacity = words[CAPACITY];
    const start = LINE + Atomics.add(words, TAKEN, 1) * ringWords(capacity);
    if (start + ringWords(capacity) > words.length) return null;
    words[start + THREAD] = thread;
    return new Ring(words, start, capacity, clock);
  }

  record(event: Event): void {
    const {words, start} = this;
    const time_ns = this.clock();
    const count = words[start + COUNT];
    const at = start + LINE + (count & this.mask) * RECORD_WORDS;
    words[at] = event;
    words[at + 1] = time_ns % 2 ** 32;
    words[at + 2] = time_ns / 2 ** 32;
    words[start + COUNT] = count + 1;
  }
}

/** All records of a finished run, by time. */
export function readTrace(buffer: SharedArrayBuffer): Trace {
  const words = new Int32Array(buffer);
  const capacity = words[CAPACITY];
  const trace: Trace = {rows: [], overwritten: 0};
  for (let ring = 0; ring < words[TAKEN]; ring++) {
    const start = LINE + ring * ringWords(capacity);
    if (start + ringWords(capacity) > words.length) break;
    const count = words[start + COUNT] >>> 0;
    const first = Math.max(0, count - capacity);
    trace.overwritten += first;
    for (let i = first; i < count; i++) {
      const at = start + LINE + (i & (capacity - 1)) * RECORD_WORDS;
      const time_ns = (words[at + 1] >>> 0) + words[at + 2] * 2 ** 32;
      trace.rows.push({time_ns, thread: words[start + THREAD], event: eventNames[words[at]]});
    }
  }
  trace.rows.sort((a, b) => a.time_ns - b.time_ns);
  return trace;
}
