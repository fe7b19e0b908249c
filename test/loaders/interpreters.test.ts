import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {chooseNatives, findInterpreters, lockOf, namedNatives} from "../../loaders/interpreters.ts";

const folder = mkdtempSync(join(tmpdir(), "convoy-test-"));
afterAll(() => rmSync(folder, {recursive: true}));

/// A stand-in that answers the one question that is asked of an interpreter.
function python(name: string, answer: object | string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho '${typeof answer === "string" ? answer : JSON.stringify(answer)}'\n`);
  chmodSync(file, 0o755);
  return file;
}

const answer = (version: string, more: object = {}) => ({
  implementation: "CPython",
  python: version,
  version,
  executable: `/x/${version}`,
  free: false,
  gil: true,
  build: "GCC 12",
  ...more
});

describe("findInterpreters", () => {
  beforeAll(() => {
    python("python2.7", answer("2.7.18"));
    python("python2", answer("2.7.18", {executable: "/y/python2"}));
    python("python3", answer("3.10.2"));
    python("python3.9", answer("3.9.1"));
    python("pypy3", answer("7.3.11", {implementation: "PyPy", python: "3.9.16"}));
    python("python3.13t", answer("3.13.0", {free: true, gil: false}));
    python("python3.13", answer("3.13.0"));
    python("jython", answer("2.7.3", {implementation: "Jython", executable: null}));
    python("python3.12", "");
    python("python3.8", answer("3.8.0", {implementation: "GraalVM"}));
    python("python3-config", answer("3.4.0"));
    mkdirSync(join(folder, "python3.7"));
  });
  const env = {PATH: folder, PYENV_ROOT: "/nowhere"};

  test("takes each version once, CPython first, newest first", async () => {
    const found = await findInterpreters({...env, PATH: `${folder}${delimiter}/usr/bin:/bin`});
    const ours = found.filter(({path}) => path.match(/^\/[xy]\//) || path.startsWith(folder));
    expect(ours.map((p) => p.name)).toEqual([
      "cpython 3.13.0",
      "cpython 3.13.0t",
      "cpython 3.10.2",
      "cpython 3.9.1",
      "cpython 2.7.18",
      "pypy 7.3.11",
      "jython 2.7.3"
    ]);
    expect(ours.map((p) => p.gil)).toEqual([true, false, true, true, true, true, false]);
    expect(ours.at(-1)!.command(1, 1)).toEqual([join(folder, "jython")]);
    expect(ours[4].command(1, 1)).toEqual(["/y/python2"]);
  });

  test("keeps to CONVOY_PYTHONS where it is set: paths, or commands on PATH", async () => {
    const named = {...env, CONVOY_PYTHONS: `${join(folder, "python3.9")}${delimiter}pypy3`};
    expect((await findInterpreters(named)).map((p) => p.name)).toEqual(["cpython 3.9.1", "pypy 7.3.11"]);
    expect(await findInterpreters({...env, CONVOY_PYTHONS: ""})).toEqual([]);
  });

  test("is asked for one by name", async () => {
    const found = await findInterpreters({...env, CONVOY_PYTHONS: "pypy3"});
    expect(namedNatives(["pypy-7.3.11"], found)).toEqual(found);
    expect(namedNatives(["all"], found)).toEqual(found);
    expect(() => namedNatives(["pypy-1"], found)).toThrow(
      "unknown interpreter: pypy-1; known interpreters: pypy-7.3.11"
    );
    expect(() => namedNatives(["pypy-1"], [])).toThrow("name one in CONVOY_PYTHONS");
  });

  test("compares the CPythons that have a GIL", async () => {
    const found = await findInterpreters({
      ...env,
      CONVOY_PYTHONS: ["python3.13t", "pypy3", "python2"].join(delimiter)
    });
    const {chosen, missing} = chooseNatives(found);
    expect(chosen.map((p) => p.name)).toEqual(["cpython 2.7.18"]);
    expect(missing).toEqual(["CPython 3.9 or later, the new lock: no recent python3 found"]);
  });
});

test("chooseNatives says what there is none of", () => {
  expect(chooseNatives([])).toEqual({
    chosen: [],
    missing: [
      "CPython 2.7, the old lock: no python2.7 found",
      "CPython 3.9 or later, the new lock: no recent python3 found"
    ]
  });
});

test.each([
  ["CPython", "2.7.18", false, "linux", "tick"],
  ["CPython", "3.1.5", false, "linux", "tick"],
  ["CPython", "2.7.18", false, "darwin", "tick-condition"],
  ["CPython", "3.2", false, "linux", "timeout-before-3.9"],
  ["CPython", "3.8.18", false, "linux", "timeout-before-3.9"],
  ["CPython", "3.9.0", false, "linux", "timeout"],
  ["CPython", "3.13.0", false, "darwin", "timeout"],
  ["CPython", "3.13.0", true, "linux", "free-threaded"],
  ["PyPy", "3.9.16", false, "linux", "pypy"],
  ["Jython", "2.7.3", false, "linux", "jython"]
] as const)(
  "%s %s, free-threaded %s, on %s has the lock %s",
  (implementation, version, free, platform, design) => {
    expect(lockOf(implementation, version, free, platform)).toBe(design);
  }
);
