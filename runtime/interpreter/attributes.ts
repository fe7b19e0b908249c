/** Attributes: the descriptor protocol of CPython's PyObject_GenericGetAttr and type_getattro, without recursion. */

import {DECREF, shared} from "../memory/counts.ts";
import {H, make, T} from "../memory/heap.ts";
import {callPrelude, tailCall} from "../objects/calls.ts";
import {dictWord} from "../objects/children.ts";
import {raise} from "../objects/errors.ts";
import {ATTRIBUTE_ERROR, TYPE_ERROR} from "../objects/exceptions.ts";
import {typeNameOf, typeOf} from "../objects/inspect.ts";
import {
  K_FUNCTION,
  K_MODULE,
  K_TYPE,
  NONE,
  T_CLASSMETHOD,
  T_FUNCTION,
  T_GETSET,
  T_MEMBER,
  T_METHOD,
  T_METHOD_DESCRIPTOR,
  T_NATIVE,
  T_PROPERTY,
  T_STATICMETHOD,
  T_SUPER
} from "../objects/kinds.ts";
import {
  FUNCTION_DICT,
  METHOD_FUNCTION,
  METHOD_SELF,
  MODULE_DICT,
  MODULE_NAME,
  NATIVE_ID,
  NATIVE_NAME,
  NATIVE_OWNER,
  NATIVE_SELF,
  NATIVE_WORDS,
  NULL,
  RECORD_A,
  RECORD_B,
  RECORD_C,
  RECORD_M,
  RECORD_N,
  SPECIAL_GETATTR,
  SPECIAL_GETATTRIBUTE,
  SPECIAL_SETATTR,
  STACK_POINTER,
  TYPE,
  TYPE_DICT,
  TYPE_DICT_OFFSET,
  TYPE_FLAGS,
  TYPE_HEAP,
  TYPE_KIND,
  TYPE_SIZE,
  TYPE_SPECIAL
} from "../objects/layout.ts";
import {nativeCalls} from "../objects/native.ts";
import {findStr, getStr, newDict, remove, setStr} from "../objects/table.ts";
import {staticStr, text} from "../objects/text.ts";
import {isSubtype, isType, lookupAfter, ref, typeLookup, typeModified, typeName} from "../objects/types.ts";

const S_GETATTR = staticStr("__getattr__");
const S_GETATTRIBUTE = staticStr("__getattribute__");
const S_GETATTR_HOOKS = staticStr("_getattr_hooks");
const S_SETATTR = staticStr("__setattr__");
const S_DELATTR = staticStr("__delattr__");
const S_GET = staticStr("__get__");
const S_SET = staticStr("__set__");
const S_DELETE = staticStr("__delete__");
const S_CLASS = staticStr("__class__");
const S_DICT = staticStr("__dict__");

/** A bound method. `function_` and `self` are borrowed. */
export function bindMethod(function_: number, self: number): number {
  const o = make(T_METHOD, 4);
  H[o + METHOD_FUNCTION] = shared(function_);
  H[o + METHOD_SELF] = shared(self);
  return ref(o);
}

function bindNative(descriptor: number, self: number): number {
  const from = descriptor >> 2;
  const o = make(T_NATIVE, NATIVE_WORDS);
  H[o + NATIVE_ID] = H[from + NATIVE_ID];
  H[o + NATIVE_NAME] = shared(H[from + NATIVE_NAME]);
  H[o + NATIVE_SELF] = shared(self);
  H[o + NATIVE_OWNER] = shared(H[from + NATIVE_OWNER]);
  return ref(o);
}

/** Calls a one-argument built-in at once: for computed attributes. */
function callGetter(id: number, self: number): number {
  const sp = H[T + STACK_POINTER];
  H[sp] = self;
  return nativeCalls[id](sp, 1);
}

/** Does setting go to the descriptor rather than to the instance? */
function isData(descriptor: number): boolean {
  const type = typeOf(descriptor);
  if (type === T_PROPERTY || type === T_MEMBER || type === T_GETSET) return true;
  if ((H[type + TYPE_FLAGS] & TYPE_HEAP) === 0) return false;
  return typeLookup(type, S_SET) !== NULL || typeLookup(type, S_DELETE) !== NULL;
}

/**
 * What a descriptor found on a type gives for an instance (`self` NULL: for the class alone, `owner`).
 * A new reference, or NULL, TAIL.
 */
