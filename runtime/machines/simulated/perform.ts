/**
 * Performs the steps of designs in virtual time. Mutex, condition and semaphore are glibc's, on futexes: what a word holds
 * decides whether the kernel is called; a thread is on its way to sleep for a while before it sleeps; one that is woken
 * tries again, and may have been woken in vain.
 */
import {STATICS, THREADS} from "../../objects/layout.ts";
import {type Event, VAIN, WAIT} from "../../trace/events.ts";
import {FOREVER, Op, Step, type Steps, TIMED_OUT} from "../steps.ts";
import type {Costs} from "./costs.ts";
import {type Kernel, LEAVES, SLEEPS} from "./kernel.ts";
import {PARKED, type System, whole} from "./system.ts";
import {EXPIRED, type Task} from "./task.ts";
import {WaitQueue} from "./wait-queue.ts";

/** What the performer needs of the interpreter. */
export interface Computer {
  /** Runs bytecodes of `task` until the horizon. Answers why they stopped, or 0 when they only got there. */
  compute(task: Task): number;
  /** What they took, in nanoseconds. */
  spent_ns: number;
  /** Performs the blocking operation that thread `t` has pending. Answers its result, or PARKED. */
  block(t: number): number;
  /** The same if it need not wait; otherwise the answer is NOT_READY. */
  attempt(t: number): number;
  note(t: number, event: Event): void;
}

/** A step of a client: an operation on devices, which may sleep. */
export class Call extends Step {
  readonly operation: () => number;

  constructor(operation: () => number) {
    super(Op.block, -1);
    this.operation = operation;
  }
}

// Phases of a step after its beginning.
const FRESH = 0;
const DOZING = 1;
const RETRY = 2;
const RELOCK_DOZING = 3;
const RELOCK = 4;
const COMPUTING = 5;

const FREE = 0;
const HELD = 1;
const CONTENDED = 2;
/** Words that designs use: their own, below the threads' blocks, and those in the blocks. */
const WORDS = STATICS;

export class Performer {
  private readonly memory: Int32Array;
  private readonly system: System;
  private readonly kernel: Kernel;
  private readonly costs: Costs;
  private readonly computer: Computer;
  private readonly queues: (WaitQueue | undefined)[] = [];
  /** Of words in threads' blocks, which lie far apart. */
  private readonly threadQueues = new Map<number, WaitQueue>();
  /** The core that touched each word last, plus 1. */
  private readonly touched = new Uint16Array(WORDS);
  /** Who holds each mutex. */
  readonly holders = new Map<number, Task>();
  /** Calls of the kernel, to sleep or to wake, that mutexes, conditions and semaphores made. */
  calls = 0;
  /** Where conditions are counted: how many threads count as waiting on each. */
  private readonly waiters: Uint16Array | null;

  /** @param conditions as `Profile.conditions` */
  constructor(system: System, computer: Computer, conditions: "futex" | "counted" = "futex") {
    this.waiters = conditions === "counted" ? new Uint16Array(WORDS) : null;
    this.system = system;
    this.memory = system.memory;
    this.kernel = system.kernel;
    this.costs = system.kernel.costs;
    this.computer = computer;
  }

  /** As `Perform` of the kernel. */
  readonly perform = (task: Task): number => {
    if (task.phase === FRESH && !this.advance(task)) return LEAVES;
    const step = task.step!;
    const {at} = step;
    switch (step.op) {
      case Op.lock:
        return this.lock(task, at);
      case Op.unlock:
        return this.done(task, 0, this.unlock(task, at));
      case Op.wait:
        return this.wait(task, step);
      case Op.signal:
        return this.done(task, 0, this.signal(task, at));
      case Op.broadcast:
        return this.done(task, 0, this.broadcast(task, at));
      case Op.post:
        return this.done(task, 0, this.post(task, at));
      case Op.take:
        return this.take(task, at);
      case Op.clock:
        return this.clock(task, step);
      case Op.spin:
        return this.spin(task, step);
      case Op.sleep:
        return this.sleep(task, step.a);
      case Op.compute:
        return this.compute(task);
      case Op.block:
        return this.block(task, step);
      case Op.attempt:
        return this.attempt(task);
      default:
        return this.word(task, step);
    }
  };

  /** Goes on to the next step. False: there is none. A protocol yields steps, and pieces of itself to go into. */
  private advance(task: Task): boolean {
    let {answer} = task;
    for (;;) {
      const {done, value} = task.innermost!.next(answer) as IteratorResult<Step | Steps, number>;
      if (done) {
        if (!task.return()) return false;
        answer = value;
      } else if (value instanceof Step) {
        task.step = value;
        this.kernel.steps++;
        return true;
      } else task.call(value);
    }
  }

