import * as fc from "fast-check";
import {describe, expect, test} from "vitest";
import {below, fraction, random, seedFor, shuffled} from "../../loaders/random.ts";
import {
  bootstrap,
  latencyBin,
  median,
  pooledQuantile,
  quantile,
  ratioOfMedians,
  weightedQuantile
} from "../../loaders/statistics.ts";

const values = fc.array(fc.double({min: -1e6, max: 1e6, noNaN: true}), {minLength: 1, maxLength: 40});

describe("bootstrap", () => {
  test("is the same for the same seed", () => {
    fc.assert(
      fc.property(values, fc.integer(), (sample, seed) => {
        expect(bootstrap(sample, median, {seed, resamples: 50})).toEqual(
          bootstrap(sample, median, {seed, resamples: 50})
        );
      }),
      {numRuns: 50}
    );
  });

  test("stays within the values and around its estimate", () => {
    fc.assert(
      fc.property(values, fc.integer(), (sample, seed) => {
        const {low, estimate, high} = bootstrap(sample, median, {seed, resamples: 200});
        expect(low).toBeGreaterThanOrEqual(Math.min(...sample));
        expect(high).toBeLessThanOrEqual(Math.max(...sample));
        expect(low).toBeLessThanOrEqual(high);
        expect(estimate).toBe(median(sample));
      }),
      {numRuns: 100}
    );
  });

  test("moves and scales with the values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: -1000, max: 1000}), {minLength: 1, maxLength: 20}),
        fc.nat(9),
        (sample, add) => {
          const plain = bootstrap(sample, median, {seed: 1, resamples: 100});
          const moved = bootstrap(
            sample.map((v) => 2 * v + add),
            median,
            {seed: 1, resamples: 100}
          );
          expect([moved.low, moved.estimate, moved.high]).toEqual(
            [plain.low, plain.estimate, plain.high].map((v) => 2 * v + add)
          );
        }
      ),
      {numRuns: 100}
    );
  });

  test("covers the median of an exponential distribution about as often as it says", () => {
    const next = fraction(random(7));
    const truth = Math.log(2);
    let covered = 0;
    const trials = 400;
    for (let trial = 0; trial < trials; trial++) {
      const sample = Array.from({length: 15}, () => -Math.log(1 - next()));
      const {low, high} = bootstrap(sample, median, {seed: trial, resamples: 400});
      if (low <= truth && truth <= high) covered++;
    }
    expect(covered / trials).toBeGreaterThan(0.9);
    expect(covered / trials).toBeLessThan(0.99);
  });

  test("does not promise what few repetitions cannot give", () => {
    const three = bootstrap([1, 2, 3], median, {seed: 1});
    expect([three.low, three.high, three.level]).toEqual([1, 3, 0.75]);
    expect(bootstrap([4], median, {seed: 1}).level).toBe(0);
    expect(
      bootstrap(
        Array.from({length: 30}, (_, i) => i),
        median,
        {seed: 1}
      ).level
    ).toBe(0.95);
  });

  test("carries infinite statistics to the ends", () => {
    const never = Number.POSITIVE_INFINITY;
    expect(bootstrap([1, 2, never, never, never], median, {seed: 1})).toMatchObject({
      estimate: never,
      high: never
    });
  });

  test("has nothing to draw from", () => {
    expect(() => bootstrap([], median, {seed: 1})).toThrow("missing repetitions");
  });
});

test("ratioOfMedians is one for equal arms and inverts with them", () => {
  const one = [3, 3, 3, 3, 3, 3];
  expect(ratioOfMedians(one, one, {seed: 1})).toMatchObject({estimate: 1, low: 1, high: 1});
  const ratio = ratioOfMedians([10, 11, 12], [5, 5, 5], {seed: 3});
  expect(ratio).toMatchObject({estimate: 2.2, low: 2, high: 2.4});
});

test("weightedQuantile is the quantile of the values written out", () => {
  const weighted = fc.array(fc.record({value: fc.nat(50), weight: fc.integer({min: 0, max: 5})}), {
    minLength: 1
  });
  fc.assert(
    fc.property(weighted, fc.integer({min: 1, max: 100}), (sample, percent) => {
      const out = sample
        .flatMap(({value, weight}) => Array<number>(weight).fill(value))
        .sort((a, b) => a - b);
      const expected = out.length === 0 ? Number.NaN : out[Math.ceil((percent * out.length) / 100) - 1];
      expect(weightedQuantile(sample, percent / 100)).toBe(expected);
    })
  );
});

test("pooledQuantile is the bootstrap of the quantile of all values together", () => {
  const process = fc.array(fc.record({value: fc.nat(20), weight: fc.integer({min: 1, max: 5})}), {
    minLength: 1,
    maxLength: 9
  });
  fc.assert(
    fc.property(
      fc.array(process, {minLength: 1, maxLength: 6}),
      fc.constantFrom(0.5, 0.9, 0.99),
      (processes, p) => {
        const options = {seed: 5, resamples: 60};
        const slowly = bootstrap(processes, (sample) => weightedQuantile(sample.flat(), p), options);
        expect(pooledQuantile(processes, p, options)).toEqual(slowly);
      }
    ),
    {numRuns: 50}
  );
});

test("latencyBin gives the lower edge of a bin 2 % wide", () => {
  fc.assert(
    fc.property(fc.double({min: 1, max: 1e7, noNaN: true}), (us) => {
      const edge = latencyBin(us);
      expect(edge).toBeLessThanOrEqual(us);
      expect(us).toBeLessThanOrEqual(edge * 1.0201);
      expect(latencyBin(edge)).toBe(edge);
    })
  );
  expect(latencyBin(0.3)).toBe(1);
});

test("quantile of one value is that value", () => {
  expect(quantile([5], 0.99)).toBe(5);
});

describe("random", () => {
  test("shuffled keeps what it is given", () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer(), (list, seed) => {
        const out = shuffled(list, random(seed));
        expect([...out].sort()).toEqual([...list].sort());
        expect(shuffled(list, random(seed))).toEqual(out);
      })
    );
  });

  test("below is even enough", () => {
    const next = random(1);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i++) counts[below(next, 4)]++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test("seedFor tells purposes apart", () => {
    const seeds = new Set(Array.from({length: 1000}, (_, i) => seedFor(1, "cell", i)));
    expect(seeds.size).toBe(1000);
    for (const seed of seeds) expect(Number.isSafeInteger(seed) && seed >= 0).toBe(true);
  });
});
