import {loadavg} from "node:os";
import {setTimeout as after} from "node:timers/promises";
import {type Descriptor, findDesign, type Place} from "../../designs/index.ts";
import {
  CHECK_INTERVAL,
  EXIT_STATUS,
  PAGE_WORDS,
  PAGES_PEAK,
  SWITCH_INTERVAL_US,
  THREAD_ID
} from "../../objects/layout.ts";
import {createTraceBuffer, readTrace, type Trace} from "../../trace/ring.ts";
import {type ThreadMetrics, threadMetrics} from "../../trace/statistics.ts";
import {heapMemory} from "./memory.ts";
import type {Program, WorkerMessage} from "./messages.ts";
import {Parking, type Sleeper} from "./parking.ts";
import {hostPlace} from "./place.ts";
import {thePlatform} from "./platform.ts";
import {Signals} from "./signals.ts";
import {restoreSnapshot} from "./snapshot.ts";
import {THREADS_ENDED} from "./words.ts";
import {Workers} from "./workers.ts";

/** How long the last messages of ended threads may take, where the run did not fail. */
const HEAR_MS = 400;
/** Exit status of a run that failed for another reason than its program: EX_SOFTWARE of sysexits.h. */
const FAILED = 70;

/** A design that is none of ours, compiled for this machine. */
export interface OwnDesign {
  descriptor: Descriptor;
  /** Address of the module whose default export it is. */
  module: string;
}

/** What a run is asked to do. */
export interface RunOptions {
  /** The interpreter lock, by name, or one of the caller's own. */
  design: string | OwnDesign;
  program: Program;
  /** Addresses of the worker's and the runtime's modules, as the build emits them. */
  worker: URL;
  runtime: URL;
  /** Address of a snapshot of the heap, as the build emits it for the design; null: lay the heap out. */
  heap: URL | null;
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

/**
 * One run on the host machine: this thread starts the workers, brings them signals, and waits. That a worker died it hears from
 * Node as an event, which costs the others nothing; the run is then over within LEAVE_MS, whatever they are doing.
 */
export class Supervisor {
  readonly memory: Int32Array;
  private readonly options: RunOptions;
  private readonly workers: Workers;
  private readonly signals: Signals;
  private readonly trace: SharedArrayBuffer | null;
  private readonly threads: ThreadMetrics[] = [];
  private readonly loadBefore = loadavg()[0];
  private signal: NodeJS.Signals | null = null;
  private failure: string | null = null;
  private finish: () => void = () => {};
  private readonly finished = new Promise<void>((resolve) => {
    this.finish = resolve;
  });

  /** @throws on an unknown design, or cores or memory that cannot be had */
  constructor(options: RunOptions) {
    this.options = options;
    const platform = thePlatform();
    const {descriptor, module: designModule} = designOf(options.design);
    if (options.cores !== null) platform.pin(options.cores);
    const shared = heapMemory(options.pages);
    const memory = new Int32Array(shared.buffer);
    if (options.heap !== null) restoreSnapshot(memory, options.heap, options.pages);
    memory[SWITCH_INTERVAL_US] = options.switchInterval_us ?? descriptor.switchInterval_us;
    memory[CHECK_INTERVAL] = options.checkInterval ?? descriptor.ticks;
    const sleeper = platform.sleeper(memory);
    this.memory = memory;
    this.trace = options.trace ? createTraceBuffer() : null;
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
      module: options.worker,
      start: (index) => ({
        memory: shared,
        index,
        boot: options.heap === null && index === 0,
        design: descriptor.name,
        designModule,
        runtime: options.runtime.href,
        program: options.program,
        pages: options.pages,
        checkHeap: options.checkHeap,
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
  async run(): Promise<RunResult> {
    const begun = performance.now();
    this.workers.begin();
    await this.finished;
    const wall_s = (performance.now() - begun) / 1000;
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
  async close(): Promise<void> {
    await this.workers.close();
    this.signals.close();
  }

  /** Waits for what ended threads have told and has not arrived yet. */
  private async hearAll(): Promise<void> {
    const deadline = performance.now() + HEAR_MS;
    while (this.threads.length < Atomics.load(this.memory, THREADS_ENDED) && performance.now() < deadline)
      await after(1);
  }

  private hear(message: WorkerMessage): void {
    if (message.what === "signal") this.signals.bring();
    else if (message.what === "ended") {
      this.threads.push(threadMetrics(this.memory, message.t));
      if (this.memory[message.t + THREAD_ID] === 0) this.finish();
    }
  }

  private metrics(wall_s: number): RunMetrics {
    const {memory, options} = this;
    return {
      design: designOf(options.design).descriptor.name,
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
      worker_boot_ms: this.workers.boot_ms,
      threads: this.threads.sort((a, b) => a.thread - b.thread)
    };
  }
}

const designOf = (design: string | OwnDesign): {descriptor: Descriptor; module: string | null} =>
  typeof design === "string" ? {descriptor: findDesign(design), module: null} : design;

/** Where the design stands that writes the first values of its words. */
function founding(memory: Int32Array, sleeper: Sleeper): Place {
  return hostPlace({
    memory,
    parking: new Parking(memory, sleeper),
    initialise: true,
    note: () => {},
    handleSignals: () => false
  });
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
