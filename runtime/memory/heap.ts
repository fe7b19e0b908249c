/**
 * The shared heap: views, size-class allocation from pages that a thread carves up for itself, and the static
 * region. Free lists belong to a thread; only taking a page touches what threads share.
 */
import {environment, memory} from "../environment.ts";
import {
  ARENA,
  FREE_BLOCKS,
  FREE_OBJECTS,
  HEADER,
  IMMORTAL,
  ORPHAN_LISTS,
  PAGE_COUNT,
  PAGE_FRESH,
  PAGE_HINT,
  PAGE_TABLE,
  PAGE_WORDS,
  PAGES_PEAK,
  PAGES_USED,
  STRINGS,
  STRINGS_END,
  THREAD_WORDS,
  THREADS
} from "../objects/layout.ts";

export const H = new Int32Array(memory.buffer);
export const F = new Float64Array(memory.buffer);
export const U8 = new Uint8Array(memory.buffer);
export const U16 = new Uint16Array(memory.buffer);
export const U32 = new Uint32Array(memory.buffer);

/** Block of the thread that this instance is running; on `host` it never changes. */
export let T = THREADS;
export function setThread(thread: number): void {
  T = thread;
}
export const threadBlock = (id: number) => THREADS + id * THREAD_WORDS;

/** The heap is full. Turned into a MemoryError by the evaluation loop; never seen by Python code otherwise. */
export class HeapExhausted extends Error {}

// ---- size classes: every 2 words up to 64, then four steps a doubling, up to 1,024 words ----------------------
const CLASS_WORDS: number[] = [0];
for (let words = 2; words <= 64; words += 2) CLASS_WORDS.push(words);
for (let words = 64; words < 1024; words *= 2) {
  for (let step = 1; step <= 4; step++) CLASS_WORDS.push(words + (words / 4) * step);
}
export const CLASSES = CLASS_WORDS.length; // 49
export const LARGEST_CLASS = 1024;
/** The size class of floats, whose slots the evaluation loop takes itself. */
export const FLOAT_CLASS = 2;
const CLASS_OF = new Uint8Array(LARGEST_CLASS + 1);
for (let words = 1, c = 1; words <= LARGEST_CLASS; words++) {
  if (words > CLASS_WORDS[c]) c++;
  CLASS_OF[words] = c;
}

// A page's word in the table: 0 free; class << 2 | 1 objects; class << 2 | 2 raw blocks; a run of pages: what it
// is with its length in the first page's word, RUN_REST in the others'.
const OBJECTS = 1;
const BLOCKS = 2;
const RUN_OBJECT = 0x40000000;
const RUN_BLOCK = 0x20000000;
const RUN_REST = 0x10000000;
const RUN_PAGES = 0x00ffffff;

const pageCount = environment.pages;
const pageStart = (page: number) => ARENA + page * PAGE_WORDS;

/** Lays out the page allocator; once, by the booting instance. */
export function bootHeap(): void {
  H[0] = IMMORTAL;
  H[PAGE_FRESH] = 0;
  H[PAGE_COUNT] = pageCount;
  H[PAGE_HINT] = 0;
}

/** Finds `count` free pages in a row: untouched ones first, then by going round the table. */
function takePages(count: number): number {
  const fresh = H[PAGE_FRESH];
  let page = -1;
  if (fresh + count <= pageCount) {
    page = fresh;
    H[PAGE_FRESH] = fresh + count;
  } else {
    page = findFreeRun(count);
    if (page < 0) throw new HeapExhausted("the heap is full");
  }
  const used = (H[PAGES_USED] += count);
  if (used > H[PAGES_PEAK]) H[PAGES_PEAK] = used;
  return page;
}

function findFreeRun(count: number): number {
  const hint = H[PAGE_HINT];
  for (let pass = 0; pass < 2; pass++) {
    const end = pass === 0 ? pageCount : Math.min(pageCount, hint + count);
    let run = 0;
    for (let page = pass === 0 ? hint : 0; page < end; page++) {
      run = H[PAGE_TABLE + page] === 0 && page < H[PAGE_FRESH] ? run + 1 : 0;
      if (run === count) {
        H[PAGE_HINT] = page + 1 < pageCount ? page + 1 : 0;
        return page - count + 1;
      }
    }
  }
  return -1;
}

/** Fills the free list `list` (a word index) with the slots of one more page, or with an ended thread's slots. */
function refill(list: number, sizeClass: number, use: number): number {
  const orphans = ORPHAN_LISTS_OF(use, sizeClass);
  const inherited = H[orphans];
  if (inherited !== 0) {
    H[orphans] = 0;
    H[list] = H[inherited + 1];
    return inherited;
  }
  const page = takePages(1);
  H[PAGE_TABLE + page] = (sizeClass << 2) | use;
  const words = CLASS_WORDS[sizeClass];
  const start = pageStart(page);
  const last = start + (Math.floor(PAGE_WORDS / words) - 1) * words;
  for (let slot = start; slot < last; slot += words) H[slot + 1] = slot + words;
  H[last + 1] = 0;
  H[list] = H[start + 1];
  return start;
}

const ORPHAN_LISTS_OF = (use: number, sizeClass: number) =>
  ORPHAN_LISTS + (use === OBJECTS ? 0 : CLASSES) + sizeClass;

function allocateRun(words: number, use: number): number {
  const pages = Math.ceil(words / PAGE_WORDS);
  if (pages > pageCount) throw new HeapExhausted("the heap is full");
  const page = takePages(pages);
  H[PAGE_TABLE + page] = (use === OBJECTS ? RUN_OBJECT : RUN_BLOCK) | pages;
  H.fill(RUN_REST, PAGE_TABLE + page + 1, PAGE_TABLE + page + pages);
  return pageStart(page);
}

