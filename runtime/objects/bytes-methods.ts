/** The type bytes: constructor, ASCII changes of case and classes, hexadecimal, decoding, translation. */

import {DECREF} from "../memory/counts.ts";
import {H, U8} from "../memory/heap.ts";
import {sizeArgument} from "./arguments.ts";
import {truth} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {raise, tupleOf} from "./errors.ts";
import {OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR} from "./exceptions.ts";
import {specialOf, typeNameOf} from "./inspect.ts";
import {bytesFromItems} from "./int.ts";
import {collect, dropItems} from "./iterators.ts";
import {K_BYTES, K_FLOAT, K_NONE, K_OBJECT, K_STR, NONE, T_BYTES} from "./kinds.ts";
import {NULL, SPECIAL_ITER} from "./layout.ts";
import {newList} from "./list.ts";
import {classMethods, constructor, methods, staticMethods} from "./native.ts";
import {intAsNumber, isInt, kindOf} from "./numbers.ts";
import {builtinRepr} from "./repr.ts";
import {decodeWith, encodeWith} from "./str-methods.ts";
import {asInstance, plainValue} from "./subclass.ts";
import {bytesAt, bytesLength, bytesValue, makeBytes, newBytes, newStr, staticStr, text} from "./text.ts";
import {limitUnits} from "./units.ts";

const BYTES_FROM = staticStr("_bytes_from");

constructor(T_BYTES, "bytes(cls, source=, encoding=, errors=)", (a) => {
  const [cls, source, encoding, errors] = [H[a], H[a + 1], H[a + 2], H[a + 3]];
  if (encoding !== NULL || errors !== NULL) return asInstance(cls, encoded(source, encoding, errors));
  if (source === NULL) return asInstance(cls, makeBytes(0));
  if (isInt(source)) return asInstance(cls, zeros(intAsNumber(source)));
  const kind = kindOf(source);
  if (kind === K_STR) return raise(TYPE_ERROR, "string argument without an encoding");
  if (kind === K_BYTES && (specialOf(source) & SPECIAL_ITER) === 0)
    return asInstance(cls, plainValue(source));
  if (kind === K_FLOAT || kind === K_NONE)
    return raise(TYPE_ERROR, `cannot convert '${typeNameOf(source)}' object to bytes`);
  const items = kind === K_OBJECT ? null : collect(source);
  if (items === null) return callPrelude(BYTES_FROM, [cls, source]);
  if (items.some((item) => kindOf(item) === K_OBJECT)) {
    const list = newList(items);
    const answer = callPrelude(BYTES_FROM, [cls, list]);
    DECREF(list);
    return answer;
  }
  const data = bytesFromItems(items);
  dropItems(items);
  return data === null ? NULL : asInstance(cls, newBytes(data));
});

function encoded(source: number, encoding: number, errors: number): number {
  if (source === NULL || kindOf(source) !== K_STR) {
    return raise(
      TYPE_ERROR,
      encoding === NULL ? "errors without a string argument" : "encoding without a string argument"
    );
  }
  if (encoding === NULL) return raise(TYPE_ERROR, "string argument without an encoding");
  return encodeWith(source, encoding, errors, "bytes");
}

