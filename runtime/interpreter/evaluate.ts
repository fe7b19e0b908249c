/**
 * The evaluation loop. Plain synchronous code that executes a thread's bytecodes until its fuel is spent, the breaker
 * asks, it must block, or it ends; all state is in the thread's block and stack, so that it can stop anywhere.
 *
 * The build replaces INCREF and DECREF by the policy's text and instruction names by their numbers. V8
 * optimises no function beyond 60 kB of its bytecode: whatever is not a fast path stands in `handlers.ts`, and
 * bench/cliff.mjs watches the size.
 */
import {DECREF, INCREF} from "../memory/counts.ts";
import {allocate, F, FLOAT_CLASS, H, HeapExhausted, setThread} from "../memory/heap.ts";
import {type Pending, takePending} from "../objects/calls.ts";
import {raise} from "../objects/errors.ts";
import {MEMORY_ERROR} from "../objects/exceptions.ts";
import {truthSimple} from "../objects/inspect.ts";
import {next, PYTHON_NEXT} from "../objects/iterators.ts";
import {
  FALSE,
  NONE,
  T_FLOAT,
  T_FUNCTION,
  T_GENERATOR,
  T_LIST,
  T_LIST_ITERATOR,
  T_METHOD_DESCRIPTOR,
  T_NATIVE,
  T_RANGE_ITERATOR,
  TRUE
} from "../objects/kinds.ts";
import {
  BLOCK,
  BLOCK_MODE,
  BREAKER,
  BREAKER_MASK,
  BROKEN,
  BYTECODES_HIGH,
  BYTECODES_LOW,
  CELL_VALUE,
  CODE,
  CODE_ARGS,
  CODE_LOCALS,
  CODE_SIMPLE,
  CODE_STACK,
  CODE_START,
  CODE_USED,
  CODE_WORDS,
  DEPTH,
  DICT_BLOCK,
  DICT_FILL,
  DICT_SIZE,
  DICT_VERSION,
  ENTER,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  EXCEPTION,
  FINALIZE,
  FINALIZERS,
  FLOAT_WORDS,
  FRAME_BACK,
  FRAME_CODE,
  FRAME_EXTRA,
  FRAME_FUNCTION,
  FRAME_LOCALS,
  FRAME_MODE,
  FRAME_PC,
  FRAME_POINTER,
  FRAME_SP,
  FRAME_WORDS,
  FREE_OBJECTS,
  FUNCTION_CODE,
  FUNCTION_GLOBALS,
  HANDLED,
  INSTANCE_DICT,
  LIST_BLOCK,
  LIST_CAPACITY,
  LIST_LENGTH,
  MODE_DISCARD,
  MODE_FOR,
  MODE_NOT,
  MODE_PUSH,
  MODE_SEND,
  MODE_TRUTH,
  NATIVE_ID,
  NATIVE_SELF,
  NOT_READY,
  NULL,
  OUT_OF_FUEL,
  PROGRAM_COUNTER,
  RECURSION_LIMIT,
  RERAISED,
  SETTLE,
  SPECIAL_END,
  STACK_LIMIT,
  STACK_POINTER,
  STOP,
  STOP_BLOCK,
  STOP_BREAKER,
  STOP_FUEL,
  TICKS_LEFT,
  TYPE,
  TYPE_VERSION
} from "../objects/layout.ts";
import {reserve} from "../objects/list.ts";
import {getAttribute, setAttribute} from "./attributes.ts";
import {call, callSpread} from "./call.ts";
import {makeGenerator, restoreHandled, resumeGenerator, saveFrame} from "./frames.ts";
import * as handlers from "./handlers.ts";
import {I} from "./instructions.ts";
import {askTruth, compare, contains, deleteItem, getItem, getIterator, setItem, unary} from "./operators.ts";
import {train} from "./train.ts";
import {finishReturn, leaveBlocking, settle} from "./unwind.ts";

/** This worker's copy of the code: the same program counters, with its own quickened instructions and caches. */
const C = new Int32Array(CODE_WORDS);
let copied = 0;

/** Takes over code that was loaded since the last call. */
export function copyCode(): void {
  C.set(H.subarray(CODE + copied, CODE + H[CODE_USED]), copied);
  copied = H[CODE_USED];
}

export const codeCopied = () => copied;

const pending = new Map<number, Pending>();

/** Performs the blocking operation of thread `t`, without the GIL. */
export function performBlocking(t: number): number {
  return pending.get(t)!.operation();
}

/** Performs that operation with the GIL, if it need not wait. Answers its result, or NOT_READY. */
export function attemptBlocking(t: number): number {
  const {attempt} = pending.get(t)!;
  return attempt === undefined ? NOT_READY : attempt();
}

const finished = new Map<number, number>();
/** Gives thread `t`, which holds the GIL again, the result of its blocking operation; `run` goes on from there. */
export function finishBlocking(t: number, result: number): void {
  finished.set(t, result);
}

/** Whether the result of a blocking operation waits for `run`. */
export const isFinishing = (t: number) => finished.has(t);

/** Answer of a blocking call's `finish`, its operands dropped unless it blocks once more. */
function completeBlocking(t: number): number {
  const result = finished.get(t)!;
  finished.delete(t);
  const {finish} = pending.get(t)!;
  pending.delete(t);
  const answer = finish(result);
  if (answer !== BLOCK) leaveBlocking(t);
  return answer;
}

let trained = false;

/**
 * Executes bytecodes of thread `t`.
 * @returns STOP_FUEL, STOP_BREAKER, STOP_BLOCK or STOP_END
 */
