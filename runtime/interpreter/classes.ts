/** object, type, super, property and the other descriptors, and the attributes of functions, methods and code. */

import {DECREF, shared} from "../memory/counts.ts";
import {H, make, T} from "../memory/heap.ts";
import {callPrelude, tailCall, tailCallTuple} from "../objects/calls.ts";
import {addressHash} from "../objects/compare.ts";
import {hasException, newTuple, raise, tupleOf} from "../objects/errors.ts";
import {ATTRIBUTE_ERROR, RUNTIME_ERROR, TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {truthSimple, typeNameOf, typeOf} from "../objects/inspect.ts";
import {
  FALSE,
  K_DICT,
  K_LIST,
  K_OBJECT,
  K_SET,
  K_STR,
  K_TUPLE,
  NONE,
  NOT_IMPLEMENTED,
  T_BOOL,
  T_CELL,
  T_CLASSMETHOD,
  T_CODE,
  T_FUNCTION,
  T_MEMBER,
  T_METHOD,
  T_METHOD_DESCRIPTOR,
  T_NATIVE,
  T_OBJECT,
  T_PROPERTY,
  T_STATICMETHOD,
  T_SUPER,
  T_TRACEBACK,
  T_TYPE,
  TRUE
} from "../objects/kinds.ts";
import {
  CELL_VALUE,
  CODE_ARGS,
  CODE_CONSTS,
  CODE_FILENAME,
  CODE_FIRST_LINE,
  CODE_FLAGS,
  CODE_FREE_COUNT,
  CODE_KWONLY,
  CODE_LOCAL_NAMES,
  CODE_LOCALS,
  CODE_NAME,
  CODE_NAMES,
  CODE_POSONLY,
  CODE_QUALNAME,
  CODE_STACK,
  CODE_VARNAMES,
  FRAME_CODE,
  FRAME_POINTER,
  FUNCTION_ANNOTATIONS,
  FUNCTION_CLOSURE,
  FUNCTION_CODE,
  FUNCTION_DEFAULTS,
  FUNCTION_DOC,
  FUNCTION_GLOBALS,
  FUNCTION_KWDEFAULTS,
  FUNCTION_MODULE,
  FUNCTION_NAME,
  FUNCTION_QUALNAME,
  METHOD_FUNCTION,
  METHOD_SELF,
  NATIVE_NAME,
  NATIVE_OWNER,
  NATIVE_SELF,
  NEEDS_PYTHON,
  NULL,
  PRELUDE,
  RECORD_A,
  RECORD_B,
  RECORD_C,
  RECORD_N,
  RECORD_WORDS,
  SPECIAL_INIT,
  TRACEBACK_CODE,
  TRACEBACK_NEXT,
  TRACEBACK_PC,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE_BASE,
  TYPE_BASES,
  TYPE_CONSTRUCTOR,
  TYPE_DICT,
  TYPE_FLAGS,
  TYPE_HEAP,
  TYPE_KIND,
  TYPE_MRO,
  TYPE_NAME,
  TYPE_QUALNAME,
  TYPE_SIZE,
  TYPE_SPECIAL,
  TYPE_SUBCLASSES
} from "../objects/layout.ts";
import {
  classMethods,
  constructor,
  methods,
  moduleFunctions,
  property,
  staticMethods
} from "../objects/native.ts";
import {kindOf} from "../objects/numbers.ts";
import {builtinRepr, strSimple} from "../objects/repr.ts";
import {findStr, getStr, newDict, remove, setStr} from "../objects/table.ts";
import {newStr, staticStr, text} from "../objects/text.ts";
import {
  isSubtype,
  isType,
  newClass,
  newInstance,
  ref,
  typeLookup,
  typeModified,
  typeName
} from "../objects/types.ts";
import {bindMethod, genericGet, genericSet} from "./attributes.ts";
import {newNative} from "./imports.ts";
import {intern} from "./load.ts";
import {lineAt} from "./locations.ts";
import {askTruth} from "./operators.ts";

const S_MODULE = staticStr("__module__");
const S_QUALNAME = staticStr("__qualname__");
const S_SLOTS = staticStr("__slots__");
const S_NEW = staticStr("__new__");
const S_EQ = staticStr("__eq__");
const S_HASH = staticStr("__hash__");
const S_DOC = staticStr("__doc__");
const S_CLASS = staticStr("__class__");
const S_BUILTINS = staticStr("builtins");
const S_NEW_TYPE = staticStr("_new_type");
const S_CONSTRUCT = staticStr("_construct");
const S_INIT_SUBCLASS = staticStr("__init_subclass__");

const orNone = (value: number) => shared(value === NULL ? NONE : value);
const none = () => shared(NONE);
const items = (tuple: number) =>
  Array.from({length: H[(tuple >> 2) + TUPLE_LENGTH]}, (_, i) => H[(tuple >> 2) + TUPLE_ITEMS + i]);

function record(type: number, a: number, b: number, c: number, n: number): number {
  const o = make(type, RECORD_WORDS);
  H[o + RECORD_A] = shared(a);
  H[o + RECORD_B] = shared(b);
  H[o + RECORD_C] = shared(c);
  H[o + RECORD_N] = n;
  H[o + RECORD_N + 1] = 0;
  return ref(o);
}

const S_WRAPPED_REPR = staticStr("_wrapped_repr");
/** What the built-in type shows, whatever a subclass overrides. */
function reprOf(value: number): number {
  const simple = builtinRepr(value);
  if (simple !== null) return newStr(simple);
  return hasException() ? NULL : callPrelude(S_WRAPPED_REPR, [value]);
}

// ---- object ---------------------------------------------------------------------------------------------------------------

const FILLED_BY_INIT = new Set([K_LIST, K_DICT, K_SET]);

/** object.__new__ and that of every built-in type: an instance of `cls` as its built-in base makes it. */
function newObject(a: number, n: number): number {
  const cls = H[a];
  const keywords = H[a + n];
  if (!isType(cls)) return raise(TYPE_ERROR, "object.__new__(X): X is not a type object");
  const type = cls >> 2;
  const kind = H[type + TYPE_KIND];
  const id = H[type + TYPE_CONSTRUCTOR];
  if (id === 0) {
    if (kind !== K_OBJECT) return raise(TYPE_ERROR, `cannot create '${typeName(type)}' instances`);
    const plainInit = (H[type + TYPE_SPECIAL] & SPECIAL_INIT) === 0;
    if ((n > 1 || keywords !== NULL) && plainInit) {
      const own =
        typeOf(typeLookup(type, S_NEW)) === T_FUNCTION || typeOf(typeLookup(type, S_NEW)) === T_STATICMETHOD;
      const isDefault = typeLookup(type, S_NEW) === getStr(H[T_OBJECT + TYPE_DICT] >> 2, S_NEW);
      if (isDefault) return raise(TYPE_ERROR, `${typeName(type)}() takes no arguments`);
      if (own)
        return raise(TYPE_ERROR, "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    return newInstance(type);
  }
  const args: number[] = [cls];
  if (!FILLED_BY_INIT.has(kind) || (H[type + TYPE_FLAGS] & TYPE_HEAP) === 0) {
    for (let i = 1; i < n; i++) args.push(H[a + i]);
  }
  const make_ = newNative(id - 1, "__new__", NULL, NULL);
  const answer = tailCall(make_, args, args.length === 1 && FILLED_BY_INIT.has(kind) ? NULL : keywords);
  DECREF(make_);
  return answer;
}

staticMethods(T_OBJECT, {"__new__(*args, **kwargs)": newObject});
methods(T_OBJECT, {
  "__init__(*args, **kwargs)": none,
  "__repr__(self)": (a) => reprOf(H[a]),
  "__str__(self)": (a) => {
    const simple = strSimple(H[a]);
    return simple === null ? callPrelude(S_STR_OF, [H[a]]) : newStr(simple);
  },
  "__eq__(self, other)": (a) => shared(H[a] === H[a + 1] ? TRUE : NOT_IMPLEMENTED),
  "__ne__(self, other)": (a) => callPrelude(S_NOT_EQUAL, [H[a], H[a + 1]]),
  "__lt__(self, other)": () => shared(NOT_IMPLEMENTED),
  "__le__(self, other)": () => shared(NOT_IMPLEMENTED),
  "__gt__(self, other)": () => shared(NOT_IMPLEMENTED),
  "__ge__(self, other)": () => shared(NOT_IMPLEMENTED),
  "__hash__(self)": (a) => (addressHash(H[a]) >> 1) << 1,
  "__getattribute__(self, name)": (a) => genericGet(H[a], H[a + 1], typeOf(H[a])),
  "__setattr__(self, name, value)": (a) => done(genericSet(H[a], H[a + 1], H[a + 2], typeOf(H[a]))),
  "__delattr__(self, name)": (a) => done(genericSet(H[a], H[a + 1], NULL, typeOf(H[a]))),
  "__format__(self, spec)": (a) => callPrelude(S_OBJECT_FORMAT, [H[a], H[a + 1]])
});
const S_STR_OF = staticStr("_object_str");
const S_NOT_EQUAL = staticStr("_not_equal");
const S_OBJECT_FORMAT = staticStr("_object_format");
classMethods(T_OBJECT, {
  "__init_subclass__(cls)": none,
  "__subclasshook__(cls, other)": () => shared(NOT_IMPLEMENTED)
});
const done = (answer: number) => (answer === 0 ? none() : answer);

// ---- type ------------------------------------------------------------------------------------------------------------------

constructor(T_TYPE, "type(cls, x, bases=, dict=, /, **kwargs)", (a) => {
  if (H[a + 2] === NULL && H[a + 3] === NULL) return shared(ref(typeOf(H[a + 1])));
  if (H[a + 3] === NULL) return raise(TYPE_ERROR, "type() takes 1 or 3 arguments");
  return callPrelude(S_NEW_TYPE, [H[a], H[a + 1], H[a + 2], H[a + 3], H[a + 4] === NULL ? NONE : H[a + 4]]);
});
staticMethods(T_TYPE, {
  "__new__(meta, name, bases, namespace, **kwargs)": (a) =>
    callPrelude(S_NEW_TYPE, [H[a], H[a + 1], H[a + 2], H[a + 3], H[a + 4] === NULL ? NONE : H[a + 4]])
});
methods(T_TYPE, {
  "__init__(*args, **kwargs)": none,
  "__call__(*args, **kwargs)": (a, n) => {
    const args = newTuple(Array.from({length: n - 1}, (_, i) => H[a + 1 + i]));
    const keywords = H[a + n] === NULL ? newDict() : shared(H[a + n]);
    return tailCallTuple(preludeConstruct(), tupleOf(shared(H[a]), args, keywords));
  },
  "mro(self)": (a) => callPrelude(staticList, [H[(H[a] >> 2) + TYPE_MRO]]),
  "__subclasses__(self)": (a) => {
    const list = H[(H[a] >> 2) + TYPE_SUBCLASSES];
    return callPrelude(staticList, [list === NULL ? NONE : list]);
  },
  "__instancecheck__(self, instance)": (a) => shared(isSubtype(typeOf(H[a + 1]), H[a] >> 2) ? TRUE : FALSE),
  "__subclasscheck__(self, other)": (a) =>
    shared(isType(H[a + 1]) && isSubtype(H[a + 1] >> 2, H[a] >> 2) ? TRUE : FALSE),
  "__repr__(self)": (a) => reprOf(H[a]),
  "__dir__(self)": (a) => callPrelude(staticList, [H[(H[a] >> 2) + TYPE_DICT]])
});
classMethods(T_TYPE, {"__prepare__(*args, **kwargs)": () => newDict()});
const staticList = staticStr("_as_list");
const preludeConstruct = () => getStr(H[PRELUDE] >> 2, S_CONSTRUCT);

property(
  T_TYPE,
  "__name__",
  (a) => shared(H[(H[a] >> 2) + TYPE_NAME]),
  (a) => {
    const type = H[a] >> 2;
    const old = H[type + TYPE_NAME];
    H[type + TYPE_NAME] = shared(H[a + 1]);
    DECREF(old);
    return none();
  }
);
property(
  T_TYPE,
  "__qualname__",
  (a) => shared(H[(H[a] >> 2) + TYPE_QUALNAME]),
  (a) => {
    const type = H[a] >> 2;
    const old = H[type + TYPE_QUALNAME];
    H[type + TYPE_QUALNAME] = shared(H[a + 1]);
    DECREF(old);
    return none();
  }
);
property(
  T_TYPE,
  "__module__",
  (a) => {
    const own = getStr(H[(H[a] >> 2) + TYPE_DICT] >> 2, S_MODULE);
    return shared(own === NULL ? S_BUILTINS : own);
  },
  (a) => {
    setStr(H[(H[a] >> 2) + TYPE_DICT] >> 2, S_MODULE, H[a + 1]);
    return none();
  }
);
property(T_TYPE, "__bases__", (a) => shared(H[(H[a] >> 2) + TYPE_BASES]));
property(T_TYPE, "__base__", (a) => {
  const base = H[(H[a] >> 2) + TYPE_BASE];
  return orNone(base);
});
property(T_TYPE, "__mro__", (a) => shared(H[(H[a] >> 2) + TYPE_MRO]));
property(T_TYPE, "__dict__", (a) => shared(H[(H[a] >> 2) + TYPE_DICT]));
property(
  T_TYPE,
  "__doc__",
  (a) => orNone(getStr(H[(H[a] >> 2) + TYPE_DICT] >> 2, S_DOC)),
  (a) => {
    setStr(H[(H[a] >> 2) + TYPE_DICT] >> 2, S_DOC, H[a + 1]);
    return none();
  }
);

/** Names in `__slots__`: null without it; an exception is set where it is not valid. */
function slotNames(dict: number): string[] | null | undefined {
  const slots = getStr(dict, S_SLOTS);
  if (slots === NULL) return null;
  if (kindOf(slots) === K_STR) return [text(slots)];
  if (kindOf(slots) === K_TUPLE) return items(slots).map(text);
  if (kindOf(slots) === K_LIST) return undefined;
  return [];
}

/** The class itself: `make_type(meta, name, bases, namespace)`; `__set_name__` and the rest are in the prelude. */
function makeType(a: number): number {
  const [meta, name, bases, namespace] = [H[a], H[a + 1], H[a + 2], H[a + 3]];
  if (kindOf(name) !== K_STR) {
    return raise(TYPE_ERROR, `type.__new__() argument 1 must be str, not ${typeNameOf(name)}`);
  }
  let baseTypes = items(bases);
  for (const base of baseTypes) {
    if (!isType(base)) return raise(TYPE_ERROR, "bases must be types");
  }
  if (baseTypes.length === 0) baseTypes = [ref(T_OBJECT)];
  const dict = namespace >> 2;
  const slots = slotNames(dict);
  if (slots === undefined) return raise(TYPE_ERROR, "__slots__ must be a tuple of strings");
  const members = slots?.filter((slot) => slot !== "__dict__" && slot !== "__weakref__") ?? [];
  const type = newClass(
    meta >> 2,
    name,
    baseTypes.map((base) => base >> 2),
    namespace,
    {
      count: members.length,
      dict: slots === null || slots.includes("__dict__")
    }
  );
  if (type === 0) return NULL;
  const own = H[type + TYPE_DICT] >> 2;
  const qualname = getStr(own, S_QUALNAME);
  if (qualname !== NULL) {
    DECREF(H[type + TYPE_QUALNAME]);
    H[type + TYPE_QUALNAME] = shared(qualname);
    remove(own, findStr(own, S_QUALNAME));
  }
  addSlots(type, own, members);
  if (getStr(own, S_EQ) !== NULL && getStr(own, S_HASH) === NULL) setStr(own, S_HASH, NONE);
  wrap(own, S_NEW, T_STATICMETHOD);
  wrap(own, S_INIT_SUBCLASS, T_CLASSMETHOD);
  wrap(own, S_CLASS_GETITEM, T_CLASSMETHOD);
  typeModified(type);
  return ref(type);
}
const S_CLASS_GETITEM = staticStr("__class_getitem__");

function addSlots(type: number, own: number, members: readonly string[]): void {
  const first = H[type + TYPE_SIZE] - members.length;
  members.forEach((slot, i) => {
    const member = record(T_MEMBER, intern(slot), NULL, NULL, first + i);
    setStr(own, intern(slot), member);
    DECREF(member);
  });
}

/** Functions of these names are static or class methods without saying so. */
function wrap(dict: number, name: number, type: number): void {
  const found = getStr(dict, name);
  if (found === NULL || typeOf(found) !== T_FUNCTION) return;
  const wrapped = record(type, found, NULL, NULL, 0);
  setStr(dict, name, wrapped);
  DECREF(wrapped);
}

moduleFunctions("_prelude", {
  "make_type(meta, name, bases, namespace)": makeType,
  "type_lookup(type, name)": (a) => {
    const found = typeLookup(H[a] >> 2, H[a + 1]);
    return shared(found === NULL ? getStr(H[PRELUDE] >> 2, S_MISSING) : found);
  },
  "type_of(x)": (a) => shared(ref(typeOf(H[a]))),
  "native_getattr(x, name)": (a) => genericGet(H[a], H[a + 1], typeOf(H[a])),
  "own_dict(type)": (a) => shared(H[(H[a] >> 2) + TYPE_DICT]),
  "is_heap_type(type)": (a) => shared((H[(H[a] >> 2) + TYPE_FLAGS] & TYPE_HEAP) !== 0 ? TRUE : FALSE),
  "set_cell(cell, value)": (a) => {
    const cell = H[a] >> 2;
    const old = H[cell + CELL_VALUE];
    H[cell + CELL_VALUE] = shared(H[a + 1]);
    DECREF(old);
    return none();
  }
});
const S_MISSING = staticStr("_MISSING");

// ---- bool -------------------------------------------------------------------------------------------------------------------

constructor(T_BOOL, "bool(cls, x=, /)", (a) => {
  if (H[a + 1] === NULL) return shared(FALSE);
  const value = truthSimple(H[a + 1]);
  return value === NEEDS_PYTHON ? askTruth(H[a + 1]) : shared(value === 1 ? TRUE : FALSE);
});

// ---- super --------------------------------------------------------------------------------------------------------------------

/** `super()` finds its class in the cell `__class__` of the running function, and the object in its first argument. */
function implicitSuper(): [type: number, object: number] | null {
  const fp = H[T + FRAME_POINTER];
  const code = H[fp + FRAME_CODE];
  const names = H[code + CODE_VARNAMES] >> 2;
  const count = H[code + CODE_LOCALS];
  for (let i = count - H[code + CODE_FREE_COUNT]; i < count; i++) {
    if (H[names + TUPLE_ITEMS + i] !== S_CLASS) continue;
    const type = H[(H[fp + i] >> 2) + CELL_VALUE];
    let self = H[code + CODE_ARGS] === 0 ? NULL : H[fp];
    if (self !== NULL && typeOf(self) === T_CELL) self = H[(self >> 2) + CELL_VALUE];
    if (type === NULL) raise(RUNTIME_ERROR, "super(): empty __class__ cell");
    else if (self === NULL) raise(RUNTIME_ERROR, "super(): no arguments");
    else return [type, self];
    return null;
  }
  raise(
    RUNTIME_ERROR,
    H[code + CODE_ARGS] === 0 ? "super(): no arguments" : "super(): __class__ cell not found"
  );
  return null;
}

constructor(T_SUPER, "super(cls, type=, obj=, /)", (a) => {
  let [type, object] = [H[a + 1], H[a + 2]];
  if (type === NULL) {
    const found = implicitSuper();
    if (found === null) return NULL;
    [type, object] = found;
  }
  if (!isType(type)) return raise(TYPE_ERROR, "super() argument 1 must be a type");
  if (object === NULL) return raise(TYPE_ERROR, "super() of one argument is not supported");
  if (isType(object) && isSubtype(object >> 2, type >> 2)) return record(T_SUPER, type, object, object, 0);
  if (isSubtype(typeOf(object), type >> 2)) return record(T_SUPER, type, object, ref(typeOf(object)), 0);
  return raise(TYPE_ERROR, "super(type, obj): obj must be an instance or subtype of type");
});

// ---- property, staticmethod, classmethod ---------------------------------------------------------------------------------------

constructor(T_PROPERTY, "property(cls, fget=, fset=, fdel=, doc=)", (a) => {
  const made = record(H[a] >> 2, H[a + 1], H[a + 2], H[a + 3], 0);
  return made;
});
const withAccessor = (a: number, at: number) => {
  const o = H[a] >> 2;
  const parts = [H[o + RECORD_A], H[o + RECORD_B], H[o + RECORD_C]];
  parts[at] = H[a + 1];
  return record(typeOf(H[a]), parts[0], parts[1], parts[2], 0);
};
methods(T_PROPERTY, {
  "getter(self, function)": (a) => withAccessor(a, 0),
  "setter(self, function)": (a) => withAccessor(a, 1),
  "deleter(self, function)": (a) => withAccessor(a, 2),
  "__get__(self, instance, owner=)": (a) => {
    const get = H[(H[a] >> 2) + RECORD_A];
    if (H[a + 1] === NONE) return shared(H[a]);
    if (get === NULL || get === NONE) return raise(ATTRIBUTE_ERROR, "unreadable attribute");
    return tailCall(get, [H[a + 1]]);
  },
  "__set__(self, instance, value)": (a) => {
    const set = H[(H[a] >> 2) + RECORD_B];
    if (set === NULL || set === NONE) return raise(ATTRIBUTE_ERROR, "can't set attribute");
    return tailCall(set, [H[a + 1], H[a + 2]]);
  }
});
property(T_PROPERTY, "fget", (a) => orNone(H[(H[a] >> 2) + RECORD_A]));
property(T_PROPERTY, "fset", (a) => orNone(H[(H[a] >> 2) + RECORD_B]));
property(T_PROPERTY, "fdel", (a) => orNone(H[(H[a] >> 2) + RECORD_C]));
property(T_PROPERTY, "__doc__", (a) => {
  const get = H[(H[a] >> 2) + RECORD_A];
  return get === NULL || typeOf(get) !== T_FUNCTION ? none() : functionDoc(get >> 2);
});
constructor(T_STATICMETHOD, "staticmethod(cls, function, /)", (a) =>
  record(H[a] >> 2, H[a + 1], NULL, NULL, 0)
);
constructor(T_CLASSMETHOD, "classmethod(cls, function, /)", (a) =>
  record(H[a] >> 2, H[a + 1], NULL, NULL, 0)
);
for (const type of [T_STATICMETHOD, T_CLASSMETHOD]) {
  property(type, "__func__", (a) => shared(H[(H[a] >> 2) + RECORD_A]));
  property(type, "__wrapped__", (a) => shared(H[(H[a] >> 2) + RECORD_A]));
}
methods(T_STATICMETHOD, {
  "__call__(*args, **kwargs)": (a, n) =>
    tailCall(
      H[(H[a] >> 2) + RECORD_A],
      Array.from({length: n - 1}, (_, i) => H[a + 1 + i]),
      H[a + n]
    ),
  "__get__(self, instance, owner=)": (a) => shared(H[(H[a] >> 2) + RECORD_A])
});
methods(T_CLASSMETHOD, {
  "__get__(self, instance, owner=)": (a) =>
    bindMethod(H[(H[a] >> 2) + RECORD_A], H[a + 2] === NULL ? ref(typeOf(H[a + 1])) : H[a + 2])
});
property(T_MEMBER, "__name__", (a) => shared(H[(H[a] >> 2) + RECORD_A]));

// ---- functions, methods, code -----------------------------------------------------------------------------------------------------

function functionDoc(f: number): number {
  if (H[f + FUNCTION_DOC] !== NULL) return shared(H[f + FUNCTION_DOC]);
  const consts = H[(H[f + FUNCTION_CODE] >> 2) + CODE_CONSTS] >> 2;
  const first = H[consts + TUPLE_LENGTH] > 0 ? H[consts + TUPLE_ITEMS] : NULL;
  return first !== NULL && kindOf(first) === K_STR ? shared(first) : none();
}

/** An attribute kept in a word of the object. */
function word(type: number, name: string, offset: number, writable: boolean): void {
  const get = (a: number) => orNone(H[(H[a] >> 2) + offset]);
  const set = (a: number) => {
    const at = (H[a] >> 2) + offset;
    const old = H[at];
    H[at] = H[a + 1] === NONE ? NULL : shared(H[a + 1]);
    DECREF(old);
    return none();
  };
  if (writable) property(type, name, get, set);
  else property(type, name, get);
}
word(T_FUNCTION, "__name__", FUNCTION_NAME, true);
word(T_FUNCTION, "__qualname__", FUNCTION_QUALNAME, true);
word(T_FUNCTION, "__module__", FUNCTION_MODULE, true);
word(T_FUNCTION, "__defaults__", FUNCTION_DEFAULTS, true);
word(T_FUNCTION, "__kwdefaults__", FUNCTION_KWDEFAULTS, true);
word(T_FUNCTION, "__code__", FUNCTION_CODE, false);
word(T_FUNCTION, "__globals__", FUNCTION_GLOBALS, false);
word(T_FUNCTION, "__closure__", FUNCTION_CLOSURE, false);
property(
  T_FUNCTION,
  "__doc__",
  (a) => functionDoc(H[a] >> 2),
  (a) => {
    const at = (H[a] >> 2) + FUNCTION_DOC;
    const old = H[at];
    H[at] = shared(H[a + 1]);
    DECREF(old);
    return none();
  }
);
property(
  T_FUNCTION,
  "__annotations__",
  (a) => {
    const at = (H[a] >> 2) + FUNCTION_ANNOTATIONS;
    if (H[at] === NULL) H[at] = newDict();
    if (kindOf(H[at]) !== K_TUPLE) return shared(H[at]);
    const pairs = items(H[at]);
    const dict = newDict();
    for (let i = 0; i < pairs.length; i += 2) setStr(dict >> 2, pairs[i], pairs[i + 1]);
    DECREF(H[at]);
    H[at] = dict;
    return shared(dict);
  },
  (a) => {
    const at = (H[a] >> 2) + FUNCTION_ANNOTATIONS;
    const old = H[at];
    H[at] = shared(H[a + 1]);
    DECREF(old);
    return none();
  }
);
methods(T_FUNCTION, {
  "__get__(self, instance, owner=)": (a) => (H[a + 1] === NONE ? shared(H[a]) : bindMethod(H[a], H[a + 1])),
  "__call__(*args, **kwargs)": (a, n) =>
    tailCall(
      H[a],
      Array.from({length: n - 1}, (_, i) => H[a + 1 + i]),
      H[a + n]
    )
});

word(T_METHOD, "__func__", METHOD_FUNCTION, false);
word(T_METHOD, "__self__", METHOD_SELF, false);
for (const name of ["__name__", "__qualname__", "__module__", "__doc__"]) {
  const key = staticStr(name);
  property(T_METHOD, name, (a) => {
    const f = H[(H[a] >> 2) + METHOD_FUNCTION];
    return genericGet(f, key, typeOf(f));
  });
}
constructor(T_METHOD, "method(cls, function, instance, /)", (a) => bindMethod(H[a + 1], H[a + 2]));
for (const type of [T_NATIVE, T_METHOD_DESCRIPTOR]) {
  word(type, "__name__", NATIVE_NAME, false);
  word(type, "__self__", NATIVE_SELF, false);
  property(type, "__qualname__", (a) => shared(H[(H[a] >> 2) + NATIVE_NAME]));
  property(type, "__doc__", none);
  property(type, "__module__", (a) => {
    const owner = H[(H[a] >> 2) + NATIVE_OWNER];
    return shared(owner !== NULL && kindOf(owner) === K_STR ? owner : S_BUILTINS);
  });
}
for (const type of [T_NATIVE, T_METHOD, T_METHOD_DESCRIPTOR]) {
  methods(type, {
    "__call__(*args, **kwargs)": (a, n) =>
      tailCall(
        H[a],
        Array.from({length: n - 1}, (_, i) => H[a + 1 + i]),
        H[a + n]
      )
  });
}
methods(T_METHOD_DESCRIPTOR, {
  "__get__(self, instance, owner=)": (a) => (H[a + 1] === NONE ? shared(H[a]) : bindMethod(H[a], H[a + 1]))
});

word(T_CODE, "co_name", CODE_NAME, false);
word(T_CODE, "co_qualname", CODE_QUALNAME, false);
word(T_CODE, "co_filename", CODE_FILENAME, false);
word(T_CODE, "co_consts", CODE_CONSTS, false);
word(T_CODE, "co_names", CODE_NAMES, false);
const codeNumbers: [string, number][] = [
  ["co_argcount", CODE_ARGS],
  ["co_posonlyargcount", CODE_POSONLY],
  ["co_kwonlyargcount", CODE_KWONLY],
  ["co_stacksize", CODE_STACK],
  ["co_nlocals", CODE_LOCALS],
  ["co_flags", CODE_FLAGS],
  ["co_firstlineno", CODE_FIRST_LINE]
];
for (const [name, offset] of codeNumbers) property(T_CODE, name, (a) => H[(H[a] >> 2) + offset] << 1);
property(T_CODE, "co_varnames", (a) => {
  const code = H[a] >> 2;
  return newTuple(items(H[code + CODE_VARNAMES]).slice(0, H[code + CODE_LOCAL_NAMES]));
});
property(T_CODE, "co_cellvars", (a) => {
  const code = H[a] >> 2;
  const names = items(H[code + CODE_VARNAMES]);
  return newTuple(names.slice(H[code + CODE_LOCAL_NAMES], H[code + CODE_LOCALS] - H[code + CODE_FREE_COUNT]));
});
property(T_CODE, "co_freevars", (a) => {
  const code = H[a] >> 2;
  return newTuple(items(H[code + CODE_VARNAMES]).slice(H[code + CODE_LOCALS] - H[code + CODE_FREE_COUNT]));
});
property(T_CELL, "cell_contents", (a) => {
  const value = H[(H[a] >> 2) + CELL_VALUE];
  return value === NULL ? raise(VALUE_ERROR, "Cell is empty") : shared(value);
});
property(T_TRACEBACK, "tb_next", (a) => orNone(H[(H[a] >> 2) + TRACEBACK_NEXT]));
property(T_TRACEBACK, "tb_lineno", (a) => {
  const o = H[a] >> 2;
  return lineAt(H[o + TRACEBACK_CODE] >> 2, H[o + TRACEBACK_PC]) << 1;
});
property(T_TRACEBACK, "tb_code", (a) => shared(H[(H[a] >> 2) + TRACEBACK_CODE]));
