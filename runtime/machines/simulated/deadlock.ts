/** Says who waits for whom when nothing can happen any more, in the terms of the Python program. */
import type {LibraryCall, Whereabouts} from "../../interpreter/whereabouts.ts";
import {THREAD_ID} from "../../objects/layout.ts";
import {ENDED, LOCK, type Task} from "./task.ts";

/** What the report asks about a thread and what it waits for. */
export interface Witness {
  /** Where a Python thread stands that has not ended. */
  whereabouts(t: number): Whereabouts;
  /** Who took the Python lock whose word is at an address, or null. */
  lockTaker(word: number): Task | null;
  /** Who holds the interpreter lock, or one of the mutexes that it is made of: what, and who. */
  held: readonly (readonly [what: string, task: Task])[];
}

/**
 * What a thread waits for inside of a call of Python's library; of nested ones the outermost that is listed counts. The
 * lock that it waits for there is its own or the ended thread's, and says nothing.
 */
const CALLS: Record<string, string> = {
  "Thread.join": "joins #",
  "Thread.start": "waits for # to start",
  "Condition.wait": "waits for a condition to be notified",
  "Event.wait": "waits for an event to be set",
  "Semaphore.acquire": "waits for a semaphore to be released",
  "Barrier.wait": "waits for other threads at a barrier",
  "Queue.get": "waits for an item in a queue",
  "SimpleQueue.get": "waits for an item in a queue",
  "Queue.put": "waits for room in a queue",
  "Queue.join": "waits for the tasks of a queue to be done",
  _shutdown: "has come to its end and waits for the other threads"
};
/** In these calls whoever took the lock is not whom the thread waits for. */
const LIVES: ReadonlySet<string> = new Set(["Thread.join", "_shutdown"]);

/** @param tasks those that have not ended are reported */
export function describeDeadlock(tasks: readonly Task[], now_ns: number, witness: Witness): string {
  const waiting = tasks.filter((task) => task.state !== ENDED);
  const lines = [
    ...waiting.map((task) => `${nameOf(task, witness)} ${waitOf(task, witness)}`),
    ...witness.held.map(([what, task]) => `${what} is held by ${nameOf(task, witness)}`)
  ];
  const seconds = (now_ns / 1e9).toFixed(6);
  const first = `deadlock after ${seconds} virtual seconds: no thread can go on`;
  return [first, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** By the name that the program gave it, if it has not ended. */
function nameOf(task: Task, witness: Witness): string {
  if (task.t === 0 || task.state === ENDED) return task.name;
  return witness.whereabouts(task.t).name ?? task.name;
}

function waitOf(task: Task, witness: Witness): string {
  if (task.t === 0) return `waits for ${reasonOf(task)}`;
  const {calls, line} = witness.whereabouts(task.t);
  const known = calls.filter(({name}) => Object.hasOwn(CALLS, name)).at(-1);
  const where = line === null ? "" : ` (${line.filename}, line ${line.number})`;
  return `${wordsFor(task, known, witness)}${where}`;
}

function wordsFor(task: Task, call: LibraryCall | undefined, witness: Witness): string {
  const taker = task.reason === LOCK ? witness.lockTaker(task.subject) : null;
  const waitsForLock = taker !== null && taker !== task && !(call && LIVES.has(call.name));
  if (call && !waitsForLock) return CALLS[call.name].replace("#", call.thread ?? "a thread");
  if (taker === null) return `waits for ${reasonOf(task)}`;
  if (taker === task) return "waits for a lock that it holds itself";
  if (taker.state === ENDED) return `waits for a lock that ${taker.name} held when it ended`;
  return `waits for a lock held by ${nameOf(taker, witness)}`;
}

const reasonOf = ({reason, subject}: Task) => reason.replace("#", `${subject}`) || "nothing";

export const threadName = (memory: Int32Array, t: number) =>
  memory[t + THREAD_ID] === 0 ? "the main thread" : `thread ${memory[t + THREAD_ID]}`;
