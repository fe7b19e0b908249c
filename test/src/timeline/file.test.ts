import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {traceWriter} from "../../../runtime/trace/write.ts";
import {readTraceFile} from "../../../src/timeline/file.ts";
import {STATES} from "../../../src/timeline/trace.ts";

const rows = [
  {time_ns: 1000, thread: 0, event: "acquire"},
  {time_ns: 1500, thread: 1, event: "wait"},
  {time_ns: 2000, thread: 0, event: "release"},
  {time_ns: 2000, thread: 0, event: "block"},
  {time_ns: 2500, thread: 1, event: "woken-in-vain"},
  {time_ns: 3000, thread: 1, event: "acquire"},
  {time_ns: 3500, thread: 0, event: "unblock"},
  {time_ns: 3600, thread: 0, event: "wait"},
  {time_ns: 3700, thread: 0, event: "drop-request"},
  {time_ns: 4000, thread: 1, event: "release"},
  {time_ns: 4000, thread: 0, event: "acquire"},
  {time_ns: 5000, thread: 0, event: "release"}
];

async function written(name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "convoy-file-"));
  try {
    const file = join(folder, name);
    await traceWriter(file)(file, {rows, overwritten: 0});
    return readFileSync(file, "utf8");
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

describe.each(["trace.csv", "trace.json"])("what convoy run --trace %s writes", (name) => {
  test("is read", async () => {
    const lanes = readTraceFile(name, await written(name));
    expect(lanes.map(({thread}) => thread)).toEqual([0, 1]);
    const [main, other] = lanes.map(({from_ns, state}) =>
      Array.from(from_ns, (at, i) => [at, STATES[state[i]]])
    );
    expect(main.slice(0, 4)).toEqual([
      [1000, "holds"],
      [2000, "blocked"],
      [3500, "waits"],
      [4000, "holds"]
    ]);
    expect(other).toEqual([
      [1500, "waits"],
      [3000, "holds"],
      [4000, "waits"]
    ]);
    expect([...lanes[1].marks["woken-in-vain"]]).toEqual([2500]);
    expect([...lanes[0].marks["drop-request"]]).toEqual([3700]);
    expect(lanes.map(({marks}) => [...marks["hand-over"]])).toEqual([[4000], [3000]]);
  });
});

test.each([
  ["trace.parquet", "PAR1", "unknown format: trace.parquet"],
  ["x.csv", "a,b\n1,2\n", "invalid trace: x.csv does not begin with time_ns,thread,event"],
  [
    "x.csv",
    "time_ns,thread,event\n1,0,acquire\n2,zero,release\n",
    "invalid trace: x.csv, line 3: 2,zero,release"
  ],
  ["x.csv", "time_ns,thread,event\n1,0,sneeze\n", "invalid trace: x.csv, line 2: 1,0,sneeze"],
  ["x.csv", "time_ns,thread,event\n", "invalid trace: x.csv has no events"],
  ["x.csv", "", "invalid trace: x.csv does not begin"],
  ["x.json", "{", "invalid trace: x.json is no JSON"],
  ["x.json", "[1, 2]", "invalid trace: x.json has no traceEvents"],
  [
    "x.json",
    '{"traceEvents": [{"name": "paint", "ph": "X", "tid": 1, "ts": 1, "dur": 1}]}',
    "invalid trace: x.json, event 1"
  ],
  ["x.json", '{"traceEvents": [null]}', "invalid trace: x.json, event 1"],
  ["x.json", '{"traceEvents": []}', "invalid trace: x.json has no events"]
])("%s with %j is refused", (name, text, message) => {
  expect(() => readTraceFile(name, text)).toThrow(message);
});
