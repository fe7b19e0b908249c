/** The type str: constructor, changes of case, classes of characters, encoding, translation. */

import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {truth} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {
  allCased,
  capitalized,
  every,
  folded,
  isAlnum,
  isAlpha,
  isDecimal,
  isDigit,
  isIdentifier,
  isLower,
  isNumeric,
  isSpace,
  isTitled,
  isUpper,
  swapped,
  titled
} from "./characters.ts";
import {decode, encode, findCodec} from "./codecs.ts";
import {hashSimple} from "./compare.ts";
import {hasException, raise, tupleOf} from "./errors.ts";
import {TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {specialOf, typeNameOf} from "./inspect.ts";
import {formatted} from "./int.ts";
import {K_BYTES, K_DICT, K_STR, NONE, T_STR} from "./kinds.ts";
import {ENTRY_VALUE, LIST_BLOCK, LIST_LENGTH, NULL, SPECIAL_ITEM, SPECIAL_STR, STR_LENGTH} from "./layout.ts";
import {constructor, methods, moduleFunctions, staticMethods} from "./native.ts";
import {intAsNumber, isInt, kindOf, newInt} from "./numbers.ts";
import {builtinRepr, strSimple} from "./repr.ts";
import {isPrintable} from "./str-repr.ts";
import {asInstance, plainValue} from "./subclass.ts";
import {entriesIn, insert, lookup, newDict, replace} from "./table.ts";
import {codePoint, newStr, staticStr, strFromPoints, strWidth, text} from "./text.ts";
import {EMPTY_STR} from "./units.ts";

const STR = staticStr("_str");
const STR_FROM = staticStr("_str_from");
const STRICT = "strict";

constructor(T_STR, "str(cls, object=, encoding=, errors=)", (a) => {
  const [cls, value, encoding, errors] = [H[a], H[a + 1], H[a + 2], H[a + 3]];
  if (encoding !== NULL || errors !== NULL) return asInstance(cls, decoded(value, encoding, errors));
  if (value === NULL) return asInstance(cls, shared(EMPTY_STR));
  if ((value & 1) !== 0 && kindOf(value) === K_STR && (specialOf(value) & SPECIAL_STR) === 0) {
    return asInstance(cls, plainValue(value));
  }
  const shown = strSimple(value);
  if (shown !== null) return asInstance(cls, newStr(shown));
  if (hasException()) return NULL;
  return cls >> 2 === T_STR ? callPrelude(STR, [value]) : callPrelude(STR_FROM, [cls, value]);
});

/** `str(value, encoding, errors)`. */
function decoded(value: number, encoding: number, errors: number): number {
  if (value === NULL) return shared(EMPTY_STR);
  const kind = kindOf(value);
  if (encoding !== NULL && kindOf(encoding) !== K_STR) {
    return raise(TYPE_ERROR, `str() argument 'encoding' must be str, not ${typeNameOf(encoding)}`);
  }
  if (kind === K_STR) return raise(TYPE_ERROR, "decoding str is not supported");
  if (kind !== K_BYTES) {
    return raise(TYPE_ERROR, `decoding to str: need a bytes-like object, ${typeNameOf(value)} found`);
  }
  return decodeWith(value, encoding, errors, "str");
}

/** A codec's name, or another text argument, with its default; null with TypeError set. */
function nameArgument(ref: number, absent: string, method: string, argument: string): string | null {
  if (ref === NULL) return absent;
  if (kindOf(ref) === K_STR) return text(ref);
  raise(TYPE_ERROR, `${method}() argument '${argument}' must be str, not ${typeNameOf(ref)}`);
  return null;
}

export function decodeWith(data: number, encoding: number, errors: number, method: string): number {
  const name = nameArgument(encoding, "utf-8", method, "encoding");
  const handler = name === null ? null : nameArgument(errors, STRICT, method, "errors");
  if (name === null || handler === null) return NULL;
  const codec = findCodec(name);
  return codec === null ? NULL : decode(data, codec, handler);
}

export function encodeWith(source: number, encoding: number, errors: number, method: string): number {
  const name = nameArgument(encoding, "utf-8", method, "encoding");
  const handler = name === null ? null : nameArgument(errors, STRICT, method, "errors");
  if (name === null || handler === null) return NULL;
  const codec = findCodec(name);
  return codec === null ? NULL : encode(source, codec, handler);
}

const changed = (change: (source: string) => string) => (a: number) => newStr(change(text(H[a])));
const tested = (test: (source: string) => boolean) => (a: number) => truth(test(text(H[a])));

methods(T_STR, {
  "upper(self)": changed((s) => s.toUpperCase()),
  "lower(self)": changed((s) => s.toLowerCase()),
  "casefold(self)": changed(folded),
  "capitalize(self)": changed(capitalized),
  "title(self)": changed(titled),
  "swapcase(self)": changed(swapped),
  "isalnum(self)": tested((s) => every(s, isAlnum)),
  "isalpha(self)": tested((s) => every(s, isAlpha)),
  "isascii(self)": (a) => truth(isAscii(H[a])),
  "isdecimal(self)": tested((s) => every(s, isDecimal)),
  "isdigit(self)": tested((s) => every(s, isDigit)),
  "isidentifier(self)": tested(isIdentifier),
  "islower(self)": tested((s) => allCased(s, isLower)),
  "isnumeric(self)": tested((s) => every(s, isNumeric)),
  "isprintable(self)": tested((s) => s === "" || every(s, isPrintable)),
  "isspace(self)": tested((s) => every(s, (c) => isSpace(c.codePointAt(0)!))),
  "istitle(self)": tested(isTitled),
  "isupper(self)": tested((s) => allCased(s, isUpper)),
  "encode(self, encoding=, errors=)": (a) => encodeWith(H[a], H[a + 1], H[a + 2], "encode"),
  "translate(self, table, /)": (a) => translate(H[a], H[a + 1]),
  "__str__(self)": (a) => plainValue(H[a]),
  "__repr__(self)": (a) => newStr(builtinRepr(H[a])!),
  "__format__(self, format_spec, /)": (a) => formatted(H[a], H[a + 1]),
  "__getnewargs__(self)": (a) => tupleOf(plainValue(H[a]))
});

function isAscii(ref: number): boolean {
  const o = ref >> 2;
  if (strWidth(ref) !== 1) return false;
  for (let i = 0; i < H[o + STR_LENGTH]; i++) if (codePoint(o, i) > 127) return false;
  return true;
}

// ---- translation ---------------------------------------------------------------------------------------------------

const TRANSLATE = staticStr("_translate");

/** Each character by its entry in a table: None removes it, an int or str replaces it. */
function translate(self: number, table: number): number {
  if (kindOf(table) !== K_DICT || (specialOf(table) & SPECIAL_ITEM) !== 0)
    return callPrelude(TRANSLATE, [self, table]);
  const o = self >> 2;
  const points: number[] = [];
  for (let i = 0; i < H[o + STR_LENGTH]; i++) {
    const point = codePoint(o, i);
    const entry = lookup(table >> 2, point << 1);
    if (entry < 0) return callPrelude(TRANSLATE, [self, table]);
    if (entry === 0) points.push(point);
    else if (!pushReplacement(points, H[entry + ENTRY_VALUE])) return NULL;
  }
  return strFromPoints(points);
}

function pushReplacement(points: number[], value: number): boolean {
  if (value === NONE) return true;
  if (isInt(value)) {
    const point = intAsNumber(value);
    if (point >= 0 && point < 0x110000) {
      points.push(point);
      return true;
    }
    raise(VALUE_ERROR, "character mapping must be in range(0x110000)");
    return false;
  }
  if (kindOf(value) === K_STR) {
    for (let i = 0; i < H[(value >> 2) + STR_LENGTH]; i++) points.push(codePoint(value >> 2, i));
    return true;
  }
  raise(TYPE_ERROR, "character mapping must return integer, None or str");
  return false;
}

moduleFunctions("_prelude", {
  /** The text of a list of replacements (int, str or None), for `str.translate` with a table in Python. */
  "_translated(self, values)": (a) => {
    const points: number[] = [];
    const list = H[a + 1] >> 2;
    for (let i = 0; i < H[list + LIST_LENGTH]; i++) {
      if (!pushReplacement(points, H[H[list + LIST_BLOCK] + i])) return NULL;
    }
    return strFromPoints(points);
  }
});

staticMethods(T_STR, {
  "maketrans(x, y=, z=, /)": (a) =>
    H[a + 1] === NULL ? tableOfDict(H[a]) : tableOfTexts(H[a], H[a + 1], H[a + 2])
});

function setEntry(dict: number, key: number, value: number): void {
  const entry = lookup(dict >> 2, key);
  if (entry > 0) replace(entry, value);
  else insert(dict >> 2, key, hashSimple(key), value);
}

function tableOfDict(source: number): number {
  if (kindOf(source) !== K_DICT) {
    return raise(TYPE_ERROR, "if you give only one argument to maketrans it must be a dict");
  }
  const made = newDict();
  for (const [key, value] of entriesIn(source >> 2)) {
    let point = key;
    if (kindOf(key) === K_STR) {
      if (H[(key >> 2) + STR_LENGTH] !== 1) {
        DECREF(made);
        return raise(VALUE_ERROR, "string keys in translate table must be of length 1");
      }
      point = codePoint(key >> 2, 0) << 1;
    } else if (!isInt(key)) {
      DECREF(made);
      return raise(TYPE_ERROR, "keys in translate table must be strings or integers");
    }
    setEntry(made, point, value);
  }
  return made;
}

function tableOfTexts(from: number, to: number, removed: number): number {
  const given = [from, to, ...(removed === NULL ? [] : [removed])];
  if (kindOf(from) !== K_STR) {
    return raise(TYPE_ERROR, "first maketrans argument must be a string if there is a second argument");
  }
  for (let i = 1; i < given.length; i++) {
    if (kindOf(given[i]) === K_STR) continue;
    return raise(TYPE_ERROR, `maketrans() argument ${i + 1} must be str, not ${typeNameOf(given[i])}`);
  }
  const length = H[(from >> 2) + STR_LENGTH];
  if (length !== H[(to >> 2) + STR_LENGTH]) {
    return raise(VALUE_ERROR, "the first two maketrans arguments must have equal length");
  }
  const made = newDict();
  for (let i = 0; i < length; i++)
    setEntry(made, codePoint(from >> 2, i) << 1, newInt(codePoint(to >> 2, i)));
  if (removed !== NULL) {
    for (let i = 0; i < H[(removed >> 2) + STR_LENGTH]; i++)
      setEntry(made, codePoint(removed >> 2, i) << 1, NONE);
  }
  return made;
}
