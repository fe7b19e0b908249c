import fc from "fast-check";
import {expect, test} from "vitest";
import {columnsOf, EVENTS} from "../../../src/timeline/trace.ts";
import {fingerprint} from "../../../src/try-it/trace.ts";

const events = fc
  .array(fc.record({time_ns: fc.nat(100), thread: fc.nat(3), event: fc.constantFrom(...EVENTS)}))
  .map((list) => list.sort((a, b) => a.time_ns - b.time_ns));

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
