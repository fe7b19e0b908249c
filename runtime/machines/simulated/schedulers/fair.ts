import type {Costs} from "../costs.ts";
import type {Task} from "../task.ts";
import {RunQueue} from "./run-queue.ts";
import type {Scheduler, SchedulerDescription} from "./scheduler.ts";

/**
 * Linux's completely fair scheduler without priorities: each core runs the thread that has had the least processor time.
 * A thread that slept begins a little behind the others, so that it runs soon, and takes the core at once when the running
 * one is far enough ahead. Whether a slice is over is looked at on ticks.
 */
class Fair implements Scheduler {
  readonly shared = false;
  total = 0;
  private readonly costs: Costs;
  private readonly queues: RunQueue[];
  /** What the threads of each core have had at least: never goes back. */
  private readonly floors: Float64Array;

  constructor(cores: number, costs: Costs) {
    this.costs = costs;
    this.queues = Array.from({length: cores}, () => new RunQueue());
    this.floors = new Float64Array(cores);
  }

  /** migrate_task_rq_fair and place_entity */
  place(task: Task, core: number, woken: boolean): void {
    if (task.core !== core) {
      task.virtual_ns += this.floors[core] - this.floors[task.core];
      task.core = core;
    }
    if (woken) task.virtual_ns = Math.max(task.virtual_ns, this.floors[core] - this.costs.fair_credit_ns);
  }

  enqueue(task: Task, core: number): void {
    this.queues[core].add(task);
    this.total++;
  }

  /** pick_next_task_fair */
  next(core: number): Task | null {
    const task = this.queues[core].take();
    if (task === null) return null;
    this.total--;
    this.floors[core] = Math.max(this.floors[core], task.virtual_ns);
    return task;
  }

  ready(core: number): number {
    return this.queues[core].length;
  }

  /** wakeup_preempt_entity */
  preempts(task: Task, running: Task, _core: number, now: number): boolean {
    return virtualNow(running, now) - task.virtual_ns > this.costs.fair_wakeup_ns;
  }

  /** The first tick at which the slice is over. */
  reviewTime(running: Task, core: number, now: number): number {
    const {tick_ns} = this.costs;
    const end = Math.max(now + 1, running.since_ns + this.slice(core));
    // Ticks of the cores do not fall together.
    const phase = (core * 1_000_003) % tick_ns;
    const late = (end - phase) % tick_ns;
    return late === 0 ? end : end + tick_ns - late;
  }

  /** sched_slice */
  private slice(core: number): number {
    const {fair_latency_ns, fair_slice_ns} = this.costs;
    const threads = this.queues[core].length + 1;
    return Math.max(fair_slice_ns, (fair_latency_ns - (fair_latency_ns % threads)) / threads);
  }

  /** check_preempt_tick */
  mustYield(running: Task, core: number, now: number): boolean {
    const had = now - running.since_ns;
    const slice = this.slice(core);
    if (had >= slice) return true;
    if (had < this.costs.fair_slice_ns) return false;
    return virtualNow(running, now) - this.queues[core].first()!.virtual_ns > slice;
  }

  /** update_curr and update_min_vruntime */
  ran(task: Task, core: number, ns: number): void {
    task.virtual_ns += ns;
    const first = this.queues[core].first();
    const least = first === null ? task.virtual_ns : Math.min(task.virtual_ns, first.virtual_ns);
    this.floors[core] = Math.max(this.floors[core], least);
  }

  /** newidle_balance */
  steal(victim: number, thief: number, now: number): Task | null {
    const first = this.queues[victim].first();
    if (first === null || now - first.stopped_ns < this.costs.hot_ns) return null;
    const task = this.queues[victim].take();
    if (task === null) return null;
    this.total--;
    task.virtual_ns += this.floors[thief] - this.floors[victim];
    task.core = thief;
    return task;
  }
}

const virtualNow = (running: Task, now: number) => running.virtual_ns + Math.max(0, now - running.since_ns);

export const fair: SchedulerDescription = {
  name: "fair",
  title: "Fair: least processor time first, with wake-up preemption, as Linux until 6.5",
  source:
    "Linux 5.15, kernel/sched/fair.c (place_entity, wakeup_preempt_entity, check_preempt_tick, newidle_balance)",
  create: (cores, costs) => new Fair(cores, costs)
};
