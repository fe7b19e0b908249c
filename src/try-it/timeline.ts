/// The timeline as a picture: a group of rows for each design, a row for each thread, all over one axis of virtual time.
/// A pixel is often longer than a turn with the lock. So each column of a row shows shares of its time: from the ground
/// up, dark where the thread held the lock, pale where it waited for it, empty where it was blocked.

import {type Size, WIDTHS} from "../report/theme.js";
import {escapeHtml} from "../report/words.js";
import {firstFrom, type Lane, STATES} from "./trace.js";

/// The stretch of virtual time that is shown.
export interface View {
  from_ns: number;
  to_ns: number;
}

export interface Group {
  design: string;
  lanes: readonly Lane[];
}

/// Rows of a group that are drawn; a table has them all.
export const LANES_MOST = 16;

const GUTTER: Record<Size, number> = {wide: 84, narrow: 62};
const TICKS: Record<Size, number> = {wide: 7, narrow: 4};
const RIGHT = 8;
const HEADING = 24;
const BAR = 18;
const STRIP = 6;
const LANE = BAR + STRIP + 6;
const AXIS = 40;

/// CSS for a design's colour; a design without one in the style sheet is drawn in ink.
export const colourOf = (design: string): string => `var(--${design}, var(--ink))`;

export const threadName = (thread: number): string => (thread === 0 ? "main" : `thread ${thread}`);

/// An SVG in one line.
export function drawTimeline(groups: readonly Group[], view: View, size: Size): string {
  const plot = plotOf(size);
  const {width} = plot;
  const parts: string[] = [];
  let y = 0;
  for (const {design, lanes} of groups) {
    parts.push(label(0, y + 16, design, `font-weight="600" fill="${colourOf(design)}"`));
    y += HEADING;
    for (const lane of lanes.slice(0, LANES_MOST)) {
      parts.push(label(0, y + BAR - 4, threadName(lane.thread), 'fill="var(--ink)"'));
      parts.push(drawLane(lane, view, plot, y, colourOf(design)));
      y += LANE;
    }
    if (lanes.length > LANES_MOST) {
      parts.push(
        label(0, y + 14, `and ${lanes.length - LANES_MOST} more, in the table`, 'fill="var(--quiet)"')
      );
      y += HEADING;
    }
  }
  const ruled = drawAxis(view, plot, y, TICKS[size]);
  const height = y + AXIS;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-size="12" aria-hidden="true">${ruled}${parts.join("")}</svg>`;
}

const label = (x: number, y: number, text: string, attributes: string) =>
  `<text x="${x}" y="${y}" ${attributes}>${escapeHtml(text)}</text>`;

interface Plot {
  left: number;
  columns: number;
}

/// Where in a picture, `width` pixels wide, the time from left to right lies.
export function plotOf(size: Size): Plot & {width: number} {
  const width = WIDTHS[size];
  return {left: GUTTER[size], columns: width - GUTTER[size] - RIGHT, width};
}

/// For each column the share of its time in each state, state by state.
export function shares(lane: Lane, {from_ns, to_ns}: View, columns: number): Float64Array[] {
  const sums = STATES.map(() => new Float64Array(columns));
  const column_ns = (to_ns - from_ns) / columns;
  const {from_ns: starts, state, end_ns} = lane;
  for (let i = Math.max(0, firstFrom(starts, from_ns) - 1); i < starts.length && starts[i] < to_ns; i++) {
    const begin = Math.max(starts[i], from_ns);
    const end = Math.min(starts[i + 1] ?? end_ns, to_ns);
    if (end <= begin) continue;
    const sum = sums[state[i]];
    const first = Math.floor((begin - from_ns) / column_ns);
    const last = Math.min(columns - 1, Math.floor((end - from_ns) / column_ns));
    for (let column = first; column <= last; column++) {
      const left = Math.max(begin, from_ns + column * column_ns);
      const right = Math.min(end, from_ns + (column + 1) * column_ns);
      if (right > left) sum[column] += (right - left) / column_ns;
    }
  }
  return sums;
}

function drawLane(lane: Lane, view: View, plot: Plot, top: number, colour: string): string {
  const [holds, waits] = shares(lane, view, plot.columns);
  const ground = top + BAR;
  const pixels = (share: number) => Math.round(share * BAR * 2) / 2;
  const held = Array.from(holds, pixels);
  const waited = Array.from(waits, (share, i) => Math.min(BAR, pixels(share + holds[i])) - held[i]);
  const dark = steps(plot.left, held, (column) => ground - held[column]);
  const pale = steps(plot.left, waited, (column) => ground - held[column] - waited[column]);
  const life = [lane.from_ns[0], lane.end_ns].map((at) => x(at, view, plot).toFixed(1));
  return (
    `<path d="M${life[0]} ${ground}H${life[1]}" stroke="var(--quiet)" fill="none"/>` +
    (pale && `<path d="${pale}" fill="${colour}" opacity="0.3" shape-rendering="crispEdges"/>`) +
    (dark && `<path d="${dark}" fill="${colour}" shape-rendering="crispEdges"/>`) +
    drawVain(lane, view, plot, ground + 2)
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

/// A mark in each column in which the thread was woken in vain.
function drawVain({vain_ns}: Lane, view: View, plot: Plot, top: number): string {
  let path = "";
  let drawn = -1;
  for (let i = firstFrom(vain_ns, view.from_ns); i < vain_ns.length && vain_ns[i] <= view.to_ns; i++) {
    const at = Math.floor(x(vain_ns[i], view, plot));
    if (at !== drawn) path += `M${at + 0.5} ${top}v${STRIP - 1}`;
    drawn = at;
  }
  return path && `<path d="${path}" stroke="var(--bad)" fill="none"/>`;
}

const x = (at_ns: number, {from_ns, to_ns}: View, {left, columns}: Plot) =>
  left + (Math.min(Math.max((at_ns - from_ns) / (to_ns - from_ns), 0), 1) || 0) * columns;

const UNITS: [ns: number, name: string][] = [
  [1e9, "s"],
  [1e6, "ms"],
  [1e3, "µs"],
  [1, "ns"]
];

function drawAxis(view: View, plot: Plot, bottom: number, most: number): string {
  const step = niceStep((view.to_ns - view.from_ns) / most);
  const [unit, name] = UNITS.find(([ns]) => view.to_ns >= ns) ?? UNITS[3];
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
    `virtual time, ${name}`,
    'text-anchor="middle" fill="var(--ink)"'
  );
  return marks.join("") + title;
}

/// One, two or five times a power of ten, at least `least` and at least 1.
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? power * 10;
}

export type Move = "in" | "out" | "earlier" | "later" | "whole";

/// Nanoseconds that fill the picture at most closely.
const CLOSEST_NS = 100;

/// What is shown after a move. Zooming keeps `at` (0 to 1 of the width) in place.
export function moveView({from_ns, to_ns}: View, move: Move, end_ns: number, at = 0.5): View {
  const length = to_ns - from_ns;
  if (move === "whole") return {from_ns: 0, to_ns: end_ns};
  const wanted = move === "in" ? length / 2 : move === "out" ? length * 2 : length;
  const next = Math.min(end_ns, Math.max(CLOSEST_NS, wanted));
  const shift = move === "later" ? length / 4 : move === "earlier" ? -length / 4 : (length - next) * at;
  const begin = Math.min(Math.max(0, from_ns + shift), end_ns - next);
  return {from_ns: begin, to_ns: begin + next};
}
