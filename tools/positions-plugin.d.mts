import type {Plugin} from "esbuild";

export function compilePositions(source: string, file: string): string;
export function positionsPlugin(isProtocol?: (path: string) => boolean): Plugin;
