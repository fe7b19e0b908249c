/**
 * Built-in values written as JSON, in both directions, and calls of natives on them: how tests of the object types
 * talk to the heap. Bundled into the instance under test.
 */
import {DECREF} from "../../../runtime/memory/counts.ts";
import {forEachFree, forEachSlot, H, T} from "../../../runtime/memory/heap.ts";
import {numberOperation, unaryNumber} from "../../../runtime/objects/arithmetic.ts";
import {hashSimple} from "../../../runtime/objects/compare.ts";
import {newTuple, takeException} from "../../../runtime/objects/errors.ts";
import {formatSimple} from "../../../runtime/objects/format.ts";
import {typeOf} from "../../../runtime/objects/inspect.ts";
import * as kinds from "../../../runtime/objects/kinds.ts";
import * as layout from "../../../runtime/objects/layout.ts";
import {newList} from "../../../runtime/objects/list.ts";
import type {TypeMember} from "../../../runtime/objects/native.ts";
import {
  builtinModules,
  constructorOf,
  membersOfType,
  nativeCalls,
  natives
} from "../../../runtime/objects/native.ts";
import {bigIntValue, floatValue, kindOf, newBigInt, newFloat} from "../../../runtime/objects/numbers.ts";
import {exceptionText, reprSimple, strSimple} from "../../../runtime/objects/repr.ts";
import {newSlice} from "../../../runtime/objects/slice.ts";
import {textContains, textItem, textOperation} from "../../../runtime/objects/str.ts";
import {entriesIn, insert, newDict} from "../../../runtime/objects/table.ts";
import {bytesValue, newBytes, newStr, text} from "../../../runtime/objects/text.ts";

/** null, true, "str", [list], or {i: int, f: float, b: bytes in hex, t: tuple, d: pairs, x: frozenset, slice: parts}. */
// biome-ignore lint/suspicious/noExplicitAny: JSON of a shape that Python decides
export type Json = any;

const SPECIAL_FLOATS: Record<string, number> = {inf: Infinity, "-inf": -Infinity, nan: Number.NaN};

/** A new reference. */
export function toHeap(value: Json): number {
  if (value === null) return kinds.NONE;
  if (value === true) return kinds.TRUE;
  if (value === false) return kinds.FALSE;
  if (typeof value === "string") return newStr(value);
  if (Array.isArray(value)) return newList(value.map(toHeap));
  if ("i" in value) return newBigInt(BigInt(value.i));
  if ("f" in value) return newFloat(SPECIAL_FLOATS[value.f] ?? Number(value.f));
  if ("b" in value) return newBytes(Uint8Array.from(Buffer.from(value.b, "hex")));
  if ("slice" in value) {
    const parts = value.slice.map(toHeap);
    const made = newSlice(parts[0], parts[1], parts[2]);
    parts.forEach(DECREF);
    return made;
  }
  if ("d" in value) {
    const made = newDict();
    for (const [k, v] of value.d) {
      const key = toHeap(k);
      const item = toHeap(v);
      insert(made >> 2, key, hashSimple(key), item);
      DECREF(key);
      DECREF(item);
    }
    return made;
  }
  const items = value.t.map(toHeap);
  const made = newTuple(items);
  items.forEach(DECREF);
  return made;
}

