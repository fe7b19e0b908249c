/** One worker of the host machine: it runs one Python thread at a time, the main thread or those that others start. */
import {readFileSync} from "node:fs";
import {constants} from "node:os";
import {parentPort, workerData} from "node:worker_threads";
import {type Descriptor, findDesign, heeded} from "../../designs/index.ts";
import {formatSyntaxError, type PythonSyntaxError} from "../../language/source.ts";
import {
  BREAK_EXIT,
  BREAKER,
  BREAKER_MASK,
  EXIT_STATUS,
  STATS,
  STOP_END,
  THREAD_DESIGN,
  THREAD_DESIGN_WORDS,
  THREAD_ID,
  THREADS
} from "../../objects/layout.ts";
import {type Clock, runClock} from "../../trace/clock.ts";
import {type Event, SIGNAL} from "../../trace/events.ts";
import {Ring} from "../../trace/ring.ts";
import {
  BLOCKED_NS,
  ENDED_NS,
  INVOLUNTARY,
  Notes,
  STARTED_NS,
  STATS_WORDS,
  SYSTEM_US,
  USER_US,
  VOLUNTARY
} from "../../trace/statistics.ts";
import {type Devices, INTERRUPTED, type Usage} from "../devices.ts";
import type {Instantiate, Interpreter, Runtime} from "../interpreter.ts";
import {Thread} from "../thread.ts";
import {hostDevices} from "./devices.ts";
import type {WorkerMessage, WorkerStart} from "./messages.ts";
import {Leave, Parking} from "./parking.ts";
import {hostPlace} from "./place.ts";
import {theLibc, thePlatform} from "./platform.ts";
import {markSignal} from "./signals.ts";
import {Waiting} from "./waiting.ts";
import {MAIL_IDLE, MAIL_NONE, MAILBOXES, THREADS_ENDED, WORKERS_MAX} from "./words.ts";

const begun = performance.now();
const start = workerData as WorkerStart;
const memory = new Int32Array(start.memory.buffer);
const doubles = new Float64Array(start.memory.buffer);
const platform = thePlatform();
const sleeper = platform.sleeper(memory);
const parking = new Parking(memory, sleeper);
const notes = new Notes(memory);
const clock: Clock = runClock(start.start_ns);
const descriptor = await theDesign();
const waiting = new Waiting({
  memory,
  parking,
  sleeper,
  platform,
  clock,
  overFd: start.overFd,
  signalFd: start.signalFd,
  interruptibleLocks: descriptor.interruptibleLocks
});

/** One of ours by name, or that of the caller, whose errors shall tell lines of its source. */
async function theDesign(): Promise<Descriptor> {
  if (start.designModule === null) return findDesign(start.design);
  process.setSourceMapsEnabled(true);
  return (await import(start.designModule)).default;
}

const tell = (message: WorkerMessage) => parentPort!.postMessage(message);

/** Gives a prepared thread to an idle worker, or asks the supervisor for a new one. */
function startThread(t: number): number {
  for (let i = 1; i < WORKERS_MAX; i++) {
    if (Atomics.compareExchange(memory, MAILBOXES + i, MAIL_IDLE, t) === MAIL_IDLE) {
      sleeper.wake(MAILBOXES + i, 1);
      tell({what: "taken"});
      return 0;
    }
  }
  let free = false;
  for (let i = 1; i < WORKERS_MAX && !free; i++) free = Atomics.load(memory, MAILBOXES + i) === MAIL_NONE;
  if (!free) return -constants.errno.EAGAIN;
  tell({what: "start", t});
  return 0;
}

const devices: Devices = hostDevices({
  memory,
  libc: theLibc(),
  platform,
  waiting,
  monotonic_ns: () => Number(start.start_ns) + clock(),
  startThread,
  arrive(signal) {
    markSignal({memory, design}, signal);
    tell({what: "signal"});
  }
});

