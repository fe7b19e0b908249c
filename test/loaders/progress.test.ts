import {expect, test} from "vitest";
import {progress} from "../../loaders/progress.ts";

function watch(isTTY: boolean, steps: [number, number][]): string {
  let text = "";
  let now = 0;
  const shown = progress("count", {write: (part: string) => (text += part), isTTY, columns: 70}, () => now);
  for (const [at, done] of steps) {
    now = at;
    shown.step(done, 20, "host/tick");
  }
  shown.end();
  return text;
}

test("a terminal gets a bar with the time left, no wider than it is", () => {
  const text = watch(true, [
    [0, 0],
    [10_000, 5]
  ]);
  const last = text.split("\u001b[K").at(-2)!.replace("\r", "");
  expect(last).toBe("count [=====               ] 5/20, 30 s left  host/tick");
  for (const line of text.split("\r\u001b[K")) expect(line.length).toBeLessThan(70);
});

test("anything else gets a line for each tenth", () => {
  const text = watch(
    false,
    Array.from({length: 21}, (_, i) => [i * 60_000, i])
  );
  const lines = text.trimEnd().split("\n");
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe("count: 0 of 20 repetitions");
  expect(lines[5]).toBe("count: 10 of 20 repetitions, 10 min left");
  expect(lines[10]).toBe("count: 20 of 20 repetitions");
});

test("time spent before a run was resumed does not count", () => {
  expect(
    watch(false, [
      [0, 10],
      [4000, 12]
    ])
  ).toContain("12 of 20 repetitions, 16 s left");
});
