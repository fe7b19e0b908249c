// Code generation for comprehensions and generator expressions: each is a function of one argument, the iterator.

import type {Comprehension, Expression} from "./ast.ts";
import {expression, jumpIf, store, yieldValue} from "./compile-expressions.ts";
import type {Compiler} from "./compiler.ts";
import * as op from "./opcodes.ts";

const NAMES = {
  ListComp: "<listcomp>",
  SetComp: "<setcomp>",
  DictComp: "<dictcomp>",
  GeneratorExp: "<genexpr>"
};
const BUILD = {ListComp: op.BUILD_LIST, SetComp: op.BUILD_SET, DictComp: op.BUILD_MAP, GeneratorExp: 0};

export function comprehension(c: Compiler, node: Comprehension): void {
  const code = c.inside(node, "comprehension", NAMES[node.kind], c.source.line(node.start), (unit) => {
    unit.argCount = 1;
    unit.at(node);
    if (node.kind !== "GeneratorExp") unit.emit(BUILD[node.kind], 0);
    generator(c, node, 0, 0);
    if (node.kind !== "GeneratorExp") unit.emit(op.RETURN_VALUE);
  });
  c.makeFunction(code, 0);
  expression(c, node.generators[0].iter);
  c.emit(op.GET_ITER);
  c.call(0);
}

/** Emits the loop of the generator at `index` and, in it, those after. `depth` iterators lie on the stack. */
function generator(c: Compiler, node: Comprehension, index: number, depth: number): void {
  const unit = c.unit;
  const {target, iter, ifs} = node.generators[index];
  const start = unit.newBlock();
  const skip = unit.newBlock();
  const end = unit.newBlock();
  const single = index > 0 ? singleElement(iter) : null;
  if (index === 0) unit.emit(op.LOAD_FAST, 0);
  else if (single !== null) expression(c, single);
  else {
    expression(c, iter);
    unit.emit(op.GET_ITER);
  }
  if (single === null) {
    depth++;
    unit.use(start);
    unit.jump(op.FOR_ITER, end);
    unit.use(unit.newBlock());
  }
  store(c, target);
  for (const condition of ifs) {
    jumpIf(c, condition, skip, false);
    unit.use(unit.newBlock());
  }
  if (index + 1 < node.generators.length) generator(c, node, index + 1, depth);
  else element(c, node, depth);
  unit.use(skip);
  if (single === null) {
    unit.jump(op.JUMP, start);
    unit.use(end);
  }
}

/** `for x in [value]` is an assignment. */
function singleElement(iter: Expression): Expression | null {
  if ((iter.kind !== "List" && iter.kind !== "Tuple") || iter.elts.length !== 1) return null;
  return iter.elts[0].kind === "Starred" ? null : iter.elts[0];
}

function element(c: Compiler, node: Comprehension, depth: number): void {
  expression(c, node.element);
  switch (node.kind) {
    case "GeneratorExp":
      yieldValue(c);
      c.emit(op.POP_TOP);
      return;
    case "ListComp":
      c.emit(op.LIST_APPEND, depth + 1);
      return;
    case "SetComp":
      c.emit(op.SET_ADD, depth + 1);
      return;
    case "DictComp":
      expression(c, node.value!);
      c.emit(op.MAP_ADD, depth + 1);
      return;
  }
}
