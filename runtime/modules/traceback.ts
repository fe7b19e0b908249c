/** `_traceback`: the entries of a traceback, as python/traceback.py prints them. */

import {type CodeLocation, codeLocation} from "../interpreter/locations.ts";
import {shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {tupleOf} from "../objects/errors.ts";
import {typeOf} from "../objects/inspect.ts";
import {NONE, T_TRACEBACK} from "../objects/kinds.ts";
import {NULL, RECORD_A, RECORD_N, TRACEBACK_CODE, TRACEBACK_NEXT, TRACEBACK_PC} from "../objects/layout.ts";
import {newList} from "../objects/list.ts";
import {moduleFunctions} from "../objects/native.ts";
import {newInt} from "../objects/numbers.ts";
import {newStr} from "../objects/text.ts";
import {marks} from "./marks.ts";

/** Entries with the same line in a row that are printed; the others are counted. */
const REPEATS_SHOWN = 3;

/** Entries of a traceback, outermost first: the first `limit`, or the last for a negative one. */
function entriesOf(traceback: number, limit: number): CodeLocation[] {
  const entries: [code: number, pc: number][] = [];
  if ((traceback & 1) === 0 || typeOf(traceback) !== T_TRACEBACK) return [];
  for (let tb = traceback; tb !== NULL && tb !== NONE; tb = H[(tb >> 2) + TRACEBACK_NEXT]) {
    entries.push([H[(tb >> 2) + TRACEBACK_CODE] >> 2, H[(tb >> 2) + TRACEBACK_PC]]);
  }
  const kept = limit >= 0 ? entries.slice(0, limit) : entries.slice(limit);
  const known = new Map<string, CodeLocation>();
  return kept.map(([code, pc]) => {
    const key = `${code} ${pc}`;
    const location = known.get(key) ?? codeLocation(code, pc);
    known.set(key, location);
    return location;
  });
}

function entryText(location: CodeLocation): string {
  const head = `  File "${location.filename}", line ${location.line}, in ${location.name}\n`;
  if (location.text === null || location.text === "") return head;
  return `${head}    ${location.text}\n${marks(location)}`;
}

const sameLine = (a: CodeLocation, b: CodeLocation) =>
  a.line === b.line && a.name === b.name && a.filename === b.filename;

/** The text of each entry; a line that repeats is printed three times, then counted. */
function entryTexts(entries: readonly CodeLocation[]): string[] {
  const texts: string[] = [];
  for (let i = 0, run = 1; i < entries.length; i += run) {
    run = 1;
    while (i + run < entries.length && sameLine(entries[i], entries[i + run])) run++;
    for (let k = 0; k < Math.min(run, REPEATS_SHOWN); k++) texts.push(entryText(entries[i + k]));
    const more = run - REPEATS_SHOWN;
    if (more > 0) texts.push(`  [Previous line repeated ${more} more time${more > 1 ? "s" : ""}]\n`);
  }
  return texts;
}

const lineOf = ({text}: CodeLocation) => (text === null ? shared(NONE) : newStr(text));

moduleFunctions("_traceback", {
  "lines(traceback, limit, /)": (a) => newList(entryTexts(entriesOf(H[a], H[a + 1] >> 1)).map(newStr)),
  "entries(traceback, limit, /)": (a) =>
    newList(
      entriesOf(H[a], H[a + 1] >> 1).map((entry) =>
        tupleOf(newStr(entry.filename), newInt(entry.line), newStr(entry.name), lineOf(entry))
      )
    ),
  "source_line(frame, /)": (a) => {
    const o = H[a] >> 2;
    return lineOf(codeLocation(H[o + RECORD_A] >> 2, H[o + RECORD_N]));
  }
});
