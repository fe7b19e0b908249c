/// Values of the page on predictions that say what was proved of the locks.

import {checkRows} from "../../loaders/checks.ts";
import type {Row} from "../../loaders/tables.ts";
import {type MutantRow, mutantFigure, mutantsInWords, uncoveredTable} from "./mutants.ts";
import type {Values} from "./page.ts";
import {counterexample, type Schedules} from "./schedule.ts";
import {renderTable} from "./table.ts";
import {list} from "./words.ts";

/// A row of data/checks/rows.csv.
export interface ProofRow {
  date: string;
  design: string;
  threads: number;
  scenario: string;
  pass: "steps" | "spurious" | "endless";
  preemptions: number | null;
  states: number;
  transitions: number;
  depth: number;
  seconds: number;
  complete: boolean;
  verdict: "holds" | "violated" | "undecided";
  violated: string | null;
  steps: number | null;
  schedule: string | null;
  starved: string | null;
  starved_by_one: string | null;
}

/// Rows of a table of data/checks; none where it was not made.
export const rowsOf = async <R>(name: string): Promise<R[]> => ((await checkRows(name)) ?? []) as (Row & R)[];

/// What was proved of the locks; empty when nothing was recorded.
export const proofRows = (): Promise<ProofRow[]> => rowsOf<ProofRow>("rows");

/// @param schedules the checker of the build, which performs a schedule
export async function checkValues(schedules: Schedules): Promise<Values> {
  const rows = await proofRows();
  const mutants = await rowsOf<MutantRow>("mutants");
  return {
    "proof summary": proofInWords(rows),
    proofs: proofTable(rows),
    "all proofs": everyProof(rows),
    starvation: starvationTable(rows),
    "starvation summary": starvationInWords(rows),
    "spurious summary": spuriousInWords(rows),
    counterexample: counterexample(rows, schedules),
    "mutant summary": mutantsInWords(mutants),
    mutants: mutants.length === 0 ? "" : await mutantFigure(mutants),
    "mutants uncovered": uncoveredTable(mutants)
  };
}

/// In the order of the table.
export const designsOf = (rows: readonly {design: string}[]): string[] => [
  ...new Set(rows.map(({design}) => design))
];

