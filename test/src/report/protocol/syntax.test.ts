import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {excerpt} from "../../../../src/report/protocol/excerpt.ts";
import {linesOfCode, sourcesOf} from "../../../../src/report/protocol/syntax.ts";
import {sharedWords} from "../../../../src/report/protocol/words.ts";
import {readSchedules} from "../../../../src/report/schedule.ts";

const {designs} = await readSchedules();
const sources = sourcesOf(designs);

test("every design of the build has its source, with the classes that it extends", () => {
  for (const {name} of designs) expect([...sources.keys()]).toContain(name);
  expect(sources.get("holy")!.chain.map(({name}) => name)).toEqual(["Holy", "Timeout"]);
  expect(sources.get("timeout-before-3.9")).toMatchObject({as: "timeout", file: "timeout-before-3.9.ts"});
  expect(sources.get("pypy")!.constants.get("POLL_NS")).toBe(100_000);
});

test("lines of code are without comments and blanks", () => {
  const folder = mkdtempSync(join(tmpdir(), "convoy-designs-"));
  try {
    const text =
      "/** A comment. */\n\n// Another.\nconst a = `b\n${1}`; // and\n/* one\nmore */\nfunction f() {\n}\n";
    writeFileSync(join(folder, "some.ts"), text);
    expect(linesOfCode("some.ts", folder)).toBe(4);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});

test("the words that a design shares are counted by making it", () => {
  const words = (name: string) => sharedWords(designs.find((design) => design.name === name)!);
  expect(words("tick")).toEqual({sleeping: 1, plain: 1, perThread: 0});
  expect(words("interactive").perThread).toBe(1);
  expect(words("timeout").sleeping).toBe(4);
});

test("an excerpt is the source with its comment, also of a method that is inherited", () => {
  expect(excerpt(sources.get("fair")!, ["mustWait"])).toBe(
    [
      "```ts run=false",
      "protected override mustWait(t: number): boolean {",
      "  return this.locked.value !== 0 || (this.waiting.value > 0 && this.lastOwner.value === t);",
      "}",
      "```"
    ].join("\n")
  );
  expect(excerpt(sources.get("fair")!, ["release"])).toContain("yield this.released.signal;");
  expect(() => excerpt(sources.get("fair")!, ["steal"])).toThrow("unknown method of fair: steal");
});
