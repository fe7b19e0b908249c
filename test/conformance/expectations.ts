/**
 * What a conformance script says about its own run, and whether a run agrees.
 *
 * A script states each line of its standard output in a comment, in the order of the lines:
 *
 *     print(1 + 1)  # expect: 2
 *
 * (white space at a line's end does not count) and, anywhere: `# exit: N` (0 where it says nothing), `# stderr: TEXT` (each must be a line of the standard error,
 * in this order; other lines may stand between), `# requires: threads network signals lock-interrupts` (the last:
 * signals interrupt a wait for a lock that has no limit, as from Python 3.2 on), and
 * `# python: 3.10-3.12` (the versions of CPython whose words the script quotes; all of 3.8 and later where it says nothing).
 */

export const REQUIREMENTS = ["threads", "network", "signals", "lock-interrupts"] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export interface Expectations {
  /** The opening comment: what the script shows. */
  title: string;
  /** Lines of standard output, without their ends. */
  stdout: string[];
  /** Lines that standard error must contain, in this order. */
  stderr: string[];
  /** Exit status; 128 + N after death by signal N. */
  exit: number;
  requires: Requirement[];
  /** First and last version of CPython that agrees, such as ["3.10", "3.13"]; null where every version from 3.8 does. */
  python: [first: string, last: string] | null;
}

export interface Outcome {
  stdout: string;
  stderr: string;
  exit: number;
}

/** Reads a script's expectations. Throws an Error that names the tag where one is unknown or malformed. */
export function parseExpectations(source: string): Expectations {
  const lines = source.split("\n");
  const title = lines[0].startsWith("# ") ? lines[0].slice(2) : "";
  if (title === "")
    throw new Error("missing opening comment: begin the script with one line that says what it shows");
  const expected: Expectations = {title, stdout: [], stderr: [], exit: 0, requires: [], python: null};
  for (const line of lines) {
    const expectation = /# expect:(?: (.*))?$/.exec(line);
    if (expectation) expected.stdout.push(expectation[1] ?? "");
    const tag = /^# (stderr|exit|requires|python): (.*)$/.exec(line);
    if (tag) readTag(expected, tag[1], tag[2]);
  }
  return expected;
}

function readTag(expected: Expectations, tag: string, text: string): void {
  if (tag === "stderr") expected.stderr.push(text);
  else if (tag === "exit") expected.exit = readStatus(text);
  else if (tag === "requires") expected.requires = text.trim().split(/\s+/).map(readRequirement);
  else expected.python = readVersions(text);
}

function readStatus(text: string): number {
  const status = Number(text);
  if (!Number.isInteger(status) || status < 0 || status > 255) {
    throw new Error(`invalid exit status: ${text} (an integer from 0 to 255)`);
  }
  return status;
}

function readRequirement(text: string): Requirement {
  const known = REQUIREMENTS.find((requirement) => requirement === text);
  if (!known) throw new Error(`unknown requirement: ${text} (known: ${REQUIREMENTS.join(", ")})`);
  return known;
}

function readVersions(text: string): [string, string] {
  const match = /^(3\.\d+)(?:-(3\.\d+))?$/.exec(text.trim());
  if (!match) throw new Error(`invalid Python versions: ${text} (such as 3.11 or 3.10-3.13)`);
  return [match[1], match[2] ?? match[1]];
}

/** Whether a CPython of `version` ("3.11") agrees with the script. */
export function holdsFor(expected: Expectations, version: string): boolean {
  const minor = minorOf(version);
  const [first, last] = expected.python ?? ["3.8", version];
  return minorOf(first) <= minor && minor <= minorOf(last);
}

function minorOf(version: string): number {
  return Number(version.split(".")[1]);
}

/**
 * What differs between a run and its expectations, as lines for people; empty where nothing does. Tracebacks name the
 * script by the path it was started with: `path` is read as its base name there.
 */
export function differences(expected: Expectations, outcome: Outcome, path: string): string[] {
  return [
    ...stdoutDifferences(expected.stdout, linesOf(outcome.stdout)),
    ...stderrDifferences(expected.stderr, linesOf(outcome.stderr.replaceAll(path, baseName(path)))),
    ...statusDifferences(expected, outcome)
  ];
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines[lines.length - 1] === "") lines.pop();
  return lines;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function stdoutDifferences(expected: string[], actual: string[]): string[] {
  const length = Math.max(expected.length, actual.length);
  for (let i = 0; i < length; ++i) {
    if (expected[i]?.trimEnd() === actual[i]?.trimEnd()) continue;
    return [`stdout line ${i + 1}`, `  expected: ${shown(expected[i])}`, `  actual:   ${shown(actual[i])}`];
  }
  return [];
}

function shown(line: string | undefined): string {
  return line === undefined ? "(no more lines)" : JSON.stringify(line);
}

function stderrDifferences(expected: string[], actual: string[]): string[] {
  let from = 0;
  for (const line of expected) {
    const at = actual.findIndex((candidate, i) => i >= from && candidate.trimEnd() === line.trimEnd());
    if (at < 0) {
      const got = actual.slice(0, 40).map((candidate) => `    ${candidate}`);
      return ["stderr", `  expected: ${line}`, `  actual:   ${got.length ? "" : "(nothing)"}`, ...got];
    }
    from = at + 1;
  }
  return [];
}

function statusDifferences(expected: Expectations, outcome: Outcome): string[] {
  if (expected.exit === outcome.exit) return [];
  const last = linesOf(outcome.stderr).slice(-12);
  return [
    `exit status`,
    `  expected: ${expected.exit}`,
    `  actual:   ${outcome.exit}`,
    ...last.map((line) => `    ${line}`)
  ];
}
