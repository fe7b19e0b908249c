import {ARENA, PAGE_WORDS} from "../../objects/layout.ts";

/** 32-bit words of a page of WebAssembly memory. */
const WASM_PAGE_WORDS = 16384;
/** Pages of the object heap at most: references are byte offsets below 2 GiB. */
export const HEAP_PAGES_MAX = Math.floor((2 ** 29 - ARENA) / PAGE_WORDS);

/** Reserves the shared memory; the system commits its pages as they are touched. @throws where there is no room */
export function heapMemory(pages: number): WebAssembly.Memory {
  const size = Math.ceil((ARENA + pages * PAGE_WORDS) / WASM_PAGE_WORDS);
  try {
    return new WebAssembly.Memory({initial: size, maximum: size, shared: true});
  } catch (error) {
    const mib = Math.ceil(size / 16);
    throw new Error(
      `cannot reserve ${mib} MiB of shared memory: ${(error as Error).message}; try a smaller --heap`
    );
  }
}
