/**
 * What can happen to a thread. The number is also the place of its counter among the thread's statistics
 * and its code in a trace record.
 */
export const ACQUIRE = 0;
export const WAIT = 1;
export const VAIN = 2;
export const RELEASE = 3;
export const REQUEST = 4;
export const BLOCK = 5;
export const UNBLOCK = 6;
export const SIGNAL = 7;
export const EVENTS = 8;

export type Event = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Names as traces show them, by event number. */
export const eventNames: readonly string[] = [
  "acquire",
  "wait",
  "woken-in-vain",
  "release",
  "drop-request",
  "block",
  "unblock",
  "signal"
];
