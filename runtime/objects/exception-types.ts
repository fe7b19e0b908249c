/**
 * Exceptions as programs see them: how they are made, their attributes, their text. The classes are listed in
 * exceptions.ts; raising and catching is the evaluation loop's.
 */
import {environment} from "../environment.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {H, make} from "../memory/heap.ts";
import {callPrelude} from "./calls.ts";
import {hasException, newTuple, raise} from "./errors.ts";
import {
  exceptionClass,
  IMPORT_ERROR,
  OS_ERROR,
  STOP_ITERATION,
  SYSTEM_EXIT,
  TYPE_ERROR,
  UNICODE_DECODE_ERROR,
  UNICODE_ENCODE_ERROR
} from "./exceptions.ts";
import {typeNameOf} from "./inspect.ts";
import {
  FALSE,
  K_EXCEPTION,
  K_LIST,
  K_STR,
  K_TRACEBACK,
  K_TUPLE,
  NONE,
  T_BASE_EXCEPTION,
  TRUE
} from "./kinds.ts";
import {
  EXCEPTION_ARGS,
  EXCEPTION_CAUSE,
  EXCEPTION_CONTEXT,
  EXCEPTION_DICT,
  EXCEPTION_SUPPRESS,
  EXCEPTION_TRACEBACK,
  LIST_BLOCK,
  LIST_LENGTH,
  NULL,
  SPECIAL_INIT,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE,
  TYPE_SIZE,
  TYPE_SPECIAL
} from "./layout.ts";
import {constructor, methods, property} from "./native.ts";
import {intAsNumber, isInt, kindOf} from "./numbers.ts";
import {builtinRepr, exceptionText} from "./repr.ts";
import {entriesIn, getStr, newDict, setStr} from "./table.ts";
import {newStr, staticStr, text} from "./text.ts";
import {isInstance, isSubtype, typeName} from "./types.ts";

const S_NAME = staticStr("name");
const S_PATH = staticStr("path");
const S_OBJ = staticStr("obj");
const S_FILENAME = staticStr("filename");
const S_FILENAME2 = staticStr("filename2");
const S_ADD_NOTE = staticStr("_add_note");
const ATTRIBUTE_ERROR = exceptionClass("AttributeError");
const NAME_ERROR = exceptionClass("NameError");
const SYNTAX_ERROR = exceptionClass("SyntaxError");

// ---- making them -------------------------------------------------------------------------------------------------

/** Which class an error number of the system belongs to (PEP 3151). */
const ERRNO_CLASSES: readonly [errors: string, type: number][] = (
  [
    ["EAGAIN EALREADY EINPROGRESS EWOULDBLOCK", "BlockingIOError"],
    ["ECHILD", "ChildProcessError"],
    ["EPIPE ESHUTDOWN", "BrokenPipeError"],
    ["ECONNABORTED", "ConnectionAbortedError"],
    ["ECONNREFUSED", "ConnectionRefusedError"],
    ["ECONNRESET", "ConnectionResetError"],
    ["EEXIST", "FileExistsError"],
    ["ENOENT", "FileNotFoundError"],
    ["EINTR", "InterruptedError"],
    ["EISDIR", "IsADirectoryError"],
    ["ENOTDIR", "NotADirectoryError"],
    ["EACCES EPERM", "PermissionError"],
    ["ESRCH", "ProcessLookupError"],
    ["ETIMEDOUT", "TimeoutError"]
  ] as const
).map(([errors, type]) => [errors, exceptionClass(type)]);

/** The class of OSError for a number of the system: OSError itself for those without a class of their own. */
export function errnoClass(error: number): number {
  const {errors} = environment.devices;
  for (const [names, type] of ERRNO_CLASSES) {
    for (const name of names.split(" ")) if (errors[name] === error) return type;
  }
  return OS_ERROR;
}

