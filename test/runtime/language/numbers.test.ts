import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {decodeNumber} from "../../../runtime/language/numbers.ts";

/** Puts underscores between some of the digits. */
function spread(digits: string, between: boolean[]): string {
  return [...digits]
    .map((digit, at) => (at > 0 && between[at % between.length] ? `_${digit}` : digit))
    .join("");
}

const underscores = fc.array(fc.boolean(), {minLength: 1, maxLength: 8});

describe("decodeNumber", () => {
  it("reads ints of any size in any base", () => {
    fc.assert(
      fc.property(fc.bigInt({min: 0n, max: 1n << 200n}), underscores, (value, between) => {
        expect(decodeNumber(spread(value.toString(), between))).toBe(value);
        expect(decodeNumber(`0x${spread(value.toString(16), between)}`)).toBe(value);
        expect(decodeNumber(`0X_${value.toString(16).toUpperCase()}`)).toBe(value);
        expect(decodeNumber(`0o${spread(value.toString(8), between)}`)).toBe(value);
        expect(decodeNumber(`0b${spread(value.toString(2), between)}`)).toBe(value);
      })
    );
  });

  it("reads floats", () => {
    fc.assert(
      fc.property(fc.double({min: 0, noNaN: true, noDefaultInfinity: true}), (value) => {
        expect(decodeNumber(value.toExponential())).toBe(value);
      })
    );
  });

  it.each([
    ["0", 0n],
    ["00_0", 0n],
    ["1.", 1],
    [".5", 0.5],
    ["1_0.2_5e-1_0", 10.25e-10],
    ["09.5", 9.5],
    ["1e400", Number.POSITIVE_INFINITY]
  ])("reads %s", (text, value) => expect(decodeNumber(text)).toBe(value));

  it.each(["", "1__0", "1_", "_1", "0x", "0b2", "0o8", "1e", "1.e", "01", "1_.5", "."])(
    "rejects %j",
    (text) => {
      expect(decodeNumber(text)).toBeNull();
    }
  );
});
