/** The type tuple. Tuples are made by `newTuple` and `tupleOf` in errors.ts. */

import {shared} from "../memory/counts.ts";
import {H, make} from "../memory/heap.ts";
import {truth} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {hashSimple} from "./compare.ts";
import {sequenceComparisons} from "./comparison.ts";
import {raise} from "./errors.ts";
import {TYPE_ERROR} from "./exceptions.ts";
import {valueOfHash} from "./hash.ts";
import {typeNameOf} from "./inspect.ts";
import {collect, iterateBuiltin} from "./iterators.ts";
import {EMPTY_TUPLE, K_SLICE, K_TUPLE, T_TUPLE} from "./kinds.ts";
import {
  NEEDS_PYTHON,
  NULL,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE,
  TYPE_DICT_OFFSET,
  TYPE_SLOT_COUNT
} from "./layout.ts";
import {fillRepeated} from "./list.ts";
import {constructor, methods} from "./native.ts";
import {isInt, kindOf} from "./numbers.ts";
import {builtinRepr} from "./repr.ts";
import {ASK, clampArgument, containsItem, countItem, findItem, repeatCount} from "./sequence.ts";
import {badIndex, outOfRange, position, sliceBounds, sliceCount, sliceFrom, sliceStep} from "./slice.ts";
import {newStr, staticStr} from "./text.ts";

const FROM = staticStr("_tuple_from");
const INDEX = staticStr("_sequence_index");
const COUNT = staticStr("_sequence_count");
const CONTAINS = staticStr("_sequence_contains");
const ITEM = staticStr("_item_by_index");
const REPEAT = staticStr("_repeat_by_index");
const REPR = staticStr("_container_repr");
const HASH = staticStr("_tuple_hash");

/** A tuple of a class that may be a subclass, with room for `length` items that the caller fills. */
export function makeTuple(type: number, length: number): number {
  const extra = (H[type + TYPE_DICT_OFFSET] !== 0 ? 1 : 0) + H[type + TYPE_SLOT_COUNT];
  const o = make(type, TUPLE_ITEMS + length + extra);
  H[o + TUPLE_LENGTH] = length;
  for (let i = 0; i < extra; i++) H[o + TUPLE_ITEMS + length + i] = NULL;
  return o;
}

/** A tuple with new references to the `count` values at `from`. */
function tupleCopyOf(from: number, count: number): number {
  if (count === 0) return shared(EMPTY_TUPLE);
  const o = makeTuple(T_TUPLE, count);
  for (let i = 0; i < count; i++) H[o + TUPLE_ITEMS + i] = shared(H[from + i]);
  return (o << 2) | 1;
}

/** `tuple[key]`: a new reference, NULL, or NEEDS_PYTHON. */
export function tupleItem(o: number, key: number): number {
  if ((key & 1) === 0 || isInt(key)) {
    const at = position(key, H[o + TUPLE_LENGTH]);
    return at < 0 ? outOfRange(key, "tuple index out of range") : shared(H[o + TUPLE_ITEMS + at]);
  }
  if (kindOf(key) !== K_SLICE) return badIndex(key, "tuple indices must be integers or slices");
  const bounds = sliceBounds(key, H[o + TUPLE_LENGTH]);
  if (bounds !== 0) return bounds;
  if (sliceStep === 1) {
    if (sliceCount === H[o + TUPLE_LENGTH] && H[o + TYPE] === T_TUPLE) return shared((o << 2) | 1);
    return tupleCopyOf(o + TUPLE_ITEMS + sliceFrom, sliceCount);
  }
  if (sliceCount === 0) return shared(EMPTY_TUPLE);
  const r = makeTuple(T_TUPLE, sliceCount);
  for (let i = 0; i < sliceCount; i++) {
    H[r + TUPLE_ITEMS + i] = shared(H[o + TUPLE_ITEMS + sliceFrom + i * sliceStep]);
  }
  return (r << 2) | 1;
}

