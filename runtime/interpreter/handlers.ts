/** What the evaluation loop does out of line: quickening, errors, and the ways that are not the fast one. */

import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {callPrelude, tailCall} from "../objects/calls.ts";
import {newTuple, raise, raiseRef} from "../objects/errors.ts";
import {NAME_ERROR, RUNTIME_ERROR, TYPE_ERROR, UNBOUND_LOCAL_ERROR} from "../objects/exceptions.ts";
import {typeNameOf, typeOf} from "../objects/inspect.ts";
import {collect, isBuiltinIterator, next, PYTHON_NEXT} from "../objects/iterators.ts";
import {
  K_DICT,
  K_EXCEPTION,
  K_FUNCTION,
  K_OBJECT,
  K_TUPLE,
  NONE,
  T_BASE_EXCEPTION,
  T_DICT,
  T_FLOAT,
  T_METHOD_DESCRIPTOR,
  T_NATIVE,
  T_RANGE_ITERATOR,
  T_TUPLE
} from "../objects/kinds.ts";
import {
  BUILTINS,
  CODE_FREE_COUNT,
  CODE_LOCALS,
  CODE_VARNAMES,
  DEPTH,
  DICT_BLOCK,
  DICT_FILL,
  DICT_SIZE,
  DICT_VERSION,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  EXCEPTION_CAUSE,
  EXCEPTION_SUPPRESS,
  FRAME_BACK,
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_LOCALS,
  FRAME_MODE,
  FRAME_PC,
  FRAME_POINTER,
  FRAME_SP,
  FUNCTION_GLOBALS,
  GENERATOR_CREATED,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  HANDLED,
  INSTANCE_DICT,
  LIST_BLOCK,
  LIST_LENGTH,
  NATIVE_ID,
  NATIVE_SELF,
  NULL,
  PROGRAM_COUNTER,
  RECORD_A,
  RECORD_B,
  RECORD_M,
  RECORD_N,
  RERAISED,
  SPECIAL_GETATTRIBUTE,
  SPECIAL_SETATTR,
  STACK_POINTER,
  STOP,
  TUPLE_ITEMS,
  TYPE,
  TYPE_DICT_OFFSET,
  TYPE_KIND,
  TYPE_SPECIAL,
  TYPE_VERSION
} from "../objects/layout.ts";
import {LIST_APPEND} from "../objects/list-methods.ts";
import {floatValue, kindOf} from "../objects/numbers.ts";
import {ADD, IN_PLACE, MULTIPLY, SUBTRACT, TRUE_DIVIDE} from "../objects/operators.ts";
import {findStr, firstEntry} from "../objects/table.ts";
import {staticStr, text} from "../objects/text.ts";
import {isSubtype, isType, typeLookup} from "../objects/types.ts";
import {findMethod, instanceDict} from "./attributes.ts";
import {callSpread, hasStringKeys, takesInPlace} from "./call.ts";
import {I} from "./instructions.ts";
import {binary} from "./operators.ts";
import {finishReturn} from "./unwind.ts";

/** DECREF as a function, where the loop has better uses for its size. */
export {DECREF as drop} from "../memory/counts.ts";
export {runInPlace} from "./call.ts";
export {pendingAnswer, rare} from "./rare.ts";

const S_NEXT = staticStr("__next__");
const S_SEND_TO = staticStr("_send_to");
const S_CALL_SPREAD = staticStr("_call_spread");
const S_RAISE = staticStr("_raise");

// ---- names ---------------------------------------------------------------------------------------------------------------

const localName = (fp: number, i: number) =>
  text(H[(H[H[fp + FRAME_CODE] + CODE_VARNAMES] >> 2) + TUPLE_ITEMS + i]);

export function unboundLocal(fp: number, i: number): number {
  return raise(
    UNBOUND_LOCAL_ERROR,
    `cannot access local variable '${localName(fp, i)}' where it is not associated with a value`
  );
}

export function unboundFree(fp: number, i: number): number {
  const code = H[fp + FRAME_CODE];
  if (i < H[code + CODE_LOCALS] - H[code + CODE_FREE_COUNT]) return unboundLocal(fp, i);
  return raise(
    NAME_ERROR,
    `cannot access free variable '${localName(fp, i)}' where it is not associated with a value in enclosing scope`
  );
}

export const raiseName = (name: number) => raise(NAME_ERROR, `name '${text(name)}' is not defined`);

const entryNumber = (dict: number, entry: number) => (entry - firstEntry(dict)) / ENTRY_WORDS;

/** Lets an entry's key be the very object that code names it by, so that a cache compares addresses. */
function canonical(entry: number, name: number): void {
  const key = H[entry + ENTRY_KEY];
  if (key === name) return;
  H[entry + ENTRY_KEY] = shared(name);
  DECREF(key);
}

