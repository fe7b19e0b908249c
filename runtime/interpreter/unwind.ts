/** What happens between instructions: exceptions looking for a handler, results that a frame's mode concerns. */

import {DECREF, shared} from "../memory/counts.ts";
import {H, make} from "../memory/heap.ts";
import {callPrelude, preludeFunction, tailCall} from "../objects/calls.ts";
import {newException, raise, raiseRef, takeException, tupleOf} from "../objects/errors.ts";
import {RUNTIME_ERROR, STOP_ITERATION, TYPE_ERROR} from "../objects/exceptions.ts";
import {typeNameOf, typeOf} from "../objects/inspect.ts";
import {FALSE, NONE, T_GENERATOR, T_TRACEBACK, T_TUPLE, TRUE} from "../objects/kinds.ts";
import {
  BLOCK,
  BLOCK_FLOOR,
  BLOCK_MODE,
  CODE,
  CODE_HANDLER_COUNT,
  CODE_HANDLERS,
  CODE_HIDDEN,
  CODE_LOCALS,
  DEPTH,
  ENTER,
  EXCEPTION,
  EXCEPTION_ARGS,
  EXCEPTION_CAUSE,
  EXCEPTION_CONTEXT,
  EXCEPTION_SUPPRESS,
  EXCEPTION_TRACEBACK,
  EXIT_STATUS,
  FINALIZE,
  FINALIZERS,
  FINALIZERS_LATER,
  FINALIZING,
  FRAME_BACK,
  FRAME_CODE,
  FRAME_EXTRA,
  FRAME_FUNCTION,
  FRAME_LOCALS,
  FRAME_MODE,
  FRAME_PC,
  FRAME_POINTER,
  FRAME_SP,
  GENERATOR_DONE,
  GENERATOR_STATE,
  HANDLED,
  HANDLER_WORDS,
  MODE_DISCARD,
  MODE_ENTRY,
  MODE_FINALIZER,
  MODE_FOR,
  MODE_INIT,
  MODE_MODULE,
  MODE_NEXT,
  MODE_NOT,
  MODE_PUSH,
  MODE_SEND,
  MODE_TRUTH,
  NULL,
  PROGRAM_COUNTER,
  RERAISED,
  RESULT,
  RESUME,
  SETTLE,
  SPECIAL_END,
  STACK_POINTER,
  STOP,
  STOP_BLOCK,
  STOP_END,
  TAIL,
  TAIL_ARGUMENTS,
  TAIL_FUNCTION,
  TAIL_KEYWORDS,
  THREAD_ID,
  TRACEBACK_CODE,
  TRACEBACK_LOCALS,
  TRACEBACK_NEXT,
  TRACEBACK_PC,
  TUPLE_ITEMS,
  TUPLE_LENGTH
} from "../objects/layout.ts";
import {staticStr} from "../objects/text.ts";
import {isInstance} from "../objects/types.ts";
import {performTail} from "./call.ts";
import {dropWords, restoreHandled, resumeGenerator} from "./frames.ts";
import {forgetModule} from "./imports.ts";
import {I} from "./instructions.ts";

const S_FINALIZE = staticStr("_finalize_all");

/**
 * Carries out a special answer until bytecode can go on or the thread must stop.
 *
 * @param answer NULL, RERAISED, TAIL, RESUME, ENTER, BLOCK, SETTLE (value in RESULT), FINALIZE, or a value to push
 * @param mode what to do with the value: MODE_*
 * @returns 0 to go on at the registers in the thread's block, or STOP_*
 */
