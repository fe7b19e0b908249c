/**
 * Built-in functions and methods. Each is registered when its module loads, in the same order in every instance,
 * so that its number means the same everywhere; `boot.ts` makes the objects in the heap.
 */
import type {Signature} from "./signature.ts";
import {parseSignature} from "./signature.ts";

/**
 * A built-in. `a` is the word index of its first argument, `n` how many there are.
 *
 * Arguments are borrowed: the caller drops them. The answer is a new reference, or NULL with an exception set
 * (`raise`), TAIL (`tailCall`), or BLOCK (`blockOn`).
 *
 * With a fixed signature such as `split(self, sep=, maxsplit=)` the words are exactly the parameters in order, NULL
 * where an optional one is absent. With `*args`, the `n` positional arguments come first, then one word for each
 * keyword-only parameter, then, for `**kwargs`, a dict or NULL.
 */
export type NativeFunction = (a: number, n: number) => number;

export interface Native {
  name: string;
  signature: Signature;
  call: NativeFunction;
}

export const natives: Native[] = [];
/** The functions alone, for calls. */
export const nativeCalls: NativeFunction[] = [];
/** How many positional parameters each has. */
export const positionalCounts: number[] = [];

/**
 * Registers a built-in by its signature, written as in Python with optional parameters marked by `=`:
 * `"sorted(iterable, *, key=, reverse=)"`, `"print(*args, sep=, end=)"`. A parameter before `/` can only be given
 * by position. Answers its number.
 */
export function native(signature: string, call: NativeFunction): number {
  const parsed = parseSignature(signature);
  natives.push({name: parsed.name, signature: parsed, call});
  nativeCalls.push(call);
  positionalCounts.push(parsed.positional.length);
  return natives.length - 1;
}

const typeMembers = new Map<number, Map<string, TypeMember>>();
export type TypeMember =
  | {what: "method" | "static" | "class"; native: number}
  | {what: "property"; native: number; setter: number}
  | {what: "value"; make: () => number};

function member(type: number, name: string, entry: TypeMember): void {
  let members = typeMembers.get(type);
  if (members === undefined) typeMembers.set(type, (members = new Map()));
  members.set(name, entry);
}

/** Methods of a built-in type, each by its signature (`self` first). */
export function methods(type: number, table: Record<string, NativeFunction>): void {
  for (const [signature, call] of Object.entries(table)) {
    const number = native(signature, call);
    natives[number].signature.owner = type;
    member(type, natives[number].name, {what: "method", native: number});
  }
}
export function staticMethods(type: number, table: Record<string, NativeFunction>): void {
  for (const [signature, call] of Object.entries(table)) {
    const number = native(signature, call);
    member(type, natives[number].name, {what: "static", native: number});
  }
}
/** Class methods get the class as first argument. */
export function classMethods(type: number, table: Record<string, NativeFunction>): void {
  for (const [signature, call] of Object.entries(table)) {
    const number = native(signature, call);
    member(type, natives[number].name, {what: "class", native: number});
  }
}
/** A computed attribute: getter(self), and setter(self, value) where it can be assigned. */
export function property(type: number, name: string, get: NativeFunction, set?: NativeFunction): void {
  const getter = native(`${name}(self)`, get);
  const setter = set === undefined ? -1 : native(`${name}(self, value)`, set);
  member(type, name, {what: "property", native: getter, setter});
}
/** Number of a built-in type's method. */
export function methodOf(type: number, name: string): number {
  const found = typeMembers.get(type)?.get(name);
  if (found?.what !== "method") throw new Error(`no method ${name}`);
  return found.native;
}
/** A class attribute made at boot. */
export function classValue(type: number, name: string, make: () => number): void {
  member(type, name, {what: "value", make});
}
export const membersOfType = (type: number) => typeMembers.get(type);

/** The built-in that makes instances: `constructor(T_INT, "int(cls, x=, /, base=)", ...)`; `cls` may be a subclass. */
const typeConstructors = new Map<number, number>();
export function constructor(type: number, signature: string, call: NativeFunction): void {
  typeConstructors.set(type, native(signature, call));
}
export const constructorOf = (type: number) => typeConstructors.get(type);

/** Contents of a built-in module: functions by signature, and values made at boot. */
const moduleTable = new Map<string, {functions: Map<string, number>; values: Map<string, () => number>}>();
function moduleEntry(name: string) {
  let entry = moduleTable.get(name);
  if (entry === undefined) moduleTable.set(name, (entry = {functions: new Map(), values: new Map()}));
  return entry;
}
/** Modules whose functions' messages do not name them. */
const UNTITLED = new Set(["builtins", "_prelude"]);
export function moduleFunctions(module: string, table: Record<string, NativeFunction>): void {
  for (const [signature, call] of Object.entries(table)) {
    const number = native(signature, call);
    if (!UNTITLED.has(module))
      natives[number].signature.title = `${module.replace(/^_/, "")}.${natives[number].name}`;
    moduleEntry(module).functions.set(natives[number].name, number);
  }
}
export function moduleValues(module: string, table: Record<string, () => number>): void {
  for (const [name, make] of Object.entries(table)) moduleEntry(module).values.set(name, make);
}
export const builtinModules = (): ReadonlyMap<
  string,
  {functions: ReadonlyMap<string, number>; values: ReadonlyMap<string, () => number>}
> => moduleTable;
