/// The programs that were measured, as pages show them: taken from the files, never copied into prose.

import {readFileSync} from "node:fs";
import {programPath} from "../../loaders/experiment.ts";

/// A fenced listing of top-level functions of a program, in the order given.
/// Throws when the program has no such function.
export function listing(program: string, names: readonly string[]): string {
  const source = readFileSync(programPath(program), "utf8");
  const functions = names.map((name) => {
    const found = new RegExp(`^def ${name}\\(.*(?:\\n(?:[ \\t].*)?)*`, "m").exec(source);
    if (found === null) throw new Error(`unknown function in ${program}: ${name}`);
    return found[0].trimEnd();
  });
  return ["```python", functions.join("\n\n\n"), "```"].join("\n");
}
