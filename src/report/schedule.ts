/// A schedule that breaks a property, as a timeline: a row for each step, a column for each thread.

import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {ROOT} from "../../loaders/root.ts";
import type {Descriptor} from "../../runtime/designs/design.ts";
import type {Property, Scenario, Schedule, Timeline} from "../../runtime/machines/exhaustive/index.ts";
import type {ProofRow} from "./checks.ts";
import {escapeHtml} from "./words.ts";

/// What it takes to perform a schedule: build/checker.js has it.
export interface Schedules {
  decodeSchedule(text: string): Schedule;
  readonly designs: readonly Descriptor[];
  findDesign(name: string): Descriptor;
  findScenario(name: string): Scenario;
  timeline(design: Descriptor, scenario: Scenario, schedule: Schedule): Timeline;
  readonly properties: readonly Property[];
}

/// The checker that the build emitted.
export const readSchedules = (): Promise<Schedules> =>
  import(pathToFileURL(join(ROOT, "build", "checker.js")).href);

/// The shortest schedule that breaks a property of one of the designs; a sentence when nothing is broken.
export function counterexample(rows: readonly ProofRow[], schedules: Schedules): string {
  const broken = rows.filter(({schedule}) => schedule !== null).sort((a, b) => a.steps! - b.steps!);
  if (broken.length === 0) return "No schedule breaks a property of the designs.";
  const [{schedule: text}] = broken;
  const schedule = schedules.decodeSchedule(text!);
  const design = schedules.findDesign(schedule.design);
  const scenario = schedules.findScenario(schedule.scenario);
  const shown = schedules.timeline(design, scenario, schedule);
  const property = schedules.properties.find(({name}) => name === shown.violated);
  const caption =
    `The shortest schedule that breaks ${shown.violated} (${property?.title ?? ""}): ${schedule.design}, ${scenario.title}, ` +
    `${shown.rows.length} steps`;
  return [
    renderSchedule(shown, caption),
    `<p class="note"><span class="kind exhaustive">exhaustive</span> Shaded: the thread has the lock. Again, by <code>npx convoy check --replay ${escapeHtml(text!)}</code></p>`
  ].join("\n");
}

/// A table without blank lines, which scrolls by itself.
export function renderSchedule(
  {threads, signal, rows, again, violated, waiting}: Timeline,
  caption: string
): string {
  const actors = Array.from({length: threads}, (_, t) => (t === 0 ? "main thread" : `thread ${t}`));
  if (signal) actors.push("signal");
  const head = ["step", ...actors, "source"].map((text) => `<th scope="col">${text}</th>`).join("");
  const closing = (text: string) =>
    `<tr><td></td><td colspan="${actors.length + 1}"><strong>${escapeHtml(text)}</strong></td></tr>`;
  const body = rows.map((row, i) => {
    const cells = actors.map((_, actor) => {
      const shade = row.holder === actor ? ' class="holds"' : "";
      const said = actor === row.actor ? words(row.text, row.events) : "";
      return `<td${shade}>${said}</td>`;
    });
    const loop = i === again ? closing("from here on for ever:") : "";
    return `${loop}<tr><th scope="row" class="number">${i + 1}</th>${cells.join("")}<td class="place">${escapeHtml(row.place)}</td></tr>`;
  });
  const last = [...waiting, ...(violated === null ? [] : [`violated: ${violated}`])];
  const end = last.map(closing).join("");
  return (
    `<div class="scroll schedule" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table>` +
    `<caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("")}${end}</tbody></table></div>`
  );
}

function words(text: string, events: readonly string[]): string {
  const marked = events.map((event) => `<strong>${escapeHtml(event)}</strong>`);
  return [escapeHtml(text), ...marked].join("; ");
}
