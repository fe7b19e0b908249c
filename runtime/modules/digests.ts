/**
 * Message digests, block by block, on state that the caller keeps: MD5 (RFC 1321), SHA-1, SHA-224 and SHA-256, SHA-384
 * and SHA-512 (FIPS 180-4). Words are 32 bits; SHA-512's are pairs of them, high half first.
 */
export interface Digest {
  name: string;
  /** Bytes. */
  digestSize: number;
  blockSize: number;
  initial: readonly number[];
  littleEndian: boolean;
  /** Works the block at `at` into `state`. */
  block(state: Uint32Array, bytes: Uint8Array, at: number): void;
}

const words = new Uint32Array(160);

// ---- constants, from their definitions --------------------------------------------------------------------------------

/** The first `count` primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

/** The first 64 bits of the fraction of the `root`-th root of `n`, as [high, low]. */
function rootFraction(n: number, root: bigint): [number, number] {
  const target = BigInt(n) << (64n * root);
  let low = 0n;
  let high = 1n << 70n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** root <= target) low = middle;
    else high = middle;
  }
  const fraction = low & 0xffffffffffffffffn;
  return [Number(fraction >> 32n), Number(fraction & 0xffffffffn)];
}

const cubes = primes(80).map((p) => rootFraction(p, 3n));
const squares = primes(16).map((p) => rootFraction(p, 2n));
const K256 = Uint32Array.from(cubes.slice(0, 64), ([high]) => high);
const K512 = Uint32Array.from(cubes.flat());
const K_MD5 = Uint32Array.from({length: 64}, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));

// ---- MD5 ----------------------------------------------------------------------------------------------------------------

const MD5_SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

