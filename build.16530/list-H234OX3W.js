import {
  listProfiles
} from "./chunk-LPRPGTHX.js";
import {
  findInterpreters,
  nativeName
} from "./chunk-I44PBWKV.js";
import "./chunk-5FFENWPN.js";
import {
  machines
} from "./chunk-MEQUHAI5.js";
import {
  designs
} from "./chunk-DIABLGBR.js";
import "./chunk-CSHBCXSV.js";
import "./chunk-HG3T4HSK.js";
import "./chunk-PC35SSNN.js";
import {
  loaders
} from "./chunk-QM3DZIYH.js";
import {
  parse
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// runtime/machines/simulated/schedulers/decay.ts
var LEVELS = 32;
var Decay = class {
  shared = true;
  total = 0;
  costs;
  levels = Array.from({ length: LEVELS }, () => new Level());
  constructor(_cores, costs) {
    this.costs = costs;
  }
  /** Level of a thread by what it has used, `more_ns` on top: schedcpu, resetpriority. */
  level(task, more_ns, now) {
    const { decay_half_ns, decay_step_ns } = this.costs;
    const past = now - task.asOf_ns;
    const halves = (past - past % decay_half_ns) / decay_half_ns;
    task.asOf_ns += halves * decay_half_ns;
    for (let i = Math.min(halves, 53); i > 0; i--)
      task.virtual_ns = (task.virtual_ns - task.virtual_ns % 2) / 2;
    const used = task.virtual_ns + more_ns;
    return Math.min(LEVELS - 1, (used - used % decay_step_ns) / decay_step_ns);
  }
  /** Level of a thread that is on its core. */
  levelNow(running, now) {
    return this.level(running, Math.max(0, now - running.since_ns), now);
  }
  place(task, core) {
    task.core = core;
  }
  enqueue(task, _core, now) {
    this.levels[this.level(task, 0, now)].add(task);
    this.total++;
  }
  next() {
    if (this.total === 0) return null;
    const task = this.levels.find((level) => level.length > 0).take();
    this.total--;
    return task;
  }
  ready() {
    return this.total;
  }
  /** processor_setrun: a thread whose priority has fallen preempts nobody. */
  preempts(task, running, _core, now) {
    return this.level(task, 0, now) === 0 && this.levelNow(running, now) > 0;
  }
  reviewTime(running, _core, now) {
    const begun = Math.max(now, running.since_ns);
    return begun + this.costs.decay_slice_ns + lateness(begun);
  }
  /** A slice is over; threads of the same level or a better one get their turn. */
  mustYield(running, _core, now) {
    const best = this.levels.findIndex((level) => level.length > 0);
    return best <= this.levelNow(running, now);
  }
  ran(task, _core, ns) {
    task.virtual_ns += ns;
  }
  steal() {
    return null;
  }
};
var lateness = (now) => Math.imul(now % 2 ** 32, 2654435761) >>> 18;
var Level = class {
  tasks = [];
  head = 0;
  get length() {
    return this.tasks.length - this.head;
  }
  add(task) {
    this.tasks.push(task);
  }
  take() {
    const task = this.tasks[this.head++];
    if (this.head > 64 && this.head * 2 > this.tasks.length) {
      this.tasks = this.tasks.slice(this.head);
      this.head = 0;
    }
    return task;
  }
};
var decay = {
  name: "decay",
  title: "Decay: priority falls with use and recovers, as macOS and BSD",
  source: "xnu, osfmk/kern/priority.c, sched_prim.c (sched_timebase_init, processor_setrun); 4.4BSD, sys/kern/kern_synch.c (schedcpu, resetpriority, roundrobin)",
  create: (cores, costs) => new Decay(cores, costs)
};

// runtime/machines/simulated/schedulers/eevdf.ts
var Eevdf = class {
  shared = false;
  total = 0;
  costs;
  cores;
  constructor(cores, costs) {
    this.costs = costs;
    this.cores = Array.from({ length: cores }, () => new Ready());
  }
  /** place_entity */
  place(task, core, woken, now) {
    const { eevdf_slice_ns } = this.costs;
    if (woken) this.forgive(task, now);
    task.core = core;
    this.cores[core].settle(task, now);
    const isNew = task.stopped_ns === Number.NEGATIVE_INFINITY;
    task.deadline_ns = task.virtual_ns + (isNew ? half(eevdf_slice_ns) : eevdf_slice_ns);
  }
  /** A thread that had more than its share goes on competing in its sleep: it owes what the others have not had since. */
  forgive(task, now) {
    if (task.lag_ns >= 0) return;
    const ready = this.cores[task.core];
    const over = ready.idles !== task.idles;
    task.lag_ns = over ? 0 : Math.min(0, task.lag_ns + ready.average(now) - task.asOf_ns);
  }
  enqueue(task, core) {
    this.cores[core].add(task);
    this.total++;
  }
  /** set_next_entity */
  runs(task, core) {
    this.cores[core].running = task;
    task.protected_ns = task.deadline_ns;
  }
  next(core, now) {
    const ready = this.cores[core];
    const task = ready.pick(now);
    if (task === null) return null;
    ready.remove(task);
    this.total--;
    return task;
  }
  ready(core) {
    return this.cores[core].tasks.length;
  }
  /** check_preempt_wakeup_fair, pick_eevdf */
  preempts(task, running, core, now) {
    const ready = this.cores[core];
    this.renew(running, now);
    const had = virtualNow(running, now);
    if (had < running.protected_ns && ready.isEligible(running, now)) return false;
    return ready.pick(now) === task;
  }
  /** The next tick. */
  reviewTime(_running, core, now) {
    const { tick_ns } = this.costs;
    const phase = core * 1000003 % tick_ns;
    const late = (now - phase) % tick_ns;
    return now + tick_ns - (late < 0 ? late + tick_ns : late);
  }
  /** entity_tick */
  mustYield(running, core, now) {
    this.renew(running, now);
    if (virtualNow(running, now) < running.protected_ns) return false;
    return this.cores[core].pick(now) !== running;
  }
  /** update_deadline */
  renew(running, now) {
    const had = virtualNow(running, now);
    if (had >= running.deadline_ns) running.deadline_ns = had + this.costs.eevdf_slice_ns;
  }
  /** update_curr and update_entity_lag */
  ran(task, core, ns, now, sleeps) {
    const { eevdf_slice_ns, tick_ns } = this.costs;
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
  steal(victim, thief, now) {
    const from = this.cores[victim];
    const task = from.tasks.find(({ stopped_ns }) => now - stopped_ns >= this.costs.hot_ns);
    if (task === void 0) return null;
    task.lag_ns = from.average(now) - task.virtual_ns;
    const left = task.deadline_ns - task.virtual_ns;
    from.remove(task);
    this.total--;
    task.core = thief;
    this.cores[thief].settle(task, now);
    task.deadline_ns = task.virtual_ns + left;
    return task;
  }
};
var Ready = class {
  tasks = [];
  running = null;
  /** How often nobody was left. */
  idles = 0;
  sum = 0;
  /** The virtual time when that was last so. */
  floor = 0;
  get count() {
    return this.tasks.length + (this.running === null ? 0 : 1);
  }
  total(now) {
    return this.running === null ? this.sum : this.sum + virtualNow(this.running, now);
  }
  /** avg_vruntime */
  average(now) {
    const { count } = this;
    return count === 0 ? this.floor : quotient(this.total(now), count);
  }
  /** The same with one more. */
  averageWith(task, now) {
    return quotient(this.total(now) + task.virtual_ns, this.count + 1);
  }
  isEligible(task, now) {
    const had = task === this.running ? virtualNow(task, now) : task.virtual_ns;
    return had * this.count <= this.total(now);
  }
  /** Gives a thread that comes the virtual time that lets it keep its lag: its coming moves the average. */
  settle(task, now) {
    const { count } = this;
    const lag = count === 0 ? 0 : quotient(task.lag_ns * (count + 1), count);
    task.virtual_ns = this.average(now) - lag;
  }
  idle(virtual_ns) {
    this.idles++;
    this.floor = Math.max(this.floor, virtual_ns);
  }
  add(task) {
    const { tasks } = this;
    let low = 0;
    let high = tasks.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (tasks[middle].deadline_ns <= task.deadline_ns) low = middle + 1;
      else high = middle;
    }
    tasks.splice(low, 0, task);
    this.sum += task.virtual_ns;
  }
  remove(task) {
    this.tasks.splice(this.tasks.indexOf(task), 1);
    this.sum -= task.virtual_ns;
  }
  /** The eligible thread with the first deadline, also the running one; null: there is none at all. */
  pick(now) {
    const { tasks, running, count } = this;
    const total = this.total(now);
    const best = tasks.find(({ virtual_ns }) => virtual_ns * count <= total) ?? null;
    if (running === null) return best ?? tasks[0] ?? null;
    if (best === null) return running;
    const mayGoOn = virtualNow(running, now) * count <= total;
    return mayGoOn && running.deadline_ns <= best.deadline_ns ? running : best;
  }
};
var virtualNow = (running, now) => running.virtual_ns + Math.max(0, now - running.since_ns);
var half = (value) => quotient(value, 2);
function quotient(value, by) {
  const rest = value % by;
  return (value - (rest < 0 ? rest + by : rest)) / by;
}
var eevdf = {
  name: "eevdf",
  title: "EEVDF: the eligible thread whose slice is due first, as Linux since 6.6",
  source: "Linux 6.18, kernel/sched/fair.c (place_entity, pick_eevdf, set_protect_slice, update_entity_lag, detach_tasks); Stoica and Abdel-Wahab, Earliest Eligible Virtual Deadline First, 1995",
  create: (cores, costs) => new Eevdf(cores, costs)
};

// runtime/machines/simulated/schedulers/run-queue.ts
var RunQueue = class {
  /** By place in the heap: a task, its key, and how many came before it. */
  tasks = [];
  keys = [];
  orders = [];
  order = 0;
  get length() {
    return this.tasks.length;
  }
  /** The first, or null. */
  first() {
    return this.tasks[0] ?? null;
  }
  /** Adds a task by its `virtual_ns`, which must not change while it is in the queue. */
  add(task) {
    const { tasks, keys, orders } = this;
    const key = task.virtual_ns;
    let at = tasks.length;
    while (at > 0) {
      const parent = at - 1 >> 1;
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
  take() {
    const { tasks, keys, orders } = this;
    if (tasks.length === 0) return null;
    const first = tasks[0];
    const task = tasks.pop();
    const key = keys.pop();
    const order = orders.pop();
    const { length } = tasks;
    if (length === 0) return first;
    const before = (place, aKey, anOrder) => keys[place] < aKey || keys[place] === aKey && orders[place] < anOrder;
    let at = 0;
    for (; ; ) {
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
};

// runtime/machines/simulated/schedulers/fair.ts
var Fair = class {
  shared = false;
  total = 0;
  costs;
  queues;
  /** What the threads of each core have had at least: never goes back. */
  floors;
  constructor(cores, costs) {
    this.costs = costs;
    this.queues = Array.from({ length: cores }, () => new RunQueue());
    this.floors = new Float64Array(cores);
  }
  /** migrate_task_rq_fair and place_entity */
  place(task, core, woken) {
    if (task.core !== core) {
      task.virtual_ns += this.floors[core] - this.floors[task.core];
      task.core = core;
    }
    if (woken) task.virtual_ns = Math.max(task.virtual_ns, this.floors[core] - this.costs.fair_credit_ns);
  }
  enqueue(task, core) {
    this.queues[core].add(task);
    this.total++;
  }
  /** pick_next_task_fair */
  next(core) {
    const task = this.queues[core].take();
    if (task === null) return null;
    this.total--;
    this.floors[core] = Math.max(this.floors[core], task.virtual_ns);
    return task;
  }
  ready(core) {
    return this.queues[core].length;
  }
  /** wakeup_preempt_entity */
  preempts(task, running, _core, now) {
    return virtualNow2(running, now) - task.virtual_ns > this.costs.fair_wakeup_ns;
  }
  /** The first tick at which the slice is over. */
  reviewTime(running, core, now) {
    const { tick_ns } = this.costs;
    const end = Math.max(now + 1, running.since_ns + this.slice(core));
    const phase = core * 1000003 % tick_ns;
    const late = (end - phase) % tick_ns;
    return late === 0 ? end : end + tick_ns - late;
  }
  /** sched_slice */
  slice(core) {
    const { fair_latency_ns, fair_slice_ns } = this.costs;
    const threads = this.queues[core].length + 1;
    return Math.max(fair_slice_ns, (fair_latency_ns - fair_latency_ns % threads) / threads);
  }
  /** check_preempt_tick */
  mustYield(running, core, now) {
    const had = now - running.since_ns;
    const slice = this.slice(core);
    if (had >= slice) return true;
    if (had < this.costs.fair_slice_ns) return false;
    return virtualNow2(running, now) - this.queues[core].first().virtual_ns > slice;
  }
  /** update_curr and update_min_vruntime */
  ran(task, core, ns) {
    task.virtual_ns += ns;
    const first = this.queues[core].first();
    const least = first === null ? task.virtual_ns : Math.min(task.virtual_ns, first.virtual_ns);
    this.floors[core] = Math.max(this.floors[core], least);
  }
  /** newidle_balance */
  steal(victim, thief, now) {
    const first = this.queues[victim].first();
    if (first === null || now - first.stopped_ns < this.costs.hot_ns) return null;
    const task = this.queues[victim].take();
    if (task === null) return null;
    this.total--;
    task.virtual_ns += this.floors[thief] - this.floors[victim];
    task.core = thief;
    return task;
  }
};
var virtualNow2 = (running, now) => running.virtual_ns + Math.max(0, now - running.since_ns);
var fair = {
  name: "fair",
  title: "Fair: least processor time first, with wake-up preemption, as Linux until 6.5",
  source: "Linux 5.15, kernel/sched/fair.c (place_entity, wakeup_preempt_entity, check_preempt_tick, newidle_balance)",
  create: (cores, costs) => new Fair(cores, costs)
};

// runtime/machines/simulated/schedulers/round-robin.ts
var RoundRobin = class {
  shared = true;
  queue = new RunQueue();
  slice_ns;
  constructor(costs) {
    this.slice_ns = costs.round_robin_slice_ns;
  }
  get total() {
    return this.queue.length;
  }
  place(task, core) {
    task.core = core;
  }
  enqueue(task) {
    this.queue.add(task);
  }
  next() {
    return this.queue.take();
  }
  ready() {
    return this.queue.length;
  }
  preempts() {
    return false;
  }
  reviewTime(running, _core, now) {
    return Math.max(now, running.since_ns) + this.slice_ns;
  }
  mustYield(running, _core, now) {
    return now - running.since_ns >= this.slice_ns;
  }
  ran() {
  }
  steal() {
    return null;
  }
};
var roundRobin = {
  name: "round-robin",
  title: "Round robin: one queue in slices, nobody preempts",
  source: "Linux, kernel/sched/rt.c, SCHED_RR at one priority",
  create: (_cores, costs) => new RoundRobin(costs)
};

// runtime/machines/simulated/schedulers/index.ts
var schedulers = [eevdf, fair, decay, roundRobin];

// tools/cli/list.ts
var help = `convoy list [--json]

Shows by name what there is to choose from: lock designs, machines, the real interpreters of this computer, experiments,
and, for the simulated machine, schedulers and profiles. For example:

  convoy list --json
`;
var command = {
  help,
  async run(args) {
    const { values } = parse("list", args, { json: { type: "boolean" } });
    const { experiments } = await loaders();
    const lists = {
      designs: designs.map(({ name, title, models, source }) => ({ name, title, models, source })),
      machines: machines.map(({ name, title }) => ({ name, title })),
      interpreters: (await findInterpreters()).map(interpreter),
      experiments: Object.values(experiments).map(({ name, title }) => ({ name, title })),
      schedulers: schedulers.map(({ name, title, source }) => ({ name, title, source })),
      profiles: listProfiles()
    };
    process.stdout.write(values.json ? `${JSON.stringify(lists, null, 1)}
` : inWords(lists));
    return 0;
  }
};
var interpreter = (native) => ({
  name: `native:${nativeName(native)}`,
  title: native.gil ? `lock ${native.design}` : "no GIL",
  path: native.path
});
var HEADS = {
  designs: "designs (run --design NAME)",
  machines: "machines (run --machine NAME)",
  interpreters: "interpreters found here (run --machine NAME)",
  experiments: "experiments (data NAME)",
  schedulers: "schedulers of the simulated machine (run --machine simulated --scheduler NAME)",
  profiles: "profiles of the simulated machine (run --machine simulated --profile NAME)"
};
function inWords(lists) {
  const sections = Object.entries(lists).map(([kind, entries]) => {
    const width = Math.max(0, ...entries.map(({ name }) => name.length));
    const lines = entries.map(({ name, title, models, path }) => {
      const more = models ?? path;
      return `  ${name.padEnd(width)}  ${title}${more === void 0 ? "" : ` (${more})`}`;
    });
    return `${HEADS[kind]}
${lines.join("\n") || "  none"}
`;
  });
  return sections.join("\n");
}
export {
  command
};
//# sourceMappingURL=list-H234OX3W.js.map
