import {describe, expect, test} from "vitest";
import {drawTimeline, LANES_MOST, plotOf} from "../../../src/timeline/draw.ts";
import {MemorySource} from "../../../src/timeline/source.ts";
import type {Lane} from "../../../src/timeline/trace.ts";
import type {View} from "../../../src/timeline/view.ts";

const HOLDS = 0;
const WAITS = 1;

const lane = (end_ns: number, ...stretches: [from_ns: number, state: number][]): Lane => ({
  thread: 1,
  end_ns,
  from_ns: Float64Array.from(stretches, ([from]) => from),
  state: Uint8Array.from(stretches, ([, state]) => state),
  marks: {
    "woken-in-vain": Float64Array.of(15),
    "drop-request": Float64Array.of(5, 39),
    signal: Float64Array.of(),
    "hand-over": Float64Array.of(10)
  }
});

function drawn(lanes: readonly Lane[], view: View, width: number): string {
  const head = {name: "x", design: "tick", heading: "tick", clock: "virtual", end_ns: 40} as const;
  const source = new MemorySource(head, lanes);
  const strips = source.strips(view, plotOf(width).columns);
  return drawTimeline([{scene: source.scene, strips}], view, width);
}

describe("a picture", () => {
  const view = {from_ns: 0, to_ns: 40};

  test("has a row for each thread, up to a number", () => {
    const lanes = Array.from({length: LANES_MOST + 3}, (_, thread) => ({...lane(40, [0, HOLDS]), thread}));
    const svg = drawn(lanes, view, 680);
    expect(svg.match(/>(main|thread \d+)</g)).toHaveLength(LANES_MOST);
    expect(svg).toContain("and 3 more, in the table");
  });

  test("is one line of sound markup", () => {
    const svg = drawn([lane(40, [0, WAITS], [10, HOLDS])], view, 328);
    expect(svg).not.toMatch(/\n|NaN|undefined/);
    expect(svg).toContain('stroke="var(--vain)"');
    expect(svg).toContain('stroke="var(--request)"');
    expect(svg).not.toContain('stroke="var(--signal)"');
    expect(svg).toContain("virtual time, ns");
  });

  test("of a run that took no time is drawn all the same", () => {
    const svg = drawn([lane(0, [0, WAITS])], {from_ns: 0, to_ns: 1}, 680);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});
