import type {BuildOptions} from "esbuild";

export function checkerBundle(outdir: string): BuildOptions;
