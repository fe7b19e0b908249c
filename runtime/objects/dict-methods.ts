/** The type dict: constructor and methods. */

import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {truth} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {hashSimple} from "./compare.ts";
import {equality} from "./comparison.ts";
import {
  copyTable,
  dictDeleteItem,
  dictItem,
  dictSetItem,
  dictUpdate,
  makeTable,
  mergeTable,
  raiseUnhashable,
  tableContains
} from "./dict.ts";
import {raise, raiseWith, tupleOf} from "./errors.ts";
import {KEY_ERROR} from "./exceptions.ts";
import {collect, dropItems, iterateBuiltin, iterateReversed, newRecord} from "./iterators.ts";
import {K_DICT, NONE, NOT_IMPLEMENTED, T_DICT, T_DICT_ITEMS, T_DICT_KEYS, T_DICT_VALUES} from "./kinds.ts";
import {DICT_FILL, DICT_USED, ENTRY_KEY, ENTRY_VALUE, ENTRY_WORDS, NEEDS_PYTHON, NULL} from "./layout.ts";
import {classMethods, constructor, methods} from "./native.ts";
import {kindOf} from "./numbers.ts";
import {builtinRepr} from "./repr.ts";
import {ABSENT, ASK_PYTHON, clearTable, firstEntry, insert, lookup, UNHASHABLE, unlink} from "./table.ts";
import {newStr, staticStr} from "./text.ts";

const GET_ITEM = staticStr("_dict_getitem");
const SET_ITEM = staticStr("_dict_setitem");
const DELETE_ITEM = staticStr("_dict_delitem");
const CONTAINS = staticStr("_table_contains");
const GET = staticStr("_dict_get");
const SET_DEFAULT = staticStr("_dict_setdefault");
const POP = staticStr("_dict_pop");
const POP_REQUIRED = staticStr("_dict_pop_required");
const FROM_KEYS = staticStr("_dict_fromkeys");
const OR = staticStr("_dict_or");
const REPR = staticStr("_container_repr");

const none = () => shared(NONE);
const orNone = (ref: number) => (ref === NULL ? NONE : ref);

constructor(T_DICT, "dict(cls, iterable=, /, **kwargs)", (a) => {
  const o = makeTable(H[a] >> 2);
  const dict = (o << 2) | 1;
  const done = update(o, H[a + 1], H[a + 2], true);
  if (done === 0) return dict;
  DECREF(dict);
  return done;
});

/** Updates from an optional source, then from keywords: 0, NULL, or a TAIL. */
function update(o: number, source: number, keywords: number, answerDict: boolean): number {
  const done = source === NULL ? 0 : dictUpdate(o, source, answerDict, keywords);
  if (done === 0 && keywords !== NULL) mergeTable(o, keywords >> 2);
  return done;
}

function get(a: number): number {
  const entry = lookup(H[a] >> 2, H[a + 1]);
  if (entry > 0) return shared(H[entry + ENTRY_VALUE]);
  if (entry === UNHASHABLE) return raiseUnhashable(H[a + 1]);
  if (entry === ASK_PYTHON) return callPrelude(GET, [H[a], H[a + 1], orNone(H[a + 2])]);
  return shared(orNone(H[a + 2]));
}

function setDefault(a: number): number {
  const entry = lookup(H[a] >> 2, H[a + 1]);
  if (entry > 0) return shared(H[entry + ENTRY_VALUE]);
  if (entry === UNHASHABLE) return raiseUnhashable(H[a + 1]);
  const value = orNone(H[a + 2]);
  if (entry === ASK_PYTHON) return callPrelude(SET_DEFAULT, [H[a], H[a + 1], value]);
  insert(H[a] >> 2, H[a + 1], hashSimple(H[a + 1]), value);
  return shared(value);
}

function pop(a: number): number {
  const o = H[a] >> 2;
  const entry = lookup(o, H[a + 1]);
  if (entry === UNHASHABLE) return raiseUnhashable(H[a + 1]);
  if (entry === ASK_PYTHON) {
    if (H[a + 2] === NULL) return callPrelude(POP_REQUIRED, [H[a], H[a + 1]]);
    return callPrelude(POP, [H[a], H[a + 1], H[a + 2]]);
  }
  if (entry === ABSENT) return H[a + 2] === NULL ? raiseWith(KEY_ERROR, H[a + 1]) : shared(H[a + 2]);
  return takeEntry(o, entry);
}

/** Removes an entry and answers its value. */
function takeEntry(o: number, entry: number): number {
  const key = H[entry + ENTRY_KEY];
  const value = H[entry + ENTRY_VALUE];
  unlink(o, entry);
  DECREF(key);
  return value;
}

