import {describe, expect, it} from "vitest";
import {compile, disassemble} from "../../../runtime/language/index.ts";

function listing(source: string): string {
  return `\n${disassemble(compile(source, "program.py"))}\n`;
}

describe("disassemble", () => {
  it("has the layout of CPython's dis: lines, jump targets, names, exception table, nested code", () => {
    expect(
      listing("def f(n):\n    try:\n        while n:\n            n -= 1\n    except E: pass\nx = f(1)\n")
    ).toBe(`
  0           0 RESUME                   0

  1           2 LOAD_CONST               0 (<code object f at 0x1, file "program.py", line 1>)
              4 MAKE_FUNCTION            0
              6 STORE_NAME               0 (f)

  6           8 PUSH_NULL
             10 LOAD_NAME                0 (f)
             12 LOAD_CONST               1 (1)
             14 PRECALL                  1
             18 CALL                     1
             28 STORE_NAME               1 (x)
             30 LOAD_CONST               2 (None)
             32 RETURN_VALUE

Disassembly of <code object f at 0x1, file "program.py", line 1>:
  1           0 RESUME                   0

  2           2 NOP

  3           4 LOAD_FAST                0 (n)
              6 POP_JUMP_FORWARD_IF_FALSE     9 (to 26)

  4     >>    8 LOAD_FAST                0 (n)
             10 LOAD_CONST               1 (1)
             12 BINARY_OP               23 (-=)
             16 STORE_FAST               0 (n)

  3          18 LOAD_FAST                0 (n)
             20 POP_JUMP_BACKWARD_IF_TRUE     7 (to 8)
             22 LOAD_CONST               0 (None)
             24 RETURN_VALUE
        >>   26 LOAD_CONST               0 (None)
             28 RETURN_VALUE
        >>   30 PUSH_EXC_INFO

  5          32 LOAD_GLOBAL              0 (E)
             44 CHECK_EXC_MATCH
             46 POP_JUMP_FORWARD_IF_FALSE     4 (to 56)
             48 POP_TOP
             50 POP_EXCEPT
             52 LOAD_CONST               0 (None)
             54 RETURN_VALUE
        >>   56 RERAISE                  0
        >>   58 COPY                     3
             60 POP_EXCEPT
             62 RERAISE                  1
ExceptionTable:
  4 to 20 -> 30 [0]
  30 to 48 -> 58 [1] lasti
  56 to 56 -> 58 [1] lasti
`);
  });

  it("shows EXTENDED_ARG where an argument is larger than a byte", () => {
    const names = Array.from({length: 300}, (_, index) => `v${index}`).join("\n");
    expect(listing(names)).toContain(`
299        1278 EXTENDED_ARG             1
           1280 LOAD_NAME              298 (v298)
`);
  });

  it("writes constants as Python does", () => {
    const source = "x = 'a\\n\"', b'\\xff', 1.0, 1e20, ..., True, 2**50, ((), (1,)), '\\ud800é'\ny in {1}\n";
    const text = listing(source);
    expect(text).toContain(
      `(('a\\n"', b'\\xff', 1.0, 1e+20, Ellipsis, True, 1125899906842624, ((), (1,)), '\\ud800é'))`
    );
    expect(text).toContain("(frozenset({1}))");
  });
});
