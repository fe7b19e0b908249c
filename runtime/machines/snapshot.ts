/**
 * The heap as it is before any program, kept in a file: laying it out takes half a second, since it compiles what of
 * Python's library is written in Python; copying it takes a millisecond. Format: for each stretch of 1,024 words that are
 * not all zero, its number and the words.
 */
import {ARENA, PAGE_COUNT, PAGE_FRESH, PAGE_WORDS} from "../objects/layout.ts";

const STRETCH_WORDS = 1024;

/** The words of a memory in which the runtime has booted and nothing else happened. */
export function takeSnapshot(memory: Int32Array): Int32Array {
  const end = ARENA + memory[PAGE_FRESH] * PAGE_WORDS;
  const kept: number[] = [];
  for (let start = 0; start < end; start += STRETCH_WORDS) {
    if (memory.subarray(start, start + STRETCH_WORDS).some((word) => word !== 0))
      kept.push(start / STRETCH_WORDS);
  }
  const snapshot = new Int32Array(kept.length * (1 + STRETCH_WORDS));
  kept.forEach((stretch, i) => {
    const at = i * (1 + STRETCH_WORDS);
    snapshot[at] = stretch;
    snapshot.set(memory.subarray(stretch * STRETCH_WORDS, (stretch + 1) * STRETCH_WORDS), at + 1);
  });
  return snapshot;
}

/** Fills a fresh memory, which has room for `pages` pages of objects, from a snapshot's bytes. */
export function fillFromSnapshot(memory: Int32Array, bytes: Uint8Array, pages: number): void {
  const snapshot = new Int32Array(bytes.slice().buffer);
  for (let at = 0; at < snapshot.length; at += 1 + STRETCH_WORDS) {
    memory.set(snapshot.subarray(at + 1, at + 1 + STRETCH_WORDS), snapshot[at] * STRETCH_WORDS);
  }
  memory[PAGE_COUNT] = pages;
}

/** Name of the file that the build writes for designs that count ticks, and for those that do not. */
export function snapshotName(countsTicks: boolean): string {
  return countsTicks ? "heap-ticks.bin" : "heap.bin";
}
