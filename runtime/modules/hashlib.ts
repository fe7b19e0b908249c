/** `_hashlib`: digests under way are bytes objects, so that copying one is sharing it. Much data is digested without the GIL. */
import {environment} from "../environment.ts";
import {H} from "../memory/heap.ts";
import {blockOn} from "../objects/calls.ts";
import {tupleOf} from "../objects/errors.ts";
import {NULL} from "../objects/layout.ts";
import {moduleFunctions} from "../objects/native.ts";
import {newInt} from "../objects/numbers.ts";
import {bytesLength, bytesValue, newBytes, newStr} from "../objects/text.ts";
import {begin, DIGESTS, type Digest, finish, type Progress, update} from "./digests.ts";
import {bytesView, requireBytes} from "./os.ts";

/** From so many bytes on, CPython's hashlib gives the GIL up (HASHLIB_GIL_MINSIZE). */
const LARGE = 2048;

/** Length of the message as a double, the words of the state, what does not fill a block. */
function pack({state, length, rest}: Progress): Uint8Array {
  const bytes = new Uint8Array(8 + state.byteLength + rest.length);
  new Float64Array(bytes.buffer, 0, 1)[0] = length;
  bytes.set(new Uint8Array(state.buffer, state.byteOffset, state.byteLength), 8);
  bytes.set(rest, 8 + state.byteLength);
  return bytes;
}

function unpack(digest: Digest, bytes: Uint8Array): Progress {
  const copy = bytes.slice();
  const words = digest.initial.length;
  return {
    length: new Float64Array(copy.buffer, 0, 1)[0],
    state: new Uint32Array(copy.buffer, 8, words),
    rest: copy.subarray(8 + words * 4)
  };
}

function updated(digest: Digest, packed: number, data: number): number {
  if (!requireBytes(data)) return NULL;
  const progress = unpack(digest, bytesValue(packed));
  const view = bytesView(data);
  if (bytesLength(data) < LARGE) return newBytes(pack(update(digest, progress, view)));
  let result = progress;
  return blockOn(
    () => {
      result = update(digest, progress, view);
      environment.devices.work("digest", view.length);
      return 0;
    },
    () => newBytes(pack(result))
  );
}

const digestAt = (ref: number) => DIGESTS[ref >> 1];

moduleFunctions("_hashlib", {
  /** [name, bytes of a digest, bytes of a block] by number. */
  "describe(number, /)": (a) => {
    const digest = digestAt(H[a]);
    return tupleOf(newStr(digest.name), newInt(digest.digestSize), newInt(digest.blockSize));
  },
  "begin(number, /)": (a) => newBytes(pack(begin(digestAt(H[a])))),
  "update(number, progress, data, /)": (a) => updated(digestAt(H[a]), H[a + 1], H[a + 2]),
  "finish(number, progress, /)": (a) =>
    newBytes(finish(digestAt(H[a]), unpack(digestAt(H[a]), bytesValue(H[a + 1]))))
});
