/** The profiles that come with Convoy, in data/profiles. */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {ROOT} from "../../loaders/root.ts";

const FOLDER = join(ROOT, "data", "profiles");
const ENDING = ".json";

/** By name, with what each says of itself. */
export function listProfiles(): {name: string; title: string}[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(ENDING))
    .sort()
    .map((file) => ({
      name: file.slice(0, -ENDING.length),
      title: JSON.parse(readFileSync(join(FOLDER, file), "utf8")).name
    }));
}

/** The file that `text` means: one of this name, or a profile that comes with Convoy. */
export function profileFile(text: string): string {
  const ours = join(FOLDER, `${text}${ENDING}`);
  return !existsSync(text) && /^[\w.-]+$/.test(text) && existsSync(ours) ? ours : text;
}
