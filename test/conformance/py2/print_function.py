# print as a function in both.
from __future__ import print_function
import sys
print("a", 1, None, sep="-")  # expect: a-1-None
print("no newline", end="|")
print()  # expect: no newline|
print("to stdout", file=sys.stdout)  # expect: to stdout
print(*[1, 2, 3])  # expect: 1 2 3
print("%s and %r and %5.2f and %03d" % ("text", "repr", 3.14159, 7))
# expect: text and 'repr' and  3.14 and 007
print("{0} {1:>5} {name}".format(1, "x", name="n"))  # expect: 1     x n
