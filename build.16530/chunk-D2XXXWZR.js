import {
  UsageError
} from "./chunk-5SID7MLU.js";

// tools/cli/files.ts
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
function readProgram(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : error.message;
    throw new UsageError(`cannot read the program ${file}: ${why}`);
  }
}
function checkWritable(option, file) {
  if (file === void 0) return;
  const folder = dirname(resolve(file));
  try {
    accessSync(existsSync(file) ? file : folder, constants.W_OK);
  } catch {
    throw new UsageError(`cannot write --${option} ${file}: no permission, or no folder ${folder}`);
  }
  if (existsSync(file) && statSync(file).isDirectory())
    throw new UsageError(`cannot write --${option} ${file}: it is a folder`);
}

export {
  readProgram,
  checkWritable
};
//# sourceMappingURL=chunk-D2XXXWZR.js.map
