import {
  ACQUIRE,
  Cell,
  Clock,
  Condition,
  Deadline,
  Mutex,
  NO_TICKS,
  RELEASE,
  REQUEST,
  Semaphore,
  TIMED_OUT,
  ThreadCell,
  ThreadCondition,
  VAIN,
  WAIT,
  Word,
  weights
} from "./chunk-CSHBCXSV.js";
import {
  BREAK_DROP,
  BREAK_LOOK,
  BREAK_SIGNAL
} from "./chunk-PC35SSNN.js";

// runtime/designs/ticker.ts
var Ticker = class {
  place;
  left;
  constructor(place) {
    this.place = place;
    this.left = new Cell(place.region, "_Py_Ticker", place.checkInterval.value);
  }
  get value() {
    return this.left.value;
  }
  set value(left) {
    this.left.value = left;
  }
  /** Starts the next countdown: the check interval, or 0 while a signal waits for the main thread. */
  restart() {
    this.left.value = this.place.signalPending() ? 0 : this.place.checkInterval.value;
  }
};

// runtime/designs/timeout.ts
var Timeout = class {
  place;
  /** `gil->mutex` */
  mutex;
  /** `gil->cond` */
  cond;
  /** `gil->switch_mutex` */
  switchMutex;
  /** `gil->switch_cond` */
  switchCond;
  /** `gil->locked` */
  locked;
  /** `gil->switch_number` */
  switchNumber;
  /** `gil->last_holder` */
  lastHolder;
  constructor(place) {
    this.place = place;
    this.mutex = new Mutex(place.region, "mutex");
    this.cond = new Condition(place.region, "cond");
    this.switchMutex = new Mutex(place.region, "switch_mutex");
    this.switchCond = new Condition(place.region, "switch_cond");
    this.locked = new Cell(place.region, "locked");
    this.switchNumber = new Cell(place.region, "switch_number");
    this.lastHolder = new Word(place.region, "last_holder");
  }
  /** take_gil */
  acquire(t) {
    this.mutex.lock();
    if (this.locked.value !== 0) this.waitForRelease(t);
    this.switchMutex.lock();
    this.locked.value = 1;
    this.taking(t);
    if (this.lastHolder.load() !== t) {
      this.lastHolder.store(t);
      this.switchNumber.value = this.switchNumber.value + 1 | 0;
    }
    this.switchCond.signal();
    this.switchMutex.unlock();
    if ((this.place.breaker.load() & BREAK_DROP) !== 0) this.place.breaker.and(~BREAK_DROP);
    this.mutex.unlock();
    this.place.note(t, ACQUIRE);
  }
  /** take_gil, its timed wait: an interval without any switch, and the holder is asked to drop the lock */
  waitForRelease(t) {
    this.place.note(t, WAIT);
    for (; ; ) {
      const saved = this.switchNumber.value;
      if (this.asksAtOnce(t)) this.ask(t);
      const answer = this.cond.wait(this.mutex, this.patience_ns(t));
      if (this.locked.value === 0) return;
      if (answer !== TIMED_OUT) this.place.note(t, VAIN);
      else if (this.switchNumber.value === saved) this.ask(t);
    }
  }
  ask(t) {
    this.place.note(t, REQUEST);
    this.place.breaker.or(BREAK_DROP);
  }
  /** With the mutex held: how long `t` waits before it asks the holder to drop the lock. */
  patience_ns(_t) {
    return Math.max(1, this.place.switchInterval_us.value) * 1e3;
  }
  /** With the mutex held: whether `t` asks the holder to drop the lock before it waits at all. */
  asksAtOnce(_t) {
    return false;
  }
  /** With the mutex held: `t` has the lock from now on. */
  taking(_t) {
  }
  /** drop_gil: a thread that was asked to drop the lock waits until another has taken it */
  release(t) {
    this.place.note(t, RELEASE);
    this.mutex.lock();
    this.lastHolder.store(t);
    this.locked.value = 0;
    this.cond.signal();
    this.mutex.unlock();
    if ((this.place.breaker.load() & BREAK_DROP) === 0) return;
    this.switchMutex.lock();
    if (this.lastHolder.load() === t) {
      this.place.breaker.and(~BREAK_DROP);
      this.switchCond.wait(this.switchMutex);
    }
    this.switchMutex.unlock();
  }
  /** eval_frame_handle_pending: signals first, then the request to drop the lock */
  check(t) {
    const breaker = this.place.breaker.load();
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      this.place.breaker.and(~BREAK_SIGNAL);
      this.place.handleSignals(t);
    }
    if ((breaker & BREAK_DROP) !== 0) this.giveWay(t);
  }
  /** `t` was asked to drop the lock. */
  giveWay(t) {
    this.release(t);
    this.acquire(t);
  }
  /** _PyEval_SignalReceived: a bit that only the main thread heeds */
  signalled() {
    this.place.breaker.or(BREAK_SIGNAL);
  }
  ticks() {
    return NO_TICKS;
  }
  keep(_left) {
  }
};
var timeout = {
  name: "timeout",
  title: "Time-out: a waiter asks for the lock after 5 ms, and the holder waits until it is taken",
  models: "CPython 3.2 and later",
  source: "CPython 3.2: Python/ceval_gil.h (take_gil, drop_gil with FORCE_SWITCHING); signals as since 3.9: Python/ceval.c (eval_frame_handle_pending, _PyEval_SignalReceived); python/cpython issues 7946, 40010, 42296",
  ticks: 0,
  switchInterval_us: 5e3,
  breaks: BREAK_DROP | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new Timeout(place)
};

