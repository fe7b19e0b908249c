/** Modules: built-in ones, the library written in Python, and the files beside the program. */
import {environment} from "../environment.ts";
import {compile, PythonSyntaxError} from "../language/index.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {H, make} from "../memory/heap.ts";
import {libraryNames, librarySource} from "../modules/library.ts";
import {callPrelude} from "../objects/calls.ts";
import {newException, raise, raiseRef, tupleOf} from "../objects/errors.ts";
import {setAttribute as setExceptionAttribute} from "../objects/exception-types.ts";
import {exceptionClass, IMPORT_ERROR, MODULE_NOT_FOUND_ERROR} from "../objects/exceptions.ts";
import {typeOf} from "../objects/inspect.ts";
import {NONE, T_MODULE, T_NATIVE} from "../objects/kinds.ts";
import {
  DICT_FILL,
  ENTER,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  EXCEPTION,
  LIBRARY,
  MODE_MODULE,
  MODULE_DICT,
  MODULE_NAME,
  MODULES,
  NATIVE_ID,
  NATIVE_NAME,
  NATIVE_OWNER,
  NATIVE_SELF,
  NATIVE_WORDS,
  NULL,
  SOURCES,
  STACK_POINTER
} from "../objects/layout.ts";
import {builtinModules} from "../objects/native.ts";
import {findStr, firstEntry, getStr, newDict, remove, setStr} from "../objects/table.ts";
import {codePoint, newStr, staticStr, strLength, text} from "../objects/text.ts";
import {ref} from "../objects/types.ts";
import {getAttribute, instanceDict} from "./attributes.ts";
import {makeFunction} from "./call.ts";
import {copyCode} from "./evaluate.ts";
import {enterBody} from "./frames.ts";
import {intern, loadCode} from "./load.ts";

const S_NAME = staticStr("__name__");
const S_FILE = staticStr("__file__");
const S_DOC = staticStr("__doc__");
const S_ALL = staticStr("__all__");
const S_NAME_ATTRIBUTE = staticStr("name");
const S_BUILTINS = staticStr("__builtins__");
const S_BUILTINS_MODULE = staticStr("builtins");
const S_MAIN = staticStr("__main__");
const S_IMPORT_STAR = staticStr("_import_star");

/** A module with an empty dict but for its name. Answers a new reference. */
export function newModule(name: string): number {
  const o = make(T_MODULE, 4);
  const nameRef = newStr(name);
  H[o + MODULE_NAME] = nameRef;
  H[o + MODULE_DICT] = newDict();
  setStr(H[o + MODULE_DICT] >> 2, S_NAME, nameRef);
  setStr(H[o + MODULE_DICT] >> 2, S_DOC, NONE);
  return ref(o);
}

/** A built-in function object. */
export function newNative(id: number, name: string, self: number, owner: number, type = T_NATIVE): number {
  const o = make(type, NATIVE_WORDS);
  H[o + NATIVE_ID] = id;
  H[o + NATIVE_NAME] = shared(intern(name));
  H[o + NATIVE_SELF] = self;
  H[o + NATIVE_OWNER] = shared(owner);
  return ref(o);
}

const moduleDict = (module: number) => H[(module >> 2) + MODULE_DICT] >> 2;

/** Puts the functions and values that built-ins registered for module `name` into a dict. */
export function fillBuiltins(name: string, dict: number): void {
  const contents = builtinModules().get(name);
  if (contents === undefined) return;
  const owner = newStr(name);
  for (const [key, id] of contents.functions) {
    const function_ = newNative(id, key, NULL, owner);
    setStr(dict, intern(key), function_);
    DECREF(function_);
  }
  for (const [key, makeValue] of contents.values) {
    const value = makeValue();
    setStr(dict, intern(key), value);
    DECREF(value);
  }
  DECREF(owner);
}

/** IMPORT_NAME. `names` (from-list or None) is owned. Answers ENTER with the module's body running, a value, or NULL. */
export function importName(t: number, name: number, names: number, level: number): number {
  const dotted = text(name);
  const fromList = names !== NONE;
  DECREF(names);
  if (level > 0) return raise(IMPORT_ERROR, "attempted relative import with no known parent package");
  const dot = dotted.indexOf(".");
  const wanted = dot < 0 || fromList ? dotted : dotted.slice(0, dot);
  return importModule(t, wanted === "os.path" && !fromList ? "os" : wanted);
}

