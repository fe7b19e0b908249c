/** Where in the source an instruction stands: for tracebacks. */
import {H} from "../memory/heap.ts";
import {
  CODE_FILENAME,
  CODE_FIRST_LINE,
  CODE_LINE_COUNT,
  CODE_LINES,
  CODE_NAME,
  NULL,
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
}

/** Line of the instruction that ends before program counter `pc` in a code object (word index). */
export function lineAt(code: number, pc: number): number {
  const table = H[code + CODE_LINES];
  let low = 0;
  let high = H[code + CODE_LINE_COUNT] - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (H[table + 2 * middle] < pc) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? H[code + CODE_FIRST_LINE] : H[table + 2 * low + 1];
}

/** Where `pc`, the address behind a running instruction, stands. `code` is a word index. */
export function codeLocation(code: number, pc: number): CodeLocation {
  const filename = H[code + CODE_FILENAME];
  const line = lineAt(code, pc);
  const source = H[SOURCES] === 0 ? NULL : getStr(H[SOURCES] >> 2, filename);
  const lines = source === NULL ? null : text(source).split("\n");
  return {
    filename: text(filename),
    line,
    name: text(H[code + CODE_NAME]),
    text: lines === null || lines[line - 1] === undefined ? null : lines[line - 1].trim()
  };
}
