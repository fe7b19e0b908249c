import {describe, expect, it} from "vitest";
import {compile, formatSyntaxError, PythonSyntaxError} from "../../../runtime/language/index.ts";
import {SYNTAX_ERRORS} from "./syntax-errors.ts";

function errorOf(source: string): PythonSyntaxError {
  try {
    compile(source, "program.py");
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
  throw new Error(`compiles: ${source}`);
}

describe("PythonSyntaxError", () => {
  it.each(SYNTAX_ERRORS)("%j: %s", (source, message, line, column) => {
    const error = errorOf(source);
    expect(error.kind === "SyntaxError" ? error.message : `${error.kind}: ${error.message}`).toBe(message);
    expect(error.line).toBe(line);
    if (column !== null) expect(error.column).toBe(column);
    expect(error.filename).toBe("program.py");
  });

  it.each([
    ["match x:\n    case 1:\n        pass\n", "match statements are not supported by Convoy"],
    ["type X = int\n", "type statements are not supported by Convoy"],
    ["try:\n    x\nexcept* E:\n    y\n", "except* is not supported by Convoy"],
    ["async def f():\n    pass\n", "async functions and statements are not supported by Convoy"],
    ["def f():\n    await x\n", "await expressions are not supported by Convoy"],
    ["x = 1j\n", "complex numbers are not supported by Convoy"]
  ])("names what Convoy does not support: %j", (source, message) => {
    expect(errorOf(source).message).toBe(message);
  });

  it.each([
    "match = 1\nmatch.x\nmatch(1)\nmatch[0]\n",
    "type = 3\ntype(x)\nprint(type)\n",
    "print = 3\nprint, x\n"
  ])("takes soft keywords for the names that they are: %j", (source) => {
    expect(() => compile(source, "program.py")).not.toThrow();
  });

  it("gives the first error of several", () => {
    expect(errorOf("x = = 1\ny = = 2\n").line).toBe(1);
  });

  it("rejects what is nested beyond reason, in a sentence", () => {
    expect(errorOf(`x = ${"-".repeat(100_000)}1\n`).message).toMatch(/nested|invalid syntax/);
    expect(errorOf(`x = ${"(".repeat(300)}${")".repeat(300)}\n`).message).toBe("too many nested parentheses");
  });
});

describe("formatSyntaxError", () => {
  it("shows file, line, source and caret as Python does", () => {
    expect(formatSyntaxError(errorOf("def f():\n    return (1,\n\nx = 2\n"))).toBe(
      [
        '  File "program.py", line 2',
        "    return (1,",
        "           ^",
        "SyntaxError: '(' was never closed"
      ].join("\n")
    );
  });

  it("marks the whole range", () => {
    expect(formatSyntaxError(errorOf("if x:\n    f() = 12\n"))).toBe(
      [
        '  File "program.py", line 2',
        "    f() = 12",
        "    ^^^",
        "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"
      ].join("\n")
    );
  });

  it("counts characters, not UTF-16 units", () => {
    expect(errorOf("x = '\u{1f40d}' 5\n").column).toBe(9);
  });
});