/** Specialises a LOAD_GLOBAL at `at` for where its name is found now. False: NameError is set. */
export function quickenGlobal(C: Int32Array, at: number, fp: number): boolean {
  const name = C[at + 1];
  const globals = H[(H[fp + FRAME_FUNCTION] >> 2) + FUNCTION_GLOBALS] >> 2;
  let entry = findStr(globals, name);
  if (entry > 0) {
    canonical(entry, name);
    C[at + 2] = entryNumber(globals, entry);
    C[at] = (C[at] & ~255) | I.LOAD_GLOBAL_MODULE;
    return true;
  }
  const builtins = H[BUILTINS] >> 2;
  entry = findStr(builtins, name);
  if (entry <= 0) {
    raiseName(name);
    return false;
  }
  canonical(entry, name);
  C[at + 2] = H[globals + DICT_VERSION];
  C[at + 3] = entryNumber(builtins, entry);
  C[at] = (C[at] & ~255) | I.LOAD_GLOBAL_BUILTIN;
  return true;
}

/** The builtin in entry `number` if it is still called `name`: borrowed, or NULL. */
export function builtinAt(number: number, name: number): number {
  const builtins = H[BUILTINS] >> 2;
  if (number >= H[builtins + DICT_FILL]) return NULL;
  const entry = H[builtins + DICT_BLOCK] + H[builtins + DICT_SIZE] + number * ENTRY_WORDS;
  return H[entry + ENTRY_KEY] === name ? H[entry + ENTRY_VALUE] : NULL;
}

// ---- attributes ----------------------------------------------------------------------------------------------------------

/** Number of the entry for `name` in a plain instance's dict, if its class has nothing of that name; else -1. */
function plainEntry(value: number, name: number, unwanted: number): number {
  if ((value & 1) === 0) return -1;
  const o = value >> 2;
  const type = H[o + TYPE];
  if (H[type + TYPE_KIND] !== K_OBJECT || H[o + INSTANCE_DICT] === NULL) return -1;
  if ((H[type + TYPE_SPECIAL] & unwanted) !== 0 || typeLookup(type, name) !== NULL) return -1;
  const dict = H[o + INSTANCE_DICT] >> 2;
  const entry = findStr(dict, name);
  if (entry <= 0 || H[entry + ENTRY_KEY] !== name) return -1;
  return entryNumber(dict, entry);
}

export function quickenAttribute(C: Int32Array, at: number, value: number): void {
  const number = plainEntry(value, C[at + 1], SPECIAL_GETATTRIBUTE);
  if (number < 0) return;
  C[at + 2] = H[H[(value >> 2) + TYPE] + TYPE_VERSION];
  C[at + 3] = number;
  C[at] = (C[at] & ~255) | I.LOAD_ATTR_INSTANCE;
}

export function quickenStore(C: Int32Array, at: number, owner: number): void {
  const number = plainEntry(owner, C[at + 1], SPECIAL_SETATTR);
  if (number < 0) return;
  C[at + 2] = H[H[(owner >> 2) + TYPE] + TYPE_VERSION];
  C[at + 3] = number;
  C[at] = (C[at] & ~255) | I.STORE_ATTR_INSTANCE;
}

/** The method that LOAD_METHOD may push with its receiver (borrowed), remembered for the type; or NULL. */
export function findMethodFor(C: Int32Array, at: number, value: number): number {
  const method = findMethod(value, C[at + 1]);
  if (method === NULL || (value & 1) === 0) return method;
  const type = H[(value >> 2) + TYPE];
  C[at + 2] = H[type + TYPE_VERSION];
  C[at + 3] = method;
  C[at + 4] = H[type + TYPE_DICT_OFFSET] === 0 && H[type + TYPE_KIND] !== K_FUNCTION ? HIDES_NOTHING : 0;
  C[at] = (C[at] & ~255) | I.LOAD_METHOD_TYPE;
  return method;
}

/** In the fifth word of LOAD_METHOD_TYPE: its instances have no attributes of their own. No dict has this version. */
export const HIDES_NOTHING = 1;

/**
 * Whether an instance has no attribute of its own by the name in LOAD_METHOD_TYPE's words at `at`; of a plain instance
 * the version of its keys is remembered.
 */
export function hidesNothing(C: Int32Array, at: number, value: number): boolean {
  const o = value >> 2;
  const plain = H[H[o + TYPE] + TYPE_KIND] === K_OBJECT;
  if (plain && H[o + INSTANCE_DICT] === NULL) return true;
  const dict = instanceDict(value);
  if (dict !== 0 && findStr(dict, C[at]) !== 0) return false;
  if (plain && dict !== 0) C[at + 3] = H[dict + DICT_VERSION];
  return true;
}

