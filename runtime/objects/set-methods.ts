/** The types set and frozenset: constructors and methods. */

import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {truth} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {hashSimple} from "./compare.ts";
import {COMPARISONS} from "./comparison.ts";
import {copyTable, makeTable, raiseUnhashable, tableContains} from "./dict.ts";
import {newTuple, raise, raiseWith} from "./errors.ts";
import {KEY_ERROR} from "./exceptions.ts";
import {valueOfHash} from "./hash.ts";
import {collect, iterateBuiltin} from "./iterators.ts";
import {NONE, NOT_IMPLEMENTED, T_FROZENSET, T_SET} from "./kinds.ts";
import {DICT_FILL, DICT_USED, ENTRY_KEY, ENTRY_WORDS, NEEDS_PYTHON, NULL, TYPE} from "./layout.ts";
import {newList} from "./list.ts";
import {constructor, methods, type NativeFunction} from "./native.ts";
import {AND, OR, SUBTRACT, XOR} from "./operators.ts";
import {builtinRepr} from "./repr.ts";
import {isSetLike, setAdd, setAddAll, setOperation, setOperationInPlace, setOrder} from "./set.ts";
import {ABSENT, ASK_PYTHON, clearTable, firstEntry, lookup, remove, UNHASHABLE, unlink} from "./table.ts";
import {newStr, staticStr} from "./text.ts";

const FROM = staticStr("_set_from");
const INIT = staticStr("_set_init");
const ADD = staticStr("_set_add");
const REMOVE = staticStr("_set_remove");
const DISCARD = staticStr("_set_discard");
const CONTAINS = staticStr("_table_contains");
const COMBINE = staticStr("_set_combine");
const OPERATE = staticStr("_set_operation");
const IN_PLACE = staticStr("_set_operation_in_place");
const CHANGE = staticStr("_set_change");
const COMPARE = staticStr("_set_compare");
const DISJOINT = staticStr("_set_isdisjoint");
const REPR = staticStr("_container_repr");

const none = () => shared(NONE);

/** Adds the items of a value to a new set and answers it. */
function fill(set: number, source: number): number {
  const items = collect(source);
  let answer = NEEDS_PYTHON;
  if (items !== null) {
    const done = setAddAll(set >> 2, items);
    if (done === 0) answer = set;
    else if (done === NULL) answer = NULL;
    const list = newList(items);
    if (answer === NEEDS_PYTHON) answer = callPrelude(FROM, [set, list]);
    DECREF(list);
  } else answer = callPrelude(FROM, [set, source]);
  if (answer !== set) DECREF(set);
  return answer;
}

constructor(T_SET, "set(cls, iterable=, /)", (a) => {
  const set = (makeTable(H[a] >> 2) << 2) | 1;
  return H[a + 1] === NULL ? set : fill(set, H[a + 1]);
});
constructor(T_FROZENSET, "frozenset(cls, iterable=, /)", (a) => {
  const source = H[a + 1];
  const exact = H[a] >> 2 === T_FROZENSET && source !== NULL && (source & 1) !== 0;
  if (exact && H[(source >> 2) + TYPE] === T_FROZENSET) return shared(source);
  const set = (makeTable(H[a] >> 2) << 2) | 1;
  return source === NULL ? set : fill(set, source);
});

/** `self op other`, both set-like. */
const operator =
  (op: number): NativeFunction =>
  (a) => {
    if (!isSetLike(H[a]) || !isSetLike(H[a + 1])) return shared(NOT_IMPLEMENTED);
    const answer = setOperation(op, H[a], H[a + 1]);
    return answer === NEEDS_PYTHON ? callPrelude(OPERATE, [op << 1, H[a], H[a + 1]]) : answer;
  };
const reflected =
  (op: number): NativeFunction =>
  (a) => {
    if (!isSetLike(H[a]) || !isSetLike(H[a + 1])) return shared(NOT_IMPLEMENTED);
    const answer = setOperation(op, H[a + 1], H[a]);
    return answer === NEEDS_PYTHON ? callPrelude(OPERATE, [op << 1, H[a + 1], H[a]]) : answer;
  };
const inPlace =
  (op: number): NativeFunction =>
  (a) => {
    if (!isSetLike(H[a + 1])) return shared(NOT_IMPLEMENTED);
    const done = setOperationInPlace(op, H[a], H[a + 1]);
    if (done === NEEDS_PYTHON) return callPrelude(IN_PLACE, [op << 1, H[a], H[a + 1]]);
    return done === NULL ? NULL : shared(H[a]);
  };
const comparison =
  (op: number): NativeFunction =>
  (a) => {
    if (!isSetLike(H[a]) || !isSetLike(H[a + 1])) return shared(NOT_IMPLEMENTED);
    const holds = setOrder(op, H[a], H[a + 1]);
    return holds === NEEDS_PYTHON ? callPrelude(COMPARE, [op << 1, H[a], H[a + 1]]) : holds;
  };

/** Operators and comparisons of sets, frozensets and views of keys and items. */
export const setOperators: Record<string, NativeFunction> = {
  "__and__(self, other, /)": operator(AND),
  "__or__(self, other, /)": operator(OR),
  "__sub__(self, other, /)": operator(SUBTRACT),
  "__xor__(self, other, /)": operator(XOR),
  "__rand__(self, other, /)": reflected(AND),
  "__ror__(self, other, /)": reflected(OR),
  "__rsub__(self, other, /)": reflected(SUBTRACT),
  "__rxor__(self, other, /)": reflected(XOR),
  ...Object.fromEntries(COMPARISONS.map((name, op) => [`${name}(self, other, /)`, comparison(op)])),
  "isdisjoint(self, other, /)": (a) => {
    const common = setOperation(AND, H[a], H[a + 1]);
    if (common === NEEDS_PYTHON) return callPrelude(DISJOINT, [H[a], H[a + 1]]);
    if (common === NULL) return NULL;
    const empty = H[(common >> 2) + DICT_USED] === 0;
    DECREF(common);
    return truth(empty);
  }
};

