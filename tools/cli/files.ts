/** Files that the command line reads and writes, tried before anything takes time. */
import {accessSync, constants, existsSync, readFileSync, statSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {UsageError} from "./command.ts";

/** @throws UsageError if there is no such program to read */
export function readProgram(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    const why =
      code === "ENOENT"
        ? "there is no such file"
        : code === "EISDIR"
          ? "it is a folder"
          : (error as Error).message;
    throw new UsageError(`cannot read the program ${file}: ${why}`);
  }
}

/** Nothing is checked where no file was given. @throws UsageError if the file of an option cannot be written */
export function checkWritable(option: string, file: string | undefined): void {
  if (file === undefined) return;
  const folder = dirname(resolve(file));
  try {
    accessSync(existsSync(file) ? file : folder, constants.W_OK);
  } catch {
    throw new UsageError(`cannot write --${option} ${file}: no permission, or no folder ${folder}`);
  }
  if (existsSync(file) && statSync(file).isDirectory())
    throw new UsageError(`cannot write --${option} ${file}: it is a folder`);
}
