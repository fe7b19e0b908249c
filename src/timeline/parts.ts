/// What stands around the picture, as HTML: the same at the build and in the page. Without line breaks, so that Markdown
/// leaves it alone.

import {renderTable} from "../report/table.js";
import {count, duration} from "../report/words.js";
import {LANES_MOST, STEP_NS, threadName} from "./draw.js";
import type {Clock, Scene} from "./source.js";
import type {Sum} from "./strip.js";
import type {View} from "./view.js";

/// A time of a scene, in words.
export const timeText = (ns: number, clock: Clock = "virtual"): string =>
  clock === "steps" ? `${Math.round(ns / STEP_NS)}` : duration(ns / 1000);

export function legend(): string {
  const sample = (mark: string) =>
    `<svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">${mark}</svg>`;
  const box = (colour: string) => `<rect y="1" width="18" height="12" fill="var(--${colour})"/>`;
  const line = (path: string, colour: string) =>
    `<path d="${path}" stroke="var(--${colour})" stroke-width="2" fill="none"/>`;
  const items = [
    [sample(box("holds")), "holds the lock"],
    [sample(box("waits")), "waits for it"],
    [sample('<path d="M0 12.5H18" stroke="var(--quiet)"/>'), "blocked on something else"],
    [sample(line("M4 6v8M9 6v8M14 6v8", "vain")), "woken in vain (below)"],
    [sample(line("M9 0v7", "request")), "asks the holder to let go (above)"],
    [sample(line("M9 1v13M6 1h6", "signal")), "a signal's handler"]
  ];
  return `<ul class="legend">${items.map(([mark, text]) => `<li>${mark}${text}</li>`).join("")}</ul>`;
}

/// Buttons that move the view.
export const controls = (hidden = false): string =>
  `<p class="controls zoom" role="group" aria-label="Zoom"${hidden ? " hidden" : ""}>${[
    ["in", "Closer"],
    ["out", "Wider"],
    ["earlier", "Earlier"],
    ["later", "Later"],
    ["whole", "Whole run"]
  ]
    .map(([move, text]) => `<button type="button" data-move="${move}">${text}</button>`)
    .join(
      ""
    )}<span>In the timeline: drag or arrow keys move, the wheel with Ctrl or + and − zoom, Shift and drag picks a stretch, Home shows all.</span></p>`;

/// A scene, and what happened in it.
export interface Summed {
  scene: Scene;
  sums: readonly Sum[];
}

const percent = (ns: number, of_ns: number) => `${Math.round((100 * ns) / Math.max(1, of_ns))} %`;

/// The timeline for those who do not see it.
export function describe(groups: readonly Summed[], {from_ns, to_ns}: View): string {
  const named = groups.map(({scene, sums}) => {
    const rows = sums.slice(0, LANES_MOST).map(({thread, states_ns: [holds, waits, blocked], marks}) => {
      const alive = holds + waits + blocked;
      return `${threadName(thread)} holds the lock ${percent(holds, alive)} of its time, waits ${percent(waits, alive)}, is blocked ${percent(blocked, alive)}, is woken in vain ${count(marks[0], "time")}`;
    });
    return `${scene.heading}: ${rows.join("; ")}.`;
  });
  const {clock} = groups[0].scene;
  const of = clock === "virtual" ? " of virtual time" : "";
  const steps = clock === "steps" ? "step " : "";
  return `Timeline from ${steps}${timeText(from_ns, clock)} to ${timeText(to_ns, clock)}${of}. ${named.join(" ")}`;
}

/// What is seen, in figures.
export function sumsTable(groups: readonly Summed[], {from_ns, to_ns}: View): string {
  const {clock} = groups[0].scene;
  const numeric = (title: string) => ({title, numeric: true});
  return renderTable({
    caption: `What each thread did from ${timeText(from_ns, clock)} to ${timeText(to_ns, clock)}${clock === "steps" ? ", in steps" : ""}`,
    columns: [
      {title: "scene"},
      {title: "thread"},
      ...[
        "holds the lock",
        "waits for it",
        "blocked",
        "turns",
        "taken over",
        "woken in vain",
        "requests",
        "signals"
      ].map(numeric)
    ],
    rows: groups.flatMap(({scene, sums}) =>
      sums.map(({thread, states_ns, turns, marks: [vain, requests, signals, handovers]}) => [
        scene.heading,
        threadName(thread),
        ...states_ns.map((ns) => timeText(ns, clock)),
        ...[turns, handovers, vain, requests, signals].map((n) => n.toLocaleString("en-US"))
      ])
    )
  });
}
