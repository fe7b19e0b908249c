/** `_itertools`: `repeat`, over which `in` walks within one bytecode, as in CPython. */
import {shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {raise} from "../objects/errors.ts";
import {OVERFLOW_ERROR, TYPE_ERROR} from "../objects/exceptions.ts";
import {newRecord, T_REPEAT} from "../objects/iterators.ts";
import {NULL, RECORD_N} from "../objects/layout.ts";
import {constructor, methods, moduleValues} from "../objects/native.ts";
import {newInt} from "../objects/numbers.ts";
import {ref} from "../objects/types.ts";
import {intArgument} from "./system.ts";

const TIMES_MAX = 0x7fffffff;

function repeat(value: number, times: number): number {
  if (times === NULL) return newRecord(T_REPEAT, shared(value), NULL, NULL, -1, 0);
  const count = intArgument(times);
  if (Number.isNaN(count)) return NULL;
  if (count > TIMES_MAX) return raise(OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
  return newRecord(T_REPEAT, shared(value), NULL, NULL, Math.max(0, count), 0);
}

const left = (it: number) => H[(it >> 2) + RECORD_N];

constructor(T_REPEAT, "repeat(cls, object, times=)", (a) => repeat(H[a + 1], H[a + 2]));
methods(T_REPEAT, {
  "__length_hint__(self)": (a) =>
    left(H[a]) < 0 ? raise(TYPE_ERROR, "len() of unsized object") : newInt(left(H[a]))
});
moduleValues("_itertools", {repeat: () => shared(ref(T_REPEAT))});
