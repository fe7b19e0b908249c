import {
  canPin,
  clockResolutionNs,
  stealMs
} from "./chunk-QISCOZIP.js";
import {
  findInterpreters
} from "./chunk-I44PBWKV.js";
import "./chunk-5FFENWPN.js";
import {
  thePlatform
} from "./chunk-5KRU3NHS.js";
import "./chunk-PC35SSNN.js";
import {
  parse
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/doctor.ts
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, freemem, loadavg, release, totalmem } from "node:os";
import { setTimeout as after } from "node:timers/promises";
var help = `convoy doctor [--json]

Says what this machine can and cannot measure: cores, pinning, clock, load, steal, governor, interpreters, browser.
For example:

  convoy doctor
`;
var OBSERVED_MS = 500;
var GOVERNOR = "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";
var MIB = 2 ** 20;
function node() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const old = major < 20 || major === 20 && minor < 11;
  return { subject: "node", found: process.version, advice: old ? "install Node 20.11 or later" : null };
}
function cores() {
  const usable = availableParallelism();
  const found = `${usable} usable of ${cpus().length}: ${cpus()[0]?.model.trim() || "unknown model"}`;
  const advice = usable < 2 ? "threads never run at once here: two cores are needed to see what a second one costs" : null;
  return { subject: "cores", found, advice };
}
function pinning() {
  return canPin ? { subject: "pinning", found: "yes: --cores keeps a run on so many cores", advice: null } : {
    subject: "pinning",
    found: "no",
    advice: "placement is the system's choice; repeat runs and look at their spread"
  };
}
function clock() {
  const resolution_ns = clockResolutionNs();
  const advice = resolution_ns > 1e3 ? "too coarse for single checks; only sums of many can be measured" : null;
  return { subject: "clock", found: `steps of ${resolution_ns} ns`, advice };
}
function load() {
  const now = loadavg()[0];
  const busy = now > 0.5;
  return {
    subject: "load",
    found: `${now.toFixed(2)} in the last minute`,
    advice: busy ? "something else is running: wall-clock figures will be worse than this machine can do" : null
  };
}
async function steal() {
  const before = stealMs();
  if (before === null) return { subject: "steal", found: "not counted by this system", advice: null };
  await after(OBSERVED_MS);
  const share = 100 * (stealMs() - before) / (OBSERVED_MS * availableParallelism());
  const advice = share > 1 ? "the hypervisor gives these cores to others: expect outliers" : null;
  return { subject: "steal", found: `${share.toFixed(1)} % of the last ${OBSERVED_MS} ms`, advice };
}
function governor() {
  if (!existsSync(GOVERNOR)) return { subject: "governor", found: "not visible", advice: null };
  const name = readFileSync(GOVERNOR, "utf8").trim();
  const advice = name === "performance" ? null : "the clock speed follows the load: warm up, or choose performance";
  return { subject: "governor", found: name, advice };
}
function memory() {
  const found = `${Math.round(freemem() / MIB)} MiB free of ${Math.round(totalmem() / MIB)}`;
  return {
    subject: "memory",
    found,
    advice: freemem() < 512 * MIB ? "a report's browser and database need about 512 MiB" : null
  };
}
function sharedMemory() {
  try {
    new WebAssembly.Memory({ initial: 32768, maximum: 32768, shared: true });
    return { subject: "shared memory", found: "yes: 2 GiB can be reserved", advice: null };
  } catch (error) {
    const advice = "no run is possible without a shared WebAssembly memory; lift the limit on address space";
    return { subject: "shared memory", found: `no: ${error.message}`, advice };
  }
}
async function interpreters() {
  const found = (await findInterpreters()).map(({ name }) => name);
  const advice = found.length > 0 ? null : "nothing to compare with; install a Python, or name one in CONVOY_PYTHONS";
  return { subject: "interpreters", found: found.join(", ") || "none", advice };
}
async function browser() {
  try {
    const { findBrowser } = await import("./browser-B6UVD4OX.js");
    const { path, origin } = await findBrowser();
    return {
      subject: "browser",
      found: `${path} (${origin === "npm" ? "from npm" : "installed"})`,
      advice: null
    };
  } catch (error) {
    return { subject: "browser", found: "none", advice: error.message };
  }
}
function system() {
  return { subject: "system", found: `${process.platform} ${release()} ${process.arch}`, advice: null };
}
async function examine() {
  const findings = [
    system(),
    node(),
    cores(),
    pinning(),
    clock(),
    load(),
    await steal(),
    governor(),
    memory()
  ];
  findings.push(sharedMemory(), await interpreters(), await browser());
  for (const missing of thePlatform().missing)
    findings.push({ subject: "platform", found: "limited", advice: missing });
  return findings;
}
var command = {
  help,
  async run(args) {
    const { values } = parse("doctor", args, { json: { type: "boolean" } });
    const findings = await examine();
    if (values.json) {
      process.stdout.write(`${JSON.stringify(findings, null, 1)}
`);
      return 0;
    }
    const width = Math.max(...findings.map(({ subject }) => subject.length));
    for (const { subject, found, advice } of findings) {
      process.stdout.write(`${subject.padEnd(width)}  ${found}
`);
      if (advice !== null) process.stdout.write(`${" ".repeat(width)}  ${advice}
`);
    }
    return 0;
  }
};
export {
  command
};
//# sourceMappingURL=doctor-UIIZVLU2.js.map
