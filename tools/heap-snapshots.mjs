/** Emits the heap as it is before any program, once for designs that count ticks and once for those that do not. */
import {writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {build} from "esbuild";

const root = resolve(import.meta.dirname, "..");
const CONTENTS = `
  export {designs} from "./runtime/designs/index.ts";
  export {heapMemory, HEAP_PAGES_MAX} from "./runtime/machines/host/memory.ts";
  export {snapshotName, takeSnapshot} from "./runtime/machines/host/snapshot.ts";`;

async function tools() {
  const {outputFiles} = await build({
    stdin: {contents: CONTENTS, resolveDir: root, loader: "ts"},
    bundle: true,
    write: false,
    platform: "node",
    format: "esm"
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** Booting asks nothing of the system. */
const devices = new Proxy(
  {errors: {}, signals: {}, constants: {}},
  {
    get(known, name) {
      if (name in known) return known[name];
      throw new Error(`booting must not use the system: devices.${String(name)}`);
    }
  }
);

/**
 * @param {string} folder where runtime.js is and where the snapshots go
 */
export async function heapSnapshots(folder) {
  const {instantiate} = await import(pathToFileURL(join(folder, "runtime.js")).href);
  const {designs, heapMemory, HEAP_PAGES_MAX, snapshotName, takeSnapshot} = await tools();
  for (const weights of new Set(designs.map((design) => design.weights))) {
    const memory = heapMemory(HEAP_PAGES_MAX);
    instantiate(memory, {
      boot: true,
      compileLibrary: true,
      pages: HEAP_PAGES_MAX,
      devices,
      argv: [],
      weights,
      readSource: () => null,
      checkHeap: false,
      reportHeap() {}
    });
    writeFileSync(join(folder, snapshotName(weights !== null)), takeSnapshot(new Int32Array(memory.buffer)));
  }
}
