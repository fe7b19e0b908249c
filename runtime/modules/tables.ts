/** What the preludes do with tables, sequences and other insides of built-in containers. */

import {bindSpecial, getAttribute} from "../interpreter/attributes.ts";
import {shared} from "../memory/counts.ts";
import {H, T} from "../memory/heap.ts";
import {truth} from "../objects/arithmetic.ts";
import {tailCall} from "../objects/calls.ts";
import {makeTable} from "../objects/dict.ts";
import {tupleOf} from "../objects/errors.ts";
import {tableHash, valueOfHash} from "../objects/hash.ts";
import {typeOf} from "../objects/inspect.ts";
import {
  EMPTY_TUPLE,
  K_LIST,
  K_RANGE,
  K_TUPLE,
  NONE,
  T_CLASSMETHOD,
  T_FUNCTION,
  T_METHOD_DESCRIPTOR,
  T_STATICMETHOD
} from "../objects/kinds.ts";
import {
  DICT_USED,
  DICT_VERSION,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  LIST_BLOCK,
  LIST_LENGTH,
  NEEDS_PYTHON,
  NULL,
  RECORD_A,
  TUPLE_ITEMS
} from "../objects/layout.ts";
import {
  listClear,
  listCopyOf,
  listDeleteItem,
  listItem,
  listSetItem,
  listSetSlice,
  listSplice
} from "../objects/list.ts";
import {moduleFunctions} from "../objects/native.ts";
import {kindOf} from "../objects/numbers.ts";
import {rangeItem} from "../objects/range.ts";
import {itemCount, itemsAt} from "../objects/sequence.ts";
import {sortedPositions} from "../objects/sort.ts";
import {textItem} from "../objects/str.ts";
import {firstEntry, insert, probe, remove, replace} from "../objects/table.ts";
import {staticStr} from "../objects/text.ts";
import {makeTuple, tupleItem} from "../objects/tuple.ts";
import {ref, typeLookup} from "../objects/types.ts";

const none = () => shared(NONE);
/** Word index of entry number `n` (a small int) of a table. */
const entryOf = (table: number, n: number) => firstEntry(table >> 2) + (n >> 1) * ENTRY_WORDS;
const done = (answer: number) => (answer === NULL ? NULL : none());

/** A table's version as a small int. It changes whenever keys come or go. */
const versionOf = (table: number) => (H[(table >> 2) + DICT_VERSION] & 0x3fffffff) << 1;

/** In Python, a table's version is true while nothing came or went; what needs it answers () or False where it has changed. */
moduleFunctions("_prelude", {
  /** The next entry with this hash from a position on: (number of the entry, next position, key); None for no other. */
  "_table_probe(table, hash, position, version)": (a) => {
    if (versionOf(H[a]) !== H[a + 3]) return tupleOf();
    const o = H[a] >> 2;
    const [entry, following] = probe(o, tableHash(H[a + 1]), H[a + 2] >> 1);
    if (entry === 0) return none();
    const number = (entry - firstEntry(o)) / ENTRY_WORDS;
    return tupleOf(number << 1, following << 1, shared(H[entry + ENTRY_KEY]));
  },
  /** (value,) */
  "_table_value(table, entry, version)": (a) => {
    if (versionOf(H[a]) !== H[a + 2]) return tupleOf();
    return tupleOf(shared(H[entryOf(H[a], H[a + 1]) + ENTRY_VALUE]));
  },
  /** True */
  "_table_replace(table, entry, value, version)": (a) => {
    if (versionOf(H[a]) !== H[a + 3]) return truth(false);
    replace(entryOf(H[a], H[a + 1]), H[a + 2]);
    return truth(true);
  },
  /** True */
  "_table_insert(table, key, hash, value, version)": (a) => {
    if (versionOf(H[a]) !== H[a + 4]) return truth(false);
    insert(H[a] >> 2, H[a + 1], tableHash(H[a + 2]), H[a + 3]);
    return truth(true);
  },
  /** (value,) */
  "_table_remove(table, entry, version)": (a) => {
    if (versionOf(H[a]) !== H[a + 2]) return tupleOf();
    const entry = entryOf(H[a], H[a + 1]);
    const value = tupleOf(shared(H[entry + ENTRY_VALUE]));
    remove(H[a] >> 2, entry);
    return value;
  },
  "_table_version(table)": (a) => versionOf(H[a]),
  "_table_length(table)": (a) => H[(H[a] >> 2) + DICT_USED] << 1,
  /** A new empty table of an exact built-in type. */
  "_new_table(cls)": (a) => (makeTable(H[a] >> 2) << 2) | 1
});

// ---- sequences ------------------------------------------------------------------------------------------------------

/** The item by the rules of the built-in type; `key` is an int or a slice of ints. */
function plainItem(sequence: number, key: number): number {
  switch (kindOf(sequence)) {
    case K_LIST:
      return listItem(sequence >> 2, key);
    case K_TUPLE:
      return tupleItem(sequence >> 2, key);
    case K_RANGE:
      return rangeItem(sequence >> 2, key);
    default:
      return textItem(sequence, key);
  }
}

