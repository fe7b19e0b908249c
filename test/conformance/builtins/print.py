# print: separators, ends, files and flush; what sys.stdout.write takes.
# python: 3.8-3.12
import sys
print()  # expect:
print(1, "a", None, [1, "b"], sep=", ")  # expect: 1, a, None, [1, 'b']
print("no end", end="")
print("|", end=" ")
print("next", 2, sep="", end="!\n")  # expect: no end| next2!
print("a", "b", sep="\n")
# expect: a
# expect: b
print(sep="x", end="only end\n")  # expect: only end
print(*[1, 2, 3], sep=None)  # expect: 1 2 3
print("out", file=sys.stdout, flush=True)  # expect: out
print("out", file=None)  # expect: out

class Sink:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)

sink = Sink()
print("x", 1, file=sink)
print(sink.parts)  # expect: ['x', ' ', '1', '\n']
sys.stdout.write("written\n")  # expect: written
print(sys.stdout.write("five\n"))
# expect: five
# expect: 5
print("to stderr", file=sys.stderr)
sys.stderr.write("err two\n")
sys.stdout.flush()
saved, sys.stdout = sys.stdout, sink
print("captured")
sys.stdout = saved
print(sink.parts[2:])  # expect: ['1', '\n', 'captured', '\n']
for action in [lambda: print("a", sep=1), lambda: print("a", ends="b"), lambda: sys.stdout.write(5), lambda: print("a", file=5)]:
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(error)
        # expect: sep must be None or a string, not int
        # expect: 'ends' is an invalid keyword argument for print()
# expect: write() argument must be str, not int
# expect: 'int' object has no attribute 'write'
# stderr: to stderr
# stderr: err two
