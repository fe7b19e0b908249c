/// The timeline as a picture: a group of rows for each design, a row for each thread, all over one axis of time.
/// A pixel is often longer than a turn with the lock. So each column of a row shows shares of its time: from the ground
/// up, dark where the thread held the lock, pale where it waited for it, empty where it was blocked. Marks stand above
/// (requests to drop the lock, signals) and below (woken in vain).

import {escapeHtml} from "../report/words.js";
import type {Clock, Scene} from "./source.js";
import type {Strip} from "./strip.js";
import {MARKS} from "./trace.js";
import type {View} from "./view.js";

/// A scene over a view.
export interface Group {
  scene: Scene;
  strips: readonly Strip[];
}

/// Rows of a group that are drawn; a table has them all.
export const LANES_MOST = 16;

/// Pictures narrower than this have the gutter and the axis of a phone.
const NARROW = 480;
const RIGHT = 8;
const HEADING = 24;
const ABOVE = 7;
const BAR = 18;
const BELOW = 8;
const LANE = ABOVE + BAR + BELOW + 2;
const AXIS = 40;
const [VAIN, REQUEST, SIGNAL] = MARKS.map((_, i) => i);

/// CSS for a design's colour; a design without one in the style sheet is drawn in ink.
export const colourOf = (design: string): string => `var(--${design}, var(--ink))`;

export const threadName = (thread: number): string => (thread === 0 ? "main" : `thread ${thread}`);

/// Where in a picture, `width` pixels wide, the time from left to right lies.
export interface Plot {
  width: number;
  left: number;
  columns: number;
}

export function plotOf(width: number): Plot {
  const left = width < NARROW ? 62 : 84;
  return {width, left, columns: width - left - RIGHT};
}

