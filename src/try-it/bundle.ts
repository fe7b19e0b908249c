/// The page's worker as one file: the machine that the build emitted, the compiler, and what runs them.

import {existsSync} from "node:fs";
import {join} from "node:path";
import {build, type Plugin} from "esbuild";
import {ROOT} from "../../loaders/root.ts";

const PARTS: Record<string, string> = {
  "convoy:simulated": "build/simulated.js",
  "convoy:language": "runtime/language/index.ts"
};

const parts: Plugin = {
  name: "parts",
  setup({onResolve}) {
    onResolve({filter: /^convoy:/}, ({path}) => ({path: join(ROOT, PARTS[path])}));
  }
};

/// @throws when the machine was not built
export async function bundleWorker(): Promise<string> {
  for (const part of Object.values(PARTS))
    if (!existsSync(join(ROOT, part))) throw new Error(`missing ${part}: run npm run build`);
  const {outputFiles} = await build({
    entryPoints: [join(ROOT, "src/try-it/worker.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    plugins: [parts],
    logLevel: "error"
  });
  return outputFiles[0].text;
}
