import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Events} from "../../../../runtime/machines/simulated/events.ts";

describe("events", () => {
  it("come by time, those of one moment as they were set", () => {
    const events = new Events();
    const slots = Array.from({length: 200}, () => events.slot());
    const operation = fc.record({
      slot: fc.integer({min: 0, max: slots.length - 1}),
      time: fc.integer({min: 0, max: 20}),
      clear: fc.boolean()
    });
    fc.assert(
      fc.property(fc.array(operation, {maxLength: 300}), (operations) => {
        const model = new Map<number, {time: number; order: number}>();
        operations.forEach(({slot, time, clear}, order) => {
          if (clear) {
            events.clear(slot);
            model.delete(slot);
          } else {
            events.set(slot, time);
            model.set(slot, {time, order});
          }
        });
        const expected = [...model].sort(([, a], [, b]) => a.time - b.time || a.order - b.order);
        const actual = expected.map(() => {
          const slot = events.first();
          const time = events.time(slot);
          events.clear(slot);
          return [slot, time];
        });
        expect(actual).toEqual(expected.map(([slot, {time}]) => [slot, time]));
        expect([events.size, events.first(), events.firstTime()]).toEqual([0, -1, Number.POSITIVE_INFINITY]);
      })
    );
  });

  it("can be moved", () => {
    const events = new Events();
    const [a, b] = [events.slot(), events.slot()];
    events.set(a, 10);
    events.set(b, 20);
    events.set(a, 30);
    expect(events.first()).toBe(b);
    events.set(a, 20);
    expect(events.first()).toBe(b);
    events.set(b, 20);
    expect(events.first()).toBe(a);
    expect([events.isSet(a), events.time(a)]).toEqual([true, 20]);
  });
});
