import type {Source} from "./source.ts";

export type Role = "decorator" | "star" | "as" | "slash" | "bare yield";
export interface Dialect {
  text: string;
  roles: Map<number, Role>;
  tokens: never[];
}

export function dialectOf(source: Source): Dialect {
  return {text: source.text, roles: new Map(), tokens: []};
}

export function dialectOfExpression(source: Source, start: number, end: number): Dialect {
  return {text: `(${source.text.slice(start, end)})`, roles: new Map(), tokens: []};
}
