/** Appends `passed` or `failed` to the file named in CONVOY_COUNTS as each test ends, so that a run cut short still counts. */
import {appendFileSync} from "node:fs";

const file = process.env.CONVOY_COUNTS;

/** @implements {import("vitest/reporters").Reporter} */
export default class CountingReporter {
  #note(outcome) {
    if (file) appendFileSync(file, `${outcome}\n`);
  }

  onTestCaseResult(test) {
    const {state} = test.result();
    if (state !== "skipped" && state !== "pending") this.#note(state);
  }

  /** A file that does not load, or a hook that throws, fails without any test of its own failing. */
  onTestModuleEnd(module) {
    const failures = [...module.children.allTests("failed")];
    if (module.state() === "failed" && failures.length === 0) this.#note("failed");
  }
}
