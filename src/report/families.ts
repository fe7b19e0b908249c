/// Designs by what decides when the lock changes hands: their colour in charts that show many.

import {QUIET} from "./theme.ts";
import {escapeHtml} from "./words.ts";

export const FAMILIES = ["ticks", "time-outs", "priorities", "shares of time", "polling", "no lock"] as const;
export type Family = (typeof FAMILIES)[number];

const MEMBERS: Record<Family, readonly string[]> = {
  ticks: ["tick", "tick-condition", "roundrobin", "fair"],
  "time-outs": [
    "timeout",
    "timeout-before-3.9",
    "timeout-without-forced-switching",
    "backport-2.7",
    "no-release-when-ready"
  ],
  priorities: [
    "timeout-with-priority-requests",
    "priority",
    "interactive",
    "priority-no-release",
    "interactive-no-release",
    "levels",
    "holy"
  ],
  "shares of time": ["bfs", "turns"],
  polling: ["pypy"],
  "no lock": ["free-threaded", "jython"]
};

const COLOURS: Record<Family, string> = {
  ticks: "var(--tick)",
  "time-outs": "var(--timeout)",
  priorities: "var(--tick-condition)",
  "shares of time": "var(--free-threaded)",
  polling: "var(--pypy)",
  "no lock": "var(--jython)"
};

/// null for a design that no family knows.
export const familyOf = (design: string): Family | null =>
  FAMILIES.find((family) => MEMBERS[family].includes(design)) ?? null;

export function familyColour(design: string): string {
  const family = familyOf(design);
  return family === null ? QUIET : COLOURS[family];
}

/// A legend of the families of these designs, and of the marks in `kinds`.
export function familyLegend(designs: readonly string[], kinds: readonly MarkKind[]): string {
  const present = FAMILIES.filter((family) => designs.some((design) => familyOf(design) === family));
  const families = present.map((family) => `<li>${square(COLOURS[family])}${escapeHtml(family)}</li>`);
  const others = designs.some((design) => familyOf(design) === null)
    ? [`<li>${square(QUIET)}other</li>`]
    : [];
  const marks = kinds.map((kind) => `<li>${MARKS[kind].symbol}${kind}</li>`);
  return `<ul class="legend" aria-hidden="true">${[...families, ...others, ...marks].join("")}</ul>`;
}

/// Where a mark's figure comes from, which is what its shape says.
export type MarkKind = "host" | "simulated" | "native" | "published";

const symbol = (path: string, fill: string): string =>
  `<svg width="14" height="14"><path d="${path}" stroke="var(--ink)" stroke-width="1.5" fill="${fill}"/></svg>`;

const square = (colour: string): string =>
  `<svg width="14" height="14"><rect x="2" y="2" width="10" height="10" fill="${colour}"/></svg>`;

/// Vega's shape of each kind, whether it is filled, and the same for a legend.
export const MARKS: Record<MarkKind, {shape: string; filled: boolean; symbol: string}> = {
  host: {shape: "circle", filled: true, symbol: symbol("M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0 -8z", "var(--ink)")},
  simulated: {
    shape: "circle",
    filled: false,
    symbol: symbol("M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0 -8z", "var(--paper)")
  },
  native: {shape: "diamond", filled: true, symbol: symbol("M7 2.5l4 4.5l-4 4.5l-4 -4.5z", "var(--ink)")},
  published: {shape: "cross", filled: true, symbol: symbol("M7 3v8M3 7h8", "none")}
};