function md5(state: Uint32Array, bytes: Uint8Array, at: number): void {
  for (let i = 0, p = at; i < 16; i++, p += 4) {
    words[i] = bytes[p] | (bytes[p + 1] << 8) | (bytes[p + 2] << 16) | (bytes[p + 3] << 24);
  }
  let [a, b, c, d] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    let f = 0;
    let g = i;
    if (round === 0) f = (b & c) | (~b & d);
    else if (round === 1) {
      f = (d & b) | (~d & c);
      g = (5 * i + 1) & 15;
    } else if (round === 2) {
      f = b ^ c ^ d;
      g = (3 * i + 5) & 15;
    } else {
      f = c ^ (b | ~d);
      g = (7 * i) & 15;
    }
    const sum = (a + f + K_MD5[i] + words[g]) | 0;
    const shift = MD5_SHIFTS[(round << 2) | (i & 3)];
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

// ---- SHA-1 and SHA-256 ---------------------------------------------------------------------------------------------------

function loadBigEndian(bytes: Uint8Array, at: number, count: number): void {
  for (let i = 0, p = at; i < count; i++, p += 4) {
    words[i] = (bytes[p] << 24) | (bytes[p + 1] << 16) | (bytes[p + 2] << 8) | bytes[p + 3];
  }
}

function sha1(state: Uint32Array, bytes: Uint8Array, at: number): void {
  loadBigEndian(bytes, at, 16);
  for (let i = 16; i < 80; i++) {
    const x = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16];
    words[i] = (x << 1) | (x >>> 31);
  }
  let [a, b, c, d, e] = state;
  for (let i = 0; i < 80; i++) {
    let f = b ^ c ^ d;
    let k = i < 40 ? 0x6ed9eba1 : 0xca62c1d6;
    if (i < 20) {
      f = (b & c) | (~b & d);
      k = 0x5a827999;
    } else if (i >= 40 && i < 60) {
      f = (b & c) | (b & d) | (c & d);
      k = 0x8f1bbcdc;
    }
    const sum = (((a << 5) | (a >>> 27)) + f + e + k + words[i]) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = sum;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
}

function sha256(state: Uint32Array, bytes: Uint8Array, at: number): void {
  loadBigEndian(bytes, at, 16);
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15];
    const y = words[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K256[i] + words[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

// ---- SHA-512: pairs of words ---------------------------------------------------------------------------------------------

/** High half of the last sum; the low half is the answer. */
let carried = 0;
/** Adds a number of low halves (a safe integer) and the sum of the high halves. */
function sum(low: number, high: number): number {
  carried = (high + Math.floor(low / 4294967296)) | 0;
  return low | 0;
}

function expand512(): void {
  for (let i = 32; i < 160; i += 2) {
    const xh = words[i - 30];
    const xl = words[i - 29];
    const yh = words[i - 4];
    const yl = words[i - 3];
    const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
    const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
    const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
    const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
    const low = words[i - 31] + (s0l >>> 0) + words[i - 13] + (s1l >>> 0);
    words[i + 1] = sum(low, words[i - 32] + s0h + words[i - 14] + s1h);
    words[i] = carried;
  }
}

function sha512(state: Uint32Array, bytes: Uint8Array, at: number): void {
  loadBigEndian(bytes, at, 32);
  expand512();
  let [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl] = state;
  for (let i = 0; i < 160; i += 2) {
    const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
    const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
    const choiceH = (eh & fh) ^ (~eh & gh);
    const choiceL = (el & fl) ^ (~el & gl);
    const lowT1 = (hl >>> 0) + (s1l >>> 0) + (choiceL >>> 0) + K512[i + 1] + words[i + 1];
    const t1l = sum(lowT1, hh + s1h + choiceH + K512[i] + words[i]);
    const t1h = carried;
    const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
    const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
    const majorH = (ah & bh) ^ (ah & ch) ^ (bh & ch);
    const majorL = (al & bl) ^ (al & cl) ^ (bl & cl);
    hh = gh;
    hl = gl;
    gh = fh;
    gl = fl;
    fh = eh;
    fl = el;
    el = sum((dl >>> 0) + (t1l >>> 0), dh + t1h);
    eh = carried;
    dh = ch;
    dl = cl;
    ch = bh;
    cl = bl;
    bh = ah;
    bl = al;
    al = sum((t1l >>> 0) + (s0l >>> 0) + (majorL >>> 0), t1h + s0h + majorH);
    ah = carried;
  }
  [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl].forEach((half, i, halves) => {
    if ((i & 1) === 0) return;
    state[i] = sum(state[i] + (half >>> 0), state[i - 1] + halves[i - 1]);
    state[i - 1] = carried;
  });
}

// ---- the algorithms --------------------------------------------------------------------------------------------------------

const highs = (from: number, to: number) => squares.slice(from, to).map(([high]) => high);
const MD5_START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];

export const DIGESTS: readonly Digest[] = [
  {name: "md5", digestSize: 16, blockSize: 64, initial: MD5_START, littleEndian: true, block: md5},
  {
    name: "sha1",
    digestSize: 20,
    blockSize: 64,
    initial: [...MD5_START, 0xc3d2e1f0],
    littleEndian: false,
    block: sha1
  },
  {
    name: "sha224",
    digestSize: 28,
    blockSize: 64,
    initial: squares.slice(8).map(([, low]) => low),
    littleEndian: false,
    block: sha256
  },
  {name: "sha256", digestSize: 32, blockSize: 64, initial: highs(0, 8), littleEndian: false, block: sha256},
  {
    name: "sha384",
    digestSize: 48,
    blockSize: 128,
    initial: squares.slice(8).flat(),
    littleEndian: false,
    block: sha512
  },
  {
    name: "sha512",
    digestSize: 64,
    blockSize: 128,
    initial: squares.slice(0, 8).flat(),
    littleEndian: false,
    block: sha512
  }
];

/** A digest under way: the words of the state, how many bytes have come, and those that do not yet fill a block. */
export interface Progress {
  state: Uint32Array;
  length: number;
  rest: Uint8Array;
}

export const begin = (digest: Digest): Progress => ({
  state: Uint32Array.from(digest.initial),
  length: 0,
  rest: new Uint8Array(0)
});

/** What `progress` becomes with `bytes` behind it; `progress` stays as it is. */
export function update(digest: Digest, progress: Progress, bytes: Uint8Array): Progress {
  const state = progress.state.slice();
  const {blockSize} = digest;
  let at = 0;
  let rest = progress.rest;
  if (rest.length > 0) {
    at = Math.min(bytes.length, blockSize - rest.length);
    rest = join(rest, bytes.subarray(0, at));
    if (rest.length === blockSize) {
      digest.block(state, rest, 0);
      rest = new Uint8Array(0);
    }
  }
  for (; bytes.length - at >= blockSize; at += blockSize) digest.block(state, bytes, at);
  if (at < bytes.length) rest = bytes.slice(at);
  return {state, length: progress.length + bytes.length, rest};
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** The digest of what has come so far. */
export function finish(digest: Digest, progress: Progress): Uint8Array {
  const {blockSize, littleEndian} = digest;
  const lengthBytes = blockSize / 8;
  const padding = blockSize - ((progress.length + lengthBytes) % blockSize);
  const end = new Uint8Array(padding + lengthBytes);
  end[0] = 0x80;
  const view = new DataView(end.buffer);
  const bits = BigInt(progress.length) * 8n;
  view.setBigUint64(littleEndian ? padding : end.length - 8, bits, littleEndian);
  const {state} = update(digest, progress, end);
  const out = new DataView(new ArrayBuffer(state.length * 4));
  for (let i = 0; i < state.length; i++) out.setUint32(i * 4, state[i], littleEndian);
  return new Uint8Array(out.buffer, 0, digest.digestSize);
}
