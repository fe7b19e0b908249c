/**
 * A heap of its own with the built-in types laid out, and the runtime's functions over it, for tests of single
 * files. The bundle is wrapped as the build wraps the whole runtime: `memory` and `environment` are free variables.
 */
import {dirname, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const MEGABYTE = 1024 * 1024;

/**
 * Bundles `source` (TypeScript; imports are relative to the project's root) and answers its exports.
 * @param pages pages of the object heap, 16 KiB each
 */
export async function instance<Exports>(source: string, pages = 4096): Promise<Exports> {
  const boot = `
    import {bootHeap, H, T} from "./runtime/memory/heap.ts";
    import "./runtime/objects/list-methods.ts";
    import {bootTypes} from "./runtime/objects/types.ts";
    import {newDict} from "./runtime/objects/table.ts";
    import * as layout from "./runtime/objects/layout.ts";
    bootHeap();
    for (const word of [layout.EXCEPTION, layout.HANDLED, layout.FINALIZERS, layout.TAIL_FUNCTION]) H[T + word] = layout.NULL;
    for (const word of [layout.TAIL_ARGUMENTS, layout.TAIL_KEYWORDS, layout.LOCALS_DICT]) H[T + word] = layout.NULL;
    bootTypes();
    H[layout.PRELUDE] = newDict();
  `;
  const result = await build({
    stdin: {contents: `${boot}\n${source}`, resolveDir: root, loader: "ts"},
    bundle: true,
    format: "iife",
    globalName: "exported",
    platform: "node",
    target: "node20",
    write: false,
    loader: {".py": "text"}
  });
  const bytes = 32 * MEGABYTE + pages * 16384;
  const size = Math.ceil(bytes / 65536);
  const memory = new WebAssembly.Memory({initial: size, maximum: size, shared: true});
  const environment = {boot: true, pages, devices: {work() {}}, argv: []};
  const code = `${result.outputFiles[0].text}\nreturn exported;`;
  return new Function("CONVOY_MEMORY", "CONVOY_ENVIRONMENT", code)(memory, environment) as Exports;
}