/// An SVG in one line, `width` pixels wide, of groups whose strips have as many columns as its plot.
export function drawTimeline(groups: readonly Group[], view: View, width: number): string {
  const plot = plotOf(width);
  const parts: string[] = [];
  let y = 0;
  for (const {scene, strips} of groups) {
    parts.push(
      label(0, y + 16, shortened(scene.heading, width), `font-weight="600" fill="${colourOf(scene.design)}"`)
    );
    y += HEADING;
    for (const strip of strips.slice(0, LANES_MOST)) {
      parts.push(label(0, y + ABOVE + BAR - 4, threadName(strip.thread), 'fill="var(--ink)"'));
      parts.push(drawStrip(strip, view, plot, y));
      y += LANE;
    }
    if (strips.length > LANES_MOST) {
      parts.push(
        label(0, y + 14, `and ${strips.length - LANES_MOST} more, in the table`, 'fill="var(--quiet)"')
      );
      y += HEADING;
    }
  }
  const clock = groups[0]?.scene.clock ?? "virtual";
  const ruled = drawAxis(view, plot, y, width < NARROW ? 4 : 7, clock);
  const height = y + AXIS;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-size="12" aria-hidden="true">${ruled}${parts.join("")}</svg>`;
}

/// Pixels of a letter of a heading, more or less.
const LETTER = 7;

const shortened = (text: string, width: number): string => {
  const most = Math.floor(width / LETTER);
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
};

const label = (x: number, y: number, text: string, attributes: string) =>
  `<text x="${x}" y="${y}" ${attributes}>${escapeHtml(text)}</text>`;

function drawStrip(
  {shares, marks, started_ns, ended_ns}: Strip,
  view: View,
  plot: Plot,
  top: number
): string {
  const [holds, waits] = shares;
  const ground = top + ABOVE + BAR;
  const pixels = (share: number) => Math.round(share * BAR * 2) / 2;
  const held = Array.from(holds, pixels);
  const waited = Array.from(waits, (share, i) => Math.min(BAR, pixels(share + holds[i])) - held[i]);
  const dark = steps(plot.left, held, (column) => ground - held[column]);
  const pale = steps(plot.left, waited, (column) => ground - held[column] - waited[column]);
  const life = [started_ns, ended_ns].map((at) => x(at, view, plot).toFixed(1));
  return (
    `<path d="M${life[0]} ${ground}H${life[1]}" stroke="var(--quiet)" fill="none"/>` +
    (pale && `<path d="${pale}" fill="var(--waits)" shape-rendering="crispEdges"/>`) +
    (dark && `<path d="${dark}" fill="var(--holds)" shape-rendering="crispEdges"/>`) +
    drawMarks(marks[VAIN], plot, (at) => `M${at} ${ground + 2}v${BELOW - 1}`, "var(--vain)", 1.5) +
    drawMarks(marks[REQUEST], plot, (at) => `M${at} ${top}v${ABOVE - 1}`, "var(--request)", 1.5) +
    drawMarks(
      marks[SIGNAL],
      plot,
      (at) => `M${at} ${top}v${ABOVE + BAR}m-3 ${-BAR - ABOVE}h6`,
      "var(--signal)",
      2
    )
  );
}

/// Rectangles of the given heights, side by side, as one path; equal neighbours are one.
function steps(left: number, heights: readonly number[], topOf: (column: number) => number): string {
  let path = "";
  for (let begin = 0; begin < heights.length; ) {
    let end = begin + 1;
    while (end < heights.length && heights[end] === heights[begin] && topOf(end) === topOf(begin)) end++;
    if (heights[begin] > 0)
      path += `M${left + begin} ${topOf(begin)}h${end - begin}v${heights[begin]}h${begin - end}z`;
    begin = end;
  }
  return path;
}

/// A stroke in each column that has a mark.
function drawMarks(
  counts: Float64Array,
  {left}: Plot,
  stroke: (at: number) => string,
  colour: string,
  width: number
): string {
  let path = "";
  counts.forEach((count, column) => {
    if (count > 0) path += stroke(left + column + 0.5);
  });
  return path && `<path d="${path}" stroke="${colour}" stroke-width="${width}" fill="none"/>`;
}

const x = (at_ns: number, {from_ns, to_ns}: View, {left, columns}: Plot) =>
  left + (Math.min(Math.max((at_ns - from_ns) / (to_ns - from_ns), 0), 1) || 0) * columns;

const UNITS: [ns: number, name: string][] = [
  [1e9, "s"],
  [1e6, "ms"],
  [1e3, "µs"],
  [1, "ns"]
];
const TITLES: Record<Clock, string> = {real: "time", virtual: "virtual time", steps: "steps"};

/// Nanoseconds of a step of the checker.
export const STEP_NS = 1000;

function drawAxis(view: View, plot: Plot, bottom: number, most: number, clock: Clock): string {
  const step = niceStep((view.to_ns - view.from_ns) / most);
  const [unit, name] =
    clock === "steps" ? [STEP_NS, ""] : (UNITS.find(([ns]) => view.to_ns >= ns) ?? UNITS[3]);
  const digits = Math.max(0, Math.round(Math.log10(unit)) - Math.floor(Math.log10(step)));
  const marks: string[] = [];
  for (let at = Math.ceil(view.from_ns / step) * step; at <= view.to_ns; at += step) {
    const column = x(at, view, plot).toFixed(1);
    const text = (at / unit).toFixed(digits);
    marks.push(
      `<path d="M${column} 20V${bottom + 4}" stroke="var(--grid)"/>` +
        label(Number(column), bottom + 18, text, 'text-anchor="middle" fill="var(--quiet)"')
    );
  }
  const title = label(
    plot.left + plot.columns / 2,
    bottom + 35,
    name === "" ? TITLES[clock] : `${TITLES[clock]}, ${name}`,
    'text-anchor="middle" fill="var(--ink)"'
  );
  return marks.join("") + title;
}

/// One, two or five times a power of ten, at least `least` and at least 1.
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? power * 10;
}
