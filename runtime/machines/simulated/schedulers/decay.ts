import type {Costs} from "../costs.ts";
import type {Task} from "../task.ts";
import type {Scheduler, SchedulerDescription} from "./scheduler.ts";

/** Levels of priority below the best. */
const LEVELS = 32;

/**
 * Priority decay as BSD and macOS have it: processor time makes a thread's priority worse, and the past is forgotten by
 * half in a fixed time. The best level runs first, threads of a level in turn; a woken thread of the best level takes a core
 * from one of a worse level at once. All cores share one set of queues.
 */
class Decay implements Scheduler {
  readonly shared = true;
  total = 0;
  private readonly costs: Costs;
  private readonly levels: Level[] = Array.from({length: LEVELS}, () => new Level());

  constructor(_cores: number, costs: Costs) {
    this.costs = costs;
  }

  /** Level of a thread by what it has used, `more_ns` on top: schedcpu, resetpriority. */
  private level(task: Task, more_ns: number, now: number): number {
    const {decay_half_ns, decay_step_ns} = this.costs;
    const past = now - task.asOf_ns;
    const halves = (past - (past % decay_half_ns)) / decay_half_ns;
    task.asOf_ns += halves * decay_half_ns;
    for (let i = Math.min(halves, 53); i > 0; i--)
      task.virtual_ns = (task.virtual_ns - (task.virtual_ns % 2)) / 2;
    const used = task.virtual_ns + more_ns;
    return Math.min(LEVELS - 1, (used - (used % decay_step_ns)) / decay_step_ns);
  }

  /** Level of a thread that is on its core. */
  private levelNow(running: Task, now: number): number {
    return this.level(running, Math.max(0, now - running.since_ns), now);
  }

  place(task: Task, core: number): void {
    task.core = core;
  }

  enqueue(task: Task, _core: number, now: number): void {
    this.levels[this.level(task, 0, now)].add(task);
    this.total++;
  }

  next(): Task | null {
    if (this.total === 0) return null;
    const task = this.levels.find((level) => level.length > 0)!.take();
    this.total--;
    return task;
  }

  ready(): number {
    return this.total;
  }

  /** processor_setrun: a thread whose priority has fallen preempts nobody. */
  preempts(task: Task, running: Task, _core: number, now: number): boolean {
    return this.level(task, 0, now) === 0 && this.levelNow(running, now) > 0;
  }

  reviewTime(running: Task, _core: number, now: number): number {
    const begun = Math.max(now, running.since_ns);
    return begun + this.costs.decay_slice_ns + lateness(begun);
  }

  /** A slice is over; threads of the same level or a better one get their turn. */
  mustYield(running: Task, _core: number, now: number): boolean {
    const best = this.levels.findIndex((level) => level.length > 0);
    return best <= this.levelNow(running, now);
  }

  ran(task: Task, _core: number, ns: number): void {
    task.virtual_ns += ns;
  }

  steal(): Task | null {
    return null;
  }
}

/**
 * Nanoseconds, 0 to 16383, by which the interrupt at a slice's end is late. Without them slices fall into step with what the
 * thread does again and again, and always end at the same place in it. By Knuth's multiplicative hash of the time.
 */
const lateness = (now: number): number => Math.imul(now % 2 ** 32, 0x9e3779b1) >>> 18;

/** Threads of one level, first come, first served. */
class Level {
  private tasks: Task[] = [];
  private head = 0;
  get length(): number {
    return this.tasks.length - this.head;
  }
  add(task: Task): void {
    this.tasks.push(task);
  }
  take(): Task {
    const task = this.tasks[this.head++];
    if (this.head > 64 && this.head * 2 > this.tasks.length) {
      this.tasks = this.tasks.slice(this.head);
      this.head = 0;
    }
    return task;
  }
}

export const decay: SchedulerDescription = {
  name: "decay",
  title: "Decay: priority falls with use and recovers, as macOS and BSD",
  source:
    "xnu, osfmk/kern/priority.c, sched_prim.c (sched_timebase_init, processor_setrun); 4.4BSD, sys/kern/kern_synch.c (schedcpu, resetpriority, roundrobin)",
  create: (cores, costs) => new Decay(cores, costs)
};
