import {
  ACQUIRE,
  Cell,
  EVENTS,
  HostRegion,
  RELEASE,
  REQUEST,
  VAIN,
  WAIT,
  Word,
  eventNames
} from "./chunk-CSHBCXSV.js";
import {
  theLibc,
  thePlatform
} from "./chunk-5KRU3NHS.js";
import {
  BREAKER,
  BYTECODES_HIGH,
  BYTECODES_LOW,
  CHECK_INTERVAL,
  DESIGN,
  DESIGN_WORDS,
  EVERYONE,
  SIGNALS_HIGH,
  SIGNALS_LOW,
  STATS,
  SWITCH_INTERVAL_US,
  THREADS,
  THREADS_MAX,
  THREAD_ID,
  THREAD_PRIORITY,
  THREAD_WORDS,
  WAITING_ON
} from "./chunk-PC35SSNN.js";

// runtime/trace/ring.ts
var LINE = 16;
var RECORD_WORDS = 4;
var TAKEN = 0;
var CAPACITY = 1;
var THREAD = 0;
var COUNT = 1;
var ringWords = (capacity) => LINE + capacity * RECORD_WORDS;
function createTraceBuffer(rings = 64, capacity = 1 << 16) {
  const buffer = new SharedArrayBuffer((LINE + rings * ringWords(capacity)) * 4);
  new Int32Array(buffer)[CAPACITY] = capacity;
  return buffer;
}
var Ring = class _Ring {
  words;
  clock;
  start;
  mask;
  constructor(words, start, capacity, clock) {
    this.words = words;
    this.start = start;
    this.mask = capacity - 1;
    this.clock = clock;
  }
  /** Takes a ring for the thread with this id; null when all are taken. */
  static take(buffer, thread, clock) {
    const words = new Int32Array(buffer);
    const capacity = words[CAPACITY];
    const start = LINE + Atomics.add(words, TAKEN, 1) * ringWords(capacity);
    if (start + ringWords(capacity) > words.length) return null;
    words[start + THREAD] = thread;
    return new _Ring(words, start, capacity, clock);
  }
  record(event) {
    const { words, start } = this;
    const time_ns = this.clock();
    const count = words[start + COUNT];
    const at = start + LINE + (count & this.mask) * RECORD_WORDS;
    words[at] = event;
    words[at + 1] = time_ns % 2 ** 32;
    words[at + 2] = time_ns / 2 ** 32;
    words[start + COUNT] = count + 1;
  }
};
function readTrace(buffer) {
  const words = new Int32Array(buffer);
  const capacity = words[CAPACITY];
  const trace = { rows: [], overwritten: 0 };
  for (let ring = 0; ring < words[TAKEN]; ring++) {
    const start = LINE + ring * ringWords(capacity);
    if (start + ringWords(capacity) > words.length) break;
    const count = words[start + COUNT] >>> 0;
    const first = Math.max(0, count - capacity);
    trace.overwritten += first;
    for (let i = first; i < count; i++) {
      const at = start + LINE + (i & capacity - 1) * RECORD_WORDS;
      const time_ns = (words[at + 1] >>> 0) + words[at + 2] * 2 ** 32;
      trace.rows.push({ time_ns, thread: words[start + THREAD], event: eventNames[words[at]] });
    }
  }
  trace.rows.sort((a, b) => a.time_ns - b.time_ns);
  return trace;
}

// runtime/trace/statistics.ts
var STATS_WORDS = 32;
var slot = (n) => (STATS + EVENTS) / 2 + n;
var USER_US = slot(0);
var SYSTEM_US = slot(1);
var VOLUNTARY = slot(2);
var INVOLUNTARY = slot(3);
var BLOCKED_NS = slot(4);
var STARTED_NS = slot(5);
var ENDED_NS = slot(6);
var Notes = class {
  memory;
  ring = null;
  constructor(memory) {
    this.memory = memory;
  }
  note = (t, event) => {
    this.memory[t + STATS + event]++;
    if (this.ring !== null) this.ring.record(event);
  };
};
function threadMetrics(memory, t) {
  const doubles = new Float64Array(memory.buffer);
  const count = (event) => memory[t + STATS + event] >>> 0;
  const double = (at) => doubles[t / 2 + at];
  return {
    thread: memory[t + THREAD_ID],
    bytecodes: (memory[t + BYTECODES_LOW] >>> 0) + memory[t + BYTECODES_HIGH] * 2 ** 32,
    acquisitions: count(ACQUIRE),
    waits: count(WAIT),
    woken_in_vain: count(VAIN),
    releases: count(RELEASE),
    drop_requests_sent: count(REQUEST),
    user_us: double(USER_US),
    system_us: double(SYSTEM_US),
    voluntary_switches: double(VOLUNTARY),
    involuntary_switches: double(INVOLUNTARY),
    blocked_ns: double(BLOCKED_NS),
    started_ns: double(STARTED_NS),
    ended_ns: double(ENDED_NS)
  };
}
function lockCounts(memory) {
  return [ACQUIRE, WAIT, VAIN, REQUEST].map((event) => {
    let sum = 0;
    for (let id = 0; id < THREADS_MAX; id++) sum += memory[THREADS + id * THREAD_WORDS + STATS + event] >>> 0;
    return sum;
  });
}

// runtime/machines/devices.ts
var STAT = ["mode", "ino", "dev", "nlink", "uid", "gid", "size", "atime", "mtime", "ctime"];
var INTERRUPTED = -4;
var NOT_READY = -(2 ** 29);
var DISPOSITION_DEFAULT = 0;
var DISPOSITION_PENDING = 2;
var POLL_IN = 1;
var POLL_OUT = 4;

