import type {Source} from "./source.ts";

export function diagnose(source: Source, _tokens: unknown, at: number): never {
  return source.fail("invalid syntax", at, at + 1);
}
