import type {Design} from "../../../designs/index.ts";
import {SIGNALS_HIGH, SIGNALS_LOW} from "../../../objects/layout.ts";
import {
  type Devices,
  DISPOSITION_DEFAULT,
  DISPOSITION_IGNORE,
  DISPOSITION_PENDING,
  type Disposition
} from "../../devices.ts";
import {Op, type Step} from "../../steps.ts";
import type {Alarm} from "../kernel.ts";
import {Over, type System, whole} from "../system.ts";
import {INTERRUPTED, type Task} from "../task.ts";
import {errors, HARMLESS, signals} from "./linux.ts";

const SIGNALS_MAX = 64;
export const PROCESS_ID = 1000;

/** A signal whose default action ends the process. */
export class Killed extends Over {
  readonly signal: number;
  constructor(signal: number) {
    super(`signal ${signal}`);
    this.signal = signal;
  }
}

/** Signals of the Python process. The handler in C marks them as pending; Python's runs when the design lets it. */
export class Signals implements Pick<Devices, "disposeSignal" | "kill" | "alarm"> {
  private readonly system: System;
  private readonly design: Design;
  private readonly main: () => Task;
  private readonly dispositions = new Map<number, Disposition>([[signals.SIGINT, DISPOSITION_PENDING]]);
  /** Signals that are on their way, by the alarm that brings each. */
  private readonly timer: Alarm;
  private interval_ns = 0;

  /** @param main the task of Python's main thread */
  constructor(system: System, design: Design, main: () => Task) {
    this.system = system;
    this.design = design;
    this.main = main;
    this.timer = system.kernel.alarm(() => this.ring());
  }

  readonly disposeSignal = (number: number, disposition: Disposition): number => {
    if (!(number > 0 && number < SIGNALS_MAX) || number === signals.SIGKILL || number === signals.SIGSTOP)
      return -errors.EINVAL;
    this.dispositions.set(number, disposition);
    return 0;
  };

  readonly kill = (process: number, signal: number): number => {
    const {system} = this;
    system.charge(system.costs.system_call_ns);
    if (process !== PROCESS_ID && process !== 0) return -errors.ESRCH;
    if (!(signal >= 0 && signal <= SIGNALS_MAX)) return -errors.EINVAL;
    if (signal === 0) return 0;
    // The process's own signal is delivered before the call returns.
    this.arrive(signal);
    return 0;
  };

  /** Sends `signal` from outside of the process: it arrives a little later. */
  send(signal: number): void {
    const {kernel, costs} = this.system;
    const alarm = kernel.alarm(() => this.arrive(signal));
    alarm.set(kernel.now + kernel.random.draw(costs.signal_ns));
  }

  readonly alarm = (seconds: number, interval_s: number): number => {
    const {timer, system} = this;
    const left = timer.left();
    this.interval_ns = nanoseconds(interval_s);
    if (seconds > 0) system.setAlarm(timer, system.time() + nanoseconds(seconds));
    else timer.clear();
    return left === Number.POSITIVE_INFINITY ? 0 : left / 1e9;
  };

  private ring(): void {
    const {timer, system} = this;
    if (this.interval_ns > 0) timer.set(system.kernel.now + this.interval_ns);
    this.arrive(signals.SIGALRM);
  }

  /** What the handler in C does: marks the signal, tells the design, and ends the main thread's sleep. */
  private arrive(signal: number): void {
    const disposition = this.dispositions.get(signal) ?? DISPOSITION_DEFAULT;
    if (disposition === DISPOSITION_IGNORE) return;
    if (disposition === DISPOSITION_DEFAULT) {
      if (HARMLESS.has(signal)) return;
      throw new Killed(signal);
    }
    const {memory, kernel} = this.system;
    memory[signal < 32 ? SIGNALS_LOW : SIGNALS_HIGH] |= 1 << (signal & 31);
    this.perform();
    const main = this.main();
    if (main.interruptible)
      kernel.wake(main, INTERRUPTED, this.system.budget_ps < 0 ? kernel.now : this.system.time());
  }

  /** A handler cannot wait: of the steps it may take only those on words. */
  private perform(): void {
    const {memory} = this.system;
    const steps = this.design.signalled();
    for (let result = steps.next(0); !result.done; ) result = steps.next(act(memory, result.value));
  }
}

function act(memory: Int32Array, {op, at, a, b}: Step): number {
  const old = memory[at];
  if (op === Op.or) memory[at] = old | a;
  else if (op === Op.and) memory[at] = old & a;
  else if (op === Op.add) memory[at] = old + a;
  else if (op === Op.store || op === Op.exchange) memory[at] = a;
  else if (op === Op.compareExchange) memory[at] = old === a ? b : old;
  else if (op !== Op.load)
    throw new Error(`a design's signalled() must not take step ${op}: it runs in a signal's handler`);
  return old;
}

const nanoseconds = (seconds: number) => whole(seconds * 1e9, 1);