export function settle(t: number, answer: number, mode: number): number {
  for (;;) {
    if ((answer & 1) === 0 || answer >= SPECIAL_END) {
      answer = deliver(t, answer, mode);
      mode = MODE_PUSH;
      continue;
    }
    switch (answer) {
      case ENTER:
        return 0;
      case TAIL:
        answer = performTail(t, mode);
        break;
      case RESUME:
        answer = resume(t, mode);
        break;
      case SETTLE:
        answer = H[t + RESULT];
        break;
      case FINALIZE:
        answer = startFinalizer(t);
        break;
      case BLOCK:
        H[t + BLOCK_MODE] = mode;
        return STOP_BLOCK;
      case NULL:
      case RERAISED: {
        if (H[t + EXCEPTION] === NULL) throw new Error("a built-in answered NULL without an exception");
        if (answer === NULL) setContext(t);
        if (mode === MODE_FOR && endsIteration(t)) return endLoop(t);
        if (mode === MODE_SEND && endsIteration(t)) return endDelegation(t);
        return unwind(t);
      }
      case STOP:
        // A built-in `__next__` called by FOR_ITER has no more values.
        if (mode === MODE_FOR) return endLoop(t);
        answer = raiseRef(newException(STOP_ITERATION, tupleOf()));
        break;
      default:
        throw new Error(`unknown answer ${answer}`);
    }
  }
}

/** Gives a call's value to the running frame. Answers ENTER when there is nothing more to do, or a special answer. */
function deliver(t: number, value: number, mode: number): number {
  const sp = H[t + STACK_POINTER];
  switch (mode) {
    case MODE_PUSH:
    case MODE_FOR:
    case MODE_SEND:
    case MODE_NEXT:
      H[sp] = value;
      H[t + STACK_POINTER] = sp + 1;
      return ENTER;
    case MODE_DISCARD:
      DECREF(value);
      return ENTER;
    case MODE_NOT:
    case MODE_TRUTH: {
      const truth = (value === TRUE) !== (mode === MODE_NOT);
      DECREF(value);
      H[sp] = shared(truth ? TRUE : FALSE);
      H[t + STACK_POINTER] = sp + 1;
      return ENTER;
    }
    default:
      throw new Error(`unknown mode ${mode}`);
  }
}

/**
 * Ends the running frame with a value whose delivery is not a plain push: RETURN_VALUE for every mode but MODE_PUSH.
 * The frame's locals have been dropped and the caller's registers restored; `extra` is owned.
 * Answers a special answer, or -STOP_END when the thread is at its end.
 */
export function finishReturn(t: number, value: number, mode: number, extra: number): number {
  switch (mode) {
    case MODE_ENTRY:
      if (H[t + THREAD_ID] === 0) H[EXIT_STATUS] = value >> 1;
      DECREF(value);
      return -STOP_END;
    case MODE_INIT:
      if (value !== NONE) {
        const name = typeNameOf(value);
        DECREF(value);
        DECREF(extra);
        return raise(TYPE_ERROR, `__init__() should return None, not '${name}'`);
      }
      return push(t, extra);
    case MODE_FOR:
      // The end of a generator in a for loop. (A plain `__next__` gives the next value.)
      if (extra === NULL) return push(t, value);
      DECREF(value);
      endGenerator(t, extra);
      return endLoop(t) === 0 ? ENTER : NULL;
    case MODE_SEND: {
      if (extra === NULL) return push(t, value);
      endGenerator(t, extra);
      const sp = H[t + STACK_POINTER];
      DECREF(H[sp - 1]);
      H[sp - 1] = value;
      H[t + PROGRAM_COUNTER] = H[CODE + H[t + PROGRAM_COUNTER] - 1];
      return ENTER;
    }
    case MODE_NEXT:
      endGenerator(t, extra);
      return raiseRef(
        newException(STOP_ITERATION, value === NONE ? dropFor(value, tupleOf()) : tupleOf(value))
      );
    case MODE_MODULE:
      DECREF(value);
      return push(t, extra);
    case MODE_FINALIZER:
      DECREF(value);
      return endFinalizer(t, extra);
    default:
      return deliver(t, value, mode);
  }
}

function dropFor(value: number, result: number): number {
  DECREF(value);
  return result;
}

function push(t: number, value: number): number {
  const sp = H[t + STACK_POINTER];
  H[sp] = value;
  H[t + STACK_POINTER] = sp + 1;
  return ENTER;
}

/** A generator has returned or raised. The reference from its frame is dropped. */
function endGenerator(t: number, generator: number): void {
  const g = generator >> 2;
  restoreHandled(t, g, true);
  H[g + GENERATOR_STATE] = GENERATOR_DONE;
  DECREF(generator);
}

