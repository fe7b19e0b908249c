import {type Descriptor, findDesign, heeded, type Place} from "../../designs/index.ts";
import {formatSyntaxError, type PythonSyntaxError} from "../../language/source.ts";
import {
  ARENA,
  BREAK_EXIT,
  BREAKER,
  BREAKER_MASK,
  CHECK_INTERVAL,
  DESIGN,
  DESIGN_WORDS,
  EXIT_STATUS,
  PAGE_WORDS,
  PAGES_PEAK,
  SIGNALS_HIGH,
  SIGNALS_LOW,
  STATS,
  SWITCH_INTERVAL_US,
  THREAD_DESIGN,
  THREAD_DESIGN_WORDS,
  THREAD_ID,
  THREAD_PRIORITY
} from "../../objects/layout.ts";
import {ACQUIRE, type Event, RELEASE, SIGNAL} from "../../trace/events.ts";
import type {Trace} from "../../trace/ring.ts";
import {
  BLOCKED_NS,
  ENDED_NS,
  INVOLUNTARY,
  STARTED_NS,
  STATS_WORDS,
  SYSTEM_US,
  type ThreadMetrics,
  threadMetrics,
  USER_US,
  VOLUNTARY
} from "../../trace/statistics.ts";
import {INTERRUPTED} from "../devices.ts";
import type {Instantiate, Interpreter, Runtime} from "../interpreter.ts";
import {Region} from "../region.ts";
import {fillFromSnapshot} from "../snapshot.ts";
import {Cell, type Steps, Word} from "../steps.ts";
import {Thread} from "../thread.ts";
import {type Client, type ClientReport, clientSteps, Lines, type World} from "./clients.ts";
import {Bytecodes} from "./computer.ts";
import {describeDeadlock, threadName} from "./deadlock.ts";
import {defaultProfile} from "./default-profile.ts";
import {simulatedDevices} from "./devices/index.ts";
import type {Locks} from "./devices/locks.ts";
import {Exit, type Zlib} from "./devices/process.ts";
import {Killed, Signals} from "./devices/signals.ts";
import {CORES_MAX, Kernel} from "./kernel.ts";
import {CHARGES, instructionCosts} from "./opcodes.ts";
import {Performer} from "./perform.ts";
import {costsOf, type Profile, unmeasured} from "./profile.ts";
import {Random} from "./random.ts";
import {Recorder} from "./record.ts";
import {findScheduler} from "./schedulers/index.ts";
import {BREAK_HORIZON, Over, System, whole} from "./system.ts";
import type {Task} from "./task.ts";

const WASM_PAGE_WORDS = 16384;
/** Exit status of a run that failed for another reason than its program: EX_SOFTWARE of sysexits.h. */
const FAILED = 70;
export const SEED_MAX = 2 ** 32 - 1;
/** 1.5 GiB of objects, unless a caller gives another number: untouched ones cost nothing. */
const PAGES_DEFAULT = 98304;
/** Room for about 5,000 frames of small functions in each thread but the main one, so that 1,000 threads fit. */
const STACK_WORDS = 1 << 18;

/** What a simulated run is asked to do. All but the first two have defaults. */
export interface SimulateOptions {
  source: string;
  filename: string;
  /** What `sys.argv` holds. Default: the file's name. */
  argv?: string[];
  /** The interpreter lock, by name, or one of the caller's own. Default `timeout`. */
  design?: string | Descriptor;
  /** Virtual cores, 1 to 1024. Default 2. */
  cores?: number;
  /** 0 to 2^32 - 1. Default 1. */
  seed?: number;
  /** How the cores are shared, by name. Default: the profile's. */
  scheduler?: string;
  /** Each thread stays on a core, in turn, instead of where the scheduler puts it. */
  pin?: boolean;
  /** What everything costs. Default: orders of magnitude that nobody measured. */
  profile?: Profile;
  /** Gets what the program writes to descriptor 1 or 2. */
  write(fd: number, bytes: Uint8Array): void;
  /** Whether to record a trace. */
  trace?: boolean;
  switchInterval_us?: number | null;
  checkInterval?: number | null;
  /** Processes that talk to the program. Default: none, and the program's standard input is at its end. */
  clients?: Client[];
  /** The run ends when so much virtual time has passed. Default: never. */
  limit_ns?: number;
  /** Execute loops that wait in vain instead of charging them: slower, with the same result. For tests. */
  executeSpins?: boolean;
  /** Pages (16 KiB each) of the object heap. */
  pages?: number;
  /** Check the whole heap after the run. */
  checkHeap?: boolean;
  /** A snapshot of the heap before any program, for the design; without it the heap is laid out, which takes longer. */
  heap?: Uint8Array | null;
  /** Text of a Python file that the program imports, or null. */
  readSource?(path: string): string | null;
  zlib?: Zlib | null;
}

