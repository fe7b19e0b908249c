/**
 * The simulated system's heart: a virtual clock, cores, threads and who runs where. What the threads do is up to
 * `Perform`; how cores are shared is up to a `Scheduler`.
 */
import type {Costs} from "./costs.ts";
import {Events} from "./events.ts";
import type {Random} from "./random.ts";
import type {Scheduler} from "./schedulers/index.ts";
import {BLOCKED, ENDED, EXPIRED, READY, RUNNING, Task, WOKEN} from "./task.ts";
import type {WaitQueue} from "./wait-queue.ts";

export const CORES_MAX = 1024;

/** Answers of `Perform` in the place of nanoseconds. */
export const SLEEPS = -1;
export const LEAVES = -2;

/** Performs the next piece of what `task` does. Answers how many nanoseconds it takes, SLEEPS, or LEAVES at its end. */
export type Perform = (task: Task) => number;

/** One virtual core. */
interface Core {
  readonly index: number;
  /** Who runs on it, or is about to; null: it is idle. */
  task: Task | null;
  /** Whether a woken thread is about to take it. */
  claimed: boolean;
  /** When its last thread left it. */
  left_ns: number;
}

/** A moment at which something happens that is no thread's doing. */
export interface Alarm {
  /** @param ns of the virtual clock */
  set(ns: number): void;
  clear(): void;
  /** Nanoseconds until it goes off, or Infinity. */
  left(): number;
}

export class Kernel {
  /** Nanoseconds since the run began. */
  now = 0;
  /** Whether the run is over. */
  over = false;
  readonly costs: Costs;
  readonly order: "first" | "last" | "any";
  readonly random: Random;
  readonly tasks: Task[] = [];
  /** Steps performed, and events taken from the queue. */
  steps = 0;
  events = 0;
  switches = 0;
  /** Pinning: each thread on a core of its own, in turn. */
  private readonly pin: boolean;
  private readonly scheduler: Scheduler;
  private readonly queue = new Events();
  private readonly cores: Core[];
  /** By slot: the thread whose sleep it ends, or what its alarm calls. */
  private readonly sleepers: (Task | null)[] = [];
  private readonly fire: ((() => void) | null)[] = [];
  private readonly perform: Perform;
  private idle: number;
  private limit_ns = Number.POSITIVE_INFINITY;
  /** The core whose thread is at work right now, or -1. */
  private waker = -1;

  constructor(options: {
    cores: number;
    costs: Costs;
    order: "first" | "last" | "any";
    random: Random;
    scheduler: Scheduler;
    pin: boolean;
    perform: Perform;
  }) {
    this.costs = options.costs;
    this.order = options.order;
    this.random = options.random;
    this.scheduler = options.scheduler;
    this.pin = options.pin;
    this.perform = options.perform;
    this.idle = options.cores;
    // Two slots a core: when its thread's occupation ends, and when to look whether the thread must give way.
    this.cores = Array.from(
      {length: options.cores},
      (_, index): Core => ({
        index,
        task: null,
        claimed: false,
        left_ns: 0
      })
    );
    for (let slot = 0; slot < 2 * options.cores; slot++) this.newSlot(null, null);
  }

  private newSlot(sleeper: Task | null, fire: (() => void) | null): number {
    this.sleepers.push(sleeper);
    this.fire.push(fire);
    return this.queue.slot();
  }

  get coreCount(): number {
    return this.cores.length;
  }

  // ---- running

  /** Runs until the run is over (true), or nothing will happen any more, or not before `limit_ns` (false). */
  run(limit_ns = Number.POSITIVE_INFINITY): boolean {
    const {queue, cores} = this;
    const count = cores.length;
    this.limit_ns = limit_ns;
    while (!this.over) {
      const time = queue.firstTime();
      if (time === Number.POSITIVE_INFINITY) return false;
      if (time > limit_ns) {
        this.now = limit_ns;
        return false;
      }
      this.now = time;
      const slot = queue.take();
      this.events++;
      this.waker = slot < count ? slot : -1;
      if (slot < count) this.go(cores[slot]);
      else if (slot < 2 * count) this.review(cores[slot - count]);
      else {
        const task = this.sleepers[slot];
        if (task !== null) this.fired(task);
        else this.fire[slot]!();
      }
    }
    return true;
  }

