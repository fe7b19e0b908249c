// An annotation as text, for `from __future__ import annotations`.

import type {ComprehensionFor, Expression} from "./ast.ts";
import {ELLIPSIS} from "./code.ts";
import {repr} from "./repr.ts";

// How tightly kinds of expressions bind, loosest first.
const TUPLE = 0;
const TEST = 1;
const OR = 2;
const AND = 3;
const NOT = 4;
const COMPARISON = 5;
const BINARY: Record<string, number> = {
  "|": 6,
  "^": 7,
  "&": 8,
  "<<": 9,
  ">>": 9,
  "+": 10,
  "-": 10,
  "*": 11,
  "@": 11,
  "/": 11,
  "//": 11,
  "%": 11,
  "**": 13
};
const EXPRESSION = 6;
const UNARY = 12;
const ATOM = 15;

/** Python's text for an expression, parenthesized where it binds more loosely than `level`. */
export function unparse(node: Expression, level: number = TEST): string {
  const inside = (own: number, text: string) => (level > own ? `(${text})` : text);
  switch (node.kind) {
    case "Constant":
      return node.value === ELLIPSIS ? "..." : repr(node.value, () => "");
    case "Name":
      return node.id;
    case "JoinedStr":
      return `f${repr(node.values.map(formatPart).join(""), () => "")}`;
    case "FormattedValue":
      return `f${repr(formatPart(node), () => "")}`;
    case "BoolOp": {
      const own = node.op === "or" ? OR : AND;
      return inside(own, node.values.map((value) => unparse(value, own + 1)).join(` ${node.op} `));
    }
    case "NamedExpr":
      return inside(TUPLE, `${unparse(node.target, ATOM)} := ${unparse(node.value, ATOM)}`);
    case "BinOp": {
      const own = BINARY[node.op];
      const rightFirst = node.op === "**" ? 1 : 0;
      return inside(
        own,
        `${unparse(node.left, own + rightFirst)} ${node.op} ${unparse(node.right, own + 1 - rightFirst)}`
      );
    }
    case "UnaryOp": {
      const own = node.op === "not" ? NOT : UNARY;
      return inside(own, `${node.op === "not" ? "not " : node.op}${unparse(node.operand, own)}`);
    }
    case "Lambda":
      return inside(TEST, lambda(node));
    case "IfExp":
      return inside(
        TEST,
        `${unparse(node.body, TEST + 1)} if ${unparse(node.test, TEST + 1)} else ${unparse(node.orelse, TEST)}`
      );
    case "Dict": {
      const items = node.keys.map((key, at) =>
        key === null
          ? `**${unparse(node.values[at], EXPRESSION)}`
          : `${unparse(key)}: ${unparse(node.values[at])}`
      );
      return `{${items.join(", ")}}`;
    }
    case "Set":
      return `{${list(node.elts)}}`;
    case "List":
      return `[${list(node.elts)}]`;
    case "Tuple":
      return node.elts.length === 0
        ? "()"
        : inside(TUPLE, `${list(node.elts)}${node.elts.length === 1 ? "," : ""}`);
    case "ListComp":
      return `[${unparse(node.element)}${loops(node.generators)}]`;
    case "SetComp":
      return `{${unparse(node.element)}${loops(node.generators)}}`;
    case "DictComp":
      return `{${unparse(node.element)}: ${unparse(node.value!)}${loops(node.generators)}}`;
    case "GeneratorExp":
      return `(${unparse(node.element)}${loops(node.generators)})`;
    case "Yield":
      return node.value === null ? "(yield)" : `(yield ${unparse(node.value, TEST)})`;
    case "YieldFrom":
      return `(yield from ${unparse(node.value, TEST)})`;
    case "Compare": {
      const rest = node.ops.map((op, at) => ` ${op} ${unparse(node.comparators[at], COMPARISON + 1)}`);
      return inside(COMPARISON, unparse(node.left, COMPARISON + 1) + rest.join(""));
    }
    case "Call": {
      const keywords = node.keywords.map(({name, value}) =>
        name === null ? `**${unparse(value, EXPRESSION)}` : `${name}=${unparse(value)}`
      );
      const [only] = node.args;
      if (only?.kind === "GeneratorExp" && node.args.length === 1 && keywords.length === 0) {
        return `${unparse(node.func, ATOM)}${unparse(only)}`;
      }
      return `${unparse(node.func, ATOM)}(${[...node.args.map((arg) => unparse(arg)), ...keywords].join(", ")})`;
    }
    case "Attribute": {
      const isInteger = node.value.kind === "Constant" && typeof node.value.value === "bigint";
      return `${unparse(node.value, ATOM)}${isInteger ? " " : ""}.${node.attr}`;
    }
    case "Subscript":
      return `${unparse(node.value, ATOM)}[${unparse(node.slice, TUPLE)}]`;
    case "Starred":
      return `*${unparse(node.value, EXPRESSION)}`;
    case "Slice": {
      const [lower, upper, step] = [node.lower, node.upper, node.step].map((part) =>
        part === null ? "" : unparse(part)
      );
      return `${lower}:${upper}${node.step === null ? "" : `:${step}`}`;
    }
  }
}

function list(elts: Expression[]): string {
  return elts.map((element) => unparse(element)).join(", ");
}

function loops(generators: ComprehensionFor[]): string {
  return generators
    .map(({target, iter, ifs}) => {
      const conditions = ifs.map((condition) => ` if ${unparse(condition, TEST + 1)}`).join("");
      return ` for ${unparse(target, TUPLE)} in ${unparse(iter, TEST + 1)}${conditions}`;
    })
    .join("");
}

function formatPart(node: Expression): string {
  if (node.kind === "Constant") return String(node.value).replace(/[{}]/g, "$&$&");
  if (node.kind === "JoinedStr") return node.values.map(formatPart).join("");
  if (node.kind !== "FormattedValue") return unparse(node);
  const value = unparse(node.value, TEST + 1);
  const conversion = node.conversion === "" ? "" : `!${node.conversion}`;
  const spec = node.formatSpec === null ? "" : `:${formatPart(node.formatSpec)}`;
  return `{${value.startsWith("{") ? " " : ""}${value}${conversion}${spec}}`;
}

function lambda({args, body}: Extract<Expression, {kind: "Lambda"}>): string {
  const positional = [...args.posOnly, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  const parts: string[] = [];
  positional.forEach((parameter, at) => {
    parts.push(
      at < firstDefault ? parameter.name : `${parameter.name}=${unparse(args.defaults[at - firstDefault])}`
    );
    if (at === args.posOnly.length - 1) parts.push("/");
  });
  if (args.varArg !== null) parts.push(`*${args.varArg.name}`);
  else if (args.kwOnly.length > 0) parts.push("*");
  args.kwOnly.forEach((parameter, at) => {
    const value = args.kwDefaults[at];
    parts.push(value === null ? parameter.name : `${parameter.name}=${unparse(value)}`);
  });
  if (args.kwArg !== null) parts.push(`**${args.kwArg.name}`);
  return `lambda${parts.length > 0 ? " " : ""}${parts.join(", ")}: ${unparse(body)}`;
}
