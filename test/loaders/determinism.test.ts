import {execFileSync} from "node:child_process";
import {describe, expect, it} from "vitest";
import {makeAgain} from "./determinism.ts";

describe("a simulated dataset", () => {
  it("has the same bytes in any process, whatever its surroundings", async () => {
    const made = await makeAgain("small", 240_000);
    expect(made.map(({dataset, file}) => `${dataset}/${file}`)).toEqual([
      "contention/rows.csv",
      "contention/summary.json",
      "io-priority/latencies.csv",
      "io-priority/rows.csv",
      "io-priority/summary.json",
      "signal-latency/latencies.csv",
      "signal-latency/rows.csv",
      "signal-latency/summary.json",
      "workloads-simulated/missing.csv",
      "workloads-simulated/rows.csv",
      "workloads-simulated/summary.json"
    ]);
    expect(made.filter(({same}) => !same)).toEqual([]);
    for (const {rows, file} of made) if (file !== "missing.csv") expect(rows ?? 1).toBeGreaterThan(0);
  }, 300_000);
});

/** Runs a program with threads, locks, sleeps and time; prints a digest of its trace and all else it answers. */
const TRACED = `
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
delete globalThis[process.argv[1]];
const build = process.argv[2];
const {simulate} = await import(build + "simulated.js");
const source = \`
import threading, time
lock = threading.Lock()
def work():
    for i in range(30):
        with lock:
            time.sleep(0.0001 * (i % 3))
        n = 500
        while n > 0:
            n -= 1
threads = [threading.Thread(target=work) for _ in range(5)]
for t in threads: t.start()
for t in threads: t.join()
print(time.monotonic())
\`;
for (const [design, heap] of [["tick", "heap-ticks.bin"], ["timeout", "heap.bin"]]) {
  const written = [];
  const result = simulate({
    source, filename: "traced.py", design, cores: 3, seed: 7, trace: true,
    heap: new Uint8Array(readFileSync(new URL(heap, build))),
    write: (fd, bytes) => written.push(fd, ...bytes)
  });
  if (result.failure !== null || result.status !== 0) throw new Error(result.failure);
  const times = result.trace.rows.map(({time_ns}) => time_ns);
  if (times.length < 500 || !times.every(Number.isSafeInteger)) throw new Error("times that are no integers");
  console.log(typeof SharedArrayBuffer, createHash("sha256").update(JSON.stringify({result, written})).digest("hex"));
}
`;

describe("a trace", () => {
  it("has the same bytes without SharedArrayBuffer, and times that are whole numbers", () => {
    const build = new URL("../../build/", import.meta.url).href;
    const [without, beside] = ["SharedArrayBuffer", "nothing"].map((missing) =>
      execFileSync(process.execPath, ["--input-type=module", "-e", TRACED, missing, build], {
        encoding: "utf8",
        timeout: 100_000
      })
    );
    expect(without).toMatch(/^undefined [0-9a-f]{64}\nundefined [0-9a-f]{64}\n$/);
    expect(beside).toBe(without.replaceAll("undefined", "function"));
  }, 240_000);
});
