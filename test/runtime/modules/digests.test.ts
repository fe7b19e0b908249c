import {createHash} from "node:crypto";
import {describe, expect, it} from "vitest";
import {begin, DIGESTS, finish, update} from "../../../runtime/modules/digests.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const message = (length: number) => Uint8Array.from({length}, (_, i) => (i * 31 + (i >> 3)) & 255);

describe.each(DIGESTS.map((digest) => [digest.name, digest] as const))("%s", (name, digest) => {
  it("agrees with OpenSSL on messages of every length around a block", () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 1000, 5000]) {
      const bytes = message(length);
      expect(hex(finish(digest, update(digest, begin(digest), bytes)))).toBe(
        createHash(name).update(bytes).digest("hex")
      );
    }
  });

  it("does not care how a message is cut into pieces", () => {
    const bytes = message(700);
    let progress = begin(digest);
    for (let at = 0, size = 1; at < bytes.length; at += size++)
      progress = update(digest, progress, bytes.subarray(at, at + size));
    expect(hex(finish(digest, progress))).toBe(createHash(name).update(bytes).digest("hex"));
  });
});
