/// What this computer says of itself and of the processes that we start. Everything that differs by platform is here.
import {readFileSync} from "node:fs";
import {availableParallelism, cpus, loadavg} from "node:os";
import koffi from "koffi";

const linux = process.platform === "linux";
const libc = openLibc();
const getrusage = libc?.func("int getrusage(int who, _Out_ int64_t *usage)");
const setAffinity = linux
  ? libc?.func("int sched_setaffinity(int pid, size_t size, const uint8_t *mask)")
  : undefined;
const getAffinity = linux
  ? libc?.func("int sched_getaffinity(int pid, size_t size, _Out_ uint8_t *mask)")
  : undefined;

function openLibc(): ReturnType<typeof koffi.load> | null {
  const name = {linux: "libc.so.6", darwin: "libSystem.B.dylib"}[process.platform as string];
  try {
    return name === undefined ? null : koffi.load(name);
  } catch {
    return null;
  }
}

export const CORES = availableParallelism();
/// Whether a process can be kept on one core.
export const canPin = setAffinity !== undefined;

export const load1m = (): number => Math.round(loadavg()[0] * 100) / 100;
export const cpuModel = (): string => cpus()[0]?.model.trim() || "unknown";

export interface Usage {
  cpu_s: number;
  voluntary_switches: number;
  involuntary_switches: number;
}

const RUSAGE_CHILDREN = -1;

/// What all our children that have ended used so far; null where the system does not tell.
export function childrenUsage(): Usage | null {
  if (!getrusage) return null;
  // struct rusage: two timevals, then 14 longs of which the last two are the switches.
  const usage = Array<number>(18).fill(0);
  if (getrusage(RUSAGE_CHILDREN, usage) !== 0) return null;
  const seconds = (at: number) => usage[at] + (linux ? usage[at + 1] : usage[at + 1] & 0xffffffff) / 1e6;
  return {cpu_s: seconds(0) + seconds(2), voluntary_switches: usage[16], involuntary_switches: usage[17]};
}

/// Runs `start` on the first of the cores that we may use; a process that it starts stays there. Linux only.
export function onOneCore<T>(start: () => T): T {
  if (!setAffinity || !getAffinity)
    throw new Error(`cannot keep a process on one core on ${process.platform}`);
  const allowed = new Uint8Array(128);
  if (getAffinity(0, allowed.length, allowed) < 0) throw new Error("cannot read the cores of this process");
  const one = new Uint8Array(128);
  const at = allowed.findIndex((byte) => byte !== 0);
  one[at] = allowed[at] & -allowed[at];
  if (setAffinity(0, one.length, one) !== 0) throw new Error("cannot keep a process on one core");
  try {
    return start();
  } finally {
    setAffinity(0, allowed.length, allowed);
  }
}

/// Milliseconds that the hypervisor has taken from all cores together since the start; null where it is not counted.
export function stealMs(): number | null {
  if (!linux) return null;
  // user nice system idle iowait irq softirq steal, in hundredths of a second
  const fields = readFileSync("/proc/stat", "utf8").split("\n")[0].trim().split(/\s+/);
  return Number(fields[8]) * 10;
}

/// The smallest step of the clock that was seen, in nanoseconds.
export function clockResolutionNs(): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2000; i++) {
    const begin = process.hrtime.bigint();
    let now = process.hrtime.bigint();
    while (now === begin) now = process.hrtime.bigint();
    least = Math.min(least, Number(now - begin));
  }
  return least;
}
