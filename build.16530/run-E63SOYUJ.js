import {
  findMachine
} from "./chunk-MEQUHAI5.js";
import {
  checkWritable,
  readProgram
} from "./chunk-D2XXXWZR.js";
import {
  MAILBOXES,
  MAIL_IDLE,
  MAIL_NONE,
  Signals,
  THREADS_ENDED,
  WORKERS_MAX,
  createTraceBuffer,
  hostPlace,
  readTrace,
  threadMetrics
} from "./chunk-YOUOCH2L.js";
import {
  isDesignFile,
  namedDesign
} from "./chunk-RLYR5DJM.js";
import {
  findDesign
} from "./chunk-DIABLGBR.js";
import {
  ACQUIRE,
  RELEASE
} from "./chunk-CSHBCXSV.js";
import "./chunk-HG3T4HSK.js";
import {
  theLibc,
  thePlatform
} from "./chunk-5KRU3NHS.js";
import {
  ARENA,
  BREAKER,
  BREAK_EXIT,
  CHECK_INTERVAL,
  EVERYONE,
  EXIT_STATUS,
  PAGES_PEAK,
  PAGE_COUNT,
  PAGE_WORDS,
  Parking,
  STATS,
  SWITCH_INTERVAL_US,
  THREAD_ID,
  WAITING_ON
} from "./chunk-PC35SSNN.js";
import {
  UsageError,
  parse,
  refused,
  wholeNumber
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/run.ts
import { existsSync, writeFileSync as writeFileSync2 } from "node:fs";
import { constants as osConstants } from "node:os";

// runtime/machines/host/memory.ts
var WASM_PAGE_WORDS = 16384;
var HEAP_PAGES_MAX = Math.floor((2 ** 29 - ARENA) / PAGE_WORDS);
function heapMemory(pages) {
  const size = Math.ceil((ARENA + pages * PAGE_WORDS) / WASM_PAGE_WORDS);
  try {
    return new WebAssembly.Memory({ initial: size, maximum: size, shared: true });
  } catch (error) {
    const mib = Math.ceil(size / 16);
    throw new Error(
      `cannot reserve ${mib} MiB of shared memory: ${error.message}; try a smaller --heap`
    );
  }
}

// runtime/machines/host/snapshot.ts
import { readFileSync } from "node:fs";

// runtime/machines/snapshot.ts
var STRETCH_WORDS = 1024;
function fillFromSnapshot(memory, bytes, pages) {
  const snapshot = new Int32Array(bytes.slice().buffer);
  for (let at = 0; at < snapshot.length; at += 1 + STRETCH_WORDS) {
    memory.set(snapshot.subarray(at + 1, at + 1 + STRETCH_WORDS), snapshot[at] * STRETCH_WORDS);
  }
  memory[PAGE_COUNT] = pages;
}
function snapshotName(countsTicks) {
  return countsTicks ? "heap-ticks.bin" : "heap.bin";
}

// runtime/machines/host/snapshot.ts
function restoreSnapshot(memory, file, pages) {
  fillFromSnapshot(memory, readFileSync(file), pages);
}

// runtime/machines/host/supervisor.ts
import { loadavg } from "node:os";
import { setTimeout as after2 } from "node:timers/promises";

// runtime/machines/host/workers.ts
import { setTimeout as after } from "node:timers/promises";
import { Worker } from "node:worker_threads";
var STANDING_BY = 2;
var LEAVE_MS = 400;
var START_MS = 2e4;
var Workers = class {
  /** Reading and writing end of the pipe that becomes readable when the run is over. */
  pipe = new Int32Array(2);
  /** How long each took from its first line to being ready. */
  boot_ms = [];
  crew;
  workers = [];
  /** Indices of workers that have not said that they are ready. */
  starting = /* @__PURE__ */ new Set();
  over = false;
  constructor(crew) {
    this.crew = crew;
    thePlatform().pipe(this.pipe);
  }
  /** Starts worker 0. */
  begin() {
    this.startWorker(0);
  }
  startWorker(index) {
    const worker = new Worker(this.crew.module, { workerData: this.crew.start(index) });
    this.workers[index] = worker;
    this.starting.add(index);
    worker.on("message", (message) => this.hear(index, message));
    worker.on("error", (error) => this.died(index, error));
    worker.on("exit", () => {
      if (!this.over) this.died(index, null);
      this.workers[index] = null;
      this.starting.delete(index);
    });
  }
  hear(index, message) {
    if (message.what === "ready") {
      this.starting.delete(index);
      this.boot_ms.push(message.boot_ms);
      this.replenish();
    } else if (message.what === "taken") this.replenish();
    else if (message.what === "start") this.startFor(message.t);
    else this.crew.onMessage(message);
  }
  /** Gives a thread that found no idle worker to one that is still starting, or starts one for it. */
  startFor(t) {
    if (this.workers.some((worker, i) => i > 0 && worker && this.assign(i, t))) {
      this.replenish();
      return;
    }
    const index = this.freeIndex();
    if (index < 0) this.crew.onFailure(`too many threads: the host machine runs at most ${WORKERS_MAX}`);
    else {
      Atomics.store(this.crew.memory, MAILBOXES + index, t);
      this.startWorker(index);
    }
  }
  /** Gives thread `t` to a worker that is not yet ready. False: it is. */
  assign(index, t) {
    return Atomics.compareExchange(this.crew.memory, MAILBOXES + index, MAIL_NONE, t) === MAIL_NONE;
  }
  /** Starts another worker to stand by, if there are too few. */
  replenish() {
    if (this.over) return;
    const standingBy = this.workers.filter(
      (worker, i) => i > 0 && worker && this.mail(i) <= MAIL_IDLE
    ).length;
    const index = this.freeIndex();
    if (standingBy < STANDING_BY && index >= 0) this.startWorker(index);
  }
  freeIndex() {
    for (let i = 1; i < WORKERS_MAX; i++) if (!this.workers[i]) return i;
    return -1;
  }
  mail(index) {
    return Atomics.load(this.crew.memory, MAILBOXES + index);
  }
  died(index, error) {
    const { memory, onFailure } = this.crew;
    const t = this.mail(index);
    const why = error === null ? "its worker exited" : error.stack ?? String(error);
    if (t <= MAIL_IDLE) onFailure(`a worker died before it ran a thread: ${why}`);
    else {
      const held = memory[t + STATS + ACQUIRE] > memory[t + STATS + RELEASE];
      const where = held ? "while it held the interpreter lock" : "without the interpreter lock";
      onFailure(`thread ${memory[t + THREAD_ID]} died ${where}: ${why}`);
    }
  }
  /** Ends the run: every thread leaves where it is, or has had its time. */
  async end() {
    this.over = true;
    Atomics.or(this.crew.memory, BREAKER, BREAK_EXIT);
    theLibc().write(this.pipe[1], new Uint8Array(1), 1);
    await this.rouseUntil(() => !this.running(), LEAVE_MS);
  }
  /**
   * Waits until every worker has exited, and terminates those that do not. A worker is not terminated earlier: inside a
   * native call, such as those with which it starts, that would end the process.
   */
  async close() {
    await this.rouseUntil(() => this.starting.size === 0, START_MS);
    await this.rouseUntil(() => this.workers.every((worker) => !worker), LEAVE_MS);
    const terminated = Promise.all(this.workers.map((worker) => worker?.terminate()));
    await Promise.race([terminated, after(LEAVE_MS, null, { ref: false })]);
    for (const worker of this.workers) worker?.unref();
    for (const fd of this.pipe) theLibc().close(fd);
  }
  async rouseUntil(done, limit_ms) {
    const deadline = performance.now() + limit_ms;
    while (!done() && performance.now() < deadline) {
      this.rouse();
      await after(1);
    }
  }
  /** Whether any worker still runs a thread. */
  running() {
    return this.workers.some((worker, i) => worker && this.mail(i) > MAIL_IDLE);
  }
  /** Wakes all workers, wherever they sleep. */
  rouse() {
    const { memory, sleeper } = this.crew;
    this.workers.forEach((_, i) => {
      sleeper.wake(MAILBOXES + i, EVERYONE);
      const t = this.mail(i);
      const word = t > MAIL_IDLE ? Math.abs(Atomics.load(memory, t + WAITING_ON)) : 0;
      if (word !== 0) sleeper.wake(word, EVERYONE);
    });
  }
};

// runtime/machines/host/supervisor.ts
var HEAR_MS = 400;
var FAILED = 70;
var Supervisor = class {
  memory;
  options;
  workers;
  signals;
  trace;
  threads = [];
  loadBefore = loadavg()[0];
  signal = null;
  failure = null;
  finish = () => {
  };
  finished = new Promise((resolve) => {
    this.finish = resolve;
  });
  /** @throws on an unknown design, or cores or memory that cannot be had */
  constructor(options2) {
    this.options = options2;
    const platform = thePlatform();
    const { descriptor, module: designModule } = designOf(options2.design);
    if (options2.cores !== null) platform.pin(options2.cores);
    const shared = heapMemory(options2.pages);
    const memory = new Int32Array(shared.buffer);
    if (options2.heap !== null) restoreSnapshot(memory, options2.heap, options2.pages);
    memory[SWITCH_INTERVAL_US] = options2.switchInterval_us ?? descriptor.switchInterval_us;
    memory[CHECK_INTERVAL] = options2.checkInterval ?? descriptor.ticks;
    const sleeper = platform.sleeper(memory);
    this.memory = memory;
    this.trace = options2.trace ? createTraceBuffer() : null;
    this.signals = new Signals({
      memory,
      sleeper,
      design: descriptor.create(founding(memory, sleeper)),
      onEnd: (signal) => {
        this.signal = signal;
        this.finish();
      }
    });
    const start_ns = process.hrtime.bigint();
    this.workers = new Workers({
      memory,
      sleeper,
      module: options2.worker,
      start: (index) => ({
        memory: shared,
        index,
        boot: options2.heap === null && index === 0,
        design: descriptor.name,
        designModule,
        runtime: options2.runtime.href,
        program: options2.program,
        pages: options2.pages,
        checkHeap: options2.checkHeap,
        trace: this.trace,
        start_ns,
        overFd: this.workers.pipe[0],
        signalFd: this.signals.pipe[0]
      }),
      onMessage: (message) => this.hear(message),
      onFailure: (why) => {
        this.failure ??= why;
        this.finish();
      }
    });
  }
  /** Runs the program to its end. Workers may be left: `close`, or end the process. */
  async run() {
    const begun = performance.now();
    this.workers.begin();
    await this.finished;
    const wall_s = (performance.now() - begun) / 1e3;
    await this.workers.end();
    if (this.failure === null) await this.hearAll();
    return {
      status: this.failure === null ? this.memory[EXIT_STATUS] : FAILED,
      signal: this.signal,
      failure: this.failure,
      metrics: this.metrics(wall_s),
      trace: this.trace === null ? null : readTrace(this.trace)
    };
  }
  /** Resolves when no worker is left. */
  async close() {
    await this.workers.close();
    this.signals.close();
  }
  /** Waits for what ended threads have told and has not arrived yet. */
  async hearAll() {
    const deadline = performance.now() + HEAR_MS;
    while (this.threads.length < Atomics.load(this.memory, THREADS_ENDED) && performance.now() < deadline)
      await after2(1);
  }
  hear(message) {
    if (message.what === "signal") this.signals.bring();
    else if (message.what === "ended") {
      this.threads.push(threadMetrics(this.memory, message.t));
      if (this.memory[message.t + THREAD_ID] === 0) this.finish();
    }
  }
  metrics(wall_s) {
    const { memory, options: options2 } = this;
    return {
      design: designOf(options2.design).descriptor.name,
      machine: "host",
      node: process.version,
      cores: options2.cores,
      switch_interval_us: memory[SWITCH_INTERVAL_US],
      check_interval_ticks: memory[CHECK_INTERVAL],
      wall_s,
      peak_heap_bytes: memory[PAGES_PEAK] * PAGE_WORDS * 4,
      load_before: this.loadBefore,
      load_after: loadavg()[0],
      clock_resolution_ns: clockResolution(),
      worker_boot_ms: this.workers.boot_ms,
      threads: this.threads.sort((a, b) => a.thread - b.thread)
    };
  }
};
var designOf = (design) => typeof design === "string" ? { descriptor: findDesign(design), module: null } : design;
function founding(memory, sleeper) {
  return hostPlace({
    memory,
    parking: new Parking(memory, sleeper),
    initialise: true,
    note: () => {
    },
    handleSignals: () => false
  });
}
function clockResolution() {
  let least = Number.POSITIVE_INFINITY;
  let last = performance.now();
  for (let i = 0; i < 1e3; i++) {
    const now = performance.now();
    if (now > last) least = Math.min(least, now - last);
    last = now;
  }
  return Math.round(least * 1e6);
}

// runtime/trace/write.ts
import { writeFileSync } from "node:fs";
var TRACE_ENDINGS = [".csv", ".parquet", ".json"];
var writers = { ".csv": writeCsv, ".parquet": writeParquet, ".json": writePerfetto };
function traceWriter(file) {
  const ending = TRACE_ENDINGS.find((known) => file.endsWith(known));
  if (ending === void 0)
    throw new Error(`unknown trace format: ${file}; end it in ${TRACE_ENDINGS.join(", ")}`);
  return writers[ending];
}
var COLUMNS = ["time_ns", "thread", "event"];
async function writeCsv(file, { rows }) {
  const lines = rows.map((row) => `${row.time_ns},${row.thread},${row.event}`);
  writeFileSync(file, `${COLUMNS.join(",")}
${lines.join("\n")}${rows.length > 0 ? "\n" : ""}`);
}
async function writeParquet(file, { rows }) {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    await connection.run("CREATE TABLE trace (time_ns BIGINT, thread INTEGER, event VARCHAR)");
    const appender = await connection.createAppender("trace");
    for (const { time_ns, thread, event } of rows) {
      appender.appendBigInt(BigInt(time_ns));
      appender.appendInteger(thread);
      appender.appendVarchar(event);
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(`COPY trace TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
  } finally {
    connection.closeSync();
  }
}
var BARS = [
  { name: "holds the lock", from: "acquire", to: "release" },
  { name: "waits for the lock", from: "wait", to: "acquire" },
  { name: "blocked", from: "block", to: "unblock" }
];
async function writePerfetto(file, { rows, overwritten }) {
  const traceEvents = [];
  const begun = /* @__PURE__ */ new Map();
  for (const { time_ns, thread, event } of rows) {
    const at = { pid: 1, tid: thread, ts: time_ns / 1e3 };
    for (const { name, from, to } of BARS) {
      const key = `${thread} ${name}`;
      const start = begun.get(key);
      if (event === to && start !== void 0) {
        traceEvents.push({
          name,
          ph: "X",
          pid: 1,
          tid: thread,
          ts: start / 1e3,
          dur: (time_ns - start) / 1e3
        });
        begun.delete(key);
      }
      if (event === from) begun.set(key, time_ns);
    }
    if (!BARS.some(({ from, to }) => event === from || event === to))
      traceEvents.push({ name: event, ph: "i", s: "t", ...at });
  }
  for (const thread of new Set(rows.map((row) => row.thread)))
    traceEvents.push({
      name: "thread_name",
      ph: "M",
      pid: 1,
      tid: thread,
      args: { name: thread === 0 ? "main" : `thread ${thread}` }
    });
  writeFileSync(file, JSON.stringify({ traceEvents, otherData: { overwritten } }));
}

// tools/cli/run-options.ts
import { parseArgs } from "node:util";
var options = {
  design: { type: "string" },
  machine: { type: "string", default: "host" },
  cores: { type: "string" },
  seed: { type: "string" },
  "switch-interval": { type: "string" },
  "check-interval": { type: "string" },
  heap: { type: "string" },
  "check-heap": { type: "boolean" },
  scheduler: { type: "string" },
  profile: { type: "string" },
  pin: { type: "boolean" },
  limit: { type: "string" },
  client: { type: "string", multiple: true },
  json: { type: "string" },
  trace: { type: "string" }
};
var MACHINES_OF = {
  seed: ["simulated"],
  scheduler: ["simulated"],
  profile: ["simulated"],
  pin: ["simulated"],
  limit: ["simulated"],
  client: ["simulated"],
  heap: ["host", "simulated"],
  "check-heap": ["host", "simulated"],
  trace: ["host", "simulated"]
};
var help = `convoy run [OPTIONS] FILE.py [ARGUMENTS]

Runs a Python program. Its output is the standard output, its exit status the exit status.

  --machine NAME        what it runs on (default host):
                          host         this computer's threads
                          simulated    virtual cores and a virtual clock
                          native:NAME  a real Python; convoy interpreters shows them
                          native       the newest CPython that has the design's lock
  --design NAME|FILE    the interpreter lock (default timeout): a name that convoy list shows, or the file of a
                        design of your own, which convoy new design writes; not for native:NAME
  --cores N             host, native: pin the process to N cores (default all; not on macOS);
                        simulated: so many virtual cores, 1 to 1024 (default 2)
  --switch-interval S   seconds before a waiting thread asks for the lock (design timeout; default 0.005)
  --check-interval N    ticks between offers of the lock (tick designs; default 100)
  --json FILE           write what was measured, on host and simulated for each thread

On host and simulated:
  --trace FILE          write what happened to the lock; by its ending .csv, .parquet, or .json for ui.perfetto.dev
  --heap MIB            most memory for Python objects, at least 32 (default: 2 GiB on host, 1.5 GiB on simulated)
  --check-heap          check all objects after the run, and say what is wrong with them

On simulated:
  --seed N              what chance begins with, 0 to 4294967295 (default 1)
  --scheduler NAME      how the cores are shared (default the profile's); convoy list shows them
  --profile NAME|FILE   what everything costs: a name that convoy list shows, or a file that convoy calibrate writes
                        (default: costs that nobody measured)
  --pin                 each thread stays on a core
  --limit S             end after so many virtual seconds (default: never)
  --client NAME[:N]     a process beside the program: echo (asks for N ms an arm), signals (sends N an arm);
                        may be given more than once

For example:

  convoy run --design tick --cores 2 --trace trace.json count.py 1000000
  convoy run --machine simulated --cores 64 --seed 7 count.py
  convoy run --machine native:cpython-3.11.7 --cores 1 count.py
`;
function splitAtFile(args) {
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const file = tokens.find((token) => token.kind === "positional");
  if (!file) {
    parse("run", args, options);
    throw new UsageError("missing program; give a Python file, such as convoy run count.py");
  }
  return { own: args.slice(0, file.index), file: args[file.index], rest: args.slice(file.index + 1) };
}
function seconds(option, text) {
  if (text === void 0) return null;
  const value = Number(text);
  if (!(value > 0 && value < 2e3))
    throw new UsageError(`invalid --${option}: ${text}; give seconds above 0 and below 2000`);
  return value;
}
var parsed = (own) => parse("run", own, options).values;
function machineOf(values) {
  const [machine, interpreter = null] = splitOnce(values.machine, ":");
  refused(() => findMachine(machine));
  if (machine === "exhaustive")
    throw new UsageError(
      "--machine exhaustive runs no Python: it tries every interleaving of small scripted programs; use convoy check"
    );
  if (interpreter !== null && machine !== "native")
    throw new UsageError(`invalid --machine: ${values.machine}; only native has a name behind the colon`);
  if (interpreter === "")
    throw new UsageError(
      "missing interpreter: --machine native: needs a name, such as native:cpython-3.11.7"
    );
  for (const [option, machines] of Object.entries(MACHINES_OF))
    if (values[option] !== void 0 && !machines.includes(machine))
      throw new UsageError(`--${option} is for --machine ${machines.join(" or ")}, not ${machine}`);
  return { machine, interpreter };
}
function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

// tools/cli/run.ts
var PAGE_KIB = 16;
var HEAP_MIB_MIN = 32;
var existing = (file) => existsSync(file) ? file : null;
function leave({ signal, status }) {
  const libc = theLibc();
  if (signal !== null) {
    const number = osConstants.signals[signal];
    libc.signal(number, null);
    libc.kill(process.pid, number);
    libc.exit(128 + number);
  }
  libc.exit(status);
  throw new Error("the process did not end");
}
async function designFor(text, machine) {
  if (!isDesignFile(text)) return { descriptor: namedDesign(text), module: null, remove() {
  } };
  const { readDesignToRun } = await import("./design-file-EKTEUKER.js");
  return readDesignToRun(text, machine, (warning) => process.stderr.write(`convoy: ${warning}
`));
}
function checkIntervals({ name, ticks, switchInterval_us }, asked) {
  if (asked.switchInterval_us !== null && switchInterval_us === 0)
    throw new UsageError(`--switch-interval does not apply to the design ${name}: it has none`);
  if (asked.checkInterval !== null && ticks === 0)
    throw new UsageError(`--check-interval does not apply to the design ${name}: it counts no ticks`);
}
async function runOurs(machine, asked) {
  const { values, file, rest } = asked;
  const heap_mib = wholeNumber("heap", values.heap, HEAP_MIB_MIN);
  const source = readProgram(file);
  const { descriptor, module, remove } = await designFor(values.design ?? "timeout", machine);
  checkIntervals(descriptor, asked);
  const stale = module !== null && descriptor.weights !== null;
  const common = {
    program: { source, filename: file, argv: [file, ...rest] },
    heap: stale ? null : existing(new URL(`./${snapshotName(descriptor.weights !== null)}`, import.meta.url)),
    switchInterval_us: asked.switchInterval_us,
    checkInterval: asked.checkInterval,
    trace: asked.trace,
    checkHeap: values["check-heap"] ?? false,
    pages: heap_mib === null ? null : Math.min(HEAP_PAGES_MAX, heap_mib * 1024 / PAGE_KIB)
  };
  if (machine === "simulated") {
    remove();
    const { runSimulated } = await import("./run-simulated-RPPRQB5T.js");
    return runSimulated({ design: module === null ? descriptor.name : descriptor, ...common }, values);
  }
  const run = {
    ...common,
    design: module === null ? descriptor.name : { descriptor, module },
    worker: new URL("./worker.js", import.meta.url),
    runtime: new URL("./runtime.js", import.meta.url),
    cores: wholeNumber("cores", values.cores, 1),
    pages: common.pages ?? HEAP_PAGES_MAX
  };
  return new Supervisor(run).run().finally(remove);
}
async function runTheirs(interpreter, asked) {
  const { values, file, rest: args, switchInterval_us, checkInterval } = asked;
  const { design = null } = values;
  if (design !== null && isDesignFile(design))
    throw new UsageError(
      `invalid --design: ${design}; a real interpreter has its own lock: leave --design out`
    );
  if (design !== null) namedDesign(design);
  readProgram(file);
  const { runNative } = await import("./run-native-UO63ZIMP.js");
  const cores = wholeNumber("cores", values.cores, 1);
  return runNative({ interpreter, design, file, args, cores, switchInterval_us, checkInterval });
}
var command = {
  help,
  async run(args) {
    const { own, file, rest } = splitAtFile(args);
    const values = parsed(own);
    const { machine, interpreter } = machineOf(values);
    const interval_s = seconds("switch-interval", values["switch-interval"]);
    checkWritable("json", values.json);
    checkWritable("trace", values.trace);
    const writeTrace = values.trace === void 0 ? null : traceWriter(values.trace);
    const asked = {
      values,
      file,
      rest,
      switchInterval_us: interval_s === null ? null : Math.max(1, Math.round(interval_s * 1e6)),
      checkInterval: wholeNumber("check-interval", values["check-interval"], 0),
      trace: writeTrace !== null
    };
    const result = await (machine === "native" ? runTheirs(interpreter, asked) : runOurs(machine, asked));
    if (result.failure !== null) process.stderr.write(`convoy: ${result.failure}
`);
    if (values.json !== void 0) writeFileSync2(values.json, `${JSON.stringify(result.metrics, null, 1)}
`);
    if (writeTrace && result.trace) await writeTrace(values.trace, result.trace);
    return leave(result);
  }
};
export {
  command
};
//# sourceMappingURL=run-E63SOYUJ.js.map
