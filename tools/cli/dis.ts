import {compile, disassemble, formatSyntaxError, PythonSyntaxError} from "../../runtime/language/index.ts";
import {type Command, parse, UsageError} from "./command.ts";
import {readProgram} from "./files.ts";

const help = `convoy dis FILE.py

Shows a program's bytecode as CPython 3.11's dis does. For example:

  convoy dis count.py
`;

export const command: Command = {
  help,
  async run(args) {
    const [file, ...more] = parse("dis", args, {}, true).positionals;
    if (file === undefined || more.length > 0)
      throw new UsageError(
        `${file === undefined ? "missing" : "ambiguous"} program; give one Python file, such as convoy dis count.py`
      );
    const source = readProgram(file);
    try {
      process.stdout.write(`${disassemble(compile(source, file)).trimEnd()}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      process.stderr.write(`${formatSyntaxError(error).trimEnd()}\n`);
      return 1;
    }
  }
};
