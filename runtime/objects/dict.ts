/** Dicts: reading and changing by key, merging. Methods are in dict-methods.ts, the table itself in table.ts. */

import {DECREF, shared} from "../memory/counts.ts";
import {H, make} from "../memory/heap.ts";
import {callPrelude} from "./calls.ts";
import {hashSimple} from "./compare.ts";
import {raise, raiseWith} from "./errors.ts";
import {KEY_ERROR, TYPE_ERROR} from "./exceptions.ts";
import {specialOf, typeNameOf} from "./inspect.ts";
import {collect, dropItems} from "./iterators.ts";
import {K_DICT, K_LIST, K_OBJECT, K_TUPLE, T_DICT} from "./kinds.ts";
import {
  DICT_FILL,
  DICT_VERSION,
  DICT_WORDS,
  ENTRY_HASH,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  HEADER,
  KEYS_VERSION_NEXT,
  NEEDS_PYTHON,
  NULL,
  SPECIAL_ITEM,
  SPECIAL_ITER,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE,
  TYPE_SLOT_COUNT
} from "./layout.ts";
import {newList} from "./list.ts";
import {kindOf} from "./numbers.ts";
import {itemCount, itemsAt} from "./sequence.ts";
import {ABSENT, ASK_PYTHON, find, firstEntry, insert, lookup, remove, replace, UNHASHABLE} from "./table.ts";
import {staticStr} from "./text.ts";

const MISSING_KEY = staticStr("_dict_missing");
const UPDATE = staticStr("_update_dict");

/** An empty dict, set or frozenset of a class that may be a subclass. Answers its word index. */
export function makeTable(type: number): number {
  const words = DICT_WORDS + H[type + TYPE_SLOT_COUNT];
  const o = make(type, words);
  for (let i = HEADER; i < DICT_WORDS - 1; i++) H[o + i] = 0;
  H[o + DICT_VERSION] = ++H[KEYS_VERSION_NEXT];
  for (let i = DICT_WORDS - 1; i < words; i++) H[o + i] = NULL;
  return o;
}

/** TypeError for a key that cannot be hashed: names the type at fault, which may be inside a tuple. */
export function raiseUnhashable(key: number): number {
  if (kindOf(key) === K_TUPLE) {
    const o = key >> 2;
    for (let i = 0; i < H[o + TUPLE_LENGTH]; i++) {
      if (hashSimple(H[o + TUPLE_ITEMS + i]) === -1) return raiseUnhashable(H[o + TUPLE_ITEMS + i]);
    }
  }
  return raise(TYPE_ERROR, `unhashable type: '${typeNameOf(key)}'`);
}

/** `dict[key]`: a new reference, NULL (KeyError), NEEDS_PYTHON, or TAIL where a subclass has `__missing__`. */
export function dictItem(o: number, key: number): number {
  const entry = lookup(o, key);
  if (entry > 0) return shared(H[entry + ENTRY_VALUE]);
  if (entry === ASK_PYTHON) return NEEDS_PYTHON;
  if (entry === UNHASHABLE) return raiseUnhashable(key);
  const self = (o << 2) | 1;
  if (H[o + TYPE] !== T_DICT && (specialOf(self) & SPECIAL_ITEM) !== 0)
    return callPrelude(MISSING_KEY, [self, key]);
  return raiseWith(KEY_ERROR, key);
}

/** `dict[key] = value`: 0, NULL, NEEDS_PYTHON. */
export function dictSetItem(o: number, key: number, value: number): number {
  const entry = lookup(o, key);
  if (entry > 0) replace(entry, value);
  else if (entry === ABSENT) insert(o, key, hashSimple(key), value);
  else return entry === ASK_PYTHON ? NEEDS_PYTHON : raiseUnhashable(key);
  return 0;
}

/** `del dict[key]`: 0, NULL, NEEDS_PYTHON. */
export function dictDeleteItem(o: number, key: number): number {
  const entry = lookup(o, key);
  if (entry === ASK_PYTHON) return NEEDS_PYTHON;
  if (entry === UNHASHABLE) return raiseUnhashable(key);
  if (entry === ABSENT) return raiseWith(KEY_ERROR, key);
  remove(o, entry);
  return 0;
}

/** `key in table`: 1, 0, -1 with TypeError set, NEEDS_PYTHON. */
export function tableContains(o: number, key: number): number {
  const entry = lookup(o, key);
  if (entry === ASK_PYTHON) return NEEDS_PYTHON;
  if (entry !== UNHASHABLE) return entry === ABSENT ? 0 : 1;
  raiseUnhashable(key);
  return -1;
}

/** Adds the entries of table `from` to `o`: 0, or NEEDS_PYTHON, with some of them done. */
export function mergeTable(o: number, from: number): number {
  if (o === from) return 0;
  for (let k = 0; k < H[from + DICT_FILL]; k++) {
    const entry = firstEntry(from) + k * ENTRY_WORDS;
    const key = H[entry + ENTRY_KEY];
    if (key === NULL) continue;
    const place = find(o, key, H[entry + ENTRY_HASH]);
    if (place === ASK_PYTHON) return NEEDS_PYTHON;
    if (place > 0) replace(place, H[entry + ENTRY_VALUE]);
    else insert(o, key, H[entry + ENTRY_HASH], H[entry + ENTRY_VALUE]);
  }
  return 0;
}

/** A new table of `type` with the same entries. Answers its word index. */
export function copyTable(from: number, type: number): number {
  const o = makeTable(type);
  for (let k = 0; k < H[from + DICT_FILL]; k++) {
    const entry = firstEntry(from) + k * ENTRY_WORDS;
    if (H[entry + ENTRY_KEY] === NULL) continue;
    insert(o, H[entry + ENTRY_KEY], H[entry + ENTRY_HASH], H[entry + ENTRY_VALUE]);
  }
  return o;
}

/** A dict that can be read through its table: no class has changed how it is walked or read. */
export const isPlainDict = (ref: number) =>
  kindOf(ref) === K_DICT && (specialOf(ref) & (SPECIAL_ITER | SPECIAL_ITEM)) === 0;

/**
 * `dict.update(source)`, where `source` is a dict, an object with `keys()`, or an iterable of pairs: 0, NULL, or the
 * TAIL to a call whose value the caller passes on (`_update_dict` answers the dict when `answerDict`, otherwise None; it adds `keywords`, a dict, too).
 */
export function dictUpdate(o: number, source: number, answerDict: boolean, keywords: number = NULL): number {
  const self = (o << 2) | 1;
  const more = keywords === NULL ? [] : [keywords];
  const inPython = (from: number) => callPrelude(UPDATE, [self, from, answerDict ? 2 : 0, ...more]);
  if (isPlainDict(source)) return mergeTable(o, source >> 2) === 0 ? 0 : inPython(source);
  const items =
    (source & 1) === 0 || kindOf(source) === K_OBJECT || kindOf(source) === K_DICT ? null : collect(source);
  if (items === null) return inPython(source);
  let done = 0;
  for (let i = 0; i < items.length && done === 0; i++) {
    const kind = kindOf(items[i]);
    if ((kind !== K_TUPLE && kind !== K_LIST) || itemCount(items[i]) !== 2) done = NEEDS_PYTHON;
    else done = dictSetItem(o, H[itemsAt(items[i])], H[itemsAt(items[i]) + 1]);
  }
  if (done !== NEEDS_PYTHON) {
    dropItems(items);
    return done;
  }
  const list = newList(items);
  const answer = inPython(list);
  DECREF(list);
  return answer;
}