function readSource(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function complain(text: string): void {
  devices.write(2, new TextEncoder().encode(`${text.trimEnd()}\n`));
}

/** Says what is wrong with the heap, and fails the run if anything is. */
function reportHeap(problems: string[]): void {
  for (const problem of problems) complain(`convoy: heap: ${problem}`);
  if (problems.length > 0) memory[EXIT_STATUS] = 70;
}

/** The runtime's interpreter, on a thread that leaves when the run is over. */
function leaving(runtime: Runtime): Interpreter {
  const check = (stop: number) => {
    if (stop !== STOP_END && (memory[BREAKER] & BREAK_EXIT) !== 0) throw new Leave();
    return stop;
  };
  return {
    run: (t) => check(runtime.run(t)),
    block(t) {
      const from = clock();
      const result = runtime.block(t);
      doubles[t / 2 + BLOCKED_NS] += clock() - from;
      return result;
    },
    attempt: (t) => runtime.attempt(t),
    finishBlock(t, result) {
      if (result === INTERRUPTED) notes.note(t, SIGNAL);
      runtime.finishBlock(t, result);
    },
    handleSignals: (t) => runtime.handleSignals(t)
  };
}

/** Runs thread `t` to its end, or until the run is over. */
function runThread(runtime: Runtime, thread: Thread, t: number): void {
  runtime.attach(t);
  parking.attach(t);
  waiting.attach(t);
  notes.ring = start.trace === null ? null : Ring.take(start.trace, memory[t + THREAD_ID], clock);
  memory.fill(0, t + STATS, t + STATS + STATS_WORDS);
  memory.fill(0, t + THREAD_DESIGN, t + THREAD_DESIGN + THREAD_DESIGN_WORDS);
  memory[t + BREAKER_MASK] = BREAK_EXIT | heeded(descriptor, memory[t + THREAD_ID] === 0);
  const before = platform.threadUsage();
  doubles[t / 2 + STARTED_NS] = clock();
  try {
    thread.live(t);
  } catch (error) {
    if (!(error instanceof Leave)) throw error;
  } finally {
    doubles[t / 2 + ENDED_NS] = clock();
    account(t, before, platform.threadUsage());
  }
  Atomics.add(memory, THREADS_ENDED, 1);
  tell({what: "ended", t});
}

function account(t: number, before: Usage, after: Usage): void {
  doubles[t / 2 + USER_US] = after.user_us - before.user_us;
  doubles[t / 2 + SYSTEM_US] = after.system_us - before.system_us;
  doubles[t / 2 + VOLUNTARY] = after.voluntarySwitches - before.voluntarySwitches;
  doubles[t / 2 + INVOLUNTARY] = after.involuntarySwitches - before.involuntarySwitches;
}

/** Waits for threads to run until the run is over. */
function serve(runtime: Runtime, thread: Thread): void {
  const mailbox = MAILBOXES + start.index;
  while (!parking.over()) {
    Atomics.compareExchange(memory, mailbox, MAIL_NONE, MAIL_IDLE);
    const t = Atomics.load(memory, mailbox);
    if (t === MAIL_IDLE) sleeper.wait(mailbox, MAIL_IDLE, Number.POSITIVE_INFINITY);
    else {
      runThread(runtime, thread, t);
      Atomics.store(memory, mailbox, MAIL_IDLE);
    }
  }
}

const {instantiate} = (await import(start.runtime)) as {instantiate: Instantiate};
const runtime = instantiate(start.memory, {
  boot: start.boot,
  pages: start.pages,
  devices,
  argv: start.program.argv,
  weights: descriptor.weights,
  everyWriteReleases: !descriptor.interruptibleLocks,
  readSource,
  checkHeap: start.checkHeap,
  reportHeap
});
const interpreter = leaving(runtime);
const note = (t: number, event: Event) => notes.note(t, event);
const place = hostPlace({
  memory,
  parking,
  initialise: false,
  note,
  handleSignals(t) {
    note(t, SIGNAL);
    return runtime.handleSignals(t);
  }
});
const design = descriptor.create(place);
const thread = new Thread({design, keepsLock: descriptor.keepsLock ?? false, interpreter, memory, note});
tell({what: "ready", boot_ms: performance.now() - begun});
/** Prepares the main thread for the program. Answers its block, or 0 when it does not parse, which it has said. */
function load(): number {
  try {
    return runtime.load(start.program.source, start.program.filename);
  } catch (error) {
    if (!(error instanceof Error && "kind" in error)) throw error;
    complain(formatSyntaxError(error as PythonSyntaxError));
    memory[EXIT_STATUS] = 1;
    return 0;
  }
}

if (start.index === 0) {
  const t = load();
  if (t === 0) {
    Atomics.add(memory, THREADS_ENDED, 1);
    tell({what: "ended", t: THREADS});
  } else {
    Atomics.store(memory, MAILBOXES, t);
    runThread(runtime, thread, t);
    Atomics.store(memory, MAILBOXES, MAIL_IDLE);
  }
}
serve(runtime, thread);
