import type {Costs} from "../costs.ts";
import type {Task} from "../task.ts";

/**
 * How a simulated system shares its cores: which ready thread runs next, and when a running one must give way. Times are
 * nanoseconds of the virtual clock.
 */
export interface Scheduler {
  /** `task` shall run on `core`. `woken`: it slept until now. */
  place(task: Task, core: number, woken: boolean, now: number): void;
  /** `task`, which has been placed, waits for its turn on `core`. */
  enqueue(task: Task, core: number, now: number): void;
  /** `task` begins to run on `core`. */
  runs?(task: Task, core: number, now: number): void;
  /** Takes the thread that shall run next out of `core`'s queue; null: there is none. */
  next(core: number, now: number): Task | null;
  /** How many threads are ready on `core`, beside the running one. */
  ready(core: number): number;
  /** Ready threads on all cores. */
  readonly total: number;
  /** Whether all cores share one queue. */
  readonly shared: boolean;
  /** Whether the woken `task` takes `core` from `running` at once. */
  preempts(task: Task, running: Task, core: number, now: number): boolean;
  /** When to look next whether `running` must give way. */
  reviewTime(running: Task, core: number, now: number): number;
  /** Whether it must, at such a moment, with somebody ready. */
  mustYield(running: Task, core: number, now: number): boolean;
  /** `task` was on `core` for `ns` until now; it leaves it. `sleeps`: by itself. */
  ran(task: Task, core: number, ns: number, now: number, sleeps: boolean): void;
  /** An idle `thief` takes a thread from the queue of `victim`; null: none that may be moved. */
  steal(victim: number, thief: number, now: number): Task | null;
}

export interface SchedulerDescription {
  name: string;
  title: string;
  /** Which system's scheduler it models, by file. */
  source: string;
  create(cores: number, costs: Costs): Scheduler;
}
