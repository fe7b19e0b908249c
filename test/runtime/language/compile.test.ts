// The shape of code objects, without a real Python at hand; `oracle.test.ts` compares them in full where there is one.

import {describe, expect, it} from "vitest";
import {type Code, compile, isCode, localsPlus, opcodes} from "../../../runtime/language/index.ts";

const module = (source: string) => compile(source, "program.py");

/** The code object of a function or class, by its name, however deep. */
function named(code: Code, name: string): Code {
  const found = find(code, name);
  if (found === null) throw new Error(`no code object ${name}`);
  return found;
}

function find(code: Code, name: string): Code | null {
  for (const constant of code.consts) {
    if (!isCode(constant)) continue;
    const found = constant.name === name ? constant : find(constant, name);
    if (found !== null) return found;
  }
  return null;
}

const operations = (code: Code) => code.instructions.map(({op}) => opcodes.OPCODE_NAMES[op]);

describe("compile", () => {
  it("describes a function's parameters and flags", () => {
    const f = named(module("def f(a, b=1, /, c=2, *args, d, e=3, **kw): yield a"), "f");
    expect(f).toMatchObject({argCount: 3, posOnlyCount: 2, kwOnlyCount: 2, flags: 0x2f});
    expect(f.varNames).toEqual(["a", "b", "c", "d", "e", "args", "kw"]);
  });

  it("gives closures cells and free variables", () => {
    const code = module("def f(p):\n  x = 1\n  def g():\n    nonlocal x\n    x = p\n  return g\n");
    expect(named(code, "f")).toMatchObject({varNames: ["p", "g"], cellNames: ["p", "x"], freeNames: []});
    expect(named(code, "g")).toMatchObject({freeNames: ["p", "x"], qualname: "f.<locals>.g"});
    expect(localsPlus(named(code, "f"))).toEqual(["p", "g", "x"]);
  });

  it("gives super() its __class__", () => {
    const code = module("class A:\n  def m(self): return super().m()\n");
    expect(named(code, "A").cellNames).toEqual(["__class__"]);
    expect(named(code, "m").freeNames).toEqual(["__class__"]);
  });

  it("mangles private names", () => {
    const code = module("class _A:\n  def m(self): return self.__x.__y__\n");
    expect(named(code, "m").names).toEqual(["_A__x", "__y__"]);
  });

  it("keeps jump targets as indexes into instructions", () => {
    const {instructions} = module("while x:\n  y\n");
    const jump = instructions.find(({op}) => op === opcodes.POP_JUMP_BACKWARD_IF_TRUE)!;
    expect(opcodes.OPCODE_NAMES[instructions[jump.arg].op]).toBe("LOAD_NAME");
    expect(instructions[jump.arg].line).toBe(2);
  });

  it("counts columns in UTF-8 bytes, as CPython does", () => {
    const load = module("'é🐍'; x\n").instructions.find(({op}) => op === opcodes.LOAD_NAME)!;
    expect([load.column, load.endColumn]).toEqual([10, 11]);
  });

  it("reads line breaks of any kind and a byte-order mark", () => {
    const lines = (source: string) => module(source).instructions.map(({line}) => line);
    expect(lines("\ufeffx\r\ny\rz\n")).toEqual(lines("x\ny\nz\n"));
  });

  it("drops code that cannot run", () => {
    expect(operations(named(module("def f():\n  return 1\n  g()\n"), "f"))).toEqual([
      "RESUME",
      "LOAD_CONST",
      "RETURN_VALUE"
    ]);
  });

  it("gives `not` its place among the operators", () => {
    expect(operations(module("not a and b"))).toEqual([
      "RESUME",
      "LOAD_NAME",
      "UNARY_NOT",
      "JUMP_IF_FALSE_OR_POP",
      "LOAD_NAME",
      "POP_TOP",
      "LOAD_CONST",
      "RETURN_VALUE",
      "POP_TOP",
      "LOAD_CONST",
      "RETURN_VALUE"
    ]);
  });

  it("gives 1.0, 1 and True a slot each, and equal constants one", () => {
    expect(module("x = [1.0, 1, True, a, 1, -0.0, 0.0]").consts).toEqual([1, 1n, true, -0, 0, null]);
  });

  it("compiles long chains of operators and deep nesting", () => {
    expect(() => module(`x = ${"1 + ".repeat(500)}a\n`)).not.toThrow();
    expect(() => module(`x = ${"[".repeat(90)}${"]".repeat(90)}\n`)).not.toThrow();
  });
});
