import {
  ROOT
} from "./chunk-5FFENWPN.js";

// loaders/interpreters.ts
import { execFile } from "node:child_process";
import { accessSync, constants, readdirSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { promisify } from "node:util";

// loaders/schema.ts
var EXPERIMENTS = ["contention", "io-priority", "signal-latency"];
var WORKLOAD_DATASETS = ["workloads", "workloads-simulated"];
var DATASETS = [...EXPERIMENTS, ...WORKLOAD_DATASETS];
var MACHINES = ["host", "native", "simulated"];
var DESIGNS = ["tick", "tick-condition", "timeout"];
var ALL_DESIGNS = [
  ...DESIGNS,
  "timeout-before-3.9",
  "timeout-without-forced-switching",
  "timeout-with-priority-requests",
  "backport-2.7",
  "priority",
  "interactive",
  "bfs",
  "no-release-when-ready",
  "priority-no-release",
  "interactive-no-release",
  "roundrobin",
  "levels",
  "fair",
  "holy",
  "pypy",
  "turns"
];
var LOCKS = [...ALL_DESIGNS, "free-threaded", "jython"];
var CELL = [
  { name: "cell", type: "string", unit: "", description: "Name of the cell, unique in its dataset" },
  {
    name: "machine",
    type: "string",
    unit: "",
    values: MACHINES,
    description: "host: Convoy on real threads; native: a real interpreter found on the same computer; simulated: a prediction of one"
  },
  {
    name: "design",
    type: "string",
    unit: "",
    values: LOCKS,
    description: "The lock: the design that Convoy ran, or what this version of the interpreter has"
  },
  {
    name: "interpreter",
    type: "string",
    unit: "",
    description: "Name and version, as in cpython 3.11.7 or convoy 0.1.0"
  },
  {
    name: "cores",
    type: "integer",
    unit: "cores",
    description: "Processor cores that the process was allowed to use"
  }
];
var REPETITION = [
  { name: "repetition", type: "integer", unit: "", description: "Number of the process restart, from 1" }
];
var INTERVALS = [
  {
    name: "interval_ms",
    type: "number",
    unit: "ms",
    nullable: true,
    description: "Switch interval under timeout; empty under the other designs"
  },
  {
    name: "check_interval_ticks",
    type: "integer",
    unit: "ticks",
    nullable: true,
    description: "Check interval under tick and tick-condition; empty under timeout"
  }
];
var PLACE = [
  { name: "order", type: "integer", unit: "", description: "Place of this arm in its process, from 1" },
  { name: "started_at", type: "datetime", unit: "", description: "When the process was started, UTC" }
];
var USAGE = [
  { name: "cpu_s", type: "number", unit: "s", nullable: true, description: "User and system CPU time used" },
  {
    name: "voluntary_switches",
    type: "integer",
    unit: "switches",
    nullable: true,
    description: "Context switches because a thread waited"
  },
  {
    name: "involuntary_switches",
    type: "integer",
    unit: "switches",
    nullable: true,
    description: "Context switches because the system took the core away"
  },
  {
    name: "usage_of",
    type: "string",
    unit: "",
    values: ["arm", "process"],
    description: "What cpu_s and the switches cover: this arm, or all arms and the start of its process"
  }
];
var CIRCUMSTANCES = [
  {
    name: "load_1m",
    type: "number",
    unit: "",
    description: "Load average over one minute when the process was started"
  },
  {
    name: "steal_ms",
    type: "number",
    unit: "ms",
    nullable: true,
    description: "Time that the hypervisor took from all cores together while the process ran"
  },
  {
    name: "seed",
    type: "integer",
    unit: "",
    description: "Seed of this repetition: order of the arms and gaps between signals"
  }
];
var CONTEXT = [...PLACE, ...USAGE, ...CIRCUMSTANCES];
var SPINNERS = [
  {
    name: "spinners",
    type: "integer",
    unit: "threads",
    description: "Spinning threads beside the one that is measured"
  }
];
var MAIN = [
  {
    name: "main",
    type: "string",
    unit: "",
    values: ["busy", "sleeping", "joining"],
    description: "What the main thread does when the signal comes: counts, sleeps, or joins another thread"
  }
];
var CONTENTION_ROWS = [
  ...CELL,
  ...INTERVALS,
  {
    name: "work",
    type: "string",
    unit: "",
    values: ["fixed", "split"],
    description: "fixed: each thread counts down all of `iterations` (2009); split: the threads share it (2010)"
  },
  {
    name: "mode",
    type: "string",
    unit: "",
    values: ["sequential", "threaded"],
    description: "sequential: the main thread counts alone; threaded: all threads count at once"
  },
  { name: "threads", type: "integer", unit: "threads", description: "Counting threads; 1 when sequential" },
  ...REPETITION,
  {
    name: "iterations",
    type: "integer",
    unit: "iterations",
    description: "Size of the count, calibrated for each interpreter"
  },
  {
    name: "iterations_total",
    type: "integer",
    unit: "iterations",
    description: "Iterations of all counts of this arm together"
  },
  {
    name: "wall_s",
    type: "number",
    unit: "s",
    description: "From the start signal to the end of the last thread"
  },
  { name: "wall_ns_per_iteration", type: "number", unit: "ns", description: "wall_s over iterations_total" },
  {
    name: "slowdown_ratio",
    type: "number",
    unit: "",
    description: "wall_ns_per_iteration over that of the sequential arm of the same process; 1 when sequential"
  },
  {
    name: "check_ns",
    type: "number",
    unit: "ns",
    description: "Time between two checks of the lock in this process's sequential arm: check interval + 1 ticks under tick, one turn of the loop under timeout"
  },
  {
    name: "start_ms",
    type: "number",
    unit: "ms",
    nullable: true,
    description: "Time to start all of this process's threads, once, before the first arm; not part of wall_s"
  },
  ...CONTEXT
];
var IO_PRIORITY_ROWS = [
  ...CELL,
  ...INTERVALS,
  ...SPINNERS,
  ...REPETITION,
  { name: "duration_s", type: "number", unit: "s", description: "Time during which the client asked" },
  { name: "requests", type: "integer", unit: "requests", description: "Requests that were answered" },
  {
    name: "lost",
    type: "integer",
    unit: "requests",
    description: "Requests without an answer within timeout_ms"
  },
  { name: "timeout_ms", type: "number", unit: "ms", description: "How long the client waits for one answer" },
  { name: "requests_per_s", type: "number", unit: "requests/s", description: "requests over duration_s" },
  {
    name: "latency_us_p50",
    type: "number",
    unit: "us",
    nullable: true,
    description: "Median round trip of answered requests"
  },
  {
    name: "latency_us_p90",
    type: "number",
    unit: "us",
    nullable: true,
    description: "90th percentile of the round trip"
  },
  {
    name: "latency_us_p99",
    type: "number",
    unit: "us",
    nullable: true,
    description: "99th percentile of the round trip"
  },
  {
    name: "latency_us_max",
    type: "number",
    unit: "us",
    nullable: true,
    description: "Longest round trip of an answered request"
  },
  ...CONTEXT
];
var IO_PRIORITY_LATENCIES = [
  ...CELL,
  ...INTERVALS,
  ...SPINNERS,
  ...REPETITION,
  {
    name: "latency_us",
    type: "number",
    unit: "us",
    description: "Round trip seen by the client, lower edge of a bin 2 % wide"
  },
  {
    name: "requests",
    type: "integer",
    unit: "requests",
    description: "Answered requests in this bin: the weight of the row"
  }
];
var SIGNAL_LATENCY_ROWS = [
  ...CELL,
  ...INTERVALS,
  ...MAIN,
  ...SPINNERS,
  ...REPETITION,
  {
    name: "signals",
    type: "integer",
    unit: "signals",
    description: "Signals sent; an arm ends at the first that does not arrive"
  },
  {
    name: "censored",
    type: "integer",
    unit: "signals",
    description: "Signals whose handler had not run after cap_ms"
  },
  { name: "cap_ms", type: "number", unit: "ms", description: "How long a handler was waited for" },
  {
    name: "latency_us_p50",
    type: "number",
    unit: "us",
    nullable: true,
    description: "Median delay; empty when half or more of the signals are censored"
  },
  {
    name: "latency_us_p90",
    type: "number",
    unit: "us",
    nullable: true,
    description: "90th percentile of the delay; empty when a tenth or more of the signals are censored"
  },
  {
    name: "latency_us_max",
    type: "number",
    unit: "us",
    nullable: true,
    description: "Longest delay of a signal that arrived"
  },
  {
    name: "method",
    type: "string",
    unit: "",
    values: ["monotonic", "realtime"],
    description: "Clock that the handler read: the sender's own monotonic clock, or the time of day mapped onto it"
  },
  {
    name: "clock_error_us",
    type: "number",
    unit: "us",
    description: "Largest disagreement of the two clocks that was seen in this process; 0 for monotonic"
  },
  ...CONTEXT
];
var SIGNAL_LATENCY_LATENCIES = [
  ...CELL,
  ...INTERVALS,
  ...MAIN,
  ...SPINNERS,
  ...REPETITION,
  { name: "signal", type: "integer", unit: "", description: "Number of the signal in its arm, from 1" },
  {
    name: "latency_us",
    type: "number",
    unit: "us",
    description: "From just before kill() in the sender to the first bytecode of the handler; cap when censored"
  },
  {
    name: "censored",
    type: "boolean",
    unit: "",
    description: "True when the handler had not run after latency_us"
  }
];
var WORKLOAD = [
  { name: "workload", type: "string", unit: "", description: "Name of the workload, as in loaders/workloads" },
  {
    name: "variant",
    type: "string",
    unit: "",
    description: "Which form of the workload; loaders/workloads says what each does"
  }
];
var THREADS = [
  {
    name: "threads",
    type: "integer",
    unit: "threads",
    description: "The number that is swept: computing threads, or threads beside the one that is measured"
  }
];
var METRIC = [
  { name: "metric", type: "string", unit: "", description: "What was measured, its unit last in the name" },
  { name: "unit", type: "string", unit: "", description: "Unit of the value" }
];
var WORKLOAD_ROWS = [
  ...CELL,
  ...WORKLOAD,
  ...THREADS,
  ...INTERVALS,
  ...REPETITION,
  ...METRIC,
  {
    name: "value",
    type: "number",
    unit: "",
    nullable: true,
    description: "Empty where there was nothing to measure, as the latency of requests that were never answered"
  },
  ...PLACE,
  ...CIRCUMSTANCES
];
var WORKLOAD_MISSING = [
  ...CELL,
  ...WORKLOAD,
  ...REPETITION,
  {
    name: "reason",
    type: "string",
    unit: "",
    description: "Why: what the interpreter lacks, or how its process failed"
  }
];
var ESTIMATE = [
  {
    name: "estimate",
    type: "number",
    unit: "",
    nullable: true,
    description: "Median over repetitions; of a latency or arrived_share, over all repetitions together; null beyond the cap"
  },
  { name: "low", type: "number", unit: "", nullable: true, description: "Lower end of the interval" },
  {
    name: "high",
    type: "number",
    unit: "",
    nullable: true,
    description: "Upper end of the interval; null when it lies beyond the cap"
  },
  {
    name: "level",
    type: "number",
    unit: "",
    description: "Confidence level of the interval: 0.95, or less when the repetitions are too few for it"
  },
  { name: "repetitions", type: "integer", unit: "", description: "Process restarts behind the estimate" }
];
var SUMMARY = [
  ...CELL,
  {
    name: "work",
    type: "string",
    unit: "",
    nullable: true,
    values: ["fixed", "split"],
    description: "As in contention"
  },
  {
    name: "threads",
    type: "integer",
    unit: "threads",
    nullable: true,
    description: "Counting threads; 1 is the sequential arm"
  },
  {
    name: "main",
    type: "string",
    unit: "",
    nullable: true,
    values: ["busy", "sleeping", "joining"],
    description: "As in signal-latency"
  },
  {
    name: "spinners",
    type: "integer",
    unit: "threads",
    nullable: true,
    description: "As in io-priority and signal-latency"
  },
  ...INTERVALS,
  {
    name: "metric",
    type: "string",
    unit: "",
    description: "What is estimated; the metrics of each dataset are listed in loaders/schema.ts"
  },
  { name: "unit", type: "string", unit: "", description: "Unit of estimate, low and high" },
  ...ESTIMATE
];
var WORKLOAD_SUMMARY = [
  ...CELL,
  ...WORKLOAD,
  ...THREADS,
  ...INTERVALS,
  {
    name: "metric",
    type: "string",
    unit: "",
    description: "What is estimated: a metric of the rows, or a ratio"
  },
  { name: "unit", type: "string", unit: "", description: "Unit of estimate, low and high" },
  ...ESTIMATE
];

// loaders/interpreters.ts
var run = promisify(execFile);
var QUESTION = `
import json, platform, sys
try:
    import sysconfig
    get = sysconfig.get_config_var
except ImportError:
    get = lambda name: None
pypy = getattr(sys, "pypy_version_info", None)
gil = getattr(sys, "_is_gil_enabled", None)
print(json.dumps({
    "implementation": platform.python_implementation(),
    "python": platform.python_version(),
    "version": pypy and "%d.%d.%d" % tuple(pypy)[:3] or platform.python_version(),
    "executable": sys.executable and str(sys.executable),
    "free": bool(get("Py_GIL_DISABLED")),
    "gil": gil is None or bool(gil()),
    "build": "%s %s" % (platform.python_compiler(), get("CONFIG_ARGS") or ""),
}))
`;
async function findInterpreters(env = process.env, say = () => {
}) {
  const found = [];
  const silent = (file) => {
    if (env.CONVOY_PYTHONS !== void 0)
      say(`no Python that Convoy knows: ${file}, named in CONVOY_PYTHONS`);
  };
  for await (const native of asked(candidates(env, say), silent)) found.push(native);
  return inOrder(found);
}
async function findNative(name, env = process.env) {
  const [implementation, version = ""] = name.split("-");
  const looks = (file) => (version !== "" && file.includes(version.replace(/t$/, "")) ? 0 : 2) + (basename(file).startsWith(implementation.replace("cpython", "python")) ? 0 : 1);
  const found = [];
  for await (const native of asked(candidates(env).sort((a, b) => looks(a) - looks(b)))) {
    if (nativeName(native) === name) return native;
    found.push(native);
  }
  return namedNatives([name], inOrder(found))[0];
}
async function newestNative(design, env = process.env) {
  const found = [];
  for await (const native of asked(candidates(env).filter((file) => !OTHERS.test(basename(file)))))
    if (native.implementation === "CPython" && native.gil) found.push(native);
  const one = inOrder(found).find((native) => native.design === design);
  if (one) return one;
  const known = inOrder(found).map((native) => `${nativeName(native)} (${native.design})`);
  throw new Error(
    `missing interpreter: no CPython with the lock ${design} on this computer; ${known.length === 0 ? "name one in CONVOY_PYTHONS" : `there are ${known.join(", ")}`}`
  );
}
var OTHERS = /^(pypy|jython)/;
async function* asked(files, silent = () => {
}) {
  const seen = /* @__PURE__ */ new Set();
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    const answers = await Promise.all(some.map(ask));
    for (const [i, native] of answers.entries()) {
      if (!native) silent(some[i]);
      else if (!seen.has(native.name)) {
        seen.add(native.name);
        yield native;
      }
    }
  }
}
function inOrder(found) {
  const rank = ({ implementation }) => IMPLEMENTATIONS.indexOf(implementation);
  return found.sort((a, b) => rank(a) - rank(b) || compareVersions(b.version, a.version));
}
var AT_ONCE = 2;
var IMPLEMENTATIONS = ["CPython", "PyPy", "Jython"];
var ANSWER_LIMIT_MS = 2e4;
var NAMES = /^(python(2(\.7)?|3(\.\d+t?)?)|pypy(2|3(\.\d+)?)?|jython)$/;
function candidates(env, say = () => {
}) {
  const path = (env.PATH ?? "").split(delimiter).filter(Boolean);
  if (env.CONVOY_PYTHONS !== void 0)
    return env.CONVOY_PYTHONS.split(delimiter).filter(Boolean).flatMap((name) => {
      const files = name.includes("/") ? [name] : path.map((folder) => join(folder, name));
      const found = files.filter(isExecutable);
      if (found.length === 0) say(`no program: ${name}, named in CONVOY_PYTHONS`);
      return found;
    });
  const pyenv = env.PYENV_ROOT ?? join(homedir(), ".pyenv");
  const versions = listed(join(pyenv, "versions")).map(
    (one) => join(pyenv, "versions", one, "bin", "python")
  );
  const shims = join(pyenv, "shims");
  const onPath = path.filter((folder) => folder !== shims).flatMap(
    (folder) => listed(folder).filter((name) => NAMES.test(name)).map((name) => join(folder, name))
  );
  return differentFiles([...versions, ...onPath].filter(isExecutable));
}
function differentFiles(paths) {
  const files = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const file = realpathSync(path);
    if (!files.has(file)) files.set(file, path);
  }
  return [...files.values()];
}
function listed(folder) {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
async function ask(file) {
  try {
    const { stdout } = await run(file, ["-c", QUESTION], { timeout: ANSWER_LIMIT_MS, killSignal: "SIGKILL" });
    const { implementation, python, version, executable, free, gil, build } = JSON.parse(stdout);
    if (!IMPLEMENTATIONS.includes(implementation)) return null;
    const path = executable ?? file;
    return {
      machine: "native",
      implementation,
      design: lockOf(implementation, python, free),
      name: `${implementation.toLowerCase()} ${version}${free ? "t" : ""}`,
      version: `${version}${free ? "t" : ""}`,
      python,
      gil: implementation !== "Jython" && gil,
      build: build.trim(),
      path,
      command: () => [path]
    };
  } catch {
    return null;
  }
}
function lockOf(implementation, python, free = false, platform = process.platform) {
  if (implementation === "PyPy") return "pypy";
  if (implementation === "Jython") return "jython";
  if (free) return "free-threaded";
  if (compareVersions(python, "3.9") >= 0) return "timeout";
  if (compareVersions(python, "3.2") >= 0) return "timeout-before-3.9";
  return platform === "darwin" ? "tick-condition" : "tick";
}
var nativeName = ({ name }) => name.replace(" ", "-");
function newestOfEach(found) {
  const series = ({ implementation, python, gil }) => `${implementation} ${python.split(".").slice(0, 2)} ${gil}`;
  return found.filter((one) => found.find((other) => series(other) === series(one)) === one);
}
function namedNatives(names, found) {
  if (names.includes("all")) return found;
  if (names.includes("newest")) return newestOfEach(found);
  return names.map((name) => {
    const native = found.find((one) => nativeName(one) === name);
    if (native) return native;
    const known = found.map(nativeName).join(", ") || "no Python was found; name one in CONVOY_PYTHONS";
    throw new Error(`unknown interpreter: ${name}; known interpreters: ${known}`);
  });
}
async function findConvoy(version, designs = DESIGNS) {
  const script = join(ROOT, "bin", "convoy.js");
  const convoys = designs.map(
    (design) => ({
      machine: "host",
      design,
      name: `convoy ${version}`,
      version,
      command: (cores) => [process.execPath, script, "run", "--design", design, "--cores", `${cores}`]
    })
  );
  const program = join(ROOT, "loaders", "programs", "contention.py");
  for (const convoy of convoys) {
    const [file, ...args] = [...convoy.command(1, 1), program, "calibrate", "0"];
    await run(file, args, { timeout: 2e4, killSignal: "SIGKILL" }).catch((error) => {
      throw new Error(
        `convoy run fails with --design ${convoy.design}: ${String(error.stderr || error.message).trim()}`
      );
    });
  }
  return convoys;
}
function compareVersions(a, b) {
  const [x, y] = [a, b].map((v) => v.split(".").map((part) => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    if ((x[i] ?? 0) !== (y[i] ?? 0)) return (x[i] ?? 0) - (y[i] ?? 0);
  }
  return 0;
}

export {
  findInterpreters,
  findNative,
  newestNative,
  nativeName,
  namedNatives,
  findConvoy
};
//# sourceMappingURL=chunk-I44PBWKV.js.map
