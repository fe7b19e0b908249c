/** Designs outside of this project: a file, compiled for the machine that shall perform its steps. */
import {existsSync, mkdtempSync, rmSync, statSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join, relative, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import type {BuildFailure, Plugin} from "esbuild";
import {type Descriptor, designs} from "../../runtime/designs/index.ts";
import {compilePositions} from "../positions-plugin.mjs";
import {compileSteps} from "../steps-plugin.mjs";
import {checker} from "./checker.ts";
import {UsageError} from "./command.ts";
import {DESIGN_NAME} from "./design-name.ts";

/**
 * For each machine: how it wants the text of a protocol, and the module beside this one whose words (Mutex, ...) it knows.
 * `host` has functions in the place of generators; `exhaustive` sees where in its source a thread stands.
 */
const MACHINES = {
  host: {text: compileSteps, vocabulary: "./host-vocabulary.js"},
  simulated: {text: (source: string) => source, vocabulary: "./simulated.js"},
  exhaustive: {text: compilePositions, vocabulary: "./vocabulary.js"}
} as const;

/** A design read from a file. */
export interface FileDesign {
  descriptor: Descriptor;
  /** Address of the module that was compiled, whose default export the design is. */
  module: string;
  /** Removes that module, once nobody will import it any more. */
  remove(): void;
}

/**
 * Reads a design from a TypeScript or JavaScript file, whose default export is a Descriptor. What it imports comes along;
 * "convoy" is the vocabulary of designs.
 * @throws UsageError if there is no such design
 */
export async function readDesign(file: string, machine: keyof typeof MACHINES): Promise<FileDesign> {
  if (!existsSync(file)) throw new UsageError(`cannot read the design ${file}: there is no such file`);
  if (statSync(file).isDirectory()) throw new UsageError(`cannot read the design ${file}: it is a folder`);
  const folder = mkdtempSync(join(tmpdir(), "convoy-design-"));
  const remove = () => rmSync(folder, {recursive: true, force: true});
  process.on("exit", remove);
  const outfile = join(folder, `${basename(file)}.mjs`);
  await compile(file, machine, outfile);
  const module = pathToFileURL(outfile).href;
  process.setSourceMapsEnabled(true);
  try {
    return {descriptor: validated(file, (await import(module)).default), module, remove};
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read the design ${file}: ${(error as Error).message}`);
  }
}

/** Compiles what belongs to the design: all that it imports but installed packages. */
function protocol(file: string, machine: keyof typeof MACHINES): Plugin {
  const {text, vocabulary} = MACHINES[machine];
  const folder = dirname(resolve(file));
  return {
    name: "protocol",
    setup({onResolve, onLoad}) {
      onResolve({filter: /^convoy$/}, () => ({
        path: new URL(vocabulary, import.meta.url).href,
        external: true
      }));
      onLoad({filter: /\.[cm]?[jt]s$/}, async ({path}) =>
        relative(folder, path).includes("node_modules")
          ? undefined
          : {
              contents: text(await readFile(path, "utf8"), basename(path)),
              loader: /\.[cm]?js$/.test(path) ? "js" : "ts"
            }
      );
    }
  };
}

async function compile(file: string, machine: keyof typeof MACHINES, outfile: string): Promise<void> {
  const {build} = await import("esbuild");
  try {
    await build({
      entryPoints: [resolve(file)],
      outfile,
      bundle: true,
      platform: "neutral",
      target: "es2022",
      format: "esm",
      logLevel: "silent",
      sourcemap: "inline",
      plugins: [protocol(file, machine)]
    });
  } catch (error) {
    const first = (error as BuildFailure).errors?.[0];
    if (!first) throw error;
    // An error of a plugin has the plugin's place.
    const where =
      first.location && !first.pluginName ? ` (${basename(first.location.file)}:${first.location.line})` : "";
    throw new UsageError(`cannot read the design ${file}: ${first.text}${where}`);
  }
}

const FIELDS: Record<string, string> = {
  name: "string",
  title: "string",
  ticks: "number",
  switchInterval_us: "number",
  breaks: "number",
  interruptibleLocks: "boolean",
  create: "function"
};

function validated(file: string, value: unknown): Descriptor {
  if (typeof value !== "object" || value === null)
    throw new UsageError(`missing default export: ${file}; see convoy new design for what to export`);
  const descriptor = value as Record<string, unknown>;
  const fault = (field: string, wanted: string) =>
    new UsageError(`invalid design: ${file}, ${field} is ${String(descriptor[field])}; give a ${wanted}`);
  for (const [field, type] of Object.entries(FIELDS))
    if (typeof descriptor[field] !== type) throw fault(field, type);
  if (descriptor.weights !== null && typeof descriptor.weights !== "function")
    throw fault("weights", "function, or null");
  const name = descriptor.name as string;
  if (!DESIGN_NAME.test(name))
    throw new UsageError(`invalid name: ${name} (${file}); use small letters, digits and hyphens`);
  if (designs.some((design) => design.name === name))
    throw new UsageError(`ambiguous name: ${name} (${file}); Convoy has a design of this name, take another`);
  return value as Descriptor;
}

/** Most states of one small program, and most seconds, of a first look. */
const GLANCE = {states: 20_000, seconds: 2};

/**
 * Reads a design for a machine that runs Python, after a first look at it on the machine that tries every interleaving: what
 * that refuses (a step that is none, state in a field) would go wrong on real threads at some other time. `say` is told if
 * the look shows that the lock does not hold what it must.
 * @throws UsageError if the file has no design, or one that no machine can perform
 */
export async function readDesignToRun(
  file: string,
  machine: "host" | "simulated",
  say: (text: string) => void
): Promise<FileDesign> {
  const {checkPass, plan} = await checker();
  const {descriptor, remove} = await readDesign(file, "exhaustive");
  remove();
  try {
    const verdicts = plan({threads: [2]})
      .filter(({pass}) => pass === "steps")
      .flatMap(({scenario, pass}) => checkPass(descriptor, scenario, pass, {limits: GLANCE}).verdicts);
    const broken = verdicts.filter(({verdict}) => verdict === "violated").map(({property}) => property);
    if (broken.length > 0)
      say(`the design ${file} breaks ${[...new Set(broken)].join(", ")}; convoy check ${file} shows how`);
  } catch (error) {
    throw cannotPerform(file, error as Error);
  }
  return readDesign(file, machine);
}

/** That a design's own code failed, with the line of its file where that is known. */
export function cannotPerform(file: string, {message, stack = ""}: Error): UsageError {
  const line = stack.split(`${basename(file)}:`)[1]?.match(/^\d+/)?.[0];
  const where = line === undefined || message.includes(basename(file)) ? "" : ` (${basename(file)}:${line})`;
  return new UsageError(`cannot perform the design ${file}: ${message}${where}`);
}
