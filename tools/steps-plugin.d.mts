import type {Plugin} from "esbuild";

export function compileSteps(source: string, file: string): string;
export function stepsPlugin(options?: {protocols?: RegExp; vocabulary?: string; performed?: string}): Plugin;
