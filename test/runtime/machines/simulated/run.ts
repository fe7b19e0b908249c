/** Runs Python programs on the simulated machine as the build emits it, for tests. */
import {readFileSync} from "node:fs";
import type * as Machine from "../../../../runtime/machines/simulated/index.ts";

const build = new URL("../../../../build/", import.meta.url);
export const machine: typeof Machine = await import(new URL("simulated.js", build).href);

const snapshots = new Map<string, Uint8Array>();
function snapshot(design: string): Uint8Array {
  const name = design.startsWith("tick") ? "heap-ticks.bin" : "heap.bin";
  let bytes = snapshots.get(name);
  if (bytes === undefined) snapshots.set(name, (bytes = new Uint8Array(readFileSync(new URL(name, build)))));
  return bytes;
}

type Options = Partial<Machine.SimulateOptions> & {design?: string};

/** Runs `source`; answers what the machine does, with what the program wrote. */
export function run(source: string, options: Options = {}) {
  const written = ["", "", ""];
  const decoder = new TextDecoder();
  const result = machine.simulate({
    source,
    filename: "program.py",
    heap: snapshot(options.design ?? "timeout"),
    checkHeap: true,
    limit_ns: 100e9,
    ...options,
    write(fd, bytes) {
      written[fd] += decoder.decode(bytes);
    }
  });
  return {...result, stdout: written[1], stderr: written[2]};
}

/** The source of an experiment's program. */
export const program = (name: string) =>
  readFileSync(new URL(`../../../../loaders/programs/${name}.py`, import.meta.url), "utf8");