/** `set.union(*others)` and the like: a new set. */
const method =
  (op: number): NativeFunction =>
  (a, n) => {
    if (n === 2) {
      const answer = setOperation(op, H[a], H[a + 1]);
      if (answer !== NEEDS_PYTHON) return answer;
    }
    const others = Array.from({length: n - 1}, (_, i) => H[a + 1 + i]);
    return withTuple(COMBINE, op, H[a], others);
  };
/** `set.update(*others)` and the like. */
const change =
  (op: number): NativeFunction =>
  (a, n) => {
    if (n === 2) {
      const done = setOperationInPlace(op, H[a], H[a + 1]);
      if (done !== NEEDS_PYTHON) return done === NULL ? NULL : none();
    }
    const others = Array.from({length: n - 1}, (_, i) => H[a + 1 + i]);
    return withTuple(CHANGE, op, H[a], others);
  };

function withTuple(name: number, op: number, set: number, others: readonly number[]): number {
  const tuple = newTuple(others);
  const answer = callPrelude(name, [op << 1, set, tuple]);
  DECREF(tuple);
  return answer;
}

/** issubset and issuperset take any iterable. */
const inclusion =
  (op: number): NativeFunction =>
  (a) => {
    const holds = setOrder(op, H[a], H[a + 1]);
    return holds === NEEDS_PYTHON ? callPrelude(COMPARE, [op << 1, H[a], H[a + 1]]) : holds;
  };

const commonMethods: Record<string, NativeFunction> = {
  ...setOperators,
  "union(self, *others)": method(OR),
  "intersection(self, *others)": method(AND),
  "difference(self, *others)": method(SUBTRACT),
  "symmetric_difference(self, other, /)": (a) => method(XOR)(a, 2),
  "issubset(self, other, /)": inclusion(1),
  "issuperset(self, other, /)": inclusion(5),
  "__len__(self)": (a) => H[(H[a] >> 2) + DICT_USED] << 1,
  "__iter__(self)": (a) => iterateBuiltin(H[a]),
  "__contains__(self, item, /)": (a) => {
    const found = tableContains(H[a] >> 2, H[a + 1]);
    if (found === NEEDS_PYTHON) return callPrelude(CONTAINS, [H[a], H[a + 1]]);
    return found < 0 ? NULL : truth(found === 1);
  },
  "__repr__(self)": (a) => {
    const repr = builtinRepr(H[a]);
    return repr === null ? callPrelude(REPR, [H[a]]) : newStr(repr);
  }
};

methods(T_SET, {
  ...commonMethods,
  "__init__(self, iterable=, /)": (a) => {
    clearTable(H[a] >> 2);
    if (H[a + 1] === NULL) return none();
    const done = setOperationInPlace(OR, H[a], H[a + 1]);
    if (done === NEEDS_PYTHON) return callPrelude(INIT, [H[a], H[a + 1]]);
    return done === NULL ? NULL : none();
  },
  "add(self, item, /)": (a) => {
    const done = setAdd(H[a] >> 2, H[a + 1]);
    if (done === NEEDS_PYTHON) return callPrelude(ADD, [H[a], H[a + 1]]);
    return done === NULL ? NULL : none();
  },
  "remove(self, item, /)": (a) => take(a, true),
  "discard(self, item, /)": (a) => take(a, false),
  "pop(self)": (a) => {
    const o = H[a] >> 2;
    for (let k = 0; k < H[o + DICT_FILL]; k++) {
      const entry = firstEntry(o) + k * ENTRY_WORDS;
      const item = H[entry + ENTRY_KEY];
      if (item === NULL) continue;
      unlink(o, entry);
      return item;
    }
    return raise(KEY_ERROR, "pop from an empty set");
  },
  "clear(self)": (a) => {
    clearTable(H[a] >> 2);
    return none();
  },
  "copy(self)": (a) => (copyTable(H[a] >> 2, T_SET) << 2) | 1,
  "update(self, *others)": change(OR),
  "intersection_update(self, *others)": change(AND),
  "difference_update(self, *others)": change(SUBTRACT),
  "symmetric_difference_update(self, other, /)": (a) => change(XOR)(a, 2),
  "__iand__(self, other, /)": inPlace(AND),
  "__ior__(self, other, /)": inPlace(OR),
  "__isub__(self, other, /)": inPlace(SUBTRACT),
  "__ixor__(self, other, /)": inPlace(XOR)
});

function take(a: number, required: boolean): number {
  const o = H[a] >> 2;
  const entry = lookup(o, H[a + 1]);
  if (entry === UNHASHABLE) return raiseUnhashable(H[a + 1]);
  if (entry === ASK_PYTHON) return callPrelude(required ? REMOVE : DISCARD, [H[a], H[a + 1]]);
  if (entry === ABSENT) return required ? raiseWith(KEY_ERROR, H[a + 1]) : none();
  remove(o, entry);
  return none();
}

methods(T_FROZENSET, {
  ...commonMethods,
  "copy(self)": (a) =>
    H[(H[a] >> 2) + TYPE] === T_FROZENSET ? shared(H[a]) : (copyTable(H[a] >> 2, T_FROZENSET) << 2) | 1,
  "__hash__(self)": (a) => valueOfHash(H[a], hashSimple(H[a]))
});
