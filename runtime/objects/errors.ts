/** Setting exceptions from built-ins. The exception classes are in exceptions.ts. */

import {DECREF, shared} from "../memory/counts.ts";
import {H, make, T} from "../memory/heap.ts";
import {EMPTY_TUPLE, T_TUPLE} from "./kinds.ts";
import {
  EXCEPTION,
  EXCEPTION_ARGS,
  EXCEPTION_CAUSE,
  EXCEPTION_CONTEXT,
  EXCEPTION_DICT,
  EXCEPTION_SUPPRESS,
  EXCEPTION_TRACEBACK,
  EXCEPTION_WORDS,
  NULL,
  TUPLE_ITEMS,
  TUPLE_LENGTH
} from "./layout.ts";
import {newStr} from "./text.ts";

/** A tuple of new references to `items`. */
export function newTuple(items: readonly number[]): number {
  if (items.length === 0) return shared(EMPTY_TUPLE);
  const o = make(T_TUPLE, TUPLE_ITEMS + items.length);
  H[o + TUPLE_LENGTH] = items.length;
  for (let i = 0; i < items.length; i++) H[o + TUPLE_ITEMS + i] = shared(items[i]);
  return (o << 2) | 1;
}

/** A tuple that takes over the references in `items`. */
export function tupleOf(...items: number[]): number {
  if (items.length === 0) return shared(EMPTY_TUPLE);
  const o = make(T_TUPLE, TUPLE_ITEMS + items.length);
  H[o + TUPLE_LENGTH] = items.length;
  for (let i = 0; i < items.length; i++) H[o + TUPLE_ITEMS + i] = items[i];
  return (o << 2) | 1;
}

/** A new exception of an exact built-in class, its args tuple taken over. Answers a reference. */
export function newException(type: number, args: number): number {
  const o = make(type, EXCEPTION_WORDS);
  H[o + EXCEPTION_ARGS] = args;
  H[o + EXCEPTION_CAUSE] = NULL;
  H[o + EXCEPTION_CONTEXT] = NULL;
  H[o + EXCEPTION_TRACEBACK] = NULL;
  H[o + EXCEPTION_SUPPRESS] = 0;
  H[o + EXCEPTION_DICT] = NULL;
  return (o << 2) | 1;
}

/** Sets an exception of a built-in class with one message. Answers NULL, so that `return raise(...)` reads well. */
export function raise(type: number, message: string): number {
  return raiseRef(newException(type, tupleOf(newStr(message))));
}

/** The same with a value as the only argument (KeyError, StopIteration). The value is borrowed. */
export function raiseWith(type: number, value: number): number {
  return raiseRef(newException(type, newTuple([value])));
}

/** Sets an exception object; takes the reference over. */
export function raiseRef(exception: number): number {
  DECREF(H[T + EXCEPTION]);
  H[T + EXCEPTION] = exception;
  return NULL;
}

export const hasException = () => H[T + EXCEPTION] !== NULL;

/** Takes the exception that is set: the caller owns it. */
export function takeException(): number {
  const exception = H[T + EXCEPTION];
  H[T + EXCEPTION] = NULL;
  return exception;
}
