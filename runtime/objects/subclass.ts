/** Numbers and text of classes derived from the built-in ones: the same payload, with room for a dict behind it. */

import {DECREF, shared} from "../memory/counts.ts";
import {H, make} from "../memory/heap.ts";
import {kindWords} from "./children.ts";
import {K_BYTES, K_FLOAT, K_INT, K_STR, T_BYTES, T_FLOAT, T_INT, T_STR} from "./kinds.ts";
import {
  FLOAT_WORDS,
  HEADER,
  INT_DIGITS,
  INT_SIZE,
  NULL,
  STR_KIND,
  TYPE,
  TYPE_DICT_OFFSET,
  TYPE_FLAGS,
  TYPE_HEAP,
  TYPE_SLOT_COUNT
} from "./layout.ts";
import {moduleFunctions} from "./native.ts";
import {bigIntValue, kindOf, newBigInt} from "./numbers.ts";

/**
 * An instance of the class `cls` (a reference) with the value of `value`, an int, float, str or bytes that is taken
 * over. For the built-in class itself that is the value.
 */
export function asInstance(cls: number, value: number): number {
  const type = cls >> 2;
  if ((H[type + TYPE_FLAGS] & TYPE_HEAP) === 0 || value === NULL) return value;
  const kind = kindOf(value);
  const small = (value & 1) === 0;
  const payload = small ? INT_DIGITS + 1 : kindWords(value >> 2, kind);
  const extra = (H[type + TYPE_DICT_OFFSET] === -1 ? 1 : 0) + H[type + TYPE_SLOT_COUNT];
  const o = make(type, payload + extra);
  if (small) {
    const number = value >> 1;
    H[o + INT_SIZE] = number < 0 ? -1 : 1;
    H[o + INT_DIGITS] = Math.abs(number);
  } else H.copyWithin(o + HEADER, (value >> 2) + HEADER, (value >> 2) + payload);
  if (kind === K_STR) H[o + STR_KIND] &= 7;
  for (let i = payload; i < payload + extra; i++) H[o + i] = NULL;
  DECREF(value);
  return (o << 2) | 1;
}

/** A new reference to the same value as an object of the built-in class itself. */
export function plainValue(ref: number): number {
  if ((ref & 1) === 0) return ref;
  const o = ref >> 2;
  const type = H[o + TYPE];
  switch (kindOf(ref)) {
    case K_INT:
      return type === T_INT ? shared(ref) : newBigInt(bigIntValue(ref));
    case K_FLOAT:
      return type === T_FLOAT ? shared(ref) : copyPayload(o, T_FLOAT, FLOAT_WORDS);
    case K_STR:
      return type === T_STR ? shared(ref) : copyPayload(o, T_STR, kindWords(o, K_STR));
    case K_BYTES:
      return type === T_BYTES ? shared(ref) : copyPayload(o, T_BYTES, kindWords(o, K_BYTES));
    default:
      return newBigInt(bigIntValue(ref));
  }
}

function copyPayload(o: number, type: number, words: number): number {
  const made = make(type, words);
  H.copyWithin(made + HEADER, o + HEADER, o + words);
  return (made << 2) | 1;
}

moduleFunctions("_prelude", {
  /** The value as an instance of a class derived from its own. */
  "_instance(cls, value)": (a) => asInstance(H[a], plainValue(H[a + 1]))
});
