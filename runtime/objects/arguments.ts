/** Arguments of methods of text and numbers: whole numbers, positions, texts. */
import {H} from "../memory/heap.ts";
import {raise} from "./errors.ts";
import {OVERFLOW_ERROR, TYPE_ERROR} from "./exceptions.ts";
import {typeNameOf} from "./inspect.ts";
import {NONE} from "./kinds.ts";
import {NULL} from "./layout.ts";
import {intAsNumber, isInt} from "./numbers.ts";

/** A whole number that is a size or a count; NaN with an exception set. `absent` where the argument is. */
export function sizeArgument(ref: number, absent: number): number {
  if (ref === NULL) return absent;
  if (!isInt(ref)) {
    raise(TYPE_ERROR, `'${typeNameOf(ref)}' object cannot be interpreted as an integer`);
    return Number.NaN;
  }
  const value = intAsNumber(ref);
  if (Math.abs(value) < 2 ** 63) return value;
  raise(OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
  return Number.NaN;
}

/** The part of a text that `sliceArguments` found: start may be beyond the end, which even "" is not found in. */
export let partStart = 0;
export let partEnd = 0;

/** Reads the optional start and end at word `a` for a text of `length` units; false with TypeError set. */
export function sliceArguments(a: number, length: number): boolean {
  partStart = 0;
  partEnd = length;
  for (let i = 0; i < 2; i++) {
    const part = H[a + i];
    if (part === NULL || part === NONE) continue;
    if (!isInt(part)) {
      raise(TYPE_ERROR, "slice indices must be integers or None or have an __index__ method");
      return false;
    }
    const at = intAsNumber(part);
    const place = at < 0 ? Math.max(0, at + length) : at;
    if (i === 0) partStart = place;
    else partEnd = Math.min(length, place);
  }
  return true;
}
