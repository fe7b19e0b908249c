/** Types: the built-in ones at their fixed addresses, classes made at run time, look-up along the MRO. */

import {shared} from "../memory/counts.ts";
import {allocate, H} from "../memory/heap.ts";
import {fixedWords} from "./children.ts";
import {newTuple, raise} from "./errors.ts";
import {EXCEPTION_CLASSES, exceptionClass, TYPE_ERROR} from "./exceptions.ts";
import {typeOf} from "./inspect.ts";
import * as kinds from "./kinds.ts";
import {
  COUNT,
  EXCEPTION_DICT,
  FUNCTION_DICT,
  HEADER,
  IMMORTAL,
  INSTANCE_DICT,
  INSTANCE_WORDS,
  LIST_BLOCK,
  LIST_LENGTH,
  NULL,
  SPECIAL_CONTAINS,
  SPECIAL_DEL,
  SPECIAL_EQ,
  SPECIAL_FORMAT,
  SPECIAL_GETATTR,
  SPECIAL_GETATTRIBUTE,
  SPECIAL_HASH,
  SPECIAL_INIT,
  SPECIAL_ITEM,
  SPECIAL_ITER,
  SPECIAL_LEN,
  SPECIAL_NEW,
  SPECIAL_NUMBER,
  SPECIAL_ORDER,
  SPECIAL_REPR,
  SPECIAL_SETATTR,
  SPECIAL_STR,
  SPECIAL_TRUTH,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE,
  TYPE_BASE,
  TYPE_BASES,
  TYPE_BASETYPE,
  TYPE_CONSTRUCTOR,
  TYPE_DICT,
  TYPE_DICT_OFFSET,
  TYPE_FLAGS,
  TYPE_HEAP,
  TYPE_KIND,
  TYPE_MRO,
  TYPE_NAME,
  TYPE_QUALNAME,
  TYPE_SIZE,
  TYPE_SLOT_COUNT,
  TYPE_SPECIAL,
  TYPE_STATIC,
  TYPE_SUBCLASSES,
  TYPE_VERSION,
  TYPE_VERSION_NEXT,
  TYPE_WORDS
} from "./layout.ts";
import {getStr, newDict} from "./table.ts";
import {staticStr, text} from "./text.ts";

export const ref = (word: number) => (word << 2) | 1;

export const typeName = (type: number) => text(H[type + TYPE_NAME]);

