/** The checker as the build emits it, with designs that a test adds or changes. */
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {basename, join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {build, type Plugin} from "esbuild";
import type {Descriptor} from "../../../../runtime/designs/index.ts";
import {checkerBundle} from "../../../../tools/checker-bundle.mjs";
import {compilePositions} from "../../../../tools/positions-plugin.mjs";

export type Checker = typeof import("../../../../runtime/machines/exhaustive/index.ts");

const root = resolve(import.meta.dirname, "../../../..");
const designs = join(root, "runtime/designs");

export interface Loaded {
  checker: Checker;
  /** The designs given as sources, by name. */
  designs: Record<string, Descriptor>;
}

/** @param sources TypeScript text of designs as they would stand in runtime/designs, by name of the descriptor they export */
export async function load(sources: Record<string, string> = {}): Promise<Loaded> {
  const folder = mkdtempSync(join(root, "node_modules", ".convoy-test-"));
  try {
    const names = Object.keys(sources);
    const entry = join(folder, "entry.ts");
    writeFileSync(
      entry,
      [
        `export * as checker from ${JSON.stringify(join(root, "runtime/machines/exhaustive/index.ts"))};`,
        ...names.map((name, i) => `import * as d${i} from ${JSON.stringify(`design:${name}`)};`),
        `export const designs = {${names.map((name, i) => `${JSON.stringify(name)}: Object.values(d${i}).find(({create}) => create)`).join(", ")}};`
      ].join("\n")
    );
    const outfile = join(folder, "checker.mjs");
    const options = checkerBundle(folder);
    await build({
      ...options,
      entryPoints: [entry],
      outdir: undefined,
      outfile,
      sourcemap: false,
      plugins: [virtualDesigns(sources), ...options.plugins!]
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function virtualDesigns(sources: Record<string, string>): Plugin {
  return {
    name: "designs",
    setup(context) {
      context.onResolve({filter: /^design:/}, ({path}) => ({path: path.slice(7), namespace: "design"}));
      context.onLoad({filter: /.*/, namespace: "design"}, ({path}) => ({
        contents: compilePositions(sources[path], `${basename(path)}.ts`),
        loader: "ts",
        resolveDir: designs
      }));
    }
  };
}
