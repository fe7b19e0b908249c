import type {Plugin} from "esbuild";

export function compilePositions(source: string, file: string): string;
export function positionsPlugin(options?: {protocols?: RegExp}): Plugin;