function tupleOfClass(cls: number, list: number): number {
  const count = H[list + LIST_LENGTH];
  const o = makeTuple(cls, count);
  for (let i = 0; i < count; i++) H[o + TUPLE_ITEMS + i] = shared(H[H[list + LIST_BLOCK] + i]);
  return (o << 2) | 1;
}

const listItems = (list: number) => {
  const o = list >> 2;
  return Array.from({length: H[o + LIST_LENGTH]}, (_, i) => H[H[o + LIST_BLOCK] + i]);
};

/** Puts a list's items in the order of `keys`: True, or False when only Python code can compare the keys. */
function sortBy(a: number): number {
  const positions = sortedPositions(listItems(H[a + 1]), H[a + 2] !== 0);
  if (positions === NEEDS_PYTHON) return truth(false);
  if (typeof positions === "number") return NULL;
  const o = H[a] >> 2;
  const block = H[o + LIST_BLOCK];
  const items = H.slice(block, block + H[o + LIST_LENGTH]);
  for (let i = 0; i < items.length; i++) H[block + i] = items[positions[i]];
  return truth(true);
}

/** The hash of a tuple from the hashes of its items, as compare.ts makes it. */
function mixHashes(list: number): number {
  const hashes = listItems(list);
  let h = 0x345678;
  for (const item of hashes) h = Math.imul(h ^ tableHash(item), 1000003) + 82520 + hashes.length;
  h |= 0;
  return valueOfHash(EMPTY_TUPLE, h === 0 || h === -1 ? h + 2 : h);
}

moduleFunctions("_prelude", {
  "_plain_item(sequence, key)": (a) => plainItem(H[a], H[a + 1]),
  "_plain_set_item(list, key, value)": (a) => done(listSetItem(H[a] >> 2, H[a + 1], H[a + 2])),
  "_plain_delete_item(list, key)": (a) => done(listDeleteItem(H[a] >> 2, H[a + 1])),
  /** Deletes item number `i` of a list where it is still `item`: True, or False. */
  "_remove_item(list, i, item)": (a) => {
    const o = H[a] >> 2;
    const i = H[a + 1] >> 1;
    if (i >= H[o + LIST_LENGTH] || H[H[o + LIST_BLOCK] + i] !== H[a + 2]) return truth(false);
    return listDeleteItem(o, H[a + 1]) === NULL ? NULL : truth(true);
  },
  "_plain_set_slice(list, slice, items)": (a) =>
    done(listSetSlice(H[a] >> 2, H[a + 1], listItems(H[a + 2]).map(shared))),
  /** How many items a list or tuple has, and all of them in a new list, whatever a subclass overrides. */
  "_plain_length(sequence)": (a) => itemCount(H[a]) << 1,
  "_plain_items(sequence)": (a) => listCopyOf(itemsAt(H[a]), itemCount(H[a])),
  "_plain_append(list, value)": (a) => {
    const o = H[a] >> 2;
    listSplice(o, H[o + LIST_LENGTH], H[o + LIST_LENGTH], [shared(H[a + 1])]);
    return none();
  },
  "_replace_items(list, items)": (a) => {
    const items = listItems(H[a + 1]).map(shared);
    listClear(H[a] >> 2);
    listSplice(H[a] >> 2, 0, 0, items);
    return none();
  },
  "_tuple_of_class(cls, list)": (a) => tupleOfClass(H[a] >> 2, H[a + 1] >> 2),
  "_sort_by(list, keys, reverse)": sortBy,
  "_mix_hashes(hashes)": (a) => mixHashes(H[a])
});

// ---- special methods --------------------------------------------------------------------------------------------------

const GET = staticStr("__get__");

function bound(found: number, x: number): number {
  const type = typeOf(found);
  if (type === T_FUNCTION || type === T_METHOD_DESCRIPTOR) return bindSpecial(found, x);
  if (type === T_STATICMETHOD) return shared(H[(found >> 2) + RECORD_A]);
  if (type === T_CLASSMETHOD) return bindSpecial(H[(found >> 2) + RECORD_A], ref(typeOf(x)));
  const get = typeLookup(type, GET);
  return get === NULL ? shared(found) : tailCall(get, [found, x, ref(typeOf(x))]);
}

// ---- representation: containers whose text is being made, by thread ------------------------------------------------

const shown = new Set<number>();
const inThread = (ref: number) => T * 4294967296 + (ref >>> 0);

moduleFunctions("_prelude", {
  /** False: its text is being made already. */
  "_begin_repr(object)": (a) => {
    if (shown.has(inThread(H[a]))) return truth(false);
    shown.add(inThread(H[a]));
    return truth(true);
  },
  "_end_repr(object)": (a) => {
    shown.delete(inThread(H[a]));
    return none();
  },
  "_getattr(object, name)": (a) => getAttribute(H[a], H[a + 1]),
  /** What a special method found on a type is for an instance. */
  "_bound(found, x)": (a) => bound(H[a], H[a + 1]),
  /** The special method of the type of `x`, ready to be called; or None. */
  "_special(x, name)": (a) => {
    const found = typeLookup(typeOf(H[a]), H[a + 1]);
    return found === NULL ? none() : bound(found, H[a]);
  }
});
