/// Predictions beside what they predict, in three parts: what things cost with each interpreter, what the experiments are with
/// it, and what the simulated machine with its profile says of them. The first two need a quiet computer.
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {calibrate, profileText} from "./calibrate/index.ts";
import type {ExperimentDefinition} from "./experiment.ts";
import {experimentsNamed} from "./experiments.ts";
import {type Side, validityFolder, writableFolder} from "./folders.ts";
import {
  chooseNatives,
  findInterpreters,
  type Interpreter,
  type Native,
  namedNatives,
  nativeName
} from "./interpreters.ts";
import {measure} from "./measure.ts";
import {type Output, progress} from "./progress.ts";
import {DESIGNS, type Design, EXPERIMENTS} from "./schema.ts";
import {findPredicted, PROFILES} from "./simulated.ts";

export const PARTS = ["calibrate", "measure", "predict"] as const;
/// calibrate: writes data/profiles; measure: data/validity/native; predict: data/validity/simulated, from data/profiles alone.
export type Part = (typeof PARTS)[number];

export interface ValidateOptions {
  /// Names from `convoy interpreters`; default the newest CPython with each lock, and to predict all that have a profile.
  interpreters?: readonly string[];
  /// Default all, in this order: nothing is fitted to what is then measured.
  parts?: readonly Part[];
  /// About how long each calibration takes, in seconds. Default 20.
  seconds?: number;
  output?: Output;
}

/// Does the parts, and says where each dataset or profile is. Rejects where there is no interpreter, or no profile, to do it
/// with.
export async function validate(names: readonly string[], options: ValidateOptions = {}): Promise<string[]> {
  const {interpreters = [], parts = PARTS, seconds = 20, output = process.stderr} = options;
  const chosen = experimentsNamed(names, EXPERIMENTS);
  const wants = (part: Part) => parts.includes(part);
  const natives = wants("calibrate") || wants("measure") ? await nativesNamed(interpreters) : [];
  const made: string[] = [];
  if (wants("calibrate"))
    for (const native of natives) made.push(await writeProfile(native, seconds, output));
  if (wants("measure")) made.push(...(await run("native", chosen, natives, output)));
  if (wants("predict")) made.push(...(await run("simulated", chosen, predictedNamed(interpreters), output)));
  return made;
}

async function nativesNamed(names: readonly string[]): Promise<Native[]> {
  const found = await findInterpreters();
  const wanted = names.length > 0 ? namedNatives(names, found) : chooseNatives(found).chosen;
  const natives = wanted.filter(({design}) => DESIGNS.includes(design as Design));
  if (natives.length > 0) return natives;
  throw new Error(
    "missing interpreters: no Python here has a lock that a design models; see convoy interpreters"
  );
}

function predictedNamed(names: readonly string[]): Interpreter[] {
  const known = findPredicted();
  const missing = names.find((name) => !known.some((one) => nativeName(one) === name));
  if (known.length === 0 || missing !== undefined)
    throw new Error(
      `missing profile: ${join(PROFILES, `${missing ?? "NAME"}.json`)}; convoy validate --only calibrate writes it`
    );
  return names.length === 0 ? known : known.filter((one) => names.includes(nativeName(one)));
}

async function writeProfile(native: Native, seconds: number, output: Output): Promise<string> {
  const say = (text: string) => output.write(`calibrating ${native.name}: ${text}\n`);
  const profile = await calibrate({interpreter: native, seconds, say});
  mkdirSync(PROFILES, {recursive: true});
  const file = join(PROFILES, `${nativeName(native)}.json`);
  writeFileSync(file, profileText(profile));
  return file;
}

/// The experiments with the setting validity, into the folder of that side.
async function run(
  side: Side,
  experiments: readonly ExperimentDefinition[],
  interpreters: Interpreter[],
  output: Output
): Promise<string[]> {
  const folder = writableFolder(validityFolder(side));
  for (const experiment of experiments) {
    const shown = progress(`${experiment.name}, ${side}`, output);
    const machines = [side];
    const subjects = {interpreters, missing: []};
    await measure(experiment, {
      setting: "validity",
      machines,
      subjects,
      force: true,
      folder,
      progress: shown
    });
    shown.end();
  }
  return experiments.map(({name}) => join(folder, name));
}
