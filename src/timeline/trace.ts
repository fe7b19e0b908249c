/// A trace in columns, and what threads do in it, stretch by stretch.

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

export interface TraceRow {
  time_ns: number;
  thread: number;
  event: string;
}

/// Throws for an event that there is not.
export function columnsOf(rows: readonly TraceRow[]): Trace {
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

/// What a thread is doing. `holds`: it has the lock. `waits`: it wants it. `blocked`: it wants something else.
export const STATES = ["holds", "waits", "blocked"] as const;
export type State = (typeof STATES)[number];
const HOLDS = 0;
const WAITS = 1;
const BLOCKED = 2;

/// What happens to a thread at one moment. `woken-in-vain`: it woke and found the lock taken again. `drop-request`: it asked
/// the holder to let go. `signal`: it ran a signal's handler. `hand-over`: it has the lock, and another thread had it before.
export const MARKS = ["woken-in-vain", "drop-request", "signal", "hand-over"] as const;
export type Mark = (typeof MARKS)[number];
const HAND_OVER = MARKS.indexOf("hand-over");

/// A row of the timeline: one thread from its start to its end.
export interface Lane {
  thread: number;
  end_ns: number;
  /// Beginnings of the stretches in one state, ascending; each ends where the next begins, the last at `end_ns`.
  from_ns: Float64Array;
  /// Index into STATES, for each stretch.
  state: Uint8Array;
  /// When each mark was made, ascending.
  marks: Record<Mark, Float64Array>;
}

/// When a thread began and ended.
export interface Life {
  thread: number;
  started_ns: number;
  ended_ns: number;
}

/// A thread wants the lock from its start until it has it, and again after a release or when what it blocked on is over.
const STATE_AFTER: Partial<Record<EventName, number>> = {
  acquire: HOLDS,
  release: WAITS,
  block: BLOCKED,
  unblock: WAITS
};

/// The rows of the timeline, by thread. Stretches of no length are left out. Throws for an event of a thread without a life.
export function lanesOf(trace: Trace, lives: readonly Life[]): Lane[] {
  const after = EVENTS.map((name) => STATE_AFTER[name] ?? -1);
  const markOf = EVENTS.map((name) => (MARKS as readonly string[]).indexOf(name));
  let holder = -1;
  const drafts = new Map(
    lives.map(({thread, started_ns, ended_ns}) => [
      thread,
      {thread, end_ns: ended_ns, from: [started_ns], state: [WAITS], marks: MARKS.map((): number[] => [])}
    ])
  );
  for (let i = 0; i < trace.event.length; i++) {
    const lane = drafts.get(trace.thread[i]);
    if (lane === undefined) throw new Error(`unknown thread in a trace: ${trace.thread[i]}`);
    const at = trace.time_ns[i];
    const mark = markOf[trace.event[i]];
    if (mark >= 0) lane.marks[mark].push(at);
    const state = after[trace.event[i]];
    if (state < 0) continue;
    if (state === HOLDS) {
      if (holder !== -1 && holder !== lane.thread) lane.marks[HAND_OVER].push(at);
      holder = lane.thread;
    }
    const last = lane.from.length - 1;
    if (lane.from[last] === at) lane.state[last] = state;
    else if (lane.state[last] !== state) {
      lane.from.push(at);
      lane.state.push(state);
    }
  }
  return [...drafts.values()].map(({thread, end_ns, from, state, marks}) => ({
    thread,
    end_ns,
    from_ns: Float64Array.from(from),
    state: Uint8Array.from(state),
    marks: Object.fromEntries(MARKS.map((mark, i) => [mark, Float64Array.from(marks[i])])) as Lane["marks"]
  }));
}

/// Lives as far as events tell them: from a thread's first event to the end of the trace's last.
export function livesOf({time_ns, thread}: Trace): Life[] {
  const ended_ns = time_ns.length === 0 ? 0 : time_ns[time_ns.length - 1];
  const begun = new Map<number, number>();
  thread.forEach((each, i) => {
    if (!begun.has(each)) begun.set(each, time_ns[i]);
  });
  return [...begun]
    .sort(([a], [b]) => a - b)
    .map(([each, started_ns]) => ({thread: each, started_ns, ended_ns}));
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
