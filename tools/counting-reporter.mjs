/**
 * Appends a line of JSON to the file named in CONVOY_OUTCOMES as each test begins and ends, so that a run cut short still
 * counts: `{"outcome": "started" | "passed" | "failed" | "file", "name", "error"?, "seconds"?, "note"?}`. Read by tools/test-results.mjs.
 */
import {appendFileSync} from "node:fs";
import {relative} from "node:path";

const file = process.env.CONVOY_OUTCOMES;
const NAME_CHARACTERS = 160;
const ERROR_LINES = 8;
const LINE_CHARACTERS = 200;

/** Terminals' colours, which vitest puts into messages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one
const COLOURS = /\u001b\[[0-9;]*m/g;

const cut = (text, length) => (text.length > length ? `${text.slice(0, length)}...` : text);

/** The first lines of what went wrong. */
function firstLines(errors) {
  const lines = errors.flatMap((error) => (error.message ?? String(error)).replace(COLOURS, "").split("\n"));
  return lines
    .filter((line) => line.trim() !== "")
    .slice(0, ERROR_LINES)
    .map((line) => cut(line, LINE_CHARACTERS))
    .join("\n");
}

/** What is written of a test: its file and title, or for a title of nothing the file alone. */
function note(module, title, rest) {
  if (!file) return;
  const where = relative(process.cwd(), module.moduleId);
  const name = cut(title ? `${where} > ${title}` : where, NAME_CHARACTERS);
  appendFileSync(file, `${JSON.stringify({name, ...rest})}\n`);
}

/** @implements {import("vitest/reporters").Reporter} */
export default class CountingReporter {
  onTestCaseReady(test) {
    if (test.result().state === "pending") note(test.module, test.fullName, {outcome: "started"});
  }

  onTestCaseResult(test) {
    const {state, errors = []} = test.result();
    if (state === "skipped" || state === "pending") return;
    const error = state === "failed" ? firstLines(errors) : undefined;
    note(test.module, test.fullName, {outcome: state, error, note: test.meta().note});
  }

  /** How long the file took. One that does not load, or a hook that throws, is no test of its own. */
  onTestModuleEnd(module) {
    note(module, "", {outcome: "file", seconds: module.diagnostic().duration / 1000});
    const hooks = [...module.children.allSuites()].flatMap((suite) => suite.errors());
    const errors = [...module.errors(), ...hooks];
    if (errors.length) note(module, "", {outcome: "failed", error: firstLines(errors)});
  }
}