export function run(t: number): number {
  setThread(t);
  if (!trained) {
    trained = true;
    trained = train(t);
  }
  const breakerMask = H[t + BREAKER_MASK];
  const before = H[t + TICKS_LEFT];
  let fuel = before;
  let fp = H[t + FRAME_POINTER];
  let pc = H[t + PROGRAM_COUNTER];
  let sp = H[t + STACK_POINTER];
  let answer = finished.size !== 0 && finished.has(t) ? completeBlocking(t) : ENTER;
  let mode = answer === ENTER ? MODE_PUSH : H[t + BLOCK_MODE];
  for (;;) {
    if (answer === OUT_OF_FUEL || answer === BROKEN) {
      H[t + FRAME_POINTER] = fp;
      H[t + PROGRAM_COUNTER] = pc;
      H[t + STACK_POINTER] = sp;
      account(t, before, fuel);
      return answer === BROKEN ? STOP_BREAKER : STOP_FUEL;
    }
    if (answer !== ENTER) {
      const stop = settle(t, answer, mode);
      if (stop !== 0) {
        if (stop === STOP_BLOCK) pending.set(t, takePending());
        account(t, before, fuel);
        return stop;
      }
    }
    mode = MODE_PUSH;
    fp = H[t + FRAME_POINTER];
    pc = H[t + PROGRAM_COUNTER];
    sp = H[t + STACK_POINTER];
    try {
      for (;;) {
        const w = C[pc++];
        fuel -= (w >>> 8) & 255;
        switch (w & 255) {
          case I.NOP:
            continue;
          case I.POP_TOP: {
            const value = H[--sp];
            DECREF(value);
            if (H[t + FINALIZERS] === NULL) continue;
            answer = FINALIZE;
            break;
          }
          case I.PUSH_NULL:
            H[sp++] = NULL;
            continue;
          case I.LOAD_FAST: {
            const value = H[fp + (w >>> 16)];
            if (value === NULL) {
              answer = handlers.unboundLocal(fp, w >>> 16);
              break;
            }
            INCREF(value);
            H[sp++] = value;
            continue;
          }
          case I.FAST_FAST: {
            const value = H[fp + (w >>> 16)];
            const second = H[fp + (C[pc] >>> 16)];
            if (value === NULL) {
              answer = handlers.unboundLocal(fp, w >>> 16);
              break;
            }
            if (second === NULL) {
              answer = handlers.unboundLocal(fp, C[pc] >>> 16);
              break;
            }
            INCREF(value);
            INCREF(second);
            H[sp] = value;
            H[sp + 1] = second;
            sp += 2;
            pc++;
            continue;
          }
          case I.FAST_CONST: {
            const value = H[fp + (w >>> 16)];
            if (value === NULL) {
              answer = handlers.unboundLocal(fp, w >>> 16);
              break;
            }
            const second = C[pc + 1];
            INCREF(value);
            INCREF(second);
            H[sp] = value;
            H[sp + 1] = second;
            sp += 2;
            pc += 2;
            continue;
          }
          case I.STORE_FAST: {
            const at = fp + (w >>> 16);
            const old = H[at];
            H[at] = H[--sp];
            DECREF(old);
            if (H[t + FINALIZERS] === NULL) continue;
            answer = FINALIZE;
            break;
          }
          case I.LOAD_CONST: {
            const value = C[pc++];
            INCREF(value);
            H[sp++] = value;
            continue;
          }
          case I.FAST_CONST_COMPARE_JUMP: {
            const a = H[fp + (w >>> 16)];
            if ((a & 1) === 0) {
              const b = C[pc + 1];
              let holds: boolean;
              switch (C[pc + 2] >>> 16) {
                case 0:
                  holds = a < b;
                  break;
                case 1:
                  holds = a <= b;
                  break;
                case 2:
                  holds = a === b;
                  break;
                case 3:
                  holds = a !== b;
                  break;
                case 4:
                  holds = a > b;
                  break;
                default:
                  holds = a >= b;
              }
              switch (C[pc + 3] & 255) {
                case I.POP_JUMP_IF_FALSE:
                  pc = holds ? pc + 5 : C[pc + 4];
                  continue;
                case I.POP_JUMP_IF_TRUE:
                  pc = holds ? C[pc + 4] : pc + 5;
                  continue;
                case I.POP_JUMP_BACKWARD_IF_FALSE:
                  if (holds) {
                    pc += 5;
                    continue;
                  }
                  pc = C[pc + 4];
                  break;
                default:
                  if (!holds) {
                    pc += 5;
                    continue;
                  }
                  pc = C[pc + 4];
              }
              if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0) continue;
              answer = fuel < 0 ? OUT_OF_FUEL : BROKEN;
              break;
            }
            if (a === NULL) {
              answer = handlers.unboundLocal(fp, w >>> 16);
              break;
            }
            fuel += ((w >>> 8) & 255) - 1;
            INCREF(a);
            H[sp++] = a;
            continue;
          }
          case I.FAST_FAST_COMPARE_JUMP: {
            const a = H[fp + (w >>> 16)];
            const b = H[fp + (C[pc] >>> 16)];
            if (((a | b) & 1) === 0) {
              let holds: boolean;
              switch (C[pc + 1] >>> 16) {
                case 0:
                  holds = a < b;
                  break;
                case 1:
                  holds = a <= b;
                  break;
                case 2:
                  holds = a === b;
                  break;
                case 3:
                  holds = a !== b;
                  break;
                case 4:
                  holds = a > b;
                  break;
                default:
                  holds = a >= b;
              }
              const jump = C[pc + 2] & 255;
              const when = jump === I.POP_JUMP_IF_TRUE || jump === I.POP_JUMP_BACKWARD_IF_TRUE;
              if (holds !== when) {
                pc += 4;
                continue;
              }
              pc = C[pc + 3];
              if (jump === I.POP_JUMP_IF_FALSE || jump === I.POP_JUMP_IF_TRUE) continue;
              if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0) continue;
              answer = fuel < 0 ? OUT_OF_FUEL : BROKEN;
              break;
            }
            if (a === NULL) {
              answer = handlers.unboundLocal(fp, w >>> 16);
              break;
            }
            fuel += ((w >>> 8) & 255) - 1;
            INCREF(a);
            H[sp++] = a;
            continue;
          }
          case I.FAST_CONST_ADD_STORE: {
            const a = H[fp + (w >>> 16)];
            const b = C[pc + 1];
            const sum = (a + b) | 0;
            if ((a & 1) === 0 && ((a ^ sum) & (b ^ sum)) >= 0) {
              const at = fp + (C[pc + 3] >>> 16);
              const old = H[at];
              H[at] = sum;
              DECREF(old);
              pc += 4;
              continue;
            }
            if (a === NULL) {
              answer = handlers.unboundLocal(fp, w >>> 16);
              break;
            }
            fuel += ((w >>> 8) & 255) - 1;
            INCREF(a);
            H[sp++] = a;
            continue;
          }
          case I.FAST_CONST_SUB_STORE: {
            const a = H[fp + (w >>> 16)];
            const b = C[pc + 1];
            const difference = (a - b) | 0;
            if ((a & 1) === 0 && ((a ^ b) & (a ^ difference)) >= 0) {
              const at = fp + (C[pc + 3] >>> 16);
              const old = H[at];
              H[at] = difference;
              DECREF(old);
              pc += 4;
              continue;
            }
            if (a === NULL) {
              answer = handlers.unboundLocal(fp, w >>> 16);
              break;
            }
            fuel += ((w >>> 8) & 255) - 1;
            INCREF(a);
            H[sp++] = a;
            continue;
          }
          case I.FAST_FAST_ADD_STORE: {
            const a = H[fp + (w >>> 16)];
            const b = H[fp + (C[pc] >>> 16)];
            const sum = (a + b) | 0;
            if (((a | b) & 1) === 0 && ((a ^ sum) & (b ^ sum)) >= 0) {
              const at = fp + (C[pc + 2] >>> 16);
              const old = H[at];
              H[at] = sum;
              DECREF(old);
              pc += 3;
              continue;
            }
            if (a === NULL) {
              answer = handlers.unboundLocal(fp, w >>> 16);
              break;
            }
            fuel += ((w >>> 8) & 255) - 1;
            INCREF(a);
            H[sp++] = a;
            continue;
          }
          case I.BINARY_OP: {
            const b = H[sp - 1];
            const a = H[sp - 2];
            const op = w >>> 16;
            if (((a | b) & 1) === 0) {
              if (op === 0 || op === 13) {
                const sum = (a + b) | 0;
                if (((a ^ sum) & (b ^ sum)) >= 0) {
                  H[--sp - 1] = sum;
                  continue;
                }
              } else if (op === 10 || op === 23) {
                const difference = (a - b) | 0;
                if (((a ^ b) & (a ^ difference)) >= 0) {
                  H[--sp - 1] = difference;
                  continue;
                }
              } else if (op === 1 || op === 14) {
                H[--sp - 1] = a & b;
                continue;
              } else if (op === 5 || op === 18) {
                const product = (a >> 1) * (b >> 1);
                if (product >= -1073741824 && product <= 1073741823) {
                  H[--sp - 1] = product << 1;
                  continue;
                }
              }
            }
            H[t + STACK_POINTER] = sp;
            const result = handlers.binaryAt(C, pc - 1, a, b);
            sp -= 2;
            handlers.drop(a);
            handlers.drop(b);
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            answer = result;
            break;
          }
          case I.BINARY_OP_FLOAT: {
            // + - * / of floats, or of a float and a small integer. An operand that nothing else refers to takes the result.
            const b = H[sp - 1];
            const a = H[sp - 2];
            if (
              ((a & 1) === 0 ? (b & 1) !== 0 : H[(a >> 2) + TYPE] === T_FLOAT) &&
              ((b & 1) === 0 || H[(b >> 2) + TYPE] === T_FLOAT)
            ) {
              const x = (a & 1) === 0 ? a >> 1 : F[(a >> 3) + 1];
              const y = (b & 1) === 0 ? b >> 1 : F[(b >> 3) + 1];
              const op = w >>> 16;
              let value: number;
              if (op === 0 || op === 13) value = x + y;
              else if (op === 5 || op === 18) value = x * y;
              else if (op === 10 || op === 23) value = x - y;
              else value = x / y;
              if (y !== 0 || (op !== 11 && op !== 24)) {
                sp--;
                if ((a & 1) !== 0 && H[a >> 2] === 1) {
                  F[(a >> 3) + 1] = value;
                  DECREF(b);
                  continue;
                }
                let o: number;
                if ((b & 1) !== 0 && H[b >> 2] === 1) o = b >> 2;
                else {
                  o = H[t + FREE_OBJECTS + FLOAT_CLASS];
                  if (o === 0) o = allocate(FLOAT_WORDS);
                  else H[t + FREE_OBJECTS + FLOAT_CLASS] = H[o + 1];
                  H[o] = 1;
                  H[o + TYPE] = T_FLOAT;
                  DECREF(b);
                }
                F[(o >> 1) + 1] = value;
                H[sp - 1] = (o << 2) | 1;
                DECREF(a);
                continue;
              }
            }
            C[pc - 1] = (w & ~255) | I.BINARY_OP;
            fuel += (w >>> 8) & 255;
            pc--;
            continue;
          }
          case I.COMPARE_JUMP: {
            const b = H[sp - 1];
            const a = H[sp - 2];
            const holds =
              ((a | b) & 1) === 0
                ? handlers.compareSmall(w >>> 16, a, b)
                : handlers.compareFloats(w >>> 16, a, b);
            if (holds >= 0) {
              sp -= 2;
              DECREF(a);
              DECREF(b);
              const jump = C[pc] & 255;
              const when = jump === I.POP_JUMP_IF_TRUE || jump === I.POP_JUMP_BACKWARD_IF_TRUE ? 1 : 0;
              if (holds !== when) {
                pc += 2;
                continue;
              }
              pc = C[pc + 1];
              if (jump === I.POP_JUMP_IF_FALSE || jump === I.POP_JUMP_IF_TRUE) continue;
              if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0) continue;
              answer = fuel < 0 ? OUT_OF_FUEL : BROKEN;
              break;
            }
            fuel += ((w >>> 8) & 255) - 1;
            H[t + STACK_POINTER] = sp;
            const result = compare(w >>> 16, a, b);
            sp -= 2;
            handlers.drop(a);
            handlers.drop(b);
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            answer = result;
            break;
          }
          case I.COMPARE_OP: {
            const b = H[sp - 1];
            const a = H[sp - 2];
            H[t + STACK_POINTER] = sp;
            const result = compare(w >>> 16, a, b);
            sp -= 2;
            handlers.drop(a);
            handlers.drop(b);
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            answer = result;
            break;
          }
          case I.IS_OP: {
            const b = H[--sp];
            const a = H[sp - 1];
            const holds = (a === b) === (w >>> 16 === 0) ? TRUE : FALSE;
            INCREF(holds);
            H[sp - 1] = holds;
            DECREF(a);
            DECREF(b);
            continue;
          }
          case I.CONTAINS_OP: {
            const container = H[sp - 1];
            const item = H[sp - 2];
            H[t + STACK_POINTER] = sp;
            const result = contains(container, item);
            sp -= 2;
            handlers.drop(container);
            handlers.drop(item);
            mode = w >>> 16 === 0 ? MODE_TRUTH : MODE_NOT;
            if (result === TRUE || result === FALSE) {
              H[sp++] = mode === MODE_TRUTH ? result : result === TRUE ? FALSE : TRUE;
              mode = MODE_PUSH;
              continue;
            }
            answer = result;
            break;
          }
          case I.JUMP:
            pc = C[pc];
            continue;
          case I.JUMP_BACKWARD:
            pc = C[pc];
            if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0) continue;
            answer = fuel < 0 ? OUT_OF_FUEL : BROKEN;
            break;
          case I.POP_JUMP_IF_FALSE:
          case I.POP_JUMP_IF_TRUE:
          case I.POP_JUMP_BACKWARD_IF_FALSE:
          case I.POP_JUMP_BACKWARD_IF_TRUE: {
            const value = H[--sp];
            const operation = w & 255;
            let holds: number;
            if (value === TRUE) holds = 1;
            else if (value === FALSE) holds = 0;
            else holds = truthSimple(value);
            if (holds > 1) {
              // Python code decides: its bool takes the value's place, and the jump is executed again.
              H[t + STACK_POINTER] = sp;
              answer = askTruth(value);
              handlers.drop(value);
              pc--;
              break;
            }
            handlers.drop(value);
            const when =
              operation === I.POP_JUMP_IF_TRUE || operation === I.POP_JUMP_BACKWARD_IF_TRUE ? 1 : 0;
            if (holds !== when) {
              pc++;
              continue;
            }
            pc = C[pc];
            if (operation === I.POP_JUMP_IF_FALSE || operation === I.POP_JUMP_IF_TRUE) continue;
            if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0) continue;
            answer = fuel < 0 ? OUT_OF_FUEL : BROKEN;
            break;
          }
          case I.POP_JUMP_IF_NONE:
          case I.POP_JUMP_IF_NOT_NONE:
          case I.POP_JUMP_BACKWARD_IF_NONE:
          case I.POP_JUMP_BACKWARD_IF_NOT_NONE: {
            const value = H[--sp];
            const operation = w & 255;
            const when = operation === I.POP_JUMP_IF_NONE || operation === I.POP_JUMP_BACKWARD_IF_NONE;
            pc = (value === NONE) === when ? C[pc] : pc + 1;
            handlers.drop(value);
            if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0) continue;
            answer = fuel < 0 ? OUT_OF_FUEL : BROKEN;
            break;
          }
          case I.UNARY_NOT: {
            const value = H[sp - 1];
            const holds = truthSimple(value);
            if (holds > 1) {
              H[t + STACK_POINTER] = --sp;
              answer = askTruth(value);
              handlers.drop(value);
              mode = MODE_NOT;
              break;
            }
            const result = holds === 1 ? FALSE : TRUE;
            INCREF(result);
            H[sp - 1] = result;
            handlers.drop(value);
            continue;
          }
          case I.UNARY_POSITIVE:
          case I.UNARY_NEGATIVE:
          case I.UNARY_INVERT: {
            const value = H[sp - 1];
            const operation = w & 255;
            H[t + STACK_POINTER] = sp;
            const result = unary(
              operation === I.UNARY_POSITIVE ? 0 : operation === I.UNARY_NEGATIVE ? 1 : 2,
              value
            );
            sp--;
            handlers.drop(value);
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            answer = result;
            break;
          }
          case I.LOAD_GLOBAL: {
            if (handlers.quickenGlobal(C, pc - 1, fp)) {
              fuel += (w >>> 8) & 255;
              pc--;
              continue;
            }
            answer = NULL;
            break;
          }
          case I.LOAD_GLOBAL_MODULE: {
            // Words: name, entry number, -. The entry holds the name: no other check is needed.
            const globals = H[(H[fp + FRAME_FUNCTION] >> 2) + FUNCTION_GLOBALS] >> 2;
            const number = C[pc + 1];
            if (number < H[globals + DICT_FILL]) {
              const entry = H[globals + DICT_BLOCK] + H[globals + DICT_SIZE] + number * ENTRY_WORDS;
              if (H[entry + ENTRY_KEY] === C[pc]) {
                if (w >>> 16 !== 0) H[sp++] = NULL;
                const value = H[entry + ENTRY_VALUE];
                INCREF(value);
                H[sp++] = value;
                pc += 3;
                continue;
              }
            }
            C[pc - 1] = (w & ~255) | I.LOAD_GLOBAL;
            fuel += (w >>> 8) & 255;
            pc--;
            continue;
          }
          case I.LOAD_GLOBAL_BUILTIN: {
            // Words: name, version of the globals' keys, version of the builtins' keys; the value is looked up by
            // its entry's number, which shares the word with nothing: see handlers.quickenGlobal.
            const globals = H[(H[fp + FRAME_FUNCTION] >> 2) + FUNCTION_GLOBALS] >> 2;
            if (H[globals + DICT_VERSION] === C[pc + 1]) {
              const value = handlers.builtinAt(C[pc + 2], C[pc]);
              if (value !== NULL) {
                if (w >>> 16 !== 0) H[sp++] = NULL;
                INCREF(value);
                H[sp++] = value;
                pc += 3;
                continue;
              }
            }
            C[pc - 1] = (w & ~255) | I.LOAD_GLOBAL;
            fuel += (w >>> 8) & 255;
            pc--;
            continue;
          }
          case I.LOAD_ATTR: {
            const value = H[sp - 1];
            H[t + STACK_POINTER] = sp;
            const result = getAttribute(value, C[pc]);
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              handlers.quickenAttribute(C, pc - 1, value);
              H[sp - 1] = result;
              handlers.drop(value);
              pc += 3;
              continue;
            }
            sp--;
            handlers.drop(value);
            answer = result;
            pc += 3;
            break;
          }
          case I.LOAD_ATTR_INSTANCE: {
            // Words: name, type version, entry number in the instance's dict.
            const value = H[sp - 1];
            if ((value & 1) !== 0) {
              const o = value >> 2;
              if (H[H[o + TYPE] + TYPE_VERSION] === C[pc + 1]) {
                const dict = H[o + INSTANCE_DICT] >> 2;
                const number = C[pc + 2];
                if (number < H[dict + DICT_FILL]) {
                  const entry = H[dict + DICT_BLOCK] + H[dict + DICT_SIZE] + number * ENTRY_WORDS;
                  if (H[entry + ENTRY_KEY] === C[pc]) {
                    const result = H[entry + ENTRY_VALUE];
                    INCREF(result);
                    H[sp - 1] = result;
                    DECREF(value);
                    pc += 3;
                    continue;
                  }
                }
              }
            }
            C[pc - 1] = (w & ~255) | I.LOAD_ATTR;
            fuel += (w >>> 8) & 255;
            pc--;
            continue;
          }
          case I.STORE_ATTR: {
            const owner = H[sp - 1];
            const value = H[sp - 2];
            H[t + STACK_POINTER] = sp;
            const done = setAttribute(owner, C[pc], value);
            if (done === 0) handlers.quickenStore(C, pc - 1, owner);
            sp -= 2;
            pc += 3;
            handlers.drop(owner);
            handlers.drop(value);
            if (done !== 0) {
              answer = done;
              mode = MODE_DISCARD;
              break;
            }
            if (H[t + FINALIZERS] === NULL) continue;
            answer = FINALIZE;
            break;
          }
          case I.STORE_ATTR_INSTANCE: {
            const owner = H[sp - 1];
            if ((owner & 1) !== 0) {
              const o = owner >> 2;
              if (H[H[o + TYPE] + TYPE_VERSION] === C[pc + 1]) {
                const dict = H[o + INSTANCE_DICT] >> 2;
                const number = C[pc + 2];
                if (number < H[dict + DICT_FILL]) {
                  const entry = H[dict + DICT_BLOCK] + H[dict + DICT_SIZE] + number * ENTRY_WORDS;
                  if (H[entry + ENTRY_KEY] === C[pc]) {
                    const old = H[entry + ENTRY_VALUE];
                    H[entry + ENTRY_VALUE] = H[sp - 2];
                    sp -= 2;
                    pc += 3;
                    DECREF(old);
                    DECREF(owner);
                    if (H[t + FINALIZERS] === NULL) continue;
                    answer = FINALIZE;
                    break;
                  }
                }
              }
            }
            C[pc - 1] = (w & ~255) | I.STORE_ATTR;
            fuel += (w >>> 8) & 255;
            pc--;
            continue;
          }
          case I.LOAD_METHOD: {
            const value = H[sp - 1];
            H[t + STACK_POINTER] = sp;
            const method = handlers.findMethodFor(C, pc - 1, value);
            if (method !== NULL) {
              INCREF(method);
              H[sp - 1] = method;
              H[sp++] = value;
              pc += 4;
              continue;
            }
            const result = getAttribute(value, C[pc]);
            pc += 4;
            H[sp - 1] = NULL;
            handlers.drop(value);
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            answer = result;
            break;
          }
          case I.LOAD_METHOD_TYPE: {
            // Words: name, type version, method, version of the keys of an instance that does not hide it.
            const value = H[sp - 1];
            if ((value & 1) !== 0 && H[H[(value >> 2) + TYPE] + TYPE_VERSION] === C[pc + 1]) {
              const known = C[pc + 3];
              if (
                known === handlers.HIDES_NOTHING ||
                (known !== 0 && H[(H[(value >> 2) + INSTANCE_DICT] >> 2) + DICT_VERSION] === known) ||
                handlers.hidesNothing(C, pc, value)
              ) {
                const method = C[pc + 2];
                INCREF(method);
                H[sp - 1] = method;
                H[sp++] = value;
                pc += 4;
                continue;
              }
            }
            C[pc - 1] = (w & ~255) | I.LOAD_METHOD;
            fuel += (w >>> 8) & 255;
            pc--;
            continue;
          }
          case I.CALL: {
            const n = w >>> 16;
            let callable = H[sp - n - 2];
            let start = sp - n - 1;
            if (callable === NULL) callable = H[start++];
            pc++;
            if ((callable & 1) !== 0) {
              const f = callable >> 2;
              if (H[f + TYPE] === T_FUNCTION) {
                const code = H[f + FUNCTION_CODE] >> 2;
                const given = sp - start;
                if (H[code + CODE_SIMPLE] === 1 && H[code + CODE_ARGS] === given) {
                  const frame = sp + FRAME_WORDS;
                  const locals = H[code + CODE_LOCALS];
                  if (
                    H[t + DEPTH] < H[RECURSION_LIMIT] &&
                    frame + locals + H[code + CODE_STACK] < H[t + STACK_LIMIT]
                  ) {
                    for (let i = 0; i < given; i++) H[frame + i] = H[start + i];
                    for (let i = given; i < locals; i++) H[frame + i] = NULL;
                    H[frame + FRAME_CODE] = code;
                    H[frame + FRAME_FUNCTION] = callable;
                    H[frame + FRAME_BACK] = fp;
                    H[frame + FRAME_PC] = pc;
                    H[frame + FRAME_SP] = sp - n - 2;
                    H[frame + FRAME_MODE] = MODE_PUSH;
                    H[frame + FRAME_EXTRA] = NULL;
                    H[frame + FRAME_LOCALS] = NULL;
                    H[t + DEPTH] = H[t + DEPTH] + 1;
                    H[t + FRAME_POINTER] = frame;
                    fp = frame;
                    sp = frame + locals;
                    pc = H[code + CODE_START];
                    if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0) continue;
                    answer = fuel < 0 ? OUT_OF_FUEL : BROKEN;
                    break;
                  }
                }
              }
            }
            handlers.quickenCall(C, pc - 2, sp, n);
            H[t + PROGRAM_COUNTER] = pc;
            H[t + STACK_POINTER] = sp;
            const result = call(t, sp, n, NULL, MODE_PUSH);
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              sp = H[t + STACK_POINTER];
              H[sp++] = result;
              if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0 && H[t + FINALIZERS] === NULL) continue;
              answer = H[t + FINALIZERS] !== NULL ? FINALIZE : fuel < 0 ? OUT_OF_FUEL : BROKEN;
              break;
            }
            if (result === ENTER) {
              fp = H[t + FRAME_POINTER];
              pc = H[t + PROGRAM_COUNTER];
              sp = H[t + STACK_POINTER];
              if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0) continue;
              answer = fuel < 0 ? OUT_OF_FUEL : BROKEN;
              break;
            }
            sp = H[t + STACK_POINTER];
            answer = result;
            break;
          }
          case I.CALL_NATIVE: {
            // Word: the number of a built-in that takes these arguments as they are.
            const n = w >>> 16;
            const floor = sp - n - 2;
            const method = H[floor];
            const callable = method === NULL ? H[floor + 1] : method;
            const f = callable >> 2;
            if (
              (callable & 1) !== 0 &&
              (method === NULL
                ? H[f + TYPE] === T_NATIVE && H[f + NATIVE_SELF] === NULL
                : H[f + TYPE] === T_METHOD_DESCRIPTOR) &&
              H[f + NATIVE_ID] === C[pc]
            ) {
              H[t + PROGRAM_COUNTER] = pc + 1;
              const result =
                method === NULL
                  ? handlers.runInPlace(t, C[pc], floor, floor + 2, n)
                  : handlers.runInPlace(t, C[pc], floor, floor + 1, n + 1);
              pc++;
              sp = H[t + STACK_POINTER];
              if ((result & 1) === 0 || result >= SPECIAL_END) {
                H[sp++] = result;
                if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0 && H[t + FINALIZERS] === NULL) continue;
                answer = H[t + FINALIZERS] !== NULL ? FINALIZE : fuel < 0 ? OUT_OF_FUEL : BROKEN;
                break;
              }
              answer = result;
              break;
            }
            C[pc - 1] = (w & ~255) | I.CALL;
            fuel += (w >>> 8) & 255;
            pc--;
            continue;
          }
          case I.CALL_APPEND: {
            // Word: the number of list.append.
            const method = H[sp - 3];
            const receiver = H[sp - 2];
            const list = receiver >> 2;
            if (
              method !== NULL &&
              H[(method >> 2) + TYPE] === T_METHOD_DESCRIPTOR &&
              H[(method >> 2) + NATIVE_ID] === C[pc] &&
              H[list + TYPE] === T_LIST
            ) {
              const length = H[list + LIST_LENGTH];
              if (length === H[list + LIST_CAPACITY]) reserve(list, length + 1);
              H[H[list + LIST_BLOCK] + length] = H[sp - 1];
              H[list + LIST_LENGTH] = length + 1;
              pc++;
              sp -= 3;
              DECREF(method);
              DECREF(receiver);
              const following = C[pc];
              if ((following & 255) === I.POP_TOP) {
                fuel -= (following >>> 8) & 255;
                pc++;
              } else {
                H[sp++] = NONE;
                H[NONE >> 2]++;
              }
              if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0 && H[t + FINALIZERS] === NULL) continue;
              answer = H[t + FINALIZERS] !== NULL ? FINALIZE : fuel < 0 ? OUT_OF_FUEL : BROKEN;
              break;
            }
            C[pc - 1] = (w & ~255) | I.CALL;
            fuel += (w >>> 8) & 255;
            pc--;
            continue;
          }
          case I.CALL_KW: {
            const names = C[pc++];
            H[t + PROGRAM_COUNTER] = pc;
            H[t + STACK_POINTER] = sp;
            const result = call(t, sp, w >>> 16, names, MODE_PUSH);
            pc = H[t + PROGRAM_COUNTER];
            sp = H[t + STACK_POINTER];
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            if (result === ENTER) {
              fp = H[t + FRAME_POINTER];
              continue;
            }
            answer = result;
            break;
          }
          case I.CALL_FUNCTION_EX: {
            H[t + PROGRAM_COUNTER] = pc;
            const keywords = (w >>> 16) & 1 ? H[--sp] : NULL;
            const args = H[--sp];
            H[t + STACK_POINTER] = sp;
            const result = handlers.isSpreadable(args, keywords)
              ? callSpread(t, sp - 2, args, keywords, MODE_PUSH)
              : handlers.respread(t, sp, args, keywords);
            pc = H[t + PROGRAM_COUNTER];
            sp = H[t + STACK_POINTER];
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            if (result === ENTER) {
              fp = H[t + FRAME_POINTER];
              continue;
            }
            answer = result;
            break;
          }
          case I.RETURN_VALUE: {
            const value = H[--sp];
            const end = fp + H[H[fp + FRAME_CODE] + CODE_LOCALS];
            const function_ = H[fp + FRAME_FUNCTION];
            const back = H[fp + FRAME_BACK];
            const how = H[fp + FRAME_MODE];
            for (let i = fp; i < end; i++) {
              const local = H[i];
              DECREF(local);
            }
            pc = H[fp + FRAME_PC];
            sp = H[fp + FRAME_SP];
            H[t + DEPTH] = H[t + DEPTH] - 1;
            H[t + FRAME_POINTER] = back;
            if (how === MODE_PUSH) {
              const body = H[fp + FRAME_LOCALS];
              fp = back;
              DECREF(body);
              DECREF(function_);
              H[sp++] = value;
              if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0 && H[t + FINALIZERS] === NULL) continue;
              answer = H[t + FINALIZERS] !== NULL ? FINALIZE : fuel < 0 ? OUT_OF_FUEL : BROKEN;
              break;
            }
            const body = H[fp + FRAME_LOCALS];
            const extra = H[fp + FRAME_EXTRA];
            DECREF(body);
            DECREF(function_);
            H[t + PROGRAM_COUNTER] = pc;
            H[t + STACK_POINTER] = sp;
            answer = finishReturn(t, value, how, extra);
            if (answer < 0) {
              account(t, before, fuel);
              return -answer;
            }
            fp = H[t + FRAME_POINTER];
            pc = H[t + PROGRAM_COUNTER];
            sp = H[t + STACK_POINTER];
            if (answer === ENTER && H[t + FINALIZERS] === NULL) continue;
            if (answer === ENTER) answer = FINALIZE;
            break;
          }
          case I.GET_ITER: {
            const value = H[sp - 1];
            H[t + STACK_POINTER] = sp;
            const result = getIterator(value);
            sp--;
            handlers.drop(value);
            if (result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            answer = result;
            break;
          }
          case I.FOR_ITER: {
            const it = H[sp - 1];
            const type = H[(it >> 2) + TYPE];
            pc++;
            const item =
              type === T_RANGE_ITERATOR || type === T_LIST_ITERATOR ? handlers.nextItem(it >> 2, type) : STOP;
            if (item !== STOP) {
              const following = C[pc];
              if ((following & 255) !== I.STORE_FAST) {
                H[sp++] = item;
                continue;
              }
              pc++;
              fuel -= (following >>> 8) & 255;
              const at = fp + (following >>> 16);
              const old = H[at];
              H[at] = item;
              DECREF(old);
              if (H[t + FINALIZERS] === NULL) continue;
              answer = FINALIZE;
              break;
            }
            H[t + PROGRAM_COUNTER] = pc;
            H[t + STACK_POINTER] = sp;
            if (type === T_GENERATOR && handlers.isResumable(it)) {
              INCREF(it);
              answer = resumeGenerator(t, it, NULL, sp, MODE_FOR);
              if (answer === ENTER) {
                fp = H[t + FRAME_POINTER];
                pc = H[t + PROGRAM_COUNTER];
                sp = H[t + STACK_POINTER];
                if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0) continue;
                answer = fuel < 0 ? OUT_OF_FUEL : BROKEN;
              }
              break;
            }
            const result = handlers.isNative(type) ? next(it) : PYTHON_NEXT;
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            if (result === STOP) {
              sp--;
              handlers.drop(it);
              pc = C[pc - 1];
              continue;
            }
            mode = MODE_FOR;
            answer = result === PYTHON_NEXT ? handlers.callNext(it) : result;
            break;
          }
          case I.BINARY_SUBSCR: {
            const key = H[sp - 1];
            const container = H[sp - 2];
            const o = container >> 2;
            if ((key & 1) === 0 && (container & 1) !== 0 && H[o + TYPE] === T_LIST) {
              const i = key >> 1;
              if (i >= 0 && i < H[o + LIST_LENGTH]) {
                const item = H[H[o + LIST_BLOCK] + i];
                INCREF(item);
                H[--sp - 1] = item;
                DECREF(container);
                continue;
              }
            }
            H[t + STACK_POINTER] = sp;
            const result = getItem(container, key);
            sp -= 2;
            handlers.drop(container);
            handlers.drop(key);
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            answer = result;
            break;
          }
          case I.STORE_SUBSCR: {
            const key = H[sp - 1];
            const container = H[sp - 2];
            const value = H[sp - 3];
            const o = container >> 2;
            if ((key & 1) === 0 && (container & 1) !== 0 && H[o + TYPE] === T_LIST) {
              const i = key >> 1;
              if (i >= 0 && i < H[o + LIST_LENGTH]) {
                const at = H[o + LIST_BLOCK] + i;
                const old = H[at];
                H[at] = value;
                sp -= 3;
                DECREF(old);
                DECREF(container);
                if (H[t + FINALIZERS] === NULL) continue;
                answer = FINALIZE;
                break;
              }
            }
            H[t + STACK_POINTER] = sp;
            const done = setItem(container, key, value);
            sp -= 3;
            handlers.drop(key);
            handlers.drop(container);
            handlers.drop(value);
            if (done === 0 && H[t + FINALIZERS] === NULL) continue;
            answer = done === 0 ? FINALIZE : done;
            mode = done === 0 ? MODE_PUSH : MODE_DISCARD;
            break;
          }
          case I.DELETE_SUBSCR: {
            const key = H[sp - 1];
            const container = H[sp - 2];
            H[t + STACK_POINTER] = sp;
            const done = deleteItem(container, key);
            sp -= 2;
            handlers.drop(key);
            handlers.drop(container);
            if (done === 0 && H[t + FINALIZERS] === NULL) continue;
            answer = done === 0 ? FINALIZE : done;
            mode = done === 0 ? MODE_PUSH : MODE_DISCARD;
            break;
          }
          case I.LOAD_DEREF: {
            const value = H[(H[fp + (w >>> 16)] >> 2) + CELL_VALUE];
            if (value === NULL) {
              answer = handlers.unboundFree(fp, w >>> 16);
              break;
            }
            INCREF(value);
            H[sp++] = value;
            continue;
          }
          case I.STORE_DEREF: {
            const cell = (H[fp + (w >>> 16)] >> 2) + CELL_VALUE;
            const old = H[cell];
            H[cell] = H[--sp];
            handlers.drop(old);
            if (H[t + FINALIZERS] === NULL) continue;
            answer = FINALIZE;
            break;
          }
          case I.SWAP: {
            const at = sp - (w >>> 16);
            const top = H[sp - 1];
            H[sp - 1] = H[at];
            H[at] = top;
            continue;
          }
          case I.COPY: {
            const value = H[sp - (w >>> 16)];
            INCREF(value);
            H[sp++] = value;
            continue;
          }
          case I.SEND: {
            // Operands: receiver, value. Its value goes on the stack above the receiver.
            const receiver = H[sp - 2];
            pc++;
            H[t + PROGRAM_COUNTER] = pc;
            if (H[(receiver >> 2) + TYPE] === T_GENERATOR && handlers.isResumable(receiver)) {
              const value = H[--sp];
              H[t + STACK_POINTER] = sp;
              INCREF(receiver);
              answer = resumeGenerator(t, receiver, value, sp, MODE_SEND);
              if (answer === ENTER) {
                fp = H[t + FRAME_POINTER];
                pc = H[t + PROGRAM_COUNTER];
                sp = H[t + STACK_POINTER];
                continue;
              }
              break;
            }
            H[t + STACK_POINTER] = sp;
            const result = handlers.send(receiver, H[sp - 1]);
            const value = H[--sp];
            H[t + STACK_POINTER] = sp;
            handlers.drop(value);
            if ((result & 1) === 0 || result >= SPECIAL_END) {
              H[sp++] = result;
              continue;
            }
            answer = result;
            mode = MODE_SEND;
            break;
          }
          case I.YIELD_VALUE: {
            const value = H[--sp];
            const generator = H[fp + FRAME_EXTRA];
            const g = generator >> 2;
            const function_ = H[fp + FRAME_FUNCTION];
            saveFrame(g, fp, pc, sp);
            handlers.suspend(g);
            restoreHandled(t, g, false);
            pc = H[fp + FRAME_PC];
            sp = H[fp + FRAME_SP];
            fp = H[fp + FRAME_BACK];
            H[t + DEPTH] = H[t + DEPTH] - 1;
            H[t + FRAME_POINTER] = fp;
            H[sp++] = value;
            handlers.drop(function_);
            H[t + STACK_POINTER] = sp;
            handlers.drop(generator);
            if (fuel >= 0 && (H[BREAKER] & breakerMask) === 0) continue;
            answer = fuel < 0 ? OUT_OF_FUEL : BROKEN;
            break;
          }
          case I.RETURN_GENERATOR: {
            const generator = makeGenerator(t, fp, pc, sp);
            answer = handlers.leaveWith(t, fp, generator);
            fp = H[t + FRAME_POINTER];
            pc = H[t + PROGRAM_COUNTER];
            sp = H[t + STACK_POINTER];
            if (answer === ENTER) continue;
            break;
          }
          case I.RAISE_VARARGS: {
            H[t + STACK_POINTER] = sp;
            answer = handlers.raiseValue(t, sp, w >>> 16);
            sp = H[t + STACK_POINTER];
            break;
          }
          case I.RERAISE: {
            answer = RERAISED;
            const exception = H[--sp];
            H[t + EXCEPTION] = exception;
            break;
          }
          case I.PUSH_EXC_INFO: {
            const exception = H[sp - 1];
            H[sp - 1] = H[t + HANDLED];
            H[sp++] = exception;
            H[t + HANDLED] = exception;
            INCREF(exception);
            continue;
          }
          case I.POP_EXCEPT: {
            const old = H[t + HANDLED];
            H[t + HANDLED] = H[--sp];
            handlers.drop(old);
            if (H[t + FINALIZERS] === NULL) continue;
            answer = FINALIZE;
            break;
          }
          default: {
            // The rarer instructions, out of line: they work on the registers in the thread's block.
            H[t + STACK_POINTER] = sp;
            H[t + PROGRAM_COUNTER] = pc;
            answer = handlers.rare(t, fp, w, C);
            sp = H[t + STACK_POINTER];
            pc = H[t + PROGRAM_COUNTER];
            if (answer === ENTER) {
              fp = H[t + FRAME_POINTER];
              if (H[t + FINALIZERS] === NULL) continue;
              answer = FINALIZE;
              break;
            }
            if (answer === SETTLE) {
              mode = MODE_DISCARD;
              answer = handlers.pendingAnswer(t);
            }
          }
        }
        break;
      }
    } catch (error) {
      if (!(error instanceof HeapExhausted)) throw error;
      answer = raise(MEMORY_ERROR, "");
    }
    H[t + FRAME_POINTER] = fp;
    H[t + PROGRAM_COUNTER] = pc;
    H[t + STACK_POINTER] = sp;
  }
}

/** Adds to the thread's count of bytecodes and keeps what is left of its fuel. */
function account(t: number, before: number, fuel: number): void {
  H[t + TICKS_LEFT] = fuel;
  const low = (H[t + BYTECODES_LOW] >>> 0) + (before - fuel);
  H[t + BYTECODES_LOW] = low | 0;
  if (low > 4294967295) H[t + BYTECODES_HIGH]++;
}
