/// A trace in columns, as a worker hands it over, and its fingerprint.

/// Events by code. The names are those of `convoy run --trace`.
export const EVENTS = [
  "acquire",
  "wait",
  "woken-in-vain",
  "release",
  "drop-request",
  "block",
  "unblock",
  "signal"
] as const;
export type EventName = (typeof EVENTS)[number];

/// One event for each index, by time.
export interface Trace {
  time_ns: Float64Array<ArrayBuffer>;
  thread: Int32Array<ArrayBuffer>;
  /// Index into EVENTS.
  event: Uint8Array<ArrayBuffer>;
}

export function columnsOf(rows: readonly {time_ns: number; thread: number; event: string}[]): Trace {
  const codes = new Map<string, number>(EVENTS.map((name, code) => [name, code]));
  const trace = {
    time_ns: new Float64Array(rows.length),
    thread: new Int32Array(rows.length),
    event: new Uint8Array(rows.length)
  };
  rows.forEach((row, i) => {
    const code = codes.get(row.event);
    if (code === undefined) throw new Error(`unknown event in a trace: ${row.event}`);
    trace.time_ns[i] = row.time_ns;
    trace.thread[i] = row.thread;
    trace.event[i] = code;
  });
  return trace;
}

const OFFSETS = [0x811c9dc5, 0x050c5d1f];
const PRIME = 0x01000193;

/// Sixteen hexadecimal digits that differ, in all likelihood, where two traces do: two FNV-1a hashes of 32 bits, from
/// different beginnings, over the bytes of all times, threads and events.
export function fingerprint({time_ns, thread, event}: Trace): string {
  const [first, second] = [time_ns, thread, event].reduce(
    (hashes, column) => {
      let [a, b] = hashes;
      for (const byte of new Uint8Array(column.buffer, column.byteOffset, column.byteLength)) {
        a = Math.imul(a ^ byte, PRIME);
        b = Math.imul(b ^ byte, PRIME);
        b = (b << 5) | (b >>> 27);
      }
      return [a, b];
    },
    [...OFFSETS]
  );
  return [first, second].map((hash) => (hash >>> 0).toString(16).padStart(8, "0")).join("");
}

/// A thread of a run, with what the machine counted.
export interface ThreadCounts {
  thread: number;
  acquisitions: number;
  woken_in_vain: number;
  drop_requests_sent: number;
  voluntary_switches: number;
  involuntary_switches: number;
  started_ns: number;
  ended_ns: number;
}

/// What a thread is doing. `holds`: it has the lock. `waits`: it wants it. `blocked`: it wants something else.
export const STATES = ["holds", "waits", "blocked"] as const;
export type State = (typeof STATES)[number];
const HOLDS = 0;
const WAITS = 1;
const BLOCKED = 2;

/// A row of the timeline: one thread from its start to its end.
export interface Lane {
  thread: number;
  end_ns: number;
  /// Beginnings of the stretches in one state, ascending; each ends where the next begins, the last at `end_ns`.
  from_ns: Float64Array;
  /// Index into STATES, for each stretch.
  state: Uint8Array;
  /// When the thread was woken and found the lock taken again.
  vain_ns: Float64Array;
}

/// A thread wants the lock from its start until it has it, and again after a release or when what it blocked on is over.
const STATE_AFTER: Partial<Record<EventName, number>> = {
  acquire: HOLDS,
  release: WAITS,
  block: BLOCKED,
  unblock: WAITS
};

/// The rows of the timeline, by thread. Stretches of no length are left out.
export function lanesOf(trace: Trace, threads: readonly ThreadCounts[]): Lane[] {
  const after = EVENTS.map((name) => STATE_AFTER[name] ?? -1);
  const vain = EVENTS.indexOf("woken-in-vain");
  const drafts = new Map(
    threads.map(({thread, started_ns, ended_ns}) => [
      thread,
      {thread, end_ns: ended_ns, from: [started_ns], state: [WAITS], vain: [] as number[]}
    ])
  );
  for (let i = 0; i < trace.event.length; i++) {
    const lane = drafts.get(trace.thread[i]);
    if (lane === undefined) throw new Error(`unknown thread in a trace: ${trace.thread[i]}`);
    const at = trace.time_ns[i];
    if (trace.event[i] === vain) lane.vain.push(at);
    const state = after[trace.event[i]];
    if (state < 0) continue;
    const last = lane.from.length - 1;
    if (lane.from[last] === at) lane.state[last] = state;
    else if (lane.state[last] !== state) {
      lane.from.push(at);
      lane.state.push(state);
    }
  }
  return [...drafts.values()].map(({thread, end_ns, from, state, vain}) => ({
    thread,
    end_ns,
    from_ns: Float64Array.from(from),
    state: Uint8Array.from(state),
    vain_ns: Float64Array.from(vain)
  }));
}

/// Nanoseconds in each state, by name.
export function timeInStates({from_ns, state, end_ns}: Lane): Record<State, number> {
  const sums = {holds: 0, waits: 0, blocked: 0};
  for (let i = 0; i < from_ns.length; i++) sums[STATES[state[i]]] += (from_ns[i + 1] ?? end_ns) - from_ns[i];
  return sums;
}

/// How often the lock went from one thread to another.
export function handovers(trace: Trace): number {
  const acquire = EVENTS.indexOf("acquire");
  let holder = -1;
  let count = 0;
  for (let i = 0; i < trace.event.length; i++) {
    if (trace.event[i] !== acquire) continue;
    if (holder !== -1 && trace.thread[i] !== holder) count++;
    holder = trace.thread[i];
  }
  return count;
}

/// The first of ascending `times` that is not before `at`, by index.
export function firstFrom(times: Float64Array, at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
