import {accessSync, constants, existsSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {constants as osConstants} from "node:os";
import {dirname, resolve} from "node:path";
import {parseArgs} from "node:util";
import type {Descriptor} from "../../runtime/designs/index.ts";
import {HEAP_PAGES_MAX} from "../../runtime/machines/host/memory.ts";
import {theLibc} from "../../runtime/machines/host/platform.ts";
import {snapshotName} from "../../runtime/machines/host/snapshot.ts";
import {type RunOptions, Supervisor} from "../../runtime/machines/host/supervisor.ts";
import {findMachine} from "../../runtime/machines/index.ts";
import type {Trace} from "../../runtime/trace/ring.ts";
import {traceWriter} from "../../runtime/trace/write.ts";
import {type Command, parse, refused, UsageError, wholeNumber} from "./command.ts";
import {isDesignFile, namedDesign} from "./design-name.ts";

const PAGE_KIB = 16;
/** The stacks of the main thread and a few others. */
const HEAP_MIB_MIN = 32;
const options = {
  design: {type: "string"},
  machine: {type: "string", default: "host"},
  cores: {type: "string"},
  seed: {type: "string"},
  "switch-interval": {type: "string"},
  "check-interval": {type: "string"},
  heap: {type: "string"},
  "check-heap": {type: "boolean"},
  scheduler: {type: "string"},
  profile: {type: "string"},
  pin: {type: "boolean"},
  limit: {type: "string"},
  client: {type: "string", multiple: true},
  json: {type: "string"},
  trace: {type: "string"}
} as const;

/** Options that not every machine has. */
const MACHINES_OF: Partial<Record<keyof typeof options, readonly string[]>> = {
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

const help = `convoy run [OPTIONS] FILE.py [ARGUMENTS]

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

/** Splits the arguments at the program's file: those before it are ours, those after it are the program's. */
function splitAtFile(args: string[]): {own: string[]; file: string; rest: string[]} {
  const {tokens} = parseArgs({args, options, strict: false, allowPositionals: true, tokens: true});
  const file = tokens.find((token) => token.kind === "positional");
  if (!file) {
    parse("run", args, options);
    throw new UsageError("missing program; give a Python file, such as convoy run count.py");
  }
  return {own: args.slice(0, file.index), file: args[file.index], rest: args.slice(file.index + 1)};
}

function seconds(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!(value > 0 && value < 2000))
    throw new UsageError(`invalid --${option}: ${text}; give seconds above 0 and below 2000`);
  return value;
}

function readProgram(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    const why =
      code === "ENOENT"
        ? "there is no such file"
        : code === "EISDIR"
          ? "it is a folder"
          : (error as Error).message;
    throw new UsageError(`cannot read the program ${file}: ${why}`);
  }
}

function checkWritable(option: string, file: string | undefined): void {
  if (file === undefined) return;
  const folder = dirname(resolve(file));
  try {
    accessSync(existsSync(file) ? file : folder, constants.W_OK);
  } catch {
    throw new UsageError(`cannot write --${option} ${file}: no permission, or no folder ${folder}`);
  }
  if (existsSync(file) && statSync(file).isDirectory())
    throw new UsageError(`cannot write --${option} ${file}: it is a folder`);
}

const existing = (file: URL): URL | null => (existsSync(file) ? file : null);

/** What every machine reports. */
interface Report {
  status: number;
  signal: NodeJS.Signals | null;
  failure: string | null;
  metrics: object;
  trace: Trace | null;
}

/** A program as it was asked for, whatever it runs on. */
interface Asked {
  values: ReturnType<typeof parsed>;
  file: string;
  rest: string[];
  switchInterval_us: number | null;
  checkInterval: number | null;
  trace: boolean;
}

const parsed = (own: string[]) => parse("run", own, options).values;

/** Ends this process at once, workers that stand by and all, as the program ended: by its signal or with its status. */
function leave({signal, status}: {signal: NodeJS.Signals | null; status: number}): never {
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

/** The machine, and behind a colon the interpreter. @throws UsageError, also for options that the machine does not have */
function machineOf(values: Asked["values"]): {machine: string; interpreter: string | null} {
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
    if (values[option as keyof typeof options] !== undefined && !machines.includes(machine))
      throw new UsageError(`--${option} is for --machine ${machines.join(" or ")}, not ${machine}`);
  return {machine, interpreter};
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** One of Convoy's designs, or that of a file, with the module that it is in. */
async function designFor(
  text: string,
  machine: "host" | "simulated"
): Promise<{descriptor: Descriptor; module: string | null; remove(): void}> {
  if (!isDesignFile(text)) return {descriptor: namedDesign(text), module: null, remove() {}};
  const {readDesignToRun} = await import("./design-file.ts");
  return readDesignToRun(text, machine, (warning) => process.stderr.write(`convoy: ${warning}\n`));
}

/** @throws UsageError if an interval was given that the design does not have */
function checkIntervals({name, ticks, switchInterval_us}: Descriptor, asked: Asked): void {
  if (asked.switchInterval_us !== null && switchInterval_us === 0)
    throw new UsageError(`--switch-interval does not apply to the design ${name}: it has none`);
  if (asked.checkInterval !== null && ticks === 0)
    throw new UsageError(`--check-interval does not apply to the design ${name}: it counts no ticks`);
}

/** On this computer's threads, or on the simulated machine. */
async function runOurs(machine: "host" | "simulated", asked: Asked): Promise<Report> {
  const {values, file, rest} = asked;
  const heap_mib = wholeNumber("heap", values.heap, HEAP_MIB_MIN);
  const source = readProgram(file);
  const {descriptor, module, remove} = await designFor(values.design ?? "timeout", machine);
  checkIntervals(descriptor, asked);
  // A heap as the build left it has the ticks of our own designs in its library's code.
  const stale = module !== null && descriptor.weights !== null;
  const common = {
    program: {source, filename: file, argv: [file, ...rest]},
    heap: stale ? null : existing(new URL(`./${snapshotName(descriptor.weights !== null)}`, import.meta.url)),
    switchInterval_us: asked.switchInterval_us,
    checkInterval: asked.checkInterval,
    trace: asked.trace,
    checkHeap: values["check-heap"] ?? false,
    pages: heap_mib === null ? null : Math.min(HEAP_PAGES_MAX, (heap_mib * 1024) / PAGE_KIB)
  };
  if (machine === "simulated") {
    remove();
    const {runSimulated} = await import("./run-simulated.ts");
    // The descriptors of ours that this module has are compiled for the host machine.
    return runSimulated({design: module === null ? descriptor.name : descriptor, ...common}, values);
  }
  const run: RunOptions = {
    ...common,
    design: module === null ? descriptor.name : {descriptor, module},
    worker: new URL("./worker.js", import.meta.url),
    runtime: new URL("./runtime.js", import.meta.url),
    cores: wholeNumber("cores", values.cores, 1),
    pages: common.pages ?? HEAP_PAGES_MAX
  };
  return new Supervisor(run).run().finally(remove);
}

async function runTheirs(interpreter: string | null, asked: Asked): Promise<Report> {
  const {values, file, rest: args, switchInterval_us, checkInterval} = asked;
  const {design = null} = values;
  if (design !== null && isDesignFile(design))
    throw new UsageError(
      `invalid --design: ${design}; a real interpreter has its own lock: leave --design out`
    );
  if (design !== null) namedDesign(design);
  readProgram(file);
  const {runNative} = await import("./run-native.ts");
  const cores = wholeNumber("cores", values.cores, 1);
  return runNative({interpreter, design, file, args, cores, switchInterval_us, checkInterval});
}

export const command: Command = {
  help,
  async run(args) {
    const {own, file, rest} = splitAtFile(args);
    const values = parsed(own);
    const {machine, interpreter} = machineOf(values);
    const interval_s = seconds("switch-interval", values["switch-interval"]);
    checkWritable("json", values.json);
    checkWritable("trace", values.trace);
    const writeTrace = values.trace === undefined ? null : traceWriter(values.trace);
    const asked: Asked = {
      values,
      file,
      rest,
      switchInterval_us: interval_s === null ? null : Math.max(1, Math.round(interval_s * 1e6)),
      checkInterval: wholeNumber("check-interval", values["check-interval"], 0),
      trace: writeTrace !== null
    };
    const result = await (machine === "native"
      ? runTheirs(interpreter, asked)
      : runOurs(machine as "host" | "simulated", asked));
    if (result.failure !== null) process.stderr.write(`convoy: ${result.failure}\n`);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result.metrics, null, 1)}\n`);
    if (writeTrace && result.trace) await writeTrace(values.trace!, result.trace);
    return leave(result);
  }
};
