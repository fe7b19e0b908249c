// loaders/root.ts
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
var ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));
function findRoot(from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file) && JSON.parse(readFileSync(file, "utf8")).name === "convoy-lab") return folder;
    if (dirname(folder) === folder) throw new Error(`missing package.json of convoy-lab above ${from}`);
  }
}

export {
  ROOT
};
//# sourceMappingURL=chunk-5FFENWPN.js.map
