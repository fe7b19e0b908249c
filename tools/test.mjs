/**
 * Every test, suite by suite; a suite that fails or hangs does not keep the others from running.
 *
 *     npm test                     build, types, lint, unit, conformance, site
 *     npm run test:full            the long ones (`*.full.test.ts`) as well; their results go to data/tests/results.csv
 *     npm test -- unit site        these suites only
 *
 * Ends with what failed, a line for each suite, and `N passed, N failed` on a line of its own; the status is 0 only when
 * nothing failed.
 */
import {spawn} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {failures, readOutcomes, recordResults, summary} from "./test-results.mjs";

const root = resolve(import.meta.dirname, "..");
const script = (name) => [process.execPath, join(root, "node_modules", name)];
const vitest = (...filters) => [
  ...script("vitest/vitest.mjs"),
  "run",
  "--reporter=dot",
  "--reporter=./tools/counting-reporter.mjs",
  ...filters
];

/** What runs, in this order, and how long it may take: a bound on hanging, for a machine with other things to do. */
const SUITES = {
  build: {limit_s: 300, command: [process.execPath, join(root, "tools/build.mjs")]},
  types: {limit_s: 300, command: [...script("typescript/bin/tsc"), "--noEmit"]},
  lint: {
    limit_s: 300,
    command: [...script("@biomejs/biome/bin/biome"), "check", "--max-diagnostics=40", "."]
  },
  unit: {limit_s: 900, command: vitest("--exclude=test/site/**", "--exclude=test/conformance/**")},
  conformance: {limit_s: 900, command: vitest("test/conformance")},
  site: {limit_s: 600, command: vitest("test/site")},
  long: {limit_s: 2400, full: true, command: vitest("--no-file-parallelism", ".full.test.ts")}
};
/** The last lines of a suite's output that are kept, to be shown again where no test of it says what failed. */
const LINES_KEPT = 12;
/** How long the output of a suite that has ended may take to arrive. */
const CLOSE_MS = 2000;

/**
 * Runs a suite with its output passed on as it comes.
 * @returns {Promise<import("./test-results.mjs").SuiteResult>}
 */
async function runSuite(name, outcomesFile) {
  const {command, limit_s, full} = SUITES[name];
  writeFileSync(outcomesFile, "");
  const start = performance.now();
  const {ending, lastLines} = await runCommand(command, limit_s, {
    ...process.env,
    ...(process.stdout.isTTY ? {FORCE_COLOR: "1"} : {}),
    CONVOY_OUTCOMES: outcomesFile,
    CONVOY_FULL: full ? "1" : "0"
  });
  const {tests, unfinished, fileSeconds} = readOutcomes(outcomesFile);
  const passed = tests.filter(({outcome}) => outcome === "passed").length;
  const failed = tests.length - passed;
  return {
    name,
    passed: ending === "" ? passed || 1 : passed,
    failed: ending === "" ? failed : failed || 1,
    seconds: (performance.now() - start) / 1000,
    ending,
    lastLines,
    tests,
    unfinished,
    fileSeconds
  };
}

/** Resolves to how the command ended (nothing where it succeeded). One that is over its limit ends with all it started. */
function runCommand([program, ...args], limit_s, env) {
  return new Promise((settle) => {
    const child = spawn(program, args, {cwd: root, env, stdio: ["ignore", "pipe", "pipe"], detached: true});
    let late = false;
    let said = "";
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr]
    ])
      from.on("data", (bytes) => {
        to.write(bytes);
        said = `${said}${bytes}`.split("\n").slice(-LINES_KEPT).join("\n");
      });
    const timer = setTimeout(() => {
      late = true;
      endGroup(child.pid);
    }, limit_s * 1000);
    running = child;
    const end = (ending) => settle({ending, lastLines: said.trim().split("\n")});
    child.on("error", (error) => end(error.message));
    child.on("exit", (status, signal) => {
      clearTimeout(timer);
      running = null;
      endGroup(child.pid);
      const ending = late
        ? `still running after ${limit_s} s`
        : status === 0
          ? ""
          : `status ${status ?? signal}`;
      child.on("close", () => end(ending));
      setTimeout(end, CLOSE_MS, ending).unref();
    });
  });
}

/** @type {import("node:child_process").ChildProcess | null} */
let running = null;

/** Ends whatever is left of a suite's processes. */
function endGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing is.
  }
}

const args = process.argv.slice(2);
const full = args.includes("--full");
const chosen = args.filter((arg) => arg !== "--full");
const unknown = chosen.find((name) => !Object.hasOwn(SUITES, name));
if (unknown !== undefined) {
  console.error(`unknown suite: ${unknown}; known suites: ${Object.keys(SUITES).join(", ")} (and --full)`);
  process.exit(2);
}
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    if (running) endGroup(running.pid);
    process.exit(1);
  });
}
const folder = mkdtempSync(join(tmpdir(), "convoy-test-"));
process.on("exit", () => rmSync(folder, {recursive: true, force: true}));

const wanted = (name) => (chosen.length ? chosen.includes(name) : full || !SUITES[name].full);
const results = [];
for (const name of Object.keys(SUITES).filter(wanted)) {
  console.log(`\n== ${name} ==`);
  results.push(await runSuite(name, join(folder, "outcomes")));
}
if (full) recordResults(root, results);
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
const failed = failures(results);
if (failed) console.log(`\n== what failed ==\n${failed}`);
console.log(`\n${summary(results)}\n\n${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") ? 1 : 0;