function popItem(a: number): number {
  const o = H[a] >> 2;
  if (H[o + DICT_USED] === 0) return raise(KEY_ERROR, "popitem(): dictionary is empty");
  let entry = firstEntry(o) + (H[o + DICT_FILL] - 1) * ENTRY_WORDS;
  while (H[entry + ENTRY_KEY] === NULL) entry -= ENTRY_WORDS;
  const pair = tupleOf(H[entry + ENTRY_KEY], H[entry + ENTRY_VALUE]);
  unlink(o, entry);
  return pair;
}

function or(a: number, b: number): number {
  if (kindOf(a) !== K_DICT || kindOf(b) !== K_DICT) return shared(NOT_IMPLEMENTED);
  const o = copyTable(a >> 2, T_DICT);
  const answer = mergeTable(o, b >> 2) === 0 ? (o << 2) | 1 : callPrelude(OR, [a, b]);
  if (answer >> 2 !== o) DECREF((o << 2) | 1);
  return answer;
}

function fromKeys(a: number): number {
  const value = orNone(H[a + 2]);
  const items = H[a] >> 2 === T_DICT ? collect(H[a + 1]) : null;
  if (items === null) return callPrelude(FROM_KEYS, [H[a], H[a + 1], value]);
  const o = makeTable(T_DICT);
  let done = 0;
  for (let i = 0; i < items.length && done === 0; i++) done = dictSetItem(o, items[i], value);
  dropItems(items);
  if (done === 0) return (o << 2) | 1;
  DECREF((o << 2) | 1);
  return done === NULL ? NULL : callPrelude(FROM_KEYS, [H[a], H[a + 1], value]);
}

const view = (type: number) => (a: number) => newRecord(type, shared(H[a]), NULL, NULL, 0, 0);

methods(T_DICT, {
  "__init__(self, iterable=, /, **kwargs)": (a) => {
    const done = update(H[a] >> 2, H[a + 1], H[a + 2], false);
    return done === 0 ? none() : done;
  },
  "get(self, key, default=, /)": get,
  "setdefault(self, key, default=, /)": setDefault,
  "pop(self, key, default=, /)": pop,
  "popitem(self)": popItem,
  "update(self, iterable=, /, **kwargs)": (a) => {
    const done = update(H[a] >> 2, H[a + 1], H[a + 2], false);
    return done === 0 ? none() : done;
  },
  "clear(self)": (a) => {
    clearTable(H[a] >> 2);
    return none();
  },
  "copy(self)": (a) => (copyTable(H[a] >> 2, T_DICT) << 2) | 1,
  "keys(self)": view(T_DICT_KEYS),
  "values(self)": view(T_DICT_VALUES),
  "items(self)": view(T_DICT_ITEMS),
  "__len__(self)": (a) => H[(H[a] >> 2) + DICT_USED] << 1,
  "__iter__(self)": (a) => iterateBuiltin(H[a]),
  "__reversed__(self)": (a) => iterateReversed(H[a]),
  "__getitem__(self, key, /)": (a) => {
    const value = dictItem(H[a] >> 2, H[a + 1]);
    return value === NEEDS_PYTHON ? callPrelude(GET_ITEM, [H[a], H[a + 1]]) : value;
  },
  "__setitem__(self, key, value, /)": (a) => {
    const done = dictSetItem(H[a] >> 2, H[a + 1], H[a + 2]);
    if (done === NEEDS_PYTHON) return callPrelude(SET_ITEM, [H[a], H[a + 1], H[a + 2]]);
    return done === NULL ? NULL : none();
  },
  "__delitem__(self, key, /)": (a) => {
    const done = dictDeleteItem(H[a] >> 2, H[a + 1]);
    if (done === NEEDS_PYTHON) return callPrelude(DELETE_ITEM, [H[a], H[a + 1]]);
    return done === NULL ? NULL : none();
  },
  "__contains__(self, key, /)": (a) => {
    const found = tableContains(H[a] >> 2, H[a + 1]);
    if (found === NEEDS_PYTHON) return callPrelude(CONTAINS, [H[a], H[a + 1]]);
    return found < 0 ? NULL : truth(found === 1);
  },
  "__or__(self, other, /)": (a) => or(H[a], H[a + 1]),
  "__ror__(self, other, /)": (a) => or(H[a + 1], H[a]),
  "__ior__(self, other, /)": (a) => {
    const done = dictUpdate(H[a] >> 2, H[a + 1], true);
    return done === 0 ? shared(H[a]) : done;
  },
  "__repr__(self)": (a) => {
    const repr = builtinRepr(H[a]);
    return repr === null ? callPrelude(REPR, [H[a]]) : newStr(repr);
  }
});
classMethods(T_DICT, {"fromkeys(cls, iterable, value=, /)": fromKeys});
equality(T_DICT);
