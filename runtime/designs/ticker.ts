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

  /** Ticks before the next check. */
  get value(): number {
    return this.left.value;
  }
  set value(ticks: number) {
    this.left.value = ticks;
  }

  /** Starts the next countdown: one tick while a signal waits for the main thread, else the check interval. */
  restart(): void {
    this.left.value = this.place.signalPending() ? 1 : this.place.checkInterval.value + 1;
  }
}
