import {beforeAll, describe, expect, it} from "vitest";
import {designs} from "../../../../runtime/designs/index.ts";
import type {Scenario} from "../../../../runtime/machines/exhaustive/index.ts";
import {type Checker, load} from "./load.ts";

let checker: Checker;
beforeAll(async () => {
  ({checker} = await load());
});

const correct = designs.map(({name}) => name).filter((name) => name !== "timeout-without-forced-switching");
describe.each(correct)("%s with 2 threads", (name) => {
  it("has every property when threads only step and time out", () => {
    const rows = checker.check(checker.findDesign(name), {threads: [2]});
    for (const {scenario, pass, verdict, complete} of rows) {
      expect([scenario, pass, complete]).toEqual([scenario, pass, true]);
      if (pass !== "spurious") expect([scenario, verdict]).toEqual([scenario, "holds"]);
    }
  });
  it("gives the same table twice", () => {
    const table = () =>
      JSON.stringify(checker.check(checker.findDesign(name), {scenario: "share-2", now: () => 0}));
    expect(table()).toBe(table());
  });
});

it("without forced switching a thread that was asked to drop the lock has it back before anybody else", () => {
  const rows = checker.check(checker.findDesign("timeout-without-forced-switching"), {threads: [2]});
  const violated = rows.flatMap(({pass, verdicts}) =>
    pass === "steps" ? verdicts.filter(({verdict}) => verdict === "violated") : []
  );
  expect(new Set(violated.map(({property}) => property))).toEqual(new Set(["drop"]));
});

describe("spurious wake-ups", () => {
  const spurious = (name: string) =>
    checker
      .check(checker.findDesign(name), {threads: [2]})
      .filter(({pass, verdict}) => pass === "spurious" && verdict === "violated")
      .flatMap(({verdicts}) => verdicts.filter(({verdict}) => verdict === "violated"));
  it("defeat the forced switch of CPython's lock, and nothing else", () => {
    const violated = spurious("timeout");
    expect(new Set(violated.map(({property}) => property))).toEqual(new Set(["drop"]));
    expect(Math.min(...violated.map(({steps}) => steps!))).toBe(37);
  });
  it.each(["tick", "tick-condition"])("do no harm to %s", (name) => {
    expect(spurious(name)).toEqual([]);
  });
});

describe("starvation", () => {
  const starving = (name: string) =>
    Object.fromEntries(
      checker
        .check(checker.findDesign(name), {threads: [2]})
        .filter(({pass}) => pass === "endless")
        .map(({scenario, starvation}) => [
          scenario,
          starvation!.map(({victim, by}) => `${victim} by ${by}`).join("; ")
        ])
    );
  it("of nobody under tick, where a semaphore that is posted again and again is fair", () => {
    expect(starving("tick")).toEqual({"spin-spin": "", "spin-yield": ""});
  });
  it("of anybody under tick-condition", () => {
    expect(starving("tick-condition")).toEqual({
      "spin-spin": "0 by 1; 1 by 0",
      "spin-yield": "0 by 1; 1 by 0"
    });
  });
  it("of a spinning thread under timeout, by one that makes short blocking calls", () => {
    expect(starving("timeout")).toEqual({"spin-spin": "", "spin-yield": "0 by 1"});
  });
});

describe("a schedule", () => {
  const spurious = "timeout:share-2+spurious:0000000001111t110010000000000w000000000";
  it("comes back from its text", () => {
    expect(checker.encodeSchedule(checker.decodeSchedule(spurious))).toBe(spurious);
    const all = "tick:share-2:0A1B2t3w4l5";
    expect(checker.encodeSchedule(checker.decodeSchedule(all))).toBe(all);
  });
  it("is performed again, up to the violation", () => {
    const schedule = checker.decodeSchedule(spurious);
    const timeline = checker.timeline(
      checker.findDesign("timeout"),
      checker.findScenario("share-2"),
      schedule
    );
    expect(timeline.violated).toBe("drop");
    expect(timeline.rows.length).toBe(37);
    expect(timeline.rows.at(-1)).toMatchObject({actor: 0, text: "unlocks mutex", events: ["has the lock"]});
    expect(checker.formatTimeline(timeline)).toMatch(/wakes by itself on switch_cond +timeout\.ts:\d+\n/);
  });
  it("says what is possible where it is not", () => {
    const schedule = checker.decodeSchedule("tick:share-2:00t");
    expect(() =>
      checker.timeline(checker.findDesign("tick"), checker.findScenario("share-2"), schedule)
    ).toThrow("invalid schedule: choice 2, 0t, is not possible there; possible: 0, 1");
  });
  it("is refused when it is none", () => {
    expect(() => checker.decodeSchedule("tick 0011")).toThrow("invalid schedule: tick 0011");
  });
});

describe("limits", () => {
  it("leave the verdict open and say so", () => {
    const [row] = checker.check(checker.findDesign("timeout"), {scenario: "share-2", limits: {states: 100}});
    expect(row).toMatchObject({complete: false, verdict: "undecided", stopped: "more than 100 states"});
  });
  it("are kept in time", () => {
    let time = 0;
    const now = () => (time += 1000);
    const [row] = checker.check(checker.findDesign("timeout"), {
      scenario: "share-2",
      limits: {seconds: 2},
      now
    });
    expect(row).toMatchObject({verdict: "undecided", stopped: "more than 2 seconds"});
  });
});

describe("a scenario", () => {
  const explored = (scenario: Partial<Scenario>) => () =>
    checker.explore(checker.findDesign("tick"), {name: "x", title: "", threads: [["compute"]], ...scenario});
  it("runs with one thread", () => {
    expect(explored({})().ends.length).toBe(1);
  });
  it.each([
    [{threads: []}, "invalid scenario: x, 0 threads; give 1 to 7"],
    [{threads: [["sleep"]]}, "invalid scenario: x, unknown action sleep; known actions: compute"],
    [{threads: [["start 1"]]}, "invalid scenario: x, start 1; give a thread from 1 to 0"],
    [{threads: [["again", "compute"]]}, "invalid scenario: x, again; put it at the end"]
  ])("is refused: %j", (scenario, message) => {
    expect(explored(scenario as Partial<Scenario>)).toThrow(message);
  });
  it("is found by its name", () => {
    expect(() => checker.findScenario("x")).toThrow("unknown scenario: x; known scenarios: share-2, ");
  });
});
