/** Random operations on containers, on Convoy and on a real Python. */
import {spawnSync} from "node:child_process";
import {join, resolve} from "node:path";
import {expect} from "vitest";
import {findPython} from "../../conformance/scripts.ts";

const program = join(import.meta.dirname, "containers.py");
const convoy = resolve(import.meta.dirname, "../../../bin/convoy.js");
const LIMIT_MS = 240_000;

/** The real Python to compare with; null for none. */
export const python = findPython();

function lines(command: string, args: string[]): string[] {
  const run = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    timeout: LIMIT_MS,
    env: {...process.env, PYTHONUTF8: "1"}
  });
  expect(run.stderr).toBe("");
  return run.stdout.trim().split("\n");
}

/** Expects `count` operations from `seed` to give the same in both. */
export function containersAgree(seed: number, count: number): void {
  const args = [program, `${seed}`, `${count}`];
  const wanted = lines(python!.path, args);
  const found = lines(process.execPath, [convoy, "run", "--check-heap", ...args]);
  const different = wanted.flatMap((line, i) =>
    line === found[i] ? [] : [`${found[i]} instead of ${line}`]
  );
  expect(different.slice(0, 20), `${different.length} differ; CONVOY_SEED=${seed}`).toEqual([]);
  expect(found.length).toBe(wanted.length);
}
