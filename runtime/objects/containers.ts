/**
 * Subscription, membership, length and operators of built-in containers, chosen by the container's kind. Everything
 * answers NEEDS_PYTHON where a class has its own method, or where the operation does not apply; the interpreter then
 * calls `_getitem`, `_contains`, `_binary`, ... of the prelude, which also raise the errors.
 */

import {environment} from "../environment.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {equalSimple} from "./compare.ts";
import {
  copyTable,
  dictDeleteItem,
  dictItem,
  dictSetItem,
  isPlainDict,
  mergeTable,
  tableContains
} from "./dict.ts";
import {isSized, isView, specialOf} from "./inspect.ts";
import {collect, T_REPEAT} from "./iterators.ts";
import {K_BYTES, K_DICT, K_LIST, K_RANGE, K_RECORD, K_SET, K_STR, K_TUPLE, T_DICT} from "./kinds.ts";
import {
  BYTES_LENGTH,
  DICT_USED,
  LIST_LENGTH,
  NEEDS_PYTHON,
  RANGE_LENGTH,
  RECORD_A,
  RECORD_N,
  SPECIAL_CONTAINS,
  SPECIAL_ITEM,
  SPECIAL_ITER,
  SPECIAL_LEN,
  SPECIAL_NUMBER,
  STR_LENGTH,
  TUPLE_LENGTH,
  TYPE,
  TYPE_KIND,
  TYPE_SPECIAL
} from "./layout.ts";
import {listConcat, listDeleteItem, listExtend, listItem, listRepeat, listRepeatInPlace} from "./list.ts";
import {assignItem} from "./list-methods.ts";
import {intAsNumber, isInt, kindOf} from "./numbers.ts";
import {ADD, AND, IN_PLACE, MULTIPLY, OR, SUBTRACT, XOR} from "./operators.ts";
import {rangeContains, rangeItem} from "./range.ts";
import {containsItem} from "./sequence.ts";
import {isFrozenType, isSetLike, setOperation, setOperationInPlace} from "./set.ts";
import {tupleConcat, tupleItem, tupleRepeat} from "./tuple.ts";
import {viewContains} from "./views.ts";

export {setOrder} from "./set.ts";

/** `container[key]`: a new reference, NULL, NEEDS_PYTHON. Str and bytes are text's business. */
export function containerItem(container: number, key: number): number {
  if ((container & 1) === 0) return NEEDS_PYTHON;
  const o = container >> 2;
  const type = H[o + TYPE];
  if ((H[type + TYPE_SPECIAL] & SPECIAL_ITEM) !== 0) return NEEDS_PYTHON;
  switch (H[type + TYPE_KIND]) {
    case K_LIST:
      return listItem(o, key);
    case K_DICT:
      return dictItem(o, key);
    case K_TUPLE:
      return tupleItem(o, key);
    case K_RANGE:
      return rangeItem(o, key);
    default:
      return NEEDS_PYTHON;
  }
}

/** `container[key] = value`: 0, NULL, NEEDS_PYTHON. */
export function containerSetItem(container: number, key: number, value: number): number {
  if ((container & 1) === 0) return NEEDS_PYTHON;
  const o = container >> 2;
  const type = H[o + TYPE];
  if ((H[type + TYPE_SPECIAL] & SPECIAL_ITEM) !== 0) return NEEDS_PYTHON;
  switch (H[type + TYPE_KIND]) {
    case K_LIST:
      return assignItem(container, key, value);
    case K_DICT:
      return dictSetItem(o, key, value);
    default:
      return NEEDS_PYTHON;
  }
}

/** `del container[key]`: 0, NULL, NEEDS_PYTHON. */
export function containerDeleteItem(container: number, key: number): number {
  if ((container & 1) === 0) return NEEDS_PYTHON;
  const o = container >> 2;
  const type = H[o + TYPE];
  if ((H[type + TYPE_SPECIAL] & SPECIAL_ITEM) !== 0) return NEEDS_PYTHON;
  switch (H[type + TYPE_KIND]) {
    case K_LIST:
      return listDeleteItem(o, key);
    case K_DICT:
      return dictDeleteItem(o, key);
    default:
      return NEEDS_PYTHON;
  }
}

/** Compares each time anew, however many there are, as CPython does: nothing else runs meanwhile. */
function repeatContains(o: number, item: number): number {
  const value = H[o + RECORD_A];
  const before = H[o + RECORD_N];
  // One without an end is walked in Python, so that it can be interrupted.
  if (before < 0 || equalSimple(value, item) === NEEDS_PYTHON) return NEEDS_PYTHON;
  let found = 0;
  while (H[o + RECORD_N] > 0 && found === 0) {
    H[o + RECORD_N]--;
    found = value === item ? 1 : equalSimple(value, item);
  }
  environment.devices.work("walk", before - H[o + RECORD_N]);
  return found;
}

