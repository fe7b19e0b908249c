import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Events} from "../../../../runtime/machines/simulated/events.ts";

const LATER = Number.POSITIVE_INFINITY;

/** The same in the simplest way: the moment and the order of each slot that is set. */
class Model {
  readonly slots = new Map<number, {time: number; order: number}>();
  private order = 0;

  set(slot: number, time: number): void {
    this.slots.set(slot, {time, order: this.order++});
  }
  first(): [slot: number, time: number] {
    const sorted = [...this.slots].sort(([, a], [, b]) => a.time - b.time || a.order - b.order);
    return sorted.length === 0 ? [-1, LATER] : [sorted[0][0], sorted[0][1].time];
  }
}

describe("events", () => {
  it("come by time, those of one moment as they were set, whatever is set, moved and taken back between", () => {
    const slot = fc.integer({min: 0, max: 199});
    const operation = fc.oneof(
      fc.record({kind: fc.constant("set"), slot, time: fc.integer({min: 0, max: 20})}),
      fc.record({kind: fc.constant("clear"), slot, time: fc.constant(0)}),
      fc.record({kind: fc.constant("take"), slot: fc.constant(-1), time: fc.constant(0)})
    );
    fc.assert(
      fc.property(fc.array(operation, {maxLength: 400}), (operations) => {
        const events = new Events();
        for (let i = 0; i < 200; i++) events.slot();
        const model = new Model();
        const takeFirst = () => {
          const [expected, time] = model.first();
          expect(events.firstTime()).toBe(time);
          expect(events.take()).toBe(expected);
          model.slots.delete(expected);
        };
        for (const {kind, slot, time} of operations) {
          if (kind === "take") takeFirst();
          else if (kind === "clear") {
            events.clear(slot);
            model.slots.delete(slot);
          } else {
            events.set(slot, time);
            model.set(slot, time);
          }
          expect([events.size, events.firstTime()]).toEqual([model.slots.size, model.first()[1]]);
          if (slot < 0) continue;
          const known = model.slots.get(slot);
          expect(events.isSet(slot)).toBe(known !== undefined);
          if (known) expect(events.time(slot)).toBe(known.time);
        }
        while (model.slots.size > 0) takeFirst();
        expect([events.size, events.take(), events.firstTime()]).toEqual([0, -1, LATER]);
      })
    );
  });

  it("can be moved", () => {
    const events = new Events();
    const [a, b] = [events.slot(), events.slot()];
    events.set(a, 10);
    events.set(b, 20);
    events.set(a, 30);
    expect(events.firstTime()).toBe(20);
    events.set(a, 20);
    events.set(b, 20);
    expect([events.isSet(a), events.time(a)]).toEqual([true, 20]);
    expect([events.take(), events.take(), events.take()]).toEqual([a, b, -1]);
  });

  it("have room for every slot, however many are made meanwhile", () => {
    const events = new Events();
    const taken: number[] = [];
    for (let i = 0; i < 1000; i++) {
      const slot = events.slot();
      events.set(slot, 1000 - i);
      if (i % 3 === 0) taken.push(events.take());
    }
    expect(new Set(taken).size).toBe(334);
    expect(events.size).toBe(666);
  });
});
