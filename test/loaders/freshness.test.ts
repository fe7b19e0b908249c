import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {freshness, importsOf} from "../../loaders/freshness.ts";

const plans = {
  quick: {repetitions: 5, budget_s: 1},
  full: {repetitions: 9, budget_s: 9},
  validity: {repetitions: 9, budget_s: 9}
};
const experiment = {name: "contention", program: "count.py", plans} as const;
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "convoy-test-"));
  write("package-lock.json", "{}");
  write("loaders/programs/count.py", "pass");
  write(
    "loaders/contention.ts",
    'import {a} from "./a.ts";\nimport type {B} from "./deep/b.ts";\nexport {a};'
  );
  write("loaders/a.ts", 'export const a = "./unrelated.ts";');
  write("loaders/deep/b.ts", 'import "../c.ts";\nexport type B = 1;');
  write("loaders/c.ts", "export {};");
  write("loaders/unrelated.ts", "");
  write("runtime/vm.ts", "export {};");
});
afterEach(() => rmSync(root, {recursive: true}));

function write(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), {recursive: true});
  writeFileSync(join(root, path), text);
}

const hash = (
  setting: "quick" | "full" = "quick",
  machines: ("host" | "native")[] = ["host"],
  node = "v20.1.0"
) => freshness(experiment, setting, machines, root, node);

test("importsOf follows relative imports, not text that looks like one", () => {
  const names = importsOf(join(root, "loaders", "contention.ts")).map((file) => file.slice(root.length + 9));
  expect(names.sort()).toEqual(["a.ts", "c.ts", "contention.ts", "deep/b.ts"]);
});

describe("freshness", () => {
  test.each([
    "loaders/contention.ts",
    "loaders/a.ts",
    "loaders/c.ts",
    "loaders/programs/count.py",
    "runtime/vm.ts"
  ])("changes with %s", (path) => {
    const before = hash();
    write(path, "export {}; // another");
    expect(hash().code).not.toBe(before.code);
    expect(hash().freshness).not.toBe(before.freshness);
  });

  test("does not change with a file that is not imported", () => {
    const before = hash();
    write("loaders/unrelated.ts", "export {};");
    expect(hash()).toEqual(before);
  });

  test("changes with lockfile, Node version, setting and machines, of which none is code", () => {
    const before = hash();
    const others = [hash("full"), hash("quick", ["host"], "v22.0.0"), hash("quick", ["host", "native"])];
    write("package-lock.json", "{ }");
    others.push(hash());
    for (const other of others) {
      expect(other.freshness).not.toBe(before.freshness);
      expect(other.code).toBe(before.code);
    }
  });

  test("asks for the runtime only where Convoy runs", () => {
    const before = hash("quick", ["native"]);
    write("runtime/vm.ts", "export const x = 1;");
    expect(hash("quick", ["native"])).toEqual(before);
  });

  test("is the same in another folder and at another time", () => {
    const before = hash();
    const copy = `${root}-copy`;
    cpSync(root, copy, {recursive: true});
    try {
      expect(freshness(experiment, "quick", ["host"], copy, "v20.1.0")).toEqual(before);
    } finally {
      rmSync(copy, {recursive: true});
    }
  });
});