function zeros(count: number): number {
  if (count < 0) return raise(VALUE_ERROR, "negative count");
  if (count >= 2 ** 63) return raise(OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer");
  limitUnits(count, 1);
  const made = makeBytes(count);
  U8.fill(0, bytesAt(made), bytesAt(made) + count);
  return made;
}

// ---- ASCII ----------------------------------------------------------------------------------------------------------

const isUpper = (b: number) => b >= 65 && b <= 90;
const isLower = (b: number) => b >= 97 && b <= 122;
const isAlpha = (b: number) => isUpper(b) || isLower(b);
const isDigit = (b: number) => b >= 48 && b <= 57;
const isSpace = (b: number) => b === 32 || (b >= 9 && b <= 13);
const toUpper = (b: number) => (isLower(b) ? b - 32 : b);
const toLower = (b: number) => (isUpper(b) ? b + 32 : b);

/** Each byte by `change`, which also sees the byte before it (0 at the start). */
const mapped = (change: (byte: number, before: number) => number) => (a: number) => {
  const length = bytesLength(H[a]);
  const made = makeBytes(length);
  const from = bytesAt(H[a]);
  const to = bytesAt(made);
  for (let i = 0; i < length; i++) U8[to + i] = change(U8[from + i], i === 0 ? 0 : U8[from + i - 1]);
  return made;
};

const allOf = (test: (byte: number) => boolean) => (a: number) => {
  const data = bytesValue(H[a]);
  return truth(data.length > 0 && data.every(test));
};

/** There are letters, and all of them are of one case. */
const casedAs = (wanted: (byte: number) => boolean) => (a: number) => {
  const letters = bytesValue(H[a]).filter(isAlpha);
  return truth(letters.length > 0 && letters.every(wanted));
};

function isTitled(data: Uint8Array): boolean {
  let inWord = false;
  let some = false;
  for (const byte of data) {
    if (isUpper(byte) ? inWord : isLower(byte) && !inWord) return false;
    inWord = isAlpha(byte);
    some ||= inWord;
  }
  return some;
}

function capitalized(a: number): number {
  const data = bytesValue(H[a]).map(toLower);
  if (data.length > 0) data[0] = toUpper(data[0]);
  return newBytes(data);
}

methods(T_BYTES, {
  "upper(self)": mapped(toUpper),
  "lower(self)": mapped(toLower),
  "swapcase(self)": mapped((b) => (isUpper(b) ? b + 32 : toUpper(b))),
  "title(self)": mapped((b, before) => (isAlpha(before) ? toLower(b) : toUpper(b))),
  "capitalize(self)": capitalized,
  "isalpha(self)": allOf(isAlpha),
  "isdigit(self)": allOf(isDigit),
  "isalnum(self)": allOf((b) => isAlpha(b) || isDigit(b)),
  "isspace(self)": allOf(isSpace),
  "isascii(self)": (a) => truth(bytesValue(H[a]).every((b) => b < 128)),
  "isupper(self)": casedAs(isUpper),
  "islower(self)": casedAs(isLower),
  "istitle(self)": (a) => truth(isTitled(bytesValue(H[a]))),
  "decode(self, encoding=, errors=)": (a) => decodeWith(H[a], H[a + 1], H[a + 2], "decode"),
  "hex(self, sep=, bytes_per_sep=)": (a) => hex(H[a], H[a + 1], H[a + 2]),
  "translate(self, table, /, delete=)": (a) => translate(H[a], H[a + 1], H[a + 2]),
  "__repr__(self)": (a) => newStr(builtinRepr(H[a])!),
  "__bytes__(self)": (a) => plainValue(H[a]),
  "__getnewargs__(self)": (a) => tupleOf(plainValue(H[a]))
});

// ---- hexadecimal ------------------------------------------------------------------------------------------------------

/** Digits, with a separator every so many bytes: counted from the right, from the left when the number is negative. */
function hex(self: number, separator: number, every: number): number {
  const digits = Array.from(bytesValue(self), (b) => b.toString(16).padStart(2, "0"));
  if (separator === NULL) return newStr(digits.join(""));
  const kind = kindOf(separator);
  if (kind !== K_STR && kind !== K_BYTES) return raise(TYPE_ERROR, "sep must be str or bytes.");
  const sep = kind === K_STR ? text(separator) : String.fromCharCode(...bytesValue(separator));
  if (sep.length !== 1) return raise(VALUE_ERROR, "sep must be length 1.");
  if (sep.charCodeAt(0) > 127) return raise(VALUE_ERROR, "sep must be ASCII.");
  const size = sizeArgument(every, 1);
  if (Number.isNaN(size)) return NULL;
  if (size === 0) return newStr(digits.join(""));
  const first = size > 0 ? digits.length % size : 0;
  let result = "";
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (i - first) % Math.abs(size) === 0) result += sep;
    result += digits[i];
  }
  return newStr(result);
}

classMethods(T_BYTES, {
  "fromhex(cls, string, /)": (a) => {
    if (kindOf(H[a + 1]) !== K_STR) {
      return raise(TYPE_ERROR, `fromhex() argument must be str, not ${typeNameOf(H[a + 1])}`);
    }
    const source = text(H[a + 1]);
    const data: number[] = [];
    for (let i = 0; i < source.length; ) {
      if (/[\t-\r ]/.test(source[i])) {
        i++;
        continue;
      }
      const pair = /^[0-9a-fA-F]{0,2}/.exec(source.slice(i, i + 2))![0];
      if (pair.length < 2) {
        return raise(
          VALUE_ERROR,
          `non-hexadecimal number found in fromhex() arg at position ${i + pair.length}`
        );
      }
      data.push(Number.parseInt(pair, 16));
      i += 2;
    }
    return asInstance(H[a], newBytes(Uint8Array.from(data)));
  }
});

// ---- translation --------------------------------------------------------------------------------------------------------

function isBytesLike(ref: number): boolean {
  if (kindOf(ref) === K_BYTES) return true;
  raise(TYPE_ERROR, `a bytes-like object is required, not '${typeNameOf(ref)}'`);
  return false;
}

/** Each byte by its place in a table of 256, without those in `removed`. */
function translate(self: number, table: number, removed: number): number {
  if (table !== NONE && !isBytesLike(table)) return NULL;
  if (removed !== NULL && !isBytesLike(removed)) return NULL;
  if (table !== NONE && bytesLength(table) !== 256) {
    return raise(VALUE_ERROR, "translation table must be 256 characters long");
  }
  const gone = removed === NULL ? new Uint8Array(0) : bytesValue(removed);
  const kept = gone.length === 0 ? bytesValue(self) : bytesValue(self).filter((b) => !gone.includes(b));
  return newBytes(table === NONE ? kept : kept.map((b) => U8[bytesAt(table) + b]));
}

staticMethods(T_BYTES, {
  "maketrans(frm, to, /)": (a) => {
    if (!isBytesLike(H[a]) || !isBytesLike(H[a + 1])) return NULL;
    const from = bytesValue(H[a]);
    const to = bytesValue(H[a + 1]);
    if (from.length !== to.length) return raise(VALUE_ERROR, "maketrans arguments must have same length");
    const table = Uint8Array.from({length: 256}, (_, i) => i);
    for (let i = 0; i < from.length; i++) table[from[i]] = to[i];
    return newBytes(table);
  }
});
