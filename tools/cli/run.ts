import {accessSync, constants, existsSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {constants as osConstants} from "node:os";
import {dirname, resolve} from "node:path";
import {parseArgs} from "node:util";
import {findDesign} from "../../runtime/designs/index.ts";
import {HEAP_PAGES_MAX} from "../../runtime/machines/host/memory.ts";
import {theLibc} from "../../runtime/machines/host/platform.ts";
import {snapshotName} from "../../runtime/machines/host/snapshot.ts";
import {type RunOptions, type RunResult, Supervisor} from "../../runtime/machines/host/supervisor.ts";
import {findMachine} from "../../runtime/machines/index.ts";
import {traceWriter} from "../../runtime/trace/write.ts";
import {type Command, parse, UsageError, wholeNumber} from "./command.ts";

const PAGE_KIB = 16;
/** The stacks of the main thread and a few others. */
const HEAP_MIB_MIN = 32;
const options = {
  design: {type: "string", default: "timeout"},
  machine: {type: "string", default: "host"},
  cores: {type: "string"},
  seed: {type: "string"},
  "switch-interval": {type: "string"},
  "check-interval": {type: "string"},
  heap: {type: "string"},
  "check-heap": {type: "boolean", default: false},
  json: {type: "string"},
  trace: {type: "string"}
} as const;

const help = `convoy run [OPTIONS] FILE.py [ARGUMENTS]

Runs a Python program. Its output is the standard output, its exit status the exit status.

  --design NAME         the interpreter lock (default timeout); convoy list shows them
  --machine NAME        what the threads run on (default host)
  --cores N             pin the whole process to N cores
  --seed N              seed of the machine, for those that draw numbers; host does not
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

/** Ends this process at once, workers that stand by and all, as the program ended: by its signal or with its status. */
function leave({signal, status}: RunResult): never {
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
    findMachine(values.machine);
    const interval_s = seconds("switch-interval", values["switch-interval"]);
    const heap_mib = wholeNumber("heap", values.heap, HEAP_MIB_MIN);
    wholeNumber("seed", values.seed, 0);
    checkWritable("json", values.json);
    checkWritable("trace", values.trace);
    const writeTrace = values.trace === undefined ? null : traceWriter(values.trace);
    const run: RunOptions = {
      design: design.name,
      program: {source: readProgram(file), filename: file, argv: [file, ...rest]},
      worker: new URL("./worker.js", import.meta.url),
      runtime: new URL("./runtime.js", import.meta.url),
      heap: existing(new URL(`./${snapshotName(design.weights !== null)}`, import.meta.url)),
      cores: wholeNumber("cores", values.cores, 1),
      switchInterval_us: interval_s === null ? null : Math.max(1, Math.round(interval_s * 1e6)),
      checkInterval: wholeNumber("check-interval", values["check-interval"], 0),
      trace: writeTrace !== null,
      checkHeap: values["check-heap"],
      pages: Math.min(HEAP_PAGES_MAX, heap_mib === null ? HEAP_PAGES_MAX : (heap_mib * 1024) / PAGE_KIB)
    };
    const result = await new Supervisor(run).run();
    if (result.failure !== null) process.stderr.write(`convoy: ${result.failure}\n`);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result.metrics, null, 1)}\n`);
    if (writeTrace && result.trace) await writeTrace(values.trace!, result.trace);
    return leave(result);
  }
};
