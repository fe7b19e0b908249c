import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Constant, compile} from "../../../runtime/language/index.ts";
import {reprFloat, repr as reprOf} from "../../../runtime/language/repr.ts";

const repr = (value: Constant) => reprOf(value, () => "");

/** The value of an expression that compiles to one constant. */
function constantOf(expression: string): Constant {
  const code = compile(`x = ${expression}\n`, "program.py");
  return code.consts[0];
}

const anyText = fc.string({unit: "binary", maxLength: 30});

describe("string literals", () => {
  it("come back from how Python writes them", () => {
    fc.assert(fc.property(anyText, (value) => constantOf(repr(value)) === value));
  });

  it("come back from escapes by number", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const escaped = [...value].map((character) => {
          const point = character.codePointAt(0)!;
          if (point < 0x100) return `\\x${point.toString(16).padStart(2, "0")}`;
          if (point < 0x10000) return `\\u${point.toString(16).padStart(4, "0")}`;
          return `\\U${point.toString(16).padStart(8, "0")}`;
        });
        expect(constantOf(`"${escaped.join("")}"`)).toBe(value);
      })
    );
  });

  it("in bytes come back too", () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 30}), (value) => {
        expect(constantOf(repr(value))).toEqual(value);
      })
    );
  });

  it("join when they stand side by side, in any split and quoting", () => {
    fc.assert(
      fc.property(fc.array(anyText, {minLength: 1, maxLength: 5}), (parts) => {
        expect(constantOf(parts.map(repr).join(" "))).toBe(parts.join(""));
        expect(constantOf(`(${parts.map(repr).join("\n")})`)).toBe(parts.join(""));
      })
    );
  });

  it.each([
    [String.raw`r"\n\x"`, String.raw`\n\x`],
    [String.raw`R'\''`, String.raw`\'`],
    [String.raw`u"\q"`, String.raw`\q`],
    [String.raw`"\0\12\1234"`, "\0\nS4"],
    ['"a\\\nb"', "ab"],
    ['"""a\n"b"\n"""', 'a\n"b"\n'],
    [String.raw`"\N{bullet}\N{GREEK SMALL LETTER PI}"`, "\u2022\u03c0"],
    ["'' \"\" ''''''", ""]
  ])("%s", (literal, value) => expect(constantOf(literal)).toBe(value));

  it.each([
    [String.raw`b"\x00\377\n"`, [0, 255, 10]],
    [String.raw`Rb"\n"`, [92, 110]],
    [`b"a" b'b'`, [97, 98]]
  ])("%s", (literal, value) => expect(constantOf(literal)).toEqual(Uint8Array.from(value)));
});

describe("reprFloat", () => {
  it("reads back as the same float", () => {
    fc.assert(
      fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), (value) =>
        Object.is(Number(reprFloat(value)), value)
      )
    );
  });

  it.each([
    [1, "1.0"],
    [-0, "-0.0"],
    [1e16, "1e+16"],
    [123456789012345.6, "123456789012345.6"],
    [0.0001, "0.0001"],
    [0.00001, "1e-05"],
    [1.5e-7, "1.5e-07"],
    [5e-324, "5e-324"],
    [Number.NEGATIVE_INFINITY, "-inf"],
    [Number.NaN, "nan"]
  ])("%d is %s", (value, expected) => expect(reprFloat(value)).toBe(expected));
});
