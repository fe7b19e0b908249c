/** What each kind of object refers to and how much room it takes: for destruction and for the heap check. */
import {H, release, releaseBlock} from "../memory/heap.ts";
import {
  K_BYTES,
  K_CELL,
  K_CODE,
  K_DICT,
  K_EXCEPTION,
  K_FLOAT,
  K_FUNCTION,
  K_GENERATOR,
  K_INT,
  K_LIST,
  K_LOCK,
  K_METHOD,
  K_MODULE,
  K_NATIVE,
  K_OBJECT,
  K_RANGE,
  K_RECORD,
  K_SET,
  K_SLICE,
  K_STR,
  K_TRACEBACK,
  K_TUPLE,
  K_TYPE,
  KINDS,
  VALUE_WORDS
} from "./kinds.ts";
import {
  BYTES_DATA,
  BYTES_LENGTH,
  CODE_WORDS_OBJECT,
  DICT_BLOCK,
  DICT_FILL,
  DICT_SIZE,
  DICT_WORDS,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  EXCEPTION_WORDS,
  FLOAT_WORDS,
  FUNCTION_WORDS,
  GENERATOR_BLOCK,
  GENERATOR_WORDS,
  GENERATOR_WORDS_SAVED,
  HEADER,
  INSTANCE_WORDS,
  INT_DIGITS,
  INT_SIZE,
  LIST_BLOCK,
  LIST_CAPACITY,
  LIST_LENGTH,
  LIST_WORDS,
  LOCK_WORDS,
  NATIVE_WORDS,
  NULL,
  RECORD_WORDS,
  STR_DATA,
  STR_KIND,
  STR_LENGTH,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE,
  TYPE_DICT_OFFSET,
  TYPE_KIND,
  TYPE_SLOT_COUNT,
  TYPE_WORDS
} from "./layout.ts";

/** Words of an entry table: index words, then room for two thirds as many entries. */
export const tableWords = (size: number) => size + entriesOf(size) * ENTRY_WORDS;
/** Entries that a table of `size` index words has room for. */
export const entriesOf = (size: number) => ((size * 2) / 3) | 0;

const FIXED_WORDS = new Int32Array(KINDS);
FIXED_WORDS[K_OBJECT] = INSTANCE_WORDS;
FIXED_WORDS[K_TYPE] = TYPE_WORDS;
FIXED_WORDS[K_FLOAT] = FLOAT_WORDS;
FIXED_WORDS[K_LIST] = LIST_WORDS;
FIXED_WORDS[K_DICT] = DICT_WORDS;
FIXED_WORDS[K_SET] = DICT_WORDS;
FIXED_WORDS[K_RANGE] = HEADER + 4;
FIXED_WORDS[K_SLICE] = HEADER + 3;
FIXED_WORDS[K_CELL] = HEADER + 1;
FIXED_WORDS[K_FUNCTION] = FUNCTION_WORDS;
FIXED_WORDS[K_CODE] = CODE_WORDS_OBJECT;
FIXED_WORDS[K_NATIVE] = NATIVE_WORDS;
FIXED_WORDS[K_METHOD] = HEADER + 2;
FIXED_WORDS[K_EXCEPTION] = EXCEPTION_WORDS;
FIXED_WORDS[K_TRACEBACK] = HEADER + 4;
FIXED_WORDS[K_GENERATOR] = GENERATOR_WORDS;
FIXED_WORDS[K_MODULE] = HEADER + 2;
FIXED_WORDS[K_RECORD] = RECORD_WORDS;
FIXED_WORDS[K_LOCK] = LOCK_WORDS;

/** Words of the payload that an object's kind asks for, without a subclass's dict and slots. */
export function kindWords(o: number, kind: number): number {
  switch (kind) {
    case K_TUPLE:
      return TUPLE_ITEMS + H[o + TUPLE_LENGTH];
    case K_STR:
      return STR_DATA + strDataWords(H[o + STR_LENGTH], H[o + STR_KIND] & 7);
    case K_BYTES:
      return BYTES_DATA + ((H[o + BYTES_LENGTH] + 3) >> 2);
    case K_INT:
      return INT_DIGITS + Math.abs(H[o + INT_SIZE]);
    default:
      return FIXED_WORDS[kind];
  }
}
export const fixedWords = (kind: number) => FIXED_WORDS[kind];
export const strDataWords = (length: number, kind: number) => (length * kind + 3) >> 2;

