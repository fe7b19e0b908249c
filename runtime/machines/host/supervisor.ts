import {constants, loadavg} from "node:os";
import {setTimeout as after} from "node:timers/promises";
import {Worker} from "node:worker_threads";
import {type Design, findDesign} from "../../designs/index.ts";
import {
  ARENA,
  BREAK_EXIT,
  BREAKER,
  CHECK_INTERVAL,
  EXIT_STATUS,
  PAGE_WORDS,
  PAGES_PEAK,
  SIGNALS_HIGH,
  SIGNALS_LOW,
  STATS,
  SWITCH_INTERVAL_US,
  THREAD_ID,
  WAITING_ON
} from "../../objects/layout.ts";
import {ACQUIRE, RELEASE} from "../../trace/events.ts";
import {createTraceBuffer, readTrace, type Trace} from "../../trace/ring.ts";
import {type ThreadMetrics, threadMetrics} from "../../trace/statistics.ts";
import {DISPOSITION_DEFAULT, DISPOSITION_PENDING} from "../devices.ts";
import type {Program, WorkerMessage, WorkerStart} from "./messages.ts";
import {Parking, type Sleeper} from "./parking.ts";
import {hostPlace} from "./place.ts";
import {theLibc, thePlatform} from "./platform.ts";
import {DISPOSITIONS, MAIL_IDLE, MAIL_NONE, MAILBOXES, WORKERS_MAX} from "./words.ts";

/** 32-bit words of a page of WebAssembly memory. */
const WASM_PAGE_WORDS = 16384;
/** Pages of the object heap at most: references are byte offsets below 2 GiB. */
export const HEAP_PAGES_MAX = Math.floor((2 ** 29 - ARENA) / PAGE_WORDS);
const EVERYONE = 0x7fffffff;
/**
 * Workers that stand by for threads to come. They start once the main thread's worker is up, one after the other, and a
 * thread that ends leaves its worker to the next.
 */
const STANDING_BY = 2;
/** How long threads may take to leave once the run is over, and workers to be terminated, before they are abandoned. */
const LEAVE_MS = 400;

/** What a run is asked to do. */
export interface RunOptions {
  design: string;
  program: Program;
  /** Addresses of the worker's and the runtime's modules, as the build emits them. */
  worker: URL;
  runtime: URL;
  /** Pin the process to so many cores; null: leave it to the system. */
  cores: number | null;
  switchInterval_us: number | null;
  checkInterval: number | null;
  /** Whether to record a trace. */
  trace: boolean;
  /** Pages (16 KiB each) of the object heap. */
  pages: number;
  /** Check the whole heap after the run. */
  checkHeap: boolean;
}

/** What a run has done. */
export interface RunResult {
  /** Python's exit status. */
  status: number;
  /** A signal that ended the program, or null. */
  signal: NodeJS.Signals | null;
  /** Why the run failed apart from the program, or null. */
  failure: string | null;
  metrics: RunMetrics;
  trace: Trace | null;
}

export interface RunMetrics {
  design: string;
  machine: "host";
  node: string;
  cores: number | null;
  switch_interval_us: number;
  check_interval_ticks: number;
  wall_s: number;
  peak_heap_bytes: number;
  load_before: number;
  load_after: number;
  clock_resolution_ns: number;
  worker_boot_ms: number[];
  threads: ThreadMetrics[];
}

