/// `convoy fit`: profiles of the slides' machines, and what they predict.
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Profile} from "../../runtime/machines/simulated/profile.ts";
import type {Output} from "../progress.ts";
import {publishedFigures} from "../published.ts";
import {PROFILES, theSimulator} from "../simulated.ts";
import {FOLDER, filesOf, readFitted} from "./dataset.ts";
import {MACHINES, type MachineName, profileOf} from "./machines.ts";
import {figureRows, seedRows} from "./predict.ts";
import {search} from "./search.ts";

export interface FitOptions {
  /// Keep the profiles that are there and predict with them. Default false.
  keepProfiles?: boolean;
  /// Default standard error.
  output?: Output;
}

export const profileFile = (machine: MachineName): string => join(PROFILES, `${machine}.json`);

/// The committed profiles of the slides' machines.
export function fittedProfiles(): Record<MachineName, Profile> {
  const read = (machine: MachineName) => JSON.parse(readFileSync(profileFile(machine), "utf8")) as Profile;
  return {"macbook-2009": read("macbook-2009"), "mac-pro-2010": read("mac-pro-2010")};
}

/// Fits the profiles and writes them, then predicts all figures and writes data/validity/published. Says what it wrote. The same
/// on every computer.
export async function fitMachines({
  keepProfiles = false,
  output = process.stderr
}: FitOptions = {}): Promise<string[]> {
  const simulate = await theSimulator();
  const published = await publishedFigures();
  const say = (text: string) => void output.write(`${text}\n`);
  let tried = keepProfiles ? await readFitted("tried") : [];
  if (!keepProfiles) {
    const found = search({simulate, published, say});
    ({tried} = found);
    mkdirSync(PROFILES, {recursive: true});
    for (const machine of MACHINES) {
      const profile = profileOf(machine, found.parameters);
      writeFileSync(profileFile(machine), `${JSON.stringify(profile, null, 1)}\n`);
    }
  }
  const rows = seedRows({
    simulate,
    profiles: fittedProfiles(),
    published,
    progress: ({id, role}) => say(`${role}: ${id}`)
  });
  const figures = figureRows(rows, published);
  for (const row of figures)
    say(
      `${row.figure}: published ${row.published} ${row.unit}, simulated ${row.simulated_p50} (${row.role}), factor ${row.factor}`
    );
  mkdirSync(FOLDER, {recursive: true});
  for (const [name, text] of Object.entries(filesOf({figures, rows, tried})))
    writeFileSync(join(FOLDER, name), text);
  return [...MACHINES.map(profileFile), FOLDER];
}
