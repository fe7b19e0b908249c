import {type Steps, ThreadCell} from "../machines/steps.ts";
import type {Descriptor, Place} from "./design.ts";
import {Timeout, timeout} from "./timeout.ts";

/** Who comes back from a blocking call asks for the lock at once; who was made to give it up waits for an interval. */
class PriorityRequests extends Timeout {
  /** 1: the thread gave the lock up because it was asked to. Its own, and read by itself alone. */
  private readonly gaveWay: ThreadCell;

  constructor(place: Place) {
    super(place);
    this.gaveWay = new ThreadCell(place.region, "gave_way");
  }

  protected override asksAtOnce(t: number): boolean {
    return this.gaveWay.of(t) === 0;
  }

  override *giveWay(t: number): Steps {
    this.gaveWay.set(t, 1);
    yield* super.giveWay(t);
    this.gaveWay.set(t, 0);
  }
}

export const timeoutWithPriorityRequests: Descriptor = {
  ...timeout,
  name: "timeout-with-priority-requests",
  title: "Time-out with priority requests: a thread that comes back from a blocking call asks at once",
  models: "the new lock as it was proposed in October 2009; priority requests were not kept for 3.2",
  source:
    "Pitrou, python-dev, 25 October 2009, as told in CPython's Doc/whatsnew/3.2.rst and in the log of sandbox/newgil (r76006, PRIO_REQUESTS); the message and the code could not be read, so that the rule is our reading",
  create: (place) => new PriorityRequests(place)
};
