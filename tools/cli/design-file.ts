import {existsSync, statSync} from "node:fs";
import {basename, dirname, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import type {BuildFailure} from "esbuild";
import type {Descriptor} from "../../runtime/designs/index.ts";
import {positionsPlugin} from "../positions-plugin.mjs";
import {UsageError} from "./command.ts";

/** What a design is called by. */
export const DESIGN_NAME = /^[a-z][a-z0-9-]*$/;

const vocabulary = new URL("./vocabulary.js", import.meta.url);

/**
 * Reads a design from a TypeScript or JavaScript file, whose default export is a Descriptor. What it imports comes along;
 * "convoy" is the vocabulary of designs.
 * @throws UsageError if there is no such design
 */
export async function readDesign(file: string): Promise<Descriptor> {
  if (!existsSync(file)) throw new UsageError(`cannot read the design ${file}: there is no such file`);
  if (statSync(file).isDirectory()) throw new UsageError(`cannot read the design ${file}: it is a folder`);
  const source = await bundle(file);
  const module = await load(file, source);
  return validated(file, module.default);
}

/** Whether a file that a design in `folder` imports belongs to it: neither the vocabulary nor an installed package. */
function isOwn(folder: string, path: string): boolean {
  return path !== fileURLToPath(vocabulary) && !relative(folder, path).includes("node_modules");
}

async function bundle(file: string): Promise<string> {
  const {build} = await import("esbuild");
  const folder = dirname(resolve(file));
  try {
    const {outputFiles} = await build({
      entryPoints: [resolve(file)],
      bundle: true,
      write: false,
      platform: "neutral",
      target: "es2022",
      format: "esm",
      logLevel: "silent",
      alias: {convoy: fileURLToPath(vocabulary)},
      plugins: [positionsPlugin((path) => isOwn(folder, path))]
    });
    return outputFiles[0].text;
  } catch (error) {
    const first = (error as BuildFailure).errors?.[0];
    if (!first) throw error;
    const where = first.location ? ` (${basename(first.location.file)}:${first.location.line})` : "";
    throw new UsageError(`cannot read the design ${file}: ${first.text}${where}`);
  }
}

async function load(file: string, source: string): Promise<{default?: unknown}> {
  try {
    return await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
  } catch (error) {
    throw new UsageError(`cannot read the design ${file}: ${(error as Error).message}`);
  }
}

const FIELDS: Record<string, string> = {
  name: "string",
  ticks: "number",
  switchInterval_us: "number",
  breaks: "number",
  create: "function"
};

function validated(file: string, value: unknown): Descriptor {
  if (typeof value !== "object" || value === null)
    throw new UsageError(`missing default export: ${file}; see convoy new design for what to export`);
  const descriptor = value as Record<string, unknown>;
  for (const [field, type] of Object.entries(FIELDS)) {
    if (typeof descriptor[field] !== type)
      throw new UsageError(
        `invalid design: ${file}, ${field} is ${String(descriptor[field])}; give a ${type}`
      );
  }
  if (!DESIGN_NAME.test(descriptor.name as string))
    throw new UsageError(`invalid name: ${descriptor.name} (${file}); use small letters, digits and hyphens`);
  return value as Descriptor;
}
