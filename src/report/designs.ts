/// Values of the page with a card for each design.

import type {Descriptor} from "../../runtime/designs/design.ts";
import {type ProofRow, parseStarved, rowsOf, verdictOf} from "./checks.ts";
import {DESIGN_FIGURES, figureOf, sayFigure} from "./design-figures.ts";
import {isCaught, type MutantRow} from "./mutants.ts";
import type {Values} from "./page.ts";
import {drawLegend} from "./protocol/draw.ts";
import {protocolPanel} from "./protocol/panel.ts";
import {type DesignSource, linesOfCode, sourcesOf} from "./protocol/syntax.ts";
import {type SharedWords, sharedWords} from "./protocol/words.ts";
import {renderTable} from "./table.ts";
import {count, escapeHtml, list} from "./words.ts";
import type {WorkloadFigure} from "./workloads.ts";

/// What is known of all designs.
interface Known {
  designs: readonly Descriptor[];
  sources: ReadonlyMap<string, DesignSource>;
  proofs: readonly ProofRow[];
  mutants: readonly MutantRow[];
  figures: readonly WorkloadFigure[];
}

/// @param designs of the build, in the order of `convoy list`
export async function designValues(
  designs: readonly Descriptor[],
  figures: readonly WorkloadFigure[]
): Promise<Values> {
  const known: Known = {
    designs,
    sources: sourcesOf(designs),
    proofs: await rowsOf<ProofRow>("rows"),
    mutants: await rowsOf<MutantRow>("mutants"),
    figures
  };
  return {
    number: `${designs.length}`,
    index: index(known),
    "protocol legend": drawLegend(),
    cards: designs.map((design) => card(design, known)).join("\n")
  };
}

function index(known: Known): string {
  return renderTable({
    caption: "All designs side by side",
    columns: [
      {title: "design"},
      {title: "lines", numeric: true},
      {title: "shared words", numeric: true},
      {title: "states, 2 and 3 threads", numeric: true},
      {title: "verdict"},
      {title: "spurious wake-ups"},
      {title: "somebody can starve"},
      {title: "wrong versions caught", numeric: true},
      ...DESIGN_FIGURES.map(({title}) => ({title, numeric: true}))
    ],
    rows: known.designs.map((design) => {
      const own = known.proofs.filter((row) => row.design === design.name);
      const states = own.filter(({pass, preemptions}) => pass === "steps" && preemptions === null);
      const words = sharedWords(design);
      return [
        design.name,
        `${totalLines(known.sources.get(design.name))}`,
        `${words.sleeping + words.plain}`,
        states.length === 0
          ? "not checked"
          : states.reduce((sum, row) => sum + row.states, 0).toLocaleString("en-US"),
        verdictOf(own.filter(({pass}) => pass === "steps")),
        verdictOf(own.filter(({pass}) => pass === "spurious")),
        starvesInShort(own),
        caughtInShort(known.mutants, design.name),
        ...DESIGN_FIGURES.map((one) => sayFigure(figureOf(known.figures, design.name, one)))
      ];
    }),
    links: known.designs.map(({name}) => `#${name}`)
  });
}

const filesOf = (source: DesignSource | undefined): string[] => [
  ...new Set(source === undefined ? [] : [source.file, ...source.chain.map(({file}) => file)])
];

const totalLines = (source: DesignSource | undefined): number =>
  filesOf(source).reduce((sum, file) => sum + linesOfCode(file), 0);

function card(design: Descriptor, known: Known): string {
  const {name, title, models, source, pendingSignals} = design;
  const own = known.proofs.filter((row) => row.design === name);
  const facts: [string, string][] = [
    ["What it models", escapeHtml(models)],
    ["Source", escapeHtml(source)],
    ["A pending signal", escapeHtml(pendingSignals)],
    ["Checked", escapeHtml(checkedInWords(own))],
    ["Starvation", `${escapeHtml(starvesInWords(own))} <a href="/starvation#${name}">Who starves whom</a>.`],
    ["Wrong versions", escapeHtml(caughtInWords(known.mutants, name))],
    ["Code", escapeHtml(codeInWords(known.sources.get(name)))],
    ["Shared memory", escapeHtml(wordsInWords(sharedWords(design)))],
    ...DESIGN_FIGURES.map((one): [string, string] => [
      one.title,
      escapeHtml(sayFigure(figureOf(known.figures, name, one)))
    ])
  ];
  const said = facts.map(([term, text]) => `<dt>${escapeHtml(term)}</dt><dd>${text}</dd>`);
  return [
    `<section class="card" aria-labelledby="${name}">`,
    `<h2 id="${name}"><code>${name}</code></h2>`,
    `<p class="said">${escapeHtml(title)}.</p>`,
    protocolPanel(design, known.sources),
    `<dl class="facts">${said.join("")}</dl>`,
    "</section>"
  ].join("\n");
}