export function fromHeap(ref: number): Json {
  const o = ref >> 2;
  switch (kindOf(ref)) {
    case kinds.K_NONE:
      return ref === kinds.NONE ? null : {name: reprSimple(ref)};
    case kinds.K_BOOL:
      return ref === kinds.TRUE;
    case kinds.K_INT:
      return {i: bigIntValue(ref).toString()};
    case kinds.K_FLOAT: {
      const value = floatValue(ref);
      if (!Number.isFinite(value)) return {f: Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf"};
      return {f: reprSimple(ref)};
    }
    case kinds.K_STR:
      return text(ref);
    case kinds.K_BYTES:
      return {b: Buffer.from(bytesValue(ref)).toString("hex")};
    case kinds.K_LIST:
      return Array.from({length: H[o + layout.LIST_LENGTH]}, (_, i) =>
        fromHeap(H[H[o + layout.LIST_BLOCK] + i])
      );
    case kinds.K_TUPLE:
      return {
        t: Array.from({length: H[o + layout.TUPLE_LENGTH]}, (_, i) => fromHeap(H[o + layout.TUPLE_ITEMS + i]))
      };
    case kinds.K_DICT:
      return {d: [...entriesIn(o)].map(([k, v]) => [fromHeap(k), fromHeap(v)])};
    default:
      return {object: reprSimple(ref)};
  }
}

/** What an operation answered: {ok: value}, {error: "Type: message"}, or {special: ...}. Drops the reference. */
function outcome(answer: number): Json {
  if (answer === layout.TAIL) {
    for (const word of [layout.TAIL_FUNCTION, layout.TAIL_ARGUMENTS, layout.TAIL_KEYWORDS]) {
      DECREF(H[T + word]);
      H[T + word] = layout.NULL;
    }
  }
  if (answer === layout.TAIL || answer === layout.BLOCK || answer === layout.NEEDS_PYTHON) {
    return {special: answer === layout.TAIL ? "TAIL" : answer === layout.BLOCK ? "BLOCK" : "NEEDS_PYTHON"};
  }
  if (answer === layout.NULL) return raised();
  const ok = fromHeap(answer);
  DECREF(answer);
  return {ok};
}

function raised(): Json {
  const exception = takeException();
  if (exception === layout.NULL) return {special: "NULL without exception"};
  const error = `${text(H[typeOf(exception) + layout.TYPE_NAME])}: ${exceptionText(exception)}`;
  DECREF(exception);
  return {error};
}

const SCRATCH = layout.THREADS + 100 * layout.THREAD_WORDS;

/** Calls a native with positional and keyword arguments placed as the interpreter places them. */
function callNative(number: number, args: number[], keywords: Record<string, number> = {}): number {
  const {signature} = natives[number];
  const words: number[] = [...args];
  const given = new Set<string>();
  if (!signature.variadic) {
    if (args.length > signature.positional.length) throw new Error(`${signature.name}: too many arguments`);
    for (let i = args.length; i < signature.positional.length; i++) {
      words.push(keywords[signature.positional[i]] ?? layout.NULL);
      given.add(signature.positional[i]);
    }
  }
  const n = words.length;
  for (const name of signature.keywordOnly) {
    words.push(keywords[name] ?? layout.NULL);
    given.add(name);
  }
  let dict = layout.NULL;
  if (signature.keywords) {
    const rest = Object.entries(keywords).filter(([name]) => !given.has(name));
    if (rest.length > 0) {
      dict = newDict();
      for (const [name, value] of rest) {
        const key = newStr(name);
        insert(dict >> 2, key, hashSimple(key), value);
        DECREF(key);
      }
    }
    words.push(dict);
  }
  words.forEach((word, i) => {
    H[SCRATCH + i] = word;
  });
  const answer = nativeCalls[number](SCRATCH, n);
  DECREF(dict);
  return answer;
}

function nativeOf(entry: TypeMember): number {
  if (entry.what === "value") throw new Error("no native");
  return entry.native;
}

const TYPES_BY_NAME: Record<string, number> = {
  int: kinds.T_INT,
  float: kinds.T_FLOAT,
  str: kinds.T_STR,
  bytes: kinds.T_BYTES,
  bool: kinds.T_BOOL
};
const OPERATORS = "+ & // << @ * % | ** >> - / ^".split(" ");

/**
 * Performs one operation: ["op", sign, a, b], ["unary", 0..2, a], ["method", name, self, args, keywords],
 * ["class", type, name, args, keywords], ["new", type, args, keywords], ["function", module, name, args, keywords],
 * ["repr", a], ["str", a], ["format", a, spec], ["item", a, key], ["in", item, container].
 */
export function perform([what, ...rest]: Json[]): Json {
  const made: number[] = [];
  const heap = (value: Json) => {
    const ref = toHeap(value);
    made.push(ref);
    return ref;
  };
  const named = (keywords: Json = {}) =>
    Object.fromEntries(Object.entries(keywords).map(([name, value]) => [name, heap(value)]));
  const shown = (result: string | null) =>
    result !== null
      ? {ok: result}
      : H[T + layout.EXCEPTION] === layout.NULL
        ? {special: "NEEDS_PYTHON"}
        : raised();
  const run = (): Json => {
    switch (what) {
      case "op": {
        const op = OPERATORS.indexOf(rest[0]);
        const [a, b] = [heap(rest[1]), heap(rest[2])];
        const answer = numberOperation(op, a, b);
        return outcome(answer === layout.NEEDS_PYTHON ? textOperation(op, a, b) : answer);
      }
      case "unary":
        return outcome(unaryNumber(rest[0], heap(rest[1])));
      case "method": {
        const self = heap(rest[1]);
        let type = typeOf(self);
        let entry = membersOfType(type)?.get(rest[0]);
        if (entry === undefined && type === kinds.T_BOOL)
          entry = membersOfType((type = kinds.T_INT))?.get(rest[0]);
        if (entry === undefined) return {special: `no method ${rest[0]}`};
        return outcome(callNative(nativeOf(entry), [self, ...rest[2].map(heap)], named(rest[3])));
      }
      case "class": {
        const type = TYPES_BY_NAME[rest[0]];
        const entry = membersOfType(type)?.get(rest[1]);
        if (entry === undefined) return {special: `no class method ${rest[1]}`};
        const first = entry.what === "class" ? [(type << 2) | 1] : [];
        return outcome(callNative(nativeOf(entry), [...first, ...rest[2].map(heap)], named(rest[3])));
      }
      case "new": {
        const type = TYPES_BY_NAME[rest[0]];
        return outcome(
          callNative(constructorOf(type)!, [(type << 2) | 1, ...rest[1].map(heap)], named(rest[2]))
        );
      }
      case "function": {
        const number = builtinModules().get(rest[0])?.functions.get(rest[1]);
        if (number === undefined) return {special: `no function ${rest[1]}`};
        return outcome(callNative(number, rest[2].map(heap), named(rest[3])));
      }
      case "repr":
        return shown(reprSimple(heap(rest[0])));
      case "str":
        return shown(strSimple(heap(rest[0])));
      case "format":
        return shown(formatSimple(heap(rest[0]), rest[1]));
      case "item":
        return outcome(textItem(heap(rest[0]), heap(rest[1])));
      case "in": {
        const answer = textContains(heap(rest[1]), heap(rest[0]));
        return answer < 0 ? raised() : {ok: answer === 1};
      }
      default:
        throw new Error(`unknown operation: ${what}`);
    }
  };
  const result = run();
  made.forEach(DECREF);
  return result;
}

/** Objects in the heap that are not on a free list: the same before and after an operation that leaks nothing. */
export function liveSlots(): number {
  let slots = 0;
  forEachSlot(() => slots++);
  let free = 0;
  forEachFree(T + layout.FREE_OBJECTS, T + layout.FREE_BLOCKS, () => free++);
  return slots - free;
}