const endsIteration = (t: number) => isInstance(H[t + EXCEPTION], STOP_ITERATION);

/** Leaves a for loop: the iterator on top of the stack goes, control goes to the target of FOR_ITER. */
function endLoop(t: number): number {
  DECREF(H[t + EXCEPTION]);
  H[t + EXCEPTION] = NULL;
  const sp = H[t + STACK_POINTER] - 1;
  H[t + STACK_POINTER] = sp;
  H[t + PROGRAM_COUNTER] = H[CODE + H[t + PROGRAM_COUNTER] - 1];
  DECREF(H[sp]);
  return 0;
}

/** The end of `yield from` over something that is not a generator: StopIteration's value is its value. */
function endDelegation(t: number): number {
  const exception = takeException();
  const sp = H[t + STACK_POINTER];
  DECREF(H[sp - 1]);
  H[sp - 1] = shared(stopValue(exception));
  DECREF(exception);
  H[t + PROGRAM_COUNTER] = H[CODE + H[t + PROGRAM_COUNTER] - 1];
  return 0;
}

/** The value of a StopIteration, borrowed. */
export function stopValue(exception: number): number {
  const args = H[(exception >> 2) + EXCEPTION_ARGS] >> 2;
  return H[args + TUPLE_LENGTH] === 0 ? NONE : H[args + TUPLE_ITEMS];
}

// ---- exceptions ---------------------------------------------------------------------------------------------------------

/** A new exception remembers the one that was being handled (PEP 3134). */
function setContext(t: number): void {
  const exception = H[t + EXCEPTION] >> 2;
  const handled = H[t + HANDLED];
  if (handled === NULL || handled >> 2 === exception || H[exception + EXCEPTION_CONTEXT] !== NULL) return;
  // Cut a cycle where the handled exception already leads to this one.
  for (let e = handled >> 2; H[e + EXCEPTION_CONTEXT] !== NULL; e = H[e + EXCEPTION_CONTEXT] >> 2) {
    if (H[e + EXCEPTION_CONTEXT] >> 2 === exception) {
      DECREF(H[e + EXCEPTION_CONTEXT]);
      H[e + EXCEPTION_CONTEXT] = NULL;
      break;
    }
  }
  H[exception + EXCEPTION_CONTEXT] = shared(handled);
}

/** Looks for a handler from the running frame outwards. Answers 0 when one runs next, or STOP_END. */
function unwind(t: number): number {
  for (;;) {
    const fp = H[t + FRAME_POINTER];
    const pc = H[t + PROGRAM_COUNTER];
    const code = H[fp + FRAME_CODE];
    addTraceback(t, code, pc);
    const handler = findHandler(code, pc - 1);
    if (handler !== 0) return enterHandler(t, fp, code, handler, pc);
    const mode = H[fp + FRAME_MODE];
    const extra = leaveFrame(t, fp);
    switch (mode) {
      case MODE_ENTRY:
        DECREF(extra);
        return STOP_END;
      case MODE_FOR:
        if (extra !== NULL) failGenerator(t, extra);
        else if (endsIteration(t)) return endLoop(t);
        break;
      case MODE_SEND:
        if (extra !== NULL) failGenerator(t, extra);
        else if (endsIteration(t)) return endDelegation(t);
        break;
      case MODE_NEXT:
        failGenerator(t, extra);
        break;
      case MODE_FINALIZER:
        return ignoreInFinalizer(t, extra);
      case MODE_MODULE:
        forgetModule(extra);
        DECREF(extra);
        break;
      default:
        DECREF(extra);
    }
  }
}

/** The handler entry (word index) that covers a program counter, or 0. */
function findHandler(code: number, at: number): number {
  let entry = H[code + CODE_HANDLERS];
  for (let i = H[code + CODE_HANDLER_COUNT]; i > 0; i--, entry += HANDLER_WORDS) {
    if (at >= H[entry] && at < H[entry + 1]) return entry;
  }
  return 0;
}

