/** `print`: the text is made here when no argument needs Python code; the stream writes it in one piece. */
import {DECREF} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {callPrelude} from "../objects/calls.ts";
import {hasException, newTuple, raise} from "../objects/errors.ts";
import {TYPE_ERROR} from "../objects/exceptions.ts";
import {truthSimple, typeNameOf, typeOf} from "../objects/inspect.ts";
import {FALSE, K_STR, NONE, TRUE} from "../objects/kinds.ts";
import {DICT_FILL, ENTRY_KEY, MODULE_DICT, MODULES, NULL, TYPE_NAME} from "../objects/layout.ts";
import {moduleFunctions} from "../objects/native.ts";
import {kindOf} from "../objects/numbers.ts";
import {strSimple} from "../objects/repr.ts";
import {firstEntry, getStr} from "../objects/table.ts";
import {newStr, staticStr, strEqual, text} from "../objects/text.ts";

const SYS = staticStr("sys");
const STDOUT = staticStr("stdout");
const TEXT_WRITER = staticStr("TextWriter");
const PRINT = staticStr("_print");
const WRITE = staticStr("_print_text");

/** `sys.stdout`, borrowed, or NULL while sys has not been imported. */
function standardOutput(): number {
  if (H[MODULES] === NULL) return NULL;
  const sys = getStr(H[MODULES] >> 2, SYS);
  return sys === NULL ? NULL : getStr(H[(sys >> 2) + MODULE_DICT] >> 2, STDOUT);
}

/** Our own streams write any text at once; others see each piece, as in CPython. */
const isOwnStream = (stream: number) => {
  const name = H[typeOf(stream) + TYPE_NAME];
  return name === TEXT_WRITER || strEqual(name, TEXT_WRITER);
};

/** All arguments as one text, or null when Python code is needed. */
function joined(a: number, n: number, separator: string): string | null {
  let all = "";
  for (let i = 0; i < n; i++) {
    const part = strSimple(H[a + i]);
    if (part === null) return null;
    all += i === 0 ? part : separator + part;
  }
  return all;
}

function notText(option: string, value: number): boolean {
  if (value === NULL || value === NONE || kindOf(value) === K_STR) return false;
  raise(TYPE_ERROR, `${option} must be None or a string, not ${typeNameOf(value)}`);
  return true;
}

function print(a: number, n: number): number {
  const [sep, end, file, flush, others] = [H[a + n], H[a + n + 1], H[a + n + 2], H[a + n + 3], H[a + n + 4]];
  if (others !== NULL && H[(others >> 2) + DICT_FILL] > 0) {
    const name = text(H[firstEntry(others >> 2) + ENTRY_KEY]);
    return raise(TYPE_ERROR, `'${name}' is an invalid keyword argument for print()`);
  }
  if (notText("sep", sep) || notText("end", end)) return NULL;
  const separator = sep === NULL || sep === NONE ? " " : text(sep);
  const ending = end === NULL || end === NONE ? "\n" : text(end);
  const stream = file === NULL || file === NONE ? standardOutput() : file;
  const flushing = flush === NULL || truthSimple(flush) === 0 ? FALSE : TRUE;
  const all = stream !== NULL && isOwnStream(stream) ? joined(a, n, separator) : null;
  if (all === null) {
    if (hasException()) return NULL;
    const args = newTuple(Array.from({length: n}, (_, i) => H[a + i]));
    const [first, last] = [newStr(separator), newStr(ending)];
    const answer = callPrelude(PRINT, [args, first, last, stream === NULL ? NONE : stream, flushing]);
    for (const made of [args, first, last]) DECREF(made);
    return answer;
  }
  const line = newStr(all + ending);
  const answer = callPrelude(WRITE, [stream, line, flushing]);
  DECREF(line);
  return answer;
}

moduleFunctions("builtins", {"print(*args, sep=, end=, file=, flush=, **others)": print});
