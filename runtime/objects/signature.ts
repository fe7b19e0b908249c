/** Signatures of built-ins, in a small subset of Python's own notation. */
import {staticStr} from "./text.ts";

export interface Signature {
  name: string;
  /** What messages call it: a module's function with the module's name. */
  title: string;
  /** The type that it is a method of, 0 for functions. */
  owner: number;
  /** Positional parameters, in order. */
  positional: string[];
  /** How many of them must be given. */
  required: number;
  /** How many of them cannot be given by keyword. */
  positionalOnly: number;
  /** `*args` takes any number of further positional arguments. */
  variadic: boolean;
  keywordOnly: string[];
  /** `**kwargs` collects further keywords in a dict. */
  keywords: boolean;
  /** Interned names of positional and keyword-only parameters, for binding. */
  refs: number[];
  /** Called with exactly `positional.length` positional arguments, nothing needs to be bound. */
  simple: boolean;
}

/** Reads `"name(a, b=, /, *args, key=, **kwargs)"`. */
export function parseSignature(source: string): Signature {
  const match = /^(\w+)\((.*)\)$/.exec(source);
  if (match === null) throw new Error(`invalid signature: ${source}`);
  const result: Signature = {
    name: match[1],
    title: match[1],
    owner: 0,
    positional: [],
    required: 0,
    positionalOnly: 0,
    variadic: false,
    keywordOnly: [],
    keywords: false,
    refs: [],
    simple: true
  };
  let afterStar = false;
  for (const part of match[2]
    .split(",")
    .map((p) => p.trim())
    .filter((p) => p !== "")) {
    if (part === "/") result.positionalOnly = result.positional.length;
    else if (part.startsWith("**")) result.keywords = true;
    else if (part.startsWith("*")) {
      afterStar = true;
      if (part.length > 1) result.variadic = true;
    } else if (afterStar) result.keywordOnly.push(part.replace("=", ""));
    else {
      if (!part.endsWith("=")) result.required++;
      result.positional.push(part.replace("=", ""));
    }
  }
  result.refs = [...result.positional, ...result.keywordOnly].map(staticStr);
  result.simple = !result.variadic && result.keywordOnly.length === 0 && !result.keywords;
  return result;
}
