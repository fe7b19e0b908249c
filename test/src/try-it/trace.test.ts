import fc from "fast-check";
import {expect, test} from "vitest";
import {eventNames} from "../../../runtime/trace/events.ts";
import {
  columnsOf,
  EVENTS,
  fingerprint,
  firstFrom,
  handovers,
  lanesOf,
  STATES,
  timeInStates
} from "../../../src/try-it/trace.ts";

const counts = (thread: number, started_ns: number, ended_ns: number) => ({
  thread,
  started_ns,
  ended_ns,
  acquisitions: 0,
  woken_in_vain: 0,
  drop_requests_sent: 0,
  voluntary_switches: 0,
  involuntary_switches: 0
});

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
  expect(timeInStates(main)).toEqual({holds: 35, waits: 20, blocked: 30});
  expect(stretches(other)).toEqual([
    [15, "waits"],
    [40, "holds"],
    [70, "waits"]
  ]);
  expect([...other.vain_ns]).toEqual([35]);
  expect(handovers(trace)).toBe(2);
});

test("a thread that never had the lock waits from its start to its end", () => {
  const [lane] = lanesOf(rows(), [counts(3, 7, 19)]);
  expect(timeInStates(lane)).toEqual({holds: 0, waits: 12, blocked: 0});
});

const events = fc
  .array(fc.record({time_ns: fc.nat(100), thread: fc.nat(3), event: fc.constantFrom(...EVENTS)}))
  .map((list) => list.sort((a, b) => a.time_ns - b.time_ns));

test("stretches follow each other, and add up to the thread's life", () => {
  fc.assert(
    fc.property(events, (list) => {
      const threads = [0, 1, 2, 3].map((thread) => counts(thread, 0, 100));
      for (const lane of lanesOf(columnsOf(list), threads)) {
        const {holds, waits, blocked} = timeInStates(lane);
        expect(holds + waits + blocked).toBe(100);
        for (let i = 1; i < lane.from_ns.length; i++)
          expect(lane.from_ns[i]).toBeGreaterThan(lane.from_ns[i - 1]);
      }
    })
  );
});

test("a fingerprint depends on every event", () => {
  fc.assert(
    fc.property(events, fc.nat(), (list, at) => {
      const before = fingerprint(columnsOf(list));
      expect(before).toMatch(/^[0-9a-f]{16}$/);
      expect(fingerprint(columnsOf(list))).toBe(before);
      if (list.length === 0) return;
      const changed = list.map((each, i) =>
        i === at % list.length ? {...each, time_ns: each.time_ns + 1} : each
      );
      expect(fingerprint(columnsOf(changed))).not.toBe(before);
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
