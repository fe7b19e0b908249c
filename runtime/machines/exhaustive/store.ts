/** States by number, each once, with how each was first reached. Typed arrays in blocks: memory grows with the states. */

const BLOCK_BITS = 14;
const BLOCK = 1 << BLOCK_BITS;

/** Numbers, by index, in blocks. */
export class Column {
  length = 0;
  private readonly blocks: Int32Array[] = [];

  push(value: number): void {
    const at = this.length++;
    if ((at & (BLOCK - 1)) === 0) this.blocks.push(new Int32Array(BLOCK));
    this.blocks[at >> BLOCK_BITS][at & (BLOCK - 1)] = value;
  }
  get(at: number): number {
    return this.blocks[at >> BLOCK_BITS][at & (BLOCK - 1)];
  }
}

export class Store {
  /** Number of states. */
  size = 0;
  /** By state: the one before it and the choice that led here; -1 for the first. */
  readonly before = new Column();
  readonly by = new Column();
  private readonly width: number;
  private readonly blocks: Int32Array[] = [];
  /** 1 + the number of a state, at the place that its hash gives or behind it. */
  private table = new Int32Array(1 << 12);

  /** @param width numbers in a state */
  constructor(width: number) {
    this.width = width;
  }

  /** Bytes that the states take. */
  get bytes(): number {
    return 4 * (this.blocks.length * BLOCK * this.width + this.table.length + 2 * this.size);
  }

  /** Copies state `number` into `state`. */
  copy(number: number, state: Int32Array): void {
    const block = this.blocks[number >> BLOCK_BITS];
    const from = (number & (BLOCK - 1)) * this.width;
    for (let i = 0; i < this.width; i++) state[i] = block[from + i];
  }

  /** The number of `state`. A new one gets the next number, which is then `size - 1`. */
  add(state: Int32Array, before: number, by: number): number {
    if (this.size * 2 >= this.table.length) this.grow();
    const {table} = this;
    const mask = table.length - 1;
    for (let place = hash(state, 0, this.width) & mask; ; place = (place + 1) & mask) {
      const known = table[place] - 1;
      if (known < 0) {
        table[place] = this.size + 1;
        return this.append(state, before, by);
      }
      if (this.equals(known, state)) return known;
    }
  }

  /** A state that is not compared with those there are: for searches that do not merge. */
  append(state: Int32Array, before: number, by: number): number {
    const number = this.size++;
    if ((number & (BLOCK - 1)) === 0) this.blocks.push(new Int32Array(BLOCK * this.width));
    this.blocks[number >> BLOCK_BITS].set(state, (number & (BLOCK - 1)) * this.width);
    this.before.push(before);
    this.by.push(by);
    return number;
  }

  /** The choices that first led to state `number`. */
  pathTo(number: number): number[] {
    const path: number[] = [];
    for (let at = number; this.before.get(at) >= 0; at = this.before.get(at)) path.push(this.by.get(at));
    return path.reverse();
  }

  private equals(number: number, state: Int32Array): boolean {
    const block = this.blocks[number >> BLOCK_BITS];
    const from = (number & (BLOCK - 1)) * this.width;
    for (let i = 0; i < this.width; i++) if (block[from + i] !== state[i]) return false;
    return true;
  }

  private grow(): void {
    const table = new Int32Array(this.table.length * 4);
    const mask = table.length - 1;
    for (let number = 0; number < this.size; number++) {
      const block = this.blocks[number >> BLOCK_BITS];
      let place = hash(block, (number & (BLOCK - 1)) * this.width, this.width) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = number + 1;
    }
    this.table = table;
  }
}

/** FNV-1a over words, with a last mixing as in MurmurHash3's finaliser. */
function hash(words: Int32Array, from: number, count: number): number {
  let h = 0x811c9dc5 | 0;
  for (let i = 0; i < count; i++) {
    h = Math.imul(h ^ words[from + i], 0x01000193);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
