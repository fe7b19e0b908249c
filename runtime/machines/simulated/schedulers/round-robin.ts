import type {Costs} from "../costs.ts";
import type {Task} from "../task.ts";
import {RunQueue} from "./run-queue.ts";
import type {Scheduler, SchedulerDescription} from "./scheduler.ts";

/** One queue for all cores, first come, first served, in slices; a woken thread waits for its turn. */
class RoundRobin implements Scheduler {
  readonly shared = true;
  private readonly queue = new RunQueue();
  private readonly slice_ns: number;

  constructor(costs: Costs) {
    this.slice_ns = costs.round_robin_slice_ns;
  }
  get total(): number {
    return this.queue.length;
  }
  place(task: Task, core: number): void {
    task.core = core;
  }
  enqueue(task: Task): void {
    this.queue.add(task);
  }
  next(): Task | null {
    return this.queue.take();
  }
  ready(): number {
    return this.queue.length;
  }
  preempts(): boolean {
    return false;
  }
  reviewTime(running: Task, _core: number, now: number): number {
    return Math.max(now, running.since_ns) + this.slice_ns;
  }
  mustYield(running: Task, _core: number, now: number): boolean {
    return now - running.since_ns >= this.slice_ns;
  }
  ran(): void {}
  steal(): Task | null {
    return null;
  }
}

export const roundRobin: SchedulerDescription = {
  name: "round-robin",
  title: "Round robin: one queue in slices, nobody preempts",
  source: "Linux, kernel/sched/rt.c, SCHED_RR at one priority",
  create: (_cores, costs) => new RoundRobin(costs)
};
