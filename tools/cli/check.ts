import {mkdirSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {Descriptor} from "../../runtime/designs/index.ts";
import type {CheckOptions, CheckRow, Schedule} from "../../runtime/machines/exhaustive/index.ts";
import {
  type FoundCycle,
  propertyTable,
  recordedCycles,
  recordedRows,
  starvationTable,
  table
} from "./check-report.ts";
import {checker} from "./checker.ts";
import {type Command, parse, UsageError, wholeNumber} from "./command.ts";
import {isDesignFile, namedDesign} from "./design-name.ts";
import {checkWritable} from "./files.ts";

const help = `convoy check [OPTIONS] [DESIGN|FILE]

Tries every interleaving of small programs under a lock design, and proves its properties or shows a shortest schedule
that breaks one. The programs are scripted: threads compute, block, yield, start others, end, get a signal. Without a
design it checks all of Convoy's. A file (.ts, .js) has a design as its default export: convoy new design writes one.

  --threads N,N       numbers of threads, 2 to 4 (default 2); with 4, schedules are bounded
  --scenario NAME     only this program
  --preemptions N     with 4 threads, how often one that could go on is interrupted (default 2)
  --limit N           most states of one program (default 10000000, about 150 bytes each)
  --seconds N         most time for one program (default 300)
  --json FILE         write all that was found, a row for each program and pass
  --record            write the tables to data/checks (rows.csv, cycles.csv), to be committed
  --replay SCHEDULE   perform one schedule, as a check printed it, and show what each thread does

Time-outs may fire at any moment. The status is 1 if a property is violated without spurious wake-ups, or undecided.
For example:

  convoy check --threads 2,3 timeout
  convoy check ./mine.ts
`;

const options = {
  threads: {type: "string"},
  scenario: {type: "string"},
  preemptions: {type: "string"},
  limit: {type: "string"},
  seconds: {type: "string"},
  json: {type: "string"},
  record: {type: "boolean", default: false},
  replay: {type: "string"}
} as const;

const THREADS_MIN = 2;
const THREADS_MAX = 4;

function threadNumbers(text: string | undefined): number[] {
  return (text ?? "2").split(",").map((part) => {
    const number = Number(part);
    if (!Number.isInteger(number) || part.trim() === "" || number < THREADS_MIN || number > THREADS_MAX)
      throw new UsageError(
        `invalid --threads: ${part}; give numbers from ${THREADS_MIN} to ${THREADS_MAX}, such as 2,3`
      );
    return number;
  });
}

/** One of Convoy's designs by name, as this machine has it, or the design in a file. */
async function designOf(text: string): Promise<Descriptor> {
  if (!isDesignFile(text)) return (await checker()).findDesign(namedDesign(text).name);
  const {readDesign} = await import("./design-file.ts");
  return (await readDesign(text, "exhaustive")).descriptor;
}

/** Says on a terminal how far it is. */
function progressFor(design: string): CheckOptions["progress"] {
  if (!process.stderr.isTTY) return undefined;
  return ({name}, pass, states) => {
    process.stderr.write(`\r\x1b[K${design} ${name} (${pass}): ${states.toLocaleString("en")} states`);
  };
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
}

async function checked(descriptor: Descriptor, how: CheckOptions, asked?: string): Promise<CheckRow[]> {
  const {check} = await checker();
  try {
    return check(descriptor, {...how, progress: progressFor(descriptor.name)});
  } catch (error) {
    if (asked === undefined || !isDesignFile(asked)) throw error;
    const {cannotPerform} = await import("./design-file.ts");
    throw cannotPerform(asked, error as Error);
  } finally {
    clearProgress();
  }
}

/** @param asked what the design was asked for by, if it was */
async function checkOne(descriptor: Descriptor, how: CheckOptions, asked?: string): Promise<CheckRow[]> {
  const {decodeSchedule, findScenario, formatTimeline, properties, timeline} = await checker();
  const rows = await checked(descriptor, how, asked);
  const parts = [`${descriptor.name}: ${descriptor.title}\n`, table(rows), propertyTable(rows, properties)];
  parts.push(starvationTable(rows));
  for (const {property, schedule} of firstSchedules(rows)) {
    const decoded = decodeSchedule(schedule);
    const shown = timeline(descriptor, findScenario(decoded.scenario), decoded);
    parts.push(`${property}, to be seen again with --replay ${schedule}\n${formatTimeline(shown)}`);
  }
  process.stdout.write(`${parts.filter((part) => part !== "").join("\n")}\n`);
  return rows;
}

/** For each violated property the shortest schedule, those without spurious wake-ups first. */
function firstSchedules(rows: readonly CheckRow[]): {property: string; schedule: string}[] {
  const found = rows
    .flatMap(({pass, verdicts}) => verdicts.map((verdict) => ({...verdict, spurious: pass === "spurious"})))
    .filter(({schedule}) => schedule !== null)
    .sort((a, b) => Number(a.spurious) - Number(b.spurious) || a.steps! - b.steps!);
  const first = new Map<string, string>();
  for (const {property, schedule} of found) if (!first.has(property)) first.set(property, schedule!);
  return [...first].map(([property, schedule]) => ({property, schedule}));
}

async function replay(text: string, design: string | undefined): Promise<number> {
  const {COUNTERS_ENDLESS, decodeSchedule, endless, findScenario, formatTimeline, timeline} = await checker();
  const schedule: Schedule = decodeSchedule(text);
  const descriptor = await designOf(design ?? schedule.design);
  if (descriptor.name !== schedule.design)
    throw new UsageError(
      `invalid --replay: a schedule of ${schedule.design}, not of ${descriptor.name}; name that design`
    );
  const scenario = findScenario(schedule.scenario);
  const counters = endless.includes(scenario) ? COUNTERS_ENDLESS : undefined;
  process.stdout.write(formatTimeline(timeline(descriptor, scenario, schedule, counters)));
  return 0;
}

/** Writes the tables where the report finds them, in the place of those before. */
async function record(rows: readonly CheckRow[]): Promise<void> {
  const folder = new URL("../data/checks/", import.meta.url);
  mkdirSync(folder, {recursive: true});
  const date = new Date().toISOString().slice(0, 10);
  const write = (name: string, text: string) => {
    const file = new URL(name, folder);
    writeFileSync(file, text);
    process.stderr.write(`${fileURLToPath(file)}\n`);
  };
  write("rows.csv", recordedRows(rows, date));
  write("cycles.csv", recordedCycles(await cyclesOf(rows), date));
}

/** How those starve that can. */
async function cyclesOf(rows: readonly CheckRow[]): Promise<FoundCycle[]> {
  const {encodeSchedule, findDesign, findScenario, lassos} = await checker();
  return rows.flatMap(({design, scenario, starvation}) =>
    lassos(findDesign(design), findScenario(scenario), starvation ?? []).map((lasso) => {
      const {stem: choices, loop} = lasso;
      const schedule = encodeSchedule({design, scenario, spurious: false, choices, loop});
      return {design, scenario, lasso, schedule};
    })
  );
}

export const command: Command = {
  help,
  async run(args) {
    const {values, positionals} = parse("check", args, options, true);
    if (positionals.length > 1)
      throw new UsageError(`ambiguous design: ${positionals.join(" ")}; give one, or none to check all`);
    checkWritable("json", values.json);
    if (values.replay !== undefined) return replay(values.replay, positionals[0]);
    if (values.record && (positionals.length > 0 || values.scenario !== undefined))
      throw new UsageError("invalid --record: the table holds all designs and programs; name none");
    const {designs, findScenario} = await checker();
    if (values.scenario !== undefined) findScenario(values.scenario);
    const how: CheckOptions = {
      threads: threadNumbers(values.threads),
      scenario: values.scenario,
      preemptions: wholeNumber("preemptions", values.preemptions, 0) ?? undefined,
      limits: withoutUndefined({
        states: wholeNumber("limit", values.limit, 1) ?? undefined,
        seconds: wholeNumber("seconds", values.seconds, 1) ?? undefined
      })
    };
    const chosen = positionals.length === 0 ? designs : [await designOf(positionals[0])];
    const rows: CheckRow[] = [];
    for (const descriptor of chosen) rows.push(...(await checkOne(descriptor, how, positionals[0])));
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
    if (values.record) await record(rows);
    return rows.some(({pass, verdict}) => pass !== "spurious" && verdict !== "holds") ? 1 : 0;
  }
};

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
