import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import type {AnyExperiment, Code, Setting} from "./experiment.ts";
import type {Machine, Run} from "./schema.ts";

export interface Freshness {
  /// Program, loader and all that it imports; the runtime, unless all is `native`; for `simulated`, the profiles.
  code: string;
  /// The code, the experiment's parameters, the machines, the lockfile and the Node version.
  freshness: string;
}

export const sha256 = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex");

/// Content hashes of what determines a run, read from the files under `root` as they are now. File names and contents
/// count; times and places do not.
export function freshness(
  {name, program, code: parts, plans}: Pick<AnyExperiment, "name" | "program" | "code" | "plans">,
  setting: Setting,
  machines: readonly Machine[],
  root: string,
  node: string = process.version
): Freshness {
  const code = codeHash(parts ?? {loader: `${name}.ts`, programs: [program]}, machines, root);
  const lockfile = sha256(readFileSync(join(root, "package-lock.json")));
  const rest = {code, setting, plan: plans[setting], machines: [...machines].sort(), lockfile, node};
  return {code, freshness: sha256(JSON.stringify(rest))};
}

/// Programs of Node that a file starts, and does not import.
const FORKED = [
  ["echo-client.ts", "echo-client.mjs"],
  ["simulation-pool.ts", "simulation-worker.mjs"]
];

/// Content hash of these files, of the runtime unless all is native, and of what predictions are made from.
export function codeHash({loader, programs}: Code, machines: readonly Machine[], root: string): string {
  const loaders = join(root, "loaders");
  const imported = importsOf(join(loaders, loader));
  const files = new Set([
    ...imported,
    ...programs.map((program) => join(loaders, "programs", program)),
    ...FORKED.filter(([by]) => imported.includes(join(loaders, by))).map(([, file]) => join(loaders, file)),
    ...(machines.some((machine) => machine !== "native") ? sourcesIn(join(root, "runtime")) : []),
    ...(machines.includes("simulated") ? filesIn(join(root, "data", "profiles"), ".json") : [])
  ]);
  const contents = [...files].sort().map((file) => [relative(root, file), sha256(readFileSync(file))]);
  return sha256(JSON.stringify(contents));
}

/// Whether every part of the experiment was measured, and by the code that is here. True of one without parts.
export function hasFreshParts(
  {parts: own = {}}: Pick<AnyExperiment, "parts">,
  {parts = [], machines}: Pick<Run, "parts" | "machines">,
  root: string
): boolean {
  return Object.entries(own).every(
    ([name, code]) => parts.find((part) => part.name === name)?.code === codeHash(code, machines, root)
  );
}

const IMPORT = /(?:^|[\s;])(?:import|export)\s[^;]*?from\s*"(\.[^"]+)"|(?:^|[\s;])import\s*"(\.[^"]+)"/g;

/// The file and all files that it imports by relative paths, directly or through others. Absolute paths.
export function importsOf(entry: string): string[] {
  const seen = new Set<string>();
  const waiting = [resolve(entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const match of readFileSync(file, "utf8").matchAll(IMPORT)) {
      waiting.push(resolve(dirname(file), match[1] ?? match[2]));
    }
  }
  return [...seen];
}

const sourcesIn = (folder: string): string[] => filesIn(folder, ".ts");

/// All files with this ending in a folder and its folders; none when there is no such folder.
function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));
}
