import type {Costs} from "../costs.ts";
import type {Task} from "../task.ts";
import type {Scheduler, SchedulerDescription} from "./scheduler.ts";

/**
 * Earliest eligible virtual deadline first, without weights. Each thread asks for slices of one length. A thread that has had
 * no more than the average of its core is eligible; of those the one whose slice is due first runs. A running thread that is
 * eligible keeps its core against woken threads until its slice is over. What a thread had less (or more) than the average
 * when it went to sleep, its lag, is what it begins with when it wakes. Whether a slice is over is looked at on ticks.
 *
 * Virtual times are whole nanoseconds; averages are rounded down.
 */
class Eevdf implements Scheduler {
  readonly shared = false;
  total = 0;
  private readonly costs: Costs;
  private readonly cores: Ready[];

  constructor(cores: number, costs: Costs) {
    this.costs = costs;
    this.cores = Array.from({length: cores}, () => new Ready());
  }

  /** place_entity */
  place(task: Task, core: number, woken: boolean, now: number): void {
    const {eevdf_slice_ns} = this.costs;
    if (woken) this.forgive(task, now);
    task.core = core;
    this.cores[core].settle(task, now);
    const isNew = task.stopped_ns === Number.NEGATIVE_INFINITY;
    task.deadline_ns = task.virtual_ns + (isNew ? half(eevdf_slice_ns) : eevdf_slice_ns);
  }

  /** A thread that had more than its share goes on competing in its sleep: it owes what the others have not had since. */
  private forgive(task: Task, now: number): void {
    if (task.lag_ns >= 0) return;
    const ready = this.cores[task.core];
    const over = ready.idles !== task.idles;
    task.lag_ns = over ? 0 : Math.min(0, task.lag_ns + ready.average(now) - task.asOf_ns);
  }

  enqueue(task: Task, core: number): void {
    this.cores[core].add(task);
    this.total++;
  }

  /** set_next_entity */
  runs(task: Task, core: number): void {
    this.cores[core].running = task;
    task.protected_ns = task.deadline_ns;
  }

  next(core: number, now: number): Task | null {
    const ready = this.cores[core];
    const task = ready.pick(now);
    if (task === null) return null;
    ready.remove(task);
    this.total--;
    return task;
  }

  ready(core: number): number {
    return this.cores[core].tasks.length;
  }

  /** check_preempt_wakeup_fair, pick_eevdf */
  preempts(task: Task, running: Task, core: number, now: number): boolean {
    const ready = this.cores[core];
    this.renew(running, now);
    const had = virtualNow(running, now);
    if (had < running.protected_ns && ready.isEligible(running, now)) return false;
    return ready.pick(now) === task;
  }

  /** The next tick. */
  reviewTime(_running: Task, core: number, now: number): number {
    const {tick_ns} = this.costs;
    // Ticks of the cores do not fall together.
    const phase = (core * 1_000_003) % tick_ns;
    const late = (now - phase) % tick_ns;
    return now + tick_ns - (late < 0 ? late + tick_ns : late);
  }

  /** entity_tick */
  mustYield(running: Task, core: number, now: number): boolean {
    this.renew(running, now);
    if (virtualNow(running, now) < running.protected_ns) return false;
    return this.cores[core].pick(now) !== running;
  }

  /** update_deadline */
  private renew(running: Task, now: number): void {
    const had = virtualNow(running, now);
    if (had >= running.deadline_ns) running.deadline_ns = had + this.costs.eevdf_slice_ns;
  }

  /** update_curr and update_entity_lag */
  ran(task: Task, core: number, ns: number, now: number, sleeps: boolean): void {
    const {eevdf_slice_ns, tick_ns} = this.costs;
    const ready = this.cores[core];
    ready.running = null;
    task.virtual_ns += ns;
    if (task.virtual_ns >= task.deadline_ns) task.deadline_ns = task.virtual_ns + eevdf_slice_ns;
    if (!sleeps) return;
    const most = Math.max(2 * eevdf_slice_ns, tick_ns);
    const average = ready.averageWith(task, now);
    task.lag_ns = Math.max(-most, Math.min(most, average - task.virtual_ns));
    task.asOf_ns = average;
    if (ready.tasks.length === 0) ready.idle(task.virtual_ns);
    task.idles = ready.idles;
  }

