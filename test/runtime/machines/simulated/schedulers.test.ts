/** Schedulers, by threads that only compute and sleep. */
import {describe, expect, it} from "vitest";
import {defaultProfile} from "../../../../runtime/machines/simulated/default-profile.ts";
import {Kernel, LEAVES, SLEEPS} from "../../../../runtime/machines/simulated/kernel.ts";
import {costsOf} from "../../../../runtime/machines/simulated/profile.ts";
import {Random} from "../../../../runtime/machines/simulated/random.ts";
import {findScheduler, schedulers} from "../../../../runtime/machines/simulated/schedulers/index.ts";
import type {Task} from "../../../../runtime/machines/simulated/task.ts";

const MS = 1_000_000;
const END_MS = 2000;

/** What a thread does: computes in pieces of 0.1 ms, without end or for so long and then sleeps. */
interface Work {
  computes_ms?: number;
  sleeps_ms?: number;
}

/** Lets threads run for two virtual seconds. Answers processor time in ms, and each sleeper's longest wait for a core. */
function share(scheduler: string, cores: number, works: Work[], pin = false) {
  const costs = costsOf(defaultProfile);
  const done = new Map<Task, number>();
  const due = new Map<Task, number>();
  const late = works.map(() => 0);
  const kernel: Kernel = new Kernel({
    cores,
    costs,
    order: "first",
    random: new Random(1),
    scheduler: findScheduler(scheduler).create(cores, costs),
    pin,
    perform(task) {
      const {computes_ms, sleeps_ms = 0} = works[task.id];
      if (due.has(task)) {
        late[task.id] = Math.max(late[task.id], kernel.now - due.get(task)!);
        due.delete(task);
      }
      const had = done.get(task) ?? 0;
      if (computes_ms !== undefined && had >= computes_ms * MS) {
        if (sleeps_ms === 0) return LEAVES;
        done.set(task, 0);
        due.set(task, kernel.now + sleeps_ms * MS);
        kernel.prepare(task, "time");
        kernel.expire(task, kernel.now + sleeps_ms * MS);
        return SLEEPS;
      }
      done.set(task, had + MS / 10);
      return MS / 10;
    }
  });
  const tasks = works.map((_, i) => kernel.spawn(`${i}`, 0));
  for (const task of tasks) kernel.start(task, 0);
  kernel.alarm(() => (kernel.over = true)).set(END_MS * MS);
  kernel.run();
  const used = tasks.map((task) => kernel.processorTime(task, kernel.now) / MS);
  return {used, late_ms: late.map((ns) => ns / MS), switches: kernel.switches, tasks};
}

const spinner: Work = {};
const near = (actual: number, expected: number, part: number) =>
  expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThan(expected * part);

describe.each(schedulers.map(({name}) => name))("%s", (name) => {
  it("gives a thread that is alone its core", () => {
    const {used, switches} = share(name, 2, [spinner, spinner]);
    for (const ms of used) near(ms, END_MS, 0.001);
    expect(switches).toBe(0);
  });

  it("shares a core evenly among threads that compute", () => {
    for (const ms of share(name, 1, [spinner, spinner, spinner, spinner]).used) near(ms, END_MS / 4, 0.11);
  });

  it("leaves no core idle while threads are ready", () => {
    const {used} = share(name, 4, new Array(6).fill(spinner));
    near(
      used.reduce((sum, ms) => sum + ms, 0),
      4 * END_MS,
      0.002
    );
  });

  it("counts who left by itself and who was made to", () => {
    const {tasks} = share(name, 1, [spinner, {computes_ms: 1, sleeps_ms: 10}]);
    expect(tasks[0].voluntary).toBe(0);
    expect(tasks[1].voluntary).toBeGreaterThan(10);
    expect(tasks[0].involuntary).toBeGreaterThan(10);
  });
});

it.each(["eevdf", "fair"])("pinned threads stay where they are under %s", (name) => {
  const {used} = share(name, 2, [spinner, {computes_ms: 1}, spinner], true);
  for (const i of [0, 2]) near(used[i], END_MS / 2, 0.05);
});

describe("who sleeps much", () => {
  const works = [spinner, spinner, {computes_ms: 0.2, sleeps_ms: 20}];

  it("preempts under eevdf", () => {
    expect(share("eevdf", 1, works).late_ms[2]).toBeLessThan(6);
  });
  it("preempts under fair", () => {
    expect(share("fair", 1, works).late_ms[2]).toBeLessThan(2);
  });
  it("preempts under decay", () => {
    expect(share("decay", 1, works).late_ms[2]).toBeLessThan(2);
  });
  it("does not preempt under decay once its priority has fallen", () => {
    const worse = [spinner, spinner, {computes_ms: 10, sleeps_ms: 20}];
    expect(share("decay", 1, worse).late_ms[2]).toBeGreaterThan(5);
  });
  it("waits for its turn under round-robin", () => {
    expect(share("round-robin", 1, works).late_ms[2]).toBeGreaterThan(100);
  });
});

it("an unknown scheduler is named", () => {
  expect(() => findScheduler("lottery")).toThrow(
    "unknown scheduler: lottery; known schedulers: eevdf, fair, decay, round-robin"
  );
});
