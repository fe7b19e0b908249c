/**
 * Equality, order and hashing of built-in values without running Python code. Each function answers NEEDS_PYTHON (or
 * 0 for a hash) as soon as an object with its own `__eq__`, `__lt__` or `__hash__` is met; the interpreter then runs
 * the prelude's version, which is written in Python.
 */
import {H, U8} from "../memory/heap.ts";
import {isView, typeOf} from "./inspect.ts";
import {
  K_BOOL,
  K_BYTES,
  K_DICT,
  K_FLOAT,
  K_INT,
  K_LIST,
  K_METHOD,
  K_RANGE,
  K_RECORD,
  K_SET,
  K_SLICE,
  K_STR,
  K_TUPLE,
  T_FROZENSET
} from "./kinds.ts";
import {
  BYTES_DATA,
  BYTES_HASH,
  BYTES_LENGTH,
  DICT_FILL,
  DICT_USED,
  ENTRY_HASH,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  LIST_BLOCK,
  LIST_LENGTH,
  METHOD_FUNCTION,
  METHOD_SELF,
  NEEDS_PYTHON,
  NULL,
  RANGE_LENGTH,
  RANGE_START,
  RANGE_STEP,
  SPECIAL_EQ,
  SPECIAL_HASH,
  SPECIAL_ORDER,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE,
  TYPE_KIND,
  TYPE_SPECIAL
} from "./layout.ts";
import {asNumber, bigIntValue, floatValue, intAsNumber, isFloat, kindOf} from "./numbers.ts";
import {find, firstEntry} from "./table.ts";
import {bytesAt, bytesLength, strCompare, strEqual, strHash} from "./text.ts";

/** Deeper nesting is left to Python code, whose recursion is limited. */
const NESTING_MAX = 200;
let nesting = 0;

const special = (ref: number) => ((ref & 1) === 0 ? 0 : H[H[(ref >> 2) + TYPE] + TYPE_SPECIAL]);
const isNumeric = (kind: number) => kind === K_INT || kind === K_BOOL || kind === K_FLOAT;

/** Numeric comparison, exact for ints of any size against floats: negative, 0, positive, or NaN. */
export function compareNumbers(a: number, b: number): number {
  if (((a | b) & 1) === 0) return a - b;
  const x = asNumber(a);
  const y = asNumber(b);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const exact = (v: number) => Math.abs(v) <= 9007199254740991;
  if (exact(x) && exact(y)) return x - y;
  if (isFloat(a) && isFloat(b)) return x < y ? -1 : x > y ? 1 : 0;
  if (isFloat(a) && !Number.isFinite(floatValue(a))) return floatValue(a) > 0 ? 1 : -1;
  if (isFloat(b) && !Number.isFinite(floatValue(b))) return floatValue(b) > 0 ? -1 : 1;
  const big = (ref: number): [bigint, number] => {
    if (!isFloat(ref)) return [bigIntValue(ref), 0];
    const whole = Math.trunc(floatValue(ref));
    return [BigInt(whole), floatValue(ref) - whole];
  };
  const [p, fraction] = big(a);
  const [q, other] = big(b);
  return p < q ? -1 : p > q ? 1 : fraction - other;
}

/** 1 equal, 0 not, NEEDS_PYTHON. */
export function equalSimple(a: number, b: number): number {
  if (a === b && ((a & 1) === 0 || !(isFloat(a) && Number.isNaN(floatValue(a))))) {
    return (special(a) & SPECIAL_EQ) !== 0 ? NEEDS_PYTHON : 1;
  }
  if (((a | b) & 1) === 0) return 0;
  if (((special(a) | special(b)) & SPECIAL_EQ) !== 0) return NEEDS_PYTHON;
  const kind = kindOf(a);
  const other = kindOf(b);
  if (isNumeric(kind)) return isNumeric(other) && compareNumbers(a, b) === 0 ? 1 : 0;
  if (kind === K_RECORD || other === K_RECORD)
    return isView(typeOf(a)) || isView(typeOf(b)) ? NEEDS_PYTHON : 0;
  if (kind !== other) return 0;
  const x = a >> 2;
  const y = b >> 2;
  switch (kind) {
    case K_STR:
      return strEqual(a, b) ? 1 : 0;
    case K_BYTES:
      return compareBytes(a, b) === 0 ? 1 : 0;
    case K_TUPLE:
      if (H[x + TUPLE_LENGTH] !== H[y + TUPLE_LENGTH]) return 0;
      return equalItems(x + TUPLE_ITEMS, y + TUPLE_ITEMS, H[x + TUPLE_LENGTH]);
    case K_LIST:
      if (H[x + LIST_LENGTH] !== H[y + LIST_LENGTH]) return 0;
      return equalItems(H[x + LIST_BLOCK], H[y + LIST_BLOCK], H[x + LIST_LENGTH]);
    case K_DICT:
    case K_SET:
      return equalTables(x, y);
    case K_RANGE:
      return equalRanges(x, y);
    case K_SLICE:
      return equalItems(x + 2, y + 2, 3);
    case K_METHOD:
      return H[x + METHOD_FUNCTION] === H[y + METHOD_FUNCTION] && H[x + METHOD_SELF] === H[y + METHOD_SELF]
        ? 1
        : 0;
    default:
      return 0;
  }
}

