import {
  ROOT
} from "./chunk-5FFENWPN.js";

// tools/cli/profiles.ts
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
var FOLDER = join(ROOT, "data", "profiles");
var ENDING = ".json";
function listProfiles() {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER).filter((file) => file.endsWith(ENDING)).sort().map((file) => ({
    name: file.slice(0, -ENDING.length),
    title: JSON.parse(readFileSync(join(FOLDER, file), "utf8")).name
  }));
}
function profileFile(text) {
  const ours = join(FOLDER, `${text}${ENDING}`);
  return !existsSync(text) && /^[\w.-]+$/.test(text) && existsSync(ours) ? ours : text;
}

export {
  listProfiles,
  profileFile
};
//# sourceMappingURL=chunk-LPRPGTHX.js.map
