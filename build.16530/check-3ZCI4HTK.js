import {
  checker
} from "./chunk-KUUDK653.js";
import {
  checkWritable
} from "./chunk-D2XXXWZR.js";
import {
  isDesignFile,
  namedDesign
} from "./chunk-RLYR5DJM.js";
import "./chunk-DIABLGBR.js";
import "./chunk-CSHBCXSV.js";
import "./chunk-HG3T4HSK.js";
import "./chunk-PC35SSNN.js";
import {
  UsageError,
  parse,
  wholeNumber
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/check.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// tools/cli/check-report.ts
var PASSES = {
  steps: "every interleaving",
  spurious: "with spurious wake-ups",
  endless: "without end"
};
var HEADS = ["scenario", "threads", "pass", "states", "transitions", "depth", "seconds", "verdict"];
function table(rows) {
  const cells = rows.map((row) => [
    row.scenario,
    `${row.threads}`,
    PASSES[row.pass],
    row.states.toLocaleString("en"),
    row.transitions.toLocaleString("en"),
    `${row.depth}`,
    row.seconds.toFixed(1),
    verdict(row)
  ]);
  return columns([HEADS, ...cells], [3, 4, 5, 6, 1]);
}
function verdict(row) {
  if (row.verdict === "undecided") return `undecided: ${row.stopped}`;
  if (row.verdict === "violated")
    return `violated: ${row.verdicts.filter((one) => one.verdict === "violated").map(({ property, steps }) => `${property} in ${steps} steps`).join(", ")}`;
  return row.preemptions === null ? "holds" : `holds up to ${row.preemptions} preemptions`;
}
function propertyTable(rows, properties) {
  const inPass = (name, spurious) => {
    const verdicts = rows.filter((row) => row.pass === "spurious" === spurious).flatMap((row) => row.verdicts.filter(({ property }) => property === name).map(({ verdict: verdict2 }) => verdict2));
    if (verdicts.length === 0) return "";
    if (verdicts.includes("violated")) return "violated";
    return verdicts.includes("undecided") ? "undecided" : "holds";
  };
  const lines = properties.map(({ name, title }) => [name, inPass(name, false), inPass(name, true), title]);
  return columns([["property", "verdict", "spurious", "what holds"], ...lines], []);
}
function starvationTable(rows) {
  const lines = rows.filter((row) => row.pass === "endless").map((row) => [row.scenario, row.starvation === null ? "undecided" : starving(row.starvation)]);
  return lines.length === 0 ? "" : columns([["without end", "who can starve, if scheduling is strongly fair"], ...lines], []);
}
function starving(starvation) {
  if (starvation.length === 0) return "nobody";
  const help2 = ({ by, alone }) => {
    if (by.length < 2) return "";
    return alone.length === 0 ? " together" : `, ${alone.join(" and ")} also alone`;
  };
  return starvation.map((one) => `thread ${one.victim} by ${one.by.join(" and ")}${help2(one)}`).join("; ");
}
function columns(lines, right) {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  return lines.map((line) => {
    const cells = line.map(
      (cell, i) => right.includes(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i])
    );
    return `  ${cells.join("  ")}`.trimEnd();
  }).join("\n").concat("\n");
}
var RECORDED = [
  "date",
  "design",
  "threads",
  "scenario",
  "pass",
  "preemptions",
  "states",
  "transitions",
  "depth",
  "seconds",
  "complete",
  "verdict",
  "violated",
  "steps",
  "schedule",
  "starved",
  "starved_by_one"
];
function starved({ starvation }, by) {
  if (starvation === null) return "";
  const found = starvation.filter((one) => by(one).length > 0);
  return found.map((one) => `${one.victim}<${by(one).join("+")}`).join(" ") || "nobody";
}
function recordedRows(rows, date) {
  const lines = rows.map((row) => {
    const first = row.verdicts.filter(({ schedule }) => schedule !== null).sort((a, b) => a.steps - b.steps).at(0);
    return [
      date,
      row.design,
      row.threads,
      row.scenario,
      row.pass,
      row.preemptions ?? "",
      row.states,
      row.transitions,
      row.depth,
      row.seconds.toFixed(2),
      row.complete,
      row.verdict,
      first?.property ?? "",
      first?.steps ?? "",
      first?.schedule ?? "",
      starved(row, ({ by }) => by),
      starved(row, ({ alone }) => alone)
    ].join(",");
  });
  return `${RECORDED.join(",")}
${lines.join("\n")}
`;
}

