import {fstatSync, mkdirSync, readdirSync, rmdirSync, statSync, unlinkSync} from "node:fs";
import {constants} from "node:os";
import {type Devices, STAT} from "../devices.ts";
import type {Ground} from "./devices.ts";
import {answer} from "./platform.ts";

type Files = Pick<
  Devices,
  "open" | "seek" | "stat" | "removeFile" | "makeDirectory" | "removeDirectory" | "listDirectory"
>;

/** 0, or the negative error number with which Node's call failed. */
function attempt(call: () => void): number {
  try {
    call();
    return 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).errno ?? -constants.errno.EINVAL;
  }
}

/**
 * The file system. Descriptors are the C library's own, since Node closes those that a worker got from it when that
 * worker ends.
 */
export function files({libc, platform}: Pick<Ground, "libc" | "platform">): Files {
  const {O_CLOEXEC} = platform.constants;
  return {
    open: (path, flags, mode) => answer(libc.open(path, flags | O_CLOEXEC, "int", mode)),
    seek: (fd, offset, whence) => answer(libc.lseek(fd, offset, whence)),
    stat: (file, numbers) =>
      attempt(() => {
        const found = typeof file === "string" ? statSync(file) : fstatSync(file);
        STAT.forEach((name, i) => {
          const time = name.endsWith("time");
          numbers[i] = time ? found[`${name}Ms` as "mtimeMs"] / 1000 : found[name as "size"];
        });
      }),
    removeFile: (path) => attempt(() => unlinkSync(path)),
    makeDirectory: (path, mode) => attempt(() => mkdirSync(path, {mode})),
    removeDirectory: (path) => attempt(() => rmdirSync(path)),
    listDirectory: (path, names) => attempt(() => names.push(...readdirSync(path)))
  };
}
