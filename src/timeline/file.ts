/// Reads trace files of `convoy run --trace` as a reader drops them: CSV, or the JSON that Perfetto opens.

import {columnsOf, EVENTS, type Lane, lanesOf, livesOf, MARKS, STATES, type TraceRow} from "./trace.js";

/// The lanes of a trace file. Throws with a sentence for what is none.
export function readTraceFile(name: string, text: string): Lane[] {
  if (/\.parquet$/i.test(name))
    throw new Error(`unknown format: ${name}; this page reads CSV and JSON: run with --trace trace.csv`);
  const lanes = /^\s*[{[]/.test(text) ? readJson(name, text) : readCsv(name, text);
  if (lanes.length === 0) throw new Error(`invalid trace: ${name} has no events`);
  return lanes;
}

const HEAD = "time_ns,thread,event";

function readCsv(name: string, text: string): Lane[] {
  const [head, ...lines] = text.trimEnd().split(/\r?\n/);
  if (head?.trim() !== HEAD)
    throw new Error(
      `invalid trace: ${name} does not begin with ${HEAD}; write one with convoy run --trace trace.csv`
    );
  const rows = lines.map((line, i): TraceRow => {
    const [time, thread, event, ...more] = line.split(",");
    const row = {time_ns: Number(time), thread: Number(thread), event};
    const sound =
      time !== "" && row.time_ns >= 0 && thread !== "" && Number.isInteger(row.thread) && row.thread >= 0;
    if (!sound || more.length > 0 || !(EVENTS as readonly string[]).includes(event))
      throw new Error(
        `invalid trace: ${name}, line ${i + 2}: ${line.slice(0, 60)}; it must be a time, a thread, an event`
      );
    return row;
  });
  // Events of one moment keep their order.
  rows.sort((a, b) => a.time_ns - b.time_ns);
  const trace = columnsOf(rows);
  return lanesOf(trace, livesOf(trace));
}

/// Bars of the Trace Event Format, as `convoy run --trace` names them.
const BARS: Record<string, (typeof STATES)[number]> = {
  "holds the lock": "holds",
  "waits for the lock": "waits",
  blocked: "blocked"
};

interface JsonEvent {
  name: string;
  ph: string;
  tid: number;
  ts: number;
  dur?: number;
}

function readJson(name: string, text: string): Lane[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new Error(`invalid trace: ${name} is no JSON: ${(error as Error).message}`);
  }
  const events = (read as {traceEvents?: unknown})?.traceEvents;
  if (!Array.isArray(events))
    throw new Error(
      `invalid trace: ${name} has no traceEvents; write one with convoy run --trace trace.json`
    );
  const threads = new Map<number, Bar[]>();
  const marks = new Map<number, [mark: string, at_ns: number][]>();
  (events as JsonEvent[]).forEach((event, i) => {
    if (event?.ph === "M") return;
    const bar = event?.ph === "X" ? BARS[event.name] : undefined;
    const mark = event?.ph === "i" && (MARKS as readonly string[]).includes(event.name);
    const timed =
      Number.isInteger(event?.tid) && event.ts >= 0 && (bar === undefined || (event.dur ?? -1) >= 0);
    if ((bar === undefined && !mark) || !timed)
      throw new Error(
        `invalid trace: ${name}, event ${i + 1}, is none that Convoy writes: ${JSON.stringify(event)?.slice(0, 80)}`
      );
    const {tid, ts, dur = 0} = event;
    const from_ns = Math.round(ts * 1000);
    if (mark) listIn(marks, tid).push([event.name, from_ns]);
    else
      listIn(threads, tid).push({
        state: STATES.indexOf(bar!),
        from_ns,
        to_ns: Math.round((ts + dur) * 1000)
      });
  });
  return lanesOfBars(threads, marks);
}

function listIn<T>(lists: Map<number, T[]>, thread: number): T[] {
  const list = lists.get(thread) ?? [];
  lists.set(thread, list);
  return list;
}

interface Bar {
  state: number;
  from_ns: number;
  to_ns: number;
}

/// Between its bars a thread waits. A bar of waiting says nothing that the gap does not.
function lanesOfBars(threads: Map<number, Bar[]>, marks: Map<number, [string, number][]>): Lane[] {
  const end_ns = Math.max(0, ...[...threads.values()].flat().map(({to_ns}) => to_ns));
  const waits = STATES.indexOf("waits");
  const handovers = handoversOf(threads);
  return [...threads]
    .sort(([a], [b]) => a - b)
    .map(([thread, bars]) => {
      const from: number[] = [];
      const state: number[] = [];
      const begin = (at: number, next: number) => {
        if (from.at(-1) === at) state[state.length - 1] = next;
        else if (state.at(-1) !== next) {
          from.push(at);
          state.push(next);
        }
      };
      bars.sort((a, b) => a.from_ns - b.from_ns);
      begin(bars[0].from_ns, waits);
      for (const bar of bars.filter((each) => each.state !== waits)) {
        begin(bar.from_ns, bar.state);
        begin(bar.to_ns, waits);
      }
      const own = marks.get(thread) ?? [];
      const timesOf = (mark: string) =>
        mark === "hand-over"
          ? (handovers.get(thread) ?? [])
          : own.filter(([name]) => name === mark).map(([, at]) => at);
      return {
        thread,
        end_ns,
        from_ns: Float64Array.from(from),
        state: Uint8Array.from(state),
        marks: Object.fromEntries(
          MARKS.map((mark) => [mark, Float64Array.from(timesOf(mark)).sort()])
        ) as Lane["marks"]
      };
    });
}

function handoversOf(threads: Map<number, Bar[]>): Map<number, number[]> {
  const turns = [...threads].flatMap(([thread, bars]) =>
    bars.filter(({state}) => STATES[state] === "holds").map(({from_ns}) => ({thread, from_ns}))
  );
  turns.sort((a, b) => a.from_ns - b.from_ns);
  const found = new Map<number, number[]>();
  turns.forEach(({thread, from_ns}, i) => {
    if (i > 0 && turns[i - 1].thread !== thread) listIn(found, thread).push(from_ns);
  });
  return found;
}
