import {describe, expect, it} from "vitest";
import {compilePositions} from "../../tools/positions-plugin.mjs";

/** The compiled text behind the helpers that come first. */
const compiled = (source: string) =>
  compilePositions(source, "x.ts").replace(/^.*return result\.value; } /, "");

describe("compilePositions", () => {
  it("hands out place and variables with each step", () => {
    expect(compiled("function* f(t) { const a = yield w.load; if (a) yield w.store(a); }")).toBe(
      'function* f(t) { const a = yield $at(w.load, "x.ts:1:28", t); if (a) yield $at(w.store(a), "x.ts:1:49", t, a); }'
    );
  });
  it("adds those of the caller to what comes from below", () => {
    expect(compiled("function* f(t) { let [b, {c}] = d; yield* g(t); }")).toBe(
      'function* f(t) { let [b, {c}] = d; yield* $within(g(t), "x.ts:1:36", t, c, b); }'
    );
  });
  it("counts the items of a loop", () => {
    expect(compiled("function* f() { for (const w of ws) yield w.load; }")).toMatch(
      /^function\* f\(\) { { let (\$item\d+) = 0; for \(const w of ws\) { \1\+\+; yield \$at\(w\.load, "x\.ts:1:37", \1, w\); } } }$/
    );
  });
  it("knows what is in scope", () => {
    expect(
      compiled("function* f() { { let a = 1; } for (let i = 0; i < 2; i++) yield w.load; let b = 2; }")
    ).toContain('$at(w.load, "x.ts:1:60", i)');
  });
  it("leaves lines where they are, and files without steps alone", () => {
    expect(compiled("let a;\nfunction* f() {\n  yield w.load;\n}\n").split("\n").length).toBe(5);
    expect(compilePositions("const a = 1;", "x.ts")).toBe("const a = 1;");
  });
  it.each([
    [
      "a value beside a step",
      "function* f() { const n = c.value + (yield w.load); }",
      /the value of c.value waits beside it/
    ],
    ["two steps in a sum", "function* f() { return (yield w.load) + (yield v.load); }", /waits beside it/],
    ["an argument before a step", "function* f() { g(c.value, yield w.load); }", /waits beside it/],
    ["a name twice", "function* f(t) { { const t = 1; yield w.load; } }", /ambiguous name: t/],
    [
      "a variable outside",
      "let n = 0; function* f() { n++; yield w.load; }",
      /n is not a variable of this function/
    ],
    ["a hidden field", "class A { #n = 0; *f() { this.#n++; yield w.load; } }", /threads share no fields/],
    ["nothing to do", "function* f() { yield; }", /yield a step/]
  ])("refuses %s", (_, source, message) => {
    expect(() => compilePositions(source, "x.ts")).toThrow(message);
  });
});
