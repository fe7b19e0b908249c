// The small library modules (functools, itertools, collections, json, ...) against a real CPython 3.11.
import {spawnSync} from "node:child_process";
import {join, resolve} from "node:path";
import {describe, expect, it} from "vitest";
import {findPython} from "../../conformance/scripts.ts";

const python = findPython();
const program = join(import.meta.dirname, "library.py");
const convoy = resolve(import.meta.dirname, "../../../bin/convoy.js");

function output(command: string, args: string[]): string[] {
  const run = spawnSync(command, args, {
    encoding: "utf8",
    timeout: 60_000,
    env: {...process.env, PYTHONUTF8: "1"}
  });
  expect(run.stderr).toBe("");
  return run.stdout.split("\n");
}

describe.skipIf(!python?.version.startsWith("3.11"))("library modules as in CPython 3.11", () => {
  it("functools, itertools, collections, contextlib, operator, bisect, heapq, string, copy, json", {
    timeout: 120_000
  }, () => {
    expect(output(process.execPath, [convoy, "run", "--check-heap", program])).toEqual(
      output(python!.path, [program])
    );
  });
});
