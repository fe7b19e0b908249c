/**
 * What the devices of the simulated system stand on: who calls, what time it is for the caller, what the call costs, and
 * how the caller sleeps.
 */
import {BREAKER, SIGNALS_HIGH, SIGNALS_LOW, THREAD_ID, TIME_LEFT} from "../../objects/layout.ts";
import {INTERRUPTED as CALL_INTERRUPTED} from "../devices.ts";
import type {Costs} from "./costs.ts";
import type {Kernel} from "./kernel.ts";
import {EXPIRED, FurtherWait, type Task, WOKEN} from "./task.ts";
import type {WaitQueue} from "./wait-queue.ts";

/** Bit of the breaker by which the machine itself stops the running thread; no design sees it. */
export const BREAK_HORIZON = 1 << 30;

/** Answer of a device where the calling thread must sleep first; the operation is performed again afterwards. */
export const PARKED = -(2 ** 30);

/** Ends the run: the program's process exits, a signal kills it, or it asks for what is not simulated. */
export class Over extends Error {}

export class System {
  readonly memory: Int32Array;
  readonly kernel: Kernel;
  readonly costs: Costs;
  /** The thread that calls. */
  task!: Task;
  /** Whether the last sleep of the calling thread's operation ended with its time-out. */
  expired = false;
  /** Nanoseconds that the calling thread's operation, or the bytecodes' built-ins, have cost so far. */
  charged_ns = 0;
  /** Picoseconds that the thread in the evaluation loop may use; -1: it is not there. */
  budget_ps = -1;

  constructor(memory: Int32Array, kernel: Kernel) {
    this.memory = memory;
    this.kernel = kernel;
    this.costs = kernel.costs;
  }

  /** Nanoseconds since the run began, for the calling thread. */
  time(): number {
    const {kernel, budget_ps, task} = this;
    const spent_ps = budget_ps < 0 ? 0 : budget_ps - this.memory[task.t + TIME_LEFT] + task.rest_ps;
    const ahead = Math.max(0, whole(spent_ps, 1000));
    return kernel.now + ahead + this.charged_ns;
  }

  charge(ns: number): void {
    this.charged_ns += ns;
  }

  /** Charges work after which the running thread stops, so that what happened meanwhile reaches it. */
  labour(ns: number): void {
    this.charge(ns);
    this.disturb();
  }

  /** The running thread has caused an event: it must not run ahead of it. */
  private disturb(): void {
    if (this.budget_ps >= 0) this.memory[BREAKER] |= BREAK_HORIZON;
  }

  /** Wakes who waits longest, at the caller's cost. `sleeps`: the caller is expected to sleep soon. */
  wakeOne(queue: WaitQueue, sleeps = true): void {
    if (queue.length === 0) return;
    this.charge(this.kernel.wakeOne(queue, this.time(), sleeps));
    this.disturb();
  }

  wakeAll(queue: WaitQueue, sleeps = true): void {
    if (queue.length === 0) return;
    this.charge(this.kernel.wakeAll(queue, this.time(), sleeps));
    this.disturb();
  }

  /** Starts a thread, once its start has been paid for. */
  start(task: Task): void {
    this.kernel.start(task, this.time());
    this.disturb();
  }

  /** An alarm that is set by the calling thread. */
  setAlarm(alarm: {set(ns: number): void}, ns: number): void {
    alarm.set(ns);
    this.disturb();
  }

  /** Whether the caller is the main thread with a signal pending, which ends its sleeps. */
  signalled(): boolean {
    const {memory, task} = this;
    return (
      task.t !== 0 && memory[task.t + THREAD_ID] === 0 && (memory[SIGNALS_LOW] | memory[SIGNALS_HIGH]) !== 0
    );
  }

  /**
   * Makes the calling thread sleep until one of `queues` is woken or the clock is at `end_ns`, and its operation start again
   * after that. Answers PARKED, or INTERRUPTED where a signal is in the way.
   */
  park(queues: readonly WaitQueue[], end_ns: number, reason: string, interruptible = true): number {
    const {task, kernel} = this;
    if (interruptible && this.signalled()) return CALL_INTERRUPTED;
    kernel.prepare(task, reason);
    task.interruptible = interruptible;
    queues.forEach((queue, i) => {
      const wait = i === 0 ? task : new FurtherWait(task);
      if (i > 0) (task.more ??= []).push(wait);
      queue.add(wait);
    });
    if (end_ns !== Number.POSITIVE_INFINITY) kernel.expire(task, end_ns);
    return PARKED;
  }

  /** The calling thread's operation begins, or begins again after a sleep. */
  enter(task: Task, again: boolean): void {
    this.task = task;
    this.charged_ns = 0;
    this.expired = again && task.outcome === EXPIRED;
    task.outcome = WOKEN;
  }
}

/** Whole number of `unit` in `value`. */
export const whole = (value: number, unit: number) => (value - (value % unit)) / unit;
