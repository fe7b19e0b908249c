import {THREAD_DESIGN, THREAD_DESIGN_WORDS} from "../objects/layout.ts";

/** Words on one cache line: two threads that use different words never share a line. */
export const LINE = 16;

/** One named word (or pair of words) of a region, as `Region.placed` lists them. */
export interface Placed {
  kind: string;
  name: string;
  at: number;
}

/**
 * A stretch of shared memory in which a design places its words, each on a cache line of its own.
 * Every thread builds the same design in the same order and so finds the same addresses; only the one that
 * initialises writes the first values.
 */
export class Region {
  readonly memory: Int32Array;
  readonly placed: Placed[] = [];
  /** Words of which each thread has its own: `at` is relative to a thread's address. */
  readonly placedInThreads: Placed[] = [];
  private next: number;
  private nextInThreads = THREAD_DESIGN;
  private readonly end: number;
  private readonly initialise: boolean;

  /**
   * @param memory the words of the shared memory
   * @param start first word of the region, a multiple of 16
   * @param words its length in words
   * @param initialise true in the one thread that writes first values
   */
  constructor(memory: Int32Array, start: number, words: number, initialise: boolean) {
    if (start % LINE !== 0) throw new Error(`region does not start on a cache line: word ${start}`);
    this.memory = memory;
    this.next = start;
    this.end = start + words;
    this.initialise = initialise;
  }

  /** Gives the next cache line to `name` and returns its first word's index. */
  place(kind: string, name: string, value = 0): number {
    const at = this.next;
    if (at + LINE > this.end)
      throw new Error(`region too small for the design's words: no line left for ${name}`);
    this.next = at + LINE;
    this.placed.push({kind, name, at});
    if (this.initialise) this.memory[at] = value;
    return at;
  }

  /** Gives the next words of every thread's block to `name` and returns the first one's place in a block. */
  placeInThreads(kind: string, name: string, words = 1): number {
    const at = this.nextInThreads;
    if (at + words > THREAD_DESIGN + THREAD_DESIGN_WORDS)
      throw new Error(`thread blocks too small for the design's words: no room left for ${name}`);
    this.nextInThreads = at + words;
    this.placedInThreads.push({kind, name, at});
    return at;
  }
}
