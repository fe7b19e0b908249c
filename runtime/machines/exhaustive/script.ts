/**
 * What threads do in place of running Python: a short script for each. Everything around it (taking the lock, checking,
 * leaving it to block, ending) is the real life of a thread, `../thread.ts`.
 */

/**
 * One entry of a script.
 * - `compute`: bytecodes to the next safe point. There a tick design checks, and any other if the breaker asks for it.
 * - `yield`: a blocking call that is over by itself, such as sleep(0).
 * - `block`: a blocking call that ends when the device pleases, so that nobody may count on it.
 * - `start N`: starts thread N, which does not run before.
 * - `again`: goes back to the beginning, for programs without end. Only at the end of a script.
 *
 * After the last entry the thread ends.
 */
export type Action = "compute" | "yield" | "block" | "again" | `start ${number}`;

/** A small program: a script for each thread. Thread 0 is the main thread. */
export interface Scenario {
  name: string;
  /** What it is about, in a few words. */
  title: string;
  threads: readonly (readonly Action[])[];
  /** Whether the operating system sends the process one signal, at any moment. */
  signal?: boolean;
}

/** Most threads of a scenario. */
export const THREADS_MAX = 7;
/** Longest script. */
export const ACTIONS_MAX = 31;

export const COMPUTE = 0;
export const YIELD = 1;
export const BLOCK = 2;
export const START = 3;
export const AGAIN = 4;

/** An action as numbers: what, and for `start` whom. */
export interface Code {
  what: number;
  thread: number;
}

const KINDS = ["compute", "yield", "block", "start", "again"];

/** @returns the scripts as numbers, after the last action nothing. @throws if a script cannot be run */
export function compileScripts({name, threads}: Scenario): Code[][] {
  const refuse = (what: string, advice: string) => {
    throw new Error(`invalid scenario: ${name}, ${what}; ${advice}`);
  };
  if (threads.length < 1 || threads.length > THREADS_MAX)
    refuse(`${threads.length} threads`, `give 1 to ${THREADS_MAX}`);
  const compile = (action: Action, i: number, script: readonly Action[]): Code => {
    const [kind, thread] = action.split(" ");
    const code = {what: KINDS.indexOf(kind), thread: Number(thread ?? -1)};
    if (code.what < 0) refuse(`unknown action ${action}`, `known actions: ${KINDS.join(", ")}`);
    if (
      code.what === START &&
      !(Number.isInteger(code.thread) && code.thread > 0 && code.thread < threads.length)
    )
      refuse(action, `give a thread from 1 to ${threads.length - 1}`);
    if (code.what === AGAIN && (i !== script.length - 1 || i === 0))
      refuse(action, "put it at the end of a script that does something");
    return code;
  };
  return threads.map((script) => {
    if (script.length > ACTIONS_MAX)
      refuse(`a script of ${script.length} actions`, `give at most ${ACTIONS_MAX}`);
    return script.map(compile);
  });
}

/** Whether each thread runs from the beginning: nobody starts it. */
export function runsAtOnce(scripts: Code[][]): boolean[] {
  const started = new Set(
    scripts
      .flat()
      .filter(({what}) => what === START)
      .map(({thread}) => thread)
  );
  return scripts.map((_, t) => !started.has(t));
}
