/** What waking costs on the simulated machine: by how long the core was idle, on a busy one, on one's own. */
import {describe, expect, it} from "vitest";
import type {ByIdleTime} from "../../../../runtime/machines/simulated/costs.ts";
import {defaultProfile} from "../../../../runtime/machines/simulated/default-profile.ts";
import {Kernel, LEAVES, SLEEPS} from "../../../../runtime/machines/simulated/kernel.ts";
import {costsOf} from "../../../../runtime/machines/simulated/profile.ts";
import {Random} from "../../../../runtime/machines/simulated/random.ts";
import {findScheduler} from "../../../../runtime/machines/simulated/schedulers/index.ts";
import {WaitQueue} from "../../../../runtime/machines/simulated/wait-queue.ts";

const LATENCY: ByIdleTime = [
  [0, [2000]],
  [5000, [10_000]],
  [50_000, [20_000]]
];
const INTERRUPT: ByIdleTime = [
  [0, [0]],
  [5000, [7000]]
];
const costs = {
  ...costsOf(defaultProfile),
  futex_wait_ns: 400,
  futex_wake_ns: 500,
  context_switch_ns: 1000,
  migration_ns: 0,
  wake_idle_ns: LATENCY,
  interrupt_idle_ns: INTERRUPT,
  wake_busy_ns: [12_000],
  interrupt_busy_ns: 7200
};

/**
 * A sleeper calls to sleep at once, and the waker wakes it after it computed for `after_ns`. Answers what the call cost the
 * waker, and when the sleeper ran after it.
 */
function wakeUp({cores, after_ns, spinner = false}: {cores: number; after_ns: number; spinner?: boolean}) {
  const queue = new WaitQueue();
  let cost_ns = -1;
  let woken_ns = -1;
  let ran_ns = -1;
  const kernel: Kernel = new Kernel({
    cores,
    costs,
    order: "first",
    random: new Random(1),
    scheduler: findScheduler("eevdf").create(cores, costs),
    pin: spinner,
    perform(task) {
      const phase = task.phase++;
      if (task.id === 0) {
        if (phase === 0) return after_ns;
        if (phase > 1) return LEAVES;
        woken_ns = kernel.now;
        cost_ns = kernel.wakeOne(queue, kernel.now);
        return cost_ns;
      }
      if (task.id === 2) return phase < 100 ? 1_000_000 : LEAVES;
      if (phase === 0) {
        kernel.expect(task, queue, "the waker");
        return costs.futex_wait_ns;
      }
      if (phase === 1 && task.waiting) return SLEEPS;
      if (ran_ns < 0) ran_ns = kernel.now;
      return LEAVES;
    }
  });
  const tasks = ["waker", "sleeper", ...(spinner ? ["spinner"] : [])].map((name) => kernel.spawn(name, 0));
  // On three tasks' cores: the sleeper and the spinner share one.
  if (spinner) tasks[2].pinned = tasks[2].core = 1;
  // The spinner first: the sleeper then has waited for its core when it sleeps, and is owed time.
  for (const task of tasks.reverse()) kernel.start(task, 0);
  kernel.run(1e9);
  return {cost_ns, latency_ns: ran_ns - woken_ns};
}

describe("waking a thread on an idle core", () => {
  it("that it has just left is quick, and interrupts nobody", () => {
    expect(wakeUp({cores: 2, after_ns: 3000})).toEqual({cost_ns: 500, latency_ns: 2000});
  });
  it("takes longer the longer the core has been idle", () => {
    expect(wakeUp({cores: 2, after_ns: 20_000})).toEqual({cost_ns: 7500, latency_ns: 10_000});
    expect(wakeUp({cores: 2, after_ns: 90_000})).toEqual({cost_ns: 7500, latency_ns: 20_000});
  });
  it("counts the time from the call to sleep, not from when the core was left", () => {
    // Both began after the same latency of a start; the boundary of the second row is at 5,000 ns from the call.
    const [before, after] = [4900, 5100].map((after_ns) => wakeUp({cores: 2, after_ns}).latency_ns);
    expect(before).toBe(2000);
    expect(after).toBe(10_000);
  });
  it("finds one that is still on its way to sleep, which turns back on its core", () => {
    expect(wakeUp({cores: 2, after_ns: 100})).toEqual({cost_ns: 500, latency_ns: 2000});
  });
});

it("on one core neither interrupts nor waits for a core: the parts sum up", () => {
  const {cost_ns, latency_ns} = wakeUp({cores: 1, after_ns: 10_000_000});
  expect(cost_ns).toBe(500);
  // The sleeper had its turn at a tick of the waker's. The rest of the call, then the switch, whichever way the waker gives way.
  expect(latency_ns).toBe(500 + 1000);
});

it("a thread that takes a busy core from another interrupts it, at the waker's cost", () => {
  expect(wakeUp({cores: 2, after_ns: 12_000_000, spinner: true})).toEqual({
    cost_ns: 7700,
    latency_ns: 12_000
  });
});