/** What a simulated run has done. */
export interface SimulateResult {
  /** Python's exit status. */
  status: number;
  /** Number of a signal that ended the program, or null. */
  signal: number | null;
  /** Why the run failed apart from the program, or null. */
  failure: string | null;
  metrics: SimulateMetrics;
  trace: Trace | null;
}

export interface SimulateMetrics {
  design: string;
  machine: "simulated";
  scheduler: string;
  profile: string;
  /** Costs of the profile that nobody measured. */
  unmeasured_costs: string[];
  cores: number;
  seed: number;
  switch_interval_us: number;
  check_interval_ticks: number;
  /** Virtual. */
  wall_s: number;
  peak_heap_bytes: number;
  steps: number;
  events: number;
  /** Calls of the kernel by which threads slept and woke each other, at locks. */
  lock_calls: number;
  threads: ThreadMetrics[];
  /** What the clients saw, arm by arm. */
  clients: ClientReport[];
}

/** One run on the simulated machine. */
class Simulation {
  private readonly options: SimulateOptions;
  private readonly profile: Profile;
  private readonly memory: Int32Array;
  private readonly doubles: Float64Array;
  private readonly kernel: Kernel;
  private readonly system: System;
  private readonly runtime: Runtime;
  private readonly performer: Performer;
  private readonly thread: Thread;
  private readonly descriptor: Descriptor;
  private readonly recorder: Recorder | null;
  private readonly threads: ThreadMetrics[] = [];
  private readonly live = new Set<Task>();
  private readonly reports: ClientReport[] = [];
  private readonly world: World;
  private readonly lines: Lines;
  private readonly locks: Locks;
  private main!: Task;
  private holder = 0;

  constructor(options: SimulateOptions, instantiate: Instantiate) {
    this.options = options;
    const {design: chosen = "timeout"} = options;
    this.descriptor = typeof chosen === "string" ? findDesign(chosen) : chosen;
    this.profile = options.profile ?? defaultProfile;
    this.recorder = options.trace ? new Recorder() : null;
    const pages = options.pages ?? PAGES_DEFAULT;
    const memory = plainMemory(pages);
    this.memory = new Int32Array(memory.buffer);
    this.doubles = new Float64Array(memory.buffer);
    if (options.heap) fillFromSnapshot(this.memory, options.heap, pages);
    this.memory[SWITCH_INTERVAL_US] = options.switchInterval_us ?? this.descriptor.switchInterval_us;
    this.memory[CHECK_INTERVAL] = options.checkInterval ?? this.descriptor.ticks;
    const costs = costsOf(this.profile);
    const cores = options.cores ?? 2;
    this.kernel = new Kernel({
      cores,
      costs,
      order: this.profile.order,
      random: new Random(options.seed ?? 1),
      scheduler: findScheduler(options.scheduler ?? this.profile.scheduler).create(cores, costs),
      pin: options.pin ?? false,
      perform: (task) => this.performer.perform(task)
    });
    this.system = new System(this.memory, this.kernel);
    const design = this.descriptor.create(this.place());
    const lines = new Lines(this.system);
    const signals = new Signals(this.system, design, () => this.main);
    const {devices, network, input, locks} = simulatedDevices(this.system, {
      signals,
      interruptibleLocks: this.descriptor.interruptibleLocks,
      startThread: (t) => this.spawn(t),
      lockCalls: () => this.performer.calls,
      write: (fd, bytes) => {
        options.write(fd, bytes);
        if (fd === 1 && options.clients?.length) lines.take(bytes);
      },
      zlib: options.zlib ?? null
    });
    const {system, kernel, reports} = this;
    const start = (name: string, steps: Steps) => this.startClient(name, steps);
    this.world = {system, kernel, network, input, signals, start, reports};
    this.lines = lines;
    this.locks = locks;
    // Laying the heap out costs nothing.
    const charges = new Int32Array(CHARGES);
    this.runtime = instantiate(memory, {
      boot: !options.heap,
      pages,
      devices,
      argv: options.argv ?? [options.filename],
      weights: this.descriptor.weights,
      everyWriteReleases: !this.descriptor.interruptibleLocks,
      charges,
      stackWords: STACK_WORDS,
      readSource: options.readSource ?? (() => null),
      checkHeap: options.checkHeap ?? false,
      reportHeap: (problems) => this.reportHeap(problems)
    });
    charges.set(instructionCosts(costs));
    const computer = new Bytecodes(this.system, this.runtime, this.note, charges, !options.executeSpins);
    this.performer = new Performer(this.system, computer, this.profile.conditions);
    this.thread = new Thread({
      design,
      keepsLock: this.descriptor.keepsLock ?? false,
      interpreter: this.interpreter(),
      memory: this.memory,
      note: this.note
    });
  }

