import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {data, report, serve} from "../../loaders/index.ts";

const output = {write: () => true};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "convoy-test-"));
  process.env.CONVOY_DATA = folder;
});
afterEach(() => {
  delete process.env.CONVOY_DATA;
  delete process.env.CONVOY_PYTHONS;
  rmSync(folder, {recursive: true});
});

describe("data", () => {
  test("names an unknown experiment", async () => {
    await expect(data(["counting"], {output})).rejects.toThrow(
      "unknown experiment: counting; there are contention, "
    );
  });

  test("names an unknown machine", async () => {
    const machines = ["moon"];
    await expect(data([], {machines, output})).rejects.toThrow(
      "unknown machine: moon; there are host, native"
    );
  });

  test("names a folder that it cannot write into", async () => {
    process.env.CONVOY_DATA = join(folder, "file", "data");
    writeFileSync(join(folder, "file"), "");
    await expect(data([], {output})).rejects.toThrow(
      /^unwritable data folder \(E.*\): .*file.data; make it writable/
    );
  });

  test("says plainly that there is no interpreter", async () => {
    process.env.CONVOY_PYTHONS = "";
    let said = "";
    const telling = {write: (text: string) => (said += text)};
    await expect(data(["contention"], {machines: ["native"], output: telling})).rejects.toThrow(
      "missing interpreters: nothing to measure contention with"
    );
    expect(said).toContain("not measured: CPython 2.7, the old lock: no python2.7 found");
  });
});

test("report finds out about its port before it measures", async () => {
  const {address, server} = await serve(folder, 0);
  const port = Number(new URL(address).port);
  await expect(report({port, output})).rejects.toThrow(`port in use: ${port}; choose another with --port`);
  server.close();
});
