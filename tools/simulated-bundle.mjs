/** How the simulated machine is bundled: one module for Node and browsers alike, with a runtime whose bytecodes are charged. */
import {readFile} from "node:fs/promises";
import {resolve} from "node:path";
import {build} from "esbuild";
import {runtimeBundle} from "./runtime-plugin.mjs";

const root = resolve(import.meta.dirname, "..");

/** Resolves `convoy:charged-runtime` to a module that exports `instantiate`. */
function chargedRuntime() {
  return {
    name: "charged-runtime",
    setup({onResolve, onLoad}) {
      onResolve({filter: /^convoy:charged-runtime$/}, ({path}) => ({path, namespace: "charged"}));
      onLoad({filter: /.*/, namespace: "charged"}, async () => {
        const {outputFiles} = await build({...runtimeBundle("runtime.js", true), write: false});
        return {contents: outputFiles[0].text, loader: "js"};
      });
    }
  };
}

/**
 * Makes a protocol hand the machine a piece of itself, `yield this.release(t)`, where its source delegates to it,
 * `yield* this.release(t)`: the machine keeps the stack of pieces itself, and resuming one costs the same at any depth.
 */
export function flatSteps() {
  return {
    name: "flat-steps",
    setup({onLoad}) {
      const filter =
        /runtime[\\/](designs[\\/][^\\/]+|machines[\\/]thread|machines[\\/]simulated[\\/](simulate|clients))\.ts$/;
      onLoad({filter}, async ({path}) => ({
        contents: (await readFile(path, "utf8")).replace(/\byield\*/g, "yield"),
        loader: "ts"
      }));
    }
  };
}

/** @returns {import("esbuild").BuildOptions} options that emit `outfile`, a module that exports `simulate` */
export function simulatedBundle(outfile) {
  return {
    entryPoints: [resolve(root, "runtime/machines/simulated/index.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    sourcemap: true,
    plugins: [chargedRuntime(), flatSteps()],
    logLevel: "warning"
  };
}
