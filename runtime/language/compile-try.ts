// Code generation for `try` and `with`, and for leaving them early.

import type {ExceptHandler, Expression, Statement} from "./ast.ts";
import type {BasicBlock, Frame} from "./blocks.ts";
import {statements} from "./compile.ts";
import {expression, store} from "./compile-expressions.ts";
import type {Compiler} from "./compiler.ts";
import * as op from "./opcodes.ts";

type Try = Extract<Statement, {kind: "Try"}>;
type With = Extract<Statement, {kind: "With"}>;
type Loop = Extract<Frame, {kind: "while" | "for"}>;

/** Leaves everything that surrounds a `return`. */
export function unwind(c: Compiler, keepTop: boolean): void {
  unwindTo(c, keepTop, () => false);
}

/** Leaves what lies between a `break` or `continue` and its loop, and for a `break` the loop; null without loop. */
export function unwindLoop(c: Compiler, leave: boolean): Loop | null {
  const loop = unwindTo(c, false, (frame) => frame.kind === "while" || frame.kind === "for") as Loop | null;
  if (loop !== null && leave) leaveFrame(c, loop, false);
  return loop;
}

/** Leaves the innermost frame and those around it up to one that `stop` chooses, which is returned. */
function unwindTo(c: Compiler, keepTop: boolean, stop: (frame: Frame) => boolean): Frame | null {
  const frames = c.unit.frames;
  const frame = frames.pop();
  if (frame === undefined) return null;
  if (stop(frame)) {
    frames.push(frame);
    return frame;
  }
  leaveFrame(c, frame, keepTop);
  const found = unwindTo(c, keepTop, stop);
  frames.push(frame);
  return found;
}

/** Emits what leaving one frame takes; `keepTop` when the top of the stack is a value to return. */
function leaveFrame(c: Compiler, frame: Frame, keepTop: boolean): void {
  const swap = () => {
    if (keepTop) c.emit(op.SWAP, 2);
  };
  switch (frame.kind) {
    case "while":
    case "exception handler":
      return;
    case "for":
    case "pop value":
      swap();
      c.emit(op.POP_TOP);
      return;
    case "try":
      c.emit(op.POP_BLOCK);
      return;
    case "finally":
      c.emit(op.POP_BLOCK);
      if (keepTop) c.unit.frames.push({kind: "pop value"});
      frame.emitBody();
      if (keepTop) c.unit.frames.pop();
      c.unit.noPosition();
      return;
    case "finally end":
      swap();
      c.emit(op.POP_TOP);
      swap();
      c.emit(op.POP_BLOCK);
      c.emit(op.POP_EXCEPT);
      return;
    case "with":
      c.unit.at(frame);
      c.emit(op.POP_BLOCK);
      swap();
      exitWithNones(c);
      c.emit(op.POP_TOP);
      c.unit.noPosition();
      return;
    case "handler cleanup":
      if (frame.name !== null) c.emit(op.POP_BLOCK);
      swap();
      c.emit(op.POP_BLOCK);
      c.emit(op.POP_EXCEPT);
      if (frame.name !== null) forget(c, frame.name);
  }
}

/** Unbinds the name of an `except ... as name`. */
function forget(c: Compiler, name: string): void {
  c.constant(null);
  c.variable(name, "store");
  c.variable(name, "delete");
}

function popExceptAndReraise(c: Compiler): void {
  c.emit(op.COPY, 3);
  c.emit(op.POP_EXCEPT);
  c.emit(op.RERAISE, 1);
}

export function tryStatement(c: Compiler, node: Try): void {
  if (node.finalbody.length > 0) tryFinally(c, node);
  else tryExcept(c, node);
}

function tryFinally(c: Compiler, node: Try): void {
  const unit = c.unit;
  const body = unit.newBlock();
  const handler = unit.newBlock();
  const exit = unit.newBlock();
  const cleanup = unit.newBlock();
  unit.jump(op.SETUP_FINALLY, handler);
  unit.use(body);
  unit.frames.push({kind: "finally", emitBody: () => statements(c, node.finalbody)});
  if (node.handlers.length > 0) tryExcept(c, node);
  else statements(c, node.body);
  unit.within(null, () => c.emit(op.POP_BLOCK));
  unit.frames.pop();
  statements(c, node.finalbody);
  unit.artificialJump(op.JUMP, exit);

  unit.use(handler);
  unit.frames.push({kind: "finally end"});
  unit.noPosition();
  unit.jump(op.SETUP_CLEANUP, cleanup);
  c.emit(op.PUSH_EXC_INFO);
  statements(c, node.finalbody);
  c.emit(op.RERAISE, 0);
  unit.frames.pop();
  unit.use(cleanup);
  popExceptAndReraise(c);
  unit.use(exit);
}

