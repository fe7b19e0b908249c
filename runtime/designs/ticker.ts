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
    this.left = new Cell(place.region, "_Py_Ticker", place.checkInterval.value);
  }

  get value(): number {
    return this.left.value;
  }
  set value(left: number) {
    this.left.value = left;
  }

  /** Starts the next countdown: the check interval, or 0 while a signal waits for the main thread. */
  restart(): void {
    this.left.value = this.place.signalPending() ? 0 : this.place.checkInterval.value;
  }
}
