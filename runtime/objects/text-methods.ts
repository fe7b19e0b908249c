/** Methods that str and bytes share: searching, splitting, stripping, padding, joining; operators as methods. */

import {DECREF, shared} from "../memory/counts.ts";
import {H, U8} from "../memory/heap.ts";
import {partEnd, partStart, sizeArgument, sliceArguments} from "./arguments.ts";
import {truth} from "./arithmetic.ts";
import {callAgainWithList, callPrelude} from "./calls.ts";
import {compareBytes, hashSimple} from "./compare.ts";
import {COMPARISONS, EQUAL, holds, NOT_EQUAL} from "./comparison.ts";
import {newTuple, raise} from "./errors.ts";
import {TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {valueOfHash} from "./hash.ts";
import {truthSimple, typeNameOf} from "./inspect.ts";
import {collect, dropItems, iterateBuiltin} from "./iterators.ts";
import {
  K_BYTES,
  K_GENERATOR,
  K_OBJECT,
  K_STR,
  K_TUPLE,
  NONE,
  NOT_IMPLEMENTED,
  T_BYTES,
  T_STR
} from "./kinds.ts";
import {NEEDS_PYTHON, NULL, TUPLE_ITEMS, TUPLE_LENGTH, TYPE_DICT} from "./layout.ts";
import type {NativeFunction} from "./native.ts";
import {methods} from "./native.ts";
import {intAsNumber, isInt, kindOf, newInt} from "./numbers.ts";
import {percentFormat} from "./percent.ts";
import {
  copyUnits,
  expandTabs,
  makeLike,
  partition,
  replaceAll,
  splitAt,
  splitAtRight,
  splitLines,
  splitSpaces,
  splitSpacesRight,
  strip,
  surrounded
} from "./splitting.ts";
import {joinTwo, repeat, textContains, textItem} from "./str.ts";
import {plainValue} from "./subclass.ts";
import {getStr} from "./table.ts";
import {bytesAt, codePoint, makeBytes, staticStr, strCompare, strEqual} from "./text.ts";
import {
  countOf,
  findBackward,
  findForward,
  limitUnits,
  piece,
  standsAt,
  unit,
  unitCount,
  unitsAt,
  unitWidth
} from "./units.ts";

const isBytes = (ref: number) => kindOf(ref) === K_BYTES;

/** Whether `other` is text of the same sort as `self`; else TypeError is set. `str` words the error for str. */
function isAlike(self: number, other: number, wording: (type: string) => string): boolean {
  const kind = kindOf(other);
  if (kind === kindOf(self)) return true;
  const bytes = isBytes(self);
  raise(
    TYPE_ERROR,
    bytes ? `a bytes-like object is required, not '${typeNameOf(other)}'` : wording(typeNameOf(other))
  );
  return false;
}
const mustBeStr = (type: string) => `must be str, not ${type}`;
const mustBeStrOrNone = (type: string) => `must be str or None, not ${type}`;

// ---- searching ---------------------------------------------------------------------------------------------------

/** What is searched for, as a new reference: bytes may be searched for one byte given as an int. NULL: TypeError. */
function needle(self: number, value: number): number {
  if (kindOf(value) === kindOf(self)) return shared(value);
  if (!isBytes(self)) return raise(TYPE_ERROR, mustBeStr(typeNameOf(value)));
  if (!isInt(value)) {
    return raise(TYPE_ERROR, `argument should be integer or bytes-like object, not '${typeNameOf(value)}'`);
  }
  const byte = intAsNumber(value);
  if (byte < 0 || byte > 255) return raise(VALUE_ERROR, "byte must be in range(0, 256)");
  const made = makeBytes(1);
  U8[bytesAt(made)] = byte;
  return made;
}

const FIND = 0;
const FIND_LAST = 1;
const COUNT = 2;

/** Position of the argument in a part of the text, -1, or how often it is there; -2 with an exception set. */
function search(a: number, what: number): number {
  const sub = needle(H[a], H[a + 1]);
  if (sub === NULL) return -2;
  const o = H[a] >> 2;
  let result = -2;
  if (sliceArguments(a + 2, unitCount(o))) {
    if (what === COUNT) result = countOf(o, sub >> 2, partStart, partEnd);
    else result = (what === FIND ? findForward : findBackward)(o, sub >> 2, partStart, partEnd);
  }
  DECREF(sub);
  return result;
}

const found = (what: number) => (a: number) => {
  const at = search(a, what);
  return at === -2 ? NULL : newInt(at);
};
const foundOrError = (what: number) => (a: number) => {
  const at = search(a, what);
  if (at >= 0) return newInt(at);
  return at === -2
    ? NULL
    : raise(VALUE_ERROR, isBytes(H[a]) ? "subsection not found" : "substring not found");
};

/** Whether the part of the text begins or ends with a text, or with one of a tuple of texts. */
const affixed = (name: string, atEnd: boolean) => (a: number) => {
  const [self, affix] = [H[a], H[a + 1]];
  if (!sliceArguments(a + 2, unitCount(self >> 2))) return NULL;
  const type = isBytes(self) ? "bytes" : "str";
  if (kindOf(affix) === kindOf(self)) return truth(hasAffix(self, affix, atEnd));
  if (kindOf(affix) !== K_TUPLE) {
    return raise(
      TYPE_ERROR,
      `${name} first arg must be ${type} or a tuple of ${type}, not ${typeNameOf(affix)}`
    );
  }
  const items = (affix >> 2) + TUPLE_ITEMS;
  for (let i = 0; i < H[(affix >> 2) + TUPLE_LENGTH]; i++) {
    if (!isAlike(self, H[items + i], (other) => `tuple for ${name} must only contain str, not ${other}`))
      return NULL;
    if (hasAffix(self, H[items + i], atEnd)) return truth(true);
  }
  return truth(false);
};

function hasAffix(self: number, affix: number, atEnd: boolean): boolean {
  const length = unitCount(affix >> 2);
  if (partEnd - partStart < length) return false;
  return standsAt(self >> 2, affix >> 2, atEnd ? partEnd - length : partStart);
}

// ---- splitting and stripping ------------------------------------------------------------------------------------------

const split = (right: boolean) => (a: number) => {
  const [self, separator] = [H[a], H[a + 1]];
  const most = sizeArgument(H[a + 2], -1);
  if (Number.isNaN(most)) return NULL;
  if (separator === NULL || separator === NONE)
    return (right ? splitSpacesRight : splitSpaces)(self, most < 0 ? -1 : most);
  if (!isAlike(self, separator, mustBeStrOrNone)) return NULL;
  if (unitCount(separator >> 2) === 0) return raise(VALUE_ERROR, "empty separator");
  return (right ? splitAtRight : splitAt)(self, separator, most < 0 ? -1 : most);
};

const parts = (last: boolean) => (a: number) => {
  if (!isAlike(H[a], H[a + 1], mustBeStr)) return NULL;
  if (unitCount(H[a + 1] >> 2) === 0) return raise(VALUE_ERROR, "empty separator");
  return partition(H[a], H[a + 1], last);
};

const stripped = (name: string, left: boolean, right: boolean) => (a: number) => {
  const set = H[a + 1];
  if (set === NULL || set === NONE) return strip(H[a], null, left, right);
  if (!isAlike(H[a], set, () => `${name} arg must be None or str`)) return NULL;
  return strip(H[a], set, left, right);
};

function lines(a: number): number {
  const keep = H[a + 1];
  if (keep !== NULL && !isInt(keep)) {
    return raise(TYPE_ERROR, `'${typeNameOf(keep)}' object cannot be interpreted as an integer`);
  }
  return splitLines(H[a], keep !== NULL && truthSimple(keep) === 1);
}

const without = (name: string, atEnd: boolean) => (a: number) => {
  const [self, affix] = [H[a], H[a + 1]];
  if (!isAlike(self, affix, (type) => `${name}() argument must be str, not ${type}`)) return NULL;
  const length = unitCount(self >> 2);
  const size = unitCount(affix >> 2);
  if (!standsAt(self >> 2, affix >> 2, atEnd ? length - size : 0)) return piece(self, 0, length);
  return atEnd ? piece(self, 0, length - size) : piece(self, size, length);
};

function replace(a: number): number {
  const wording = (which: number) => (type: string) => `replace() argument ${which} must be str, not ${type}`;
  if (!isAlike(H[a], H[a + 1], wording(1)) || !isAlike(H[a], H[a + 2], wording(2))) return NULL;
  const most = sizeArgument(H[a + 3], -1);
  return Number.isNaN(most) ? NULL : replaceAll(H[a], H[a + 1], H[a + 2], most);
}

// ---- padding -----------------------------------------------------------------------------------------------------------

/** The unit that fills, a space by default; -1 with TypeError set. */
function fillUnit(self: number, name: string, fill: number): number {
  if (fill === NULL) return 32;
  const o = fill >> 2;
  if (isBytes(self)) {
    if (kindOf(fill) === K_BYTES && unitCount(o) === 1) return unit(unitsAt(o), 1, 0);
    raise(TYPE_ERROR, `${name}() argument 2 must be a byte string of length 1, not ${typeNameOf(fill)}`);
    return -1;
  }
  if (kindOf(fill) !== K_STR) {
    raise(TYPE_ERROR, `The fill character must be a unicode character, not ${typeNameOf(fill)}`);
    return -1;
  }
  if (unitCount(o) === 1) return codePoint(o, 0);
  raise(TYPE_ERROR, "The fill character must be exactly one character long");
  return -1;
}

/** `place` gives, for the missing units and the width, how many go before. */
const justified = (name: string, place: (missing: number, width: number) => number) => (a: number) => {
  const width = sizeArgument(H[a + 1], 0);
  if (Number.isNaN(width)) return NULL;
  const fill = fillUnit(H[a], name, H[a + 2]);
  if (fill < 0) return NULL;
  const missing = Math.max(0, width - unitCount(H[a] >> 2));
  limitUnits(missing, 4);
  const before = place(missing, width);
  return surrounded(H[a], before, missing - before, fill);
};
/** An odd number of missing units puts the extra one before when the width is odd. */
const centre = (missing: number, width: number) => (missing >> 1) + (missing & width & 1);

function zeroFilled(a: number): number {
  const width = sizeArgument(H[a + 1], 0);
  if (Number.isNaN(width)) return NULL;
  const self = H[a];
  const o = self >> 2;
  const length = unitCount(o);
  if (width <= length) return piece(self, 0, length);
  limitUnits(width, 4);
  const first = length > 0 ? unit(unitsAt(o), unitWidth(o), 0) : 0;
  if (first !== 43 && first !== 45) return surrounded(self, width - length, 0, 48);
  const rest = piece(self, 1, length);
  const padded = surrounded(rest, width - length, 0, 48);
  const made = makeLike(o, width, unitWidth(padded >> 2));
  copyUnits(o, 0, 1, made, 0);
  copyUnits(padded >> 2, 0, width - 1, made, 1);
  DECREF(rest);
  DECREF(padded);
  return (made << 2) | 1;
}

function tabsExpanded(a: number): number {
  const size = sizeArgument(H[a + 1], 8);
  return Number.isNaN(size) ? NULL : expandTabs(H[a], size);
}

// ---- joining -----------------------------------------------------------------------------------------------------------

const JOIN = staticStr("join");
const NOT_ITERABLE = "can only join an iterable";

function join(a: number): number {
  const [self, iterable] = [H[a], H[a + 1]];
  const items = collect(iterable);
  if (items === null) {
    if ((iterable & 1) === 0 || !mayIterate(iterable)) return raise(TYPE_ERROR, NOT_ITERABLE);
    const type = isBytes(self) ? T_BYTES : T_STR;
    return callAgainWithList(getStr(H[type + TYPE_DICT] >> 2, JOIN), [self, iterable], 1);
  }
  const joined = isBytes(self) && !items.every(isBytes) ? joinOthers(self, items) : joinItems(self, items);
  dropItems(items);
  return joined;
}

/** Bytes and what else holds bytes. */
function joinOthers(separator: number, items: readonly number[]): number {
  if (!items.some((item) => (item & 1) !== 0 && kindOf(item) === K_OBJECT))
    return joinItems(separator, items);
  const list = newTuple(items);
  const answer = callPrelude(JOIN_BYTES, [separator, list]);
  DECREF(list);
  return answer;
}
const JOIN_BYTES = staticStr("_join_bytes");

/** Kinds that `collect` leaves to Python code because they may well be iterable. */
const mayIterate = (ref: number) => {
  const kind = kindOf(ref);
  if (kind === K_OBJECT || kind === K_GENERATOR) return true;
  return getStr(H[H[(ref >> 2) + 1] + TYPE_DICT] >> 2, ITER) !== NULL;
};
const ITER = staticStr("__iter__");

/** The items with the separator between them; NULL with TypeError when one is no text of the sort. */
export function joinItems(separator: number, items: readonly number[]): number {
  const kind = kindOf(separator);
  const between = separator >> 2;
  let total = Math.max(0, items.length - 1) * unitCount(between);
  let width = items.length > 1 ? unitWidth(between) : 1;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (kindOf(item) !== kind) {
      const wanted = kind === K_STR ? "str instance" : "a bytes-like object";
      return raise(TYPE_ERROR, `sequence item ${i}: expected ${wanted}, ${typeNameOf(item)} found`);
    }
    total += unitCount(item >> 2);
    width = Math.max(width, unitWidth(item >> 2));
  }
  if (items.length === 1) return plainValue(items[0]);
  if (total === 0) return piece(separator, 0, 0);
  const made = makeLike(between, total, width);
  let at = 0;
  for (let i = 0; i < items.length; i++) {
    if (i > 0) {
      copyUnits(between, 0, unitCount(between), made, at);
      at += unitCount(between);
    }
    copyUnits(items[i] >> 2, 0, unitCount(items[i] >> 2), made, at);
    at += unitCount(items[i] >> 2);
  }
  return (made << 2) | 1;
}

