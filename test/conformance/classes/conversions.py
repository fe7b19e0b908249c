# __int__, __float__, __index__, __round__, __trunc__ and __len__ hooks.
# python: 3.10-3.13

class N:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
    def __round__(self, digits=None): return ("round", digits)
    def __abs__(self): return "abs"
    def __hash__(self): return 12345
    def __bool__(self): return False
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
    def __pow__(self, e, m=None): return ("pow", e, m)

n = N()
print(int(n), float(n), [0, 1, 2, 3][n], round(n), round(n, 2), abs(n), hash(n), bool(n), bin(n))
# expect: 7 7.5 3 ('round', None) ('round', 2) abs 12345 False 0b11
print(divmod(n, 5), divmod(5, n), pow(n, 2), pow(n, 2, 3), n ** 4, "%d" % n, "x" * n)
# expect: ('divmod', 5) ('rdivmod', 5) ('pow', 2, None) ('pow', 2, 3) ('pow', 4, None) 7 xxx
import math

class C:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"

print(math.floor(C()), math.ceil(C()), math.trunc(C()))  # expect: floor ceil trunc

class OnlyIndex:
    def __index__(self): return 9

print(int(OnlyIndex()), float(OnlyIndex()), hex(OnlyIndex()), range(10)[OnlyIndex()])  # expect: 9 9.0 0x9 9

class Bad:
    def __int__(self): return "x"
    def __index__(self): return 1.5

for action in [lambda: int(Bad()), lambda: [1][Bad()], lambda: int(object()), lambda: [1][object()]]:
    try:
        action()
    except TypeError as error:
        print(error)
        # expect: __int__ returned non-int (type str)
        # expect: __index__ returned non-int (type float)
        # expect: int() argument must be a string, a bytes-like object or a real number, not 'object'
        # expect: list indices must be integers or slices, not object
