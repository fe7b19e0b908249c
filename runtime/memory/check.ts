/**
 * The heap check: counts the references that it finds in every live object and compares them with the counts that the
 * objects hold. Run when one thread is left and has ended; cycles are in order, a count that nothing explains is not.
 */
import {forEachChild, objectWords, ownedBlock} from "../objects/children.ts";
import {T_STR, T_TYPE} from "../objects/kinds.ts";
import {
  CODE,
  COUNT,
  DESIGN,
  EXCEPTION,
  FINALIZERS,
  FRAME_BACK,
  FRAME_EXTRA,
  FRAME_FUNCTION,
  FRAME_LOCALS,
  FRAME_POINTER,
  FRAME_SP,
  FREE_BLOCKS,
  FREE_OBJECTS,
  HANDLED,
  IMMORTAL,
  INTERNED_NAMES,
  LIBRARY,
  LOCALS_DICT,
  MODULES,
  NULL,
  ORPHAN_LISTS,
  PRELUDE,
  SOURCES,
  STACK_POINTER,
  STACK_START,
  STATICS,
  TAIL_ARGUMENTS,
  TAIL_FUNCTION,
  TAIL_KEYWORDS,
  TAIL_LOCALS,
  THREAD_RUNNING,
  THREAD_STATE,
  THREADS_MAX,
  TYPE,
  TYPE_FLAGS,
  TYPE_HEAP,
  TYPE_NAME,
  TYPE_STATIC
} from "../objects/layout.ts";
import {text} from "../objects/text.ts";
import {builtinTypes, isSubtype} from "../objects/types.ts";
import {CLASSES, forEachFree, forEachSlot, H, threadBlock} from "./heap.ts";

const REPORTED_MAX = 20;

/** Sentences on what is wrong, at most twenty; none: the heap is consistent. */
export function checkHeap(): string[] {
  const problems: string[] = [];
  const say = (problem: string) => {
    if (problems.length < REPORTED_MAX) problems.push(problem);
  };
  const free = collectFree(say);
  const objects = new Set<number>();
  const blocks = new Set<number>();
  forEachSlot((slot, words, isObject) => {
    if (free.has(slot)) return;
    if (!isObject) blocks.add(slot);
    else if (!isLaidOut(slot)) say(`object at ${slot}: its type word ${H[slot + TYPE]} is not a type`);
    else if (objectWords(slot) > words) say(`${describe(slot)}: larger than its slot`);
    else objects.add(slot);
  });
  const found = countReferences(objects, say);
  for (const o of objects) {
    const count = H[o + COUNT];
    if (count >= IMMORTAL >> 1) continue;
    const references = found.get(o) ?? 0;
    if (count > references)
      say(`${describe(o)}: leaked, its count is ${count} and ${references} references to it exist`);
    else if (count < references)
      say(`${describe(o)}: dangling, its count is ${count} and ${references} references to it exist`);
    const block = ownedBlock(o);
    if (block !== 0 && !blocks.delete(block))
      say(`${describe(o)}: its block at ${block} is not allocated, or is shared`);
  }
  for (const block of stacks()) blocks.delete(block);
  for (const block of blocks) say(`block at ${block}: nobody owns it`);
  return problems;
}

/** All free slots; a slot that is on a free list twice is a problem. */
function collectFree(say: (problem: string) => void): Set<number> {
  const free = new Set<number>();
  const visit = (slot: number) => {
    if (free.has(slot)) say(`slot at ${slot}: free twice`);
    free.add(slot);
  };
  forEachFree(ORPHAN_LISTS, ORPHAN_LISTS + CLASSES, visit);
  for (let id = 0; id < THREADS_MAX; id++) {
    const t = threadBlock(id);
    forEachFree(t + FREE_OBJECTS, t + FREE_BLOCKS, visit);
  }
  return free;
}

function isLaidOut(o: number): boolean {
  const type = H[o + TYPE];
  if (type < STATICS || type >= H.length) return false;
  if (type < CODE) return (H[type + TYPE_FLAGS] & TYPE_STATIC) !== 0;
  const meta = H[type + TYPE];
  return meta === T_TYPE || ((H[meta + TYPE_FLAGS] & TYPE_HEAP) !== 0 && isSubtype(meta, T_TYPE));
}

/** How often each object is referred to, by other objects, by roots and by code. */
function countReferences(objects: ReadonlySet<number>, say: (problem: string) => void): Map<number, number> {
  const found = new Map<number, number>();
  let from = 0;
  const visit = (value: number) => {
    if ((value & 1) === 0 || value === NULL) return;
    const o = value >> 2;
    found.set(o, (found.get(o) ?? 0) + 1);
    if (o >= CODE && !objects.has(o))
      say(`${from === 0 ? "a root" : describe(from)}: refers to ${o}, which is free`);
  };
  for (const o of objects) {
    from = o;
    forEachChild(o, visit);
  }
  for (const type of builtinTypes()) {
    from = type;
    forEachChild(type, visit);
  }
  from = 0;
  for (const root of [MODULES, PRELUDE, LIBRARY, SOURCES, INTERNED_NAMES]) visit(H[root]);
  for (let id = 0; id < THREADS_MAX; id++) {
    const t = threadBlock(id);
    if (H[t + THREAD_STATE] === 0 || H[t + LOCALS_DICT] === 0) continue;
    visit(H[t + LOCALS_DICT]);
    if (H[t + THREAD_STATE] === THREAD_RUNNING) visitStack(t, visit);
  }
  return found;
}

/** What a thread that still lives (a daemon) holds: its frames from the innermost out, and the words of its block. */
function visitStack(t: number, visit: (value: number) => void): void {
  for (const word of [
    EXCEPTION,
    HANDLED,
    TAIL_FUNCTION,
    TAIL_ARGUMENTS,
    TAIL_KEYWORDS,
    TAIL_LOCALS,
    FINALIZERS
  ]) {
    visit(H[t + word]);
  }
  let sp = H[t + STACK_POINTER];
  for (let fp = H[t + FRAME_POINTER]; fp > H[t + STACK_START]; fp = H[fp + FRAME_BACK]) {
    for (let i = fp; i < sp; i++) visit(H[i]);
    for (const word of [FRAME_FUNCTION, FRAME_EXTRA, FRAME_LOCALS]) visit(H[fp + word]);
    sp = H[fp + FRAME_SP];
  }
}

function* stacks(): Generator<number> {
  for (let id = 0; id < THREADS_MAX; id++) {
    const t = threadBlock(id);
    if (H[t + THREAD_STATE] !== 0 && H[t + STACK_START] !== 0) yield H[t + STACK_START];
  }
}

function describe(o: number): string {
  if (o < DESIGN) return `word ${o}`;
  const name = text(H[H[o + TYPE] + TYPE_NAME]);
  return H[o + TYPE] === T_STR
    ? `str ${JSON.stringify(text((o << 2) | 1).slice(0, 40))} at ${o}`
    : `${name} at ${o}`;
}
