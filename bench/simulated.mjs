/**
 * How fast the simulated machine is.
 *
 *     node bench/simulated.mjs
 *
 * Steps a second of the machine alone, with a stub in the interpreter's place; the cost of an event against the number of
 * threads; and whole programs: one virtual second each.
 */
import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {build} from "esbuild";
import {flatSteps} from "../tools/simulated-bundle.mjs";

const root = resolve(import.meta.dirname, "..");
const SECOND_NS = 1e9;
/** What a stub computes between two checks. */
const PIECE_NS = 2000;

async function parts() {
  const contents = `
    export {findDesign} from "./runtime/designs/index.ts";
    export {Region} from "./runtime/machines/region.ts";
    export {Cell, Op, Step, Word} from "./runtime/machines/steps.ts";
    export {defaultProfile} from "./runtime/machines/simulated/default-profile.ts";
    export {Kernel} from "./runtime/machines/simulated/kernel.ts";
    export {Performer} from "./runtime/machines/simulated/perform.ts";
    export {costsOf} from "./runtime/machines/simulated/profile.ts";
    export {Random} from "./runtime/machines/simulated/random.ts";
    export {findScheduler} from "./runtime/machines/simulated/schedulers/index.ts";
    export {System} from "./runtime/machines/simulated/system.ts";
    export * from "./runtime/objects/layout.ts";`;
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: root, loader: "ts"},
    bundle: true,
    write: false,
    format: "esm",
    plugins: [flatSteps()]
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** A machine whose threads compute in pieces of `PIECE_NS`, under a design. */
function machineOf(p, cores, design) {
  const memory = new Int32Array(p.THREADS + p.THREAD_WORDS * 2);
  memory[p.CHECK_INTERVAL] = 100;
  memory[p.SWITCH_INTERVAL_US] = 5000;
  const costs = p.costsOf(p.defaultProfile);
  const kernel = new p.Kernel({
    cores,
    costs,
    order: "first",
    random: new p.Random(1),
    scheduler: p.findScheduler("fair").create(cores, costs),
    pin: false,
    perform: (task) => performer.perform(task)
  });
  const computer = {
    spent_ns: PIECE_NS,
    compute: () => 1,
    block: () => 0,
    note() {}
  };
  const performer = new p.Performer(new p.System(memory, kernel), computer);
  const region = new p.Region(memory, p.DESIGN, p.DESIGN_WORDS, true);
  const made = p.findDesign(design).create({
    region,
    breaker: new p.Word(region, "breaker", 0, p.BREAKER),
    switchInterval_us: new p.Cell(region, "switch_interval", 0, p.SWITCH_INTERVAL_US),
    checkInterval: new p.Cell(region, "check_interval", 0, p.CHECK_INTERVAL),
    signalPending: () => false,
    isMain: () => false,
    handleSignals: () => false,
    note() {}
  });
  return {kernel, design: made};
}

function* checking(p, design) {
  const compute = new p.Step(p.Op.compute, -1);
  yield design.acquire(0);
  for (;;) {
    yield compute;
    yield design.check(0);
  }
}

function* sleeping(p, seed) {
  const random = new p.Random(seed);
  for (;;) yield new p.Step(p.Op.sleep, -1, 1000 + random.below(60_000));
}

/** Seconds of processor time, which other programs on this computer change less than they change the time. */
function timed(act) {
  const before = process.cpuUsage();
  act();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Steps a second under a design with so many threads. */
function stepRate(p, design, threads, virtual_s) {
  const machine = machineOf(p, 2, design);
  for (let i = 0; i < threads; i++) {
    const task = machine.kernel.spawn(`${i}`, p.THREADS);
    task.call(checking(p, machine.design));
    machine.kernel.start(task, 0);
  }
  const seconds = timed(() => machine.kernel.run(virtual_s * SECOND_NS));
  return machine.kernel.steps / seconds;
}

/** Nanoseconds an event with so many threads that sleep and wake. */
function eventCost(p, threads, events) {
  const {kernel} = machineOf(p, 64, "tick");
  for (let i = 0; i < threads; i++) {
    const task = kernel.spawn(`${i}`, 0);
    task.call(sleeping(p, i));
    kernel.start(task, i);
  }
  let limit = 0;
  const seconds = timed(() => {
    while (kernel.events < events) kernel.run((limit += 100_000));
  });
  return (seconds * 1e9) / kernel.events;
}

const MANY = `
import os, socket, sys, threading
def serve(server):
    while True:
        data, client = server.recvfrom(2048)
        server.sendto(data, client)
ports = []
for _ in range(int(sys.argv[1])):
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    ports.append(server.getsockname()[1])
    threading.Thread(target=serve, args=(server,), daemon=True).start()
sys.stdout.write('{"port": %s}\\n{"spinners": 0}\\n' % ports)
sys.stdout.flush()
os.read(0, 1)
`;
const TWO = `
import threading
def count():
    n = 10 ** 9
    while n > 0:
        n -= 1
threads = [threading.Thread(target=count) for _ in range(2)]
for thread in threads: thread.start()
`;

/** What one virtual second of a program costs. */
function program(simulate, source, options) {
  const {design} = options;
  const heap = readFileSync(
    resolve(root, "build", design.startsWith("tick") ? "heap-ticks.bin" : "heap.bin")
  );
  let result;
  const seconds = timed(() => {
    result = simulate({source, filename: "bench.py", heap, limit_ns: SECOND_NS, write() {}, ...options});
  });
  return {seconds, steps: result.metrics.steps, events: result.metrics.events};
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const ROUNDS = 3;
const repeat = (act) => median(Array.from({length: ROUNDS}, act));

const p = await parts();
console.log("steps a second, millions: the machine alone, two threads on two cores");
for (const design of ["tick", "tick-condition", "timeout"])
  console.log(`  ${design.padEnd(16)}${(repeat(() => stepRate(p, design, 2, 2)) / 1e6).toFixed(1)}`);
console.log("ns an event: threads that sleep and wake on 64 cores");
for (const threads of [10, 100, 1000, 10_000, 100_000])
  console.log(`  ${String(threads).padEnd(16)}${repeat(() => eventCost(p, threads, 1_000_000)).toFixed(0)}`);
const {simulate} = await import(new URL("../build/simulated.js", import.meta.url).href);
console.log("seconds of processor time for one virtual second, with steps and events");
const echo = {clients: [{kind: "echo", ask_ms: 1e6}], cores: 64};
for (const [name, source, options] of [
  ["two threads counting, timeout", TWO, {design: "timeout"}],
  ["two threads counting, tick", TWO, {design: "tick"}],
  ["two threads counting, tick-condition", TWO, {design: "tick-condition"}],
  ["echo, 1,000 threads, 64 cores, timeout", MANY, {design: "timeout", argv: ["many", "1000"], ...echo}],
  ["echo, 1,000 threads, 64 cores, tick", MANY, {design: "tick", argv: ["many", "1000"], ...echo}]
]) {
  const {seconds, steps, events} = program(simulate, source, options);
  console.log(`  ${name.padEnd(40)}${seconds.toFixed(2).padStart(6)} ${steps} ${events}`);
}
