import {chmodSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {chooseNatives, designOf, findPythons} from "../../loaders/interpreters.ts";

const folder = mkdtempSync(join(tmpdir(), "convoy-test-"));
afterAll(() => rmSync(folder, {recursive: true}));

/// A stand-in that answers the one question that is asked of an interpreter.
function python(name: string, answer: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho '${answer}'\n`);
  chmodSync(file, 0o755);
  return file;
}

describe("findPythons", () => {
  beforeAll(() => {
    python("python2.7", "CPython|2.7.18|/x/python2.7|0");
    python("python2", "CPython|2.7.18|/y/python2|0");
    python("python3", "CPython|3.10.2|/x/python3.10|0");
    python("python3.9", "CPython|3.9.1|/x/python3.9|0");
    python("python3.8", "PyPy|3.8.1|/x/pypy|0");
    python("python3.13", "CPython|3.13.0|/x/python3.13t|1");
    python("python3.12", "");
  });

  test("takes each version of CPython with a GIL once, newest first", async () => {
    const found = await findPythons({PATH: `${folder}${delimiter}/usr/bin:/bin`, PYENV_ROOT: "/nowhere"});
    const ours = found.filter((p) => p.command(1, 1)[0].match(/^\/[xy]\//));
    expect(ours.map((p) => p.name)).toEqual(["cpython 3.10.2", "cpython 3.9.1", "cpython 2.7.18"]);
    expect(ours.map((p) => p.design)).toEqual(["timeout", "timeout", designOf("2.7.18")]);
    expect(ours[2].command(1, 1)).toEqual(["/y/python2"]);
  });

  test("keeps to CONVOY_PYTHONS where it is set", async () => {
    const env = {PATH: `${folder}:/usr/bin:/bin`, CONVOY_PYTHONS: join(folder, "python3.9")};
    expect((await findPythons(env)).map((p) => p.version)).toEqual(["3.9.1"]);
    expect(await findPythons({...env, CONVOY_PYTHONS: ""})).toEqual([]);
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
  ["2.7.18", "linux", "tick"],
  ["3.1.5", "linux", "tick"],
  ["2.7.18", "darwin", "tick-condition"],
  ["3.2", "linux", "timeout"],
  ["3.13.0", "darwin", "timeout"]
] as const)("CPython %s on %s has the lock %s", (version, platform, design) => {
  expect(designOf(version, platform)).toBe(design);
});
