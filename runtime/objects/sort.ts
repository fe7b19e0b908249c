/**
 * Sorting: stable, by less-than alone. Values whose order is known without Python code are sorted here; the prelude
 * sorts the others (`_merge_sort`).
 */
import {environment} from "../environment.ts";
import {H} from "../memory/heap.ts";
import {NAN_ORDER, ORDER_NEEDS_PYTHON, orderSimple, UNORDERED} from "./compare.ts";
import {raise} from "./errors.ts";
import {TYPE_ERROR} from "./exceptions.ts";
import {typeNameOf} from "./inspect.ts";
import {LIST_BLOCK, LIST_LENGTH, NEEDS_PYTHON, NULL} from "./layout.ts";

/** From so many items on, what sorting takes beyond the call is told to the machine. */
const LONG = 1000;

/** Ends a sort: Python code is needed, or two values have no order. */
class Unsortable extends Error {
  readonly answer: number;
  constructor(answer: number) {
    super();
    this.answer = answer;
  }
}

function order(a: number, b: number): number {
  const sign = orderSimple(a, b);
  if (sign === NAN_ORDER) return 0;
  if (sign === ORDER_NEEDS_PYTHON) throw new Unsortable(NEEDS_PYTHON);
  if (sign !== UNORDERED) return sign;
  raise(TYPE_ERROR, `'<' not supported between instances of '${typeNameOf(a)}' and '${typeNameOf(b)}'`);
  throw new Unsortable(NULL);
}

/** About n log n comparisons. */
function tellWork(n: number): void {
  if (n >= LONG) environment.devices.work("compare", n * (32 - Math.clz32(n)));
}

/**
 * The order of `keys` (values) as positions: positions[0] is where the first one stands. NEEDS_PYTHON, or NULL with
 * TypeError set.
 */
export function sortedPositions(keys: ArrayLike<number>, reverse: boolean): number[] | number {
  const positions = Array.from({length: keys.length}, (_, i) => i);
  if (reverse) positions.reverse();
  tellWork(keys.length);
  try {
    positions.sort((i, k) => order(keys[i], keys[k]));
  } catch (error) {
    if (error instanceof Unsortable) return error.answer;
    throw error;
  }
  return reverse ? positions.reverse() : positions;
}

/** Sorts a list in place: 0, NEEDS_PYTHON (unchanged), or NULL with TypeError set. */
export function sortList(o: number, reverse: boolean): number {
  const block = H[o + LIST_BLOCK];
  const values = H.slice(block, block + H[o + LIST_LENGTH]);
  if (values.every((value) => (value & 1) === 0)) {
    values.sort();
    tellWork(values.length);
    if (reverse) values.reverse();
    H.set(values, block);
    return 0;
  }
  const positions = sortedPositions(values, reverse);
  if (typeof positions === "number") return positions;
  for (let i = 0; i < values.length; i++) H[block + i] = values[positions[i]];
  return 0;
}
