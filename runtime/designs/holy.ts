import {Cell} from "../machines/steps.ts";
import type {Descriptor, Place} from "./design.ts";
import {Timeout, timeout} from "./timeout.ts";

/** How long a waiter that is not holy waits behind a holy holder. */
const PATIENCE_NS = 1000;

/** A thread may declare that it gives way soon: `sys.setpriority(-1)`, or `sys.setholiness(True)`. */
class Holy extends Timeout {
  /** The thread that holds the lock. Guarded by the mutex. */
  private readonly holder: Cell;

  constructor(place: Place) {
    super(place);
    this.holder = new Cell(place.region, "holder");
  }

  protected override patience_ns(t: number): number {
    const {priorityOf} = this.place;
    return priorityOf(t) >= 0 && priorityOf(this.holder.value) < 0 ? PATIENCE_NS : super.patience_ns(t);
  }

  protected override taking(t: number): void {
    this.holder.value = t;
  }
}

export const holy: Descriptor = {
  ...timeout,
  name: "holy",
  title: "Holy: behind a thread that declared itself holy, the others wait for 1 us only",
  models: "Beazley's fork of CPython 3.12, May 2022, and the idea of sys.setpriority(-1) of 2011",
  source: "dabeaz-fork/cpython, commits 091dfeab2d, ddd9a9f210, 347e2f32fe: take_gil, HOLY.md",
  create: (place) => new Holy(place)
};
