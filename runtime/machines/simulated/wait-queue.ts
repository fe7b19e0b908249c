import type {Random} from "./random.ts";
import type {Task, Wait} from "./task.ts";

/** Tasks that wait for one thing, in the order in which they came. */
export class WaitQueue {
  length = 0;
  private first: Wait | null = null;
  private last: Wait | null = null;

  add(wait: Wait): void {
    wait.queue = this;
    wait.previous = this.last;
    wait.next = null;
    if (this.last === null) this.first = wait;
    else this.last.next = wait;
    this.last = wait;
    this.length++;
  }

  remove(wait: Wait): void {
    if (wait.previous === null) this.first = wait.next;
    else wait.previous.next = wait.next;
    if (wait.next === null) this.last = wait.previous;
    else wait.next.previous = wait.previous;
    wait.queue = wait.previous = wait.next = null;
    this.length--;
  }

  /** The task that a wake-up reaches, still in the queue; null: nobody waits. */
  choose(order: "first" | "last" | "any", random: Random): Task | null {
    if (this.first === null) return null;
    if (order === "last") return this.last!.task;
    let wait = this.first;
    if (order === "any" && this.length > 1)
      for (let i = random.below(this.length); i > 0; i--) wait = wait.next!;
    return wait.task;
  }
}
