/// Recording the scenes of the timeline: a folder with a Parquet file for each, a list of them, and what made them.
import {execFileSync} from "node:child_process";
import {copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type * as Checker from "../runtime/machines/exhaustive/index.ts";
import {
  columnsOf,
  type Lane,
  type Life,
  lanesOf,
  livesOf,
  MARKS,
  STATES,
  type TraceRow
} from "../src/timeline/trace.ts";
import {fileOf, tableSchema} from "./datapackage.ts";
import {programPath} from "./experiment.ts";
import {alone, localFolder, RECORDED, replaceFolder, writableFolder} from "./folders.ts";
import type {Progress} from "./progress.ts";
import {type Circumstances, circumstances} from "./provenance.ts";
import {ROOT} from "./root.ts";
import {SCENE_COLUMNS, SCENES, type SceneDefinition, SEED, TRACE_COLUMNS} from "./scenes.ts";
import type {RowOf} from "./schema.ts";
import {heapFor, PROFILES, theSimulator} from "./simulated.ts";
import {load1m} from "./system.ts";
import {readTable, writeTable} from "./tables.ts";

export const TRACES = "traces";
const TITLE = "What threads do, moment by moment: scenes of the timeline";
const PROGRAM = "scene.py";
/// Records of a thread that the host machine keeps; older ones would be lost.
const HOST_EVENTS = 65536;
const HOST_LIMIT_MS = 120_000;
/// Nanoseconds that stand for a step of the checker, where only the order is known.
const STEP_NS = 1000;

export type SceneRow = RowOf<typeof SCENE_COLUMNS>;

/// run.json of the traces.
export interface TracesRun {
  title: string;
  /// By machine: what recorded its scenes.
  machines: Record<string, Circumstances & {command: string; load_after: number; end: string}>;
}

/// What a scene's run left.
interface Recorded {
  rows: TraceRow[];
  lives: Life[];
}

const traceCommand = ({machine, design, cores, profile, args, schedule}: SceneDefinition): string =>
  schedule === null
    ? `npx convoy run --machine ${machine} --design ${design} --cores ${cores}${profile === null ? "" : ` --seed ${SEED} --profile ${profile}`} --trace trace.csv loaders/programs/${PROGRAM} ${args.join(" ")}`
    : `npx convoy check --replay ${schedule}`;

/// The recorded scenes' folder, this computer's own or the committed one; null when there is none.
export function tracesFolder(): string | null {
  const folders = process.env.CONVOY_RECORDED ? [RECORDED] : [localFolder(), RECORDED];
  return folders.map((folder) => join(folder, TRACES)).find((folder) => existsSync(folder)) ?? null;
}

/// The list of the recorded scenes.
export const readScenes = async (folder: string): Promise<SceneRow[]> =>
  (await readTable(join(folder, "scenes.parquet"), SCENE_COLUMNS)) as unknown as SceneRow[];

export interface RecordOptions {
  /// Where the dataset's folder is made.
  folder: string;
  /// Only scenes of these machines; the others stay as they are there. Default: all.
  machines?: readonly string[];
  progress: Progress;
}

/// Records scenes and replaces the dataset when all is done.
export async function recordTraces({machines, progress, ...options}: RecordOptions): Promise<void> {
  const folder = writableFolder(options.folder);
  const wanted = SCENES.filter(({machine}) => machines === undefined || machines.includes(machine));
  if (wanted.length === 0)
    throw new Error(`unknown machines: ${machines?.join(", ")}; scenes are of host, simulated, exhaustive`);
  const old = join(folder, TRACES);
  const known = existsSync(old) ? await readScenes(old) : [];
  const before = circumstances();
  await alone(folder, () =>
    replaceFolder(folder, TRACES, async (made) => {
      const list: SceneRow[] = [];
      for (const [i, scene] of SCENES.entries()) {
        const kept = known.find((row) => row.scene === scene.name);
        if (wanted.includes(scene)) {
          progress.step(i, SCENES.length, scene.name);
          list.push(await writeScene(made, scene, await record(scene)));
        } else if (kept !== undefined) {
          copyFileSync(join(old, `${scene.name}.parquet`), join(made, `${scene.name}.parquet`));
          list.push(kept);
        }
      }
      progress.step(SCENES.length, SCENES.length, "");
      await writeTable(made, "scenes", SCENE_COLUMNS, list);
      const run = runOf(old, [...new Set(wanted.map(({machine}) => machine))], before, machines);
      const json = (name: string, value: unknown) =>
        writeFileSync(join(made, name), `${JSON.stringify(value, null, 1)}\n`);
      json("run.json", run);
      json("datapackage.json", packageOf(made, list, run));
    })
  );
}

function runOf(
  old: string,
  recorded: readonly string[],
  before: Circumstances,
  machines: readonly string[] | undefined
): TracesRun {
  const file = join(old, "run.json");
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as TracesRun).machines : {};
  const only = machines?.map((machine) => ` --machine ${machine}`).join("") ?? "";
  const now = {
    command: `npx convoy data traces${only}`,
    ...before,
    load_after: load1m(),
    end: new Date().toISOString()
  };
  return {
    title: TITLE,
    machines: {...kept, ...Object.fromEntries(recorded.map((machine) => [machine, now]))}
  };
}

