/** Lays out a fresh heap: types, their members, modules, the prelude; and loads a program into it. */
import {environment} from "../environment.ts";
import {compile} from "../language/index.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {bootHeap, H, makeFilled, setThread, threadBlock} from "../memory/heap.ts";
import {PRELUDES, preludeSource} from "../modules/library.ts";
import {EXCEPTION_CLASSES, exceptionClass} from "../objects/exceptions.ts";
import {
  ELLIPSIS_REF,
  NOT_IMPLEMENTED,
  T_BASE_EXCEPTION,
  T_CLASSMETHOD,
  T_GETSET,
  T_METHOD_DESCRIPTOR,
  T_OBJECT,
  T_STATICMETHOD
} from "../objects/kinds.ts";
import {
  BUILTINS,
  DICT_FILL,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  EXCEPTION,
  EXCEPTION_ARGS,
  EXIT_STATUS,
  INTERNED_NAMES,
  LIBRARY,
  MODULE_DICT,
  MODULES,
  NULL,
  PRELUDE,
  RECORD_A,
  RECORD_M,
  RECORD_N,
  RECORD_WORDS,
  RECURSION_LIMIT,
  SOURCES,
  STOP_END,
  TICKS_LEFT,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
  TYPE,
  TYPE_BASE,
  TYPE_CONSTRUCTOR,
  TYPE_DICT,
  TYPE_NAME
} from "../objects/layout.ts";
import {listAppend, newList} from "../objects/list.ts";
import {builtinModules, constructorOf, membersOfType, type TypeMember} from "../objects/native.ts";
import {firstEntry, getStr, newDict, setStr} from "../objects/table.ts";
import {staticStr, text} from "../objects/text.ts";
import {bootTypes, builtinTypes, PUBLIC_TYPES, ref, typeModified, useLists} from "../objects/types.ts";
import {makeFunction} from "./call.ts";
import {copyCode, run} from "./evaluate.ts";
import {compileLibrary, fillBuiltins, mainModule, newModule, newNative, rememberSource} from "./imports.ts";
import {intern, loadCode} from "./load.ts";
import {endThread, enterThread, prepareThread} from "./threads.ts";

const RECURSION_LIMIT_DEFAULT = 1000;
const S_BUILTINS = staticStr("builtins");
const S_RUN_MAIN = staticStr("_run_main");

/** Everything that exists before the program. */
export function boot(): void {
  bootHeap();
  setThread(threadBlock(0));
  useLists(() => newList([]), listAppend);
  bootTypes();
  H[RECURSION_LIMIT] = RECURSION_LIMIT_DEFAULT;
  H[MODULES] = newDict();
  H[SOURCES] = newDict();
  H[INTERNED_NAMES] = newDict();
  H[PRELUDE] = newDict();
  H[LIBRARY] = newDict();
  for (const type of builtinTypes()) fillType(type);
  const builtins = newModule("builtins");
  H[BUILTINS] = H[(builtins >> 2) + MODULE_DICT];
  setStr(H[MODULES] >> 2, S_BUILTINS, builtins);
  DECREF(builtins);
  fillBuiltins("builtins", H[BUILTINS] >> 2);
  for (const [name, type] of PUBLIC_TYPES) setStr(H[BUILTINS] >> 2, name, ref(type));
  for (const [name] of EXCEPTION_CLASSES) setStr(H[BUILTINS] >> 2, intern(name), ref(exceptionClass(name)));
  for (const name of ["EnvironmentError", "IOError"])
    setStr(H[BUILTINS] >> 2, intern(name), ref(exceptionClass("OSError")));
  setStr(H[BUILTINS] >> 2, intern("BaseException"), ref(T_BASE_EXCEPTION));
  setStr(H[BUILTINS] >> 2, intern("NotImplemented"), NOT_IMPLEMENTED);
  setStr(H[BUILTINS] >> 2, intern("Ellipsis"), ELLIPSIS_REF);
  runPreludes();
  if (environment.compileLibrary) compileLibrary();
}

