import {readFileSync} from "node:fs";
import {compile, disassemble, formatSyntaxError, PythonSyntaxError} from "../../runtime/language/index.ts";
import {type Command, parse, UsageError} from "./command.ts";

const help = `convoy dis FILE.py

Shows a program's bytecode as CPython 3.11's dis does. For example:

  convoy dis count.py
`;

export const command: Command = {
  help,
  async run(args) {
    const [file, ...more] = parse("dis", args, {}, true).positionals;
    if (file === undefined || more.length > 0)
      throw new UsageError("give one Python file, such as convoy dis count.py");
    let source: string;
    try {
      source = readFileSync(file, "utf8");
    } catch (error) {
      throw new UsageError(`cannot read the program ${file}: ${(error as Error).message}`);
    }
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