function enterHandler(t: number, fp: number, code: number, entry: number, pc: number): number {
  const depth = H[entry + 3] >> 1;
  let sp = fp + H[code + CODE_LOCALS] + depth;
  const top = H[t + STACK_POINTER];
  H[t + STACK_POINTER] = sp;
  dropWords(sp, top);
  if ((H[entry + 3] & 1) !== 0) H[sp++] = (pc - 1) << 1;
  H[sp++] = takeException();
  H[t + STACK_POINTER] = sp;
  H[t + PROGRAM_COUNTER] = H[entry + 2];
  return 0;
}

/** Drops a frame that an exception leaves. Answers its FRAME_EXTRA, owned. */
function leaveFrame(t: number, fp: number): number {
  const top = H[t + STACK_POINTER];
  H[t + FRAME_POINTER] = H[fp + FRAME_BACK];
  H[t + PROGRAM_COUNTER] = H[fp + FRAME_PC];
  H[t + STACK_POINTER] = H[fp + FRAME_SP];
  H[t + DEPTH]--;
  const extra = H[fp + FRAME_EXTRA];
  const function_ = H[fp + FRAME_FUNCTION];
  const locals = H[fp + FRAME_LOCALS];
  keepVariables(t, fp);
  dropWords(fp, top);
  DECREF(locals);
  DECREF(function_);
  return extra;
}

/** The variables of a frame live as long as the traceback that shows it; a generator's go with it. */
function keepVariables(t: number, fp: number): void {
  const code = H[fp + FRAME_CODE];
  const entry = H[(H[t + EXCEPTION] >> 2) + EXCEPTION_TRACEBACK];
  const count = H[code + CODE_LOCALS];
  if (H[code + CODE_HIDDEN] !== 0 || count === 0) return;
  const o = make(T_TUPLE, TUPLE_ITEMS + count);
  H[o + TUPLE_LENGTH] = count;
  for (let i = 0; i < count; i++) {
    H[o + TUPLE_ITEMS + i] = H[fp + i];
    H[fp + i] = NULL;
  }
  H[(entry >> 2) + TRACEBACK_LOCALS] = (o << 2) | 1;
}

/** An exception leaves a generator: it is finished; StopIteration becomes RuntimeError (PEP 479). */
function failGenerator(t: number, generator: number): void {
  endGenerator(t, generator);
  if (!endsIteration(t)) return;
  const cause = takeException();
  raise(RUNTIME_ERROR, "generator raised StopIteration");
  const e = H[t + EXCEPTION] >> 2;
  H[e + EXCEPTION_CONTEXT] = shared(cause);
  H[e + EXCEPTION_CAUSE] = cause;
  H[e + EXCEPTION_SUPPRESS] = 1 << 1;
}

function addTraceback(t: number, code: number, pc: number): void {
  if (H[code + CODE_HIDDEN] !== 0) return;
  const exception = H[t + EXCEPTION] >> 2;
  const o = make(T_TRACEBACK, TRACEBACK_PC + 1);
  H[o + TRACEBACK_LOCALS] = NULL;
  H[o + TRACEBACK_NEXT] = H[exception + EXCEPTION_TRACEBACK];
  H[o + TRACEBACK_CODE] = shared((code << 2) | 1);
  H[o + TRACEBACK_PC] = pc;
  H[exception + EXCEPTION_TRACEBACK] = (o << 2) | 1;
}

// ---- generators asked for by built-ins ---------------------------------------------------------------------------------

/** next(), send() and throw() of a generator: TAIL_FUNCTION with the value TAIL_ARGUMENTS or exception TAIL_KEYWORDS. */
function resume(t: number, mode: number): number {
  const generator = H[t + TAIL_FUNCTION];
  const value = H[t + TAIL_ARGUMENTS];
  const thrown = H[t + TAIL_KEYWORDS];
  H[t + TAIL_FUNCTION] = NULL;
  H[t + TAIL_ARGUMENTS] = NULL;
  H[t + TAIL_KEYWORDS] = NULL;
  // A for loop or `yield from` over generator.__next__ takes the end directly; others get StopIteration.
  const how = mode === MODE_FOR || mode === MODE_SEND ? mode : MODE_NEXT;
  const entered = resumeGenerator(t, generator, value, H[t + STACK_POINTER], how);
  if (entered === NULL || thrown === NULL) return entered;
  return throwInto(t, thrown);
}

