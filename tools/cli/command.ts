import {type ParseArgsConfig, parseArgs} from "node:util";

/** One command of the command line. */
export interface Command {
  /** What `--help` prints, an example included. */
  help: string;
  /** Answers the exit status. @throws UsageError */
  run(args: string[]): Promise<number>;
}

/** The command was given wrongly. Its message is printed with status 2. */
export class UsageError extends Error {}

/** What `look` answers. @throws UsageError in the place of its errors: something was named that there is none of */
export function refused<T>(look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Parses arguments strictly. @throws UsageError naming the argument, and the command's help to turn to */
export function parse<T extends Options>(command: string, args: string[], options: T, positionals = false) {
  try {
    return parseArgs({args, options, allowPositionals: positionals});
  } catch (error) {
    const reason = (error as Error).message.split(/\.\s/)[0];
    throw new UsageError(`${reason.charAt(0).toLowerCase()}${reason.slice(1)}; see convoy ${command} --help`);
  }
}

/** A whole number at least `least`, or null when the option was not given. @throws UsageError */
export function wholeNumber(option: string, text: string | undefined, least: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least || text.trim() === "")
    throw new UsageError(`invalid --${option}: ${text}; give a whole number of ${least} or more`);
  return value;
}
