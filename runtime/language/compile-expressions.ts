// Code generation for expressions.

import type {Call, Dict, Expression, JoinedStr, Keyword} from "./ast.ts";
import type {BasicBlock} from "./blocks.ts";
import type {Constant} from "./code.ts";
import {comprehension} from "./compile-comprehensions.ts";
import {lambda} from "./compile-functions.ts";
import {type Compiler, isConstant, STACK_GUIDELINE} from "./compiler.ts";
import * as op from "./opcodes.ts";

/** Emits the code that leaves an expression's value on the stack. */
export function expression(c: Compiler, node: Expression): void {
  c.unit.within(node, () => value(c, node));
}

export function expressions(c: Compiler, nodes: Expression[]): void {
  for (const node of nodes) expression(c, node);
}

function value(c: Compiler, node: Expression): void {
  switch (node.kind) {
    case "Constant":
      c.constant(node.value);
      return;
    case "Name":
      c.variable(node.id, "load");
      return;
    case "JoinedStr":
      joined(c, node);
      return;
    case "FormattedValue": {
      expression(c, node.value);
      if (node.formatSpec !== null) expression(c, node.formatSpec);
      const conversion = ["", "s", "r", "a"].indexOf(node.conversion);
      c.emit(op.FORMAT_VALUE, conversion | (node.formatSpec === null ? 0 : 4));
      return;
    }
    case "BoolOp":
      boolean(c, node);
      return;
    case "NamedExpr":
      expression(c, node.value);
      c.emit(op.COPY, 1);
      store(c, node.target);
      return;
    case "BinOp":
      expression(c, node.left);
      expression(c, node.right);
      c.emit(op.BINARY_OP, op.BINARY_OPERATORS.indexOf(node.op));
      return;
    case "UnaryOp":
      expression(c, node.operand);
      c.emit(UNARY[node.op]);
      return;
    case "Lambda":
      lambda(c, node);
      return;
    case "IfExp":
      conditional(c, node);
      return;
    case "Dict":
      dict(c, node);
      return;
    case "Set":
      display(c, node.elts, 0, SET);
      return;
    case "List":
      display(c, node.elts, 0, LIST);
      return;
    case "Tuple":
      display(c, node.elts, 0, TUPLE);
      return;
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      comprehension(c, node);
      return;
    case "Yield":
      if (node.value === null) c.constant(null);
      else expression(c, node.value);
      yieldValue(c);
      return;
    case "YieldFrom":
      yieldFrom(c, node.value);
      return;
    case "Compare":
      compare(c, node);
      return;
    case "Call":
      call(c, node);
      return;
    case "Attribute":
      expression(c, node.value);
      atAttribute(c, node);
      c.named(op.LOAD_ATTR, node.attr);
      return;
    case "Subscript":
      expression(c, node.value);
      expression(c, node.slice);
      c.emit(op.BINARY_SUBSCR);
      return;
    case "Starred":
      c.fail("can't use starred expression here", node);
      return;
    case "Slice": {
      for (const bound of [node.lower, node.upper]) {
        if (bound === null) c.constant(null);
        else expression(c, bound);
      }
      if (node.step !== null) expression(c, node.step);
      c.emit(op.BUILD_SLICE, node.step === null ? 2 : 3);
      return;
    }
  }
}

const UNARY = {not: op.UNARY_NOT, "-": op.UNARY_NEGATIVE, "+": op.UNARY_POSITIVE, "~": op.UNARY_INVERT};

/** An attribute on another line than its object's start counts as that line's. */
export function atAttribute(c: Compiler, node: {attr: string; end: number}): void {
  const line = c.source.line(node.end - 1);
  if (c.unit.line === line) return;
  c.unit.line = line;
  c.unit.start = node.end - node.attr.length;
}

/** Stores the value on the stack. */
export function store(c: Compiler, target: Expression): void {
  c.unit.within(target, () => storeValue(c, target));
}

