/** `_os`: the file system, and `_io`: writing to files. Every call of the system gives the GIL up. */
import {environment} from "../environment.ts";
import {setAttribute} from "../interpreter/attributes.ts";
import {STAT} from "../machines/devices.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {blockOn} from "../objects/calls.ts";
import {newException, raise, raiseRef, tupleOf} from "../objects/errors.ts";
import {errnoClass} from "../objects/exception-types.ts";
import {TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {typeNameOf} from "../objects/inspect.ts";
import {NONE} from "../objects/kinds.ts";
import {LIST_BLOCK, LIST_LENGTH, NULL} from "../objects/layout.ts";
import {listAppend, listPush, newList} from "../objects/list.ts";
import {moduleFunctions} from "../objects/native.ts";
import {newFloat, newInt} from "../objects/numbers.ts";
import {
  bytesLength,
  bytesValue,
  codePoint,
  newBytes,
  newStr,
  staticStr,
  strLength,
  text
} from "../objects/text.ts";
import {writeAll} from "./os.ts";
import {intArgument, intResult, isBytes, isStr} from "./system.ts";

const S_FILENAME = staticStr("filename");
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Raises the OSError for an error number of the system (positive) and the path that it is about. */
function raisePathError(error: number, path: number): number {
  const args = tupleOf(newInt(error), newStr(environment.devices.errorText(error)));
  const exception = newException(errnoClass(error), args);
  setAttribute(exception, S_FILENAME, path);
  return raiseRef(exception);
}

/** Calls the system about a path (str or bytes) and goes on with its answer. */
function onPath(path: number, call: (path: string) => number, finish: (result: number) => number): number {
  if (!isStr(path) && !isBytes(path))
    return raise(TYPE_ERROR, `path should be string, bytes or os.PathLike, not ${typeNameOf(path)}`);
  const name = isStr(path) ? text(path) : decoder.decode(bytesValue(path));
  if (name.includes("\0")) return raise(VALUE_ERROR, "embedded null byte");
  return blockOn(
    () => call(name),
    (result) => (result < 0 ? raisePathError(-result, path) : finish(result))
  );
}

const none = () => shared(NONE);

function open(path: number, flags: number, mode: number): number {
  const [bits, permissions] = [intArgument(flags), mode === NULL ? 0o777 : intArgument(mode)];
  if (Number.isNaN(bits + permissions)) return NULL;
  return onPath(path, (name) => environment.devices.open(name, bits, permissions), newInt);
}

/** The figures of `STAT`, as a tuple. */
function stat(file: number): number {
  const numbers = new Float64Array(STAT.length);
  const finish = () =>
    tupleOf(...STAT.map((name, i) => (name.endsWith("time") ? newFloat(numbers[i]) : newInt(numbers[i]))));
  if (isStr(file) || isBytes(file))
    return onPath(file, (name) => environment.devices.stat(name, numbers), finish);
  const fd = intArgument(file);
  if (Number.isNaN(fd)) return NULL;
  return blockOn(
    () => environment.devices.stat(fd, numbers),
    (result) => (result < 0 ? intResult(result) : finish())
  );
}

function listDirectory(path: number): number {
  const names: string[] = [];
  return onPath(
    path,
    (name) => environment.devices.listDirectory(name, names),
    () => {
      const list = newList([]);
      for (const name of names) listPush(list >> 2, newStr(name));
      return list;
    }
  );
}

moduleFunctions("_os", {
  "open(path, flags, mode=)": (a) => open(H[a], H[a + 1], H[a + 2]),
  "lseek(fd, position, how, /)": (a) => {
    const [fd, offset, whence] = [intArgument(H[a]), intArgument(H[a + 1]), intArgument(H[a + 2])];
    return Number.isNaN(fd + offset + whence)
      ? NULL
      : intResult(environment.devices.seek(fd, offset, whence));
  },
  "_stat(file, /)": (a) => stat(H[a]),
  "unlink(path)": (a) => onPath(H[a], (name) => environment.devices.removeFile(name), none),
  "mkdir(path, mode=)": (a) => {
    const mode = H[a + 1] === NULL ? 0o777 : intArgument(H[a + 1]);
    if (Number.isNaN(mode)) return NULL;
    return onPath(H[a], (name) => environment.devices.makeDirectory(name, mode), none);
  },
  "rmdir(path)": (a) => onPath(H[a], (name) => environment.devices.removeDirectory(name), none),
  "_listdir(path, /)": (a) => listDirectory(H[a]),
  "_open_flags()": () => {
    const {O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK} = environment.devices.constants;
    return tupleOf(...[O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK].map(newInt));
  }
});

// ---- files that are written ----------------------------------------------------------------------------------------
// What waits to be written is a list: descriptor (-1: closed), size of the buffer, whether the end of a line is written
// at once, how much waits, and then the pieces.

const FD = 0;
const SIZE = 1;
const BY_LINE = 2;
const HELD = 3;
const PIECES = 4;
const NEWLINE = 10;

const field = (held: number, i: number) => H[H[(held >> 2) + LIST_BLOCK] + i] >> 1;
const setField = (held: number, i: number, value: number) => {
  H[H[(held >> 2) + LIST_BLOCK] + i] = value << 1;
};

/** Takes all pieces out of the list, as bytes. */
function takePieces(held: number): Uint8Array {
  const o = held >> 2;
  const pieces = Array.from(H.subarray(H[o + LIST_BLOCK] + PIECES, H[o + LIST_BLOCK] + H[o + LIST_LENGTH]));
  const isText = pieces.length > 0 && isStr(pieces[0]);
  const all = isText ? encoder.encode(pieces.map(text).join("")) : joined(pieces.map(bytesValue));
  H[o + LIST_LENGTH] = PIECES;
  setField(held, HELD, 0);
  for (const piece of pieces) DECREF(piece);
  return all;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Adds a piece of `length`; writes everything when the buffer is full or `now`. Answers `length`. */
function add(held: number, piece: number, length: number, now: boolean): number {
  if (field(held, FD) < 0) return raise(VALUE_ERROR, "I/O operation on closed file.");
  if (length > 0) listAppend(held >> 2, piece);
  setField(held, HELD, field(held, HELD) + length);
  if (field(held, HELD) > field(held, SIZE) || now) return flush(held, newInt(length));
  if (environment.everyWriteReleases !== true) return newInt(length);
  return blockOn(() => length, newInt);
}

/** Writes all that waits; takes the reference to `answer` over and answers it. */
function flush(held: number, answer: number): number {
  if (H[(held >> 2) + LIST_LENGTH] === PIECES) return answer;
  return writeAll(field(held, FD), newBytes(takePieces(held)), 0, answer);
}

function endsLine(value: number): boolean {
  for (let i = strLength(value) - 1; i >= 0; i--) if (codePoint(value >> 2, i) === NEWLINE) return true;
  return false;
}

moduleFunctions("_io", {
  "write_text(held, text, /)": (a) => {
    const [held, value] = [H[a], H[a + 1]];
    if (!isStr(value)) return raise(TYPE_ERROR, `write() argument must be str, not ${typeNameOf(value)}`);
    return add(held, value, strLength(value), field(held, BY_LINE) === 1 && endsLine(value));
  },
  /** `data`: a bytes object. */
  "write_bytes(held, data, /)": (a) => add(H[a], H[a + 1], bytesLength(H[a + 1]), false),
  "flush_file(held, /)": (a) => flush(H[a], shared(NONE))
});
