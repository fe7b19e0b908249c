// tools/cli/command.ts
import { parseArgs } from "node:util";
var UsageError = class extends Error {
};
function refused(look) {
  try {
    return look();
  } catch (error) {
    throw new UsageError(error.message);
  }
}
function parse(command, args, options, positionals = false) {
  try {
    return parseArgs({ args, options, allowPositionals: positionals });
  } catch (error) {
    const reason = error.message.split(/\.\s/)[0];
    throw new UsageError(`${reason.charAt(0).toLowerCase()}${reason.slice(1)}; see convoy ${command} --help`);
  }
}
function wholeNumber(option, text, least) {
  if (text === void 0) return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least || text.trim() === "")
    throw new UsageError(`invalid --${option}: ${text}; give a whole number of ${least} or more`);
  return value;
}

export {
  UsageError,
  refused,
  parse,
  wholeNumber
};
//# sourceMappingURL=chunk-5SID7MLU.js.map
