import {THREAD_ID} from "../../../objects/layout.ts";
import type {Devices} from "../../devices.ts";
import type {System} from "../system.ts";
import {WaitQueue} from "../wait-queue.ts";

/** Python's locks: their state in the heap, who waits for them here. */
export class Locks implements Pick<Devices, "tryLock" | "lock" | "unlock"> {
  private readonly system: System;
  /** Whether a signal ends the main thread's wait. */
  private readonly interruptible: boolean;
  private readonly queues = new Map<number, WaitQueue>();
  /** Block of the thread that took each lock last. */
  private readonly takers = new Map<number, number>();

  constructor(system: System, interruptible: boolean) {
    this.system = system;
    this.interruptible = interruptible;
  }

  readonly tryLock = (word: number): number => {
    const {system} = this;
    system.charge(system.costs.atomic_ns);
    return this.take(word);
  };

  private take(word: number): number {
    const {memory, task} = this.system;
    if (memory[word] !== 0) return 0;
    memory[word] = 1;
    this.takers.set(word, task.t);
    return 1;
  }

  readonly lock = (word: number, ns: number): number => {
    const {system} = this;
    system.charge(system.costs.atomic_ns);
    if (this.take(word) === 1) return 1;
    if (ns <= 0 || system.expired) return 0;
    let queue = this.queues.get(word);
    if (queue === undefined) this.queues.set(word, (queue = new WaitQueue()));
    return system.park([queue], system.time() + ns, `a lock${this.holder(word)}`, this.interruptible);
  };

  private holder(word: number): string {
    const t = this.takers.get(word);
    if (t === undefined) return "";
    const {memory, task} = this.system;
    const id = memory[t + THREAD_ID];
    return t === task.t
      ? " that it has taken itself"
      : ` that ${id === 0 ? "the main thread" : `thread ${id}`} took`;
  }

  readonly unlock = (word: number): void => {
    const {system, queues} = this;
    const {costs} = system;
    system.charge(costs.atomic_ns);
    system.memory[word] = 0;
    this.takers.delete(word);
    const queue = queues.get(word);
    if (queue === undefined) return;
    system.wakeOne(queue, false);
    if (queue.length === 0) queues.delete(word);
  };
}
