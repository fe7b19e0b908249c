import {constants} from "node:os";
import type {Design} from "../../designs/index.ts";
import {SIGNALS_HIGH, SIGNALS_LOW, WAITING_ON} from "../../objects/layout.ts";
import {DISPOSITION_DEFAULT, DISPOSITION_PENDING} from "../devices.ts";
import {EVERYONE, type Sleeper} from "./parking.ts";
import {theLibc, thePlatform} from "./platform.ts";
import {DISPOSITIONS, MAIL_IDLE, MAILBOXES} from "./words.ts";

/** Signals that this machine hears, and whether their default action ends the process. */
const HEARD: [NodeJS.Signals, boolean][] = [
  ["SIGHUP", true],
  ["SIGINT", true],
  ["SIGQUIT", true],
  ["SIGUSR1", true],
  ["SIGUSR2", true],
  ["SIGALRM", true],
  ["SIGTERM", true],
  ["SIGVTALRM", true],
  ["SIGCHLD", false],
  ["SIGCONT", false],
  ["SIGWINCH", false],
  ["SIGPIPE", false]
];
const F_SETFL = 4;
const NUDGE_MS_MAX = 64;

/** What signals are brought to. */
export interface Signalled {
  memory: Int32Array;
  design: Design;
  sleeper: Sleeper;
  /** A signal whose default action ends the process has arrived. */
  onEnd(signal: NodeJS.Signals): void;
}

/** Marks a signal as pending: the main thread sees it when it runs. */
export function markSignal({memory, design}: Pick<Signalled, "memory" | "design">, number: number): void {
  Atomics.or(memory, number < 32 ? SIGNALS_LOW : SIGNALS_HIGH, 1 << (number & 31));
  design.signalled();
}

/** Hears the signals of the process, on the supervising thread, and brings them to the Python main thread. */
export class Signals {
  /** Reading and writing end of the pipe that gets a byte with each signal, for a main thread in poll(2). */
  readonly pipe = new Int32Array(2);
  private readonly to: Signalled;
  private readonly listeners = new Map<NodeJS.Signals, () => void>();

  /**
   * Listens from now on, with SIGINT pending for Python as in a fresh interpreter; before any worker starts, since a signal that nobody
   * hears may open a debugger.
   */
  constructor(to: Signalled) {
    this.to = to;
    Atomics.store(to.memory, DISPOSITIONS + constants.signals.SIGINT, DISPOSITION_PENDING);
    const platform = thePlatform();
    platform.pipe(this.pipe);
    theLibc().fcntl(this.pipe[1], F_SETFL, platform.constants.O_NONBLOCK);
    for (const [name, ends] of HEARD) {
      const listener = () => this.hear(name, ends);
      this.listeners.set(name, listener);
      process.on(name, listener);
    }
  }

  close(): void {
    for (const [name, listener] of this.listeners) process.off(name, listener);
    this.listeners.clear();
    for (const fd of this.pipe) theLibc().close(fd);
  }

  private hear(name: NodeJS.Signals, ends: boolean): void {
    const number = constants.signals[name];
    const disposition = Atomics.load(this.to.memory, DISPOSITIONS + number);
    if (disposition === DISPOSITION_PENDING) {
      markSignal(this.to, number);
      this.bring();
    } else if (disposition === DISPOSITION_DEFAULT && ends) this.to.onEnd(name);
  }

  /** Makes the main thread look at the signals that are pending, wherever it waits. */
  bring(): void {
    if (this.listeners.size === 0) return;
    theLibc().write(this.pipe[1], new Uint8Array(1), 1);
    this.nudge(1);
  }

  /**
   * Wakes the main thread if it sleeps where signals interrupt, and again, less and less often, while one is pending: it
   * may have looked just before the signal came and fallen asleep just after it was woken.
   */
  private nudge(wait_ms: number): void {
    const {memory, sleeper} = this.to;
    const pending = Atomics.load(memory, SIGNALS_LOW) | Atomics.load(memory, SIGNALS_HIGH);
    if (this.listeners.size === 0 || pending === 0) return;
    const t = Atomics.load(memory, MAILBOXES);
    const word = t > MAIL_IDLE ? -Atomics.load(memory, t + WAITING_ON) : 0;
    if (word > 0) sleeper.wake(word, EVERYONE);
    setTimeout(() => this.nudge(Math.min(NUDGE_MS_MAX, wait_ms * 2)), wait_ms).unref();
  }
}
