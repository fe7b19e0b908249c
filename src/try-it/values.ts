/// Values of the page on which readers run programs: the form, and what its first program does, run at the build.

import type {Profile, Simulator} from "convoy:simulated";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {ROOT} from "../../loaders/root.ts";
import {PROFILES} from "../../loaders/simulated.ts";
import {escapeHtml} from "../report/words.js";
import {renderOutput, renderRuns} from "./results.js";
import {countKnown, type Finished, runDesign} from "./run.js";
import {
  CHECK_MAX,
  CORES_MAX,
  DEFAULTS,
  PLACEMENTS,
  PROFILES_OWN,
  readDraft,
  SEED_MAX,
  type Settings,
  WORDS
} from "./settings.js";

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

/// The default profile and those of data/profiles, by name.
export function readProfiles({checkProfile, defaultProfile}: Simulator): Map<string, Profile> {
  const files = existsSync(PROFILES) ? readdirSync(PROFILES).filter((file) => file.endsWith(".json")) : [];
  const found = files.sort().map((file) => {
    const profile = checkProfile(JSON.parse(readFileSync(join(PROFILES, file), "utf8")), file);
    return [file.slice(0, -".json".length), profile] as const;
  });
  return new Map([[DEFAULTS.profile, defaultProfile], ...found]);
}

export interface SimulatedRun {
  finished: Finished;
  output: string;
}

/// Runs a program under each of its designs, as the page does, with the machine that the build emitted.
export async function runHere(settings: Settings): Promise<SimulatedRun[]> {
  const simulator = await machine();
  const profile = readProfiles(simulator).get(settings.profile)!;
  return settings.designs.map((design) => {
    const decoder = new TextDecoder();
    let output = "";
    const heap = new Uint8Array(readFileSync(join(ROOT, "build", `${heapName(simulator, design)}.bin`)));
    const write = (_: number, bytes: Uint8Array) => {
      output += decoder.decode(bytes, {stream: true});
    };
    const {simulate} = simulator;
    const finished = runDesign(design, settings, {simulate, heap, profile, write});
    return {finished, output};
  });
}

const machine = (): Promise<Simulator> => import(pathToFileURL(join(ROOT, "build", "simulated.js")).href);

function heapName({designs}: Simulator, design: string): string {
  return designs.find(({name}) => name === design)!.weights === null ? "heap" : "heap-ticks";
}

export async function tryItValues(): Promise<Record<string, string>> {
  const simulator = await machine();
  const profiles = readProfiles(simulator);
  const known = {
    designs: simulator.designs.map(({name}) => name),
    profiles: [...profiles.keys()],
    schedulers: simulator.schedulers.map(({name}) => name)
  };
  const programs = readPrograms();
  const {settings} = readDraft({source: programs[USUAL], ...DEFAULTS}, known);
  const runs = await runHere(settings);
  const outputs = runs.map(({finished, output}) => renderOutput(finished.design, output, finished));
  const finished = runs.map((run) => run.finished);
  const {defaultProfile} = simulator;
  return {
    costs: String(Object.keys(defaultProfile.costs).length),
    unmeasured: String(countKnown(defaultProfile).default ?? 0),
    workbench: form(simulator, programs, profiles),
    results: `<section class="results" aria-label="Results"><p class="status" role="status">Run when this page was built, with the settings above.</p><div class="outputs">${outputs.join("")}</div><div class="runs">${renderRuns(finished, settings, false)}</div></section>`
  };
}

