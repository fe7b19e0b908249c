/**
 * The insertion-ordered hash table behind dict, set and frozenset: an index table of entry numbers and a dense array
 * of entries, as in CPython since 3.6 (R. Hettinger, "More compact dictionaries", python-dev 2012).
 *
 * Keys whose comparison needs Python code are the caller's business: a look-up answers NEEDS_PYTHON when it meets
 * one with the same hash, and `probe` walks the candidates one by one for code written in Python.
 */

import {DECREF, shared} from "../memory/counts.ts";
import {allocateBlock, H, make, releaseBlock} from "../memory/heap.ts";
import {entriesOf, tableWords} from "./children.ts";
import {equalSimple, hashSimple} from "./compare.ts";
import {T_DICT, T_STR} from "./kinds.ts";
import {
  DICT_BLOCK,
  DICT_FILL,
  DICT_SIZE,
  DICT_USED,
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
  TYPE
} from "./layout.ts";
import {strEqual, strHash} from "./text.ts";

/** Answers of look-ups, besides the word index of an entry. */
export const ABSENT = 0;
export const ASK_PYTHON = -1;
export const UNHASHABLE = -2;

const DELETED = -1;

/** A new table object of type dict, set or frozenset. Answers its word index. */
export function newTable(type: number): number {
  const o = make(type, DICT_WORDS);
  for (let i = HEADER; i < DICT_WORDS; i++) H[o + i] = 0;
  H[o + DICT_VERSION] = nextKeysVersion();
  H[o + DICT_WORDS - 1] = NULL;
  return o;
}
export const newDict = () => (newTable(T_DICT) << 2) | 1;

/** A version is never used twice: a cache that holds one knows the same keys are in the same entries. */
function nextKeysVersion(): number {
  return ++H[KEYS_VERSION_NEXT];
}

export const tableLength = (o: number) => H[o + DICT_USED];
/** Word index of the first entry; entries follow each other, deleted ones have key NULL. */
export const firstEntry = (o: number) => H[o + DICT_BLOCK] + H[o + DICT_SIZE];

/** Where the entry for a str key is, or ABSENT, or ASK_PYTHON. */
export function findStr(o: number, key: number): number {
  const size = H[o + DICT_SIZE];
  if (size === 0) return ABSENT;
  const block = H[o + DICT_BLOCK];
  const hash = strHash(key);
  const mask = size - 1;
  for (let i = hash & mask, step = 1; ; i = (i + step++) & mask) {
    const index = H[block + i];
    if (index === 0) return ABSENT;
    if (index === DELETED) continue;
    const entry = block + size + (index - 1) * ENTRY_WORDS;
    const other = H[entry + ENTRY_KEY];
    if (other === key) return entry;
    if (H[entry + ENTRY_HASH] !== hash || (other & 1) === 0) continue;
    if (H[(other >> 2) + TYPE] === T_STR) {
      if (strEqual(other, key)) return entry;
    } else {
      const same = equalSimple(other, key);
      if (same === 1) return entry;
      if (same === NEEDS_PYTHON) return ASK_PYTHON;
    }
  }
}

/** Where the entry for any key with the given hash is, or ABSENT, or ASK_PYTHON. */
export function find(o: number, key: number, hash: number): number {
  const size = H[o + DICT_SIZE];
  if (size === 0) return ABSENT;
  const block = H[o + DICT_BLOCK];
  const mask = size - 1;
  for (let i = hash & mask, step = 1; ; i = (i + step++) & mask) {
    const index = H[block + i];
    if (index === 0) return ABSENT;
    if (index === DELETED) continue;
    const entry = block + size + (index - 1) * ENTRY_WORDS;
    if (H[entry + ENTRY_KEY] === key) return entry;
    if (H[entry + ENTRY_HASH] !== hash) continue;
    const same = equalSimple(H[entry + ENTRY_KEY], key);
    if (same === NEEDS_PYTHON) return ASK_PYTHON;
    if (same === 1) return entry;
  }
}

/** The entry (word index) of any key, or ABSENT, ASK_PYTHON (its hash or equality is Python code), UNHASHABLE. */
export function lookup(o: number, key: number): number {
  if ((key & 1) !== 0 && H[(key >> 2) + TYPE] === T_STR) return findStr(o, key);
  const hash = hashSimple(key);
  if (hash === 0) return ASK_PYTHON;
  if (hash === -1) return UNHASHABLE;
  return find(o, key, hash);
}

/**
 * For code that compares keys itself: the number of the next entry with this hash after the table position `from`
 * (0 to begin), packed as `[entry word index, next position]`; entry 0 when there is none.
 */
export function probe(o: number, hash: number, from: number): [entry: number, next: number] {
  const size = H[o + DICT_SIZE];
  if (size === 0) return [0, 0];
  const block = H[o + DICT_BLOCK];
  const mask = size - 1;
  let i = hash & mask;
  for (let step = 1, k = 0; ; i = (i + step++) & mask, k++) {
    const index = H[block + i];
    if (index === 0) return [0, 0];
    if (k < from || index === DELETED) continue;
    const entry = block + size + (index - 1) * ENTRY_WORDS;
    if (H[entry + ENTRY_HASH] === hash) return [entry, k + 1];
  }
}

