/// Tables whose cells are shaded by how good they are: many designs, many things measured, one screen.

import {escapeHtml} from "./words.ts";

export interface HeatCell {
  /// What stands in the cell.
  text: string;
  /// How good it is beside the others of its column, from -1 (the worst) to 1 (the best); null: no shade.
  level: number | null;
  /// More words, for a tooltip. Default none.
  more?: string;
}

export interface HeatTable {
  id: string;
  /// The finding.
  title: string;
  caption: string;
  /// Headings, the first that of the rows.
  columns: string[];
  rows: {name: string; colour: string; cells: HeatCell[]}[];
  /// Kinds, runs and credit, as HTML.
  source: string;
}

/// HTML without blank lines. It scrolls sideways by itself where the page is narrow.
export function renderHeat({id, title, caption, columns, rows, source}: HeatTable): string {
  const head = columns.map(
    (column, i) => `<th scope="col"${i > 0 ? ' class="number"' : ""}>${escapeHtml(column)}</th>`
  );
  const body = rows.map(
    ({name, colour, cells}) =>
      `<tr><th scope="row"><span class="swatch" style="background:${colour}"></span>${escapeHtml(name)}</th>${cells.map(renderCell).join("")}</tr>`
  );
  return [
    `<figure id="${id}" class="heat" aria-labelledby="${id}-title">`,
    `<div class="title" id="${id}-title">${escapeHtml(title)}</div>`,
    `<p class="note">${escapeHtml(caption)}</p>`,
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table>`,
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>${body.join("")}</tbody></table></div>`,
    `<figcaption>${source}</figcaption>`,
    "</figure>"
  ].join("\n");
}

function renderCell({text, level, more}: HeatCell): string {
  const shade = level === null ? "" : ` ${shadeOf(level)}`;
  const title = more === undefined ? "" : ` title="${escapeHtml(more)}"`;
  return `<td class="number${shade}"${title}>${escapeHtml(text)}</td>`;
}

/// Three shades to either side, and none in the middle.
function shadeOf(level: number): string {
  const step = Math.round(Math.max(-1, Math.min(1, level)) * 3);
  return step === 0 ? "" : step > 0 ? `good-${step}` : `bad-${-step}`;
}

/// Levels of values beside each other on a logarithmic scale: the best 1, the worst -1, all 0 where they differ by less than
/// `close` (a factor). A value that is not above 0 is the worst where more is better, and the best where less is.
export function levels(
  values: readonly (number | null)[],
  better: "more" | "less",
  close = 1.1
): (number | null)[] {
  const positive = values.filter((value): value is number => value !== null && value > 0);
  const sign = better === "more" ? 1 : -1;
  if (positive.length === 0) return values.map((value) => (value === null ? null : 0));
  const [least, most] = [Math.log(Math.min(...positive)), Math.log(Math.max(...positive))];
  return values.map((value) => {
    if (value === null) return null;
    if (value <= 0) return -sign;
    if (most - least < Math.log(close)) return 0;
    return sign * ((2 * (Math.log(value) - least)) / (most - least) - 1);
  });
}
