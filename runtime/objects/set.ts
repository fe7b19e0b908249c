/** Sets and frozensets: adding, the four operations, order by inclusion. Methods are in set-methods.ts. */

import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {truth} from "./arithmetic.ts";
import {hashSimple} from "./compare.ts";
import {copyTable, makeTable, mergeTable, raiseUnhashable} from "./dict.ts";
import {typeOf} from "./inspect.ts";
import {collect, dropItems} from "./iterators.ts";
import {K_SET, T_DICT_ITEMS, T_DICT_KEYS, T_FROZENSET, T_SET} from "./kinds.ts";
import {
  DICT_BLOCK,
  DICT_FILL,
  DICT_SIZE,
  DICT_USED,
  DICT_VERSION,
  ENTRY_HASH,
  ENTRY_KEY,
  ENTRY_WORDS,
  KEYS_VERSION_NEXT,
  NEEDS_PYTHON,
  NULL,
  RECORD_A
} from "./layout.ts";
import {kindOf} from "./numbers.ts";
import {AND, OR, XOR} from "./operators.ts";
import {ABSENT, ASK_PYTHON, find, firstEntry, insert, lookup, remove} from "./table.ts";
import {isSubtype} from "./types.ts";

/** Adds a new reference to `item`: 0, NULL (TypeError), NEEDS_PYTHON. */
export function setAdd(o: number, item: number): number {
  const entry = lookup(o, item);
  if (entry > 0) return 0;
  if (entry === ABSENT) insert(o, item, hashSimple(item), 0);
  else return entry === ASK_PYTHON ? NEEDS_PYTHON : raiseUnhashable(item);
  return 0;
}

/** Adds borrowed items: 0, NULL, NEEDS_PYTHON, with some of them done. */
export function setAddAll(o: number, items: readonly number[]): number {
  for (const item of items) {
    const done = setAdd(o, item);
    if (done !== 0) return done;
  }
  return 0;
}

/** set or frozenset, whichever a set-like value's class comes from. */
const setType = (ref: number) =>
  kindOf(ref) === K_SET && isSubtype(typeOf(ref), T_FROZENSET) ? T_FROZENSET : T_SET;

export const isSetLike = (ref: number) =>
  kindOf(ref) === K_SET || typeOf(ref) === T_DICT_KEYS || typeOf(ref) === T_DICT_ITEMS;

/**
 * A set (or a dict, for its keys) with the items of a value, as a new reference: sets themselves, a keys view's dict, or
 * a new set of what can be walked. NULL, NEEDS_PYTHON.
 */
function asSet(ref: number): number {
  if (kindOf(ref) === K_SET) return shared(ref);
  if (typeOf(ref) === T_DICT_KEYS) return shared(H[(ref >> 2) + RECORD_A]);
  const items = collect(ref);
  if (items === null) return NEEDS_PYTHON;
  const o = makeTable(T_SET);
  const done = setAddAll(o, items);
  dropItems(items);
  if (done === 0) return (o << 2) | 1;
  DECREF((o << 2) | 1);
  return done;
}

/** A new set of `type` with the keys of a table. */
function copyKeys(from: number, type: number): number {
  if (kindOf((from << 2) | 1) === K_SET) return copyTable(from, type);
  const o = makeTable(type);
  for (let k = 0; k < H[from + DICT_FILL]; k++) {
    const entry = firstEntry(from) + k * ENTRY_WORDS;
    if (H[entry + ENTRY_KEY] !== NULL) insert(o, H[entry + ENTRY_KEY], H[entry + ENTRY_HASH], 0);
  }
  return o;
}

/**
 * Which of two equal items an intersection keeps, as in CPython: that of the smaller set, of the second when they are
 * alike or when it is no set.
 */
function keepsSecond(a: number, b: number): boolean {
  if (kindOf(b) !== K_SET) return true;
  const [n, m] = [lengthOfTable(a), H[(b >> 2) + DICT_USED]];
  return kindOf(a) === K_SET ? m <= n : m < n;
}
const lengthOfTable = (ref: number) =>
  H[(kindOf(ref) === K_SET ? ref >> 2 : H[(ref >> 2) + RECORD_A] >> 2) + DICT_USED];

/** `a op b` of two tables as a new set of `type`, or NEEDS_PYTHON. */
function combine(op: number, a: number, b: number, type: number, fromSecond: boolean): number {
  const base = op === OR || op === XOR ? copyKeys(a, type) : makeTable(type);
  let done: number;
  if (op === OR) done = union(base, b);
  else if (op === XOR) done = symmetric(base, b);
  else if (op === AND) done = fromSecond ? select(base, b, a, true) : select(base, a, b, true);
  else done = select(base, a, b, false);
  if (done === 0) return (base << 2) | 1;
  DECREF((base << 2) | 1);
  return NEEDS_PYTHON;
}

function union(o: number, from: number): number {
  if (kindOf((from << 2) | 1) === K_SET) return mergeTable(o, from);
  for (let k = 0; k < H[from + DICT_FILL]; k++) {
    const entry = firstEntry(from) + k * ENTRY_WORDS;
    const key = H[entry + ENTRY_KEY];
    if (key === NULL) continue;
    const place = find(o, key, H[entry + ENTRY_HASH]);
    if (place === ASK_PYTHON) return NEEDS_PYTHON;
    if (place === ABSENT) insert(o, key, H[entry + ENTRY_HASH], 0);
  }
  return 0;
}

