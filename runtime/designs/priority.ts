import {Cell, type Steps, ThreadCell} from "../machines/steps.ts";
import type {Descriptor, Place} from "./design.ts";
import {Timeout, timeout} from "./timeout.ts";

/** Two priorities that follow from what threads do: who is preempted sinks, who suspends early rises, the higher preempts. */
class Priority extends Timeout {
  /** 1: the thread was made to give the lock up, and has not given it up by itself since. Its own, and read by itself alone. */
  private readonly sunk: ThreadCell;
  /** The same of the thread that holds the lock. Guarded by the mutex. */
  private readonly holderSunk: Cell;

  constructor(place: Place) {
    super(place);
    this.sunk = new ThreadCell(place.region, "sunk");
    this.holderSunk = new Cell(place.region, "holder_sunk");
  }

  protected override asksAtOnce(t: number): boolean {
    return this.sunk.of(t) === 0 && this.holderSunk.value !== 0;
  }

  protected override taking(t: number): void {
    this.holderSunk.value = this.sunk.of(t);
  }

  override *release(t: number): Steps {
    this.sunk.set(t, 0);
    yield* super.release(t);
  }

  override *giveWay(t: number): Steps {
    yield* super.release(t);
    this.sunk.set(t, 1);
    yield* this.acquire(t);
  }
}

export const priority: Descriptor = {
  ...timeout,
  name: "priority",
  title: "Priority: who is preempted sinks, who suspends early rises, and the higher preempts at once",
  models: "Beazley's proposal of February 2010 (Understanding the Python GIL); it was not applied",
  source:
    "Beazley, Understanding the Python GIL, 2010, 'A possible solution', and his blog of February 2010, both as transcribed by third parties; python/cpython issue 7946",
  create: (place) => new Priority(place)
};
