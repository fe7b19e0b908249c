/** What `convoy run` can be given, and which machine takes what. */
import {parseArgs} from "node:util";
import {findMachine} from "../../runtime/machines/index.ts";
import {parse, refused, UsageError} from "./command.ts";

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

export const help = `convoy run [OPTIONS] FILE.py [ARGUMENTS]

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
export function splitAtFile(args: string[]): {own: string[]; file: string; rest: string[]} {
  const {tokens} = parseArgs({args, options, strict: false, allowPositionals: true, tokens: true});
  const file = tokens.find((token) => token.kind === "positional");
  if (!file) {
    parse("run", args, options);
    throw new UsageError("missing program; give a Python file, such as convoy run count.py");
  }
  return {own: args.slice(0, file.index), file: args[file.index], rest: args.slice(file.index + 1)};
}

/** Seconds of an option, or null when it was not given. @throws UsageError */
export function seconds(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!(value > 0 && value < 2000))
    throw new UsageError(`invalid --${option}: ${text}; give seconds above 0 and below 2000`);
  return value;
}

/** @throws UsageError at an argument that is none of these options */
export const parsed = (own: string[]) => parse("run", own, options).values;

/** The options as they were given. */
export type Given = ReturnType<typeof parsed>;

/** The machine, and behind a colon the interpreter. @throws UsageError, also for options that the machine does not have */
export function machineOf(values: Given): {machine: string; interpreter: string | null} {
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