function symmetric(o: number, from: number): number {
  for (let k = 0; k < H[from + DICT_FILL]; k++) {
    const entry = firstEntry(from) + k * ENTRY_WORDS;
    const key = H[entry + ENTRY_KEY];
    if (key === NULL) continue;
    const place = find(o, key, H[entry + ENTRY_HASH]);
    if (place === ASK_PYTHON) return NEEDS_PYTHON;
    if (place > 0) remove(o, place);
    else insert(o, key, H[entry + ENTRY_HASH], 0);
  }
  return 0;
}

/** Puts those keys of `a` into `o` that are in `b` (or that are not). */
function select(o: number, a: number, b: number, wanted: boolean): number {
  for (let k = 0; k < H[a + DICT_FILL]; k++) {
    const entry = firstEntry(a) + k * ENTRY_WORDS;
    const key = H[entry + ENTRY_KEY];
    if (key === NULL) continue;
    const place = find(b, key, H[entry + ENTRY_HASH]);
    if (place === ASK_PYTHON) return NEEDS_PYTHON;
    if (place > 0 === wanted) insert(o, key, H[entry + ENTRY_HASH], 0);
  }
  return 0;
}

/** `a op b` of set-like values: a new reference, NULL, NEEDS_PYTHON. */
export function setOperation(op: number, a: number, b: number): number {
  const x = asSet(a);
  if (x === NULL || x === NEEDS_PYTHON) return x;
  const y = asSet(b);
  const answer =
    y === NULL || y === NEEDS_PYTHON ? y : combine(op, x >> 2, y >> 2, setType(a), keepsSecond(a, b));
  DECREF(x);
  if (y !== NEEDS_PYTHON) DECREF(y);
  return answer;
}

/** `set op= other` with the items of any value: 0, NULL, NEEDS_PYTHON. The set's own class stays. */
export function setOperationInPlace(op: number, set: number, other: number): number {
  const o = set >> 2;
  const y = asSet(other);
  if (y === NULL || y === NEEDS_PYTHON) return y;
  if (op === OR) {
    const done = union(o, y >> 2);
    DECREF(y);
    return done;
  }
  const result = combine(op, o, y >> 2, T_SET, keepsSecond(set, other));
  DECREF(y);
  if (result === NEEDS_PYTHON) return result;
  exchange(o, result >> 2);
  DECREF(result);
  return 0;
}

/** Exchanges the contents of two tables. */
export function exchange(a: number, b: number): void {
  for (const word of [DICT_USED, DICT_FILL, DICT_SIZE, DICT_BLOCK]) {
    const kept = H[a + word];
    H[a + word] = H[b + word];
    H[b + word] = kept;
  }
  H[a + DICT_VERSION] = ++H[KEYS_VERSION_NEXT];
  H[b + DICT_VERSION] = ++H[KEYS_VERSION_NEXT];
}

/** Whether every key of table `a` is in table `b`: 1, 0, NEEDS_PYTHON. */
function isSubset(a: number, b: number): number {
  if (H[a + DICT_USED] > H[b + DICT_USED]) return 0;
  for (let k = 0; k < H[a + DICT_FILL]; k++) {
    const entry = firstEntry(a) + k * ENTRY_WORDS;
    if (H[entry + ENTRY_KEY] === NULL) continue;
    const place = find(b, H[entry + ENTRY_KEY], H[entry + ENTRY_HASH]);
    if (place === ASK_PYTHON) return NEEDS_PYTHON;
    if (place === ABSENT) return 0;
  }
  return 1;
}

/** Order by inclusion of two tables (`op` as in COMPARE_OP): 1, 0, NEEDS_PYTHON. */
function compareTables(op: number, a: number, b: number): number {
  const n = H[a + DICT_USED];
  const m = H[b + DICT_USED];
  switch (op) {
    case 0:
      return n < m ? isSubset(a, b) : 0;
    case 1:
      return isSubset(a, b);
    case 2:
      return n === m ? isSubset(a, b) : 0;
    case 3: {
      const same = compareTables(2, a, b);
      return same === NEEDS_PYTHON ? same : 1 - same;
    }
    case 4:
      return compareTables(0, b, a);
    default:
      return compareTables(1, b, a);
  }
}

/** `a op b` of set-like values (`op` as in COMPARE_OP): a new reference to a bool, NULL, NEEDS_PYTHON. */
export function setOrder(op: number, a: number, b: number): number {
  const x = asSet(a);
  if (x === NULL || x === NEEDS_PYTHON) return x;
  const y = asSet(b);
  if (y === NULL || y === NEEDS_PYTHON) {
    DECREF(x);
    return y;
  }
  const holds = compareTables(op, x >> 2, y >> 2);
  DECREF(x);
  DECREF(y);
  return holds === NEEDS_PYTHON ? NEEDS_PYTHON : truth(holds === 1);
}
/** Whether a set value's class comes from frozenset. */
export const isFrozenType = (ref: number) => setType(ref) === T_FROZENSET;
