import {PAGE_COUNT} from "../../objects/layout.ts";

/** Words of a stretch, as the build's snapshots have them (see `../host/snapshot.ts`). */
const STRETCH_WORDS = 1024;

/** Fills a fresh memory, which has room for `pages` pages of objects, from a snapshot's bytes. */
export function fillFromSnapshot(memory: Int32Array, bytes: Uint8Array, pages: number): void {
  const snapshot = new Int32Array(bytes.slice().buffer);
  for (let at = 0; at < snapshot.length; at += 1 + STRETCH_WORDS)
    memory.set(snapshot.subarray(at + 1, at + 1 + STRETCH_WORDS), snapshot[at] * STRETCH_WORDS);
  memory[PAGE_COUNT] = pages;
}
