import type {Steps} from "../machines/steps.ts";
import {BREAK_DROP} from "../objects/layout.ts";
import type {Descriptor, Place} from "./design.ts";
import {Ticker} from "./ticker.ts";
import {weights} from "./ticks.ts";
import {Timeout, timeout} from "./timeout.ts";

/** The new lock in the old evaluation loop: what was asked for is looked at when the ticks are used up. */
class Backport extends Timeout {
  private readonly ticker: Ticker;

  constructor(place: Place) {
    super(place);
    this.ticker = new Ticker(place);
  }

  /** PyEval_EvalFrameEx of 2.7, where `--_Py_Ticker < 0`: pending calls first, then a request to drop the lock */
  override *check(t: number): Steps {
    const handling = this.place.handleSignals(t);
    this.ticker.restart();
    if (handling) return;
    if (((yield this.place.breaker.load) & BREAK_DROP) !== 0) yield* this.giveWay(t);
  }

  /** Py_AddPendingCall: the holder counts in a register, so it sees the signal at its next check */
  override *signalled(): Steps {}

  override ticks(): number {
    return this.ticker.value;
  }

  override keep(left: number): void {
    this.ticker.value = left;
  }
}

export const backport27: Descriptor = {
  ...timeout,
  name: "backport-2.7",
  title: "Backport to 2.7: the lock with time-outs, looked at every 100 ticks",
  models: "CPython 2.7 with the patch of issue 7753, January 2010; it was rejected",
  source:
    "python/cpython issue 7753 (newgil-2.7.diff), whose text could not be read: CPython 3.2's take_gil and drop_gil under the rules of CPython 2.7's PyEval_EvalFrameEx",
  ticks: 100,
  breaks: 0,
  weights,
  interruptibleLocks: false,
  pendingSignals: "every tick is a check until the main thread has run the handler",
  create: (place) => new Backport(place)
};
