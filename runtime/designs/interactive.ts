import {type Steps, ThreadCell} from "../machines/steps.ts";
import type {Descriptor, Place} from "./design.ts";
import {Timeout, timeout} from "./timeout.ts";

/** Holds that ended early, in a row, from which on a thread is trusted to be interactive. Ours: the patch's is not known. */
const TRUSTED = 2;

/** A thread that regularly gives the lock up before it is asked to gets it back without waiting for an interval. */
class Interactive extends Timeout {
  /** How many of its last holds the thread ended by itself, TRUSTED at most. Its own, and read by itself alone. */
  private readonly early: ThreadCell;

  constructor(place: Place) {
    super(place);
    this.early = new ThreadCell(place.region, "early");
  }

  protected override asksAtOnce(t: number): boolean {
    return this.early.of(t) >= TRUSTED;
  }

  override *release(t: number): Steps {
    this.early.set(t, Math.min(TRUSTED, this.early.of(t) + 1));
    yield* super.release(t);
  }

  override *giveWay(t: number): Steps {
    yield* super.release(t);
    this.early.set(t, 0);
    yield* this.acquire(t);
  }
}

export const interactive: Descriptor = {
  ...timeout,
  name: "interactive",
  title: "Interactive: who regularly gives the lock up early gets it back at once",
  models: "Pitrou's patch in issue 7946, March 2010; it was not applied",
  source:
    "Coghlan, python-dev, 16 March 2010, who describes the patch (gilinter); the patch itself could not be read, so that the number of early releases is ours; python/cpython issue 7946",
  create: (place) => new Interactive(place)
};
