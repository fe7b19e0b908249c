/** The comparison methods (`__eq__`, `__lt__`, ...) of built-in containers. */

import {shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {truth} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {equalSimple, NAN_ORDER, ORDER_NEEDS_PYTHON, orderSimple, UNORDERED} from "./compare.ts";
import {NOT_IMPLEMENTED} from "./kinds.ts";
import {NEEDS_PYTHON} from "./layout.ts";
import {methods, type NativeFunction} from "./native.ts";
import {kindOf} from "./numbers.ts";
import {staticStr} from "./text.ts";

/** Comparisons by their number in COMPARE_OP. */
export const COMPARISONS = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"];
export const EQUAL = 2;
export const NOT_EQUAL = 3;

/** Whether a comparison holds for the sign of an order. */
export function holds(op: number, sign: number): boolean {
  switch (op) {
    case 0:
      return sign < 0;
    case 1:
      return sign <= 0;
    case EQUAL:
      return sign === 0;
    case NOT_EQUAL:
      return sign !== 0;
    case 4:
      return sign > 0;
    default:
      return sign >= 0;
  }
}

const SEQUENCE_COMPARE = staticStr("_sequence_compare");
const CONTAINER_EQUAL = staticStr("_container_equal");

/** `a op b` of two lists or two tuples. */
function compareSequences(op: number, a: number, b: number): number {
  if (kindOf(a) !== kindOf(b)) return shared(NOT_IMPLEMENTED);
  if (op === EQUAL || op === NOT_EQUAL) {
    const same = equalSimple(a, b);
    if (same !== NEEDS_PYTHON) return truth((same === 1) === (op === EQUAL));
  } else {
    const order = orderSimple(a, b);
    if (order === NAN_ORDER) return truth(false);
    if (order !== ORDER_NEEDS_PYTHON && order !== UNORDERED) return truth(holds(op, order));
  }
  return callPrelude(SEQUENCE_COMPARE, [op << 1, a, b]);
}

/** Gives a sequence type its six comparison methods. */
export function sequenceComparisons(type: number): void {
  const table: Record<string, NativeFunction> = {};
  COMPARISONS.forEach((name, op) => {
    table[`${name}(self, other, /)`] = (a) => compareSequences(op, H[a], H[a + 1]);
  });
  methods(type, table);
}

/** Gives a type without order `__eq__` and `__ne__`. */
export function equality(type: number): void {
  const compare = (op: number) => (a: number) => {
    if (kindOf(H[a]) !== kindOf(H[a + 1])) return shared(NOT_IMPLEMENTED);
    const same = equalSimple(H[a], H[a + 1]);
    if (same !== NEEDS_PYTHON) return truth((same === 1) === (op === EQUAL));
    return callPrelude(CONTAINER_EQUAL, [op << 1, H[a], H[a + 1]]);
  };
  methods(type, {"__eq__(self, other, /)": compare(EQUAL), "__ne__(self, other, /)": compare(NOT_EQUAL)});
}
