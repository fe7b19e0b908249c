/**
 * Every test, suite by suite; a suite that fails or hangs does not keep the others from running.
 *
 *     npm test                     build, types, lint, unit, conformance, site
 *     npm run test:full            the long ones (`*.full.test.ts`) as well
 *     npm test -- unit site        these suites only
 *
 * Ends with `N passed, N failed` on a line of its own; the status is 0 only when nothing failed.
 */
import {spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";

const root = resolve(import.meta.dirname, "..");
const script = (name) => [process.execPath, join(root, "node_modules", name)];
const vitest = (...filters) => [
  ...script("vitest/vitest.mjs"),
  "run",
  "--reporter=dot",
  "--reporter=./tools/counting-reporter.mjs",
  ...filters
];

/** What runs, in this order, and how long it may take. */
const SUITES = {
  build: {limit_s: 120, command: [process.execPath, join(root, "tools/build.mjs")]},
  types: {limit_s: 180, command: [...script("typescript/bin/tsc"), "--noEmit"]},
  lint: {
    limit_s: 120,
    command: [...script("@biomejs/biome/bin/biome"), "check", "--max-diagnostics=40", "."]
  },
  unit: {limit_s: 480, command: vitest("--exclude=test/site/**", "--exclude=test/conformance/**")},
  conformance: {limit_s: 480, command: vitest("test/conformance")},
  site: {limit_s: 360, command: vitest("test/site")}
};

/**
 * Runs a suite with its output passed on as it comes.
 * @returns {Promise<{name: string, passed: number, failed: number, seconds: number, note: string}>}
 */
async function runSuite(name, {command, limit_s}, {full, counts}) {
  writeFileSync(counts, "");
  const start = performance.now();
  const limit = full ? 4 * limit_s : limit_s;
  const ending = await runCommand(command, limit, {
    ...process.env,
    CONVOY_COUNTS: counts,
    CONVOY_FULL: full ? "1" : "0"
  });
  const outcomes = readFileSync(counts, "utf8").split("\n");
  const passed = outcomes.filter((outcome) => outcome === "passed").length;
  const failed = outcomes.filter((outcome) => outcome === "failed").length;
  const seconds = (performance.now() - start) / 1000;
  if (ending === "") return {name, passed: passed || 1, failed, seconds, note: ""};
  return {name, passed, failed: failed || 1, seconds, note: ending};
}

/** Resolves to how the command ended: nothing where it succeeded. A command that is over its limit ends with all it started. */
function runCommand([program, ...args], limit_s, env) {
  return new Promise((settle) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: ["ignore", "inherit", "inherit"],
      detached: true
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endGroup(child.pid);
    }, limit_s * 1000);
    running = child;
    child.on("error", (error) => settle(error.message));
    child.on("close", (status, signal) => {
      clearTimeout(timer);
      running = null;
      settle(late ? `still running after ${limit_s} s` : status === 0 ? "" : `status ${status ?? signal}`);
    });
  });
}

/** @type {import("node:child_process").ChildProcess | null} */
let running = null;

function endGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}

function summary(results) {
  const width = Math.max(...results.map(({name}) => name.length));
  return results
    .map(({name, passed, failed, seconds, note}) => {
      const time = `${seconds.toFixed(1)} s`.padStart(8);
      return `${failed ? "FAIL" : "  ok"}  ${name.padEnd(width)} ${time}  ${passed} passed, ${failed} failed${note && `  (${note})`}`;
    })
    .join("\n");
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

const results = [];
for (const name of chosen.length
  ? Object.keys(SUITES).filter((n) => chosen.includes(n))
  : Object.keys(SUITES)) {
  console.log(`\n== ${name} ==`);
  results.push(await runSuite(name, SUITES[name], {full, counts: join(folder, "counts")}));
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${summary(results)}\n\n${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") ? 1 : 0;
