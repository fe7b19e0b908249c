/// The simulated machine as something that runs a Python program: one for each profile in data/profiles.
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {findDesign} from "../runtime/designs/index.ts";
import {snapshotName} from "../runtime/machines/host/snapshot.ts";
import type {Client, ClientReport} from "../runtime/machines/simulated/clients.ts";
import type {SimulateOptions, SimulateResult} from "../runtime/machines/simulated/index.ts";
import type {Profile} from "../runtime/machines/simulated/profile.ts";
import {type Cell, cellColumns, programPath, type Repetition, type Row, UNDATED} from "./experiment.ts";
import {type Interpreter, lockOf} from "./interpreters.ts";
import {ROOT} from "./root.ts";
import {ProgramError} from "./runner.ts";
import {DESIGNS, type Design, type Lock} from "./schema.ts";
import {simulateApart} from "./simulation-pool.ts";

/// What `convoy calibrate` has written, one file for each interpreter: NAME.json with a name as `convoy interpreters` has it,
/// or convoy-DESIGN.json.
export const PROFILES = join(ROOT, "data", "profiles");

/// An interpreter as the simulated machine predicts it.
export interface Predicted extends Interpreter {
  machine: "simulated";
  design: Lock;
  profile: Profile;
}

/// All interpreters that there is a profile of and whose lock is a design of ours, by name.
export function findPredicted(folder = PROFILES): Predicted[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().flatMap((file) => predicted(folder, file.slice(0, -".json".length)));
}

function predicted(folder: string, subject: string): Predicted[] {
  const file = join(folder, `${subject}.json`);
  const [kind, version] = /^([a-z]+)-(.*)$/.exec(subject)?.slice(1) ?? [];
  const design = kind === "convoy" ? version : kind === "cpython" ? lockOf("CPython", version) : "";
  if (!DESIGNS.includes(design as Design)) return [];
  return [
    {
      machine: "simulated",
      design: design as Design,
      name: kind === "convoy" ? "convoy" : `${kind} ${version}`,
      version,
      profile: JSON.parse(readFileSync(file, "utf8")),
      command: (cores, seed) => [
        ...[process.execPath, join(ROOT, "bin", "convoy.js"), "run", "--machine", "simulated"],
        ...["--design", design, "--cores", `${cores}`, "--seed", `${seed}`, "--profile", file]
      ]
    }
  ];
}

export type Simulate = (options: SimulateOptions) => SimulateResult;

export async function theSimulator(): Promise<Simulate> {
  const {simulate} = (await import(join(ROOT, "build", "simulated.js"))) as {simulate: Simulate};
  return simulate;
}

/// The heap before any program, as the build left it for designs that count ticks, or do not.
export const heapFor = (design: string): Uint8Array => readFileSync(heapFile(design));

const heapFile = (design: string): string =>
  join(ROOT, "build", snapshotName(findDesign(design).weights !== null));

export const isPredicted = (interpreter: Interpreter): interpreter is Predicted =>
  interpreter.machine === "simulated";

/// The usage of arms, for which the simulated machine is not asked.
const UNUSED = {
  cpu_s: null,
  voluntary_switches: null,
  involuntary_switches: null,
  usage_of: "process"
} as const;

export interface Prediction {
  /// The columns that the rows of all arms have.
  common: Row;
  /// What the client saw, arm by arm.
  reports: ClientReport[];
  /// The lines of JSON that the program printed.
  lines: Record<string, unknown>[];
}

/// Virtual seconds after which a run is given up: under some designs a waiter never gets the lock.
const LIMIT_S = 30;

/// Runs one repetition of a cell on the simulated machine, with a client beside the program if there is one. Rejects with a
/// ProgramError when the run fails.
export async function predict(
  cell: Cell,
  {repetition, seed}: Pick<Repetition, "repetition" | "seed">,
  program: string,
  args: string[],
  client: Client | null
): Promise<Prediction> {
  const {design, profile} = cell.interpreter as Predicted;
  const {status, failure, metrics, output, errors} = await simulateApart({
    heap: heapFile(design),
    folder: programPath(""),
    options: {
      source: readFileSync(programPath(program), "utf8"),
      filename: program,
      argv: [program, ...args],
      design,
      cores: cell.cores,
      seed: seed % 2 ** 32,
      profile,
      limit_ns: LIMIT_S * 1e9,
      clients: client === null ? [] : [client]
    }
  });
  if (status !== 0 || failure !== null)
    throw new ProgramError(`failure on the simulated machine: ${program}\n${failure ?? errors}`);
  return {
    reports: metrics.clients,
    lines: output
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    common: {...cellColumns(cell), repetition, ...UNDATED, ...UNUSED, seed}
  };
}
