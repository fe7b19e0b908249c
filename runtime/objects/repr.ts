/**
 * Text of values as `repr()` and `str()` give it, without running Python code. Where some class's own `__repr__` or
 * `__str__` has to be asked, or nesting is deep, the answer is null and the prelude does the whole job in Python.
 */
import {H} from "../memory/heap.ts";
import {KEY_ERROR, OS_ERROR, UNICODE_DECODE_ERROR, UNICODE_ENCODE_ERROR} from "./exceptions.ts";
import {floatText} from "./float-text.ts";
import {specialOf, typeNameOf, typeOf} from "./inspect.ts";
import {
  K_BOOL,
  K_BYTES,
  K_CELL,
  K_CODE,
  K_DICT,
  K_EXCEPTION,
  K_FLOAT,
  K_FUNCTION,
  K_GENERATOR,
  K_INT,
  K_LIST,
  K_LOCK,
  K_METHOD,
  K_MODULE,
  K_NATIVE,
  K_NONE,
  K_RANGE,
  K_RECORD,
  K_SET,
  K_SLICE,
  K_STR,
  K_TUPLE,
  K_TYPE,
  NONE,
  NOT_IMPLEMENTED,
  T_CLASSMETHOD,
  T_DICT_ITEMS,
  T_DICT_KEYS,
  T_DICT_VALUES,
  T_GETSET,
  T_MAPPINGPROXY,
  T_MEMBER,
  T_METHOD_DESCRIPTOR,
  T_RLOCK,
  T_SET,
  T_STATICMETHOD,
  T_SUPER,
  TRUE
} from "./kinds.ts";
import {
  CELL_VALUE,
  CODE_FILENAME,
  CODE_NAME,
  DICT_FILL,
  DICT_USED,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  EXCEPTION_ARGS,
  EXCEPTION_DICT,
  FUNCTION_QUALNAME,
  GENERATOR_FUNCTION,
  LIST_BLOCK,
  LIST_LENGTH,
  LOCK_DEPTH,
  LOCK_OWNER,
  LOCK_STATE,
  METHOD_FUNCTION,
  METHOD_SELF,
  MODULE_DICT,
  MODULE_NAME,
  NATIVE_NAME,
  NATIVE_OWNER,
  NATIVE_SELF,
  NULL,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
  RECORD_A,
  RECORD_B,
  SLICE_START,
  SLICE_STEP,
  SLICE_STOP,
  SPECIAL_REPR,
  SPECIAL_STR,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE,
  TYPE_DICT,
  TYPE_MRO,
  TYPE_NAME,
  TYPE_QUALNAME
} from "./layout.ts";
import {bigIntValue, floatValue, isInt, kindOf} from "./numbers.ts";
import {bigIntText} from "./parse-number.ts";
import {escapeSequence, reprBytes, reprText} from "./str-repr.ts";
import {firstEntry, getStr} from "./table.ts";
import {bytesValue, staticStr, text} from "./text.ts";

const MODULE = staticStr("__module__");
const FILE = staticStr("__file__");
const FILENAME = staticStr("filename");

/** Deeper nesting is left to Python code, whose recursion is limited. */
const DEPTH_MAX = 100;
/** Containers whose text is being made. */
const active: number[] = [];

/**
 * `repr(value)`, or null: with an exception set (an int beyond the digit limit), or because Python code is needed.
 */
export function reprSimple(value: number): string | null {
  if ((value & 1) === 0) return String(value >> 1);
  if ((specialOf(value) & SPECIAL_REPR) !== 0) return null;
  return builtinRepr(value);
}

/** `str(value)`, or null as for `reprSimple`. */
export function strSimple(value: number): string | null {
  if ((value & 1) === 0) return String(value >> 1);
  const special = specialOf(value);
  if ((special & SPECIAL_STR) !== 0) return null;
  const kind = kindOf(value);
  if (kind === K_STR) return text(value);
  if (kind === K_EXCEPTION) return exceptionText(value);
  return (special & SPECIAL_REPR) !== 0 ? null : builtinRepr(value);
}

