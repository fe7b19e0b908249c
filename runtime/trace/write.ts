import {writeFileSync} from "node:fs";
import type {Trace, TraceRow} from "./ring.ts";

/** File endings that a trace can be written as. */
export const TRACE_ENDINGS = [".csv", ".parquet", ".json"];

type Write = (file: string, trace: Trace) => Promise<void>;
const writers: Record<string, Write> = {".csv": writeCsv, ".parquet": writeParquet, ".json": writePerfetto};

/** Writer for a file name. @throws for an ending that is not in TRACE_ENDINGS */
export function traceWriter(file: string): Write {
  const ending = TRACE_ENDINGS.find((known) => file.endsWith(known));
  if (ending === undefined)
    throw new Error(`unknown trace format: ${file}; end it in ${TRACE_ENDINGS.join(", ")}`);
  return writers[ending];
}

const COLUMNS: (keyof TraceRow)[] = ["time_ns", "thread", "event"];

async function writeCsv(file: string, {rows}: Trace): Promise<void> {
  const lines = rows.map((row) => `${row.time_ns},${row.thread},${row.event}`);
  writeFileSync(file, `${COLUMNS.join(",")}\n${lines.join("\n")}${rows.length > 0 ? "\n" : ""}`);
}

async function writeParquet(file: string, {rows}: Trace): Promise<void> {
  const {DuckDBInstance} = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    await connection.run("CREATE TABLE trace (time_ns BIGINT, thread INTEGER, event VARCHAR)");
    const appender = await connection.createAppender("trace");
    for (const {time_ns, thread, event} of rows) {
      appender.appendBigInt(BigInt(time_ns));
      appender.appendInteger(thread);
      appender.appendVarchar(event);
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(`COPY trace TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
  } finally {
    connection.closeSync();
  }
}

/** States of a thread that a timeline shows as bars, with the events that start and end each. */
const BARS: {name: string; from: string; to: string}[] = [
  {name: "holds the lock", from: "acquire", to: "release"},
  {name: "waits for the lock", from: "wait", to: "acquire"},
  {name: "blocked", from: "block", to: "unblock"}
];

/**
 * Trace Event Format, which Perfetto and Chrome's tracing page open: bars for the states above, marks for the rest.
 * Times are microseconds.
 */
async function writePerfetto(file: string, {rows, overwritten}: Trace): Promise<void> {
  const traceEvents: object[] = [];
  const begun = new Map<string, number>();
  for (const {time_ns, thread, event} of rows) {
    const at = {pid: 1, tid: thread, ts: time_ns / 1000};
    for (const {name, from, to} of BARS) {
      const key = `${thread} ${name}`;
      const start = begun.get(key);
      if (event === to && start !== undefined) {
        traceEvents.push({
          name,
          ph: "X",
          pid: 1,
          tid: thread,
          ts: start / 1000,
          dur: (time_ns - start) / 1000
        });
        begun.delete(key);
      }
      if (event === from) begun.set(key, time_ns);
    }
    if (!BARS.some(({from, to}) => event === from || event === to))
      traceEvents.push({name: event, ph: "i", s: "t", ...at});
  }
  for (const thread of new Set(rows.map((row) => row.thread)))
    traceEvents.push({
      name: "thread_name",
      ph: "M",
      pid: 1,
      tid: thread,
      args: {name: thread === 0 ? "main" : `thread ${thread}`}
    });
  writeFileSync(file, JSON.stringify({traceEvents, otherData: {overwritten}}));
}
