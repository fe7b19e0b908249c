/// A timeline of recorded scenes as HTML, drawn at the build. The page's script brings it to life.

import type {SceneRow} from "../../loaders/traces.ts";
import {WIDTHS} from "../report/theme.js";
import {escapeHtml, list} from "../report/words.js";
import {placeOf, sceneOf, withScenes} from "./database.js";
import {plotOf} from "./draw.js";
import {controls, describe, legend, type Summed, sumsTable, timeText} from "./parts.js";
import type {Scene} from "./source.js";
import {drawBoth} from "./static.js";
import type {Place, TiledSource} from "./tiled.js";
import type {View} from "./view.js";

/// What the script needs to know of a scene, written into the figure.
export interface Written {
  scene: Omit<Scene, "lives">;
  place: Place;
}

export const writtenOf = (row: SceneRow): Written => ({scene: sceneOf(row), place: placeOf(row)});

/// HTML without blank lines, so that Markdown leaves it alone. `view`: the stretch that is shown first; null for all.
export async function renderRecorded(
  folder: string,
  rows: readonly SceneRow[],
  given: View | null
): Promise<string> {
  return withScenes(folder, rows, async (sources) => {
    const view = given ?? {from_ns: 0, to_ns: Math.max(...rows.map(({end_ns}) => end_ns))};
    for (const size of ["wide", "narrow"] as const) await know(sources, view, plotOf(WIDTHS[size]).columns);
    const summed = await Promise.all(
      sources.map(async (source) => ({scene: source.scene, sums: await source.sums(view)}))
    );
    const written = rows.map(writtenOf);
    const id = `timeline-${rows.map(({scene}) => scene).join("-")}${given === null ? "" : `-${given.from_ns}`}`;
    return render({id, rows, written, summed, view, picture: drawBoth(sources, view)});
  });
}

async function know(sources: readonly TiledSource[], view: View, columns: number): Promise<void> {
  for (const source of sources) {
    source.strips(view, columns);
    await source.settled();
  }
}

interface Parts {
  id: string;
  rows: readonly SceneRow[];
  written: readonly Written[];
  summed: readonly Summed[];
  view: View;
  picture: string;
}

function render({id, rows, written, summed, view, picture}: Parts): string {
  const json = JSON.stringify({scenes: written, view}).replace(/</g, "\\u003c");
  return [
    `<figure id="${id}" class="run timeline" aria-labelledby="${id}-title">`,
    `<div class="title" id="${id}-title">${escapeHtml(finding(summed, view))}</div>`,
    legend(),
    controls(true),
    `<div class="chart" role="img" aria-roledescription="timeline" aria-label="${escapeHtml(describe(summed, view))}">${picture}</div>`,
    '<p class="status" role="status"></p>',
    `<script type="application/json">${json}</script>`,
    `<details><summary>Table: what is in view</summary><div class="sums">${sumsTable(summed, view)}</div></details>`,
    `<figcaption>${rows.map(credit).join(" ")}</figcaption>`,
    "</figure>"
  ].join("\n");
}

/// What is seen first, in a sentence.
function finding(summed: readonly Summed[], view: View): string {
  const said = summed.map(({scene, sums}) => {
    const total = (of: (sum: (typeof sums)[number]) => number) => sums.reduce((all, sum) => all + of(sum), 0);
    const [vain, , , handovers] = sums[0].marks.map((_, mark) => total(({marks}) => marks[mark]));
    const end = Math.min(view.to_ns, scene.end_ns);
    const took = scene.clock === "steps" ? "" : `, ${timeText(end - view.from_ns, scene.clock)}`;
    return `${scene.heading}${took}: ${handovers.toLocaleString("en-US")} hand-overs, ${vain.toLocaleString("en-US")} wake-ups in vain`;
  });
  return said.join(". ");
}

function credit({scene, machine, profile, events, command}: SceneRow): string {
  const costs = profile === null ? "" : ` Costs of ${profile}.`;
  const files = ["duckdb", "parquet"].map((ending) => {
    const file = `/timeline/scenes/${scene}.${ending}`;
    const name = ending === "duckdb" ? ` data-scene="${scene}"` : "";
    return `<a href="${file}" download="${scene}.${ending}"${name}>${scene}.${ending}</a>`;
  });
  return `<span class="kind ${machine}">${machine}</span> ${events.toLocaleString("en-US")} events.${escapeHtml(costs)} Again: <code>${escapeHtml(command)}</code> <span class="downloads">${list(files)}.</span>`;
}
