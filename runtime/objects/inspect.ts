/** What built-ins ask of any value before they work on it: its type's name, its truth, whether it is an index. */
import {H} from "../memory/heap.ts";
import {
  FALSE,
  K_BYTES,
  K_DICT,
  K_FLOAT,
  K_INT,
  K_LIST,
  K_RANGE,
  K_RECORD,
  K_SET,
  K_STR,
  K_TUPLE,
  NONE,
  T_DICT_ITEMS,
  T_DICT_KEYS,
  T_DICT_VALUES,
  T_INT,
  T_MAPPINGPROXY,
  TRUE
} from "./kinds.ts";
import {
  BYTES_LENGTH,
  DICT_USED,
  LIST_LENGTH,
  NEEDS_PYTHON,
  RANGE_LENGTH,
  RECORD_A,
  SPECIAL_TRUTH,
  STR_LENGTH,
  TUPLE_LENGTH,
  TYPE,
  TYPE_KIND,
  TYPE_NAME,
  TYPE_SPECIAL
} from "./layout.ts";
import {floatValue, intAsNumber} from "./numbers.ts";
import {text} from "./text.ts";

/** The type (word index) of a value. */
export const typeOf = (ref: number) => ((ref & 1) === 0 ? T_INT : H[(ref >> 2) + TYPE]);
/** SPECIAL_* bits of the type. */
export const specialOf = (ref: number) => ((ref & 1) === 0 ? 0 : H[H[(ref >> 2) + TYPE] + TYPE_SPECIAL]);
/** Name of a value's type, for messages. */
export const typeNameOf = (ref: number) => text(H[typeOf(ref) + TYPE_NAME]);

export const isView = (type: number) =>
  type === T_DICT_KEYS || type === T_DICT_VALUES || type === T_DICT_ITEMS;
/** Records that are as long as the dict in their first word. */
export const isSized = (type: number) => isView(type) || type === T_MAPPINGPROXY;

/** Truth of a value: 1, 0, or NEEDS_PYTHON where Python code defines its `__bool__` or `__len__`. */
export function truthSimple(ref: number): number {
  if ((ref & 1) === 0) return ref === 0 ? 0 : 1;
  if (ref === TRUE) return 1;
  if (ref === FALSE || ref === NONE) return 0;
  const o = ref >> 2;
  const type = H[o + TYPE];
  if ((H[type + TYPE_SPECIAL] & SPECIAL_TRUTH) !== 0) return NEEDS_PYTHON;
  switch (H[type + TYPE_KIND]) {
    case K_INT:
      return intAsNumber(ref) !== 0 ? 1 : 0;
    case K_FLOAT:
      return floatValue(ref) !== 0 ? 1 : 0;
    case K_STR:
      return H[o + STR_LENGTH] !== 0 ? 1 : 0;
    case K_BYTES:
      return H[o + BYTES_LENGTH] !== 0 ? 1 : 0;
    case K_TUPLE:
      return H[o + TUPLE_LENGTH] !== 0 ? 1 : 0;
    case K_LIST:
      return H[o + LIST_LENGTH] !== 0 ? 1 : 0;
    case K_DICT:
    case K_SET:
      return H[o + DICT_USED] !== 0 ? 1 : 0;
    case K_RANGE:
      return H[o + RANGE_LENGTH] !== 0 ? 1 : 0;
    case K_RECORD:
      return isSized(type) && H[(H[o + RECORD_A] >> 2) + DICT_USED] === 0 ? 0 : 1;
    default:
      return 1;
  }
}