/** Specialises a CALL at `at`, with its `n` arguments below `sp`, for a built-in that takes them as they are. */
export function quickenCall(C: Int32Array, at: number, sp: number, n: number): void {
  const method = H[sp - n - 2];
  const callable = method === NULL ? H[sp - n - 1] : method;
  if ((callable & 1) === 0) return;
  const f = callable >> 2;
  const type = H[f + TYPE];
  if (type === T_METHOD_DESCRIPTOR ? method === NULL : type !== T_NATIVE || H[f + NATIVE_SELF] !== NULL)
    return;
  if (!takesInPlace(H[f + NATIVE_ID], method === NULL ? n : n + 1)) return;
  C[at + 1] = H[f + NATIVE_ID];
  C[at] = (C[at] & ~255) | (H[f + NATIVE_ID] === LIST_APPEND ? I.CALL_APPEND : I.CALL_NATIVE);
}

// ---- comparing, items, iterators -------------------------------------------------------------------------------------------

/** COMPARE_OP of two small integers: 1 or 0. */
export function compareSmall(op: number, a: number, b: number): number {
  switch (op) {
    case 0:
      return a < b ? 1 : 0;
    case 1:
      return a <= b ? 1 : 0;
    case 2:
      return a === b ? 1 : 0;
    case 3:
      return a !== b ? 1 : 0;
    case 4:
      return a > b ? 1 : 0;
    default:
      return a >= b ? 1 : 0;
  }
}

/** COMPARE_OP of two floats, or of a float and a small integer: 1, 0, or -1 for anything else. */
export function compareFloats(op: number, a: number, b: number): number {
  if ((a & 1) !== 0 && H[(a >> 2) + TYPE] !== T_FLOAT) return -1;
  if ((b & 1) !== 0 && H[(b >> 2) + TYPE] !== T_FLOAT) return -1;
  const x = (a & 1) === 0 ? a >> 1 : floatValue(a);
  const y = (b & 1) === 0 ? b >> 1 : floatValue(b);
  switch (op) {
    case 0:
      return x < y ? 1 : 0;
    case 1:
      return x <= y ? 1 : 0;
    case 2:
      return x === y ? 1 : 0;
    case 3:
      return x !== y ? 1 : 0;
    case 4:
      return x > y ? 1 : 0;
    default:
      return x >= y ? 1 : 0;
  }
}

/** Arguments of BINARY_OP that BINARY_OP_FLOAT knows. */
const FLOAT_OPERATORS = new Set([ADD, SUBTRACT, MULTIPLY, TRUE_DIVIDE].flatMap((op) => [op, op + IN_PLACE]));
const isFloat = (value: number) => (value & 1) !== 0 && H[(value >> 2) + TYPE] === T_FLOAT;

/** BINARY_OP at `at`, specialised if its operands are floats. */
export function binaryAt(C: Int32Array, at: number, a: number, b: number): number {
  const op = C[at] >>> 16;
  const floats = isFloat(a) ? isFloat(b) || (b & 1) === 0 : isFloat(b) && (a & 1) === 0;
  if (floats && FLOAT_OPERATORS.has(op)) C[at] = (C[at] & ~255) | I.BINARY_OP_FLOAT;
  return binary(op, a, b);
}

/** The next item of a range or list iterator (word index) in the ordinary case: a new reference, or STOP for `next` to see. */
export function nextItem(o: number, type: number): number {
  const i = H[o + RECORD_N];
  if (type === T_RANGE_ITERATOR) {
    if (H[o + RECORD_B] !== NULL || i === H[o + RECORD_M] || i !== (i << 1) >> 1) return STOP;
    H[o + RECORD_N] = i + (H[o + RECORD_A] >> 1);
    return i << 1;
  }
  if (H[o + RECORD_A] === NULL) return STOP;
  const list = H[o + RECORD_A] >> 2;
  if (i >= H[list + LIST_LENGTH]) return STOP;
  H[o + RECORD_N] = i + 1;
  return shared(H[H[list + LIST_BLOCK] + i]);
}

export const isNative = isBuiltinIterator;

/** Can the generator be resumed by pushing its frame? Otherwise its method tells what is wrong. */
export function isResumable(generator: number): boolean {
  const state = H[(generator >> 2) + GENERATOR_STATE];
  return state === GENERATOR_CREATED || state === GENERATOR_SUSPENDED;
}
export function suspend(g: number): void {
  H[g + GENERATOR_STATE] = GENERATOR_SUSPENDED;
}

