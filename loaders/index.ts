/// The experiments as datasets: what the command line and the report use.
import {join} from "node:path";
import {buildSite} from "../tools/site.ts";
import {claims} from "./claims/index.ts";
import {databaseOf, dataset, tableOf} from "./datasets.ts";
import type {Setting} from "./experiment.ts";
import {experiments, experimentsNamed} from "./experiments.ts";
import {localFolder, RECORDED, writableFolder} from "./folders.ts";
import {measure} from "./measure.ts";
import {type Output, progress} from "./progress.ts";
import {publishedFigures} from "./published.ts";
import {ROOT} from "./root.ts";
import {killPrograms} from "./runner.ts";
import {serve} from "./serve.ts";
import {recordTraces, TRACES} from "./traces.ts";

export {type CalibrateOptions, calibrate, profileText} from "./calibrate/index.ts";
export {type FitOptions, fitMachines} from "./fit/index.ts";
export * from "./schema.ts";
export {PARTS, type Part, type ValidateOptions, validate} from "./validate.ts";
export {claims, databaseOf, dataset, experiments, publishedFigures, RECORDED, serve, TRACES, tableOf};

export interface DataOptions {
  /// How much is measured. Default quick.
  setting?: Setting;
  /// As in `MeasureOptions`.
  machines?: readonly string[];
  only?: readonly string[];
  repetitions?: number;
  /// Where the datasets are made. Default data/local, or what CONVOY_DATA names.
  folder?: string;
  /// Measure again what is fresh. Default false.
  force?: boolean;
  /// All repetitions of the setting, however long they take. Default false.
  complete?: boolean;
  /// Default 1.
  seed?: number;
  /// Where progress is shown. Default standard error.
  output?: Output;
}

/// Measures the named experiments (all for none) that are stale or missing, and says where each dataset is.
/// SIGINT and SIGTERM end it with status 130 or 143; finished repetitions are kept for the next time.
export async function data(names: readonly string[] = [], options: DataOptions = {}): Promise<string[]> {
  const chosen = experimentsNamed(names);
  const output = options.output ?? process.stderr;
  const {setting} = options;
  const folder = writableFolder(options.folder ?? localFolder());
  const restore = onInterruption((signal) => {
    killPrograms();
    output.write(`\ninterrupted; the next run resumes at the first missing repetition\n`);
    process.exit(signal === "SIGINT" ? 130 : 143);
  });
  try {
    for (const experiment of chosen) {
      const shown = progress(experiment.name, output);
      const {machines, only, repetitions, seed, force, complete} = options;
      const wanted = {setting, machines, only, repetitions, seed, force, complete};
      const measured = await measure(experiment, {...wanted, folder, progress: shown});
      shown.end();
      output.write(
        `${experiment.name}: ${measured ? "measured" : "fresh already"}, ${folder}/${experiment.name}\n`
      );
    }
  } finally {
    restore();
  }
  return chosen.map(({name}) => `${folder}/${name}`);
}

/// Records the scenes of the timeline, of the named machines (all for none), and says where they are.
export async function traces(
  options: Pick<DataOptions, "folder" | "output"> & {machines?: readonly string[]} = {}
): Promise<string> {
  const folder = writableFolder(options.folder ?? localFolder());
  const shown = progress(TRACES, options.output ?? process.stderr);
  await recordTraces({folder, machines: options.machines, progress: shown});
  shown.end();
  return join(folder, TRACES);
}

function onInterruption(end: (signal: NodeJS.Signals) => void): () => void {
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.once(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

const DIST = join(ROOT, "dist");

export interface ReportOptions extends Pick<DataOptions, "setting" | "force" | "output"> {
  /// Do not measure: build from the committed runs. Default false.
  recorded?: boolean;
  /// Stop after the build. Default false.
  buildOnly?: boolean;
  /// Default 3000; 0 for any free port.
  port?: number;
}

/// Measures what is stale or missing, builds the site into dist/ and serves it. Resolves when the site is built or, without
/// `buildOnly`, served: its address has then been printed on standard output, and the server keeps the process alive.
export async function report(options: ReportOptions = {}): Promise<void> {
  const {recorded = false, buildOnly = false, port = 3000, output = process.stderr} = options;
  // The port is tried first: nobody wants to wait five minutes for that answer.
  const served = buildOnly ? null : await serve(DIST, port);
  try {
    if (!recorded) await data([], options);
    output.write("building the site\n");
    await buildSite({recorded});
  } catch (error) {
    served?.server.close();
    throw error;
  }
  if (served) process.stdout.write(`the report is at ${served.address}\n`);
  else output.write(`the report is built: ${DIST}\n`);
}