// runtime/machines/host/words.ts
var DISPOSITIONS = 512;
var SIGNALS_MAX = 64;
var MAILBOXES = DISPOSITIONS + SIGNALS_MAX;
var WORKERS_MAX = 64;
var THREADS_ENDED = MAILBOXES + WORKERS_MAX;
var MAIL_NONE = 0;
var MAIL_IDLE = 1;

// runtime/machines/host/place.ts
function hostPlace({ memory, parking, initialise, note, handleSignals }) {
  const region = new HostRegion({ memory, start: DESIGN, words: DESIGN_WORDS, initialise }, parking, note);
  const isMain = (t) => memory[t + THREAD_ID] === 0;
  const signalPending = () => (memory[SIGNALS_LOW] | memory[SIGNALS_HIGH]) !== 0;
  return {
    region,
    breaker: new Word(region, "breaker", 0, BREAKER),
    switchInterval_us: new Cell(region, "switch_interval", 0, SWITCH_INTERVAL_US),
    checkInterval: new Cell(region, "check_interval", 0, CHECK_INTERVAL),
    signalPending,
    isMain,
    priorityOf: (t) => memory[t + THREAD_PRIORITY],
    handleSignals: (t) => signalPending() && isMain(t) && handleSignals(t),
    note
  };
}

// runtime/machines/host/signals.ts
import { constants } from "node:os";
var HEARD = [
  ["SIGHUP", true],
  ["SIGINT", true],
  ["SIGQUIT", true],
  ["SIGUSR1", true],
  ["SIGUSR2", true],
  ["SIGALRM", true],
  ["SIGTERM", true],
  ["SIGVTALRM", true],
  ["SIGCHLD", false],
  ["SIGCONT", false],
  ["SIGWINCH", false],
  ["SIGPIPE", false]
];
var F_SETFL = 4;
var NUDGE_MS_MAX = 64;
function markSignal({ memory, design }, number) {
  Atomics.or(memory, number < 32 ? SIGNALS_LOW : SIGNALS_HIGH, 1 << (number & 31));
  design.signalled();
}
var Signals = class {
  /** Reading and writing end of the pipe that gets a byte with each signal, for a main thread in poll(2). */
  pipe = new Int32Array(2);
  to;
  listeners = /* @__PURE__ */ new Map();
  /**
   * Listens from now on, with SIGINT pending for Python as in a fresh interpreter; before any worker starts, since a signal that nobody
   * hears may open a debugger.
   */
  constructor(to) {
    this.to = to;
    Atomics.store(to.memory, DISPOSITIONS + constants.signals.SIGINT, DISPOSITION_PENDING);
    const platform = thePlatform();
    platform.pipe(this.pipe);
    theLibc().fcntl(this.pipe[1], F_SETFL, platform.constants.O_NONBLOCK);
    for (const [name, ends] of HEARD) {
      const listener = () => this.hear(name, ends);
      this.listeners.set(name, listener);
      process.on(name, listener);
    }
  }
  close() {
    for (const [name, listener] of this.listeners) process.off(name, listener);
    this.listeners.clear();
    for (const fd of this.pipe) theLibc().close(fd);
  }
  hear(name, ends) {
    const number = constants.signals[name];
    const disposition = Atomics.load(this.to.memory, DISPOSITIONS + number);
    if (disposition === DISPOSITION_PENDING) {
      markSignal(this.to, number);
      this.bring();
    } else if (disposition === DISPOSITION_DEFAULT && ends) this.to.onEnd(name);
  }
  /** Makes the main thread look at the signals that are pending, wherever it waits. */
  bring() {
    if (this.listeners.size === 0) return;
    theLibc().write(this.pipe[1], new Uint8Array(1), 1);
    this.nudge(1);
  }
  /**
   * Wakes the main thread if it sleeps where signals interrupt, and again, less and less often, while one is pending: it
   * may have looked just before the signal came and fallen asleep just after it was woken.
   */
  nudge(wait_ms) {
    const { memory, sleeper } = this.to;
    const pending = Atomics.load(memory, SIGNALS_LOW) | Atomics.load(memory, SIGNALS_HIGH);
    if (this.listeners.size === 0 || pending === 0) return;
    const t = Atomics.load(memory, MAILBOXES);
    const word = t > MAIL_IDLE ? -Atomics.load(memory, t + WAITING_ON) : 0;
    if (word > 0) sleeper.wake(word, EVERYONE);
    setTimeout(() => this.nudge(Math.min(NUDGE_MS_MAX, wait_ms * 2)), wait_ms).unref();
  }
};

export {
  createTraceBuffer,
  Ring,
  readTrace,
  STATS_WORDS,
  USER_US,
  SYSTEM_US,
  VOLUNTARY,
  INVOLUNTARY,
  BLOCKED_NS,
  STARTED_NS,
  ENDED_NS,
  Notes,
  threadMetrics,
  lockCounts,
  STAT,
  INTERRUPTED,
  NOT_READY,
  DISPOSITION_PENDING,
  POLL_IN,
  POLL_OUT,
  DISPOSITIONS,
  SIGNALS_MAX,
  MAILBOXES,
  WORKERS_MAX,
  THREADS_ENDED,
  MAIL_NONE,
  MAIL_IDLE,
  hostPlace,
  markSignal,
  Signals
};
//# sourceMappingURL=chunk-YOUOCH2L.js.map