/** Signals that this machine hears, and whether their default action ends the process. */
const HEARD: [NodeJS.Signals, boolean][] = [
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

/** Runs a Python program on the host machine. This thread only supervises. @throws on options that cannot be met */
export async function run(options: RunOptions): Promise<RunResult> {
  return new Supervisor(options).run();
}

/** The thread that starts workers, brings signals, and ends the run. Exported for tests; use `run`. */
export class Supervisor {
  readonly workers: (Worker | null)[] = [];
  readonly memory: Int32Array;
  private readonly options: RunOptions;
  private readonly shared: WebAssembly.Memory;
  private readonly design: Design;
  private readonly sleeper: Sleeper;
  private readonly trace: SharedArrayBuffer | null;
  private readonly start_ns = process.hrtime.bigint();
  private readonly pipes = {over: new Int32Array(2), signal: new Int32Array(2)};
  private readonly listeners = new Map<NodeJS.Signals, () => void>();
  private readonly threads: ThreadMetrics[] = [];
  private readonly bootTimes_ms: number[] = [];
  private readonly loadBefore = loadavg()[0];
  private over = false;
  private signal: NodeJS.Signals | null = null;
  private failure: string | null = null;
  private finish: () => void = () => {};
  private readonly finished = new Promise<void>((resolve) => {
    this.finish = resolve;
  });

  constructor(options: RunOptions) {
    const platform = thePlatform();
    const descriptor = findDesign(options.design);
    if (options.cores !== null) platform.pin(options.cores);
    this.options = options;
    const size = Math.ceil((ARENA + options.pages * PAGE_WORDS) / WASM_PAGE_WORDS);
    this.shared = new WebAssembly.Memory({initial: size, maximum: size, shared: true});
    this.memory = new Int32Array(this.shared.buffer);
    this.memory[SWITCH_INTERVAL_US] = options.switchInterval_us ?? descriptor.switchInterval_us;
    this.memory[CHECK_INTERVAL] = options.checkInterval ?? descriptor.ticks;
    this.sleeper = platform.sleeper(this.memory);
    this.trace = options.trace ? createTraceBuffer() : null;
    this.design = descriptor.create(
      hostPlace({
        memory: this.memory,
        parking: new Parking(this.memory, this.sleeper),
        initialise: true,
        note: () => {},
        handleSignals: () => false
      })
    );
    platform.pipe(this.pipes.over);
    platform.pipe(this.pipes.signal);
    const libc = theLibc();
    libc.fcntl(this.pipes.signal[1], 4, platform.constants.O_NONBLOCK);
  }

  async run(): Promise<RunResult> {
    this.listen();
    const begun = performance.now();
    this.startWorker(0);
    await this.finished;
    const wall_s = (performance.now() - begun) / 1000;
    await this.end();
    for (const [name, listener] of this.listeners) process.off(name, listener);
    for (const fd of [...this.pipes.over, ...this.pipes.signal]) theLibc().close(fd);
    return {
      status: this.failure === null ? this.memory[EXIT_STATUS] : 70,
      signal: this.signal,
      failure: this.failure,
      metrics: this.metrics(wall_s),
      trace: this.trace === null ? null : readTrace(this.trace)
    };
  }

  // ---- workers

  private startWorker(index: number): void {
    const {options} = this;
    const start: WorkerStart = {
      memory: this.shared,
      index,
      design: options.design,
      runtime: options.runtime.href,
      program: options.program,
      pages: options.pages,
      checkHeap: options.checkHeap,
      trace: this.trace,
      start_ns: this.start_ns,
      overFd: this.pipes.over[0],
      signalFd: this.pipes.signal[0]
    };
    const worker = new Worker(options.worker, {workerData: start, stdin: false});
    this.workers[index] = worker;
    worker.on("message", (message: WorkerMessage) => this.hear(message));
    worker.on("error", (error) => this.died(index, error));
    worker.on("exit", () => {
      if (!this.over) this.died(index, null);
      this.workers[index] = null;
    });
  }

  private hear(message: WorkerMessage): void {
    if (message.what === "ready") this.ready(message.boot_ms);
    else if (message.what === "start") this.startFor(message.t);
    else if (message.what === "taken") this.replenish();
    else if (message.what === "signal") this.arrive(message.signal);
    else if (message.what === "ended") this.ended(message.t);
  }

  private ready(boot_ms: number): void {
    this.bootTimes_ms.push(boot_ms);
    this.replenish();
  }

  /** Gives a thread that found no idle worker to one that is still starting, or starts one for it. */
  private startFor(t: number): void {
    if (this.workers.some((worker, i) => i > 0 && worker && this.assign(i, t))) {
      this.replenish();
      return;
    }
    const index = this.freeIndex();
    if (index < 0) this.fail(`too many threads: the host machine runs at most ${WORKERS_MAX}`);
    else {
      Atomics.store(this.memory, MAILBOXES + index, t);
      this.startWorker(index);
    }
  }

  /** Gives thread `t` to a worker that is not yet ready. False: it is. */
  private assign(index: number, t: number): boolean {
    return Atomics.compareExchange(this.memory, MAILBOXES + index, MAIL_NONE, t) === MAIL_NONE;
  }

  /** Starts another worker to stand by, if there are too few. */
  private replenish(): void {
    if (this.over) return;
    let standingBy = 0;
    for (let i = 1; i < this.workers.length; i++) {
      if (this.workers[i] && Atomics.load(this.memory, MAILBOXES + i) <= MAIL_IDLE) standingBy++;
    }
    const index = this.freeIndex();
    if (standingBy < STANDING_BY && index >= 0) this.startWorker(index);
  }

  private freeIndex(): number {
    for (let i = 1; i < WORKERS_MAX; i++) if (!this.workers[i]) return i;
    return -1;
  }

  private ended(t: number): void {
    this.threads.push(threadMetrics(this.memory, t));
    if (this.memory[t + THREAD_ID] === 0) this.finish();
  }

  private died(index: number, error: Error | null): void {
    const t = this.memory[MAILBOXES + index];
    const why = error === null ? "its worker exited" : (error.stack ?? String(error));
    if (t <= MAIL_IDLE) {
      this.fail(`a worker died before it ran a thread: ${why}`);
      return;
    }
    const held = this.memory[t + STATS + ACQUIRE] > this.memory[t + STATS + RELEASE];
    const where = held ? "while it held the interpreter lock" : "without the interpreter lock";
    this.fail(`thread ${this.memory[t + THREAD_ID]} died ${where}: ${why}`);
  }

  private fail(why: string): void {
    this.failure ??= why;
    this.finish();
  }

  // ---- the end

  /** Makes every worker leave: sets the bit, wakes whoever sleeps, then terminates all. */
  private async end(): Promise<void> {
    this.over = true;
    Atomics.or(this.memory, BREAKER, BREAK_EXIT);
    theLibc().write(this.pipes.over[1], new Uint8Array(1), 1);
    const deadline = performance.now() + LEAVE_MS;
    while (this.running() && performance.now() < deadline) {
      for (let i = 0; i < this.workers.length; i++) this.rouse(i);
      await after(1);
    }
    for (let i = 0; i < this.workers.length; i++) this.rouse(i);
    await Promise.race([
      Promise.all(this.workers.map((worker) => worker?.terminate())),
      after(LEAVE_MS, null, {ref: false})
    ]);
    for (const worker of this.workers) worker?.unref();
  }

  /** Whether any worker still runs a thread. */
  private running(): boolean {
    return this.workers.some(
      (worker, i) =>
        worker !== null && worker !== undefined && Atomics.load(this.memory, MAILBOXES + i) > MAIL_IDLE
    );
  }

  private rouse(index: number): void {
    this.sleeper.wake(MAILBOXES + index, EVERYONE);
    const t = Atomics.load(this.memory, MAILBOXES + index);
    const word = t > MAIL_IDLE ? Math.abs(Atomics.load(this.memory, t + WAITING_ON)) : 0;
    if (word !== 0) this.sleeper.wake(word, EVERYONE);
  }

  // ---- signals

  private listen(): void {
    for (const [name, ends] of HEARD) {
      const listener = () => this.heard(name, ends);
      this.listeners.set(name, listener);
      process.on(name, listener);
    }
  }

  private heard(name: NodeJS.Signals, ends: boolean): void {
    const number = constants.signals[name];
    const disposition = Atomics.load(this.memory, DISPOSITIONS + number);
    if (disposition === DISPOSITION_PENDING) this.arrive(number);
    else if (disposition === DISPOSITION_DEFAULT && ends) {
      this.signal = name;
      this.finish();
    }
  }

  /** Marks a signal as pending and makes the main thread look, wherever it waits. */
  private arrive(number: number): void {
    const [word, bit] = number < 32 ? [SIGNALS_LOW, number] : [SIGNALS_HIGH, number - 32];
    Atomics.or(this.memory, word, 1 << bit);
    this.design.signalled();
    theLibc().write(this.pipes.signal[1], new Uint8Array(1), 1);
    this.nudge(1);
  }

  /** Wakes the main thread if it sleeps where signals interrupt, and again while one is pending. */
  private nudge(wait_ms: number): void {
    const {memory} = this;
    if (this.over || (Atomics.load(memory, SIGNALS_LOW) | Atomics.load(memory, SIGNALS_HIGH)) === 0) return;
    const t = Atomics.load(memory, MAILBOXES);
    const word = t > MAIL_IDLE ? -Atomics.load(memory, t + WAITING_ON) : 0;
    if (word > 0) this.sleeper.wake(word, EVERYONE);
    setTimeout(() => this.nudge(Math.min(64, wait_ms * 2)), wait_ms).unref();
  }

  // ---- what was measured

  private metrics(wall_s: number): RunMetrics {
    const {memory, options} = this;
    return {
      design: options.design,
      machine: "host",
      node: process.version,
      cores: options.cores,
      switch_interval_us: memory[SWITCH_INTERVAL_US],
      check_interval_ticks: memory[CHECK_INTERVAL],
      wall_s,
      peak_heap_bytes: memory[PAGES_PEAK] * PAGE_WORDS * 4,
      load_before: this.loadBefore,
      load_after: loadavg()[0],
      clock_resolution_ns: clockResolution(),
      worker_boot_ms: this.bootTimes_ms,
      threads: this.threads.sort((a, b) => a.thread - b.thread)
    };
  }
}

/** Shortest step of the clock that times are read from, in nanoseconds: the least of 1,000 readings that differ. */
export function clockResolution(): number {
  let least = Number.POSITIVE_INFINITY;
  let last = performance.now();
  for (let i = 0; i < 1000; i++) {
    const now = performance.now();
    if (now > last) least = Math.min(least, now - last);
    last = now;
  }
  return Math.round(least * 1e6);
}
