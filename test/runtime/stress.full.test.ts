// Programs that check themselves, on real threads under each design, with the heap checked at the end of each run.
import {spawnSync} from "node:child_process";
import {readdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {describe, it} from "vitest";
import {designs} from "../../runtime/designs/index.ts";
import {findPython} from "../conformance/scripts.ts";

const convoy = resolve(import.meta.dirname, "../../bin/convoy.js");
const folder = join(import.meta.dirname, "stress");
const programs = readdirSync(folder).filter((name) => name.endsWith(".py"));
const THREADS = [2, 4, 8];
const LIMIT_MS = 120_000;
const seed = Number(process.env.CONVOY_SEED ?? Date.now() % 1_000_000);

function run(command: string, args: string[]) {
  const {stdout, stderr, status} = spawnSync(command, args, {encoding: "utf8", timeout: LIMIT_MS});
  if (stdout !== "ok\n" || stderr !== "" || status !== 0)
    throw new Error(`status ${status}: ${stdout}${stderr}reproduce: ${[command, ...args].join(" ")}`);
}

const real = findPython();
describe.skipIf(!real)(`stress on CPython, seed ${seed}`, () => {
  it.for(programs)("%s", {timeout: 2 * LIMIT_MS}, (program, {task}) => {
    task.meta.note = `seed ${seed}`;
    run(real!.path, [join(folder, program), `${seed}`, "4"]);
  });
});

describe.each(designs.map(({name}) => name))(`stress under %s, seed ${seed}`, (design) => {
  describe.each(THREADS)("%i threads", (threads) => {
    it.for(programs)("%s", {timeout: 2 * LIMIT_MS}, (program, {task}) => {
      task.meta.note = `seed ${seed}`;
      const args = ["run", "--check-heap", "--design", design, join(folder, program)];
      run(process.execPath, [convoy, ...args, `${seed}`, `${threads}`]);
    });
  });
});