// tools/cli/check.ts
var help = `convoy check [OPTIONS] [DESIGN|FILE]

Tries every interleaving of small programs under a lock design, and proves its properties or shows a shortest schedule
that breaks one. The programs are scripted: threads compute, block, yield, start others, end, get a signal. Without a
design it checks all of Convoy's. A file (.ts, .js) has a design as its default export: convoy new design writes one.

  --threads N,N       numbers of threads, 2 to 4 (default 2); with 4, schedules are bounded
  --scenario NAME     only this program
  --preemptions N     with 4 threads, how often one that could go on is interrupted (default 2)
  --limit N           most states of one program (default 10000000, about 150 bytes each)
  --seconds N         most time for one program (default 300)
  --json FILE         write all that was found, a row for each program and pass
  --record            write the table to data/checks/rows.csv, to be committed
  --replay SCHEDULE   perform one schedule, as a check printed it, and show what each thread does

Time-outs may fire at any moment. The status is 1 if a property is violated without spurious wake-ups, or undecided.
For example:

  convoy check --threads 2,3 timeout
  convoy check ./mine.ts
`;
var options = {
  threads: { type: "string" },
  scenario: { type: "string" },
  preemptions: { type: "string" },
  limit: { type: "string" },
  seconds: { type: "string" },
  json: { type: "string" },
  record: { type: "boolean", default: false },
  replay: { type: "string" }
};
var THREADS_MIN = 2;
var THREADS_MAX = 4;
function threadNumbers(text) {
  return (text ?? "2").split(",").map((part) => {
    const number = Number(part);
    if (!Number.isInteger(number) || part.trim() === "" || number < THREADS_MIN || number > THREADS_MAX)
      throw new UsageError(
        `invalid --threads: ${part}; give numbers from ${THREADS_MIN} to ${THREADS_MAX}, such as 2,3`
      );
    return number;
  });
}
async function designOf(text) {
  if (!isDesignFile(text)) return (await checker()).findDesign(namedDesign(text).name);
  const { readDesign } = await import("./design-file-EKTEUKER.js");
  return (await readDesign(text, "exhaustive")).descriptor;
}
function progressFor(design) {
  if (!process.stderr.isTTY) return void 0;
  return ({ name }, pass, states) => {
    process.stderr.write(`\r\x1B[K${design} ${name} (${pass}): ${states.toLocaleString("en")} states`);
  };
}
function clearProgress() {
  if (process.stderr.isTTY) process.stderr.write("\r\x1B[K");
}
async function checked(descriptor, how, asked) {
  const { check } = await checker();
  try {
    return check(descriptor, { ...how, progress: progressFor(descriptor.name) });
  } catch (error) {
    if (asked === void 0 || !isDesignFile(asked)) throw error;
    const { cannotPerform } = await import("./design-file-EKTEUKER.js");
    throw cannotPerform(asked, error);
  } finally {
    clearProgress();
  }
}
async function checkOne(descriptor, how, asked) {
  const { decodeSchedule, findScenario, formatTimeline, properties, timeline } = await checker();
  const rows = await checked(descriptor, how, asked);
  const parts = [`${descriptor.name}: ${descriptor.title}
`, table(rows), propertyTable(rows, properties)];
  parts.push(starvationTable(rows));
  for (const { property, schedule } of firstSchedules(rows)) {
    const decoded = decodeSchedule(schedule);
    const shown = timeline(descriptor, findScenario(decoded.scenario), decoded);
    parts.push(`${property}, to be seen again with --replay ${schedule}
${formatTimeline(shown)}`);
  }
  process.stdout.write(`${parts.filter((part) => part !== "").join("\n")}
`);
  return rows;
}
function firstSchedules(rows) {
  const found = rows.flatMap(({ pass, verdicts }) => verdicts.map((verdict2) => ({ ...verdict2, spurious: pass === "spurious" }))).filter(({ schedule }) => schedule !== null).sort((a, b) => Number(a.spurious) - Number(b.spurious) || a.steps - b.steps);
  const first = /* @__PURE__ */ new Map();
  for (const { property, schedule } of found) if (!first.has(property)) first.set(property, schedule);
  return [...first].map(([property, schedule]) => ({ property, schedule }));
}
async function replay(text, design) {
  const { COUNTERS_ENDLESS, decodeSchedule, endless, findScenario, formatTimeline, timeline } = await checker();
  const schedule = decodeSchedule(text);
  const descriptor = await designOf(design ?? schedule.design);
  if (descriptor.name !== schedule.design)
    throw new UsageError(
      `invalid --replay: a schedule of ${schedule.design}, not of ${descriptor.name}; name that design`
    );
  const scenario = findScenario(schedule.scenario);
  const counters = endless.includes(scenario) ? COUNTERS_ENDLESS : void 0;
  process.stdout.write(formatTimeline(timeline(descriptor, scenario, schedule, counters)));
  return 0;
}
function record(rows) {
  const folder = new URL("../data/checks/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL("rows.csv", folder);
  writeFileSync(file, recordedRows(rows, (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)));
  process.stderr.write(`${fileURLToPath(file)}
`);
}
var command = {
  help,
  async run(args) {
    const { values, positionals } = parse("check", args, options, true);
    if (positionals.length > 1)
      throw new UsageError(`ambiguous design: ${positionals.join(" ")}; give one, or none to check all`);
    checkWritable("json", values.json);
    if (values.replay !== void 0) return replay(values.replay, positionals[0]);
    if (values.record && (positionals.length > 0 || values.scenario !== void 0))
      throw new UsageError("invalid --record: the table holds all designs and programs; name none");
    const { designs, findScenario } = await checker();
    if (values.scenario !== void 0) findScenario(values.scenario);
    const how = {
      threads: threadNumbers(values.threads),
      scenario: values.scenario,
      preemptions: wholeNumber("preemptions", values.preemptions, 0) ?? void 0,
      limits: withoutUndefined({
        states: wholeNumber("limit", values.limit, 1) ?? void 0,
        seconds: wholeNumber("seconds", values.seconds, 1) ?? void 0
      })
    };
    const chosen = positionals.length === 0 ? designs : [await designOf(positionals[0])];
    const rows = [];
    for (const descriptor of chosen) rows.push(...await checkOne(descriptor, how, positionals[0]));
    if (values.json !== void 0) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}
`);
    if (values.record) record(rows);
    return rows.some(({ pass, verdict: verdict2 }) => pass !== "spurious" && verdict2 !== "holds") ? 1 : 0;
  }
};
function withoutUndefined(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== void 0));
}
export {
  command
};
//# sourceMappingURL=check-3ZCI4HTK.js.map