function storeValue(c: Compiler, target: Expression): void {
  switch (target.kind) {
    case "Name":
      c.variable(target.id, "store");
      return;
    case "Attribute":
      checkAssignable(c, target.attr, target);
      expression(c, target.value);
      atAttribute(c, target);
      c.named(op.STORE_ATTR, target.attr);
      return;
    case "Subscript":
      expression(c, target.value);
      expression(c, target.slice);
      c.emit(op.STORE_SUBSCR);
      return;
    case "Tuple":
    case "List":
      unpack(c, target.elts, target);
      return;
    case "Starred":
      c.fail("starred assignment target must be in a list or tuple", target);
      return;
    default:
      throw new TypeError(`invalid target ${target.kind}`);
  }
}

export function checkAssignable(c: Compiler, name: string, node: {start: number; end: number}): void {
  if (name === "__debug__") c.fail("cannot assign to __debug__", node);
}

function unpack(c: Compiler, targets: Expression[], node: {start: number; end: number}): void {
  const star = targets.findIndex((target) => target.kind === "Starred");
  if (star < 0) c.emit(op.UNPACK_SEQUENCE, targets.length);
  else {
    if (targets.some((target, index) => index > star && target.kind === "Starred")) {
      c.fail("multiple starred expressions in assignment", node);
    }
    const after = targets.length - star - 1;
    if (star > 0xff || after > 0x7fffff) c.fail("too many expressions in star-unpacking assignment", node);
    c.emit(op.UNPACK_EX, star | (after << 8));
  }
  for (const target of targets) store(c, target.kind === "Starred" ? target.value : target);
}

function joined(c: Compiler, node: JoinedStr): void {
  if (node.values.length > STACK_GUIDELINE) {
    c.constant("");
    c.named(op.LOAD_METHOD, "join");
    c.emit(op.BUILD_LIST, 0);
    for (const part of node.values) {
      expression(c, part);
      c.emit(op.LIST_APPEND, 1);
    }
    c.call(1);
    return;
  }
  expressions(c, node.values);
  if (node.values.length !== 1) c.emit(op.BUILD_STRING, node.values.length);
}

function boolean(c: Compiler, node: Extract<Expression, {kind: "BoolOp"}>): void {
  const end = c.unit.newBlock();
  const jump = node.op === "and" ? op.JUMP_IF_FALSE_OR_POP : op.JUMP_IF_TRUE_OR_POP;
  for (const operand of node.values.slice(0, -1)) {
    expression(c, operand);
    c.unit.jump(jump, end);
    c.unit.use(c.unit.newBlock());
  }
  expression(c, node.values[node.values.length - 1]);
  c.unit.use(end);
}

function conditional(c: Compiler, node: Extract<Expression, {kind: "IfExp"}>): void {
  const end = c.unit.newBlock();
  const otherwise = c.unit.newBlock();
  jumpIf(c, node.test, otherwise, false);
  expression(c, node.body);
  c.unit.artificialJump(op.JUMP, end);
  c.unit.use(otherwise);
  expression(c, node.orelse);
  c.unit.use(end);
}

function compareOperator(c: Compiler, operator: string): void {
  if (operator === "is" || operator === "is not") c.emit(op.IS_OP, operator === "is" ? 0 : 1);
  else if (operator === "in" || operator === "not in") c.emit(op.CONTAINS_OP, operator === "in" ? 0 : 1);
  else c.emit(op.COMPARE_OP, op.COMPARISONS.indexOf(operator));
}