function bind(descriptor: number, self: number, owner: number): number {
  const type = typeOf(descriptor);
  switch (type) {
    case T_FUNCTION:
      return self === NULL ? shared(descriptor) : bindMethod(descriptor, self);
    case T_METHOD_DESCRIPTOR:
      if (self === NULL) return shared(descriptor);
      return suits(descriptor, self) ? bindNative(descriptor, self) : raiseUnsuited(descriptor, self);
    case T_STATICMETHOD:
      return shared(H[(descriptor >> 2) + RECORD_A]);
    case T_CLASSMETHOD:
      return bindClassMethod(H[(descriptor >> 2) + RECORD_A], owner);
    case T_PROPERTY:
      return self === NULL ? shared(descriptor) : getProperty(descriptor, self);
    case T_MEMBER:
      return self === NULL ? shared(descriptor) : getMember(descriptor, self);
    case T_GETSET:
      return self === NULL ? shared(descriptor) : callGetter(H[(descriptor >> 2) + RECORD_N], self);
  }
  if (isSubtype(type, T_PROPERTY) && self !== NULL) return getProperty(descriptor, self);
  if ((H[type + TYPE_FLAGS] & TYPE_HEAP) === 0) return shared(descriptor);
  const get = typeLookup(type, S_GET);
  if (get === NULL) return shared(descriptor);
  return tailCall(get, [descriptor, self === NULL ? NONE : self, owner]);
}

/** Whether a value is an instance of the built-in type that a method belongs to. */
export const suits = (descriptor: number, self: number) =>
  isSubtype(typeOf(self), H[(descriptor >> 2) + NATIVE_OWNER] >> 2);

export function raiseUnsuited(descriptor: number, self: number): number {
  const name = text(H[(descriptor >> 2) + NATIVE_NAME]);
  const owner = typeName(H[(descriptor >> 2) + NATIVE_OWNER] >> 2);
  return raise(
    TYPE_ERROR,
    `descriptor '${name}' for '${owner}' objects doesn't apply to a '${typeNameOf(self)}' object`
  );
}

function bindClassMethod(function_: number, owner: number): number {
  const type = typeOf(function_);
  if (type === T_NATIVE || type === T_METHOD_DESCRIPTOR) return bindNative(function_, owner);
  return bindMethod(function_, owner);
}

function getProperty(property: number, self: number): number {
  const get = H[(property >> 2) + RECORD_A];
  if (get === NULL || get === NONE) {
    return raise(ATTRIBUTE_ERROR, `property of '${typeNameOf(self)}' object has no getter`);
  }
  return tailCall(get, [self]);
}

function getMember(member: number, self: number): number {
  const value = H[(self >> 2) + H[(member >> 2) + RECORD_N]];
  if (value === NULL) return raiseMissing(self, H[(member >> 2) + RECORD_A]);
  return shared(value);
}

/** AttributeError as CPython words it. */
export function raiseMissing(self: number, name: number): number {
  const type = typeOf(self);
  const kind = H[type + TYPE_KIND];
  if (kind === K_TYPE) {
    return raise(ATTRIBUTE_ERROR, `type object '${typeName(self >> 2)}' has no attribute '${text(name)}'`);
  }
  if (kind === K_MODULE) {
    const module = text(H[(self >> 2) + MODULE_NAME]);
    return raise(ATTRIBUTE_ERROR, `module '${module}' has no attribute '${text(name)}'`);
  }
  return raise(ATTRIBUTE_ERROR, `'${typeName(type)}' object has no attribute '${text(name)}'`);
}

/** The instance dict of a value (word index), 0 if it has none yet or cannot have one. */
export function instanceDict(value: number): number {
  if ((value & 1) === 0) return 0;
  const o = value >> 2;
  const type = typeOf(value);
  const kind = H[type + TYPE_KIND];
  if (kind === K_MODULE) return H[o + MODULE_DICT] >> 2;
  if (kind === K_FUNCTION) return H[o + FUNCTION_DICT] === NULL ? 0 : H[o + FUNCTION_DICT] >> 2;
  if (H[type + TYPE_DICT_OFFSET] === 0) return 0;
  const dict = H[o + dictWord(o)];
  return dict === NULL ? 0 : dict >> 2;
}

/** The same, made if need be; 0: values of this type have no dict. */
export function ensureDict(value: number): number {
  const existing = instanceDict(value);
  if (existing !== 0 || (value & 1) === 0) return existing;
  const o = value >> 2;
  const type = typeOf(value);
  const word =
    H[type + TYPE_KIND] === K_FUNCTION ? FUNCTION_DICT : H[type + TYPE_DICT_OFFSET] === 0 ? 0 : dictWord(o);
  if (word === 0) return 0;
  H[o + word] = newDict();
  return H[o + word] >> 2;
}

/**
 * `value.name`: a new reference, NULL (AttributeError), or TAIL. `name` is a str.
 */