/** Items of containers are equal when they are the same object, whatever `==` says (so a NaN is in its list). */
function equalItems(x: number, y: number, count: number): number {
  if (nesting > NESTING_MAX) return NEEDS_PYTHON;
  nesting++;
  let result = 1;
  for (let i = 0; i < count && result === 1; i++) {
    if (H[x + i] !== H[y + i]) result = equalSimple(H[x + i], H[y + i]);
  }
  nesting--;
  return result;
}

function equalTables(x: number, y: number): number {
  if (H[x + DICT_USED] !== H[y + DICT_USED]) return 0;
  if (nesting > NESTING_MAX) return NEEDS_PYTHON;
  nesting++;
  let result = 1;
  for (let k = 0; k < H[x + DICT_FILL] && result === 1; k++) {
    const entry = firstEntry(x) + k * ENTRY_WORDS;
    const key = H[entry + ENTRY_KEY];
    if (key === NULL) continue;
    const match = find(y, key, H[entry + ENTRY_HASH]);
    if (match < 0) result = NEEDS_PYTHON;
    else if (match === 0) result = 0;
    else if (H[match + ENTRY_VALUE] !== H[entry + ENTRY_VALUE]) {
      result = equalSimple(H[entry + ENTRY_VALUE], H[match + ENTRY_VALUE]);
    }
  }
  nesting--;
  return result;
}

/** Ranges are equal when they produce the same numbers. */
function equalRanges(x: number, y: number): number {
  const same = (i: number) => equalSimple(H[x + RANGE_START + i], H[y + RANGE_START + i]) === 1;
  if (!same(3)) return 0;
  const length = H[x + RANGE_START + 3];
  if (length === 0) return 1;
  if (!same(0)) return 0;
  return length === 2 || same(2) ? 1 : 0;
}

export function compareBytes(a: number, b: number): number {
  const n = bytesLength(a);
  const m = bytesLength(b);
  for (let i = 0; i < n && i < m; i++) {
    const d = U8[bytesAt(a) + i] - U8[bytesAt(b) + i];
    if (d !== 0) return d;
  }
  return n - m;
}

/** What `orderSimple` answers besides a sign: no order between these types; Python code decides; a NaN. */
export const UNORDERED = 1000;
export const ORDER_NEEDS_PYTHON = 1001;
export const NAN_ORDER = 1002;

/** Sign of a's order relative to b, or one of the three answers above. */
export function orderSimple(a: number, b: number): number {
  if (((a | b) & 1) === 0) return a === b ? 0 : a < b ? -1 : 1;
  if (((special(a) | special(b)) & (SPECIAL_ORDER | SPECIAL_EQ)) !== 0) return ORDER_NEEDS_PYTHON;
  const kind = kindOf(a);
  const other = kindOf(b);
  if (isNumeric(kind) && isNumeric(other)) {
    const d = compareNumbers(a, b);
    return Number.isNaN(d) ? NAN_ORDER : Math.sign(d);
  }
  if (kind !== other) return UNORDERED;
  const x = a >> 2;
  const y = b >> 2;
  switch (kind) {
    case K_STR:
      return Math.sign(strCompare(a, b));
    case K_BYTES:
      return Math.sign(compareBytes(a, b));
    case K_TUPLE:
      return orderItems(x + TUPLE_ITEMS, H[x + TUPLE_LENGTH], y + TUPLE_ITEMS, H[y + TUPLE_LENGTH]);
    case K_LIST:
      return orderItems(H[x + LIST_BLOCK], H[x + LIST_LENGTH], H[y + LIST_BLOCK], H[y + LIST_LENGTH]);
    case K_SET:
      return ORDER_NEEDS_PYTHON;
    default:
      return UNORDERED;
  }
}

function orderItems(x: number, n: number, y: number, m: number): number {
  if (nesting > NESTING_MAX) return ORDER_NEEDS_PYTHON;
  for (let i = 0; i < n && i < m; i++) {
    if (H[x + i] === H[y + i]) continue;
    nesting++;
    const same = equalSimple(H[x + i], H[y + i]);
    const order =
      same === 1 ? 0 : same === NEEDS_PYTHON ? ORDER_NEEDS_PYTHON : orderSimple(H[x + i], H[y + i]);
    nesting--;
    // which items have no order, the error must say: Python's part
    if (same !== 1) return order === UNORDERED ? ORDER_NEEDS_PYTHON : order;
  }
  return Math.sign(n - m);
}

