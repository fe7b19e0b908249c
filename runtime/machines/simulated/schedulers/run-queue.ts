import type {Task} from "../task.ts";

/** Ready threads by a key, the least first, equal ones in the order in which they came: a binary heap. */
export class RunQueue {
  /** By place in the heap: a task, its key, and how many came before it. */
  private readonly tasks: Task[] = [];
  private readonly keys: number[] = [];
  private readonly orders: number[] = [];
  private order = 0;

  get length(): number {
    return this.tasks.length;
  }

  /** The first, or null. */
  first(): Task | null {
    return this.tasks[0] ?? null;
  }

  /** Adds a task by its `virtual_ns`, which must not change while it is in the queue. */
  add(task: Task): void {
    const {tasks, keys, orders} = this;
    const key = task.virtual_ns;
    let at = tasks.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (keys[parent] <= key) break;
      tasks[at] = tasks[parent];
      keys[at] = keys[parent];
      orders[at] = orders[parent];
      at = parent;
    }
    tasks[at] = task;
    keys[at] = key;
    orders[at] = this.order++;
  }

  /** Takes the first out. */
  take(): Task | null {
    const {tasks, keys, orders} = this;
    if (tasks.length === 0) return null;
    const first = tasks[0];
    const task = tasks.pop()!;
    const key = keys.pop()!;
    const order = orders.pop()!;
    const {length} = tasks;
    if (length === 0) return first;
    const before = (place: number, aKey: number, anOrder: number) =>
      keys[place] < aKey || (keys[place] === aKey && orders[place] < anOrder);
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && before(child + 1, keys[child], orders[child])) child++;
      if (!before(child, key, order)) break;
      tasks[at] = tasks[child];
      keys[at] = keys[child];
      orders[at] = orders[child];
      at = child;
    }
    tasks[at] = task;
    keys[at] = key;
    orders[at] = order;
    return first;
  }
}
