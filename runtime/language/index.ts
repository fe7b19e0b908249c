// Python source to CPython 3.11 bytecode.

import type {Code} from "./code.ts";
import {compileModule} from "./compile.ts";
import {Source} from "./source.ts";

export * from "./code.ts";
export {disassemble} from "./disassemble.ts";
export * as opcodes from "./opcodes.ts";
export {formatSyntaxError, PythonSyntaxError, type SyntaxErrorKind} from "./source.ts";

/**
 * Compiles a Python file.
 *
 * @param source the text of the file
 * @param filename how the file is called in tracebacks
 * @throws PythonSyntaxError with Python's wording
 */
export function compile(source: string, filename: string): Code {
  const text = new Source(source, filename);
  try {
    return compileModule(text);
  } catch (error) {
    // The compiler recurses along the nesting of the source.
    if (error instanceof RangeError) text.fail("too deeply nested to compile", 0, 0);
    throw error;
  }
}
