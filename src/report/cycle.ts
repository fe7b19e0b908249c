/// A cycle on which a thread starves, as a timeline: a row for each thread, a column for each step.

import type {Scenario, Timeline} from "../../runtime/machines/exhaustive/index.ts";
import {escapeHtml, list} from "./words.ts";

const LEFT = 112;
const STEP = 11;
const LANE = 24;
const BAR = 14;
const AXIS = 18;

type State = "holds" | "asleep" | "away" | "awake";

export const STATES: readonly [State, string][] = [
  ["holds", "has the lock"],
  ["awake", "runs without the lock, to get it or to give it back"],
  ["asleep", "sleeps until the lock is free"],
  ["away", "in a blocking call"]
];

const MARKS: Record<string, string> = {"woken in vain": "vain", "asks for the lock": "asks"};

/// SVG on one line. Only the cycle is drawn; what led to it decides where threads stand at its beginning.
export function drawCycle(shown: Timeline, scenario: Scenario, victim: number): string {
  const first = shown.again ?? 0;
  const steps = shown.rows.length - first;
  const width = LEFT + steps * STEP + 4;
  const height = shown.threads * LANE + AXIS;
  const lanes = Array.from({length: shown.threads}, (_, t) => {
    const states = statesOf(shown, t).slice(first);
    const y = t * LANE;
    const bars = runsOf(states).map(
      ({state, from, to}) =>
        `<rect class="${state}" x="${LEFT + from * STEP}" y="${y + (LANE - BAR) / 2}" width="${(to - from) * STEP}" height="${BAR}"/>`
    );
    const marks = shown.rows
      .slice(first)
      .map((row, i) => (row.actor === t ? mark(row, LEFT + i * STEP, y) : ""));
    const name = `${t === 0 ? "main" : `thread ${t}`}, ${roleOf(scenario, t)}`;
    const weight = t === victim ? ' class="victim"' : "";
    return `<text x="0" y="${y + LANE / 2 + 4}"${weight}>${escapeHtml(name)}</text>${bars.join("")}${marks.join("")}`;
  });
  const said = `Thread ${victim} wants the lock throughout ${steps} steps, which repeat: ${inWords(shown, first)}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="cycle" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-size="12" role="img" aria-label="${escapeHtml(said)}">` +
    `${lanes.join("")}<path class="round" d="M${LEFT} ${height - 13}v5H${width - 4}v-5"/>` +
    `<text class="axis" x="${LEFT}" y="${height + 2}" dominant-baseline="text-after-edge"></text></svg>`
  );
}

/// What a thread does in a program without end.
export const roleOf = (scenario: Scenario, t: number): string =>
  (scenario.threads[t] as readonly string[]).some((action) => action === "yield" || action === "block")
    ? "calls"
    : "spins";

/// Who does what to the lock on the cycle, in order.
function inWords({rows}: Timeline, first: number): string {
  return list(
    rows.slice(first).flatMap(({actor, events}) => events.map((event) => `thread ${actor} ${event}`))
  );
}

/// Where a thread stands after each row.
function statesOf({rows}: Timeline, t: number): State[] {
  let state: State = "awake";
  return rows.map(({actor, text, events, holder}) => {
    if (actor === t) {
      if (text.startsWith("waits on ")) state = "asleep";
      else if (text.startsWith("locks ") && text.endsWith(" again")) state = "awake";
      if (events.includes("blocks")) state = "away";
      if (events.includes("is back")) state = "awake";
    }
    return holder === t ? "holds" : state;
  });
}

function runsOf(states: readonly State[]): {state: State; from: number; to: number}[] {
  const runs: {state: State; from: number; to: number}[] = [];
  states.forEach((state, i) => {
    const last = runs.at(-1);
    if (last?.state === state) last.to = i + 1;
    else runs.push({state, from: i, to: i + 1});
  });
  return runs;
}

function mark({text, events}: Timeline["rows"][number], x: number, y: number): string {
  const at = `${x + STEP / 2} ${y + LANE / 2}`;
  const kind = events.map((event) => MARKS[event]).find((found) => found !== undefined);
  if (kind === "vain") return `<path class="vain" d="M${at}m-4 -4l8 8m0 -8l-8 8"/>`;
  if (kind === "asks") return `<path class="asks" d="M${at}m-4.5 4h9l-4.5 -9z"/>`;
  return text.startsWith("time-out")
    ? `<path class="late" d="M${at}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"/>`
    : "";
}

/// What colours and marks mean, for one page.
export function cycleLegend(): string {
  const picture = (inside: string) =>
    `<svg class="cycle" width="20" height="14" aria-hidden="true">${inside}</svg>`;
  const items = [
    ...STATES.map(([state, meaning]) => [
      picture(`<rect class="${state}" x="0" y="0" width="20" height="14"/>`),
      meaning
    ]),
    [picture('<path class="vain" d="M6 3l8 8m0 -8l-8 8"/>'), "woken in vain"],
    [picture('<path class="late" d="M6 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"/>'), "time-out"],
    [picture('<path class="asks" d="M5.5 11h9l-4.5 -9z"/>'), "asks the holder for the lock"]
  ];
  return `<ul class="legend" aria-label="What the timelines show">${items.map(([drawn, said]) => `<li>${drawn}${said}</li>`).join("")}</ul>`;
}
