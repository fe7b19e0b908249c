/** `__iter__` and `__next__` of built-in iterators; the types enumerate, zip, map, filter and reversed. */

import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {callPrelude, tailCall} from "./calls.ts";
import {newTuple, raise, tupleOf} from "./errors.ts";
import {TYPE_ERROR} from "./exceptions.ts";
import {truthSimple, typeNameOf, typeOf} from "./inspect.ts";
import {
  dropItems,
  iterate,
  iterateReversed,
  newRecord,
  next,
  nextNumber,
  PYTHON_NEXT,
  T_ENUMERATE,
  T_FILTER,
  T_MAP,
  T_REPEAT,
  T_ZIP,
  walksAlone
} from "./iterators.ts";
import {
  K_LIST,
  K_STR,
  K_TUPLE,
  T_BYTES_ITERATOR,
  T_CALLABLE_ITERATOR,
  T_ITEMS_ITERATOR,
  T_KEYS_ITERATOR,
  T_LIST_ITERATOR,
  T_RANGE_ITERATOR,
  T_REVERSED_ITERATOR,
  T_SEQUENCE_ITERATOR,
  T_SET_ITERATOR,
  T_STR_ITERATOR,
  T_TUPLE_ITERATOR,
  T_VALUES_ITERATOR
} from "./kinds.ts";
import {
  BYTES_LENGTH,
  LIST_LENGTH,
  NEEDS_PYTHON,
  NULL,
  RECORD_A,
  RECORD_B,
  RECORD_C,
  RECORD_M,
  RECORD_N,
  STOP,
  STR_LENGTH,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE_FLAGS,
  TYPE_HEAP
} from "./layout.ts";
import {constructor, methods, moduleFunctions, moduleValues} from "./native.ts";
import {intAsNumber, isInt, kindOf, newInt} from "./numbers.ts";
import {staticStr} from "./text.ts";
import {ref} from "./types.ts";

const NEXT = staticStr("_next_in_python");
const ENUMERATE = staticStr("_enumerate");
const ZIP = staticStr("_zip");
const MAP = staticStr("_map");
const FILTER = staticStr("_filter");
const REVERSED = staticStr("_reversed");

/** The next value of a built-in iterator as its `__next__` method gives it: may be STOP or TAIL. */
export function nextOrTail(it: number): number {
  const value = next(it);
  if (value !== PYTHON_NEXT) return value;
  const o = it >> 2;
  if (H[o + RECORD_A] === NULL) return STOP;
  if (typeOf(it) === T_MAP) {
    const sources = H[o + RECORD_B] >> 2;
    if (H[sources + TUPLE_LENGTH] === 1 && walksAlone(H[sources + TUPLE_ITEMS])) {
      const argument = next(H[sources + TUPLE_ITEMS]);
      if (argument === STOP || argument === NULL) return argument;
      const answer = tailCall(H[o + RECORD_A], [argument]);
      DECREF(argument);
      return answer;
    }
  }
  return callPrelude(NEXT, [it]);
}

/** Items that are left, for the iterators that know. */
function lengthHint(it: number): number {
  const o = it >> 2;
  const source = H[o + RECORD_A];
  if (typeOf(it) === T_RANGE_ITERATOR) {
    if (H[o + RECORD_B] !== NULL) return intAsNumber(H[o + RECORD_C]);
    return (H[o + RECORD_M] - H[o + RECORD_N]) / (H[o + RECORD_A] >> 1);
  }
  if (source === NULL) return 0;
  const kind = kindOf(source);
  const word =
    kind === K_LIST
      ? LIST_LENGTH
      : kind === K_TUPLE
        ? TUPLE_LENGTH
        : kind === K_STR
          ? STR_LENGTH
          : BYTES_LENGTH;
  return Math.max(0, H[(source >> 2) + word] - H[o + RECORD_N]);
}

const ITERATORS = [T_LIST_ITERATOR, T_TUPLE_ITERATOR, T_STR_ITERATOR, T_BYTES_ITERATOR, T_RANGE_ITERATOR];
const OTHERS = [
  T_KEYS_ITERATOR,
  T_VALUES_ITERATOR,
  T_ITEMS_ITERATOR,
  T_SET_ITERATOR,
  T_REVERSED_ITERATOR,
  T_CALLABLE_ITERATOR,
  T_SEQUENCE_ITERATOR,
  T_ENUMERATE,
  T_ZIP,
  T_MAP,
  T_FILTER,
  T_REPEAT
];
for (const type of [...ITERATORS, ...OTHERS]) {
  methods(type, {"__iter__(self)": (a) => shared(H[a]), "__next__(self)": (a) => nextOrTail(H[a])});
}
for (const type of ITERATORS) methods(type, {"__length_hint__(self)": (a) => newInt(lengthHint(H[a]))});

/** Iterators over the `count` values at `from`; null: an exception is set; NEEDS_PYTHON. */
function iterateAll(from: number, count: number): number[] | null | typeof NEEDS_PYTHON {
  const sources: number[] = [];
  for (let i = 0; i < count; i++) {
    const it = iterate(H[from + i]);
    if (it !== NULL && it !== NEEDS_PYTHON) {
      sources.push(it);
      continue;
    }
    dropItems(sources);
    return it === NULL ? null : NEEDS_PYTHON;
  }
  return sources;
}

const argumentsAt = (from: number, count: number) =>
  newTuple(Array.from({length: count}, (_, i) => H[from + i]));