const number = (n: number): string => n.toLocaleString("en-US");
const sum = (rows: readonly ProofRow[], of: (row: ProofRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

export function verdictOf(rows: readonly ProofRow[]): string {
  if (rows.length === 0) return "not tried";
  const broken = rows.filter(({verdict}) => verdict === "violated").sort((a, b) => a.steps! - b.steps!);
  if (broken.length > 0) return `breaks ${broken[0].violated}`;
  return rows.some(({verdict}) => verdict === "undecided") ? "undecided" : "holds";
}

function proofInWords(rows: readonly ProofRow[]): string {
  const steps = rows.filter(({pass}) => pass === "steps");
  if (steps.length === 0) return "Nothing was checked yet: `npx convoy check --threads 2,3,4 --record` does.";
  const designs = designsOf(steps);
  const verdictUnder = (design: string) => verdictOf(steps.filter((row) => row.design === design));
  const verdicts = [...new Set(designs.map(verdictUnder))].map(
    (verdict) =>
      `${verdict} under ${list(designs.filter((d) => verdictUnder(d) === verdict).map((d) => `\`${d}\``))}`
  );
  return (
    `${steps.length} searches over ${number(sum(steps, ({states}) => states))} states and ${number(sum(steps, ({transitions}) => transitions))} ` +
    `steps between them: all together, what is claimed ${list(verdicts)}.`
  );
}

/// A row for each design and number of threads.
function proofTable(rows: readonly ProofRow[]): string {
  const groups = designsOf(rows).flatMap((design) =>
    [...new Set(rows.map(({threads}) => threads))].sort().map((threads) => ({design, threads}))
  );
  return renderTable({
    caption: `Every interleaving of small programs, by design and threads (checked ${days(rows)}); last, with spurious wake-ups`,
    columns: [
      {title: "design"},
      {title: "threads", numeric: true},
      {title: "orders"},
      {title: "states", numeric: true},
      {title: "transitions", numeric: true},
      {title: "seconds", numeric: true},
      {title: "verdict"},
      {title: "spurious"}
    ],
    rows: groups.flatMap(({design, threads}) => {
      const own = rows.filter((row) => row.design === design && row.threads === threads);
      const steps = own.filter(({pass}) => pass === "steps");
      if (steps.length === 0) return [];
      return [
        [
          design,
          `${threads}`,
          bound(steps),
          number(sum(steps, ({states}) => states)),
          number(sum(steps, ({transitions}) => transitions)),
          sum(steps, ({seconds}) => seconds).toFixed(2),
          verdictOf(steps),
          verdictOf(own.filter(({pass}) => pass === "spurious"))
        ]
      ];
    })
  });
}

function bound(rows: readonly ProofRow[]): string {
  const most = rows.flatMap(({preemptions}) => preemptions ?? []);
  if (rows.some(({complete}) => !complete)) return "stopped early";
  return most.length === 0 ? "all" : `${Math.min(...most)} preemptions`;
}

/// The days of a table's checks.
export const days = (rows: readonly {date: string}[]): string =>
  list([...new Set(rows.map(({date}) => date))].sort());

function everyProof(rows: readonly ProofRow[]): string {
  const caption = "Every program in every pass";
  const table = renderTable({
    caption,
    columns: [
      {title: "design"},
      {title: "program"},
      {title: "pass"},
      {title: "orders tried"},
      {title: "states", numeric: true},
      {title: "transitions", numeric: true},
      {title: "longest", numeric: true},
      {title: "seconds", numeric: true},
      {title: "verdict"},
      {title: "in steps", numeric: true}
    ],
    rows: rows.map((row) => [
      row.design,
      row.scenario,
      row.pass,
      bound([row]),
      number(row.states),
      number(row.transitions),
      `${row.depth}`,
      row.seconds.toFixed(2),
      verdictOf([row]),
      row.steps === null ? "" : `${row.steps}`
    ])
  });
  return `<details class="dictionary"><summary>${caption}</summary>${table}</details>`;
}

// ---- starvation

/// "0<1+2 1<2" as [[0, [1, 2]], [1, [2]]]; nothing for "nobody".
export function parseStarved(text: string | null): [victim: number, by: number[]][] {
  if (text === null || text === "nobody") return [];
  return text.split(" ").map((one) => {
    const [victim, by] = one.split("<");
    return [Number(victim), by.split("+").map(Number)];
  });
}

const threadsNamed = (threads: readonly number[]): string => list(threads.map((thread) => `${thread}`));

/// Who can starve in a program, and by whom, in words.
export function starving({starved, starved_by_one}: ProofRow): string {
  const alone = new Map(parseStarved(starved_by_one));
  const found = parseStarved(starved).map(([victim, by]) => {
    const single = alone.get(victim) ?? [];
    if (by.length === 1) return `${victim} by ${by[0]}`;
    if (single.length === 0) return `${victim} by ${threadsNamed(by)} together`;
    return `${victim} by ${single.map(String).join(" or ")}${single.length < by.length ? " alone" : ""}`;
  });
  return found.join("; ") || "nobody";
}

export function starvationInWords(rows: readonly ProofRow[]): string {
  const endless = rows.filter(({pass, complete}) => pass === "endless" && complete);
  const said = [...new Set(endless.map(({design}) => design))].map((design) => {
    const own = endless.filter((row) => row.design === design);
    const some = own.filter(({starved}) => starved !== "nobody");
    return some.length === 0
      ? `under \`${design}\` nobody can starve`
      : `under \`${design}\` somebody can in ${some.length} of ${own.length} programs`;
  });
  return said.length === 0 ? "It was not checked yet." : `${list(said)}.`.replace(/^u/, "U");
}

export function starvationTable(rows: readonly ProofRow[]): string {
  const endless = rows.filter(({pass}) => pass === "endless");
  const designs = designsOf(endless);
  const programs = [...new Set(endless.map(({scenario}) => scenario))];
  return renderTable({
    caption: "Who can starve whom in programs without end: threads by number, spinning ones first",
    columns: [{title: "design"}, ...programs.map((title) => ({title}))],
    rows: designs.map((design) => [
      design,
      ...programs.map((scenario) => {
        const row = endless.find((one) => one.design === design && one.scenario === scenario);
        return row === undefined ? "not tried" : row.complete ? starving(row) : "undecided";
      })
    ]),
    links: designs.map((design) => `/starvation#${design}`)
  });
}

function spuriousInWords(rows: readonly ProofRow[]): string {
  const spurious = rows.filter(({pass}) => pass === "spurious");
  const broken = [
    ...new Set(spurious.filter(({verdict}) => verdict === "violated").map(({design}) => design))
  ];
  const sound = [...new Set(spurious.map(({design}) => design))].filter((design) => !broken.includes(design));
  if (spurious.length === 0) return "Spurious wake-ups were not checked yet.";
  const named = (designs: string[]) => list(designs.map((design) => `\`${design}\``));
  if (broken.length === 0) return `It harms none of the designs (${named(sound)}).`;
  const rules = [...new Set(spurious.flatMap(({violated}) => violated ?? []))];
  return `It breaks the property ${named(rules)} of ${named(broken)}${sound.length === 0 ? "" : `, and nothing of ${named(sound)}`}.`;
}