function compare(c: Compiler, node: Extract<Expression, {kind: "Compare"}>): void {
  const last = node.ops.length - 1;
  expression(c, node.left);
  if (last === 0) {
    expression(c, node.comparators[0]);
    compareOperator(c, node.ops[0]);
    return;
  }
  const cleanup = c.unit.newBlock();
  for (let at = 0; at < last; at++) {
    expression(c, node.comparators[at]);
    c.emit(op.SWAP, 2);
    c.emit(op.COPY, 2);
    compareOperator(c, node.ops[at]);
    c.unit.jump(op.JUMP_IF_FALSE_OR_POP, cleanup);
  }
  expression(c, node.comparators[last]);
  compareOperator(c, node.ops[last]);
  const end = c.unit.newBlock();
  c.unit.artificialJump(op.JUMP, end);
  c.unit.use(cleanup);
  c.emit(op.SWAP, 2);
  c.emit(op.POP_TOP);
  c.unit.use(end);
}

/** Jumps to `target` if the truth of `node` is `when`, else goes on. */
export function jumpIf(c: Compiler, node: Expression, target: BasicBlock, when: boolean): void {
  if (node.kind === "UnaryOp" && node.op === "not") {
    jumpIf(c, node.operand, target, !when);
    return;
  }
  if (node.kind === "BoolOp") {
    jumpIfBoolean(c, node, target, when);
    return;
  }
  if (node.kind === "IfExp") {
    jumpIfConditional(c, node, target, when);
    return;
  }
  if (node.kind === "Compare") {
    // Unlike other tests, a comparison takes the jump, and what follows it, to its own position.
    c.unit.at(node);
    if (node.ops.length > 1) {
      jumpIfCompare(c, node, target, when);
      return;
    }
  }
  expression(c, node);
  c.unit.jump(when ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, target);
  c.unit.use(c.unit.newBlock());
}

function jumpIfConditional(
  c: Compiler,
  node: Extract<Expression, {kind: "IfExp"}>,
  target: BasicBlock,
  when: boolean
): void {
  const end = c.unit.newBlock();
  const otherwise = c.unit.newBlock();
  jumpIf(c, node.test, otherwise, false);
  jumpIf(c, node.body, target, when);
  c.unit.artificialJump(op.JUMP, end);
  c.unit.use(otherwise);
  jumpIf(c, node.orelse, target, when);
  c.unit.use(end);
}

function jumpIfBoolean(
  c: Compiler,
  node: Extract<Expression, {kind: "BoolOp"}>,
  target: BasicBlock,
  when: boolean
): void {
  const shortcut = node.op === "or";
  const early = shortcut === when ? target : c.unit.newBlock();
  for (const operand of node.values.slice(0, -1)) jumpIf(c, operand, early, shortcut);
  jumpIf(c, node.values[node.values.length - 1], target, when);
  if (early !== target) c.unit.use(early);
}

function jumpIfCompare(
  c: Compiler,
  node: Extract<Expression, {kind: "Compare"}>,
  target: BasicBlock,
  when: boolean
): void {
  const unit = c.unit;
  const last = node.ops.length - 1;
  const cleanup = unit.newBlock();
  expression(c, node.left);
  for (let at = 0; at < last; at++) {
    expression(c, node.comparators[at]);
    c.emit(op.SWAP, 2);
    c.emit(op.COPY, 2);
    compareOperator(c, node.ops[at]);
    unit.jump(op.POP_JUMP_IF_FALSE, cleanup);
    unit.use(unit.newBlock());
  }
  expression(c, node.comparators[last]);
  compareOperator(c, node.ops[last]);
  unit.jump(when ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, target);
  unit.use(unit.newBlock());
  const done = unit.newBlock();
  unit.artificialJump(op.JUMP, done);
  unit.use(cleanup);
  c.emit(op.POP_TOP);
  if (!when) unit.artificialJump(op.JUMP, target);
  unit.use(done);
}

interface Display {
  build: number;
  add: number;
  extend: number;
  tuple: boolean;
}

const LIST: Display = {build: op.BUILD_LIST, add: op.LIST_APPEND, extend: op.LIST_EXTEND, tuple: false};
const SET: Display = {build: op.BUILD_SET, add: op.SET_ADD, extend: op.SET_UPDATE, tuple: false};
const TUPLE: Display = {build: op.BUILD_LIST, add: op.LIST_APPEND, extend: op.LIST_EXTEND, tuple: true};

