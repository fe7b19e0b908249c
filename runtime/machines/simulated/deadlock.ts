import {THREAD_ID} from "../../objects/layout.ts";
import type {Task} from "./task.ts";
import {ENDED} from "./task.ts";

/**
 * Says who waits for what when nothing can happen any more.
 * @param held words on mutexes and on the interpreter lock: who holds what
 */
export function describeDeadlock(tasks: readonly Task[], now_ns: number, held: readonly string[]): string {
  const waiting = tasks.filter((task) => task.state !== ENDED);
  const lines = waiting.map((task) => `  ${task.name} waits for ${task.reason || "nothing"}`);
  const seconds = (now_ns / 1e9).toFixed(6);
  return [
    `deadlock after ${seconds} virtual seconds: no thread can go on`,
    ...lines,
    ...held.map((line) => `  ${line}`)
  ].join("\n");
}

export const threadName = (memory: Int32Array, t: number) =>
  memory[t + THREAD_ID] === 0 ? "the main thread" : `thread ${memory[t + THREAD_ID]}`;
