/** How simulated threads run bytecodes: in turns on the one instance of the runtime, never beyond the next event. */
import {BREAKER, BREAKER_MASK, STOP_BREAKER, STOP_FUEL, TICKS_LEFT, TIME_LEFT} from "../../objects/layout.ts";
import type {Event} from "../../trace/events.ts";
import type {Runtime} from "../interpreter.ts";
import type {Computer} from "./perform.ts";
import {spins} from "./spin.ts";
import {BREAK_HORIZON, type System} from "./system.ts";
import type {Task} from "./task.ts";

/** What a thread may run at once at most: 1 ms, and what the runtime runs in one piece. */
const LONGEST_NS = 1_000_000;
const MOST_TICKS = 1 << 13;

export class Bytecodes implements Computer {
  spent_ns = 0;
  readonly note: (t: number, event: Event) => void;
  private readonly system: System;
  private readonly memory: Int32Array;
  private readonly runtime: Runtime;
  private readonly charges: Int32Array;
  private readonly isCharged: boolean;

  /**
   * @param charges picoseconds of each instruction
   * @param isCharged whether loops that wait in vain are charged rather than executed
   */
  constructor(
    system: System,
    runtime: Runtime,
    note: (t: number, event: Event) => void,
    charges: Int32Array,
    isCharged: boolean
  ) {
    this.charges = charges;
    this.isCharged = isCharged;
    this.system = system;
    this.memory = system.memory;
    this.runtime = runtime;
    this.note = note;
  }

  block(t: number): number {
    return this.runtime.block(t);
  }

  attempt(t: number): number {
    return this.runtime.attempt(t);
  }

  compute(task: Task): number {
    const {system, memory} = this;
    const {t} = task;
    const {kernel} = system;
    const ns = Math.min(LONGEST_NS, kernel.horizon() - kernel.now);
    const ticks = memory[t + TICKS_LEFT];
    const given = Math.min(ticks, MOST_TICKS);
    system.task = task;
    system.charged_ns = 0;
    system.budget_ps = ns * 1000;
    memory[t + TIME_LEFT] = system.budget_ps;
    memory[t + TICKS_LEFT] = given;
    const stop = this.isCharged && spins(memory, t, this.charges) ? STOP_FUEL : this.runtime.run(t);
    const spent_ps = system.budget_ps - memory[t + TIME_LEFT] + task.rest_ps;
    system.budget_ps = -1;
    // Both fit into 32 bits, where whole division is fast.
    // An instruction that is begun again gives back its parts' price, which may have been charged before: time does not go back.
    const spent_ns = Math.max(0, (spent_ps / 1000) | 0);
    this.spent_ns = spent_ns + system.charged_ns;
    task.rest_ps = spent_ps - spent_ns * 1000;
    task.system_ns += system.charged_ns;
    memory[BREAKER] &= ~BREAK_HORIZON;
    const left = memory[t + TICKS_LEFT];
    memory[t + TICKS_LEFT] = left + ticks - given;
    if (stop === STOP_FUEL) return left < 0 && ticks === given ? STOP_FUEL : 0;
    // The machine's own stop is none for the thread.
    if (stop === STOP_BREAKER && (memory[BREAKER] & memory[t + BREAKER_MASK]) === 0) return 0;
    return stop;
  }
}
