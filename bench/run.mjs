/**
 * How fast the interpreter is, beside the real ones on this machine.
 *
 *     npm run bench          BENCH_ROUNDS (default 3) and BENCH_LOOPS (such as count,call; default all) change its size
 *
 * Peers are whole processes, one after the other in each round, so that a machine that grows busy is so for all; a ratio
 * compares two processes of one round, and its spread is over rounds.
 */
import {execFileSync, spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {cpus, homedir, loadavg, tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {cliff} from "./cliff.mjs";
import {PROGRAMS} from "./loops.mjs";

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
/** Loops of measure.py. */
const LOOPS = (process.env.BENCH_LOOPS ?? "count,call,method,attribute,real,append,walk,index").split(",");
const DESIGNS = ["tick", "tick-condition", "timeout"];
const REFERENCE = /^CPython 3\.11\./;
const LIMIT_MS = 120_000;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const spread = (values, digits) =>
  `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;

/** The CPythons of this machine that a reader knows: 2.7, 3.11 and the newest, from PATH and from pyenv. */
function findPythons() {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  let installed = [];
  try {
    installed = readdirSync(versions).map((name) => join(versions, name, "bin", "python"));
  } catch {
    // There is no pyenv.
  }
  const found = new Map();
  for (const command of [...installed, "python2.7", "python3.11", "python3"]) {
    const question = "import platform as p; print(p.python_implementation() + ' ' + p.python_version())";
    const {stdout, status} = spawnSync(command, ["-c", question], {encoding: "utf8", timeout: 10_000});
    if (status === 0 && stdout.startsWith("CPython") && !found.has(stdout.trim()))
      found.set(stdout.trim(), command);
  }
  const newestFirst = [...found].sort(([a], [b]) => b.localeCompare(a, "en", {numeric: true}));
  const wanted = [
    newestFirst[0],
    newestFirst.find(([name]) => REFERENCE.test(name)),
    newestFirst.find(([name]) => name.startsWith("CPython 2.7"))
  ];
  return [...new Set(wanted.filter((entry) => entry !== undefined))];
}

/** Each loop in a process of its own, by each interpreter, in each round. */
function comparePeers() {
  const folder = mkdtempSync(join(tmpdir(), "convoy-bench-"));
  const json = join(folder, "metrics.json");
  const convoy = (design) => [
    process.execPath,
    file("../bin/convoy.js"),
    "run",
    "--design",
    design,
    "--json",
    json
  ];
  const peers = [
    ...DESIGNS.map((design) => ({name: `convoy ${design}`, command: convoy(design), samples: []})),
    ...findPythons().map(([name, command]) => ({name, command: [command], samples: []}))
  ];
  const start_ms = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const loop of LOOPS) {
        for (const {name, command, samples} of peers) {
          const [program, ...args] = [...command, file("measure.py"), loop];
          const printed = execFileSync(program, args, {encoding: "utf8", timeout: LIMIT_MS});
          samples.push({round, ...JSON.parse(printed)});
          if (name.startsWith("convoy"))
            start_ms.push(...JSON.parse(readFileSync(json, "utf8")).worker_boot_ms);
        }
      }
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
  return {peers, start_ms};
}

/** One row an interpreter, one column a loop: the median over rounds of what `value` makes of a sample. */
function table(peers, digits, value) {
  return peers.map(({name, samples}) => ({
    interpreter: name,
    ...Object.fromEntries(
      LOOPS.map((loop) => {
        const values = samples.filter((sample) => sample.loop === loop).map(value);
        return [loop, Number(median(values).toFixed(digits))];
      })
    )
  }));
}

function printPeers(peers) {
  console.log(
    `\nSmall loops in one thread (measure.py), warm: ns an iteration, a process's best, median of ${ROUNDS} rounds`
  );
  console.table(table(peers, 1, ({ns_min}) => ns_min));
  const reference =
    peers.find(({name}) => REFERENCE.test(name)) ?? peers.find(({name}) => /^CPython/.test(name));
  if (reference !== undefined) {
    const of = ({loop, round}) =>
      reference.samples.find((other) => other.loop === loop && other.round === round).ns_min;
    console.log(`The same as a multiple of ${reference.name} in the same round`);
    console.table(table(peers, 2, (sample) => sample.ns_min / of(sample)));
  }
  console.log("Cold: ns an iteration of a process's first 200000");
  console.table(table(peers, 0, ({ns_cold}) => ns_cold));
}

console.log(
  `node ${process.version}, ${cpus().length} cores of ${cpus()[0].model}, load ${loadavg()[0].toFixed(2)}`
);
if (loadavg()[0] > cpus().length / 2)
  console.log("Something else is running: times are worse than this machine can do.");

const {peers, start_ms} = comparePeers();
printPeers(peers);
console.log(
  `A worker's start: ${median(start_ms).toFixed(0)} ms (${spread(start_ms, 0)}; ${start_ms.length} workers)`
);

console.log("\nThe evaluation loop alone, no lock, ns a bytecode");
console.table(
  Object.keys(PROGRAMS).map((name) =>
    JSON.parse(
      execFileSync(process.execPath, [file("loops.mjs"), name], {encoding: "utf8", timeout: LIMIT_MS})
    )
  )
);

const {bytes, limit_bytes, optimized} = cliff();
console.log(
  `The loop is ${bytes} bytes of V8 bytecode (limit ${limit_bytes}) and ${optimized ? "is" : "IS NOT"} optimised by TurboFan.`
);
if (bytes > limit_bytes || !optimized) process.exitCode = 1;

console.log("\nA check that nobody else waits for: release and acquire, ns");
process.stdout.write(
  execFileSync(process.execPath, [file("designs.mjs")], {encoding: "utf8", timeout: LIMIT_MS})
);
