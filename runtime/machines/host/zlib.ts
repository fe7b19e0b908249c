import {inflateSync, constants as zlib} from "node:zlib";
import type {Inflated} from "../devices.ts";

/** The engine tells how far a stream reached, and at its end nothing more may follow: so cut input is tried leniently. */
export function inflate(bytes: Uint8Array): Inflated | null {
  const attempt = (finishFlush: number) => {
    const {buffer, engine} = inflateSync(bytes, {finishFlush, info: true}) as unknown as {
      buffer: Uint8Array;
      engine: {bytesWritten: number};
    };
    return {bytes: buffer, used: engine.bytesWritten};
  };
  try {
    return {...attempt(zlib.Z_FINISH), complete: true};
  } catch {
    try {
      return {...attempt(zlib.Z_SYNC_FLUSH), complete: false};
    } catch {
      return null;
    }
  }
}
