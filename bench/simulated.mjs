/**
 * How fast the simulated machine is.
 *
 *     node bench/simulated.mjs [--record]
 *
 * Steps a second of the machine alone, with a stub in the interpreter's place; the cost of an event against the number of
 * threads; and whole programs: one virtual second each. `--record` writes data/checks/simulator.csv, a row each:
 *
 *     date                 day of the measurement
 *     what                 steps: threads under a design, computing in pieces of 2 us; sleepers: threads that sleep 1 to 61 us
 *                          and wake; resumed: their generators alone, without a machine, in an order without order, which
 *                          shows what the memory does; counting and echo: whole programs with the interpreter
 *     design               the interpreter lock
 *     threads, cores       of the virtual machine
 *     virtual_s            virtual time that passed
 *     steps, events        how many were performed
 *     processor_s          processor time of this computer: the least of so many rounds
 *     processor_s_median   the median of them
 *     rounds
 *     ns_per_event         processor_s by event
 *     load_1m              load of this computer when the row was measured, which had so many processors
 *     processor, processors, node
 */
import {readFileSync, writeFileSync} from "node:fs";
import {cpus, loadavg} from "node:os";
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

/** Runs `kernel` while `goes` says so; answers what it took. */
function taken(kernel, goes) {
  let limit = 0;
  const processor_s = timed(() => {
    while (goes(limit)) kernel.run((limit += 100_000));
  });
  return {processor_s, steps: kernel.steps, events: kernel.events, virtual_s: limit / SECOND_NS};
}

/** Threads under a design, for so long. */
function steps(p, design, threads, virtual_s) {
  const machine = machineOf(p, 2, design);
  for (let i = 0; i < threads; i++) {
    const task = machine.kernel.spawn(`${i}`, p.THREADS);
    task.call(checking(p, machine.design));
    machine.kernel.start(task, 0);
  }
  return taken(machine.kernel, (ns) => ns < virtual_s * SECOND_NS);
}

/** So many threads that sleep and wake, for so many events. */
function sleepers(p, threads, cores, events) {
  const {kernel} = machineOf(p, cores, "tick");
  for (let i = 0; i < threads; i++) {
    const task = kernel.spawn(`${i}`, 0);
    task.call(sleeping(p, i));
    kernel.start(task, i);
  }
  return taken(kernel, () => kernel.events < events);
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

/** As `sleepers` without a machine: their generators alone, resumed in an order without order. */
function resumed(p, threads, events) {
  const random = new p.Random(1);
  const asleep = Array.from({length: threads}, (_, i) => sleeping(p, i));
  const order = Int32Array.from({length: 1 << 16}, () => (random.next() >>> 0) % threads);
  const processor_s = timed(() => {
    for (let i = 0; i < events; i++) asleep[order[i & 0xffff]].next();
  });
  return {processor_s, steps: events, events, virtual_s: 0};
}

/** What one virtual second of a program costs. */
function program(simulate, source, options) {
  const {design} = options;
  const heap = readFileSync(
    resolve(root, "build", design.startsWith("tick") ? "heap-ticks.bin" : "heap.bin")
  );
  let result;
  const processor_s = timed(() => {
    result = simulate({source, filename: "bench.py", heap, limit_ns: SECOND_NS, write() {}, ...options});
  });
  const {steps, events, wall_s} = result.metrics;
  return {processor_s, steps, events, virtual_s: wall_s};
}

const ROUNDS = 3;
const rows = [];

/** Measures in rounds, keeps a row of it and says what `words` makes of it. */
function measure(what, design, threads, cores, act, words, count = ROUNDS) {
  const load_1m = loadavg()[0].toFixed(1);
  const rounds = Array.from({length: count}, act).sort((a, b) => a.processor_s - b.processor_s);
  const [best] = rounds;
  const ns_per_event = (best.processor_s * 1e9) / best.events;
  rows.push({
    date: new Date().toISOString().slice(0, 10),
    ...{what, design, threads, cores},
    virtual_s: best.virtual_s,
    steps: best.steps,
    events: best.events,
    processor_s: best.processor_s.toFixed(3),
    processor_s_median: rounds[count >> 1].processor_s.toFixed(3),
    rounds: count,
    ns_per_event: ns_per_event.toFixed(1),
    load_1m,
    processor: cpus()[0].model,
    processors: cpus().length,
    node: process.versions.node
  });
  console.log(
    `  ${what.padEnd(10)}${design.padEnd(16)}${`${threads}`.padStart(7)} threads ${`${cores}`.padStart(3)} cores  ` +
      `${words({...best, ns_per_event})}  (load ${load_1m})`
  );
}

const p = await parts();
const {simulate} = await import(new URL("../build/simulated.js", import.meta.url).href);
console.log(`best of ${ROUNDS} rounds (2 of the longest), in processor time`);
for (const design of ["tick", "tick-condition", "timeout"])
  measure(
    ...["steps", design, 2, 2],
    () => steps(p, design, 2, 2),
    (row) => `${(row.steps / row.processor_s / 1e6).toFixed(1)} million steps a second`
  );
const perEvent = (row) => `${row.ns_per_event.toFixed(0)} ns an event`;
for (const threads of [10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000]) {
  measure("sleepers", "tick", threads, 64, () => sleepers(p, threads, 64, 1_000_000), perEvent);
  measure("resumed", "", threads, 0, () => resumed(p, threads, 1_000_000), perEvent);
}
const perSecond = (row) =>
  `${row.processor_s.toFixed(2)} s for ${row.virtual_s.toFixed(2)} virtual ones, ${row.events} events`;
for (const design of ["timeout", "tick", "tick-condition"])
  measure("counting", design, 2, 2, () => program(simulate, TWO, {design}), perSecond);
for (const design of ["timeout", "tick"]) {
  const options = {design, argv: ["many", "1000"], clients: [{kind: "echo", ask_ms: 1e6}], cores: 64};
  measure("echo", design, 1000, 64, () => program(simulate, MANY, options), perSecond, 2);
}
if (process.argv.includes("--record")) {
  const quoted = (value) =>
    /[",\n]/.test(`${value}`) ? `"${`${value}`.replaceAll('"', '""')}"` : `${value}`;
  const lines = [Object.keys(rows[0]), ...rows.map((row) => Object.values(row).map(quoted))];
  writeFileSync(
    resolve(root, "data/checks/simulator.csv"),
    `${lines.map((line) => line.join(",")).join("\n")}\n`
  );
}
