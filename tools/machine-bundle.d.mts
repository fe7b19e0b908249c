import type {BuildOptions} from "esbuild";

export function machineBundle(outdir: string): BuildOptions;
