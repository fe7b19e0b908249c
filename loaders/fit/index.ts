/// `convoy fit`: profiles of the machines of published figures, and what they predict.
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Profile} from "../../runtime/machines/simulated/profile.ts";
import type {Output} from "../progress.ts";
import {publishedFigures} from "../published.ts";
import {PROFILES, theSimulator} from "../simulated.ts";
import {FOLDER, filesOf, readFitted, triedCsv} from "./dataset.ts";
import {MACHINES, type MachineName, profileOf, SLIDES_MACHINES} from "./machines.ts";
import {OTHERS, otherProfile, readProfile, SCALED} from "./others.ts";
import {figureRows, seedRows} from "./predict.ts";
import {search} from "./search.ts";
import {searchOthers} from "./search-others.ts";

export interface FitOptions {
  /// Keep the profiles that are there and predict with them. Default false.
  keepProfiles?: boolean;
  /// Default standard error.
  output?: Output;
}

export const profileFile = (machine: MachineName): string => join(PROFILES, `${machine}.json`);

/// Machines that have a profile of their own. The others have that of an interpreter here.
export const WRITTEN: readonly MachineName[] = [...SLIDES_MACHINES, ...SCALED];

/// The committed profile of every machine.
export function fittedProfiles(): Record<MachineName, Profile> {
  const read = (machine: MachineName) =>
    readProfile(WRITTEN.includes(machine) ? machine : OTHERS[machine as keyof typeof OTHERS].base);
  return Object.fromEntries(MACHINES.map((machine) => [machine, read(machine)])) as Record<
    MachineName,
    Profile
  >;
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
  return [...WRITTEN.map(profileFile), FOLDER];
}

async function writeProfiles(say: (text: string) => void): Promise<void> {
  const options = {simulate: await theSimulator(), published: await publishedFigures(), say};
  const slides = search(options);
  const others = searchOthers(options);
  mkdirSync(PROFILES, {recursive: true});
  const write = (machine: MachineName, profile: Profile) =>
    writeFileSync(profileFile(machine), `${JSON.stringify(profile, null, 1)}\n`);
  for (const machine of SLIDES_MACHINES) write(machine, profileOf(machine, slides.parameters));
  for (const machine of SCALED) write(machine, otherProfile(machine, others.parameters));
  writeFileSync(join(FOLDER, "tried.csv"), triedCsv([...slides.tried, ...others.tried]));
}
