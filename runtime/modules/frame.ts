/** Frames as programs see them: which code runs, where, and who called it. Frames of the library are left out. */

import {lineAt} from "../interpreter/locations.ts";
import {shared} from "../memory/counts.ts";
import {H, make, T} from "../memory/heap.ts";
import {K_RECORD, moduleType, NONE, T_TRACEBACK} from "../objects/kinds.ts";
import {
  CODE_HIDDEN,
  CODE_START,
  FRAME_BACK,
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_LOCALS,
  FRAME_MODE,
  FRAME_PC,
  FRAME_POINTER,
  FUNCTION_GLOBALS,
  MODE_ENTRY,
  NULL,
  PROGRAM_COUNTER,
  RECORD_A,
  RECORD_B,
  RECORD_C,
  RECORD_M,
  RECORD_N,
  RECORD_WORDS,
  TRACEBACK_CODE,
  TRACEBACK_PC
} from "../objects/layout.ts";
import {moduleFunctions, property} from "../objects/native.ts";
import {newDict} from "../objects/table.ts";
import {declareType} from "../objects/types.ts";

/** Record: code, globals or NULL, caller's frame or None, n: address behind the running instruction. */
const T_FRAME = moduleType(20);
declareType("frame", T_FRAME, K_RECORD);

/** A frame object; `globals` is borrowed, `back` taken over. */
function newFrame(code: number, globals: number, back: number, pc: number): number {
  const o = make(T_FRAME, RECORD_WORDS);
  H[o + RECORD_A] = shared((code << 2) | 1);
  H[o + RECORD_B] = shared(globals);
  H[o + RECORD_C] = back;
  H[o + RECORD_N] = pc;
  H[o + RECORD_M] = 0;
  return (o << 2) | 1;
}

/** Globals of a running frame, borrowed, or NULL. */
function globalsOf(fp: number): number {
  const function_ = H[fp + FRAME_FUNCTION];
  if (function_ !== NULL) return H[(function_ >> 2) + FUNCTION_GLOBALS];
  return H[fp + FRAME_LOCALS];
}

/** The frame `depth` calls out from the innermost one of thread `t`, with its callers; NULL: not so deep. */
export function frameAt(t: number, depth: number): number {
  const frames: [fp: number, pc: number][] = [];
  let pc = H[t + PROGRAM_COUNTER];
  for (let fp = H[t + FRAME_POINTER]; ; fp = H[fp + FRAME_BACK]) {
    if (H[H[fp + FRAME_CODE] + CODE_HIDDEN] === 0) frames.push([fp, pc]);
    if (H[fp + FRAME_MODE] === MODE_ENTRY) break;
    pc = H[fp + FRAME_PC];
  }
  if (depth >= frames.length) return NULL;
  let back = shared(NONE);
  for (let i = frames.length - 1; i >= depth; i--) {
    const [fp, at] = frames[i];
    back = newFrame(H[fp + FRAME_CODE], globalsOf(fp), back, at);
  }
  return back;
}

moduleFunctions("_prelude", {
  "_calling_frame()": () => {
    const frame = frameAt(T, 0);
    return frame === NULL ? shared(NONE) : frame;
  }
});

const word = (offset: number) => (a: number) => {
  const value = H[(H[a] >> 2) + offset];
  return shared(value === NULL ? NONE : value);
};
property(T_FRAME, "f_code", word(RECORD_A));
property(T_FRAME, "f_globals", word(RECORD_B));
property(T_FRAME, "f_back", word(RECORD_C));
property(T_FRAME, "f_lineno", (a) => {
  const o = H[a] >> 2;
  return lineAt(H[o + RECORD_A] >> 2, H[o + RECORD_N]) << 1;
});
property(T_FRAME, "f_lasti", (a) => {
  const o = H[a] >> 2;
  return Math.max(0, H[o + RECORD_N] - 1 - H[(H[o + RECORD_A] >> 2) + CODE_START]) << 1;
});
/** Only a module's names: those of a function are in its frame. */
property(T_FRAME, "f_locals", (a) => {
  const globals = H[(H[a] >> 2) + RECORD_B];
  return globals === NULL ? newDict() : shared(globals);
});
property(T_TRACEBACK, "tb_frame", (a) => {
  const o = H[a] >> 2;
  return newFrame(H[o + TRACEBACK_CODE] >> 2, NULL, shared(NONE), H[o + TRACEBACK_PC]);
});
