/// Parts of a design's source, as pages show them: taken from the file, never copied into prose.

import {type DesignSource, findMethod} from "./syntax.ts";

/// A fenced listing of methods of a design, each with the comment above it, in the order given. A method that the design
/// inherits is shown from the class that has it. Throws when there is no such method.
export function excerpt(source: DesignSource, names: readonly string[]): string {
  const methods = names.map((name) => {
    const found = findMethod(source, name);
    if (found === null) throw new Error(`unknown method of ${source.name}: ${name}`);
    const lines = found.method
      .getFullText()
      .replace(/^\s*\n/, "")
      .trimEnd()
      .split("\n");
    const indent = Math.min(...lines.filter((line) => line !== "").map((line) => line.search(/\S/)));
    return lines.map((line) => line.slice(indent)).join("\n");
  });
  // Framework would run a block that it is not told not to.
  return ["```ts run=false", methods.join("\n\n"), "```"].join("\n");
}
