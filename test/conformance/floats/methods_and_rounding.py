# round() half to even, digits, and the methods of float.
# python: 3.10-3.13
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2))
# expect: 0 2 2 0 -2 2.67
print(round(3.14159, 2), round(3.14159, 0), round(1234.5, -2), round(5, -1), round(15, -1), round(25, -1))
# expect: 3.14 3.0 1200.0 0 20 20
print(round(2.5, None), type(round(2.5)).__name__, type(round(2.5, 0)).__name__, round(10 ** 20 + 5, -1))
# expect: 2 int float 100000000000000000000
print((2.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p1"))
# expect: False True (1, 2) 0x1.999999999999ap-4 3.0
print(int(2.9), int(-2.9), float(3), float("1e3"), float(" 2.5 "), float("1_0.5"), float(), float(True))
# expect: 2 -2 3.0 1000.0 2.5 10.5 0.0 1.0
print(float(10 ** 20), float(2 ** 53 + 1), hash(1.0) == hash(1), hash(0.5) == hash(0.5))
# expect: 1e+20 9007199254740992.0 True True
for action in [lambda: float("abc"), lambda: float(""), lambda: float(None), lambda: float(10 ** 400), lambda: float([])]:
    try:
        print(action())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
        # expect: ValueError could not convert string to float: 'abc'
        # expect: ValueError could not convert string to float: ''
        # expect: TypeError float() argument must be a string or a real number, not 'NoneType'
        # expect: OverflowError int too large to convert to float
        # expect: TypeError float() argument must be a string or a real number, not 'list'
