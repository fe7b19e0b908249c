import {Cell} from "../machines/steps.ts";
import type {Descriptor, Place} from "./design.ts";
import {RoundRobin, roundRobin} from "./roundrobin.ts";

/** Only who had the lock last has to stand back for those who wait. */
class Fair extends RoundRobin {
  /** The thread that had the lock last. Guarded by the mutex. */
  private readonly lastOwner: Cell;

  constructor(place: Place) {
    super(place);
    this.lastOwner = new Cell(place.region, "last_owner");
  }

  protected override mustWait(t: number): boolean {
    return this.locked.value !== 0 || (this.waiting.value > 0 && this.lastOwner.value === t);
  }

  protected override taking(t: number): void {
    this.lastOwner.value = t;
  }
}

export const fair: Descriptor = {
  ...roundRobin,
  name: "fair",
  title: "Fair: who had the lock last stands back for those who wait",
  models: "Jonsson's later rule, as a lock by itself (fastcond, 2017 to 2025), under 2.7's ticks",
  source: "kristjanvalur/fastcond: fastcond/gil.c",
  create: (place) => new Fair(place)
};
