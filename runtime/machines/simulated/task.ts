import type {Step, Steps} from "../steps.ts";
import type {WaitQueue} from "./wait-queue.ts";

/** What a simulated thread is doing, for the scheduler. */
export const NEW = 0;
export const RUNNING = 1;
export const READY = 2;
export const BLOCKED = 3;
export const ENDED = 4;
export type TaskState = 0 | 1 | 2 | 3 | 4;

/** How a task's sleep ended. */
export const WOKEN = 0;
export const EXPIRED = 1;
export const INTERRUPTED = 2;

/** The reason of a task that waits for a Python lock, whose word is at its subject. */
export const LOCK = "a lock";

/** A place in one wait queue. */
export abstract class Wait {
  abstract readonly task: Task;
  queue: WaitQueue | null = null;
  previous: Wait | null = null;
  next: Wait | null = null;
}

/** The place of a task in a further queue. */
export class FurtherWait extends Wait {
  readonly task: Task;

  constructor(task: Task) {
    super();
    this.task = task;
  }
}

/**
 * A thread as the simulated system sees it: of the Python program, or of a client. It is its own place in the queue that
 * it waits in, and knows its innermost protocol without a stack: with thousands of threads every object more that an event
 * looks at is a cache miss more. So is every line of this one: what most events look at comes first.
 */
export class Task extends Wait {
  readonly task = this;
  /** Slot of its time-out, or of a wake-up that is on its way. */
  readonly slot: number;
  state: TaskState = NEW;

  // ---- what it does
  /** The innermost of its protocols. */
  innermost: Steps | null = null;
  step: Step | null = null;
  /** How far its step has come: 0 before it, else as the step defines. */
  phase = 0;
  /** The last step's answer. */
  answer = 0;

  // ---- what it sleeps on
  /** Whether it waits: it may still be on its way to sleep. */
  waiting = false;
  /** Whether the slot holds a wake-up rather than a time-out. */
  waking = false;
  /** Which core's thread woke it, or -1, and whether that one is about to sleep, as far as the system knows. */
  waker = -1;
  wakerSleeps = false;
  outcome = WOKEN;
  /** Further queues of a task that waits for one of several things. */
  more: Wait[] | null = null;

  // ---- the scheduler's
  /** The core that it runs on, ran on last, or shall run on. */
  core = 0;
  /** The core that it ran on last, or -1. */
  ranOn = -1;
  /** The only core that it may run on, or -1. */
  pinned = -1;
  /** Nanoseconds that its present occupation still takes, while it is off its core. */
  left_ns = 0;
  /** Processor time by which `fair` orders, or use by which `decay` does. */
  virtual_ns = 0;
  /** When `virtual_ns` was last brought up to date. */
  asOf_ns = 0;
  /** `eevdf`: until when it shall have had its slice, in the measure of `virtual_ns`, and until when it keeps its core. */
  deadline_ns = 0;
  protected_ns = 0;
  /** `eevdf`: by how much it had less than the others on the core when it left it. */
  lag_ns = 0;
  /** `eevdf`: how often its core had been idle by then. */
  idles = 0;
  /** Since when it is on its core. */
  since_ns = 0;
  /** When it was last on a core. */
  stopped_ns = Number.NEGATIVE_INFINITY;
  /** Since when it waits. */
  waitingSince_ns = 0;

  // ---- accounts
  processor_ns = 0;
  system_ns = 0;
  voluntary = 0;
  involuntary = 0;

  // ---- what few events look at
  readonly id: number;
  readonly name: string;
  /** Block of the Python thread, or 0. */
  readonly t: number;
  /** Picoseconds of bytecode that are not yet charged. */
  rest_ps = 0;
  /** How long it was in blocking operations, and when the present one began. */
  blocked_ns = 0;
  blockedSince_ns = 0;
  /** Protocols that wait for the innermost to return, the outermost first. */
  private readonly callers: Steps[] = [];
  /** Whether a signal ends its sleep. */
  interruptible = false;
  /** Until when it spins. */
  spinsUntil_ns = 0;
  /** Bytes that its present write has written before it had to sleep. */
  progress = 0;
  /** What it waits for, in words, for the report of a deadlock; `#` stands for its subject: a descriptor or an address. */
  reason = "";
  subject = 0;

  constructor(id: number, name: string, t: number, slot: number) {
    super();
    this.id = id;
    this.name = name;
    this.t = t;
    this.slot = slot;
  }

  /** Its next steps are those of `steps`, then it goes on where it was. */
  call(steps: Steps): void {
    if (this.innermost !== null) this.callers.push(this.innermost);
    this.innermost = steps;
  }

  /** The innermost protocol is over. Answers whether there is another. */
  return(): boolean {
    this.innermost = this.callers.length > 0 ? this.callers.pop()! : null;
    return this.innermost !== null;
  }
}