/** `item in container`: 1, 0, -1 with an exception, NEEDS_PYTHON. */
export function containerContains(container: number, item: number): number {
  if ((container & 1) === 0) return NEEDS_PYTHON;
  const o = container >> 2;
  const type = H[o + TYPE];
  if ((H[type + TYPE_SPECIAL] & (SPECIAL_CONTAINS | SPECIAL_ITER)) !== 0) return NEEDS_PYTHON;
  switch (H[type + TYPE_KIND]) {
    case K_LIST:
    case K_TUPLE:
      return containsItem(container, item);
    case K_DICT:
      return tableContains(o, item);
    case K_SET:
      return kindOf(item) === K_SET ? NEEDS_PYTHON : tableContains(o, item);
    case K_RANGE:
      return rangeContains(o, item);
    case K_RECORD:
      if (type === T_REPEAT) return repeatContains(o, item);
      return isView(type) ? viewContains(container, item) : NEEDS_PYTHON;
    default:
      return NEEDS_PYTHON;
  }
}

/** Number of items, or -1: no built-in length, or a class has its own `__len__`. */
export function lengthOf(ref: number): number {
  if ((ref & 1) === 0) return -1;
  const o = ref >> 2;
  const type = H[o + TYPE];
  if ((H[type + TYPE_SPECIAL] & SPECIAL_LEN) !== 0) return -1;
  switch (H[type + TYPE_KIND]) {
    case K_LIST:
      return H[o + LIST_LENGTH];
    case K_TUPLE:
      return H[o + TUPLE_LENGTH];
    case K_STR:
      return H[o + STR_LENGTH];
    case K_BYTES:
      return H[o + BYTES_LENGTH];
    case K_DICT:
    case K_SET:
      return H[o + DICT_USED];
    case K_RANGE:
      return intAsNumber(H[o + RANGE_LENGTH]);
    case K_RECORD:
      return isSized(type) ? H[(H[o + RECORD_A] >> 2) + DICT_USED] : -1;
    default:
      return -1;
  }
}

/** `a op b` (argument of BINARY_OP) where an operand is a built-in container: a new reference, NULL, NEEDS_PYTHON. */
export function containerOperation(op: number, a: number, b: number): number {
  if (((specialOf(a) | specialOf(b)) & SPECIAL_NUMBER) !== 0) return NEEDS_PYTHON;
  switch (op) {
    case ADD:
      return concatenate(a, b);
    case MULTIPLY:
      return isInt(b) ? repeat(a, b) : isInt(a) ? repeat(b, a) : NEEDS_PYTHON;
    case IN_PLACE + ADD:
      return kindOf(a) === K_LIST ? extendList(a, b) : concatenate(a, b);
    case IN_PLACE + MULTIPLY:
      if (kindOf(a) !== K_LIST || !isInt(b)) return containerOperation(MULTIPLY, a, b);
      listRepeatInPlace(a >> 2, Math.max(0, intAsNumber(b)));
      return shared(a);
    case AND:
    case OR:
    case SUBTRACT:
    case XOR:
      return combineTables(op, a, b);
    case IN_PLACE + AND:
    case IN_PLACE + OR:
    case IN_PLACE + SUBTRACT:
    case IN_PLACE + XOR:
      return changeTable(op - IN_PLACE, a, b);
    default:
      return NEEDS_PYTHON;
  }
}

function concatenate(a: number, b: number): number {
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return NEEDS_PYTHON;
  if (kind === K_LIST) return listConcat(a >> 2, b >> 2);
  return kind === K_TUPLE ? tupleConcat(a >> 2, b >> 2) : NEEDS_PYTHON;
}

function repeat(sequence: number, count: number): number {
  const times = Math.max(0, intAsNumber(count));
  const kind = kindOf(sequence);
  if (kind === K_LIST) return listRepeat(sequence >> 2, times);
  return kind === K_TUPLE ? tupleRepeat(sequence >> 2, times) : NEEDS_PYTHON;
}

function extendList(list: number, source: number): number {
  const items = collect(source);
  if (items === null) return NEEDS_PYTHON;
  listExtend(list >> 2, items);
  return shared(list);
}

function combineTables(op: number, a: number, b: number): number {
  if ((a & 1) === 0 || (b & 1) === 0) return NEEDS_PYTHON;
  if (isSetLike(a) && isSetLike(b)) return setOperation(op, a, b);
  if (op !== OR || !isPlainDict(a) || !isPlainDict(b)) return NEEDS_PYTHON;
  const o = copyTable(a >> 2, T_DICT);
  if (mergeTable(o, b >> 2) === 0) return (o << 2) | 1;
  DECREF((o << 2) | 1);
  return NEEDS_PYTHON;
}

function changeTable(op: number, a: number, b: number): number {
  if ((a & 1) === 0 || (b & 1) === 0) return NEEDS_PYTHON;
  if (op === OR && isPlainDict(a) && isPlainDict(b)) {
    return mergeTable(a >> 2, b >> 2) === 0 ? shared(a) : NEEDS_PYTHON;
  }
  if (kindOf(a) !== K_SET || isFrozenType(a)) return combineTables(op, a, b);
  if (!isSetLike(b)) return NEEDS_PYTHON;
  const done = setOperationInPlace(op, a, b);
  return done === 0 ? shared(a) : done;
}