function packageOf(folder: string, list: readonly SceneRow[], run: TracesRun): object {
  const created = Object.values(run.machines)
    .map(({end}) => end)
    .sort()
    .at(-1);
  return {
    profile: "data-package",
    name: TRACES,
    title: TITLE,
    description:
      "scenes lists the scenes; each has a Parquet file of its own name. What made them is in run.json.",
    version: created,
    created,
    licenses: [{name: "MIT", path: "https://opensource.org/license/mit", title: "MIT License"}],
    resources: [
      {name: "scenes", ...fileOf(folder, "scenes.csv"), format: "csv", schema: tableSchema(SCENE_COLUMNS)},
      ...list.map(({scene}) => ({
        name: scene,
        ...fileOf(folder, `${scene}.parquet`),
        format: "parquet",
        mediatype: "application/vnd.apache.parquet",
        schema: tableSchema(TRACE_COLUMNS)
      }))
    ]
  };
}

// ---- recording

const record = (scene: SceneDefinition): Promise<Recorded> =>
  scene.machine === "host"
    ? recordHost(scene)
    : scene.machine === "simulated"
      ? recordSimulated(scene)
      : recordSchedule(scene);

async function recordSimulated({design, args, cores, profile}: SceneDefinition): Promise<Recorded> {
  const simulate = await theSimulator();
  const errors: Uint8Array[] = [];
  const {status, failure, trace, metrics} = simulate({
    source: readFileSync(programPath(PROGRAM), "utf8"),
    filename: PROGRAM,
    argv: [PROGRAM, ...args],
    ...{design, cores},
    seed: SEED,
    profile: JSON.parse(readFileSync(join(PROFILES, `${profile}.json`), "utf8")),
    heap: heapFor(design),
    trace: true,
    write: (fd, bytes) => fd === 2 && errors.push(bytes.slice())
  });
  if (status !== 0 || failure !== null)
    throw new Error(`${PROGRAM} fails on the simulated machine: ${failure ?? Buffer.concat(errors)}`);
  return {rows: trace!.rows, lives: metrics.threads};
}

