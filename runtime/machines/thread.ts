import type {Design} from "../designs/design.ts";
import {STOP_BLOCK, STOP_END, TICKS_LEFT} from "../objects/layout.ts";
import {BLOCK, type Event, UNBLOCK} from "../trace/events.ts";
import {NOT_READY} from "./devices.ts";
import type {Interpreter} from "./interpreter.ts";
import {Processor, type Steps} from "./steps.ts";

/** What a thread runs on. */
export interface Bench {
  design: Design;
  /** As `Descriptor.keepsLock`. */
  keepsLock: boolean;
  interpreter: Interpreter;
  memory: Int32Array;
  note(t: number, event: Event): void;
}

/** The life of a Python thread under an interpreter lock. */
export class Thread {
  private readonly bench: Bench;
  private readonly processor: Processor;

  constructor(bench: Bench) {
    this.bench = bench;
    this.processor = new Processor(bench.interpreter);
  }

  /** Runs thread `t` from its first bytecode to its end. */
  *live(t: number): Steps {
    const {design, memory} = this.bench;
    yield* design.acquire(t);
    for (;;) {
      memory[t + TICKS_LEFT] = design.ticks();
      const stop = yield this.processor.compute(t);
      if (stop === STOP_END) break;
      if (stop === STOP_BLOCK) {
        design.keep(memory[t + TICKS_LEFT]);
        yield* this.blocked(t);
      } else yield* design.check(t);
    }
    design.keep(memory[t + TICKS_LEFT]);
    yield* design.release(t);
  }

  /** Py_BEGIN_ALLOW_THREADS, the operation, Py_END_ALLOW_THREADS */
  *blocked(t: number): Steps {
    const {design, interpreter, note} = this.bench;
    if (this.bench.keepsLock) {
      const result = yield this.processor.attempt(t);
      if (result !== NOT_READY) {
        interpreter.finishBlock(t, result);
        return;
      }
    }
    yield* design.release(t);
    note(t, BLOCK);
    const result = yield this.processor.block(t);
    note(t, UNBLOCK);
    yield* design.acquire(t);
    interpreter.finishBlock(t, result);
  }
}