export function tupleConcat(a: number, b: number): number {
  const n = H[a + TUPLE_LENGTH];
  const m = H[b + TUPLE_LENGTH];
  if (n + m === 0) return shared(EMPTY_TUPLE);
  const o = makeTuple(T_TUPLE, n + m);
  for (let i = 0; i < n; i++) H[o + TUPLE_ITEMS + i] = shared(H[a + TUPLE_ITEMS + i]);
  for (let i = 0; i < m; i++) H[o + TUPLE_ITEMS + n + i] = shared(H[b + TUPLE_ITEMS + i]);
  return (o << 2) | 1;
}

export function tupleRepeat(a: number, times: number): number {
  const n = H[a + TUPLE_LENGTH];
  if (n * times === 0) return shared(EMPTY_TUPLE);
  const o = makeTuple(T_TUPLE, n * times);
  fillRepeated(o + TUPLE_ITEMS, a + TUPLE_ITEMS, n, times);
  return (o << 2) | 1;
}

constructor(T_TUPLE, "tuple(cls, iterable=, /)", (a) => {
  const type = H[a] >> 2;
  const source = H[a + 1];
  if (type === T_TUPLE) {
    if (source === NULL) return shared(EMPTY_TUPLE);
    if ((source & 1) !== 0 && H[(source >> 2) + TYPE] === T_TUPLE) return shared(source);
  }
  const items = source === NULL ? [] : collect(source);
  if (items === null) return callPrelude(FROM, [H[a], source]);
  if (items.length === 0 && type === T_TUPLE) return shared(EMPTY_TUPLE);
  const o = makeTuple(type, items.length);
  for (let i = 0; i < items.length; i++) H[o + TUPLE_ITEMS + i] = items[i];
  return (o << 2) | 1;
});

function index(a: number): number {
  const length = H[(H[a] >> 2) + TUPLE_LENGTH];
  const start = clampArgument(H[a + 2], length, 0);
  const stop = clampArgument(H[a + 3], length, length);
  if (start < 0 || stop < 0) return NULL;
  const at = findItem(H[a], H[a + 1], start, stop);
  return at >= 0 ? at << 1 : callPrelude(INDEX, [H[a], H[a + 1], start << 1, stop << 1]);
}

function add(a: number): number {
  if (kindOf(H[a + 1]) === K_TUPLE) return tupleConcat(H[a] >> 2, H[a + 1] >> 2);
  return raise(TYPE_ERROR, `can only concatenate tuple (not "${typeNameOf(H[a + 1])}") to tuple`);
}

function repeat(a: number): number {
  const times = repeatCount(H[a + 1]);
  if (times >= 0) return tupleRepeat(H[a] >> 2, times);
  return times === -1 ? callPrelude(REPEAT, [H[a], H[a + 1]]) : NULL;
}

methods(T_TUPLE, {
  "index(self, value, start=, stop=, /)": index,
  "count(self, value, /)": (a) => {
    const count = countItem(H[a], H[a + 1]);
    return count === ASK ? callPrelude(COUNT, [H[a], H[a + 1]]) : count << 1;
  },
  "__len__(self)": (a) => H[(H[a] >> 2) + TUPLE_LENGTH] << 1,
  "__iter__(self)": (a) => iterateBuiltin(H[a]),
  "__getitem__(self, key, /)": (a) => {
    const item = tupleItem(H[a] >> 2, H[a + 1]);
    return item === NEEDS_PYTHON ? callPrelude(ITEM, [H[a], H[a + 1]]) : item;
  },
  "__contains__(self, value, /)": (a) => {
    const found = containsItem(H[a], H[a + 1]);
    return found === NEEDS_PYTHON ? callPrelude(CONTAINS, [H[a], H[a + 1]]) : truth(found === 1);
  },
  "__add__(self, other, /)": add,
  "__mul__(self, times, /)": repeat,
  "__rmul__(self, times, /)": repeat,
  "__hash__(self)": (a) => {
    const hash = hashSimple(H[a]);
    return hash === 0 || hash === -1 ? callPrelude(HASH, [H[a]]) : valueOfHash(H[a], hash);
  },
  "__repr__(self)": (a) => {
    const repr = builtinRepr(H[a]);
    return repr === null ? callPrelude(REPR, [H[a]]) : newStr(repr);
  }
});
sequenceComparisons(T_TUPLE);