/** Builds a list, set or tuple of `pushed` values on the stack and then `elts`. */
function display(
  c: Compiler,
  elts: Expression[],
  pushed: number,
  {build, add, extend, tuple}: Display
): void {
  const count = elts.length;
  if (count > 2 && elts.every(isConstant)) {
    const values = elts.map((element) => (element as {value: Constant}).value);
    if (tuple && pushed === 0) {
      c.constant(values);
      return;
    }
    c.emit(build, pushed);
    c.constant(build === op.BUILD_SET ? {frozenset: values} : values);
    c.emit(extend, 1);
    if (tuple) c.emit(op.LIST_TO_TUPLE);
    return;
  }
  const big = count + pushed > STACK_GUIDELINE;
  if (!big && !elts.some((element) => element.kind === "Starred")) {
    expressions(c, elts);
    c.emit(tuple ? op.BUILD_TUPLE : build, count + pushed);
    return;
  }
  let built = big;
  if (big) c.emit(build, pushed);
  elts.forEach((element, index) => {
    if (element.kind === "Starred") {
      if (!built) c.emit(build, index + pushed);
      built = true;
      expression(c, element.value);
      c.emit(extend, 1);
    } else {
      expression(c, element);
      if (built) c.emit(add, 1);
    }
  });
  if (tuple) c.emit(op.LIST_TO_TUPLE);
}

function dict(c: Compiler, node: Dict): void {
  let have = false;
  let first = 0;
  const flush = (until: number) => {
    if (until === first) return;
    pairs(c, node, first, until);
    if (have) c.emit(op.DICT_UPDATE, 1);
    have = true;
  };
  for (let at = 0; at < node.values.length; at++) {
    if (node.keys[at] === null) {
      flush(at);
      first = at + 1;
      if (!have) c.emit(op.BUILD_MAP, 0);
      have = true;
      expression(c, node.values[at]);
      c.emit(op.DICT_UPDATE, 1);
    } else if ((at - first) * 2 > STACK_GUIDELINE) {
      flush(at + 1);
      first = at + 1;
    }
  }
  flush(node.values.length);
  if (!have) c.emit(op.BUILD_MAP, 0);
}

/** Builds a dict of the pairs from `from` up to `to`, none of which is `**value`. */
function pairs(c: Compiler, node: Dict, from: number, to: number): void {
  const keys = node.keys.slice(from, to) as Expression[];
  const values = node.values.slice(from, to);
  const big = keys.length * 2 > STACK_GUIDELINE;
  if (keys.length > 1 && !big && keys.every(isConstant)) {
    expressions(c, values);
    c.constant(keys.map((key) => (key as {value: Constant}).value));
    c.emit(op.BUILD_CONST_KEY_MAP, keys.length);
    return;
  }
  if (big) c.emit(op.BUILD_MAP, 0);
  keys.forEach((key, index) => {
    expression(c, key);
    expression(c, values[index]);
    if (big) c.emit(op.MAP_ADD, 1);
  });
  if (!big) c.emit(op.BUILD_MAP, keys.length);
}

export function yieldValue(c: Compiler): void {
  c.emit(op.YIELD_VALUE);
  c.emit(op.RESUME, 1);
}

function yieldFrom(c: Compiler, iterable: Expression): void {
  const unit = c.unit;
  expression(c, iterable);
  c.emit(op.GET_YIELD_FROM_ITER);
  c.constant(null);
  const send = unit.newBlock();
  const resume = unit.newBlock();
  const exit = unit.newBlock();
  unit.use(send);
  unit.jump(op.SEND, exit);
  unit.use(resume);
  c.emit(op.YIELD_VALUE);
  c.emit(op.RESUME, 2);
  unit.jump(op.JUMP_NO_INTERRUPT, send);
  unit.use(exit);
}

