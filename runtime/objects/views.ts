/** Views of dicts: dict_keys, dict_values, dict_items. */

import {shared} from "../memory/counts.ts";
import {H} from "../memory/heap.ts";
import {truth} from "./arithmetic.ts";
import {callPrelude} from "./calls.ts";
import {equalSimple} from "./compare.ts";
import {tableContains} from "./dict.ts";
import {typeOf} from "./inspect.ts";
import {iterateBuiltin, iterateReversed, newRecord} from "./iterators.ts";
import {K_TUPLE, T_DICT_ITEMS, T_DICT_KEYS, T_DICT_VALUES, T_MAPPINGPROXY} from "./kinds.ts";
import {
  DICT_FILL,
  DICT_USED,
  ENTRY_KEY,
  ENTRY_VALUE,
  ENTRY_WORDS,
  NEEDS_PYTHON,
  NULL,
  RECORD_A
} from "./layout.ts";
import {methods, type NativeFunction, property} from "./native.ts";
import {kindOf} from "./numbers.ts";
import {builtinRepr} from "./repr.ts";
import {itemCount, itemsAt} from "./sequence.ts";
import {setOperators} from "./set-methods.ts";
import {ASK_PYTHON, firstEntry, lookup} from "./table.ts";
import {newStr, staticStr} from "./text.ts";

const CONTAINS = staticStr("_contains_by_walking");
const TABLE_CONTAINS = staticStr("_table_contains");
const REPR = staticStr("_container_repr");

/** Word index of the dict behind a view. */
export const viewed = (view: number) => H[(view >> 2) + RECORD_A] >> 2;

/** `item in view`: 1, 0, -1 with TypeError set, NEEDS_PYTHON. */
export function viewContains(view: number, item: number): number {
  const o = viewed(view);
  switch (typeOf(view)) {
    case T_DICT_KEYS:
      return tableContains(o, item);
    case T_DICT_ITEMS: {
      if (kindOf(item) !== K_TUPLE || itemCount(item) !== 2) return 0;
      const entry = lookup(o, H[itemsAt(item)]);
      if (entry === ASK_PYTHON) return NEEDS_PYTHON;
      if (entry <= 0) return 0;
      return H[entry + ENTRY_VALUE] === H[itemsAt(item) + 1]
        ? 1
        : equalSimple(H[entry + ENTRY_VALUE], H[itemsAt(item) + 1]);
    }
    default: {
      for (let k = 0; k < H[o + DICT_FILL]; k++) {
        const entry = firstEntry(o) + k * ENTRY_WORDS;
        if (H[entry + ENTRY_KEY] === NULL) continue;
        const same = H[entry + ENTRY_VALUE] === item ? 1 : equalSimple(H[entry + ENTRY_VALUE], item);
        if (same !== 0) return same;
      }
      return 0;
    }
  }
}

const contains: NativeFunction = (a) => {
  const found = viewContains(H[a], H[a + 1]);
  if (found === NEEDS_PYTHON) {
    if (typeOf(H[a]) !== T_DICT_KEYS) return callPrelude(CONTAINS, [H[a], H[a + 1]]);
    return callPrelude(TABLE_CONTAINS, [H[(H[a] >> 2) + RECORD_A], H[a + 1]]);
  }
  return found < 0 ? NULL : truth(found === 1);
};

for (const type of [T_DICT_KEYS, T_DICT_VALUES, T_DICT_ITEMS]) {
  methods(type, {
    "__len__(self)": (a) => H[viewed(H[a]) + DICT_USED] << 1,
    "__iter__(self)": (a) => iterateBuiltin(H[a]),
    "__reversed__(self)": (a) => iterateReversed(H[a]),
    "__contains__(self, item, /)": contains,
    "__repr__(self)": (a) => {
      const repr = builtinRepr(H[a]);
      return repr === null ? callPrelude(REPR, [H[a]]) : newStr(repr);
    },
    ...(type === T_DICT_VALUES ? {} : setOperators)
  });
  property(type, "mapping", (a) =>
    newRecord(T_MAPPINGPROXY, shared(H[(H[a] >> 2) + RECORD_A]), NULL, NULL, 0, 0)
  );
}
