import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {ROOT} from "./root.ts";

/// Committed runs.
export const RECORDED = join(ROOT, "data", "runs");

/// Committed runs that predictions are compared with, and the predictions. What is measured needs a quiet computer; what is
/// predicted can be computed again anywhere.
export const SIDES = ["native", "simulated"] as const;
export type Side = (typeof SIDES)[number];
export const validityFolder = (side: Side): string => join(ROOT, "data", "validity", side);

/// Runs of this computer: CONVOY_DATA, or data/local.
export const localFolder = (): string => resolve(process.env.CONVOY_DATA ?? join(ROOT, "data", "local"));

/// Makes the folder and checks that files can be written into it.
export function writableFolder(folder: string): string {
  try {
    makeFolders(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new Error(
      `unwritable data folder (${code}): ${folder}; make it writable, or name another in CONVOY_DATA`
    );
  }
  return folder;
}

/// One after the other: Node's recursive mkdirSync never returns where the system answers ENOENT, as in /proc.
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder));
  mkdirSync(folder);
}

/// Replaces the folder NAME in `parent` as a whole: `write` fills a new one beside it, and only when that has succeeded are
/// the two exchanged. What an interruption can leave behind is put right by `recover`.
export async function replaceFolder(
  parent: string,
  name: string,
  write: (folder: string) => Promise<void>
): Promise<void> {
  const [made, old, folder] = [`.${name}.new`, `.${name}.old`, name].map((n) => join(parent, n));
  recover(parent, name);
  mkdirSync(made);
  try {
    await write(made);
  } catch (error) {
    rmSync(made, {recursive: true, force: true});
    throw error;
  }
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(made, folder);
  rmSync(old, {recursive: true, force: true});
}

/// The last good folder NAME in `parent`, also between the two renamings of an exchange; null when there is none.
export function lastGood(parent: string, name: string): string | null {
  return [name, `.${name}.old`].map((n) => join(parent, n)).find((folder) => existsSync(folder)) ?? null;
}

/// Puts back the last good folder when an exchange was interrupted between its two renamings, and removes unfinished
/// ones. Only for those who write.
export function recover(parent: string, name: string): void {
  const [made, old, folder] = [`.${name}.new`, `.${name}.old`, name].map((n) => join(parent, n));
  if (existsSync(old) && !existsSync(folder)) renameSync(old, folder);
  for (const rest of [made, old]) if (existsSync(rest)) rmSync(rest, {recursive: true, force: true});
}

/// Runs `measure` while no other process measures into any folder of this computer's project: wall-clock experiments
/// never run side by side.
export async function alone<T>(folder: string, measure: () => Promise<T>): Promise<T> {
  const file = join(folder, ".measuring");
  const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (owner > 0 && owner !== process.pid && isRunning(owner)) {
    throw new Error(
      `process ${owner} measures into ${folder}; wait for its end, since measurements disturb each other`
    );
  }
  writeFileSync(file, `${process.pid}`);
  const remove = () => rmSync(file, {force: true});
  process.once("exit", remove);
  try {
    return await measure();
  } finally {
    process.off("exit", remove);
    remove();
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
