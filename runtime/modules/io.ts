/** `_io`: text on a file descriptor, written as lines end, and files. What is not yet written is a list of the stream. */
import {DECREF, shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {raise} from "../objects/errors.ts";
import {TYPE_ERROR} from "../objects/exceptions.ts";
import {typeNameOf} from "../objects/inspect.ts";
import {NONE} from "../objects/kinds.ts";
import {LIST_BLOCK, LIST_LENGTH} from "../objects/layout.ts";
import {listAppend} from "../objects/list.ts";
import {moduleFunctions} from "../objects/native.ts";
import {codePoint, newBytes, strLength, text} from "../objects/text.ts";
import {writeAll} from "./os.ts";
import {isStr} from "./system.ts";

const NEWLINE = 10;
const encoder = new TextEncoder();

function endsLine(value: number): boolean {
  for (let i = strLength(value) - 1; i >= 0; i--) if (codePoint(value >> 2, i) === NEWLINE) return true;
  return false;
}

/** Takes all text out of a list of str, as UTF-8. */
function takeText(parts: number): Uint8Array {
  const o = parts >> 2;
  const count = H[o + LIST_LENGTH];
  let all = "";
  for (let i = 0; i < count; i++) all += text(H[H[o + LIST_BLOCK] + i]);
  H[o + LIST_LENGTH] = 0;
  for (let i = 0; i < count; i++) DECREF(H[H[o + LIST_BLOCK] + i]);
  return encoder.encode(all);
}

/** Writes what waits in `parts`, and gives the GIL up while it does. */
function flush(parts: number, fd: number): number {
  if (H[(parts >> 2) + LIST_LENGTH] === 0) return shared(NONE);
  return writeAll(fd, newBytes(takeText(parts)), 0, shared(NONE));
}

moduleFunctions("_io", {
  /** Adds `text` to `parts` and, when it ends a line, writes everything. */
  "write(parts, text, fd, /)": (a) => {
    const [parts, value] = [H[a], H[a + 1]];
    if (!isStr(value)) return raise(TYPE_ERROR, `write() argument must be str, not ${typeNameOf(value)}`);
    listAppend(parts >> 2, value);
    return endsLine(value) ? flush(parts, H[a + 2] >> 1) : shared(NONE);
  },
  "flush(parts, fd, /)": (a) => flush(H[a], H[a + 1] >> 1)
});
