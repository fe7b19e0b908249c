import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, describe, expect, it} from "vitest";
import {runClock} from "../../../runtime/trace/clock.ts";
import {ACQUIRE, RELEASE} from "../../../runtime/trace/events.ts";
import {createTraceBuffer, Ring, readTrace, type Trace} from "../../../runtime/trace/ring.ts";
import {traceWriter} from "../../../runtime/trace/write.ts";

describe("Ring", () => {
  it("keeps the newest records and counts the others", () => {
    const buffer = createTraceBuffer(2, 8);
    let now = 0;
    const ring = Ring.take(buffer, 5, () => ++now * 3e9)!;
    for (let i = 0; i < 20; i++) ring.record(i % 2 === 0 ? ACQUIRE : RELEASE);
    const {rows, overwritten} = readTrace(buffer);
    expect(overwritten).toBe(12);
    expect(rows.map((row) => row.time_ns)).toEqual([13, 14, 15, 16, 17, 18, 19, 20].map((n) => n * 3e9));
    expect(rows[0]).toEqual({time_ns: 39e9, thread: 5, event: "acquire"});
  });
  it("merges threads by time and refuses more threads than rings", () => {
    const buffer = createTraceBuffer(2, 8);
    let now = 0;
    const rings = [1, 2].map((thread) => Ring.take(buffer, thread, () => ++now)!);
    for (let i = 0; i < 3; i++) for (const ring of rings) ring.record(ACQUIRE);
    expect(Ring.take(buffer, 3, () => 0)).toBeNull();
    expect(readTrace(buffer).rows.map((row) => row.thread)).toEqual([1, 2, 1, 2, 1, 2]);
  });
});

it("runClock agrees with the system's monotonic clock to a microsecond", () => {
  const start = process.hrtime.bigint();
  const clock = runClock(start);
  const differences = Array.from({length: 50}, () => {
    const before = Number(process.hrtime.bigint() - start);
    const middle = clock();
    const after = Number(process.hrtime.bigint() - start);
    return Math.max(before - middle, middle - after, 0);
  });
  expect(Math.min(...differences)).toBeLessThan(1000);
});

describe("traceWriter", () => {
  const folder = mkdtempSync(join(tmpdir(), "convoy-trace-"));
  afterAll(() => rmSync(folder, {recursive: true}));
  const row = (time_ns: number, thread: number, event: string) => ({time_ns, thread, event});
  const trace: Trace = {
    rows: [
      row(1000, 0, "acquire"),
      row(1500, 1, "wait"),
      row(2000, 1, "drop-request"),
      row(2500, 0, "release"),
      row(2600, 1, "acquire")
    ],
    overwritten: 0
  };

  it("refuses an ending that it does not know", () => {
    expect(() => traceWriter("x.txt")).toThrow(
      "unknown trace format: x.txt; end it in .csv, .parquet, .json"
    );
  });
  it("writes CSV", async () => {
    const file = join(folder, "trace.csv");
    await traceWriter(file)(file, trace);
    expect(readFileSync(file, "utf8").split("\n").slice(0, 3)).toEqual([
      "time_ns,thread,event",
      "1000,0,acquire",
      "1500,1,wait"
    ]);
  });
  it("writes Parquet", async () => {
    const file = join(folder, "trace.parquet");
    await traceWriter(file)(file, trace);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const reader = await connection.runAndReadAll(`SELECT * FROM '${file}' ORDER BY time_ns`);
    expect(reader.getRowObjects()[2]).toEqual({time_ns: 2000n, thread: 1, event: "drop-request"});
    connection.closeSync();
  });
  it("writes bars and marks for a timeline", async () => {
    const file = join(folder, "trace.json");
    await traceWriter(file)(file, trace);
    const {traceEvents} = JSON.parse(readFileSync(file, "utf8"));
    expect(traceEvents).toContainEqual({name: "holds the lock", ph: "X", pid: 1, tid: 0, ts: 1, dur: 1.5});
    expect(traceEvents).toContainEqual({
      name: "waits for the lock",
      ph: "X",
      pid: 1,
      tid: 1,
      ts: 1.5,
      dur: 1.1
    });
    expect(traceEvents).toContainEqual({name: "drop-request", ph: "i", s: "t", pid: 1, tid: 1, ts: 2});
  });
});
