/**
 * How a built-in reaches Python code and the world without a JavaScript frame between two Python frames: it asks for
 * a call in its place (TAIL), or for a blocking operation and how to go on after it (BLOCK).
 */
import {shared} from "../memory/counts.ts";
import {H, T} from "../memory/heap.ts";
import {newTuple} from "./errors.ts";
import {
  BLOCK,
  NULL,
  PRELUDE,
  TAIL,
  TAIL_ARGUMENTS,
  TAIL_FUNCTION,
  TAIL_KEYWORDS,
  TAIL_LOCALS
} from "./layout.ts";
import {getStr} from "./table.ts";
import {staticStr} from "./text.ts";

/**
 * Answers TAIL: the interpreter calls `callable` with these arguments, and its result is the built-in's.
 * All references are borrowed. `keywords` is a dict or NULL.
 */
export function tailCall(callable: number, args: readonly number[], keywords: number = NULL): number {
  return tailCallTuple(callable, newTuple(args), keywords);
}

/** The same with an argument tuple that is taken over. */
export function tailCallTuple(callable: number, args: number, keywords: number = NULL): number {
  H[T + TAIL_FUNCTION] = shared(callable);
  H[T + TAIL_ARGUMENTS] = args;
  H[T + TAIL_KEYWORDS] = shared(keywords);
  return TAIL;
}

/** Answers TAIL: the interpreter runs the body of `function_` with the dict `namespace` as its local variables. */
export function tailBody(function_: number, namespace: number): number {
  H[T + TAIL_LOCALS] = shared(namespace);
  return tailCallTuple(function_, NULL);
}

/** Calls a function of the preludes (modules/prelude_*.py) in the place of this built-in. Its name must be a `staticStr`. */
export function callPrelude(name: number, args: readonly number[]): number {
  return tailCall(preludeFunction(name), args);
}

/** A function of the prelude, borrowed. */
export function preludeFunction(name: number): number {
  return getStr(H[PRELUDE] >> 2, name);
}
const WITH_LIST = staticStr("_with_list");

/**
 * For a built-in that got an iterable which only Python code can walk: collects it into a list and calls `callable`
 * again with the list in the place of argument `position`. Everything is borrowed.
 */
export function callAgainWithList(callable: number, args: readonly number[], position: number): number {
  return callPrelude(WITH_LIST, [callable, position << 1, ...args]);
}

// ---- blocking ---------------------------------------------------------------------------------------------------
export interface Pending {
  /** Runs without the GIL. Must not touch the heap, but for immutable arguments of the call, which stay alive. */
  operation: () => number;
  /** Runs with the GIL: the call's value, NULL, TAIL, or BLOCK with a new operation. */
  finish: (result: number) => number;
  /** Performs the operation only if it need not wait, otherwise answers NOT_READY. Without it, nobody can tell. */
  attempt?: () => number;
}

let pending: Pending | null = null;

/** Answers BLOCK: the thread gives up the GIL, performs `operation`, takes the GIL and goes on with `finish`. */
export function blockOn(
  operation: () => number,
  finish: (result: number) => number,
  attempt?: () => number
): number {
  pending = {operation, finish, attempt};
  return BLOCK;
}

/** Takes the operation that the running thread has asked for. */
export function takePending(): Pending {
  const taken = pending;
  if (taken === null) throw new Error("nothing pending");
  pending = null;
  return taken;
}