/** The innermost generator that the running one delegates to gets the exception (taken over). */
function throwInto(t: number, exception: number): number {
  const sp = H[t + STACK_POINTER];
  const fp = H[t + FRAME_POINTER];
  DECREF(H[sp - 1]); // the None that resuming pushed
  H[t + STACK_POINTER] = sp - 1;
  const delegate = sp - 2 >= fp + H[H[fp + FRAME_CODE] + CODE_LOCALS] ? H[sp - 2] : NULL;
  const send = delegationAt(H[t + PROGRAM_COUNTER]);
  if (send === 0) {
    raiseRef(exception);
    return RERAISED;
  }
  H[t + PROGRAM_COUNTER] = send;
  if (typeOf(delegate) === T_GENERATOR) {
    const entered = resumeGenerator(t, shared(delegate), NULL, H[t + STACK_POINTER], MODE_SEND);
    if (entered === NULL) {
      DECREF(exception);
      return NULL;
    }
    return throwInto(t, exception);
  }
  return throwIntoIterator(t, delegate, exception);
}

const S_THROW_INTO = staticStr("_throw_into");
/** `yield from` over an iterator written in Python: its `throw` method, if it has one. */
function throwIntoIterator(t: number, delegate: number, exception: number): number {
  tailCall(preludeFunction(S_THROW_INTO), [delegate, exception]);
  DECREF(exception);
  return performTail(t, MODE_SEND);
}

/** Program counter behind the SEND that a generator waits at, 0 if it does not delegate. */
export function delegationAt(pc: number): number {
  if ((H[CODE + pc] & 255) !== I.JUMP) return 0;
  const target = H[CODE + pc + 1];
  return (H[CODE + target] & 255) === I.SEND ? target + 2 : 0;
}

/** Takes the generator's state for next/send/throw. Answers RESUME, or NULL with ValueError and the like set. */
export function askResume(t: number, generator: number, value: number, thrown: number): number {
  H[t + TAIL_FUNCTION] = shared(generator);
  H[t + TAIL_ARGUMENTS] = shared(value);
  H[t + TAIL_KEYWORDS] = shared(thrown);
  return RESUME;
}

// ---- finalizers -----------------------------------------------------------------------------------------------------------

/** Calls the `__del__` of all objects whose turn it is. The exception on its way, if any, waits in FRAME_EXTRA. */
function startFinalizer(t: number): number {
  const due = H[t + FINALIZERS];
  H[t + FINALIZERS] = NULL;
  H[t + FINALIZING] = 1;
  callPrelude(S_FINALIZE, [due]);
  DECREF(due);
  const entered = performTail(t, MODE_FINALIZER);
  if (entered === ENTER) H[H[t + FRAME_POINTER] + FRAME_EXTRA] = takeException();
  return entered;
}

/** Objects that fell due while finalizers ran: a list, borrowed by nobody, or NULL. */
export function takeLaterFinalizers(t: number): number {
  const later = H[t + FINALIZERS_LATER];
  H[t + FINALIZERS_LATER] = NULL;
  return later;
}

/** Back to what the finalizer interrupted. */
function endFinalizer(t: number, pending: number): number {
  H[t + FINALIZING] = 0;
  H[t + FINALIZERS] = takeLaterFinalizers(t);
  if (pending !== NULL) raiseRef(pending);
  if (H[t + FINALIZERS] !== NULL) return FINALIZE;
  return pending === NULL ? ENTER : RERAISED;
}

function ignoreInFinalizer(t: number, pending: number): number {
  const exception = takeException();
  DECREF(exception);
  const answer = endFinalizer(t, pending);
  return answer === ENTER ? 0 : settle(t, answer, MODE_PUSH);
}

/** Drops the operands of a blocking call that has come to its end. */
export function leaveBlocking(t: number): void {
  const floor = H[t + BLOCK_FLOOR];
  const top = H[t + STACK_POINTER];
  H[t + STACK_POINTER] = floor;
  dropWords(floor, top);
}
