import {expect, test} from "vitest";
import {type Criterion, compared, standings} from "../../../src/report/pareto.ts";

const rate: Criterion = {name: "rate", better: "more", same: 1.1};
const time: Criterion = {name: "time", better: "less", same: 1.1};

test("a difference counts from its factor on, in the direction of its criterion", () => {
  expect(compared(100, 105, rate)).toBe(0);
  expect(compared(100, 120, rate)).toBe(-1);
  expect(compared(100, 120, time)).toBe(1);
  expect(compared(0, 1, rate)).toBe(-1);
  expect(compared(0, 0, rate)).toBe(0);
});

test("who is beaten by nobody is on the front", () => {
  const found = standings(
    [
      {name: "fast and dear", values: [100, 2]},
      {name: "slow and cheap", values: [10, 1]},
      {name: "slow and dear", values: [10, 2]},
      {name: "about as fast and dear", values: [98, 2.05]},
      {name: "unknown", values: [null, 1]}
    ],
    [rate, time]
  );
  expect(found).toEqual([
    {name: "fast and dear", beatenBy: []},
    {name: "slow and cheap", beatenBy: []},
    {name: "slow and dear", beatenBy: ["fast and dear", "slow and cheap", "about as fast and dear"]},
    {name: "about as fast and dear", beatenBy: []}
  ]);
});