/** Constructor, methods and properties of a built-in type, as its file registered them. */
function fillType(type: number): void {
  const own = constructorOf(type);
  const base = H[type + TYPE_BASE];
  if (own !== undefined) H[type + TYPE_CONSTRUCTOR] = own + 1;
  else if (base !== NULL && base >> 2 !== T_OBJECT)
    H[type + TYPE_CONSTRUCTOR] = H[(base >> 2) + TYPE_CONSTRUCTOR];
  const members = membersOfType(type);
  if (members === undefined) return;
  for (const [name, member] of members) {
    const value = makeMember(type, name, member);
    setStr(H[type + TYPE_DICT] >> 2, intern(name), value);
    DECREF(value);
  }
  typeModified(type);
}

function makeMember(type: number, name: string, member: TypeMember): number {
  switch (member.what) {
    case "method":
      return newNative(member.native, name, NULL, ref(type), T_METHOD_DESCRIPTOR);
    case "static":
      return record(T_STATICMETHOD, newNative(member.native, name, NULL, ref(type)));
    case "class":
      return record(T_CLASSMETHOD, newNative(member.native, name, NULL, ref(type)));
    case "property": {
      const descriptor = record(T_GETSET, shared(intern(name)));
      H[(descriptor >> 2) + RECORD_N] = member.native;
      H[(descriptor >> 2) + RECORD_M] = member.setter + 1;
      return descriptor;
    }
    default:
      return member.make();
  }
}

function record(type: number, a: number): number {
  const o = makeFilled(type, RECORD_WORDS, NULL);
  H[o + RECORD_A] = a;
  H[o + RECORD_N] = 0;
  H[o + RECORD_M] = 0;
  return ref(o);
}

/** Runs the preludes on the main thread; names without an underscore become builtins. */
function runPreludes(): void {
  fillBuiltins("_prelude", H[PRELUDE] >> 2);
  setStr(H[PRELUDE] >> 2, intern("__name__"), S_BUILTINS);
  const t = prepareThread(0);
  for (const name of PRELUDES) {
    const code = loadCode(compile(preludeSource(name), `<convoy>/${name}.py`), environment.weights, true);
    const body = makeFunction(code, H[PRELUDE]);
    DECREF(code);
    enterThread(t, body, []);
    DECREF(body);
    copyCode();
    H[t + TICKS_LEFT] = 2 ** 30;
    const stop = run(t);
    if (stop !== STOP_END) throw new Error(`the prelude ${name} must not stop (${stop})`);
    if (H[t + EXCEPTION] !== NULL)
      throw new Error(`the prelude ${name} raised ${describe(H[t + EXCEPTION])}`);
  }
  endThread(t);
  publish();
  H[EXIT_STATUS] = 0;
}

function describe(exception: number): string {
  const args = H[(exception >> 2) + EXCEPTION_ARGS] >> 2;
  const first = H[args + TUPLE_LENGTH] > 0 ? H[args + TUPLE_ITEMS] : NULL;
  return `${text(H[H[(exception >> 2) + TYPE] + TYPE_NAME])}: ${first === NULL ? "" : text(first)}`;
}

const PUBLIC_DUNDERS = new Set(["__build_class__", "__import__"]);
/** Makes what the preludes define, but not what they build on, builtins. */
function publish(): void {
  const intrinsics = builtinModules().get("_prelude");
  const prelude = H[PRELUDE] >> 2;
  for (let k = 0; k < H[prelude + DICT_FILL]; k++) {
    const entry = firstEntry(prelude) + k * ENTRY_WORDS;
    const key = H[entry + ENTRY_KEY];
    if (key === NULL) continue;
    const name = text(key);
    if (intrinsics?.functions.has(name) || (name.startsWith("_") && !PUBLIC_DUNDERS.has(name))) continue;
    setStr(H[BUILTINS] >> 2, key, H[entry + ENTRY_VALUE]);
  }
}

/**
 * Compiles a program and prepares the main thread for it. Answers the thread's block.
 * @throws PythonSyntaxError
 */
export function loadProgram(source: string, filename: string): number {
  const compiled = compile(source, filename);
  const code = loadCode(compiled, environment.weights, false);
  rememberSource(filename, source);
  const body = makeFunction(code, mainModule(filename));
  DECREF(code);
  const t = prepareThread(0);
  enterThread(t, getStr(H[PRELUDE] >> 2, S_RUN_MAIN), [body]);
  DECREF(body);
  copyCode();
  return t;
}
