import type {Steps} from "../machines/steps.ts";
import {RELEASE} from "../trace/events.ts";
import type {Descriptor} from "./design.ts";
import {Timeout, timeout} from "./timeout.ts";

/** A thread that was asked to drop the lock may have it back before anybody else has run. */
class WithoutForcedSwitching extends Timeout {
  /** drop_gil without FORCE_SWITCHING */
  override *release(t: number): Steps {
    this.place.note(t, RELEASE);
    yield this.mutex.lock;
    yield this.lastHolder.store(t);
    this.locked.value = 0;
    yield this.cond.signal;
    yield this.mutex.unlock;
  }
}

export const timeoutWithoutForcedSwitching: Descriptor = {
  ...timeout,
  name: "timeout-without-forced-switching",
  title: "Time-out without forced switching: who was asked to drop the lock may take it again at once",
  models: "CPython 3.2 and later, compiled without FORCE_SWITCHING, as nobody ships it",
  source: "CPython 3.2: Python/ceval_gil.h (take_gil, drop_gil without FORCE_SWITCHING)",
  create: (place) => new WithoutForcedSwitching(place)
};
