/**
 * Loops that wait in vain: `while not over: pass`, `while True: pass`. Their body changes nothing and looks at nothing but
 * a value that only another thread could change; so until the next event every turn is like the one before, and any number
 * of them is charged at once.
 */
import {I} from "../../interpreter/instructions.ts";
import {FALSE, NONE, T_LIST, TRUE} from "../../objects/kinds.ts";
import {
  BREAKER,
  BREAKER_MASK,
  BYTECODES_HIGH,
  BYTECODES_LOW,
  CODE,
  FINALIZERS,
  FRAME_POINTER,
  LIST_LENGTH,
  NULL,
  PROGRAM_COUNTER,
  TICKS_LEFT,
  TIME_LEFT,
  TYPE
} from "../../objects/layout.ts";

const operation = (word: number) => word & 255;
const cost = (word: number) => (word >>> 8) & 255;
/** Whole quotient of numbers of 32 bits. */
const whole = (value: number, unit: number) => (value / unit) | 0;

/**
 * Lets thread `t`, which stands at the head of such a loop, go round until its ticks or its time are used up, as the
 * evaluation loop would. Answers whether it stood there.
 * @param charges picoseconds of each instruction
 */
export function spins(memory: Int32Array, t: number, charges: Int32Array): boolean {
  const pc = memory[t + PROGRAM_COUNTER];
  const word = memory[CODE + pc];
  if (operation(word) === I.JUMP_BACKWARD && memory[CODE + pc + 1] === pc)
    return turn(memory, t, cost(word), charges[operation(word)]);
  if (operation(word) !== I.LOAD_FAST) return false;
  const jump = memory[CODE + pc + 1];
  const wanted = truthToGoOn(operation(jump));
  if (wanted < 0 || memory[CODE + pc + 2] !== pc) return false;
  if (truth(memory, memory[memory[t + FRAME_POINTER] + (word >>> 16)]) !== wanted) return false;
  return turn(memory, t, cost(word) + cost(jump), charges[operation(word)] + charges[operation(jump)]);
}

/** The truth by which a conditional jump at a loop's end goes back: 0, 1, or -1 where it is no such jump. */
function truthToGoOn(jump: number): number {
  return jump === I.POP_JUMP_BACKWARD_IF_TRUE ? 1 : jump === I.POP_JUMP_BACKWARD_IF_FALSE ? 0 : -1;
}

/** 0 or 1, or -1 for a value whose truth may take more than a look. */
function truth(memory: Int32Array, value: number): number {
  if ((value & 1) === 0) return value === 0 ? 0 : 1;
  if (value === TRUE) return 1;
  if (value === FALSE || value === NONE) return 0;
  if (value === NULL || memory[(value >> 2) + TYPE] !== T_LIST) return -1;
  return memory[(value >> 2) + LIST_LENGTH] === 0 ? 0 : 1;
}

/** Goes round until a countdown falls below 0. */
function turn(memory: Int32Array, t: number, ticks: number, ps: number): boolean {
  if ((memory[BREAKER] & memory[t + BREAKER_MASK]) !== 0 || memory[t + FINALIZERS] !== NULL || ps === 0)
    return false;
  const byTime = whole(memory[t + TIME_LEFT], ps) + 1;
  const turns = ticks === 0 ? byTime : Math.min(byTime, whole(memory[t + TICKS_LEFT], ticks) + 1);
  memory[t + TICKS_LEFT] -= turns * ticks;
  memory[t + TIME_LEFT] -= turns * ps;
  const low = (memory[t + BYTECODES_LOW] >>> 0) + turns * ticks;
  memory[t + BYTECODES_LOW] = low | 0;
  if (low > 4294967295) memory[t + BYTECODES_HIGH]++;
  return true;
}