/**
 * Word (relative to the object) of the instance dict, 0 if it has none. Objects of varying size keep it in the
 * word behind their payload (TYPE_DICT_OFFSET -1).
 */
export function dictWord(o: number): number {
  const type = H[o + TYPE];
  const offset = H[type + TYPE_DICT_OFFSET];
  return offset >= 0 ? offset : kindWords(o, H[type + TYPE_KIND]);
}

/** All words of an object, with a subclass's dict and __slots__. */
export function objectWords(o: number): number {
  const type = H[o + TYPE];
  const kind = H[type + TYPE_KIND];
  const words = kindWords(o, kind);
  const extra = H[type + TYPE_DICT_OFFSET] === -1 ? 1 : 0;
  return words + extra + H[type + TYPE_SLOT_COUNT];
}
export const varies = (kind: number) => FIXED_WORDS[kind] === 0;

/** Calls `visit` for each value that the object holds; NULL and small integers included. */
export function forEachChild(o: number, visit: (value: number) => void): void {
  const type = H[o + TYPE];
  const kind = H[type + TYPE_KIND];
  switch (kind) {
    case K_FLOAT:
    case K_STR:
    case K_INT:
    case K_BYTES:
      break;
    case K_LIST: {
      const block = H[o + LIST_BLOCK];
      for (let i = H[o + LIST_LENGTH] - 1; i >= 0; i--) visit(H[block + i]);
      break;
    }
    case K_TUPLE:
      for (let i = H[o + TUPLE_LENGTH] - 1; i >= 0; i--) visit(H[o + TUPLE_ITEMS + i]);
      break;
    case K_DICT:
    case K_SET: {
      const entries = H[o + DICT_BLOCK] + H[o + DICT_SIZE];
      for (let i = 0; i < H[o + DICT_FILL]; i++) {
        const entry = entries + i * ENTRY_WORDS;
        if (H[entry + ENTRY_KEY] === NULL) continue;
        visit(H[entry + ENTRY_KEY]);
        visit(H[entry + ENTRY_VALUE]);
      }
      break;
    }
    case K_GENERATOR: {
      const block = H[o + GENERATOR_BLOCK];
      for (let i = 0; i < H[o + GENERATOR_WORDS_SAVED]; i++) visit(H[block + i]);
      visitWords(o, kind, visit);
      break;
    }
    default:
      visitWords(o, kind, visit);
  }
  if (H[type + TYPE_DICT_OFFSET] !== 0) visit(H[o + dictWord(o)]);
  const slots = H[type + TYPE_SLOT_COUNT];
  if (slots > 0) {
    const end = objectWords(o);
    for (let i = end - slots; i < end; i++) visit(H[o + i]);
  }
}

function visitWords(o: number, kind: number, visit: (value: number) => void): void {
  const [first, count] = VALUE_WORDS[kind];
  for (let i = 0; i < count; i++) visit(H[o + first + i]);
}

/** Gives an object's room back, with the raw blocks that it owns. */
export function freeStorage(o: number): void {
  switch (H[H[o + TYPE] + TYPE_KIND]) {
    case K_LIST:
      releaseBlock(H[o + LIST_BLOCK], H[o + LIST_CAPACITY]);
      break;
    case K_DICT:
    case K_SET:
      releaseBlock(H[o + DICT_BLOCK], tableWords(H[o + DICT_SIZE]));
      break;
    case K_GENERATOR:
      releaseBlock(H[o + GENERATOR_BLOCK], H[o + GENERATOR_WORDS_SAVED]);
      break;
  }
  release(o, objectWords(o));
}

/** The raw block that an object owns, 0 if none. */
export function ownedBlock(o: number): number {
  switch (H[H[o + TYPE] + TYPE_KIND]) {
    case K_LIST:
      return H[o + LIST_BLOCK];
    case K_DICT:
    case K_SET:
      return H[o + DICT_BLOCK];
    case K_GENERATOR:
      return H[o + GENERATOR_BLOCK];
    default:
      return 0;
  }
}
