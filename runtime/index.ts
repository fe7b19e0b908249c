/** The public interface: one instance of the runtime, as a machine sees it. The build exports it as `instantiate`. */
import {environment} from "./environment.ts";
import {checkHeap} from "./memory/check.ts";
import {H, setThread} from "./memory/heap.ts";
import {CODE_USED, STOP_END, STOP_FUEL, THREAD_ID, TICKS_LEFT} from "./objects/layout.ts";
import "./objects/methods.ts";
import "./modules/index.ts";
import "./interpreter/classes.ts";
import "./interpreter/intrinsics.ts";
import {boot, loadProgram} from "./interpreter/boot.ts";
import {
  attemptBlocking,
  codeCopied,
  copyCode,
  run as evaluate,
  finishBlocking,
  isFinishing,
  performBlocking
} from "./interpreter/evaluate.ts";
import {endThread, enterSignalHandlers} from "./interpreter/threads.ts";
import {whereabouts} from "./interpreter/whereabouts.ts";
import type {Runtime} from "./machines/interpreter.ts";

if (environment.boot) boot();

/** Ends a thread that has run its last bytecode; the lock is still held. */
function ended(t: number): void {
  endThread(t);
  if (H[t + THREAD_ID] === 0 && environment.checkHeap) environment.reportHeap(checkHeap());
}

/**
 * Bytecodes that one call of the evaluation loop executes at most. V8 puts optimised code in the place of a function
 * when it is called again; a loop that never returns keeps the code that replaced it in mid-run, which is slower.
 */
const SLICE = 1 << 14;

/** `evaluate` for a thread with more fuel than a slice. */
function evaluateInSlices(t: number): number {
  for (;;) {
    const rest = H[t + TICKS_LEFT] - SLICE;
    if (rest <= 0) return evaluate(t);
    H[t + TICKS_LEFT] = SLICE;
    const stop = evaluate(t);
    H[t + TICKS_LEFT] += rest;
    if (stop !== STOP_FUEL) return stop;
  }
}

export const runtime: Runtime = {
  load: loadProgram,
  whereabouts,
  attach(t) {
    setThread(t);
    copyCode();
  },
  run(t) {
    if (H[CODE_USED] !== codeCopied()) copyCode();
    const stop = H[t + TICKS_LEFT] > SLICE ? evaluateInSlices(t) : evaluate(t);
    if (stop === STOP_END) ended(t);
    return stop;
  },
  block: performBlocking,
  attempt: attemptBlocking,
  finishBlock: finishBlocking,
  handleSignals(t) {
    if (isFinishing(t)) return false;
    enterSignalHandlers(t);
    return true;
  }
};
