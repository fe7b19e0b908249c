// Containers, their iterators and the built-in functions over them against a real CPython 3.11, by random operations.
import {spawnSync} from "node:child_process";
import {join, resolve} from "node:path";
import {describe, expect, it} from "vitest";
import {findPython} from "../../conformance/scripts.ts";

const python = findPython();
const seed = process.env.CONVOY_SEED ?? "1";
const COUNT = "4000";

const program = join(import.meta.dirname, "containers.py");
const convoy = resolve(import.meta.dirname, "../../../bin/convoy.js");

function lines(command: string, args: string[]): string[] {
  const run = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    timeout: 60_000,
    env: {...process.env, PYTHONUTF8: "1"}
  });
  expect(run.stderr).toBe("");
  return run.stdout.trim().split("\n");
}

describe.skipIf(!python?.version.startsWith("3.11"))("containers as in CPython 3.11", () => {
  it(`${COUNT} random operations`, {timeout: 120_000}, () => {
    const wanted = lines(python!.path, [program, seed, COUNT]);
    const found = lines(process.execPath, [convoy, "run", program, seed, COUNT]);
    const different = wanted.flatMap((line, i) =>
      line === found[i] ? [] : [`${found[i]} instead of ${line}`]
    );
    expect(different.slice(0, 20), `${different.length} differ; CONVOY_SEED=${seed}`).toEqual([]);
    expect(found.length).toBe(wanted.length);
  });
});
