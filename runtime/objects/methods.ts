/** Loads every file that registers methods of built-in types. */
import "./bytes-methods.ts";
import "./dict-methods.ts";
import "./exception-types.ts";
import "./float.ts";
import "./int.ts";
import "./iterator-methods.ts";
import "./list-methods.ts";
import "./set-methods.ts";
import "./str-methods.ts";
import "./text-methods.ts";
import "./text-types.ts";