/** Keywords that a class takes besides its arguments. */
function keywordsOf(type: number): readonly number[] {
  if (isSubtype(type, IMPORT_ERROR)) return [S_NAME, S_PATH];
  if (isSubtype(type, ATTRIBUTE_ERROR)) return [S_NAME, S_OBJ];
  if (isSubtype(type, NAME_ERROR)) return [S_NAME];
  return [];
}

function argumentTuple(first: number, count: number): number {
  const args: number[] = [];
  for (let i = 0; i < count; i++) args.push(H[first + i]);
  return newTuple(args);
}

constructor(T_BASE_EXCEPTION, "BaseException(cls, *args, **kwargs)", (a, n) => {
  let type = H[a] >> 2;
  const fileArguments = isSubtype(type, OS_ERROR) && n >= 4 && n <= 6;
  if (type === OS_ERROR && n >= 3 && n <= 6 && isInt(H[a + 1])) type = errnoClass(intAsNumber(H[a + 1]));
  const words = H[type + TYPE_SIZE];
  const o = make(type, words);
  H[o + EXCEPTION_ARGS] = argumentTuple(a + 1, fileArguments ? 2 : n - 1);
  H[o + EXCEPTION_CAUSE] = NULL;
  H[o + EXCEPTION_CONTEXT] = NULL;
  H[o + EXCEPTION_TRACEBACK] = NULL;
  H[o + EXCEPTION_SUPPRESS] = 0;
  for (let i = EXCEPTION_DICT; i < words; i++) H[o + i] = NULL;
  const exception = (o << 2) | 1;
  if (fileArguments) {
    setAttribute(exception, S_FILENAME, H[a + 3]);
    if (n === 6) setAttribute(exception, S_FILENAME2, H[a + 5]);
  }
  return takeKeywords(exception, H[a + n]);
});

function takeKeywords(exception: number, keywords: number): number {
  if (keywords === NULL) return exception;
  const type = H[(exception >> 2) + TYPE];
  const known = keywordsOf(type);
  if (known.length === 0 && (H[type + TYPE_SPECIAL] & SPECIAL_INIT) === 0) {
    DECREF(exception);
    return raise(TYPE_ERROR, `${typeName(type)}() takes no keyword arguments`);
  }
  for (const [key, value] of entriesIn(keywords >> 2)) {
    const name = known.find((k) => text(k) === text(key));
    if (name !== undefined) setAttribute(exception, name, value);
    else if ((H[type + TYPE_SPECIAL] & SPECIAL_INIT) === 0) {
      DECREF(exception);
      return raise(TYPE_ERROR, `'${text(key)}' is an invalid keyword argument for ${typeName(type)}()`);
    }
  }
  return exception;
}

/** Sets an attribute of an exception object; the value is borrowed. */
export function setAttribute(exception: number, name: number, value: number): void {
  const o = exception >> 2;
  if (H[o + EXCEPTION_DICT] === NULL) H[o + EXCEPTION_DICT] = newDict();
  setStr(H[o + EXCEPTION_DICT] >> 2, name, value);
}

/** An attribute kept in the exception's dict, borrowed, or NULL. */
function attribute(exception: number, name: number): number {
  const dict = H[(exception >> 2) + EXCEPTION_DICT];
  return dict === NULL ? NULL : getStr(dict >> 2, name);
}

const orNone = (value: number) => shared(value === NULL ? NONE : value);

// ---- arguments ---------------------------------------------------------------------------------------------------

const argumentsOf = (exception: number) => H[(exception >> 2) + EXCEPTION_ARGS] >> 2;
const argumentCount = (exception: number) => H[argumentsOf(exception) + TUPLE_LENGTH];
/** Argument `i`, borrowed, or NULL. */
function argument(exception: number, i: number): number {
  return i < argumentCount(exception) ? H[argumentsOf(exception) + TUPLE_ITEMS + i] : NULL;
}

function setWord(exception: number, word: number, value: number): void {
  const o = exception >> 2;
  const old = H[o + word];
  H[o + word] = shared(value);
  DECREF(old);
}

