import type {Expression} from "./ast.ts";
import type {Source} from "./source.ts";

export function readStrings(source: Source, parts: {start: number; end: number}[]): Expression {
  const value = parts.map(({start, end}) => source.text.slice(start + 1, end - 1).replace(/\\n/g, "\n")).join("");
  return {kind: "Constant", value, start: parts[0].start, end: parts[parts.length - 1].end};
}
