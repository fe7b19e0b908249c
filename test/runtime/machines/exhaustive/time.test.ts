import {describe, expect, it} from "vitest";
import {Deadlines, reading, readings} from "../../../../runtime/machines/exhaustive/time.ts";

describe("readings", () => {
  it("say that no time has passed where they may say nothing else", () => {
    expect([...readings(0, 2, true)]).toEqual([0]);
  });
  it("say nothing or the most where there is no deadline", () => {
    expect([...readings(10, 0, false)].map(reading)).toEqual([
      {most: false, moved: false, passed: 0},
      {most: true, moved: true, passed: 0}
    ]);
  });
  it("let any number of the first deadlines pass, in any time", () => {
    const all = [...readings(10, 2, false)].map(reading);
    for (const most of [false, true])
      for (const passed of [0, 1, 2]) expect(all).toContainEqual({most, moved: true, passed});
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(7);
  });
});

describe("Deadlines", () => {
  const deadlines = new Deadlines([0, 1, 2]);

  it("that are set at one moment are equal, and later ones come later", () => {
    const state = new Int32Array(3);
    deadlines.set(state, 0, true);
    deadlines.set(state, 1, false);
    deadlines.set(state, 2, true);
    expect([...state]).toEqual([1, 1, 2]);
  });
  it("pass in order", () => {
    const state = Int32Array.of(3, 1, 2);
    deadlines.pass(state, 2);
    expect([...state]).toEqual([1, -1, -1]);
  });
  it("leave no gap when one is set again or taken away", () => {
    const state = Int32Array.of(1, 2, 3);
    deadlines.set(state, 0, true);
    expect([...state]).toEqual([3, 1, 2]);
    deadlines.clear(state, 1);
    expect([...state]).toEqual([2, 0, 1]);
  });
});
