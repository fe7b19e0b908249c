/** Generators' methods, and what the prelude and programs ask of the interpreter itself: frames, modules, class bodies. */
import {environment} from "../environment.ts";
import {CO_OPTIMIZED, compile, PythonSyntaxError} from "../language/index.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {H, releaseBlock, T} from "../memory/heap.ts";
import {callPrelude, tailBody} from "../objects/calls.ts";
import {newException, raise, raiseRef, tupleOf} from "../objects/errors.ts";
import {exceptionClass, SYSTEM_ERROR, TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {typeOf} from "../objects/inspect.ts";
import {FALSE, K_EXCEPTION, NONE, T_CELL, T_GENERATOR, TRUE} from "../objects/kinds.ts";
import {
  CELL_VALUE,
  CODE_FLAGS,
  CODE_HIDDEN,
  CODE_LOCALS,
  CODE_VARNAMES,
  FRAME_BACK,
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_LOCALS,
  FRAME_POINTER,
  FUNCTION_CODE,
  FUNCTION_GLOBALS,
  FUNCTION_NAME,
  FUNCTION_QUALNAME,
  GENERATOR_BLOCK,
  GENERATOR_CREATED,
  GENERATOR_DONE,
  GENERATOR_FUNCTION,
  GENERATOR_PC,
  GENERATOR_RUNNING,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_WORDS_SAVED,
  MODULES,
  NULL,
  STACK_START,
  STOP,
  TUPLE_ITEMS
} from "../objects/layout.ts";
import {methods, moduleFunctions, property} from "../objects/native.ts";
import {kindOf} from "../objects/numbers.ts";
import {newDict, setStr} from "../objects/table.ts";
import {newStr, staticStr, text} from "../objects/text.ts";
import {makeFunction} from "./call.ts";
import {copyCode} from "./evaluate.ts";
import {dropWords} from "./frames.ts";
import {setCause} from "./handlers.ts";
import {loadCode} from "./load.ts";
import {askResume, delegationAt, takeLaterFinalizers} from "./unwind.ts";

const S_FRAME = staticStr("_generator_frame");
const S_CLOSE = staticStr("_generator_close");
const S_THROW = staticStr("_generator_throw");

// ---- generators ---------------------------------------------------------------------------------------------------------

/** What `next`, `send` and `throw` do in each of a generator's states. */
function resumeWith(generator: number, value: number, thrown: number): number {
  switch (H[(generator >> 2) + GENERATOR_STATE]) {
    case GENERATOR_RUNNING:
      return raise(VALUE_ERROR, "generator already executing");
    case GENERATOR_DONE:
      return thrown === NULL ? STOP : raiseRef(shared(thrown));
    case GENERATOR_CREATED:
      if (thrown !== NULL) {
        finish(generator >> 2);
        return raiseRef(shared(thrown));
      }
      if (value !== NULL && value !== NONE) {
        return raise(TYPE_ERROR, "can't send non-None value to a just-started generator");
      }
      return askResume(T, generator, NULL, NULL);
    default:
      return askResume(T, generator, value === NULL ? NONE : value, thrown);
  }
}

/** A generator that never started is over: its saved words are dropped. */
function finish(g: number): void {
  const block = H[g + GENERATOR_BLOCK];
  const words = H[g + GENERATOR_WORDS_SAVED];
  H[g + GENERATOR_STATE] = GENERATOR_DONE;
  H[g + GENERATOR_BLOCK] = 0;
  H[g + GENERATOR_WORDS_SAVED] = 0;
  dropWords(block, block + words);
  releaseBlock(block, words);
}

const none = () => shared(NONE);
methods(T_GENERATOR, {
  "__iter__(self)": (a) => shared(H[a]),
  "__next__(self)": (a) => resumeWith(H[a], NULL, NULL),
  "send(self, value, /)": (a) => resumeWith(H[a], H[a + 1], NULL),
  "throw(self, type, value=, traceback=, /)": (a) => {
    const error = H[a + 1];
    if (kindOf(error) === K_EXCEPTION && H[a + 2] === NULL) return resumeWith(H[a], NULL, error);
    return callPrelude(S_THROW, [H[a], error, H[a + 2] === NULL ? NONE : H[a + 2]]);
  },
  "close(self)": (a) => {
    const g = H[a] >> 2;
    if (H[g + GENERATOR_STATE] === GENERATOR_CREATED) finish(g);
    if (H[g + GENERATOR_STATE] === GENERATOR_DONE) return none();
    return callPrelude(S_CLOSE, [H[a]]);
  }
});
const ofFunction = (a: number, offset: number) =>
  shared(H[(H[(H[a] >> 2) + GENERATOR_FUNCTION] >> 2) + offset]);
property(T_GENERATOR, "__name__", (a) => ofFunction(a, FUNCTION_NAME));
property(T_GENERATOR, "__qualname__", (a) => ofFunction(a, FUNCTION_QUALNAME));
property(T_GENERATOR, "gi_code", (a) => ofFunction(a, FUNCTION_CODE));
property(T_GENERATOR, "gi_running", (a) =>
  shared(H[(H[a] >> 2) + GENERATOR_STATE] === GENERATOR_RUNNING ? TRUE : FALSE)
);
property(T_GENERATOR, "gi_suspended", (a) =>
  shared(H[(H[a] >> 2) + GENERATOR_STATE] === GENERATOR_SUSPENDED ? TRUE : FALSE)
);

property(T_GENERATOR, "gi_frame", (a) => callPrelude(S_FRAME, [H[a]]));
property(T_GENERATOR, "gi_yieldfrom", (a) => {
  const g = H[a] >> 2;
  const words = H[g + GENERATOR_WORDS_SAVED];
  const waits = H[g + GENERATOR_STATE] === GENERATOR_SUSPENDED && delegationAt(H[g + GENERATOR_PC]) !== 0;
  return shared(waits ? H[H[g + GENERATOR_BLOCK] + words - 1] : NONE);
});

/** The variables of a generator that waits or has not begun, as a dict; None once it is over. */
function generatorLocals(g: number): number {
  const state = H[g + GENERATOR_STATE];
  if (state === GENERATOR_DONE || state === GENERATOR_RUNNING) return none();
  return variables(H[(H[g + GENERATOR_FUNCTION] >> 2) + FUNCTION_CODE] >> 2, H[g + GENERATOR_BLOCK]);
}

// ---- frames ---------------------------------------------------------------------------------------------------------------

/** The innermost frame of program code (the prelude's and the library's are skipped), 0 if there is none. */
function programFrame(): number {
  let fp = H[T + FRAME_POINTER];
  while (fp > H[T + STACK_START] && H[H[fp + FRAME_CODE] + CODE_HIDDEN] !== 0) fp = H[fp + FRAME_BACK];
  return fp > H[T + STACK_START] ? fp : 0;
}

/** Something of the innermost frame of program code. */
function ofProgram(get: (fp: number) => number): number {
  const fp = programFrame();
  return fp === 0 ? raise(SYSTEM_ERROR, "no program is running") : get(fp);
}

const globalsOf = (fp: number) => H[(H[fp + FRAME_FUNCTION] >> 2) + FUNCTION_GLOBALS];

/** locals(): the dict of a module or class body, or a snapshot of a function's variables. */
function localsDict(fp: number): number {
  if (H[fp + FRAME_LOCALS] !== NULL) return shared(H[fp + FRAME_LOCALS]);
  const code = H[fp + FRAME_CODE];
  if ((H[code + CODE_FLAGS] & CO_OPTIMIZED) === 0) return shared(globalsOf(fp));
  return variables(code, fp);
}

/** A dict of the variables of a code object that stand at `words`. */
function variables(code: number, words: number): number {
  const dict = newDict();
  const names = H[code + CODE_VARNAMES] >> 2;
  for (let i = 0; i < H[code + CODE_LOCALS]; i++) {
    let value = H[words + i];
    if (value !== NULL && typeOf(value) === T_CELL) value = H[(value >> 2) + CELL_VALUE];
    if (value !== NULL) setStr(dict >> 2, H[names + TUPLE_ITEMS + i], value);
  }
  return dict;
}

// ---- running source ----------------------------------------------------------------------------------------------------------

/** A code object for source text, or NULL with SyntaxError. */
function compileSource(source: string, filename: string): number {
  try {
    const code = loadCode(compile(source, filename), environment.weights, false);
    copyCode();
    return code;
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    const message = newStr(`${error.message} (${filename}, line ${error.line})`);
    return raiseRef(newException(exceptionClass(error.kind), tupleOf(message)));
  }
}

/** Runs a code object with the given globals and locals (dicts, all borrowed). */
function runCode(code: number, globals: number, locals: number): number {
  const function_ = makeFunction(code, globals);
  const answer = tailBody(function_, locals);
  DECREF(function_);
  return answer;
}

moduleFunctions("_prelude", {
  "is_generator(x)": (a) => shared((H[a] & 1) !== 0 && typeOf(H[a]) === T_GENERATOR ? TRUE : FALSE),
  "exec_body(function, namespace)": (a) => tailBody(H[a], H[a + 1]),
  "compile_source(source, filename)": (a) => compileSource(text(H[a]), text(H[a + 1])),
  "run_code(code, globals, locals)": (a) => runCode(H[a], H[a + 1], H[a + 2]),
  "generator_locals(generator)": (a) => generatorLocals(H[a] >> 2),
  "_modules()": () => shared(H[MODULES]),
  "_take_finalizers()": () => {
    const later = takeLaterFinalizers(T);
    return later === NULL ? none() : later;
  },
  "_globals()": () => ofProgram((fp) => shared(globalsOf(fp))),
  "_locals()": () => ofProgram(localsDict),
  "set_cause(error, cause)": (a) => {
    setCause(H[a], shared(H[a + 1]));
    return none();
  }
});
moduleFunctions("builtins", {
  "globals()": () => ofProgram((fp) => shared(globalsOf(fp))),
  "locals()": () => ofProgram(localsDict)
});