/** `__next__` of an iterator that is not built in. */
export function callNext(it: number): number {
  const method = typeLookup(typeOf(it), S_NEXT);
  if (method === NULL) return raise(TYPE_ERROR, `'${typeNameOf(it)}' object is not an iterator`);
  return tailCall(method, [it]);
}

/** SEND to anything but a generator that can go on. */
export function send(receiver: number, value: number): number {
  if (value !== NONE) return callPrelude(S_SEND_TO, [receiver, value]);
  const result = isBuiltinIterator(typeOf(receiver)) ? next(receiver) : PYTHON_NEXT;
  return result === PYTHON_NEXT ? callNext(receiver) : result;
}

// ---- calls -----------------------------------------------------------------------------------------------------------------

/** Are the operands of CALL_FUNCTION_EX a tuple and a dict with str keys (or none)? */
export function isSpreadable(args: number, keywords: number): boolean {
  if (kindOf(args) !== K_TUPLE || H[(args >> 2) + TYPE] !== T_TUPLE) return false;
  return keywords === NULL || (H[(keywords >> 2) + TYPE] === T_DICT && hasStringKeys(keywords >> 2));
}

/** CALL_FUNCTION_EX with other operands (taken over). Answers as `call`. */
export function respread(t: number, sp: number, args: number, keywords: number): number {
  const callable = H[sp - 1];
  const known = keywords === NULL || (kindOf(keywords) === K_DICT && hasStringKeys(keywords >> 2));
  const items = known ? collect(args) : null;
  if (items !== null) {
    const tuple = newTuple(items);
    for (const item of items) DECREF(item);
    DECREF(args);
    return callSpread(t, sp - 2, tuple, keywords, 0);
  }
  H[t + STACK_POINTER] = sp - 2;
  const answer = callPrelude(S_CALL_SPREAD, [callable, args, keywords === NULL ? NONE : keywords]);
  DECREF(callable);
  DECREF(args);
  DECREF(keywords);
  return answer;
}

/** RETURN_GENERATOR: leaves the frame, whose words have moved into the generator, with the generator as value. */
export function leaveWith(t: number, fp: number, generator: number): number {
  const function_ = H[fp + FRAME_FUNCTION];
  H[t + FRAME_POINTER] = H[fp + FRAME_BACK];
  H[t + PROGRAM_COUNTER] = H[fp + FRAME_PC];
  H[t + STACK_POINTER] = H[fp + FRAME_SP];
  H[t + DEPTH]--;
  DECREF(H[fp + FRAME_LOCALS]);
  DECREF(function_);
  return finishReturn(t, generator, H[fp + FRAME_MODE], NULL);
}

// ---- raise -----------------------------------------------------------------------------------------------------------------

/** RAISE_VARARGS: `raise`, `raise x`, `raise x from y`, the operands popped. */
export function raiseValue(t: number, sp: number, count: number): number {
  if (count === 0) {
    const handled = H[t + HANDLED];
    if (handled === NULL || handled === NONE) return raise(RUNTIME_ERROR, "No active exception to reraise");
    raiseRef(shared(handled));
    return RERAISED;
  }
  const cause = count === 2 ? H[sp - 1] : NULL;
  const value = H[sp - count];
  H[t + STACK_POINTER] = sp - count;
  if (isExceptionClass(value) || isExceptionClass(cause)) {
    // Made by calling the class, which may be Python code.
    const answer = callPrelude(S_RAISE, [value, cause === NULL ? NONE : cause, count << 1]);
    DECREF(value);
    DECREF(cause);
    return answer;
  }
  if (!isException(value)) {
    DECREF(value);
    DECREF(cause);
    return raise(TYPE_ERROR, "exceptions must derive from BaseException");
  }
  if (count === 2 && cause !== NONE && !isException(cause)) {
    DECREF(value);
    DECREF(cause);
    return raise(TYPE_ERROR, "exception causes must derive from BaseException");
  }
  if (count === 2) setCause(value, cause);
  return raiseRef(value);
}

/** `cause` is taken over. */
export function setCause(exception: number, cause: number): void {
  const e = exception >> 2;
  DECREF(H[e + EXCEPTION_CAUSE]);
  H[e + EXCEPTION_CAUSE] = cause === NONE ? NULL : cause;
  H[e + EXCEPTION_SUPPRESS] = 1 << 1;
}

export const isException = (value: number) =>
  (value & 1) !== 0 && value !== NULL && kindOf(value) === K_EXCEPTION;
export const isExceptionClass = (value: number) =>
  value !== NULL &&
  isType(value) &&
  H[(value >> 2) + TYPE_KIND] === K_EXCEPTION &&
  isSubtype(value >> 2, T_BASE_EXCEPTION);
