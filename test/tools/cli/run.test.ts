import {execFile, spawn} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {availableParallelism, tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {promisify} from "node:util";
import {afterAll, describe, expect, it} from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const script = join(root, "bin/convoy.js");
const folder = mkdtempSync(join(tmpdir(), "convoy-run-"));
afterAll(() => rmSync(folder, {recursive: true}));

const LIMIT_MS = 60_000;
const execute = promisify(execFile);
const cores = process.platform === "linux" ? [...new Set([1, Math.min(2, availableParallelism())])] : [];

function python(name: string, source: string): string {
  const file = join(folder, name);
  writeFileSync(file, source);
  return file;
}

const COUNT = `
import threading
def count(n):
    while n > 0:
        n -= 1
    done.append(n)
done = []
threads = [threading.Thread(target=count, args=(200000,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(done)
`;

describe.skipIf(!existsSync(join(root, "build/cli.js")))("convoy run, as built", () => {
  const settings = ["tick", "tick-condition", "timeout"].flatMap((design) =>
    cores.map((n) => [design, n] as const)
  );
  it.each(settings)(
    "counts in two threads under %s on %i cores",
    async (design, n) => {
      const json = join(folder, `${design}-${n}.json`);
      const args = ["run", "--design", design, "--cores", `${n}`, "--json", json, python("count.py", COUNT)];
      const {stdout} = await execute(process.execPath, [script, ...args], {timeout: LIMIT_MS});
      expect(stdout).toBe("[0, 0]\n");
      const {threads} = JSON.parse(readFileSync(json, "utf8"));
      expect(threads.length).toBe(3);
      for (const {bytecodes} of threads.slice(1)) expect(bytecodes).toBeGreaterThan(400_000);
      if (design !== "timeout")
        for (const {acquisitions} of threads.slice(1)) expect(acquisitions).toBeGreaterThan(3_900);
    },
    LIMIT_MS
  );

  it(
    "ends a sleeping program by Ctrl-C as Python does",
    async () => {
      const file = python("sleeps.py", "import os, time\nos.write(1, b'up')\ntime.sleep(600)\n");
      const child = spawn(process.execPath, [script, "run", file], {timeout: LIMIT_MS});
      let errors = "";
      child.stderr.on("data", (text) => {
        errors += text;
      });
      const ended = new Promise((done) => child.on("close", (status, signal) => done([status, signal])));
      await new Promise((up) => child.stdout.once("data", up));
      child.kill("SIGINT");
      expect([
        [130, null],
        [null, "SIGINT"]
      ]).toContainEqual(await ended);
      expect(errors).toMatch(/KeyboardInterrupt\n$/);
    },
    LIMIT_MS
  );
});
