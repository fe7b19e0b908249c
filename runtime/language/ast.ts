// The abstract syntax of the Python that Convoy runs: the node kinds of Python's own `ast` module.
// `start` and `end` are offsets into the source text (UTF-16 units); `source.ts` turns them into lines and columns.

import type {Constant as ConstantValue} from "./code.ts";

interface Node {
  start: number;
  end: number;
}

export interface Constant extends Node {
  kind: "Constant";
  value: ConstantValue;
}
export interface Name extends Node {
  kind: "Name";
  id: string;
}
/** An f-string: Constant strings and FormattedValues in turn. */
export interface JoinedStr extends Node {
  kind: "JoinedStr";
  values: Expression[];
}
export interface FormattedValue extends Node {
  kind: "FormattedValue";
  value: Expression;
  conversion: "" | "s" | "r" | "a";
  formatSpec: Expression | null;
}
export interface BoolOp extends Node {
  kind: "BoolOp";
  op: "and" | "or";
  values: Expression[];
}
export interface NamedExpr extends Node {
  kind: "NamedExpr";
  target: Name;
  value: Expression;
}
export interface BinOp extends Node {
  kind: "BinOp";
  left: Expression;
  /** One of BINARY_OPERATORS. */
  op: string;
  right: Expression;
}
export interface UnaryOp extends Node {
  kind: "UnaryOp";
  op: "not" | "-" | "+" | "~";
  operand: Expression;
}
export interface Lambda extends Node {
  kind: "Lambda";
  args: Parameters;
  body: Expression;
}
export interface IfExp extends Node {
  kind: "IfExp";
  test: Expression;
  body: Expression;
  orelse: Expression;
}
/** A key of null stands for `**value`. */
export interface Dict extends Node {
  kind: "Dict";
  keys: (Expression | null)[];
  values: Expression[];
}
export interface SetDisplay extends Node {
  kind: "Set";
  elts: Expression[];
}
export interface Comprehension extends Node {
  kind: "ListComp" | "SetComp" | "GeneratorExp" | "DictComp";
  /** The element, or the key of a DictComp. */
  element: Expression;
  /** The value of a DictComp. */
  value: Expression | null;
  generators: ComprehensionFor[];
}
export interface ComprehensionFor {
  target: Expression;
  iter: Expression;
  ifs: Expression[];
}
export interface Yield extends Node {
  kind: "Yield";
  value: Expression | null;
}
export interface YieldFrom extends Node {
  kind: "YieldFrom";
  value: Expression;
}
export interface Compare extends Node {
  kind: "Compare";
  left: Expression;
  /** One of COMPARISONS, or "in", "not in", "is", "is not". */
  ops: string[];
  comparators: Expression[];
}
export interface Call extends Node {
  kind: "Call";
  func: Expression;
  args: Expression[];
  keywords: Keyword[];
}
/** A name of null stands for `**value`. */
export interface Keyword extends Node {
  name: string | null;
  value: Expression;
}
export interface Attribute extends Node {
  kind: "Attribute";
  value: Expression;
  attr: string;
}
export interface Subscript extends Node {
  kind: "Subscript";
  value: Expression;
  slice: Expression;
}
export interface Starred extends Node {
  kind: "Starred";
  value: Expression;
}
export interface List extends Node {
  kind: "List";
  elts: Expression[];
}
export interface Tuple extends Node {
  kind: "Tuple";
  elts: Expression[];
}
export interface Slice extends Node {
  kind: "Slice";
  lower: Expression | null;
  upper: Expression | null;
  step: Expression | null;
}

export type Expression =
  | Constant
  | Name
  | JoinedStr
  | FormattedValue
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | Comprehension
  | Yield
  | YieldFrom
  | Compare
  | Call
  | Attribute
  | Subscript
  | Starred
  | List
  | Tuple
  | Slice;

export interface Parameter extends Node {
  name: string;
  annotation: Expression | null;
}

export interface Parameters {
  posOnly: Parameter[];
  args: Parameter[];
  /** Of the last positional parameters, positional-only ones included. */
  defaults: Expression[];
  varArg: Parameter | null;
  kwOnly: Parameter[];
  /** One for each of kwOnly; null for a required one. */
  kwDefaults: (Expression | null)[];
  kwArg: Parameter | null;
}

export interface FunctionDef extends Node {
  kind: "FunctionDef";
  name: string;
  args: Parameters;
  body: Statement[];
  decorators: Expression[];
  returns: Expression | null;
}
export interface ClassDef extends Node {
  kind: "ClassDef";
  name: string;
  bases: Expression[];
  keywords: Keyword[];
  body: Statement[];
  decorators: Expression[];
}
export interface Return extends Node {
  kind: "Return";
  value: Expression | null;
}
export interface Delete extends Node {
  kind: "Delete";
  targets: Expression[];
}
export interface Assign extends Node {
  kind: "Assign";
  targets: Expression[];
  value: Expression;
}
export interface AugAssign extends Node {
  kind: "AugAssign";
  target: Expression;
  /** One of BINARY_OPERATORS. */
  op: string;
  value: Expression;
}
export interface AnnAssign extends Node {
  kind: "AnnAssign";
  target: Expression;
  annotation: Expression;
  value: Expression | null;
  /** Whether the target is a name without parentheses. */
  simple: boolean;
}
export interface For extends Node {
  kind: "For";
  target: Expression;
  iter: Expression;
  body: Statement[];
  orelse: Statement[];
}
export interface While extends Node {
  kind: "While";
  test: Expression;
  body: Statement[];
  orelse: Statement[];
}
export interface If extends Node {
  kind: "If";
  test: Expression;
  body: Statement[];
  orelse: Statement[];
}
export interface With extends Node {
  kind: "With";
  items: {context: Expression; target: Expression | null}[];
  body: Statement[];
}
export interface Raise extends Node {
  kind: "Raise";
  exception: Expression | null;
  cause: Expression | null;
}
export interface Try extends Node {
  kind: "Try";
  body: Statement[];
  handlers: ExceptHandler[];
  orelse: Statement[];
  finalbody: Statement[];
}
export interface ExceptHandler extends Node {
  type: Expression | null;
  name: string | null;
  body: Statement[];
}
export interface Assert extends Node {
  kind: "Assert";
  test: Expression;
  message: Expression | null;
}
export interface Alias extends Node {
  name: string;
  asName: string | null;
}
export interface Import extends Node {
  kind: "Import";
  names: Alias[];
}
/** The only alias of `from m import *` has the name "*". */
export interface ImportFrom extends Node {
  kind: "ImportFrom";
  module: string;
  names: Alias[];
  /** The number of leading dots. */
  level: number;
}
export interface Global extends Node {
  kind: "Global";
  names: string[];
}
export interface Nonlocal extends Node {
  kind: "Nonlocal";
  names: string[];
}
export interface Expr extends Node {
  kind: "Expr";
  value: Expression;
}
export interface Simple extends Node {
  kind: "Pass" | "Break" | "Continue";
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Expr
  | Simple;

export interface Module {
  body: Statement[];
}

/** The first statement of a body when it is a plain string, else null. */
export function docstring(body: Statement[]): string | null {
  const first = body[0];
  if (first?.kind !== "Expr" || first.value.kind !== "Constant") return null;
  return typeof first.value.value === "string" ? first.value.value : null;
}
