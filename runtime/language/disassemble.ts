// A code object as text, in the layout of CPython 3.11's `dis`.

import {type Code, type Instruction, isCode, localsPlus} from "./code.ts";
import * as op from "./opcodes.ts";
import {repr} from "./repr.ts";

const CONVERSIONS = ["", "str", "repr", "ascii"];
const FUNCTION_FLAGS = ["defaults", "kwdefaults", "annotations", "closure"];
const NAME_OPS = new Set([
  op.STORE_NAME,
  op.DELETE_NAME,
  op.STORE_ATTR,
  op.DELETE_ATTR,
  op.STORE_GLOBAL,
  op.DELETE_GLOBAL,
  op.LOAD_NAME,
  op.LOAD_ATTR,
  op.IMPORT_NAME,
  op.IMPORT_FROM,
  op.LOAD_METHOD
]);
const SLOT_OPS = new Set([
  op.LOAD_FAST,
  op.STORE_FAST,
  op.DELETE_FAST,
  op.MAKE_CELL,
  op.LOAD_CLOSURE,
  op.LOAD_DEREF,
  op.STORE_DEREF,
  op.DELETE_DEREF,
  op.LOAD_CLASSDEREF
]);

/**
 * What `python3.11 -m dis` prints: a code object, then those among its constants. Where Python shows a code object's
 * address, this shows its ordinal within the file. Ends without a line break.
 */
export function disassemble(code: Code): string {
  const ordinals = new Map<Code, number>();
  const number = (inner: Code) => {
    ordinals.set(inner, ordinals.size);
    for (const constant of inner.consts) if (isCode(constant)) number(constant);
  };
  number(code);
  const nameCode = (inner: Code) =>
    `<code object ${inner.name} at 0x${ordinals.get(inner)!.toString(16)}, file "${inner.filename}", line ${inner.firstLine}>`;
  const lines: string[] = [];
  const write = (inner: Code) => {
    lines.push(...new Listing(inner, nameCode).lines());
    for (const constant of inner.consts) {
      if (!isCode(constant)) continue;
      lines.push("", `Disassembly of ${nameCode(constant)}:`);
      write(constant);
    }
  };
  write(code);
  return lines.join("\n");
}

/** The lines for one code object. */
class Listing {
  private readonly code: Code;
  private readonly nameCode: (code: Code) => string;
  private readonly slots: string[];
  /** Byte offset at which each instruction starts, its EXTENDED_ARG included, and where the code ends. */
  private readonly starts: number[];
  private readonly labels: Set<number>;
  private readonly lineWidth: number;
  private readonly offsetWidth: number;

  constructor(code: Code, nameCode: (code: Code) => string) {
    this.code = code;
    this.nameCode = nameCode;
    this.slots = localsPlus(code);
    const {instructions, exceptions} = code;
    const end = endOf(instructions[instructions.length - 1]);
    this.starts = instructions.map((_, at) => (at === 0 ? 0 : endOf(instructions[at - 1])));
    this.starts.push(end);
    const targets = instructions.filter((instruction) => op.isJump(instruction.op)).map(({arg}) => arg);
    this.labels = new Set([...targets, ...exceptions.map(({target}) => target)]);
    const maxLine = Math.max(...instructions.map(({line}) => line));
    this.lineWidth = maxLine < 0 ? 0 : Math.max(3, String(maxLine).length);
    this.offsetWidth = Math.max(4, String(end - 2).length);
  }

  lines(): string[] {
    const lines: string[] = [];
    let previous = -1;
    this.code.instructions.forEach((instruction, at) => {
      const startsLine = instruction.line >= 0 && instruction.line !== previous;
      if (startsLine) previous = instruction.line;
      if (startsLine && this.starts[at] > 0) lines.push("");
      const arg = this.rawArg(instruction, at);
      const extended = (instruction.offset - this.starts[at]) / 2;
      for (let part = extended; part >= 0; part--) {
        const first = part === extended;
        lines.push(
          this.line(
            startsLine && first ? instruction.line : null,
            this.labels.has(at) && first,
            instruction.offset - 2 * part,
            part > 0 ? op.EXTENDED_ARG : instruction.op,
            part > 0 ? arg >>> (8 * part) : arg,
            part > 0 ? "" : this.detail(instruction)
          )
        );
      }
    });
    return [...lines, ...this.exceptionTable()];
  }

  private line(
    line: number | null,
    label: boolean,
    offset: number,
    opcode: number,
    arg: number,
    detail: string
  ): string {
    const fields = [
      ...(this.lineWidth > 0 ? [(line === null ? "" : String(line)).padStart(this.lineWidth)] : []),
      "   ",
      label ? ">>" : "  ",
      String(offset).padStart(this.offsetWidth),
      op.OPCODE_NAMES[opcode].padEnd(20)
    ];
    if (opcode >= op.HAVE_ARGUMENT) {
      fields.push(String(arg).padStart(5));
      if (detail !== "") fields.push(`(${detail})`);
    }
    return fields.join(" ").trimEnd();
  }

  /** The argument as the bytecode has it: a jump counts code units from its end. */
  private rawArg(instruction: Instruction, at: number): number {
    if (!op.isJump(instruction.op)) return instruction.arg;
    return Math.abs(this.starts[instruction.arg] - this.starts[at + 1]) / 2;
  }

  private detail({op: opcode, arg}: Instruction): string {
    const {names, consts} = this.code;
    if (op.isJump(opcode)) return `to ${this.starts[arg]}`;
    if (NAME_OPS.has(opcode)) return names[arg];
    if (SLOT_OPS.has(opcode)) return this.slots[arg];
    switch (opcode) {
      case op.LOAD_CONST:
        return repr(consts[arg], this.nameCode);
      case op.LOAD_GLOBAL:
        return `${(arg & 1) === 1 ? "NULL + " : ""}${names[arg >> 1]}`;
      case op.COMPARE_OP:
        return op.COMPARISONS[arg];
      case op.BINARY_OP:
        return op.binaryOperatorText(arg);
      case op.FORMAT_VALUE:
        return [CONVERSIONS[arg & 3], (arg & 4) !== 0 ? "with format" : ""]
          .filter((part) => part !== "")
          .join(", ");
      case op.MAKE_FUNCTION:
        return FUNCTION_FLAGS.filter((_, bit) => (arg & (1 << bit)) !== 0).join(", ");
      default:
        return "";
    }
  }

  private exceptionTable(): string[] {
    const {exceptions} = this.code;
    if (exceptions.length === 0) return [];
    const rows = exceptions.map(({start, end, target, depth, lasti}) => {
      const [from, to, handler] = [start, end, target].map((at) => this.starts[at]);
      return `  ${from} to ${to - 2} -> ${handler} [${depth}]${lasti ? " lasti" : ""}`;
    });
    return ["ExceptionTable:", ...rows];
  }
}

/** The byte offset after an instruction and its CACHE entries. */
function endOf(instruction: Instruction): number {
  return instruction.offset + 2 + 2 * op.cacheEntries(instruction.op);
}