/** `repr` by the built-in type's own rules, whatever a subclass overrides. */
export function builtinRepr(value: number): string | null {
  const o = value >> 2;
  switch (kindOf(value)) {
    case K_NONE:
      return value === NONE ? "None" : value === NOT_IMPLEMENTED ? "NotImplemented" : "Ellipsis";
    case K_BOOL:
      return value === TRUE ? "True" : "False";
    case K_INT:
      return bigIntText(bigIntValue(value));
    case K_FLOAT:
      return floatText(floatValue(value));
    case K_STR:
      return reprText(text(value));
    case K_BYTES:
      return reprBytes(bytesValue(value));
    case K_TUPLE:
    case K_LIST:
    case K_DICT:
    case K_SET:
      return containerText(value);
    case K_RANGE:
      return rangeText(o);
    case K_SLICE:
      return joined("slice(", [H[o + SLICE_START], H[o + SLICE_STOP], H[o + SLICE_STEP]], ")");
    case K_TYPE:
      return `<class '${qualifiedName(o)}'>`;
    case K_EXCEPTION: {
      const args = H[o + EXCEPTION_ARGS];
      const list = H[(args >> 2) + TUPLE_LENGTH] === 1 ? onlyItem(args) : reprSimple(args);
      if (list === null) return null;
      return typeNameOf(value) + (H[(args >> 2) + TUPLE_LENGTH] === 1 ? `(${list})` : list);
    }
    case K_FUNCTION:
      return `<function ${text(H[o + FUNCTION_QUALNAME])} at ${addressText(value)}>`;
    case K_NATIVE:
      return nativeText(value);
    case K_METHOD:
      return methodText(o);
    case K_GENERATOR:
      return `<generator object ${functionName(H[o + GENERATOR_FUNCTION])} at ${addressText(value)}>`;
    case K_MODULE:
      return moduleText(o);
    case K_CODE:
      return `<code object ${text(H[o + CODE_NAME])} at ${addressText(value)}, file "${text(H[o + CODE_FILENAME])}">`;
    case K_CELL:
      return `<cell at ${addressText(value)}: ${cellContent(H[o + CELL_VALUE])}>`;
    case K_LOCK:
      return lockText(value);
    case K_RECORD:
      return recordText(value);
    default:
      return objectText(value);
  }
}

/** Addresses look like CPython's: `0x7f` and ten more digits. */
export const addressText = (ref: number) => `0x7f${(ref >>> 0).toString(16).padStart(10, "0")}`;

/** `<module.Class object at 0x...>`. */
export const objectText = (value: number) =>
  `<${qualifiedName(typeOf(value))} object at ${addressText(value)}>`;

/** A class with its module, which is left out for built-in ones. */
export function qualifiedName(type: number): string {
  const module = H[type + TYPE_DICT] === NULL ? NULL : getStr(H[type + TYPE_DICT] >> 2, MODULE);
  const name = text(H[type + TYPE_QUALNAME]);
  if (module === NULL || (module & 1) === 0 || kindOf(module) !== K_STR) return name;
  const prefix = text(module);
  return prefix === "builtins" ? name : `${prefix}.${name}`;
}

// ---- containers ---------------------------------------------------------------------------------------------------

function containerText(value: number): string | null {
  if (active.includes(value)) return CYCLES[kindOf(value)] ?? `${typeNameOf(value)}(...)`;
  if (active.length >= DEPTH_MAX) return null;
  active.push(value);
  try {
    return contentText(value >> 2, kindOf(value));
  } finally {
    active.pop();
  }
}

/** What stands for a container inside itself. */
const CYCLES: Partial<Record<number, string>> = {[K_DICT]: "{...}", [K_LIST]: "[...]", [K_TUPLE]: "(...)"};

function contentText(o: number, kind: number): string | null {
  switch (kind) {
    case K_TUPLE: {
      const length = H[o + TUPLE_LENGTH];
      return itemsText("(", o + TUPLE_ITEMS, length, length === 1 ? ",)" : ")");
    }
    case K_LIST:
      return itemsText("[", H[o + LIST_BLOCK], H[o + LIST_LENGTH], "]");
    case K_DICT:
      return tableText(o, "{", "}", true, true);
    default:
      return setText(o);
  }
}

function itemsText(open: string, items: number, length: number, close: string): string | null {
  let result = open;
  for (let i = 0; i < length; i++) {
    const item = reprSimple(H[items + i]);
    if (item === null) return null;
    result += i === 0 ? item : `, ${item}`;
  }
  return result + close;
}

function joined(open: string, values: readonly number[], close: string): string | null {
  let result = open;
  for (let i = 0; i < values.length; i++) {
    const item = reprSimple(values[i]);
    if (item === null) return null;
    result += i === 0 ? item : `, ${item}`;
  }
  return result + close;
}

/** The entries of a table: keys, values, or `key: value`. */
function tableText(o: number, open: string, close: string, keys: boolean, values: boolean): string | null {
  let result = open;
  let first = true;
  for (let k = 0; k < H[o + DICT_FILL]; k++) {
    const entry = firstEntry(o) + k * ENTRY_WORDS;
    if (H[entry + ENTRY_KEY] === NULL) continue;
    const key = keys ? reprSimple(H[entry + ENTRY_KEY]) : "";
    if (key === null) return null;
    const value = values ? reprSimple(H[entry + ENTRY_VALUE]) : "";
    if (value === null) return null;
    if (!first) result += ", ";
    result += keys && values ? `${key}: ${value}` : key + value;
    first = false;
  }
  return result + close;
}