export function getAttribute(value: number, name: number): number {
  const type = typeOf(value);
  if ((H[type + TYPE_SPECIAL] & SPECIAL_GETATTRIBUTE) !== 0) {
    if ((H[type + TYPE_SPECIAL] & SPECIAL_GETATTR) !== 0) return callPrelude(S_GETATTR_HOOKS, [value, name]);
    return tailCall(typeLookup(type, S_GETATTRIBUTE), [value, name]);
  }
  return genericGet(value, name, type);
}

/** object.__getattribute__, with `__getattr__` as the last resort. */
export function genericGet(value: number, name: number, type: number): number {
  if (H[type + TYPE_KIND] === K_TYPE) return typeGet(value, name, type);
  if (type === T_SUPER) return superGet(value, name);
  const found = typeLookup(type, name);
  if (found !== NULL && isData(found)) return bind(found, value, ref(type));
  const dict = instanceDict(value);
  if (dict !== 0) {
    const own = getStr(dict, name);
    if (own !== NULL) return shared(own);
  }
  if (found !== NULL) return bind(found, value, ref(type));
  if (name === S_CLASS) return shared(ref(type));
  if (name === S_DICT) {
    const made = ensureDict(value);
    if (made !== 0) return shared(ref(made));
  }
  return missing(value, name, type);
}

function missing(value: number, name: number, type: number): number {
  if ((H[type + TYPE_SPECIAL] & SPECIAL_GETATTR) !== 0) {
    return tailCall(typeLookup(type, S_GETATTR), [value, name]);
  }
  if (H[type + TYPE_KIND] === K_MODULE) {
    const hook = getStr(H[(value >> 2) + MODULE_DICT] >> 2, S_GETATTR);
    if (hook !== NULL) return tailCall(hook, [name]);
  }
  return raiseMissing(value, name);
}

/** Attribute of a class: data descriptors of the metaclass, the class and its bases, the metaclass. */
function typeGet(value: number, name: number, meta: number): number {
  const ofMeta = typeLookup(meta, name);
  if (ofMeta !== NULL && isData(ofMeta)) return bind(ofMeta, value, ref(meta));
  const found = typeLookup(value >> 2, name);
  if (found !== NULL) return bind(found, NULL, value);
  if (ofMeta !== NULL) return bind(ofMeta, value, ref(meta));
  if (name === S_CLASS) return shared(ref(meta));
  return missing(value, name, meta);
}

/** Attribute of super(type, object): the MRO of the object's type behind `type`. */
function superGet(value: number, name: number): number {
  const o = value >> 2;
  const self = H[o + RECORD_B];
  const owner = H[o + RECORD_C];
  if (name !== S_CLASS) {
    const found = lookupAfter(owner >> 2, H[o + RECORD_A] >> 2, name);
    if (found !== NULL) return bind(found, self === owner ? NULL : self, owner);
  } else return shared(ref(T_SUPER));
  return raise(ATTRIBUTE_ERROR, `'super' object has no attribute '${text(name)}'`);
}

/** A special method found on a value's type, bound to the value; for plain functions and built-ins. */
export function bindSpecial(method: number, self: number): number {
  return typeOf(method) === T_METHOD_DESCRIPTOR ? bindNative(method, self) : bindMethod(method, self);
}

/** Is `found` a function or method descriptor that a call can take with `self` in front of its arguments? */
const isPlainMethod = (found: number, self: number) => {
  const type = typeOf(found);
  return type === T_FUNCTION || (type === T_METHOD_DESCRIPTOR && suits(found, self));
};

/**
 * For LOAD_METHOD: when `name` is a plain function of the value's class that the instance does not hide, answers it
 * borrowed, and the caller passes the value as first argument; otherwise NULL, and the caller asks `getAttribute`.
 */
export function findMethod(value: number, name: number): number {
  const type = typeOf(value);
  if ((H[type + TYPE_SPECIAL] & SPECIAL_GETATTRIBUTE) !== 0) return NULL;
  const kind = H[type + TYPE_KIND];
  if (kind === K_TYPE || kind === K_MODULE || type === T_SUPER) return NULL;
  const found = typeLookup(type, name);
  if (found === NULL || !isPlainMethod(found, value)) return NULL;
  const dict = instanceDict(value);
  return dict !== 0 && findStr(dict, name) > 0 ? NULL : found;
}

// ---- setting and deleting: 0 done, NULL exception, TAIL ----------------------------------------------------------

/** `value.name = x` (x borrowed), or `del value.name` when x is NULL. */
export function setAttribute(value: number, name: number, x: number): number {
  const type = typeOf(value);
  if ((H[type + TYPE_SPECIAL] & SPECIAL_SETATTR) !== 0) {
    const hook = typeLookup(type, x === NULL ? S_DELATTR : S_SETATTR);
    if (typeOf(hook) !== T_METHOD_DESCRIPTOR)
      return tailCall(hook, x === NULL ? [value, name] : [value, name, x]);
  }
  return genericSet(value, name, x, type);
}

