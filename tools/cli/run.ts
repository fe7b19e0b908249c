import {existsSync, writeFileSync} from "node:fs";
import {constants as osConstants} from "node:os";
import type {Descriptor} from "../../runtime/designs/index.ts";
import {HEAP_PAGES_MAX} from "../../runtime/machines/host/memory.ts";
import {theLibc} from "../../runtime/machines/host/platform.ts";
import {snapshotName} from "../../runtime/machines/host/snapshot.ts";
import {type RunOptions, Supervisor} from "../../runtime/machines/host/supervisor.ts";
import type {Trace} from "../../runtime/trace/ring.ts";
import {traceWriter} from "../../runtime/trace/write.ts";
import {type Command, UsageError, wholeNumber} from "./command.ts";
import {isDesignFile, namedDesign} from "./design-name.ts";
import {checkWritable, readProgram} from "./files.ts";
import {type Given, help, machineOf, parsed, seconds, splitAtFile} from "./run-options.ts";

const PAGE_KIB = 16;
/** The stacks of the main thread and a few others. */
const HEAP_MIB_MIN = 32;
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
  values: Given;
  file: string;
  rest: string[];
  switchInterval_us: number | null;
  checkInterval: number | null;
  trace: boolean;
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
