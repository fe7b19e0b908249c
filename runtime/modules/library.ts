/** The modules written in Python, as text that the build puts into the runtime. */
import sources from "convoy:library";

/** Source of a library module, or null. */
export const librarySource = (name: string): string | null => sources[name] ?? null;
/** Names of all library modules. */
export const libraryNames = (): string[] => Object.keys(sources).filter((name) => !name.includes(":"));
/** The preludes, in the order in which they run. */
export const PRELUDES = [
  "prelude_core",
  "prelude_operators",
  "prelude_containers",
  "prelude_iteration",
  "prelude_classes",
  "prelude_text",
  "prelude_bytearray",
  "prelude_system",
  "prelude_training"
] as const;
export const preludeSource = (name: string): string => sources[`prelude:${name}`] ?? "";
