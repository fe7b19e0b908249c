/** How the host machine is bundled: its protocols compiled to plain functions. */
import {resolve} from "node:path";
import {stepsPlugin} from "./steps-plugin.mjs";

const root = resolve(import.meta.dirname, "..");

/**
 * @returns {import("esbuild").BuildOptions} options for `build`, emitting worker.js, cli.js and the vocabulary of designs
 *   outside of this project as this machine performs it, host-vocabulary.js, into `outdir`
 */
export function machineBundle(outdir) {
  return {
    entryPoints: {
      worker: resolve(root, "runtime/machines/host/worker.ts"),
      cli: resolve(root, "tools/cli/index.ts"),
      "host-vocabulary": resolve(root, "runtime/designs/vocabulary.ts")
    },
    outdir,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    splitting: true,
    sourcemap: true,
    plugins: [stepsPlugin()]
  };
}
