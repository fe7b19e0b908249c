/** How the machine that tries every interleaving is bundled: its protocols tell their positions. */
import {resolve} from "node:path";
import {positionsPlugin} from "./positions-plugin.mjs";

const root = resolve(import.meta.dirname, "..");

/**
 * @returns {import("esbuild").BuildOptions} options for `build`, emitting checker.js, and vocabulary.js for designs
 *   outside of this project, into `outdir`. Both run in Node and in browsers.
 */
export function checkerBundle(outdir) {
  return {
    entryPoints: {
      checker: resolve(root, "runtime/machines/exhaustive/index.ts"),
      vocabulary: resolve(root, "runtime/designs/vocabulary.ts")
    },
    outdir,
    bundle: true,
    platform: "neutral",
    target: "es2022",
    format: "esm",
    sourcemap: true,
    logLevel: "warning",
    plugins: [positionsPlugin()]
  };
}
