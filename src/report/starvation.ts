/// Values of the page on who can starve whom.

import type {Descriptor} from "../../runtime/designs/design.ts";
import type {Timeline} from "../../runtime/machines/exhaustive/index.ts";
import {type ProofRow, rowsOf, starvationInWords, starvationTable, starving} from "./checks.ts";
import {cycleLegend, drawCycle} from "./cycle.ts";
import type {Values} from "./page.ts";
import {renderSchedule, type Schedules} from "./schedule.ts";
import {count, escapeHtml} from "./words.ts";

/// A row of data/checks/cycles.csv.
export interface CycleRow {
  date: string;
  design: string;
  scenario: string;
  victim: number;
  by: string;
  stem_steps: number;
  loop_steps: number;
  schedule: string;
}

/// @param checker of the build, which performs a schedule
export async function starvationValues(checker: Schedules): Promise<Values> {
  const rows = (await rowsOf<ProofRow>("rows")).filter(({pass}) => pass === "endless");
  const cycles = await rowsOf<CycleRow>("cycles");
  const under = (design: string, scenario: string) => {
    const row = rows.find((one) => one.design === design && one.scenario === scenario);
    return row === undefined ? "not checked" : starving(row);
  };
  return {
    summary: starvationInWords(rows),
    table: starvationTable(rows),
    legend: cycleLegend(),
    "one call": under("timeout", "spin-yield"),
    "three spinning": under("timeout", "spin-spin-spin"),
    "two spinning": under("timeout", "spin-spin"),
    condition: under("tick-condition", "spin-spin"),
    semaphore: under("tick", "spin-spin-spin"),
    "one call step by step": stepByStep(cycles, checker, "timeout", "spin-yield"),
    "one call cycle": onlyCycle(cycles, checker, "timeout", "spin-yield"),
    "three spinning cycle": onlyCycle(cycles, checker, "timeout", "spin-spin-spin"),
    cells: checker.designs.map((design) => ofDesign(design, rows, cycles, checker)).join("\n")
  };
}

function performed(row: CycleRow, checker: Schedules): Timeline {
  const schedule = checker.decodeSchedule(row.schedule);
  return checker.timeline(
    checker.findDesign(schedule.design),
    checker.findScenario(schedule.scenario),
    schedule
  );
}

function onlyCycle(
  cycles: readonly CycleRow[],
  checker: Schedules,
  design: string,
  scenario: string
): string {
  const row = cycles.find((one) => one.design === design && one.scenario === scenario);
  return row === undefined ? NOT_RECORDED : renderCycle(row, checker);
}

function stepByStep(
  cycles: readonly CycleRow[],
  checker: Schedules,
  design: string,
  scenario: string
): string {
  const row = cycles.find((one) => one.design === design && one.scenario === scenario);
  if (row === undefined) return "";
  const caption = `${design}, ${checker.findScenario(scenario).title}: how thread ${row.victim} starves`;
  return `<details><summary>Step by step</summary>${renderSchedule(performed(row, checker), caption)}</details>`;
}

const NOT_RECORDED =
  '<p class="note">Its cycle was not recorded: <code>npx convoy check --threads 2,3,4 --record</code> does it.</p>';

/// A cycle as a timeline, with what it shows.
export function renderCycle(row: CycleRow, checker: Schedules): string {
  const scenario = checker.findScenario(row.scenario);
  const title = `${row.design}, ${scenario.title}: thread ${row.victim} starves`;
  const said =
    `Thread ${row.victim} waits; ${row.by.split("+").join(" and ")} ${row.by.includes("+") ? "have" : "has"} the lock again and again. ` +
    `After ${count(row.stem_steps, "step")}, these ${row.loop_steps} can be repeated for ever.`;
  return (
    `<figure class="starves"><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}">${drawCycle(performed(row, checker), scenario, row.victim)}</div>` +
    `<figcaption><span class="kind exhaustive">exhaustive</span> ${escapeHtml(said)} <code>npx convoy check --replay '${escapeHtml(row.schedule)}'</code></figcaption></figure>`
  );
}

function ofDesign(
  {name, title}: Descriptor,
  rows: readonly ProofRow[],
  cycles: readonly CycleRow[],
  checker: Schedules
): string {
  const own = rows.filter((row) => row.design === name);
  const head = `<h3 id="${name}"><code>${name}</code></h3><p class="note">${escapeHtml(title)}. <a href="/designs#${name}">Its card</a>.</p>`;
  if (own.length === 0) return `${head}<p>It was not checked yet.</p>`;
  const cells = own.map((row) => {
    const {title: program} = checker.findScenario(row.scenario);
    const result = row.complete ? starving(row) : "undecided";
    const said = `<p><strong>${escapeHtml(program)}</strong> (${row.scenario}): ${escapeHtml(result)}.</p>`;
    if (result === "nobody" || result === "undecided") return said;
    const found = cycles.filter((one) => one.design === name && one.scenario === row.scenario);
    if (found.length === 0) return `${said}${NOT_RECORDED}`;
    const [first, ...others] = found.map((one) => renderCycle(one, checker));
    const rest =
      others.length === 0
        ? ""
        : `<details><summary>The other ${others.length === 1 ? "thread" : "threads"}</summary>${others.join("")}</details>`;
    return `${said}${first}${rest}`;
  });
  return [head, ...cells].join("\n");
}