function call(c: Compiler, node: Call): void {
  if (methodCall(c, node)) return;
  c.unit.within(node.func, () => c.emit(op.PUSH_NULL));
  expression(c, node.func);
  callArguments(c, 0, node.args, node.keywords);
}

function methodCall(c: Compiler, node: Call): boolean {
  const {func, args, keywords} = node;
  if (func.kind !== "Attribute") return false;
  // What an import binds is a module, as a rule, whose functions are no methods.
  if (func.value.kind === "Name" && c.isImported(func.value.id)) return false;
  if (args.length + keywords.length + (keywords.length > 0 ? 1 : 0) >= STACK_GUIDELINE) return false;
  if (args.some((arg) => arg.kind === "Starred") || keywords.some((keyword) => keyword.name === null))
    return false;
  expression(c, func.value);
  c.unit.within(func, () => {
    atAttribute(c, func);
    c.named(op.LOAD_METHOD, func.attr);
  });
  expressions(c, args);
  const count = args.length + keywords.length;
  for (const keyword of keywords) expression(c, keyword.value);
  c.unit.within(func, () => {
    atAttribute(c, func);
    keywordNames(c, keywords);
  });
  atAttribute(c, func);
  c.call(count);
  return true;
}

function keywordNames(c: Compiler, keywords: Keyword[]): void {
  if (keywords.length > 0) c.emit(op.KW_NAMES, c.unit.constant(keywords.map((keyword) => keyword.name!)));
}

/** Calls with `pushed` arguments on the stack, then `args` and `keywords`. */
export function callArguments(c: Compiler, pushed: number, args: Expression[], keywords: Keyword[]): void {
  const count = args.length + keywords.length;
  const simple =
    pushed + args.length + keywords.length * 2 <= STACK_GUIDELINE &&
    !args.some((arg) => arg.kind === "Starred") &&
    !keywords.some((keyword) => keyword.name === null);
  if (simple) {
    expressions(c, args);
    for (const keyword of keywords) expression(c, keyword.value);
    keywordNames(c, keywords);
    c.call(pushed + count);
    return;
  }
  if (pushed === 0 && args.length === 1 && args[0].kind === "Starred") expression(c, args[0].value);
  else display(c, args, pushed, TUPLE);
  if (keywords.length > 0) keywordDict(c, keywords);
  c.emit(op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0);
}

/** Builds the dict of the keyword arguments of a call. */
function keywordDict(c: Compiler, keywords: Keyword[]): void {
  let have = false;
  let group: Keyword[] = [];
  const flush = () => {
    if (group.length === 0) return;
    keywordPairs(c, group);
    if (have) c.emit(op.DICT_MERGE, 1);
    have = true;
    group = [];
  };
  for (const keyword of keywords) {
    if (keyword.name !== null) {
      group.push(keyword);
      continue;
    }
    flush();
    if (!have) c.emit(op.BUILD_MAP, 0);
    have = true;
    expression(c, keyword.value);
    c.emit(op.DICT_MERGE, 1);
  }
  flush();
}

function keywordPairs(c: Compiler, keywords: Keyword[]): void {
  const names = keywords.map((keyword) => keyword.name!);
  const big = keywords.length * 2 > STACK_GUIDELINE;
  if (keywords.length > 1 && !big) {
    for (const keyword of keywords) expression(c, keyword.value);
    c.constant(names);
    c.emit(op.BUILD_CONST_KEY_MAP, keywords.length);
    return;
  }
  if (big) c.emit(op.BUILD_MAP, 0);
  keywords.forEach((keyword, index) => {
    c.constant(names[index]);
    expression(c, keyword.value);
    if (big) c.unit.within(keyword.value, () => c.emit(op.MAP_ADD, 1));
  });
  if (!big) c.emit(op.BUILD_MAP, keywords.length);
}
