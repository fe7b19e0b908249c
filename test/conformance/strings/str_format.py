# str.format: positions, names, attributes, items, conversions and nested specifications.
print("{} {} {}".format(1, "two", 3.0), "{0} {1} {0}".format("a", "b"), "{name} {0}".format(1, name="n"))
# expect: 1 two 3.0 a b a n 1
print("{:>6}|{:<6}|{:^6}|{:*^7}|{:06d}".format("a", "b", "c", "d", 42))
# expect:      a|b     |  c   |***d***|000042
print("{0[1]} {1[key]} {2.real} {d[k][0]}".format([5, 6], {"key": "v"}, 7, d={"k": ["deep"]}))
# expect: 6 v 7 deep
print("{!r} {!s} {!a}".format("é", "b", "é"))  # expect: 'é' b '\xe9'
print("{:{}} {:{w}.{p}f}".format("x", 4, 3.14159, w=8, p=2), "{{}} {{{}}}".format(5))
# expect: x        3.14 {} {5}
print("{:,} {:_} {:x} {:#X} {:b} {:o} {:e} {:%}".format(1234567, 1234567, 255, 255, 5, 8, 12345.678, 0.5))
# expect: 1,234,567 1_234_567 ff 0XFF 101 10 1.234568e+04 50.000000%
print("{:.3}".format("abcdef"), "{:5.1}|".format("abc"), "{!s:>5}".format(None))  # expect: abc a    |  None
print("{:d} {:c} {:n}".format(5, 65, 7), "{:+d} {:-d} {: d}".format(1, 1, 1))  # expect: 5 A 7 +1 1  1

class Money:
    def __init__(self, n): self.n = n
    def __format__(self, spec): return "$%s<%s>" % (self.n, spec)

print("{} {:abc}".format(Money(5), Money(6)), f"{Money(7):x{'y'}z}", format(Money(8)))
# expect: $5<> $6<abc> $7<xyz> $8<>
print("{a}-{b}".format_map({"a": 1, "b": 2}))  # expect: 1-2
for action in [lambda: "{}".format(), lambda: "{} {1}".format(1, 2), lambda: "{x}".format(y=1), lambda: "{".format(1),
               lambda: "}".format(1), lambda: "{:d}".format("s"), lambda: "{!z}".format(1), lambda: "{:5d}".format([])]:
    try:
        print(action())
    except (IndexError, ValueError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: IndexError Replacement index 0 out of range for positional args tuple
        # expect: ValueError cannot switch from automatic field numbering to manual field specification
        # expect: KeyError 'x'
        # expect: ValueError Single '{' encountered in format string
        # expect: ValueError Single '}' encountered in format string
        # expect: ValueError Unknown format code 'd' for object of type 'str'
        # expect: ValueError Unknown conversion specifier z
        # expect: TypeError unsupported format string passed to list.__format__
