# divmod, pow, round, abs, hash, and conversions of numbers.
# python: 3.10-3.13
print(divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), abs(-3), abs(-2.5), abs(True))
# expect: (3, 2) (-4, 3) (3.0, 2.5) 3 2.5 1
print(pow(2, 5), pow(2, -1), pow(2.0, 3), pow(5, 3, 7), pow(0, 0), round(2.567, 1), round(-2.5), round(1234, -2), round(7))
# expect: 32 0.5 8.0 6 1 2.6 -2 1200 7
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(0), hash(5))
# expect: True True True 0 5
print(int("12", 8), int("-0b11", 0), int(" 7 "), float("-1.5e3"), float("nan") != float("nan"), bool("False"), str(1.0))
# expect: 10 -3 7 -1500.0 True True 1.0
print(bin(10), oct(64), hex(-255), ord("A"), chr(97), chr(0x20AC), ascii("aé€"), bin(-1), hex(0))
# expect: 0b1010 0o100 -0xff 65 a € 'a\xe9\u20ac' -0b1 0x0
print(id("a") == id("a"), id([]) == 0, type(id(5)).__name__)  # expect: True False int
a = b = []
print(id(a) == id(b), id(a) == id([]), len({id(x) for x in [a, b]}))  # expect: True False 1
for action in [lambda: round("a"), lambda: abs([]), lambda: hash([]), lambda: chr("a"), lambda: bin(1.5), lambda: pow("a", 2), lambda: divmod(1), lambda: ord(""), lambda: hash({})]:
    try:
        print(action())
    except TypeError as error:
        print(error)
        # expect: type str doesn't define __round__ method
        # expect: bad operand type for abs(): 'list'
        # expect: unhashable type: 'list'
        # expect: 'str' object cannot be interpreted as an integer
        # expect: 'float' object cannot be interpreted as an integer
        # expect: unsupported operand type(s) for ** or pow(): 'str' and 'int'
        # expect: divmod expected 2 arguments, got 1
        # expect: ord() expected a character, but string of length 0 found
        # expect: unhashable type: 'dict'