  /** When the next event is due, or Infinity: until then nothing changes but by the running thread itself. */
  horizon(): number {
    return this.queue.firstTime();
  }

  private go(core: Core): void {
    const {queue} = this;
    const task = core.task!;
    for (;;) {
      const ns = this.perform(task);
      if (ns < 0) {
        this.leave(core, ns === LEAVES ? ENDED : BLOCKED);
        return;
      }
      const next = this.now + ns;
      if (queue.firstTime() <= next || next > this.limit_ns || this.over) {
        queue.set(core.index, next);
        return;
      }
      this.now = next;
    }
  }

  // ---- threads

  /** A new thread, which does not run yet: its steps go on its stack. */
  spawn(name: string, t: number): Task {
    const id = this.tasks.length;
    const slot = this.newSlot(null, null);
    const task = new Task(id, name, t, slot);
    this.sleepers[slot] = task;
    task.core = id % this.cores.length;
    if (this.pin) task.pinned = task.core;
    this.tasks.push(task);
    return task;
  }

  private fired(task: Task): void {
    task.waker = -1;
    if (task.waking) {
      task.waking = false;
      if (task.pinned < 0) task.core = this.leastLoaded(task.core);
    } else {
      this.forget(task);
      task.outcome = EXPIRED;
      if (task.state !== BLOCKED) return;
    }
    this.makeReady(task, this.now);
  }

  /** sched_balance_find_dst_cpu: where a new thread begins. */
  private leastLoaded(first: number): number {
    const {cores} = this;
    let best = first;
    for (let i = 1; i < cores.length && this.load(best) > 0; i++) {
      const index = (first + i) % cores.length;
      if (this.load(index) < this.load(best)) best = index;
    }
    return best;
  }

  private load(core: number): number {
    return this.scheduler.ready(core) + (this.cores[core].task === null ? 0 : 1);
  }

  /** Puts `task` in a queue; it goes to sleep when its present occupation ends, unless it is woken before. */
  expect(task: Task, queue: WaitQueue, reason: string): void {
    queue.add(task);
    this.prepare(task, reason);
  }

  /** The same without a queue, or where the queues are already set. */
  prepare(task: Task, reason: string): void {
    task.waiting = true;
    task.waitingSince_ns = this.now;
    task.interruptible = false;
    task.outcome = WOKEN;
    task.reason = reason;
  }

  /**
   * The time-out of a sleep that ends at `end_ns`, or is late by a part of the overshoot: the rest is the wake-up's latency.
   * A task that expects something has at most one.
   */
  expire(task: Task, end_ns: number): void {
    const {random, costs} = this;
    const late = random.draw(costs.timeout_overshoot_ns);
    const latency = random.drawByIdleTime(costs.wake_idle_ns, end_ns - this.now);
    this.queue.set(task.slot, Math.max(this.now, end_ns) + Math.max(0, late - latency));
  }

  /**
   * Wakes the task that waited longest (or as the profile orders) in `queue`, at `at_ns`, which may be later than now: then
   * nothing else happens before. `sleeps`: the waker is expected to sleep soon, as one that sends a message is.
   * Answers what that costs the waker in nanoseconds: 0 where nobody waited.
   */
  wakeOne(queue: WaitQueue, at_ns: number, sleeps = false): number {
    const task = queue.choose(this.order, this.random);
    return task === null ? 0 : this.wake(task, WOKEN, at_ns, sleeps);
  }

  /** The same for all. */
  wakeAll(queue: WaitQueue, at_ns: number, sleeps = false): number {
    let ns = 0;
    while (queue.length > 0) ns += this.wake(queue.choose("first", this.random)!, WOKEN, at_ns + ns, sleeps);
    return ns;
  }

  /** Ends the wait of `task`. As `wakeOne`. */
  wake(task: Task, outcome: number, at_ns: number, sleeps = false): number {
    if (!task.waiting) return 0;
    this.forget(task);
    task.outcome = outcome;
    task.waker = this.waker;
    task.wakerSleeps = sleeps;
    const {futex_wake_ns} = this.costs;
    if (task.state === BLOCKED) return futex_wake_ns + this.makeReady(task, at_ns);
    return task.state === RUNNING && this.waker >= 0
      ? futex_wake_ns + this.turnBack(task, at_ns)
      : futex_wake_ns;
  }

