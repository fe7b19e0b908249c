/// The fingerprint of a trace.

import type {Trace} from "../timeline/trace.js";

const OFFSETS = [0x811c9dc5, 0x050c5d1f];
const PRIME = 0x01000193;

/// Sixteen hexadecimal digits that differ, in all likelihood, where two traces do: two FNV-1a hashes of 32 bits, from
/// different beginnings, over the bytes of all times, threads and events.
export function fingerprint({time_ns, thread, event}: Trace): string {
  const [first, second] = [time_ns, thread, event].reduce(
    (hashes, column) => {
      let [a, b] = hashes;
      for (const byte of new Uint8Array(column.buffer, column.byteOffset, column.byteLength)) {
        a = Math.imul(a ^ byte, PRIME);
        b = Math.imul(b ^ byte, PRIME);
        b = (b << 5) | (b >>> 27);
      }
      return [a, b];
    },
    [...OFFSETS]
  );
  return [first, second].map((hash) => (hash >>> 0).toString(16).padStart(8, "0")).join("");
}