// ---- hashes: 32-bit, never 0 or -1. hashSimple answers 0 when Python code decides, -1 when unhashable ----------------

const proper = (h: number) => (h === 0 || h === -1 ? h + 2 : h);
const mix = (h: number) => proper(Math.imul(h ^ (h >>> 16), 0x45d9f3b) ^ (h >>> 13));

/**
 * Of an integral number below 2**53. As in CPython -1 counts as -2, so that the hash of what `hash()` gives is the hash.
 */
function integerHash(value: number): number {
  const v = value === -1 ? -2 : value;
  return mix((v | 0) ^ Math.imul(Math.floor(v / 4294967296), 0x9e3779b1));
}

const HASH_MODULUS = 2n ** 61n - 1n;
/** Of a larger one: modulo 2**61 - 1, as in CPython. */
function largeIntegerHash(value: bigint): number {
  const rest = value % HASH_MODULUS;
  if (rest > -(2n ** 53n) && rest < 2n ** 53n) return integerHash(Number(rest));
  const high = Number(BigInt.asIntN(32, rest >> 32n));
  return mix(Number(BigInt.asIntN(32, rest)) ^ Math.imul(high, 0x9e3779b1));
}

function floatHash(value: number): number {
  if (Number.isInteger(value)) {
    return Math.abs(value) < 2 ** 53 ? integerHash(value) : largeIntegerHash(BigInt(value));
  }
  let h = 17;
  for (const c of String(value)) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  return proper(h);
}

/** Identity hash. */
export const addressHash = (ref: number) => mix(ref >> 3);

export function hashSimple(ref: number): number {
  if ((ref & 1) === 0) return integerHash(ref >> 1);
  const o = ref >> 2;
  const type = H[o + TYPE];
  if ((H[type + TYPE_SPECIAL] & (SPECIAL_HASH | SPECIAL_EQ)) !== 0) return 0;
  switch (H[type + TYPE_KIND]) {
    case K_STR:
      return strHash(ref);
    case K_INT:
    case K_BOOL: {
      const value = intAsNumber(ref);
      return Math.abs(value) < 2 ** 53 ? integerHash(value) : largeIntegerHash(bigIntValue(ref));
    }
    case K_FLOAT:
      return floatHash(floatValue(ref));
    case K_BYTES:
      return bytesHash(o);
    case K_TUPLE:
      return itemsHash(o + TUPLE_ITEMS, H[o + TUPLE_LENGTH]);
    case K_RANGE:
      return rangeHash(o);
    case K_SET: {
      if (type !== T_FROZENSET) return -1;
      let h = 1927868237;
      for (let k = 0; k < H[o + DICT_FILL]; k++) {
        const entry = firstEntry(o) + k * ENTRY_WORDS;
        if (H[entry + ENTRY_KEY] !== NULL) h ^= mix(H[entry + ENTRY_HASH] ^ 89869747);
      }
      return proper(h);
    }
    case K_LIST:
    case K_DICT:
    case K_SLICE:
      return -1;
    case K_METHOD:
      return proper(addressHash(H[o + METHOD_SELF]) ^ addressHash(H[o + METHOD_FUNCTION]));
    default:
      return addressHash(ref);
  }
}

/** Equal ranges have the same numbers: none, one, or the same first, step and length. */
function rangeHash(o: number): number {
  const length = H[o + RANGE_LENGTH];
  let h = hashSimple(length);
  if (length !== 0) h = Math.imul(h, 1000003) ^ hashSimple(H[o + RANGE_START]);
  if (length !== 0 && length !== 2) h = Math.imul(h, 1000003) ^ hashSimple(H[o + RANGE_STEP]);
  return proper(h);
}

function itemsHash(items: number, count: number): number {
  if (nesting > NESTING_MAX) return 0;
  nesting++;
  let h = 0x345678;
  for (let i = 0; i < count; i++) {
    const item = hashSimple(H[items + i]);
    if (item === 0 || item === -1) {
      nesting--;
      return item;
    }
    h = Math.imul(h ^ item, 1000003) + 82520 + count;
  }
  nesting--;
  return proper(h | 0);
}

function bytesHash(o: number): number {
  if (H[o + BYTES_HASH] !== 0) return H[o + BYTES_HASH];
  let h = -2128831035;
  const at = (o + BYTES_DATA) << 2;
  for (let i = 0; i < H[o + BYTES_LENGTH]; i++) h = Math.imul(h ^ U8[at + i], 16777619);
  h = proper(h ^ 0x5bd1e995);
  H[o + BYTES_HASH] = h;
  return h;
}
