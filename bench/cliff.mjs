/**
 * The evaluation loop must stay well below the size from which V8 does not optimise a function: about 60 kB of its
 * bytecode. Prints the size, and whether TurboFan compiled the loop; the status is 1 where either is wrong.
 *
 *     node bench/cliff.mjs
 */
import {spawnSync} from "node:child_process";

/** Half the cliff (V8's --max-optimized-bytecode-size): room for what another version of V8 makes of the same text. */
const LIMIT_BYTES = 30 * 1024;
const LOOP = "run";

function trace(...flags) {
  const {stdout, status} = spawnSync(
    process.execPath,
    [...flags, new URL("loops.mjs", import.meta.url).pathname, "count"],
    {encoding: "utf8", maxBuffer: 2 ** 28, timeout: 120_000, env: {...process.env, BENCH_MS: "200"}}
  );
  if (status !== 0) throw new Error("bench/loops.mjs failed: is there a build? npm run build");
  return stdout;
}

/** Bytes of the largest function of that name, which is the loop. */
function bytecodeSize() {
  const printed = trace("--print-bytecode", `--print-bytecode-filter=${LOOP}`);
  return Math.max(0, ...[...printed.matchAll(/Bytecode length: (\d+)/g)].map(([, bytes]) => Number(bytes)));
}

function isOptimized() {
  const traced = trace("--trace-opt");
  return new RegExp(`completed optimizing \\S+ <JSFunction ${LOOP}[ >].*target TURBOFAN`).test(traced);
}

export function cliff() {
  const bytes = bytecodeSize();
  return {bytes, limit_bytes: LIMIT_BYTES, optimized: isOptimized()};
}

if (process.argv[1]?.endsWith("cliff.mjs")) {
  const {bytes, limit_bytes, optimized} = cliff();
  console.log(
    `evaluation loop: ${bytes} bytes of V8 bytecode (limit ${limit_bytes}), ${optimized ? "" : "not "}optimised by TurboFan`
  );
  process.exitCode = bytes > 0 && bytes <= limit_bytes && optimized ? 0 : 1;
}
