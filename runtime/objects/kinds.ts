/**
 * Kinds: how the payload of an object is laid out, and the addresses of the built-in types. A subclass made by a
 * class statement keeps the kind of its base. Types stand at fixed addresses so that the evaluation loop compares
 * with constants.
 */
import {HEADER, SINGLETONS, TYPE_WORDS, TYPES} from "./layout.ts";

export const K_OBJECT = 0;
export const K_TYPE = 1;
export const K_NONE = 2;
export const K_BOOL = 3;
export const K_INT = 4;
export const K_FLOAT = 5;
export const K_STR = 6;
export const K_BYTES = 7;
export const K_TUPLE = 8;
export const K_LIST = 9;
export const K_DICT = 10;
export const K_SET = 11;
export const K_RANGE = 12;
export const K_SLICE = 13;
export const K_CELL = 14;
export const K_FUNCTION = 15;
export const K_CODE = 16;
export const K_NATIVE = 17;
export const K_METHOD = 18;
export const K_EXCEPTION = 19;
export const K_TRACEBACK = 20;
export const K_GENERATOR = 21;
export const K_MODULE = 22;
export const K_RECORD = 23;
export const K_LOCK = 24;
export const KINDS = 25;

const type = (slot: number) => TYPES + slot * TYPE_WORDS;
// Slots 0..24: the type whose instances gave the kind its name.
export const T_OBJECT = type(K_OBJECT);
export const T_TYPE = type(K_TYPE);
export const T_NONE = type(K_NONE);
export const T_BOOL = type(K_BOOL);
export const T_INT = type(K_INT);
export const T_FLOAT = type(K_FLOAT);
export const T_STR = type(K_STR);
export const T_BYTES = type(K_BYTES);
export const T_TUPLE = type(K_TUPLE);
export const T_LIST = type(K_LIST);
export const T_DICT = type(K_DICT);
export const T_SET = type(K_SET);
export const T_RANGE = type(K_RANGE);
export const T_SLICE = type(K_SLICE);
export const T_CELL = type(K_CELL);
export const T_FUNCTION = type(K_FUNCTION);
export const T_CODE = type(K_CODE);
export const T_NATIVE = type(K_NATIVE);
export const T_METHOD = type(K_METHOD);
export const T_BASE_EXCEPTION = type(K_EXCEPTION);
export const T_TRACEBACK = type(K_TRACEBACK);
export const T_GENERATOR = type(K_GENERATOR);
export const T_MODULE = type(K_MODULE);
export const T_LOCK = type(K_LOCK);
// Others that share a kind.
export const T_FROZENSET = type(25);
export const T_METHOD_DESCRIPTOR = type(26);
export const T_NOTIMPLEMENTED = type(27);
export const T_ELLIPSIS = type(28);
export const T_PROPERTY = type(29); // record: fget, fset, fdel (doc in its dict is not kept)
export const T_STATICMETHOD = type(30); // record: function
export const T_CLASSMETHOD = type(31); // record: function
export const T_SUPER = type(32); // record: type, object, object's type
export const T_MEMBER = type(33); // record: name, -, -, n: word offset in the instance
export const T_RLOCK = type(34);
export const T_DICT_KEYS = type(35); // record: dict
export const T_DICT_VALUES = type(36);
export const T_DICT_ITEMS = type(37);
export const T_LIST_ITERATOR = type(38); // record: list, n: next index
export const T_TUPLE_ITERATOR = type(39);
export const T_STR_ITERATOR = type(40);
export const T_BYTES_ITERATOR = type(41);
export const T_RANGE_ITERATOR = type(42); // small: n: next, m: stop, a: step (small int); big: b, c
export const T_KEYS_ITERATOR = type(43); // record: dict, n: next entry, m: size at start
export const T_VALUES_ITERATOR = type(44);
export const T_ITEMS_ITERATOR = type(45);
export const T_SET_ITERATOR = type(46);
export const T_REVERSED_ITERATOR = type(47); // record: sequence, n: next index
export const T_CALLABLE_ITERATOR = type(48); // record: callable, sentinel
export const T_SEQUENCE_ITERATOR = type(49); // record: object with __getitem__, n: next index
export const T_NAMESPACE = type(50); // struct_time and friends are made in Python; spare
export const T_GETSET = type(51); // record: name, n: native id of getter, m: native id of setter + 1
export const T_MAPPINGPROXY = type(52); // record: dict
/** First slot of the exception classes below BaseException; the table is in exceptions.ts. */
export const EXCEPTION_SLOT = 64;
export const exceptionType = (n: number) => type(EXCEPTION_SLOT + n);
/** First slot for types of modules (native kinds such as hash objects). */
export const MODULE_SLOT = 136;
export const moduleType = (n: number) => type(MODULE_SLOT + n);

const single = (n: number) => ((SINGLETONS + n * 8) << 2) | 1;
export const NONE = single(0);
export const FALSE = single(1);
export const TRUE = single(2);
export const NOT_IMPLEMENTED = single(3);
export const ELLIPSIS_REF = single(4);
/** The empty tuple. */
export const EMPTY_TUPLE = single(5);

/** For each kind, the payload words that hold values (the variable part is known to `children.ts`). */
export const VALUE_WORDS: readonly (readonly [first: number, count: number])[] = (() => {
  const words: [number, number][] = Array.from({length: KINDS}, () => [0, 0]);
  words[K_RANGE] = [HEADER, 4];
  words[K_SLICE] = [HEADER, 3];
  words[K_CELL] = [HEADER, 1];
  words[K_FUNCTION] = [HEADER, 11];
  words[K_CODE] = [HEADER + 12, 6];
  words[K_NATIVE] = [HEADER + 1, 3];
  words[K_METHOD] = [HEADER, 2];
  words[K_EXCEPTION] = [HEADER, 5];
  words[K_TRACEBACK] = [HEADER, 3];
  words[K_GENERATOR] = [HEADER + 4, 2];
  words[K_MODULE] = [HEADER, 2];
  words[K_RECORD] = [HEADER, 3];
  words[K_TYPE] = [HEADER, 7];
  return words;
})();
