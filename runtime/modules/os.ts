/** `_os`: the process, its environment, file descriptors and pipes. Reading and writing give the GIL up. */
import {environment} from "../environment.ts";
import {INTERRUPTED, NOT_READY, POLL_IN, POLL_OUT} from "../machines/devices.ts";
import {DECREF, shared} from "../memory/counts.ts";
import {H, U8} from "../memory/heap.ts";
import {truth} from "../objects/arithmetic.ts";
import {blockOn, callPrelude} from "../objects/calls.ts";
import {raise, tupleOf} from "../objects/errors.ts";
import {TYPE_ERROR, VALUE_ERROR} from "../objects/exceptions.ts";
import {typeNameOf} from "../objects/inspect.ts";
import {NONE} from "../objects/kinds.ts";
import {NULL} from "../objects/layout.ts";
import {moduleFunctions} from "../objects/native.ts";
import {newInt} from "../objects/numbers.ts";
import {newDict, setStr} from "../objects/table.ts";
import {bytesAt, bytesLength, newBytes, newStr, staticStr} from "../objects/text.ts";
import {afterSignals, dictOfInts, intArgument, isBytes, noneResult, raiseSystemError} from "./system.ts";

const S_READ = staticStr("_read");
const S_WRITE = staticStr("_write");
const S_WRITE_BYTES = staticStr("_write_bytes");
const S_WRITE_ALL = staticStr("_write_all");
/** Bytes of one read at most. */
const READ_MAX = 1 << 24;

/** A view of a bytes object, to be read while the object is alive: bytes never change. */
export const bytesView = (ref: number) => U8.subarray(bytesAt(ref), bytesAt(ref) + bytesLength(ref));

export function requireBytes(value: number): boolean {
  if (isBytes(value)) return true;
  raise(TYPE_ERROR, `a bytes-like object is required, not '${typeNameOf(value)}'`);
  return false;
}

const badDescriptor = () => raiseSystemError(environment.devices.errors.EBADF);

/** Reads at most `count` bytes. Everything is an argument again, for the next attempt after a signal. */
function read(descriptor: number, size: number): number {
  const fd = intArgument(descriptor);
  const count = intArgument(size);
  if (Number.isNaN(fd + count)) return NULL;
  if (count < 0) return raiseSystemError(environment.devices.errors.EINVAL);
  if (fd < 0) return badDescriptor();
  const buffer = new Uint8Array(Math.min(count, READ_MAX));
  const call = () => environment.devices.read(fd, buffer);
  return blockOn(
    call,
    (result) => {
      if (result === INTERRUPTED) return afterSignals(S_READ, [shared(descriptor), shared(size)]);
      return result < 0 ? raiseSystemError(-result) : newBytes(buffer.subarray(0, result));
    },
    () => attemptAt(fd, POLL_IN, 0, call)
  );
}

/** Bytes that a pipe takes at once when it takes any. */
const PIPE_BUF = 4096;
const AT_CURRENT = 1;

/** `call` if it need not wait: what has a position never does, another descriptor when it is ready. */
function attemptAt(fd: number, events: number, size: number, call: () => number): number {
  const {devices} = environment;
  const isReady = () =>
    size <= PIPE_BUF && devices.poll(Int32Array.of(fd), Int32Array.of(events), new Int32Array(1), 0) > 0;
  return devices.seek(fd, 0, AT_CURRENT) >= 0 || isReady() ? call() : NOT_READY;
}

function write(descriptor: number, data: number): number {
  const fd = intArgument(descriptor);
  if (Number.isNaN(fd)) return NULL;
  if (!isBytes(data)) return callPrelude(S_WRITE_BYTES, [descriptor, data]);
  if (fd < 0) return badDescriptor();
  const view = bytesView(data);
  const call = () => environment.devices.write(fd, view);
  return blockOn(
    call,
    (result) => {
      if (result === INTERRUPTED) return afterSignals(S_WRITE, [shared(descriptor), shared(data)]);
      return result < 0 ? raiseSystemError(-result) : newInt(result);
    },
    () => attemptAt(fd, POLL_OUT, view.length, call)
  );
}

/** Writes all of `data` from `offset` on; takes the references to `data` and to `answer`, which it answers, over. */
export function writeAll(fd: number, data: number, offset: number, answer: number): number {
  const view = bytesView(data).subarray(offset);
  const call = () => environment.devices.write(fd, view);
  return blockOn(
    call,
    (result) => {
      const done = offset + Math.max(0, result);
      if (result === INTERRUPTED || (result >= 0 && done < bytesLength(data))) {
        return afterSignals(S_WRITE_ALL, [fd << 1, data, done << 1, answer]);
      }
      DECREF(data);
      if (result >= 0) return answer;
      DECREF(answer);
      return raiseSystemError(-result);
    },
    () => attemptAt(fd, POLL_OUT, view.length, call)
  );
}

moduleFunctions("_prelude", {
  "_read(fd, size)": (a) => read(H[a], H[a + 1]),
  "_write(fd, data)": (a) => write(H[a], H[a + 1]),
  "_write_all(fd, data, offset, answer)": (a) =>
    writeAll(H[a] >> 1, shared(H[a + 1]), H[a + 2] >> 1, shared(H[a + 3]))
});

function pipe(): number {
  const fds = new Int32Array(2);
  const answer = environment.devices.pipe(fds);
  return answer < 0 ? raiseSystemError(-answer) : tupleOf(newInt(fds[0]), newInt(fds[1]));
}

function environ(): number {
  const dict = newDict();
  for (const [name, value] of Object.entries(environment.devices.environment())) {
    const [key, item] = [newStr(name), newStr(value)];
    setStr(dict >> 2, key, item);
    DECREF(key);
    DECREF(item);
  }
  return dict;
}

function random(size: number): number {
  const count = intArgument(size);
  if (Number.isNaN(count)) return NULL;
  if (count < 0) return raise(VALUE_ERROR, "negative argument not allowed");
  const bytes = new Uint8Array(count);
  environment.devices.randomBytes(bytes);
  return newBytes(bytes);
}

moduleFunctions("_os", {
  "read(fd, length, /)": (a) => read(H[a], H[a + 1]),
  "write(fd, data, /)": (a) => write(H[a], H[a + 1]),
  "close(fd)": (a) => {
    const fd = intArgument(H[a]);
    return Number.isNaN(fd) ? NULL : noneResult(environment.devices.close(fd));
  },
  "pipe()": () => pipe(),
  "isatty(fd, /)": (a) => {
    const fd = intArgument(H[a]);
    return Number.isNaN(fd) ? NULL : truth(environment.devices.isTerminal(fd));
  },
  "getpid()": () => newInt(environment.devices.processId()),
  "getppid()": () => newInt(environment.devices.parentId()),
  "getcwd()": () => newStr(environment.devices.directory()),
  "cpu_count()": () => newInt(environment.devices.cpuCount()),
  "urandom(size, /)": (a) => random(H[a]),
  "strerror(code, /)": (a) => {
    const code = intArgument(H[a]);
    return Number.isNaN(code) ? NULL : newStr(environment.devices.errorText(code));
  },
  "sched_yield()": () =>
    blockOn(
      () => environment.devices.sleep(0),
      () => shared(NONE)
    ),
  "_exit(status)": (a) => {
    const status = intArgument(H[a]);
    if (Number.isNaN(status)) return NULL;
    environment.devices.exit(status & 255);
    return shared(NONE);
  },
  "_environ()": () => environ(),
  "_errors()": () => dictOfInts(environment.devices.errors)
});
