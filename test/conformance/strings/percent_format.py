# Formatting with the percent operator.
# python: 3.10-3.13
print("%d %i %u" % (1, 2, 3), "%s %r %a" % ("x", "x", "é"))  # expect: 1 2 3 x 'x' '\xe9'
print("%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42))  # expect:    42|42   |00042|+42| 42
print("%x %X %#x %o %#o" % (255, 255, 255, 8, 8))  # expect: ff FF 0xff 10 0o10
print("%f %.2f %10.3f %-10.1f|" % (1.5, 2.345, 3.14159, 2.5))
# expect: 1.500000 2.35      3.142 2.5       |
print("%e %.2E %g %g %g" % (12345.678, 0.00012, 100000, 1000000, 1e-5))
# expect: 1.234568e+04 1.20E-04 100000 1e+06 1e-05
print("%c%c" % (65, "b"), "%%", "100%%" % ())  # expect: Ab %% 100%
print("%(name)s is %(age)d" % {"name": "Bob", "age": 5})  # expect: Bob is 5
print("%s" % [1, 2], "%s" % None, "%s %s" % ("a", (1, 2)))  # expect: [1, 2] None a (1, 2)
print("%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159))  # expect:     42|42    |3.14
print("%5s|%-5s|%.2s" % ("ab", "ab", "abcdef"))  # expect:    ab|ab   |ab
print("%d" % 3.99, "%d" % -3.99, "%s" % 3.0, "%r" % 0.1, "%d" % 10 ** 20)
# expect: 3 -3 3.0 0.1 100000000000000000000
for action in [lambda: "%d" % "x", lambda: "%d %d" % (1,), lambda: "%d" % (1, 2), lambda: "%z" % 1,
               lambda: "%(a)s" % {}, lambda: "%c" % "ab"]:
    try:
        print(action())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
        # expect: TypeError %d format: a real number is required, not str
        # expect: TypeError not enough arguments for format string
        # expect: TypeError not all arguments converted during string formatting
        # expect: ValueError unsupported format character 'z' (0x7a) at index 1
        # expect: KeyError 'a'
        # expect: TypeError %c requires int or char