function callWithTuple(name: number, first: number, from: number, count: number): number {
  const tuple = argumentsAt(from, count);
  const answer = callPrelude(name, [first, tuple]);
  DECREF(tuple);
  return answer;
}

/** A zip of iterators, which it takes over. */
function newZip(sources: readonly number[], strict: boolean): number {
  const alone = !strict && sources.every(walksAlone);
  return newRecord(T_ZIP, tupleOf(...sources), NULL, NULL, strict ? 1 : 0, alone ? 1 : 0);
}

constructor(T_ENUMERATE, "enumerate(cls, iterable, start=)", (a) => {
  const start = H[a + 2] === NULL ? 0 : H[a + 2];
  const source = isInt(start) ? iterate(H[a + 1]) : NEEDS_PYTHON;
  if (source === NEEDS_PYTHON) return callPrelude(ENUMERATE, [H[a + 1], start]);
  return source === NULL ? NULL : newRecord(T_ENUMERATE, source, shared(start), NULL, 0, 0);
});
constructor(T_ZIP, "zip(cls, *iterables, strict=)", (a, n) => {
  const strict = H[a + n] !== NULL && truthSimple(H[a + n]) !== 0;
  const sources = iterateAll(a + 1, n - 1);
  if (sources === NEEDS_PYTHON) return callWithTuple(ZIP, strict ? 2 : 0, a + 1, n - 1);
  return sources === null ? NULL : newZip(sources as number[], strict);
});
constructor(T_MAP, "map(cls, *args)", (a, n) => {
  if (n < 3) return raise(TYPE_ERROR, "map() must have at least two arguments.");
  const sources = iterateAll(a + 2, n - 2);
  if (sources === NEEDS_PYTHON) return callWithTuple(MAP, H[a + 1], a + 2, n - 2);
  if (sources === null) return NULL;
  return newRecord(T_MAP, shared(H[a + 1]), tupleOf(...(sources as number[])), NULL, 0, 0);
});
constructor(T_FILTER, "filter(cls, function, iterable, /)", (a) => {
  const source = iterate(H[a + 2]);
  if (source === NEEDS_PYTHON) return callPrelude(FILTER, [H[a + 1], H[a + 2]]);
  return source === NULL ? NULL : newRecord(T_FILTER, shared(H[a + 1]), source, NULL, 0, 0);
});
constructor(T_REVERSED_ITERATOR, "reversed(cls, sequence, /)", (a) => {
  const own = (H[typeOf(H[a + 1]) + TYPE_FLAGS] & TYPE_HEAP) !== 0;
  const it = own ? NEEDS_PYTHON : iterateReversed(H[a + 1]);
  return it === NEEDS_PYTHON ? callPrelude(REVERSED, [H[a + 1]]) : it;
});

moduleValues("builtins", {
  enumerate: () => shared(ref(T_ENUMERATE)),
  zip: () => shared(ref(T_ZIP)),
  map: () => shared(ref(T_MAP)),
  filter: () => shared(ref(T_FILTER)),
  reversed: () => shared(ref(T_REVERSED_ITERATOR))
});

const orStop = (value: number) => (value === NULL ? STOP : shared(value));

moduleFunctions("_prelude", {
  "_new_enumerate(source, start)": (a) => {
    if (!isInt(H[a + 1]))
      return raise(TYPE_ERROR, `'${typeNameOf(H[a + 1])}' object cannot be interpreted as an integer`);
    return newRecord(T_ENUMERATE, shared(H[a]), shared(H[a + 1]), NULL, 0, 0);
  },
  "_new_zip(sources, strict)": (a) => {
    const o = H[a] >> 2;
    const sources = Array.from({length: H[o + TUPLE_LENGTH]}, (_, i) => shared(H[o + TUPLE_ITEMS + i]));
    return newZip(sources, truthSimple(H[a + 1]) === 1);
  },
  "_new_map(function, sources)": (a) => newRecord(T_MAP, shared(H[a]), shared(H[a + 1]), NULL, 0, 0),
  "_new_filter(function, source)": (a) => newRecord(T_FILTER, shared(H[a]), shared(H[a + 1]), NULL, 0, 0),
  "_new_reversed(sequence, last)": (a) =>
    newRecord(T_REVERSED_ITERATOR, shared(H[a]), 0, NULL, H[a + 1] >> 1, 0),
  "_new_sequence_iterator(sequence)": (a) => newRecord(T_SEQUENCE_ITERATOR, shared(H[a]), NULL, NULL, 0, 0),
  "_new_callable_iterator(function, sentinel)": (a) =>
    newRecord(T_CALLABLE_ITERATOR, shared(H[a]), shared(H[a + 1]), NULL, 0, 0),
  /** First and second value of an iterator: what it walks over, and what it does with it. */
  "_first_part(iterator)": (a) => orStop(H[(H[a] >> 2) + RECORD_A]),
  "_second_part(iterator)": (a) => orStop(H[(H[a] >> 2) + RECORD_B]),
  /** The position of an iterator, which then moves by `step`. */
  "_step(iterator, step)": (a) => {
    const o = H[a] >> 2;
    const at = H[o + RECORD_N];
    H[o + RECORD_N] = at + (H[a + 1] >> 1);
    return newInt(at);
  },
  "_next_number(enumerate)": (a) => nextNumber(H[a] >> 2),
  /** Ends an iterator for good. */
  "_finish(iterator)": (a) => {
    const o = H[a] >> 2;
    const source = H[o + RECORD_A];
    H[o + RECORD_A] = NULL;
    DECREF(source);
    return STOP;
  }
});
