import {accessSync, constants, existsSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {constants as osConstants} from "node:os";
import {dirname, resolve} from "node:path";
import {parseArgs} from "node:util";
import {findDesign} from "../../runtime/designs/index.ts";
import {HEAP_PAGES_MAX} from "../../runtime/machines/host/memory.ts";
import {theLibc} from "../../runtime/machines/host/platform.ts";
import {snapshotName} from "../../runtime/machines/host/snapshot.ts";
import {type RunOptions, Supervisor} from "../../runtime/machines/host/supervisor.ts";
import {findMachine} from "../../runtime/machines/index.ts";
import type {Trace} from "../../runtime/trace/ring.ts";
import {traceWriter} from "../../runtime/trace/write.ts";
import {type Command, parse, UsageError, wholeNumber} from "./command.ts";
import {runSimulated} from "./run-simulated.ts";

const PAGE_KIB = 16;
/** The stacks of the main thread and a few others. */
const HEAP_MIB_MIN = 32;
const SIMULATED_ONLY = ["scheduler", "profile", "pin", "limit", "client"] as const;
const options = {
  design: {type: "string", default: "timeout"},
  machine: {type: "string", default: "host"},
  cores: {type: "string"},
  seed: {type: "string"},
  "switch-interval": {type: "string"},
  "check-interval": {type: "string"},
  heap: {type: "string"},
  "check-heap": {type: "boolean", default: false},
  scheduler: {type: "string"},
  profile: {type: "string"},
  pin: {type: "boolean"},
  limit: {type: "string"},
  client: {type: "string", multiple: true},
  json: {type: "string"},
  trace: {type: "string"}
} as const;

const help = `convoy run [OPTIONS] FILE.py [ARGUMENTS]

Runs a Python program. Its output is the standard output, its exit status the exit status.

  --design NAME         the interpreter lock (default timeout); convoy list shows them
  --machine NAME        what the threads run on (default host)
  --cores N             host: pin the whole process to N cores; simulated: so many virtual cores, 1 to 1024 (default 2)
  --seed N              simulated: what chance begins with (default 1)
  --scheduler NAME      simulated: how the cores are shared (default fair); convoy list shows them
  --profile FILE        simulated: what everything costs, as convoy calibrate writes it
  --pin                 simulated: each thread stays on a core
  --limit S             simulated: end after so many virtual seconds
  --client NAME[:N]     simulated: a process beside the program: echo (asks for N ms an arm), signals (sends N an arm)
  --switch-interval S   seconds before a waiting thread asks for the lock (design timeout)
  --check-interval N    ticks between offers of the lock (tick designs)
  --heap MIB            most memory for Python objects, at least 32
  --check-heap          check all objects after the run, and say what is wrong with them
  --json FILE           write what was measured, for each thread
  --trace FILE          write what happened to the lock; by its ending .csv, .parquet, or .json for ui.perfetto.dev

For example:

  convoy run --design tick --cores 2 --trace trace.json count.py 1000000
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

/** What both machines report. */
interface Report {
  failure: string | null;
  metrics: object;
  trace: Trace | null;
}

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

export const command: Command = {
  help,
  async run(args) {
    const {own, file, rest} = splitAtFile(args);
    const {values} = parse("run", own, options);
    const design = findDesign(values.design);
    const machine = findMachine(values.machine);
    const interval_s = seconds("switch-interval", values["switch-interval"]);
    const heap_mib = wholeNumber("heap", values.heap, HEAP_MIB_MIN);
    checkWritable("json", values.json);
    checkWritable("trace", values.trace);
    const writeTrace = values.trace === undefined ? null : traceWriter(values.trace);
    const common = {
      program: {source: readProgram(file), filename: file, argv: [file, ...rest]},
      heap: existing(new URL(`./${snapshotName(design.weights !== null)}`, import.meta.url)),
      switchInterval_us: interval_s === null ? null : Math.max(1, Math.round(interval_s * 1e6)),
      checkInterval: wholeNumber("check-interval", values["check-interval"], 0),
      trace: writeTrace !== null,
      checkHeap: values["check-heap"],
      pages: heap_mib === null ? null : Math.min(HEAP_PAGES_MAX, (heap_mib * 1024) / PAGE_KIB)
    };
    const report = async ({failure, metrics, trace}: Report) => {
      if (failure !== null) process.stderr.write(`convoy: ${failure}\n`);
      if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(metrics, null, 1)}\n`);
      if (writeTrace && trace) await writeTrace(values.trace!, trace);
    };
    if (machine.name === "simulated") {
      const result = await runSimulated({design: design.name, ...common}, values);
      await report(result);
      return leave(result);
    }
    for (const option of SIMULATED_ONLY)
      if (values[option] !== undefined)
        throw new UsageError(`--${option} is for --machine simulated, not ${machine.name}`);
    const run: RunOptions = {
      ...common,
      design: design.name,
      worker: new URL("./worker.js", import.meta.url),
      runtime: new URL("./runtime.js", import.meta.url),
      cores: wholeNumber("cores", values.cores, 1),
      pages: common.pages ?? HEAP_PAGES_MAX
    };
    const result = await new Supervisor(run).run();
    await report(result);
    return leave(result);
  }
};
