/** The type list: constructor and methods. */

import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {truth} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {sequenceComparisons} from "./comparison.ts";
import {raise} from "./errors.ts";
import {INDEX_ERROR, TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {truthSimple, typeNameOf} from "./inspect.ts";
import {collect, iterateBuiltin, iterateReversed} from "./iterators.ts";
import {K_LIST, K_SLICE, NONE, T_LIST} from "./kinds.ts";
import {LIST_BLOCK, LIST_LENGTH, NEEDS_PYTHON, NULL} from "./layout.ts";
import {
  listAppend,
  listClear,
  listConcat,
  listCopyOf,
  listDeleteItem,
  listExtend,
  listInsert,
  listItem,
  listRepeat,
  listRepeatInPlace,
  listSetItem,
  listSetSlice,
  listTake,
  makeList
} from "./list.ts";
import {constructor, methodOf, methods} from "./native.ts";
import {isInt, kindOf} from "./numbers.ts";
import {builtinRepr} from "./repr.ts";
import {ASK, clampArgument, containsItem, countItem, findItem, repeatCount} from "./sequence.ts";
import {position} from "./slice.ts";
import {sortList} from "./sort.ts";
import {newStr, staticStr} from "./text.ts";
import {useLists} from "./types.ts";

const EXTEND = staticStr("_extend_list");
const FROM = staticStr("_list_from");
const IN_PLACE_ADD = staticStr("_list_add_in_place");
const INDEX = staticStr("_sequence_index");
const COUNT = staticStr("_sequence_count");
const REMOVE = staticStr("_list_remove");
const SORT = staticStr("_list_sort");
const ITEM = staticStr("_item_by_index");
const SET_ITEM = staticStr("_set_item_by_index");
const DELETE_ITEM = staticStr("_delete_item_by_index");
const SET_SLICE = staticStr("_list_set_slice");
const REPEAT = staticStr("_repeat_by_index");
const REPR = staticStr("_container_repr");
const CONTAINS = staticStr("_sequence_contains");

const none = () => shared(NONE);

constructor(T_LIST, "list(cls, iterable=, /)", (a) => {
  const list = (makeList(H[a] >> 2) << 2) | 1;
  return H[a + 1] === NULL ? list : fill(list, H[a + 1]);
});

/** Extends a new list and answers it. */
function fill(list: number, iterable: number): number {
  const items = collect(iterable);
  if (items === null) {
    const answer = callPrelude(FROM, [list, iterable]);
    DECREF(list);
    return answer;
  }
  listExtend(list >> 2, items);
  return list;
}

function extend(list: number, iterable: number): number {
  const items = collect(iterable);
  if (items === null) return callPrelude(EXTEND, [list, iterable]);
  listExtend(list >> 2, items);
  return none();
}

function index(a: number): number {
  const length = H[(H[a] >> 2) + LIST_LENGTH];
  const start = clampArgument(H[a + 2], length, 0);
  const stop = clampArgument(H[a + 3], length, length);
  if (start < 0 || stop < 0) return NULL;
  const at = findItem(H[a], H[a + 1], start, stop);
  if (at >= 0) return at << 1;
  return callPrelude(INDEX, [H[a], H[a + 1], start << 1, stop << 1]);
}

function pop(a: number): number {
  const list = H[a] >> 2;
  const length = H[list + LIST_LENGTH];
  if (length === 0) return raise(INDEX_ERROR, "pop from empty list");
  if (H[a + 1] !== NULL && !isInt(H[a + 1])) {
    return raise(TYPE_ERROR, `'${typeNameOf(H[a + 1])}' object cannot be interpreted as an integer`);
  }
  const at = H[a + 1] === NULL ? length - 1 : position(H[a + 1], length);
  return at < 0 ? raise(INDEX_ERROR, "pop index out of range") : listTake(list, at);
}

function remove(a: number): number {
  const list = H[a] >> 2;
  const at = findItem(H[a], H[a + 1], 0, H[list + LIST_LENGTH]);
  if (at === ASK) return callPrelude(REMOVE, [H[a], H[a + 1]]);
  if (at < 0) return raise(VALUE_ERROR, "list.remove(x): x not in list");
  DECREF(listTake(list, at));
  return none();
}

function insert(a: number): number {
  const at = H[a + 1];
  if (!isInt(at)) return raise(TYPE_ERROR, `'${typeNameOf(at)}' object cannot be interpreted as an integer`);
  const length = H[(H[a] >> 2) + LIST_LENGTH];
  listInsert(H[a] >> 2, clampArgument(at, length, 0), H[a + 2]);
  return none();
}

function reverse(a: number): number {
  const list = H[a] >> 2;
  H.subarray(H[list + LIST_BLOCK], H[list + LIST_BLOCK] + H[list + LIST_LENGTH]).reverse();
  return none();
}

function sort(a: number, n: number): number {
  if (n > 1) return raise(TYPE_ERROR, "sort() takes no positional arguments");
  const reversed = H[a + 2] !== NULL && truthSimple(H[a + 2]) !== 0;
  const byKey = H[a + 1] !== NULL && H[a + 1] !== NONE;
  if (!byKey) {
    const sorted = sortList(H[a] >> 2, reversed);
    if (sorted !== NEEDS_PYTHON) return sorted === NULL ? NULL : none();
  }
  return callPrelude(SORT, [H[a], byKey ? H[a + 1] : NONE, reversed ? 2 : 0]);
}

/** `list[key] = value`: 0, NULL, NEEDS_PYTHON. */
export function assignItem(list: number, key: number, value: number): number {
  if ((key & 1) === 0 || kindOf(key) !== K_SLICE) return listSetItem(list >> 2, key, value);
  const items = collect(value);
  if (items === null) return NEEDS_PYTHON;
  const done = listSetSlice(list >> 2, key, items);
  if (done === NEEDS_PYTHON) for (const item of items) DECREF(item);
  return done;
}

function setItem(a: number): number {
  const done = assignItem(H[a], H[a + 1], H[a + 2]);
  if (done !== NEEDS_PYTHON) return done === NULL ? NULL : none();
  const slice = kindOf(H[a + 1]) === K_SLICE;
  return callPrelude(slice ? SET_SLICE : SET_ITEM, [H[a], H[a + 1], H[a + 2]]);
}

function add(a: number): number {
  if (kindOf(H[a + 1]) === K_LIST) return listConcat(H[a] >> 2, H[a + 1] >> 2);
  return raise(TYPE_ERROR, `can only concatenate list (not "${typeNameOf(H[a + 1])}") to list`);
}

function repeat(a: number): number {
  const times = repeatCount(H[a + 1]);
  if (times >= 0) return listRepeat(H[a] >> 2, times);
  return times === -1 ? callPrelude(REPEAT, [H[a], H[a + 1]]) : NULL;
}

methods(T_LIST, {
  "__init__(self, iterable=, /)": (a) => {
    listClear(H[a] >> 2);
    return H[a + 1] === NULL ? none() : extend(H[a], H[a + 1]);
  },
  "append(self, object, /)": (a) => {
    listAppend(H[a] >> 2, H[a + 1]);
    return none();
  },
  "extend(self, iterable, /)": (a) => extend(H[a], H[a + 1]),
  "insert(self, index, object, /)": insert,
  "pop(self, index=, /)": pop,
  "remove(self, value, /)": remove,
  "clear(self)": (a) => {
    listClear(H[a] >> 2);
    return none();
  },
  "index(self, value, start=, stop=, /)": index,
  "count(self, value, /)": (a) => {
    const count = countItem(H[a], H[a + 1]);
    return count === ASK ? callPrelude(COUNT, [H[a], H[a + 1]]) : count << 1;
  },
  "reverse(self)": reverse,
  "copy(self)": (a) => listCopyOf(H[(H[a] >> 2) + LIST_BLOCK], H[(H[a] >> 2) + LIST_LENGTH]),
  "sort(self, *args, key=, reverse=)": sort,
  "__len__(self)": (a) => H[(H[a] >> 2) + LIST_LENGTH] << 1,
  "__iter__(self)": (a) => iterateBuiltin(H[a]),
  "__reversed__(self)": (a) => iterateReversed(H[a]),
  "__getitem__(self, key, /)": (a) => {
    const item = listItem(H[a] >> 2, H[a + 1]);
    return item === NEEDS_PYTHON ? callPrelude(ITEM, [H[a], H[a + 1]]) : item;
  },
  "__setitem__(self, key, value, /)": setItem,
  "__delitem__(self, key, /)": (a) => {
    const done = listDeleteItem(H[a] >> 2, H[a + 1]);
    if (done === NEEDS_PYTHON) return callPrelude(DELETE_ITEM, [H[a], H[a + 1]]);
    return done === NULL ? NULL : none();
  },
  "__contains__(self, value, /)": (a) => {
    const found = containsItem(H[a], H[a + 1]);
    return found === NEEDS_PYTHON ? callPrelude(CONTAINS, [H[a], H[a + 1]]) : truth(found === 1);
  },
  "__add__(self, other, /)": add,
  "__mul__(self, times, /)": repeat,
  "__rmul__(self, times, /)": repeat,
  "__iadd__(self, other, /)": (a) => {
    const items = collect(H[a + 1]);
    if (items === null) return callPrelude(IN_PLACE_ADD, [H[a], H[a + 1]]);
    listExtend(H[a] >> 2, items);
    return shared(H[a]);
  },
  "__imul__(self, times, /)": (a) => {
    const times = repeatCount(H[a + 1]);
    if (times < 0) return repeat(a);
    listRepeatInPlace(H[a] >> 2, times);
    return shared(H[a]);
  },
  "__repr__(self)": (a) => {
    const repr = builtinRepr(H[a]);
    return repr === null ? callPrelude(REPR, [H[a]]) : newStr(repr);
  }
});
sequenceComparisons(T_LIST);
useLists(() => (makeList(T_LIST) << 2) | 1, listAppend);

/** Number of `list.append`, which the evaluation loop does itself. */
export const LIST_APPEND = methodOf(T_LIST, "append");
