import {execFile} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {build} from "esbuild";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {checkerBundle} from "../../../tools/checker-bundle.mjs";
import {machineBundle} from "../../../tools/machine-bundle.mjs";

const root = resolve(import.meta.dirname, "../../..");
let folder: string;
let entry: string;

beforeAll(async () => {
  folder = mkdtempSync(join(root, "node_modules", ".convoy-test-"));
  await Promise.all([
    build({...machineBundle(folder), sourcemap: false}),
    build({...checkerBundle(folder), sourcemap: false})
  ]);
  entry = join(folder, "entry.mjs");
  writeFileSync(entry, `import {cli} from "./cli.js"; await cli(process.argv.slice(2));`);
}, 60_000);
afterAll(() => rmSync(folder, {recursive: true}));

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

function convoy(...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [entry, ...args],
      {cwd: folder, timeout: 50_000},
      (_error, stdout, stderr) => done({status: child.exitCode ?? -1, stdout, stderr})
    );
  });
}

/** The design that `convoy new` writes, with a change. */
async function fresh(name: string, find = "", replace = ""): Promise<string> {
  const {stdout} = await convoy("new", "design", name);
  const file = join(folder, stdout.trim());
  const text = readFileSync(file, "utf8");
  expect(text).toContain(find);
  writeFileSync(file, text.replace(find, replace));
  return `${name}.ts`;
}

describe("convoy check", () => {
  it("checks a design and says what holds", async () => {
    const json = join(folder, "tick.json");
    const {status, stdout, stderr} = await convoy("check", "tick", "--json", json);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^tick: Tick: a semaphore/);
    expect(stdout).toMatch(/share-2 +2 +every interleaving +148 +199 +24 +\d+\.\d +holds\n/);
    expect(stdout).toMatch(/exclusion +holds +holds +one thread at a time/);
    expect(stdout).toMatch(/spin-yield +nobody\n/);
    const rows = JSON.parse(readFileSync(json, "utf8"));
    expect(rows[0]).toMatchObject({
      design: "tick",
      scenario: "share-2",
      threads: 2,
      states: 148,
      complete: true
    });
  });
  it("shows a shortest schedule, which can be seen again", async () => {
    const {status, stdout} = await convoy("check", "--scenario", "share-2", "timeout");
    expect(status).toBe(0);
    expect(stdout).toMatch(/with spurious wake-ups.* violated: drop in 37 steps\n/);
    const schedule = /--replay (\S+)/.exec(stdout)![1];
    const again = await convoy("check", "--replay", schedule);
    expect(stdout).toContain(again.stdout);
    expect(again.stdout).toMatch(/37 +unlocks mutex; has the lock +timeout\.ts:\d+\n +violated: drop/);
  });
  it("knows a design by a name with a dot in it from a file", async () => {
    const {stdout} = await convoy("check", "--limit", "10", "--scenario", "share-2", "backport-2.7");
    expect(stdout).toMatch(/^backport-2.7: /);
  });
  it("says where a limit ended the search", async () => {
    const {status, stdout} = await convoy("check", "--limit", "50", "--scenario", "share-2", "tick");
    expect(status).toBe(1);
    expect(stdout).toMatch(/undecided: more than 50 states\n/);
  });
  const errors: [string, string[], RegExp][] = [
    [
      "an unknown design",
      ["gil"],
      /^convoy: unknown design: gil; known designs: tick, tick-condition, timeout, [^;]*, or give a file such as .\/gil.ts\n$/
    ],
    [
      "a file that is not there",
      ["./no.ts"],
      /^convoy: cannot read the design .\/no.ts: there is no such file\n$/
    ],
    [
      "too many threads",
      ["--threads", "2,9"],
      /^convoy: invalid --threads: 9; give numbers from 2 to 4, such as 2,3\n$/
    ],
    [
      "an unknown scenario",
      ["--scenario", "x"],
      /^convoy: unknown scenario: x; known scenarios: share-2, yield-2/
    ],
    ["two designs", ["tick", "timeout"], /^convoy: ambiguous design: tick timeout; give one/],
    ["a limit that is none", ["--limit", "many"], /^convoy: invalid --limit: many; give a whole number/],
    ["a part of the table", ["--record", "tick"], /^convoy: invalid --record: the table holds all designs/],
    [
      "a schedule of another design",
      ["--replay", "tick:share-2:0", "timeout"],
      /^convoy: invalid --replay: a schedule of tick, not of timeout/
    ],
    ["a schedule that is none", ["--replay", "0011"], /^convoy: invalid schedule: 0011; give DESIGN:SCENARIO/]
  ];
  it.each(errors)("refuses %s", async (_, args, message) => {
    const {status, stdout, stderr} = await convoy("check", ...args);
    expect(stderr).toMatch(message);
    expect([status > 0, stdout]).toEqual([true, ""]);
  });
});

describe("convoy new design", () => {
  it("writes a design that holds as it stands", async () => {
    const file = await fresh("my-lock");
    expect(readFileSync(join(folder, file), "utf8")).toContain("class MyLock implements Design");
    const {status, stdout} = await convoy("check", file);
    expect(stdout).not.toMatch(/violated|undecided/);
    expect(status).toBe(0);
  });
  it("and that fails when it is spoilt, with a schedule", async () => {
    const file = await fresh("spoilt", "    yield this.turn.broadcast;\n");
    const {status, stdout} = await convoy("check", file);
    expect(status).toBe(1);
    expect(stdout).toMatch(/stall, to be seen again with --replay spoilt:share-2:\d+\n/);
    expect(stdout).toMatch(/thread 1 waits on turn \(spoilt\.ts:\d+\)\n/);
  });
  const faults: [string, string, string, RegExp][] = [
    [
      "state-in-field",
      "this.served.value = (this",
      "(this as any).place = (this",
      /invalid design: Cannot assign/
    ],
    ["no-export", "export default descriptor;", "", /missing default export: no-export.ts/],
    ["bad-name", 'name: "bad-name"', 'name: "Bad Name"', /invalid name: Bad Name \(bad-name.ts\)/],
    [
      "no-create",
      "create: (place) => new NoCreate(place)",
      "",
      /invalid design: no-create.ts, create is undefined/
    ],
    [
      "bad-syntax",
      "class BadSyntax",
      "klass BadSyntax",
      /cannot read the design bad-syntax.ts: .*\(bad-syntax.ts:\d+\)/
    ],
    ["not-a-step", "yield this.mutex.lock;", "yield 5 as never;", /invalid step: 5 \(not-a-step.ts:\d+:5\)/]
  ];
  it.each(faults)("%s is explained", async (name, find, replace, message) => {
    const {status, stderr} = await convoy("check", await fresh(name, find, replace));
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^convoy: .*\n$/);
    expect(status).toBeGreaterThan(0);
  });
  const errors: [string, string[], RegExp][] = [
    ["no name", ["design"], /^convoy: missing name; give the design one, such/],
    ["another thing", ["machine", "x"], /^convoy: unknown thing to make: machine; known: design\n$/],
    ["a bad name", ["design", "My Lock"], /^convoy: invalid name: My Lock; use small letters/],
    ["a known name", ["design", "tick"], /^convoy: invalid name: tick; a design of this name exists/]
  ];
  it.each(errors)("refuses %s", async (_, args, message) => {
    const {status, stderr} = await convoy("new", ...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
  it("does not overwrite", async () => {
    await fresh("twice");
    const {status, stderr} = await convoy("new", "design", "twice");
    expect([status, stderr]).toEqual([
      2,
      "convoy: cannot write twice.ts: it exists; take another name or move it\n"
    ]);
  });
});
