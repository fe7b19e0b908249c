/**
 * Which bytecodes tick. In CPython 2.7 an opcode that ended in `continue` went round the evaluation loop and counted
 * `_Py_Ticker` down; one that ended in `goto fast_next_opcode`, or was followed by an opcode that it had predicted, did
 * not (Python/ceval.c of 2.7.5, PyEval_EvalFrameEx). The tables give 3.11's opcodes the ticks of the 2.7 opcodes that
 * did their work; every opcode that is in none of them ticks once.
 */
import type {Code, Instruction} from "../language/code.ts";
import * as op from "../language/opcodes.ts";

/** Never a tick: 3.11's opcode, and what in 2.7 did its work or why there was nothing. */
const quiet = new Map<number, string>([
  [op.NOP, "NOP: fast_next_opcode"],
  [op.LOAD_FAST, "LOAD_FAST: fast_next_opcode"],
  [op.LOAD_CONST, "LOAD_CONST: fast_next_opcode"],
  [op.STORE_FAST, "STORE_FAST: fast_next_opcode"],
  [op.POP_TOP, "POP_TOP: fast_next_opcode"],
  [op.COPY, "DUP_TOP, DUP_TOPX: fast_next_opcode"],
  [op.SWAP, "ROT_TWO, ROT_THREE, ROT_FOUR: fast_next_opcode"],
  [op.JUMP_FORWARD, "JUMP_FORWARD: fast_next_opcode"],
  [
    op.POP_JUMP_FORWARD_IF_FALSE,
    "POP_JUMP_IF_FALSE: fast_next_opcode if the operand is a bool, as it mostly is"
  ],
  [op.POP_JUMP_FORWARD_IF_TRUE, "POP_JUMP_IF_TRUE: the same"],
  [op.JUMP_IF_FALSE_OR_POP, "JUMP_IF_FALSE_OR_POP: the same"],
  [op.JUMP_IF_TRUE_OR_POP, "JUMP_IF_TRUE_OR_POP: the same"],
  [op.POP_JUMP_FORWARD_IF_NONE, "COMPARE_OP is, predicted POP_JUMP_IF_TRUE"],
  [op.POP_JUMP_FORWARD_IF_NOT_NONE, "COMPARE_OP is, predicted POP_JUMP_IF_FALSE"],
  [op.RETURN_VALUE, "RETURN_VALUE left the loop; the caller's CALL_FUNCTION ticks"],
  [op.YIELD_VALUE, "YIELD_VALUE left the loop"],
  [op.RETURN_GENERATOR, "the call made the generator without entering the loop"],
  [op.CHECK_EXC_MATCH, "COMPARE_OP exception match, predicted POP_JUMP_IF_FALSE"],
  [op.PUSH_EXC_INFO, "nothing: unwinding did it"],
  [op.POP_EXCEPT, "nothing"],
  [op.PUSH_NULL, "nothing"],
  [op.PRECALL, "nothing: CALL_FUNCTION is CALL"],
  [op.KW_NAMES, "nothing: CALL_FUNCTION is CALL"],
  [op.MAKE_CELL, "nothing: entering the function did it"],
  [op.COPY_FREE_VARS, "nothing: entering the function did it"],
  [op.LIST_EXTEND, "nothing: BUILD_LIST took the items"],
  [op.SET_UPDATE, "nothing: BUILD_SET took the items"],
  [op.LIST_TO_TUPLE, "nothing: CALL_FUNCTION_VAR did it"],
  [op.DICT_MERGE, "nothing: CALL_FUNCTION_KW did it"],
  [op.LOAD_BUILD_CLASS, "nothing: BUILD_CLASS is CALL"],
  [op.EXTENDED_ARG, "EXTENDED_ARG: dispatched at once"],
  [op.JUMP_BACKWARD_NO_INTERRUPT, "nothing: 2.7 had no yield from"]
]);

const conditional = new Set([
  op.POP_JUMP_FORWARD_IF_FALSE,
  op.POP_JUMP_FORWARD_IF_TRUE,
  op.POP_JUMP_BACKWARD_IF_FALSE,
  op.POP_JUMP_BACKWARD_IF_TRUE
]);

/**
 * No tick when followed by what 2.7 predicted after it. A backward conditional jump, which 3.11 puts at the end of a
 * loop, stands for 2.7's JUMP_ABSOLUTE to the loop's test and for the test's POP_JUMP: it ticks once, for the former.
 * RESUME ticks once, for the turn of the loop with which 2.7 entered a frame.
 */
const predicted = new Map<number, Set<number>>([
  [op.COMPARE_OP, conditional],
  [op.IS_OP, conditional],
  [op.CONTAINS_OP, conditional],
  [op.GET_ITER, new Set([op.FOR_ITER])],
  [op.FOR_ITER, new Set([op.STORE_FAST, op.UNPACK_SEQUENCE])],
  [op.LIST_APPEND, new Set([op.JUMP_BACKWARD])],
  [op.SET_ADD, new Set([op.JUMP_BACKWARD])],
  [op.MAP_ADD, new Set([op.JUMP_BACKWARD])]
]);

function ticks(instruction: Instruction, next: Instruction | undefined): number {
  if (quiet.has(instruction.op)) return 0;
  return next !== undefined && predicted.get(instruction.op)?.has(next.op) ? 0 : 1;
}

/** Ticks (0 or 1) of each instruction of a code object, by index. */
export function weights(code: Code): Uint8Array {
  const {instructions} = code;
  return Uint8Array.from(instructions, (instruction, i) => ticks(instruction, instructions[i + 1]));
}
