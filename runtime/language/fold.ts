import type {Module} from "./ast.ts";
import type {Source} from "./source.ts";

export function fold(_module: Module, _source: Source, _stringAnnotations: boolean): void {}
