/**
 * Operators on values: the built-in cases at once, everything else in Python (the prelude's `_binary`, `_compare`, ...).
 * Answers are new references, NULL with an exception, or TAIL.
 */

import {shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {numberOperation, unaryNumber} from "../objects/arithmetic.ts";
import {callPrelude} from "../objects/calls.ts";
import {equalSimple, NAN_ORDER, ORDER_NEEDS_PYTHON, orderSimple, UNORDERED} from "../objects/compare.ts";
import {
  containerContains,
  containerDeleteItem,
  containerItem,
  containerOperation,
  containerSetItem,
  setOrder
} from "../objects/containers.ts";
import {iterate} from "../objects/iterators.ts";
import {FALSE, K_BOOL, K_BYTES, K_FLOAT, K_INT, K_SET, K_STR, T_GENERATOR, TRUE} from "../objects/kinds.ts";
import {
  NEEDS_PYTHON,
  NULL,
  SPECIAL_CONTAINS,
  SPECIAL_ITEM,
  SPECIAL_ITER,
  SPECIAL_NUMBER,
  TYPE,
  TYPE_SPECIAL
} from "../objects/layout.ts";
import {kindOf} from "../objects/numbers.ts";
import {textContains, textItem, textOperation} from "../objects/str.ts";
import {staticStr} from "../objects/text.ts";

const S_BINARY = staticStr("_binary");
const S_UNARY = staticStr("_unary");
const S_COMPARE = staticStr("_compare");
const S_TRUTH = staticStr("_truth");
const S_CONTAINS = staticStr("_contains");
const S_GETITEM = staticStr("_getitem");
const S_SETITEM = staticStr("_setitem");
const S_DELITEM = staticStr("_delitem");
const S_ITER = staticStr("_iter");

const special = (value: number) => ((value & 1) === 0 ? 0 : H[H[(value >> 2) + TYPE] + TYPE_SPECIAL]);
const isNumber = (kind: number) => kind === K_INT || kind === K_FLOAT || kind === K_BOOL;
const isText = (kind: number) => kind === K_STR || kind === K_BYTES;

/** BINARY_OP with CPython's argument `op`. */
export function binary(op: number, a: number, b: number): number {
  if (((special(a) | special(b)) & SPECIAL_NUMBER) === 0) {
    const x = kindOf(a);
    const y = kindOf(b);
    let result = NEEDS_PYTHON;
    if (isNumber(x) && isNumber(y)) result = numberOperation(op, a, b);
    else if (isText(x) || isText(y)) result = textOperation(op, a, b);
    if (result === NEEDS_PYTHON) result = containerOperation(op, a, b);
    if (result !== NEEDS_PYTHON) return result;
  }
  return callPrelude(S_BINARY, [op << 1, a, b]);
}

/** 0 `+`, 1 `-`, 2 `~`. */
export function unary(op: number, a: number): number {
  if ((special(a) & SPECIAL_NUMBER) === 0 && isNumber(kindOf(a))) {
    const result = unaryNumber(op as 0 | 1 | 2, a);
    if (result !== NEEDS_PYTHON) return result;
  }
  return callPrelude(S_UNARY, [op << 1, a]);
}

const bool = (truth: boolean) => shared(truth ? TRUE : FALSE);

/** COMPARE_OP: 0 `<`, 1 `<=`, 2 `==`, 3 `!=`, 4 `>`, 5 `>=`. */
export function compare(op: number, a: number, b: number): number {
  if (op === 2 || op === 3) {
    const same = equalSimple(a, b);
    return same === NEEDS_PYTHON
      ? callPrelude(S_COMPARE, [op << 1, a, b])
      : bool((same === 1) === (op === 2));
  }
  const order = orderSimple(a, b);
  if (order === NAN_ORDER) return bool(false);
  if (order === UNORDERED && kindOf(a) === K_SET && kindOf(b) === K_SET) {
    const result = setOrder(op, a, b);
    if (result !== NEEDS_PYTHON) return result;
  }
  if (order === UNORDERED || order === ORDER_NEEDS_PYTHON) return callPrelude(S_COMPARE, [op << 1, a, b]);
  return bool(ordered(op, order));
}

/** Whether a sign satisfies an ordering operator. */
export function ordered(op: number, sign: number): boolean {
  switch (op) {
    case 0:
      return sign < 0;
    case 1:
      return sign <= 0;
    case 4:
      return sign > 0;
    default:
      return sign >= 0;
  }
}

/** Asks Python code for the truth of a value. */
export const askTruth = (value: number) => callPrelude(S_TRUTH, [value]);

/** `item in container`: True, False, NULL or TAIL (whose value is a bool). */
export function contains(container: number, item: number): number {
  if ((special(container) & (SPECIAL_CONTAINS | SPECIAL_ITER | SPECIAL_ITEM)) === 0) {
    if (isText(kindOf(container))) {
      const found = textContains(container, item);
      if (found === -1) return NULL;
      if (found !== NEEDS_PYTHON) return bool(found === 1);
    } else {
      const found = containerContains(container, item);
      if (found === NULL && found !== 1) return NULL;
      if (found === 0 || found === CONTAINED) return bool(found === CONTAINED);
      if (found === -1) return NULL;
    }
  }
  return callPrelude(S_CONTAINS, [container, item]);
}
const CONTAINED = 1;

export function getItem(container: number, key: number): number {
  if ((special(container) & SPECIAL_ITEM) === 0) {
    const result = isText(kindOf(container)) ? textItem(container, key) : containerItem(container, key);
    if (result !== NEEDS_PYTHON) return result;
  }
  return callPrelude(S_GETITEM, [container, key]);
}

/** 0 done, NULL, or TAIL. */
export function setItem(container: number, key: number, value: number): number {
  if ((special(container) & SPECIAL_ITEM) === 0) {
    const result = containerSetItem(container, key, value);
    if (result !== NEEDS_PYTHON) return result;
  }
  return callPrelude(S_SETITEM, [container, key, value]);
}

/** 0 done, NULL, or TAIL. */
export function deleteItem(container: number, key: number): number {
  if ((special(container) & SPECIAL_ITEM) === 0) {
    const result = containerDeleteItem(container, key);
    if (result !== NEEDS_PYTHON) return result;
  }
  return callPrelude(S_DELITEM, [container, key]);
}

/** iter(value). */
export function getIterator(value: number): number {
  if ((special(value) & (SPECIAL_ITER | SPECIAL_ITEM)) !== 0) return callPrelude(S_ITER, [value]);
  if ((value & 1) !== 0 && H[(value >> 2) + TYPE] === T_GENERATOR) return shared(value);
  const result = iterate(value);
  return result === NEEDS_PYTHON ? callPrelude(S_ITER, [value]) : result;
}
