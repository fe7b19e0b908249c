/// How charts look. Colours are the style sheet's, by name, so that one drawing serves light, dark and print.

import type {Config} from "vega-lite";
import type {Lock} from "../../loaders/schema.ts";

export const INK = "var(--ink)";
export const QUIET = "var(--quiet)";
export const GRID = "var(--grid)";
export const PAPER = "var(--paper)";

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

const DESIGN_COLOURS: Partial<Record<Lock, string>> = {
  tick: "var(--tick)",
  "tick-condition": "var(--tick-condition)",
  timeout: "var(--timeout)",
  pypy: "var(--pypy)",
  "free-threaded": "var(--free-threaded)",
  jython: "var(--jython)"
};

/// A quiet one for those that have none of their own.
export function designColour(design: Lock): string {
  return DESIGN_COLOURS[design] ?? QUIET;
}

/// Chart sizes in CSS pixels: a full column, and a phone.
export const WIDTHS = {wide: 680, narrow: 328} as const;
export type Size = keyof typeof WIDTHS;

export const CONFIG: Config = {
  // Screen readers get the description and the table instead of hundreds of marks.
  aria: false,
  background: "transparent",
  font: FONT,
  padding: 4,
  axis: {
    domainColor: QUIET,
    gridColor: GRID,
    labelColor: QUIET,
    labelFontSize: 12,
    tickColor: QUIET,
    titleColor: INK,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titlePadding: 8
  },
  header: {labelColor: INK, labelFontSize: 12, titleColor: INK, labelFontWeight: "bold"},
  // The page has legends of its own, which wrap.
  legend: {disable: true},
  text: {color: INK, fontSize: 12},
  rule: {color: QUIET},
  view: {stroke: null}
};
