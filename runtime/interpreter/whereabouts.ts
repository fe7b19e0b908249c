/** Where a thread of the program stands, for whoever has to say what it waits for. */
import {H} from "../memory/heap.ts";
import {
  CODE_FILENAME,
  CODE_HIDDEN,
  CODE_LOCALS,
  CODE_QUALNAME,
  FRAME_BACK,
  FRAME_CODE,
  FRAME_MODE,
  FRAME_PC,
  FRAME_POINTER,
  MODE_ENTRY,
  NULL,
  PROGRAM_COUNTER
} from "../objects/layout.ts";
import {getStr} from "../objects/table.ts";
import {staticStr, text} from "../objects/text.ts";
import {instanceDict} from "./attributes.ts";
import {lineAt} from "./locations.ts";

/** A call of Python's library that has not returned. */
export interface LibraryCall {
  /** The function with its class: `Thread.join`. */
  name: string;
  /** Name of the `threading.Thread` that it is a method of, or null. */
  thread: string | null;
}

export interface Whereabouts {
  /** Name of the thread's own `threading.Thread`; null where it has none. */
  name: string | null;
  /** Calls of the library that the program's innermost function is in, the innermost first. */
  calls: LibraryCall[];
  /** The innermost line of the program's own; null: there is none. */
  line: {filename: string; number: number} | null;
}

const S_NAME = staticStr("_name");
const BOOTSTRAP = "Thread._bootstrap";

/** Name of the thread that a call's first local variable is. */
function threadNamed(fp: number, code: number): string | null {
  if (H[code + CODE_LOCALS] === 0 || H[fp] === NULL) return null;
  const dict = instanceDict(H[fp]);
  const name = dict === 0 ? NULL : getStr(dict, S_NAME);
  return name === NULL ? null : text(name);
}

/** Where thread `t`, which does not run at the moment and has not ended, stands. */
export function whereabouts(t: number): Whereabouts {
  const found: Whereabouts = {name: null, calls: [], line: null};
  let pc = H[t + PROGRAM_COUNTER];
  for (let fp = H[t + FRAME_POINTER]; ; fp = H[fp + FRAME_BACK]) {
    const code = H[fp + FRAME_CODE];
    const name = text(H[code + CODE_QUALNAME]);
    const isLibrary = H[code + CODE_HIDDEN] !== 0;
    if (isLibrary && name === BOOTSTRAP) found.name = threadNamed(fp, code);
    if (isLibrary && found.line === null) {
      const thread = name.startsWith("Thread.") ? threadNamed(fp, code) : null;
      found.calls.push({name, thread});
    }
    if (!isLibrary) found.line ??= {filename: text(H[code + CODE_FILENAME]), number: lineAt(code, pc)};
    if (H[fp + FRAME_MODE] === MODE_ENTRY) return found;
    pc = H[fp + FRAME_PC];
  }
}
