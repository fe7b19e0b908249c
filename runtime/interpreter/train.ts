/** Before its first thread runs, each instance executes a training program: see modules/prelude_training.py. */
import {shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {blockOn, preludeFunction} from "../objects/calls.ts";
import {NONE} from "../objects/kinds.ts";
import {
  BREAKER_MASK,
  BYTECODES_HIGH,
  BYTECODES_LOW,
  EXCEPTION,
  MODE_ENTRY,
  NULL,
  STACK_POINTER,
  STOP_BLOCK,
  STOP_END,
  STOP_FUEL,
  TICKS_LEFT,
  TIME_LEFT
} from "../objects/layout.ts";
import {moduleFunctions} from "../objects/native.ts";
import {staticStr} from "../objects/text.ts";
import {finishBlocking, performBlocking, run} from "./evaluate.ts";
import {enterFunction} from "./frames.ts";

const S_TRAIN = staticStr("_train");
/** The training program stops for want of fuel after 0, 1, 2 and so on up to so many bytecodes, again and again. */
const FUEL_MASK = 63;
/** What the program must not find changed. */
const KEPT = [TICKS_LEFT, TIME_LEFT, BYTECODES_LOW, BYTECODES_HIGH, BREAKER_MASK];

moduleFunctions("_prelude", {
  "_block()": () =>
    blockOn(
      () => 0,
      () => shared(NONE)
    )
});

/**
 * Trains on the stack of thread `t`, above what is there, without a trace in its counts. Answers whether it could: while
 * the preludes are being loaded there is nothing to train with.
 */
export function train(t: number): boolean {
  const training = preludeFunction(S_TRAIN);
  if (training === NULL) return false;
  const kept = KEPT.map((word) => H[t + word]);
  const floor = H[t + STACK_POINTER];
  enterFunction(t, shared(training), floor, floor, 0, NULL, MODE_ENTRY, NULL);
  H[t + BREAKER_MASK] = 0;
  let stop = STOP_FUEL;
  for (let fuel = 0; stop === STOP_FUEL || stop === STOP_BLOCK; fuel = (fuel + 1) & FUEL_MASK) {
    if (stop === STOP_BLOCK) finishBlocking(t, performBlocking(t));
    H[t + TICKS_LEFT] = fuel;
    stop = run(t);
  }
  if (stop !== STOP_END || H[t + EXCEPTION] !== NULL) throw new Error(`training must not stop (${stop})`);
  KEPT.forEach((word, i) => {
    H[t + word] = kept[i];
  });
  return true;
}
