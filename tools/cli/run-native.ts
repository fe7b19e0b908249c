/** `convoy run --machine native:NAME`: a program in a real interpreter of this computer. */
import {type ChildProcess, spawn} from "node:child_process";
import {constants, loadavg} from "node:os";
import {findNative, type Native, nativeName, newestNative} from "../../loaders/interpreters.ts";
import type {Lock} from "../../loaders/schema.ts";
import {childrenUsage, type Usage} from "../../loaders/system.ts";
import {thePlatform} from "../../runtime/machines/host/platform.ts";
import {UsageError} from "./command.ts";

/** What is run, and how. */
export interface NativeRun {
  /** As `convoy interpreters` names it; null: the newest CPython with the lock. */
  interpreter: string | null;
  /** The lock that it must have; null: whichever it has. */
  design: string | null;
  file: string;
  args: string[];
  /** Keep the process on so many cores; null: leave it to the system. */
  cores: number | null;
  switchInterval_us: number | null;
  checkInterval: number | null;
}

export interface NativeMetrics {
  machine: "native";
  interpreter: string;
  python: string;
  path: string;
  gil: boolean;
  /** The lock: a design of Convoy, or what this interpreter has instead. */
  design: string;
  cores: number | null;
  /** As asked for; null: the interpreter's own, or the program's. */
  switch_interval_us: number | null;
  check_interval_ticks: number | null;
  wall_s: number;
  /** Of the process and those that it waited for; null where the system does not tell. */
  cpu_s: number | null;
  voluntary_switches: number | null;
  involuntary_switches: number | null;
  load_before: number;
  load_after: number;
}

export interface NativeResult {
  status: number;
  /** The signal that ended the program, or null. */
  signal: NodeJS.Signals | null;
  failure: null;
  metrics: NativeMetrics;
  trace: null;
}

/** Runs the program to its end, however long it takes. @throws UsageError */
export async function runNative(run: NativeRun): Promise<NativeResult> {
  const native = await interpreterOf(run);
  const name = nativeName(native);
  const settings = bootstrap(native, run);
  if (run.cores !== null) thePlatform().pin(run.cores);
  const before = childrenUsage();
  const load_before = loadavg()[0];
  const begun = performance.now();
  const {status, signal} = await ended(native.path, [...settings, run.file, ...run.args]);
  const wall_s = (performance.now() - begun) / 1000;
  const metrics: NativeMetrics = {
    machine: "native",
    interpreter: name,
    python: native.python,
    path: native.path,
    gil: native.gil,
    design: native.design,
    cores: run.cores,
    switch_interval_us: run.switchInterval_us,
    check_interval_ticks: run.checkInterval,
    wall_s,
    ...used(before, childrenUsage()),
    load_before,
    load_after: loadavg()[0]
  };
  return {status, signal, failure: null, metrics, trace: null};
}

async function interpreterOf({interpreter, design}: NativeRun): Promise<Native> {
  const asked = interpreter === null ? newestNative((design ?? "timeout") as Lock) : findNative(interpreter);
  const native = await asked.catch((error) => {
    throw new UsageError(error.message);
  });
  if (design !== null && native.design !== design)
    throw new UsageError(
      `invalid --design: ${design}; ${interpreter} has its own lock (${native.design}): leave --design out`
    );
  return native;
}

function used(before: Usage | null, after: Usage | null) {
  if (!before || !after) return {cpu_s: null, voluntary_switches: null, involuntary_switches: null};
  return {
    cpu_s: Math.round((after.cpu_s - before.cpu_s) * 1e6) / 1e6,
    voluntary_switches: after.voluntary_switches - before.voluntary_switches,
    involuntary_switches: after.involuntary_switches - before.involuntary_switches
  };
}

/** Arguments in front of the program's file that set its intervals: none where none was asked for. */
function bootstrap(native: Native, {switchInterval_us, checkInterval}: NativeRun): string[] {
  const {design} = native;
  const refuse = (option: string, locks: string) =>
    new UsageError(`--${option} is for locks that ${locks}, not for ${nativeName(native)} (${design})`);
  if (checkInterval !== null && design !== "tick" && design !== "tick-condition")
    throw refuse("check-interval", "count ticks (tick, tick-condition)");
  if (switchInterval_us !== null && !design?.startsWith("timeout"))
    throw refuse("switch-interval", "measure time (timeout)");
  const calls = [
    ...(switchInterval_us === null ? [] : [`sys.setswitchinterval(${switchInterval_us / 1e6})`]),
    ...(checkInterval === null ? [] : [`sys.setcheckinterval(${checkInterval})`])
  ];
  return calls.length === 0 ? [] : ["-c", BOOTSTRAP.replace("SETTINGS", calls.join("; "))];
}

/**
 * Runs the file that follows as the interpreter would by itself: as __main__, with its own sys.argv and sys.path, and
 * without a trace of this text in tracebacks. Python 2.7 and 3.
 */
const BOOTSTRAP = `
def run():
    import os, sys
    main = sys.modules["__main__"].__dict__
    del main["run"], sys.argv[0]
    SETTINGS
    show = sys.excepthook
    def without_this(kind, error, trace):
        while trace is not None and trace.tb_frame.f_code.co_filename == "<string>":
            trace = trace.tb_next
        if hasattr(error, "with_traceback"):
            error.__traceback__ = trace
        show(kind, error, trace)
    sys.excepthook = without_this
    name = sys.argv[0]
    if sys.version_info >= (3, 9):
        name = os.path.abspath(name)
    main["__file__"] = name
    sys.path[0] = os.path.dirname(os.path.realpath(name))
    with open(name, "rb") as file:
        code = compile(file.read(), name, "exec", 0, True)
    exec(code, main)
run()
`;

/** Brought to the program as they come to this process, which ends only after it. */
const FORWARDED: readonly NodeJS.Signals[] = [
  "SIGINT",
  "SIGTERM",
  "SIGHUP",
  "SIGQUIT",
  "SIGUSR1",
  "SIGUSR2",
  "SIGWINCH"
];

/**
 * Runs a program on this process's own standard streams, in a process group of its own, so that each signal reaches it once:
 * from here.
 */
async function ended(path: string, args: string[]): Promise<{status: number; signal: NodeJS.Signals | null}> {
  let child: ChildProcess | null = null;
  const send = (signal: NodeJS.Signals) => {
    try {
      if (child?.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // It has just ended.
    }
  };
  const listeners = new Map<NodeJS.Signals, () => void>(
    FORWARDED.map((signal) => [signal, () => send(signal)])
  );
  // What a terminal stops is this process; the program stops and goes on with it.
  listeners.set("SIGTSTP", () => {
    send("SIGSTOP");
    process.kill(process.pid, "SIGSTOP");
  });
  listeners.set("SIGCONT", () => send("SIGCONT"));
  // Before the program starts: it may ask for a signal at once.
  for (const [signal, listener] of listeners) process.on(signal, listener);
  const killed = () => send("SIGKILL");
  process.on("exit", killed);
  try {
    const started = spawn(path, args, {stdio: "inherit", detached: true});
    child = started;
    return await new Promise((resolve, reject) => {
      started.on("error", reject);
      started.on("exit", (status, signal) =>
        resolve({status: status ?? 128 + constants.signals[signal!], signal})
      );
    });
  } finally {
    child = null;
    process.off("exit", killed);
    for (const [signal, listener] of listeners) process.off(signal, listener);
  }
}
