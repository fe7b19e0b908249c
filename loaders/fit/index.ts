/// `convoy fit`: profiles of the slides' machines, and what they predict.
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Profile} from "../../runtime/machines/simulated/profile.ts";
import type {Output} from "../progress.ts";
import {publishedFigures} from "../published.ts";
import {PROFILES, theSimulator} from "../simulated.ts";
import {FOLDER, filesOf, readFitted, triedCsv} from "./dataset.ts";
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

/// The files of data/validity/published as the committed profiles give them, by name. The same on every computer.
export async function fitFiles(say: (text: string) => void = () => {}): Promise<Record<string, string>> {
  const published = await publishedFigures();
  const rows = seedRows({
    simulate: await theSimulator(),
    profiles: fittedProfiles(),
    published,
    progress: ({id, role}) => say(`simulating ${id} (${role})`)
  });
  const figures = figureRows(rows, published);
  for (const {figure, role, unit, factor, ...row} of figures)
    say(
      `${figure}: ${row.published} ${unit} published, ${row.simulated_p50} simulated, factor ${factor} (${role})`
    );
  return filesOf({figures, rows, tried: await readFitted("tried")});
}

/// Fits the profiles and writes them, then predicts all figures and writes data/validity/published. Says what it wrote.
export async function fitMachines(options: FitOptions = {}): Promise<string[]> {
  const {keepProfiles = false, output = process.stderr} = options;
  const say = (text: string) => void output.write(`${text}\n`);
  mkdirSync(FOLDER, {recursive: true});
  if (!keepProfiles) await writeProfiles(say);
  for (const [name, text] of Object.entries(await fitFiles(say))) writeFileSync(join(FOLDER, name), text);
  return [...MACHINES.map(profileFile), FOLDER];
}

async function writeProfiles(say: (text: string) => void): Promise<void> {
  const {parameters, tried} = search({
    simulate: await theSimulator(),
    published: await publishedFigures(),
    say
  });
  mkdirSync(PROFILES, {recursive: true});
  for (const machine of MACHINES)
    writeFileSync(profileFile(machine), `${JSON.stringify(profileOf(machine, parameters), null, 1)}\n`);
  writeFileSync(join(FOLDER, "tried.csv"), triedCsv(tried));
}