function tryExcept(c: Compiler, node: Try): void {
  const unit = c.unit;
  const body = unit.newBlock();
  const except = unit.newBlock();
  const end = unit.newBlock();
  const cleanup = unit.newBlock();
  unit.jump(op.SETUP_FINALLY, except);
  unit.use(body);
  unit.frames.push({kind: "try"});
  statements(c, node.body);
  unit.frames.pop();
  unit.within(null, () => c.emit(op.POP_BLOCK));
  statements(c, node.orelse);
  unit.artificialJump(op.JUMP, end);

  unit.use(except);
  unit.noPosition();
  unit.jump(op.SETUP_CLEANUP, cleanup);
  c.emit(op.PUSH_EXC_INFO);
  unit.frames.push({kind: "exception handler"});
  node.handlers.forEach((handler, index) => {
    if (handler.type === null && index < node.handlers.length - 1) {
      c.fail("default 'except:' must be last", handler);
    }
    exceptHandler(c, handler, end);
  });
  unit.frames.pop();
  unit.noPosition();
  c.emit(op.RERAISE, 0);
  unit.use(cleanup);
  popExceptAndReraise(c);
  unit.use(end);
}

function exceptHandler(c: Compiler, handler: ExceptHandler, end: BasicBlock): void {
  const unit = c.unit;
  unit.at(handler);
  const next = unit.newBlock();
  if (handler.type !== null) {
    expression(c, handler.type);
    c.emit(op.CHECK_EXC_MATCH);
    unit.jump(op.POP_JUMP_IF_FALSE, next);
    unit.use(unit.newBlock());
  }
  if (handler.name === null) {
    c.emit(op.POP_TOP);
    unit.use(unit.newBlock());
    unit.frames.push({kind: "handler cleanup", name: null});
    statements(c, handler.body);
    unit.frames.pop();
    unit.noPosition();
    c.emit(op.POP_BLOCK);
    c.emit(op.POP_EXCEPT);
    unit.jump(op.JUMP, end);
  } else namedHandler(c, handler, handler.name, end);
  unit.use(next);
}

function namedHandler(c: Compiler, handler: ExceptHandler, name: string, end: BasicBlock): void {
  const unit = c.unit;
  const body = unit.newBlock();
  const cleanup = unit.newBlock();
  c.variable(name, "store");
  unit.jump(op.SETUP_CLEANUP, cleanup);
  unit.use(body);
  unit.frames.push({kind: "handler cleanup", name});
  statements(c, handler.body);
  unit.frames.pop();
  unit.noPosition();
  c.emit(op.POP_BLOCK);
  c.emit(op.POP_BLOCK);
  c.emit(op.POP_EXCEPT);
  forget(c, name);
  unit.jump(op.JUMP, end);
  unit.use(cleanup);
  unit.noPosition();
  forget(c, name);
  c.emit(op.RERAISE, 1);
}

function exitWithNones(c: Compiler): void {
  c.constant(null);
  c.constant(null);
  c.constant(null);
  c.call(2);
}

export function withStatement(c: Compiler, node: With, index = 0): void {
  const unit = c.unit;
  const body = unit.newBlock();
  const handler = unit.newBlock();
  const exit = unit.newBlock();
  const cleanup = unit.newBlock();
  const {context, target} = node.items[index];
  expression(c, context);
  c.emit(op.BEFORE_WITH);
  unit.jump(op.SETUP_WITH, handler);
  unit.use(body);
  unit.frames.push({kind: "with", start: node.start, end: node.end});
  if (target === null) c.emit(op.POP_TOP);
  else store(c, target as Expression);
  if (index + 1 < node.items.length) withStatement(c, node, index + 1);
  else statements(c, node.body);
  unit.noPosition();
  c.emit(op.POP_BLOCK);
  unit.frames.pop();

  unit.at(node);
  exitWithNones(c);
  c.emit(op.POP_TOP);
  unit.jump(op.JUMP, exit);

  unit.use(handler);
  unit.jump(op.SETUP_CLEANUP, cleanup);
  c.emit(op.PUSH_EXC_INFO);
  c.emit(op.WITH_EXCEPT_START);
  withHandlerEnd(c, cleanup, exit);
  unit.use(exit);
}

function withHandlerEnd(c: Compiler, cleanup: BasicBlock, exit: BasicBlock): void {
  const unit = c.unit;
  const suppress = unit.newBlock();
  unit.jump(op.POP_JUMP_IF_TRUE, suppress);
  unit.use(unit.newBlock());
  c.emit(op.RERAISE, 2);
  unit.use(cleanup);
  unit.within(null, () => popExceptAndReraise(c));
  unit.use(suppress);
  c.emit(op.POP_TOP);
  c.emit(op.POP_BLOCK);
  c.emit(op.POP_EXCEPT);
  c.emit(op.POP_TOP);
  c.emit(op.POP_TOP);
  unit.jump(op.JUMP, exit);
  unit.noPosition();
}