  private done(task: Task, answer: number, ns: number): number {
    task.answer = answer;
    task.phase = FRESH;
    return ns;
  }

  /** What it costs to touch a word. */
  private touch(task: Task, at: number): number {
    const core = task.core + 1;
    const last = this.touched[at];
    this.touched[at] = core;
    const {atomic_ns, transfer_ns} = this.costs;
    return last === core || last === 0 ? atomic_ns : atomic_ns + transfer_ns;
  }

  private queueOf(at: number): WaitQueue {
    if (at < THREADS) return (this.queues[at] ??= new WaitQueue());
    let queue = this.threadQueues.get(at);
    if (queue === undefined) this.threadQueues.set(at, (queue = new WaitQueue()));
    return queue;
  }

  /** Wakes one task that waits on the word; answers the waker's cost. One that does not sleep yet needs no waking. */
  private wakeOne(task: Task, at: number): number {
    const {kernel, costs} = this;
    this.calls++;
    const woken_ns = kernel.wakeOne(this.queueOf(at), kernel.now);
    const ns = woken_ns === 0 ? costs.futex_wake_none_ns : woken_ns;
    task.system_ns += ns;
    return ns;
  }

  /** The calling task waits on the word from now on; answers what it costs to fall asleep. */
  private doze(task: Task, at: number, reason: string): number {
    this.calls++;
    this.kernel.expect(task, this.queueOf(at), reason);
    task.system_ns += this.costs.futex_wait_ns;
    return this.costs.futex_wait_ns;
  }

  // ---- mutex: three states (glibc, nptl/lowlevellock.h)

  private lock(task: Task, at: number): number {
    const {memory} = this;
    const ns = task.phase === DOZING ? 0 : this.touch(task, at);
    switch (task.phase) {
      case FRESH:
        if (memory[at] !== FREE) return this.lockLater(task, at, DOZING, ns);
        memory[at] = HELD;
        this.holders.set(at, task);
        return this.done(task, 0, ns);
      case DOZING:
        task.phase = RETRY;
        return task.waiting ? SLEEPS : 0;
      default:
        if (memory[at] !== FREE) return this.lockLater(task, at, DOZING, ns);
        memory[at] = CONTENDED;
        this.holders.set(at, task);
        return this.done(task, 0, ns);
    }
  }

  private lockLater(task: Task, at: number, phase: number, ns: number): number {
    this.memory[at] = CONTENDED;
    task.phase = phase;
    return ns + this.doze(task, at, "mutex");
  }

  private unlock(task: Task, at: number): number {
    const contended = this.memory[at] === CONTENDED;
    const ns = this.touch(task, at);
    this.memory[at] = FREE;
    this.holders.delete(at);
    return contended ? ns + this.wakeOne(task, at) : ns;
  }

  // ---- condition (glibc, nptl/pthread_cond_wait.c; with a count: OSF Mach, libpthreads/pthread_cond.c, whence OS X's)

  private wait(task: Task, {at, other, a: ns}: Step): number {
    const {kernel, waiters} = this;
    switch (task.phase) {
      case FRESH: {
        if (waiters !== null) waiters[at]++;
        const cost = this.touch(task, at) + this.doze(task, at, "condition") + this.unlock(task, other);
        if (ns !== FOREVER) kernel.expire(task, kernel.now + ns);
        task.phase = DOZING;
        return cost;
      }
      case DOZING:
        task.phase = RETRY;
        return task.waiting ? SLEEPS : 0;
      case RETRY:
        if (waiters !== null) waiters[at]--;
        task.answer = task.outcome === EXPIRED ? TIMED_OUT : 0;
        return this.relock(task, other);
      case RELOCK_DOZING:
        task.phase = RELOCK;
        return task.waiting ? SLEEPS : 0;
      default:
        return this.relock(task, other);
    }
  }

  /** __pthread_mutex_cond_lock: takes the mutex as if others waited for it; Mach's takes it like any other */
  private relock(task: Task, at: number): number {
    const ns = this.touch(task, at);
    if (this.memory[at] !== FREE) return this.lockLater(task, at, RELOCK_DOZING, ns);
    const alone = this.waiters !== null && this.queueOf(at).length === 0;
    this.memory[at] = alone ? HELD : CONTENDED;
    this.holders.set(at, task);
    return this.done(task, task.answer, ns);
  }

  private signal(task: Task, at: number): number {
    const ns = this.touch(task, at);
    const waiting = this.waiters === null ? this.queueOf(at).length : this.waiters[at];
    return waiting > 0 ? ns + this.wakeOne(task, at) : ns;
  }