/** [name, address, kind, base address, may be subclassed] of the built-in types but the exceptions. */
const BUILTIN_TYPES: readonly [string, number, number, number, boolean][] = [
  ["object", kinds.T_OBJECT, kinds.K_OBJECT, 0, true],
  ["type", kinds.T_TYPE, kinds.K_TYPE, kinds.T_OBJECT, true],
  ["NoneType", kinds.T_NONE, kinds.K_NONE, kinds.T_OBJECT, false],
  ["int", kinds.T_INT, kinds.K_INT, kinds.T_OBJECT, true],
  ["bool", kinds.T_BOOL, kinds.K_BOOL, kinds.T_INT, false],
  ["float", kinds.T_FLOAT, kinds.K_FLOAT, kinds.T_OBJECT, true],
  ["str", kinds.T_STR, kinds.K_STR, kinds.T_OBJECT, true],
  ["bytes", kinds.T_BYTES, kinds.K_BYTES, kinds.T_OBJECT, true],
  ["tuple", kinds.T_TUPLE, kinds.K_TUPLE, kinds.T_OBJECT, true],
  ["list", kinds.T_LIST, kinds.K_LIST, kinds.T_OBJECT, true],
  ["dict", kinds.T_DICT, kinds.K_DICT, kinds.T_OBJECT, true],
  ["set", kinds.T_SET, kinds.K_SET, kinds.T_OBJECT, true],
  ["frozenset", kinds.T_FROZENSET, kinds.K_SET, kinds.T_OBJECT, true],
  ["range", kinds.T_RANGE, kinds.K_RANGE, kinds.T_OBJECT, false],
  ["slice", kinds.T_SLICE, kinds.K_SLICE, kinds.T_OBJECT, false],
  ["cell", kinds.T_CELL, kinds.K_CELL, kinds.T_OBJECT, false],
  ["function", kinds.T_FUNCTION, kinds.K_FUNCTION, kinds.T_OBJECT, false],
  ["code", kinds.T_CODE, kinds.K_CODE, kinds.T_OBJECT, false],
  ["builtin_function_or_method", kinds.T_NATIVE, kinds.K_NATIVE, kinds.T_OBJECT, false],
  ["method_descriptor", kinds.T_METHOD_DESCRIPTOR, kinds.K_NATIVE, kinds.T_OBJECT, false],
  ["method", kinds.T_METHOD, kinds.K_METHOD, kinds.T_OBJECT, false],
  ["BaseException", kinds.T_BASE_EXCEPTION, kinds.K_EXCEPTION, kinds.T_OBJECT, true],
  ["traceback", kinds.T_TRACEBACK, kinds.K_TRACEBACK, kinds.T_OBJECT, false],
  ["generator", kinds.T_GENERATOR, kinds.K_GENERATOR, kinds.T_OBJECT, false],
  ["module", kinds.T_MODULE, kinds.K_MODULE, kinds.T_OBJECT, false],
  ["lock", kinds.T_LOCK, kinds.K_LOCK, kinds.T_OBJECT, false],
  ["RLock", kinds.T_RLOCK, kinds.K_LOCK, kinds.T_OBJECT, false],
  ["NotImplementedType", kinds.T_NOTIMPLEMENTED, kinds.K_NONE, kinds.T_OBJECT, false],
  ["ellipsis", kinds.T_ELLIPSIS, kinds.K_NONE, kinds.T_OBJECT, false],
  ["property", kinds.T_PROPERTY, kinds.K_RECORD, kinds.T_OBJECT, true],
  ["staticmethod", kinds.T_STATICMETHOD, kinds.K_RECORD, kinds.T_OBJECT, true],
  ["classmethod", kinds.T_CLASSMETHOD, kinds.K_RECORD, kinds.T_OBJECT, true],
  ["super", kinds.T_SUPER, kinds.K_RECORD, kinds.T_OBJECT, true],
  ["member_descriptor", kinds.T_MEMBER, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["getset_descriptor", kinds.T_GETSET, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["mappingproxy", kinds.T_MAPPINGPROXY, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["dict_keys", kinds.T_DICT_KEYS, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["dict_values", kinds.T_DICT_VALUES, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["dict_items", kinds.T_DICT_ITEMS, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["list_iterator", kinds.T_LIST_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["tuple_iterator", kinds.T_TUPLE_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["str_iterator", kinds.T_STR_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["bytes_iterator", kinds.T_BYTES_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["range_iterator", kinds.T_RANGE_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["dict_keyiterator", kinds.T_KEYS_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["dict_valueiterator", kinds.T_VALUES_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["dict_itemiterator", kinds.T_ITEMS_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["set_iterator", kinds.T_SET_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["reversed", kinds.T_REVERSED_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["callable_iterator", kinds.T_CALLABLE_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false],
  ["iterator", kinds.T_SEQUENCE_ITERATOR, kinds.K_RECORD, kinds.T_OBJECT, false]
];
// Slot 23 (K_RECORD's own) belongs to no type.
const extraTypes: [string, number, number, number, boolean][] = [];
const nameRefs = new Map(
  [...BUILTIN_TYPES.map(([name]) => name), "BaseException", ...EXCEPTION_CLASSES.map(([name]) => name)].map(
    (name) => [name, staticStr(name)] as const
  )
);

/** Declares a built-in type of a module (`moduleType(n)` gives the address). Call at module level. */
export function declareType(name: string, address: number, kind: number, subclassable = false): void {
  nameRefs.set(name, staticStr(name));
  extraTypes.push([name, address, kind, kinds.T_OBJECT, subclassable]);
}

const DICT_OFFSETS: Partial<Record<number, number>> = {
  [kinds.K_EXCEPTION]: EXCEPTION_DICT,
  [kinds.K_FUNCTION]: 0
};

/** Lays out the built-in types and singletons; their dicts are filled by `boot.ts`. */
export function bootTypes(): void {
  H[TYPE_VERSION_NEXT] = 1;
  const all = [...BUILTIN_TYPES, ...extraTypes];
  for (const [name, base] of EXCEPTION_CLASSES) {
    all.push([name, exceptionClass(name), kinds.K_EXCEPTION, exceptionClass(base), true]);
  }
  singleton(kinds.EMPTY_TUPLE, kinds.T_TUPLE);
  for (const [name, type, kind, base, subclassable] of all) {
    H[type + COUNT] = IMMORTAL;
    H[type + TYPE] = kinds.T_TYPE;
    H[type + TYPE_NAME] = nameRefs.get(name)!;
    H[type + TYPE_QUALNAME] = H[type + TYPE_NAME];
    H[type + TYPE_BASE] = base === 0 ? NULL : ref(base);
    H[type + TYPE_KIND] = kind;
    H[type + TYPE_FLAGS] = TYPE_STATIC | (subclassable ? TYPE_BASETYPE : 0);
    H[type + TYPE_DICT_OFFSET] = DICT_OFFSETS[kind] ?? 0;
    H[type + TYPE_SIZE] = fixedWords(kind);
    H[type + TYPE_VERSION] = H[TYPE_VERSION_NEXT]++;
    H[type + TYPE_SUBCLASSES] = NULL;
    H[type + TYPE_SPECIAL] = 0;
    H[type + TYPE_DICT] = NULL;
  }
  for (const [, type, , base] of all) {
    H[type + TYPE_DICT] = newDict();
    H[type + TYPE_BASES] = newTuple(base === 0 ? [] : [ref(base)]);
    const mro: number[] = [];
    for (let t = type; t !== 0; t = H[t + TYPE_BASE] === NULL ? 0 : H[t + TYPE_BASE] >> 2) mro.push(ref(t));
    H[type + TYPE_MRO] = newTuple(mro);
    if (base !== 0) addSubclass(base, type);
  }
  singleton(kinds.NONE, kinds.T_NONE);
  singleton(kinds.FALSE, kinds.T_BOOL);
  singleton(kinds.TRUE, kinds.T_BOOL);
  singleton(kinds.NOT_IMPLEMENTED, kinds.T_NOTIMPLEMENTED);
  singleton(kinds.ELLIPSIS_REF, kinds.T_ELLIPSIS);
}

function singleton(value: number, type: number): void {
  H[(value >> 2) + COUNT] = IMMORTAL;
  H[(value >> 2) + TYPE] = type;
  H[(value >> 2) + TUPLE_LENGTH] = 0;
}

/** Every built-in type's address, for `boot.ts`. */
export const builtinTypes = () => [
  ...BUILTIN_TYPES.map(([, type]) => type),
  ...extraTypes.map(([, type]) => type),
  ...EXCEPTION_CLASSES.map(([name]) => exceptionClass(name))
];
/** The types that programs find among the builtins. */
export const PUBLIC_TYPES = [
  "object type int bool float str bytes tuple list dict set frozenset range slice property staticmethod classmethod",
  "super BaseException"
]
  .join(" ")
  .split(" ")
  .map((name) => [nameRefs.get(name)!, BUILTIN_TYPES.find(([n]) => n === name)![1]] as const);

// ---- look-up --------------------------------------------------------------------------------------------------------

/** What a type or its bases hold under `name` (an interned str): borrowed, not bound; or NULL. */
export function typeLookup(type: number, name: number): number {
  const mro = H[type + TYPE_MRO] >> 2;
  const count = H[mro + TUPLE_LENGTH];
  for (let i = 0; i < count; i++) {
    const found = getStr(H[(H[mro + TUPLE_ITEMS + i] >> 2) + TYPE_DICT] >> 2, name);
    if (found !== NULL) return found;
  }
  return NULL;
}

/** The same, beginning behind `after` in the MRO of `type` (for super). */
export function lookupAfter(type: number, after: number, name: number): number {
  const mro = H[type + TYPE_MRO] >> 2;
  const count = H[mro + TUPLE_LENGTH];
  let i = 0;
  while (i < count && H[mro + TUPLE_ITEMS + i] >> 2 !== after) i++;
  for (i++; i < count; i++) {
    const found = getStr(H[(H[mro + TUPLE_ITEMS + i] >> 2) + TYPE_DICT] >> 2, name);
    if (found !== NULL) return found;
  }
  return NULL;
}

export function isSubtype(type: number, base: number): boolean {
  if (type === base) return true;
  const mro = H[type + TYPE_MRO] >> 2;
  const wanted = ref(base);
  for (let i = H[mro + TUPLE_LENGTH] - 1; i > 0; i--) if (H[mro + TUPLE_ITEMS + i] === wanted) return true;
  return false;
}
export const isInstance = (value: number, type: number) => isSubtype(typeOf(value), type);
export const isType = (value: number) => (value & 1) !== 0 && H[typeOf(value) + TYPE_KIND] === kinds.K_TYPE;

// ---- classes ----------------------------------------------------------------------------------------------------------

const SPECIAL_NAMES: readonly [bit: number, names: string][] = [
  [SPECIAL_DEL, "__del__"],
  [SPECIAL_GETATTR, "__getattr__"],
  [SPECIAL_GETATTRIBUTE, "__getattribute__"],
  [SPECIAL_SETATTR, "__setattr__ __delattr__"],
  [SPECIAL_EQ, "__eq__ __ne__"],
  [SPECIAL_HASH, "__hash__"],
  [SPECIAL_TRUTH, "__bool__ __len__"],
  [SPECIAL_LEN, "__len__"],
  [SPECIAL_REPR, "__repr__"],
  [SPECIAL_STR, "__str__"],
  [SPECIAL_FORMAT, "__format__"],
  [SPECIAL_NEW, "__new__"],
  [SPECIAL_INIT, "__init__"],
  [SPECIAL_ITER, "__iter__ __next__"],
  [SPECIAL_ITEM, "__getitem__ __setitem__ __delitem__ __missing__"],
  [SPECIAL_CONTAINS, "__contains__"],
  [SPECIAL_ORDER, "__lt__ __le__ __gt__ __ge__"],
  [
    SPECIAL_NUMBER,
    `${"add sub mul truediv floordiv mod pow matmul lshift rshift and or xor divmod"
      .split(" ")
      .map((n) => `__${n}__ __r${n}__ __i${n}__`)
      .join(" ")} __neg__ __pos__ __invert__ __abs__ __index__ __int__ __float__`
  ]
];
const specialNames = SPECIAL_NAMES.map(([bit, names]) => [bit, names.split(" ").map(staticStr)] as const);

/** Which special methods the class statements in a type's MRO define. */
function computeSpecial(type: number): number {
  let bits = 0;
  const mro = H[type + TYPE_MRO] >> 2;
  for (let i = 0; i < H[mro + TUPLE_LENGTH]; i++) {
    const t = H[mro + TUPLE_ITEMS + i] >> 2;
    if ((H[t + TYPE_FLAGS] & TYPE_HEAP) === 0) continue;
    for (const [bit, names] of specialNames) {
      if ((bits & bit) === 0 && names.some((name) => getStr(H[t + TYPE_DICT] >> 2, name) !== NULL))
        bits |= bit;
    }
  }
  return bits;
}

/** To be called when a class's dict has changed: caches of it and of its subclasses no longer hold. */
export function typeModified(type: number): void {
  H[type + TYPE_VERSION] = H[TYPE_VERSION_NEXT]++;
  H[type + TYPE_SPECIAL] = computeSpecial(type);
  const subclasses = H[type + TYPE_SUBCLASSES];
  if (subclasses === NULL) return;
  const list = subclasses >> 2;
  for (let i = 0; i < H[list + LIST_LENGTH]; i++) typeModified(H[H[list + LIST_BLOCK] + i] >> 2);
}

let listAppend: (list: number, value: number) => void;
let newList: () => number;
/** Set by list.ts, which this file must not import. */
export function useLists(make: () => number, append: (list: number, value: number) => void): void {
  newList = make;
  listAppend = append;
}

function addSubclass(base: number, type: number): void {
  if (H[base + TYPE_SUBCLASSES] === NULL) H[base + TYPE_SUBCLASSES] = newList();
  listAppend(H[base + TYPE_SUBCLASSES] >> 2, ref(type));
}

/** C3 linearisation (Barrett et al., "A monotonic superclass linearization for Dylan", OOPSLA 1996); null: none. */
function linearise(bases: readonly number[]): number[] | null {
  const sequences = bases.map((base) => {
    const mro = H[base + TYPE_MRO] >> 2;
    return Array.from({length: H[mro + TUPLE_LENGTH]}, (_, i) => H[mro + TUPLE_ITEMS + i] >> 2);
  });
  sequences.push([...bases]);
  const result: number[] = [];
  for (;;) {
    const rest = sequences.filter((s) => s.length > 0);
    if (rest.length === 0) return result;
    const head = rest.map((s) => s[0]).find((c) => rest.every((s) => s.indexOf(c) < 1));
    if (head === undefined) return null;
    result.push(head);
    for (const s of rest) if (s[0] === head) s.shift();
  }
}

const hasDict = (type: number) => H[type + TYPE_DICT_OFFSET] !== 0;
/** The base whose layout a class must keep: the most derived one that differs from object's. */
function layoutBase(bases: readonly number[]): number {
  let best = bases[0];
  for (const base of bases) {
    const extends_ = (a: number, b: number) =>
      H[a + TYPE_KIND] !== H[b + TYPE_KIND] && H[b + TYPE_KIND] === kinds.K_OBJECT;
    if (extends_(base, best)) best = base;
    else if (
      H[base + TYPE_KIND] === H[best + TYPE_KIND] &&
      H[base + TYPE_SLOT_COUNT] > H[best + TYPE_SLOT_COUNT]
    )
      best = base;
  }
  return best;
}

/**
 * A new class. `name`, `bases` (word indices) and `dict` (a dict reference) are borrowed; classes live for ever.
 * `slots`: how many members `__slots__` adds, and whether it leaves out the instance dict.
 * Answers its word index, or 0 with TypeError set.
 */
export function newClass(
  metatype: number,
  name: number,
  bases: readonly number[],
  dict: number,
  slots: {count: number; dict: boolean}
): number {
  for (const base of bases) {
    if ((H[base + TYPE_FLAGS] & (TYPE_BASETYPE | TYPE_HEAP)) === 0) {
      raise(TYPE_ERROR, `type '${typeName(base)}' is not an acceptable base type`);
      return 0;
    }
  }
  const layout = layoutBase(bases);
  const type = allocate(TYPE_WORDS);
  for (let i = 0; i < TYPE_WORDS; i++) H[type + i] = 0;
  H[type + COUNT] = IMMORTAL;
  H[type + TYPE] = metatype;
  for (let i = HEADER; i < TYPE_VERSION; i++) H[type + i] = NULL;
  H[type + TYPE_NAME] = shared(name);
  H[type + TYPE_QUALNAME] = shared(name);
  H[type + TYPE_DICT] = shared(dict);
  H[type + TYPE_BASES] = newTuple(bases.map(ref));
  H[type + TYPE_BASE] = ref(layout);
  const kind = H[layout + TYPE_KIND];
  H[type + TYPE_KIND] = kind;
  H[type + TYPE_FLAGS] = TYPE_HEAP | TYPE_BASETYPE;
  H[type + TYPE_DICT_OFFSET] = H[layout + TYPE_DICT_OFFSET];
  if (!hasDict(type) && (slots.dict || bases.some(hasDict))) H[type + TYPE_DICT_OFFSET] = dictOffsetFor(kind);
  H[type + TYPE_SLOT_COUNT] = H[layout + TYPE_SLOT_COUNT] + slots.count;
  H[type + TYPE_CONSTRUCTOR] = H[layout + TYPE_CONSTRUCTOR];
  H[type + TYPE_SIZE] = fixedWords(kind) === 0 ? 0 : fixedWords(kind) + H[type + TYPE_SLOT_COUNT];
  const mro = linearise(bases);
  if (mro === null) {
    const names = bases.map(typeName).join(", ");
    raise(TYPE_ERROR, `Cannot create a consistent method resolution\norder (MRO) for bases ${names}`);
    return 0;
  }
  H[type + TYPE_MRO] = newTuple([type, ...mro].map(ref));
  for (const base of bases) addSubclass(base, type);
  typeModified(type);
  return type;
}

/** Where instances of a kind keep their dict: the spare word of the fixed ones, behind the payload of the others. */
function dictOffsetFor(kind: number): number {
  switch (kind) {
    case kinds.K_OBJECT:
      return INSTANCE_DICT;
    case kinds.K_EXCEPTION:
      return EXCEPTION_DICT;
    case kinds.K_FUNCTION:
      return FUNCTION_DICT;
    case kinds.K_LIST:
    case kinds.K_DICT:
    case kinds.K_SET:
    case kinds.K_TYPE:
    case kinds.K_RECORD:
      return kind === kinds.K_TYPE || kind === kinds.K_RECORD ? 0 : fixedWords(kind) - 1;
    default:
      return fixedWords(kind) === 0 || kind === kinds.K_FLOAT ? -1 : 0;
  }
}

/** An instance of a class whose layout is object's: no attributes yet. Answers a reference. */
export function newInstance(type: number): number {
  const words = H[type + TYPE_SIZE];
  const o = allocate(words);
  H[o + COUNT] = 1;
  H[o + TYPE] = type;
  H[o + INSTANCE_DICT] = NULL;
  H[o + HEADER + 1] = 0;
  for (let i = INSTANCE_WORDS; i < words; i++) H[o + i] = NULL;
  return ref(o);
}
