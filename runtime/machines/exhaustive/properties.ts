/** What is checked in every state. A violation is named by the number of its property. */
export const EXCLUSION = 0;
export const DEADLOCK = 1;
export const STALL = 2;
export const DROP = 3;
export const RACE = 4;
export const MUTEXES = 5;
export const SIGNALS = 6;
export const CLEAN = 7;

export interface Property {
  name: string;
  /** What holds in every state of a correct design. */
  title: string;
}

export const properties: readonly Property[] = [
  {name: "exclusion", title: "one thread at a time holds the interpreter lock, and only it runs Python"},
  {name: "deadlock", title: "while a thread has not ended, one can run"},
  {name: "stall", title: "nobody depends on a time-out or a device to go on: no wake-up is lost"},
  {name: "drop", title: "a thread that is asked to drop the lock does so, and another has it next"},
  {name: "race", title: "no two threads touch a cell at once, one of them writing"},
  {name: "mutexes", title: "a mutex is unlocked, and given to a wait, by the thread that locked it"},
  {name: "signals", title: "the main thread runs a signal's handler at its next check"},
  {
    name: "clean",
    title: "when all have ended nothing is locked, asked for or waited on, and a new thread gets the lock"
  }
];