function setArguments(exception: number, value: number): number {
  if (value === NULL) return raise(TYPE_ERROR, "args may not be deleted");
  const kind = kindOf(value);
  if (kind === K_TUPLE) setWord(exception, EXCEPTION_ARGS, value);
  else if (kind === K_LIST) {
    const o = value >> 2;
    const copy = argumentTuple(H[o + LIST_BLOCK], H[o + LIST_LENGTH]);
    setWord(exception, EXCEPTION_ARGS, copy);
    DECREF(copy);
  } else return raise(TYPE_ERROR, `'${typeNameOf(value)}' object is not iterable`);
  return shared(NONE);
}
property(
  T_BASE_EXCEPTION,
  "args",
  (a) => shared(H[(H[a] >> 2) + EXCEPTION_ARGS]),
  (a) => setArguments(H[a], H[a + 1])
);

methods(T_BASE_EXCEPTION, {
  "__init__(self, *args, **kwargs)": (a, n) => {
    const exception = H[a];
    if (H[a + n] !== NULL && keywordsOf(H[(exception >> 2) + TYPE]).length === 0) {
      return raise(TYPE_ERROR, `${typeNameOf(exception)}() takes no keyword arguments`);
    }
    if (isInstance(exception, OS_ERROR) && n >= 4 && n <= 6) return shared(NONE);
    const args = argumentTuple(a + 1, n - 1);
    setWord(exception, EXCEPTION_ARGS, args);
    DECREF(args);
    return shared(NONE);
  },
  "__str__(self)": (a) => textOr(exceptionText(H[a]), S_STR, H[a]),
  "__repr__(self)": (a) => textOr(builtinRepr(H[a]), S_REPR, H[a]),
  "with_traceback(self, tb, /)": (a) => {
    const answer = setTraceback(H[a], H[a + 1]);
    return answer === NULL ? NULL : shared(H[a]);
  },
  "add_note(self, note, /)": (a) => {
    if ((H[a + 1] & 1) === 0 || kindOf(H[a + 1]) !== K_STR) {
      return raise(TYPE_ERROR, `note must be a str, not '${typeNameOf(H[a + 1])}'`);
    }
    return callPrelude(S_ADD_NOTE, [H[a], H[a + 1]]);
  }
});

// ---- text --------------------------------------------------------------------------------------------------------

const S_STR = staticStr("_exception_str");
const S_REPR = staticStr("_exception_repr");

/** A text made here, or by the prelude where only Python code can tell; unless making it has raised. */
function textOr(made: string | null, inPython: number, exception: number): number {
  if (made !== null) return newStr(made);
  return hasException() ? NULL : callPrelude(inPython, [exception]);
}

// ---- cause, context, traceback -----------------------------------------------------------------------------------

function setLink(exception: number, word: number, value: number, name: string): number {
  if (value === NULL) return raise(TYPE_ERROR, `${name} may not be deleted`);
  if (value !== NONE && ((value & 1) === 0 || kindOf(value) !== K_EXCEPTION)) {
    return raise(TYPE_ERROR, `exception ${name.slice(2, -2)} must be None or derive from BaseException`);
  }
  setWord(exception, word, value === NONE ? NULL : value);
  if (word === EXCEPTION_CAUSE) H[(exception >> 2) + EXCEPTION_SUPPRESS] = 2;
  return shared(NONE);
}

function setTraceback(exception: number, value: number): number {
  if (value === NULL) return raise(TYPE_ERROR, "__traceback__ may not be deleted");
  if (value !== NONE && ((value & 1) === 0 || kindOf(value) !== K_TRACEBACK)) {
    return raise(TYPE_ERROR, "__traceback__ must be a traceback or None");
  }
  setWord(exception, EXCEPTION_TRACEBACK, value === NONE ? NULL : value);
  return shared(NONE);
}

