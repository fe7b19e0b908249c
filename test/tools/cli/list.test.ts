import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join, resolve} from "node:path";
import {afterAll, expect, it} from "vitest";
import {DATASETS} from "../../../loaders/schema.ts";
import {designs} from "../../../runtime/designs/index.ts";
import {standIn} from "./stand-in.ts";

const script = resolve(import.meta.dirname, "../../../bin/convoy.js");
const folder = mkdtempSync(join(tmpdir(), "convoy-list-"));
afterAll(() => rmSync(folder, {recursive: true}));

const pythons = [
  standIn(folder, "python3.9", "3.9.2"),
  standIn(folder, "python3.13t", "3.13.1", {free: true, gil: false})
];

function convoy(args: string[], named: string[] = pythons) {
  const env = {...process.env, CONVOY_PYTHONS: named.join(delimiter)};
  return spawnSync(process.execPath, [script, ...args], {encoding: "utf8", env, timeout: 60_000});
}

it("lists all that there is to choose from", () => {
  const lists = JSON.parse(convoy(["list", "--json"]).stdout);
  const names = (kind: string) => lists[kind].map(({name}: {name: string}) => name);
  expect(names("designs")).toEqual(designs.map(({name}) => name));
  expect(names("machines")).toEqual(["host", "simulated", "exhaustive", "native"]);
  expect(names("interpreters")).toEqual(["native:cpython-3.13.1t", "native:cpython-3.9.2"]);
  expect(names("experiments")).toEqual([...DATASETS]);
  expect(names("schedulers")).toContain("fair");
  expect(names("profiles")).toContain("cpython-2.7.18");
  expect(lists.designs.every(({source}: {source: string}) => source.length > 10)).toBe(true);
});

it("lists them in words", () => {
  const {status, stdout} = convoy(["list"], []);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^designs \(run --design NAME\)\n {2}tick +Tick: /);
  expect(stdout).toMatch(/\ninterpreters found here \(run --machine NAME\)\n {2}none\n/);
});

it("finds interpreters, with what they were built with and whether they have a GIL", () => {
  const {stdout, stderr} = convoy(["interpreters"], [...pythons, "/nowhere/python", "/bin/true"]);
  expect(stdout).toBe(
    `cpython-3.13.1t  Python 3.13.1  no GIL  free-threaded  ${pythons[1]}\n    CC 1 --enable-shared\n` +
      `cpython-3.9.2    Python 3.9.2   GIL     timeout        ${pythons[0]}\n    CC 1 --enable-shared\n`
  );
  expect(stderr).toBe(
    "convoy: no program: /nowhere/python, named in CONVOY_PYTHONS\n" +
      "convoy: no Python that Convoy knows: /bin/true, named in CONVOY_PYTHONS\n"
  );
});
