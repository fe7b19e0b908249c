import {describe, expect, it} from "vitest";
import {marks} from "../../../runtime/modules/marks.ts";

describe("marks", () => {
  // What CPython 3.11 draws under these expressions (traceback._extract_caret_anchors_from_line_segment).
  it.each([
    ["a + b", "~~^~~"],
    ["a.b", "^^^"],
    ["f(x)", "^^^^"],
    ["g(x) * 2 + h", "~~~~~~~~~^~~"],
    ["a[0]", "~^^^"],
    ["a[b][c]", "~~~~^^^"],
    ["x['k' + 'l']", "~^^^^^^^^^^^"],
    ["a ** b ** c", "~~^^~~~~~~~"],
    ["a // b", "~~^^~~"],
    ["-a", "^^"],
    ["-a + b", "~~~^~~"],
    ["[1, 2][3]", "~~~~~~^^^"],
    ["f(a + b)[c]", "~~~~~~~~^^^"],
    ["a < b", "^^^^^"],
    ["not a", "^^^^^"],
    ["a if b else c", "^^^^^^^^^^^^^"],
    ["a % (b, c)", "~~^~~~~~~~"],
    ["x << 2 | y", "~~~~~~~^~~"],
    ["f'{a} + {b}' + c", "~~~~~~~~~~~~~^~~"],
    ["a and b", "^^^^^^^"],
    ["x.y[1:2].z", "^^^^^^^^^^"],
    ["'a+b'.c", "^^^^^^^"],
    ["1.5 / zero", "~~~~^~~~~~"]
  ])("draws under %s what CPython does", (expression, drawn) => {
    const text = `x = ${expression} # and more`;
    expect(marks({text, start: 4, end: 4 + expression.length})).toBe(`        ${drawn}\n`);
  });

  it("draws nothing under a whole line, but for an operator", () => {
    expect(marks({text: "f(x)", start: 0, end: 4})).toBe("");
    expect(marks({text: "a + b", start: 0, end: 5})).toBe("    ~~^~~\n");
  });

  it("draws nothing where the part is not known", () => {
    expect(marks({text: "f(x)", start: 3, end: 3})).toBe("");
    expect(marks({text: null, start: 0, end: 1})).toBe("");
  });
});
