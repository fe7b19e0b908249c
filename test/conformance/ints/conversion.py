# int() from strings, floats and other bases, and what it refuses.
# python: 3.10-3.13
print(int("42"), int("-42"), int("+42"), int("  42\n"))  # expect: 42 -42 42 42
print(int("ff", 16), int("0xff", 16), int("0b101", 2), int("777", 8), int("z", 36))
# expect: 255 255 5 511 35
print(int("0x1f", 0), int("0o17", 0), int("12", 0), int("1_000"))  # expect: 31 15 12 1000
print(int(3.99), int(-3.99), int(1e20), int(True), int())  # expect: 3 -3 100000000000000000000 1 0
print(int("123456789012345678901234567890"))  # expect: 123456789012345678901234567890
for text in ["", "abc", "1.5", "0x10", "1 2", "_1"]:
    try:
        print(int(text))
    except ValueError as error:
        print(error)
        # expect: invalid literal for int() with base 10: ''
        # expect: invalid literal for int() with base 10: 'abc'
        # expect: invalid literal for int() with base 10: '1.5'
        # expect: invalid literal for int() with base 10: '0x10'
        # expect: invalid literal for int() with base 10: '1 2'
        # expect: invalid literal for int() with base 10: '_1'
for value in [None, [1], float("inf"), float("nan")]:
    try:
        print(int(value))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
        # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
        # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
        # expect: OverflowError cannot convert float infinity to integer
        # expect: ValueError cannot convert float NaN to integer