const word = (at: number) => (a: number) => orNone(H[(H[a] >> 2) + at]);
property(T_BASE_EXCEPTION, "__cause__", word(EXCEPTION_CAUSE), (a) =>
  setLink(H[a], EXCEPTION_CAUSE, H[a + 1], "__cause__")
);
property(T_BASE_EXCEPTION, "__context__", word(EXCEPTION_CONTEXT), (a) =>
  setLink(H[a], EXCEPTION_CONTEXT, H[a + 1], "__context__")
);
property(T_BASE_EXCEPTION, "__traceback__", word(EXCEPTION_TRACEBACK), (a) => setTraceback(H[a], H[a + 1]));
property(
  T_BASE_EXCEPTION,
  "__suppress_context__",
  (a) => shared(H[(H[a] >> 2) + EXCEPTION_SUPPRESS] === 0 ? FALSE : TRUE),
  (a) => {
    if (H[a + 1] !== TRUE && H[a + 1] !== FALSE)
      return raise(TYPE_ERROR, "attribute value type must be bool");
    H[(H[a] >> 2) + EXCEPTION_SUPPRESS] = H[a + 1] === TRUE ? 2 : 0;
    return shared(NONE);
  }
);

// ---- attributes of single classes --------------------------------------------------------------------------------

/** An attribute that is argument `i` when there are at least `least` arguments, and can be assigned. */
function argumentProperty(type: number, name: string, i: number, least = i + 1): void {
  const key = staticStr(name);
  property(
    type,
    name,
    (a) => {
      const assigned = attribute(H[a], key);
      if (assigned !== NULL) return shared(assigned);
      return orNone(argumentCount(H[a]) >= least ? argument(H[a], i) : NULL);
    },
    (a) => {
      setAttribute(H[a], key, H[a + 1] === NULL ? NONE : H[a + 1]);
      return shared(NONE);
    }
  );
}
/** An attribute that only keywords or assignments set. */
const plainProperty = (type: number, name: string) =>
  argumentProperty(type, name, 0, Number.POSITIVE_INFINITY);

argumentProperty(OS_ERROR, "errno", 0, 2);
argumentProperty(OS_ERROR, "strerror", 1, 2);
plainProperty(OS_ERROR, "filename");
plainProperty(OS_ERROR, "filename2");
argumentProperty(STOP_ITERATION, "value", 0);
argumentProperty(IMPORT_ERROR, "msg", 0);
plainProperty(IMPORT_ERROR, "name");
plainProperty(IMPORT_ERROR, "path");
plainProperty(ATTRIBUTE_ERROR, "name");
plainProperty(ATTRIBUTE_ERROR, "obj");
plainProperty(NAME_ERROR, "name");
for (const type of [UNICODE_DECODE_ERROR, UNICODE_ENCODE_ERROR]) {
  for (const [i, name] of ["encoding", "object", "start", "end", "reason"].entries())
    argumentProperty(type, name, i);
}

property(
  SYSTEM_EXIT,
  "code",
  (a) => {
    const count = argumentCount(H[a]);
    const assigned = attribute(H[a], S_CODE);
    if (assigned !== NULL) return shared(assigned);
    return orNone(count === 0 ? NULL : count === 1 ? argument(H[a], 0) : H[(H[a] >> 2) + EXCEPTION_ARGS]);
  },
  (a) => {
    setAttribute(H[a], S_CODE, H[a + 1] === NULL ? NONE : H[a + 1]);
    return shared(NONE);
  }
);
const S_CODE = staticStr("code");

/** `SyntaxError(message, (filename, line, column, text))`: the parts of its second argument. */
argumentProperty(SYNTAX_ERROR, "msg", 0);
["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].forEach((name, i) => {
  const key = staticStr(name);
  property(
    SYNTAX_ERROR,
    name,
    (a) => {
      const assigned = attribute(H[a], key);
      if (assigned !== NULL) return shared(assigned);
      const details = argument(H[a], 1);
      if (details === NULL || kindOf(details) !== K_TUPLE || i >= H[(details >> 2) + TUPLE_LENGTH])
        return shared(NONE);
      return shared(H[(details >> 2) + TUPLE_ITEMS + i]);
    },
    (a) => {
      setAttribute(H[a], key, H[a + 1] === NULL ? NONE : H[a + 1]);
      return shared(NONE);
    }
  );
});
