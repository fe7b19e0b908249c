/// Values of the page on which readers run programs: the form, and what its first program does, run at the build.

import type {Simulator} from "convoy:simulated";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {ROOT} from "../../loaders/root.ts";
import {renderOutput, renderRuns} from "./results.js";
import {type Finished, runDesign} from "./run.js";
import {CORES_MAX, DEFAULTS, readDraft, SEED_MAX, type Settings} from "./settings.js";

/// The page's programs, in their order in the form.
const TITLES: Record<string, string> = {
  count: "Two threads that count",
  sleeper: "A sleeper beside a spinning thread",
  signal: "A signal beside a spinning thread",
  lock: "Two threads and a lock",
  deadlock: "Two threads, two locks, no end"
};
export const USUAL = "count";
const PROGRAMS = join(ROOT, "src", "try-it", "programs");

/// The Python files, by name.
export function readPrograms(): Record<string, string> {
  const files = readdirSync(PROGRAMS).filter((file) => file.endsWith(".py"));
  const found = files.map((file) => [file.slice(0, -3), readFileSync(join(PROGRAMS, file), "utf8")]);
  return Object.fromEntries(Object.keys(TITLES).map((name) => found.find(([each]) => each === name)!));
}

export interface SimulatedRun {
  finished: Finished;
  output: string;
}

/// Runs a program under each of its designs, as the page does, with the machine that the build emitted.
export async function runHere(settings: Settings): Promise<SimulatedRun[]> {
  const simulator = await machine();
  return settings.designs.map((design) => {
    const decoder = new TextDecoder();
    let output = "";
    const heap = new Uint8Array(readFileSync(join(ROOT, "build", `${heapName(simulator, design)}.bin`)));
    const finished = runDesign(simulator.simulate, design, settings, heap, (_, bytes) => {
      output += decoder.decode(bytes, {stream: true});
    });
    return {finished, output};
  });
}

const machine = (): Promise<Simulator> => import(pathToFileURL(join(ROOT, "build", "simulated.js")).href);

function heapName({designs}: Simulator, design: string): string {
  return designs.find(({name}) => name === design)!.weights === null ? "heap" : "heap-ticks";
}

export async function tryItValues(): Promise<Record<string, string>> {
  const simulator = await machine();
  const known = {
    designs: simulator.designs.map(({name}) => name),
    schedulers: simulator.schedulers.map(({name}) => name)
  };
  const programs = readPrograms();
  const {settings} = readDraft({source: programs[USUAL], ...DEFAULTS}, known);
  const runs = await runHere(settings);
  const outputs = runs.map(({finished, output}) => renderOutput(finished.design, output, finished));
  const finished = runs.map((run) => run.finished);
  return {
    costs: String(Object.keys(simulator.COSTS).length),
    unmeasured: String(finished[0].metrics.unmeasured_costs.length),
    workbench: form(simulator, programs),
    results: `<section class="results" aria-label="Results"><p class="status" role="status">Run when this page was built, with the settings above.</p><div class="outputs">${outputs.join("")}</div><div class="runs">${renderRuns(finished, settings, false)}</div></section>`
  };
}

const attribute = (text: string): string =>
  text.replace(/[&<>"\n]/g, (character) => `&#${character.charCodeAt(0)};`);

/// The form as it is without a script: readable, and of no use. A component brings it to life.
function form(simulator: Simulator, programs: Record<string, string>): string {
  const options = Object.entries(programs).map(
    ([name, source]) => `<option value="${name}" data-source="${attribute(source)}">${TITLES[name]}</option>`
  );
  const designs = simulator.designs.map(({name, title, models}) => {
    const checked = DEFAULTS.designs.includes(name) ? " checked" : "";
    return `<label title="${attribute(`${title} (${models})`)}"><input type="checkbox" name="design" value="${name}" data-heap="${heapName(simulator, name)}"${checked} disabled> ${name}</label>`;
  });
  const schedulers = simulator.schedulers.map(
    ({name, title}) =>
      `<option value="${name}" title="${attribute(title)}"${name === DEFAULTS.scheduler ? " selected" : ""}>${name}</option>`
  );
  const problem = (field: string) =>
    `<span class="error" id="try-${field}-error" data-problem="${field}" role="alert" hidden></span>`;
  const entry = (field: "cores" | "seed" | "limit", label: string, extra: string) =>
    `<label>${label} <input name="${field}" value="${DEFAULTS[field]}" inputmode="decimal" autocomplete="off" size="${field === "seed" ? 10 : 4}" aria-describedby="try-${field}-error"${extra} disabled></label>`;
  const cores = [1, 2, 4, 8, 16, 32, 64].map((n) => `<option value="${n}"></option>`).join("");
  return [
    '<section class="question try-it" aria-label="Program and settings" data-patience-s="30">',
    `<p><label>Program <select name="program" disabled>${options.join("")}<option value="" hidden>your own</option></select></label></p>`,
    problem("program"),
    `<textarea name="source" aria-label="Python program" spellcheck="false" rows="24" readonly>${attribute(programs[USUAL])}</textarea>`,
    problem("source"),
    `<fieldset aria-describedby="try-designs-error"><legend>Designs</legend>${designs.join("")}</fieldset>`,
    problem("designs"),
    `<p class="fields">${entry("cores", "Cores", ` list="try-cores" title="1 to ${CORES_MAX}"`)}<datalist id="try-cores">${cores}</datalist>`,
    `<label>Scheduler <select name="scheduler" aria-describedby="try-scheduler-error" disabled>${schedulers.join("")}</select></label>`,
    entry("seed", "Seed", ` title="0 to ${SEED_MAX}"`),
    `${entry("limit", "Stop after", "")} <span>virtual s</span></p>`,
    ["cores", "scheduler", "seed", "limit"].map(problem).join(""),
    '<p class="controls"><button type="button" class="run" disabled>Run</button>',
    '<button type="button" class="stop" hidden>Stop</button>',
    '<button type="button" class="share" disabled>Copy link</button>',
    '<span id="try-help">Ctrl-Enter or ⌘-Enter runs it; Tab indents; Escape, then Tab, leaves the editor.</span></p>',
    "<noscript><p>Running a program here needs a script. The command line runs it without a browser.</p></noscript>",
    '<a hidden download href="/try-it/machine-worker.js" data-file="worker">worker</a>',
    '<a hidden download href="/try-it/heap.bin" data-file="heap">heap</a>',
    '<a hidden download href="/try-it/heap-ticks.bin" data-file="heap-ticks">heap</a>',
    "</section>"
  ].join("\n");
}
