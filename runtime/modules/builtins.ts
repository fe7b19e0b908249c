/**
 * Built-in functions. What works on built-in values is done here at once; whatever meets a special method written in
 * Python goes on in the preludes. Types are callable by themselves (objects/), super, property, object and type belong to
 * the interpreter.
 */

import {getAttribute, setAttribute} from "../interpreter/attributes.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {H, T, U8} from "../memory/heap.ts";
import {divideNumbers, numberOperation, powerNumbers, truth} from "../objects/arithmetic.ts";
import {callPrelude, tailCall} from "../objects/calls.ts";
import {hashSimple, ORDER_NEEDS_PYTHON, orderSimple, UNORDERED} from "../objects/compare.ts";
import {lengthOf} from "../objects/containers.ts";
import {raiseUnhashable} from "../objects/dict.ts";
import {hasException, raise, raiseRef, takeException} from "../objects/errors.ts";
import {ATTRIBUTE_ERROR, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {formatSimple} from "../objects/format.ts";
import {valueOfHash} from "../objects/hash.ts";
import {specialOf, truthSimple, typeNameOf, typeOf} from "../objects/inspect.ts";
import {nextOrTail} from "../objects/iterator-methods.ts";
import {collect, dropItems, isBuiltinIterator, iterate, next, PYTHON_NEXT} from "../objects/iterators.ts";
import {
  ELLIPSIS_REF,
  K_BOOL,
  K_BYTES,
  K_FLOAT,
  K_FUNCTION,
  K_INT,
  K_METHOD,
  K_NATIVE,
  K_STR,
  K_TUPLE,
  K_TYPE,
  NONE,
  NOT_IMPLEMENTED,
  T_ELLIPSIS,
  T_METHOD,
  T_NONE,
  T_NOTIMPLEMENTED,
  T_TYPE
} from "../objects/kinds.ts";
import {
  NEEDS_PYTHON,
  NULL,
  SPECIAL_NUMBER,
  STOP,
  TAIL,
  TAIL_ARGUMENTS,
  TAIL_FUNCTION,
  TAIL_KEYWORDS,
  TUPLE_ITEMS,
  TUPLE_LENGTH
} from "../objects/layout.ts";
import {newList} from "../objects/list.ts";
import {constructor, methods, moduleFunctions} from "../objects/native.ts";
import {
  bigIntValue,
  floatValue,
  intAsNumber,
  isInt,
  kindOf,
  newBigInt,
  newFloat,
  newInt
} from "../objects/numbers.ts";
import {ADD, POWER} from "../objects/operators.ts";
import {builtinRepr, reprSimple} from "../objects/repr.ts";
import {sortList} from "../objects/sort.ts";
import {bytesAt, bytesLength, codePoint, newStr, staticStr, strLength, text} from "../objects/text.ts";
import {isSubtype, isType, typeLookup} from "../objects/types.ts";
import {characterStr, EMPTY_STR} from "../objects/units.ts";
import "./print.ts";
import "./tables.ts";

const S_CALL = staticStr("__call__");
const S_NEXT = staticStr("__next__");
const IN_PYTHON = {
  abs: staticStr("_abs"),
  ascii: staticStr("_ascii"),
  binary: staticStr("_binary"),
  format: staticStr("_format"),
  iterUntil: staticStr("_iter_until"),
  pow: staticStr("_pow"),
  all: staticStr("_all"),
  any: staticStr("_any"),
  bin: staticStr("_bin"),
  divmod: staticStr("_divmod"),
  getattr: staticStr("_getattr_or"),
  hasattr: staticStr("_hasattr"),
  hash: staticStr("_hash"),
  hex: staticStr("_hex"),
  isinstance: staticStr("_isinstance"),
  issubclass: staticStr("_issubclass"),
  iter: staticStr("_iter"),
  len: staticStr("_len"),
  max: staticStr("_max"),
  methodRepr: staticStr("_method_repr"),
  min: staticStr("_min"),
  next: staticStr("_next_or"),
  oct: staticStr("_oct"),
  repr: staticStr("_repr"),
  sorted: staticStr("_sorted"),
  sum: staticStr("_sum")
};

const none = () => shared(NONE);
const isNumber = (ref: number) => {
  const kind = kindOf(ref);
  return (kind === K_INT || kind === K_FLOAT || kind === K_BOOL) && (specialOf(ref) & SPECIAL_NUMBER) === 0;
};

// ---- attributes -----------------------------------------------------------------------------------------------------

const isName = (ref: number) => kindOf(ref) === K_STR;
const badName = (ref: number) => raise(TYPE_ERROR, `attribute name must be string, not '${typeNameOf(ref)}'`);

/** Takes an AttributeError that is set; false when it is another exception. */
function forgiveAttributeError(): boolean {
  const exception = takeException();
  if (isSubtype(typeOf(exception), ATTRIBUTE_ERROR)) {
    DECREF(exception);
    return true;
  }
  raiseRef(exception);
  return false;
}

function getAttributeOr(value: number, name: number, otherwise: number): number {
  if (!isName(name)) return badName(name);
  const found = getAttribute(value, name);
  if (otherwise === NULL) return found;
  if (found === NULL) return forgiveAttributeError() ? shared(otherwise) : NULL;
  return found === TAIL ? afresh(IN_PYTHON.getattr, [value, name, otherwise]) : found;
}

/** Calls the prelude in the place of the call that has just been asked for. */
function afresh(name: number, args: readonly number[]): number {
  forgetTail();
  return callPrelude(name, args);
}

function setOrDelete(value: number, name: number, x: number): number {
  if (!isName(name)) return badName(name);
  const done = setAttribute(value, name, x);
  return done === 0 ? none() : done;
}

function forgetTail(): void {
  for (const word of [TAIL_FUNCTION, TAIL_ARGUMENTS, TAIL_KEYWORDS]) {
    DECREF(H[T + word]);
    H[T + word] = NULL;
  }
}

moduleFunctions("builtins", {
  "getattr(object, name, default=, /)": (a) => getAttributeOr(H[a], H[a + 1], H[a + 2]),
  "hasattr(object, name, /)": (a) => {
    if (!isName(H[a + 1])) return badName(H[a + 1]);
    const found = getAttribute(H[a], H[a + 1]);
    if (found === TAIL) return afresh(IN_PYTHON.hasattr, [H[a], H[a + 1]]);
    if (found === NULL) return forgiveAttributeError() ? truth(false) : NULL;
    DECREF(found);
    return truth(true);
  },
  "setattr(object, name, value, /)": (a) => setOrDelete(H[a], H[a + 1], H[a + 2]),
  "delattr(object, name, /)": (a) => setOrDelete(H[a], H[a + 1], NULL),
  "callable(object, /)": (a) => {
    const kind = kindOf(H[a]);
    if (kind === K_FUNCTION || kind === K_NATIVE || kind === K_METHOD || kind === K_TYPE) return truth(true);
    return truth(typeLookup(typeOf(H[a]), S_CALL) !== NULL);
  },
  "id(object, /)": (a) => newInt(((H[a] & 1) === 0 ? 0x7e : 0x7f) * 2 ** 40 + (H[a] >>> 0))
});

// ---- classes --------------------------------------------------------------------------------------------------------

/** Whether `type` is one of `classes` (a class or a tuple of them): 1, 0, NEEDS_PYTHON for anything unusual. */
function descends(type: number, classes: number): number {
  if (kindOf(classes) === K_TUPLE) {
    const o = classes >> 2;
    for (let i = 0; i < H[o + TUPLE_LENGTH]; i++) {
      const found = descends(type, H[o + TUPLE_ITEMS + i]);
      if (found !== 0) return found;
    }
    return 0;
  }
  if (typeOf(classes) !== T_TYPE) return NEEDS_PYTHON;
  return isSubtype(type, classes >> 2) ? 1 : 0;
}

moduleFunctions("builtins", {
  "isinstance(object, class_or_tuple, /)": (a) => {
    const found = descends(typeOf(H[a]), H[a + 1]);
    return found === NEEDS_PYTHON ? callPrelude(IN_PYTHON.isinstance, [H[a], H[a + 1]]) : truth(found === 1);
  },
  "issubclass(cls, class_or_tuple, /)": (a) => {
    const found = isType(H[a]) ? descends(H[a] >> 2, H[a + 1]) : NEEDS_PYTHON;
    return found === NEEDS_PYTHON ? callPrelude(IN_PYTHON.issubclass, [H[a], H[a + 1]]) : truth(found === 1);
  }
});

// ---- iteration ------------------------------------------------------------------------------------------------------

function nextOf(iterator: number, otherwise: number): number {
  if (isBuiltinIterator(typeOf(iterator))) {
    if (otherwise === NULL) return nextOrTail(iterator);
    const value = next(iterator);
    if (value !== PYTHON_NEXT) return value === STOP ? shared(otherwise) : value;
  }
  const method = typeLookup(typeOf(iterator), S_NEXT);
  if (method === NULL) return raise(TYPE_ERROR, `'${typeNameOf(iterator)}' object is not an iterator`);
  return otherwise === NULL
    ? tailCall(method, [iterator])
    : callPrelude(IN_PYTHON.next, [iterator, otherwise]);
}

/** `any` (wanted 1) and `all` (wanted 0) of what can be walked here. */
const search = (wanted: number, inPython: number) => (a: number) => {
  const items = isSequence(H[a]) ? collect(H[a]) : null;
  if (items === null) return callPrelude(inPython, [H[a]]);
  let found = wanted === 1 ? 0 : 1;
  for (const item of items) {
    const is = truthSimple(item);
    if (is !== wanted && is !== NEEDS_PYTHON) continue;
    found = is;
    break;
  }
  dropItems(items);
  return found === NEEDS_PYTHON ? callPrelude(inPython, [H[a]]) : truth(found === 1);
};

/** Walking it here does not change it, so that the prelude may walk it again. */
const isSequence = (ref: number) => (ref & 1) !== 0 && !isBuiltinIterator(typeOf(ref));

/** A list of the items and a call of the prelude with it. */
function withItems(inPython: number, items: readonly number[], ...more: number[]): number {
  const list = newList(items);
  const answer = callPrelude(inPython, [list, ...more]);
  DECREF(list);
  return answer;
}

function sum(a: number): number {
  const start = H[a + 1] === NULL ? 0 : H[a + 1];
  const items = isNumber(start) ? collect(H[a]) : null;
  if (items === null) return callPrelude(IN_PYTHON.sum, [H[a], start]);
  if (!items.every(isNumber)) return withItems(IN_PYTHON.sum, items, start);
  let total = shared(start);
  for (let i = 0; i < items.length && total !== NULL; i++) {
    const next = numberOperation(ADD, total, items[i]);
    DECREF(total);
    total = next;
  }
  dropItems(items);
  return total;
}

/** `min` (sign -1) and `max` (sign 1). */
const extreme = (sign: number, inPython: number) => (a: number, n: number) => {
  const key = H[a + n];
  const otherwise = H[a + n + 1];
  const name = sign < 0 ? "min" : "max";
  if (n === 0) return raise(TYPE_ERROR, `${name} expected at least 1 argument, got 0`);
  if (n > 1 && otherwise !== NULL) {
    return raise(TYPE_ERROR, `Cannot specify a default for ${name}() with multiple positional arguments`);
  }
  const several = n > 1 ? Array.from({length: n}, (_, i) => shared(H[a + i])) : collect(H[a]);
  const byKey = key === NULL ? NONE : key;
  if (several === null) return callExtreme(inPython, H[a], byKey, otherwise);
  const best = byKey === NONE ? firstExtreme(several, sign) : -1;
  if (best >= 0) {
    const value = shared(several[best]);
    dropItems(several);
    return value;
  }
  const list = newList(several);
  const answer = callExtreme(inPython, list, byKey, otherwise);
  DECREF(list);
  return answer;
};

function callExtreme(inPython: number, iterable: number, key: number, otherwise: number): number {
  return callPrelude(inPython, otherwise === NULL ? [iterable, key] : [iterable, key, otherwise]);
}

/** Position of the first smallest or largest item, or -1: none, or the order is not known here. */
function firstExtreme(items: readonly number[], sign: number): number {
  let best = items.length === 0 ? -1 : 0;
  for (let i = 1; i < items.length; i++) {
    const order = orderSimple(items[i], items[best]);
    if (order === UNORDERED || order === ORDER_NEEDS_PYTHON) return -1;
    if (order === sign) best = i;
  }
  return best;
}

function sorted(a: number): number {
  const key = H[a + 1] === NULL ? NONE : H[a + 1];
  const reverse = H[a + 2] !== NULL && truthSimple(H[a + 2]) !== 0;
  const items = collect(H[a]);
  if (items === null) return callPrelude(IN_PYTHON.sorted, [H[a], key, reverse ? 2 : 0]);
  const list = newList(items);
  const done = key === NONE ? sortList(list >> 2, reverse) : NEEDS_PYTHON;
  if (done === 0) return list;
  const answer = done === NULL ? NULL : callPrelude(IN_PYTHON.sorted, [list, key, reverse ? 2 : 0]);
  DECREF(list);
  return answer;
}

moduleFunctions("builtins", {
  "iter(object, sentinel=, /)": (a) => {
    if (H[a + 1] !== NULL) return callPrelude(IN_PYTHON.iterUntil, [H[a], H[a + 1]]);
    const it = iterate(H[a]);
    return it === NEEDS_PYTHON ? callPrelude(IN_PYTHON.iter, [H[a]]) : it;
  },
  "next(iterator, default=, /)": (a) => nextOf(H[a], H[a + 1]),
  "any(iterable, /)": search(1, IN_PYTHON.any),
  "all(iterable, /)": search(0, IN_PYTHON.all),
  "sum(iterable, /, start=)": sum,
  "min(*args, key=, default=)": extreme(-1, IN_PYTHON.min),
  "max(*args, key=, default=)": extreme(1, IN_PYTHON.max),
  "sorted(iterable, /, *, key=, reverse=)": sorted
});

// ---- singletons -----------------------------------------------------------------------------------------------------

constructor(T_NONE, "NoneType(cls)", none);
constructor(T_ELLIPSIS, "ellipsis(cls)", () => shared(ELLIPSIS_REF));
constructor(T_NOTIMPLEMENTED, "NotImplementedType(cls)", () => shared(NOT_IMPLEMENTED));

methods(T_METHOD, {
  "__repr__(self)": (a) => {
    const repr = builtinRepr(H[a]);
    return repr === null ? callPrelude(IN_PYTHON.methodRepr, [H[a]]) : newStr(repr);
  }
});

// ---- values ---------------------------------------------------------------------------------------------------------

/** `hash(value)`, by the built-in rules or the prelude's. */
function hashOf(value: number): number {
  const hash = hashSimple(value);
  if (hash === 0) return callPrelude(IN_PYTHON.hash, [value]);
  return hash === -1 ? raiseUnhashable(value) : valueOfHash(value, hash);
}

function chr(value: number): number {
  if (!isInt(value))
    return raise(TYPE_ERROR, `'${typeNameOf(value)}' object cannot be interpreted as an integer`);
  const point = intAsNumber(value);
  if (point >= 0 && point < 0x110000) return characterStr(point);
  if (Math.abs(point) < 2 ** 31) return raise(VALUE_ERROR, "chr() arg not in range(0x110000)");
  return raise(OVERFLOW_ERROR, "Python int too large to convert to C int");
}

function ord(value: number): number {
  const kind = kindOf(value);
  if (kind === K_STR && strLength(value) === 1) return codePoint(value >> 2, 0) << 1;
  if (kind === K_BYTES && bytesLength(value) === 1) return U8[bytesAt(value)] << 1;
  if (kind !== K_STR && kind !== K_BYTES) {
    return raise(TYPE_ERROR, `ord() expected string of length 1, but ${typeNameOf(value)} found`);
  }
  const length = kind === K_STR ? strLength(value) : bytesLength(value);
  return raise(TYPE_ERROR, `ord() expected a character, but string of length ${length} found`);
}

/** `bin`, `oct` and `hex`. */
const inBase = (base: number, prefix: string, inPython: number) => (a: number) => {
  if (!isInt(H[a])) return callPrelude(inPython, [H[a]]);
  const value = bigIntValue(H[a]);
  return newStr(value < 0n ? `-${prefix}${(-value).toString(base)}` : prefix + value.toString(base));
};

function abs(value: number): number {
  if (!isNumber(value)) return callPrelude(IN_PYTHON.abs, [value]);
  if (kindOf(value) === K_FLOAT) return newFloat(Math.abs(floatValue(value)));
  const int = bigIntValue(value);
  return newBigInt(int < 0n ? -int : int);
}

moduleFunctions("builtins", {
  "len(obj, /)": (a) => {
    const length = lengthOf(H[a]);
    return length < 0 ? callPrelude(IN_PYTHON.len, [H[a]]) : newInt(length);
  },
  "repr(obj, /)": (a) => {
    const repr = reprSimple(H[a]);
    if (repr !== null) return newStr(repr);
    return hasException() ? NULL : callPrelude(IN_PYTHON.repr, [H[a]]);
  },
  "ascii(obj, /)": (a) => {
    const repr = reprSimple(H[a]);
    if (repr === null) return hasException() ? NULL : callPrelude(IN_PYTHON.ascii, [H[a]]);
    return newStr(asciiText(repr));
  },
  "format(value, format_spec=, /)": (a) => {
    const spec = H[a + 1] === NULL ? EMPTY_STR : H[a + 1];
    if (kindOf(spec) !== K_STR)
      return raise(TYPE_ERROR, `format() argument 2 must be str, not ${typeNameOf(spec)}`);
    const simple = formatSimple(H[a], text(spec));
    if (simple !== null) return newStr(simple);
    return hasException() ? NULL : callPrelude(IN_PYTHON.format, [H[a], spec]);
  },
  "hash(obj, /)": (a) => hashOf(H[a]),
  "chr(i, /)": (a) => chr(H[a]),
  "ord(c, /)": (a) => ord(H[a]),
  "bin(number, /)": inBase(2, "0b", IN_PYTHON.bin),
  "oct(number, /)": inBase(8, "0o", IN_PYTHON.oct),
  "hex(number, /)": inBase(16, "0x", IN_PYTHON.hex),
  "abs(x, /)": (a) => abs(H[a]),
  "divmod(x, y, /)": (a) => {
    const answer = isNumber(H[a]) && isNumber(H[a + 1]) ? divideNumbers(H[a], H[a + 1]) : NEEDS_PYTHON;
    return answer === NEEDS_PYTHON ? callPrelude(IN_PYTHON.divmod, [H[a], H[a + 1]]) : answer;
  },
  "pow(base, exp, mod=)": (a) => {
    if (H[a + 2] === NULL || H[a + 2] === NONE) {
      const answer = numberOperation(POWER, H[a], H[a + 1]);
      return answer === NEEDS_PYTHON ? callPrelude(IN_PYTHON.binary, [POWER << 1, H[a], H[a + 1]]) : answer;
    }
    const answer = isNumber(H[a]) ? powerNumbers(H[a], H[a + 1], H[a + 2]) : NEEDS_PYTHON;
    return answer === NEEDS_PYTHON ? callPrelude(IN_PYTHON.pow, [H[a], H[a + 1], H[a + 2]]) : answer;
  }
});

moduleFunctions("_prelude", {"_escape(text)": (a) => newStr(asciiText(text(H[a])))});

const asciiText = (repr: string) =>
  Array.from(repr, (c) => {
    const point = c.codePointAt(0)!;
    const hex = (width: number) => point.toString(16).padStart(width, "0");
    if (point < 128) return c;
    return point < 256 ? `\\x${hex(2)}` : point < 65536 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
  }).join("");
