/// A generator of uniform 32-bit integers, the same on every machine for the same seed.
export type Random = () => number;

/// Marsaglia's xorshift with 128 bits of state ("Xorshift RNGs", 2003), started from a seed through `mix`.
export function random(seed: number): Random {
  let x = mix(seed, 1);
  let y = mix(seed, 2);
  let z = mix(seed, 3);
  let w = mix(seed, 4) | 1;
  return () => {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return w >>> 0;
  };
}

/// An integer from 0 to `n` - 1.
export function below(next: Random, n: number): number {
  return next() % n;
}

/// A number in [0, 1), the form in which simple-statistics takes its randomness.
export function fraction(next: Random): () => number {
  return () => next() / 4294967296;
}

/// The values in another order (Fisher and Yates); `values` stays as it is.
export function shuffled<T>(values: readonly T[], next: Random): T[] {
  const out = [...values];
  for (let i = out.length - 1; i > 0; i--) {
    const j = below(next, i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

/// A seed of 31 bits from a seed and what it is for (FNV-1a over the text).
export function seedFor(seed: number, ...purpose: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${purpose.join(" ")}`) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  return mix(hash, 0) >>> 1;
}

function mix(seed: number, salt: number): number {
  let h = Math.imul(seed ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
