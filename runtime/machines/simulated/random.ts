import type {ByIdleTime} from "./costs.ts";

/**
 * The one source of chance of a simulated run: xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number
 * generators", 2021), which needs integers only and so gives the same numbers everywhere.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** @param seed 0 to 2^32 - 1; spread over the state by splitmix32 */
  constructor(seed: number) {
    let state = seed | 0;
    const next = () => {
      state = (state + 0x9e3779b9) | 0;
      let z = state ^ (state >>> 16);
      z = Math.imul(z, 0x21f0aaad);
      z ^= z >>> 15;
      z = Math.imul(z, 0x735a2d97);
      return z ^ (z >>> 15);
    };
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next() | 1;
  }

  /** 0 to 2^32 - 1. */
  next(): number {
    const product = Math.imul(this.b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** 0 to `bound` - 1, for a bound up to 2^16. */
  below(bound: number): number {
    return ((this.next() >>> 16) * bound) >>> 16;
  }

  /** A value of the distribution that holds for this idle time. */
  drawByIdleTime(rows: ByIdleTime, idle_ns: number): number {
    let i = rows.length - 1;
    while (i > 0 && rows[i][0] > idle_ns) i--;
    return this.draw(rows[i][1]);
  }

  /**
   * A value of a distribution that is given by its quantiles at evenly spaced probabilities, the least first, the greatest
   * last; between two of them all values are equally likely. All are whole numbers.
   */
  draw(quantiles: readonly number[]): number {
    const last = quantiles.length - 1;
    if (last === 0) return quantiles[0];
    const at = (this.next() >>> 16) * last;
    const i = at >>> 16;
    const part = (quantiles[i + 1] - quantiles[i]) * (at & 0xffff);
    return quantiles[i] + (part - (part % 0x10000)) / 0x10000;
  }
}
