/**
 * Formatting that meets values which only Python code can convert. A built-in may not call back, so it runs again and
 * again: each time it comes to such a value it ends with a question, the prelude answers it in Python, and the next
 * run gets all the answers so far (see modules/prelude_text.py).
 */

import {shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {tupleOf} from "./errors.ts";
import {NONE} from "./kinds.ts";
import {LIST_BLOCK, LIST_LENGTH, NULL} from "./layout.ts";
import {staticStr} from "./text.ts";

export const ASK_STR = staticStr("str");
export const ASK_REPR = staticStr("repr");
export const ASK_FORMAT = staticStr("format");
export const ASK_ATTRIBUTE = staticStr("getattr");
export const ASK_ITEM = staticStr("getitem");
export const ASK_INTEGER = staticStr("int");
export const ASK_INDEX = staticStr("index");
export const ASK_FLOAT = staticStr("float");
export const ASK_BYTES = staticStr("bytes");

let answers = NULL;
let used = 0;
let question = NULL;

/** Starts a run with a list of answers (borrowed), or NULL for none. */
export function startAsking(list: number): void {
  answers = list;
  used = 0;
  question = NULL;
}

/** The answer, borrowed; or NULL: the run must end, and `takeQuestion` has what to ask. Arguments are borrowed. */
export function ask(what: number, value: number, detail: number = NONE): number {
  if (answers !== NULL && used < H[(answers >> 2) + LIST_LENGTH]) {
    return H[H[(answers >> 2) + LIST_BLOCK] + used++];
  }
  question = tupleOf(shared(what), shared(value), shared(detail));
  return NULL;
}

/** The question that ended a run, a tuple (what, value, detail); NULL when none did. */
export function takeQuestion(): number {
  const taken = question;
  question = NULL;
  return taken;
}
