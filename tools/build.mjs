/** Emits what everything runs into build/: the runtime, the machines, the command line, the loaders. */
import {existsSync, renameSync, rmSync} from "node:fs";
import {resolve} from "node:path";
import {build} from "esbuild";
import {checkerBundle} from "./checker-bundle.mjs";
import {heapSnapshots} from "./heap-snapshots.mjs";
import {machineBundle} from "./machine-bundle.mjs";
import {runtimeBundle} from "./runtime-plugin.mjs";
import {simulatedBundle} from "./simulated-bundle.mjs";

const root = resolve(import.meta.dirname, "..");
const target = resolve(root, "build");
const fresh = `${target}.${process.pid}`;
const loaders = resolve(root, "loaders/index.ts");

try {
  await Promise.all([
    build(runtimeBundle(resolve(fresh, "runtime.js"))),
    build(machineBundle(fresh)),
    build(checkerBundle(fresh)),
    build(simulatedBundle(resolve(fresh, "simulated.js"))),
    existsSync(loaders)
      ? build({
          entryPoints: {loaders, partner: resolve(root, "loaders/calibrate/partner.ts")},
          outdir: fresh,
          bundle: true,
          platform: "node",
          target: "node20",
          format: "esm",
          packages: "external",
          sourcemap: true,
          logLevel: "warning"
        })
      : null
  ]);
  await heapSnapshots(fresh);
  rmSync(target, {recursive: true, force: true});
  renameSync(fresh, target);
} catch (error) {
  if (error.errors === undefined) console.error(error);
  rmSync(fresh, {recursive: true, force: true});
  process.exitCode = 1;
}