/** Appends an entry for a key that is not in the table. Takes new references to both. */
export function insert(o: number, key: number, hash: number, value: number): void {
  if (H[o + DICT_FILL] === entriesOf(H[o + DICT_SIZE])) grow(o);
  const size = H[o + DICT_SIZE];
  const block = H[o + DICT_BLOCK];
  const mask = size - 1;
  let i = hash & mask;
  for (let step = 1; H[block + i] > 0; i = (i + step++) & mask);
  const number = H[o + DICT_FILL]++;
  H[block + i] = number + 1;
  const entry = block + size + number * ENTRY_WORDS;
  H[entry + ENTRY_HASH] = hash;
  H[entry + ENTRY_KEY] = shared(key);
  H[entry + ENTRY_VALUE] = shared(value);
  H[o + DICT_USED]++;
  H[o + DICT_VERSION] = nextKeysVersion();
}

function grow(o: number): void {
  const used = H[o + DICT_USED];
  let size = 8;
  while (entriesOf(size) < used + (used >> 1) + 2) size *= 2;
  const from = H[o + DICT_BLOCK] + H[o + DICT_SIZE];
  const fill = H[o + DICT_FILL];
  const block = allocateBlock(tableWords(size));
  H.fill(0, block, block + size);
  const mask = size - 1;
  let number = 0;
  for (let k = 0; k < fill; k++) {
    const old = from + k * ENTRY_WORDS;
    if (H[old + ENTRY_KEY] === NULL) continue;
    const entry = block + size + number * ENTRY_WORDS;
    H[entry + ENTRY_HASH] = H[old + ENTRY_HASH];
    H[entry + ENTRY_KEY] = H[old + ENTRY_KEY];
    H[entry + ENTRY_VALUE] = H[old + ENTRY_VALUE];
    let i = H[entry + ENTRY_HASH] & mask;
    for (let step = 1; H[block + i] !== 0; i = (i + step++) & mask);
    H[block + i] = ++number;
  }
  releaseBlock(H[o + DICT_BLOCK], tableWords(H[o + DICT_SIZE]));
  H[o + DICT_BLOCK] = block;
  H[o + DICT_SIZE] = size;
  H[o + DICT_FILL] = number;
}

/** Replaces an entry's value; takes a new reference, drops the old one. */
export function replace(entry: number, value: number): void {
  const old = H[entry + ENTRY_VALUE];
  H[entry + ENTRY_VALUE] = shared(value);
  DECREF(old);
}

/** Takes an entry out of the table; drops key and value. */
export function remove(o: number, entry: number): void {
  const key = H[entry + ENTRY_KEY];
  const value = H[entry + ENTRY_VALUE];
  unlink(o, entry);
  DECREF(key);
  DECREF(value);
}

/** Takes an entry out of the table and leaves its references to the caller. */
export function unlink(o: number, entry: number): void {
  const size = H[o + DICT_SIZE];
  const block = H[o + DICT_BLOCK];
  const number = (entry - block - size) / ENTRY_WORDS + 1;
  const mask = size - 1;
  let i = H[entry + ENTRY_HASH] & mask;
  for (let step = 1; H[block + i] !== number; i = (i + step++) & mask);
  H[block + i] = DELETED;
  H[entry + ENTRY_KEY] = NULL;
  H[entry + ENTRY_VALUE] = NULL;
  H[o + DICT_USED]--;
  H[o + DICT_VERSION] = nextKeysVersion();
  if (H[o + DICT_USED] === 0) clearTable(o);
}

/** Drops all entries. */
export function clearTable(o: number): void {
  const size = H[o + DICT_SIZE];
  const block = H[o + DICT_BLOCK];
  const fill = H[o + DICT_FILL];
  H[o + DICT_SIZE] = 0;
  H[o + DICT_BLOCK] = 0;
  H[o + DICT_FILL] = 0;
  H[o + DICT_USED] = 0;
  H[o + DICT_VERSION] = nextKeysVersion();
  for (let entry = block + size; entry < block + size + fill * ENTRY_WORDS; entry += ENTRY_WORDS) {
    if (H[entry + ENTRY_KEY] === NULL) continue;
    DECREF(H[entry + ENTRY_KEY]);
    DECREF(H[entry + ENTRY_VALUE]);
  }
  releaseBlock(block, tableWords(size));
}

/** Sets `key` (a str) to `value`; takes new references. */
export function setStr(o: number, key: number, value: number): void {
  const entry = findStr(o, key);
  if (entry > 0) replace(entry, value);
  else insert(o, key, strHash(key), value);
}

/** The value of a str key, borrowed, or NULL. */
export function getStr(o: number, key: number): number {
  const entry = findStr(o, key);
  return entry > 0 ? H[entry + ENTRY_VALUE] : NULL;
}

/** The entries as [key, value] pairs of borrowed references, in order. */
export function* entriesIn(o: number): Generator<[key: number, value: number]> {
  for (let k = 0; k < H[o + DICT_FILL]; k++) {
    const entry = firstEntry(o) + k * ENTRY_WORDS;
    if (H[entry + ENTRY_KEY] !== NULL) yield [H[entry + ENTRY_KEY], H[entry + ENTRY_VALUE]];
  }
}
