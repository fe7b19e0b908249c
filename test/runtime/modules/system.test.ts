// Modules that reach the system, and bytearray, against a real CPython 3.11; threads under stress under each design.
import {spawnSync} from "node:child_process";
import {join, resolve} from "node:path";
import {describe, expect, it} from "vitest";
import {findPython} from "../../conformance/scripts.ts";

const python = findPython();
const convoy = resolve(import.meta.dirname, "../../../bin/convoy.js");
const script = (name: string) => join(import.meta.dirname, name);

function output(command: string, args: string[]): string[] {
  const run = spawnSync(command, args, {encoding: "utf8", timeout: 60_000});
  expect(run.stderr).toBe("");
  return run.stdout.split("\n");
}
const ours = (...args: string[]) => output(process.execPath, [convoy, "run", "--check-heap", ...args]);

describe.skipIf(!python?.version.startsWith("3.11"))("as in CPython 3.11", () => {
  it.each(["system.py", "bytearray.py"])("%s", {timeout: 120_000}, (name) => {
    expect(ours(script(name))).toEqual(output(python!.path, [script(name)]));
  });
});

describe("threads under stress", () => {
  it.each(["timeout", "tick", "tick-condition"])("lose nothing under %s", {timeout: 120_000}, (design) => {
    expect(ours("--design", design, script("stress.py"))).toEqual(["300 300 80 False", "0", ""]);
  });
});
