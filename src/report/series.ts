/// Who was measured: one series for each interpreter and lock, with the name, colour and mark that it has in every chart.

import {LOCKS, type Lock, type Machine} from "../../loaders/schema.ts";
import {NEW, OLD} from "./select.ts";
import {designColour} from "./theme.ts";
import {type Estimated, escapeHtml, estimated, list} from "./words.ts";

export interface Measured {
  machine: Machine;
  design: Lock;
  interpreter: string;
}

/// "Convoy tick" on our machine, "CPython 2.7.18" for a real interpreter.
export function seriesName({machine, design, interpreter}: Measured): string {
  if (machine === "host") return `Convoy ${design}`;
  return interpreter.replace(/^cpython\b/, "CPython");
}

/// The series in the rows, old locks first, and beside each of ours the real interpreters that have the same lock.
export function seriesOf(rows: readonly Measured[]): Measured[] {
  const byName = new Map(rows.map((row) => [seriesName(row), row]));
  const rank = (row: Measured) => LOCKS.indexOf(row.design) * 2 + (row.machine === "host" ? 0 : 1);
  return [...byName.values()].sort((a, b) => rank(a) - rank(b) || a.interpreter.localeCompare(b.interpreter));
}

/// Vega-Lite encodings that tell series apart by colour (the lock) and mark (filled: Convoy, open: a real interpreter).
/// For rows with the field `series`. `published` adds a series of that name.
export function seriesEncoding(series: readonly Measured[], published?: string): Record<string, object> {
  const extra = published === undefined ? [] : [published];
  const domain = [...series.map(seriesName), ...extra];
  const colours = [...series.map(({design}) => designColour(design)), ...extra.map(() => "var(--quiet)")];
  const host = series.map(({machine}) => machine === "host");
  const scale = (range: unknown[]) => ({
    field: "series",
    type: "nominal",
    sort: domain,
    scale: {domain, range}
  });
  return {
    color: scale(colours),
    shape: scale([...host.map((is) => (is ? "circle" : "diamond")), ...extra.map(() => "cross")]),
    fill: scale([
      ...colours.slice(0, series.length).map((c, i) => (host[i] ? c : "var(--paper)")),
      ...extra.map(() => "var(--quiet)")
    ])
  };
}

/// Encodings for lines: solid is Convoy, broken a real interpreter.
export function seriesDash(series: readonly Measured[]): Record<string, object> {
  const domain = series.map(seriesName);
  const range = series.map(({machine}) => (machine === "host" ? [1, 0] : [5, 3]));
  return {strokeDash: {field: "series", type: "nominal", sort: domain, scale: {domain, range}}};
}

/// Every estimate with whose it is, as in "1.58 (1.49 to 1.70) in Convoy tick and 1.94 (1.71 to 2.10) in CPython 2.7.18";
/// "not measured" for none.
export function each(
  rows: readonly (Measured & Estimated)[],
  say: (row: Estimated) => string = estimated
): string {
  return list(rows.map((row) => `${say(row)} in ${seriesName(row)}`)) || "not measured";
}

/// The range of estimates under each lock, for titles: "5.18 ms under the new lock, 68.4 to 71.0 µs under the old".
/// "not measured" for none.
export function byLock(rows: readonly (Measured & Estimated)[], say: (estimate: number) => string): string {
  const range = (lock: string, old: boolean) => {
    const values = rows
      .filter((row) => (old ? OLD : NEW).includes(row.design))
      .flatMap(({estimate}) => estimate ?? []);
    if (values.length === 0) return [];
    const [least, most] = [say(Math.min(...values)), say(Math.max(...values))];
    return [`${least === most ? most : `${least} to ${most}`} under the ${lock}`];
  };
  return [...range("new lock", false), ...range("old", true)].join(", ") || "not measured";
}

/// A legend that wraps as text does. `lines` shows strokes in place of marks.
export function legend(series: readonly Measured[], lines: boolean, published?: string): string {
  const items = series.map((one) => `<li>${symbol(one, lines)}${escapeHtml(seriesName(one))}</li>`);
  const theirs = published === undefined ? [] : [`<li>${CROSS}${escapeHtml(published)}</li>`];
  return `<ul class="legend" aria-hidden="true">${[...items, ...theirs].join("")}</ul>`;
}

const CROSS =
  '<svg width="14" height="14"><path d="M7 3v8M3 7h8" stroke="var(--quiet)" stroke-width="2.5"/></svg>';

function symbol({machine, design}: Measured, lines: boolean): string {
  const colour = designColour(design);
  const host = machine === "host";
  if (lines) {
    const dash = host ? "" : ' stroke-dasharray="5 3"';
    return `<svg width="26" height="14"><path d="M1 7h24" stroke="${colour}" stroke-width="2"${dash}/></svg>`;
  }
  const path = host ? "M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0 -8z" : "M7 2.5l4 4.5l-4 4.5l-4 -4.5z";
  return `<svg width="14" height="14"><path d="${path}" stroke="${colour}" stroke-width="1.5" fill="${host ? colour : "var(--paper)"}"/></svg>`;
}
