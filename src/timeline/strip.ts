/// What a row of the timeline shows in each of its columns, which are pixels.

import {firstFrom, type Lane, MARKS, STATES} from "./trace.js";
import type {View} from "./view.js";

/// One thread over a view.
export interface Strip {
  thread: number;
  started_ns: number;
  ended_ns: number;
  /// For each of STATES the share of each column's time, 0 to 1.
  shares: Float64Array[];
  /// For each of MARKS how many fall into each column.
  marks: Float64Array[];
}

/// The columns of a lane, exactly.
export function stripOf(lane: Lane, view: View, columns: number): Strip {
  return {
    thread: lane.thread,
    started_ns: lane.from_ns[0],
    ended_ns: lane.end_ns,
    shares: shares(lane, view, columns),
    marks: MARKS.map((mark) => counts(lane.marks[mark], view, columns))
  };
}

/// For each column the share of its time in each state, state by state.
export function shares(lane: Lane, {from_ns, to_ns}: View, columns: number): Float64Array[] {
  const sums = STATES.map(() => new Float64Array(columns));
  const column_ns = (to_ns - from_ns) / columns;
  const {from_ns: starts, state, end_ns} = lane;
  for (let i = Math.max(0, firstFrom(starts, from_ns) - 1); i < starts.length && starts[i] < to_ns; i++) {
    const begin = Math.max(starts[i], from_ns);
    const end = Math.min(starts[i + 1] ?? end_ns, to_ns);
    if (end <= begin) continue;
    const sum = sums[state[i]];
    const first = Math.floor((begin - from_ns) / column_ns);
    const last = Math.min(columns - 1, Math.floor((end - from_ns) / column_ns));
    for (let column = first; column <= last; column++) {
      const left = Math.max(begin, from_ns + column * column_ns);
      const right = Math.min(end, from_ns + (column + 1) * column_ns);
      if (right > left) sum[column] += (right - left) / column_ns;
    }
  }
  return sums;
}

function counts(times: Float64Array, {from_ns, to_ns}: View, columns: number): Float64Array {
  const found = new Float64Array(columns);
  const scale = columns / (to_ns - from_ns);
  for (let i = firstFrom(times, from_ns); i < times.length && times[i] < to_ns; i++)
    found[Math.min(columns - 1, Math.floor((times[i] - from_ns) * scale))]++;
  return found;
}

/// What a thread did in a view.
export interface Sum {
  thread: number;
  /// Nanoseconds in each of STATES.
  states_ns: number[];
  /// Turns with the lock that began.
  turns: number;
  /// How many of each of MARKS.
  marks: number[];
}

/// The sums of a lane over a view, exactly.
export function sumOf(lane: Lane, {from_ns, to_ns}: View): Sum {
  const states_ns = STATES.map(() => 0);
  let turns = 0;
  const {from_ns: starts, state, end_ns} = lane;
  for (let i = Math.max(0, firstFrom(starts, from_ns) - 1); i < starts.length && starts[i] < to_ns; i++) {
    const length = Math.min(starts[i + 1] ?? end_ns, to_ns) - Math.max(starts[i], from_ns);
    states_ns[state[i]] += Math.max(0, length);
    if (state[i] === 0 && starts[i] >= from_ns) turns++;
  }
  const marks = MARKS.map(
    (mark) => firstFrom(lane.marks[mark], to_ns) - firstFrom(lane.marks[mark], from_ns)
  );
  return {thread: lane.thread, states_ns, turns, marks};
}
