import {expect, test} from "vitest";
import {excerpt} from "../../../src/report/excerpt.ts";

test("shows a member with its comment, to its last brace", () => {
  const text = excerpt("timeout.ts", ["waitForRelease"]);
  expect(text).toMatch(
    /^```ts run=false\n\/\/ runtime\/designs\/timeout\.ts\n\n\/\*\* take_gil, its timed wait/
  );
  expect(text).toMatch(/\n {2}\}\n\}\n```$/);
  expect(text).toContain("this.switchNumber.value === saved");
});

test("names a member that the file does not have", () => {
  expect(() => excerpt("timeout.ts", ["nothing"])).toThrow(
    "unknown member in runtime/designs/timeout.ts: nothing"
  );
});
