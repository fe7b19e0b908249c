/// Predictions beside what they predict: calibrates interpreters, then measures the experiments with them and on the simulated
/// machine with their profiles.
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {calibrate} from "./calibrate/index.ts";
import {experimentsNamed} from "./experiments.ts";
import {VALIDITY, writableFolder} from "./folders.ts";
import {chooseNatives, findInterpreters, type Native, namedNatives, nativeName} from "./interpreters.ts";
import {measure} from "./measure.ts";
import {type Output, progress} from "./progress.ts";
import {DESIGNS, type Design} from "./schema.ts";
import {PROFILES} from "./simulated.ts";

export interface ValidateOptions {
  /// Names from `convoy interpreters`; default the newest CPython with each lock.
  interpreters?: readonly string[];
  /// Keep the profiles that are there. Default false.
  keepProfiles?: boolean;
  /// About how long each calibration takes, in seconds. Default 20.
  seconds?: number;
  output?: Output;
}

/// Writes data/profiles and data/validity, and says where each dataset is. Profiles come first: nothing is fitted to what is
/// then measured. Rejects where no interpreter has a lock that a design of ours models.
export async function validate(names: readonly string[], options: ValidateOptions = {}): Promise<string[]> {
  const {interpreters = [], keepProfiles = false, seconds = 20, output = process.stderr} = options;
  const chosen = experimentsNamed(names);
  const found = await findInterpreters();
  const wanted = interpreters.length > 0 ? namedNatives(interpreters, found) : chooseNatives(found).chosen;
  const natives = wanted.filter(({design}) => DESIGNS.includes(design as Design));
  if (natives.length === 0)
    throw new Error(
      "missing interpreters: no Python here has a lock that a design models; see convoy interpreters"
    );
  if (!keepProfiles) for (const native of natives) await writeProfile(native, seconds, output);
  const folder = writableFolder(VALIDITY);
  const machines = [...natives.map((native) => `native:${nativeName(native)}`), "simulated"];
  for (const experiment of chosen) {
    const shown = progress(experiment.name, output);
    await measure(experiment, {setting: "validity", machines, force: true, folder, progress: shown});
    shown.end();
  }
  return chosen.map(({name}) => join(folder, name));
}

async function writeProfile(native: Native, seconds: number, output: Output): Promise<void> {
  const say = (text: string) => output.write(`calibrating ${native.name}: ${text}\n`);
  const profile = await calibrate({interpreter: native, seconds, say});
  mkdirSync(PROFILES, {recursive: true});
  writeFileSync(join(PROFILES, `${nativeName(native)}.json`), `${JSON.stringify(profile, null, 1)}\n`);
}
