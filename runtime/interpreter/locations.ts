/** Where in the source an instruction stands: for tracebacks. */
import {H} from "../memory/heap.ts";
import {
  CODE_FILENAME,
  CODE_FIRST_LINE,
  CODE_NAME,
  CODE_POSITION_COUNT,
  CODE_POSITIONS,
  NULL,
  POSITION_WORDS,
  SOURCES
} from "../objects/layout.ts";
import {getStr} from "../objects/table.ts";
import {text} from "../objects/text.ts";

export interface CodeLocation {
  filename: string;
  line: number;
  /** Name of the function, `<module>` for a file. */
  name: string;
  /** The source line without its indentation; null when the source is not known. */
  text: string | null;
  /** The part of `text` that the instruction stands for, up to the end of the line if it goes on behind it. */
  start: number;
  end: number;
}

/** The position (word index) of the instruction that ends before program counter `pc`, or 0. `code` is a word index. */
function positionAt(code: number, pc: number): number {
  const table = H[code + CODE_POSITIONS];
  let low = 0;
  let high = H[code + CODE_POSITION_COUNT] - 1;
  if (high < 0) return 0;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (H[table + POSITION_WORDS * middle] < pc) low = middle;
    else high = middle - 1;
  }
  return table + POSITION_WORDS * low;
}

/** Line of the instruction that ends before program counter `pc` in a code object (word index). */
export function lineAt(code: number, pc: number): number {
  const position = positionAt(code, pc);
  return position === 0 ? H[code + CODE_FIRST_LINE] : H[position + 1];
}

/** Line `number` of a file, or null. */
function sourceLine(filename: number, number: number): string | null {
  const source = H[SOURCES] === 0 ? NULL : getStr(H[SOURCES] >> 2, filename);
  return source === NULL ? null : (text(source).split("\n")[number - 1] ?? null);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Code units in the first `bytes` bytes of a line's UTF-8. */
const unitsIn = (line: string, bytes: number) =>
  decoder.decode(encoder.encode(line).subarray(0, bytes)).length;

/** Where `pc`, the address behind a running instruction, stands. `code` is a word index. */
export function codeLocation(code: number, pc: number): CodeLocation {
  const position = positionAt(code, pc);
  const line = position === 0 ? H[code + CODE_FIRST_LINE] : H[position + 1];
  const location = {
    filename: text(H[code + CODE_FILENAME]),
    line,
    name: text(H[code + CODE_NAME]),
    text: null,
    start: 0,
    end: 0
  };
  const source = sourceLine(H[code + CODE_FILENAME], line);
  if (source === null) return location;
  const indentation = source.length - source.trimStart().length;
  const shown = source.trim();
  const endsHere = position !== 0 && H[position + 2] === line;
  const columns = position === 0 ? 0 : H[position + 3];
  const start = unitsIn(source, columns >>> 16) - indentation;
  const end = endsHere ? unitsIn(source, columns & 0xffff) - indentation : shown.length;
  return {...location, text: shown, start, end};
}
