import type {Code} from "./code.ts";
import {OPCODE_NAMES} from "./opcodes.ts";

export function disassemble(code: Code): string {
  return code.instructions.map((i) => `${i.line} ${i.offset} ${OPCODE_NAMES[i.op]} ${i.arg}`).join("\n");
}
