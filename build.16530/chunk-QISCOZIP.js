// loaders/system.ts
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import koffi from "koffi";
var linux = process.platform === "linux";
var libc = openLibc();
var getrusage = libc?.func("int getrusage(int who, _Out_ int64_t *usage)");
var setAffinity = linux ? libc?.func("int sched_setaffinity(int pid, size_t size, const uint8_t *mask)") : void 0;
var getAffinity = linux ? libc?.func("int sched_getaffinity(int pid, size_t size, _Out_ uint8_t *mask)") : void 0;
function openLibc() {
  const name = { linux: "libc.so.6", darwin: "libSystem.B.dylib" }[process.platform];
  try {
    return name === void 0 ? null : koffi.load(name);
  } catch {
    return null;
  }
}
var CORES = availableParallelism();
var canPin = setAffinity !== void 0;
var RUSAGE_CHILDREN = -1;
function childrenUsage() {
  if (!getrusage) return null;
  const usage = Array(18).fill(0);
  if (getrusage(RUSAGE_CHILDREN, usage) !== 0) return null;
  const seconds = (at) => usage[at] + (linux ? usage[at + 1] : usage[at + 1] & 4294967295) / 1e6;
  return { cpu_s: seconds(0) + seconds(2), voluntary_switches: usage[16], involuntary_switches: usage[17] };
}
function stealMs() {
  if (!linux) return null;
  const fields = readFileSync("/proc/stat", "utf8").split("\n")[0].trim().split(/\s+/);
  return Number(fields[8]) * 10;
}
function clockResolutionNs() {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2e3; i++) {
    const begin = process.hrtime.bigint();
    let now = process.hrtime.bigint();
    while (now === begin) now = process.hrtime.bigint();
    least = Math.min(least, Number(now - begin));
  }
  return least;
}

export {
  canPin,
  childrenUsage,
  stealMs,
  clockResolutionNs
};
//# sourceMappingURL=chunk-QISCOZIP.js.map
