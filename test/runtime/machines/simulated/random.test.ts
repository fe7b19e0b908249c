import {describe, expect, it} from "vitest";
import {Random} from "../../../../runtime/machines/simulated/random.ts";

const take = (seed: number, count: number) => {
  const random = new Random(seed);
  return Array.from({length: count}, () => random.next());
};

describe("the generator", () => {
  it("gives the same numbers for a seed everywhere", () => {
    expect(take(1, 4)).toEqual([393288148, 2174103013, 3814759091, 2092745082]);
    expect(take(0, 8)).not.toEqual(take(1, 8));
    expect(take(0, 8)).not.toEqual(take(2 ** 32 - 1, 8));
  });

  it("gives every number below a bound equally often", () => {
    const random = new Random(7);
    const counts = new Array(6).fill(0);
    for (let i = 0; i < 60000; i++) counts[random.below(6)]++;
    for (const count of counts) expect(Math.abs(count - 10000)).toBeLessThan(400);
  });

  it("draws whole numbers by quantiles", () => {
    const random = new Random(3);
    const quantiles = [10, 20, 1000];
    const drawn = Array.from({length: 20000}, () => random.draw(quantiles));
    expect(drawn.every(Number.isSafeInteger)).toBe(true);
    expect(Math.min(...drawn)).toBe(10);
    expect(Math.max(...drawn)).toBeLessThan(1000);
    const below = drawn.filter((value) => value < 20).length;
    expect(Math.abs(below - 10000)).toBeLessThan(400);
    expect(random.draw([5])).toBe(5);
  });
});
