import {expect, test} from "vitest";
import {load} from "./load.ts";

const {checker} = await load();
const {findDesign, findScenario, lassos, timeline, encodeSchedule, decodeSchedule, formatTimeline} = checker;
const design = findDesign("timeout");
const scenario = findScenario("spin-yield");
const [lasso, ...others] = lassos(design, scenario, [{victim: 0, by: [1], alone: [1]}]);

test("who starves has a cycle that leads back to where it began, on which another has the lock", () => {
  expect(others).toEqual([]);
  expect(lasso).toMatchObject({victim: 0, by: [1]});
  const twice = timeline(design, scenario, {
    choices: [...lasso.stem, ...lasso.loop],
    loop: lasso.loop,
    spurious: false
  });
  const [first, second] = [-2 * lasso.loop.length, -lasso.loop.length].map((at) =>
    twice.rows.slice(at, at + lasso.loop.length || undefined)
  );
  expect(second).toEqual(first);
  expect(new Set(first.map(({holder}) => holder))).toEqual(new Set([-1, 1]));
  expect(first.flatMap(({actor, events}) => (actor === 0 ? events : []))).toEqual(["woken in vain"]);
});

test("a cycle is written in brackets, read again, and shown as what can go on for ever", () => {
  const schedule = {
    design: "timeout",
    scenario: "spin-yield",
    spurious: false,
    choices: lasso.stem,
    loop: lasso.loop
  };
  const text = encodeSchedule(schedule);
  expect(text).toMatch(/^timeout:spin-yield:[0-9twlA-J]+\([0-9twlA-J]+\)$/);
  expect(decodeSchedule(text)).toEqual(schedule);
  const shown = timeline(design, scenario, schedule);
  expect(shown.again).toBe(lasso.stem.length);
  expect(formatTimeline(shown)).toContain("for ever:");
});

test("without starvation there is no cycle", () => {
  expect(lassos(findDesign("tick"), scenario, [])).toEqual([]);
});
