// Operators and methods of numbers and text against a real CPython 3.11, over random operands.
import {spawnSync} from "node:child_process";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {findPython} from "../../conformance/scripts.ts";
import {instance} from "../instance.ts";
import type * as Values from "./values.ts";

const python = findPython();
const seed = process.env.CONVOY_SEED ?? "1";

const TOPICS: readonly [topic: string, count: number][] = [
  ["numbers", 1500],
  ["formats", 2500],
  ["percents", 1200],
  ["parsing", 400],
  ["texts", 250],
  ["templates", 1500],
  ["mathematics", 700]
];

describe.skipIf(!python?.version.startsWith("3.11"))("as in CPython 3.11", () => {
  let values: typeof Values;
  beforeAll(async () => {
    values = await instance<typeof Values>(`
      export * from "./test/runtime/objects/values.ts";
      import "./runtime/objects/text-types.ts";
      import "./runtime/modules/math.ts";
    `);
  });
  for (const [topic, count] of TOPICS) {
    it(topic, {timeout: 60_000}, () => {
      const oracle = join(import.meta.dirname, "oracle.py");
      const args = [oracle, topic, seed, String(count)];
      const output = spawnSync(python!.path, args, {
        encoding: "utf8",
        maxBuffer: 2 ** 28,
        env: {...process.env, PYTHONUTF8: "1"}
      });
      expect(output.stderr).toBe("");
      const different: string[] = [];
      for (const line of output.stdout.trim().split("\n")) {
        const [what, wanted] = JSON.parse(line);
        const found = values.perform(what);
        const exact = what[0] !== "function" && what[1] !== "**" && what[1] !== "__pow__";
        // Python code of the prelude goes on from here: conformance scripts cover it.
        if (found.special === "TAIL") continue;
        if (!same(found, wanted, exact)) {
          different.push(
            `${JSON.stringify(what)}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`
          );
        }
      }
      expect(different.slice(0, 20), `${different.length} differ; CONVOY_SEED=${seed}`).toEqual([]);
    });
  }
});

/** Equal; or, where the C library decides the rounding (elementary functions, powers), but for the last bits. */
function same(found: unknown, wanted: unknown, exact: boolean): boolean {
  if (typeof found !== "object" || typeof wanted !== "object" || found === null || wanted === null)
    return found === wanted;
  if ("f" in found && "f" in wanted && !exact) {
    return (
      found.f === wanted.f ||
      Math.abs(Number(found.f) - Number(wanted.f)) <= Math.abs(Number(wanted.f)) * 1e-14
    );
  }
  const [a, b] = [Object.entries(found), Object.entries(wanted)];
  const other = wanted as Record<string, unknown>;
  return a.length === b.length && a.every(([key, value]) => same(value, other[key], exact));
}