  /** A task that is on its way to sleep is awake again, on its core. Answers what that costs the waker more. */
  private turnBack(task: Task, at_ns: number): number {
    const {queue, random, costs} = this;
    const idle_ns = at_ns - task.waitingSince_ns;
    const back = at_ns + random.drawByIdleTime(costs.wake_idle_ns, idle_ns);
    if (queue.isSet(task.core) && queue.time(task.core) < back) queue.set(task.core, back);
    return random.drawByIdleTime(costs.interrupt_idle_ns, idle_ns);
  }

  /** Takes `task` out of all queues that it waits in. */
  private forget(task: Task): void {
    task.waiting = false;
    this.queue.clear(task.slot);
    if (task.queue !== null) task.queue.remove(task);
    if (task.more === null) return;
    for (const wait of task.more) if (wait.queue !== null) wait.queue.remove(wait);
    task.more = null;
  }

  /** Starts a task at `at_ns`. */
  start(task: Task, at_ns: number): void {
    task.state = BLOCKED;
    task.waking = true;
    task.asOf_ns = at_ns;
    this.queue.set(task.slot, at_ns);
  }

  /** An alarm that calls `fire`. */
  alarm(fire: () => void): Alarm {
    const slot = this.newSlot(null, fire);
    const {queue} = this;
    return {
      set: (ns) => queue.set(slot, Math.max(this.now, ns)),
      clear: () => queue.clear(slot),
      left: () => (queue.isSet(slot) ? queue.time(slot) - this.now : Number.POSITIVE_INFINITY)
    };
  }

  // ---- cores

  /** A thread that slept finds a core, or takes its place in a queue. Answers what that costs the waker. */
  private makeReady(task: Task, at_ns: number): number {
    const {scheduler, random, costs} = this;
    const core = this.cores[this.choose(task, at_ns)];
    scheduler.place(task, core.index, true, at_ns);
    if (core.task === null) {
      const idle_ns = at_ns - core.left_ns + costs.futex_wait_ns;
      this.occupy(core, task, at_ns - this.now + random.drawByIdleTime(costs.wake_idle_ns, idle_ns));
      return random.drawByIdleTime(costs.interrupt_idle_ns, idle_ns);
    }
    task.state = READY;
    scheduler.enqueue(task, core.index, at_ns);
    if (!scheduler.preempts(task, core.task, core.index, at_ns)) {
      this.lookAt(core, scheduler.reviewTime(core.task, core.index, at_ns));
      return 0;
    }
    core.claimed = true;
    if (task.waker < 0 || task.waker === core.index) {
      // The running thread gives way when it leaves the system.
      this.lookAt(core, at_ns + costs.futex_wake_ns);
      return 0;
    }
    const latency = random.draw(costs.wake_busy_ns);
    this.lookAt(core, at_ns + Math.max(0, latency - costs.context_switch_ns));
    return costs.interrupt_busy_ns;
  }

  /**
   * select_task_rq_fair, wake_affine and select_idle_sibling: the core it ran on last or another that is seen to be idle;
   * else the waker's where the waker is alone there and about to sleep; else its own if idle, or where fewer are.
   */
  private choose(task: Task, at_ns: number): number {
    if (task.pinned >= 0) return task.pinned;
    const {cores, scheduler} = this;
    const own = task.core;
    if (this.seemsIdle(cores[own], at_ns)) return own;
    if (this.idle > 0)
      for (let i = 1; i < cores.length; i++) {
        const index = (own + i) % cores.length;
        if (this.seemsIdle(cores[index], at_ns)) return index;
      }
    const {waker, wakerSleeps} = task;
    if (waker < 0 || waker === own) return own;
    if (wakerSleeps && scheduler.ready(waker) === 0) return waker;
    if (cores[own].task === null) return own;
    // Loads in percent; the other core's counts by half of the domain's imbalance_pct more.
    const here = (this.load(waker) + (wakerSleeps ? 0 : 1)) * 100;
    return here < this.load(own) * 108 ? waker : own;
  }

  /** available_idle_cpu: a host takes an idle core away, and the guest's scheduler then passes it over. */
  private seemsIdle({task, left_ns}: Core, at_ns: number): boolean {
    const {away_ns} = this.costs;
    return task === null && (away_ns === 0 || at_ns - left_ns <= away_ns);
  }

