/** Runs programs of the stand-in interpreter on real workers. */
import {mkdtempSync} from "node:fs";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {build} from "esbuild";
import type {RunOptions, RunResult, Supervisor} from "../../../../runtime/machines/host/supervisor.ts";
import {stepsPlugin} from "../../../../tools/steps-plugin.mjs";
import type {Program} from "./stub.ts";

const root = resolve(import.meta.dirname, "../../../..");

interface Host {
  Supervisor: typeof Supervisor;
}

/** Bundles supervisor, worker and stand-in into a new folder under the build folder, and loads the supervisor. */
export async function bundleHost() {
  const outdir = mkdtempSync(join(root, "node_modules", ".convoy-test-"));
  await build({
    entryPoints: {
      worker: join(root, "runtime/machines/host/worker.ts"),
      supervisor: join(root, "runtime/machines/host/supervisor.ts"),
      stub: join(root, "test/runtime/machines/host/stub.ts")
    },
    outdir,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    plugins: [stepsPlugin()]
  });
  const url = (name: string) => pathToFileURL(join(outdir, name));
  const host = (await import(url("supervisor.js").href)) as Host;
  const supervise = (program: Program, options: Partial<RunOptions> = {}) =>
    new host.Supervisor({
      design: "tick",
      program: {source: JSON.stringify(program), filename: "program.json", argv: []},
      worker: url("worker.js"),
      runtime: url("stub.js"),
      heap: null,
      cores: null,
      switchInterval_us: null,
      checkInterval: null,
      trace: false,
      pages: 64,
      checkHeap: false,
      ...options
    });
  /** Runs to the end and waits until no worker is left. */
  const runAll = async (supervisor: Supervisor): Promise<RunResult> => {
    const result = await supervisor.run();
    await supervisor.close();
    return result;
  };
  const run = (program: Program, options: Partial<RunOptions> = {}) => runAll(supervise(program, options));
  return {outdir, supervise, runAll, run};
}
