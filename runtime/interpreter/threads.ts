/** Python threads as the heap knows them: their blocks, their stacks, how they begin and end. */
import {environment} from "../environment.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {allocateBlock, H, orphanFreeLists, releaseBlock, threadBlock} from "../memory/heap.ts";
import {preludeFunction} from "../objects/calls.ts";
import {raise} from "../objects/errors.ts";
import {RUNTIME_ERROR} from "../objects/exceptions.ts";
import {
  DEPTH,
  ENTER,
  EXCEPTION,
  FINALIZERS,
  FINALIZERS_LATER,
  FINALIZING,
  FRAME_FUNCTION,
  FRAME_POINTER,
  HANDLED,
  LOCALS_DICT,
  MODE_DISCARD,
  MODE_ENTRY,
  NULL,
  PROGRAM_COUNTER,
  STACK_LIMIT,
  STACK_POINTER,
  STACK_START,
  TAIL_ARGUMENTS,
  TAIL_FUNCTION,
  TAIL_KEYWORDS,
  TAIL_LOCALS,
  THREAD_ID,
  THREAD_PRIORITY,
  THREAD_STATE,
  THREADS_ALIVE,
  THREADS_MAX
} from "../objects/layout.ts";
import {newInt} from "../objects/numbers.ts";
import {newDict} from "../objects/table.ts";
import {staticStr} from "../objects/text.ts";
import {dropWords, enterFunction} from "./frames.ts";

const S_RUN_THREAD = staticStr("_run_thread");
const S_AFTER_SIGNALS = staticStr("_after_signals");
const S_NOTHING = staticStr("_nothing");

/** Words of a thread's stack: room for about 20,000 frames of small functions. Untouched pages cost nothing. */
const STACK_WORDS = environment.stackWords ?? 1 << 20;
const MAIN_STACK_WORDS = 1 << 22;
const STATE_FREE = 0;
const STATE_STARTING = 1;
const STATE_RUNNING = 2;
const STATE_ENDED = 3;
/** Words kept free above the frames, for operands of built-ins. */
const STACK_MARGIN = 4096;

/** Sets up the block of thread `id` with a stack of its own. */
export function prepareThread(id: number): number {
  const t = threadBlock(id);
  const words = id === 0 ? MAIN_STACK_WORDS : STACK_WORDS;
  const stack = allocateBlock(words);
  H[t + THREAD_ID] = id;
  H[t + THREAD_STATE] = STATE_STARTING;
  H[t + FRAME_POINTER] = stack;
  H[t + PROGRAM_COUNTER] = 0;
  H[t + STACK_POINTER] = stack;
  H[t + STACK_START] = stack;
  H[t + STACK_LIMIT] = stack + words - STACK_MARGIN;
  // The function that runs the program is not one of its frames.
  H[t + DEPTH] = id === 0 ? -1 : 0;
  H[t + FINALIZING] = 0;
  H[t + THREAD_PRIORITY] = 0;
  for (const word of [
    EXCEPTION,
    HANDLED,
    TAIL_FUNCTION,
    TAIL_ARGUMENTS,
    TAIL_KEYWORDS,
    TAIL_LOCALS,
    FINALIZERS,
    FINALIZERS_LATER,
    LOCALS_DICT
  ]) {
    H[t + word] = NULL;
  }
  return t;
}

/** Makes thread `t` begin with a call of `function_` (borrowed) on `args` (borrowed). */
export function enterThread(t: number, function_: number, args: readonly number[]): void {
  const floor = H[t + STACK_POINTER];
  args.forEach((value, i) => {
    H[floor + i] = shared(value);
  });
  if (enterFunction(t, shared(function_), floor, floor, args.length, NULL, MODE_ENTRY, NULL) !== ENTER) {
    throw new Error("a thread's first function must take its arguments");
  }
  H[t + THREAD_STATE] = STATE_RUNNING;
}

/** A block that no thread uses, ended ones last, or 0. */
function freeId(): number {
  for (const wanted of [STATE_FREE, STATE_ENDED]) {
    for (let id = 1; id < THREADS_MAX; id++) if (H[threadBlock(id) + THREAD_STATE] === wanted) return id;
  }
  return 0;
}

/**
 * Starts a thread that calls `callable` with the tuple `args` and the dict `kwargs` (or NULL); all borrowed.
 * Answers its ident as a new int, or NULL with RuntimeError.
 */
export function startThread(callable: number, args: number, kwargs: number): number {
  const id = freeId();
  if (id === 0) return raise(RUNTIME_ERROR, "can't start new thread");
  const t = prepareThread(id);
  const keywords = kwargs === NULL ? newDict() : shared(kwargs);
  enterThread(t, preludeFunction(S_RUN_THREAD), [callable, args, keywords]);
  DECREF(keywords);
  H[THREADS_ALIVE]++;
  if (environment.devices.startThread(t) < 0) {
    H[THREADS_ALIVE]--;
    abandonThread(t);
    return raise(RUNTIME_ERROR, "can't start new thread");
  }
  return threadIdent(t);
}

/** Gives back what a thread owned that never ran. */
function abandonThread(t: number): void {
  const fp = H[t + FRAME_POINTER];
  dropWords(fp, H[t + STACK_POINTER]);
  DECREF(H[fp + FRAME_FUNCTION]);
  releaseBlock(H[t + STACK_START], STACK_WORDS);
  H[t + STACK_START] = 0;
  H[t + THREAD_STATE] = STATE_ENDED;
}

/** What get_ident gives for a thread: the address of its block. */
export const threadIdent = (t: number) => newInt(t);

/** Gives back what an ended thread owned. The caller holds the lock of the heap and runs as this thread. */
export function endThread(t: number): void {
  for (const word of [EXCEPTION, HANDLED, FINALIZERS, LOCALS_DICT]) {
    const value = H[t + word];
    H[t + word] = NULL;
    DECREF(value);
  }
  const words = H[t + THREAD_ID] === 0 ? MAIN_STACK_WORDS : STACK_WORDS;
  releaseBlock(H[t + STACK_START], words);
  H[t + STACK_START] = 0;
  orphanFreeLists(t);
  H[t + THREAD_STATE] = STATE_ENDED;
  if (H[t + THREAD_ID] !== 0) H[THREADS_ALIVE]--;
}

/** Makes the handlers of pending signals run next on thread `t`, between two of its bytecodes. */
export function enterSignalHandlers(t: number): void {
  const floor = H[t + STACK_POINTER];
  H[floor] = shared(preludeFunction(S_NOTHING));
  enterFunction(t, shared(preludeFunction(S_AFTER_SIGNALS)), floor, floor, 1, NULL, MODE_DISCARD, NULL);
}
