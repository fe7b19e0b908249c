# A virtual machine in the virtual machine: compile, run, disassemble.
PUSH, ADD, MUL, SUB, LOAD, STORE, JUMP, JZ, LESS, PRINT, HALT = range(11)
NAMES = "PUSH ADD MUL SUB LOAD STORE JUMP JZ LESS PRINT HALT".split()

class Machine:
    def __init__(self, code): self.code, self.stack, self.vars, self.pc, self.steps = code, [], {}, 0, 0
    def run(self, limit=10000):
        binary = {ADD: lambda a, b: a + b, MUL: lambda a, b: a * b, SUB: lambda a, b: a - b, LESS: lambda a, b: int(a < b)}
        while True:
            self.steps += 1
            if self.steps > limit: raise RuntimeError("too many steps")
            op, arg = self.code[self.pc]
            self.pc += 1
            if op == PUSH: self.stack.append(arg)
            elif op in binary:
                b, a = self.stack.pop(), self.stack.pop()
                self.stack.append(binary[op](a, b))
            elif op == LOAD: self.stack.append(self.vars[arg])
            elif op == STORE: self.vars[arg] = self.stack.pop()
            elif op == JUMP: self.pc = arg
            elif op == JZ:
                if not self.stack.pop(): self.pc = arg
            elif op == PRINT: print(self.stack.pop())
            elif op == HALT: return self.steps

code = [(PUSH, 1), (STORE, "p"), (PUSH, 1), (STORE, "i"),
        (LOAD, "i"), (PUSH, 31), (LESS, None), (JZ, 17),
        (LOAD, "p"), (LOAD, "i"), (MUL, None), (STORE, "p"),
        (LOAD, "i"), (PUSH, 1), (ADD, None), (STORE, "i"), (JUMP, 4),
        (LOAD, "p"), (PRINT, None), (HALT, None)]
m = Machine(code)
print(m.run(), m.vars["i"])
# expect: 265252859812191058636308480000000
# expect: 401 31
for i, (op, arg) in enumerate(code[4:8], 4): print("%3d %-6s%s" % (i, NAMES[op], "" if arg is None else " %r" % (arg,)))
# expect:   4 LOAD   'i'
# expect:   5 PUSH   31
# expect:   6 LESS
# expect:   7 JZ     17
try:
    Machine([(JUMP, 0)]).run(100)
except RuntimeError as error:
    print(error)  # expect: too many steps
try:
    Machine([(ADD, None)]).run()
except IndexError as error:
    print(error)  # expect: pop from empty list
