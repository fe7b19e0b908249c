import {readFileSync} from "node:fs";
import {fillFromSnapshot} from "../snapshot.ts";

export {snapshotName, takeSnapshot} from "../snapshot.ts";

/** Fills a fresh memory, which has room for `pages` pages of objects, from a snapshot's file. */
export function restoreSnapshot(memory: Int32Array, file: URL, pages: number): void {
  fillFromSnapshot(memory, readFileSync(file), pages);
}
