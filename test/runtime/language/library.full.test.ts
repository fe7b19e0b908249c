// Python's whole library through this compiler and a real CPython 3.11.
import {spawnSync} from "node:child_process";
import {describe, expect, it} from "vitest";
import {compareFiles, describeAgreement, findPython} from "./oracle.ts";

const python = findPython();

describe.skipIf(python === null)("Python's library beside CPython 3.11", () => {
  it("all its modules have the same code, but for a few exception tables", {timeout: 1_200_000}, async ({
    task
  }) => {
    const asked = spawnSync(python!, ["-c", "import os; print(os.path.dirname(os.__file__))"], {
      encoding: "utf8"
    });
    const found = await compareFiles(python!, [asked.stdout.trim()]);
    task.meta.note = describeAgreement(found);
    expect(found.files).toBeGreaterThan(400);
    expect(found.sameCodes / found.codes, found.differences.join("\n")).toBeGreaterThan(0.9995);
  });
});