function setText(o: number): string | null {
  const type = H[o + TYPE];
  const name = text(H[type + TYPE_NAME]);
  if (H[o + DICT_USED] === 0) return `${name}()`;
  return type === T_SET ? tableText(o, "{", "}", true, false) : tableText(o, `${name}({`, "})", true, false);
}

function viewText(value: number): string | null {
  if (active.includes(value)) return "...";
  if (active.length >= DEPTH_MAX) return null;
  active.push(value);
  try {
    const table = H[(value >> 2) + RECORD_A] >> 2;
    if (typeOf(value) === T_DICT_ITEMS) return pairsText(table);
    const keys = typeOf(value) === T_DICT_KEYS;
    return tableText(table, `${typeNameOf(value)}([`, "])", keys, !keys);
  } finally {
    active.pop();
  }
}

function pairsText(o: number): string | null {
  let result = "";
  for (let k = 0; k < H[o + DICT_FILL]; k++) {
    const entry = firstEntry(o) + k * ENTRY_WORDS;
    if (H[entry + ENTRY_KEY] === NULL) continue;
    const pair = joined("(", [H[entry + ENTRY_KEY], H[entry + ENTRY_VALUE]], ")");
    if (pair === null) return null;
    result += result === "" ? pair : `, ${pair}`;
  }
  return `dict_items([${result}])`;
}

function rangeText(o: number): string | null {
  const start = H[o + RANGE_START];
  const stop = H[o + RANGE_STOP];
  const step = H[o + RANGE_STEP];
  return joined("range(", step === 2 ? [start, stop] : [start, stop, step], ")");
}

// ---- exceptions ---------------------------------------------------------------------------------------------------

const onlyItem = (args: number) => reprSimple(H[(args >> 2) + TUPLE_ITEMS]);

/** `str` of an exception: nothing, its one argument, or the tuple of all; some classes have wordings of their own. */
export function exceptionText(value: number): string | null {
  const args = H[(value >> 2) + EXCEPTION_ARGS];
  const count = H[(args >> 2) + TUPLE_LENGTH];
  const item = (i: number) => H[(args >> 2) + TUPLE_ITEMS + i];
  const type = typeOf(value);
  if (count === 1) return descends(type, KEY_ERROR) ? onlyItem(args) : strSimple(item(0));
  if ((count === 2 || count === 3) && descends(type, OS_ERROR))
    return systemErrorText(value, item(0), item(1));
  if (count === 5 && descends(type, UNICODE_DECODE_ERROR)) return decodeErrorText(item);
  if (count === 5 && descends(type, UNICODE_ENCODE_ERROR)) return encodeErrorText(item);
  return count === 0 ? "" : reprSimple(args);
}

function descends(type: number, base: number): boolean {
  if (type === base) return true;
  const mro = H[type + TYPE_MRO] >> 2;
  for (let i = 1; i < H[mro + TUPLE_LENGTH]; i++) if (H[mro + TUPLE_ITEMS + i] >> 2 === base) return true;
  return false;
}

/** `[Errno 2] No such file or directory: 'name'`. */
function systemErrorText(value: number, number: number, message: number): string | null {
  const code = strSimple(number);
  const reason = strSimple(message);
  if (code === null || reason === null) return null;
  const dict = H[(value >> 2) + EXCEPTION_DICT];
  const filename = dict === NULL ? NULL : getStr(dict >> 2, FILENAME);
  if (filename === NULL || filename === NONE) return `[Errno ${code}] ${reason}`;
  const file = reprSimple(filename);
  return file === null ? null : `[Errno ${code}] ${reason}: ${file}`;
}

function decodeErrorText(item: (i: number) => number): string | null {
  if (kindOf(item(0)) !== K_STR || kindOf(item(1)) !== K_BYTES || !isInt(item(2)) || !isInt(item(3)))
    return null;
  const codec = text(item(0));
  const start = Number(bigIntValue(item(2)));
  const end = Number(bigIntValue(item(3)));
  const reason = strSimple(item(4));
  if (reason === null) return null;
  if (end - start !== 1)
    return `'${codec}' codec can't decode bytes in position ${start}-${end - 1}: ${reason}`;
  const byte = (bytesValue(item(1))[start] ?? 0).toString(16).padStart(2, "0");
  return `'${codec}' codec can't decode byte 0x${byte} in position ${start}: ${reason}`;
}

