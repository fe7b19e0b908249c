// What may stand where a value is stored or deleted.

import type {Expression} from "./ast.ts";
import {ELLIPSIS} from "./code.ts";
import type {Source} from "./source.ts";

/** How Python's messages call an expression. */
export function describe(node: Expression): string {
  switch (node.kind) {
    case "Attribute":
    case "Subscript":
    case "Starred":
    case "Name":
    case "List":
    case "Tuple":
    case "Lambda":
      return node.kind.toLowerCase();
    case "Call":
      return "function call";
    case "GeneratorExp":
      return "generator expression";
    case "Yield":
    case "YieldFrom":
      return "yield expression";
    case "ListComp":
      return "list comprehension";
    case "SetComp":
      return "set comprehension";
    case "DictComp":
      return "dict comprehension";
    case "Dict":
      return "dict literal";
    case "Set":
      return "set display";
    case "JoinedStr":
    case "FormattedValue":
      return "f-string expression";
    case "Constant":
      return describeConstant(node.value);
    case "Compare":
      return "comparison";
    case "IfExp":
      return "conditional expression";
    case "NamedExpr":
      return "named expression";
    default:
      return "expression";
  }
}

function describeConstant(value: unknown): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  return value === ELLIPSIS ? "ellipsis" : "literal";
}

/** The first part of a target that cannot be stored to or deleted, or null. */
function invalidPart(node: Expression, deleting: boolean): Expression | null {
  switch (node.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return null;
    case "Starred":
      return deleting ? node : invalidPart(node.value, deleting);
    case "Tuple":
    case "List":
      for (const element of node.elts) {
        const invalid = invalidPart(element, deleting);
        if (invalid !== null) return invalid;
      }
      return null;
    default:
      return node;
  }
}

const SINGLETONS = new Set(["None", "True", "False"]);

/** Kinds that `==` could have been meant to compare, because they bind more tightly. */
const COMPARABLE = new Set([
  "Constant",
  "BinOp",
  "UnaryOp",
  "Call",
  "JoinedStr",
  "Dict",
  "Set",
  "ListComp",
  "SetComp",
  "DictComp"
]);

/**
 * Rejects a target of `=` that cannot be stored to.
 *
 * @param surrounded whether it stands in parentheses
 * @param only whether it is the only target
 */
export function checkAssigned(source: Source, target: Expression, surrounded: boolean, only: boolean): void {
  const invalid = invalidPart(target, false);
  if (invalid === null) return;
  const what = describe(invalid);
  const yields = target.kind === "Yield" || target.kind === "YieldFrom";
  if (yields && !surrounded)
    source.fail("assignment to yield expression not possible", invalid.start, invalid.end);
  const negation = target.kind === "UnaryOp" && target.op === "not";
  const comparable = surrounded || (COMPARABLE.has(target.kind) && !negation);
  const hint = invalid === target && only && comparable && !SINGLETONS.has(what);
  const advice = hint ? " here. Maybe you meant '==' instead of '='?" : "";
  source.fail(`cannot assign to ${what}${advice}`, invalid.start, invalid.end);
}

/** Rejects a target of `for`, `with` or a comprehension that cannot be stored to. */
export function checkBound(source: Source, target: Expression): void {
  const invalid = invalidPart(target, false);
  if (invalid !== null) source.fail(`cannot assign to ${describe(invalid)}`, invalid.start, invalid.end);
}

/** Rejects a target of `del` that cannot be deleted. */
export function checkDeleted(source: Source, target: Expression): void {
  const invalid = invalidPart(target, true);
  if (invalid !== null) source.fail(`cannot delete ${describe(invalid)}`, invalid.start, invalid.end);
}

/** Rejects a target of `+=` and its like. */
export function checkAugmented(source: Source, target: Expression): void {
  if (target.kind === "Name" || target.kind === "Attribute" || target.kind === "Subscript") return;
  source.fail(
    `'${describe(target)}' is an illegal expression for augmented assignment`,
    target.start,
    target.end
  );
}

/** Rejects a target of an annotation. */
export function checkAnnotated(source: Source, target: Expression): void {
  if (target.kind === "Name" || target.kind === "Attribute" || target.kind === "Subscript") return;
  const message =
    target.kind === "Tuple" || target.kind === "List"
      ? `only single target (not ${target.kind.toLowerCase()}) can be annotated`
      : "illegal target for annotation";
  source.fail(message, target.start, target.end);
}
