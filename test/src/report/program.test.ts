import {expect, test} from "vitest";
import {listing} from "../../../src/report/program.ts";

test("takes whole functions out of a program", () => {
  const text = listing("contention.py", ["count"]);
  expect(text).toMatch(/^```python\ndef count\(n\):\n(?: {4}.*\n)+```$/);
});

test("names a function that is not there", () => {
  expect(() => listing("contention.py", ["cont"])).toThrow("unknown function in contention.py: cont");
});
