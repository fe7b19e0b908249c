import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import {type SceneRow, writeLanes} from "../../../loaders/traces.ts";
import {placeOf, withScenes} from "../../../src/timeline/database.ts";
import {levelsFor} from "../../../src/timeline/sql.ts";
import {stripOf, sumOf} from "../../../src/timeline/strip.ts";
import {levelOf, TiledSource} from "../../../src/timeline/tiled.ts";
import {columnsOf, EVENTS, type Lane, lanesOf, MARKS, STATES} from "../../../src/timeline/trace.ts";

const THREADS = 3;

const events = (end_ns: number, most: number) =>
  fc
    .array(
      fc.record({
        time_ns: fc.nat(end_ns - 1),
        thread: fc.nat(THREADS - 1),
        event: fc.constantFrom(...EVENTS)
      }),
      {maxLength: most}
    )
    .map((list) => list.sort((a, b) => a.time_ns - b.time_ns));

const lanesFrom = (list: {time_ns: number; thread: number; event: string}[], ended_ns: number): Lane[] =>
  lanesOf(
    columnsOf(list),
    Array.from({length: THREADS}, (_, thread) => ({thread, started_ns: 0, ended_ns}))
  );

const row = (end_ns: number, rows: number): SceneRow => ({
  ...{scene: "x", title: "x", machine: "simulated", design: "tick", profile: null, cores: 2},
  ...{threads: THREADS, seed: 1, clock: "virtual", events: rows, rows, end_ns, command: "x"}
});

async function withLanes(
  lanes: readonly Lane[],
  end_ns: number,
  pretended: number,
  use: (source: TiledSource) => Promise<void>
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "convoy-tiles-"));
  try {
    await writeLanes(join(folder, "x.parquet"), lanes);
    // As if there were more rows, so that there are levels of bins.
    await withScenes(folder, [row(end_ns, pretended)], async ([source]) => use(source));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

test("what DuckDB sums over a view is the naive sum", async () => {
  const end_ns = 100_000;
  await fc.assert(
    fc.asyncProperty(
      events(end_ns, 300),
      fc.nat(end_ns - 1),
      fc.integer({min: 1, max: end_ns}),
      fc.constantFrom(100, 1_000_000),
      async (list, from, length, pretended) => {
        const lanes = lanesFrom(list, end_ns);
        const view = {from_ns: from, to_ns: Math.min(end_ns, from + length)};
        await withLanes(lanes, end_ns, pretended, async (source) => {
          expect(await source.sums(view)).toEqual(lanes.map((lane) => sumOf(lane, view)));
        });
      }
    ),
    {numRuns: 8}
  );
}, 240_000);

test("columns from bins have the time and the marks of the columns from events", async () => {
  const end_ns = 1_000_000;
  await fc.assert(
    fc.asyncProperty(
      events(end_ns, 400),
      fc.nat(9),
      fc.integer({min: 1, max: 10}),
      fc.constantFrom(100, 1_000_000),
      async (list, tenth, tenths, pretended) => {
        const lanes = lanesFrom(list, end_ns);
        // Ends of views at multiples of bins, so that no bin is divided.
        const unit = 2 ** 16;
        const view = {from_ns: tenth * unit, to_ns: Math.min(15, tenth + tenths) * unit};
        await withLanes(lanes, end_ns, pretended, async (source) => {
          const columns = 64;
          source.strips(view, columns);
          await source.settled();
          source.strips(view, columns).forEach((strip, i) => {
            const exact = stripOf(lanes[i], view, columns);
            STATES.forEach((_, state) => {
              const total = (shares: Float64Array) => shares.reduce((sum, share) => sum + share, 0);
              expect(total(strip.shares[state])).toBeCloseTo(total(exact.shares[state]), 6);
              expect(Math.max(...strip.shares[state])).toBeLessThan(1 + 1e-9);
            });
            MARKS.forEach((_, mark) => {
              const total = (counts: Float64Array) => counts.reduce((sum, n) => sum + n, 0);
              expect(total(strip.marks[mark])).toBe(total(exact.marks[mark]));
            });
          });
        });
      }
    ),
    {numRuns: 8}
  );
}, 240_000);

test("columns that are bins are exact", async () => {
  const end_ns = 2 ** 20;
  const lanes = lanesFrom(
    Array.from({length: 500}, (_, i) => ({
      time_ns: i * 2000 + ((i * i) % 1000),
      thread: i % THREADS,
      event: EVENTS[(i * 7) % EVENTS.length]
    })),
    end_ns
  );
  await withLanes(lanes, end_ns, 100_000, async (source) => {
    const view = {from_ns: 0, to_ns: end_ns};
    expect(levelOf(view, 256)).toBe(12);
    source.strips(view, 256);
    await source.settled();
    source.strips(view, 256).forEach((strip, i) => {
      const exact = stripOf(lanes[i], view, 256);
      strip.shares.forEach((shares, state) => {
        shares.forEach((share, column) => {
          expect(share).toBeCloseTo(exact.shares[state][column], 9);
        });
      });
      expect(strip.marks).toEqual(exact.marks);
    });
  });
});

test("an answer is as small for a million events as for a hundred", async () => {
  const asked: string[] = [];
  const empty = {bin: [], thread: [], state: [], ns: [], n: []};
  const source = new TiledSource(
    {name: "x", design: "tick", heading: "x", clock: "virtual", end_ns: 1e9, lives: []},
    placeOf(row(1e9, 1e6)),
    async (sql) => {
      asked.push(sql);
      return empty;
    }
  );
  source.strips({from_ns: 1e8, to_ns: 2e8}, 600);
  await source.settled();
  // What is in view, the whole, and one tile on each side.
  expect(asked).toHaveLength(4);
  const before = asked.length;
  source.strips({from_ns: 1.1e8, to_ns: 2.1e8}, 600);
  await source.settled();
  expect(asked.length - before).toBeLessThanOrEqual(2);
});

test("a source that fails says so", async () => {
  const source = new TiledSource(
    {name: "x", design: "tick", heading: "x", clock: "virtual", end_ns: 1000, lives: []},
    {schema: "x", levels: []},
    async () => {
      throw new Error("no answer");
    }
  );
  source.strips({from_ns: 0, to_ns: 1000}, 100);
  await expect(source.settled()).rejects.toThrow("no answer");
  expect(source.failure?.message).toBe("no answer");
});

test("levels go from eight rows a bin to a hundred bins, and small scenes have none", () => {
  expect(levelsFor(5000, 2, 1e9)).toEqual([]);
  const levels = levelsFor(1_000_000, 2, 1e9);
  expect(2 ** levels[0]).toBeGreaterThanOrEqual(1e9 / (1_000_000 / 2 / 8));
  expect(1e9 / 2 ** levels.at(-1)!).toBeGreaterThanOrEqual(64);
});