export function checkedInWords(rows: readonly ProofRow[]): string {
  const steps = rows.filter(({pass}) => pass === "steps");
  if (steps.length === 0) return "Not checked yet: npx convoy check --threads 2,3,4 --record does it.";
  const complete = steps.filter(({preemptions}) => preemptions === null);
  const bounded = steps.filter(({preemptions}) => preemptions !== null);
  const sum = (of: (row: ProofRow) => number, among: readonly ProofRow[]) =>
    among.reduce((total, row) => total + of(row), 0);
  const states = sum(({states}) => states, complete).toLocaleString("en-US");
  const seconds = sum(({seconds}) => seconds, complete).toFixed(2);
  const whole = complete.every((row) => row.complete) ? "all of them" : "not all of them were reached";
  const parts = [
    `${states} states of ${count(complete.length, "program")} with 2 and 3 threads, ${whole}, in ${seconds} s: ${verdictOf(complete)}.`
  ];
  if (bounded.length > 0)
    parts.push(
      `With 4 threads and up to ${Math.max(...bounded.map(({preemptions}) => preemptions!))} preemptions: ${verdictOf(bounded)}.`
    );
  const spurious = rows.filter(({pass}) => pass === "spurious");
  if (spurious.length > 0) parts.push(`With wake-ups that nobody sent: ${verdictOf(spurious)}.`);
  return parts.join(" ");
}

const endless = (rows: readonly ProofRow[]) => rows.filter(({pass}) => pass === "endless");

function starvesInShort(rows: readonly ProofRow[]): string {
  const programs = endless(rows);
  if (programs.length === 0) return "not checked";
  if (programs.some(({complete}) => !complete)) return "undecided";
  const some = programs.filter(({starved}) => parseStarved(starved).length > 0);
  return some.length === 0 ? "no" : `in ${some.length} of ${programs.length} programs`;
}

export function starvesInWords(rows: readonly ProofRow[]): string {
  const short = starvesInShort(rows);
  if (short === "no") return "Nobody can starve in any of the programs without end.";
  return short.startsWith("in ") ? `Somebody can starve ${short} without end.` : `It is ${short}.`;
}

function caughtInShort(mutants: readonly MutantRow[], design: string): string {
  const own = mutants.filter((one) => one.design === design);
  return own.length === 0 ? "none tried" : `${own.filter(isCaught).length} of ${own.length}`;
}

export function caughtInWords(mutants: readonly MutantRow[], design: string): string {
  const own = mutants.filter((one) => one.design === design);
  if (own.length === 0) return "None were tried.";
  const caught = own.filter(isCaught);
  const steps = caught.flatMap((one) => one.steps ?? []);
  const range =
    steps.length === 0 ? "" : `, in ${Math.min(...steps)} to ${count(Math.max(...steps), "step")}`;
  return `${caught.length} of ${own.length} are caught${range}.`;
}

function codeInWords(source: DesignSource | undefined): string {
  const [file, ...bases] = filesOf(source);
  if (file === undefined) return "Its source was not found in runtime/designs.";
  const on = bases.map((base) => `the ${linesOfCode(base)} of ${base}`);
  const more = on.length === 0 ? "" : `, on top of ${list(on)}`;
  return `${count(linesOfCode(file), "line")} in runtime/designs/${file}${more}; comments and blank lines do not count.`;
}

function wordsInWords({sleeping, plain, perThread}: SharedWords): string {
  const own = perThread === 0 ? "" : `, and ${count(perThread, "word")} for each thread`;
  return `${count(sleeping, "mutex, condition or semaphore").replace(/semaphores$/, "semaphores")} and ${count(plain, "word")}${own}.`;
}
