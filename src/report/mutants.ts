/// What the check finds of wrong versions of the locks.

import {colourOf} from "../timeline/draw.ts";
import {renderFigure} from "./figure.ts";
import {renderTable} from "./table.ts";
import {PAPER} from "./theme.ts";
import {count, escapeHtml, list} from "./words.ts";

/// A row of data/checks/mutants.csv.
export interface MutantRow {
  date: string;
  design: string;
  name: string;
  title: string;
  verdict: string;
  threads: number | null;
  scenario: string | null;
  steps: number | null;
  schedule: string | null;
  why_uncovered: string | null;
}

const NOT_CAUGHT = ["equivalent", "uncovered"];
export const isCaught = ({verdict}: MutantRow): boolean => !NOT_CAUGHT.includes(verdict);

export function mutantsInWords(mutants: readonly MutantRow[]): string {
  if (mutants.length === 0) return "No wrong versions were tried yet.";
  const of = (verdict: string) => mutants.filter((one) => one.verdict === verdict).length;
  const caught = mutants.filter(isCaught);
  const steps = caught.flatMap((one) => one.steps ?? []).sort((a, b) => a - b);
  const small = caught.filter(({threads}) => threads === 2).length;
  const threads = small === caught.length ? "all" : `${small} of them`;
  return (
    `Of ${count(mutants.length, "wrong version")}, ${caught.length} are caught (${threads} with two threads), ` +
    `${of("equivalent")} reach the same states as the design itself, and ${of("uncovered")} break no property that is stated. ` +
    `The shortest schedules that show a fault have from ${steps[0]} to ${count(steps[steps.length - 1], "step")}.`
  );
}

export async function mutantFigure(mutants: readonly MutantRow[]): Promise<string> {
  const shown = mutants.filter((one) => one.steps !== null);
  const properties = [...new Set(shown.map(({verdict}) => verdict))].sort();
  const designs = [...new Set(shown.map(({design}) => design))];
  const worst = [...shown].sort((a, b) => b.steps! - a.steps!)[0];
  const scale = {domain: designs, range: designs.map(colourOf)};
  return renderFigure({
    id: "mutants",
    title: `The best hidden fault takes ${count(worst.steps!, "step")} to show: ${worst.design}, ${worst.title}`,
    description:
      "Each mark is a wrong version of a lock: the steps of the shortest schedule that shows its fault, by the property that breaks.",
    kinds: ["exhaustive"],
    dataset: null,
    origin: `Checked ${list([...new Set(mutants.map(({date}) => date))].sort())} with up to three threads.`,
    files:
      '<span class="downloads">Download <a href="/data/checks/mutants.csv" download="checks-mutants.csv">mutants.csv</a>.</span>',
    credit: "",
    rows: shown.map(({design, verdict, steps, title}) => ({
      design,
      verdict,
      steps,
      shown: `${title}: ${steps} steps`
    })),
    legend: `<ul class="legend" aria-hidden="true">${designs
      .map(
        (design) =>
          `<li><svg width="14" height="14"><circle cx="7" cy="7" r="4" fill="${colourOf(design)}"/></svg>${escapeHtml(design)}</li>`
      )
      .join("")}</ul>`,
    draw: (_, width) => ({
      width: width - 84,
      height: 40 * properties.length,
      mark: {type: "point", filled: true, size: 55, opacity: 0.85, stroke: PAPER, strokeWidth: 0.75},
      encoding: {
        x: {
          field: "steps",
          type: "quantitative",
          axis: {title: "steps of the shortest schedule", tickCount: 6}
        },
        y: {
          field: "verdict",
          type: "nominal",
          sort: properties,
          axis: {title: null, grid: true, ticks: false, domain: false}
        },
        yOffset: {field: "design", type: "nominal", sort: designs},
        color: {field: "design", type: "nominal", scale},
        tooltip: [
          {field: "design", title: " "},
          {field: "shown", title: "  "}
        ]
      }
    }),
    table: {
      caption: "Wrong versions of the designs, and what is found of them",
      columns: [
        {title: "design"},
        {title: "what is wrong"},
        {title: "found"},
        {title: "threads", numeric: true},
        {title: "steps", numeric: true},
        {title: "schedule"}
      ],
      rows: mutants.map((one) => [
        one.design,
        one.title,
        one.verdict,
        one.threads === null ? "" : `${one.threads}`,
        one.steps === null ? "" : `${one.steps}`,
        one.schedule ?? ""
      ])
    }
  });
}

export function uncoveredTable(mutants: readonly MutantRow[]): string {
  const rows = mutants.filter((one) => !isCaught(one));
  return renderTable({
    caption: "Versions that are not caught, and why",
    columns: [{title: "design"}, {title: "what is different"}, {title: "found"}, {title: "why"}],
    rows: rows.map((one) => [
      one.design,
      one.title,
      one.verdict,
      one.why_uncovered ?? (one.verdict === "equivalent" ? "it reaches the same states as the design" : "")
    ])
  });
}
