import {Cell} from "../machines/steps.ts";
import type {Place} from "./design.ts";

/**
 * `_Py_Ticker`, one for all threads, guarded by the interpreter lock: it counts down once a tick, and the check comes
 * when it falls below 0, so a check interval of 100 means a check every 101 ticks.
 */
export class Ticker {
  private readonly place: Place;
  private readonly left: Cell;

  constructor(place: Place) {
    this.place = place;
    this.left = new Cell(place.region, "_Py_Ticker", place.checkInterval.value + 1);
  }

  /** Ticks that may run before the next check, at least 1. */
  get value(): number {
    return this.left.value;
  }
  /** A holder that leaves the lock with no ticks left has its check due: the next one makes it after one tick. */
  set value(ticks: number) {
    this.left.value = Math.max(1, ticks);
  }

  /** Starts the next countdown: one tick while a signal waits for the main thread, else the check interval. */
  restart(): void {
    this.left.value = this.place.signalPending() ? 1 : this.place.checkInterval.value + 1;
  }
}
