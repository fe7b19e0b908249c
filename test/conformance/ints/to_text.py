# Integers as text: str, repr, format in bases, width, sign and grouping.
# python: 3.11-3.13
print(str(0), repr(-5), str(10 ** 40), str(-10 ** 20))
# expect: 0 -5 10000000000000000000000000000000000000000 -100000000000000000000
print(format(255, "x"), format(255, "X"), format(255, "#x"), format(255, "08b"), format(-255, "#o"))
# expect: ff FF 0xff 11111111 -0o377
print(format(1234567, ","), format(1234567, "_"), format(2 ** 40, "_x"), format(-1234, ",d"))
# expect: 1,234,567 1_234_567 100_0000_0000 -1,234
print(format(42, "6d"), format(42, "<6d") + "|", format(42, "^6d") + "|", format(42, "*>6"), format(42, "06"))
# expect:     42 42    |   42  | ****42 000042
print(format(42, "+d"), format(-42, "+d"), format(42, " d"), format(65, "c"))  # expect: +42 -42  42 A
print(format(3, ".2f"), format(10 ** 6, "e"), format(25, "%"), format(1000000, "g"))
# expect: 3.00 1.000000e+06 2500.000000% 1e+06
print((1000).__format__(","), "{:b}".format(10), "%x" % 10 ** 20)  # expect: 1,000 1010 56bc75e2d63100000
for spec in ["s", "z9", ".3d", ",x"]:
    try:
        print(format(5, spec))
    except ValueError as error:
        print(error)
        # expect: Unknown format code 's' for object of type 'int'
        # expect: Negative zero coercion (z) not allowed in integer format specifier
        # expect: Precision not allowed in integer format specifier
        # expect: Cannot specify ',' with 'x'.
