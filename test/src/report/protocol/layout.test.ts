import {expect, test} from "vitest";
import {type Line, layOut} from "../../../../src/report/protocol/layout.ts";

const box = {width: 60, height: 20};
const line = (from: number, to: number, label: Line["label"] = null): Line => ({from, to, label});

test("boxes lie below what leads to them and do not overlap", () => {
  const {boxes, width, height} = layOut(
    [box, box, box, box],
    [line(0, 1), line(0, 2), line(1, 3), line(2, 3)]
  );
  expect(boxes[1].y).toBeGreaterThan(boxes[0].y);
  expect(boxes[3].y).toBeGreaterThan(boxes[2].y);
  expect(Math.abs(boxes[1].x - boxes[2].x)).toBeGreaterThanOrEqual(60);
  for (const {x, y} of boxes) {
    expect(x - 30).toBeGreaterThanOrEqual(0);
    expect(x + 30).toBeLessThanOrEqual(width);
    expect(y + 10).toBeLessThanOrEqual(height);
  }
});

test("a line that leads back runs beside the boxes, one from a box to itself too", () => {
  const {lines, boxes} = layOut([box, box, box], [line(0, 1), line(1, 2), line(2, 0), line(1, 1)]);
  expect(lines.map(({back}) => back)).toEqual([false, false, true, true]);
  const lane = lines[2].points[1].x;
  expect(boxes.every(({x}) => Math.abs(lane - x) > 30)).toBe(true);
  expect(Math.min(...lines[2].points.map(({x}) => x))).toBeGreaterThanOrEqual(0);
});

test("a label has room of its own between the boxes", () => {
  const {lines, boxes} = layOut([box, box], [line(0, 1, {width: 100, height: 16})]);
  const label = lines[0].label!;
  expect(label.y - 8).toBeGreaterThan(boxes[0].y + 10);
  expect(label.y + 8).toBeLessThan(boxes[1].y - 10);
});
