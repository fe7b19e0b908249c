/** What the suites of tools/test.mjs came to: read, told, and recorded. */
import {execFileSync} from "node:child_process";
import {appendFileSync, existsSync, mkdirSync, readFileSync} from "node:fs";
import {arch, availableParallelism, cpus, platform, release} from "node:os";
import {join} from "node:path";

/**
 * @typedef {{outcome: "passed" | "failed", name: string, error?: string, note?: string}} TestOutcome
 * @typedef {{name: string, passed: number, failed: number, seconds: number, ending: string, lastLines: string[],
 *   tests: TestOutcome[], unfinished: string[], fileSeconds: Record<string, number>}} SuiteResult
 */

const FAILURES_SHOWN = 20;
const COLUMNS = "date,commit,suite,passed,failed,seconds,node,machine,note";

/**
 * Reads what tools/counting-reporter.mjs wrote: tests that ended, the names of those that only began, and how long each
 * file of tests took.
 */
export function readOutcomes(file) {
  const entries = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const tests = entries.filter(({outcome}) => outcome === "passed" || outcome === "failed");
  const ended = new Set(tests.map(({name}) => name));
  const started = entries.filter(({outcome}) => outcome === "started").map(({name}) => name);
  const files = entries.filter(({outcome}) => outcome === "file").map(({name, seconds}) => [name, seconds]);
  return {
    tests,
    unfinished: started.filter((name) => !ended.has(name)),
    fileSeconds: Object.fromEntries(files)
  };
}

/** The failing tests with the first lines of their errors, for people; at most FAILURES_SHOWN. @param {SuiteResult[]} results */
export function failures(results) {
  const all = results.filter(({failed}) => failed > 0).flatMap(failuresOf);
  const hidden = all.length - FAILURES_SHOWN;
  const more = hidden > 0 ? [`... and ${hidden} more: see above`] : [];
  return [...all.slice(0, FAILURES_SHOWN), ...more].join("\n");
}

function failuresOf({name, ending, tests, unfinished, lastLines}) {
  const failed = tests
    .filter(({outcome}) => outcome === "failed")
    .map((test) => entry(`${name}: ${test.name}`, (test.error ?? "").split("\n")));
  const cut = unfinished.map((test) => entry(`${name}: ${test}`, [`did not end: ${ending}`]));
  return failed.length + cut.length > 0 ? [...failed, ...cut] : [entry(`${name}: ${ending}`, lastLines)];
}

const entry = (title, lines) => [title, ...lines.map((line) => `    ${line}`)].join("\n");

/** A line for each suite. @param {SuiteResult[]} results */
export function summary(results) {
  const width = Math.max(...results.map(({name}) => name.length));
  return results
    .map(({name, passed, failed, seconds, ending}) => {
      const time = `${seconds.toFixed(1)} s`.padStart(8);
      return `${failed ? "FAIL" : "  ok"}  ${name.padEnd(width)} ${time}  ${passed} passed, ${failed} failed${ending && `  (${ending})`}`;
    })
    .join("\n");
}

/**
 * Appends a row for each suite, and for the suite of long tests one for each file, to data/tests/results.csv.
 * @param {string} root @param {SuiteResult[]} results
 */
export function recordResults(root, results) {
  const file = join(root, "data/tests/results.csv");
  mkdirSync(join(root, "data/tests"), {recursive: true});
  const start = `${new Date().toISOString().slice(0, 10)},${commitOf(root)}`;
  const end = `${process.version},"${machine()}"`;
  const rows = results
    .flatMap((result) => (result.name === "long" ? byFile(result) : [result]))
    .map(({name, passed, failed, seconds, notes = []}) =>
      [start, name, passed, failed, seconds.toFixed(1), end, `"${[...notes].join("; ")}"`].join(",")
    );
  appendFileSync(file, `${existsSync(file) ? "" : `${COLUMNS}\n`}${rows.join("\n")}\n`);
}

function byFile({name, tests, unfinished, fileSeconds}) {
  const files = new Map();
  const cut = unfinished.map((test) => ({name: test, outcome: "failed", note: "did not end"}));
  for (const test of [...tests, ...cut]) {
    const file = test.name.split(" > ")[0];
    const row = files.get(file) ?? {
      name: `${name} ${file}`,
      passed: 0,
      failed: 0,
      seconds: fileSeconds[file] ?? 0,
      notes: new Set()
    };
    row[test.outcome]++;
    if (test.note) row.notes.add(test.note);
    files.set(file, row);
  }
  return [...files.values()];
}

/** The commit that was tested, with a plus sign where files differ from it. */
function commitOf(root) {
  const git = (...args) => execFileSync("git", args, {cwd: root, encoding: "utf8", stdio: "pipe"}).trim();
  try {
    return (
      git("rev-parse", "--short", "HEAD") +
      (git("status", "--porcelain", "--", ".", ":!data/tests") ? "+" : "")
    );
  } catch {
    return "unknown";
  }
}

function machine() {
  return `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? arch()}; ${platform()} ${release()}`;
}
