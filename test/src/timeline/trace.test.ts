import fc from "fast-check";
import {expect, test} from "vitest";
import {eventNames} from "../../../runtime/trace/events.ts";
import {sumOf} from "../../../src/timeline/strip.ts";
import {
  columnsOf,
  EVENTS,
  firstFrom,
  type Lane,
  lanesOf,
  livesOf,
  STATES
} from "../../../src/timeline/trace.ts";

const timeInStates = (lane: Lane) => sumOf(lane, {from_ns: 0, to_ns: 1000}).states_ns;

const counts = (thread: number, started_ns: number, ended_ns: number) => ({thread, started_ns, ended_ns});

const rows = (...events: [time_ns: number, thread: number, event: string][]) =>
  columnsOf(events.map(([time_ns, thread, event]) => ({time_ns, thread, event})));

const stretches = ({from_ns, state}: {from_ns: Float64Array; state: Uint8Array}) =>
  Array.from(from_ns, (at, i) => [at, STATES[state[i]]]);

test("knows every event of a trace", () => {
  expect(EVENTS).toEqual(eventNames);
  expect(() => rows([1, 0, "sneeze"])).toThrow("unknown event in a trace: sneeze");
});

test("a thread waits, holds, blocks, and waits again", () => {
  const trace = rows(
    [10, 0, "acquire"],
    [20, 1, "wait"],
    [30, 0, "release"],
    [30, 0, "block"],
    [35, 1, "woken-in-vain"],
    [40, 1, "acquire"],
    [50, 1, "drop-request"],
    [60, 0, "unblock"],
    [70, 1, "release"],
    [75, 0, "acquire"]
  );
  const [main, other] = lanesOf(trace, [counts(0, 5, 90), counts(1, 15, 71)]);
  expect(stretches(main)).toEqual([
    [5, "waits"],
    [10, "holds"],
    [30, "blocked"],
    [60, "waits"],
    [75, "holds"]
  ]);
  expect(timeInStates(main)).toEqual([35, 20, 30]);
  expect(stretches(other)).toEqual([
    [15, "waits"],
    [40, "holds"],
    [70, "waits"]
  ]);
  expect([...other.marks["woken-in-vain"]]).toEqual([35]);
  expect([...other.marks["drop-request"]]).toEqual([50]);
  expect([main, other].map(({marks}) => [...marks["hand-over"]])).toEqual([[75], [40]]);
});

test("a thread that never had the lock waits from its start to its end", () => {
  const [lane] = lanesOf(rows(), [counts(3, 7, 19)]);
  expect(timeInStates(lane)).toEqual([0, 12, 0]);
});

const events = fc
  .array(fc.record({time_ns: fc.nat(100), thread: fc.nat(3), event: fc.constantFrom(...EVENTS)}))
  .map((list) => list.sort((a, b) => a.time_ns - b.time_ns));

test("stretches follow each other, and add up to the thread's life", () => {
  fc.assert(
    fc.property(events, (list) => {
      const threads = [0, 1, 2, 3].map((thread) => counts(thread, 0, 100));
      for (const lane of lanesOf(columnsOf(list), threads)) {
        const [holds, waits, blocked] = timeInStates(lane);
        expect(holds + waits + blocked).toBe(100);
        for (let i = 1; i < lane.from_ns.length; i++)
          expect(lane.from_ns[i]).toBeGreaterThan(lane.from_ns[i - 1]);
      }
    })
  );
});

test("finds the first time from a moment on", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(60), (list, at) => {
      const times = Float64Array.from(list).sort();
      const expected = times.findIndex((time) => time >= at);
      expect(firstFrom(times, at)).toBe(expected < 0 ? times.length : expected);
    })
  );
});

test("events tell lives from a thread's first to the end of all", () => {
  expect(livesOf(rows([10, 1, "acquire"], [20, 0, "wait"], [30, 1, "release"]))).toEqual([
    counts(0, 20, 30),
    counts(1, 10, 30)
  ]);
  expect(livesOf(rows())).toEqual([]);
});
