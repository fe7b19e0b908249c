import {expect, test} from "vitest";
import {checkRows} from "../../../loaders/checks.ts";
import {designs} from "../../../runtime/designs/index.ts";
import {checkValues, type ProofRow} from "../../../src/report/checks.ts";
import {counterexample, readSchedules, renderSchedule} from "../../../src/report/schedule.ts";

const schedules = await readSchedules();
const values = await checkValues(schedules);

test("every schedule that was recorded breaks the property that its row names, and no step less does", async () => {
  const rows = (await checkRows("rows")) as unknown as ProofRow[];
  const broken = rows.filter(({schedule}) => schedule !== null);
  expect(broken.length).toBeGreaterThan(0);
  for (const {schedule: text, violated, steps} of broken) {
    const schedule = schedules.decodeSchedule(text!);
    const design = schedules.findDesign(schedule.design);
    const scenario = schedules.findScenario(schedule.scenario);
    expect(schedules.timeline(design, scenario, schedule)).toMatchObject({violated, rows: {length: steps}});
    const shorter = {...schedule, choices: schedule.choices.slice(0, -1)};
    expect(schedules.timeline(design, scenario, shorter).violated).toBeNull();
  }
});

test("the shortest counterexample is a timeline that shades who has the lock", () => {
  expect(values.counterexample).toContain("<caption>The shortest schedule that breaks drop");
  expect(values.counterexample).toMatch(/<td class="holds">unlocks mutex; <strong>has the lock<\/strong>/);
  expect(values.counterexample).toContain("<strong>violated: drop</strong>");
  expect(values.counterexample).toMatch(/npx convoy check --replay [a-z0-9.-]+:/);
  expect(values.counterexample).not.toMatch(/\n\s*\n/);
});

test("a schedule has a column for each thread and the signal, and says who waits at its end", () => {
  const shown = renderSchedule(
    {
      threads: 2,
      signal: true,
      rows: [{actor: 2, text: "arrives", place: "", events: [], traced: [], holder: 1, choice: "2"}],
      again: null,
      violated: "deadlock",
      waiting: ["thread 0 waits for a < b"]
    },
    "Caption"
  );
  expect(shown).toContain('<th scope="col">signal</th>');
  expect(shown).toContain('<td></td><td class="holds"></td><td>arrives</td>');
  expect(shown).toContain("thread 0 waits for a &lt; b");
});

test("without a broken property there is a sentence", () => {
  expect(counterexample([], schedules)).toBe("No schedule breaks a property of the designs.");
});

test("proofs, starvation and wrong versions are said in words and tables", () => {
  expect(values["proof summary"]).toMatch(
    /^\d+ searches over [\d,]+ states and [\d,]+ steps between them: .*holds under/
  );
  expect(values.proofs.match(/<tr><th scope="row">/g)).toHaveLength(3 * designs.length);
  expect(values.proofs).toContain("2 preemptions");
  expect(values.proofs).toContain("breaks drop");
  expect(values["spurious summary"]).toMatch(
    /^It breaks the property `drop` of `timeout`, .*, and nothing of `tick`, `tick-condition`, /
  );
  expect(values["starvation summary"]).toContain("Under `tick` nobody can starve");
  expect(values.starvation).toContain("0 by 1 and 2 together");
  expect(values["mutant summary"]).toMatch(/^Of \d+ wrong versions, \d+ are caught/);
  expect(values.mutants).toContain('<span class="kind exhaustive">exhaustive</span>');
  expect(values["mutants uncovered"]).toContain("it reaches the same states as the design");
});