  private place(): Place {
    const {memory} = this;
    const region = new Region(memory, DESIGN, DESIGN_WORDS, true);
    const isMain = (t: number) => memory[t + THREAD_ID] === 0;
    const signalPending = () => (memory[SIGNALS_LOW] | memory[SIGNALS_HIGH]) !== 0;
    return {
      region,
      breaker: new Word(region, "breaker", 0, BREAKER),
      switchInterval_us: new Cell(region, "switch_interval", 0, SWITCH_INTERVAL_US),
      checkInterval: new Cell(region, "check_interval", 0, CHECK_INTERVAL),
      signalPending,
      isMain,
      priorityOf: (t) => memory[t + THREAD_PRIORITY],
      handleSignals: (t) => signalPending() && isMain(t) && this.handleSignals(t),
      note: this.note
    };
  }

  private handleSignals(t: number): boolean {
    this.note(t, SIGNAL);
    return this.runtime.handleSignals(t);
  }

  private interpreter(): Interpreter {
    const {runtime} = this;
    return {
      run: (t) => runtime.run(t),
      block: (t) => runtime.block(t),
      attempt: (t) => runtime.attempt(t),
      finishBlock: (t, result) => {
        if (result === INTERRUPTED) this.note(t, SIGNAL);
        runtime.finishBlock(t, result);
      },
      handleSignals: (t) => runtime.handleSignals(t)
    };
  }

  private readonly note = (t: number, event: Event): void => {
    const {memory, recorder} = this;
    memory[t + STATS + event]++;
    if (event === ACQUIRE) this.holder = t;
    else if (event === RELEASE) this.holder = 0;
    if (recorder !== null) recorder.record(this.kernel.now, memory[t + THREAD_ID], event);
  };

  // ---- threads

  /** A task for the Python thread whose block is prepared at `t`. */
  private spawn(t: number): Task {
    const {memory, kernel, descriptor} = this;
    memory.fill(0, t + STATS, t + STATS + STATS_WORDS);
    memory.fill(0, t + THREAD_DESIGN, t + THREAD_DESIGN + THREAD_DESIGN_WORDS);
    const isMain = memory[t + THREAD_ID] === 0;
    memory[t + BREAKER_MASK] = BREAK_EXIT | BREAK_HORIZON | heeded(descriptor, isMain);
    const task = kernel.spawn(threadName(memory, t), t);
    task.call(this.life(t, task));
    this.live.add(task);
    return task;
  }

  private *life(t: number, task: Task): Steps {
    this.doubles[t / 2 + STARTED_NS] = this.kernel.now;
    yield* this.thread.live(t);
    this.ended(task);
  }

  private startClient(name: string, steps: Steps): Task {
    const task = this.kernel.spawn(name, 0);
    task.call(steps);
    this.kernel.start(task, this.kernel.now);
    return task;
  }

  private startClients(): void {
    const {clients = []} = this.options;
    for (const client of clients)
      this.startClient(`the ${client.kind} client`, clientSteps(client, this.world, this.lines));
    if (clients.length === 0) this.world.input.end();
  }

  private ended(task: Task): void {
    this.account(task);
    this.live.delete(task);
    if (task === this.main) this.kernel.over = true;
  }

  private account(task: Task): void {
    const {doubles, kernel} = this;
    const at = task.t / 2;
    const total_ns = kernel.processorTime(task, kernel.now);
    doubles[at + ENDED_NS] = kernel.now;
    doubles[at + USER_US] = whole(Math.max(0, total_ns - task.system_ns), 1000);
    doubles[at + SYSTEM_US] = whole(task.system_ns, 1000);
    doubles[at + VOLUNTARY] = task.voluntary;
    doubles[at + INVOLUNTARY] = task.involuntary;
    doubles[at + BLOCKED_NS] = task.blocked_ns;
    this.threads.push(threadMetrics(this.memory, task.t));
  }

  // ---- the run

