/** The public interface: one instance of the runtime, as a machine sees it. The build exports it as `instantiate`. */
import {environment} from "./environment.ts";
import {checkHeap} from "./memory/check.ts";
import {H, setThread} from "./memory/heap.ts";
import {CODE_USED, STOP_END, THREAD_ID} from "./objects/layout.ts";
import "./objects/methods.ts";
import "./modules/index.ts";
import "./interpreter/classes.ts";
import "./interpreter/intrinsics.ts";
import {boot, loadProgram} from "./interpreter/boot.ts";
import {
  codeCopied,
  copyCode,
  run as evaluate,
  finishBlocking,
  isFinishing,
  performBlocking
} from "./interpreter/evaluate.ts";
import {endThread, enterSignalHandlers} from "./interpreter/threads.ts";
import type {Runtime} from "./machines/interpreter.ts";

if (environment.boot) boot();

/** Ends a thread that has run its last bytecode; the lock is still held. */
function ended(t: number): void {
  endThread(t);
  if (H[t + THREAD_ID] === 0 && environment.checkHeap) environment.reportHeap(checkHeap());
}

export const runtime: Runtime = {
  load: loadProgram,
  attach(t) {
    setThread(t);
    copyCode();
  },
  run(t) {
    if (H[CODE_USED] !== codeCopied()) copyCode();
    const stop = evaluate(t);
    if (stop === STOP_END) ended(t);
    return stop;
  },
  block: performBlocking,
  finishBlock: finishBlocking,
  handleSignals(t) {
    if (isFinishing(t)) return false;
    enterSignalHandlers(t);
    return true;
  }
};
