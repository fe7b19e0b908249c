/** What `convoy check` prints and records. */
import type {CheckRow, Lasso, Property, Starvation} from "../../runtime/machines/exhaustive/index.ts";

const PASSES: Record<CheckRow["pass"], string> = {
  steps: "every interleaving",
  spurious: "with spurious wake-ups",
  endless: "without end"
};

const HEADS = ["scenario", "threads", "pass", "states", "transitions", "depth", "seconds", "verdict"];

/** The rows as a table for people. */
export function table(rows: readonly CheckRow[]): string {
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

function verdict(row: CheckRow): string {
  if (row.verdict === "undecided") return `undecided: ${row.stopped}`;
  if (row.verdict === "violated")
    return `violated: ${row.verdicts
      .filter((one) => one.verdict === "violated")
      .map(({property, steps}) => `${property} in ${steps} steps`)
      .join(", ")}`;
  return row.preemptions === null ? "holds" : `holds up to ${row.preemptions} preemptions`;
}

/** Each property with what it came to in all rows of a pass. */
export function propertyTable(rows: readonly CheckRow[], properties: readonly Property[]): string {
  const inPass = (name: string, spurious: boolean) => {
    const verdicts = rows
      .filter((row) => (row.pass === "spurious") === spurious)
      .flatMap((row) => row.verdicts.filter(({property}) => property === name).map(({verdict}) => verdict));
    if (verdicts.length === 0) return "";
    if (verdicts.includes("violated")) return "violated";
    return verdicts.includes("undecided") ? "undecided" : "holds";
  };
  const lines = properties.map(({name, title}) => [name, inPass(name, false), inPass(name, true), title]);
  return columns([["property", "verdict", "spurious", "what holds"], ...lines], []);
}

/** Who can starve whom, a line for each program without end. */
export function starvationTable(rows: readonly CheckRow[]): string {
  const lines = rows
    .filter((row) => row.pass === "endless")
    .map((row) => [row.scenario, row.starvation === null ? "undecided" : starving(row.starvation)]);
  return lines.length === 0
    ? ""
    : columns([["without end", "who can starve, if scheduling is strongly fair"], ...lines], []);
}

function starving(starvation: readonly Starvation[]): string {
  if (starvation.length === 0) return "nobody";
  const help = ({by, alone}: Starvation) => {
    if (by.length < 2) return "";
    return alone.length === 0 ? " together" : `, ${alone.join(" and ")} also alone`;
  };
  return starvation.map((one) => `thread ${one.victim} by ${one.by.join(" and ")}${help(one)}`).join("; ");
}

/** Columns of text, those in `right` aligned to the right. */
function columns(lines: string[][], right: number[]): string {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  return lines
    .map((line) => {
      const cells = line.map((cell, i) =>
        right.includes(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i])
      );
      return `  ${cells.join("  ")}`.trimEnd();
    })
    .join("\n")
    .concat("\n");
}

const RECORDED = [
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

/** Who starves by whom, as "0<1+2 1<2"; "nobody"; nothing where it was not asked. */
function starved({starvation}: CheckRow, by: (one: Starvation) => number[]): string {
  if (starvation === null) return "";
  const found = starvation.filter((one) => by(one).length > 0);
  return found.map((one) => `${one.victim}<${by(one).join("+")}`).join(" ") || "nobody";
}

/** The rows as the table that is committed. `date` is that of the check, as 2026-11-22. */
export function recordedRows(rows: readonly CheckRow[], date: string): string {
  const lines = rows.map((row) => {
    const first = row.verdicts
      .filter(({schedule}) => schedule !== null)
      .sort((a, b) => a.steps! - b.steps!)
      .at(0);
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
      starved(row, ({by}) => by),
      starved(row, ({alone}) => alone)
    ].join(",");
  });
  return `${RECORDED.join(",")}\n${lines.join("\n")}\n`;
}

/** What is recorded of how somebody starves: a cycle under a design, in a program without end. */
export interface FoundCycle extends Pick<CheckRow, "design" | "scenario"> {
  lasso: Lasso;
  /** As `encodeSchedule` writes it. */
  schedule: string;
}

const CYCLES = ["date", "design", "scenario", "victim", "by", "stem_steps", "loop_steps", "schedule"];

/** The cycles as the table that is committed. `date` is that of the check. */
export function recordedCycles(found: readonly FoundCycle[], date: string): string {
  const lines = found.map(({design, scenario, lasso: {victim, by, stem, loop}, schedule}) =>
    [date, design, scenario, victim, by.join("+"), stem.length, loop.length, schedule].join(",")
  );
  return `${CYCLES.join(",")}\n${lines.map((line) => `${line}\n`).join("")}`;
}