function encodeErrorText(item: (i: number) => number): string | null {
  if (kindOf(item(0)) !== K_STR || kindOf(item(1)) !== K_STR || !isInt(item(2)) || !isInt(item(3)))
    return null;
  const codec = text(item(0));
  const start = Number(bigIntValue(item(2)));
  const end = Number(bigIntValue(item(3)));
  const reason = strSimple(item(4));
  if (reason === null) return null;
  if (end - start !== 1)
    return `'${codec}' codec can't encode characters in position ${start}-${end - 1}: ${reason}`;
  const point = [...text(item(1))][start]?.codePointAt(0) ?? 0;
  return `'${codec}' codec can't encode character '${escapeSequence(point)}' in position ${start}: ${reason}`;
}

// ---- functions, modules and other objects of the runtime -----------------------------------------------------------

const isDunder = (name: string) => name.startsWith("__") && name.endsWith("__");

function nativeText(value: number): string {
  const o = value >> 2;
  const name = text(H[o + NATIVE_NAME]);
  const self = H[o + NATIVE_SELF];
  if (H[o + TYPE] === T_METHOD_DESCRIPTOR) {
    const owner = H[o + NATIVE_OWNER];
    const of = owner === NULL ? "object" : text(H[(owner >> 2) + TYPE_NAME]);
    return isDunder(name)
      ? `<slot wrapper '${name}' of '${of}' objects>`
      : `<method '${name}' of '${of}' objects>`;
  }
  if (self === NULL || kindOf(self) === K_MODULE) return `<built-in function ${name}>`;
  const of = `${typeNameOf(self)} object at ${addressText(self)}`;
  return isDunder(name) ? `<method-wrapper '${name}' of ${of}>` : `<built-in method ${name} of ${of}>`;
}

function functionName(callable: number): string {
  const o = callable >> 2;
  if (kindOf(callable) === K_FUNCTION) return text(H[o + FUNCTION_QUALNAME]);
  if (kindOf(callable) === K_NATIVE) return text(H[o + NATIVE_NAME]);
  return kindOf(callable) === K_CODE ? text(H[o + CODE_NAME]) : "?";
}

function methodText(o: number): string | null {
  const self = reprSimple(H[o + METHOD_SELF]);
  return self === null ? null : `<bound method ${functionName(H[o + METHOD_FUNCTION])} of ${self}>`;
}

function moduleText(o: number): string {
  const name = kindOf(H[o + MODULE_NAME]) === K_STR ? reprText(text(H[o + MODULE_NAME])) : "'?'";
  const file = H[o + MODULE_DICT] === NULL ? NULL : getStr(H[o + MODULE_DICT] >> 2, FILE);
  if (file !== NULL && kindOf(file) === K_STR) return `<module ${name} from ${reprText(text(file))}>`;
  return `<module ${name} (built-in)>`;
}

const cellContent = (value: number) =>
  value === NULL ? "empty" : `${typeNameOf(value)} object at ${addressText(value)}`;

function lockText(value: number): string {
  const o = value >> 2;
  const state = H[o + LOCK_STATE] === 0 ? "unlocked" : "locked";
  if (H[o + TYPE] !== T_RLOCK) return `<${state} _thread.lock object at ${addressText(value)}>`;
  const held = `owner=${H[o + LOCK_OWNER]} count=${H[o + LOCK_DEPTH]}`;
  return `<${state} _thread.RLock object ${held} at ${addressText(value)}>`;
}

function recordText(value: number): string | null {
  const o = value >> 2;
  switch (H[o + TYPE]) {
    case T_DICT_KEYS:
    case T_DICT_VALUES:
    case T_DICT_ITEMS:
      return viewText(value);
    case T_MAPPINGPROXY: {
      const dict = reprSimple(H[o + RECORD_A]);
      return dict === null ? null : `mappingproxy(${dict})`;
    }
    case T_STATICMETHOD:
    case T_CLASSMETHOD: {
      const wrapped = reprSimple(H[o + RECORD_A]);
      return wrapped === null ? null : `<${typeNameOf(value)}(${wrapped})>`;
    }
    case T_MEMBER:
      return `<member ${reprText(text(H[o + RECORD_A]))}>`;
    case T_GETSET:
      return `<attribute ${reprText(text(H[o + RECORD_A]))}>`;
    case T_SUPER: {
      const type = H[o + RECORD_A];
      const self = H[o + RECORD_B];
      const of = self === NULL || self === NONE ? "NULL" : `<${typeNameOf(self)} object>`;
      return `<super: <class '${text(H[(type >> 2) + TYPE_NAME])}'>, ${of}>`;
    }
    default:
      return objectText(value);
  }
}