function freeRun(start: number): void {
  const page = (start - ARENA) / PAGE_WORDS;
  const pages = H[PAGE_TABLE + page] & RUN_PAGES;
  H.fill(0, PAGE_TABLE + page, PAGE_TABLE + page + pages);
  H[PAGES_USED] -= pages;
  H[PAGE_HINT] = page;
}

/**
 * Room for an object of `words` words; its header and payload are not initialised.
 * @throws HeapExhausted
 */
export function allocate(words: number): number {
  if (words > LARGEST_CLASS) return allocateRun(words, OBJECTS);
  const sizeClass = CLASS_OF[words];
  const list = T + FREE_OBJECTS + sizeClass;
  const slot = H[list];
  if (slot === 0) return refill(list, sizeClass, OBJECTS);
  H[list] = H[slot + 1];
  return slot;
}

/** Gives back the room of an object that was allocated with the same number of words. */
export function release(slot: number, words: number): void {
  if (words > LARGEST_CLASS) {
    freeRun(slot);
    return;
  }
  const list = T + FREE_OBJECTS + CLASS_OF[words];
  H[slot] = 0;
  H[slot + 1] = H[list];
  H[list] = slot;
}

/** Room for raw words that an object owns (a list's items, a dict's table). 0 words: 0. @throws HeapExhausted */
export function allocateBlock(words: number): number {
  if (words === 0) return 0;
  if (words > LARGEST_CLASS) return allocateRun(words, BLOCKS);
  const sizeClass = CLASS_OF[words < 2 ? 2 : words];
  const list = T + FREE_BLOCKS + sizeClass;
  const slot = H[list];
  if (slot === 0) return refill(list, sizeClass, BLOCKS);
  H[list] = H[slot + 1];
  return slot;
}

export function releaseBlock(slot: number, words: number): void {
  if (words === 0) return;
  if (words > LARGEST_CLASS) {
    freeRun(slot);
    return;
  }
  const list = T + FREE_BLOCKS + CLASS_OF[words < 2 ? 2 : words];
  H[slot + 1] = H[list];
  H[list] = slot;
}

/** How many words a block of `words` really has: growing up to there costs nothing. */
export function roomOf(words: number): number {
  if (words === 0) return 0;
  if (words > LARGEST_CLASS) return Math.ceil(words / PAGE_WORDS) * PAGE_WORDS;
  return CLASS_WORDS[CLASS_OF[words < 2 ? 2 : words]];
}

/** Leaves the free lists of an ending thread to whoever refills next. Holding the lock of the heap. */
export function orphanFreeLists(thread: number): void {
  for (let sizeClass = 1; sizeClass < CLASSES; sizeClass++) {
    giveAway(thread + FREE_OBJECTS + sizeClass, ORPHAN_LISTS_OF(OBJECTS, sizeClass));
    giveAway(thread + FREE_BLOCKS + sizeClass, ORPHAN_LISTS_OF(BLOCKS, sizeClass));
  }
}

function giveAway(list: number, orphans: number): void {
  const first = H[list];
  if (first === 0) return;
  let last = first;
  while (H[last + 1] !== 0) last = H[last + 1];
  H[last + 1] = H[orphans];
  H[orphans] = first;
  H[list] = 0;
}

// ---- static region ---------------------------------------------------------------------------------------------
let staticNext = STRINGS;
/** Room in the static region at an address that is the same in every instance (same order of calls). */
export function allocateStatic(words: number): number {
  const slot = staticNext;
  staticNext += (words + 1) & ~1;
  if (staticNext > STRINGS_END) throw new Error(`static region full: ${staticNext - STRINGS} words`);
  return slot;
}

// ---- for the heap check ------------------------------------------------------------------------------------------
/** Calls back for every slot of every page: objects and blocks, free ones too. */
export function forEachSlot(visit: (slot: number, words: number, isObject: boolean) => void): void {
  for (let page = 0; page < H[PAGE_FRESH]; page++) {
    const word = H[PAGE_TABLE + page];
    if (word === 0 || word === RUN_REST) continue;
    const start = pageStart(page);
    if (word >= RUN_REST) {
      visit(start, (word & RUN_PAGES) * PAGE_WORDS, (word & RUN_OBJECT) !== 0);
      continue;
    }
    const words = CLASS_WORDS[word >> 2];
    for (let k = 0; k < Math.floor(PAGE_WORDS / words); k++) {
      visit(start + k * words, words, (word & 3) === OBJECTS);
    }
  }
}

/** Calls back for every slot on the free lists that start at `lists` (a thread's or the orphans'). */
export function forEachFree(
  objects: number,
  blocks: number,
  visit: (slot: number, isObject: boolean) => void
): void {
  for (let sizeClass = 1; sizeClass < CLASSES; sizeClass++) {
    for (let slot = H[objects + sizeClass]; slot !== 0; slot = H[slot + 1]) visit(slot, true);
    for (let slot = H[blocks + sizeClass]; slot !== 0; slot = H[slot + 1]) visit(slot, false);
  }
}

/** Starts an object: count 1, its type. */
export function make(type: number, words: number): number {
  const o = allocate(words);
  H[o] = 1;
  H[o + 1] = type;
  return o;
}

/** The same with every payload word set to `fill`. */
export function makeFilled(type: number, words: number, fill: number): number {
  const o = make(type, words);
  for (let i = o + HEADER; i < o + words; i++) H[i] = fill;
  return o;
}
