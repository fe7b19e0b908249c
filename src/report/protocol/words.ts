/// What a design keeps in memory: counted by making one.

import type {Descriptor, Design, Place} from "../../../runtime/designs/design.ts";

export interface SharedWords {
  /// Mutexes, conditions and semaphores.
  sleeping: number;
  /// Words that are touched in one go, and plain ones that a mutex guards.
  plain: number;
  /// Words of which each thread has its own.
  perThread: number;
}

const SLEEPING = ["mutex", "condition", "semaphore"];

/// Words that the design asks for when it is made. The breaker, which every design has, does not count.
export function sharedWords({create, ticks, switchInterval_us}: Descriptor): SharedWords {
  const found: SharedWords = {sleeping: 0, plain: 0, perThread: 0};
  const memory = new Int32Array(4096);
  let next = 0;
  const region = {
    memory,
    place(kind: string, _name: string, value = 0) {
      found[SLEEPING.includes(kind) ? "sleeping" : "plain"]++;
      memory[++next] = value;
      return next;
    },
    placeInThreads(_kind: string, _name: string, words = 1) {
      found.perThread += words;
      return 0;
    }
  };
  const place = {
    region,
    checkInterval: {value: ticks},
    switchInterval_us: {value: switchInterval_us},
    breaker: {}
  };
  create(place as unknown as Place) satisfies Design;
  return found;
}
