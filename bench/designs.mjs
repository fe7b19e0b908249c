/**
 * What one check costs when nobody else wants the lock: a release and an acquisition, in nanoseconds, for each design
 * written by hand, as generators, and compiled to plain functions.
 *
 *     node bench/designs.mjs
 */
import {build} from "esbuild";
import {Bench} from "tinybench";
import {stepsPlugin} from "../tools/steps-plugin.mjs";

const T = 4096;

/** Loads the designs, linked with the vocabulary that describes (generators) or the one that performs (functions). */
async function load(compiled) {
  const {outputFiles} = await build({
    stdin: {
      contents: `export {designs} from "./runtime/designs/index.ts";
        export {${compiled ? "HostRegion" : ""}} from "./runtime/machines/host/steps.ts";
        export * as vocabulary from "./runtime/machines/${compiled ? "host/" : ""}steps.ts";
        export {Region} from "./runtime/machines/region.ts";
        export {Notes} from "./runtime/trace/statistics.ts";
        export * as performed from "./runtime/machines/host/steps.ts";`,
      resolveDir: new URL("..", import.meta.url).pathname,
      loader: "ts"
    },
    bundle: true,
    write: false,
    format: "esm",
    target: "node20",
    plugins: compiled ? [stepsPlugin()] : []
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

const parking = {wait: () => 0, wake: () => {}, over: () => false};

function place(library, compiled) {
  const memory = new Int32Array(new SharedArrayBuffer(65536 * 4));
  const {note} = new library.Notes(memory);
  const Region = compiled
    ? new library.performed.HostRegion({memory, start: 1024, words: 3072, initialise: true}, parking, note)
    : new library.Region(memory, 1024, 3072, true);
  const {Word, Cell} = library.vocabulary;
  memory[48] = 5000;
  memory[49] = 100;
  return {
    region: Region,
    breaker: new Word(Region, "breaker", 0, 32),
    switchInterval_us: new Cell(Region, "switch_interval", 0, 48),
    checkInterval: new Cell(Region, "check_interval", 0, 49),
    signalPending: () => false,
    isMain: () => true,
    handleSignals: () => false,
    note
  };
}

/** Performs each step of a generator, as `host` would without compiling. */
function driver(library, where) {
  const {memory} = where.region;
  const {Op} = library.vocabulary;
  const perform = (step) => {
    switch (step.op) {
      case Op.lock:
        return Atomics.compareExchange(memory, step.at, 0, 1);
      case Op.unlock:
        return Atomics.exchange(memory, step.at, 0);
      case Op.signal:
        return Atomics.load(memory, step.at + 1);
      case Op.post:
        Atomics.add(memory, step.at, 1);
        return Atomics.load(memory, step.at + 1);
      case Op.take: {
        const value = Atomics.load(memory, step.at);
        return Atomics.compareExchange(memory, step.at, value, value - 1);
      }
      case Op.load:
        return Atomics.load(memory, step.at);
      case Op.store:
        return Atomics.store(memory, step.at, step.a);
      case Op.or:
        return Atomics.or(memory, step.at, step.a);
      case Op.and:
        return Atomics.and(memory, step.at, step.a);
      default:
        throw new Error(`unknown step: ${step.op}`);
    }
  };
  return (generator) => {
    let result = generator.next(0);
    while (!result.done) result = generator.next(perform(result.value));
  };
}

/** The same atomic operations in the same order, as one would write them without any harness. */
function byHand(name) {
  const M = new Int32Array(new SharedArrayBuffer(4096 * 4));
  const lock = (at) => Atomics.compareExchange(M, at, 0, 1);
  const unlock = (at) => Atomics.exchange(M, at, 0);
  const A = 16,
    B = 32,
    C = 48,
    D = 64,
    E = 80,
    F = 96,
    G = 112;
  M[A] = 1;
  if (name === "tick")
    return () => {
      Atomics.add(M, A, 1);
      if (Atomics.load(M, A + 1) > 0) throw new Error();
      const value = Atomics.load(M, A);
      Atomics.compareExchange(M, A, value, value - 1);
    };
  M[A] = 0;
  if (name === "tick-condition")
    return () => {
      lock(A);
      M[C] = 0;
      unlock(A);
      if (Atomics.load(M, B + 1) > 0) throw new Error();
      lock(A);
      if (M[C] !== 0) throw new Error();
      M[C] = 1;
      unlock(A);
    };
  return () => {
    lock(A);
    Atomics.store(M, F, T);
    M[E] = 0;
    if (Atomics.load(M, B + 1) > 0) throw new Error();
    unlock(A);
    if ((Atomics.load(M, G) & 1) !== 0) throw new Error();
    lock(A);
    if (M[E] !== 0) throw new Error();
    lock(C);
    M[E] = 1;
    if (Atomics.load(M, F) !== T) throw new Error();
    if (Atomics.load(M, D + 1) > 0) throw new Error();
    unlock(C);
    if ((Atomics.load(M, G) & 1) !== 0) throw new Error();
    unlock(A);
  };
}

const generators = await load(false);
const functions = await load(true);
const INNER = 1000;
const bench = new Bench({time: Number(process.env.BENCH_MS ?? 300), warmupTime: 200});
for (const [i, descriptor] of generators.designs.entries()) {
  const where = place(generators, false);
  const design = descriptor.create(where);
  const drive = driver(generators, where);
  drive(design.acquire(T));
  const compiled = functions.designs[i].create(place(functions, true));
  compiled.acquire(T);
  const hand = byHand(descriptor.name);
  bench.add(`${descriptor.name}: by hand`, () => {
    for (let k = 0; k < INNER; k++) hand();
  });
  bench.add(`${descriptor.name}: generator`, () => {
    for (let k = 0; k < INNER; k++) {
      drive(design.release(T));
      drive(design.acquire(T));
    }
  });
  bench.add(`${descriptor.name}: compiled`, () => {
    for (let k = 0; k < INNER; k++) {
      compiled.release(T);
      compiled.acquire(T);
    }
  });
}
await bench.run();
console.table(
  bench.tasks.map(({name, result}) => ({
    pair: name,
    ns_median: Number(((result.latency.p50 * 1e6) / INNER).toFixed(1)),
    ns_min: Number(((result.latency.min * 1e6) / INNER).toFixed(1))
  }))
);
