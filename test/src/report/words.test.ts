import {describe, expect, test} from "vitest";
import {count, duration, escapeHtml, estimated, figure, list} from "../../../src/report/words.ts";

describe("figure", () => {
  test.each([
    [0, "0"],
    [0.012345, "0.0123"],
    [1.849, "1.85"],
    [2.1, "2.10"],
    [24.64, "24.6"],
    [99.96, "100"],
    [12_345, "12,300"],
    [-3.14159, "-3.14"],
    [null, "–"],
    [Number.NaN, "–"]
  ])("%s is %s", (value, text) => {
    expect(figure(value)).toBe(text);
  });
});

describe("duration", () => {
  test.each([
    [0.25, "250 ns"],
    [85.3, "85.3 µs"],
    [5180, "5.18 ms"],
    [2_500_000, "2.50 s"],
    [undefined, "–"]
  ])("%s µs is %s", (us, text) => {
    expect(duration(us)).toBe(text);
  });
});

test("estimated says what lies beyond the cap, and what was not measured", () => {
  expect(estimated({estimate: 1.85, low: 1.71, high: 2.02})).toBe("1.85 (1.71 to 2.02)");
  expect(estimated({estimate: null, low: 3, high: null})).toBe("beyond the cap (3.00 to beyond the cap)");
  expect(estimated(undefined)).toBe("not measured");
});

test("count and list speak English", () => {
  expect(count(1, "core")).toBe("1 core");
  expect(count(1200, "row")).toBe("1,200 rows");
  expect(list(["a", "b", "c"])).toBe("a, b and c");
  expect(list([])).toBe("");
});

test("escapeHtml leaves nothing that HTML would read", () => {
  expect(escapeHtml('<a href="x">&')).toBe("&lt;a href=&quot;x&quot;&gt;&amp;");
});
