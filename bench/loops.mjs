/**
 * The evaluation loop alone, in this process and without a lock: nanoseconds a bytecode, for one program.
 *
 *     node bench/loops.mjs NAME           prints one line of JSON; the names are the keys of PROGRAMS
 *
 * One program a process: V8 then treats the heap as a constant of the loop, as it does in a worker.
 */
import {pathToFileURL} from "node:url";
import {build} from "esbuild";
import {Bench} from "tinybench";

export const PROGRAMS = {
  count: "def f(n):\n    while n > 0:\n        n -= 1\nwhile True: f(1000)\n",
  call: "def g(x):\n    return x\ndef f(n):\n    while n > 0:\n        n -= g(1)\nwhile True: f(1000)\n",
  float:
    "def f(n):\n    x = 0.5\n    while n > 0:\n        x = x * 1.5 - x\n        n -= 1\nwhile True: f(1000)\n",
  attribute:
    "class A:\n    pass\ndef f(a):\n    a.n = 1000\n    while a.n > 0:\n        a.n -= 1\na = A()\nwhile True: f(a)\n",
  list: "def f(a):\n    s = 0\n    for x in a:\n        s += x\na = list(range(1000))\nwhile True: f(a)\n",
  method:
    "class A:\n    def same(self, x):\n        return x\ndef f(a, n):\n    while n > 0:\n        n -= a.same(1)\na = A()\nwhile True: f(a, 1000)\n",
  append:
    "def f(n):\n    a = []\n    while n > 0:\n        a.append(n)\n        n -= 1\nwhile True: f(1000)\n",
  dict: "def f(d, n):\n    while n > 0:\n        d[n & 63] = n\n        n -= 1\nd = {}\nwhile True: f(d, 1000)\n"
};
const BYTECODES = 200_000;
const PAGES = 4096;

/** Constants of the sources, and the memory that an instance wants. */
async function sources() {
  const contents = `export {heapMemory} from "./runtime/machines/host/memory.ts";
    export {BREAKER_MASK, STOP_FUEL, TICKS_LEFT} from "./runtime/objects/layout.ts";`;
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: new URL("..", import.meta.url).pathname, loader: "ts"},
    bundle: true,
    write: false,
    format: "esm"
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** Answers a function that executes so many bytecodes of the program. */
async function stepper(program) {
  const {BREAKER_MASK, heapMemory, STOP_FUEL, TICKS_LEFT} = await sources();
  const {instantiate} = await import(new URL("../build/runtime.js", import.meta.url).href);
  const memory = heapMemory(PAGES);
  const words = new Int32Array(memory.buffer);
  const runtime = instantiate(memory, {
    boot: true,
    pages: PAGES,
    devices: {errors: {}, signals: {}, constants: {}},
    argv: ["bench.py"],
    weights: null,
    readSource: () => null,
    checkHeap: false,
    reportHeap() {}
  });
  const t = runtime.load(program, "bench.py");
  runtime.attach(t);
  words[t + BREAKER_MASK] = 0;
  return (bytecodes) => {
    words[t + TICKS_LEFT] = bytecodes;
    const stop = runtime.run(t);
    if (stop !== STOP_FUEL) throw new Error(`invalid stop ${stop}: the program must go on for ever`);
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const program = PROGRAMS[process.argv[2]];
  if (program === undefined) {
    console.error(`unknown program: ${process.argv[2]}; known programs: ${Object.keys(PROGRAMS).join(", ")}`);
    process.exit(2);
  }
  const step = await stepper(program);
  for (let i = 0; i < 20; i++) step(BYTECODES);
  const bench = new Bench({time: Number(process.env.BENCH_MS ?? 500), warmupTime: 100});
  bench.add(process.argv[2], () => step(BYTECODES));
  await bench.run();
  const {latency} = bench.tasks[0].result;
  const ns = (ms) => Number(((ms * 1e6) / BYTECODES).toFixed(2));
  console.log(
    JSON.stringify({
      program: process.argv[2],
      ns_p50: ns(latency.p50),
      ns_p75: ns(latency.p75),
      ns_min: ns(latency.min),
      samples: latency.samplesCount
    })
  );
}