  private lookAt(core: Core, at: number): void {
    const slot = this.cores.length + core.index;
    if (!this.queue.isSet(slot) || this.queue.time(slot) > at) this.queue.set(slot, at);
  }

  /** Gives an idle core to `task`, which goes on after `ns`. */
  private occupy(core: Core, task: Task, ns: number): void {
    const {costs, queue, scheduler} = this;
    const moved = task.ranOn >= 0 && task.ranOn !== core.index;
    core.task = task;
    this.idle--;
    task.state = RUNNING;
    task.core = core.index;
    task.ranOn = core.index;
    task.since_ns = this.now + ns + (moved ? costs.migration_ns : 0);
    queue.set(core.index, task.since_ns + task.left_ns);
    task.left_ns = 0;
    scheduler.runs?.(task, core.index, this.now);
    if (scheduler.ready(core.index) > 0) this.lookAt(core, scheduler.reviewTime(task, core.index, this.now));
  }

  /** The core's thread leaves it, by itself. */
  private leave(core: Core, state: 1 | 2 | 3 | 4): void {
    const task = core.task!;
    this.vacate(core, task, true);
    task.state = state;
    if (state === BLOCKED) task.voluntary++;
    this.refill(core);
  }

  private vacate(core: Core, task: Task, sleeps: boolean): void {
    const ns = Math.max(0, this.now - task.since_ns);
    task.processor_ns += ns;
    this.scheduler.ran(task, core.index, ns, this.now, sleeps);
    task.stopped_ns = this.now;
    core.task = null;
    core.left_ns = this.now;
    core.claimed = false;
    this.idle++;
    this.queue.clear(core.index);
    this.queue.clear(this.cores.length + core.index);
  }

  /** An idle core takes the next ready thread, from another core's queue if its own is empty. */
  private refill(core: Core): void {
    const {scheduler, now} = this;
    if (scheduler.total === 0) return;
    const task = scheduler.next(core.index, now) ?? this.stolen(core);
    if (task === null) return;
    this.switches++;
    this.occupy(core, task, this.costs.context_switch_ns);
  }

  private stolen(core: Core): Task | null {
    const {scheduler, cores} = this;
    if (scheduler.shared || this.pin) return null;
    let victim = -1;
    let most = 0;
    for (let i = 1; i < cores.length; i++) {
      const index = (core.index + i) % cores.length;
      const ready = scheduler.ready(index);
      if (ready > most) {
        most = ready;
        victim = index;
      }
    }
    return victim < 0 ? null : scheduler.steal(victim, core.index, this.now);
  }

  /** Looks whether the core's thread must give way, or an idle core can have one that waits. */
  private review(core: Core): void {
    const {scheduler, now, queue} = this;
    const task = core.task;
    if (task === null || scheduler.ready(core.index) === 0) return;
    if (!core.claimed && this.handOver(core)) return;
    const {claimed} = core;
    core.claimed = false;
    if (!claimed && !scheduler.mustYield(task, core.index, now)) {
      this.lookAt(core, scheduler.reviewTime(task, core.index, now));
      return;
    }
    task.left_ns = Math.max(0, queue.time(core.index) - Math.max(now, task.since_ns));
    this.vacate(core, task, false);
    task.state = READY;
    task.involuntary++;
    scheduler.enqueue(task, core.index, now);
    this.refill(core);
  }

  /** nohz_balance_kick: a core on which threads wait lets an idle one take one. Answers whether nobody waits any more. */
  private handOver({index}: Core): boolean {
    const {scheduler, cores, now, costs, random} = this;
    if (this.idle === 0 || scheduler.shared || this.pin) return false;
    const thief = cores.findIndex((one) => one.task === null);
    const task = scheduler.steal(index, thief, now);
    if (task === null) return false;
    const idle_ns = now - cores[thief].left_ns + costs.futex_wait_ns;
    this.occupy(cores[thief], task, random.drawByIdleTime(costs.wake_idle_ns, idle_ns));
    return scheduler.ready(index) === 0;
  }

  // ---- what is known of it

  /** Nanoseconds of processor time that `task` has had, at `at_ns`. */
  processorTime(task: Task, at_ns: number): number {
    return task.processor_ns + (task.state === RUNNING ? Math.max(0, at_ns - task.since_ns) : 0);
  }
}
