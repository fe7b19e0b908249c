/** The built-in exception classes, in CPython's hierarchy: [name, base]. Each has a type at a fixed address. */
import {exceptionType, T_BASE_EXCEPTION} from "./kinds.ts";

export const EXCEPTION_CLASSES: readonly (readonly [name: string, base: string])[] = [
  ["Exception", "BaseException"],
  ["SystemExit", "BaseException"],
  ["KeyboardInterrupt", "BaseException"],
  ["GeneratorExit", "BaseException"],
  ["StopIteration", "Exception"],
  ["StopAsyncIteration", "Exception"],
  ["ArithmeticError", "Exception"],
  ["FloatingPointError", "ArithmeticError"],
  ["OverflowError", "ArithmeticError"],
  ["ZeroDivisionError", "ArithmeticError"],
  ["AssertionError", "Exception"],
  ["AttributeError", "Exception"],
  ["BufferError", "Exception"],
  ["EOFError", "Exception"],
  ["ImportError", "Exception"],
  ["ModuleNotFoundError", "ImportError"],
  ["LookupError", "Exception"],
  ["IndexError", "LookupError"],
  ["KeyError", "LookupError"],
  ["MemoryError", "Exception"],
  ["NameError", "Exception"],
  ["UnboundLocalError", "NameError"],
  ["OSError", "Exception"],
  ["BlockingIOError", "OSError"],
  ["ChildProcessError", "OSError"],
  ["ConnectionError", "OSError"],
  ["BrokenPipeError", "ConnectionError"],
  ["ConnectionAbortedError", "ConnectionError"],
  ["ConnectionRefusedError", "ConnectionError"],
  ["ConnectionResetError", "ConnectionError"],
  ["FileExistsError", "OSError"],
  ["FileNotFoundError", "OSError"],
  ["InterruptedError", "OSError"],
  ["IsADirectoryError", "OSError"],
  ["NotADirectoryError", "OSError"],
  ["PermissionError", "OSError"],
  ["ProcessLookupError", "OSError"],
  ["TimeoutError", "OSError"],
  ["ReferenceError", "Exception"],
  ["RuntimeError", "Exception"],
  ["NotImplementedError", "RuntimeError"],
  ["RecursionError", "RuntimeError"],
  ["SyntaxError", "Exception"],
  ["IndentationError", "SyntaxError"],
  ["TabError", "IndentationError"],
  ["SystemError", "Exception"],
  ["TypeError", "Exception"],
  ["ValueError", "Exception"],
  ["UnicodeError", "ValueError"],
  ["UnicodeDecodeError", "UnicodeError"],
  ["UnicodeEncodeError", "UnicodeError"],
  ["Warning", "Exception"],
  ["DeprecationWarning", "Warning"],
  ["RuntimeWarning", "Warning"],
  ["UserWarning", "Warning"]
];

const slots = new Map(EXCEPTION_CLASSES.map(([name], i) => [name, i]));
/** The type (word index) of a built-in exception class. */
export function exceptionClass(name: string): number {
  if (name === "BaseException") return T_BASE_EXCEPTION;
  const slot = slots.get(name);
  if (slot === undefined) throw new Error(`unknown exception class: ${name}`);
  return exceptionType(slot);
}

export const EXCEPTION_TYPE = exceptionClass("Exception");
export const SYSTEM_EXIT = exceptionClass("SystemExit");
export const KEYBOARD_INTERRUPT = exceptionClass("KeyboardInterrupt");
export const GENERATOR_EXIT = exceptionClass("GeneratorExit");
export const STOP_ITERATION = exceptionClass("StopIteration");
export const OVERFLOW_ERROR = exceptionClass("OverflowError");
export const ZERO_DIVISION_ERROR = exceptionClass("ZeroDivisionError");
export const ASSERTION_ERROR = exceptionClass("AssertionError");
export const ATTRIBUTE_ERROR = exceptionClass("AttributeError");
export const IMPORT_ERROR = exceptionClass("ImportError");
export const MODULE_NOT_FOUND_ERROR = exceptionClass("ModuleNotFoundError");
export const INDEX_ERROR = exceptionClass("IndexError");
export const KEY_ERROR = exceptionClass("KeyError");
export const MEMORY_ERROR = exceptionClass("MemoryError");
export const NAME_ERROR = exceptionClass("NameError");
export const UNBOUND_LOCAL_ERROR = exceptionClass("UnboundLocalError");
export const OS_ERROR = exceptionClass("OSError");
export const TIMEOUT_ERROR = exceptionClass("TimeoutError");
export const RUNTIME_ERROR = exceptionClass("RuntimeError");
export const RECURSION_ERROR = exceptionClass("RecursionError");
export const SYSTEM_ERROR = exceptionClass("SystemError");
export const TYPE_ERROR = exceptionClass("TypeError");
export const VALUE_ERROR = exceptionClass("ValueError");
export const UNICODE_DECODE_ERROR = exceptionClass("UnicodeDecodeError");
export const UNICODE_ENCODE_ERROR = exceptionClass("UnicodeEncodeError");
export const EOF_ERROR = exceptionClass("EOFError");
