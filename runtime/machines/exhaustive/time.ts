/**
 * A clock without numbers. A reading says that no time has passed, or the most that it may say: what a design adds up
 * from readings reaches any bound that way, and stays small. Deadlines keep their order only: 1 is the first to come,
 * -1 has passed, 0 was never set; a reading may let any number of the first ones pass. So everything that real times can
 * do is tried, and some things that they cannot, such as a deadline that passes after a moment.
 */

/** What one reading of the clock does. */
export interface Reading {
  /** Whether it answers the most that it may rather than 0. */
  most: boolean;
  /** Whether a moment has passed, so that a deadline that is set from now on comes after those there are. */
  moved: boolean;
  /** How many of the first moments at which deadlines pass are over. */
  passed: number;
}

/** Most deadlines that differ. */
const MOMENTS_MAX = 5;
export const A_MOMENT = 12;
export const THE_MOST = 13;

/** Numbers of the readings, 0 to 13, that are possible when the deadlines of a design lie at so many `moments`. */
export function* readings(most_us: number, moments: number, moved: boolean): Generator<number> {
  if (moments > MOMENTS_MAX) throw new Error(`too many deadlines: ${moments}; give fewer threads`);
  yield 0;
  if (most_us <= 0) return;
  yield THE_MOST;
  if (moments > 0 && !moved) yield A_MOMENT;
  for (let passed = 1; passed <= moments; passed++) {
    yield passed;
    yield MOMENTS_MAX + passed;
  }
}

/** What the reading with this number does. */
export function reading(number: number): Reading {
  if (number === 0) return {most: false, moved: false, passed: 0};
  if (number === A_MOMENT || number === THE_MOST) return {most: number === THE_MOST, moved: true, passed: 0};
  const most = number > MOMENTS_MAX;
  return {most, moved: true, passed: most ? number - MOMENTS_MAX : number};
}

/** The deadlines in `slots` of `state`, as moments in order. */
export class Deadlines {
  private readonly slots: readonly number[];

  constructor(slots: readonly number[]) {
    this.slots = slots;
  }

  /** At how many moments there are deadlines to come. */
  moments(state: Int32Array): number {
    let last = 0;
    for (const slot of this.slots) last = Math.max(last, state[slot]);
    return last;
  }

  /** Lets those at the first `count` moments pass. */
  pass(state: Int32Array, count: number): void {
    for (const slot of this.slots)
      if (state[slot] > 0) state[slot] = state[slot] <= count ? -1 : state[slot] - count;
  }

  /** Sets one to the last moment there is, or to one after it. */
  set(state: Int32Array, slot: number, later: boolean): void {
    this.clear(state, slot);
    state[slot] = Math.max(1, this.moments(state) + (later ? 1 : 0));
  }

  /** Takes one away, and closes the gap that it leaves. */
  clear(state: Int32Array, slot: number): void {
    const moment = state[slot];
    state[slot] = 0;
    if (moment <= 0 || this.slots.some((other) => state[other] === moment)) return;
    for (const other of this.slots) if (state[other] > moment) state[other]--;
  }
}