  /** detach_tasks: the first that has not run just now */
  steal(victim: number, thief: number, now: number): Task | null {
    const from = this.cores[victim];
    const task = from.tasks.find(({stopped_ns}) => now - stopped_ns >= this.costs.hot_ns);
    if (task === undefined) return null;
    task.lag_ns = from.average(now) - task.virtual_ns;
    const left = task.deadline_ns - task.virtual_ns;
    from.remove(task);
    this.total--;
    task.core = thief;
    this.cores[thief].settle(task, now);
    task.deadline_ns = task.virtual_ns + left;
    return task;
  }
}

/** The ready threads of a core by their deadlines, equal ones in the order in which they came, and the running one. */
class Ready {
  readonly tasks: Task[] = [];
  running: Task | null = null;
  /** How often nobody was left. */
  idles = 0;
  private sum = 0;
  /** The virtual time when that was last so. */
  private floor = 0;

  get count(): number {
    return this.tasks.length + (this.running === null ? 0 : 1);
  }

  private total(now: number): number {
    return this.running === null ? this.sum : this.sum + virtualNow(this.running, now);
  }

  /** avg_vruntime */
  average(now: number): number {
    const {count} = this;
    return count === 0 ? this.floor : quotient(this.total(now), count);
  }

  /** The same with one more. */
  averageWith(task: Task, now: number): number {
    return quotient(this.total(now) + task.virtual_ns, this.count + 1);
  }

  isEligible(task: Task, now: number): boolean {
    const had = task === this.running ? virtualNow(task, now) : task.virtual_ns;
    return had * this.count <= this.total(now);
  }

  /** Gives a thread that comes the virtual time that lets it keep its lag: its coming moves the average. */
  settle(task: Task, now: number): void {
    const {count} = this;
    const lag = count === 0 ? 0 : quotient(task.lag_ns * (count + 1), count);
    task.virtual_ns = this.average(now) - lag;
  }

  idle(virtual_ns: number): void {
    this.idles++;
    this.floor = Math.max(this.floor, virtual_ns);
  }

  add(task: Task): void {
    const {tasks} = this;
    let low = 0;
    let high = tasks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tasks[middle].deadline_ns <= task.deadline_ns) low = middle + 1;
      else high = middle;
    }
    tasks.splice(low, 0, task);
    this.sum += task.virtual_ns;
  }

  remove(task: Task): void {
    this.tasks.splice(this.tasks.indexOf(task), 1);
    this.sum -= task.virtual_ns;
  }

  /** The eligible thread with the first deadline, also the running one; null: there is none at all. */
  pick(now: number): Task | null {
    const {tasks, running, count} = this;
    const total = this.total(now);
    const best = tasks.find(({virtual_ns}) => virtual_ns * count <= total) ?? null;
    if (running === null) return best ?? tasks[0] ?? null;
    if (best === null) return running;
    const mayGoOn = virtualNow(running, now) * count <= total;
    return mayGoOn && running.deadline_ns <= best.deadline_ns ? running : best;
  }
}

const virtualNow = (running: Task, now: number) => running.virtual_ns + Math.max(0, now - running.since_ns);
const half = (value: number) => quotient(value, 2);

/** Rounded down. */
function quotient(value: number, by: number): number {
  const rest = value % by;
  return (value - (rest < 0 ? rest + by : rest)) / by;
}

export const eevdf: SchedulerDescription = {
  name: "eevdf",
  title: "EEVDF: the eligible thread whose slice is due first, as Linux since 6.6",
  source:
    "Linux 6.18, kernel/sched/fair.c (place_entity, pick_eevdf, set_protect_slice, update_entity_lag, detach_tasks); Stoica and Abdel-Wahab, Earliest Eligible Virtual Deadline First, 1995",
  create: (cores, costs) => new Eevdf(cores, costs)
};
