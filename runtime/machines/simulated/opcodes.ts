/** What each executed instruction costs by a profile. */
import {I, INSTRUCTIONS} from "../../interpreter/instructions.ts";
import type {CostName, Costs} from "./costs.ts";

/** Opcode class by the pattern that an instruction's name fits; the first that does. */
const CLASSES: readonly (readonly [RegExp, CostName])[] = [
  [/JUMP$|JUMP_(BACKWARD_)?IF|^JUMP|^POP_JUMP/, "bytecode_jump_ps"],
  [/^(NOP|POP_TOP|PUSH_NULL|LOAD_FAST|STORE_FAST|DELETE_FAST|LOAD_CONST|SWAP|COPY)$/, "bytecode_move_ps"],
  [/^UNARY_NOT|^COMPARE_OP|^IS_OP|^CONTAINS_OP/, "bytecode_compare_ps"],
  [/^UNARY_|^BINARY_OP/, "bytecode_arithmetic_ps"],
  [/_SUBSCR$/, "bytecode_item_ps"],
  [/GLOBAL|_NAME$|DEREF|CLOSURE|_CELL$|FREE_VARS/, "bytecode_name_ps"],
  [/_ATTR|_METHOD/, "bytecode_attribute_ps"],
  [/^CALL/, "bytecode_call_ps"],
  [/^RETURN_VALUE$/, "bytecode_return_ps"],
  [/ITER|YIELD|SEND|GENERATOR/, "bytecode_iterate_ps"],
  [
    /^BUILD_|_APPEND$|_ADD$|_EXTEND$|_UPDATE$|_MERGE$|^UNPACK|FORMAT|LIST_TO_TUPLE|MAKE_FUNCTION/,
    "bytecode_build_ps"
  ]
];

/** Fused instructions stand for several. */
const FUSED: Record<string, readonly string[]> = {
  FAST_CONST_COMPARE_JUMP: ["LOAD_FAST", "LOAD_CONST", "COMPARE_OP", "POP_JUMP_IF_TRUE"],
  FAST_FAST_COMPARE_JUMP: ["LOAD_FAST", "LOAD_FAST", "COMPARE_OP", "POP_JUMP_IF_TRUE"],
  FAST_CONST_ADD_STORE: ["LOAD_FAST", "LOAD_CONST", "BINARY_OP", "STORE_FAST"],
  FAST_CONST_SUB_STORE: ["LOAD_FAST", "LOAD_CONST", "BINARY_OP", "STORE_FAST"],
  FAST_FAST_ADD_STORE: ["LOAD_FAST", "LOAD_FAST", "BINARY_OP", "STORE_FAST"],
  COMPARE_JUMP: ["COMPARE_OP", "POP_JUMP_IF_TRUE"],
  FAST_FAST: ["LOAD_FAST", "LOAD_FAST"],
  FAST_CONST: ["LOAD_FAST", "LOAD_CONST"]
};

export const isFused = (name: string) => Object.hasOwn(FUSED, name);

/** The opcode class of an instruction that is not fused. */
export function classOf(name: string): CostName {
  return CLASSES.find(([pattern]) => pattern.test(name))?.[1] ?? "bytecode_other_ps";
}

/** Where the second half of `instructionCosts` begins. */
export const REST = 256;
/** Length of the table. */
export const CHARGES = 2 * REST;

/**
 * Picoseconds of each instruction by number; from REST on, what of it is not its first part's: a fused instruction that
 * cannot do all at once gives that back and executes its parts.
 */
export function instructionCosts(costs: Costs): Int32Array {
  const table = new Int32Array(CHARGES);
  for (const [name] of INSTRUCTIONS) {
    const parts = (FUSED[name] ?? [name]).map((part) => costs[classOf(part)] as number);
    table[I[name]] = parts.reduce((sum, part) => sum + part, 0);
    table[REST + I[name]] = table[I[name]] - parts[0];
  }
  return table;
}
