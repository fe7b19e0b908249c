import {mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {alone, lastGood, recover, replaceFolder, writableFolder} from "../../loaders/folders.ts";

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "convoy-test-"));
});
afterEach(() => rmSync(parent, {recursive: true}));

const put = (text: string) => (folder: string) => Promise.resolve(writeFileSync(join(folder, "x"), text));
const got = () => readFileSync(join(lastGood(parent, "a")!, "x"), "utf8");

describe("replaceFolder", () => {
  test("replaces a folder as a whole and leaves nothing beside it", async () => {
    await replaceFolder(parent, "a", put("1"));
    writeFileSync(join(parent, "a", "y"), "of the first");
    await replaceFolder(parent, "a", put("2"));
    expect(got()).toBe("2");
    expect(readdirSync(parent)).toEqual(["a"]);
    expect(readdirSync(join(parent, "a"))).toEqual(["x"]);
  });

  test("leaves the old one when writing fails", async () => {
    await replaceFolder(parent, "a", put("1"));
    const failing = replaceFolder(parent, "a", async (folder) => {
      writeFileSync(join(folder, "x"), "half");
      throw new Error("disk full");
    });
    await expect(failing).rejects.toThrow("disk full");
    expect(got()).toBe("1");
    expect(readdirSync(parent)).toEqual(["a"]);
  });
});

describe("after an interruption", () => {
  test("while writing, the old folder is the good one", async () => {
    await replaceFolder(parent, "a", put("1"));
    mkdirSync(join(parent, ".a.new"));
    recover(parent, "a");
    expect(got()).toBe("1");
    expect(readdirSync(parent)).toEqual(["a"]);
  });

  test("between the two renamings, the old folder is found and put back", async () => {
    await replaceFolder(parent, "a", put("1"));
    renameSync(join(parent, "a"), join(parent, ".a.old"));
    expect(got()).toBe("1");
    recover(parent, "a");
    expect(readdirSync(parent)).toEqual(["a"]);
  });

  test("after both, the new folder is the good one", async () => {
    await replaceFolder(parent, "a", put("2"));
    mkdirSync(join(parent, ".a.old"));
    recover(parent, "a");
    expect(got()).toBe("2");
    expect(readdirSync(parent)).toEqual(["a"]);
  });
});

test("writableFolder names the folder and what to do", () => {
  const file = join(parent, "file");
  writeFileSync(file, "");
  expect(() => writableFolder(join(file, "data"))).toThrow(
    /^unwritable data folder \(ENOTDIR\): .*file.data; make it/
  );
});

test.runIf(process.platform === "linux")(
  "writableFolder returns where a system has no folders to give",
  () => {
    expect(() => writableFolder("/proc/convoy/data")).toThrow(
      "unwritable data folder (ENOENT): /proc/convoy/data"
    );
  }
);

describe("alone", () => {
  test("refuses while another process measures", async () => {
    writeFileSync(join(parent, ".measuring"), `${process.ppid}`);
    await expect(alone(parent, async () => 1)).rejects.toThrow(`process ${process.ppid} measures into`);
  });

  test("passes over a process that has gone, and cleans up after a failure", async () => {
    writeFileSync(join(parent, ".measuring"), "999999999");
    await expect(alone(parent, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await alone(parent, async () => 2)).toBe(2);
    expect(readdirSync(parent)).toEqual([]);
  });
});