// ---- operators as methods ------------------------------------------------------------------------------------------------

const notImplemented = () => shared(NOT_IMPLEMENTED);
const ITEM_BY_INDEX = staticStr("_item_by_index");
const REPEAT_BY_INDEX = staticStr("_repeat_by_index");

function item(a: number): number {
  const answer = textItem(H[a], H[a + 1]);
  return answer === NEEDS_PYTHON ? callPrelude(ITEM_BY_INDEX, [H[a], H[a + 1]]) : answer;
}

function added(a: number): number {
  const [self, other] = [H[a], H[a + 1]];
  if (kindOf(self) === kindOf(other)) return joinTwo(self, other);
  if (isBytes(self)) return raise(TYPE_ERROR, `can't concat ${typeNameOf(other)} to bytes`);
  return raise(TYPE_ERROR, `can only concatenate str (not "${typeNameOf(other)}") to str`);
}

function repeated(a: number): number {
  if (isInt(H[a + 1])) return repeat(H[a], H[a + 1]);
  if (kindOf(H[a + 1]) === K_OBJECT) return callPrelude(REPEAT_BY_INDEX, [H[a], H[a + 1]]);
  return raise(TYPE_ERROR, `'${typeNameOf(H[a + 1])}' object cannot be interpreted as an integer`);
}

