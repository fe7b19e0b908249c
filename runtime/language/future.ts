// `from __future__ import ...`: only at the top of a file, most of them long the rule.

import type {Module, Statement} from "./ast.ts";
import {CO_FUTURE_ANNOTATIONS} from "./code.ts";
import type {Source} from "./source.ts";

/** All but `annotations` are the rule since Python 3.7 and leave no trace. */
const FEATURES = new Map<string, number>([
  ["nested_scopes", 0],
  ["generators", 0],
  ["division", 0],
  ["absolute_import", 0],
  ["with_statement", 0],
  ["print_function", 0],
  ["unicode_literals", 0],
  ["generator_stop", 0],
  ["annotations", CO_FUTURE_ANNOTATIONS]
]);

/** The flags that a module asks for. Throws PythonSyntaxError for unknown or late ones. */
export function futureFlags(source: Source, module: Module): number {
  let flags = 0;
  let top = true;
  module.body.forEach((node, index) => {
    if (isFuture(node)) {
      if (!top) {
        source.fail("from __future__ imports must occur at the beginning of the file", node.start, node.end);
      }
      for (const {name} of node.names) flags |= feature(source, name, node);
    } else if (
      index > 0 ||
      node.kind !== "Expr" ||
      node.value.kind !== "Constant" ||
      typeof node.value.value !== "string"
    ) {
      top = false;
    }
  });
  return flags;
}

function isFuture(node: Statement): node is Extract<Statement, {kind: "ImportFrom"}> {
  return node.kind === "ImportFrom" && node.module === "__future__" && node.level === 0;
}

function feature(source: Source, name: string, node: {start: number; end: number}): number {
  if (name === "braces") source.fail("not a chance", node.start, node.end);
  const flag = FEATURES.get(name);
  if (flag === undefined) source.fail(`future feature ${name} is not defined`, node.start, node.end);
  return flag;
}
