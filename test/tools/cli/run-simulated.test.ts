import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, describe, expect, it} from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "convoy-simulated-"));
const file = join(folder, "program.py");
writeFileSync(file, "import sys, time\nprint(time.monotonic(), sys.argv[1:])\n");
afterAll(() => rmSync(folder, {recursive: true}));

/** The command line as the build has emitted it. */
const convoy = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "bin/convoy.js"), ...args], {encoding: "utf8", timeout: 30_000});

describe("convoy run --machine simulated", () => {
  const simulated = (...args: string[]) => convoy("run", "--machine", "simulated", ...args);
  const errors: [string, string[], RegExp][] = [
    [
      "too many cores",
      ["--cores", "1025"],
      /^convoy: invalid --cores: 1025; give a whole number up to 1024\n$/
    ],
    ["no core", ["--cores", "0"], /^convoy: invalid --cores: 0; give a whole number of 1 or more\n$/],
    [
      "a seed out of range",
      ["--seed", "4294967296"],
      /^convoy: invalid --seed: 4294967296; give a whole number up to 4294967295\n$/
    ],
    [
      "an unknown scheduler",
      ["--scheduler", "lottery"],
      /^convoy: unknown scheduler: lottery; known schedulers: eevdf, fair, decay, round-robin\n$/
    ],
    [
      "an unknown client",
      ["--client", "ftp"],
      /^convoy: unknown client: ftp; known clients: echo, signals\n$/
    ],
    [
      "a limit that is no time",
      ["--limit", "soon"],
      /^convoy: invalid --limit: soon; give seconds above 0 and below 1000000\n$/
    ],
    [
      "a profile that is not there",
      ["--profile", "nowhere.json"],
      /^convoy: cannot read the profile nowhere.json: /
    ]
  ];
  it.each(errors)("refuses %s", async (_, args, message) => {
    const {status, stderr, stdout} = await simulated(...args, file);
    expect(stderr).toMatch(message);
    expect([status === 0, stdout]).toEqual([false, ""]);
  });
  it("refuses a profile that lacks a cost, and names it", async () => {
    const profile = join(folder, "profile.json");
    writeFileSync(
      profile,
      JSON.stringify({
        format: "convoy-profile-2",
        name: "p",
        cores: 2,
        scheduler: "eevdf",
        order: "first",
        costs: {}
      })
    );
    const {status, stderr} = await simulated("--profile", profile, file);
    expect([status, stderr]).toEqual([
      2,
      `convoy: missing cost: bytecode_move_ps (one bytecode that moves a value between stack, local variables and constants) in the profile ${profile}\n`
    ]);
  });
  it("keeps its options from other machines", async () => {
    const {status, stderr} = await convoy("run", "--scheduler", "fair", file);
    expect([status, stderr]).toEqual([2, "convoy: --scheduler is for --machine simulated, not host\n"]);
  });
  it("writes output, metrics and a trace, and says what nobody measured", () => {
    const [metrics, trace] = [join(folder, "m.json"), join(folder, "t.csv")];
    const run = () => simulated("--cores", "3", "--json", metrics, "--trace", trace, file, "a", "b");
    const {status, stdout, stderr} = run();
    expect([status, stdout]).toEqual([0, run().stdout]);
    expect(stdout).toMatch(/^0\.0001\d+ \['a', 'b'\]\n$/);
    expect(stderr).toMatch(
      /^convoy: simulated with the profile default: \d+ of its costs nobody measured \(.*, \.\.\.\)\n$/
    );
    expect(JSON.parse(readFileSync(metrics, "utf8"))).toMatchObject({
      machine: "simulated",
      cores: 3,
      seed: 1
    });
    expect(readFileSync(trace, "utf8")).toMatch(/^time_ns,thread,event\n\d+,0,acquire\n/);
  });
});

it("build/simulated.js needs neither Node nor shared memory", () => {
  const module = join(root, "build/simulated.js");
  expect(/^(import|export)\b.*\bfrom\b/m.test(readFileSync(module, "utf8"))).toBe(false);
  const script = `
    const write = (fd, bytes) => console.log(fd, new TextDecoder().decode(bytes));
    const {simulate} = await import(${JSON.stringify(`file://${module}`)});
    delete globalThis.SharedArrayBuffer;
    delete globalThis.process;
    console.log(simulate({source: "print(6 * 7)", filename: "x.py", pages: 2048, write}).status);`;
  const {stdout, stderr} = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8"
  });
  expect([stdout, stderr]).toEqual(["1 42\n\n0\n", ""]);
});
