/**
 * Memory policy `plain`: reference counts without atomics, as in every CPython with a GIL. An object dies when its
 * count reaches zero; what it held is dropped through a work list, so that a long chain needs no stack.
 *
 * The build replaces the calls INCREF(name) and DECREF(name) by their bodies where the evaluation loop uses them.
 */
import {forEachChild, freeStorage} from "../objects/children.ts";
import {K_OBJECT, T_FLOAT, T_GENERATOR, T_LIST} from "../objects/kinds.ts";
import {
  CODE_HANDLER_COUNT,
  COUNT,
  FINALIZED,
  FINALIZERS,
  FINALIZERS_LATER,
  FINALIZING,
  FLOAT_WORDS,
  FUNCTION_CODE,
  GENERATOR_FUNCTION,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  IMMORTAL,
  INSTANCE_FLAGS,
  LIST_BLOCK,
  LIST_CAPACITY,
  LIST_LENGTH,
  LIST_WORDS,
  NULL,
  SPECIAL_DEL,
  TYPE,
  TYPE_KIND,
  TYPE_SPECIAL
} from "../objects/layout.ts";
import {allocateBlock, H, makeFilled, release, releaseBlock, T} from "./heap.ts";

/** One more reference to `value`. */
export function INCREF(value: number): void {
  if ((value & 1) !== 0) H[value >> 2]++;
}

/** One reference fewer; at zero the object is destroyed. NULL may be dropped too. */
export function DECREF(value: number): void {
  if ((value & 1) !== 0 && --H[value >> 2] === 0) destroy(value >> 2);
}

/** INCREF that gives the value back. */
export function shared(value: number): number {
  if ((value & 1) !== 0) H[value >> 2]++;
  return value;
}

const dying: number[] = [];

function drop(value: number): void {
  if ((value & 1) !== 0 && --H[value >> 2] === 0) dying.push(value >> 2);
}

/** The work list is taken from its end; what an object refers to dies in the order of `forEachChild`. */
function reverseFrom(first: number): void {
  for (let i = first, k = dying.length - 1; i < k; i++, k--) {
    const o = dying[i];
    dying[i] = dying[k];
    dying[k] = o;
  }
}

/** Destroys an object whose count has reached zero, and whatever that leaves without a reference. */
export function destroy(object: number): void {
  if (H[object + TYPE] === T_FLOAT) {
    release(object, FLOAT_WORDS);
    return;
  }
  const floor = dying.length;
  dying.push(object);
  while (dying.length > floor) {
    const o = dying.pop()!;
    if (o === 0) {
      H[0] = IMMORTAL; // NULL is dropped like a value; its count means nothing
      continue;
    }
    if (needsFinalizer(o) && queueFinalizer(o)) continue;
    const first = dying.length;
    forEachChild(o, drop);
    if (dying.length - first > 1) reverseFrom(first);
    freeStorage(o);
  }
}

/** Objects with `__del__`, and generators that wait inside a `try` or `with`. */
function needsFinalizer(o: number): boolean {
  const type = H[o + TYPE];
  if ((H[type + TYPE_SPECIAL] & SPECIAL_DEL) !== 0) return true;
  if (type !== T_GENERATOR || H[o + GENERATOR_STATE] !== GENERATOR_SUSPENDED) return false;
  return H[(H[(H[o + GENERATOR_FUNCTION] >> 2) + FUNCTION_CODE] >> 2) + CODE_HANDLER_COUNT] > 0;
}

/** Keeps an object whose `__del__` is due until the evaluation loop has called it. False: it has run already. */
function queueFinalizer(o: number): boolean {
  const plain = H[H[o + TYPE] + TYPE_KIND] === K_OBJECT;
  if (plain) {
    if ((H[o + INSTANCE_FLAGS] & FINALIZED) !== 0) return false;
    H[o + INSTANCE_FLAGS] |= FINALIZED;
  }
  H[o + COUNT] = 1;
  const queue = T + (H[T + FINALIZING] === 0 ? FINALIZERS : FINALIZERS_LATER);
  if (H[queue] === NULL) H[queue] = (makeFilled(T_LIST, LIST_WORDS, 0) << 2) | 1;
  pushRaw(H[queue] >> 2, (o << 2) | 1);
  return true;
}

/** Appends to a list without counting the reference. */
function pushRaw(list: number, value: number): void {
  const length = H[list + LIST_LENGTH];
  const capacity = H[list + LIST_CAPACITY];
  if (length === capacity) {
    const larger = capacity === 0 ? 4 : capacity * 2;
    const block = allocateBlock(larger);
    H.copyWithin(block, H[list + LIST_BLOCK], H[list + LIST_BLOCK] + length);
    releaseBlock(H[list + LIST_BLOCK], capacity);
    H[list + LIST_BLOCK] = block;
    H[list + LIST_CAPACITY] = larger;
  }
  H[H[list + LIST_BLOCK] + length] = value;
  H[list + LIST_LENGTH] = length + 1;
}
