/// Lines of a design's own source, as pages show them: taken from the file, never copied into prose.

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {ROOT} from "../../loaders/root.ts";

/// A listing of members of the class in runtime/designs/FILE, each with the comment above it, in the order given. A caption
/// names the file. Throws when the file has no such member.
export function excerpt(file: string, members: readonly string[]): string {
  const lines = readFileSync(join(ROOT, "runtime", "designs", file), "utf8").split("\n");
  const found = members.map((member) => memberOf(lines, file, member));
  return ["```ts run=false", `// runtime/designs/${file}`, ...found.flat(), "```"].join("\n");
}

/// From its comment to the brace that closes it, without the indentation of the class.
function memberOf(lines: readonly string[], file: string, member: string): string[] {
  const head = new RegExp(`^ {2}(?:(?:protected|private|override|readonly) )*\\*?${member}\\(`);
  const at = lines.findIndex((line) => head.test(line));
  if (at < 0) throw new Error(`unknown member in runtime/designs/${file}: ${member}`);
  let from = at;
  while (/^ {2}(\/\*\*| \*|\/\/)/.test(lines[from - 1])) from--;
  const opened = lines[at].endsWith("{}") ? at : lines.findIndex((line, i) => i >= at && line === "  }");
  return ["", ...lines.slice(from, opened + 1).map((line) => line.slice(2))];
}
