import type {Devices} from "../../devices.ts";
import type {System} from "../system.ts";
import {LOCK, type Task} from "../task.ts";
import {WaitQueue} from "../wait-queue.ts";

/** Python's locks: their state in the heap, who waits for them here. */
export class Locks implements Pick<Devices, "tryLock" | "lock" | "unlock"> {
  private readonly system: System;
  /** Whether a signal ends a wait of the main thread that has no limit. Those with a limit it always does. */
  private readonly interruptible: boolean;
  private readonly queues = new Map<number, WaitQueue>();
  /** Who took each lock that is held. */
  private readonly takers = new Map<number, Task>();

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
    this.takers.set(word, task);
    return 1;
  }

  readonly lock = (word: number, ns: number): number => {
    const {system} = this;
    system.charge(system.costs.atomic_ns);
    if (this.take(word) === 1) return 1;
    if (ns <= 0 || system.expired) return 0;
    let queue = this.queues.get(word);
    if (queue === undefined) this.queues.set(word, (queue = new WaitQueue()));
    system.task.subject = word;
    return system.park(
      [queue],
      system.time() + ns,
      LOCK,
      this.interruptible || ns !== Number.POSITIVE_INFINITY
    );
  };

  /** Who took the lock whose word is at `word`, or null. */
  taker(word: number): Task | null {
    return this.takers.get(word) ?? null;
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
