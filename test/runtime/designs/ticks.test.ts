import {expect, it} from "vitest";
import {weights} from "../../../runtime/designs/ticks.ts";
import {type Code, compile} from "../../../runtime/language/index.ts";

const functionIn = (source: string): Code =>
  compile(source, "ticks.py").consts.find(
    (constant): constant is Code => constant instanceof Object && "instructions" in constant
  )!;

/** Ticks of the instructions on one line. */
function ticksOf(code: Code, line: number): number {
  const ticks = weights(code);
  return code.instructions.reduce(
    (sum, instruction, i) => sum + (instruction.line === line ? ticks[i] : 0),
    0
  );
}

it("counts two ticks a turn of Beazley's loop, as CPython 2.7 did: the subtraction and the jump", () => {
  const code = functionIn("def count(n):\n    while n > 0:\n        n -= 1\n");
  const ticks = weights(code);
  const jump = code.instructions.findLastIndex(
    ({arg, line}) => line === 2 && arg > 0 && arg < code.instructions.length
  );
  const turn = code.instructions
    .slice(code.instructions[jump].arg, jump + 1)
    .map((_, i) => ticks[code.instructions[jump].arg + i]);
  expect(turn.reduce((a, b) => a + b, 0)).toBe(2);
});

it("counts one tick for entering a function, one for a call, none for returning", () => {
  expect(ticksOf(functionIn("def f(g):\n    return g\n"), 2)).toBe(0);
  expect(ticksOf(functionIn("def f(g):\n    g()\n    return 1\n"), 2)).toBe(1);
});

it("counts no tick for a loop that only stores what it iterates over, but for the jump back", () => {
  const code = functionIn("def f(xs):\n    for x in xs:\n        pass\n");
  expect(Array.from(weights(code)).filter(Boolean).length).toBe(2);
});
