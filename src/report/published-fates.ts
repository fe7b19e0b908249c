/// What became of the published figures: why some are missed, and why others were not run.

import type {FigureRow} from "../../loaders/fit/dataset.ts";
import {fates} from "../../loaders/fit/fates.ts";
import {ROLES} from "../../loaders/fit/figures/index.ts";
import type {PublishedFigure} from "../../loaders/schema.ts";
import {NEAR} from "./agreement.ts";
import {renderTable} from "./table.ts";
import {escapeHtml, figure} from "./words.ts";

/// Why figures are missed, as far as that is known: by what their ids begin with.
const MISSES: readonly [RegExp, string][] = [
  [
    /^tenthousandmeters-(5|6[0-4])/,
    "counts at intervals of 0.1 ms and less: probably on that Mac every waiting thread whose time is over asks for the processor again and " +
      "for the mutex beside the lock, and they get into each other's way more than here, the more of them there are"
  ],
  [
    /^tenthousandmeters-(09|[12]\d|3[0-6])$/,
    "echoes: published to one or two digits (0 stands for less than a half), and at intervals of microseconds the prices of the system that were not fitted decide"
  ],
  [
    /^tenthousandmeters-6[5-9]/,
    "echoes on one core: the scheduler of that Ubuntu, and what else ran there, are not known"
  ],
  [
    /^ccbench/,
    "the ping of ccbench: beside two threads and more its server waited for tens of intervals on average, with as much of a spread; what did it there is not known"
  ],
  [/^beazley-2011-13/, "PyPy's lock of 2011, which was mended since: what is simulated is the mended one"],
  [
    /^(fluent-python|beazley-2011|dask)/,
    "servers: how many of its calls cost a server an interval decides, and here one that sends returns before the spinning thread has woken; there it waited for up to three a message"
  ],
  [
    /^(guillo)/,
    "a computer whose system is not known; what waking costs, which decides, is that of the virtual machine here"
  ],
  [
    /^beazley-2009-0[79]/,
    "calls of the kernel: all Mach calls are published, those of the lock are simulated"
  ],
  [/^seunosewa/, "a laptop whose system is not known"],
  [
    /^bpo-7946-bfs/,
    "bfs: which of the patches of then it is compared with is not said, and the two that are simulated here leave the server its rate as bfs does"
  ]
];

/// Every predicted figure that is off by more than a factor of NEAR, by the reason.
export function missesInWords(figures: readonly FigureRow[]): string {
  const missed = figures.filter(({role, factor}) => role === "predicted" && factor > NEAR);
  if (missed.length === 0) return "";
  const groups = new Map<string, FigureRow[]>();
  for (const row of missed) {
    const reason = MISSES.find(([ids]) => ids.test(row.figure))?.[1] ?? "no reason is known";
    groups.set(reason, [...(groups.get(reason) ?? []), row]);
  }
  const items = [...groups].map(
    ([reason, rows]) =>
      `<li>${escapeHtml(reason)} (${rows.map(({figure: id, factor}) => `${id}: ${figure(factor)}`).join(", ")})</li>`
  );
  return `<p>Off by more than that, with the factor of each:</p><ul>${items.join("")}</ul>`;
}

/// What became of every published row: a number for each, and the rows that were not run.
export function fateTable(published: readonly PublishedFigure[]): string {
  if (published.length === 0) return "";
  const all = fates(published);
  const names = [...new Set(all.map(({fate}) => fate))];
  const isRun = (fate: string) => (ROLES as readonly string[]).includes(fate);
  const rows = names
    .sort((a, b) => Number(isRun(b)) - Number(isRun(a)))
    .map((name) => {
      const own = all.filter(({fate}) => fate === name).map(({figure: id}) => id);
      const sources = [...new Set(own.map((id) => id.replace(/-\d+$/, "")))];
      return [isRun(name) ? `run: ${name}` : `not run: ${name}`, `${own.length}`, sources.join(", ")];
    });
  return renderTable({
    caption: `What became of the ${all.length} published figures`,
    columns: [{title: "what became of it"}, {title: "figures", numeric: true}, {title: "of"}],
    rows
  });
}
