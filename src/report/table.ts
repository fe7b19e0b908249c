/// Tables of HTML.

import {escapeHtml} from "./words.js";

export interface TableColumn {
  /// Heading, with the unit.
  title: string;
  /// Numbers stand to the right. Default false.
  numeric?: boolean;
}

export interface Table {
  caption: string;
  columns: TableColumn[];
  /// Plain text, cell by cell.
  rows: string[][];
  /// Where the first cell of each row leads. Default: nowhere.
  links?: readonly string[];
}

/// A table that scrolls sideways by itself where the page is narrow, by touch and by keyboard.
export function renderTable({caption, columns, rows, links}: Table): string {
  const head = columns
    .map((column) => `<th scope="col"${align(column)}>${escapeHtml(column.title)}</th>`)
    .join("");
  const body = rows.map((row, r) => {
    const cells = row.map((cell, i) => {
      const [tag, scope] = i === 0 ? ["th", ' scope="row"'] : ["td", ""];
      const said = escapeHtml(cell);
      const text = i === 0 && links !== undefined ? `<a href="${escapeHtml(links[r])}">${said}</a>` : said;
      return `<${tag}${scope}${align(columns[i])}>${text}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table>` +
    `<caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`
  );
}

function align({numeric = false}: TableColumn): string {
  return numeric ? ' class="number"' : "";
}