/** The module called `name`: from sys.modules, built in, from the library, or from a file beside the program. */
export function importModule(t: number, name: string): number {
  const key = intern(name);
  const known = getStr(H[MODULES] >> 2, key);
  if (known !== NULL) return answer(t, shared(known));
  const compiled = getStr(H[LIBRARY] >> 2, key);
  if (compiled !== NULL) return runModule(t, name, libraryFile(name), shared(compiled));
  const source = librarySource(name);
  if (source !== null) return compileModule(t, name, libraryFile(name), source, true);
  if (builtinModules().has(name) && name !== "_prelude") {
    const module = newModule(name);
    fillBuiltins(name, moduleDict(module));
    setStr(H[MODULES] >> 2, key, module);
    return answer(t, module);
  }
  const path = `${folderOf(environment.argv[0] ?? "")}${name.replaceAll(".", "/")}.py`;
  const file = environment.readSource(path);
  if (file !== null) return compileModule(t, name, path, file, false);
  raise(MODULE_NOT_FOUND_ERROR, `No module named '${name}'`);
  setExceptionAttribute(H[t + EXCEPTION], S_NAME_ATTRIBUTE, key);
  return NULL;
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);

function answer(t: number, value: number): number {
  H[H[t + STACK_POINTER]++] = value;
  return ENTER;
}

const libraryFile = (name: string) => `<convoy>/${name}.py`;

/** Compiles all of Python's library into the heap, for every import to come. */
export function compileLibrary(): void {
  for (const name of libraryNames()) {
    const compiled = compile(librarySource(name) ?? "", libraryFile(name));
    const code = loadCode(compiled, environment.weights, true);
    setStr(H[LIBRARY] >> 2, intern(name), code);
    DECREF(code);
  }
}

function compileModule(t: number, name: string, filename: string, source: string, library: boolean): number {
  let code: number;
  try {
    code = loadCode(compile(source, filename), environment.weights, library);
    copyCode();
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return raiseRef(
      newException(
        exceptionClass(error.kind),
        tupleOf(newStr(`${error.message} (${filename}, line ${error.line})`))
      )
    );
  }
  if (!library) rememberSource(filename, source);
  return runModule(t, name, filename, code);
}

/** Starts the body of a module, whose code is owned; the module is the value of the frame. */
function runModule(t: number, name: string, filename: string, code: number): number {
  const module = newModule(name);
  const dict = moduleDict(module);
  const file = newStr(filename);
  setStr(dict, S_FILE, file);
  DECREF(file);
  setStr(H[MODULES] >> 2, intern(name), module);
  const function_ = makeFunction(code, ref(dict));
  DECREF(code);
  return enterBody(t, function_, shared(ref(dict)), MODE_MODULE, module);
}

/** Keeps a file's text for tracebacks. */
export function rememberSource(filename: string, source: string): void {
  const value = newStr(source);
  setStr(H[SOURCES] >> 2, intern(filename), value);
  DECREF(value);
}

/** A module whose body raised is not in sys.modules. */
export function forgetModule(module: number): void {
  const modules = H[MODULES] >> 2;
  const entry = findStr(modules, H[(module >> 2) + MODULE_NAME]);
  if (entry > 0) remove(modules, entry);
}

/** The module `__main__` of a program. Answers a borrowed reference to its dict. */
export function mainModule(filename: string): number {
  const module = newModule("__main__");
  const dict = moduleDict(module);
  const file = newStr(filename);
  setStr(dict, S_FILE, file);
  DECREF(file);
  setStr(dict, S_BUILTINS, getStr(H[MODULES] >> 2, S_BUILTINS_MODULE));
  setStr(H[MODULES] >> 2, S_MAIN, module);
  DECREF(module);
  return ref(dict);
}

/** IMPORT_FROM: pushes an attribute of the module on top of the stack. */
export function importFrom(module: number, name: number, push: (value: number) => void): number {
  const dict = instanceDict(module);
  const value = dict === 0 ? NULL : getStr(dict, name);
  if (value !== NULL) {
    push(shared(value));
    return ENTER;
  }
  const other = typeOf(module) === T_MODULE ? NULL : getAttribute(module, name);
  if (other !== NULL) {
    push(other);
    return ENTER;
  }
  const moduleName =
    typeOf(module) === T_MODULE ? text(H[(module >> 2) + MODULE_NAME]) : "<unknown module name>";
  const file = dict === 0 ? NULL : getStr(dict, S_FILE);
  const where = file === NULL ? "unknown location" : text(file);
  return raise(IMPORT_ERROR, `cannot import name '${text(name)}' from '${moduleName}' (${where})`);
}

/** `from module import *`: names in `__all__`, or all that do not begin with an underscore. */
export function importStar(module: number, namespace: number): number {
  const dict = instanceDict(module);
  const all = getStr(dict, S_ALL);
  if (all !== NULL) return callPrelude(S_IMPORT_STAR, [module, ref(namespace)]);
  for (let k = 0; k < H[dict + DICT_FILL]; k++) {
    const entry = firstEntry(dict) + k * ENTRY_WORDS;
    const key = H[entry + ENTRY_KEY];
    if (key === NULL || (strLength(key) > 0 && codePoint(key >> 2, 0) === 95)) continue;
    setStr(namespace, key, H[entry + ENTRY_VALUE]);
  }
  return ENTER;
}
