// runtime/machines/host/zlib.ts
import { inflateSync, constants as zlib } from "node:zlib";
function inflate(bytes) {
  const attempt = (finishFlush) => {
    const { buffer, engine } = inflateSync(bytes, { finishFlush, info: true });
    return { bytes: buffer, used: engine.bytesWritten };
  };
  try {
    return { ...attempt(zlib.Z_FINISH), complete: true };
  } catch {
    try {
      return { ...attempt(zlib.Z_SYNC_FLUSH), complete: false };
    } catch {
      return null;
    }
  }
}

export {
  inflate
};
//# sourceMappingURL=chunk-4SATZSCG.js.map
