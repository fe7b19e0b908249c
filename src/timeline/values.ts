/// Timelines of pages, at the build. A page places one as {{timeline SCENE}}, two under each other on one clock as
/// {{timeline SCENE SCENE}}, and a stretch of them as {{timeline SCENE 3ms..3.5ms}}.

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {ROOT} from "../../loaders/root.ts";
import {readScenes, type SceneRow, tracesFolder} from "../../loaders/traces.ts";
import type {Values} from "../report/page.js";
import {escapeHtml} from "../report/words.js";
import {renderRecorded, writtenOf} from "./figure.js";
import {timeText} from "./parts.js";
import {readView} from "./range.js";
import type {View} from "./view.js";

const PLACED = /\{\{\s*(timeline [^}]*?)\s*\}\}/g;

/// What a page says where nothing is recorded.
const NONE = '<p class="note">No scenes are recorded yet: <code>npx convoy data traces</code>.</p>';

/// Every timeline that the page at `path`, as in "/designs", places. Throws for a scene that is not recorded.
export async function timelineValues(path: string): Promise<Values> {
  const source = readFileSync(join(ROOT, "src", `${path}.md`), "utf8");
  const names = [...new Set([...source.matchAll(PLACED)].map(([, name]) => name))];
  if (names.length === 0) return {};
  const folder = tracesFolder();
  if (folder === null) return Object.fromEntries(names.map((name) => [name, NONE]));
  const scenes = await readScenes(folder);
  const values: Values = {};
  for (const name of names) values[name] = await renderRecorded(folder, ...readPlaced(name, scenes));
  return values;
}

/// What stands in the braces: scenes, and maybe a stretch of time.
export function readPlaced(
  text: string,
  scenes: readonly SceneRow[]
): [scenes: SceneRow[], view: View | null] {
  const words = text.split(/\s+/).slice(1);
  const view = words.at(-1)?.includes("..") ? readView(words.pop()!) : null;
  const found = words.map((word) => {
    const scene = scenes.find((each) => each.scene === word);
    if (scene === undefined)
      throw new Error(
        `unknown scene: ${word} in {{${text}}}; recorded are ${scenes.map((each) => each.scene).join(", ")}`
      );
    return scene;
  });
  if (found.length === 0 || found.length > 2)
    throw new Error(`invalid timeline: {{${text}}}; name one scene or two`);
  return [found, view];
}

/// Values of the page with all scenes.
export async function timelinePageValues(): Promise<Values> {
  const folder = tracesFolder();
  const scenes = folder === null ? [] : await readScenes(folder);
  return {chooser: chooser(scenes), scenes: sceneTable(scenes)};
}

/// Controls that open scenes and trace files in the figure that follows; a script brings them to life.
function chooser(scenes: readonly SceneRow[]): string {
  const options = MACHINES.map(([machine, label]) => {
    const own = scenes.filter((scene) => scene.machine === machine);
    const items = own.map(
      ({scene, title, design}) => `<option value="${scene}">${escapeHtml(`${design}, ${title}`)}</option>`
    );
    return own.length === 0 ? "" : `<optgroup label="${label}">${items.join("")}</optgroup>`;
  }).join("");
  const json = JSON.stringify(scenes.map(writtenOf)).replace(/</g, "\\u003c");
  return [
    '<section class="question scenes" aria-label="Scenes to open">',
    `<p><label>Scene <select name="first" disabled>${options}</select></label></p>`,
    `<p><label>Under it <select name="second" disabled><option value="">nothing</option>${options}</select></label></p>`,
    '<p class="drop"><label>Or a trace file, chosen or dropped here <input type="file" accept=".csv,.json" disabled></label></p>',
    '<p class="error" role="alert" hidden></p>',
    `<script type="application/json">${json}</script>`,
    "<noscript><p>Opening scenes needs a script.</p></noscript>",
    "</section>"
  ].join("\n");
}

const MACHINES = [
  ["simulated", "simulated machine"],
  ["host", "real threads"],
  ["exhaustive", "the checker"]
] as const;

/// Every scene with its files. The figures find a scene's database by its link here.
function sceneTable(scenes: readonly SceneRow[]): string {
  const rows = scenes.map(({scene, title, design, machine, profile, events, end_ns, clock}) => {
    const files = ["duckdb", "parquet"].map(
      (ending) =>
        `<a href="/timeline/scenes/${scene}.${ending}" download="${scene}.${ending}"${ending === "duckdb" ? ` data-scene="${scene}"` : ""}>${ending}</a>`
    );
    const cells = [
      escapeHtml(title),
      escapeHtml(design),
      `<span class="kind ${machine}">${machine}</span>${profile === null ? "" : ` ${escapeHtml(profile)}`}`,
      events.toLocaleString("en-US"),
      clock === "steps" ? `${timeText(end_ns, clock)} steps` : timeText(end_ns, clock),
      files.join(", ")
    ];
    return `<tr><th scope="row"><code>${scene}</code></th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  const heads = ["scene", "what runs", "design", "machine", "events", "lasts", "files"];
  return `<div class="scroll" tabindex="0" role="region" aria-label="Recorded scenes"><table><caption>Recorded scenes</caption><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
