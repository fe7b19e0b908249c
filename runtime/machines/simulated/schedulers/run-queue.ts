import type {Task} from "../task.ts";

/** Ready threads by a key, the least first, equal ones in the order in which they came: a binary heap. */
export class RunQueue {
  private readonly tasks: Task[] = [];
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
    task.order = this.order++;
    const {tasks} = this;
    let at = tasks.push(task) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(task, tasks[parent])) break;
      tasks[at] = tasks[parent];
      at = parent;
    }
    tasks[at] = task;
  }

  /** Takes the first out. */
  take(): Task | null {
    const {tasks} = this;
    const first = tasks[0] ?? null;
    const task = tasks.pop();
    if (task === undefined || task === first) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= tasks.length) break;
      if (child + 1 < tasks.length && before(tasks[child + 1], tasks[child])) child++;
      if (!before(tasks[child], task)) break;
      tasks[at] = tasks[child];
      at = child;
    }
    tasks[at] = task;
    return first;
  }
}

const before = (a: Task, b: Task) =>
  a.virtual_ns < b.virtual_ns || (a.virtual_ns === b.virtual_ns && a.order < b.order);