  private broadcast(task: Task, at: number): number {
    const queue = this.queueOf(at);
    let ns = this.touch(task, at);
    while (queue.length > 0) ns += this.wakeOne(task, at);
    return ns;
  }

  // ---- semaphore: a count and the number of threads in the slow path (glibc, nptl/sem_waitcommon.c)

  private take(task: Task, at: number): number {
    const {memory, computer} = this;
    const {t} = task;
    switch (task.phase) {
      case FRESH: {
        const ns = this.touch(task, at);
        if (memory[at] > 0) {
          memory[at]--;
          return this.done(task, 0, ns);
        }
        computer.note(t, WAIT);
        memory[at + 1]++;
        task.phase = DOZING;
        return ns + this.doze(task, at, "semaphore");
      }
      case DOZING:
        task.phase = RETRY;
        return task.waiting ? SLEEPS : 0;
      default: {
        const ns = this.touch(task, at);
        if (memory[at] > 0) {
          memory[at]--;
          memory[at + 1]--;
          return this.done(task, 0, ns);
        }
        computer.note(t, VAIN);
        task.phase = DOZING;
        return ns + this.doze(task, at, "semaphore");
      }
    }
  }

  /** A woken thread counts as waiting until it runs, so every post meanwhile calls the kernel. */
  private post(task: Task, at: number): number {
    const ns = this.touch(task, at);
    this.memory[at]++;
    return this.memory[at + 1] > 0 ? ns + this.wakeOne(task, at) : ns;
  }

  // ---- words

  private word(task: Task, {op, at, a, b}: Step): number {
    const {memory} = this;
    const ns = this.touch(task, at);
    const old = memory[at];
    switch (op) {
      case Op.store:
      case Op.exchange:
        memory[at] = a;
        break;
      case Op.add:
        memory[at] = old + a;
        break;
      case Op.or:
        memory[at] = old | a;
        break;
      case Op.and:
        memory[at] = old & a;
        break;
      case Op.compareExchange:
        if (old === a) memory[at] = b;
    }
    return this.done(task, old, ns);
  }

  private clock(task: Task, {at, a: most_us, other}: Step): number {
    const {memory, kernel} = this;
    const read_us = whole(kernel.now, 1000) | 0;
    const passed_us = Math.min(most_us, Math.max(0, (read_us - memory[at]) | 0));
    memory[at] = read_us;
    memory[other] += passed_us;
    return this.done(task, passed_us, this.costs.clock_ns);
  }

  /** One look at the word after another, each as long as it takes until another core's writing is seen. */
  private spin(task: Task, {at, a: value, b: ns}: Step): number {
    const {memory, kernel, costs} = this;
    if (task.phase === FRESH) task.spinsUntil_ns = kernel.now + ns;
    const cost = this.touch(task, at);
    if (memory[at] !== value || kernel.now >= task.spinsUntil_ns) return this.done(task, memory[at], cost);
    task.phase = RETRY;
    return cost + costs.transfer_ns;
  }

  // ---- what is no lock

  private compute(task: Task): number {
    const {computer} = this;
    const stop = computer.compute(task);
    task.phase = stop === 0 ? COMPUTING : FRESH;
    task.answer = stop;
    return computer.spent_ns;
  }

  private sleep(task: Task, ns: number): number {
    if (task.phase === RETRY) return this.done(task, 0, 0);
    if (task.phase === DOZING) {
      task.phase = RETRY;
      return task.waiting ? SLEEPS : 0;
    }
    this.kernel.prepare(task, "time");
    this.kernel.expire(task, this.kernel.now + ns);
    task.phase = DOZING;
    return this.costs.futex_wait_ns;
  }

  private attempt(task: Task): number {
    const {system} = this;
    system.enter(task, false);
    const answer = this.computer.attempt(task.t);
    task.system_ns += system.charged_ns;
    return this.done(task, answer, system.charged_ns);
  }

  private block(task: Task, step: Step): number {
    if (task.phase === DOZING) {
      task.phase = RETRY;
      if (task.waiting) return SLEEPS;
    }
    const {system, kernel} = this;
    if (task.phase === FRESH) task.blockedSince_ns = kernel.now;
    system.enter(task, task.phase === RETRY);
    const answer = step instanceof Call ? step.operation() : this.computer.block(task.t);
    if (answer === PARKED) {
      system.charge(this.costs.futex_wait_ns);
      task.phase = DOZING;
    } else {
      this.done(task, answer, 0);
      task.blocked_ns += kernel.now + system.charged_ns - task.blockedSince_ns;
    }
    task.system_ns += system.charged_ns;
    return system.charged_ns;
  }
}