function contained(a: number): number {
  const answer = textContains(H[a], H[a + 1]);
  return answer < 0 ? NULL : truth(answer === 1);
}

const compared = (op: number) => (a: number) => {
  const [self, other] = [H[a], H[a + 1]];
  if (kindOf(self) !== kindOf(other)) return notImplemented();
  if (isBytes(self)) return truth(holds(op, compareBytes(self, other)));
  if (op === EQUAL || op === NOT_EQUAL) return truth(strEqual(self, other) === (op === EQUAL));
  return truth(holds(op, strCompare(self, other)));
};

function hashOf(a: number): number {
  const plain = plainValue(H[a]);
  const hash = valueOfHash(plain, hashSimple(plain));
  DECREF(plain);
  return hash;
}

for (const type of [T_STR, T_BYTES]) {
  const table: Record<string, NativeFunction> = {
    "find(self, sub, start=, end=, /)": found(FIND),
    "rfind(self, sub, start=, end=, /)": found(FIND_LAST),
    "index(self, sub, start=, end=, /)": foundOrError(FIND),
    "rindex(self, sub, start=, end=, /)": foundOrError(FIND_LAST),
    "count(self, sub, start=, end=, /)": found(COUNT),
    "startswith(self, prefix, start=, end=, /)": affixed("startswith", false),
    "endswith(self, suffix, start=, end=, /)": affixed("endswith", true),
    "split(self, sep=, maxsplit=)": split(false),
    "rsplit(self, sep=, maxsplit=)": split(true),
    "partition(self, sep, /)": parts(false),
    "rpartition(self, sep, /)": parts(true),
    "strip(self, chars=, /)": stripped("strip", true, true),
    "lstrip(self, chars=, /)": stripped("lstrip", true, false),
    "rstrip(self, chars=, /)": stripped("rstrip", false, true),
    "splitlines(self, keepends=)": lines,
    "removeprefix(self, prefix, /)": without("removeprefix", false),
    "removesuffix(self, suffix, /)": without("removesuffix", true),
    "replace(self, old, new, count=, /)": replace,
    "center(self, width, fillchar=, /)": justified("center", centre),
    "ljust(self, width, fillchar=, /)": justified("ljust", () => 0),
    "rjust(self, width, fillchar=, /)": justified("rjust", (missing) => missing),
    "zfill(self, width, /)": zeroFilled,
    "expandtabs(self, tabsize=)": tabsExpanded,
    "join(self, iterable, /)": join,
    "__len__(self)": (a) => newInt(unitCount(H[a] >> 2)),
    "__iter__(self)": (a) => iterateBuiltin(H[a]),
    "__getitem__(self, key, /)": item,
    "__contains__(self, key, /)": contained,
    "__add__(self, value, /)": added,
    "__mul__(self, value, /)": repeated,
    "__rmul__(self, value, /)": repeated,
    "__mod__(self, value, /)": (a) => percentFormat(H[a], H[a + 1]),
    "__rmod__(self, value, /)": (a) =>
      kindOf(H[a + 1]) === kindOf(H[a]) ? percentFormat(H[a + 1], H[a]) : notImplemented(),
    "__hash__(self)": hashOf
  };
  COMPARISONS.forEach((name, op) => {
    table[`${name}(self, value, /)`] = compared(op);
  });
  methods(type, table);
}