/// On this computer. Time begins when the last thread has started: before that, threads boot, which takes long and shows
/// nothing of the lock.
async function recordHost({name, design, args, cores}: SceneDefinition): Promise<Recorded> {
  const folder = mkdtempSync(join(tmpdir(), "convoy-trace-"));
  try {
    const [csv, json] = ["trace.csv", "metrics.json"].map((file) => join(folder, file));
    const command = [join(ROOT, "bin", "convoy.js"), "run", "--machine", "host", "--design", design];
    const options = ["--cores", `${cores}`, "--trace", csv, "--json", json, programPath(PROGRAM), ...args];
    execFileSync(process.execPath, [...command, ...options], {stdio: "inherit", timeout: HOST_LIMIT_MS});
    const columns = [
      {name: "time_ns", type: "number", unit: "ns", description: ""},
      {name: "thread", type: "integer", unit: "", description: ""},
      {name: "event", type: "string", unit: "", description: ""}
    ] as const;
    const rows = (await readTable(csv, columns)) as unknown as TraceRow[];
    const {threads} = JSON.parse(readFileSync(json, "utf8")) as {threads: Life[]};
    for (const {thread} of threads)
      if (rows.filter((row) => row.thread === thread).length >= HOST_EVENTS)
        throw new Error(`invalid scene: ${name} has more events of thread ${thread} than a trace holds`);
    return since(Math.max(...threads.map(({started_ns}) => started_ns)), {rows, lives: threads});
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/// The trace from `begin_ns` on, which becomes 0. What a thread is doing then is said by the last event before.
export function since(begin_ns: number, {rows, lives}: Recorded): Recorded {
  const shifted = rows.map((row) => ({...row, time_ns: Math.max(0, row.time_ns - begin_ns)}));
  const stateful = (event: string) => ["acquire", "release", "block", "unblock"].includes(event);
  const last = new Map(
    shifted.flatMap((row, i) =>
      rows[i].time_ns < begin_ns && stateful(row.event) ? [[row.thread, row]] : []
    )
  );
  const before = [...last.values()].sort(
    (a, b) => Number(b.event === "acquire") - Number(a.event === "acquire")
  );
  return {
    rows: [...before, ...shifted.filter((_, i) => rows[i].time_ns >= begin_ns)],
    lives: lives.map(({thread, started_ns, ended_ns}) => ({
      thread,
      started_ns: Math.max(0, started_ns - begin_ns),
      ended_ns: Math.max(0, ended_ns - begin_ns)
    }))
  };
}

/// A schedule of the checker: each step ends 1,000 ns after the one before.
async function recordSchedule({design, schedule: text}: SceneDefinition): Promise<Recorded> {
  const checker = (await import(join(ROOT, "build", "checker.js"))) as typeof Checker;
  const schedule = checker.decodeSchedule(text!);
  const shown = checker.timeline(
    checker.findDesign(design),
    checker.findScenario(schedule.scenario),
    schedule
  );
  const rows = shown.rows.flatMap(({actor, traced}, i) =>
    traced.map((event) => ({time_ns: (i + 1) * STEP_NS, thread: actor, event}))
  );
  const end = shown.rows.length * STEP_NS;
  const lives = Array.from({length: shown.threads}, (_, thread) => {
    const own = shown.rows.flatMap(({actor, events}, i) => (actor === thread ? [{i, events}] : []));
    const ended = own.find(({events}) => events.includes("ends"));
    return {
      thread,
      started_ns: (own[0]?.i ?? 0) * STEP_NS,
      ended_ns: ended === undefined ? end : (ended.i + 1) * STEP_NS
    };
  });
  return {rows, lives};
}

// ---- writing

async function writeScene(
  folder: string,
  scene: SceneDefinition,
  {rows, lives}: Recorded
): Promise<SceneRow> {
  const whole = rows.map((row) => ({...row, time_ns: Math.round(row.time_ns)}));
  const known = lives.map(({thread, started_ns, ended_ns}) => ({
    thread,
    started_ns: Math.round(started_ns),
    ended_ns: Math.round(ended_ns)
  }));
  const lanes = lanesOf(columnsOf(whole), known.length > 0 ? known : livesOf(columnsOf(whole)));
  const written = await writeLanes(join(folder, `${scene.name}.parquet`), lanes);
  return {
    scene: scene.name,
    title: scene.title,
    machine: scene.machine,
    design: scene.design,
    profile: scene.profile,
    cores: scene.cores,
    threads: lanes.length,
    seed: scene.machine === "simulated" ? SEED : null,
    clock: scene.machine === "host" ? "real" : scene.machine === "simulated" ? "virtual" : "steps",
    events: rows.length,
    rows: written,
    end_ns: Math.max(...lanes.map(({end_ns}) => end_ns)),
    command: traceCommand(scene)
  };
}

/// Writes the stretches and marks of lanes, by thread and time, and says how many there are.
export async function writeLanes(file: string, lanes: readonly Lane[]): Promise<number> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  try {
    await connection.run(
      "CREATE TABLE rows (thread INTEGER, state VARCHAR, from_ns BIGINT, length_ns BIGINT)"
    );
    const appender = await connection.createAppender("rows");
    let count = 0;
    const append = (thread: number, state: string, from_ns: number, length_ns: number) => {
      appender.appendInteger(thread);
      appender.appendVarchar(state);
      appender.appendBigInt(BigInt(from_ns));
      appender.appendBigInt(BigInt(length_ns));
      appender.endRow();
      count++;
    };
    for (const {thread, from_ns, state, end_ns, marks} of lanes) {
      from_ns.forEach((from, i) => {
        append(thread, STATES[state[i]], from, Math.max(0, (from_ns[i + 1] ?? end_ns) - from));
      });
      for (const mark of MARKS) for (const at of marks[mark]) append(thread, mark, at, 0);
    }
    appender.closeSync();
    await connection.run(
      `COPY (SELECT * FROM rows ORDER BY thread, from_ns, length_ns) TO '${file}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, PARQUET_VERSION v2)`
    );
    return count;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