  run(): SimulateResult {
    const {kernel} = this;
    const {limit_ns = Number.POSITIVE_INFINITY} = this.options;
    let signal: number | null = null;
    let failure: string | null = null;
    const t = this.load();
    if (t !== 0) {
      this.main = this.spawn(t);
      kernel.start(this.main, 0);
      this.startClients();
      try {
        if (!kernel.run(limit_ns)) failure = this.stopped(limit_ns);
      } catch (error) {
        if (!(error instanceof Over)) throw error;
        if (error instanceof Exit) this.memory[EXIT_STATUS] = error.status;
        else if (error instanceof Killed) signal = error.signal;
        else failure = error.message;
      }
      for (const task of this.live) this.account(task);
    }
    return {
      status: failure === null ? this.memory[EXIT_STATUS] : FAILED,
      signal,
      failure,
      metrics: this.metrics(),
      trace: this.recorder === null ? null : this.recorder.trace()
    };
  }

  /** Prepares the main thread for the program. Answers its block, or 0 when it does not parse, which it has said. */
  private load(): number {
    const {options} = this;
    try {
      return this.runtime.load(options.source, options.filename);
    } catch (error) {
      if (!(error instanceof Error && "kind" in error)) throw error;
      this.complain(formatSyntaxError(error as PythonSyntaxError));
      this.memory[EXIT_STATUS] = 1;
      return 0;
    }
  }

  private complain(text: string): void {
    this.options.write(2, new TextEncoder().encode(`${text.trimEnd()}\n`));
  }

  private reportHeap(problems: string[]): void {
    for (const problem of problems) this.complain(`convoy: heap: ${problem}`);
    if (problems.length > 0) this.memory[EXIT_STATUS] = FAILED;
  }

  /** Why the run stopped before its end. */
  private stopped(limit_ns: number): string {
    const {performer, holder} = this;
    const live = [...this.live];
    if (this.kernel.horizon() > limit_ns && this.kernel.horizon() !== Number.POSITIVE_INFINITY)
      return `the run's limit of ${limit_ns / 1e9} virtual seconds has passed`;
    const held = [...performer.holders].map(([at, task]): [string, Task] => [`mutex ${at}`, task]);
    const owner = live.find(({t}) => t === holder);
    if (owner) held.push(["the interpreter lock", owner]);
    return describeDeadlock(live, this.kernel.now, {
      whereabouts: (t) => this.runtime.whereabouts(t),
      lockTaker: (word) => this.locks.taker(word),
      held
    });
  }

  private metrics(): SimulateMetrics {
    const {memory, kernel, options, profile} = this;
    return {
      design: this.descriptor.name,
      machine: "simulated",
      scheduler: findScheduler(options.scheduler ?? this.profile.scheduler).name,
      profile: profile.name,
      unmeasured_costs: unmeasured(profile),
      cores: kernel.coreCount,
      seed: options.seed ?? 1,
      switch_interval_us: memory[SWITCH_INTERVAL_US],
      check_interval_ticks: memory[CHECK_INTERVAL],
      wall_s: kernel.now / 1e9,
      peak_heap_bytes: memory[PAGES_PEAK] * PAGE_WORDS * 4,
      steps: kernel.steps,
      events: kernel.events,
      lock_calls: this.performer.calls,
      clients: this.reports,
      threads: this.threads.sort((a, b) => a.thread - b.thread)
    };
  }
}

/** Memory that is not shared: nobody but this thread reads it. */
function plainMemory(pages: number): WebAssembly.Memory {
  const size = Math.ceil((ARENA + pages * PAGE_WORDS) / WASM_PAGE_WORDS);
  try {
    return new WebAssembly.Memory({initial: size, maximum: size});
  } catch (error) {
    throw new Error(
      `cannot reserve ${Math.ceil(size / 16)} MiB of memory: ${(error as Error).message}; try a smaller heap`
    );
  }
}

function checkNumber(name: string, value: number | undefined, least: number, most: number): void {
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= least && value <= most))
    throw new Error(`invalid ${name}: ${value}; give a whole number from ${least} to ${most}`);
}

/**
 * Runs a Python program on virtual cores by a virtual clock. The same options give the same result, bit for bit.
 * @throws Error on an unknown design or scheduler, or a number of cores or seed out of range
 */
export function simulateWith(instantiate: Instantiate, options: SimulateOptions): SimulateResult {
  checkNumber("number of cores", options.cores, 1, CORES_MAX);
  checkNumber("seed", options.seed, 0, SEED_MAX);
  const {profile = defaultProfile} = options;
  const scheduler = findScheduler(options.scheduler ?? profile.scheduler);
  if (options.pin && scheduler.create(1, costsOf(profile)).shared)
    throw new Error(
      `cannot pin threads under the scheduler ${scheduler.name}: its cores share one queue; use eevdf or fair`
    );
  return new Simulation(options, instantiate).run();
}
