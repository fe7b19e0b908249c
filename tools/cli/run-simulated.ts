/** `convoy run --machine simulated`: what the simulated machine needs of this computer. */
import {readFileSync, writeSync} from "node:fs";
import {constants} from "node:os";
import {deflateSync} from "node:zlib";
import type {Descriptor} from "../../runtime/designs/index.ts";
import type {RunOptions} from "../../runtime/machines/host/supervisor.ts";
import {inflate} from "../../runtime/machines/host/zlib.ts";
import type {Client, ClientReport} from "../../runtime/machines/simulated/clients.ts";
import type {Profile} from "../../runtime/machines/simulated/profile.ts";
import type {SimulateResult} from "../../runtime/machines/simulated/simulate.ts";
import {UsageError, wholeNumber} from "./command.ts";
import {listProfiles, profileFile} from "./profiles.ts";

/** The machine, from the module that the build emits beside this one. */
const simulatedMachine = (): Promise<typeof import("../../runtime/machines/simulated/index.ts")> =>
  import(new URL("./simulated.js", import.meta.url).href);

type Common = Pick<
  RunOptions,
  "program" | "heap" | "switchInterval_us" | "checkInterval" | "trace" | "checkHeap"
> & {design: string | Descriptor; pages: number | null};

/** Options of the command line that only this machine has, as they were given. */
interface Given {
  cores?: string;
  seed?: string;
  scheduler?: string;
  profile?: string;
  pin?: boolean;
  limit?: string;
  client?: string[];
}

const CORES_MAX = 1024;
const SEED_MAX = 2 ** 32 - 1;
const CORES_DEFAULT = 2;
const SEED_DEFAULT = 1;
const NS = 1e9;

function atMost(option: string, value: number | null, most: number): number | null {
  if (value !== null && value > most)
    throw new UsageError(`invalid --${option}: ${value}; give a whole number up to ${most}`);
  return value;
}

const CLIENTS: Record<string, (number: number | undefined) => Client> = {
  echo: (ask_ms) => ({kind: "echo", ask_ms}),
  signals: (signals) => ({kind: "signals", signals})
};

/** A client by its name, and a number behind a colon. @throws UsageError */
function client(text: string): Client {
  const [name, number] = text.split(":");
  if (!Object.hasOwn(CLIENTS, name))
    throw new UsageError(`unknown client: ${name}; known clients: ${Object.keys(CLIENTS).join(", ")}`);
  return CLIENTS[name](wholeNumber("client", number, 1) ?? undefined);
}

function readProfile(name: string, check: (value: unknown, source: string) => Profile): Profile {
  const file = profileFile(name);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const known = listProfiles().map((profile) => profile.name);
    throw new UsageError(
      `cannot read the profile ${file}: ${(error as Error).message}; known by name: ${known.join(", ")}`
    );
  }
  try {
    return check(JSON.parse(text), file);
  } catch (error) {
    throw new UsageError(
      error instanceof SyntaxError
        ? `no JSON in the profile ${file}: ${error.message}`
        : (error as Error).message
    );
  }
}

function readSource(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Writes all of `bytes`, however slowly they are read. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
    }
  }
}

/** What a client saw in an arm, in a line. */
function inWords({client, spinners, latencies_ns, lost, duration_ns}: ClientReport): string {
  const sorted = [...latencies_ns].sort((a, b) => a - b);
  const us = (p: number) =>
    sorted.length === 0
      ? "-"
      : (sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] / 1000).toFixed(1);
  const rate = client === "echo" ? `, ${((sorted.length / duration_ns) * NS).toFixed(0)}/s` : "";
  return `convoy: ${client} client, ${spinners} spinning: ${sorted.length} answered${rate}, p50 ${us(0.5)} us, p99 ${us(0.99)} us, ${lost} lost\n`;
}

/** What nobody measured, in a line. */
function warn({metrics: {unmeasured_costs: names, profile}}: SimulateResult): void {
  if (names.length === 0) return;
  const shown = names.slice(0, 3).join(", ") + (names.length > 3 ? ", ..." : "");
  process.stderr.write(
    `convoy: simulated with the profile ${profile}: ${names.length} of its costs nobody measured (${shown})\n`
  );
}

/** Runs the program to its end. @throws UsageError */
export async function runSimulated(common: Common, given: Given) {
  const machine = await simulatedMachine();
  const limit_s = given.limit === undefined ? null : Number(given.limit);
  if (limit_s !== null && !(limit_s > 0 && limit_s < 1e6))
    throw new UsageError(`invalid --limit: ${given.limit}; give seconds above 0 and below 1000000`);
  const {program, heap, pages, ...rest} = common;
  const result = machine.simulate({
    ...rest,
    ...program,
    cores: atMost("cores", wholeNumber("cores", given.cores, 1), CORES_MAX) ?? CORES_DEFAULT,
    seed: atMost("seed", wholeNumber("seed", given.seed, 0), SEED_MAX) ?? SEED_DEFAULT,
    scheduler: given.scheduler,
    pin: given.pin,
    profile: given.profile === undefined ? undefined : readProfile(given.profile, machine.checkProfile),
    limit_ns: limit_s === null ? undefined : Math.round(limit_s * NS),
    pages: pages ?? undefined,
    heap: heap === null ? null : readFileSync(heap),
    clients: given.client?.map(client),
    readSource,
    zlib: {deflate: (bytes, level) => deflateSync(bytes, {level}), inflate},
    write: writeAll
  });
  for (const report of result.metrics.clients) process.stderr.write(inWords(report));
  warn(result);
  const [signal = null] =
    Object.entries(constants.signals).find(([, number]) => number === result.signal) ?? [];
  return {...result, signal: signal as NodeJS.Signals | null};
}