// runtime/designs/backport-2.7.ts
var Backport = class extends Timeout {
  ticker;
  constructor(place) {
    super(place);
    this.ticker = new Ticker(place);
  }
  /** PyEval_EvalFrameEx of 2.7, where `--_Py_Ticker < 0`: pending calls first, then a request to drop the lock */
  check(t) {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    if ((this.place.breaker.load() & BREAK_DROP) !== 0) this.giveWay(t);
  }
  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  signalled() {
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var backport27 = {
  ...timeout,
  name: "backport-2.7",
  title: "Backport to 2.7: the lock with time-outs, looked at every 100 ticks",
  models: "CPython 2.7 with the patch of issue 7753, January 2010; it was rejected",
  source: "python/cpython issue 7753 (newgil-2.7.diff), whose text could not be read: CPython 3.2's take_gil and drop_gil under the rules of CPython 2.7's PyEval_EvalFrameEx",
  ticks: 100,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new Backport(place)
};

// runtime/designs/queue.ts
var Queue = class {
  head;
  next;
  constructor(region, name) {
    this.head = new Cell(region, name);
    this.next = new ThreadCell(region, `${name}, next`);
  }
  get first() {
    return this.head.value;
  }
  after(t) {
    return this.next.of(t);
  }
  get length() {
    let length = 0;
    for (let t = this.first; t !== 0; t = this.after(t)) length++;
    return length;
  }
  append(t) {
    let last = 0;
    for (let other = this.first; other !== 0; other = this.after(other)) last = other;
    this.link(last, t);
    this.next.set(t, 0);
  }
  prepend(t) {
    this.next.set(t, this.first);
    this.head.value = t;
  }
  remove(t) {
    let before = 0;
    for (let other = this.first; other !== t; other = this.after(other)) before = other;
    this.link(before, this.after(t));
    this.next.set(t, 0);
  }
  link(before, t) {
    if (before === 0) this.head.value = t;
    else this.next.set(before, t);
  }
};

// runtime/designs/bfs.ts
var SLICE_US = 1e4;
var DEADLINE_US = 8 * SLICE_US;
var PATIENCE_NS = 55e5;
var SWITCH_BACK_NS = 12e3;
var NOBODY = 0;
var Bfs = class {
  place;
  /** `bfs_mutex`: guards all that follows. */
  mutex;
  /** `bfs_cond` of a thread */
  cond;
  /** `bfs_rq`: who waits, in order of arrival */
  waiting;
  /** `bfs_thread`: who runs, or is named to */
  thread;
  /** `bfs_thread_prev`: who named `thread`, until that takes over */
  previous;
  /** `bfs_thread_switch`: who waits until `thread` takes over */
  switching;
  /** 1: who was named and lets another come back has lost its turn to it. In the source that looks at `bfs_thread`. */
  snatched;
  /** `bfs_python_time`, `bfs_slice` and `bfs_deadline` of a thread */
  clock;
  slice;
  deadline;
  constructor(place) {
    this.place = place;
    const { region } = place;
    this.mutex = new Mutex(region, "bfs_mutex");
    this.cond = new ThreadCondition(region, "bfs_cond");
    this.waiting = new Queue(region, "bfs_rq");
    this.thread = new Cell(region, "bfs_thread", NOBODY);
    this.previous = new Cell(region, "bfs_thread_prev", NOBODY);
    this.switching = new Cell(region, "bfs_thread_switch", NOBODY);
    this.snatched = new Word(region, "snatched");
    this.clock = new Clock(region, "bfs_python_time");
    this.slice = new ThreadCell(region, "bfs_slice");
    this.deadline = new Deadline(region, "bfs_deadline", this.clock, DEADLINE_US);
  }
  /** bfs_schedule */
  acquire(t) {
    this.mutex.lock();
    this.schedule(t);
    this.mutex.unlock();
    this.place.note(t, ACQUIRE);
  }
  /** bfs_schedule, with the mutex held */
  schedule(t) {
    if (this.slice.of(t) <= 0) {
      this.slice.set(t, SLICE_US);
      this.deadline.set(t);
    }
    const other = this.thread.value;
    if (other !== NOBODY) {
      const urgent = this.isUrgent(t, other);
      if (urgent && this.previous.value !== NOBODY) this.snatched.store(1);
      else this.wait(t, urgent);
    }
    this.thread.value = t;
    this.previous.value = NOBODY;
    const switching = this.switching.value;
    if (switching !== NOBODY) {
      this.switching.value = NOBODY;
      this.cond.signal(switching);
    }
    this.clock.advance(0);
  }
  /** Whether `t` comes before `other`; when the deadline of `other` has passed, first come is first served. */
  isUrgent(t, other) {
    const left_us = this.deadline.left(other);
    return left_us >= 0 && this.deadline.left(t) <= left_us;
  }
  /** _bfs_timed_wait, until `t` is named */
  wait(t, urgent) {
    this.place.note(t, WAIT);
    if (urgent) this.place.note(t, REQUEST);
    this.place.breaker.or(urgent ? BREAK_DROP : BREAK_LOOK);
    this.waiting.append(t);
    while (this.thread.value !== t) {
      const answer = this.cond.wait(t, this.mutex, this.waiting.length * PATIENCE_NS);
      if (answer === TIMED_OUT) this.place.breaker.or(BREAK_LOOK);
      if (this.thread.value !== t) this.place.note(t, VAIN);
      else if (this.letsBack(t)) this.letBack();
    }
    this.waiting.remove(t);
  }
  /** Whether who named `t` is more urgent, and did so by itself. */
  letsBack(t) {
    const { value: previous } = this.previous;
    if (previous === NOBODY) return false;
    const left_us = this.deadline.left(t);
    return left_us >= 0 && this.deadline.left(previous) < left_us;
  }
  letBack() {
    this.snatched.store(0);
    this.mutex.unlock();
    this.snatched.spin(0, SWITCH_BACK_NS);
    this.mutex.lock();
  }
  /** bfs_yield, before a call that may block; here its book-keeping is guarded as well */
  release(t) {
    this.place.note(t, RELEASE);
    this.mutex.lock();
    this.charge(t);
    this.previous.value = t;
    this.nameNext(t);
    this.mutex.unlock();
  }
  charge(t) {
    const used_us = this.clock.advance(SLICE_US);
    this.slice.set(t, Math.max(0, this.slice.of(t) - used_us));
  }
  /** _bfs_yield, with the mutex held */
  nameNext(t) {
    this.place.breaker.and(~(BREAK_DROP | BREAK_LOOK));
    const next = this.findTask();
    this.thread.value = next;
    if (next === NOBODY) return;
    this.cond.signal(next);
    if (this.switching.value !== NOBODY || !this.mustSwitch(t, next)) return;
    this.switching.value = t;
    while (this.switching.value === t) this.cond.wait(t, this.mutex);
  }
  /** bfs_find_task: the earliest deadline, or the first that has passed */
  findTask() {
    const { waiting, deadline } = this;
    let task = waiting.first;
    for (let t = task; t !== NOBODY && deadline.left(task) >= 0; t = waiting.after(t))
      if (deadline.left(t) < deadline.left(task)) task = t;
    return task;
  }
  mustSwitch(t, next) {
    const left_us = this.deadline.left(next);
    return this.slice.of(t) <= 0 || left_us < 0 || this.deadline.left(t) >= left_us;
  }
  /** bfs_checkpoint, after signals */
  check(t) {
    const breaker = this.place.breaker.load();
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      this.place.breaker.and(~BREAK_SIGNAL);
      this.place.handleSignals(t);
    }
    if ((breaker & (BREAK_DROP | BREAK_LOOK)) === 0) return;
    this.mutex.lock();
    this.place.breaker.and(~BREAK_LOOK);
    this.charge(t);
    if ((breaker & BREAK_DROP) !== 0 || this.slice.of(t) <= 0) {
      this.place.note(t, RELEASE);
      this.nameNext(t);
      this.schedule(t);
      this.place.note(t, ACQUIRE);
    }
    this.mutex.unlock();
  }
  /** _PyEval_SignalReceived: a bit that only the main thread heeds */
  signalled() {
    this.place.breaker.or(BREAK_SIGNAL);
  }
  ticks() {
    return NO_TICKS;
  }
  keep(_left) {
  }
};
var bfs = {
  name: "bfs",
  title: "BFS: a scheduler in the place of a lock; the earliest deadline is next",
  models: "Aides's patch in issue 7946, March and May 2010, as ported to CPython 3.9; it was not applied",
  source: "JuliaPoo/cpython: Python/bfs.c (Aides 2010: bfs_schedule, _bfs_yield, bfs_find_task, bfs_checkpoint); there the runner also looks at the clock every 5,000 ticks, here when a waiter asks it to",
  ticks: 0,
  switchInterval_us: 0,
  breaks: BREAK_DROP | BREAK_LOOK | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new Bfs(place)
};

// runtime/designs/roundrobin.ts
var RoundRobin = class {
  place;
  ticker;
  mutex;
  released;
  locked;
  /** How many threads wait. */
  waiting;
  constructor(place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.mutex = new Mutex(place.region, "mutex");
    this.released = new Condition(place.region, "released");
    this.locked = new Cell(place.region, "locked");
    this.waiting = new Cell(place.region, "waiting");
  }
  acquire(t) {
    this.mutex.lock();
    if (this.mustWait(t)) this.waitForRelease(t);
    this.locked.value = 1;
    this.taking(t);
    this.mutex.unlock();
    this.place.note(t, ACQUIRE);
  }
  /** With the mutex held: whether `t` has to wait at least once. */
  mustWait(_t) {
    return this.locked.value !== 0 || this.waiting.value > 0;
  }
  /** With the mutex held: `t` has the lock from now on. */
  taking(_t) {
  }
  waitForRelease(t) {
    this.place.note(t, WAIT);
    this.waiting.value++;
    this.released.wait(this.mutex);
    while (this.locked.value !== 0) {
      this.place.note(t, VAIN);
      this.released.wait(this.mutex);
    }
    this.waiting.value--;
  }
  release(t) {
    this.place.note(t, RELEASE);
    this.mutex.lock();
    this.locked.value = 0;
    this.released.signal();
    this.mutex.unlock();
  }
  /** PyEval_EvalFrameEx, where `--_Py_Ticker < 0`: pending calls first, then release and acquire */
  check(t) {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    this.release(t);
    this.acquire(t);
  }
  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  signalled() {
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var roundRobin = {
  name: "roundrobin",
  title: "Round robin: who comes while others wait sleeps at least once",
  models: "CPython 2.7 with the patch of issue 8299, April 2010; it was not applied",
  source: "python/cpython issue 8299 (Jonsson): gil.patch as its first message describes it, and the acquisition as it stands in the discussion",
  ticks: 100,
  switchInterval_us: 0,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new RoundRobin(place)
};

// runtime/designs/fair.ts
var Fair = class extends RoundRobin {
  /** The thread that had the lock last. Guarded by the mutex. */
  lastOwner;
  constructor(place) {
    super(place);
    this.lastOwner = new Cell(place.region, "last_owner");
  }
  mustWait(t) {
    return this.locked.value !== 0 || this.waiting.value > 0 && this.lastOwner.value === t;
  }
  taking(t) {
    this.lastOwner.value = t;
  }
};
var fair = {
  ...roundRobin,
  name: "fair",
  title: "Fair: who had the lock last stands back for those who wait",
  models: "Jonsson's later rule, as a lock by itself (fastcond, 2017 to 2025), under 2.7's ticks",
  source: "kristjanvalur/fastcond: fastcond/gil.c",
  create: (place) => new Fair(place)
};

// runtime/designs/holy.ts
var PATIENCE_NS2 = 1e3;
var Holy = class extends Timeout {
  /** The thread that holds the lock. Guarded by the mutex. */
  holder;
  constructor(place) {
    super(place);
    this.holder = new Cell(place.region, "holder");
  }
  patience_ns(t) {
    const { priorityOf } = this.place;
    return priorityOf(t) >= 0 && priorityOf(this.holder.value) < 0 ? PATIENCE_NS2 : super.patience_ns(t);
  }
  taking(t) {
    this.holder.value = t;
  }
};
var holy = {
  ...timeout,
  name: "holy",
  title: "Holy: behind a thread that declared itself holy, the others wait for 1 us only",
  models: "Beazley's fork of CPython 3.12, May 2022, and the idea of sys.setpriority(-1) of 2011",
  source: "dabeaz-fork/cpython, commits 091dfeab2d, ddd9a9f210, 347e2f32fe: take_gil, HOLY.md",
  create: (place) => new Holy(place)
};

// runtime/designs/interactive.ts
var TRUSTED = 2;
var Interactive = class extends Timeout {
  /** How many of its last holds the thread ended by itself, TRUSTED at most. Its own, and read by itself alone. */
  early;
  constructor(place) {
    super(place);
    this.early = new ThreadCell(place.region, "early");
  }
  asksAtOnce(t) {
    return this.early.of(t) >= TRUSTED;
  }
  release(t) {
    this.early.set(t, Math.min(TRUSTED, this.early.of(t) + 1));
    super.release(t);
  }
  giveWay(t) {
    super.release(t);
    this.early.set(t, 0);
    this.acquire(t);
  }
};
var interactive = {
  ...timeout,
  name: "interactive",
  title: "Interactive: who regularly gives the lock up early gets it back at once",
  models: "Pitrou's patch in issue 7946, March 2010; it was not applied",
  source: "Coghlan, python-dev, 16 March 2010, who describes the patch (gilinter); the patch itself could not be read, so that the number of early releases is ours; python/cpython issue 7946",
  create: (place) => new Interactive(place)
};

// runtime/designs/levels.ts
var LEVELS = 3;
var Levels = class {
  place;
  ticker;
  mutex;
  locked;
  /** By level, the lowest first: who waits, and how many. */
  released;
  waiting;
  constructor(place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.mutex = new Mutex(place.region, "mutex");
    this.locked = new Cell(place.region, "locked");
    const levels2 = Array.from({ length: LEVELS }, (_, level) => level);
    this.released = levels2.map((level) => new Condition(place.region, `released ${level}`));
    this.waiting = levels2.map((level) => new Cell(place.region, `waiting ${level}`));
  }
  acquire(t) {
    const level = 1 + Math.sign(this.place.priorityOf(t));
    this.mutex.lock();
    if (this.locked.value !== 0 || this.highest() >= level) this.waitForRelease(t, level);
    this.locked.value = 1;
    this.mutex.unlock();
    this.place.note(t, ACQUIRE);
  }
  /** With the mutex held: the highest level on which somebody waits, or -1. */
  highest() {
    for (let level = LEVELS - 1; level >= 0; level--) if (this.waiting[level].value > 0) return level;
    return -1;
  }
  waitForRelease(t, level) {
    this.place.note(t, WAIT);
    this.waiting[level].value++;
    this.released[level].wait(this.mutex);
    while (this.locked.value !== 0 || this.highest() > level) {
      this.place.note(t, VAIN);
      this.released[level].wait(this.mutex);
    }
    this.waiting[level].value--;
  }
  release(t) {
    this.place.note(t, RELEASE);
    this.mutex.lock();
    this.locked.value = 0;
    const level = this.highest();
    if (level >= 0) this.released[level].signal();
    this.mutex.unlock();
  }
  /** PyEval_EvalFrameEx, where `--_Py_Ticker < 0`: pending calls first, then release and acquire */
  check(t) {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    this.release(t);
    this.acquire(t);
  }
  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  signalled() {
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var levels = {
  ...roundRobin,
  name: "levels",
  title: "Levels: round robin on each of three levels of priority, which programs set",
  models: "CPython 2.7 with the third lock of issue 8299's patch, April 2010; it was not applied",
  source: "python/cpython issue 8299 (Jonsson): gil.patch as its first message describes it; what else it could do with priorities could not be read",
  create: (place) => new Levels(place)
};

// runtime/designs/priority.ts
var Priority = class extends Timeout {
  /** 1: the thread was made to give the lock up, and has not given it up by itself since. Its own, and read by itself alone. */
  sunk;
  /** The same of the thread that holds the lock. Guarded by the mutex. */
  holderSunk;
  constructor(place) {
    super(place);
    this.sunk = new ThreadCell(place.region, "sunk");
    this.holderSunk = new Cell(place.region, "holder_sunk");
  }
  asksAtOnce(t) {
    return this.sunk.of(t) === 0 && this.holderSunk.value !== 0;
  }
  taking(t) {
    this.holderSunk.value = this.sunk.of(t);
  }
  release(t) {
    this.sunk.set(t, 0);
    super.release(t);
  }
  giveWay(t) {
    super.release(t);
    this.sunk.set(t, 1);
    this.acquire(t);
  }
};
var priority = {
  ...timeout,
  name: "priority",
  title: "Priority: who is preempted sinks, who suspends early rises, and the higher preempts at once",
  models: "Beazley's proposal of February 2010 (Understanding the Python GIL); it was not applied",
  source: "Beazley, Understanding the Python GIL, 2010, 'A possible solution', and his blog of February 2010, both as transcribed by third parties; python/cpython issue 7946",
  create: (place) => new Priority(place)
};

// runtime/designs/no-release-when-ready.ts
var source = "python/cpython issue 7946, as summed up by third parties (calls that return at once shall not release the lock); the same was done for one call in issue 75834 (bpo-31653, a semaphore that is free) and proposed in issue 89977";
var keeping = (design, name, title) => ({
  ...design,
  name,
  title,
  models: `${design.name}, for whom no call that is ready gives the lock up; it was not applied`,
  source,
  keepsLock: true
});
var noReleaseWhenReady = keeping(
  timeout,
  "no-release-when-ready",
  "No release when ready: a call that need not wait keeps the lock"
);
var priorityNoRelease = keeping(
  priority,
  "priority-no-release",
  "Priority, and a call that need not wait keeps the lock"
);
var interactiveNoRelease = keeping(
  interactive,
  "interactive-no-release",
  "Interactive, and a call that need not wait keeps the lock"
);

// runtime/designs/pypy.ts
var POLL_NS = 1e5;
var FREE = 0;
var TAKEN = 1;
var PyPy = class {
  place;
  ticker;
  /** `rpy_fastgil` */
  fastgil;
  /** `rpy_waiting_threads` */
  waitingThreads;
  /** `mutex_gil_stealer` */
  stealer;
  /** `mutex_gil`, a `mutex2_t`: a flag with a mutex and a condition. It is given back only by a thread that yields. */
  mutex;
  cond;
  locked;
  constructor(place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.fastgil = new Word(place.region, "rpy_fastgil", FREE);
    this.waitingThreads = new Word(place.region, "rpy_waiting_threads");
    this.stealer = new Mutex(place.region, "mutex_gil_stealer");
    this.mutex = new Mutex(place.region, "mutex_gil.mutex");
    this.cond = new Condition(place.region, "mutex_gil.cond");
    this.locked = new Cell(place.region, "mutex_gil.locked", 1);
  }
  /** RPyGilAcquire */
  acquire(t) {
    if (this.fastgil.exchange(TAKEN) !== FREE) this.acquireSlowly(t);
    this.place.note(t, ACQUIRE);
  }
  /** RPyGilAcquireSlowPath */
  acquireSlowly(t) {
    this.place.note(t, WAIT);
    this.waitingThreads.add(1);
    this.stealer.lock();
    for (; ; ) {
      this.mutex.lock();
      if (this.locked.value !== 0) this.cond.wait(this.mutex, POLL_NS);
      const given = this.locked.value === 0;
      this.locked.value = 1;
      this.mutex.unlock();
      if (given || this.fastgil.exchange(TAKEN) === FREE) break;
      this.place.note(t, VAIN);
    }
    this.stealer.unlock();
    this.waitingThreads.add(-1);
  }
  /** RPyGilRelease: before a call that may block */
  release(t) {
    this.place.note(t, RELEASE);
    this.fastgil.store(FREE);
  }
  /** The action that comes due every 10,000 bytecodes: signals, then RPyGilYieldThread */
  check(t) {
    const breaker = this.place.breaker.load();
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      this.place.breaker.and(~BREAK_SIGNAL);
      this.place.handleSignals(t);
    }
    this.ticker.restart();
    if (this.waitingThreads.load() <= 0) return;
    this.place.note(t, RELEASE);
    this.mutex.lock();
    this.locked.value = 0;
    this.cond.signal();
    this.mutex.unlock();
    this.acquireSlowly(t);
    this.place.note(t, ACQUIRE);
  }
  /** pypysig_getaddr_occurred: a signal makes the ticker negative, so that the main thread looks at once */
  signalled() {
    this.place.breaker.or(BREAK_SIGNAL);
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var pypy = {
  name: "pypy",
  title: "PyPy: a word that is exchanged, and one stealer that looks every 0.1 ms",
  models: "PyPy 5.9 and later; its ticks are those of CPython 2.7 here, where PyPy counts its own",
  source: "PyPy: rpython/translator/c/src/thread_gil.c (RPyGilAcquireSlowPath, RPyGilYieldThread, RPyGilRelease), thread_pthread.c (mutex2_t), signals.c (pypysig_getaddr_occurred)",
  ticks: 1e4,
  switchInterval_us: 0,
  breaks: BREAK_SIGNAL,
  weights,
  interruptibleLocks: true,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  polls: true,
  create: (place) => new PyPy(place)
};

// runtime/designs/tick.ts
var Tick = class {
  place;
  ticker;
  /** `interpreter_lock` */
  interpreterLock;
  constructor(place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.interpreterLock = new Semaphore(place.region, "interpreter_lock", 1);
  }
  /** PyThread_acquire_lock: sem_wait */
  acquire(t) {
    this.interpreterLock.take(t);
    this.place.note(t, ACQUIRE);
  }
  /** PyThread_release_lock: sem_post */
  release(t) {
    this.place.note(t, RELEASE);
    this.interpreterLock.post();
  }
  /** PyEval_EvalFrameEx, where `--_Py_Ticker < 0`: pending calls first, then release and acquire */
  check(t) {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    this.release(t);
    this.acquire(t);
  }
  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  signalled() {
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var tick = {
  name: "tick",
  title: "Tick: a semaphore, offered every 100 ticks",
  models: "CPython up to 2.7, and 3.0 and 3.1, on Linux",
  source: "CPython 2.7.5: Python/ceval.c (PyEval_EvalFrameEx, Py_AddPendingCall, Py_MakePendingCalls) and Python/thread_pthread.h (PyThread_acquire_lock, PyThread_release_lock with USE_SEMAPHORES)",
  ticks: 100,
  switchInterval_us: 0,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new Tick(place)
};

// runtime/designs/tick-condition.ts
var TickCondition = class {
  place;
  ticker;
  /** `pthread_lock.mut` */
  mut;
  /** `pthread_lock.lock_released` */
  lockReleased;
  /** `pthread_lock.locked` */
  locked;
  constructor(place) {
    this.place = place;
    this.ticker = new Ticker(place);
    this.mut = new Mutex(place.region, "mut");
    this.lockReleased = new Condition(place.region, "lock_released");
    this.locked = new Cell(place.region, "locked");
  }
  /** PyThread_acquire_lock: pthread_cond_wait while the flag is set */
  acquire(t) {
    this.mut.lock();
    if (this.locked.value !== 0) {
      this.place.note(t, WAIT);
      this.lockReleased.wait(this.mut);
      while (this.locked.value !== 0) {
        this.place.note(t, VAIN);
        this.lockReleased.wait(this.mut);
      }
    }
    this.locked.value = 1;
    this.mut.unlock();
    this.place.note(t, ACQUIRE);
  }
  /** PyThread_release_lock: the signal is sent after the mutex is unlocked (issue 38106) */
  release(t) {
    this.place.note(t, RELEASE);
    this.mut.lock();
    this.locked.value = 0;
    this.mut.unlock();
    this.lockReleased.signal();
  }
  /** PyEval_EvalFrameEx, where `--_Py_Ticker < 0`: pending calls first, then release and acquire */
  check(t) {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    this.release(t);
    this.acquire(t);
  }
  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  signalled() {
  }
  ticks() {
    return this.ticker.value;
  }
  keep(left) {
    this.ticker.value = left;
  }
};
var tickCondition = {
  name: "tick-condition",
  title: "Tick with a condition: a flag, a mutex and a condition, offered every 100 ticks",
  models: "CPython up to 2.7, and 3.0 and 3.1, on macOS",
  source: "CPython 2.7.5: Python/ceval.c (PyEval_EvalFrameEx, Py_AddPendingCall, Py_MakePendingCalls) and Python/thread_pthread.h (pthread_lock, PyThread_acquire_lock, PyThread_release_lock); python/cpython issue 38106",
  ticks: 100,
  switchInterval_us: 0,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new TickCondition(place)
};

// runtime/designs/timeout-before-3.9.ts
var timeoutBefore39 = {
  ...timeout,
  name: "timeout-before-3.9",
  title: "Time-out before 3.9: a pending signal stops every thread until the main thread has run",
  models: "CPython 3.2 to 3.8",
  source: "CPython 3.2: Python/ceval_gil.h (take_gil, drop_gil), Python/ceval.c (eval_breaker, Py_AddPendingCall); python/cpython issue 40010",
  signalsStopAll: true,
  pendingSignals: "every thread stops at each safe point until the main thread has run the handler"
};

// runtime/designs/timeout-with-priority-requests.ts
var PriorityRequests = class extends Timeout {
  /** 1: the thread gave the lock up because it was asked to. Its own, and read by itself alone. */
  gaveWay;
  constructor(place) {
    super(place);
    this.gaveWay = new ThreadCell(place.region, "gave_way");
  }
  asksAtOnce(t) {
    return this.gaveWay.of(t) === 0;
  }
  giveWay(t) {
    this.gaveWay.set(t, 1);
    super.giveWay(t);
    this.gaveWay.set(t, 0);
  }
};
var timeoutWithPriorityRequests = {
  ...timeout,
  name: "timeout-with-priority-requests",
  title: "Time-out with priority requests: a thread that comes back from a blocking call asks at once",
  models: "the new lock as it was proposed in October 2009; priority requests were not kept for 3.2",
  source: "Pitrou, python-dev, 25 October 2009, as told in CPython's Doc/whatsnew/3.2.rst and in the log of sandbox/newgil (r76006, PRIO_REQUESTS); the message and the code could not be read, so that the rule is our reading",
  create: (place) => new PriorityRequests(place)
};

// runtime/designs/timeout-without-forced-switching.ts
var WithoutForcedSwitching = class extends Timeout {
  /** drop_gil without FORCE_SWITCHING */
  release(t) {
    this.place.note(t, RELEASE);
    this.mutex.lock();
    this.lastHolder.store(t);
    this.locked.value = 0;
    this.cond.signal();
    this.mutex.unlock();
  }
};
var timeoutWithoutForcedSwitching = {
  ...timeout,
  name: "timeout-without-forced-switching",
  title: "Time-out without forced switching: who was asked to drop the lock may take it again at once",
  models: "CPython 3.2 and later, compiled without FORCE_SWITCHING, as nobody ships it",
  source: "CPython 3.2: Python/ceval_gil.h (take_gil, drop_gil without FORCE_SWITCHING)",
  create: (place) => new WithoutForcedSwitching(place)
};

// runtime/designs/turns.ts
var SPIN_NS = 5e3;
var Turns = class {
  place;
  /** Guards all that follows. */
  mutex;
  cond;
  locked;
  holder;
  /** Who has come back within its turn and asked for the lock, and who waits for it behind them. */
  asking;
  waiting;
  /** What is left of a thread's turn, in microseconds, as of when it took the lock. */
  left;
  clock;
  constructor(place) {
    this.place = place;
    const { region } = place;
    this.mutex = new Mutex(region, "mutex");
    this.cond = new ThreadCondition(region, "cond");
    this.locked = new Cell(region, "locked");
    this.holder = new Cell(region, "holder");
    this.asking = new Queue(region, "asking");
    this.waiting = new Queue(region, "waiting");
    this.left = new ThreadCell(region, "left");
    this.clock = new Clock(region, "clock");
  }
  get interval_us() {
    return Math.max(1, this.place.switchInterval_us.value);
  }
  /** Who has the lock next. */
  first() {
    return this.asking.first || this.waiting.first;
  }
  acquire(t) {
    this.mutex.lock();
    const asks = this.left.of(t) > 0;
    if (this.mustWait(asks)) {
      if (asks) this.asking.append(t);
      else this.waiting.append(t);
      this.wait(t, asks);
    }
    this.take(t);
    this.mutex.unlock();
    this.place.note(t, ACQUIRE);
  }
  /** Within a turn a thread takes a free lock before those who do not ask, as they may still be on their way to it. */
  mustWait(asks) {
    return this.locked.value !== 0 || (asks ? this.asking.first : this.first()) !== 0;
  }
  /** With the mutex held, in a queue: until the lock is free and it is the turn of `t`. Who does not ask waits for the end of turns. */
  wait(t, asks) {
    this.place.note(t, WAIT);
    while (this.locked.value !== 0 || this.first() !== t) {
      if (asks && this.locked.value !== 0) this.ask(t);
      if (this.locked.value === 0 && this.first() === t) break;
      const answer = this.cond.wait(t, this.mutex, this.patience_ns());
      if (answer !== TIMED_OUT) this.place.note(t, VAIN);
      else if (this.locked.value !== 0) this.place.breaker.or(BREAK_LOOK);
    }
    if (asks) this.asking.remove(t);
    else this.waiting.remove(t);
  }
  patience_ns() {
    return Math.max(1, this.left.of(this.holder.value)) * 1e3;
  }
  /** Asks the holder to drop the lock, and stays awake for a while, without the mutex. */
  ask(t) {
    this.place.note(t, REQUEST);
    const breaker = this.place.breaker.or(BREAK_DROP);
    this.mutex.unlock();
    this.place.breaker.spin(breaker | BREAK_DROP, SPIN_NS);
    this.mutex.lock();
  }
  take(t) {
    this.locked.value = 1;
    this.holder.value = t;
    if (this.left.of(t) <= 0) this.left.set(t, this.interval_us);
    this.clock.advance(0);
  }
  release(t) {
    this.place.note(t, RELEASE);
    this.mutex.lock();
    this.charge(t);
    this.drop();
    this.mutex.unlock();
  }
  charge(t) {
    const used_us = this.clock.advance(this.interval_us);
    this.left.set(t, Math.max(0, this.left.of(t) - used_us));
  }
  drop() {
    this.locked.value = 0;
    const first = this.first();
    if (first === 0) return;
    this.cond.signal(first);
    this.place.breaker.and(~(BREAK_DROP | BREAK_LOOK));
  }
  /** Signals first; then who is asked to drop the lock does, and who is asked to look does when its turn is over. */
  check(t) {
    const breaker = this.place.breaker.load();
    if ((breaker & BREAK_SIGNAL) !== 0 && this.place.isMain(t)) {
      this.place.breaker.and(~BREAK_SIGNAL);
      this.place.handleSignals(t);
    }
    if ((breaker & (BREAK_DROP | BREAK_LOOK)) === 0) return;
    this.mutex.lock();
    this.charge(t);
    if ((breaker & BREAK_DROP) !== 0 || this.left.of(t) <= 0) this.giveWay(t);
    else this.place.breaker.and(~BREAK_LOOK);
    this.mutex.unlock();
  }
  /** Who is interrupted in its turn goes on with it next. */
  giveWay(t) {
    this.place.note(t, RELEASE);
    if (this.left.of(t) > 0) this.waiting.prepend(t);
    else this.waiting.append(t);
    this.drop();
    this.wait(t, false);
    this.take(t);
    this.place.note(t, ACQUIRE);
  }
  signalled() {
    this.place.breaker.or(BREAK_SIGNAL);
  }
  ticks() {
    return NO_TICKS;
  }
  keep(_left) {
  }
};
var turns = {
  name: "turns",
  title: "Turns: a turn goes on after a blocking call, and who comes back within it gets the lock at once",
  models: "no interpreter; Convoy's own, after what the other designs showed",
  source: "Convoy: runtime/designs/turns.ts",
  ticks: 0,
  switchInterval_us: 5e3,
  breaks: BREAK_DROP | BREAK_LOOK | BREAK_SIGNAL,
  weights: null,
  interruptibleLocks: true,
  pendingSignals: "only the main thread is interrupted, once it runs",
  create: (place) => new Turns(place)
};

// runtime/designs/index.ts
var designs = [
  tick,
  tickCondition,
  timeout,
  timeoutBefore39,
  timeoutWithoutForcedSwitching,
  timeoutWithPriorityRequests,
  backport27,
  priority,
  interactive,
  bfs,
  noReleaseWhenReady,
  priorityNoRelease,
  interactiveNoRelease,
  roundRobin,
  levels,
  fair,
  holy,
  pypy,
  turns
];
function findDesign(name) {
  const found = designs.find((design) => design.name === name);
  if (found) return found;
  throw new Error(
    `unknown design: ${name}; known designs: ${designs.map((design) => design.name).join(", ")}`
  );
}

export {
  designs,
  findDesign
};
//# sourceMappingURL=chunk-DIABLGBR.js.map