const attribute = (text: string): string =>
  text.replace(/[&<>"\n]/g, (character) => `&#${character.charCodeAt(0)};`);

const problem = (field: string) =>
  `<span class="error" id="try-${field}-error" data-problem="${field}" role="alert" hidden></span>`;

interface Choice {
  name: string;
  text: string;
  title?: string;
}

function choice(
  field: "profile" | "placement" | "scheduler",
  label: string,
  choices: readonly Choice[]
): string {
  const options = choices.map(({name, text, title = ""}) => {
    const selected = name === DEFAULTS[field] ? " selected" : "";
    return `<option value="${name}"${title && ` title="${attribute(title)}"`}${selected}>${escapeHtml(text)}</option>`;
  });
  return `<label>${label} <select name="${field}" aria-describedby="try-${field}-error" disabled>${options.join("")}</select></label>`;
}

type Entry = "cores" | "interval" | "check" | "seed" | "limit";

/// A field to type into; `unit` follows it.
function entry(field: Entry, label: string, title: string, {unit = "", list = ""} = {}): string {
  const more = `${title && ` title="${title}"`}${list && ` list="${list}"`}`;
  return `<label>${label} <input name="${field}" value="${DEFAULTS[field]}" inputmode="decimal" autocomplete="off" size="${field === "seed" ? 10 : 4}" aria-describedby="try-${field}-error"${more} disabled>${unit && ` <span class="unit">${unit}</span>`}</label>`;
}

/// The form as it is without a script: readable, and of no use. A component brings it to life.
function form(
  simulator: Simulator,
  programs: Record<string, string>,
  profiles: ReadonlyMap<string, Profile>
): string {
  const options = Object.entries(programs).map(
    ([name, source]) => `<option value="${name}" data-source="${attribute(source)}">${TITLES[name]}</option>`
  );
  const designs = simulator.designs.map(({name, title, models}) => {
    const checked = DEFAULTS.designs.includes(name) ? " checked" : "";
    return `<label title="${attribute(`${title} (${models})`)}"><input type="checkbox" name="design" value="${name}" data-heap="${heapName(simulator, name)}"${checked} disabled> ${name}</label>`;
  });
  const costs = [...profiles].map(([name, profile]) => ({
    name,
    text: name === DEFAULTS.profile ? "orders of magnitude" : profile.name
  }));
  const schedulers = simulator.schedulers.map(({name, title}) => ({name, text: name, title}));
  const cores = [1, 2, 4, 8, 16, 32, 64].map((n) => `<option value="${n}"></option>`).join("");
  const files = [...profiles.keys()].filter((name) => name !== DEFAULTS.profile);
  return [
    '<section class="question try-it" aria-label="Program and settings" data-patience-s="30">',
    `<p><label>Program <select name="program" aria-describedby="try-program-error" disabled>${options.join("")}<option value="" hidden>your own</option></select></label></p>`,
    problem("program"),
    `<textarea name="source" aria-label="Python program" spellcheck="false" rows="24" readonly>${attribute(programs[USUAL])}</textarea>`,
    problem("source"),
    `<fieldset aria-describedby="try-designs-error"><legend>Designs</legend>${designs.join("")}</fieldset>`,
    problem("designs"),
    `<p class="fields">${entry("cores", "Cores", `1 to ${CORES_MAX}`, {list: "try-cores"})}<datalist id="try-cores">${cores}</datalist>`,
    `${choice("placement", "Threads", PLACEMENTS_SHOWN)}`,
    `${choice("scheduler", "Scheduler", [{name: PROFILES_OWN, text: "the costs' own"}, ...schedulers])}</p>`,
    `<p class="fields">${choice("profile", "Costs", costs)}${entry("limit", "Stop after", "", {unit: "virtual s"})}</p>`,
    `<p class="fields">${entry("interval", "Switch interval", "of timeout", {unit: "ms"})}`,
    `${entry("check", "Check interval", `of tick and tick-condition: 0 to ${CHECK_MAX}`, {unit: "ticks"})}`,
    `${entry("seed", "Seed", `0 to ${SEED_MAX}`)}</p>`,
    WORDS.map(problem).join(""),
    '<p class="controls"><button type="button" class="run" disabled>Run</button>',
    '<button type="button" class="stop" hidden>Stop</button>',
    '<button type="button" class="share" disabled>Copy link</button>',
    '<span id="try-help">Ctrl-Enter or ⌘-Enter runs it; Tab indents; Escape, then Tab, leaves the editor.</span></p>',
    "<noscript><p>Running a program here needs a script. The command line runs it without a browser.</p></noscript>",
    '<a hidden download href="/try-it/machine-worker.js" data-file="worker">worker</a>',
    '<a hidden download href="/try-it/heap.bin" data-file="heap">heap</a>',
    '<a hidden download href="/try-it/heap-ticks.bin" data-file="heap-ticks">heap</a>',
    ...files.map(
      (name) =>
        `<a hidden download href="/try-it/profiles/${name}.json" data-file="profile-${name}">${name}</a>`
    ),
    "</section>"
  ].join("\n");
}

const PLACEMENTS_SHOWN = PLACEMENTS.map((name) => ({
  name,
  text: name === "free" ? "move freely" : "stay on a core"
}));