/** object.__setattr__ and object.__delattr__. */
export function genericSet(value: number, name: number, x: number, type: number): number {
  const found = typeLookup(type, name);
  if (found !== NULL && isData(found)) return setDescriptor(found, value, name, x);
  if (H[type + TYPE_KIND] === K_TYPE) return typeSet(value, name, x);
  if (name === S_CLASS && x !== NULL) return setClass(value, x);
  if (name === S_DICT && x !== NULL) return replaceDict(value, x, name);
  const dict = x === NULL ? instanceDict(value) : ensureDict(value);
  if (dict === 0) {
    if (found !== NULL) {
      return raise(ATTRIBUTE_ERROR, `'${typeName(type)}' object attribute '${text(name)}' is read-only`);
    }
    return raiseMissing(value, name);
  }
  return store(dict, name, x) ? 0 : raiseMissing(value, name);
}

/** `value.__class__ = x`: possible between classes whose instances are laid out alike. */
function setClass(value: number, x: number): number {
  const [from, to] = [typeOf(value), x >> 2];
  const alike = [TYPE_KIND, TYPE_DICT_OFFSET, TYPE_SIZE].every((word) => H[from + word] === H[to + word]);
  if (!isType(x)) return raise(TYPE_ERROR, `__class__ must be set to a class, not '${typeNameOf(x)}' object`);
  if ((H[from + TYPE_FLAGS] & H[to + TYPE_FLAGS] & TYPE_HEAP) === 0 || !alike) {
    return raise(
      TYPE_ERROR,
      `__class__ assignment: '${typeName(to)}' object layout differs from '${typeName(from)}'`
    );
  }
  H[(value >> 2) + TYPE] = to;
  return 0;
}

function store(dict: number, name: number, x: number): boolean {
  if (x !== NULL) {
    setStr(dict, name, x);
    return true;
  }
  const entry = findStr(dict, name);
  if (entry <= 0) return false;
  remove(dict, entry);
  return true;
}

function replaceDict(value: number, x: number, name: number): number {
  if (ensureDict(value) === 0) return raiseMissing(value, name);
  const o = value >> 2;
  const word = H[typeOf(value) + TYPE_KIND] === K_FUNCTION ? FUNCTION_DICT : dictWord(o);
  const old = H[o + word];
  H[o + word] = shared(x);
  DECREF(old);
  return 0;
}

function setDescriptor(descriptor: number, value: number, name: number, x: number): number {
  const type = typeOf(descriptor);
  const d = descriptor >> 2;
  if (type === T_MEMBER) {
    const word = (value >> 2) + H[d + RECORD_N];
    const old = H[word];
    if (x === NULL && old === NULL) return raiseMissing(value, name);
    H[word] = x === NULL ? NULL : shared(x);
    DECREF(old);
    return 0;
  }
  if (type === T_GETSET) {
    if (H[d + RECORD_M] === 0) {
      return raise(
        ATTRIBUTE_ERROR,
        `attribute '${text(name)}' of '${typeNameOf(value)}' objects is not writable`
      );
    }
    const sp = H[T + STACK_POINTER];
    H[sp] = value;
    H[sp + 1] = x;
    const done = nativeCalls[H[d + RECORD_M] - 1](sp, 2);
    return done === NULL ? NULL : 0;
  }
  if (isSubtype(type, T_PROPERTY)) {
    const accessor = H[d + (x === NULL ? RECORD_C : RECORD_B)];
    if (accessor === NULL || accessor === NONE) {
      const what = x === NULL ? "deleter" : "setter";
      return raise(
        ATTRIBUTE_ERROR,
        `property '${text(name)}' of '${typeNameOf(value)}' object has no ${what}`
      );
    }
    return tailCall(accessor, x === NULL ? [value] : [value, x]);
  }
  const hook = typeLookup(type, x === NULL ? S_DELETE : S_SET);
  if (hook === NULL) return raise(ATTRIBUTE_ERROR, x === NULL ? "__delete__" : "__set__");
  return tailCall(hook, x === NULL ? [descriptor, value] : [descriptor, value, x]);
}

function typeSet(value: number, name: number, x: number): number {
  const type = value >> 2;
  if ((H[type + TYPE_FLAGS] & TYPE_HEAP) === 0) {
    return raise(TYPE_ERROR, `cannot set '${text(name)}' attribute of immutable type '${typeName(type)}'`);
  }
  if (!store(H[type + TYPE_DICT] >> 2, name, x)) return raiseMissing(value, name);
  typeModified(type);
  return 0;
}
