/** Words of the shared memory that only the host machine uses. */

/** What to do with each signal, by its number: a `Disposition`. */
export const DISPOSITIONS = 512;
export const SIGNALS_MAX = 64;
/** One word a worker: what it does, or the block of the thread that it is to run. */
export const MAILBOXES = DISPOSITIONS + SIGNALS_MAX;
export const WORKERS_MAX = 64;
/** Threads that have ended and told so. */
export const THREADS_ENDED = MAILBOXES + WORKERS_MAX;

export const MAIL_NONE = 0; // no such worker, or not yet ready
export const MAIL_IDLE = 1;
